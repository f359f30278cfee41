import type { Clock } from '@township-graph/shared/clock';
import { covers } from '@township-graph/shared/division-code';
import { divisionsOf, type Viewer } from '@township-graph/shared/viewer';

/** A county, or what lies above it: what a township disputes is settled by none below. */
const COUNTY_LENGTH = 6;

/** Whether the viewer's duty is at a division that stands above both, or above one of its own level (行政处罚法§25②). */
export const isAbove = (viewer: Viewer, places: readonly string[], clock: Clock): boolean =>
  divisionsOf(viewer, clock).some((code) => code.length <= COUNTY_LENGTH && places.every((place) => covers(code, place)));
