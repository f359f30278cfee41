import { invalid } from '../case/case.errors';
import { fenOf } from '../money';
import type { EnforcementPower } from '../power/power.entity';
import { FineUnit, type PartyKind, PenaltyKind } from '../power/power.enums';
import type { Penalty } from './penalty.rules';

export interface PenaltyGiven {
  readonly kind: PenaltyKind;
  readonly amount?: string | null;
  readonly days?: number | null;
  readonly object?: string | null;
}

const { FINE, CONFISCATION_OF_GAINS, CONFISCATION_OF_PROPERTY, DETENTION } = PenaltyKind;
const IN_MONEY: readonly PenaltyKind[] = [FINE, CONFISCATION_OF_GAINS, CONFISCATION_OF_PROPERTY];

type Provided = Pick<EnforcementPower, 'penaltyKinds' | 'fines'>;

/** The penalties as the law of the power has them, or a refusal: no kind and no sum that it does not provide (行政处罚法§4, §16, §38). */
export function checkedPenalties(given: readonly PenaltyGiven[], power: Provided, partyKind: PartyKind, isMitigated: boolean): Penalty[] {
  if (given.length === 0) throw invalid('PENALTIES_MISSING', '未载明处罚内容', 'No penalty is named');
  if (new Set(given.map(({ kind }) => kind)).size < given.length)
    throw invalid('PENALTY_TWICE', '同一种类处罚重复', 'A kind of penalty is named twice');
  return given.map((each) => checkedPenalty(each, power, partyKind, isMitigated));
}

function checkedPenalty(
  { kind, amount, days, object }: PenaltyGiven,
  power: Provided,
  partyKind: PartyKind,
  isMitigated: boolean,
): Penalty {
  if (kind === DETENTION)
    throw invalid(
      'DETENTION_RESERVED',
      '行政拘留只能由公安机关和法律规定的其他机关实施（行政处罚法第十八条）',
      'Only the police detain (行政处罚法 §18)',
    );
  // Gains are confiscated by the law on penalties itself (§28②).
  if (kind !== CONFISCATION_OF_GAINS && !power.penaltyKinds.includes(kind))
    throw invalid(
      'PENALTY_NOT_PROVIDED',
      '该事项的法律依据未设定此种处罚（行政处罚法第四条、第三十八条）',
      'The law of this power provides no such penalty (行政处罚法 §4, §38)',
      { kind },
    );
  const fen = amount === null || amount === undefined ? null : fenOf('amount', amount);
  if (IN_MONEY.includes(kind) !== (fen !== null && fen > 0))
    throw invalid(
      'PENALTY_AMOUNT',
      '罚款、没收须载明金额（价值），其他处罚不得载明',
      'A fine and a confiscation have an amount, other penalties have none',
      { kind },
    );
  if (days !== null && days !== undefined && (!Number.isInteger(days) || days < 1 || IN_MONEY.includes(kind)))
    throw invalid('PENALTY_DAYS', '处罚期限无效', 'These days are none for this penalty', { kind });
  if (kind === FINE) checkRange(fen!, power, partyKind, isMitigated);
  return { kind, fen, days: days ?? null, object: object?.trim() || null };
}

/** Within what the law names in yuan; below it only where the penalty is mitigated (§32). Multiples of a base are for those who know the base. */
function checkRange(fen: number, { fines }: Provided, partyKind: PartyKind, isMitigated: boolean): void {
  const ranges = fines.filter((range) => range.unit === FineUnit.YUAN && (range.partyKind === null || range.partyKind === partyKind));
  if (ranges.length === 0) return;
  const fits = ranges.some(
    ({ minimum, maximum }) =>
      (maximum === null || fen <= fenOf('maximum', maximum)) && (isMitigated || minimum === null || fen >= fenOf('minimum', minimum)),
  );
  if (fits) return;
  throw invalid(
    'FINE_OUT_OF_RANGE',
    '罚款数额超出法定幅度（减轻处罚须说明理由，行政处罚法第三十二条）',
    'The fine is not within the law’s range; below it needs mitigation (行政处罚法 §32)',
    {
      ranges: ranges.map(({ minimum, maximum }) => ({ minimum, maximum })),
    },
  );
}
