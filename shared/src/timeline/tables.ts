import type { MigrationInterface, QueryRunner } from 'typeorm';
import { code, createTable, id, instant, optional, primary, text } from '../columns';
import { TimelineEntry } from './timeline-entry.entity';

export class CreateTimelineEntry1795255120000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'timeline_entry',
      columns: [
        id('id', primary),
        code('subjectType', 60),
        id('subjectId'),
        code('divisionCode', 12),
        instant('at'),
        code('action', 60),
        code('fromState', 40, optional),
        code('toState', 40),
        text('actor', 255, optional),
        code('organization', 18, optional),
        text('note', 500, optional),
        text('legalBasis', 200, optional),
      ],
      indices: [{ columns: ['subjectId', 'at', 'id'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('timeline_entry');
  }
}

/** What a subgraph keeps whose objects move through states. */
export const TIMELINE_TABLES = { entities: [TimelineEntry], migrations: [CreateTimelineEntry1795255120000] } as const;
