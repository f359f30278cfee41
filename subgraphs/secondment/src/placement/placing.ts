import { dayOf } from '@township-graph/shared/clock';
import type { Done } from '@township-graph/shared/command/commands';
import type { RequestContext } from '@township-graph/shared/context';
import { allOf, type Beside, together } from '@township-graph/shared/course/course';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { StaffMember } from '../staff-member/staff-member.entity';
import { hasLeft } from '../staff-member/staff-member.errors';
import { Placement } from './placement.entity';
import { PlacementAction, PlacementKind, PlacementState } from './placement.enums';
import { atHome, bannedFromSelection, noFreePost, placedAlready, placementUnknown } from './placement.errors';
import type { PlacementCourse } from './placement.kind';
import { payBearerOf } from './placement.rules';
import type { RecallBars } from './recall-bars';
import type { StaffMoves } from './staff-moves';
import { standingsOf } from './standing';

type Actor = Pick<RequestContext, 'viewer'>;

/** What a placement is begun with. */
export type PlacementGiven = Pick<
  Placement,
  'kind' | 'divisionCode' | 'hostCreditCode' | 'hostName' | 'postTitle' | 'document' | 'startsOn' | 'endsOn'
> &
  Partial<Pick<Placement, 'campaignId' | 'isSectionChief'>>;

/** Who is to be placed, and how. */
export interface PlacementWanted {
  readonly staffMemberId: string;
  readonly given: PlacementGiven;
}

/** Places people and takes them back, within whatever transaction decides that. */
export class Placing {
  constructor(
    private readonly placements: PlacementCourse,
    private readonly staff: StaffMoves,
    private readonly bars: RecallBars,
  ) {}

  /** Begins today if its day has come. One placement at a time. */
  async place(tx: EntityManager, actor: Actor, staffMemberId: string, given: PlacementGiven): Promise<Done<Placement>> {
    const [placeable] = await this.placeable(tx, [{ staffMemberId, given }]);
    const { staff, placement } = placeable!;
    const made = await this.placements.add(tx, actor, 'PLACE', placement);
    if (placement.state !== PlacementState.SERVING) return made;
    if (given.kind !== PlacementKind.TRANSFERRED) return together(made, [await this.staff.serve(tx, actor, staff, given.divisionCode)]);
    const post = await this.staff.findFreePost(tx, given.hostCreditCode, staff);
    if (!post) throw noFreePost();
    return together(made, [await this.staff.rehome(tx, actor, staff, post, 'TRANSFER')]);
  }

  /** All of them, or none: in as many statements for a whole selection as for a few. */
  async placeAll(tx: EntityManager, actor: Actor, wanted: readonly PlacementWanted[]): Promise<Beside> {
    if (wanted.length === 0) return { on: [] };
    const placeable = await this.placeable(tx, wanted);
    const made = await this.placements.addAll(
      tx,
      actor,
      'PLACE',
      placeable.map(({ placement }) => placement),
    );
    const begun = placeable.filter(({ placement }) => placement.state === PlacementState.SERVING);
    const moves = begun.map(({ staff, placement }) => ({ before: staff, divisionCode: placement.divisionCode }));
    return allOf([made, await this.staff.serveAll(tx, actor, moves)]);
  }

  /** Held, and with nothing that stands against their being placed. */
  private async placeable(tx: EntityManager, wanted: readonly PlacementWanted[]): Promise<{ staff: StaffMember; placement: Placement }[]> {
    const ids = wanted.map(({ staffMemberId }) => staffMemberId);
    const held = await this.staff.holdAll(tx, ids);
    const standings = await standingsOf(tx, ids, this.bars);
    const today = this.today();
    return wanted.map(({ staffMemberId, given }) => {
      const staff = held.get(staffMemberId);
      if (!staff) throw placementUnknown();
      if (staff.leftOn !== null) throw hasLeft(staff.leftOn, staffMemberId);
      if (given.hostCreditCode === staff.homeCreditCode) throw atHome();
      const { isPlaced, banUntil } = standings.get(staffMemberId)!;
      if (isPlaced) throw placedAlready(staffMemberId);
      if (given.kind === PlacementKind.SELECTION && banUntil !== null && today <= banUntil)
        throw bannedFromSelection(staffMemberId, banUntil);
      return { staff, placement: placementOf(staff, given, given.startsOn <= today) };
    });
  }

  /** On its day. */
  async begin(tx: EntityManager, actor: Actor, placement: Placement): Promise<Done<Placement>> {
    const begun = await this.placements.move(tx, actor, placement, PlacementAction.BEGIN);
    const staff = (await this.staff.hold(tx, placement.staffMemberId))!;
    return together(begun, [await this.staff.serve(tx, actor, staff, placement.divisionCode)]);
  }

  /** Over, and home again with what they had before. */
  async end(
    tx: EntityManager,
    actor: Actor,
    placement: Placement,
    action: PlacementAction,
    change: Partial<Placement> = {},
    note: string | null = null,
  ): Promise<Done<Placement>> {
    const endedOn = action === PlacementAction.EXPIRE ? placement.endsOn : this.today();
    const lapses = placement.isConversionDue && SENT_BACK.includes(action);
    const isConversionDue = placement.isConversionDue && !lapses;
    const said = lapses ? [note, LAPSED].filter(Boolean).join('；') : note;
    const ended = await this.placements.move(tx, actor, placement, action, { ...change, endedOn, isConversionDue }, said);
    if (action === PlacementAction.CANCEL) return ended;
    const staff = (await this.staff.hold(tx, placement.staffMemberId))!;
    return together(ended, [await this.staff.serve(tx, actor, staff, staff.homeDivisionCode)]);
  }

  private today(): string {
    return dayOf(this.placements.clock());
  }
}

/** What is written where a conversion that was due is none any more. */
export const LAPSED = '待办理的转编随之失效';

/** Home again with what they had before: what an excellent year had earned goes with it. */
const SENT_BACK: readonly PlacementAction[] = [
  PlacementAction.FAIL,
  PlacementAction.RECALL,
  PlacementAction.RETURN,
  PlacementAction.MOVE_BACK,
];

function placementOf(staff: StaffMember, given: PlacementGiven, isServing: boolean): Placement {
  const { id: staffMemberId, homeCreditCode, homeName, homeDivisionCode } = staff;
  return Object.assign(new Placement(), NEW, given, {
    id: uuid(),
    staffMemberId,
    homeCreditCode,
    homeName,
    homeDivisionCode,
    payBearer: payBearerOf(given.kind),
    state: isServing ? PlacementState.SERVING : PlacementState.PLANNED,
  });
}

const NEW = {
  campaignId: null,
  isSectionChief: false,
  endedOn: null,
  endReason: null,
  outcome: null,
  isConversionDue: false,
  banUntil: null,
  version: 1,
};
