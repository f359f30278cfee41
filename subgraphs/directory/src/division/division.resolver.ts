import { Reads } from '@township-graph/shared/asked-properties';
import type { Connection } from '@township-graph/shared/connection';
import { parentCodeOf } from '@township-graph/shared/division-code';
import { checkedPage } from '@township-graph/shared/keyset';
import type { Shown } from '@township-graph/shared/loader';
import { RejectedRow } from '@township-graph/shared/rejected-row';
import { DivisionCodeScalar } from '@township-graph/shared/scalars';
import { Arg, Args, Ctx, Directive, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { DirectoryContext } from '../context';
import { Division } from './division.entity';
import {
  AbolishDivisionInput,
  AbolishDivisionPayload,
  DescendantArgs,
  DivisionConnection,
  DivisionListArgs,
  ImportDivisionsInput,
  ImportDivisionsPayload,
} from './division.inputs';
import type { DivisionRepository } from './division.repository';
import type { DivisionService } from './division.service';

@Resolver(() => Division)
export class DivisionResolver {
  constructor(
    private readonly divisionRepository: DivisionRepository,
    private readonly divisionService: DivisionService,
  ) {}

  @Query(() => Division, {
    nullable: true,
    description: 'The division with this code, abolished ones included. 按代码查询区划（含已撤销）。',
  })
  division(
    @Arg('code', () => DivisionCodeScalar, { description: 'Code of 6, 9 or 12 digits. 区划代码。' }) code: string,
    @Ctx() { loaders }: DirectoryContext,
  ): Shown<Division> {
    return loaders.divisionByCode.shown(code);
  }

  @Query(() => DivisionConnection, { description: 'Divisions by filter, in code order. 按条件查询区划（按代码排序）。' })
  divisions(
    @Args(() => DivisionListArgs) { filter, orderBy, ...page }: DivisionListArgs,
    @Ctx() { viewer }: DirectoryContext,
  ): Connection<Division> {
    const checked = checkedPage(page);
    return new DivisionConnection({
      page: (asked) => this.divisionRepository.findPage(viewer, { ...filter, orderBy }, { ...checked, asked }),
      total: () => this.divisionRepository.count(viewer, filter ?? {}),
    });
  }

  @Reads('parentCode')
  @FieldResolver(() => Division, { nullable: true, description: 'The division above; null for a province. 上级区划。' })
  parent(@Root() { parentCode }: Division, @Ctx() { loaders }: DirectoryContext): Shown<Division> | null {
    return parentCode ? loaders.divisionByCode.shown(parentCode) : null;
  }

  @Reads('code')
  @Directive('@listSize(assumedSize: 4)')
  @FieldResolver(() => [Division], {
    description: 'All divisions above, province first; levels that do not exist are left out. 全部上级区划（自省级起）。',
  })
  async ancestors(@Root() { code }: Division, @Ctx() { loaders }: DirectoryContext): Promise<Division[]> {
    const codes: string[] = [];
    for (let above = parentCodeOf(code); above; above = parentCodeOf(above)) codes.unshift(above);
    const found = await Promise.all(codes.map((above) => loaders.divisionByCode.load(above)));
    return found.filter((division) => division !== null);
  }

  @Reads('code')
  @FieldResolver(() => DivisionConnection, { description: 'Divisions directly below. 直接下级区划。' })
  children(
    @Root() { code }: Division,
    @Args(() => DivisionListArgs) { filter, orderBy, ...page }: DivisionListArgs,
    @Ctx() { loaders }: DirectoryContext,
  ): Connection<Division> {
    return new DivisionConnection(loaders.childrenByDivision.of(code, { ...filter, orderBy }, page));
  }

  @Reads('code')
  @FieldResolver(() => DivisionConnection, { description: 'All divisions below, of one level if asked. 全部下级区划（可限定层级）。' })
  descendants(
    @Root() { code }: Division,
    @Args(() => DescendantArgs) { filter, level, orderBy, ...page }: DescendantArgs,
    @Ctx() { loaders }: DirectoryContext,
  ): Connection<Division> {
    return new DivisionConnection(loaders.descendantsByDivision.of(code, { ...filter, ...(level && { level }), orderBy }, page));
  }

  @Reads('successorCode')
  @FieldResolver(() => Division, { nullable: true, description: 'The division that took its place after abolition. 撤销后的承继区划。' })
  successor(@Root() { successorCode }: Division, @Ctx() { loaders }: DirectoryContext): Shown<Division> | null {
    return successorCode ? loaders.divisionByCode.shown(successorCode) : null;
  }

  @Directive('@cost(weight: 5000)')
  @Mutation(() => ImportDivisionsPayload, {
    description:
      'Imports divisions within your own. A text with bad rows is refused whole unless skipBadRows. Scope directory:manage. Errors: FORBIDDEN, BAD_USER_INPUT. 批量导入区划（限管辖范围内）。',
  })
  async importDivisions(
    @Arg('input', () => ImportDivisionsInput, { description: 'What is wanted. 请求内容。' }) input: ImportDivisionsInput,
    @Ctx() context: DirectoryContext,
  ): Promise<ImportDivisionsPayload> {
    const { badRows, ...report } = await this.divisionService.importDivisions(context, input);
    const rejected = badRows.map((row) => RejectedRow.of(row, context.locale));
    return Object.assign(new ImportDivisionsPayload(), { ...report, rejected });
  }

  @Mutation(() => AbolishDivisionPayload, {
    description:
      'Abolishes a division; its code is never reused (MCA Order 79 §6). Scope directory:manage. Errors: NOT_FOUND, FORBIDDEN, CONFLICT. 撤销区划，代码不再使用（民政部令第79号第六条）。',
  })
  async abolishDivision(
    @Arg('input', () => AbolishDivisionInput, { description: 'What is wanted. 请求内容。' }) input: AbolishDivisionInput,
    @Ctx() context: DirectoryContext,
  ): Promise<AbolishDivisionPayload> {
    return Object.assign(new AbolishDivisionPayload(), { division: await this.divisionService.abolishDivision(context, input) });
  }
}
