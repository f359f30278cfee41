import { type Clock, dayOf } from '@township-graph/shared/clock';
import type { Shown } from '@township-graph/shared/loader';
import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { DirectoryContext } from '../context';
import { Division } from '../division/division.entity';
import { ViewerDivision, ViewerType } from './viewer.type';

@Resolver()
export class ViewerResolver {
  constructor(private readonly clock: Clock) {}

  @Query(() => ViewerType, { description: 'Who asks and what it may see. 当前访问者及其权限。' })
  viewer(@Ctx() { viewer }: DirectoryContext): ViewerType {
    const today = dayOf(this.clock());
    const current = viewer.divisions.filter(({ until }) => until === undefined || today <= until);
    const divisions = current.map(({ code, until }) => Object.assign(new ViewerDivision(), { code, until: until ?? null }));
    return Object.assign(new ViewerType(), {
      subject: viewer.subject,
      name: viewer.name,
      organizationCode: viewer.organization,
      divisions,
      scopes: [...viewer.scopes],
    });
  }
}

@Resolver(() => ViewerDivision)
export class ViewerDivisionResolver {
  @FieldResolver(() => Division, { nullable: true, description: 'The division. 区划。' })
  division(@Root() { code }: ViewerDivision, @Ctx() { loaders }: DirectoryContext): Shown<Division> {
    return loaders.divisionByCode.shown(code);
  }
}
