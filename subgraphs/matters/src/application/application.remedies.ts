import { addDays, addMonths } from '@township-graph/shared/calendar';
import { dayOf } from '@township-graph/shared/clock';
import { DateScalar } from '@township-graph/shared/scalars';
import { Field, ObjectType } from 'type-graphql';
import { Application } from './application.entity';
import { ApplicationState, DecisionOutcome } from './application.enums';

@ObjectType({ description: 'What can be done against a refusal, as every refusal must say. 救济途径。' })
export class Remedies {
  @Field(() => String, { description: 'The sentence that goes into the notice. 告知文字。' })
  readonly text!: string;

  @Field(() => DateScalar, {
    description:
      'Last day to ask for administrative reconsideration: 60 days, counted as if told on the day of the decision (行政复议法 §20). 申请行政复议截止日期（自知道之日起六十日）。',
  })
  readonly reconsiderationUntil!: string;

  @Field(() => DateScalar, {
    description: 'Last day to sue: six months, counted likewise (行政诉讼法 §46). 提起行政诉讼截止日期（六个月）。',
  })
  readonly litigationUntil!: string;
}

/** Whether it was ended without a decision against the applicant’s will, for a reason, also once it lies on file. */
function isTurnedAway({ state, endedAt, reason }: Application): boolean {
  const { REFUSED, RETURNED, NOT_REQUIRED, TERMINATED, ARCHIVED } = ApplicationState;
  return reason !== null && endedAt !== null && [REFUSED, RETURNED, NOT_REQUIRED, TERMINATED, ARCHIVED].includes(state);
}

/** What every refusal and denial says of remedies (行政许可法§38②); null where nothing was refused. */
export function remediesOf(application: Application): Remedies | null {
  const { outcome, decidedAt, endedAt, implementingName } = application;
  const at = outcome === DecisionOutcome.DENIED ? decidedAt : isTurnedAway(application) ? endedAt : null;
  if (!at) return null;
  const day = dayOf(at);
  return Object.assign(new Remedies(), {
    text: `如不服${implementingName}的上述决定，可自知道之日起六十日内依法申请行政复议，或在六个月内依法向人民法院提起行政诉讼。`,
    reconsiderationUntil: addDays(day, 60),
    litigationUntil: addMonths(day, 6),
  });
}
