import type { Shown } from '@township-graph/shared/loader';
import { DivisionCodeScalar } from '@township-graph/shared/scalars';
import { allowed } from '@township-graph/shared/viewer';
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { EnforcementContext } from '../context';
import { Officer } from '../officer/officer.entity';
import type { CaseDeskRepository } from './case-desk.repository';
import { CaseDesk, CasesInState, CasesWaiting, ClocksByLight, OfficerLoad } from './case-desk.types';

@Resolver(() => CaseDesk)
export class CaseDeskResolver {
  constructor(private readonly desk: CaseDeskRepository) {}

  @Query(() => CaseDesk, {
    description:
      'What lies on the desk of an enforcement team: what is of no concern to the viewer is not counted. Scope enforcement:read. Errors: UNAUTHENTICATED, FORBIDDEN. 办案工作台（在办案件、时限亮灯、人员负荷）。',
  })
  caseDesk(
    @Arg('divisionCode', () => DivisionCodeScalar, { description: 'That division and all below it. 区划及其下级。' }) divisionCode: string,
    @Ctx() { viewer }: EnforcementContext,
  ): CaseDesk {
    allowed(viewer, 'enforcement:read');
    return Object.assign(new CaseDesk(), { divisionCode });
  }

  @FieldResolver(() => [CasesInState], { description: 'Open cases by state, in the order of the procedure. 在办案件（按状态）。' })
  openCases(@Root() { divisionCode }: CaseDesk, @Ctx() { viewer }: EnforcementContext): Promise<object[]> {
    return this.desk.byState(viewer, divisionCode);
  }

  @FieldResolver(() => [ClocksByLight], { description: 'Clocks by what is due and their light. 时限亮灯。' })
  clocks(@Root() { divisionCode }: CaseDesk, @Ctx() { viewer }: EnforcementContext): Promise<object[]> {
    return this.desk.byLight(viewer, divisionCode);
  }

  @FieldResolver(() => CasesWaiting, {
    description: 'Cases with an undecided application for recusal, and with something to be given back. 待决定的回避申请、待退还事项。',
  })
  waiting(@Root() { divisionCode }: CaseDesk, @Ctx() { viewer }: EnforcementContext): Promise<object> {
    return this.desk.waiting(viewer, divisionCode);
  }

  @FieldResolver(() => [OfficerLoad], {
    description: 'Officers by their open cases, most first, 200 at most. 办案人员负荷（至多 200 人）。',
  })
  officerLoad(@Root() { divisionCode }: CaseDesk, @Ctx() { viewer }: EnforcementContext): Promise<object[]> {
    return this.desk.byOfficer(viewer, divisionCode);
  }
}

@Resolver(() => OfficerLoad)
export class OfficerLoadResolver {
  @FieldResolver(() => Officer, { nullable: true, description: 'The officer; null where it is one of elsewhere. 办案人员。' })
  officer(@Root() { officerId }: OfficerLoad, @Ctx() { loaders }: EnforcementContext): Shown<Officer> {
    return loaders.officerById.shown(officerId);
  }
}
