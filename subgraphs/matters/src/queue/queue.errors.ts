import { DomainError, NotFound } from '@township-graph/shared/errors';

export const ticketNotFound = () => new NotFound({ zh: '该排队号', en: 'Number' });

export const pointClosed = () =>
  new DomainError('CONFLICT', 'POINT_CLOSED', { zh: '该服务点今日不再办公，不能取号', en: 'The service point is closed for today' });

export const queueEmpty = () =>
  new DomainError('CONFLICT', 'QUEUE_EMPTY', { zh: '没有可在本窗口办理的等候号', en: 'Nobody waits whom this window serves' });

export const transferNowhere = () =>
  new DomainError('CONFLICT', 'TRANSFER_NOWHERE', {
    zh: '只能转至同一服务点的其他未关闭窗口',
    en: 'A number is transferred to another window of the same service point that is not closed',
  });
