import type { ApplicationAction } from './application.moves';

/** The mutation by which each move is made; null for what happens by law alone. */
const MUTATIONS: Readonly<Record<ApplicationAction, string | null>> = {
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
  deemAccepted: null,
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

export function mutationOf(action: ApplicationAction): string | null {
  return MUTATIONS[action];
}
