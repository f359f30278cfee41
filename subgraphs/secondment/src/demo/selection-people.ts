import { LANKAO } from '@township-graph/shared/demo/divisions';
import { governedTownshipsOf } from '@township-graph/shared/demo/roster';
import { LANKAO_INSTITUTIONS, type StaffRow } from './demo-staff';

/** Who was chosen in the selection that the demonstration shows whole (兰考: 233 in 16 townships). */
const SELECTED = 233;

/** Somebody whom 兰考 sent down; with a rank where it was by the selection that is shown whole. */
export interface SentDown {
  readonly staff: StaffRow;
  /** From 0, of who was chosen in it; null of who came before. */
  readonly index: number | null;
}

/** Everybody who was sent down, the chosen first: 14 or 15 in each township, in turn. */
export function sentDownOf(staff: readonly StaffRow[]): SentDown[] {
  const homes = new Set(LANKAO_INSTITUTIONS.map(({ creditCode }) => creditCode));
  const all = staff.filter(({ homeCreditCode }) => homes.has(homeCreditCode));
  const queues = governedTownshipsOf(LANKAO).map((township) => all.filter(({ divisionCode }) => divisionCode === township));
  const chosen = Array.from({ length: SELECTED }, (_, index) => queues[index % queues.length]!.shift()!);
  return [...chosen.map((each, index) => ({ staff: each, index })), ...queues.flat().map((each) => ({ staff: each, index: null }))];
}
