import { type BilingualText, DomainError } from './errors';

/** Why a move is refused although its state would allow it: the domain's word, and the sentence for the client. */
export interface MoveRefusal {
  readonly reason: string;
  readonly message: BilingualText;
}

/** A refusal in both languages, as the guards of a table write it. */
export const refusal = (reason: string, zh: string, en: string): MoveRefusal => ({ reason, message: { zh, en } });

/** One row of the table: from these states, to that one, unless the guard says why not. */
export interface Move<State extends string, Facts = void> {
  readonly from: readonly State[];
  /** Absent for what is done without leaving the state. */
  readonly to?: State;
  /** Pure. Judges by the facts that the caller has already loaded; null lets the move pass. */
  readonly guard?: (facts: Facts) => MoveRefusal | null;
}

/** The whole rule as data: read it, do not run it. */
export interface MachineDefinition<State extends string, Action extends string, Facts = void> {
  readonly initial: State;
  readonly moves: Readonly<Record<Action, Move<State, Facts>>>;
  /** By what name clients send an action, where that is not its name in the table. */
  readonly sentAs?: (action: Action) => string;
}

/** What can be asked of a table of moves. It holds no state of its own; the entity does. */
export interface Machine<State extends string, Action extends string, Facts = void> extends MachineDefinition<State, Action, Facts> {
  /** Every state that the table names, the initial one first. */
  readonly states: readonly State[];
  /** Whether the action is allowed from this state, guard included. */
  can(state: State, action: Action, facts: Facts): boolean;
  /** The state after the action. Refuses with CONFLICT / MOVE_NOT_ALLOWED, or the guard's reason; details: from, to, action, and what is allowed instead. */
  next(state: State, action: Action, facts: Facts): State;
  /** What is allowed from this state, in the order of the table. */
  availableActions(state: State, facts: Facts): Action[];
  /** Whether no move at all leaves this state. */
  isFinal(state: State): boolean;
}

/**
 * The engine of every state machine in the graph. Who may act is not its business (that is a policy's), nor is saving:
 * the caller writes the new state on condition of the version that it read.
 */
export function defineMachine<State extends string, Action extends string, Facts = void>(
  definition: MachineDefinition<State, Action, Facts>,
): Machine<State, Action, Facts> {
  const { initial, moves, sentAs = (action) => action } = definition;
  const table = new Map<Action, Move<State, Facts>>(entriesOf(moves));
  const states = [...new Set([initial, ...[...table.values()].flatMap(({ from, to }) => (to ? [...from, to] : from))])];

  /** The target, or the reason why it cannot be reached. */
  const decide = (from: State, action: Action, facts: Facts): { to: State } | { refused: DomainError } => {
    const move = table.get(action);
    const details = { from, to: move?.to ?? null, action: sentAs(action) };
    if (!move?.from.includes(from))
      return { refused: new DomainError('CONFLICT', 'MOVE_NOT_ALLOWED', notFrom(from, sentAs(action)), details) };
    const refused = move.guard?.(facts);
    return refused ? { refused: new DomainError('CONFLICT', refused.reason, refused.message, details) } : { to: move.to ?? from };
  };
  const can = (state: State, action: Action, facts: Facts) => 'to' in decide(state, action, facts);
  const availableActions = (state: State, facts: Facts) => [...table.keys()].filter((action) => can(state, action, facts));

  return {
    initial,
    moves,
    states,
    can,
    next(state, action, facts) {
      const decision = decide(state, action, facts);
      if (!('refused' in decision)) return decision.to;
      const { code, reason, text, details } = decision.refused;
      const allowed = [...new Set(availableActions(state, facts).map(sentAs))];
      throw new DomainError(code, reason, text, { ...details, allowed });
    },
    availableActions,
    isFinal: (state) => ![...table.values()].some(({ from, to }) => from.includes(state) && to !== undefined && to !== state),
  };
}

/** What a test expects of a machine: all its states (the values of the enum), and those that are meant to be the end. */
export interface MachineExpectation<State extends string> {
  readonly states: readonly State[];
  readonly finals: readonly State[];
}

/**
 * Everything wrong with a table, one sentence each, for tests: `expect(machineFaults(machine, …)).toEqual([])`.
 * Sound means: every state is reached from the initial one, every state that is not meant to be final can get to one that
 * is, and those that are final are left by no move. Guards are taken to pass.
 */
export function machineFaults<State extends string, Action extends string, Facts>(
  machine: MachineDefinition<State, Action, Facts>,
  expected: MachineExpectation<State>,
): string[] {
  const edges = entriesOf(machine.moves).flatMap(([, { from, to }]) => from.map((each) => [each, to ?? each] as const));
  const backwards = edges.map(([from, to]) => [to, from] as const);
  const reachable = closure([machine.initial], edges);
  const finishing = closure(expected.finals, backwards);
  const strangers = new Set([machine.initial, ...expected.finals, ...edges.flat()].filter((state) => !expected.states.includes(state)));
  return [
    ...[...strangers].map((state) => `${state} is not among the states`),
    ...expected.states.filter((state) => !reachable.has(state)).map((state) => `${state} cannot be reached`),
    ...expected.states.filter((state) => !finishing.has(state)).map((state) => `${state} cannot come to an end`),
    ...expected.finals
      .filter((state) => edges.some(([from, to]) => from === state && to !== state))
      .map((state) => `${state} is final and yet can be left`),
  ];
}

/** Every state that the edges lead to from the given ones, those included. */
function closure<State>(starts: readonly State[], edges: readonly (readonly [State, State])[]): Set<State> {
  const seen = new Set(starts);
  // A set that grows while it is walked: what is added is visited too.
  for (const state of seen) {
    for (const [from, to] of edges) if (from === state) seen.add(to);
  }
  return seen;
}

function entriesOf<Key extends string, Value>(record: Readonly<Record<Key, Value>>): [Key, Value][] {
  return Object.entries(record) as [Key, Value][];
}

function notFrom(state: string, action: string): BilingualText {
  return { zh: `当前状态 ${state} 不能执行 ${action}`, en: `${action} is not possible in the state ${state}` };
}
