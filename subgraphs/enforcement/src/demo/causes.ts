import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { EnforcementPower } from '../power/power.entity';

/** One real cause, as bundled (data/README.md). */
export type Cause = Pick<
  EnforcementPower,
  | 'code'
  | 'domain'
  | 'cause'
  | 'legalBasis'
  | 'basisVerified'
  | 'sanction'
  | 'penaltyKinds'
  | 'fines'
  | 'coerciveMeasures'
  | 'originDepartment'
  | 'isOwnStatutory'
  | 'isFrequent'
  | 'isProfessional'
  | 'touchesLifeHealthOrFinance'
>;

let bundled: readonly Cause[] | undefined;

export function causes(): readonly Cause[] {
  bundled ??= JSON.parse(readFileSync(path.join(__dirname, '../../data/causes.json'), 'utf8')) as Cause[];
  return bundled;
}
