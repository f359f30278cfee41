import { caseCommand, caseCommandResolver } from '../case/case-commands';
import { ArchiveCaseInput, CloseCaseInput } from './closing.inputs';
import type { ClosingService } from './closing.service';

const handle = 'enforcement:handle' as const;

export const closingResolver = (closing: ClosingService) =>
  caseCommandResolver({
    closeCase: caseCommand({
      input: CloseCaseInput,
      scope: handle,
      en: 'Closes a case: all is paid or enforced, nothing is held, no remedy is open (行政处罚法 §66)',
      zh: '结案',
      run: (context, input) => closing.closeCase(context, input),
    }),
    archiveCase: caseCommand({
      input: ArchiveCaseInput,
      scope: handle,
      en: 'Puts it on file (行政处罚法 §47)',
      zh: '归档',
      run: (context, input) => closing.archiveCase(context, input),
    }),
  });
