import { Reads } from '@township-graph/shared/asked-properties';
import type { Clock } from '@township-graph/shared/clock';
import type { Connection } from '@township-graph/shared/connection';
import { CaseDeadline } from '@township-graph/shared/deadlines/case-deadline.entity';
import { checkedPage } from '@township-graph/shared/keyset';
import type { Shown } from '@township-graph/shared/loader';
import { TimelineEntry } from '@township-graph/shared/timeline/timeline-entry.entity';
import { holds, sees } from '@township-graph/shared/viewer';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Application } from '../application/application.entity';
import type { MattersContext } from '../context';
import { BundleApplicationState } from './bundle.enums';
import {
  BundleApplicationConnection,
  BundleApplicationListArgs,
  ServiceBundleConnection,
  ServiceBundleListArgs,
  SubmitBundleApplicationInput,
  SubmitBundleApplicationPayload,
  WithdrawBundleApplicationInput,
  WithdrawBundleApplicationPayload,
} from './bundle.inputs';
import type { BundleApplicationRepository, BundleRepository } from './bundle.repository';
import { hasEnded } from './bundle.rules';
import type { BundleService } from './bundle.service';
import { BundleApplication } from './bundle-application.entity';
import { ServiceBundle } from './service-bundle.entity';

@Resolver(() => ServiceBundle)
export class ServiceBundleResolver {
  constructor(private readonly bundles: BundleRepository) {}

  @Query(() => ServiceBundle, { nullable: true, description: 'One bundle. 按标识查询便民“一件事”。' })
  serviceBundle(
    @Arg('id', () => ID, { description: 'Identifier. 标识。' }) id: string,
    @Ctx() { loaders }: MattersContext,
  ): Shown<ServiceBundle> {
    return loaders.bundleById.shown(id);
  }

  @Query(() => ServiceBundleConnection, { description: 'Bundles by filter, by name. 按条件查询便民“一件事”。' })
  serviceBundles(
    @Args(() => ServiceBundleListArgs) { filter, ...page }: ServiceBundleListArgs,
    @Ctx() { viewer }: MattersContext,
  ): Connection<ServiceBundle> {
    const checked = checkedPage(page);
    return new ServiceBundleConnection({
      page: (asked) => this.bundles.findPage(viewer, filter ?? {}, { ...checked, asked }),
      total: () => this.bundles.count(viewer, filter ?? {}),
    });
  }
}

@Resolver(() => BundleApplication)
export class BundleApplicationResolver {
  constructor(
    private readonly jointly: BundleApplicationRepository,
    private readonly service: BundleService,
    private readonly clock: Clock,
  ) {}

  @Query(() => BundleApplication, { nullable: true, description: 'One joint application. Scope matters:read. 按标识查询“一件事”办件。' })
  bundleApplication(
    @Arg('id', () => ID, { description: 'Identifier. 标识。' }) id: string,
    @Ctx() { loaders }: MattersContext,
  ): Shown<BundleApplication> {
    return loaders.bundleApplicationById.shown(id);
  }

  @Query(() => BundleApplicationConnection, {
    description: 'Joint applications by filter, latest first. Scope matters:read. 按条件查询“一件事”办件。',
  })
  bundleApplications(
    @Args(() => BundleApplicationListArgs) { filter, ...page }: BundleApplicationListArgs,
    @Ctx() { viewer }: MattersContext,
  ): Connection<BundleApplication> {
    const checked = checkedPage(page);
    return new BundleApplicationConnection({
      page: (asked) => this.jointly.findPage(viewer, filter ?? {}, { ...checked, asked }),
      total: () => this.jointly.count(viewer, filter ?? {}),
    });
  }

  @Reads('bundleId')
  @FieldResolver(() => ServiceBundle, { nullable: true, description: 'The bundle. 便民“一件事”。' })
  bundle(@Root() { bundleId }: BundleApplication, @Ctx() { loaders }: MattersContext): Shown<ServiceBundle> {
    return loaders.bundleById.shown(bundleId);
  }

  @Reads('id')
  @FieldResolver(() => [Application], { description: 'One for each department. 各部门办件。' })
  members(@Root() { id }: BundleApplication, @Ctx() { loaders }: MattersContext): Promise<Application[]> {
    return loaders.applicationsByBundle.load(id);
  }

  @Reads('id')
  @FieldResolver(() => [TimelineEntry], { description: 'What was done, oldest first. 流转记录。' })
  timeline(@Root() { id }: BundleApplication, @Ctx() { loaders }: MattersContext): Promise<TimelineEntry[]> {
    return loaders.timelineBySubject.load(id);
  }

  @Reads('id')
  @FieldResolver(() => [CaseDeadline], { description: 'What is due: JOINT, JOINT_STATUTORY. 时限。' })
  deadlines(@Root() { id }: BundleApplication, @Ctx() { loaders }: MattersContext): Promise<CaseDeadline[]> {
    return loaders.deadlinesBySubject.load(id);
  }

  @Reads('id', 'state', 'divisionCode')
  @FieldResolver(() => [String], { description: 'The mutations that this viewer may use on it now. 当前用户可执行的操作。' })
  async availableActions(
    @Root() { id, state, divisionCode }: BundleApplication,
    @Ctx() { viewer, loaders }: MattersContext,
  ): Promise<string[]> {
    if (state !== BundleApplicationState.IN_PROGRESS) return [];
    if (!holds(viewer, 'matters:handle') || !sees(viewer, divisionCode, this.clock)) return [];
    const members = await loaders.applicationsByBundle.load(id);
    const isUndecided = members.every((member) => !hasEnded(member) && member.decidedAt === null);
    return isUndecided ? ['withdrawBundleApplication'] : [];
  }

  @Mutation(() => SubmitBundleApplicationPayload, {
    description:
      'Takes in a joint application: an application for each department, all or none. Scope matters:handle. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, CONFLICT. 提交“一件事”申请。',
  })
  async submitBundleApplication(
    @Arg('input', () => SubmitBundleApplicationInput, { description: 'What is wanted. 请求内容。' }) input: SubmitBundleApplicationInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return SubmitBundleApplicationPayload.of(await this.service.submitBundleApplication(context, input));
  }

  @Mutation(() => WithdrawBundleApplicationPayload, {
    description:
      'Withdraws a joint application as a whole, while nothing of it is decided. Scope matters:handle. Errors: FORBIDDEN, NOT_FOUND, CONFLICT. 整体撤回“一件事”申请。',
  })
  async withdrawBundleApplication(
    @Arg('input', () => WithdrawBundleApplicationInput, { description: 'What is wanted. 请求内容。' })
    input: WithdrawBundleApplicationInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return WithdrawBundleApplicationPayload.of(await this.service.withdrawBundleApplication(context, input));
  }
}

/** What an application shows of the whole that it is part of. */
@Resolver(() => Application)
export class ApplicationBundleResolver {
  @Reads('bundleApplicationId')
  @FieldResolver(() => BundleApplication, { nullable: true, description: 'The joint application that it is part of. 所属“一件事”办件。' })
  bundleApplication(@Root() { bundleApplicationId }: Application, @Ctx() { loaders }: MattersContext): Shown<BundleApplication> | null {
    return bundleApplicationId ? loaders.bundleApplicationById.shown(bundleApplicationId) : null;
  }
}
