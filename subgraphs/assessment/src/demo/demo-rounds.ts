import { LANKAO } from '@township-graph/shared/demo/divisions';
import { DemoRandom } from '@township-graph/shared/demo/random';
import { demoOrganization, departmentOf, governedTownshipsOf, townshipGovernmentOf } from '@township-graph/shared/demo/roster';
import { demoSelected } from '@township-graph/shared/demo/selected-staff';
import type { GivenRater, GivenSubject } from '../round/round.commands';
import { SubjectKind } from '../scheme/scheme.enums';
import { schemeTemplates } from '../scheme/scheme-templates';
import type { IndicatorScore } from '../scorecard/scorecard.entity';
import type { ListedCode } from './demo-lists';

/** Departments that rate townships and are rated by them. */
const DEPARTMENTS = ['公安', '民政', '自然资源', '市场监管', '住建', '城管'];
/** The subject that is rated lowest by all. */
const BEHIND = '城管';

interface Rater extends GivenRater {
  readonly creditCode: string;
}

/** What one rater says of one subject. */
interface DemoCard {
  readonly subjectKey: string;
  readonly rater: Rater;
  readonly scores: readonly IndicatorScore[];
}

/** A round to be held: who is appraised, by whom, with what they say. */
export interface DemoRound {
  readonly code: ListedCode;
  readonly subjects: readonly GivenSubject[];
  readonly raters: readonly Rater[];
  readonly cards: readonly DemoCard[];
}

/** Of townships, of departments, and of everybody whom the selection placed. */
export function demoRounds(): DemoRound[] {
  const townships = governedTownshipsOf(LANKAO);
  const departments = DEPARTMENTS.map((subject) => departmentOf(LANKAO, subject).creditCode!);
  const ofDepartments = departments.map((creditCode): Rater => ({ group: 'DEPARTMENTS', divisionCode: LANKAO, creditCode }));
  const ofTownships = (group: string) =>
    townships.map((divisionCode): Rater => ({ group, divisionCode, creditCode: townshipGovernmentOf(divisionCode).creditCode! }));
  return [
    roundOf(
      'TOWNSHIP',
      townships.map((divisionCode) => ({ kind: SubjectKind.DIVISION, divisionCode })),
      ofDepartments,
    ),
    roundOf(
      'MUTUAL_DEPARTMENTS',
      departments.map((creditCode) => ({ kind: SubjectKind.ORGANIZATION, divisionCode: LANKAO, creditCode })),
      ofTownships('TOWNSHIPS'),
    ),
    roundOf(
      'ANNUAL_STAFF',
      demoSelected().map(({ staffMemberId, township }) => ({
        kind: SubjectKind.STAFF_MEMBER,
        divisionCode: township,
        staffMemberId,
        creditCode: demoOrganization(township, 'CENTER_PUBLIC_SERVICE').creditCode,
      })),
      ofTownships('TOWNSHIP'),
    ),
  ];
}

function roundOf(code: ListedCode, subjects: readonly GivenSubject[], raters: readonly Rater[]): DemoRound {
  const { indicators } = schemeTemplates().find((template) => template.code === code)!;
  const behind = departmentOf(LANKAO, BEHIND).creditCode!;
  const cards = subjects.flatMap((subject) => {
    const subjectKey = subject.staffMemberId ?? subject.creditCode ?? subject.divisionCode;
    const random = new DemoRandom(`appraisal of ${subjectKey} by ${code}`);
    // In tenths: how good it is, and how far opinions of that differ.
    const base = subjectKey === behind ? 600 : 770 + random.below(180);
    const opinion = () => tenths(base - 40 + random.below(81));
    const rate = (rater: Rater) => ({
      subjectKey,
      rater,
      scores: indicators.map(({ code: indicator }) => ({ indicator, score: opinion() })),
    });
    return raters
      .filter(({ divisionCode }) => subject.kind !== SubjectKind.STAFF_MEMBER || divisionCode === subject.divisionCode)
      .map(rate);
  });
  return { code, subjects, raters, cards };
}

const tenths = (count: number) => `${Math.floor(count / 10)}.${count % 10}`;
