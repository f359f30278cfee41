import { type MoveRefusal, refusal } from '@township-graph/shared/state-machine';
import { type CaseDocumentKind, DOCUMENT_WORDS, type DocumentItemKind, ITEM_WORDS } from './document.enums';
import type { DocumentContent } from './document-content';
import type { KindPlan } from './document-kinds';

/** Nothing is on record that the document could state. */
export const recordMissing = (kind: CaseDocumentKind, { basis }: KindPlan): MoveRefusal =>
  refusal(
    'DOCUMENT_RECORD_MISSING',
    `案卷中尚无${DOCUMENT_WORDS[kind].zh}应当记载的事项，不能制作（${basis}）`,
    `Nothing is on record yet that this document would state (${basis})`,
  );

/** Parts that must be there and are not: of a decision, all that 行政处罚法§59 names. */
export function missingParts({ requires, needsAddress }: KindPlan, content: DocumentContent): string[] {
  const said = new Set(content.items.filter(({ text }) => text.trim() !== '').map(({ item }) => item));
  const missing: string[] = requires.filter((each) => !said.has(each)).map((each: DocumentItemKind) => ITEM_WORDS[each].zh);
  if (!content.organName) missing.push('行政机关名称');
  if (!content.party?.name && !content.party?.organizationName) missing.push('当事人的姓名或者名称');
  if (needsAddress && !content.party?.address) missing.push('当事人的地址');
  return missing;
}

export const incomplete = (kind: CaseDocumentKind, { basis }: KindPlan, missing: readonly string[]): MoveRefusal =>
  refusal(
    'DOCUMENT_INCOMPLETE',
    `${DOCUMENT_WORDS[kind].zh}应当载明：${missing.join('、')}（${basis}）`,
    `The document must also state: ${missing.join(', ')} (${basis})`,
  );

export const unchanged = (): MoveRefusal =>
  refusal(
    'DOCUMENT_UNCHANGED',
    '案卷记录未变化，现行文书即为最新版本',
    'Nothing that it states has changed: the document at hand is the latest',
  );

export const severalSources = (sourceIds: readonly string[]): MoveRefusal =>
  refusal(
    'DOCUMENT_SOURCE_AMBIGUOUS',
    `有 ${sourceIds.length} 项记录可制作该文书，请指明 sourceId`,
    `There are ${sourceIds.length} records with such a document: name one by sourceId`,
  );
