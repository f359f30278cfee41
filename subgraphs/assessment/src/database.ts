import { COMMAND_TABLES } from '@township-graph/shared/command/tables';
import type { DatabaseOptions } from '@township-graph/shared/database';
import { DEADLINE_TABLES } from '@township-graph/shared/deadlines/tables';
import { SCHEDULER_TABLES } from '@township-graph/shared/scheduler/tables';
import { TIMELINE_TABLES } from '@township-graph/shared/timeline/tables';

/** The tables of catalogues, schemes, rounds, scorecards and results. */
export const ASSESSMENT_SCHEMA: Pick<DatabaseOptions, 'entities' | 'migrations'> = {
  entities: [...COMMAND_TABLES.entities, ...TIMELINE_TABLES.entities, ...DEADLINE_TABLES.entities, ...SCHEDULER_TABLES.entities],
  migrations: [...COMMAND_TABLES.migrations, ...TIMELINE_TABLES.migrations, ...DEADLINE_TABLES.migrations, ...SCHEDULER_TABLES.migrations],
};
