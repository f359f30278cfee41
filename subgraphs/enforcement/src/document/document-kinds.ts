import { NumberKind } from '../case-number/case-number.rules';
import { DECISION_DOCUMENTS } from './decision-documents';
import { DocumentItemKind as Item, CaseDocumentKind as Kind, DocumentStage as Stage } from './document.enums';
import type { Composer } from './document-content';
import { EXECUTION_DOCUMENTS } from './execution-documents';
import { FILING_DOCUMENTS } from './filing-documents';
import { INVESTIGATION_DOCUMENTS } from './investigation-documents';
import { NOTICE_DOCUMENTS } from './notice-documents';

/** LETTER: to the party, numbered and sealed. RECORD: signed line by line. FORM: a table for those who approve. */
export type DocumentLayout = 'LETTER' | 'RECORD' | 'FORM';

export interface KindPlan {
  readonly stage: Stage;
  readonly layout: DocumentLayout;
  /** A number of its own; that of the case, the decision or the designation; or none. */
  readonly number: NumberKind | 'OF_CASE' | 'OF_DECISION' | 'OF_DESIGNATION' | null;
  /** The article that asks for the document. */
  readonly basis: string;
  /** What it must say, besides party, organ and day. */
  readonly requires: readonly Item[];
  /** The party's address is part of it. */
  readonly needsAddress?: true;
  /** Who signs where. */
  readonly signatures: readonly string[];
}

/** A line for each officer who signs, with the number of the certificate. */
export const OFFICERS_SIGN = '执法人员（签名）';

const APPROVERS = ['承办人员意见', '承办机构负责人意见', '行政机关负责人意见'];
const ON_SITE = ['当事人（签名或者盖章）', '见证人（签名）', OFFICERS_SIGN];
const RECEIPT = ['当事人签收（签名或者盖章、日期）'];

const plan = (
  [stage, layout, number]: readonly [Stage, DocumentLayout, KindPlan['number']],
  basis: string,
  requires: readonly Item[],
  signatures: readonly string[] = [],
): KindPlan => ({ stage, layout, number, basis, requires, signatures });

/** Sealed and numbered, and handed to the party. */
const letter = (stage: Stage, number: KindPlan['number'], basis: string, requires: readonly Item[], signatures = RECEIPT) =>
  plan([stage, 'LETTER', number], basis, requires, signatures);

const { FACTS, EVIDENCE, LEGAL_BASIS, PENALTIES, PERFORMANCE, REMEDIES, CONTENT, TERM, TIME_AND_PLACE, RECORD, REASONS, RIGHTS } = Item;
const { INVESTIGATION, REVIEW, NOTICE, DECISION, EXECUTION } = Stage;

/** Every kind of document: when it is made, what it must say, and by which article. */
export const DOCUMENT_KINDS: Readonly<Record<Kind, KindPlan>> = {
  FILING_APPROVAL: plan([Stage.FILING, 'FORM', 'OF_CASE'], '行政处罚法§54②', [Item.CAUSE, FACTS], APPROVERS),
  SITE_RECORD: plan([INVESTIGATION, 'RECORD', null], '行政处罚法§46、§55', [RECORD], ON_SITE),
  INQUIRY_NOTICE: letter(INVESTIGATION, NumberKind.INQUIRY, '行政处罚法§55②', [CONTENT, TIME_AND_PLACE]),
  INQUIRY_RECORD: plan([INVESTIGATION, 'RECORD', null], '行政处罚法§55②', [RECORD], ['被询问人（签名）', OFFICERS_SIGN]),
  SAMPLING_NOTICE: letter(INVESTIGATION, NumberKind.SAMPLING, '行政处罚法§56', [CONTENT, LEGAL_BASIS], ON_SITE),
  STOP_ORDER: letter(INVESTIGATION, NumberKind.CORRECTION, '行政处罚法§28①', [CONTENT, LEGAL_BASIS, TERM]),
  CORRECTION_ORDER: letter(INVESTIGATION, NumberKind.CORRECTION, '行政处罚法§28①', [CONTENT, LEGAL_BASIS, TERM]),
  PRESERVATION_NOTICE: letter(INVESTIGATION, NumberKind.PRESERVATION, '行政处罚法§56', [REASONS, LEGAL_BASIS, TERM], ON_SITE),
  PRESERVATION_OUTCOME: letter(INVESTIGATION, NumberKind.PRESERVATION_OUTCOME, '行政处罚法§56', [CONTENT]),
  COERCION_DECISION: letter(INVESTIGATION, NumberKind.COERCION, '行政强制法§24', [REASONS, LEGAL_BASIS, TERM, REMEDIES], ON_SITE),
  COERCION_LIST: plan([INVESTIGATION, 'RECORD', null], '行政强制法§24①', [CONTENT], ON_SITE),
  COERCION_LIFTING: letter(INVESTIGATION, NumberKind.COERCION_LIFTING, '行政强制法§28', [CONTENT]),
  EMERGENCY_REPORT: plan([INVESTIGATION, 'FORM', 'OF_CASE'], '行政强制法§19', [TIME_AND_PLACE, REASONS, LEGAL_BASIS, TERM], APPROVERS),
  EVIDENCE_EXCLUSION: plan([INVESTIGATION, 'FORM', 'OF_CASE'], '行政处罚法§46③', [EVIDENCE, REASONS, LEGAL_BASIS], APPROVERS),
  RECUSAL_DECISION: letter(INVESTIGATION, NumberKind.RECUSAL, '行政处罚法§43③', [Item.OFFICER, REASONS, Item.CONCLUSION, LEGAL_BASIS]),
  HANDLING_APPROVAL: plan([REVIEW, 'FORM', 'OF_CASE'], '行政处罚法§57①', [FACTS, LEGAL_BASIS, PENALTIES], APPROVERS),
  LEGAL_REVIEW_OPINION: plan([REVIEW, 'FORM', 'OF_CASE'], '行政处罚法§58', [Item.OPINION, Item.CONCLUSION], ['法制审核人员（签名）']),
  DELIBERATION_RECORD: plan(
    [REVIEW, 'RECORD', 'OF_CASE'],
    '行政处罚法§57②',
    [Item.PARTICIPANTS, RECORD],
    ['参加人员（签名）', '记录人（签名）'],
  ),
  PRIOR_NOTICE: letter(NOTICE, NumberKind.PRIOR_NOTICE, '行政处罚法§44', [FACTS, REASONS, LEGAL_BASIS, PENALTIES, RIGHTS]),
  STATEMENT_RECORD: plan([NOTICE, 'RECORD', null], '行政处罚法§45', [Item.STATEMENT], ['当事人（签名或者盖章）', OFFICERS_SIGN]),
  STATEMENT_REVIEW: plan([NOTICE, 'FORM', 'OF_CASE'], '行政处罚法§45①', [Item.STATEMENT, Item.OPINION], APPROVERS),
  HEARING_NOTICE: letter(NOTICE, NumberKind.HEARING_NOTICE, '行政处罚法§64(2)(4)', [TIME_AND_PLACE, Item.HOST, RIGHTS]),
  HEARING_RECORD: plan([NOTICE, 'RECORD', null], '行政处罚法§64(8)', [RECORD], ['当事人或者代理人（签名或者盖章）', '听证主持人（签名）']),
  HEARING_REPORT: plan([NOTICE, 'FORM', 'OF_CASE'], '行政处罚法§65', [Item.OPINION], ['听证主持人（签名）']),
  ON_THE_SPOT_DECISION: {
    ...letter(DECISION, 'OF_DECISION', '行政处罚法§52', [TIME_AND_PLACE, FACTS, LEGAL_BASIS, PENALTIES, PERFORMANCE, REMEDIES]),
    signatures: [OFFICERS_SIGN, ...RECEIPT],
  },
  PENALTY_DECISION: {
    ...letter(DECISION, 'OF_DECISION', '行政处罚法§59', [FACTS, EVIDENCE, LEGAL_BASIS, PENALTIES, PERFORMANCE, REMEDIES], []),
    needsAddress: true,
  },
  NO_PENALTY_DECISION: letter(DECISION, 'OF_DECISION', '行政处罚法§57①(2)(3)', [FACTS, Item.NO_PENALTY, REMEDIES], []),
  SERVICE_RETURN: plan(
    [EXECUTION, 'FORM', 'OF_DECISION'],
    '行政处罚法§61',
    [Item.SERVICE],
    ['受送达人（签名或者盖章、日期）', '送达人（签名）'],
  ),
  SERVICE_ANNOUNCEMENT: letter(EXECUTION, 'OF_DECISION', '行政处罚法§61、民事诉讼法§95', [CONTENT], []),
  REMINDER: letter(EXECUTION, NumberKind.REMINDER, '行政强制法§54', [PENALTIES, TERM, RIGHTS]),
  EXECUTION_AGREEMENT: letter(
    EXECUTION,
    NumberKind.EXECUTION_AGREEMENT,
    '行政强制法§42',
    [CONTENT, TERM, LEGAL_BASIS, RIGHTS],
    ['当事人（签名或者盖章）'],
  ),
  GOODS_DISPOSAL: plan([EXECUTION, 'RECORD', null], '行政处罚法§74', [CONTENT], ['经办人（签名）', '监督人（签名）']),
  DESIGNATION_LETTER: letter(Stage.TRANSFER, 'OF_DESIGNATION', '行政处罚法§25②', [CONTENT, REASONS, LEGAL_BASIS], []),
  TRANSFER_LETTER: letter(
    Stage.TRANSFER,
    NumberKind.TRANSFER,
    '行政处罚法§27、行政执法机关移送涉嫌犯罪案件的规定§6',
    [FACTS, REASONS],
    ['接收人（签名、日期）'],
  ),
  CLOSING_REPORT: plan([Stage.CLOSING, 'FORM', 'OF_CASE'], '行政处罚法§47、§66', [PENALTIES, Item.CONCLUSION], APPROVERS),
};

/** How each is made of the records. */
export const COMPOSERS: Readonly<Record<Kind, Composer>> = {
  ...FILING_DOCUMENTS,
  ...INVESTIGATION_DOCUMENTS,
  ...NOTICE_DOCUMENTS,
  ...DECISION_DOCUMENTS,
  ...EXECUTION_DOCUMENTS,
};
