import type { PersonalWriting } from '@township-graph/shared/personal-data';
import { Eta } from 'eta';
import { chineseDay } from './chinese-writing';
import { type CaseDocumentKind, DOCUMENT_WORDS, ITEM_WORDS } from './document.enums';
import type { ContentOfficer, ContentParty, DocumentContent } from './document-content';
import { DOCUMENT_KINDS, OFFICERS_SIGN } from './document-kinds';
import { FORM, LETTER, PAGE, RECORD } from './document-page.templates';

type Look = Parameters<PersonalWriting>[0];

interface Written {
  readonly kind: CaseDocumentKind;
  readonly number: string | null;
  readonly version: number;
  readonly datedOn: string;
  readonly content: DocumentContent;
}

/** Escapes whatever it writes, unless a template says otherwise; and none does but for the parts of the page. */
const eta = new Eta({ autoEscape: true, useWith: false });
for (const [name, template] of Object.entries({ '@page': PAGE, '@LETTER': LETTER, '@RECORD': RECORD, '@FORM': FORM }))
  eta.loadTemplate(name, template);

const NUMERALS = '一二三四五六七八九十';
const ordinal = (index: number) => (index < 10 ? NUMERALS.charAt(index) : `十${NUMERALS.charAt(index - 10)}`);

/** A document as a page of its own, A4, in the layout of its kind (GB/T 9704). */
export function documentPage({ kind, number, version, datedOn, content }: Written, look: Look): string {
  const { layout, signatures } = DOCUMENT_KINDS[kind];
  const { organName, caseNumber, party, officers, items, things } = content;
  const sections = items.map(({ item, text, names = [] }, index) => ({
    ordinal: ordinal(index),
    heading: ITEM_WORDS[item].zh,
    lines: [...ended(text).split('\n'), ...(names.length > 0 ? [names.map((name) => look('NAME', name)).join('、')] : [])],
  }));
  return eta.render('@page', {
    layout: `@${layout}`,
    title: DOCUMENT_WORDS[kind].zh,
    organName,
    number,
    caseNumber,
    version,
    date: chineseDay(datedOn),
    party: party ? particulars(party, look) : [],
    sections,
    things,
    signatures: signatures.flatMap((label) => (label === OFFICERS_SIGN ? officerLines(officers, look) : [label])),
  });
}

/** Whoever recorded it may have left out the full stop. */
const ended = (text: string) => (/[\p{L}\p{N}）]$/u.test(text) && text.length > 20 ? `${text}。` : text);

const officerLines = (officers: readonly ContentOfficer[], look: Look) =>
  officers.map(({ name, certificateNumber }) => `${OFFICERS_SIGN}${look('NAME', name)}，执法证号${certificateNumber ?? ''}`);

/** What a document says of whom it concerns (行政处罚法§59①(1)), as the reader may see it. */
function particulars({ name, organizationName, idNumber, creditCode, representative, phone, address }: ContentParty, look: Look) {
  const lines: readonly (readonly [label: string, value: string | null])[] = [
    ['当事人', organizationName ?? (name && look('NAME', name))],
    ['统一社会信用代码', creditCode],
    ['公民身份号码', idNumber && look('CITIZEN_ID', idNumber)],
    ['法定代表人（负责人）', representative && look('NAME', representative)],
    ['地址', address && look('ADDRESS', address)],
    ['联系电话', phone && look('PHONE', phone)],
  ];
  return lines.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}
