import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { CreditCodeScalar, DateTimeScalar, DivisionCodeScalar } from '../scalars';
import { AuditKind, AuditOutcome } from './audit.enums';

@ObjectType({ description: 'What a recorded act was on. 操作对象。' })
@Directive('@shareable')
export class AuditTarget {
  @Field(() => String, {
    description: 'Type of the object, as the graph names it; File for what was imported. 对象类型（导入文件为 File）。',
  })
  readonly type!: string;

  @Field(() => String, { description: 'Its identifier; of a file its kind and SHA-256. 对象标识（文件为类别与摘要）。' })
  readonly id!: string;

  @Field(() => [String], { description: 'The personal data fields that were read in clear. 明文读取的字段。' })
  readonly fields!: readonly string[];
}

/**
 * One act: a command, or a reading of personal data in clear. Each record holds the hash of the one before it,
 * so that none can be changed, removed, put in or moved without the chain telling (网络安全法§21(3); 个人信息保护法§54).
 */
@Entity('audit_record')
@ObjectType({ description: 'One recorded act: a command, or a reading of personal data in clear. 审计记录。' })
@Directive('@shareable')
export class AuditRecord {
  @Field(() => Int, { description: 'Number in its subgraph, without gaps. 序号（连续）。' })
  @PrimaryColumn({ type: 'int' })
  readonly sequence!: number;

  @Field(() => DateTimeScalar, { description: 'When. 时间。' })
  @Column({ type: 'datetime', precision: 3 })
  readonly at!: Date;

  @Field(() => AuditKind, { description: 'Kind of act. 操作类别。' })
  @Column({ type: 'varchar' })
  readonly kind!: AuditKind;

  @Field(() => String, { description: 'The command by its name in the graph, or READ. 操作名称。' })
  @Column({ type: 'varchar' })
  readonly action!: string;

  @Field(() => String, { description: "Who: the token's subject. 操作人标识。" })
  @Column({ type: 'varchar' })
  readonly subject!: string;

  @Field(() => CreditCodeScalar, { nullable: true, description: 'As whom: the organisation. 所在机构统一社会信用代码。' })
  @Column({ type: 'varchar', nullable: true })
  readonly organization!: string | null;

  @Field(() => [DivisionCodeScalar], { description: 'As whom: the divisions it saw then. 当时的管辖区划。' })
  @Column({ type: 'simple-json' })
  readonly divisions!: readonly string[];

  /** The division of what was acted on; empty when the actor had none and the act was refused. */
  @Column({ type: 'varchar' })
  readonly divisionCode!: string;

  @Field(() => [AuditTarget], { description: 'On what. 操作对象。' })
  @Column({ type: 'simple-json' })
  readonly targets!: readonly AuditTarget[];

  @Field(() => AuditOutcome, { description: 'What came of it. 结果。' })
  @Column({ type: 'varchar' })
  readonly outcome!: AuditOutcome;

  @Field(() => String, { nullable: true, description: 'Why it was refused. 拒绝原因。' })
  @Column({ type: 'varchar', nullable: true })
  readonly reason!: string | null;

  @Field(() => String, { nullable: true, description: 'Stated purpose; identity and telephone numbers in it are masked. 使用目的。' })
  @Column({ type: 'varchar', nullable: true })
  readonly purpose!: string | null;

  @Field(() => String, { description: 'Request id, as in every log line. 请求编号。' })
  @Column({ type: 'varchar' })
  readonly requestId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 of what a command was given: proves the content without repeating it. 输入内容摘要（SHA-256）。',
  })
  @Column({ type: 'varchar', nullable: true })
  readonly inputHash!: string | null;

  @Field(() => String, { description: 'sha256 or sm3 (GB/T 32905). 摘要算法。' })
  @Column({ type: 'varchar' })
  readonly algorithm!: string;

  @Column({ type: 'varchar' })
  readonly previousHash!: string;

  @Field(() => String, { description: 'Hash over this record and the hash of the one before. 链式摘要。' })
  @Column({ type: 'varchar' })
  readonly hash!: string;
}
