import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { SecondmentContext } from '../context';
import type { PlacementService } from './placement.service';
import {
  BeginPlacementInput,
  BeginPlacementPayload,
  CancelPlacementInput,
  CancelPlacementPayload,
  ConvertPlacementInput,
  ConvertPlacementPayload,
  EndPlacementInput,
  EndPlacementPayload,
  ReturnPlacementInput,
  ReturnPlacementPayload,
  WaiveConversionInput,
  WaiveConversionPayload,
} from './placement-commands.inputs';

const INPUT = { description: 'What is wanted. 请求内容。' };

/** What is done with placements. */
@Resolver()
export class PlacementCommandsResolver {
  constructor(private readonly placementService: PlacementService) {}

  @Mutation(() => BeginPlacementPayload, {
    description:
      'Places somebody for a time, or for good with the post. Scope personnel:manage of the county. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT (SELECTION_BY_CAMPAIGN, END_NEEDED, NO_END, TERM, AT_HOME, PLACE, TRANSFER_DAY), CONFLICT (PLACED_ALREADY, NO_FREE_POST, BARRED_FROM_PROMOTION). 办理人员下沉。',
  })
  async beginPlacement(
    @Arg('input', () => BeginPlacementInput, INPUT) input: BeginPlacementInput,
    @Ctx() context: SecondmentContext,
  ): Promise<object> {
    return BeginPlacementPayload.of(await this.placementService.beginPlacement(context, input));
  }

  @Mutation(() => CancelPlacementPayload, {
    description:
      'Cancels a placement that has not begun. Scope personnel:manage of the county. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT (TEXT_LENGTH), CONFLICT. 取消未到岗的下沉。',
  })
  async cancelPlacement(
    @Arg('input', () => CancelPlacementInput, INPUT) input: CancelPlacementInput,
    @Ctx() context: SecondmentContext,
  ): Promise<object> {
    return CancelPlacementPayload.of(await this.placementService.cancelPlacement(context, input));
  }

  @Mutation(() => EndPlacementPayload, {
    description:
      'Ends a placement before its last day. Scope personnel:manage of the county. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT (TEXT_LENGTH), CONFLICT (CONSULTATION_NEEDED). 提前结束下沉。',
  })
  async endPlacement(
    @Arg('input', () => EndPlacementInput, INPUT) input: EndPlacementInput,
    @Ctx() context: SecondmentContext,
  ): Promise<object> {
    return EndPlacementPayload.of(await this.placementService.endPlacement(context, input));
  }

  @Mutation(() => ReturnPlacementPayload, {
    description:
      'Returns somebody to the home organisation. Scope personnel:manage of the county. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT (TEXT_LENGTH), CONFLICT (CONSULTATION_NEEDED). 退回原单位。',
  })
  async returnPlacement(
    @Arg('input', () => ReturnPlacementInput, INPUT) input: ReturnPlacementInput,
    @Ctx() context: SecondmentContext,
  ): Promise<object> {
    return ReturnPlacementPayload.of(await this.placementService.returnPlacement(context, input));
  }

  @Mutation(() => ConvertPlacementPayload, {
    description:
      'Completes what an excellent year has earned, once an approved post of the township is free; also after the last day of the placement. Scope personnel:manage of the county. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT (AT_HOME), CONFLICT (NO_CONVERSION_DUE, NO_FREE_POST, PLACED_ALREADY, HAS_LEFT). 办理转编调动（下沉期满后仍可办理）。',
  })
  async convertPlacement(
    @Arg('input', () => ConvertPlacementInput, INPUT) input: ConvertPlacementInput,
    @Ctx() context: SecondmentContext,
  ): Promise<object> {
    return ConvertPlacementPayload.of(await this.placementService.convertPlacement(context, input));
  }

  @Mutation(() => WaiveConversionPayload, {
    description:
      'Records that who waits for a conversion waives it, by a document of theirs. Scope personnel:manage of the county. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT (TEXT_LENGTH), CONFLICT (NO_CONVERSION_DUE). 登记本人放弃转编。',
  })
  async waiveConversion(
    @Arg('input', () => WaiveConversionInput, INPUT) input: WaiveConversionInput,
    @Ctx() context: SecondmentContext,
  ): Promise<object> {
    return WaiveConversionPayload.of(await this.placementService.waiveConversion(context, input));
  }
}
