import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { OutboxEvent } from '../command/outbox-event.entity';
import { DateTimeScalar, DivisionCodeScalar } from '../scalars';

/** The type of what is told of a subject that is gone, whatever it was that happened to it. */
const TOMBSTONE = 'TOMBSTONE';

/** An event as one viewer is told of it. No class is the table here: what became of a subject elsewhere is not this viewer's to know. */
@ObjectType({ description: 'Something that happened to a row, as far as the viewer may know of it. 变更记录（限管辖范围）。' })
@Directive('@shareable')
export class Change {
  @Field(() => String, { description: 'Cursor: pass it as `after` to read on from here. 游标，作为 after 传入即从此处继续。' })
  readonly cursor!: string;

  @Field(() => String, {
    description: `What happened, such as ORGANIZATION_REGISTERED; ${TOMBSTONE} when the row is gone. 变更类型；对象已不可见时为 ${TOMBSTONE}。`,
  })
  readonly type!: string;

  @Field(() => String, { description: 'Type of the row, as the graph names it. 对象类型。' })
  readonly subjectType!: string;

  @Field(() => ID, { description: 'Its identifier. 对象标识。' })
  readonly subjectId!: string;

  @Field(() => DivisionCodeScalar, {
    nullable: true,
    description:
      'Division that the row belongs to, also to whom it only concerns; null of a tombstone. 所属区划（涉及其他区划的同样告知）；墓碑记录为空。',
  })
  readonly divisionCode!: string | null;

  @Field(() => DateTimeScalar, { description: 'When. 时间。' })
  readonly at!: Date;

  @Field(() => String, {
    nullable: true,
    description:
      'What changed, as a JSON object, its fields by the type of change; never personal data: ask the graph for the row. Null of a tombstone. 变更内容（JSON 对象，不含个人信息）；墓碑记录为空。',
  })
  readonly payload!: string | null;

  @Field(() => Boolean, {
    description: 'True when the row was deleted or left what the viewer sees: drop it. 墓碑：对象已删除或已移出管辖范围，应从本地移除。',
  })
  readonly isTombstone!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Request that brought it about, as in the audit trail; null of a tombstone. 请求编号；墓碑记录为空。',
  })
  readonly requestId!: string | null;
}

/** The event for a viewer for whom its subject is there, or is gone. */
export function changeFor(event: OutboxEvent, isGone: boolean): Change {
  const { id: cursor, subjectType, subjectId, at } = event;
  const told = { cursor, subjectType, subjectId, at };
  if (isGone) return { ...told, type: TOMBSTONE, divisionCode: null, payload: null, isTombstone: true, requestId: null };
  const { type, divisionCode, requestId } = event;
  return { ...told, type, divisionCode, payload: JSON.stringify(event.payload), isTombstone: false, requestId };
}
