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

/** A step, and whose it is. */
export interface StepTaken {
  readonly subject: TimelineSubject;
  readonly step: Step;
}

type Actor = Pick<RequestContext, 'viewer'>;

/** Writes a step down, in the transaction that takes it. */
export function recordStep(tx: EntityManager, clock: Clock, actor: Actor, subject: TimelineSubject, step: Step): Promise<void> {
  return recordSteps(tx, clock, actor, [{ subject, step }]);
}

/** The same of many subjects, in as few statements as they go into. */
export async function recordSteps(tx: EntityManager, clock: Clock, { viewer }: Actor, taken: readonly StepTaken[]): Promise<void> {
  const { name: actor, organization } = viewer;
  const at = clock();
  const entries = taken.map(({ subject, step: { action, from, to, note = null, legalBasis = null } }) => {
    const { type: subjectType, id: subjectId, divisionCode } = subject;
    const words = note === null ? null : maskPersonalData(note);
    const placed = { id: uuid(), subjectType, subjectId, divisionCode, at };
    return { ...placed, action, from: from && stateOf(from), to: stateOf(to), actor, organization, note: words, legalBasis };
  });
  await insertAll(tx, TimelineEntry, entries);
}

/** Where no state is left and none come to, an organisation may stand: as much of its name as there is room for. */
const stateOf = (text: string) => text.slice(0, 40);

/** A subject that went to another division takes its course along. */
export function moveTimeline(tx: EntityManager, { type, id, divisionCode }: TimelineSubject): Promise<void> {
  return moveTimelines(tx, type, [id], divisionCode);
}

/** The same of many that went to one division. */
export async function moveTimelines(tx: EntityManager, type: string, ids: readonly string[], divisionCode: string): Promise<void> {
  const places = ids.map(() => '?').join(', ');
  await tx.query(`UPDATE timeline_entry SET divisionCode = ? WHERE subjectType = ? AND subjectId IN (${places})`, [
    divisionCode,
    type,
    ...ids,
  ]);
}
