import { DivisionKind, kindOf } from '@township-graph/shared/division-code';
import type { EnforcementPower } from '../power/power.entity';
import { CoerciveMeasure, PenaltyKind } from '../power/power.enums';
import type { GrantedPower } from './granted-power.entity';
import type { Agreement, GrantPower } from './power-grant.commands';
import type { PowerGrant } from './power-grant.entity';
import { PowerGrantMode } from './power-grant.enums';
import {
  agreementMissing,
  agreementOutOfPlace,
  agreementTerm,
  capabilityMissing,
  decisionMissing,
  departmentMissing,
  endBackdated,
  endOutsideTerm,
  grantBackdated,
  grantDaysReversed,
  notACounty,
  notAnOrgan,
  notAPublicBody,
  notATownship,
  notOwnStatutory,
  ownStatutory,
  personalLiberty,
  powersMissing,
  publicationMissing,
  publishedLater,
  renewalShortens,
  sameOrgan,
} from './power-grant.errors';

const { OWN_STATUTORY, GRANTED, ENTRUSTED, CENTRALIZED } = PowerGrantMode;

/** What the law asks of each way to hold powers. */
const ASKED: Readonly<Record<PowerGrantMode, { readonly department: boolean; readonly decision: boolean; readonly capability: boolean }>> =
  {
    [OWN_STATUTORY]: { department: false, decision: false, capability: false },
    [GRANTED]: { department: true, decision: true, capability: true },
    [ENTRUSTED]: { department: true, decision: false, capability: true },
    [CENTRALIZED]: { department: false, decision: true, capability: false },
  };

export const MOST_POWERS = 500;

type GrantedCause = Pick<EnforcementPower, 'code' | 'isOwnStatutory' | 'penaltyKinds'>;

/** Refuses what the law does not let an organ hold. */
export function checkGrant(grant: GrantPower, powers: readonly GrantedCause[], today: string): void {
  checkHolder(grant);
  checkPowers(grant.mode, powers);
  checkGround(grant);
  checkDays(grant, today);
}

export function checkPowerIds(powerIds: readonly string[]): void {
  if (powerIds.length === 0 || powerIds.length > MOST_POWERS || new Set(powerIds).size < powerIds.length) throw powersMissing(MOST_POWERS);
}

function checkHolder({ mode, divisionCode, holder, department }: GrantPower): void {
  if (mode === CENTRALIZED ? divisionCode.length !== 6 || divisionCode.endsWith('00') : !hasGovernment(divisionCode))
    throw mode === CENTRALIZED ? notACounty(divisionCode) : notATownship(divisionCode);
  // GB 32100: 11 at the head of a credit code is an organ, 12 an institution.
  if (mode === ENTRUSTED ? !/^1[12]/.test(holder.creditCode) : !holder.creditCode.startsWith('11'))
    throw mode === ENTRUSTED ? notAPublicBody(holder.creditCode) : notAnOrgan(holder.creditCode);
  if (!ASKED[mode].department) return;
  if (!department) throw departmentMissing();
  if (department.creditCode === holder.creditCode) throw sameOrgan(holder.creditCode);
  if (!department.creditCode.startsWith('11')) throw notAnOrgan(department.creditCode);
}

/** Farms and zones that are counted as townships have no government. */
function hasGovernment(divisionCode: string): boolean {
  return divisionCode.length === 9 && kindOf(divisionCode) !== DivisionKind.TOWNSHIP_EQUIVALENT;
}

function checkPowers(mode: PowerGrantMode, powers: readonly GrantedCause[]): void {
  const codesOf = (condition: (power: GrantedCause) => boolean) => powers.filter(condition).map(({ code }) => code);
  const detaining = codesOf(({ penaltyKinds }) => penaltyKinds.includes(PenaltyKind.DETENTION));
  if (detaining.length > 0) throw personalLiberty(detaining);
  const wrong = codesOf(({ isOwnStatutory }) => isOwnStatutory !== (mode === OWN_STATUTORY));
  if (wrong.length > 0) throw mode === OWN_STATUTORY ? notOwnStatutory(wrong) : ownStatutory(wrong);
}

function checkGround({ mode, decisionNumber, capability, publication, agreement }: GrantPower): void {
  const asked = ASKED[mode];
  if (asked.decision && !decisionNumber?.trim()) throw decisionMissing();
  if (asked.capability && !capability?.trim()) throw capabilityMissing();
  if (mode !== OWN_STATUTORY && !publication) throw publicationMissing();
  if (mode === ENTRUSTED && !agreement) throw agreementMissing();
  if (mode !== ENTRUSTED && agreement) throw agreementOutOfPlace();
}

function checkDays({ effectiveFrom, effectiveTo, publication, agreement }: GrantPower, today: string): void {
  if (effectiveFrom < today) throw grantBackdated(effectiveFrom, today);
  const end = effectiveTo ?? agreement?.validTo ?? null;
  if (end !== null && end <= effectiveFrom) throw grantDaysReversed();
  if (publication && (publication.publishedOn > today || publication.publishedOn > effectiveFrom))
    throw publishedLater(publication.publishedOn);
  if (!agreement) return;
  const { signedOn, validTo } = agreement;
  if (signedOn > today || signedOn > effectiveFrom || end === null || end > validTo) throw agreementTerm();
}

/** A renewed agreement is signed by today and runs longer than the one before. */
export function checkRenewal({ effectiveTo }: Pick<PowerGrant, 'effectiveTo'>, { signedOn, validTo }: Agreement, today: string): void {
  if (signedOn > today) throw agreementTerm();
  if (effectiveTo !== null && validTo <= effectiveTo) throw renewalShortens(effectiveTo);
}

/** Taking back leaves the past as it was, and ends what is held or will be. */
export function checkReclaim(items: readonly GrantedPower[], effectiveOn: string, today: string): void {
  if (effectiveOn < today) throw endBackdated(effectiveOn, today);
  const outside = items.filter(({ validFrom, validTo }) => effectiveOn < validFrom || (validTo !== null && effectiveOn > validTo));
  if (outside.length > 0) throw endOutsideTerm(outside.map(({ powerCode }) => powerCode));
}

/** What the holder may do before it decides: an entrusted one takes no coercive measure (行政强制法§17). */
export function measuresOf(mode: PowerGrantMode, { coerciveMeasures }: Pick<EnforcementPower, 'coerciveMeasures'>): CoerciveMeasure[] {
  return mode === ENTRUSTED ? [] : coerciveMeasures.filter((each) => each !== CoerciveMeasure.FREEZING);
}

/** Whether the law asks for regular evaluation (行政处罚法§24). */
export const isEvaluatedByLaw = (mode: PowerGrantMode) => mode === GRANTED;
