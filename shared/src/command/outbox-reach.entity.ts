import { Column, Entity, PrimaryColumn } from 'typeorm';
import { scopePrefixOf } from '../division-code';
import type { OutboxEvent } from './outbox-event.entity';

/**
 * Who an event is for, told ahead: a row for each division from the subject's own, and from
 * each other that it concerns, up to the province. A viewer of a township
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

  /** Whether nobody there may see the subject any more: all that they are told is that it is gone. */
  @Column({ type: 'boolean' })
  readonly isGone!: boolean;
}

/** How long the prefixes of provinces, prefectures, counties, townships and villages are. */
export const PREFIX_LENGTHS = [2, 4, 6, 9, 12] as const;

/** Where an event is told: in its subject's division and those that it concerns too, and as gone where it was to be seen before. */
export interface Told extends Pick<OutboxEvent, 'sequence' | 'divisionCode' | 'leftDivisionCode'> {
  readonly concerns?: readonly string[];
  readonly concernsNoMore?: readonly string[];
}

export function reachOf({ sequence, divisionCode, leftDivisionCode, concerns = [], concernsNoMore = [] }: Told): OutboxReach[] {
  const here = prefixesAbove([divisionCode, ...concerns]);
  const left = [...prefixesAbove([leftDivisionCode, ...concernsNoMore])].filter((prefix) => !here.has(prefix));
  const reach = (isGone: boolean) => (prefix: string) => ({ prefix, sequence, isGone });
  return [...[...here].map(reach(false)), ...left.map(reach(true))];
}

/** Of each place that is one: its own, and those of all above it. */
function prefixesAbove(places: readonly (string | null)[]): Set<string> {
  const own = places.filter((code): code is string => Boolean(code)).map(scopePrefixOf);
  return new Set(own.flatMap((place) => PREFIX_LENGTHS.filter((length) => length <= place.length).map((length) => place.slice(0, length))));
}
