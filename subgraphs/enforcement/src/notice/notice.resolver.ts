import { caseCommand, caseCommandResolver } from '../case/case-commands';
import { plainInput } from '../case/case-move.inputs';
import type { HearingService } from './hearing.service';
import { HoldHearingInput, NotifyPartyInput, RecordStatementInput, ScheduleHearingInput } from './notice.inputs';
import type { NoticeService } from './notice.service';

const RequestHearingInput = plainInput('RequestHearing', 'The party asks for a hearing', '申请听证');

export const noticeResolver = (notices: NoticeService, hearings: HearingService) =>
  caseCommandResolver({
    notifyParty: caseCommand({
      input: NotifyPartyInput,
      scope: 'enforcement:handle',
      en: 'Tells the party what is proposed, with facts, reasons, basis and rights; of a hearing too, where it has the right (行政处罚法 §44, §63)',
      zh: '行政处罚事先告知',
      run: (context, input) => notices.notifyParty(context, input),
    }),
    recordStatement: caseCommand({
      input: RecordStatementInput,
      scope: 'enforcement:handle',
      en: 'Records what the party said and how it was looked into, or what it waived (行政处罚法 §45, §62)',
      zh: '记录陈述申辩（放弃）',
      run: (context, input) => notices.recordStatement(context, input),
    }),
    requestHearing: caseCommand({
      input: RequestHearingInput,
      scope: 'enforcement:handle',
      en: 'Takes in that the party asks for a hearing, in five working days (行政处罚法 §63, §64)',
      zh: '受理听证申请',
      run: (context, input) => hearings.requestHearing(context, input),
    }),
    scheduleHearing: caseCommand({
      input: ScheduleHearingInput,
      scope: 'enforcement:review',
      en: 'Tells time and place seven working days ahead, and who hosts (行政处罚法 §64)',
      zh: '通知听证',
      run: (context, input) => hearings.scheduleHearing(context, input),
    }),
    holdHearing: caseCommand({
      input: HoldHearingInput,
      scope: 'enforcement:review',
      en: 'Records the hearing, or that the party stayed away (行政处罚法 §64, §65)',
      zh: '举行（终止）听证',
      run: (context, input) => hearings.holdHearing(context, input),
    }),
  });
