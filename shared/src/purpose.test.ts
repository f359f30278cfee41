import { makeAcceptanceNumber } from './acceptance-number';
import { parsePurpose } from './purpose';

const ACCEPTANCE = makeAcceptanceNumber({ implementationCode: '11410225DEM012015M4000114001000', day: '2026-11-22', serial: 1 });

test.each([
  ['an acceptance number', ACCEPTANCE],
  ['a case number', '兰三义寨综执罚决〔2026〕12号'],
  ['a reason in Chinese', '核对低保申请人身份'],
  ['a short reason', '办件 001'],
  ['a reason in English', 'verify the applicant'],
])('%s is a purpose', (_, text) => {
  expect(parsePurpose(` ${text} `)).toBe(text);
});

test.each([
  ['nothing', ''],
  ['a word that says nothing', 'x'],
  ['dots', '......'],
  ['digits', '123456789'],
  ['two lines', '核对申请人\n身份证件'],
  ['a line separator', '核对申请人\u2028身份证件'],
  ['what turns the order of reading', '核对申请人\u202e身份证件'],
  ['half a character', '核对申请人\ud800身份证件'],
  ['what is too long', '核对'.repeat(101)],
])('%s is none', (_, text) => {
  expect(() => parsePurpose(text)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT', reason: 'PURPOSE_MALFORMED' }));
});
