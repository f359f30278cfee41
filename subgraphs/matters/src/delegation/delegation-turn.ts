import { Turn } from '@township-graph/shared/turn';
import { Entity } from 'typeorm';

/** What of delegations can be decided by one transaction at a time only. */
@Entity('delegation_turn')
export class DelegationTurn extends Turn {}

/** Which township carries which item in which days: a range of days is no unique index, so one decides after the other. */
export const turnOfItem = (divisionCode: string, basicCode: string) => `item:${divisionCode}:${basicCode}`;

/** The batches of a county in a year. */
export const turnOfBatches = (divisionCode: string, year: string) => `batch:${divisionCode}:${year}`;
