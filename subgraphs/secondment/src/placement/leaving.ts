import type { RequestContext } from '@township-graph/shared/context';
import type { Beside } from '@township-graph/shared/course/course';
import { systemViewer } from '@township-graph/shared/viewer';
import { type EntityManager, In } from 'typeorm';
import type { StaffMember } from '../staff-member/staff-member.entity';
import type { Conversions } from './conversions';
import { Placement } from './placement.entity';
import { PlacementAction, PlacementState } from './placement.enums';
import type { PlacementCourse } from './placement.kind';
import { LIVE } from './standing';

const LEFT = '离职（退休）';

/** Whatever somebody was placed in, was to be, or still waited for, is over with their leaving. */
export class Leaving {
  constructor(
    private readonly placements: PlacementCourse,
    private readonly conversions: Conversions,
  ) {}

  async apply(tx: EntityManager, { id: staffMemberId, homeDivisionCode, leftOn }: StaffMember): Promise<Beside[]> {
    // It follows from the leaving, whoever recorded that: the placement may be in another township than theirs.
    const actor = { viewer: systemViewer('recordDeparture', [homeDivisionCode.slice(0, 6)]) };
    const over: Beside[] = [];
    for (const placement of await tx.findBy(Placement, { staffMemberId, state: In([...LIVE]) }))
      over.push(await this.end(tx, actor, placement, leftOn));
    return [...over, ...(await this.conversions.lapseAll(tx, actor, staffMemberId, LEFT))];
  }

  private end(tx: EntityManager, actor: Pick<RequestContext, 'viewer'>, placement: Placement, leftOn: string | null): Promise<Beside> {
    const ended = { endReason: LEFT, isConversionDue: false };
    return placement.state === PlacementState.PLANNED
      ? this.placements.move(tx, actor, placement, PlacementAction.CANCEL, ended)
      : this.placements.move(tx, actor, placement, PlacementAction.LEAVE, { ...ended, endedOn: leftOn });
  }
}
