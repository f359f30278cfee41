import { describeEnum, type Words } from '@township-graph/shared/described-enum';

export enum DutyRefusalState {
  RAISED = 'RAISED',
  UPHELD = 'UPHELD',
  OVERRULED = 'OVERRULED',
  WITHDRAWN = 'WITHDRAWN',
}

const STATE_WORDS: Words<DutyRefusalState> = {
  RAISED: { en: 'The township does not carry it out; the county decides', zh: '已提出不予执行，待县级裁定' },
  UPHELD: { en: 'The county upholds the refusal', zh: '支持不予执行' },
  OVERRULED: { en: 'The county overrules it: the duty is the township’s', zh: '不支持，应予执行' },
  WITHDRAWN: { en: 'The township takes it back', zh: '撤回' },
};

describeEnum(DutyRefusalState, 'DutyRefusalState', { en: 'State of a refusal', zh: '不予执行的状态' }, STATE_WORDS);
