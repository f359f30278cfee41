import { conflict } from '@township-graph/shared/errors';

export const notPlaced = () => conflict('NOT_PLACED', { zh: '该人员不在下沉岗位', en: 'They are not placed here' });

export const notRecallable = () =>
  conflict('NOT_RECALLABLE', { zh: '随编调动的人员不适用召回', en: 'Nobody is recalled whose post came along' });

export const notEnabled = (period: string | null) =>
  conflict(
    'RECALL_NOT_ENABLED',
    { zh: '最近一次双向互评结果不支持申请召回', en: 'The latest mutual evaluation enables no recall' },
    { period },
  );

export const requestedAlready = () => conflict('RECALL_OPEN', { zh: '已有待审核的召回申请', en: 'A request is open already' });
