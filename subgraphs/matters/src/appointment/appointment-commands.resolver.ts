import { payloadOf } from '@township-graph/shared/command/payload';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { MattersContext } from '../context';
import { ServicePoint } from '../service-point/service-point.entity';
import { Appointment } from './appointment.entity';
import {
  BookAppointmentInput,
  CancelAppointmentInput,
  CheckInAppointmentInput,
  CheckInAppointmentPayload,
  MarkAppointmentNoShowInput,
  SetSlotCapacityInput,
} from './appointment.inputs';
import type { AppointmentService } from './appointment.service';
import type { SlotCapacityService } from './slot-capacity.service';

const BookAppointmentPayload = payloadOf(Appointment, 'appointment', 'bookAppointment', { en: 'The booked appointment', zh: '预约' });
const CancelAppointmentPayload = payloadOf(Appointment, 'appointment', 'cancelAppointment', { en: 'What was called off', zh: '取消预约' });
const MarkAppointmentNoShowPayload = payloadOf(Appointment, 'appointment', 'markAppointmentNoShow', {
  en: 'What nobody kept',
  zh: '标记爽约',
});
const SetSlotCapacityPayload = payloadOf(ServicePoint, 'servicePoint', 'setSlotCapacity', {
  en: 'The service point, with its slots',
  zh: '设置时段容量',
});
const WANTED = { description: 'What is wanted. 请求内容。' } as const;

/** Commands on appointments. */
@Resolver()
export class AppointmentCommandsResolver {
  constructor(
    private readonly appointmentService: AppointmentService,
    private readonly slotCapacityService: SlotCapacityService,
  ) {}

  @Mutation(() => BookAppointmentPayload, {
    description:
      'Books a slot; never more than it takes, and nobody twice. Scope matters:handle. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT (CLOSED_THAT_DAY, NO_SUCH_SLOT, SLOT_PASSED, BEYOND_HORIZON, MATTER_NOT_HERE), CONFLICT (SLOT_FULL, ALREADY_BOOKED, NO_APPOINTMENTS). 预约。',
  })
  async bookAppointment(
    @Arg('input', () => BookAppointmentInput, WANTED) input: BookAppointmentInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return BookAppointmentPayload.of(await this.appointmentService.bookAppointment(context, input));
  }

  @Mutation(() => CancelAppointmentPayload, {
    description:
      'Calls an appointment off; its place is free again. Scope matters:handle. Errors: FORBIDDEN, NOT_FOUND, CONFLICT. 取消预约，释放名额。',
  })
  async cancelAppointment(
    @Arg('input', () => CancelAppointmentInput, WANTED) input: CancelAppointmentInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return CancelAppointmentPayload.of(await this.appointmentService.cancelAppointment(context, input));
  }

  @Mutation(() => CheckInAppointmentPayload, {
    description:
      'Who has come gets a number that is called first. Scope matters:handle. Errors: FORBIDDEN, NOT_FOUND, CONFLICT (CHECK_IN_TOO_EARLY, CHECK_IN_TOO_LATE). 预约签到，取优先号。',
  })
  async checkInAppointment(
    @Arg('input', () => CheckInAppointmentInput, WANTED) input: CheckInAppointmentInput,
    @Ctx() context: MattersContext,
  ): Promise<CheckInAppointmentPayload> {
    return Object.assign(new CheckInAppointmentPayload(), await this.appointmentService.checkInAppointment(context, input));
  }

  @Mutation(() => MarkAppointmentNoShowPayload, {
    description:
      'Nobody came to an appointment whose slot is over. Scope matters:handle. Errors: FORBIDDEN, NOT_FOUND, CONFLICT (SLOT_NOT_OVER). 标记爽约。',
  })
  async markAppointmentNoShow(
    @Arg('input', () => MarkAppointmentNoShowInput, WANTED) input: MarkAppointmentNoShowInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return MarkAppointmentNoShowPayload.of(await this.appointmentService.markAppointmentNoShow(context, input));
  }

  @Mutation(() => SetSlotCapacityPayload, {
    description:
      'Gives one slot a capacity of its own. Scope matters:manage. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT (OUT_OF_RANGE, CLOSED_THAT_DAY, NO_SUCH_SLOT, SLOT_PASSED, BEYOND_HORIZON), CONFLICT (CAPACITY_BELOW_BOOKED, NO_APPOINTMENTS). 设置单个时段容量。',
  })
  async setSlotCapacity(
    @Arg('input', () => SetSlotCapacityInput, WANTED) input: SetSlotCapacityInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return SetSlotCapacityPayload.of(await this.slotCapacityService.setSlotCapacity(context, input));
  }
}
