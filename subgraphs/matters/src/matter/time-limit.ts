import { describeEnum, type Words } from '@township-graph/shared/described-enum';
import { Field, Int, ObjectType } from 'type-graphql';

export enum TimeUnit {
  WORKDAY = 'WORKDAY',
  DAY = 'DAY',
}

export const UNIT_WORDS: Words<TimeUnit> = {
  WORKDAY: { en: 'Working days', zh: '工作日' },
  DAY: { en: 'Natural days', zh: '自然日' },
};

describeEnum(TimeUnit, 'TimeUnit', { en: 'Unit of a time limit', zh: '时限单位' }, UNIT_WORDS);

@ObjectType({ description: 'A time limit as the list states it. 办结时限。' })
export class TimeLimit {
  @Field(() => Int, { description: 'How many; 0 is on the spot. 时限数值，0 为当场办结。' })
  readonly value!: number;

  @Field(() => TimeUnit, { description: 'Of what. 时限单位。' })
  readonly unit!: TimeUnit;

  @Field(() => String, { description: 'As a person reads it. 时限文字。' })
  text(): string {
    return limitText(this);
  }

  static of(value: number | null, unit: TimeUnit | null): TimeLimit | null {
    return value === null || unit === null ? null : Object.assign(new TimeLimit(), { value, unit });
  }
}

/** The limit without its GraphQL dress. */
export type Limit = Pick<TimeLimit, 'value' | 'unit'>;

export function limitText({ value, unit }: Limit): string {
  return value === 0 ? '当场办结' : `${value}${unit === TimeUnit.WORKDAY ? '个工作日' : '日'}`;
}

/**
 * Whether a promise keeps within the law. Between units a working day is taken with the weekends it may meet (5 working
 * days are at most 7 days, 6 are 10), so the answer errs on the strict side; statutory holidays are left out of account.
 */
export function isWithin(promised: Limit, statutory: Limit): boolean {
  if (promised.unit === statutory.unit) return promised.value <= statutory.value;
  return promised.unit === TimeUnit.WORKDAY
    ? longestDays(promised.value) <= statutory.value
    : promised.value <= shortestDays(statutory.value);
}

/** The most natural days that so many working days can span. */
function longestDays(workdays: number): number {
  return workdays + 2 * Math.ceil(workdays / 5);
}

/** The fewest. */
function shortestDays(workdays: number): number {
  return workdays + 2 * Math.floor(Math.max(0, workdays - 1) / 5);
}
