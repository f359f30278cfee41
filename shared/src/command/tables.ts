import { AuditRecord } from '../audit/audit-record.entity';
import { IdempotencyRecord } from './idempotency';
import { JournalHead } from './journal';
import {
  BeginJournal1795255114000,
  CreateAuditRecord1795255110000,
  CreateIdempotencyRecord1795255112000,
  CreateJournalHead1795255113000,
  CreateOutboxEvent1795255111000,
} from './migrations';
import { OutboxEvent } from './outbox-event.entity';
import {
  AddLeftDivision1795255115000,
  AddOutboxReachGone1795255119000,
  CreateOutboxReach1795255117000,
  FillOutboxReach1795255118000,
  FillOutboxReachGone1795255119001,
  IndexOutboxEventId1795255116000,
} from './outbox-migrations';
import { OutboxReach } from './outbox-reach.entity';

/** What every subgraph that is written to keeps beside its own tables. */
export const COMMAND_TABLES = {
  entities: [AuditRecord, OutboxEvent, OutboxReach, IdempotencyRecord, JournalHead],
  migrations: [
    CreateAuditRecord1795255110000,
    CreateOutboxEvent1795255111000,
    CreateIdempotencyRecord1795255112000,
    CreateJournalHead1795255113000,
    BeginJournal1795255114000,
    AddLeftDivision1795255115000,
    IndexOutboxEventId1795255116000,
    CreateOutboxReach1795255117000,
    FillOutboxReach1795255118000,
    AddOutboxReachGone1795255119000,
    FillOutboxReachGone1795255119001,
  ],
} as const;
