import type { DataSource, EntityManager } from 'typeorm';
import type { Clock } from '../clock';
import type { Acted, Commands } from '../command/commands';
import type { OutboxEntry } from '../command/journal';
import type { Logger } from '../log';
import type { CaseDeadline } from './case-deadline.entity';

/** What the jobs that look after deadlines are given. */
export interface DeadlineJobOptions {
  readonly database: DataSource;
  readonly commands: Commands;
  readonly clock: Clock;
  readonly log?: Logger;
  /** By the type of the subject: which other divisions may see it, and so hear of its deadlines. */
  readonly concerns?: Readonly<Record<string, (tx: EntityManager, subjectId: string) => Promise<readonly string[]>>>;
}

/** What a job did to a deadline: an act on its subject, and an event for all who may see that. */
export async function toldOf(
  tx: EntityManager,
  { subjectType, subjectId, divisionCode, kind, dueAt }: CaseDeadline,
  type: string,
  { concerns }: Pick<DeadlineJobOptions, 'concerns'>,
  more: Readonly<Record<string, unknown>> = {},
): Promise<{ readonly on: readonly Acted[]; readonly events: readonly OutboxEntry[] }> {
  const payload = { kind, dueAt: dueAt.toISOString(), ...more };
  const event = { type, subjectType, subjectId, divisionCode, payload, concerns: await concerns?.[subjectType]?.(tx, subjectId) };
  return { on: [{ type: subjectType, id: subjectId, divisionCode }], events: [event] };
}
