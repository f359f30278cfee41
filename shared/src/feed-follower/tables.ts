import type { MigrationInterface, QueryRunner } from 'typeorm';
import { code, createTable, id, instant, integer, longText, optional, primary } from '../columns';
import { FeedPosition } from './feed-position.entity';
import { FollowedEvent } from './followed-event.entity';

export class CreateFeedPosition1795256300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'feed_position',
      columns: [code('follower', 60, primary), id('cursor', optional), integer('failures')],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('feed_position');
  }
}

export class CreateFollowedEvent1795256301000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'followed_event',
      columns: [
        code('follower', 60, primary),
        id('eventId', primary),
        code('state', 20),
        code('subjectType', 60),
        code('subjectId', 64),
        instant('recordedAt'),
        longText('event', optional),
        code('reason', 60, optional),
      ],
      indices: [{ columns: ['follower', 'state', 'subjectType', 'subjectId'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('followed_event');
  }
}

/** What a subgraph keeps that follows others. */
export const FOLLOWER_TABLES = {
  entities: [FeedPosition, FollowedEvent],
  migrations: [CreateFeedPosition1795256300000, CreateFollowedEvent1795256301000],
} as const;
