import { Reads } from '@township-graph/shared/asked-properties';
import { maskPersons } from '@township-graph/shared/masking';
import { DateTimeScalar } from '@township-graph/shared/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ConcernedParty } from '../concerned-party/concerned-party.type';
import { Division } from '../division/division.stub';
import { Organization } from '../organization/organization.stub';
import { PartyKind } from '../power/power.enums';
import { Complainant } from './complainant.type';
import { ComplaintChannel, ComplaintKind, ComplaintLabour, ComplaintOutcome, ComplaintState } from './complaint.enums';

/** A complaint or a report, from the desk that took it to the answer. */
@Entity('complaint')
@ObjectType({ description: 'A complaint or a report (投诉举报). 投诉举报。' })
@Directive('@key(fields: "id")')
export class Complaint {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  /** Where it is handled: before it is assigned, where it came in. */
  @Column({ type: 'varchar' })
  divisionCode!: string;

  @Field(() => ComplaintKind, { description: 'Kind. 类别。' })
  @Column({ type: 'varchar' })
  readonly kind!: ComplaintKind;

  @Field(() => ComplaintChannel, { description: 'How it came in. 来源渠道。' })
  @Column({ type: 'varchar' })
  readonly channel!: ComplaintChannel;

  @Column({ type: 'varchar', nullable: true })
  readonly complainantName!: string | null;

  @Column({ type: 'varchar', nullable: true })
  readonly complainantPhone!: string | null;

  @Column({ type: 'text' })
  readonly content!: string;

  @Column({ type: 'varchar', nullable: true })
  readonly partyKind!: PartyKind | null;

  @Column({ type: 'varchar', nullable: true })
  readonly partyName!: string | null;

  @Column({ type: 'varchar', nullable: true })
  readonly partyCreditCode!: string | null;

  @Column({ type: 'varchar', nullable: true })
  readonly partyAddress!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it came in. 登记时间。' })
  @Column({ type: 'datetime', precision: 3 })
  readonly filedAt!: Date;

  @Field(() => String, { nullable: true, description: 'Why it was not accepted, or transferred. 不予受理（移送）理由。' })
  @Column({ type: 'varchar', nullable: true })
  declineReason!: string | null;

  @Field(() => ComplaintLabour, { nullable: true, description: 'By which division of labour. 处置分工。' })
  @Column({ type: 'varchar', nullable: true })
  labour!: ComplaintLabour | null;

  @Field(() => String, {
    nullable: true,
    description: 'Field of enforcement, as the power that it was assigned by, or the case, says. 执法领域（依分派事项或者立案案件）。',
  })
  @Column({ type: 'varchar', nullable: true })
  domain!: string | null;

  @Column({ type: 'varchar', nullable: true })
  handlerCreditCode!: string | null;

  @Column({ type: 'varchar', nullable: true })
  handlerName!: string | null;

  /** The county has decided a dispute about who handles it. */
  @Column({ type: 'boolean' })
  isDecided!: boolean;

  @Field(() => ComplaintOutcome, { nullable: true, description: 'What came of it. 办理结果。' })
  @Column({ type: 'varchar', nullable: true })
  outcome!: ComplaintOutcome | null;

  @Column({ type: 'varchar', nullable: true })
  resultText!: string | null;

  @Column({ type: 'varchar', nullable: true })
  caseId!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the complainant was told. 告知时间。' })
  @Column({ type: 'datetime', precision: 3, nullable: true })
  toldAt!: Date | null;

  @Field(() => Int, { nullable: true, description: 'Grade by the complainant, 1 (best) to 5. 满意度（1 最好，5 最差）。' })
  @Column({ type: 'int', nullable: true })
  satisfaction!: number | null;

  @Field(() => ComplaintState, { description: 'State. 状态。' })
  @Column({ type: 'varchar' })
  state!: ComplaintState;

  @Field(() => Int, { description: 'Version for `expectedVersion`. 版本号。' })
  @Column({ type: 'int' })
  version!: number;

  @Field(() => String, {
    name: 'content',
    description: 'What it says, without the names and numbers of persons that it knows. 内容（隐去姓名、证件、手机号码）。',
  })
  contentShown(): string {
    return this.withoutPersons(this.content);
  }

  @Field(() => String, { nullable: true, description: 'The result in words, masked as the content is. 办理情况（隐去内容同上）。' })
  result(): string | null {
    return this.resultText === null ? null : this.withoutPersons(this.resultText);
  }

  private withoutPersons(text: string): string {
    const names = [this.complainantName, this.partyKind === PartyKind.ORGANIZATION ? null : this.partyName];
    return maskPersons(
      text,
      names.filter((name) => name !== null),
    );
  }

  @Reads('complainantName')
  @Field(() => Boolean, { description: 'Whether nobody gave a name. 是否匿名。' })
  isAnonymous(): boolean {
    return this.complainantName === null;
  }

  @Reads('id', 'divisionCode', 'complainantName', 'complainantPhone')
  @Field(() => Complainant, { nullable: true, description: 'Who complains; null if anonymous. 投诉举报人，匿名的为空。' })
  complainant(): Complainant | null {
    const { id, divisionCode, complainantName: name, complainantPhone: phone } = this;
    return name === null ? null : Object.assign(new Complainant(), { id, divisionCode, name, phone: phone! });
  }

  @Field(() => ConcernedParty, { nullable: true, description: 'Whom it is about, if that is known. 被投诉举报人。' })
  respondent(): ConcernedParty | null {
    const { partyKind, partyName } = this;
    return partyKind === null || partyName === null ? null : ConcernedParty.of({ ...this, partyKind, partyName });
  }

  @Reads('divisionCode')
  @Field(() => Division, { nullable: true, description: 'Where it is handled. 办理区划。' })
  division(): Division {
    return Division.of(this.divisionCode);
  }

  @Reads('handlerCreditCode', 'handlerName')
  @Directive('@provides(fields: "name")')
  @Field(() => Organization, { nullable: true, description: 'Who handles it, or to whom it was transferred. 办理（接收）机关。' })
  handler(): Organization | null {
    return this.handlerCreditCode === null ? null : Organization.of(this.handlerCreditCode, this.handlerName!);
  }
}
