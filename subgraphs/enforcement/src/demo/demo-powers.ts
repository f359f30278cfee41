import { demoId } from '@township-graph/shared/demo/demo-id';
import { type Cause, causes } from './causes';

/** The rows of the catalogue: the real causes. */
export function demoPowers() {
  return causes().map(rowOf);
}

function rowOf(cause: Cause) {
  return { ...cause, id: demoId(`enforcement-power:${cause.code}`), hearingThresholds: [], variant: null, isDemonstration: false };
}
