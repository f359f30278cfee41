import { type Command, Commands } from '@township-graph/shared/command/commands';
import type { RequestContext } from '@township-graph/shared/context';
import { allowed } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';

/** Carries commands out in a transaction that is open: many are one, and none is audited as if a user had sent it. */
export class CommandsWithin extends Commands {
  tx!: EntityManager;

  override async run<T>({ viewer }: RequestContext, { needs, work }: Command<T>): Promise<T> {
    allowed(viewer, needs);
    return (await work(this.tx)).result;
  }
}
