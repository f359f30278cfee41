import type { EntityManager } from 'typeorm';
import { Delegation } from '../delegation/delegation.entity';
import { type DelegationMode, ONCE_PUBLISHED } from '../delegation/delegation.enums';
import { coversDay } from '../delegation/delegation-in-force';
import { DelegationMatter, DelegationRecipient } from '../delegation/delegation-recipient.entity';
import { Matter } from '../matter/matter.entity';
import { MatterState, VillageRole } from '../matter/matter.enums';
import { validOn } from '../matter/matter.narrowing';
import { MatterSite } from '../matter/matter-site.entity';
import { headingIsNotApplied, matterNotHandledHere, villageGivesNoticeOnly } from './application.errors';

export type HandledMatter = Awaited<ReturnType<typeof handledMatter>>;

/** The revision of a matter that is handled at a place on a day, and how it came down there. What nobody may apply for there is refused. */
export async function handledMatter(tx: EntityManager, matterId: string, divisionCode: string, day: string) {
  const matter = await tx
    .createQueryBuilder(Matter, 'matter')
    .where(`matter.id = :matterId AND ${validOn('matter')}`, { matterId, day })
    .getOne();
  if (matter?.id !== matterId || matter.state !== MatterState.PUBLISHED) throw matterNotHandledHere();
  if (await tx.existsBy(Matter, { parentId: matterId, state: MatterState.PUBLISHED })) throw headingIsNotApplied();
  const site = await tx
    .createQueryBuilder(MatterSite, 'site')
    .where(`site.matterId = :matterId AND site.divisionCode = :divisionCode AND ${validOn('site')}`, { matterId, divisionCode, day })
    .getOne();
  if (!site) throw matterNotHandledHere();
  const villageRole = divisionCode.length === 12 ? (site.villageRole ?? matter.villageRole) : null;
  if (villageRole === VillageRole.NOTICE) throw villageGivesNoticeOnly();
  return { matter, villageRole, delegation: await delegationModeAt(tx, matterId, divisionCode, day) };
}

/** How a department's matter came down to a township, or to one of its villages; null where it did not. */
async function delegationModeAt(tx: EntityManager, matterId: string, divisionCode: string, day: string): Promise<DelegationMode | null> {
  const places = [divisionCode, divisionCode.slice(0, 9)];
  const delegation = await tx
    .createQueryBuilder(Delegation, 'delegation')
    .innerJoin(DelegationMatter, 'link', 'link.delegationId = delegation.id')
    .innerJoin(DelegationRecipient, 'recipient', 'recipient.delegationId = delegation.id')
    .where('link.matterId = :matterId AND recipient.divisionCode IN (:...places)', { matterId, places })
    .andWhere(`delegation.state IN (:...states) AND ${coversDay('delegation')}`, { states: ONCE_PUBLISHED, day })
    .orderBy('delegation.effectiveFrom', 'DESC')
    .getOne();
  return delegation?.mode ?? null;
}

/** The matter of a catalogue item that is handled at a place on a day; null where none is. */
export async function handledMatterOf(tx: EntityManager, basicCode: string, divisionCode: string, day: string): Promise<string | null> {
  const found = await tx
    .createQueryBuilder(Matter, 'matter')
    .innerJoin(MatterSite, 'site', `site.matterId = matter.id AND ${validOn('site')}`)
    .where(`matter.basicCode = :basicCode AND matter.state = :published AND ${validOn('matter')}`, {
      basicCode,
      day,
      published: MatterState.PUBLISHED,
    })
    .andWhere('site.divisionCode = :divisionCode', { divisionCode })
    .orderBy('matter.id')
    .getOne();
  return found?.id ?? null;
}
