import { addYears } from '@township-graph/shared/calendar';
import { dayOf } from '@township-graph/shared/clock';
import type { Done } from '@township-graph/shared/command/commands';
import { systemViewer } from '@township-graph/shared/viewer';
import { type EntityManager, MoreThan, Not } from 'typeorm';
import type { Periods } from '../periods';
import { StaffMember } from '../staff-member/staff-member.entity';
import { AppraisalSource } from './appraisal.enums';
import { isExcellent, outcomeOf } from './appraisal.rules';
import { type AnnualResult, type Appraisals, checkGrade } from './appraisals';
import { Placement } from './placement.entity';
import { PlacementAction, PlacementOutcome, PlacementState } from './placement.enums';
import type { PlacementCourse } from './placement.kind';
import { PlacementAppraisal } from './placement-appraisal.entity';
import type { RecallBars } from './recall-bars';

/** What the assessment corrects of a year that was applied here: the grade, and what came of it as far as a rule says what is to come instead. */
export class AppraisalCorrections {
  constructor(
    private readonly placements: PlacementCourse,
    private readonly appraisals: Appraisals,
    private readonly bars: RecallBars,
    private readonly periods: Periods,
  ) {}

  /** In the transaction of who follows the feed. Of a year that was not applied it is as if it were confirmed now. */
  async correct(tx: EntityManager, job: string, result: AnnualResult): Promise<Done<Placement> | null> {
    const { resultId: sourceReference, year, version } = result;
    const appraisal = await tx.findOneBy(PlacementAppraisal, { source: AppraisalSource.ASSESSMENT, sourceReference });
    if (!appraisal) return this.appraisals.applyResult(tx, job, result);
    // Told again, or overtaken by a later correction: what is recorded here is as new.
    if (appraisal.sourceVersion >= version) return null;
    await tx.update(PlacementAppraisal, { id: appraisal.id }, { sourceVersion: version });
    const { institutionGrade = null, civilServantGrade = null } = result;
    if (appraisal.institutionGrade === institutionGrade && appraisal.civilServantGrade === civilServantGrade) return null;
    const placement = await tx.findOneByOrFail(Placement, { id: appraisal.placementId });
    checkGrade(await tx.findOneByOrFail(StaffMember, { id: placement.staffMemberId }), result);
    const actor = { viewer: systemViewer(job, [placement.divisionCode, placement.homeDivisionCode]) };
    const barredUntil = isExcellent(result) ? await this.bars.meritBarredUntil(tx, placement.staffMemberId, year) : null;
    if (barredUntil !== null) {
      const note = `${year} 年度考核结果 ${sourceReference} 更正为优秀；因被召回，${barredUntil} 前（含当日）不得评优，未予登记`;
      return this.placements.move(tx, actor, placement, PlacementAction.REFUSE_APPRAISAL, {}, note);
    }
    const outcome = this.outcomeNow(placement, appraisal, result);
    const recorded = { institutionGrade, civilServantGrade, outcome, recordedAt: this.placements.clock() };
    await tx.update(PlacementAppraisal, { id: appraisal.id }, recorded);
    const change = await this.changeBy(tx, placement, appraisal, outcome);
    const note = noteOf(placement, appraisal, sourceReference);
    const corrected = await this.placements.move(tx, actor, placement, PlacementAction.CORRECT, change, note);
    const isSettled = placement.state !== PlacementState.SERVING || outcome === appraisal.outcome;
    return isSettled ? corrected : this.appraisals.consequence(tx, actor, corrected, outcome);
  }

  /** Who was converted stays so until those decide who decide of posts; everything else comes as the right grade would have it. */
  private outcomeNow({ state, kind }: Placement, before: PlacementAppraisal, { institutionGrade = null }: AnnualResult): PlacementOutcome {
    if (state === PlacementState.CONVERTED) return before.outcome;
    return outcomeOf(kind, institutionGrade, this.periods.basicallyQualified, state);
  }

  private async changeBy(
    tx: EntityManager,
    { id: placementId, state, isConversionDue, banUntil }: Placement,
    { year, outcome: before }: PlacementAppraisal,
    outcome: PlacementOutcome,
  ): Promise<Partial<Placement>> {
    const isLatest = !(await tx.existsBy(PlacementAppraisal, { placementId, year: MoreThan(year) }));
    const earned = { placementId, year: Not(year), outcome: PlacementOutcome.CONVERTED };
    const isStillDue = isConversionDue && (await tx.existsBy(PlacementAppraisal, earned));
    // Of who serves, the return takes it.
    const mayBeDue = state === PlacementState.SERVING || (state === PlacementState.ENDED && outcome !== PlacementOutcome.RETURNED);
    const isFailedNow = outcome === PlacementOutcome.RETURNED && before !== outcome && state !== PlacementState.SERVING;
    const isCleared = before === PlacementOutcome.RETURNED && outcome !== before;
    return {
      ...(isLatest && { outcome }),
      isConversionDue: mayBeDue && (outcome === PlacementOutcome.CONVERTED || isStillDue),
      banUntil: isFailedNow ? addYears(dayOf(this.placements.clock()), 1) : isCleared ? null : banUntil,
    };
  }
}

/** What was, and what no rule undoes: that is for those to decide who decide of posts. */
function noteOf({ state }: Placement, { year, institutionGrade, civilServantGrade }: PlacementAppraisal, reference: string): string {
  const corrected = `更正 ${year} 年度考核（原 ${institutionGrade ?? civilServantGrade}），依据考核结果 ${reference}`;
  if (state === PlacementState.CONVERTED) return `${corrected}；已转编，如需变更须另行报批`;
  return state === PlacementState.RETURNED ? `${corrected}；已退回，再次下沉须另行办理` : corrected;
}
