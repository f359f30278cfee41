import { isFineField, speaksOfFines } from './fines';

test.each([
  '罚没收入',
  '罚 款数',
  '没收',
  '非税收入完成率',
  'fined',
  'Penalties imposed',
  '{ cases { decision { fine } } }',
  'decision.paidOnTimeShare',
  '{ c(kind: FINE) { n } }',
])('speaks of fines: %s', (text) => expect(speaksOfFines([null, text])).toBe(true));

test.each([
  '处罚案件按期办结率',
  '群众满意度',
  'matterStatistics.0.satisfaction',
  'payload',
  'defined',
  '{ division(code: "410225") { name } }',
])('does not: %s', (text) => expect(speaksOfFines([text])).toBe(false));

test.each([
  ['FinePayment', true],
  ['penalties', true],
  ['lateFeeAmount', true],
  ['decidedOnTimeShare', false],
  ['define', false],
])('%s tells of fines: %s', (name, expected) => expect(isFineField(name)).toBe(expected));
