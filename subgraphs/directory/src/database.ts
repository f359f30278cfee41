import { COMMAND_TABLES } from '@township-graph/shared/command/tables';
import type { DatabaseOptions } from '@township-graph/shared/database';
import { CreateImportCheckpoint1795255100000, ImportCheckpoint } from '@township-graph/shared/import-checkpoint';
import { Division } from './division/division.entity';
import { FunctionalCenter } from './functional-center/functional-center.entity';
import { CreateDivision1795255200000 } from './migrations/1795255200000-create-division';
import { CreateOrganization1795255201000 } from './migrations/1795255201000-create-organization';
import { CreateFunctionalCenter1795255202000 } from './migrations/1795255202000-create-functional-center';
import { CreateReportedFigure1795255203000 } from './migrations/1795255203000-create-reported-figure';
import { Organization } from './organization/organization.entity';
import { ReportedFigure } from './reported-figure/reported-figure.entity';

/** The directory's tables. */
export const DIRECTORY_SCHEMA: Pick<DatabaseOptions, 'entities' | 'migrations'> = {
  entities: [ImportCheckpoint, ...COMMAND_TABLES.entities, Division, Organization, FunctionalCenter, ReportedFigure],
  migrations: [
    CreateImportCheckpoint1795255100000,
    ...COMMAND_TABLES.migrations,
    CreateDivision1795255200000,
    CreateOrganization1795255201000,
    CreateFunctionalCenter1795255202000,
    CreateReportedFigure1795255203000,
  ],
};
