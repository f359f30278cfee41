import { caseCommand, caseCommandResolver } from '../case/case-commands';
import { PerformRestitutionInput } from './restitution.inputs';
import type { RestitutionService } from './restitution.service';

export const restitutionResolver = (restitutions: RestitutionService) =>
  caseCommandResolver({
    performRestitution: caseCommand({
      input: PerformRestitutionInput,
      scope: 'enforcement:handle',
      en: 'Records that something was given back since the decision was revoked or changed: money that was paid, things that were confiscated, or what stands in for them; nothing is closed or filed before (行政强制法 §41)',
      zh: '登记执行回转（退还款项、财物，或者依法赔偿）',
      run: (context, input) => restitutions.performRestitution(context, input),
    }),
  });
