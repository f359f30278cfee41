import type { Connection } from '@township-graph/shared/connection';
import { checkedPage } from '@township-graph/shared/keyset';
import type { Shown } from '@township-graph/shared/loader';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { DirectoryContext } from '../context';
import { Division } from '../division/division.entity';
import { ReportedFigure } from './reported-figure.entity';
import { DivisionFigureArgs, ReportedFigureArgs, ReportedFigureConnection } from './reported-figure.inputs';
import type { ReportedFigureRepository } from './reported-figure.repository';

@Resolver(() => ReportedFigure)
export class ReportedFigureResolver {
  constructor(private readonly figures: ReportedFigureRepository) {}

  @Query(() => ReportedFigureConnection, { description: 'Published figures, by mechanism. 公布数据。' })
  reportedFigures(
    @Args(() => ReportedFigureArgs) { first, after, ...filter }: ReportedFigureArgs,
    @Ctx() { viewer }: DirectoryContext,
  ): Connection<ReportedFigure> {
    const checked = checkedPage({ first, after });
    return new ReportedFigureConnection({
      page: () => this.figures.findPage(viewer, filter, checked),
      total: () => this.figures.count(viewer, filter),
    });
  }

  @FieldResolver(() => Division, { nullable: true, description: 'The division the report speaks of. 报告所述区划。' })
  division(@Root() { divisionCode }: ReportedFigure, @Ctx() { loaders }: DirectoryContext): Shown<Division> {
    return loaders.divisionByCode.shown(divisionCode);
  }
}

/** What a division shows of published figures. */
@Resolver(() => Division)
export class DivisionReportedFiguresResolver {
  @FieldResolver(() => ReportedFigureConnection, { description: 'Figures that reports published of this division. 本区划的公布数据。' })
  reportedFigures(
    @Root() { code }: Division,
    @Args(() => DivisionFigureArgs) { first, after, ...filter }: DivisionFigureArgs,
    @Ctx() { loaders }: DirectoryContext,
  ): Connection<ReportedFigure> {
    return new ReportedFigureConnection(loaders.figuresByDivision.of(code, filter, { first, after }));
  }
}
