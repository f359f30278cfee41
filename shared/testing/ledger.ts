import { Arg, Ctx, Directive, Field, ID, InputType, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { Column, Entity, type EntityManager, type MigrationInterface, PrimaryColumn, type QueryRunner } from 'typeorm';
import { systemClock } from '../src/clock';
import { code, createTable, id, integer, primary, text } from '../src/columns';
import { CommandInput } from '../src/command/command-input';
import type { Commands } from '../src/command/commands';
import { type ResultForm, rowResult } from '../src/command/result-form';
import { writesOf } from '../src/command/subgraph-writes';
import { COMMAND_TABLES } from '../src/command/tables';
import type { RequestContext } from '../src/context';
import type { DatabaseOptions } from '../src/database';
import { DeadlineLights, type MissedDeadline } from '../src/deadlines/deadline-lights';
import { DEADLINE_TABLES } from '../src/deadlines/tables';
import { NotFound } from '../src/errors';
import { type ApplyChange, FeedFollower } from '../src/feed-follower/feed-follower';
import { FOLLOWER_TABLES } from '../src/feed-follower/tables';
import { Personal, type PersonalWriting } from '../src/personal-data';
import { SCHEDULER_TABLES } from '../src/scheduler/tables';
import { ScopedRepository } from '../src/scoped-repository';
import { buildSubgraph, type Subgraph, type SubgraphOptions } from '../src/subgraph';
import { TIMELINE_TABLES } from '../src/timeline/tables';
import type { Viewer } from '../src/viewer';

/** The least aggregate that can lose a write: a version, a total, and the entries that the total is the number of. */
@Entity('ledger')
@ObjectType({ description: 'A ledger. 台账。' })
@Directive('@key(fields: "id")')
export class Ledger {
  @Field(() => ID, { description: 'Identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  @Column({ type: 'varchar' })
  readonly divisionCode!: string;

  @Personal('NAME')
  @Field(() => String, { nullable: true, description: 'Who keeps it. 保管人。' })
  @Column({ type: 'varchar', nullable: true })
  keeper!: string | null;

  @Personal('PHONE')
  @Field(() => String, { nullable: true, description: "The keeper's telephone. 保管人电话。" })
  @Column({ type: 'varchar', nullable: true })
  phone!: string | null;

  @Personal('AMONG_OTHERS')
  @Field(() => String, { description: 'A line about who keeps it. 保管人说明。' })
  line(): PersonalWriting {
    const { keeper, phone } = this;
    return (look) => `第1册由${keeper ? look('NAME', keeper) : '无人'}保管（${phone ? look('PHONE', phone) : '无'}）`;
  }

  @Field(() => Int, { description: 'Number of entries. 条目数。' })
  @Column({ type: 'int' })
  total!: number;

  @Field(() => Int, { description: 'Version. 版本号。' })
  @Column({ type: 'int' })
  version!: number;
}

@Entity('ledger_entry')
export class LedgerEntry {
  @PrimaryColumn({ type: 'varchar' })
  readonly ledgerId!: string;

  @PrimaryColumn({ type: 'int' })
  readonly position!: number;

  @Column({ type: 'varchar' })
  readonly words!: string;
}

class CreateLedger1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'ledger',
      columns: [
        id('id', primary),
        code('divisionCode', 12),
        text('keeper', 50, { isNullable: true }),
        text('phone', 20, { isNullable: true }),
        integer('total'),
        integer('version'),
      ],
    });
  }
  async down(): Promise<void> {}
}

class CreateLedgerEntry1700000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'ledger_entry',
      columns: [id('ledgerId', primary), integer('position', primary), text('words', 100)],
    });
  }
  async down(): Promise<void> {}
}

export const LEDGER_SCHEMA: Pick<DatabaseOptions, 'entities' | 'migrations'> = {
  entities: [
    ...COMMAND_TABLES.entities,
    ...TIMELINE_TABLES.entities,
    ...DEADLINE_TABLES.entities,
    ...SCHEDULER_TABLES.entities,
    ...FOLLOWER_TABLES.entities,
    Ledger,
    LedgerEntry,
  ],
  migrations: [
    ...COMMAND_TABLES.migrations,
    ...TIMELINE_TABLES.migrations,
    ...DEADLINE_TABLES.migrations,
    ...SCHEDULER_TABLES.migrations,
    ...FOLLOWER_TABLES.migrations,
    CreateLedger1700000000000,
    CreateLedgerEntry1700000001000,
  ],
};

@InputType({ description: 'One more entry. 追加条目。' })
class AppendEntryInput extends CommandInput {
  @Field(() => ID, { description: 'To which ledger. 台账。' })
  ledgerId!: string;

  @Field(() => String, { description: 'What it says. 内容。' })
  words!: string;

  @Field(() => Int, { nullable: true, description: 'The version that was read; the present one when absent. 读取时的版本号。' })
  expectedVersion?: number | null;
}

class LedgerRepository extends ScopedRepository<Ledger> {
  findById(viewer: Viewer, ledgerId: string, manager?: EntityManager): Promise<Ledger | null> {
    return this.findOne(this.visibleTo(viewer, manager).andWhere('row.id = :ledgerId', { ledgerId }));
  }
}

/** What a test may do in the middle of a command. */
export type Interruption = (tx: EntityManager) => Promise<void> | void;

@Resolver(() => Ledger)
class LedgerResolver {
  private readonly asKept: ResultForm<Ledger>;

  constructor(
    private readonly ledgers: LedgerRepository,
    private readonly commands: Commands,
    private readonly interrupt: Interruption,
  ) {
    this.asKept = rowResult(ledgers.manager, Ledger);
  }

  @Query(() => Ledger, { nullable: true, description: 'One ledger. 查询台账。' })
  ledger(
    @Arg('id', () => ID, { description: 'Identifier. 标识。' }) ledgerId: string,
    @Ctx() { viewer }: RequestContext,
  ): Promise<Ledger | null> {
    return this.ledgers.findById(viewer, ledgerId);
  }

  @Mutation(() => Ledger, { description: 'Appends an entry. 追加条目。' })
  appendEntry(
    @Arg('input', () => AppendEntryInput, { description: 'What is wanted. 请求内容。' }) input: AppendEntryInput,
    @Ctx() context: RequestContext,
  ): Promise<Ledger> {
    const { ledgerId, words } = input;
    return this.commands.run(context, {
      name: 'appendEntry',
      needs: 'matters:handle',
      input,
      result: this.asKept,
      work: async (tx) => {
        const ledger = await this.ledgers.findById(context.viewer, ledgerId, tx);
        if (!ledger) throw new NotFound({ zh: '该台账', en: 'Ledger' });
        const { divisionCode } = ledger;
        const expectedVersion = input.expectedVersion ?? ledger.version;
        await this.ledgers.change(tx, context.viewer, { id: ledgerId }, expectedVersion, { total: expectedVersion });
        await tx.insert(LedgerEntry, { ledgerId, position: expectedVersion, words });
        await this.interrupt(tx);
        const payload = { words };
        return {
          result: await tx.findOneByOrFail(Ledger, { id: ledgerId }),
          on: [{ type: 'Ledger', id: ledgerId, divisionCode }],
          events: [{ type: 'ENTRY_APPENDED', subjectType: 'Ledger', subjectId: ledgerId, divisionCode, payload }],
        };
      },
    });
  }
}

/** What the ledger's own law attaches to an answer that does not come: an entry, at the next position. */
export const ANSWER_MISSED: MissedDeadline = {
  subjectType: 'Ledger',
  kind: 'ANSWER',
  async apply(tx, { subjectId: ledgerId, divisionCode }) {
    const { total: position } = await tx.findOneByOrFail(Ledger, { id: ledgerId });
    await tx.insert(LedgerEntry, { ledgerId, position: position + 1, words: '逾期未答复' });
    await tx.update(Ledger, { id: ledgerId }, { total: position + 1, version: position + 2 });
    return { events: [{ type: 'ANSWER_DEEMED', subjectType: 'Ledger', subjectId: ledgerId, divisionCode, payload: {} }] };
  },
};

/** What follows here from an entry that another subgraph wants: it is made, and says whose wish it was. */
export const entryWanted: ApplyChange = async (tx, { cursor: words, subjectId: ledgerId, divisionCode }) => {
  const { total, version } = await tx.findOneByOrFail(Ledger, { id: ledgerId });
  await tx.insert(LedgerEntry, { ledgerId, position: total + 1, words });
  await tx.update(Ledger, { id: ledgerId }, { total: total + 1, version: version + 1 });
  const on = { type: 'Ledger', id: ledgerId, divisionCode };
  return { on: [on], events: [{ type: 'ENTRY_APPENDED', subjectType: 'Ledger', subjectId: ledgerId, divisionCode, payload: { words } }] };
};

/** A subgraph of ledgers: a version of n has n - 1 entries, at 1 … n - 1, or a write was lost or halved. */
export function createLedgerSubgraph(options: SubgraphOptions, interrupt: Interruption = () => undefined): Promise<Subgraph> {
  const { database, clock = systemClock, log, graph } = options;
  const { journal, commands } = writesOf('ledger', options);
  const looking = { database, commands, clock, log };
  const ledgers = new LedgerRepository(database.manager, Ledger, { division: 'divisionCode', readScope: 'matters:read' }, clock);
  return buildSubgraph({
    name: 'ledger',
    readScope: 'matters:read',
    resolvers: [new LedgerResolver(ledgers, commands, interrupt)],
    references: {},
    loaders: () => ({}),
    jobs: [
      new DeadlineLights({ ...looking, whenMissed: [ANSWER_MISSED] }),
      ...(graph ? [new FeedFollower({ ...looking, graph, feed: 'otherFeed', apply: { ENTRY_WANTED: entryWanted } })] : []),
    ],
    database,
    journal,
    clock,
    log,
  });
}
