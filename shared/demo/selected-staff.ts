import { demoId } from './demo-id';
import { LANKAO } from './divisions';
import { governedTownshipsOf } from './roster';

/** Somebody whom 兰考's selection placed: a member of staff to personnel, appraised each year to the assessment. */
export interface DemoSelected {
  readonly staffMemberId: string;
  readonly township: string;
}

/** As published: 233, in 16 townships, here 14 or 15 in each. */
export const SELECTED = 233;

/** By their number from 0; whoever took part and found no post has the numbers that follow. */
export const selectionStaffId = (number: number): string => demoId(`staff:selection:${number}`);

/** All of them, the best of the selection first: the townships in turn. */
export function demoSelected(): DemoSelected[] {
  const townships = governedTownshipsOf(LANKAO);
  return Array.from({ length: SELECTED }, (_, number) => ({
    staffMemberId: selectionStaffId(number),
    township: townships[number % townships.length]!,
  }));
}
