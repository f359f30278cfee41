import { dayOf } from '@township-graph/shared/clock';
import { termOf } from '@township-graph/shared/described-enum';
import { remediesText } from '../decision/remedies';
import type { CorrectionOrder } from '../investigation/correction-order.entity';
import type { Evidence } from '../investigation/evidence.entity';
import { EvidenceKind, ExclusionGround } from '../investigation/evidence.enums';
import type { Measure } from '../investigation/measure.entity';
import { MeasureApproval, MeasureKind, MeasureOutcome } from '../investigation/measure.enums';
import { RecusalApplicant, RecusalGround } from '../recusal/recusal.enums';
import type { CaseFile } from './case-file';
import { dayText, timeText } from './case-wording';
import { chineseDay } from './chinese-writing';
import { DocumentItemKind as Item } from './document.enums';
import { type Composed, composer, item, itemIf } from './document-content';

const { PRESERVATION } = MeasureKind;
const DAY_MS = 86_400_000;

const ofEvidence =
  (...kinds: EvidenceKind[]) =>
  ({ evidence }: CaseFile) =>
    evidence.filter(({ kind }) => kinds.includes(kind));

const recordOf = (
  { kind, name, proves, collectedOn, isVerified, exclusion }: Evidence,
  { case: { place, cause } }: CaseFile,
): Composed => ({
  on: collectedOn,
  items: [
    item(Item.CAUSE, cause!),
    item(Item.TIME_AND_PLACE, `${chineseDay(collectedOn)}，${place}`),
    item(Item.RECORD, `${name}（${termOf(EvidenceKind, kind)}）：${proves}`),
    item(Item.CONCLUSION, exclusion ? '已予排除，不作为认定案件事实的根据。' : isVerified ? '已经查证属实。' : '尚待查证。'),
  ],
});

/** At once, or until a later day: the same order, on another form. */
const isAtOnce = ({ orderedAt, dueOn }: CorrectionOrder) => dueOn === dayOf(orderedAt);

const orderOf = ({ content, legalBasis, orderedAt, dueOn }: CorrectionOrder, { case: { facts, cause } }: CaseFile): Composed => ({
  on: dayOf(orderedAt),
  items: [
    item(Item.FACTS, `你（单位）涉嫌${cause}：${facts}`),
    item(Item.LEGAL_BASIS, `依据《中华人民共和国行政处罚法》第二十八条第一款、${legalBasis}。`),
    item(Item.CONTENT, content),
    item(Item.TERM, dueOn === dayOf(orderedAt) ? '立即停止违法行为并改正。' : `于${chineseDay(dueOn)}前改正，逾期不改正的，依法处理。`),
  ],
});

const measures =
  (isMeant: (measure: Measure) => boolean) =>
  ({ measures: all }: CaseFile) =>
    all.filter(isMeant);

const isCoercive = ({ kind }: Measure) => kind !== PRESERVATION;

/** What things of a measure became. */
const resolved = ({ things, outcome, endedAt, legalBasis, kind, startedAt }: Measure): Composed => ({
  on: dayOf(endedAt!),
  items: [
    item(Item.CONTENT, `${dayText(startedAt)}${termOf(MeasureKind, kind)}的下列物品，处理结果：${termOf(MeasureOutcome, outcome!)}。`),
    item(Item.LEGAL_BASIS, `${legalBasis}。`),
  ],
  things,
});

export const INVESTIGATION_DOCUMENTS = {
  SITE_RECORD: composer(ofEvidence(EvidenceKind.SITE_RECORD), recordOf),
  INQUIRY_NOTICE: composer(
    ({ case: each }) => (each.filedAt && !each.decidedAt ? [each] : []),
    ({ cause }, _, { appointment }, today) => ({
      on: today,
      items: appointment
        ? [
            item(Item.CONTENT, `因调查${cause}一案需要，请你（单位）到指定地点接受调查询问，并如实提供有关材料。`),
            item(Item.TIME_AND_PLACE, `${timeText(appointment.at)}，${appointment.place}`),
            item(Item.LEGAL_BASIS, '依据《中华人民共和国行政处罚法》第五十五条第二款。'),
            item(Item.RIGHTS, '你（单位）认为执法人员与本案有直接利害关系或者有其他关系可能影响公正执法的，有权申请回避。'),
          ]
        : [],
    }),
  ),
  INQUIRY_RECORD: composer(ofEvidence(EvidenceKind.WITNESS, EvidenceKind.PARTY_STATEMENT), recordOf),
  SAMPLING_NOTICE: composer(
    ({ case: each }) => (each.filedAt && !each.decidedAt ? [each] : []),
    ({ cause, place }, _, { samples }, today) => ({
      on: today,
      items: samples?.length
        ? [
            item(Item.CONTENT, `因调查${cause}一案需要，对下列物品抽样取证。`),
            item(Item.TIME_AND_PLACE, `${chineseDay(today)}，${place}`),
            item(Item.LEGAL_BASIS, '依据《中华人民共和国行政处罚法》第五十六条。'),
          ]
        : [],
      things: samples ?? [],
    }),
  ),
  STOP_ORDER: composer(({ corrections }) => corrections.filter(isAtOnce), orderOf),
  CORRECTION_ORDER: composer(({ corrections }) => corrections.filter((each) => !isAtOnce(each)), orderOf),
  PRESERVATION_NOTICE: composer(
    measures(({ kind }) => kind === PRESERVATION),
    ({ reason, legalBasis, startedAt, dueAt, things }) => ({
      on: dayOf(startedAt),
      items: [
        item(Item.REASONS, reason),
        item(Item.LEGAL_BASIS, `依据${legalBasis}。`),
        item(Item.CONTENT, '对下列证据予以先行登记保存，保存期间当事人或者有关人员不得销毁或者转移。'),
        item(Item.TERM, `自${dayText(startedAt)}起七个工作日内（至${dayText(dueAt)}）作出处理决定。`),
      ],
      things,
    }),
  ),
  PRESERVATION_OUTCOME: composer(
    measures(({ kind, endedAt }) => kind === PRESERVATION && endedAt !== null),
    resolved,
  ),
  COERCION_DECISION: composer(measures(isCoercive), ({ kind, reason, legalBasis, startedAt, dueAt, things }, { case: { organName } }) => ({
    on: dayOf(startedAt),
    items: [
      item(Item.REASONS, reason),
      item(Item.LEGAL_BASIS, `依据${legalBasis}、《中华人民共和国行政强制法》第二十四条。`),
      item(Item.CONTENT, `决定对下列场所、设施或者财物予以${termOf(MeasureKind, kind)}。当事人不得擅自动用、转移、损毁。`),
      item(Item.TERM, `自${dayText(startedAt)}至${dayText(dueAt)}；情况复杂的，经批准可以依法延长并书面告知。`),
      item(Item.RIGHTS, '你（单位）有权当场陈述、申辩。'),
      item(Item.REMEDIES, remediesText({ name: organName! })),
    ],
    things,
  })),
  COERCION_LIST: composer(measures(isCoercive), ({ kind, startedAt, things }) => ({
    on: dayOf(startedAt),
    items: [item(Item.CONTENT, `${dayText(startedAt)}${termOf(MeasureKind, kind)}的物品，清单一式二份，由当事人和行政机关分别保存。`)],
    things,
  })),
  COERCION_LIFTING: composer(
    measures((each) => isCoercive(each) && each.outcome === MeasureOutcome.RETURNED),
    resolved,
  ),
  EMERGENCY_REPORT: composer(
    measures(({ approval }) => approval !== MeasureApproval.BEFORE),
    ({ kind, reason, legalBasis, startedAt, approval, things }, { case: { place, cause } }) => ({
      on: dayOf(startedAt),
      items: [
        item(Item.CAUSE, cause!),
        item(Item.TIME_AND_PLACE, `${timeText(startedAt)}，${place}`),
        item(Item.REASONS, reason),
        item(Item.CONTENT, `情况紧急，当场对下列场所、设施或者财物予以${termOf(MeasureKind, kind)}，现报告并补办批准手续。`),
        item(Item.LEGAL_BASIS, `依据${legalBasis}、《中华人民共和国行政强制法》第十九条。`),
        item(Item.TERM, `自当场实施起二十四小时内（至${timeText(new Date(startedAt.getTime() + DAY_MS))}）报告；不予批准的，立即解除。`),
        ...itemIf(Item.OPINION, approval === MeasureApproval.PENDING ? null : termOf(MeasureApproval, approval)),
      ],
      things,
    }),
  ),
  EVIDENCE_EXCLUSION: composer(
    ({ evidence }) => evidence.filter(({ exclusion }) => exclusion !== null),
    ({ kind, name, proves, collectedOn, exclusion, exclusionReason, excludedAt }) => ({
      on: dayOf(excludedAt!),
      items: [
        item(Item.EVIDENCE, `${chineseDay(collectedOn)}取得的${name}（${termOf(EvidenceKind, kind)}），拟证明${proves}`),
        item(Item.REASONS, `${termOf(ExclusionGround, exclusion!)}：${exclusionReason}`),
        item(Item.LEGAL_BASIS, '依据《中华人民共和国行政处罚法》第四十一条第二款、第四十六条。'),
        item(Item.CONCLUSION, '予以排除，留存备查，不作为认定案件事实的根据。'),
      ],
    }),
  ),
  RECUSAL_DECISION: composer(
    ({ recusals }) => recusals.filter(({ decidedAt }) => decidedAt !== null),
    ({ officerId, applicant, ground, facts, isGranted, decidedAt, decisionReason }, { officerNames, case: { cause } }) => ({
      on: dayOf(decidedAt!),
      items: [
        item(Item.CAUSE, cause!),
        item(Item.OFFICER, `${termOf(RecusalApplicant, applicant)}。`, [officerNames.get(officerId) ?? '']),
        item(Item.REASONS, `${termOf(RecusalGround, ground)}：${facts}`),
        item(Item.CONCLUSION, `${isGranted ? '决定回避' : '决定不予回避'}。${decisionReason}`),
        item(Item.LEGAL_BASIS, '依据《中华人民共和国行政处罚法》第四十三条。'),
      ],
    }),
  ),
} as const;
