import { DomainError, NotFound } from '@township-graph/shared/errors';

export const applicationNotFound = () => new NotFound({ zh: '该办件', en: 'Application' });

export const oneApplicationKey = () =>
  new DomainError('BAD_USER_INPUT', 'ONE_KEY', {
    zh: '请只提供 id 或 acceptanceNumber 之一',
    en: 'Give either id or acceptanceNumber',
  });

export const matterNotHandledHere = () =>
  new DomainError('CONFLICT', 'MATTER_NOT_HANDLED_HERE', {
    zh: '该事项当日不在此处办理（未公布、已暂停或不在办理地）',
    en: 'The matter is not handled here on this day: not published, suspended, or elsewhere',
  });

export const villageGivesNoticeOnly = () =>
  new DomainError('CONFLICT', 'VILLAGE_GIVES_NOTICE', {
    zh: '该事项在村（社区）仅公开告知，请到乡镇便民服务中心申请',
    en: 'A village only gives notice of this matter: apply at the township’s centre',
  });

export const headingIsNotApplied = () =>
  new DomainError('BAD_USER_INPUT', 'MATTER_IS_HEADING', {
    zh: '主项下设有业务办理项，请选择具体办理项',
    en: 'This item only heads others: choose the handling item',
  });

export const notSelfService = () =>
  new DomainError('CONFLICT', 'NOT_SELF_SERVICE', {
    zh: '该事项不能在自助终端办理，请选择其他渠道',
    en: 'The matter is none that one handles at a kiosk: choose another channel',
  });

export const placeNotFound = () => new NotFound({ zh: '该服务点', en: 'Service point' });

export const placeDisagrees = () =>
  new DomainError('BAD_USER_INPUT', 'PLACE_DISAGREES', {
    zh: '服务点不在所填区划内',
    en: 'The service point does not lie in that division',
  });

export const placeMissing = () =>
  new DomainError('BAD_USER_INPUT', 'PLACE_MISSING', {
    zh: '请提供受理服务点或受理地区划',
    en: 'Say where it is taken in: a service point or a division',
  });

export const identityMalformed = () =>
  new DomainError('BAD_USER_INPUT', 'IDENTITY_NUMBER', {
    zh: '公民身份号码不正确（GB 11643）',
    en: 'Not an identity number (GB 11643)',
  });

/** Every refusal, return, denial and ending is reasoned (行政许可法§32, §38). */
export const reasonMissing = () =>
  new DomainError('BAD_USER_INPUT', 'REASON_MISSING', {
    zh: '须说明理由（行政许可法第三十二条、第三十八条）',
    en: 'A reason must be given (行政许可法 §32, §38)',
  });

/** What was accepted is decided, unless a law ends it otherwise (行政许可法§34, §38). */
export const endingUngrounded = () =>
  new DomainError('BAD_USER_INPUT', 'LEGAL_BASIS_MISSING', {
    zh: '已受理的办件应当作出决定；终止办理须写明法律依据（行政许可法第三十四条、第三十八条）',
    en: 'What was accepted is decided: name the law by which it ends without a decision (行政许可法 §34, §38)',
  });

export const missingMaterialsUnnamed = () =>
  new DomainError('BAD_USER_INPUT', 'MATERIALS_UNNAMED', {
    zh: '须一次性列明需要补正的全部内容（行政许可法第三十二条）；容缺受理须列明后补材料',
    en: 'All that is missing must be named at once (行政许可法 §32), and of 容缺受理 what may follow',
  });

/** Granted is what meets the conditions, and what proves that has to be there. */
export const supplementsOutstanding = (materials: readonly string[]) =>
  new DomainError(
    'CONFLICT',
    'SUPPLEMENTS_OUTSTANDING',
    {
      zh: '容缺后补材料尚未补齐，不能作出准予决定（行政许可法第三十八条）',
      en: 'What was to follow has not come: it cannot be granted yet (行政许可法 §38)',
    },
    { materials },
  );

export const materialNotAwaited = (awaited: readonly string[]) =>
  new DomainError(
    'BAD_USER_INPUT',
    'MATERIAL_NOT_AWAITED',
    { zh: '请从尚未补齐的材料中列明收到的材料', en: 'Name what has come, as it stands among what is still to follow' },
    { awaited },
  );

export const extensionTooLong = (longest: number) =>
  new DomainError(
    'BAD_USER_INPUT',
    'EXTENSION_TOO_LONG',
    { zh: `延长不得超过 ${longest} 个工作日（行政许可法第四十二条）`, en: `At most ${longest} working days (行政许可法 §42)` },
    { longest },
  );

export const trackingMissing = () =>
  new DomainError('BAD_USER_INPUT', 'TRACKING_MISSING', {
    zh: '邮寄送达须填写承运单位和运单号',
    en: 'Mail needs a carrier and a tracking number',
  });

/** Whose duty is a village does not act for the township. */
export const notYourTier = () =>
  new DomainError('FORBIDDEN', 'TIER_ABOVE', {
    zh: '该办件已转由上级办理，本级不能操作',
    en: 'It lies with a higher tier now',
  });
