import { Reads } from '@township-graph/shared/asked-properties';
import type { Connection } from '@township-graph/shared/connection';
import { checkedPage } from '@township-graph/shared/keyset';
import type { Shown } from '@township-graph/shared/loader';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Appeal } from '../appeal/appeal.entity';
import type { AssessmentContext } from '../context';
import { Division } from '../division/division.stub';
import { Organization } from '../organization/organization.stub';
import { AppraisalRound } from '../round/round.entity';
import { Scorecard } from '../scorecard/scorecard.entity';
import { StaffMember } from '../staff-member/staff-member.stub';
import { AppraisalResult } from './result.entity';
import { RankingArgs, ResultConnection, ResultListArgs } from './result.inputs';
import type { ResultRepository } from './result.repository';

const WHOSE =
  'Before it is published for who holds the round; then for the subject’s division, and, unless it is a person’s, for all that have a part';

@Resolver(() => AppraisalResult)
export class ResultResolver {
  constructor(private readonly results: ResultRepository) {}

  @Query(() => AppraisalResult, { nullable: true, description: `One result. ${WHOSE}. 按标识查询考核结果。` })
  appraisalResult(
    @Arg('id', () => ID, { description: 'Identifier. 标识。' }) id: string,
    @Ctx() { loaders }: AssessmentContext,
  ): Shown<AppraisalResult> {
    return loaders.resultById.shown(id);
  }

  @Query(() => ResultConnection, {
    description: `Results, newest year first. ${WHOSE}. Scope assessment:read. 按条件查询考核结果（人员结果限本单位和本区划）。`,
  })
  appraisalResults(
    @Args(() => ResultListArgs) { filter, ...page }: ResultListArgs,
    @Ctx() { viewer }: AssessmentContext,
  ): Connection<AppraisalResult> {
    const checked = checkedPage(page);
    return new ResultConnection({
      page: (asked) => this.results.findPage(viewer, filter ?? {}, { ...checked, asked }),
      total: () => this.results.count(viewer, filter ?? {}),
    });
  }

  @Query(() => ResultConnection, {
    description: `The results of a round, best first; who has no rank comes last. ${WHOSE}. Scope assessment:read. 某轮次的名次（人员名次限本单位和本区划）。`,
  })
  appraisalRanking(
    @Args(() => RankingArgs) { round, ...page }: RankingArgs,
    @Ctx() { viewer }: AssessmentContext,
  ): Connection<AppraisalResult> {
    const checked = checkedPage(page);
    return new ResultConnection({
      page: (asked) => this.results.findRanking(viewer, round, { ...checked, asked }),
      total: () => this.results.count(viewer, { roundId: round }),
    });
  }

  @Reads('roundId')
  @FieldResolver(() => AppraisalRound, { nullable: true, description: 'Of which round. 考核轮次。' })
  round(@Root() { roundId }: AppraisalResult, @Ctx() { loaders }: AssessmentContext): Shown<AppraisalRound> {
    return loaders.roundById.shown(roundId);
  }

  @Reads('roundSubjectId')
  @Directive('@listSize(assumedSize: 20)')
  @FieldResolver(() => [Scorecard], {
    description: 'The cards of its subject, for their raters’ divisions and for who holds the round. 评分表（限评分方和组织方）。',
  })
  scorecards(@Root() { roundSubjectId }: AppraisalResult, @Ctx() { loaders }: AssessmentContext): Promise<Scorecard[]> {
    return loaders.scorecardsBySubject.load(roundSubjectId);
  }

  @Reads('id')
  @Directive('@listSize(assumedSize: 2)')
  @FieldResolver(() => [Appeal], {
    description: 'Appeals against it, for the subject and for who holds the round. 申诉（限被考核方和组织方）。',
  })
  appeals(@Root() { id }: AppraisalResult, @Ctx() { loaders }: AssessmentContext): Promise<Appeal[]> {
    return loaders.appealsByResult.load(id);
  }
}

// Nullable all three, for what is appraised is another subgraph's.
const OF_SUBJECT = { name: 'appraisalResults', nullable: true, description: `What appraisals came to. ${WHOSE}. 考核结果。` };

@Resolver(() => Division)
export class DivisionResultsResolver {
  @FieldResolver(() => ResultConnection, OF_SUBJECT)
  ofDivision(
    @Root() { code }: Division,
    @Args(() => ResultListArgs) { filter, ...page }: ResultListArgs,
    @Ctx() { loaders }: AssessmentContext,
  ): Connection<AppraisalResult> {
    return new ResultConnection(loaders.resultsByDivision.of(code, filter ?? {}, page));
  }
}

@Resolver(() => Organization)
export class OrganizationResultsResolver {
  @FieldResolver(() => ResultConnection, OF_SUBJECT)
  ofOrganization(
    @Root() { creditCode }: Organization,
    @Args(() => ResultListArgs) { filter, ...page }: ResultListArgs,
    @Ctx() { loaders }: AssessmentContext,
  ): Connection<AppraisalResult> | null {
    return creditCode ? new ResultConnection(loaders.resultsByOrganization.of(creditCode, filter ?? {}, page)) : null;
  }
}

@Resolver(() => StaffMember)
export class StaffMemberResultsResolver {
  @FieldResolver(() => ResultConnection, OF_SUBJECT)
  ofStaffMember(
    @Root() { id }: StaffMember,
    @Args(() => ResultListArgs) { filter, ...page }: ResultListArgs,
    @Ctx() { loaders }: AssessmentContext,
  ): Connection<AppraisalResult> {
    return new ResultConnection(loaders.resultsByStaffMember.of(id, filter ?? {}, page));
  }
}
