import { viewerOf } from '../../testing/ask';
import { ENGINES, freshDatabase, type TestDatabase } from '../../testing/database';
import { LEDGER_SCHEMA } from '../../testing/ledger';
import { systemViewer } from '../viewer';
import { moveTimeline, recordStep, type Step } from './timeline';
import { TimelineRepository, timelineLoader } from './timeline.repository';
import { TimelineEntry } from './timeline-entry.entity';

const TOWNSHIP = '410225201';
const OURS = viewerOf([TOWNSHIP], ['matters:read']);
const NEIGHBOUR = viewerOf(['410225202'], ['matters:read']);
const SUBJECT = { type: 'Ledger', id: 'l-1', divisionCode: TOWNSHIP };
const ACCEPT: Step = { action: 'accept', from: 'SUBMITTED', to: 'ACCEPTED' };

describe.each(ENGINES)('the course of a case on %s', (engine) => {
  let opened: TestDatabase;
  let now: Date;
  let timeline: TimelineRepository;
  const clock = () => now;

  beforeEach(async () => {
    now = new Date('2026-03-02T01:00:00.123Z');
    opened = await freshDatabase(engine, LEDGER_SCHEMA);
    timeline = new TimelineRepository(opened.database.manager, 'matters:read', clock);
  });
  afterEach(() => opened.close());

  const record = (step: Partial<Step> = {}, viewer = OURS, subject = SUBJECT) =>
    opened.database.manager.transaction((tx) => recordStep(tx, clock, { viewer }, subject, { ...ACCEPT, ...step }));
  const steps = (viewer = OURS) => timeline.findBySubjects(viewer, ['l-1']);

  test('a step says who did what, when, as whom, why and by which law', async () => {
    const viewer = { ...OURS, organization: '11410225MB0000000X' };
    await record({ note: '材料齐全', legalBasis: '行政许可法§32' }, viewer);
    const [step] = await steps();
    expect(step).toEqual({
      id: expect.any(String),
      subjectType: 'Ledger',
      subjectId: 'l-1',
      divisionCode: TOWNSHIP,
      at: now,
      action: 'accept',
      from: 'SUBMITTED',
      to: 'ACCEPTED',
      actor: '测试员',
      organization: '11410225MB0000000X',
      note: '材料齐全',
      legalBasis: '行政许可法§32',
    });
  });

  test('a note is kept without the numbers of persons', async () => {
    await record({ note: '电话13800000000，身份证410225199001011234，已告知' });
    const [{ note }] = (await opened.database.manager.find(TimelineEntry)) as [TimelineEntry];
    expect(note).toBe('电话***，身份证***，已告知');
  });

  test('a name as long as a token may bear does not keep its bearer from acting', async () => {
    const name = '王'.repeat(255);
    await record({}, { ...OURS, name });
    expect((await steps())[0]!.actor).toBe(name);
  });

  test('what the system does is nobody’s', async () => {
    await record({ action: 'deemAccepted' }, systemViewer('deadline-lights', [TOWNSHIP]));
    expect((await steps())[0]).toMatchObject({ actor: null, organization: null });
  });

  test('steps come oldest first, those of one instant in the order they were written', async () => {
    now = new Date('2026-03-03T01:00:00Z');
    await record({ from: 'ACCEPTED', to: 'DECIDED' });
    await record({ from: 'DECIDED', to: 'CLOSED' });
    now = new Date('2026-03-02T01:00:00Z');
    await record();
    expect((await steps()).map(({ to }) => to)).toEqual(['ACCEPTED', 'DECIDED', 'CLOSED']);
  });

  test('another township’s viewer, and one without the scope, see nothing', async () => {
    await record();
    expect(await steps(NEIGHBOUR)).toEqual([]);
    expect(await steps(viewerOf([TOWNSHIP]))).toEqual([]);
    expect(await steps(viewerOf(['410225'], ['matters:read']))).toHaveLength(1);
  });

  test('a course goes with its subject, whole, and no other goes with it', async () => {
    await record({ from: null, to: 'SUBMITTED' });
    await record();
    await record({}, OURS, { ...SUBJECT, id: 'l-2' });
    await record({}, OURS, { ...SUBJECT, type: 'Notice' });
    await opened.database.manager.transaction((tx) => moveTimeline(tx, { ...SUBJECT, divisionCode: '410225202' }));
    expect((await steps(NEIGHBOUR)).map(({ to }) => to)).toEqual(['SUBMITTED', 'ACCEPTED']);
    const left = await timeline.findBySubjects(OURS, ['l-1', 'l-2']);
    expect(left.map(({ subjectType, subjectId }) => `${subjectType} ${subjectId}`).sort()).toEqual(['Ledger l-2', 'Notice l-1']);
  });

  test('a step is as whole as its transaction', async () => {
    const undone = opened.database.manager.transaction(async (tx) => {
      await recordStep(tx, clock, { viewer: OURS }, SUBJECT, ACCEPT);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await steps()).toEqual([]);
  });

  test('the courses of many subjects are one statement', async () => {
    for (const id of ['a', 'b']) await record({}, OURS, { ...SUBJECT, id });
    const loader = timelineLoader(timeline, OURS);
    let found: TimelineEntry[][] = [];
    const statements = await opened.statementsOf(async () => {
      found = await Promise.all(['b', 'none', 'a'].map((id) => loader.load(id)));
    });
    expect(statements).toHaveLength(1);
    expect(found.map((each) => each.map(({ subjectId }) => subjectId))).toEqual([['b'], [], ['a']]);
  });
});
