import { Reads } from '@township-graph/shared/asked-properties';
import type { Connection } from '@township-graph/shared/connection';
import { checkedPage } from '@township-graph/shared/keyset';
import type { Shown } from '@township-graph/shared/loader';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { AssessmentContext } from '../context';
import { AppraisalCatalogue } from './catalogue.entity';
import {
  ApproveVetoInput,
  ApproveVetoPayload,
  CatalogueConnection,
  CatalogueListArgs,
  ListAppraisalInput,
  ListAppraisalPayload,
} from './catalogue.inputs';
import type { CatalogueRepository } from './catalogue.repository';
import type { CatalogueService } from './catalogue.service';
import { CatalogueItem } from './catalogue-item.entity';
import { VetoItem } from './veto-item.entity';

const INPUT = { description: 'What is wanted. 请求内容。' };

@Resolver(() => AppraisalCatalogue)
export class CatalogueResolver {
  constructor(
    private readonly catalogues: CatalogueRepository,
    private readonly service: CatalogueService,
  ) {}

  @Query(() => AppraisalCatalogue, { nullable: true, description: 'One list; it is public. 按标识查询考核清单（公开）。' })
  appraisalCatalogue(
    @Arg('id', () => ID, { description: 'Identifier. 标识。' }) id: string,
    @Ctx() { loaders }: AssessmentContext,
  ): Shown<AppraisalCatalogue> {
    return loaders.catalogueById.shown(id);
  }

  @Query(() => CatalogueConnection, {
    description: 'Lists of approved appraisals, newest year first; public. 按条件查询考核清单（公开）。',
  })
  appraisalCatalogues(
    @Args(() => CatalogueListArgs) { filter, ...page }: CatalogueListArgs,
    @Ctx() { viewer }: AssessmentContext,
  ): Connection<AppraisalCatalogue> {
    const checked = checkedPage(page);
    return new CatalogueConnection({
      page: (asked) => this.catalogues.findPage(viewer, filter ?? {}, { ...checked, asked }),
      total: () => this.catalogues.count(viewer, filter ?? {}),
    });
  }

  @Reads('id')
  @Directive('@listSize(assumedSize: 30)')
  @FieldResolver(() => [CatalogueItem], { description: 'The approved appraisals. 考核事项。' })
  items(@Root() { id }: AppraisalCatalogue, @Ctx() { loaders }: AssessmentContext): Promise<CatalogueItem[]> {
    return loaders.itemsByCatalogue.load(id);
  }

  @Reads('id')
  @Directive('@listSize(assumedSize: 10)')
  @FieldResolver(() => [VetoItem], { description: 'What is approved to decide by itself. 经批准的一票否决事项。' })
  vetoes(@Root() { id }: AppraisalCatalogue, @Ctx() { loaders }: AssessmentContext): Promise<VetoItem[]> {
    return loaders.vetoesByCatalogue.load(id);
  }

  @Mutation(() => ListAppraisalPayload, {
    description:
      'Puts an approved appraisal on a county’s list of a year, as long as there are at most 70 % of last year’s (configurable). Scope assessment:manage. Errors: FORBIDDEN, BAD_USER_INPUT (NOT_A_COUNTY, YEAR, LAST_YEAR_UNKNOWN, FREQUENCY, NO_SUBJECTS), CONFLICT (CATALOGUE_FULL, LISTED_ALREADY). 将经批准的考核列入年度清单（不超过上年度的七成，可配置）。',
  })
  async listAppraisal(
    @Arg('input', () => ListAppraisalInput, INPUT) input: ListAppraisalInput,
    @Ctx() context: AssessmentContext,
  ): Promise<object> {
    return ListAppraisalPayload.of(await this.service.listAppraisal(context, input));
  }

  @Mutation(() => ApproveVetoPayload, {
    description:
      'Puts an approved veto on a county’s list of a year; none but these apply. Scope assessment:manage. Errors: FORBIDDEN, BAD_USER_INPUT, CONFLICT (VETO_KNOWN). 登记经批准的一票否决事项（清单之外不得适用）。',
  })
  async approveVeto(
    @Arg('input', () => ApproveVetoInput, INPUT) input: ApproveVetoInput,
    @Ctx() context: AssessmentContext,
  ): Promise<object> {
    return ApproveVetoPayload.of(await this.service.approveVeto(context, input));
  }
}
