import { CertificateState, stateOn } from '@township-graph/shared/certificate-state';
import { dayOf } from '@township-graph/shared/clock';
import { LANKAO, RUIAN } from '@township-graph/shared/demo/divisions';
import { departmentOf, governedTownshipsOf, townshipGovernmentOf } from '@township-graph/shared/demo/roster';
import type { EntityManager } from 'typeorm';
import { Officer } from '../../officer/officer.entity';
import { OfficerKind } from '../../officer/officer.enums';
import { mayReview } from '../../officer/officer.rules';
import { OfficerCertificate } from '../../officer/officer-certificate.entity';
import { EnforcementPower } from '../../power/power.entity';
import { GrantedPower } from '../../power-grant/granted-power.entity';
import { PowerGrant } from '../../power-grant/power-grant.entity';
import type { PowerGrantMode } from '../../power-grant/power-grant.enums';
import { FIRST_DAY, type Where } from './case-plan';

/** A power, and by which right it is held. */
export interface HeldThroughout {
  readonly power: EnforcementPower;
  readonly mode: PowerGrantMode;
}

/** A township, or a county’s bureau, with what its cases rest on, and who works on them: all of it from the first case to the last. */
export interface Workplace {
  readonly divisionCode: string;
  /** The organ that files: the township’s, or the bureau whose station works there. */
  readonly holderCreditCode: string;
  readonly powers: readonly HeldThroughout[];
  readonly officerIds: readonly string[];
  readonly reviewerIds: readonly string[];
}

/** Those of each, in the order of their codes. */
export type Workplaces = Readonly<Record<Where, readonly Workplace[]>>;

/** Where the demonstration’s cases are handled, by what it has loaded of grants and officers. */
export async function workplaces(manager: EntityManager, now: Date): Promise<Workplaces> {
  const book = await bookOf(manager, dayOf(now));
  const bureau = departmentOf(RUIAN, '综合执法').creditCode!;
  return {
    LANKAO: governedTownshipsOf(LANKAO).map((code) => workplace(book, code, townshipGovernmentOf(code).creditCode!)),
    RUIAN_STATION: governedTownshipsOf(RUIAN)
      .map((code) => workplace(book, code, bureau))
      .filter(({ officerIds }) => officerIds.length > 2),
    RUIAN_BUREAU: [workplace(book, RUIAN, bureau)],
  };
}

interface Book {
  readonly powers: ReadonlyMap<string, EnforcementPower>;
  readonly grants: readonly PowerGrant[];
  readonly items: readonly GrantedPower[];
  /** Certified throughout. */
  readonly investigators: readonly Officer[];
  readonly reviewers: readonly Officer[];
}

async function bookOf(manager: EntityManager, today: string): Promise<Book> {
  const certificates = await manager.find(OfficerCertificate);
  const officers = await manager.find(Officer, { order: { id: 'ASC' } });
  const certifiedOn = (day: string) =>
    new Set(certificates.filter((each) => stateOn(each, day) === CertificateState.VALID).map(({ officerId }) => officerId));
  const [first, last] = [certifiedOn(FIRST_DAY), certifiedOn(today)];
  return {
    powers: new Map((await manager.find(EnforcementPower)).map((power) => [power.id, power] as const)),
    grants: await manager.find(PowerGrant),
    items: (await manager.find(GrantedPower, { order: { powerId: 'ASC' } })).filter(
      ({ validFrom, validTo }) => validFrom <= FIRST_DAY && (validTo === null || validTo > today),
    ),
    investigators: officers.filter(({ id, kind }) => kind === OfficerKind.CERTIFIED && first.has(id) && last.has(id)),
    reviewers: officers.filter((officer) => officer.kind === OfficerKind.LEGAL_REVIEWER && mayReview(officer)),
  };
}

function workplace({ powers, grants, items, investigators, reviewers }: Book, divisionCode: string, holderCreditCode: string): Workplace {
  const own = new Map(
    grants
      .filter((grant) => grant.holderCreditCode === holderCreditCode && divisionCode.startsWith(grant.divisionCode))
      .map(({ id, mode }) => [id, mode] as const),
  );
  const serving = (officers: readonly Officer[]) =>
    officers.filter((officer) => divisionCode.startsWith(officer.divisionCode)).map(({ id }) => id);
  return {
    divisionCode,
    holderCreditCode,
    powers: items.flatMap(({ grantId, powerId }) => (own.has(grantId) ? [{ power: powers.get(powerId)!, mode: own.get(grantId)! }] : [])),
    officerIds: serving(investigators),
    reviewerIds: serving(reviewers),
  };
}
