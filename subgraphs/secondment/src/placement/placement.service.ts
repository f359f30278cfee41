import { dayOf } from '@township-graph/shared/clock';
import type { RequestContext } from '@township-graph/shared/context';
import { DomainError } from '@township-graph/shared/errors';
import { optionalWords, statedText } from '@township-graph/shared/stated-text';
import { sees } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import { staffUnknown } from '../candidate/candidate.errors';
import { StaffMember } from '../staff-member/staff-member.entity';
import type { Conversions } from './conversions';
import type { BeginPlacement, PlacementMove, ReasonedPlacementMove, WaiveConversion } from './placement.commands';
import type { Placement } from './placement.entity';
import { PlacementAction, PlacementKind } from './placement.enums';
import { byCampaignOnly, placeWrong, termWrong, transferNotNow } from './placement.errors';
import type { PlacementCourse } from './placement.kind';
import { termFault } from './placement.rules';
import type { PlacementGiven, Placing } from './placing';
import type { RecallBars } from './recall-bars';

/** Placements of every kind but selection, whose own procedure appoints. */
export class PlacementService {
  constructor(
    private readonly placements: PlacementCourse,
    private readonly placing: Placing,
    private readonly conversions: Conversions,
    private readonly bars: RecallBars,
  ) {}

  beginPlacement(context: RequestContext, input: BeginPlacement): Promise<Placement> {
    const work = async (tx: EntityManager) => {
      const given = this.given(input);
      const staff = await tx.findOneBy(StaffMember, { id: input.staffMemberId });
      const { clock } = this.placements;
      if (!staff || !sees(context.viewer, staff.homeDivisionCode, clock) || !sees(context.viewer, staff.divisionCode, clock))
        throw staffUnknown();
      if (!given.divisionCode.startsWith(staff.homeDivisionCode.slice(0, 6))) throw placeWrong(given.divisionCode);
      if (given.isSectionChief) await this.bars.refuseLeadingPost(tx, staff, given.startsOn);
      return this.placing.place(tx, context, staff.id, given);
    };
    return this.placements.begin(context, { name: 'beginPlacement', action: 'PLACE', input, place: input.divisionCode, work });
  }

  /** Before its last day. */
  endPlacement(context: RequestContext, input: ReasonedPlacementMove): Promise<Placement> {
    return this.over(context, 'endPlacement', PlacementAction.END, input);
  }

  /** Before it has begun. */
  cancelPlacement(context: RequestContext, input: ReasonedPlacementMove): Promise<Placement> {
    return this.over(context, 'cancelPlacement', PlacementAction.CANCEL, input);
  }

  returnPlacement(context: RequestContext, input: ReasonedPlacementMove): Promise<Placement> {
    return this.over(context, 'returnPlacement', PlacementAction.RETURN, input);
  }

  /** What an excellent year has earned, once an approved post is free. */
  convertPlacement(context: RequestContext, input: PlacementMove): Promise<Placement> {
    const work = async (tx: EntityManager, placement: Placement) => {
      const converted = await this.conversions.convert(tx, context, placement);
      if (converted instanceof DomainError) throw converted;
      return converted;
    };
    return this.placements.act(context, { name: 'convertPlacement', action: PlacementAction.CONVERT, id: input.placementId, input, work });
  }

  /** They do not want it: by a document of theirs, for nobody else gives up what a year has earned. */
  waiveConversion(context: RequestContext, input: WaiveConversion): Promise<Placement> {
    const document = () => statedText('document', input.document, 100);
    return this.placements.take(context, {
      name: 'waiveConversion',
      action: PlacementAction.LAPSE,
      id: input.placementId,
      input: { ...input, note: `本人放弃转编（${document()}）` },
      work: () => ({ isConversionDue: false }),
    });
  }

  private given({
    kind,
    divisionCode,
    organization,
    postTitle,
    isSectionChief,
    document,
    from,
    to = null,
  }: BeginPlacement): PlacementGiven {
    if (kind === PlacementKind.SELECTION) throw byCampaignOnly();
    const fault = termFault(kind, from, to);
    if (fault) throw termWrong(fault);
    if (kind === PlacementKind.TRANSFERRED && from > dayOf(this.placements.clock())) throw transferNotNow();
    return {
      kind,
      divisionCode,
      hostCreditCode: organization.creditCode,
      hostName: statedText('organization.name', organization.name, 100),
      postTitle: statedText('postTitle', postTitle, 100),
      isSectionChief: isSectionChief ?? false,
      document: statedText('document', document, 100),
      startsOn: from,
      endsOn: to,
    };
  }

  private over(context: RequestContext, name: string, action: PlacementAction, input: ReasonedPlacementMove): Promise<Placement> {
    const work = async (tx: EntityManager, placement: Placement) => {
      const endReason = statedText('reason', input.reason, 200);
      return this.placing.end(tx, context, placement, action, { endReason }, optionalWords('note', input.note, 500));
    };
    return this.placements.act(context, { name, action, id: input.placementId, input, work });
  }
}
