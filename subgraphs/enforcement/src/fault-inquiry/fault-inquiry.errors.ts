import { DomainError } from '@township-graph/shared/errors';

export const ownTeam = () =>
  new DomainError('FORBIDDEN', 'OWN_TEAM', {
    zh: '执法人员本人及其所在机关不得启动、办理对其的过错责任追究',
    en: 'Neither an officer nor their own organ inquires into that officer’s faults',
  });

export const sameHand = () =>
  new DomainError('FORBIDDEN', 'SAME_HAND', {
    zh: '启动追究的人员不得作出追究决定',
    en: 'Who opened an inquiry does not decide it',
  });

export const decisionUnknown = (decisions: readonly string[]) =>
  new DomainError(
    'BAD_USER_INPUT',
    'FAULT_DECISION',
    { zh: '追究方式不在配置之内', en: 'That is none of the ways in which an officer answers here' },
    { decisions },
  );
