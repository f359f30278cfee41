import { plannedDeadline } from './planned-deadline';

const given = {
  subjectId: 'subject',
  kind: 'ARRIVAL',
  startedAt: new Date('2026-09-01T00:00:00Z'),
  dueAt: new Date('2026-09-28T02:00:00Z'),
  basis: '示例',
  metAt: null,
  isLapsed: false,
};

test.each([
  ['at its last instant', {}, '2026-09-28T02:00:00.000Z', 'RUNNING', 'GREEN'],
  ['an instant later', {}, '2026-09-28T02:00:00.001Z', 'OVERDUE', 'RED'],
  ['met in time', { metAt: new Date('2026-09-28T01:00:00Z') }, '2026-09-29T00:00:00Z', 'MET', 'GREEN'],
  ['met late', { metAt: new Date('2026-09-28T03:00:00Z') }, '2026-09-29T00:00:00Z', 'OVERDUE', 'RED'],
  ['given up', { isLapsed: true }, '2026-09-29T00:00:00Z', 'LAPSED', 'GREEN'],
])('a date that stands in a row is, %s, as others are', (_, change, now, state, light) => {
  const deadline = plannedDeadline({ ...given, ...change }, new Date(now));
  expect(deadline).toMatchObject({ id: 'subject:ARRIVAL', kind: 'ARRIVAL', state, light, isProvisional: false });
  expect(deadline.dueOn()).toBe('2026-09-28');
});
