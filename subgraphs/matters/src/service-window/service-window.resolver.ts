import { Reads } from '@township-graph/shared/asked-properties';
import type { Clock } from '@township-graph/shared/clock';
import { payloadOf } from '@township-graph/shared/command/payload';
import type { Shown } from '@township-graph/shared/loader';
import { TimelineEntry } from '@township-graph/shared/timeline/timeline-entry.entity';
import { Arg, Ctx, Directive, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { MattersContext } from '../context';
import { ServicePoint } from '../service-point/service-point.entity';
import { ServiceWindow } from './service-window.entity';
import { WindowAction } from './service-window.enums';
import { AddWindowInput, ChangeWindowInput, CloseWindowInput, OpenWindowInput, PauseWindowInput } from './service-window.inputs';
import { canSeeClerk, mayMoveWindow } from './service-window.policy';
import type { ServiceWindowService } from './service-window.service';
import { WINDOW_MOVES } from './service-window.status';

const AddWindowPayload = payloadOf(ServiceWindow, 'window', 'addWindow', { en: 'The new window', zh: '新增窗口' });
const ChangeWindowPayload = payloadOf(ServiceWindow, 'window', 'changeWindow', { en: 'The changed window', zh: '调整窗口' });
const OpenWindowPayload = payloadOf(ServiceWindow, 'window', 'openWindow', { en: 'The open window', zh: '开窗' });
const PauseWindowPayload = payloadOf(ServiceWindow, 'window', 'pauseWindow', { en: 'The paused window', zh: '暂停窗口' });
const CloseWindowPayload = payloadOf(ServiceWindow, 'window', 'closeWindow', { en: 'The closed window', zh: '关窗' });
const WANTED = { description: 'What is wanted. 请求内容。' } as const;

@Resolver(() => ServiceWindow)
export class ServiceWindowResolver {
  constructor(
    private readonly serviceWindowService: ServiceWindowService,
    private readonly clock: Clock,
  ) {}

  @FieldResolver(() => ServicePoint, { nullable: true, description: 'Where it is. 服务点。' })
  servicePoint(@Root() { servicePointId }: ServiceWindow, @Ctx() { loaders }: MattersContext): Shown<ServicePoint> {
    return loaders.servicePointById.shown(servicePointId);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Subject of the clerk at it. Scope matters:read within its division; null for others. 在岗人员账号，需 matters:read。',
  })
  clerk(@Root() window: ServiceWindow, @Ctx() { viewer }: MattersContext): string | null {
    return canSeeClerk(viewer, window, this.clock) ? window.clerk : null;
  }

  @Directive('@listSize(assumedSize: 20)')
  @FieldResolver(() => [TimelineEntry], {
    description: 'Who was at it from when to when, oldest first. Scope matters:read within its division. 开关窗记录，需 matters:read。',
  })
  timeline(@Root() { id }: ServiceWindow, @Ctx() { loaders }: MattersContext): Promise<TimelineEntry[]> {
    return loaders.timelineBySubject.load(id);
  }

  @FieldResolver(() => [WindowAction], { description: 'What this viewer can do with it now. 当前可执行操作。' })
  availableActions(@Root() window: ServiceWindow, @Ctx() { viewer }: MattersContext): WindowAction[] {
    return WINDOW_MOVES.availableActions(window.state).filter((action) => mayMoveWindow(viewer, window, action, this.clock));
  }

  @Mutation(() => AddWindowPayload, {
    description:
      'Adds a window. Scope matters:manage. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, CONFLICT (WINDOW_NUMBER_TAKEN). 新增窗口。',
  })
  async addWindow(@Arg('input', () => AddWindowInput, WANTED) input: AddWindowInput, @Ctx() context: MattersContext): Promise<object> {
    return AddWindowPayload.of(await this.serviceWindowService.addWindow(context, input));
  }

  @Mutation(() => ChangeWindowPayload, {
    description:
      'Changes name or kinds of a window. Scope matters:manage. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, CONFLICT. 调整窗口。',
  })
  async changeWindow(
    @Arg('input', () => ChangeWindowInput, WANTED) input: ChangeWindowInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return ChangeWindowPayload.of(await this.serviceWindowService.changeWindow(context, input));
  }

  @Mutation(() => OpenWindowPayload, {
    description:
      'The caller sits down at a closed window, or comes back to one it paused. Scope matters:handle. Errors: FORBIDDEN (NOT_AT_WINDOW), NOT_FOUND, CONFLICT. 开窗（或恢复）。',
  })
  async openWindow(@Arg('input', () => OpenWindowInput, WANTED) input: OpenWindowInput, @Ctx() context: MattersContext): Promise<object> {
    return OpenWindowPayload.of(await this.serviceWindowService.openWindow(context, input));
  }

  @Mutation(() => PauseWindowPayload, {
    description:
      'The clerk leaves the window for a while. Scope matters:handle. Errors: FORBIDDEN (NOT_AT_WINDOW), NOT_FOUND, CONFLICT (WINDOW_BUSY). 暂停窗口。',
  })
  async pauseWindow(
    @Arg('input', () => PauseWindowInput, WANTED) input: PauseWindowInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return PauseWindowPayload.of(await this.serviceWindowService.pauseWindow(context, input));
  }

  @Mutation(() => CloseWindowPayload, {
    description:
      'The clerk leaves the window, or whoever manages the point closes it; who waits for it may be called by others. Scope matters:handle, for another’s window also matters:manage. Errors: FORBIDDEN (NOT_AT_WINDOW), NOT_FOUND, CONFLICT (WINDOW_BUSY). 关窗，转来等候的号退回队列。',
  })
  async closeWindow(
    @Arg('input', () => CloseWindowInput, WANTED) input: CloseWindowInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return CloseWindowPayload.of(await this.serviceWindowService.closeWindow(context, input));
  }
}

/** What a service point shows of its windows. */
@Resolver(() => ServicePoint)
export class ServicePointWindowsResolver {
  @Reads('id')
  @Directive('@listSize(assumedSize: 20)')
  @FieldResolver(() => [ServiceWindow], { description: 'Its windows, by number. 服务窗口（按窗口号）。' })
  serviceWindows(@Root() { id }: ServicePoint, @Ctx() { loaders }: MattersContext): Promise<ServiceWindow[]> {
    return loaders.windowsByPoint.load(id);
  }
}
