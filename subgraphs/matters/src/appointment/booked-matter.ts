import { type EntityManager, IsNull, LessThanOrEqual, MoreThan } from 'typeorm';
import { Matter } from '../matter/matter.entity';
import { MatterState } from '../matter/matter.enums';
import { MatterSite } from '../matter/matter-site.entity';
import type { ServicePoint } from '../service-point/service-point.entity';
import { matterNotHere } from './appointment.errors';

/** Refuses a matter that is not published, or not handled in the service point's division on that day; a draft looks like none. */
export async function refuseMatterElsewhere(
  tx: EntityManager,
  matterId: string,
  { divisionCode }: ServicePoint,
  day: string,
): Promise<void> {
  const [isPublished, isHandledThere] = await Promise.all([
    tx.existsBy(Matter, onDay({ id: matterId, state: MatterState.PUBLISHED }, day)),
    tx.existsBy(MatterSite, onDay({ matterId, divisionCode }, day)),
  ]);
  if (!isPublished || !isHandledThere) throw matterNotHere();
}

/** The kind of what somebody comes for, by which windows are chosen; null when they did not say. */
export async function kindOf(tx: EntityManager, matterId: string | null, day: string): Promise<Matter['kind'] | null> {
  if (matterId === null) return null;
  return (await tx.findOneBy(Matter, onDay({ id: matterId }, day)))?.kind ?? null;
}

/** What holds on the day: from its first day on, and before the first day on which it no longer does. */
function onDay<W extends object>(where: W, day: string) {
  const begun = { ...where, validFrom: LessThanOrEqual(day) };
  return [
    { ...begun, validTo: IsNull() },
    { ...begun, validTo: MoreThan(day) },
  ];
}
