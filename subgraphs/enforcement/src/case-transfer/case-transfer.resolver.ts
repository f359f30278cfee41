import { caseCommand, caseCommandResolver } from '../case/case-commands';
import { AnswerTransferInput, DecideTransferInput, HandOverTransferInput, TransferCaseInput } from './case-transfer.inputs';
import type { CaseTransferService } from './case-transfer.service';

const handle = 'enforcement:handle' as const;

export const transferResolver = (transfers: CaseTransferService) =>
  caseCommandResolver({
    transferCase: caseCommand({
      input: TransferCaseInput,
      scope: handle,
      en: 'Proposes to transfer a case: to another organ, or to the police, for a crime is suspected (行政处罚法 §25, §27)',
      zh: '提出移送',
      run: (context, input) => transfers.transferCase(context, input),
    }),
    decideTransfer: caseCommand({
      input: DecideTransferInput,
      scope: 'enforcement:manage',
      en: 'Decides on a transfer; of a suspected crime in three days (行政执法机关移送涉嫌犯罪案件的规定 §5)',
      zh: '批准（不批准）移送',
      run: (context, input) => transfers.decideTransfer(context, input),
    }),
    handOverTransfer: caseCommand({
      input: HandOverTransferInput,
      scope: handle,
      en: 'Hands a case over, with all that was seized; of a suspected crime in 24 hours (行政执法机关移送涉嫌犯罪案件的规定 §5, 行政强制法 §21)',
      zh: '移送案件',
      run: (context, input) => transfers.handOverTransfer(context, input),
    }),
    answerTransfer: caseCommand({
      input: AnswerTransferInput,
      scope: handle,
      en: 'Says whether the recipient takes it over: itself where it is an organ of this graph, else who handed it over; what comes back is gone on with (行政处罚法 §25, §27)',
      zh: '登记接收机关答复',
      run: (context, input) => transfers.answerTransfer(context, input),
    }),
  });
