import { dayOf } from '@township-graph/shared/clock';
import { DomainError } from '@township-graph/shared/errors';
import { takeTurn } from '@township-graph/shared/turn';
import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { EnforcementTurn, turnOfNumbers } from '../turns';
import { type NumberKind, type NumberPatterns, numberOf, organWordOf } from './case-number.rules';

export interface NumberedOrgan {
  readonly creditCode: string;
  readonly name: string;
}

/** The next number of the kind, of this organ and year, without gaps: serials begin anew each year. */
export async function nextNumber(
  tx: EntityManager,
  { patterns, organWords }: NumberPatterns,
  kind: NumberKind,
  { creditCode: organCreditCode, name }: NumberedOrgan,
  now: Date,
): Promise<string> {
  const year = Number(dayOf(now).slice(0, 4));
  const serial = await takeTurn(tx, EnforcementTurn, turnOfNumbers(organCreditCode, kind, year));
  return numberOf(patterns[kind], { organ: organWords[organCreditCode] ?? organWordOf(name), year, serial });
}

/** Two organs whose words are the same would number alike: the county is to give one of them a word of its own. */
export async function refuseTaken<E extends ObjectLiteral>(
  tx: EntityManager,
  entity: EntityTarget<E>,
  column: keyof E,
  number: string,
): Promise<void> {
  const taken = await tx.existsBy(entity, { [column]: number } as never);
  if (!taken) return;
  throw new DomainError(
    'CONFLICT',
    'NUMBER_TAKEN',
    {
      zh: `文号 ${number} 已被其他机关使用，请配置机关代字`,
      en: `The number ${number} is another organ’s: give the organ a word of its own`,
    },
    { number },
  );
}
