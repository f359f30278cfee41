import type { EntityManager } from 'typeorm';
import type { Clock } from '../clock';
import { insertAll } from '../insert-all';
import { FollowedEvent } from './followed-event.entity';
import type { FollowedChange } from './followed-feed';

/** The events that one follower has acted on or has set aside. */
export class FollowedEvents {
  constructor(
    private readonly follower: string,
    private readonly clock: Clock,
  ) {}

  isKnown(tx: EntityManager, { cursor: eventId }: FollowedChange): Promise<boolean> {
    return tx.existsBy(FollowedEvent, { follower: this.follower, eventId });
  }

  /** Whether something that happened to the same subject before is set aside. */
  isBehindAnother(tx: EntityManager, { subjectType, subjectId }: FollowedChange): Promise<boolean> {
    return tx.existsBy(FollowedEvent, { follower: this.follower, state: 'SET_ASIDE', subjectType, subjectId });
  }

  keepApplied(tx: EntityManager, change: FollowedChange): Promise<void> {
    return this.keep(tx, change, { state: 'APPLIED', event: null, reason: null });
  }

  keepSetAside(tx: EntityManager, change: FollowedChange, reason: string): Promise<void> {
    return this.keep(tx, change, { state: 'SET_ASIDE', event: JSON.stringify(change), reason });
  }

  /** In the order in which they came. */
  async findSetAside(manager: EntityManager): Promise<FollowedChange[]> {
    const rows = await manager.find(FollowedEvent, {
      where: { follower: this.follower, state: 'SET_ASIDE' },
      order: { recordedAt: 'ASC', eventId: 'ASC' },
    });
    return rows.map(({ event }) => JSON.parse(event!) as FollowedChange);
  }

  /** Notes it as applied; false when another has done that meanwhile. */
  async takeUp(tx: EntityManager, { cursor: eventId }: FollowedChange): Promise<boolean> {
    const applied = { state: 'APPLIED', event: null, reason: null } as const;
    const { affected } = await tx.update(FollowedEvent, { follower: this.follower, eventId, state: 'SET_ASIDE' }, applied);
    return affected === 1;
  }

  private async keep(
    tx: EntityManager,
    { cursor: eventId, subjectType, subjectId }: FollowedChange,
    kept: Pick<FollowedEvent, 'state' | 'event' | 'reason'>,
  ): Promise<void> {
    const { follower, clock } = this;
    await insertAll(tx, FollowedEvent, [{ follower, eventId, subjectType, subjectId, recordedAt: clock(), ...kept }]);
  }
}
