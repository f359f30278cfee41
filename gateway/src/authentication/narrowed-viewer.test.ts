import { reasonOf } from '@township-graph/shared/testing/reason';
import { ANONYMOUS, type Viewer } from '@township-graph/shared/viewer';
import { narrowedTo } from './narrowed-viewer';

const viewer: Viewer = {
  subject: 'machine:assessment',
  name: null,
  organization: null,
  divisions: [{ code: '410225' }, { code: '330381116', until: '2026-12-31' }],
  scopes: ['matters:read'],
};
const divisionsOf = (header?: string) => narrowedTo(header, viewer).divisions;

test('a request may ask to be answered within less than its token allows', () => {
  expect(divisionsOf()).toEqual(viewer.divisions);
  expect(divisionsOf('410225201')).toEqual([{ code: '410225201' }]);
  expect(divisionsOf('410225, 410225201200')).toEqual([{ code: '410225' }, { code: '410225201200' }]);
  expect(narrowedTo('410225201', viewer)).toMatchObject({ subject: viewer.subject, scopes: viewer.scopes });
});

test('a duty that ends does so within it too', () => {
  expect(divisionsOf('330381116200')).toEqual([{ code: '330381116200', until: '2026-12-31' }]);
});

test.each(['330381', '41', '330205', '410225201,330381'])('never within more: %s', (header) => {
  expect(reasonOf(() => divisionsOf(header))).toBe('DIVISION_NOT_YOURS');
});

test('nor does it give anything to who has no token', () => {
  expect(reasonOf(() => narrowedTo('410225', ANONYMOUS))).toBe('DIVISION_NOT_YOURS');
});

test.each(['', '410225,', 'all', '4102%', Array(101).fill('410225').join()])('%p is refused', (header) => {
  expect(reasonOf(() => divisionsOf(header))).toBe('DIVISIONS_MALFORMED');
});
