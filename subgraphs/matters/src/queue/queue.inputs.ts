import { CommandInput } from '@township-graph/shared/command/command-input';
import { connectionOf, PageArgs } from '@township-graph/shared/connection';
import { describeEnum } from '@township-graph/shared/described-enum';
import { DateScalar, DivisionCodeScalar } from '@township-graph/shared/scalars';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { MatterKind } from '../matter/matter.enums';
import { QueueTicket } from './queue-ticket.entity';
import { TicketState } from './queue-ticket.enums';

export const QueueTicketConnection = connectionOf(QueueTicket, 'QueueTicket', '排队号');

export enum QueueTicketOrder {
  CALLING = 'CALLING',
  NEWEST = 'NEWEST',
}

describeEnum(
  QueueTicketOrder,
  'QueueTicketOrder',
  { en: 'Order of numbers', zh: '排队号排序' },
  {
    CALLING: { en: 'By day, as they are called: appointments first, then as they came', zh: '按日期及叫号次序' },
    NEWEST: { en: 'Last taken first', zh: '按取号时间倒序' },
  },
);

@InputType({ description: 'Which numbers; all conditions apply together. 排队号筛选条件。' })
export class QueueTicketFilter {
  @Field(() => DivisionCodeScalar, { nullable: true, description: 'In this division or below it. 该区划及其下级。' })
  divisionCode?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this service point. 服务点。' })
  servicePointId?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Of this day; when absent, of all days, and under a queue of today. 日期；缺省为全部，队列下缺省为当天。',
  })
  day?: string | null;

  @Field(() => [TicketState], { nullable: true, description: 'In one of these states. 状态（任一）。' })
  state?: TicketState[] | null;

  @Field(() => ID, { nullable: true, description: 'Called to this window, or waiting for it. 窗口。' })
  windowId?: string | null;
}

@ArgsType()
export class QueueTicketListArgs extends PageArgs {
  @Field(() => QueueTicketFilter, { nullable: true, description: 'Which numbers. 筛选条件。' })
  filter?: QueueTicketFilter | null;

  @Field(() => QueueTicketOrder, { defaultValue: QueueTicketOrder.CALLING, description: 'In which order. 排序。' })
  orderBy!: QueueTicketOrder;
}

@InputType({ description: 'A number for somebody who came. 取号。' })
export class TakeNumberInput extends CommandInput {
  @Field(() => ID, { description: 'Where. 服务点。' })
  servicePointId!: string;

  @Field(() => MatterKind, { nullable: true, description: 'What about; any window may call it when absent. 办理的事项类型，缺省为综合。' })
  kind?: MatterKind | null;

  @Field(() => String, { nullable: true, description: 'Name of who came. 取号人姓名。' })
  visitorName?: string | null;

  @Field(() => String, { nullable: true, description: 'Telephone of who came. 取号人电话。' })
  visitorPhone?: string | null;
}

@InputType({ description: 'The next number, to a window. 叫下一号。' })
export class CallNextNumberInput extends CommandInput {
  @Field(() => ID, { description: 'The window at which the caller sits. 本人所在窗口。' })
  windowId!: string;
}

/** What every command on one number is given. */
@InputType({ description: 'A number, as it was read. 指定排队号。' })
abstract class TicketInput extends CommandInput {
  @Field(() => ID, { description: 'The number. 排队号标识。' })
  ticketId!: string;

  @Field(() => Int, { description: 'The version that was read. 读取时的版本号。' })
  expectedVersion!: number;
}

@InputType({ description: 'A number that is called once more. 重呼。' })
export class CallAgainInput extends TicketInput {}

@InputType({ description: 'A number whose holder came to the window. 开始办理。' })
export class StartServingInput extends TicketInput {}

@InputType({ description: 'A number that was served. 办结。' })
export class FinishServingInput extends TicketInput {}

@InputType({ description: 'A number whose holder did not come. 过号。' })
export class MarkNoShowInput extends TicketInput {}

@InputType({ description: 'A number that is given back. 取消排队号。' })
export class CancelNumberInput extends TicketInput {}

@InputType({ description: 'A number that another window is to serve. 转窗。' })
export class TransferNumberInput extends TicketInput {
  @Field(() => ID, { description: 'The other window, of the same service point. 目标窗口（同一服务点）。' })
  toWindowId!: string;
}
