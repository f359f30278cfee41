import { CommandInput } from '@township-graph/shared/command/command-input';
import { payloadOf } from '@township-graph/shared/command/payload';
import { DateScalar } from '@township-graph/shared/scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { Certificate } from './certificate.entity';
import { CertificateKind } from './certificate.enums';

@InputType({ description: 'A certificate that somebody is given. 核发证件。' })
export class IssueCertificateInput extends CommandInput {
  @Field(() => ID, { description: 'Whose it is. 持证人员。' })
  staffMemberId!: string;

  @Field(() => CertificateKind, { description: 'What it allows. 证件种类。' })
  kind!: CertificateKind;

  @Field(() => String, { description: 'Number, 1 to 50 characters. 证件编号（1–50 字）。' })
  number!: string;

  @Field(() => String, { description: 'Who issued it, 1 to 100 characters. 发证机关（1–100 字）。' })
  issuedBy!: string;

  @Field(() => DateScalar, { description: 'First day it is valid. 有效期起。' })
  validFrom!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Last day it is valid; absent where it does not run out. One to enforce does: after five years at the most unless the settings say otherwise. 有效期止（含当日），长期有效可缺省；行政执法证必填，缺省最长5年。',
  })
  validTo?: string | null;
}

@InputType({ description: 'A certificate that is valid no longer, from today on. 收回证件（自今日起失效）。' })
export class RevokeStaffCertificateInput extends CommandInput {
  @Field(() => ID, { description: 'The certificate. 证件标识。' })
  certificateId!: string;

  @Field(() => Int, { description: 'The version that was read; CONFLICT (STALE_VERSION) if it has changed. 读取时的版本号。' })
  expectedVersion!: number;

  @Field(() => String, { description: 'Why, 1 to 200 characters. 原因（1–200 字）。' })
  reason!: string;
}

const WORDS = { en: 'The certificate as it is now', zh: '操作后的证件' };

export const IssueCertificatePayload = payloadOf(Certificate, 'certificate', 'issueCertificate', WORDS);
export const RevokeStaffCertificatePayload = payloadOf(Certificate, 'certificate', 'revokeStaffCertificate', WORDS);
