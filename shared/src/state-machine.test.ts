import { DomainError } from './errors';
import { defineMachine, type MoveRefusal, machineFaults } from './state-machine';

enum Lamp {
  NEW = 'NEW',
  OFF = 'OFF',
  ON = 'ON',
  BROKEN = 'BROKEN',
}
type LampAction = 'fit' | 'switchOn' | 'switchOff' | 'drop';
interface Room {
  readonly hasPower: boolean;
}

const noPower: MoveRefusal = { reason: 'NO_POWER', message: { zh: '没有电', en: 'There is no power' } };

const lamp = defineMachine<Lamp, LampAction, Room>({
  initial: Lamp.NEW,
  moves: {
    fit: { from: [Lamp.NEW], to: Lamp.OFF },
    switchOn: { from: [Lamp.OFF], to: Lamp.ON, guard: ({ hasPower }) => (hasPower ? null : noPower) },
    switchOff: { from: [Lamp.ON], to: Lamp.OFF },
    drop: { from: [Lamp.NEW, Lamp.OFF, Lamp.ON], to: Lamp.BROKEN },
  },
});
const lit = { hasPower: true };
const dark = { hasPower: false };

const refusalOf = (attempt: () => unknown): DomainError => {
  try {
    attempt();
  } catch (error) {
    if (error instanceof DomainError) return error;
  }
  throw new Error('not refused');
};

test.each([
  [Lamp.NEW, ['fit', 'drop']],
  [Lamp.OFF, ['switchOn', 'drop']],
  [Lamp.ON, ['switchOff', 'drop']],
  [Lamp.BROKEN, []],
])('from %s one can %j and nothing else', (state, actions) => {
  expect(lamp.availableActions(state, lit)).toEqual(actions);
  for (const action of Object.keys(lamp.moves) as LampAction[]) expect(lamp.can(state, action, lit)).toBe(actions.includes(action));
});

test('a move leads where the table says', () => {
  expect(lamp.next(Lamp.NEW, 'fit', lit)).toBe(Lamp.OFF);
  expect(lamp.next(Lamp.OFF, 'switchOn', lit)).toBe(Lamp.ON);
  expect(lamp.next(Lamp.ON, 'drop', lit)).toBe(Lamp.BROKEN);
});

test('a move that the state does not allow is a conflict that names from, to, action and the lawful alternatives', () => {
  const refusal = refusalOf(() => lamp.next(Lamp.BROKEN, 'switchOn', lit));
  expect(refusal).toMatchObject({ code: 'CONFLICT', reason: 'MOVE_NOT_ALLOWED' });
  expect(refusal.details).toEqual({ from: Lamp.BROKEN, to: Lamp.ON, action: 'switchOn', allowed: [] });
  expect(refusalOf(() => lamp.next(Lamp.NEW, 'switchOff', lit)).details.allowed).toEqual(['fit', 'drop']);
  expect(refusal.text.zh).toContain('BROKEN');
});

test('a guard refuses with its own reason, and hides its action', () => {
  const refusal = refusalOf(() => lamp.next(Lamp.OFF, 'switchOn', dark));
  expect(refusal).toMatchObject({ code: 'CONFLICT', reason: 'NO_POWER', text: noPower.message });
  expect(refusal.details).toEqual({ from: Lamp.OFF, to: Lamp.ON, action: 'switchOn', allowed: ['drop'] });
  expect(lamp.availableActions(Lamp.OFF, dark)).toEqual(['drop']);
});

test('the state is judged before the guard, which may count on it', () => {
  expect(refusalOf(() => lamp.next(Lamp.NEW, 'switchOn', dark)).reason).toBe('MOVE_NOT_ALLOWED');
});

test('an action that is not in the table is refused, names of Object.prototype included', () => {
  for (const action of ['explode', 'constructor', '__proto__'] as unknown as LampAction[]) {
    expect(lamp.can(Lamp.NEW, action, lit)).toBe(false);
    expect(refusalOf(() => lamp.next(Lamp.NEW, action, lit)).details.to).toBeNull();
  }
});

test('only a state without moves is final', () => {
  expect(lamp.states.filter(lamp.isFinal)).toEqual([Lamp.BROKEN]);
});

test('a machine without guards is asked without facts', () => {
  const door = defineMachine<'OPEN' | 'SHUT', 'shut'>({ initial: 'OPEN', moves: { shut: { from: ['OPEN'], to: 'SHUT' } } });
  expect(door.next('OPEN', 'shut')).toBe('SHUT');
  expect(door.availableActions('SHUT')).toEqual([]);
});

test('a sound table has no faults', () => {
  expect(machineFaults(lamp, { states: Object.values(Lamp), finals: [Lamp.BROKEN] })).toEqual([]);
});

test('an unreachable state, a dead end, a loop without an end, a final that can be left and a stranger are found', () => {
  const maze = defineMachine<string, string>({
    initial: 'A',
    moves: {
      toB: { from: ['A'], to: 'B' },
      toPit: { from: ['A'], to: 'PIT' },
      round: { from: ['A'], to: 'LOOP1' },
      round2: { from: ['LOOP1'], to: 'LOOP2' },
      round3: { from: ['LOOP2'], to: 'LOOP1' },
      back: { from: ['END'], to: 'A' },
      finish: { from: ['B', 'ISLAND'], to: 'END' },
      stray: { from: ['B'], to: 'TYPO' },
    },
  });
  const states = ['A', 'B', 'PIT', 'LOOP1', 'LOOP2', 'ISLAND', 'END'];
  expect(machineFaults(maze, { states, finals: ['END'] })).toEqual([
    'TYPO is not among the states',
    'ISLAND cannot be reached',
    'PIT cannot come to an end',
    'LOOP1 cannot come to an end',
    'LOOP2 cannot come to an end',
    'END is final and yet can be left',
  ]);
});

test('what is done without leaving the state needs no target, and does not make a final state one that is left', () => {
  const definition = {
    initial: 'OPEN',
    moves: { note: { from: ['OPEN', 'SHUT'] }, shut: { from: ['OPEN'], to: 'SHUT' } },
  } as const;
  const file = defineMachine<'OPEN' | 'SHUT', 'note' | 'shut'>(definition);
  expect(file.next('SHUT', 'note')).toBe('SHUT');
  expect(file.isFinal('SHUT')).toBe(true);
  expect(file.isFinal('OPEN')).toBe(false);
  expect(machineFaults(file, { states: ['OPEN', 'SHUT'], finals: ['SHUT'] })).toEqual([]);
});

test('a refusal names what clients send, once each, where that is not what the table calls it', () => {
  const machine = defineMachine<'OPEN' | 'SHUT', 'shut' | 'shutLate' | 'open'>({
    initial: 'OPEN',
    sentAs: (action) => (action === 'open' ? 'openDoor' : 'shutDoor'),
    moves: {
      shut: { from: ['OPEN'], to: 'SHUT' },
      shutLate: { from: ['OPEN'], to: 'SHUT' },
      open: { from: ['SHUT'], to: 'OPEN' },
    },
  });
  expect(() => machine.next('OPEN', 'open')).toThrow(
    expect.objectContaining({ details: { from: 'OPEN', to: 'OPEN', action: 'openDoor', allowed: ['shutDoor'] } }),
  );
});
