import { caseCommand, caseCommandResolver } from '../case/case-commands';
import { DesignateJurisdictionInput, ReportJurisdictionDisputeInput } from './jurisdiction.inputs';
import type { JurisdictionService } from './jurisdiction.service';

export const jurisdictionResolver = (jurisdiction: JurisdictionService) =>
  caseCommandResolver({
    reportJurisdictionDispute: caseCommand({
      input: ReportJurisdictionDisputeInput,
      scope: 'enforcement:manage',
      en: 'Reports a dispute over jurisdiction to the common superior, since consultation failed (行政处罚法 §25②)',
      zh: '管辖争议协商不成，报请指定管辖',
      run: (context, input) => jurisdiction.reportJurisdictionDispute(context, input),
    }),
    designateJurisdiction: caseCommand({
      input: DesignateJurisdictionInput,
      scope: 'enforcement:manage',
      en: 'Designates whose the case is, on a report or at once: by what stands above both organs, never for itself, to one that holds the power today; another organ receives the case as by a transfer that it cannot return (行政处罚法 §25②)',
      zh: '指定管辖（由共同的上一级行政机关）',
      run: (context, input) => jurisdiction.designateJurisdiction(context, input),
    }),
  });
