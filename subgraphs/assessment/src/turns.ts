import { Turn } from '@township-graph/shared/turn';
import { Entity } from 'typeorm';

/** What can be decided by one transaction at a time only. */
@Entity('assessment_turn')
export class AssessmentTurn extends Turn {}

/** How many appraisals are on a county's list of a year: a count is no unique index, so one adds after the other. */
export const turnOfCatalogue = (divisionCode: string, year: number) => `catalogue:${divisionCode}:${year}`;

/** How many rounds a listed appraisal has had, and how often a township was inspected by a plan. */
export const turnOfFrequency = (id: string) => `frequency:${id}`;
