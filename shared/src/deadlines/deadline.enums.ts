import { DeadlineState } from '../deadline';
import { describeEnum, type Words } from '../described-enum';

/** What a deadline shows to who answers for it. */
export enum DeadlineLight {
  GREEN = 'GREEN',
  YELLOW = 'YELLOW',
  RED = 'RED',
}

/** From the best to the worst. */
const LIGHTS = [DeadlineLight.GREEN, DeadlineLight.YELLOW, DeadlineLight.RED] as const;

export const isWorse = (light: DeadlineLight, than: DeadlineLight) => LIGHTS.indexOf(light) > LIGHTS.indexOf(than);

const LIGHT_WORDS: Words<DeadlineLight> = {
  GREEN: { en: 'In time', zh: '正常（绿灯）' },
  YELLOW: { en: 'Due on this working day or the next', zh: '预警（黄灯）' },
  RED: { en: 'Overdue', zh: '超期（红灯）' },
};

const STATE_WORDS: Words<DeadlineState> = {
  RUNNING: { en: 'The time runs', zh: '计时中' },
  SUSPENDED: { en: 'The time stands still', zh: '暂停计时' },
  MET: { en: 'Done in time', zh: '按期完成' },
  OVERDUE: { en: 'Not done in time; it stays so when it is done late', zh: '超期' },
  LAPSED: { en: 'Nothing is due any more', zh: '不再适用' },
};

describeEnum(DeadlineLight, 'DeadlineLight', { en: 'Light of a deadline', zh: '时限亮灯' }, LIGHT_WORDS);
describeEnum(DeadlineState, 'DeadlineState', { en: 'How a deadline stands', zh: '时限状态' }, STATE_WORDS);
