import { dayOf } from '@township-graph/shared/clock';
import type { RequestContext } from '@township-graph/shared/context';
import { badInput, conflict } from '@township-graph/shared/errors';
import { statedText } from '@township-graph/shared/stated-text';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { standingKeyOf } from './held-power';
import type { GrantThreePowers, WithdrawThreePowers } from './three-powers.commands';
import { ThreePowersAction, ThreePowersState } from './three-powers.enums';
import type { ThreePowersCourse } from './three-powers.kind';
import { ThreePowersGrant } from './three-powers-grant.entity';

const townshipNeeded = () => badInput('TOWNSHIP_NEEDED', { zh: '“三权”授予乡镇（街道）', en: 'The powers are granted to a township' });

const grantedAlready = () => conflict('GRANTED_ALREADY', { zh: '该项权力已经授予', en: 'That power is granted already' });

/** 人事建议权、干部考核权、日常管理权: each granted once, for a department's staff in a township. */
export class ThreePowersService {
  constructor(private readonly grants: ThreePowersCourse) {}

  grantThreePowers(context: RequestContext, input: GrantThreePowers): Promise<ThreePowersGrant> {
    const { divisionCode, department, power, effectiveFrom } = input;
    const make = async (tx: EntityManager): Promise<ThreePowersGrant> => {
      if (divisionCode.length !== 9) throw townshipNeeded();
      const standingKey = standingKeyOf(divisionCode, department.creditCode, power);
      if (await tx.existsBy(ThreePowersGrant, { standingKey })) throw grantedAlready();
      return Object.assign(new ThreePowersGrant(), {
        id: uuid(),
        divisionCode,
        departmentCreditCode: department.creditCode,
        departmentName: statedText('department.name', department.name, 100),
        power,
        standingKey,
        document: statedText('document', input.document, 100),
        effectiveFrom,
        effectiveTo: null,
        state: ThreePowersState.GRANTED,
        version: 1,
      });
    };
    return this.grants.open(context, { name: 'grantThreePowers', action: 'GRANT', input, place: divisionCode, make });
  }

  withdrawThreePowers(context: RequestContext, input: WithdrawThreePowers): Promise<ThreePowersGrant> {
    const noted = { ...input, note: statedText('reason', input.reason, 200) };
    const taking = { name: 'withdrawThreePowers', action: ThreePowersAction.WITHDRAW, id: input.grantId, input: noted };
    const work = () => ({ effectiveTo: dayOf(this.grants.clock()), standingKey: null });
    return this.grants.take(context, { ...taking, work });
  }
}
