import type { Clock } from '@township-graph/shared/clock';
import type { CommandsOptions } from '@township-graph/shared/command/commands';
import { writesOf } from '@township-graph/shared/command/subgraph-writes';
import { CommandsWithin } from '@township-graph/shared/demo/commands-within';
import type { Scope } from '@township-graph/shared/viewer';
import type { DataSource, EntityManager } from 'typeorm';
import { EnforcementCase } from '../../case/case.entity';
import type { CaseCommand } from '../../case/case-commands';
import { caseCommands } from '../../cases';
import type { EnforcementContext } from '../../context';
import type { Role, Step } from './course';
import type { Workplace } from './workplace';

const SCOPES: Readonly<Record<Role, Scope>> = { OFFICER: 'enforcement:handle', REVIEWER: 'enforcement:review', HEAD: 'enforcement:manage' };
const NAMES: Readonly<Record<Role, string>> = { OFFICER: '示例执法人员', REVIEWER: '示例法制审核人员', HEAD: '示例机关负责人' };

/** Takes the steps of cases by the very commands that users send, each at its time: what the law does not allow is refused here too. */
export class CaseClerks {
  private now = new Date(0);
  private readonly within: CommandsWithin;
  private readonly commands: ReadonlyMap<string, CaseCommand<never>>;

  constructor(database: DataSource) {
    const clock: Clock = () => this.now;
    const options: CommandsOptions = { database, clock, journal: writesOf('enforcement', { database, clock }).journal };
    this.within = new CommandsWithin(options);
    this.commands = caseCommands(database.manager, this.within, clock);
  }

  /** The case after the step; `seen` is what it was before, null where the step begins it. */
  async take(
    tx: EntityManager,
    { at, mutation, who, input, refersTo }: Step,
    workplace: Workplace,
    seen: EnforcementCase | null,
  ): Promise<EnforcementCase> {
    this.now = at;
    this.within.tx = tx;
    const given = { ...input, ...(seen && (await pointTo(tx, seen, mutation, refersTo))) };
    const taken = await this.commands.get(mutation)!.run(contextOf(who, workplace), given as never);
    if (!seen) await tx.update(EnforcementCase, { id: taken.id }, { isDemonstration: true } as never);
    return taken;
  }
}

/** The case, as it was read, and its records. */
async function pointTo(tx: EntityManager, { id, version }: EnforcementCase, mutation: string, refersTo: Step['refersTo']): Promise<object> {
  const records: Record<string, string> = {};
  for (const [field, entity] of Object.entries(refersTo)) {
    const [last] = await tx.find(entity, { where: { caseId: id }, order: { id: 'DESC' }, take: 1 });
    records[field] = last!.id;
  }
  // A clue is filed by a mutation that names it otherwise.
  return { ...records, ...(mutation === 'fileCase' ? { clueId: id } : { caseId: id }), expectedVersion: version };
}

function contextOf(who: Role, { divisionCode, holderCreditCode }: Workplace): EnforcementContext {
  const viewer = {
    subject: `demo:${who}:${divisionCode}`,
    name: NAMES[who],
    organization: holderCreditCode,
    divisions: [{ code: divisionCode }],
    scopes: ['enforcement:read', SCOPES[who]],
  };
  return { viewer, requestId: 'demo', locale: 'zh', purpose: null } as unknown as EnforcementContext;
}
