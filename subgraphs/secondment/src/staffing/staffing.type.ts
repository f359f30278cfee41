import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { TownshipQuota } from '../establishment/township-quota';

@ObjectType({ description: 'How many posts a township is to receive from above it (a rule of the province or county). 下沉编制标准。' })
export class PostQuota {
  constructor({ minimum, maximum }: TownshipQuota) {
    this.minimum = minimum;
    this.maximum = maximum;
  }

  @Field(() => Int, { description: 'At least. 下限。' })
  readonly minimum: number;

  @Field(() => Int, { description: 'At most. 上限。' })
  readonly maximum: number;
}

/** What the database counts of a division and all below it. */
export interface CountedStaffing {
  readonly code: string;
  readonly approved: number;
  readonly actual: number;
  readonly serving: number;
  readonly placedIn: number;
  readonly placedOut: number;
  readonly receivedPosts: number;
}

@ObjectType({ description: 'Posts and people of a division and all below it. 人员编制情况（含下级）。' })
export class DivisionStaffing {
  constructor(
    counted: CountedStaffing,
    readonly quotaRule: TownshipQuota | null,
  ) {
    this.approved = counted.approved;
    this.actual = counted.actual;
    this.disposableForce = counted.serving;
    this.placedIn = counted.placedIn;
    this.placedOut = counted.placedOut;
    this.receivedPosts = counted.receivedPosts;
  }

  @Field(() => Int, { description: 'Posts approved to organisations there. 核定编制数。' })
  readonly approved: number;

  @Field(() => Int, { description: 'Of these, filled. 实有在编人数。' })
  readonly actual: number;

  @Field(() => Int, { description: 'Who serve there and are managed there, wherever their home is. 可调配力量（在本区划服务的人员）。' })
  readonly disposableForce: number;

  @Field(() => Int, { description: 'Of these, whose home is outside. 外来下沉（选派、派驻）人数。' })
  readonly placedIn: number;

  @Field(() => Int, { description: 'Whose home is there and who serve outside. 在外服务人数。' })
  readonly placedOut: number;

  @Field(() => Int, { description: 'Posts that came from above by transfers, those that went back taken off. 由上级划入的编制数。' })
  readonly receivedPosts: number;

  @Field(() => Int, { description: 'Posts that are free. 空编数。' })
  vacancy(): number {
    return this.approved - this.actual;
  }

  @Field(() => Float, {
    nullable: true,
    description:
      'By what share of its own people the force has grown through those placed there, 0.9 for 90 %; null where there are none of its own. 可调配力量增幅。',
  })
  disposableGrowth(): number | null {
    const own = this.disposableForce - this.placedIn;
    return own === 0 ? null : this.placedIn / own;
  }

  @Field(() => PostQuota, {
    nullable: true,
    description: 'What a township is to receive by the rule in force there; null where there is none. 下沉编制标准。',
  })
  quota(): PostQuota | null {
    return this.quotaRule && new PostQuota(this.quotaRule);
  }
}
