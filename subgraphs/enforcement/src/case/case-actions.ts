import type { CaseAction } from './case.moves';

/** Moves that share a mutation, by the mutation; all others are called as it is. */
const MUTATIONS: Partial<Record<CaseAction, string>> = {
  assignOfficers: 'assignCaseOfficers',
  grantRecusal: 'decideRecusal',
  recuseAndUndo: 'decideRecusal',
  refuseRecusal: 'decideRecusal',
  excludeAndReopen: 'excludeEvidence',
  passLegalReview: 'reviewCase',
  returnFromLegalReview: 'reviewCase',
  reconsiderStatement: 'recordStatement',
  seizeKept: 'resolveMeasure',
  decidePenalty: 'decideCase',
  decideNoPenalty: 'decideCase',
  serveToExecute: 'serveDecision',
  reportDispute: 'reportJurisdictionDispute',
  designateHere: 'designateJurisdiction',
  designateElsewhere: 'designateJurisdiction',
  proposeTransfer: 'transferCase',
  revokeToDecideAnew: 'concludeRemedy',
  takeOverTransfer: 'answerTransfer',
  returnTransfer: 'answerTransfer',
};

export const mutationOf = (action: CaseAction): string => MUTATIONS[action] ?? action;
