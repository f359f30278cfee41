import { caseCommand, caseCommandResolver } from '../case/case-commands';
import { DeliberateCaseInput } from '../deliberation/deliberation.inputs';
import type { DeliberationService } from '../deliberation/deliberation.service';
import { DecideCaseInput, RevokeDecisionInput } from './decision.inputs';
import type { DecisionService } from './decision.service';

const scope = 'enforcement:manage' as const;

export const decisionResolver = (deliberations: DeliberationService, decisions: DecisionService) =>
  caseCommandResolver({
    deliberateCase: caseCommand({
      input: DeliberateCaseInput,
      scope,
      en: 'Lets the heads deliberate on a complex or grave case (行政处罚法 §57②)',
      zh: '集体讨论',
      run: (context, input) => deliberations.deliberateCase(context, input),
    }),
    decideCase: caseCommand({
      input: DecideCaseInput,
      scope,
      en: 'Decides: a penalty once the party was told and heard, reviewed and deliberated on where that is due, in ninety days; or none (行政处罚法 §57–62)',
      zh: '作出处理决定',
      run: (context, input) => decisions.decideCase(context, input),
    }),
    revokeDecision: caseCommand({
      input: RevokeDecisionInput,
      scope,
      en: 'Revokes a decision',
      zh: '撤销决定',
      run: (context, input) => decisions.revokeDecision(context, input),
    }),
  });
