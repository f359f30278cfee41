import { payloadOf } from '@township-graph/shared/command/payload';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { MattersContext } from '../context';
import {
  CallAgainInput,
  CallNextNumberInput,
  CancelNumberInput,
  FinishServingInput,
  MarkNoShowInput,
  StartServingInput,
  TakeNumberInput,
  TransferNumberInput,
} from './queue.inputs';
import type { QueueCallingService } from './queue-calling.service';
import type { QueueEntryService } from './queue-entry.service';
import { QueueTicket } from './queue-ticket.entity';

const TakeNumberPayload = payloadOf(QueueTicket, 'ticket', 'takeNumber', { en: 'The number that was taken', zh: '取号' });
const CallNextNumberPayload = payloadOf(QueueTicket, 'ticket', 'callNextNumber', { en: 'The number that was called', zh: '叫号' });
const CallAgainPayload = payloadOf(QueueTicket, 'ticket', 'callAgain', { en: 'The number that was called again', zh: '重呼' });
const StartServingPayload = payloadOf(QueueTicket, 'ticket', 'startServing', { en: 'The number that is served now', zh: '开始办理' });
const FinishServingPayload = payloadOf(QueueTicket, 'ticket', 'finishServing', { en: 'The number that was served', zh: '办结' });
const TransferNumberPayload = payloadOf(QueueTicket, 'ticket', 'transferNumber', { en: 'The number that was transferred', zh: '转窗' });
const MarkNoShowPayload = payloadOf(QueueTicket, 'ticket', 'markNoShow', { en: 'The number that was missed', zh: '过号' });
const CancelNumberPayload = payloadOf(QueueTicket, 'ticket', 'cancelNumber', { en: 'The number that was given back', zh: '取消排队号' });
const WANTED = { description: 'What is wanted. 请求内容。' } as const;

/** Commands on queues. */
@Resolver()
export class QueueCommandsResolver {
  constructor(
    private readonly entries: QueueEntryService,
    private readonly calls: QueueCallingService,
  ) {}

  @Mutation(() => TakeNumberPayload, {
    description: 'Takes a number. Scope matters:handle. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, CONFLICT (POINT_CLOSED). 取号。',
  })
  async takeNumber(@Arg('input', () => TakeNumberInput, WANTED) input: TakeNumberInput, @Ctx() context: MattersContext): Promise<object> {
    return TakeNumberPayload.of(await this.entries.takeNumber(context, input));
  }

  @Mutation(() => CallNextNumberPayload, {
    description:
      'Calls whose turn it is to the caller’s window; no two windows get the same, and none is left out. Scope matters:handle. Errors: FORBIDDEN (NOT_AT_WINDOW), NOT_FOUND, CONFLICT (WINDOW_NOT_OPEN, WINDOW_BUSY, QUEUE_EMPTY). 叫下一号。',
  })
  async callNextNumber(
    @Arg('input', () => CallNextNumberInput, WANTED) input: CallNextNumberInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return CallNextNumberPayload.of(await this.calls.callNextNumber(context, input));
  }

  @Mutation(() => CallAgainPayload, {
    description: 'Calls a number once more. Scope matters:handle. Errors: FORBIDDEN (NOT_AT_WINDOW), NOT_FOUND, CONFLICT. 重呼。',
  })
  async callAgain(@Arg('input', () => CallAgainInput, WANTED) input: CallAgainInput, @Ctx() context: MattersContext): Promise<object> {
    return CallAgainPayload.of(await this.calls.callAgain(context, input));
  }

  @Mutation(() => StartServingPayload, {
    description:
      'Who was called is at the window. Scope matters:handle. Errors: FORBIDDEN (NOT_AT_WINDOW), NOT_FOUND, CONFLICT. 开始办理。',
  })
  async startServing(
    @Arg('input', () => StartServingInput, WANTED) input: StartServingInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return StartServingPayload.of(await this.calls.startServing(context, input));
  }

  @Mutation(() => FinishServingPayload, {
    description:
      'Who was at the window is served, and so is the appointment. Scope matters:handle. Errors: FORBIDDEN (NOT_AT_WINDOW), NOT_FOUND, CONFLICT. 办结，预约随之完成。',
  })
  async finishServing(
    @Arg('input', () => FinishServingInput, WANTED) input: FinishServingInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return FinishServingPayload.of(await this.calls.finishServing(context, input));
  }

  @Mutation(() => TransferNumberPayload, {
    description:
      'Sends who was called on to another window; the place in the queue is kept. Scope matters:handle. Errors: FORBIDDEN (NOT_AT_WINDOW), NOT_FOUND, CONFLICT (TRANSFER_NOWHERE). 转窗，保留次序。',
  })
  async transferNumber(
    @Arg('input', () => TransferNumberInput, WANTED) input: TransferNumberInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return TransferNumberPayload.of(await this.calls.transferNumber(context, input));
  }

  @Mutation(() => MarkNoShowPayload, {
    description:
      'Who was called often enough did not come. Scope matters:handle. Errors: FORBIDDEN (NOT_AT_WINDOW), NOT_FOUND, CONFLICT (CALLED_TOO_FEW). 过号。',
  })
  async markNoShow(@Arg('input', () => MarkNoShowInput, WANTED) input: MarkNoShowInput, @Ctx() context: MattersContext): Promise<object> {
    return MarkNoShowPayload.of(await this.calls.markNoShow(context, input));
  }

  @Mutation(() => CancelNumberPayload, {
    description:
      'Gives a number back; an appointment behind it is over too. Scope matters:handle. Errors: FORBIDDEN, NOT_FOUND, CONFLICT. 取消排队号，预约随之取消。',
  })
  async cancelNumber(
    @Arg('input', () => CancelNumberInput, WANTED) input: CancelNumberInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return CancelNumberPayload.of(await this.entries.cancelNumber(context, input));
  }
}
