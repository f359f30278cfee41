import { PartyKind } from '../power/power.enums';
import { CaseDocumentKind, DocumentItemKind } from './document.enums';
import { incomplete, missingParts } from './document.rules';
import type { DocumentContent } from './document-content';
import { COMPOSERS, DOCUMENT_KINDS } from './document-kinds';

const { PENALTY_DECISION, ON_THE_SPOT_DECISION } = CaseDocumentKind;
const party = { kind: PartyKind.INDIVIDUAL, name: '示例甲', organizationName: null, idNumber: null, creditCode: null };
const whole: DocumentContent = {
  organName: '示例乡人民政府',
  caseNumber: null,
  officers: [],
  party: { ...party, representative: null, phone: null, address: '示例乡' },
  items: Object.values(DocumentItemKind).map((item) => ({ item, text: '内容' })),
  things: [],
};

const without = (item: DocumentItemKind) => ({
  ...whole,
  items: whole.items.map((each) => (each.item === item ? { ...each, text: ' ' } : each)),
});

test.each([
  ['FACTS', '违法事实'],
  ['EVIDENCE', '证据'],
  ['LEGAL_BASIS', '法律依据'],
  ['PENALTIES', '行政处罚的种类和内容'],
  ['PERFORMANCE', '履行方式和期限'],
  ['REMEDIES', '救济途径和期限'],
] as const)('§59: a decision without %s is no decision', (item, words) => {
  expect(missingParts(DOCUMENT_KINDS[PENALTY_DECISION], without(DocumentItemKind[item]))).toEqual([words]);
});

test('§59: a decision names the party, its address and the organ; §52 asks no address on the spot', () => {
  expect(missingParts(DOCUMENT_KINDS[PENALTY_DECISION], whole)).toEqual([]);
  const nobody = { ...whole, organName: '', party: null };
  expect(missingParts(DOCUMENT_KINDS[PENALTY_DECISION], nobody)).toEqual(['行政机关名称', '当事人的姓名或者名称', '当事人的地址']);
  const homeless = { ...whole, party: { ...whole.party!, address: null } };
  expect(missingParts(DOCUMENT_KINDS[PENALTY_DECISION], homeless)).toEqual(['当事人的地址']);
  expect(missingParts(DOCUMENT_KINDS[ON_THE_SPOT_DECISION], homeless)).toEqual([]);
});

test('every kind says what it must state, by which article, and how it is made', () => {
  for (const kind of Object.values(CaseDocumentKind)) {
    expect(DOCUMENT_KINDS[kind].requires.length).toBeGreaterThan(0);
    expect(DOCUMENT_KINDS[kind].basis).toMatch(/§\d+/);
    expect(COMPOSERS[kind]).toBeDefined();
  }
});

test('§59: what a document lacks is named where it is refused', () => {
  const lacking = missingParts(DOCUMENT_KINDS[PENALTY_DECISION], without(DocumentItemKind.EVIDENCE));
  const { reason, message } = incomplete(PENALTY_DECISION, DOCUMENT_KINDS[PENALTY_DECISION], lacking);
  expect([reason, message.zh.includes('证据'), message.zh.includes('违法事实')]).toEqual(['DOCUMENT_INCOMPLETE', true, false]);
});
