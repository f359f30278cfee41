import { payloadOf } from '@township-graph/shared/command/payload';
import { AdmissionRequest } from './admission-request.entity';

const REQUEST = { en: 'The request as it is now', zh: '申请（最新）' };
const answerOf = (mutation: string) => payloadOf(AdmissionRequest, 'admission', mutation, REQUEST);

export const DraftAdmissionPayload = answerOf('draftAdmission');
export const AmendAdmissionPayload = answerOf('amendAdmission');
export const SubmitAdmissionPayload = answerOf('submitAdmission');
export const WithdrawAdmissionPayload = answerOf('withdrawAdmission');
export const AdjustAdmissionPayload = answerOf('adjustAdmission');
export const PassAdmissionReviewPayload = answerOf('passAdmissionReview');
export const ReturnAdmissionPayload = answerOf('returnAdmission');
export const RejectAdmissionPayload = answerOf('rejectAdmission');
export const GiveAdmissionOpinionPayload = answerOf('giveAdmissionOpinion');
export const ConveneAdmissionCouncilPayload = answerOf('conveneAdmissionCouncil');
export const PassAdmissionCouncilPayload = answerOf('passAdmissionCouncil');
export const PublishAdmissionPayload = answerOf('publishAdmission');
export const PublishAdmissionBatchPayload = answerOf('publishAdmissionBatch');
export const CloseAdmissionBatchesPayload = answerOf('closeAdmissionBatches');
export const EvaluateAdmissionPayload = answerOf('evaluateAdmission');
export const ReclaimAdmissionPayload = answerOf('reclaimAdmission');
export const AbolishAdmissionPayload = answerOf('abolishAdmission');
