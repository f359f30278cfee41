import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ASSESSMENT } from '@township-graph/assessment/module';
import { SECONDMENT } from '@township-graph/secondment/module';
import { Placement } from '@township-graph/secondment/placement/placement.entity';
import { PayBearer, PlacementKind, PlacementState } from '@township-graph/secondment/placement/placement.enums';
import { PlacementAppraisal } from '@township-graph/secondment/placement/placement-appraisal.entity';
import { StaffMember } from '@township-graph/secondment/staff-member/staff-member.entity';
import { staffRow } from '@township-graph/secondment/testing/staff-row';
import { AuditRecord } from '@township-graph/shared/audit/audit-record.entity';
import { Journal } from '@township-graph/shared/command/journal';
import { transact } from '@township-graph/shared/command/transact';
import { openDatabase } from '@township-graph/shared/database';
import { insertAll } from '@township-graph/shared/insert-all';
import { ENGINES } from '@township-graph/shared/testing/database';
import type { Death } from '@township-graph/shared/testing/death';
import { freshUrl } from '@township-graph/shared/testing/template';
import type { DataSource } from 'typeorm';
import type { ConsequencesOrders } from './consequences-process';
import { compiled, forkCompiled } from './ledger-process';

const PERSONS = 40;
const TOWNSHIP = '410225201';
const YEAR = 2026;
/** Past any lease that was taken by the one before. */
const TURN_MS = 10 * 60_000;
const ids = Array.from({ length: PERSONS }, (_, index) => `person-${String(index).padStart(2, '0')}`);

/** With the position moved, with the appraisal made, and before the commit of it all. */
const DEATHS: readonly Death[] = [
  { before: '^UPDATE .feed_position', time: 7 },
  { before: '^INSERT INTO .placement_appraisal', time: 9 },
  { before: '^INSERT INTO .audit_record', time: 11 },
];

const directory = mkdtempSync(path.join(tmpdir(), 'township-graph-consequences-'));
const children: ChildProcess[] = [];
let script: string;

beforeAll(async () => {
  script = await compiled('test/crash/consequences-process.ts', directory);
}, 60_000);

afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(directory, { recursive: true, force: true });
});

describe.each(ENGINES)(`${PERSONS} confirmed results wait for the placements they are of, on %s`, (engine) => {
  let urls: Pick<ConsequencesOrders, 'assessmentUrl' | 'secondmentUrl'>;
  let secondment: DataSource;

  beforeAll(async () => {
    urls = { assessmentUrl: await freshUrl(engine), secondmentUrl: await freshUrl(engine) };
    secondment = await openDatabase({ ...SECONDMENT.schema, url: urls.secondmentUrl });
    await insertAll(secondment.manager, StaffMember, ids.map(placed));
    await insertAll(secondment.manager, Placement, ids.map(placementOf) as never);
    const assessment = await openDatabase({ ...ASSESSMENT.schema, url: urls.assessmentUrl });
    const journal = new Journal({ subgraph: 'assessment', clock: () => new Date() });
    await transact(assessment, (tx) => journal.append(tx, [], ids.map(confirmed)));
    await assessment.destroy();
  }, 60_000);
  afterAll(() => secondment.destroy());

  const appraisals = () => secondment.manager.find(PlacementAppraisal, { order: { placementId: 'ASC' } });

  test('who applies them is killed again and again: each is applied once, in the order of the feed', async () => {
    for (const [turn, death] of DEATHS.entries()) expect(await ends(turn, death)).toBe('SIGKILL');
    const before = (await appraisals()).length;
    expect(before).toBeGreaterThan(10);
    expect(before).toBeLessThan(PERSONS);
    expect(await ends(DEATHS.length)).toBe(0);
    expect((await appraisals()).map(({ placementId }) => placementId)).toEqual(ids);
    expect(await secondment.manager.countBy(Placement, { version: 2 })).toBe(PERSONS);
    const records = await secondment.manager.find(AuditRecord, {
      where: { subject: 'system:follow-assessmentFeed' },
      order: { sequence: 'ASC' },
    });
    expect(records.map(({ targets }) => targets.map(({ id }) => id))).toEqual(ids.map((id) => [id]));
  }, 120_000);

  async function ends(turn: number, death?: Death): Promise<unknown> {
    const child = forkCompiled(script);
    children.push(child);
    child.send({ ...urls, at: new Date(Date.UTC(YEAR, 11, 1) + turn * TURN_MS).toISOString(), death } satisfies ConsequencesOrders);
    const [code, signal] = await once(child, 'exit');
    return signal ?? code;
  }
});

const placed = (id: string) => staffRow({ id, divisionCode: TOWNSHIP });

function placementOf(id: string) {
  const { homeCreditCode, homeName, homeDivisionCode } = placed(id);
  return {
    id,
    staffMemberId: id,
    kind: PlacementKind.SELECTION,
    divisionCode: TOWNSHIP,
    hostCreditCode: homeCreditCode,
    hostName: '示例中心',
    homeCreditCode,
    homeName,
    homeDivisionCode,
    campaignId: null,
    postTitle: '示例岗位',
    isSectionChief: false,
    document: '示例组〔2026〕3号',
    startsOn: `${YEAR}-01-01`,
    endsOn: `${YEAR + 5}-12-31`,
    endedOn: null,
    endReason: null,
    payBearer: PayBearer.HOME_ORGANIZATION,
    outcome: null,
    isConversionDue: false,
    banUntil: null,
    state: PlacementState.SERVING,
    version: 1,
  };
}

function confirmed(id: string) {
  const payload = { year: YEAR, staffMemberId: id, gradeScale: 'INSTITUTION', grade: 'QUALIFIED', resultId: `result-${id}` };
  return { type: 'ANNUAL_RESULT_CONFIRMED', subjectType: 'AppraisalResult', subjectId: `result-${id}`, divisionCode: TOWNSHIP, payload };
}
