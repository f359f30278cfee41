import { CommandInput } from '@township-graph/shared/command/command-input';
import { payloadOf } from '@township-graph/shared/command/payload';
import { OrganizationKind } from '@township-graph/shared/organization-kind';
import { DivisionCodeScalar } from '@township-graph/shared/scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { OrganInput } from '../organization/organ.input';
import { EstablishmentKind, FundingKind } from '../staff-member/staff-member.enums';
import { EstablishmentApprovalInput } from './approval.type';
import { Establishment } from './establishment.entity';
import { EstablishmentTransfer } from './establishment-transfer.entity';

@InputType({ description: 'Posts of one kind that an organisation is approved. 核定编制。' })
export class ApproveEstablishmentInput extends CommandInput {
  @Field(() => OrganInput, { description: 'Whose posts they are. 编制所在单位。' })
  organization!: OrganInput;

  @Field(() => OrganizationKind, { description: 'What the organisation is; a coordination body has no posts (编制条例§19). 机构类别。' })
  organizationKind!: OrganizationKind;

  @Field(() => DivisionCodeScalar, { description: 'Where it is: a county or a township. 所在区划（县级或乡级）。' })
  divisionCode!: string;

  @Field(() => EstablishmentKind, { description: 'Kind. 编制类型。' })
  kind!: EstablishmentKind;

  @Field(() => FundingKind, { nullable: true, description: 'Who pays; of a public institution alone. 经费形式（仅事业编制）。' })
  fundingKind?: FundingKind | null;

  @Field(() => Int, { description: 'How many posts, 0 to 100,000. 核定编制数（0–100000）。' })
  approved!: number;

  @Field(() => EstablishmentApprovalInput, { description: 'By which document. 批文。' })
  approval!: EstablishmentApprovalInput;
}

@InputType({ description: 'Something done about posts that were read before. 对编制的操作。' })
abstract class EstablishmentMoveInput extends CommandInput {
  @Field(() => ID, { description: 'The establishment. 编制标识。' })
  establishmentId!: string;

  @Field(() => Int, { description: 'The version that was read; CONFLICT (STALE_VERSION) if it has changed. 读取时的版本号。' })
  expectedVersion!: number;

  @Field(() => EstablishmentApprovalInput, { description: 'By which document. 批文。' })
  approval!: EstablishmentApprovalInput;
}

@InputType({ description: 'Another number of posts. 调整核定编制数。' })
export class AdjustEstablishmentInput extends EstablishmentMoveInput {
  @Field(() => Int, { description: 'How many posts from now on, 0 to 100,000; not fewer than are filled. 新核定数（不少于实有人数）。' })
  approved!: number;
}

@InputType({ description: 'Posts that follow their duties to another organisation of the county. 编制划转（编随事走）。' })
export class TransferEstablishmentInput extends EstablishmentMoveInput {
  @Field(() => ID, { description: 'Where they go: an establishment of the same kind, in the same county. 划入编制标识（同县、同类型）。' })
  toEstablishmentId!: string;

  @Field(() => Int, { description: 'How many posts, 1 to 100,000. 划转编制数。' })
  posts!: number;

  @Field(() => [ID], {
    nullable: true,
    description: 'Who goes with them (人随编走), no more than the posts; nobody when absent. 随编划转人员（不多于编制数）。',
  })
  staffMemberIds?: string[] | null;

  @Field(() => EstablishmentApprovalInput, {
    nullable: true,
    description:
      'For administrative posts that change their level: the approval by the central establishment authority (编制条例§18). 跨层级调配行政编制的审批。',
  })
  crossLevelApproval?: EstablishmentApprovalInput | null;
}

const WORDS = { en: 'The establishment as it is now', zh: '操作后的编制' };

export const ApproveEstablishmentPayload = payloadOf(Establishment, 'establishment', 'approveEstablishment', WORDS);
export const AdjustEstablishmentPayload = payloadOf(Establishment, 'establishment', 'adjustEstablishment', WORDS);
export const TransferEstablishmentPayload = payloadOf(EstablishmentTransfer, 'transfer', 'transferEstablishment', {
  en: 'The transfer as it was carried out',
  zh: '已执行的划转',
});
