import { DomainError, NotFound } from '@township-graph/shared/errors';

export const windowNotFound = () => new NotFound({ zh: '该窗口', en: 'Service window' });

export const notAtWindow = () =>
  new DomainError('FORBIDDEN', 'NOT_AT_WINDOW', { zh: '您不在该窗口办公', en: 'You are not the clerk at this window' });

export const windowNotOpen = (state: string) =>
  new DomainError('CONFLICT', 'WINDOW_NOT_OPEN', { zh: '窗口未开放', en: 'The window is not open' }, { state });

export const windowBusy = (number: string) =>
  new DomainError(
    'CONFLICT',
    'WINDOW_BUSY',
    { zh: `窗口正在处理 ${number} 号，请先办结、转窗或过号`, en: `Number ${number} is at this window: finish, transfer or mark it first` },
    { number },
  );

export const windowNumberTaken = (number: number) =>
  new DomainError(
    'CONFLICT',
    'WINDOW_NUMBER_TAKEN',
    { zh: `该服务点已有 ${number} 号窗口`, en: `Window ${number} exists here` },
    { number },
  );

export const windowNameLength = () =>
  new DomainError('BAD_USER_INPUT', 'NAME_LENGTH', { zh: '窗口名称须为 1 至 50 字', en: 'The name of a window has 1 to 50 characters' });
