import { catalogue } from './catalogue';
import { type Leaf, variantsOf } from './variants';

/** The day 兰考 took them back, and published the list that says so. */
export const RECLAIMED_ON = '2025-10-01';

/** What 兰考 entrusted in 2022 and took back: variants that no standing delegation has. */
export function reclaimedLeaves(): Leaf[] {
  const entrusted = catalogue().filter(({ demoHandling }) => demoHandling === 'ENTRUST');
  return entrusted.slice(0, 3).map((item) => ({ item, variant: variantsOf(item, 5)[4]! }));
}
