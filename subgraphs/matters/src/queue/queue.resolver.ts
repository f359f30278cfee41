import { Reads } from '@township-graph/shared/asked-properties';
import type { Clock } from '@township-graph/shared/clock';
import type { Connection } from '@township-graph/shared/connection';
import { Args, Ctx, Directive, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { MattersContext } from '../context';
import { ServicePoint } from '../service-point/service-point.entity';
import { ServiceWindow } from '../service-window/service-window.entity';
import { QueueTicketConnection, QueueTicketListArgs } from './queue.inputs';
import { QueueTicket } from './queue-ticket.entity';
import { ServiceQueue } from './service-queue.type';

const MINUTE_MS = 60_000;

@Resolver(() => ServiceQueue)
export class ServiceQueueResolver {
  constructor(private readonly clock: Clock) {}

  @Directive('@cost(weight: 5)')
  @FieldResolver(() => Int, { description: 'How many wait, those for a certain window included. 等候人数（含转窗等候）。' })
  async waiting(@Root() { servicePointId }: ServiceQueue, @Ctx() { loaders }: MattersContext): Promise<number> {
    return (await loaders.standingByPoint.load(servicePointId))?.waiting ?? 0;
  }

  @FieldResolver(() => Int, {
    description:
      'How long the one who came first of those has waited, whole minutes; 0 when nobody waits. 最长等候时间（分钟），无人等候为 0。',
  })
  async longestWaitMinutes(@Root() { servicePointId }: ServiceQueue, @Ctx() { loaders }: MattersContext): Promise<number> {
    const standing = await loaders.standingByPoint.load(servicePointId);
    return standing ? Math.max(0, Math.floor((this.clock().getTime() - standing.since.getTime()) / MINUTE_MS)) : 0;
  }

  @FieldResolver(() => QueueTicketConnection, {
    description: 'Numbers, today’s unless the filter names another day. Scope matters:read. 排队号（默认当天），需 matters:read。',
  })
  tickets(
    @Root() { servicePointId }: ServiceQueue,
    @Args(() => QueueTicketListArgs) { filter, orderBy, ...page }: QueueTicketListArgs,
    @Ctx() { loaders }: MattersContext,
  ): Connection<QueueTicket> {
    return new QueueTicketConnection(loaders.ticketsByPoint.of(servicePointId, { filter: filter ?? {}, orderBy }, page));
  }
}

/** What a service point shows of its queue. */
@Resolver(() => ServicePoint)
export class ServicePointQueueResolver {
  @Reads('id')
  @FieldResolver(() => ServiceQueue, {
    description: 'Today’s queue: how many wait is public, the numbers themselves are not. 当日排队情况（等候人数公开，号单不公开）。',
  })
  queue(@Root() { id }: ServicePoint): ServiceQueue {
    return ServiceQueue.of(id);
  }
}

/** What a window shows of the queue. */
@Resolver(() => ServiceWindow)
export class WindowTicketResolver {
  @FieldResolver(() => QueueTicket, {
    nullable: true,
    description: 'The number that is called to it or served at it. Scope matters:read. 当前叫号或办理的号，需 matters:read。',
  })
  currentTicket(@Root() { id }: ServiceWindow, @Ctx() { loaders }: MattersContext): Promise<QueueTicket | null> {
    return loaders.ticketByWindow.load(id);
  }
}
