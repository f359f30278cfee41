import { CommandInput } from '@township-graph/shared/command/command-input';
import { CreditCodeScalar, DateScalar, DecimalScalar, DivisionCodeScalar } from '@township-graph/shared/scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { CaseSource } from '../case/case.enums';
import { CaseMoveInput } from '../case/case-move.inputs';
import { Harm } from '../decision/decision.enums';
import { PenaltyInput } from '../decision/penalty.inputs';
import { CashGround } from '../payment/payment.enums';
import { PartyKind } from '../power/power.enums';

@InputType({ description: 'Whom a case is about. 当事人。' })
export class CasePartyInput {
  @Field(() => PartyKind, { description: 'Kind. 当事人类别。' })
  kind!: PartyKind;

  @Field(() => String, { description: 'Name. 姓名或者名称。' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Identity number (GB 11643); a natural person has one or its case is known by name alone. 公民身份号码。',
  })
  idNumber?: string | null;

  @Field(() => CreditCodeScalar, { nullable: true, description: 'Unified social credit code. 统一社会信用代码。' })
  creditCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Legal representative. 法定代表人（负责人）。' })
  representative?: string | null;

  @Field(() => String, { nullable: true, description: 'Telephone. 联系电话。' })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'Address; a decision must name it (行政处罚法 §59). 住址（住所）。' })
  address?: string | null;
}

@InputType({ description: 'What was done, when and where. 违法行为。' })
export class CaseActInput {
  @Field(() => String, { description: 'What happened, 2000 characters at most. 基本案情。' })
  facts!: string;

  @Field(() => String, { description: 'Where. 案发地点。' })
  place!: string;

  @Field(() => DateScalar, { description: 'Day of the act; of one that goes on, its first. 违法行为发生日期。' })
  actOn!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it goes on, or went on for a time (行政处罚法 §36②). 是否连续或者继续状态。',
  })
  isContinuing?: boolean | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day on which it ended. 行为终了日期。' })
  endedOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day on which it was found; today when absent. 发现日期。' })
  discoveredOn?: string | null;

  @Field(() => Harm, { nullable: true, description: 'Harm; NONE when absent. 危害后果。' })
  harm?: Harm | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Unlawful gains in yuan. 违法所得（元）。' })
  gains?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Another case about the same act, which is fined once only (行政处罚法 §29). 同一违法行为的其他案件。',
  })
  sameActAs?: string | null;
}

@InputType({ description: 'A clue. 登记线索。' })
export class RegisterClueInput extends CommandInput {
  @Field(() => DivisionCodeScalar, { description: 'Whose case it would be: a township’s or county’s. 办案机关所在区划（县或乡镇）。' })
  divisionCode!: string;

  @Field(() => CaseSource, { description: 'Where it comes from. 案件来源。' })
  source!: CaseSource;

  @Field(() => String, { description: 'What is said to have happened, 2000 characters at most. 线索内容。' })
  facts!: string;

  @Field(() => String, { description: 'Where. 地点。' })
  place!: string;
}

/** What both procedures begin with. */
@InputType({ description: 'What a case begins with. 立案（当场处罚）的公共字段。' })
export abstract class CaseGroundInput extends CommandInput {
  @Field(() => DivisionCodeScalar, { description: 'Whose case it is: a township’s or county’s. 办案机关所在区划（县或乡镇）。' })
  divisionCode!: string;

  @Field(() => CaseSource, { description: 'Where it comes from. 案件来源。' })
  source!: CaseSource;

  @Field(() => ID, { description: 'The power. 执法事项标识。' })
  powerId!: string;

  @Field(() => CasePartyInput, { description: 'The party. 当事人。' })
  party!: CasePartyInput;

  @Field(() => CaseActInput, { description: 'The act. 违法行为。' })
  act!: CaseActInput;

  @Field(() => [ID], {
    description: 'Who investigates: two certified officers at least (行政处罚法 §42). 办案人员（不少于两名持证执法人员）。',
  })
  officerIds!: string[];
}

@InputType({ description: 'What a case is filed with. 立案。' })
export class FileCaseInput extends CaseGroundInput {
  @Field(() => ID, { nullable: true, description: 'The clue it comes of; then give its version too. 线索（案件）标识。' })
  clueId?: string | null;

  @Field(() => Int, { nullable: true, description: 'The version of the clue that was read. 线索的版本号。' })
  expectedVersion?: number | null;

  @Field(() => String, { nullable: true, description: 'Remark for the timeline. 备注。' })
  note?: string | null;
}

@InputType({ description: 'A decision on the spot (行政处罚法 §51, §52). 当场处罚。' })
export class DecideOnTheSpotInput extends CaseGroundInput {
  @Field(() => [PenaltyInput], { description: 'A warning, a fine, or both. 处罚内容（警告、罚款）。' })
  penalties!: PenaltyInput[];

  @Field(() => String, { description: 'Evidence that the facts are certain. 证据。' })
  evidence!: string;

  @Field(() => Boolean, { description: 'Whether certificates were shown (行政处罚法 §52). 是否出示执法证件。' })
  showedCertificates!: boolean;

  @Field(() => Boolean, {
    description: 'Whether the party was told facts, reasons, basis and rights (行政处罚法 §44). 是否告知事实、理由、依据和权利。',
  })
  toldRights!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'What the party said; null when it said nothing or waived it (行政处罚法 §45). 当事人陈述申辩。',
  })
  statement?: string | null;

  @Field(() => String, { description: 'Order to put it right, or that it was put right at once (行政处罚法 §28). 责令改正情况。' })
  correction!: string;

  @Field(() => Boolean, { nullable: true, description: 'Whether it was put right at once. 是否当场改正。' })
  isCorrected?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it is lighter or mitigated; for a minor it must be (行政处罚法 §30). 从轻、减轻理由。',
  })
  mitigation?: string | null;

  @Field(() => CashGround, { nullable: true, description: 'Why the fine is taken on the spot; null where it is not. 当场收缴情形。' })
  cashGround?: CashGround | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the party asked to pay on the spot, in a remote place (行政处罚法 §69). 是否当事人提出当场缴纳。',
  })
  isCashAskedByParty?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Number of the official receipt (行政处罚法 §70). 专用票据号。' })
  receiptNumber?: string | null;
}

@InputType({ description: 'A clue is not followed up. 不予立案。' })
export class DismissClueInput extends CaseMoveInput {
  @Field(() => String, { description: 'Why; 500 characters at most. 理由。' })
  reason!: string;

  @Field(() => String, { nullable: true, description: 'Whose it is, where it was passed on. 移交机关。' })
  passedOnTo?: string | null;
}

@InputType({ description: 'Who investigates from now on (行政处罚法 §43). 更换办案人员（回避）。' })
export class AssignCaseOfficersInput extends CaseMoveInput {
  @Field(() => [ID], { description: 'All of them, two certified officers at least. 全部办案人员（不少于两名）。' })
  officerIds!: string[];

  @Field(() => String, { description: 'Why. 理由。' })
  reason!: string;
}
