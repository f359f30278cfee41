import { Entity, PrimaryColumn } from 'typeorm';
import { scopePrefixOf } from '../division-code';
import type { OutboxEvent } from './outbox-event.entity';

/**
 * Who an event is for, told ahead: a row for each division from the subject's own up to the province. A viewer of a township
 * asks for the township's rows above a number, in the order of the index; found by ranges of codes, they would have to be
 * looked for among everybody's events or among all of the township's own, however few are new.
 */
@Entity('outbox_reach')
export class OutboxReach {
  /** As {@link scopePrefixOf} writes it. */
  @PrimaryColumn({ type: 'varchar' })
  readonly prefix!: string;

  /** Of the event. */
  @PrimaryColumn({ type: 'int' })
  readonly sequence!: number;
}

/** How long the prefixes of provinces, prefectures, counties, townships and villages are. */
export const PREFIX_LENGTHS = [2, 4, 6, 9, 12] as const;

export function reachOf({
  sequence,
  divisionCode,
  leftDivisionCode,
}: Pick<OutboxEvent, 'sequence' | 'divisionCode' | 'leftDivisionCode'>): OutboxReach[] {
  const places = [divisionCode, leftDivisionCode].filter((code): code is string => Boolean(code)).map(scopePrefixOf);
  const prefixes = places.flatMap((place) =>
    PREFIX_LENGTHS.filter((length) => length <= place.length).map((length) => place.slice(0, length)),
  );
  return [...new Set(prefixes)].map((prefix) => ({ prefix, sequence }));
}
