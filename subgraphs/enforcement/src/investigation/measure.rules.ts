import { type MoveRefusal, refusal } from '@township-graph/shared/state-machine';
import { MeasureKind, MeasureOutcome } from './measure.enums';

/** Whose power it is that the measure rests on. */
export interface PowerFacts {
  readonly isEntrusted: boolean;
}

/** Sealing and detaining cannot be entrusted (行政强制法§17①). */
export function coercionRefusal({ isEntrusted }: PowerFacts): MoveRefusal | null {
  return isEntrusted
    ? refusal(
        'COERCION_ENTRUSTED',
        '行政强制措施权不得委托：受委托的事项不得查封、扣押（行政强制法第十七条）',
        'Coercive measures cannot be entrusted: under an entrusted power nothing is sealed or detained (行政强制法 §17)',
      )
    : null;
}

/** Deposits are frozen by organs that a law names, and by nobody else: no grant, no agreement and no concentration gives it (行政强制法§29). */
export function freezingRefusal(kind: MeasureKind): MoveRefusal | null {
  return kind === MeasureKind.FREEZING
    ? refusal(
        'FREEZING_FORBIDDEN',
        '冻结存款、汇款只能由法律规定的行政机关实施，不得委托，本机关不得冻结（行政强制法第二十九条）',
        'Deposits are frozen only by an organ that a law names, which no organ here is (行政强制法 §29)',
      )
    : null;
}

export interface MeasureFacts {
  readonly kind: MeasureKind;
  readonly isOpen: boolean;
  readonly isOver: boolean;
  readonly isExtended: boolean;
  /** Taken in an emergency, and the head has not said yes yet. */
  readonly isUnapproved: boolean;
}

const unapproved = () =>
  refusal(
    'MEASURE_UNAPPROVED',
    '当场实施的查封、扣押尚未补办批准手续，只能解除（行政强制法第十九条）',
    'What was taken in an emergency is not approved yet: it can only be lifted (行政强制法 §19)',
  );

/** Once, and to say yes only within the day: what was not reported then was never approved, and is lifted (行政强制法§18(1), §19). */
export function approvalRefusal(
  { isOpen, isUnapproved, isReportLate }: Pick<MeasureFacts, 'isOpen' | 'isUnapproved'> & { readonly isReportLate: boolean },
  isApproved: boolean,
): MoveRefusal | null {
  if (!isOpen) return measureEnded();
  if (!isUnapproved) return refusal('NOTHING_TO_APPROVE', '该措施没有待补办的批准手续', 'Nothing of this measure is left to be approved');
  return isReportLate && isApproved
    ? refusal(
        'MEASURE_REPORT_LATE',
        '当场实施后二十四小时内未报告并补办批准手续，应当立即解除（行政强制法第十九条）',
        'It was not reported within 24 hours: it must be lifted (行政强制法 §19)',
      )
    : null;
}

/** Once, by thirty days at most, before the first thirty are over (行政强制法§25①). */
export function extensionRefusal({ kind, isOpen, isOver, isExtended, isUnapproved }: MeasureFacts): MoveRefusal | null {
  if (kind === MeasureKind.PRESERVATION)
    return refusal(
      'PRESERVATION_NOT_EXTENDED',
      '先行登记保存期限不得延长（行政处罚法第五十六条）',
      'Preservation is not extended (行政处罚法 §56)',
    );
  if (!isOpen) return measureEnded();
  if (isUnapproved) return unapproved();
  if (isOver)
    return refusal(
      'SEIZURE_EXPIRED',
      '查封、扣押期限已届满，应当解除（行政强制法第二十八条）',
      'The time is up: it must be released (行政强制法 §28)',
    );
  return isExtended
    ? refusal('SEIZURE_EXTENDED', '查封、扣押只能延长一次（行政强制法第二十五条）', 'It is extended once only (行政强制法 §25)')
    : null;
}

const GIVEN_BACK: readonly MeasureOutcome[] = [MeasureOutcome.RETURNED, MeasureOutcome.RECORDED];

/** Whether it may end so. What ran out is given back (行政强制法§28①(4)); only what was decided is confiscated (§27). */
export function outcomeRefusal(
  { kind, isOpen, isOver, isUnapproved }: MeasureFacts,
  outcome: MeasureOutcome,
  { isEntrusted, isConfiscated }: PowerFacts & { readonly isConfiscated: boolean },
): MoveRefusal | null {
  if (!isOpen) return measureEnded();
  if (outcome === MeasureOutcome.HANDED_OVER)
    return refusal(
      'NOT_TRANSFERRED',
      '随案移送由移送程序办理（行政强制法第二十一条）',
      'Things go with a case that is handed over (行政强制法 §21)',
    );
  if (isUnapproved && !GIVEN_BACK.includes(outcome)) return unapproved();
  if (isOver && !GIVEN_BACK.includes(outcome) && !isConfiscated)
    return refusal(
      'MEASURE_EXPIRED',
      '期限已届满，只能返还或者解除（行政处罚法第五十六条、行政强制法第二十八条）',
      'The time is up: the things can only be given back (行政处罚法 §56, 行政强制法 §28)',
    );
  if (outcome === MeasureOutcome.SEIZED) {
    if (kind !== MeasureKind.PRESERVATION) return refusal('ALREADY_SEIZED', '已经查封、扣押', 'It is sealed or detained already');
    return coercionRefusal({ isEntrusted });
  }
  if (outcome === MeasureOutcome.EXAMINED && kind !== MeasureKind.PRESERVATION)
    return refusal(
      'EXAMINATION_SUSPENDS',
      '检测、鉴定期间不计入查封、扣押期限，但不终结措施（行政强制法第二十五条）',
      'An examination does not end a seizure (行政强制法 §25)',
    );
  const takes = outcome === MeasureOutcome.CONFISCATED || outcome === MeasureOutcome.DESTROYED;
  return takes && !isConfiscated
    ? refusal(
        'NOT_CONFISCATED',
        '没收、销毁须以行政处罚决定为依据（行政强制法第二十七条）',
        'Only what a decision confiscates is taken (行政强制法 §27)',
      )
    : null;
}

const measureEnded = () => refusal('MEASURE_ENDED', '该措施已经处理完毕', 'The measure has ended already');
