import { Turn } from '@township-graph/shared/turn';
import { Entity } from 'typeorm';

/** What can be decided by one transaction at a time only. */
@Entity('enforcement_turn')
export class EnforcementTurn extends Turn {}

/** Which organ holds which power in a division in which days: a range of days is no unique index, so one decides after the other. */
export const turnOfPowers = (divisionCode: string) => `powers:${divisionCode}`;

/** Which team covers which township of a county in which days. */
export const turnOfTeams = (countyCode: string) => `teams:${countyCode}`;

/** What an organ numbers, each kind with serials that begin anew each year. */
export const turnOfNumbers = (organCreditCode: string, kind: string, year: number) => `numbers:${organCreditCode}:${kind}:${year}`;

/** Whether somebody is being visited, and how often they were this year. */
export const turnOfVisits = (partyKey: string) => `visits:${partyKey}`;
