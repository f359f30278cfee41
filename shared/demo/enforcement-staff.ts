import { DivisionKind, kindOf } from '../src/division-code';
import { demoId } from './demo-id';
import { demoPerson } from './demo-person';
import { LANKAO, RUIAN } from './divisions';
import { DemoRandom } from './random';
import { type DemoOrganization, departmentOf, governedTownshipsOf, townshipGovernmentOf } from './roster';

/** 兰考's 719: 504 moved down from departments, 10 more in each township of 50,000 or fewer, 15 in each larger one. */
const BASE = 504;
const SMALL = 10;
const LARGE = 15;
/** Of the 16 townships five are small; which, was not published: here the five 乡. */
const isSmall = (township: string) => kindOf(township) === DivisionKind.TOWNSHIP;
/** Besides the published ones. */
const AUXILIARIES = 2;
const STATION_OFFICERS = 4;
const REVIEWERS = 3;
/** Of 瑞安’s bureau itself, for what its stations do not handle. */
const BUREAU_OFFICERS = 3;

/** Somebody of the demonstration who works in enforcement: a member of staff to personnel, an officer to enforcement. */
export interface DemoEnforcer {
  /** From 1; identifiers are made of it, so nobody may be put between others. */
  readonly number: number;
  readonly staffMemberId: string;
  readonly name: string;
  readonly duty: 'CERTIFIED' | 'AUXILIARY' | 'LEGAL_REVIEWER';
  /** The team that they are in: of a township, of a station in one, of the bureau; null for none. */
  readonly unit: 'TOWNSHIP' | 'STATION' | 'BUREAU' | null;
  readonly allocation: 'BASE' | 'POPULATION' | null;
  readonly divisionCode: string;
  readonly organ: DemoOrganization;
}

type Post = Pick<DemoEnforcer, 'duty' | 'unit' | 'divisionCode' | 'organ'> & Partial<DemoEnforcer>;

let enforcers: readonly DemoEnforcer[] | undefined;

/** All of them, in the order of their numbers. */
export function demoEnforcers(): readonly DemoEnforcer[] {
  if (enforcers) return enforcers;
  const random = new DemoRandom('enforcement officers');
  enforcers = posts().map((post, index) => ({
    allocation: null,
    ...post,
    number: index + 1,
    staffMemberId: demoId(`staff-member:enforcement:${index + 1}`),
    name: demoPerson(random).name,
  }));
  return enforcers;
}

function posts(): Post[] {
  const townships = governedTownshipsOf(LANKAO);
  const bureau = departmentOf(RUIAN, '综合执法');
  const justice = departmentOf(LANKAO, '司法');
  return [
    ...townships.flatMap((township, index) => townshipPosts(township, shareOf(BASE, townships.length, index))),
    ...governedTownshipsOf(RUIAN).flatMap((divisionCode) =>
      times(STATION_OFFICERS, { duty: 'CERTIFIED', unit: 'STATION', divisionCode, organ: bureau }),
    ),
    ...times(REVIEWERS, { duty: 'LEGAL_REVIEWER', unit: null, divisionCode: LANKAO, organ: justice }),
    ...times(BUREAU_OFFICERS, { duty: 'CERTIFIED', unit: 'BUREAU', divisionCode: RUIAN, organ: bureau }),
  ];
}

function townshipPosts(divisionCode: string, base: number): Post[] {
  const post = { unit: 'TOWNSHIP', divisionCode, organ: townshipGovernmentOf(divisionCode) } as const;
  return [
    ...times(base, { ...post, duty: 'CERTIFIED', allocation: 'BASE' }),
    ...times(isSmall(divisionCode) ? SMALL : LARGE, { ...post, duty: 'CERTIFIED', allocation: 'POPULATION' }),
    ...times(AUXILIARIES, { ...post, duty: 'AUXILIARY' }),
  ];
}

const times = (count: number, post: Post): Post[] => Array.from({ length: count }, () => post);

/** The share of one of several that divide a whole as evenly as it goes, the first getting what is over. */
export function shareOf(whole: number, shares: number, index: number): number {
  return Math.floor(whole / shares) + (index < whole % shares ? 1 : 0);
}
