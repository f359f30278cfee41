import { defineMachine, type MoveRefusal } from '@township-graph/shared/state-machine';
import { MatterChangeState } from './matter-change.enums';

/** The moves by the names of their mutations. */
export type MatterChangeAction =
  | 'amendMatterChange'
  | 'withdrawMatterChange'
  | 'approveMatterChange'
  | 'returnMatterChange'
  | 'rejectMatterChange'
  | 'publiciseMatterChange'
  | 'publishMatterChange';

export interface MatterChangeFacts {
  /** Whether everybody has had the time of the notice. */
  readonly isNoticeOver: boolean;
}

const S = MatterChangeState;

const noticeRunning: MoveRefusal = {
  reason: 'NOTICE_RUNNING',
  message: { zh: '公示期未满，期满后方可发布', en: 'It is published when the time of the notice is over' },
};

/** 提出 → 审核 → 公示 → 发布：of matters and of lists alike. */
export const MATTER_CHANGE_MACHINE = defineMachine<MatterChangeState, MatterChangeAction, MatterChangeFacts>({
  initial: S.PROPOSED,
  moves: {
    amendMatterChange: { from: [S.PROPOSED, S.RETURNED], to: S.PROPOSED },
    withdrawMatterChange: { from: [S.PROPOSED, S.REVIEWED, S.PUBLICISED, S.RETURNED], to: S.WITHDRAWN },
    approveMatterChange: { from: [S.PROPOSED], to: S.REVIEWED },
    returnMatterChange: { from: [S.PROPOSED, S.REVIEWED, S.PUBLICISED], to: S.RETURNED },
    rejectMatterChange: { from: [S.PROPOSED, S.REVIEWED, S.PUBLICISED], to: S.REJECTED },
    publiciseMatterChange: { from: [S.REVIEWED], to: S.PUBLICISED },
    publishMatterChange: {
      from: [S.PUBLICISED],
      to: S.PUBLISHED,
      guard: ({ isNoticeOver }) => (isNoticeOver ? null : noticeRunning),
    },
  },
});
