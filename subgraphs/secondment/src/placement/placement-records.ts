import { type EntityManager, In, MoreThanOrEqual } from 'typeorm';
import { BAN_BASIS, Placement } from './placement.entity';
import { PlacementAppraisal } from './placement-appraisal.entity';
import { recallBarsOf } from './recall-bars';
import { BarKind, StaffBar } from './staff-bar.type';
import { LIVE } from './standing';

/** What is known of placements and members of staff that the viewer sees. */
export class PlacementRecords {
  constructor(private readonly manager: EntityManager) {}

  appraisals(placementIds: readonly string[]): Promise<PlacementAppraisal[]> {
    return this.manager.find(PlacementAppraisal, { where: { placementId: In([...placementIds]) }, order: { year: 'ASC' } });
  }

  /** Placements that may give access, by their days. */
  duties(staffMemberIds: readonly string[]): Promise<Placement[]> {
    return this.manager.findBy(Placement, { staffMemberId: In([...staffMemberIds]), state: In([...LIVE]) });
  }

  /** What somebody is left out of on a day: 选派 after a failed year, 评优 and 职级晋升 after a recall. */
  async bars(staffMemberIds: readonly string[], day: string): Promise<StaffBar[]> {
    const failed = await this.manager.findBy(Placement, { staffMemberId: In([...staffMemberIds]), banUntil: MoreThanOrEqual(day) });
    const recalled = await recallBarsOf(this.manager, staffMemberIds);
    return [
      ...failed.map((each) => StaffBar.of(each.staffMemberId, BarKind.SELECTION, each.banUntil!, BAN_BASIS)),
      ...recalled.filter(({ until }) => day <= until).map((each) => StaffBar.of(each.staffMemberId, each.kind, each.until, '被召回')),
    ];
  }
}
