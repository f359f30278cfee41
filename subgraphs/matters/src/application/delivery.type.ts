import { DateTimeScalar } from '@township-graph/shared/scalars';
import { Field, ObjectType } from 'type-graphql';
import { DeliveryMethod } from './application.enums';

@ObjectType({ description: 'How the result reached the applicant. 送达情况。' })
export class Delivery {
  @Field(() => DeliveryMethod, { description: 'Way. 送达方式。' })
  readonly method!: DeliveryMethod;

  @Field(() => String, { nullable: true, description: 'Carrier. 承运单位。' })
  readonly courier!: string | null;

  @Field(() => String, { nullable: true, description: 'Tracking number. 运单号。' })
  readonly trackingNumber!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When. 送达时间。' })
  readonly at!: Date | null;
}
