import { caseCommand, caseCommandResolver } from '../case/case-commands';
import { plainInput } from '../case/case-move.inputs';
import { AssignCaseOfficersInput, DecideOnTheSpotInput, DismissClueInput, FileCaseInput, RegisterClueInput } from './filing.inputs';
import type { FilingService } from './filing.service';
import type { OnTheSpotService } from './on-the-spot.service';

const scope = 'enforcement:handle' as const;
const CheckClueInput = plainInput('CheckClue', 'A clue is looked into', '核查线索');
const ReportDecisionInput = plainInput('ReportDecision', 'A decision on the spot is reported to the organ', '当场处罚决定备案');

export const filingResolver = (filing: FilingService, onTheSpot: OnTheSpotService) =>
  caseCommandResolver({
    registerClue: caseCommand({
      input: RegisterClueInput,
      scope,
      en: 'Registers a clue',
      zh: '登记线索',
      run: (context, input) => filing.registerClue(context, input),
    }),
    checkClue: caseCommand({
      input: CheckClueInput,
      scope,
      en: 'Begins to look into a clue (行政处罚法 §54)',
      zh: '核查线索',
      run: (context, input) => filing.checkClue(context, input),
    }),
    dismissClue: caseCommand({
      input: DismissClueInput,
      scope,
      en: 'Does not file, with a reason',
      zh: '不予立案',
      run: (context, input) => filing.dismissClue(context, input),
    }),
    fileCase: caseCommand({
      input: FileCaseInput,
      scope,
      en: 'Files a case, of a clue or anew: the organ must hold the power on that day, two certified officers investigate, and the ninety days begin (行政处罚法 §24, §36, §42, §54, §60)',
      zh: '立案',
      run: (context, input) => filing.fileCase(context, input),
    }),
    assignCaseOfficers: caseCommand({
      input: AssignCaseOfficersInput,
      scope: 'enforcement:manage',
      en: 'Lets others investigate (行政处罚法 §42, §43)',
      zh: '更换办案人员',
      run: (context, input) => filing.assignCaseOfficers(context, input),
    }),
    decideOnTheSpot: caseCommand({
      input: DecideOnTheSpotInput,
      scope,
      en: 'Decides on the spot: a warning, or a fine up to 200 yuan (3,000 for an organisation) (行政处罚法 §51, §52)',
      zh: '当场处罚（简易程序）',
      run: (context, input) => onTheSpot.decideOnTheSpot(context, input),
    }),
    reportDecision: caseCommand({
      input: ReportDecisionInput,
      scope,
      en: 'Reports a decision on the spot to the organ (行政处罚法 §52③)',
      zh: '当场处罚决定备案',
      run: (context, input) => onTheSpot.reportDecision(context, input),
    }),
  });
