import { Turn } from '@township-graph/shared/turn';
import { Entity } from 'typeorm';

/** What can be decided by one transaction at a time only. */
@Entity('secondment_turn')
export class SecondmentTurn extends Turn {}

/** How many posts a county has, and who fills them: counted and changed by one after the other. */
export const turnOfPosts = (countyCode: string) => `posts:${countyCode}`;

/** Where somebody is placed: nobody is placed twice at once. */
export const turnOfStaff = (staffMemberId: string) => `staff:${staffMemberId}`;

/** How many a five-year plan selects in a year: two selections share its target. */
export const turnOfPlan = (planId: string) => `plan:${planId}`;
