import type { Shown } from '@township-graph/shared/loader';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { caseCommand, caseCommandResolver } from '../case/case-commands';
import type { EnforcementContext } from '../context';
import { Officer } from '../officer/officer.entity';
import { Recusal } from './recusal.entity';
import { ApplyForRecusalInput, DecideRecusalInput } from './recusal.inputs';
import type { RecusalService } from './recusal.service';

export const recusalResolver = (recusals: RecusalService) =>
  caseCommandResolver({
    applyForRecusal: caseCommand({
      input: ApplyForRecusalInput,
      scope: 'enforcement:handle',
      en: 'Records that the party, or the officer, asks that an officer be recused; the investigation goes on (行政处罚法 §43)',
      zh: '登记回避申请（决定作出之前不停止调查）',
      run: (context, input) => recusals.applyForRecusal(context, input),
    }),
    decideRecusal: caseCommand({
      input: DecideRecusalInput,
      scope: 'enforcement:manage',
      en: 'Decides on it as the head of the organ, never the officer concerned: who is recused takes no step of the case any more; a review or hearing of theirs is done anew (行政处罚法 §43③)',
      zh: '作出回避决定（由行政机关负责人决定）',
      run: (context, input) => recusals.decideRecusal(context, input),
    }),
  });

@Resolver(() => Recusal)
export class RecusalOfficerResolver {
  @FieldResolver(() => Officer, { nullable: true, description: 'The officer; null where it is one of elsewhere. 被申请回避的人员。' })
  officer(@Root() { officerId }: Recusal, @Ctx() { loaders }: EnforcementContext): Shown<Officer> {
    return loaders.officerById.shown(officerId);
  }
}
