import { addYears } from '@township-graph/shared/calendar';
import { dayOf } from '@township-graph/shared/clock';
import type { Done } from '@township-graph/shared/command/commands';
import type { RequestContext } from '@township-graph/shared/context';
import { together } from '@township-graph/shared/course/course';
import { insertAll } from '@township-graph/shared/insert-all';
import { statedText } from '@township-graph/shared/stated-text';
import { divisionsOf, systemViewer } from '@township-graph/shared/viewer';
import { type EntityManager, Not } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Periods } from '../periods';
import { StaffMember } from '../staff-member/staff-member.entity';
import { holdsPower } from '../three-powers/held-power';
import { ThreePower } from '../three-powers/three-powers.enums';
import { AppraisalSource } from './appraisal.enums';
import { isAppraisable, isGradedAsCivilServant, outcomeOf } from './appraisal.rules';
import type { GradeGiven, RecordAppraisal } from './placement.commands';
import { Placement } from './placement.entity';
import { PlacementAction, PlacementKind, PlacementOutcome, PlacementState } from './placement.enums';
import { appraisedAlready, gradeWrong, powerNeeded, yearWrong } from './placement.errors';
import type { PlacementCourse } from './placement.kind';
import { PlacementAppraisal } from './placement-appraisal.entity';
import type { Placing } from './placing';

/** A grade of a year, and where it is written. */
export interface AppraisalGiven extends GradeGiven {
  readonly year: number;
  readonly source: AppraisalSource;
  readonly sourceReference: string;
}

/** A confirmed annual result of somebody, as the assessment tells it. */
export interface AnnualResult extends GradeGiven {
  readonly staffMemberId: string;
  readonly year: number;
  readonly resultId: string;
}

type Actor = Pick<RequestContext, 'viewer'>;

/** Yearly appraisals of who is placed, and what comes of them: each year once, whatever comes twice. */
export class Appraisals {
  constructor(
    private readonly placements: PlacementCourse,
    private readonly placing: Placing,
    private readonly periods: Periods,
  ) {}

  /** By a document that somebody records. */
  recordAppraisal(context: RequestContext, input: RecordAppraisal): Promise<Placement> {
    const work = async (tx: EntityManager, placement: Placement) => {
      const sourceReference = statedText('document', input.document, 100);
      await this.checkPower(tx, context, placement);
      const applied = await this.apply(tx, context, placement, { ...input, source: AppraisalSource.DOCUMENT, sourceReference });
      if (!applied) throw appraisedAlready(input.year);
      return applied;
    };
    return this.placements.act(context, { name: 'recordAppraisal', action: PlacementAction.APPRAISE, id: input.placementId, input, work });
  }

  /**
   * By a result that the assessment has confirmed, in the transaction of who follows its feed. Null where there is nothing to do: the
   * year is recorded, or they are not placed, or did not serve in that year.
   */
  async applyResult(
    tx: EntityManager,
    job: string,
    { staffMemberId, year, resultId, ...grade }: AnnualResult,
  ): Promise<Done<Placement> | null> {
    const placement = await tx.findOneBy(Placement, { staffMemberId, state: PlacementState.SERVING, kind: Not(PlacementKind.TRANSFERRED) });
    if (!placement || !isAppraisable(year, placement.startsOn, this.today())) return null;
    const actor = { viewer: systemViewer(job, [placement.divisionCode, placement.homeDivisionCode]) };
    return this.apply(tx, actor, placement, { ...grade, year, source: AppraisalSource.ASSESSMENT, sourceReference: resultId });
  }

  /** Null if the year is recorded already. */
  private async apply(tx: EntityManager, actor: Actor, placement: Placement, given: AppraisalGiven): Promise<Done<Placement> | null> {
    const { year, source, sourceReference, institutionGrade = null, civilServantGrade = null } = given;
    const staff = await tx.findOneByOrFail(StaffMember, { id: placement.staffMemberId });
    const isCivilServant = isGradedAsCivilServant(staff.establishmentKind);
    if ((isCivilServant ? civilServantGrade : institutionGrade) === null) throw gradeWrong(isCivilServant);
    if ((isCivilServant ? institutionGrade : civilServantGrade) !== null) throw gradeWrong(isCivilServant);
    if (!isAppraisable(year, placement.startsOn, this.today())) throw yearWrong(year);
    if (await tx.existsBy(PlacementAppraisal, { placementId: placement.id, year })) return null;
    const outcome = outcomeOf(placement.kind, institutionGrade, this.periods.basicallyQualified);
    const graded = { year, institutionGrade, civilServantGrade, outcome, source, sourceReference };
    await insertAll(tx, PlacementAppraisal, [{ id: uuid(), placementId: placement.id, ...graded, recordedAt: this.placements.clock() }]);
    const isConversionDue = outcome === PlacementOutcome.CONVERTED;
    const appraised = await this.placements.move(tx, actor, placement, PlacementAction.APPRAISE, { outcome, isConversionDue });
    return this.consequence(tx, actor, appraised, outcome);
  }

  /** 优秀: converted, or waiting for a free post; 不合格: home, with what they had before, and no selection for a year. */
  private async consequence(
    tx: EntityManager,
    actor: Actor,
    appraised: Done<Placement>,
    outcome: PlacementOutcome,
  ): Promise<Done<Placement>> {
    const { result: placement } = appraised;
    if (outcome === PlacementOutcome.UNCHANGED) return appraised;
    if (outcome === PlacementOutcome.CONVERTED) {
      const converted = await this.placing.convert(tx, actor, placement);
      return converted ? together(converted, [appraised]) : appraised;
    }
    const banUntil = addYears(this.today(), 1);
    return together(await this.placing.end(tx, actor, placement, PlacementAction.FAIL, { banUntil }), [appraised]);
  }

  /** 干部考核权: of who is stationed, the township appraises if the department has granted it that. */
  private async checkPower(tx: EntityManager, { viewer }: Actor, placement: Placement): Promise<void> {
    const { kind, divisionCode, homeCreditCode } = placement;
    if (kind !== PlacementKind.STATIONED || !divisionsOf(viewer, this.placements.clock).includes(divisionCode)) return;
    const held = await holdsPower(tx, divisionCode, homeCreditCode, ThreePower.CADRE_APPRAISAL, this.today());
    if (!held) throw powerNeeded(ThreePower.CADRE_APPRAISAL);
  }

  private today(): string {
    return dayOf(this.placements.clock());
  }
}
