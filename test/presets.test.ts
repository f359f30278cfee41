import { readFileSync } from 'node:fs';
import path from 'node:path';
import { claimsOf, PRESETS } from '@township-graph/commands/tokens';
import { isCreditCode } from '@township-graph/shared/credit-code';

const readme = readFileSync(path.resolve(__dirname, '../README.md'), 'utf8');
const [, table = ''] = /## Who there is in development\n([\s\S]*?)\n## /.exec(readme) ?? [];
const rows = [...table.matchAll(/^\| (`.+?) \|/gm)].flatMap(([, names]) => [...names!.matchAll(/`([\w-]+)`/g)].map(([, name]) => name!));

test('the README names every preset, and no other', () => {
  expect(rows.toSorted()).toEqual(Object.keys(PRESETS).toSorted());
});

test('a window clerk has nothing to do with posts and appraisals; who scores signs in for the government that rates, and holds no round', () => {
  expect(claimsOf('township-clerk').scope).not.toMatch(/personnel|assessment/);
  const { org, divisions, scope } = claimsOf('township-rater');
  expect([isCreditCode(org!), divisions, scope]).toEqual([true, ['410225201'], 'assessment:read assessment:score']);
  const scores = Object.keys(PRESETS).filter((preset) => claimsOf(preset).scope.includes('assessment:score'));
  const holds = Object.keys(PRESETS).filter((preset) => claimsOf(preset).scope.includes('assessment:manage'));
  expect([scores, holds]).toEqual([['township-rater'], ['county-admin', 'appraisal-organizer']]);
  expect(claimsOf('personnel-officer', { organization: 'DEMO' }).org).toBe('DEMO');
});
