import { connectionOf, PageArgs } from '@township-graph/shared/connection';
import { ArgsType, Field, InputType } from 'type-graphql';
import { Candidate } from './candidate.entity';
import { CandidateState } from './candidate.enums';

export const CandidateConnection = connectionOf(Candidate, 'Candidate', '报名人员');

@InputType({ description: 'Which candidates; all conditions apply together. 报名人员筛选条件（同时满足）。' })
export class CandidateFilter {
  @Field(() => [CandidateState], { nullable: true, description: 'In one of these states. 状态（任一）。' })
  state?: CandidateState[] | null;
}

@ArgsType()
export class CandidateListArgs extends PageArgs {
  @Field(() => CandidateFilter, { nullable: true, description: 'Which candidates. 筛选条件。' })
  filter?: CandidateFilter | null;
}
