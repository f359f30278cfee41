import { machineFaults } from '@township-graph/shared/state-machine';
import { CaseState } from './case.enums';
import { CASE_MACHINE } from './case.moves';

test('every state is reached, and every case can come to an end', () => {
  expect(machineFaults(CASE_MACHINE, { states: Object.values(CaseState), finals: [CaseState.REVOKED] })).toEqual([]);
});

test('nothing but a decision leads to service, nothing but service to execution', () => {
  const sources = (state: CaseState) => [
    ...new Set(
      Object.values(CASE_MACHINE.moves)
        .filter(({ to }) => to === state)
        .flatMap(({ from }) => from),
    ),
  ];
  expect(sources(CaseState.SERVED)).toEqual([CaseState.DECIDED]);
  expect(sources(CaseState.EXECUTING)).toEqual([CaseState.DECIDED]);
});
