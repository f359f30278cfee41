import { DivisionKind, kindOf } from '@township-graph/shared/division-code';
import type { Matter } from '../matter/matter.entity';
import { MatterKind } from '../matter/matter.enums';
import { coercionEntrusted, entrustedToItself } from '../matter/matter.errors';
import { ENTRUSTED } from '../matter/matter.rules';
import type { Delegation } from './delegation.entity';
import { DelegationMode } from './delegation.enums';
import {
  agreementMissing,
  agreementTerm,
  delegationDaysReversed,
  effectiveBeforePublication,
  endAfterTerm,
  endBackdated,
  notAnAdministrativeOrgan,
  recipientElsewhere,
  recipientNotTownship,
  recipientsMissing,
  renewalShortens,
  subDelegation,
} from './delegation.errors';

export type DelegationFacts = Pick<
  Delegation,
  'basicCode' | 'mode' | 'agreementNumber' | 'agreementSignedOn' | 'effectiveFrom' | 'effectiveTo' | 'reclaimedOn'
>;

/** Refuses what the law does not let pass down. Whoever writes a delegation asks this first. */
export function checkDelegation(delegation: DelegationFacts): void {
  const { mode, basicCode, agreementNumber, agreementSignedOn, effectiveFrom, effectiveTo, reclaimedOn } = delegation;
  if (mode === DelegationMode.ENTRUST && (!agreementNumber || !agreementSignedOn)) throw agreementMissing(basicCode);
  for (const end of [effectiveTo, reclaimedOn]) if (end !== null && end < effectiveFrom) throw delegationDaysReversed(basicCode);
}

/** A township that is to carry an item, with the organ that does so. */
export interface Recipient {
  readonly divisionCode: string;
  readonly organizationCreditCode: string;
  readonly organizationName: string;
}

export type GrantFacts = DelegationFacts & Pick<Delegation, 'agreementValidTo' | 'divisionCode' | 'delegatingCreditCode'>;

const MOST_RECIPIENTS = 100;

/** Modes in which the township exercises the power itself, and so must be an organ that may. */
const EXERCISED: readonly DelegationMode[] = [DelegationMode.DIRECT_GRANT, DelegationMode.ENTRUST];

/** What the law asks of a new delegation besides: of its matter, of who receives it, of its agreement and its days. */
export function checkGrant(
  delegation: GrantFacts,
  matter: Pick<Matter, 'kind' | 'powerSource' | 'implementationCode'>,
  recipients: readonly Recipient[],
  today: string,
): void {
  checkDelegation(delegation);
  const { mode, effectiveFrom, effectiveTo, basicCode } = delegation;
  if (effectiveTo === effectiveFrom) throw delegationDaysReversed(basicCode);
  if (effectiveFrom < today) throw effectiveBeforePublication(effectiveFrom, today);
  if (EXERCISED.includes(mode) && ENTRUSTED.includes(matter.powerSource)) throw subDelegation(matter.implementationCode);
  if (mode === DelegationMode.ENTRUST) {
    if (matter.kind === MatterKind.COERCION) throw coercionEntrusted(matter.implementationCode);
    checkAgreement(delegation, today);
  }
  checkRecipients(delegation, matter.implementationCode, recipients);
}

/** Number, day and term; what is entrusted ends with its agreement. */
function checkAgreement(
  { basicCode, agreementSignedOn: signedOn, agreementValidTo: validTo, effectiveFrom, effectiveTo }: GrantFacts,
  today: string,
) {
  const isInTime = signedOn !== null && signedOn <= today && signedOn <= effectiveFrom;
  if (!isInTime || validTo === null || effectiveTo === null || effectiveTo > validTo) throw agreementTerm(basicCode);
}

function checkRecipients(
  { divisionCode: county, delegatingCreditCode, mode }: GrantFacts,
  implementationCode: string,
  recipients: readonly Recipient[],
): void {
  const codes = new Set(recipients.map(({ divisionCode }) => divisionCode));
  if (codes.size === 0 || codes.size > MOST_RECIPIENTS || codes.size < recipients.length) throw recipientsMissing();
  for (const { divisionCode, organizationCreditCode } of recipients) {
    if (!divisionCode.startsWith(county)) throw recipientElsewhere(divisionCode);
    if (divisionCode.length !== 9) throw recipientNotTownship(divisionCode);
    if (!EXERCISED.includes(mode)) continue;
    if (organizationCreditCode === delegatingCreditCode) throw entrustedToItself(implementationCode);
    if (!isAdministrativeOrgan(divisionCode, organizationCreditCode)) throw notAnAdministrativeOrgan(divisionCode, organizationCreditCode);
  }
}

/** 11 at the head of a credit code is an organ (GB 32100), 12 an institution; farms and zones counted as townships have no government. */
function isAdministrativeOrgan(divisionCode: string, creditCode: string): boolean {
  return creditCode.startsWith('11') && kindOf(divisionCode) !== DivisionKind.TOWNSHIP_EQUIVALENT;
}

/** A renewed agreement is signed by today and runs longer than the one before. */
export function checkRenewal({ basicCode, effectiveTo }: Delegation, signedOn: string, validTo: string, today: string): void {
  if (signedOn > today) throw agreementTerm(basicCode);
  if (effectiveTo !== null && validTo <= effectiveTo) throw renewalShortens(effectiveTo);
}

/** Taking back leaves the past as it was, and cannot be later than the end that is set. */
export function checkEnd({ basicCode, effectiveFrom, effectiveTo }: Delegation, effectiveOn: string, today: string): void {
  if (effectiveOn < today) throw endBackdated(effectiveOn, today);
  if (effectiveOn < effectiveFrom) throw delegationDaysReversed(basicCode);
  if (effectiveTo !== null && effectiveOn > effectiveTo) throw endAfterTerm(effectiveOn, effectiveTo);
}

/** In whose name results go out, and so against whom review and suit lie: a township's own only what was granted to it. */
export function actsInOwnName(mode: DelegationMode): boolean {
  return mode === DelegationMode.DIRECT_GRANT;
}
