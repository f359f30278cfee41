import { describeEnum, type Words } from '@township-graph/shared/described-enum';

/** Why an investigation stands still; the rule that lets it is named beside. */
export enum SuspensionGround {
  OTHER_DECISION = 'OTHER_DECISION',
  QUESTION_OF_LAW = 'QUESTION_OF_LAW',
  FORCE_MAJEURE = 'FORCE_MAJEURE',
  PARTY_MISSING = 'PARTY_MISSING',
  EXAMINATION = 'EXAMINATION',
}

export const SUSPENSION_WORDS: Words<SuspensionGround> = {
  OTHER_DECISION: { en: 'It hangs on another case that is not decided', zh: '须以相关案件的裁判结果或者其他决定为依据' },
  QUESTION_OF_LAW: { en: 'A question of law was put to who may answer it', zh: '涉及法律适用问题须送请有权机关解释或者确认' },
  FORCE_MAJEURE: { en: 'Force majeure', zh: '不可抗力' },
  PARTY_MISSING: { en: 'The party cannot be found', zh: '当事人下落不明' },
  EXAMINATION: { en: 'An examination or expert opinion is under way', zh: '检测、检验、检疫、鉴定' },
};

describeEnum(SuspensionGround, 'CaseSuspensionGround', { en: 'Why an investigation stands still', zh: '中止调查情形' }, SUSPENSION_WORDS);
