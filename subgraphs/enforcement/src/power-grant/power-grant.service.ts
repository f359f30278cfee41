import type { Done } from '@township-graph/shared/command/commands';
import type { RequestContext } from '@township-graph/shared/context';
import { insertAll } from '@township-graph/shared/insert-all';
import { statedText, textOf } from '@township-graph/shared/stated-text';
import { sees } from '@township-graph/shared/viewer';
import { type EntityManager, In, IsNull } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { EnforcementPower } from '../power/power.entity';
import { GrantedPower } from './granted-power.entity';
import { refuseHeldTwice, refuseWithoutPower } from './power-collisions';
import type { Agreement, EvaluatePowerGrant, GrantPower, RenewEntrustment } from './power-grant.commands';
import { PowerGrant } from './power-grant.entity';
import { PowerGrantAction, PowerGrantState } from './power-grant.enums';
import { countyOutsideDuty, powersNotFound } from './power-grant.errors';
import { checkGrant, checkPowerIds, checkRenewal } from './power-grant.rules';
import { doneOn, type PowerGrantCourse } from './power-grant-course';

/** How organs come to hold powers, and keep them. */
export class PowerGrantService {
  constructor(private readonly course: PowerGrantCourse) {}

  grantPower(context: RequestContext, input: GrantPower): Promise<PowerGrant> {
    return this.course.commands.run(context, {
      name: 'grantPower',
      needs: 'enforcement:manage',
      input,
      result: this.course.asKept,
      work: (tx) => this.grant(tx, context, input),
    });
  }

  renewEntrustment(context: RequestContext, input: RenewEntrustment): Promise<PowerGrant> {
    return this.course.run('renewEntrustment', context, input, async (tx, grant) => {
      this.course.next(grant, PowerGrantAction.RENEW);
      checkRenewal(grant, input.agreement, this.course.today());
      const effectiveTo = input.agreement.validTo;
      await this.course.holdDivision(tx, grant.divisionCode);
      const left = await tx.findBy(GrantedPower, { grantId: grant.id, reclaimedOn: IsNull() });
      const powerIds = left.map(({ powerId }) => powerId);
      const longer = Object.assign(new PowerGrant(), grant, { effectiveTo });
      await refuseHeldTwice(tx, longer, powerIds);
      await refuseWithoutPower(tx, longer, powerIds);
      const renewed = await this.course.step(tx, context, grant, PowerGrantAction.RENEW, input, {
        ...agreementColumns(input.agreement),
        effectiveTo,
      });
      await tx.update(GrantedPower, { grantId: grant.id, reclaimedOn: IsNull() }, { validTo: effectiveTo });
      return doneOn(renewed, 'POWER_GRANT_RENEWED');
    });
  }

  evaluatePowerGrant(context: RequestContext, input: EvaluatePowerGrant): Promise<PowerGrant> {
    return this.course.run('evaluatePowerGrant', context, input, async (tx, grant) => {
      const change = { evaluatedOn: this.course.today(), evaluationOutcome: input.outcome };
      const evaluated = await this.course.step(tx, context, grant, PowerGrantAction.EVALUATE, input, change, '行政处罚法第二十四条');
      await this.course.evaluated(tx, evaluated);
      return doneOn(evaluated, 'POWER_GRANT_EVALUATED');
    });
  }

  private async grant(tx: EntityManager, context: RequestContext, input: GrantPower): Promise<Done<PowerGrant>> {
    const countyCode = input.divisionCode.slice(0, 6);
    if (!sees(context.viewer, countyCode, this.course.clock)) throw countyOutsideDuty(input.divisionCode);
    checkPowerIds(input.powerIds);
    const powers = await powersOf(tx, input.powerIds);
    checkGrant(input, powers, this.course.today());
    const grant = Object.assign(new PowerGrant(), rowOf(input, countyCode));
    await this.course.holdDivision(tx, grant.divisionCode);
    await refuseHeldTwice(tx, grant, input.powerIds);
    await refuseWithoutPower(tx, grant, input.powerIds);
    await insertAll(tx, PowerGrant, [grant]);
    await insertAll(
      tx,
      GrantedPower,
      powers.map((power) => itemOf(grant, power)),
    );
    await this.course.record(tx, context, grant, PowerGrantAction.GRANT, null, input.note, grant.legalBasis);
    await this.course.startEvaluation(tx, grant, grant.effectiveFrom);
    return doneOn(
      grant,
      'POWER_GRANTED',
      powers.map(({ code }) => code),
    );
  }
}

async function powersOf(tx: EntityManager, powerIds: readonly string[]): Promise<EnforcementPower[]> {
  const powers = await tx.find(EnforcementPower, { where: { id: In([...powerIds]) }, order: { code: 'ASC' } });
  const known = new Set(powers.map(({ id }) => id));
  const unknown = powerIds.filter((id) => !known.has(id));
  if (unknown.length > 0) throw powersNotFound(unknown);
  return powers;
}

function rowOf(input: GrantPower, countyCode: string) {
  const { mode, divisionCode, holder, department, agreement, publication, effectiveFrom } = input;
  return {
    id: uuid(),
    countyCode,
    divisionCode,
    mode,
    holderCreditCode: holder.creditCode,
    holderName: statedText('holder.name', holder.name, 100),
    departmentCreditCode: department?.creditCode ?? null,
    departmentName: textOf('department.name', department?.name, 100),
    legalBasis: statedText('legalBasis', input.legalBasis, 200),
    decisionNumber: textOf('decisionNumber', input.decisionNumber, 100),
    capability: textOf('capability', input.capability, 500),
    ...agreementColumns(agreement ?? null),
    publishedOn: publication?.publishedOn ?? null,
    publicationNumber: textOf('publication.documentNumber', publication?.documentNumber, 100),
    effectiveFrom,
    effectiveTo: input.effectiveTo ?? agreement?.validTo ?? null,
    evaluatedOn: null,
    evaluationOutcome: null,
    state: PowerGrantState.PUBLISHED,
    version: 1,
  };
}

function agreementColumns(agreement: Agreement | null) {
  return {
    agreementNumber: textOf('agreement.number', agreement?.number, 100),
    agreementSignedOn: agreement?.signedOn ?? null,
    agreementValidTo: agreement?.validTo ?? null,
  };
}

function itemOf(grant: PowerGrant, power: EnforcementPower) {
  const { id: grantId, divisionCode, effectiveFrom: validFrom, effectiveTo: validTo } = grant;
  return { grantId, powerId: power.id, powerCode: power.code, divisionCode, validFrom, validTo };
}
