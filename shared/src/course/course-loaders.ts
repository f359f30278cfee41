import { type DeadlineRepository, deadlineLoader } from '../deadlines/deadline.repository';
import { type TimelineRepository, timelineLoader } from '../timeline/timeline.repository';
import type { Viewer } from '../viewer';

/** Batches for one request: the steps and the deadlines of whatever has a course. */
export function courseLoaders(timeline: TimelineRepository, deadlines: DeadlineRepository, viewer: Viewer) {
  return { timelineBySubject: timelineLoader(timeline, viewer), deadlinesBySubject: deadlineLoader(deadlines, viewer) };
}
