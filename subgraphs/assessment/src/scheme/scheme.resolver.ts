import { Reads } from '@township-graph/shared/asked-properties';
import type { Connection } from '@township-graph/shared/connection';
import { checkedPage } from '@township-graph/shared/keyset';
import type { Shown } from '@township-graph/shared/loader';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { AssessmentContext } from '../context';
import { AppraisalScheme } from './scheme.entity';
import { DefineSchemeInput, DefineSchemePayload, SchemeConnection, SchemeListArgs } from './scheme.inputs';
import type { SchemeRepository } from './scheme.repository';
import type { SchemeService } from './scheme.service';
import { SchemeTemplate } from './scheme-template.type';
import { schemeTemplates } from './scheme-templates';

@Resolver(() => AppraisalScheme)
export class SchemeResolver {
  constructor(
    private readonly schemes: SchemeRepository,
    private readonly service: SchemeService,
  ) {}

  @Query(() => AppraisalScheme, { nullable: true, description: 'One scheme; it is public. 按标识查询考核方案（公开）。' })
  appraisalScheme(
    @Arg('id', () => ID, { description: 'Identifier. 标识。' }) id: string,
    @Ctx() { loaders }: AssessmentContext,
  ): Shown<AppraisalScheme> {
    return loaders.schemeById.shown(id);
  }

  @Query(() => SchemeConnection, { description: 'Schemes, newest first; public. 按条件查询考核方案（公开）。' })
  appraisalSchemes(
    @Args(() => SchemeListArgs) { filter, ...page }: SchemeListArgs,
    @Ctx() { viewer }: AssessmentContext,
  ): Connection<AppraisalScheme> {
    const checked = checkedPage(page);
    return new SchemeConnection({
      page: (asked) => this.schemes.findPage(viewer, filter ?? {}, { ...checked, asked }),
      total: () => this.schemes.count(viewer, filter ?? {}),
    });
  }

  @Directive('@listSize(assumedSize: 5)')
  @Query(() => [SchemeTemplate], {
    description: 'The shapes that were published, to define a scheme after. 已公布考核模式的方案模板。',
  })
  appraisalSchemeTemplates(): readonly SchemeTemplate[] {
    return schemeTemplates();
  }

  @Reads('predecessorId')
  @FieldResolver(() => AppraisalScheme, { nullable: true, description: 'The edition before. 上一版本。' })
  predecessor(@Root() { predecessorId }: AppraisalScheme, @Ctx() { loaders }: AssessmentContext): Shown<AppraisalScheme> | null {
    return predecessorId ? loaders.schemeById.shown(predecessorId) : null;
  }

  @Mutation(() => DefineSchemePayload, {
    description:
      'Defines a scheme, or the next edition of one: none is ever changed. Scope assessment:manage. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT (WEIGHTS_NOT_100, FINES_IN_APPRAISAL, TOWNSHIP_SHARE, SUPPORTING_DUTY, CUT_OFFS, QUOTA_TOO_LARGE and others named for the part), CONFLICT (UNAPPROVED_VETO, SCHEME_REPLACED). 制定考核方案或其新版本（方案一经制定不再修改）。',
  })
  async defineScheme(
    @Arg('input', () => DefineSchemeInput, { description: 'What is wanted. 请求内容。' }) input: DefineSchemeInput,
    @Ctx() context: AssessmentContext,
  ): Promise<object> {
    return DefineSchemePayload.of(await this.service.defineScheme(context, input));
  }
}
