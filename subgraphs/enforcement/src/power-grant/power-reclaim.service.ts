import type { RequestContext } from '@township-graph/shared/context';
import { statedText } from '@township-graph/shared/stated-text';
import { In } from 'typeorm';
import { GrantedPower } from './granted-power.entity';
import type { ReclaimPower } from './power-grant.commands';
import type { PowerGrant } from './power-grant.entity';
import { OpenCasesRule, PowerGrantAction } from './power-grant.enums';
import { nobodyToHandOverTo, notInGrant } from './power-grant.errors';
import { checkPowerIds, checkReclaim } from './power-grant.rules';
import { doneOn, type PowerGrantCourse } from './power-grant-course';

/** How powers are taken back: some of a grant, or all that are left. */
export class PowerReclaimService {
  constructor(private readonly course: PowerGrantCourse) {}

  reclaimPower(context: RequestContext, input: ReclaimPower): Promise<PowerGrant> {
    const { effectiveOn, openCases } = input;
    return this.course.run('reclaimPower', context, input, async (tx, grant) => {
      const left = (await this.course.itemsOf(tx, grant.id)).filter(({ reclaimedOn }) => reclaimedOn === null);
      const items = chosenOf(left, input.powerIds);
      const action = items.length === left.length ? PowerGrantAction.RECLAIM : PowerGrantAction.RECLAIM_PART;
      this.course.next(grant, action);
      if (openCases === OpenCasesRule.HAND_OVER && grant.departmentCreditCode === null) throw nobodyToHandOverTo();
      checkReclaim(items, effectiveOn, this.course.today());
      const reclaimLegalBasis = statedText('legalBasis', input.legalBasis, 200);
      const reclaimNumber = statedText('documentNumber', input.documentNumber, 100);
      const reclaimed = await this.course.step(tx, context, grant, action, input, {}, reclaimLegalBasis);
      const change = { validTo: effectiveOn, reclaimedOn: effectiveOn, reclaimLegalBasis, reclaimNumber, openCases };
      await tx.update(GrantedPower, { grantId: grant.id, powerId: In(items.map(({ powerId }) => powerId)) }, change);
      if (action === PowerGrantAction.RECLAIM) await this.course.endEvaluation(tx, reclaimed);
      return doneOn(
        reclaimed,
        'POWER_RECLAIMED',
        items.map(({ powerCode }) => powerCode),
      );
    });
  }
}

function chosenOf(left: readonly GrantedPower[], powerIds: readonly string[] | null | undefined): readonly GrantedPower[] {
  if (!powerIds) return left;
  checkPowerIds(powerIds);
  const strangers = powerIds.filter((id) => !left.some(({ powerId }) => powerId === id));
  if (strangers.length > 0) throw notInGrant(strangers);
  return left.filter(({ powerId }) => powerIds.includes(powerId));
}
