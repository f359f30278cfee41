import { Reads } from '@township-graph/shared/asked-properties';
import { CreditCodeScalar, DateScalar, DecimalScalar } from '@township-graph/shared/scalars';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { CaseRecord } from '../case/case-record.entity';
import { Division } from '../division/division.stub';
import { yuanOf } from '../money';
import { Organization } from '../organization/organization.stub';
import { PartyKind, PenaltyKind } from '../power/power.enums';
import { PublicationState, WithdrawalGround, WithholdingGround } from './publication.enums';

/** The publicity of a decision (双公示): what is public of it, or that it is not, by whose choice. Its texts are as they are public. */
@Entity('decision_publication')
@ObjectType({ description: 'What is published of a decision to punish (行政处罚法 §48). 行政处罚决定公示信息（双公示）。' })
@Directive('@key(fields: "id")')
export class DecisionPublication extends CaseRecord {
  /** The case while it has this publicity: two of one case cannot stand at once. */
  @Column({ type: 'varchar', nullable: true })
  readonly standingKey!: string | null;

  @Field(() => PublicationState, { description: 'State. 状态。' })
  @Column({ type: 'varchar' })
  readonly state!: PublicationState;

  @Field(() => Int, { description: 'Version: pass it as expectedVersion. 版本号。' })
  @Column({ type: 'int' })
  readonly version!: number;

  @Field(() => PartyKind, { description: 'Kind of whom it is about. 行政相对人类别。' })
  @Column({ type: 'varchar' })
  readonly partyKind!: PartyKind;

  @Field(() => String, {
    description:
      'Whom it is about: an organisation by its name, a natural person or sole trader masked. 行政相对人名称（自然人、个体工商户脱敏）。',
  })
  @Column({ type: 'varchar' })
  readonly partyName!: string;

  @Field(() => CreditCodeScalar, {
    nullable: true,
    description: 'Credit code of an organisation. 行政相对人代码_1（统一社会信用代码，仅单位）。',
  })
  @Column({ type: 'varchar', nullable: true })
  readonly partyCreditCode!: string | null;

  @Field(() => String, { nullable: true, description: 'Legal representative of an organisation, masked. 法定代表人（脱敏）。' })
  @Column({ type: 'varchar', nullable: true })
  readonly partyRepresentative!: string | null;

  @Field(() => String, { description: 'Number with 〔〕. 行政处罚决定书文号。' })
  @Column({ type: 'varchar' })
  readonly documentNumber!: string;

  @Field(() => String, { description: 'Cause. 违法行为类型。' })
  @Column({ type: 'varchar' })
  readonly cause!: string;

  @Field(() => String, { description: 'Field of enforcement. 执法领域。' })
  @Column({ type: 'varchar' })
  readonly domain!: string;

  @Field(() => String, { description: 'Facts, without names and numbers of persons. 违法事实（脱敏）。' })
  @Column({ type: 'varchar' })
  readonly facts!: string;

  @Field(() => String, { description: 'Law and article. 处罚依据。' })
  @Column({ type: 'varchar' })
  readonly legalBasis!: string;

  @Field(() => [PenaltyKind], { description: 'Kinds. 处罚类别。' })
  @Column({ type: 'simple-json' })
  readonly penaltyKinds!: readonly PenaltyKind[];

  @Field(() => String, { description: 'The penalties, in words. 处罚内容。' })
  @Column({ type: 'varchar' })
  readonly penalties!: string;

  @Field(() => String, { nullable: true, description: 'Licence that is suspended or revoked. 暂扣或者吊销证照名称及编号。' })
  @Column({ type: 'varchar', nullable: true })
  readonly licence!: string | null;

  @Column({ type: 'int' })
  readonly fineFen!: number;

  @Column({ type: 'int' })
  readonly confiscatedFen!: number;

  @Field(() => DateScalar, { description: 'Day of the decision. 处罚决定日期。' })
  @Column({ type: 'varchar' })
  readonly decidedOn!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Until when a penalty that lasts for a time has effect; null where none ends by itself. 处罚有效期。',
  })
  @Column({ type: 'varchar', nullable: true })
  readonly validUntil!: string | null;

  @Column({ type: 'varchar' })
  readonly organCreditCode!: string;

  @Column({ type: 'varchar' })
  readonly organName!: string;

  @Column({ type: 'varchar' })
  readonly sourceCreditCode!: string;

  @Field(() => DateScalar, { description: 'Day it was published, or chosen not to be. 公示（作出不予公示决定）日期。' })
  @Column({ type: 'varchar' })
  readonly publishedOn!: string;

  @Field(() => DateScalar, { description: 'Last day on which it is public; afterwards nobody but its organ sees it. 公示截止期。' })
  @Column({ type: 'varchar' })
  readonly publicUntil!: string;

  @Field(() => WithholdingGround, { nullable: true, description: 'Why it is not published. 不予公示情形。' })
  @Column({ type: 'varchar', nullable: true })
  readonly withholdingGround!: WithholdingGround | null;

  @Field(() => WithdrawalGround, { nullable: true, description: 'Why it was withdrawn. 撤回情形。' })
  @Column({ type: 'varchar', nullable: true })
  readonly withdrawalGround!: WithdrawalGround | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day it was withdrawn. 撤回日期。' })
  @Column({ type: 'varchar', nullable: true })
  readonly withdrawnOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it is not published, or was withdrawn, in words. 不予公示、撤回理由。' })
  @Column({ type: 'varchar', nullable: true })
  readonly reason!: string | null;

  /** How often review or litigation had not upheld the decision by then: what comes after has to be withdrawn for. */
  @Column({ type: 'int' })
  readonly unsettledBefore!: number;

  @Reads('fineFen')
  @Field(() => DecimalScalar, { description: 'Fine in yuan. 罚款金额（元）。' })
  fine(): string {
    return yuanOf(this.fineFen);
  }

  @Reads('confiscatedFen')
  @Field(() => DecimalScalar, { description: 'Confiscated gains and goods in yuan. 没收金额（元）。' })
  confiscated(): string {
    return yuanOf(this.confiscatedFen);
  }

  @Directive('@provides(fields: "name")')
  @Reads('organCreditCode', 'organName')
  @Field(() => Organization, { nullable: true, description: 'In whose name it was decided. 处罚机关。' })
  organ(): Organization {
    return Organization.of(this.organCreditCode, this.organName);
  }

  @Reads('sourceCreditCode')
  @Field(() => Organization, { nullable: true, description: 'Who gave the data. 数据来源单位。' })
  source(): Organization {
    return Organization.of(this.sourceCreditCode);
  }

  @Reads('divisionCode')
  @Field(() => Division, { nullable: true, description: 'Division of the organ that handled it. 办案机关所在区划。' })
  division(): Division {
    return Division.of(this.divisionCode);
  }
}
