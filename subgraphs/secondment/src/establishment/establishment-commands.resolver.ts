import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { SecondmentContext } from '../context';
import type { EstablishmentService } from './establishment.service';
import {
  AdjustEstablishmentInput,
  AdjustEstablishmentPayload,
  ApproveEstablishmentInput,
  ApproveEstablishmentPayload,
  TransferEstablishmentInput,
  TransferEstablishmentPayload,
} from './establishment-commands.inputs';
import type { EstablishmentTransferService } from './establishment-transfer.service';

const INPUT = { description: 'What is wanted. 请求内容。' };

/** What a manager does about posts. */
@Resolver()
export class EstablishmentCommandsResolver {
  constructor(
    private readonly establishmentService: EstablishmentService,
    private readonly transferService: EstablishmentTransferService,
  ) {}

  @Mutation(() => ApproveEstablishmentPayload, {
    description:
      'Records the posts of one kind that an organisation was approved. Scope personnel:manage. Errors: FORBIDDEN, BAD_USER_INPUT (NO_ESTABLISHMENT: 编制条例§19, OUTSIDE_ESTABLISHMENT, FUNDING_MISMATCH), CONFLICT (ALREADY_APPROVED, ESTABLISHMENT_FULL: §6). 登记核定的编制。',
  })
  async approveEstablishment(
    @Arg('input', () => ApproveEstablishmentInput, INPUT) input: ApproveEstablishmentInput,
    @Ctx() context: SecondmentContext,
  ): Promise<object> {
    return ApproveEstablishmentPayload.of(await this.establishmentService.approveEstablishment(context, input));
  }

  @Mutation(() => AdjustEstablishmentPayload, {
    description:
      'Sets another number of posts by a document; never fewer than are filled (编制条例§6). Scope personnel:manage. Errors: NOT_FOUND, BAD_USER_INPUT, CONFLICT (ESTABLISHMENT_FULL, STALE_VERSION). 调整核定编制数。',
  })
  async adjustEstablishment(
    @Arg('input', () => AdjustEstablishmentInput, INPUT) input: AdjustEstablishmentInput,
    @Ctx() context: SecondmentContext,
  ): Promise<object> {
    return AdjustEstablishmentPayload.of(await this.establishmentService.adjustEstablishment(context, input));
  }

  @Mutation(() => TransferEstablishmentPayload, {
    description:
      'Moves posts, and who is on them if named, to another organisation of the county: its total does not change. Scope personnel:manage, with both ends among the viewer’s divisions. Errors: NOT_FOUND, BAD_USER_INPUT (SAME_ESTABLISHMENT, ACROSS_COUNTIES, KIND_DIFFERS, CROSS_LEVEL_APPROVAL_MISSING: 编制条例§18, NOT_ON_ESTABLISHMENT, MORE_PERSONS_THAN_POSTS), CONFLICT (ESTABLISHMENT_FULL: §6, TOWNSHIP_QUOTA, STALE_VERSION). 编制划转（编随事走、人随编走，总量不变）。',
  })
  async transferEstablishment(
    @Arg('input', () => TransferEstablishmentInput, INPUT) input: TransferEstablishmentInput,
    @Ctx() context: SecondmentContext,
  ): Promise<object> {
    return TransferEstablishmentPayload.of(await this.transferService.transferEstablishment(context, input));
  }
}
