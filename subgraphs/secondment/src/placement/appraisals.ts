import { addYears } from '@township-graph/shared/calendar';
import { dayOf } from '@township-graph/shared/clock';
import type { Done } from '@township-graph/shared/command/commands';
import type { RequestContext } from '@township-graph/shared/context';
import { together } from '@township-graph/shared/course/course';
import { DomainError } from '@township-graph/shared/errors';
import { insertAll } from '@township-graph/shared/insert-all';
import { statedText } from '@township-graph/shared/stated-text';
import { divisionsOf, systemViewer } from '@township-graph/shared/viewer';
import { type EntityManager, In } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Periods } from '../periods';
import { StaffMember } from '../staff-member/staff-member.entity';
import { holdsPower } from '../three-powers/held-power';
import { ThreePower } from '../three-powers/three-powers.enums';
import { AppraisalSource } from './appraisal.enums';
import { APPRAISED, isAppraisable, isExcellent, isGradedAsCivilServant, isTermOver, outcomeOf } from './appraisal.rules';
import type { Conversions } from './conversions';
import type { GradeGiven, RecordAppraisal } from './placement.commands';
import { Placement } from './placement.entity';
import { PlacementAction, PlacementKind, PlacementOutcome, PlacementState } from './placement.enums';
import { appraisedAlready, gradeWrong, powerNeeded, yearWrong } from './placement.errors';
import type { PlacementCourse } from './placement.kind';
import { PlacementAppraisal } from './placement-appraisal.entity';
import { LAPSED, type Placing } from './placing';
import type { RecallBars } from './recall-bars';
import { barredFromMerit } from './recall-bars.errors';
import { ELSEWHERE } from './standing';

/** A grade of a year, and where it is written. */
export interface AppraisalGiven extends GradeGiven {
  readonly year: number;
  readonly source: AppraisalSource;
  readonly sourceReference: string;
  /** Of a result: which version of it; 1 as it was confirmed. */
  readonly sourceVersion?: number;
}

/** A confirmed annual result of somebody, as the assessment tells it. */
export interface AnnualResult extends GradeGiven {
  readonly staffMemberId: string;
  readonly year: number;
  readonly resultId: string;
  /** 1 as it was confirmed, one more with each correction. */
  readonly version: number;
}

type Actor = Pick<RequestContext, 'viewer'>;

/** Yearly appraisals of who is placed, and what comes of them: each year once, whatever comes twice. */
export class Appraisals {
  constructor(
    private readonly placements: PlacementCourse,
    private readonly placing: Placing,
    private readonly conversions: Conversions,
    private readonly bars: RecallBars,
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
   * By a result that the assessment has confirmed, in the transaction of who follows its feed; it may come when the placement is over.
   * Null where there is nothing to do: the year is recorded, or they served nowhere but at home in it.
   */
  async applyResult(
    tx: EntityManager,
    job: string,
    { staffMemberId, year, resultId, version, ...grade }: AnnualResult,
  ): Promise<Done<Placement> | null> {
    const placement = await this.servedIn(tx, staffMemberId, year);
    if (!placement) return null;
    const actor = { viewer: systemViewer(job, [placement.divisionCode, placement.homeDivisionCode]) };
    const source = { source: AppraisalSource.ASSESSMENT, sourceReference: resultId, sourceVersion: version };
    return this.apply(tx, actor, placement, { ...grade, year, ...source });
  }

  /** The placement of that year: the one that goes on, or else the last that has ended; of who was transferred there is none. */
  private async servedIn(tx: EntityManager, staffMemberId: string, year: number): Promise<Placement | null> {
    const placements = await tx.find(Placement, {
      where: { staffMemberId, state: In([...APPRAISED]), kind: ELSEWHERE },
      order: { startsOn: 'DESC', id: 'DESC' },
    });
    return placements.find((placement) => isAppraisable(year, placement, this.today())) ?? null;
  }

  /** Null if the year is recorded already. */
  private async apply(tx: EntityManager, actor: Actor, given: Placement, appraisal: AppraisalGiven): Promise<Done<Placement> | null> {
    const { year, institutionGrade = null } = appraisal;
    const staff = await tx.findOneByOrFail(StaffMember, { id: given.staffMemberId });
    checkGrade(staff, appraisal);
    if (!isAppraisable(year, given, this.today())) throw yearWrong(year);
    if (await tx.existsBy(PlacementAppraisal, { placementId: given.id, year })) return null;
    const barredUntil = isExcellent(appraisal) ? await this.bars.meritBarredUntil(tx, staff.id, year) : null;
    if (barredUntil !== null) return this.refuseExcellent(tx, actor, given, appraisal, barredUntil);
    const expired = isTermOver(given, this.today()) ? await this.placing.end(tx, actor, given, PlacementAction.EXPIRE) : null;
    const placement = expired?.result ?? given;
    const isOver = placement.state !== PlacementState.SERVING;
    const outcome = outcomeOf(placement.kind, institutionGrade, this.periods.basicallyQualified, placement.state);
    await insertAll(tx, PlacementAppraisal, [this.rowOf(placement, appraisal, outcome)]);
    const hasFailed = outcome === PlacementOutcome.RETURNED;
    // What an earlier year has earned is not lost by a plain one, only by a failed one.
    const lapses = placement.isConversionDue && isOver && hasFailed;
    const isConversionDue = outcome === PlacementOutcome.CONVERTED || (placement.isConversionDue && !lapses);
    const banUntil = isOver && hasFailed ? addYears(this.today(), 1) : placement.banUntil;
    const note = isOver ? `下沉已结束，考核结果事后登记${lapses ? `；${LAPSED}` : ''}` : null;
    const change = { outcome, isConversionDue, banUntil };
    const appraised = await this.placements.move(tx, actor, placement, PlacementAction.APPRAISE, change, note);
    const done = isOver ? appraised : await this.consequence(tx, actor, appraised, outcome);
    return expired ? together(done, [expired]) : done;
  }

  private rowOf({ id: placementId }: Placement, appraisal: AppraisalGiven, outcome: PlacementOutcome): Partial<PlacementAppraisal> {
    const { year, institutionGrade = null, civilServantGrade = null, source, sourceReference, sourceVersion = 1 } = appraisal;
    const graded = { year, institutionGrade, civilServantGrade, outcome, source, sourceReference, sourceVersion };
    return { id: uuid(), placementId, ...graded, recordedAt: this.placements.clock() };
  }

  /** Whoever records it is refused; what the assessment has confirmed is not recorded, and that it was not, is. */
  private async refuseExcellent(
    tx: EntityManager,
    actor: Actor,
    placement: Placement,
    { year, source, sourceReference }: AppraisalGiven,
    until: string,
  ): Promise<Done<Placement>> {
    if (source === AppraisalSource.DOCUMENT) throw barredFromMerit(year, until);
    const note = `${year} 年度考核结果 ${sourceReference} 为优秀；因被召回，${until} 前（含当日）不得评优，未予登记`;
    return this.placements.move(tx, actor, placement, PlacementAction.REFUSE_APPRAISAL, {}, note);
  }

  /** 优秀: converted, or waiting for a free post; 不合格: home, with what they had before, and no selection for a year. */
  async consequence(tx: EntityManager, actor: Actor, appraised: Done<Placement>, outcome: PlacementOutcome): Promise<Done<Placement>> {
    const { result: placement } = appraised;
    if (outcome === PlacementOutcome.UNCHANGED) return appraised;
    if (outcome === PlacementOutcome.CONVERTED) {
      const converted = await this.conversions.convert(tx, actor, placement);
      return converted instanceof DomainError ? appraised : together(converted, [appraised]);
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

/** Graded by the words of those among whom they are. */
export function checkGrade({ establishmentKind }: StaffMember, { institutionGrade, civilServantGrade }: GradeGiven): void {
  const isCivilServant = isGradedAsCivilServant(establishmentKind);
  const [own, other] = isCivilServant ? [civilServantGrade, institutionGrade] : [institutionGrade, civilServantGrade];
  if (!own || other) throw gradeWrong(isCivilServant);
}
