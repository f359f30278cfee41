import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Clock } from '../clock';
import type { RequestContext } from '../context';
import { insertAll } from '../insert-all';
import { maskPersonalData } from '../masking';
import { TimelineEntry } from './timeline-entry.entity';

/** Whose course it is. */
export interface TimelineSubject {
  readonly type: string;
  readonly id: string;
  readonly divisionCode: string;
}

/** A step as its command knows it. */
export interface Step {
  readonly action: string;
  readonly from: string | null;
  readonly to: string;
  readonly note?: string | null;
  readonly legalBasis?: string | null;
}

/** Writes a step down, in the transaction that takes it. */
export async function recordStep(
  tx: EntityManager,
  clock: Clock,
  { viewer }: Pick<RequestContext, 'viewer'>,
  subject: TimelineSubject,
  { action, from, to, note = null, legalBasis = null }: Step,
): Promise<void> {
  const { type: subjectType, id: subjectId, divisionCode } = subject;
  const { name: actor, organization } = viewer;
  const words = note === null ? null : maskPersonalData(note);
  const entry = {
    id: uuid(),
    subjectType,
    subjectId,
    divisionCode,
    at: clock(),
    action,
    from,
    to,
    actor,
    organization,
    note: words,
    legalBasis,
  };
  await insertAll(tx, TimelineEntry, [entry]);
}

/** A subject that went to another division takes its course along. */
export async function moveTimeline(tx: EntityManager, { type, id, divisionCode }: TimelineSubject): Promise<void> {
  await tx.query('UPDATE timeline_entry SET divisionCode = ? WHERE subjectType = ? AND subjectId = ?', [divisionCode, type, id]);
}
