import { machineFaults } from '@township-graph/shared/state-machine';
import { MatterChangeState } from './matter-change.enums';
import { MATTER_CHANGE_MACHINE, type MatterChangeAction } from './matter-change.status';

const S = MatterChangeState;
const OVER = { isNoticeOver: true };

/** Every move that there is; what is not here is illegal. */
const LAWFUL: Readonly<Record<MatterChangeState, readonly MatterChangeAction[]>> = {
  PROPOSED: ['amendMatterChange', 'withdrawMatterChange', 'approveMatterChange', 'returnMatterChange', 'rejectMatterChange'],
  REVIEWED: ['withdrawMatterChange', 'returnMatterChange', 'rejectMatterChange', 'publiciseMatterChange'],
  PUBLICISED: ['withdrawMatterChange', 'returnMatterChange', 'rejectMatterChange', 'publishMatterChange'],
  RETURNED: ['amendMatterChange', 'withdrawMatterChange'],
  PUBLISHED: [],
  REJECTED: [],
  WITHDRAWN: [],
};

const refusalOf = (attempt: () => unknown) => {
  try {
    attempt();
  } catch (error) {
    return error as { reason: string; details: object };
  }
  throw new Error('not refused');
};

test('the table is sound: every state is reached, and comes to an end', () => {
  expect(machineFaults(MATTER_CHANGE_MACHINE, { states: Object.values(S), finals: [S.PUBLISHED, S.REJECTED, S.WITHDRAWN] })).toEqual([]);
});

test.each(Object.entries(LAWFUL))('from %s what is not lawful is refused, with the state and what is', (state, lawful) => {
  expect(MATTER_CHANGE_MACHINE.availableActions(state as MatterChangeState, OVER)).toEqual(lawful);
  for (const action of Object.keys(MATTER_CHANGE_MACHINE.moves) as MatterChangeAction[]) {
    if (lawful.includes(action)) continue;
    const { reason, details } = refusalOf(() => MATTER_CHANGE_MACHINE.next(state as MatterChangeState, action, OVER));
    expect(reason).toBe('MOVE_NOT_ALLOWED');
    expect(details).toMatchObject({ from: state, action, allowed: lawful });
  }
});

test('公示期未满不得发布', () => {
  expect(refusalOf(() => MATTER_CHANGE_MACHINE.next(S.PUBLICISED, 'publishMatterChange', { isNoticeOver: false })).reason).toBe(
    'NOTICE_RUNNING',
  );
});
