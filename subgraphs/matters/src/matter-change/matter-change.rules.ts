import { MatterState } from '../matter/matter.enums';
import { ResponsibilityListState } from '../responsibility/responsibility.enums';
import { MatterChangeKind } from './matter-change.enums';

const K = MatterChangeKind;

/** What can be proposed of a matter in each state. A draft is published, what was abolished is not brought back. */
export const MATTER_KINDS: Readonly<Record<MatterState, readonly MatterChangeKind[]>> = {
  DRAFT: [K.ADD],
  PUBLISHED: [K.REVISE, K.SUSPEND, K.ABOLISH, K.RECLAIM],
  SUSPENDED: [K.REVISE, K.RESUME, K.ABOLISH, K.RECLAIM],
  ABOLISHED: [],
};

/** And of a list. */
export const LIST_KINDS: Readonly<Record<ResponsibilityListState, readonly MatterChangeKind[]>> = {
  DRAFT: [K.ADD],
  PUBLISHED: [K.REVISE],
};

/** The kinds that say what the matter is to say. */
export const SAYING: readonly MatterChangeKind[] = [K.ADD, K.REVISE];

/** The state of the revision that the change makes. */
export function stateAfter(kind: MatterChangeKind, state: MatterState): MatterState {
  switch (kind) {
    case K.ADD:
    case K.RESUME:
      return MatterState.PUBLISHED;
    case K.REVISE:
      return state;
    case K.SUSPEND:
      return MatterState.SUSPENDED;
    case K.ABOLISH:
    case K.RECLAIM:
      return MatterState.ABOLISHED;
  }
}
