import type { DomainError } from '@township-graph/shared/errors';
import { machineFaults } from '@township-graph/shared/state-machine';
import { HandlingKind } from '../matter/matter.enums';
import { ApplicationState, HandlerTier } from './application.enums';
import { APPLICATION_MACHINE, type ApplicationAction, type ApplicationFacts, NOTHING_DUE } from './application.moves';

const facts = (change: Partial<ApplicationFacts> = {}): ApplicationFacts => ({
  handlingKind: HandlingKind.PROMISED,
  handlerTier: HandlerTier.TOWNSHIP,
  decidingTier: HandlerTier.TOWNSHIP,
  corrections: 0,
  extensions: 0,
  ...NOTHING_DUE,
  ...change,
});

const { ARCHIVED, ACCEPTED, RECEIVED, REVIEWING, CORRECTION, DECIDED, PRE_REVIEW, SUBMITTED, SUSPENDED } = ApplicationState;

test('every state is reached, and comes to an end on file', () => {
  expect(machineFaults(APPLICATION_MACHINE, { states: Object.values(ApplicationState), finals: [ARCHIVED] })).toEqual([]);
});

test.each<[string, ApplicationState, ApplicationAction, Partial<ApplicationFacts>, string]>([
  [
    '行政许可法§32①(4): a second notice of what is missing',
    RECEIVED,
    'requestCorrection',
    { corrections: 1 },
    'CORRECTION_ALREADY_REQUESTED',
  ],
  ['行政许可法§32①(4): a notice after five working days', RECEIVED, 'requestCorrection', { isNoticeMissed: true }, 'NOTICE_MISSED'],
  ['行政许可法§32①(4): a refusal of what counts as accepted', RECEIVED, 'refuse', { isNoticeMissed: true }, 'NOTICE_MISSED'],
  ['行政许可法§32①(4): a return of what counts as accepted', RECEIVED, 'return', { isNoticeMissed: true }, 'NOTICE_MISSED'],
  [
    '行政许可法§32①(4): sending back what was said to lack something',
    SUBMITTED,
    'sendBack',
    { corrections: 1 },
    'CORRECTION_ALREADY_REQUESTED',
  ],
  ['行政许可法§32①(4): sending back after five working days', PRE_REVIEW, 'sendBack', { isNoticeMissed: true }, 'NOTICE_MISSED'],
  ['行政许可法§32①(4): acceptance by itself while the five days run', RECEIVED, 'deemAccepted', {}, 'NOTICE_NOT_MISSED'],
  ['行政许可法§42①: a second extension', REVIEWING, 'extend', { extensions: 1 }, 'ALREADY_EXTENDED'],
  ['行政许可法§42①: an extension when the time is up', REVIEWING, 'extend', { isOverdue: true }, 'DEADLINE_OVERDUE'],
  ['行政许可法§34②: an extension of an immediate item', REVIEWING, 'extend', { handlingKind: HandlingKind.IMMEDIATE }, 'IMMEDIATE_ITEM'],
  [
    '行政许可法§45: a special procedure in an immediate item',
    ACCEPTED,
    'suspend',
    { handlingKind: HandlingKind.IMMEDIATE },
    'IMMEDIATE_ITEM',
  ],
  ['容缺受理: a supplement where nothing is to follow', ACCEPTED, 'supplementAccepted', {}, 'NOTHING_OUTSTANDING'],
  [
    '容缺受理: a return while what is to follow may still come',
    REVIEWING,
    'returnUnsupplemented',
    { outstanding: 1 },
    'SUPPLEMENT_NOT_MISSED',
  ],
  ['a village decides what it only forwards', ACCEPTED, 'decide', { handlerTier: HandlerTier.VILLAGE }, 'DECIDED_ELSEWHERE'],
  ['a township forwards what it decides', ACCEPTED, 'forward', {}, 'DECIDED_HERE'],
  ['行政许可法§36: a decision before acceptance', RECEIVED, 'decide', {}, 'MOVE_NOT_ALLOWED'],
  ['a decision while the clock stands still', SUSPENDED, 'decide', {}, 'MOVE_NOT_ALLOWED'],
  ['a second decision', DECIDED, 'decide', {}, 'MOVE_NOT_ALLOWED'],
  ['a withdrawal after the decision', DECIDED, 'withdraw', {}, 'MOVE_NOT_ALLOWED'],
  ['acceptance while material is missing', CORRECTION, 'accept', {}, 'MOVE_NOT_ALLOWED'],
])('%s is refused', (_name, state, action, change, reason) => {
  const refused = () => APPLICATION_MACHINE.next(state, action, facts(change));
  expect(refused).toThrow();
  try {
    refused();
  } catch (error) {
    expect((error as DomainError).reason).toBe(reason);
  }
});

test('what came without a notice in time can only be accepted, handed on or withdrawn', () => {
  expect(APPLICATION_MACHINE.availableActions(RECEIVED, facts({ isNoticeMissed: true }))).toEqual(['accept', 'deemAccepted', 'withdraw']);
});
