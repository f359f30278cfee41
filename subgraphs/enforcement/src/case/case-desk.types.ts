import { DeadlineLight } from '@township-graph/shared/deadlines/deadline.enums';
import { Field, Int, ObjectType } from 'type-graphql';
import { CaseState } from './case.enums';

@ObjectType({ description: 'Open cases in one state. 某状态的在办案件数。' })
export class CasesInState {
  @Field(() => CaseState, { description: 'State. 状态。' })
  readonly state!: CaseState;

  @Field(() => Int, { description: 'How many. 件数。' })
  readonly cases!: number;
}

@ObjectType({ description: 'Clocks of cases that run, by what is due and its light, as it stands now. 某时限、某亮灯的计时数。' })
export class ClocksByLight {
  @Field(() => String, { description: 'What is due, as in `deadlines`. 时限种类。' })
  readonly kind!: string;

  @Field(() => DeadlineLight, { description: 'Light. 亮灯。' })
  readonly light!: DeadlineLight;

  @Field(() => Int, { description: 'How many. 个数。' })
  readonly clocks!: number;
}

@ObjectType({ description: 'How many open cases an officer investigates now. 办案人员在办案件数。' })
export class OfficerLoad {
  readonly officerId!: string;

  @Field(() => Int, { description: 'Open cases. 在办案件数。' })
  readonly cases!: number;
}

@ObjectType({ description: 'Cases that wait for the head, or in which the party waits. 待处理事项。' })
export class CasesWaiting {
  @Field(() => Int, { description: 'In which an application for recusal is undecided (行政处罚法 §43③). 回避申请待决定的案件数。' })
  readonly undecidedRecusals!: number;

  @Field(() => Int, {
    description:
      'In which something is to be given back since the decision was revoked or changed (行政强制法 §41). 应退还而未退还的案件数。',
  })
  readonly restitutionsDue!: number;
}

@ObjectType({ description: 'What an enforcement team has before it. Scope enforcement:read. 办案工作台。' })
export class CaseDesk {
  readonly divisionCode!: string;
}
