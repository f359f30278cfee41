import { Directive, Field, Int, ObjectType } from 'type-graphql';
import type { DomainError, Locale } from './errors';

@ObjectType({ description: 'A row that was not taken. 未导入的行。' })
@Directive('@shareable')
export class RejectedRow {
  @Field(() => Int, { description: 'Its line, the header being line 1. 行号（表头为第 1 行）。' })
  readonly line!: number;

  @Field(() => String, { description: 'Reason, as in errors. 原因代码。' })
  readonly reason!: string;

  @Field(() => String, { description: 'The reason in words. 说明。' })
  readonly message!: string;

  static of({ line, error }: { readonly line: number; readonly error: Pick<DomainError, 'reason' | 'text'> }, locale: Locale): RejectedRow {
    return Object.assign(new RejectedRow(), { line, reason: error.reason, message: error.text[locale] });
  }
}
