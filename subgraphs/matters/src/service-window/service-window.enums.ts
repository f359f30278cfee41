import { describeEnum } from '@township-graph/shared/described-enum';

export enum WindowState {
  CLOSED = 'CLOSED',
  OPEN = 'OPEN',
  PAUSED = 'PAUSED',
}

describeEnum(
  WindowState,
  'WindowState',
  { en: 'State of a service window', zh: '窗口状态' },
  {
    CLOSED: { en: 'Nobody is at it', zh: '关闭' },
    OPEN: { en: 'A clerk is at it and calls numbers', zh: '办公中' },
    PAUSED: { en: 'Its clerk is away for a while; no numbers are called', zh: '暂停' },
  },
);

export enum WindowAction {
  OPEN = 'OPEN',
  PAUSE = 'PAUSE',
  RESUME = 'RESUME',
  CLOSE = 'CLOSE',
}

describeEnum(
  WindowAction,
  'WindowAction',
  { en: 'What can be done with a service window', zh: '窗口可执行操作' },
  {
    OPEN: { en: 'openWindow: sit down at it', zh: '开窗' },
    PAUSE: { en: 'pauseWindow: leave it for a while', zh: '暂停' },
    RESUME: { en: 'openWindow: come back to it', zh: '恢复' },
    CLOSE: { en: 'closeWindow: leave it', zh: '关窗' },
  },
);
