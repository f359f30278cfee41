import { Reads } from '@township-graph/shared/asked-properties';
import type { Connection } from '@township-graph/shared/connection';
import { parseImplementationCode } from '@township-graph/shared/implementation-code';
import { checkedPage } from '@township-graph/shared/keyset';
import { DateScalar } from '@township-graph/shared/scalars';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { MattersContext } from '../context';
import { Division } from '../division/division.stub';
import { Organization } from '../organization/organization.stub';
import { Matter } from './matter.entity';
import { matterKeyMissing } from './matter.errors';
import { MatterConnection, MatterListArgs, MatterSiteArgs, MatterSiteConnection } from './matter.inputs';
import type { MatterRepository } from './matter.repository';
import { dayInHistory } from './matter-revision.rules';
import type { MatterSite } from './matter-site.entity';

@Resolver(() => Matter)
export class MatterResolver {
  constructor(private readonly matterRepository: MatterRepository) {}

  @Query(() => Matter, {
    nullable: true,
    description:
      'One matter by id or by implementation code: as it is now or last was, or exactly as of a day. Errors: BAD_USER_INPUT (ONE_KEY, MALFORMED_IMPLEMENTATION_CODE). 按标识或实施编码查询事项（可指定日期）。',
  })
  async matter(
    @Arg('id', () => ID, { nullable: true, description: 'Identifier. 标识。' }) id: string | null,
    @Arg('implementationCode', () => String, { nullable: true, description: 'Implementation code. 实施编码。' })
    implementationCode: string | null,
    @Arg('asOf', () => DateScalar, {
      nullable: true,
      description: 'The revision of this day, null if there was none; its parent, children and sites are of the same day. 截至该日的版本。',
    })
    asOf: string | null,
    @Ctx() { viewer, loaders }: MattersContext,
  ): Promise<Matter | null> {
    if (!id === !implementationCode) throw matterKeyMissing();
    const code = implementationCode ? parseImplementationCode(implementationCode).code : null;
    if (asOf) return this.matterRepository.findOn(viewer, id ? 'id' : 'implementationCode', (id || code)!, asOf);
    return id ? loaders.matterById.load(id) : loaders.matterByImplementationCode.load(code!);
  }

  @Query(() => MatterConnection, { description: 'The catalogue of a day, by filter. 按条件查询政务服务事项目录。' })
  matters(@Args(() => MatterListArgs) { filter, orderBy, ...page }: MatterListArgs, @Ctx() { viewer }: MattersContext): Connection<Matter> {
    const checked = checkedPage(page);
    const listing = { filter: filter ?? {}, orderBy };
    return new MatterConnection({
      page: (asked) => this.matterRepository.findPage(viewer, listing, { ...checked, asked }),
      total: () => this.matterRepository.count(viewer, listing),
    });
  }

  @Reads('parentId')
  @FieldResolver(() => Matter, { nullable: true, description: 'The item above. 上级事项。' })
  async parent(@Root() { parentId, asOf }: Matter, @Ctx() { loaders }: MattersContext): Promise<Matter | null> {
    if (!parentId) return null;
    if (asOf === undefined) return loaders.matterById.load(parentId);
    return (await loaders.revisionsByMatter.load(parentId)).find((revision) => revision.holdsOn(asOf))?.on(asOf) ?? null;
  }

  @Reads('id')
  @FieldResolver(() => MatterConnection, { description: 'The items below. 下级事项。' })
  children(
    @Root() { id, asOf }: Matter,
    @Args(() => MatterListArgs) { filter, orderBy, ...page }: MatterListArgs,
    @Ctx() { loaders }: MattersContext,
  ): Connection<Matter> {
    return new MatterConnection(loaders.childrenByMatter.of(id, { filter: { ...filter, asOf: filter?.asOf ?? asOf }, orderBy }, page));
  }

  @Reads('id')
  @FieldResolver(() => [Matter], {
    description:
      'All revisions, newest first; what a past one shows of sites, parent and children is as of its last day. 历次版本（新的在前），旧版本的办理地等截至其最后一日。',
  })
  async history(@Root() { id }: Matter, @Ctx() { loaders }: MattersContext): Promise<Matter[]> {
    const today = this.matterRepository.today();
    const revisions = await loaders.revisionsByMatter.load(id);
    return revisions.map((revision) => revision.on(dayInHistory(revision, today))).toReversed();
  }

  @Reads('id')
  @FieldResolver(() => MatterSiteConnection, { description: 'Where it is handled. 办理地。' })
  sites(
    @Root() matter: Matter,
    @Args(() => MatterSiteArgs) { divisionCode, asOf, ...page }: MatterSiteArgs,
    @Ctx() { loaders }: MattersContext,
  ): Connection<MatterSite> {
    return new MatterSiteConnection(loaders.sitesByMatter.of(matter.id, { divisionCode, asOf: asOf ?? matter.asOf }, page));
  }
}

/** What a division shows of matters. */
@Resolver(() => Division)
export class DivisionMattersResolver {
  // Nullable, for the division is another subgraph's: if we do not answer, it must not vanish with us.
  @FieldResolver(() => MatterConnection, {
    nullable: true,
    description: 'What is handled at this very division, not below it. 在本级办理的政务服务事项（不含下级）。',
  })
  matters(
    @Root() { code }: Division,
    @Args(() => MatterListArgs) { filter, orderBy, ...page }: MatterListArgs,
    @Ctx() { loaders }: MattersContext,
  ): Connection<Matter> {
    return new MatterConnection(loaders.mattersByDivision.of(code, { filter: filter ?? {}, orderBy }, page));
  }
}

/** What an organisation shows of matters. */
@Resolver(() => Organization)
export class OrganizationMattersResolver {
  @FieldResolver(() => MatterConnection, { nullable: true, description: 'What it implements. 该机构实施的政务服务事项。' })
  matters(
    @Root() { creditCode }: Organization,
    @Args(() => MatterListArgs) { filter, orderBy, ...page }: MatterListArgs,
    @Ctx() { loaders }: MattersContext,
  ): Connection<Matter> | null {
    return creditCode ? new MatterConnection(loaders.mattersByOrganization.of(creditCode, { filter: filter ?? {}, orderBy }, page)) : null;
  }
}
