import { caseCommand, caseCommandResolver } from '../case/case-commands';
import { ConcludeRemedyInput, FileRemedyInput } from './remedy.inputs';
import type { RemedyService } from './remedy.service';

const handle = 'enforcement:handle' as const;

export const remedyResolver = (remedies: RemedyService) =>
  caseCommandResolver({
    fileRemedy: caseCommand({
      input: FileRemedyInput,
      scope: handle,
      en: 'Records that the party asks for review or sues: execution goes on, the added fine stands still (行政处罚法 §73)',
      zh: '登记行政复议、行政诉讼',
      run: (context, input) => remedies.fileRemedy(context, input),
    }),
    concludeRemedy: caseCommand({
      input: ConcludeRemedyInput,
      scope: handle,
      en: 'Records what came of it: the decision stands, is changed for the better, is revoked, or is to be made anew (行政处罚法 §73, 行政复议法 §64, 行政诉讼法 §70)',
      zh: '登记复议、诉讼结果',
      run: (context, input) => remedies.concludeRemedy(context, input),
    }),
  });
