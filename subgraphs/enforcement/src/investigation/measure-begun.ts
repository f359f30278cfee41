import { type DeadlineRule, LimitUnit } from '@township-graph/shared/deadline';
import { insertAll } from '@township-graph/shared/insert-all';
import { refusal } from '@township-graph/shared/state-machine';
import { statedText, words } from '@township-graph/shared/stated-text';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { PRESERVATION_CLOCK, PRESERVATION_RULE, rule, SEIZURE_CLOCK, SEIZURE_RULE } from '../case/case.deadlines';
import type { EnforcementCase } from '../case/case.entity';
import { invalid, upheld } from '../case/case.errors';
import type { CaseColumns, CaseMoving } from '../case/case-moving';
import { EnforcementPower } from '../power/power.entity';
import { CoerciveMeasure } from '../power/power.enums';
import { Measure, type MeasuredThing } from './measure.entity';
import { MeasureApproval, MeasureKind } from './measure.enums';
import { freezingRefusal } from './measure.rules';

export interface Begun {
  readonly kind: MeasureKind;
  readonly things: readonly MeasuredThing[];
  readonly reason: string;
  readonly legalBasis: string;
  readonly approval?: MeasureApproval;
}

/** What was taken at once is reported to the head within a day (行政强制法§19). */
export const EMERGENCY_CLOCK = 'EMERGENCY_REPORT';
const EMERGENCY_RULE = rule(24, LimitUnit.HOUR, '行政强制法§19');

export const clockOf = (kind: MeasureKind) => (kind === MeasureKind.PRESERVATION ? PRESERVATION_CLOCK : SEIZURE_CLOCK);
const ruleOf = (kind: MeasureKind): DeadlineRule => (kind === MeasureKind.PRESERVATION ? PRESERVATION_RULE : SEIZURE_RULE);

/** From now on the things are held, and their clock runs. */
export async function beginMeasure(
  tx: EntityManager,
  { deadlines, clock }: CaseMoving,
  { id: caseId, divisionCode, openMeasures }: EnforcementCase,
  { approval = MeasureApproval.BEFORE, ...begun }: Begun,
): Promise<CaseColumns> {
  const startedAt = clock();
  const id = uuid();
  const subject = { type: 'CaseMeasure', id, divisionCode };
  const { dueAt } = await deadlines.start(tx, subject, clockOf(begun.kind), ruleOf(begun.kind), startedAt);
  if (approval === MeasureApproval.PENDING) await deadlines.start(tx, subject, EMERGENCY_CLOCK, EMERGENCY_RULE, startedAt);
  const standing = { isExtended: false, outcome: null, endedAt: null };
  await insertAll(tx, Measure, [{ id, caseId, divisionCode, ...begun, approval, startedAt, dueAt, ...standing }]);
  return { openMeasures: openMeasures + 1 };
}

export function listed({ things, reason }: Pick<Begun, 'things' | 'reason'>) {
  if (things.length === 0 || things.some(({ quantity }) => !Number.isInteger(quantity) || quantity < 1))
    throw invalid('THINGS_UNLISTED', '须列明物品名称和数量（行政强制法第二十四条）', 'List the things and how many (行政强制法 §24)');
  return {
    things: things.map(({ name, quantity }) => ({ name: statedText('things.name', name, 100), quantity })),
    reason: words('reason', reason, 500),
  };
}

/** Who approved it is said on record (行政处罚法§56, 行政强制法§18(1)). */
export const approvedNote = (approvedBy: string, reason: string) =>
  [`负责人批准：${statedText('approvedBy', approvedBy, 60)}`, reason.trim()].filter(Boolean).join('；').slice(0, 500);

/** Only what a law or regulation provides is sealed or seized (行政强制法§10, §22); nothing is frozen (§29). */
export async function refuseUnprovided(tx: EntityManager, { powerId }: EnforcementCase, kind: MeasureKind): Promise<void> {
  if (kind === MeasureKind.PRESERVATION) throw invalid('MEASURE_KIND', '请选择查封或者扣押', 'Choose SEALING or SEIZURE');
  upheld(freezingRefusal(kind));
  const power = await tx.findOneByOrFail(EnforcementPower, { id: powerId! });
  if (power.coerciveMeasures.includes(CoerciveMeasure[kind])) return;
  upheld(
    refusal(
      'MEASURE_NOT_PROVIDED',
      '该事项的法律、法规未设定此种行政强制措施（行政强制法第十条、第二十二条）',
      'The law of this power provides no such measure (行政强制法 §10, §22)',
    ),
  );
}
