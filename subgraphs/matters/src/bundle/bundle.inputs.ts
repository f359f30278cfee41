import { CommandInput } from '@township-graph/shared/command/command-input';
import { payloadOf } from '@township-graph/shared/command/payload';
import { connectionOf, PageArgs } from '@township-graph/shared/connection';
import { DivisionCodeScalar } from '@township-graph/shared/scalars';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { ApplicationChannel } from '../application/application.enums';
import { ApplicantInput } from '../application/intake.inputs';
import { BundleApplicationState } from './bundle.enums';
import { BundleApplication } from './bundle-application.entity';
import { ServiceBundle } from './service-bundle.entity';

export const ServiceBundleConnection = connectionOf(ServiceBundle, 'ServiceBundle', '便民“一件事”');
export const BundleApplicationConnection = connectionOf(BundleApplication, 'BundleApplication', '“一件事”办件');

@InputType({ description: 'Which bundles. “一件事”筛选条件。' })
export class ServiceBundleFilter {
  @Field(() => DivisionCodeScalar, { nullable: true, description: 'Of counties in this division. 该区划内各县（市、区）。' })
  divisionCode?: string | null;
}

@ArgsType()
export class ServiceBundleListArgs extends PageArgs {
  @Field(() => ServiceBundleFilter, { nullable: true, description: 'Which bundles. 筛选条件。' })
  filter?: ServiceBundleFilter | null;
}

@InputType({ description: 'Which joint applications. “一件事”办件筛选条件。' })
export class BundleApplicationFilter {
  @Field(() => DivisionCodeScalar, { nullable: true, description: 'Taken in there or below. 受理地及其下级。' })
  divisionCode?: string | null;

  @Field(() => [BundleApplicationState], { nullable: true, description: 'In one of these states. 状态（任一）。' })
  state?: BundleApplicationState[] | null;

  @Field(() => ID, { nullable: true, description: 'For this bundle. “一件事”标识。' })
  bundleId?: string | null;
}

@ArgsType()
export class BundleApplicationListArgs extends PageArgs {
  @Field(() => BundleApplicationFilter, { nullable: true, description: 'Which joint applications. 筛选条件。' })
  filter?: BundleApplicationFilter | null;
}

@InputType({ description: 'A joint application. “一件事”申请。' })
export class SubmitBundleApplicationInput extends CommandInput {
  @Field(() => ID, { description: 'For which bundle. “一件事”标识。' })
  bundleId!: string;

  @Field(() => ID, { nullable: true, description: 'Where it is taken in. 受理服务点标识。' })
  servicePointId?: string | null;

  @Field(() => DivisionCodeScalar, { nullable: true, description: 'Where it is taken in, when no service point is named. 受理地区划。' })
  divisionCode?: string | null;

  @Field(() => ApplicationChannel, { description: 'How it comes. 申请渠道。' })
  channel!: ApplicationChannel;

  @Field(() => ApplicantInput, { description: 'Who applies, for all of it. 申请人。' })
  applicant!: ApplicantInput;

  @Field(() => Boolean, { defaultValue: false, description: 'Within the express limit of hours. 是否特办。' })
  isExpress!: boolean;
}

@InputType({ description: 'A joint application is withdrawn as a whole. 整体撤回“一件事”申请。' })
export class WithdrawBundleApplicationInput extends CommandInput {
  @Field(() => ID, { description: 'The joint application. “一件事”办件标识。' })
  bundleApplicationId!: string;

  @Field(() => Int, { description: 'The version that was read. 读取时的版本号。' })
  expectedVersion!: number;
}

const answerOf = (mutation: string) =>
  payloadOf(BundleApplication, 'bundleApplication', mutation, { en: 'The joint application as it is now', zh: '操作后的“一件事”办件' });

export const SubmitBundleApplicationPayload = answerOf('submitBundleApplication');
export const WithdrawBundleApplicationPayload = answerOf('withdrawBundleApplication');
