import { settingsFrom, townshipShareIn } from './settings';

test('a county sets how much townships weigh; in Shandong never below the law', () => {
  const settings = settingsFrom({ ASSESSMENT_TOWNSHIP_SHARE_OF_DEPARTMENTS: '20', ASSESSMENT_TOWNSHIP_SHARE_OF_DISPATCHED_UNITS: '70' });
  expect(townshipShareIn('410225', 'DEPARTMENT', settings).least).toBe(20);
  expect(townshipShareIn('370102', 'DEPARTMENT', settings)).toEqual({ least: 30, basis: '山东省乡镇人民政府工作条例§18、§27' });
  expect(townshipShareIn('370102', 'DISPATCHED_UNIT', settings).least).toBe(70);
});
