import { parseDivisionCode } from '@township-graph/shared/division-code';
import { unchanging } from '@township-graph/shared/held';
import type { EntityManager } from 'typeorm';
import { EnforcementPower } from '../power/power.entity';
import type { CoerciveMeasure } from '../power/power.enums';
import { GrantedPower } from './granted-power.entity';
import { PowerGrant } from './power-grant.entity';
import { PowerGrantMode } from './power-grant.enums';
import { powerNotHeld } from './power-grant.errors';
import { measuresOf } from './power-grant.rules';
import { heldOn } from './power-held-on';

/** A power as an organ holds it in a place on a day: what a case that is filed under it may rest on. */
export interface HeldPower {
  readonly power: EnforcementPower;
  readonly grant: PowerGrant;
  readonly item: GrantedPower;
  /** In whose name it is decided, and whose numbers its documents bear: an entrusting department's, else the holder's. */
  readonly inNameOf: { readonly creditCode: string; readonly name: string };
  /** None where it is entrusted (行政强制法§17). */
  readonly measures: readonly CoerciveMeasure[];
}

export interface WantedPower {
  readonly powerId: string;
  /** Where the act was done: a village's code too. */
  readonly divisionCode: string;
  /** The organ that files. */
  readonly holderCreditCode: string;
}

/**
 * The power that the organ holds in that place on that day; refused with POWER_NOT_HELD if it holds none. What a township
 * has in its own name is its alone: an organ of the county that holds the concentrated power elsewhere does not have it there.
 */
export async function heldPower(tx: EntityManager, wanted: WantedPower, day: string): Promise<HeldPower> {
  const place = parseDivisionCode(wanted.divisionCode);
  const power = await tx.findOneBy(EnforcementPower, { id: wanted.powerId });
  const held = power ? await actsOn(tx, power.id, [place.slice(0, 9), place.slice(0, 6)], day) : [];
  const owner = held.find(({ grant }) => grant.divisionCode.length === 9 && grant.mode !== PowerGrantMode.ENTRUSTED);
  const own = (owner ? [owner] : held).find(({ grant }) => grant.holderCreditCode === wanted.holderCreditCode);
  if (!power || !own) throw powerNotHeld(power?.code ?? wanted.powerId, place, day);
  const { grant } = own;
  const isEntrusted = grant.mode === PowerGrantMode.ENTRUSTED;
  const inNameOf = isEntrusted
    ? { creditCode: grant.departmentCreditCode!, name: grant.departmentName! }
    : { creditCode: grant.holderCreditCode, name: grant.holderName };
  return { power, ...own, inNameOf, measures: measuresOf(grant.mode, power) };
}

/** By which acts the power is held in these very divisions on the day; whoever takes it back waits until the transaction is over. */
async function actsOn(
  tx: EntityManager,
  powerId: string,
  places: readonly string[],
  day: string,
): Promise<Pick<HeldPower, 'grant' | 'item'>[]> {
  const items = await unchanging(tx.createQueryBuilder(GrantedPower, 'item'))
    .where(`item.powerId = :powerId AND item.divisionCode IN (:...places) AND ${heldOn('item')}`, {
      powerId,
      places: [...new Set(places)],
      day,
    })
    .getMany();
  return Promise.all(items.map(async (item) => ({ item, grant: await tx.findOneByOrFail(PowerGrant, { id: item.grantId }) })));
}
