import { describeEnum } from '@township-graph/shared/described-enum';

export enum TicketState {
  WAITING = 'WAITING',
  CALLED = 'CALLED',
  SERVING = 'SERVING',
  TRANSFERRED = 'TRANSFERRED',
  SERVED = 'SERVED',
  NO_SHOW = 'NO_SHOW',
  CANCELLED = 'CANCELLED',
  EXPIRED = 'EXPIRED',
}

describeEnum(
  TicketState,
  'TicketState',
  { en: 'State of a number in a queue', zh: '排队号状态' },
  {
    WAITING: { en: 'Waits to be called', zh: '等候' },
    CALLED: { en: 'Called to a window', zh: '已叫号' },
    SERVING: { en: 'Served at a window', zh: '办理中' },
    TRANSFERRED: { en: 'Waits for another window, its place kept', zh: '已转窗（保留次序等候）' },
    SERVED: { en: 'Served', zh: '已办结' },
    NO_SHOW: { en: 'Did not come although called', zh: '过号' },
    CANCELLED: { en: 'Given back', zh: '已取消' },
    EXPIRED: { en: 'Its day ended before it was served', zh: '当日未办理，已失效' },
  },
);

export enum TicketAction {
  CALL = 'CALL',
  CALL_AGAIN = 'CALL_AGAIN',
  START = 'START',
  FINISH = 'FINISH',
  TRANSFER = 'TRANSFER',
  MARK_NO_SHOW = 'MARK_NO_SHOW',
  CANCEL = 'CANCEL',
  RELEASE = 'RELEASE',
  EXPIRE = 'EXPIRE',
}

describeEnum(
  TicketAction,
  'TicketAction',
  { en: 'What can be done with a number', zh: '排队号可执行操作' },
  {
    CALL: { en: 'callNextNumber: whose turn it is, the queue decides', zh: '叫号（由队列决定次序）' },
    CALL_AGAIN: { en: 'callAgain', zh: '重呼' },
    START: { en: 'startServing', zh: '开始办理' },
    FINISH: { en: 'finishServing', zh: '办结' },
    TRANSFER: { en: 'transferNumber', zh: '转窗' },
    MARK_NO_SHOW: { en: 'markNoShow', zh: '过号' },
    CANCEL: { en: 'cancelNumber', zh: '取消' },
    RELEASE: { en: 'Done when the window it waits for closes', zh: '所等窗口关闭后退回队列' },
    EXPIRE: { en: 'Done when its day is over', zh: '当日结束后自动失效' },
  },
);
