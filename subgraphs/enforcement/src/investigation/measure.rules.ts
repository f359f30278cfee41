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

export interface MeasureFacts {
  readonly kind: MeasureKind;
  readonly isOpen: boolean;
  readonly isOver: boolean;
  readonly isExtended: boolean;
}

/** Once, by thirty days at most, before the first thirty are over (行政强制法§25①). */
export function extensionRefusal({ kind, isOpen, isOver, isExtended }: MeasureFacts): MoveRefusal | null {
  if (kind === MeasureKind.PRESERVATION)
    return refusal(
      'PRESERVATION_NOT_EXTENDED',
      '先行登记保存期限不得延长（行政处罚法第五十六条）',
      'Preservation is not extended (行政处罚法 §56)',
    );
  if (!isOpen) return measureEnded();
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

const AFTER_EXPIRY: readonly MeasureOutcome[] = [MeasureOutcome.RETURNED, MeasureOutcome.RECORDED];

/** Whether it may end so. What ran out is given back (行政强制法§28①(4)); only what was decided is confiscated (§27). */
export function outcomeRefusal(
  { kind, isOpen, isOver }: MeasureFacts,
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
  if (isOver && !AFTER_EXPIRY.includes(outcome) && !isConfiscated)
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
