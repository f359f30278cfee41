import { Turn } from '@township-graph/shared/turn';
import { Entity } from 'typeorm';

/** What can be decided by one transaction at a time only. */
@Entity('secondment_turn')
export class SecondmentTurn extends Turn {}

/** How many posts a county has, and who fills them: counted and changed by one after the other. */
export const turnOfPosts = (countyCode: string) => `posts:${countyCode}`;
