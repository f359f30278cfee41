import type { EntityManager } from 'typeorm';
import { type Command, Commands } from '../src/command/commands';
import type { OutboxEntry } from '../src/command/journal';
import type { RequestContext } from '../src/context';
import { allowed } from '../src/viewer';

/** Carries commands out in a transaction that is open: many are one, and none is audited as if a user had sent it. */
export class CommandsWithin extends Commands {
  tx!: EntityManager;
  /** Gathers what others are told of, for whoever writes it down in the end; where there is none, nobody is told. */
  told?: OutboxEntry[];

  override async run<T>({ viewer }: RequestContext, { needs, work }: Command<T>): Promise<T> {
    allowed(viewer, needs);
    const { result, events = [] } = await work(this.tx);
    this.told?.push(...events);
    return result;
  }
}
