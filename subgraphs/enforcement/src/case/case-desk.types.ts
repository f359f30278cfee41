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

@ObjectType({ description: 'What an enforcement team has before it. Scope enforcement:read. 办案工作台。' })
export class CaseDesk {
  readonly divisionCode!: string;
}
