import { Reads } from '@township-graph/shared/asked-properties';
import { isCitizenId, parseCitizenId } from '@township-graph/shared/citizen-id';
import { DateScalar, DecimalScalar } from '@township-graph/shared/scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { Harm } from '../decision/decision.enums';
import { type GroundFacts } from '../decision/not-punished.rules';
import { isTimeBarred, limitationEndsOn } from '../filing/limitation.rules';
import { yuanOf } from '../money';
import { PartyKind } from '../power/power.enums';
import { CaseParty } from './case-party.type';

/** What a case is about: the party, and what it did. */
@ObjectType()
export abstract class CaseAct {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  /** The division of the organ that handles it. */
  @Column({ type: 'varchar' })
  readonly divisionCode!: string;

  @Column({ type: 'varchar', nullable: true })
  partyKind!: PartyKind | null;

  @Column({ type: 'varchar', nullable: true })
  partyName!: string | null;

  @Column({ type: 'varchar', nullable: true })
  partyIdNumber!: string | null;

  @Column({ type: 'varchar', nullable: true })
  partyCreditCode!: string | null;

  @Column({ type: 'varchar', nullable: true })
  partyRepresentative!: string | null;

  @Column({ type: 'varchar', nullable: true })
  partyPhone!: string | null;

  @Column({ type: 'varchar', nullable: true })
  partyAddress!: string | null;

  /** Who it is, whatever the case: its identity number, its credit code, or a hash where it has neither. */
  @Column({ type: 'varchar', nullable: true })
  partyKey!: string | null;

  /** Cases about one act share it (行政处罚法§29). */
  @Column({ type: 'varchar', nullable: true })
  actKey!: string | null;

  @Field(() => String, { description: 'What happened, as far as it is known. 基本案情。' })
  @Column({ type: 'varchar' })
  facts!: string;

  @Field(() => String, { description: 'Where it happened. 案发地点。' })
  @Column({ type: 'varchar' })
  place!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Day of the act. 违法行为发生日期。' })
  @Column({ type: 'varchar', nullable: true })
  actOn!: string | null;

  @Field(() => Boolean, { description: 'Whether the act goes or went on (§36②). 是否连续或者继续状态。' })
  @Column({ type: 'boolean' })
  isContinuing!: boolean;

  @Field(() => DateScalar, { nullable: true, description: 'Day on which an act that went on ended. 行为终了日期。' })
  @Column({ type: 'varchar', nullable: true })
  actEndedOn!: string | null;

  @Field(() => DateScalar, { description: 'Day on which it was found. 发现日期。' })
  @Column({ type: 'varchar' })
  readonly discoveredOn!: string;

  /** It touches life, health or financial safety and did harm: five years instead of two (§36①). */
  @Column({ type: 'boolean' })
  isGraveHarm!: boolean;

  @Field(() => Harm, { description: 'Harm. 危害后果。' })
  @Column({ type: 'varchar' })
  harm!: Harm;

  /** The same party was punished for the same cause before. */
  @Column({ type: 'boolean' })
  isRepeated!: boolean;

  @Column({ type: 'int' })
  gainsFen!: number;

  @Field(() => Boolean, { description: 'Whether what was wrong has been put right. 是否已改正。' })
  @Column({ type: 'boolean' })
  isCorrected!: boolean;

  @Reads(
    'id',
    'divisionCode',
    'partyKind',
    'partyName',
    'partyIdNumber',
    'partyCreditCode',
    'partyRepresentative',
    'partyPhone',
    'partyAddress',
  )
  @Field(() => CaseParty, { nullable: true, description: 'The party; null while it is unknown. 当事人。' })
  party(): CaseParty | null {
    if (this.partyKind === null) return null;
    return Object.assign(new CaseParty(), {
      id: this.id,
      divisionCode: this.divisionCode,
      kind: this.partyKind,
      name: this.partyKind === PartyKind.ORGANIZATION ? null : this.partyName,
      organizationName: this.partyKind === PartyKind.ORGANIZATION ? this.partyName : null,
      idNumber: this.partyIdNumber,
      creditCode: this.partyCreditCode,
      representative: this.partyRepresentative,
      phone: this.partyPhone,
      address: this.partyAddress,
    });
  }

  @Reads('gainsFen')
  @Field(() => DecimalScalar, { description: 'Unlawful gains found, in yuan. 违法所得（元）。' })
  gains(): string {
    return yuanOf(this.gainsFen);
  }

  @Reads('actOn', 'actEndedOn', 'isContinuing', 'discoveredOn', 'isGraveHarm')
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day on which it could be found in time (行政处罚法 §36). 追责时效届满日期。',
  })
  limitationUntil(): string | null {
    return this.actOn === null ? null : limitationEndsOn(this.actDays());
  }

  actDays() {
    const { actOn, actEndedOn: endedOn, isContinuing, discoveredOn, isGraveHarm } = this;
    return { actOn: actOn!, endedOn, isContinuing, discoveredOn, isGraveHarm };
  }

  /** Of a natural person, what the identity number says. */
  bornOn(): string | null {
    const number = this.partyIdNumber;
    return number && isCitizenId(number) ? parseCitizenId(number).birthDate : null;
  }

  grounds(): GroundFacts {
    const { actOn, actEndedOn, isCorrected, harm, isRepeated } = this;
    const lastDay = actEndedOn ?? actOn!;
    return { bornOn: this.bornOn(), actOn: lastDay, isTimeBarred: isTimeBarred(this.actDays()), isCorrected, harm, isRepeated };
  }
}
