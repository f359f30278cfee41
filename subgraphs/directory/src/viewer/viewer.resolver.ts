import { type Clock, dayOf } from '@township-graph/shared/clock';
import { Ctx, Query, Resolver } from 'type-graphql';
import type { DirectoryContext } from '../context';
import { ViewerDivision, ViewerType } from './viewer.type';

@Resolver()
export class ViewerResolver {
  constructor(private readonly clock: Clock) {}

  @Query(() => ViewerType, { description: 'Who asks and what it may see. 当前访问者及其权限。' })
  async viewer(@Ctx() { viewer, loaders }: DirectoryContext): Promise<ViewerType> {
    const today = dayOf(this.clock());
    const current = viewer.divisions.filter(({ until }) => until === undefined || today <= until);
    const divisions = await Promise.all(
      current.map(async ({ code, until }) =>
        Object.assign(new ViewerDivision(), { code, until: until ?? null, division: await loaders.divisionByCode.load(code) }),
      ),
    );
    return Object.assign(new ViewerType(), {
      subject: viewer.subject,
      name: viewer.name,
      organizationCode: viewer.organization,
      divisions,
      scopes: [...viewer.scopes],
    });
  }
}
