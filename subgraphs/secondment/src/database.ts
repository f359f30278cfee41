import { COMMAND_TABLES } from '@township-graph/shared/command/tables';
import type { DatabaseOptions } from '@township-graph/shared/database';
import { DEADLINE_TABLES } from '@township-graph/shared/deadlines/tables';
import { FOLLOWER_TABLES } from '@township-graph/shared/feed-follower/tables';
import { SCHEDULER_TABLES } from '@township-graph/shared/scheduler/tables';
import { TIMELINE_TABLES } from '@township-graph/shared/timeline/tables';
import { Certificate } from './certificate/certificate.entity';
import { Establishment } from './establishment/establishment.entity';
import { EstablishmentTransfer } from './establishment/establishment-transfer.entity';
import { CreateStaffMember1795256000000 } from './migrations/1795256000000-create-staff-member';
import { CreateSecondmentTurn1795256000100 } from './migrations/1795256000100-create-secondment-turn';
import { CreateEstablishment1795256001000 } from './migrations/1795256001000-create-establishment';
import { CreateEstablishmentTransfer1795256001100 } from './migrations/1795256001100-create-establishment-transfer';
import { CreateCertificate1795256002000 } from './migrations/1795256002000-create-certificate';
import { CreateTraining1795256003000 } from './migrations/1795256003000-create-training';
import { CreateStaffPostChange1795256004000 } from './migrations/1795256004000-create-staff-post-change';
import { SELECTION_TABLES } from './selection-tables';
import { StaffMember } from './staff-member/staff-member.entity';
import { StaffPostChange } from './staff-member/staff-post-change.entity';
import { Training } from './training/training.entity';
import { SecondmentTurn } from './turns';

/** The tables of staff, their establishments, selection and placements. */
export const SECONDMENT_SCHEMA: Pick<DatabaseOptions, 'entities' | 'migrations'> = {
  entities: [
    ...COMMAND_TABLES.entities,
    ...TIMELINE_TABLES.entities,
    ...DEADLINE_TABLES.entities,
    ...SCHEDULER_TABLES.entities,
    ...FOLLOWER_TABLES.entities,
    StaffMember,
    StaffPostChange,
    Establishment,
    EstablishmentTransfer,
    Certificate,
    Training,
    SecondmentTurn,
    ...SELECTION_TABLES.entities,
  ],
  migrations: [
    ...COMMAND_TABLES.migrations,
    ...TIMELINE_TABLES.migrations,
    ...DEADLINE_TABLES.migrations,
    ...SCHEDULER_TABLES.migrations,
    ...FOLLOWER_TABLES.migrations,
    CreateStaffMember1795256000000,
    CreateSecondmentTurn1795256000100,
    CreateEstablishment1795256001000,
    CreateEstablishmentTransfer1795256001100,
    CreateCertificate1795256002000,
    CreateTraining1795256003000,
    CreateStaffPostChange1795256004000,
    ...SELECTION_TABLES.migrations,
  ],
};
