import type { ApplicationAction } from './application.moves';

/** The mutation by which each move is made. */
const MUTATIONS: Readonly<Record<ApplicationAction, string>> = {
  submit: 'sendApplication',
  preReview: 'preReviewApplication',
  sendBack: 'sendBackApplication',
  receive: 'receiveApplication',
  requestCorrection: 'requestCorrection',
  supplement: 'supplementApplication',
  supplementAccepted: 'receiveSupplement',
  supplementReviewing: 'receiveSupplement',
  supplementSuspended: 'receiveSupplement',
  accept: 'acceptApplication',
  deemAccepted: 'acceptApplication',
  refuse: 'refuseApplication',
  dismissAsNotRequired: 'dismissApplication',
  return: 'returnApplication',
  returnUnsupplemented: 'returnApplication',
  transfer: 'transferApplication',
  handOn: 'forwardApplication',
  forward: 'forwardApplication',
  review: 'reviewApplication',
  suspend: 'suspendApplication',
  resume: 'resumeApplication',
  extend: 'extendApplication',
  decide: 'decideApplication',
  complete: 'completeApplication',
  deliver: 'deliverApplication',
  rate: 'rateApplication',
  withdraw: 'withdrawApplication',
  terminate: 'terminateApplication',
  archive: 'archiveApplication',
};

export function mutationOf(action: ApplicationAction): string {
  return MUTATIONS[action];
}
