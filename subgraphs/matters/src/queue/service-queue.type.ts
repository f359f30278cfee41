import { ObjectType } from 'type-graphql';

/** What goes on at a service point today; each part is counted only when it is asked for. */
@ObjectType({ description: 'The queue of a service point today. 服务点当日排队情况。' })
export class ServiceQueue {
  readonly servicePointId!: string;

  static of(servicePointId: string): ServiceQueue {
    return Object.assign(new ServiceQueue(), { servicePointId });
  }
}
