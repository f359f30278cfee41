import { Reads } from '@township-graph/shared/asked-properties';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { EnforcementCase } from '../case/case.entity';
import { caseCommand, caseCommandResolver } from '../case/case-commands';
import type { EnforcementContext } from '../context';
import { ReturnVisit } from './return-visit.entity';
import { RecordReturnVisitInput } from './return-visit.inputs';
import type { ReturnVisitService } from './return-visit.service';

export const returnVisitResolver = (visits: ReturnVisitService) =>
  caseCommandResolver({
    recordReturnVisit: caseCommand({
      input: RecordReturnVisitInput,
      scope: 'enforcement:handle',
      en: 'Records how content somebody concerned was with a case that is over, once a case',
      zh: '登记案件回访（满意度）',
      run: (context, input) => visits.recordReturnVisit(context, input),
    }),
  });

@Resolver(() => EnforcementCase)
export class CaseReturnVisitResolver {
  @Reads('id')
  @FieldResolver(() => ReturnVisit, { nullable: true, description: 'What somebody concerned said of it afterwards. 案件回访。' })
  async returnVisit(@Root() { id }: EnforcementCase, @Ctx() { loaders }: EnforcementContext): Promise<ReturnVisit | null> {
    return (await loaders.returnVisitsByCase.load(id))[0] ?? null;
  }
}
