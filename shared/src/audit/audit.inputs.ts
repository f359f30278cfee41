import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { connectionOf, PageArgs } from '../connection';
import { DivisionCodeScalar } from '../scalars';
import { TimeRange } from '../time-range';
import { AuditKind, AuditOrder, AuditOutcome } from './audit.enums';
import { AuditRecord } from './audit-record.entity';

export const AuditRecordConnection = connectionOf(AuditRecord, 'AuditRecord', '审计记录', { isShareable: true });

@InputType({ description: 'Which audit records. 审计记录筛选条件。' })
export class AuditFilter {
  @Field(() => DivisionCodeScalar, { nullable: true, description: 'Acts on this division or below it. 操作对象所在区划（含下级）。' })
  divisionCode?: string | null;

  @Field(() => AuditKind, { nullable: true, description: 'Of this kind. 操作类别。' })
  kind?: AuditKind | null;

  @Field(() => String, { nullable: true, description: 'This command, or READ. 操作名称。' })
  action?: string | null;

  @Field(() => AuditOutcome, { nullable: true, description: 'With this outcome. 结果。' })
  outcome?: AuditOutcome | null;

  @Field(() => String, { nullable: true, description: "By this token's subject. 操作人标识。" })
  subject?: string | null;

  @Field(() => ID, { nullable: true, description: 'On the object with this identifier. 操作对象标识。' })
  targetId?: string | null;

  @Field(() => String, { nullable: true, description: 'Of this request. 请求编号。' })
  requestId?: string | null;

  @Field(() => TimeRange, { nullable: true, description: 'Within this time. 时间范围。' })
  at?: TimeRange | null;
}

@ArgsType()
export class AuditListArgs extends PageArgs {
  @Field(() => AuditFilter, { nullable: true, description: 'Which records. 筛选条件。' })
  filter?: AuditFilter | null;

  @Field(() => AuditOrder, { defaultValue: AuditOrder.NEWEST, description: 'In which order. 排序。' })
  orderBy!: AuditOrder;
}
