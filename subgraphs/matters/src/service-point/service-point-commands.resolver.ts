import { payloadOf } from '@township-graph/shared/command/payload';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { MattersContext } from '../context';
import { ServicePoint } from './service-point.entity';
import { ChangeServicePointInput, CloseServicePointInput, RegisterServicePointInput } from './service-point.inputs';
import type { ServicePointService } from './service-point.service';

const payload = (name: string, en: string, zh: string) => payloadOf(ServicePoint, 'servicePoint', name, { en, zh });
const RegisterServicePointPayload = payload('registerServicePoint', 'The new service point', '新设服务点');
const ChangeServicePointPayload = payload('changeServicePoint', 'The changed service point', '变更服务点');
const CloseServicePointPayload = payload('closeServicePoint', 'The closed service point', '撤销服务点');
const WANTED = { description: 'What is wanted. 请求内容。' } as const;

/** Commands on service points. */
@Resolver()
export class ServicePointCommandsResolver {
  constructor(private readonly servicePointService: ServicePointService) {}

  @Mutation(() => RegisterServicePointPayload, {
    description:
      'Registers a service point. Scope matters:manage in its division. Errors: FORBIDDEN (OUTSIDE_DIVISIONS), BAD_USER_INPUT (TIER_DISAGREES, HOURS_UNCLEAR, HOURS_MALFORMED, HOURS_OVERLAP, NOT_A_KIOSK, TEXT_LENGTH, OUT_OF_RANGE), CONFLICT (SERVICE_POINT_NAME_TAKEN: another of the division that is not closed has the name). 新设服务点，同一区划内不得重名。',
  })
  async registerServicePoint(
    @Arg('input', () => RegisterServicePointInput, WANTED) input: RegisterServicePointInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return RegisterServicePointPayload.of(await this.servicePointService.registerServicePoint(context, input));
  }

  @Mutation(() => ChangeServicePointPayload, {
    description:
      'Changes what is said of a service point; its division stays. Scope matters:manage in its division. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT (as registerServicePoint), CONFLICT (BOOKED_OUTSIDE_HOURS, SERVICE_POINT_NAME_TAKEN, MOVE_NOT_ALLOWED, STALE_VERSION). 变更服务点（所属区划不变）。',
  })
  async changeServicePoint(
    @Arg('input', () => ChangeServicePointInput, WANTED) input: ChangeServicePointInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return ChangeServicePointPayload.of(await this.servicePointService.changeServicePoint(context, input));
  }

  @Mutation(() => CloseServicePointPayload, {
    description:
      'Closes a service point for good, from today on, with its windows. Scope matters:manage in its division. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT (TEXT_LENGTH), CONFLICT (SERVICE_POINT_BUSY: somebody waits or has booked and is not named, WINDOW_BUSY, MOVE_NOT_ALLOWED, STALE_VERSION). 撤销服务点（当日起），窗口一并关闭。',
  })
  async closeServicePoint(
    @Arg('input', () => CloseServicePointInput, WANTED) input: CloseServicePointInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return CloseServicePointPayload.of(await this.servicePointService.closeServicePoint(context, input));
  }
}
