import type { DomainError } from '@township-graph/shared/errors';
import { DelegationMode } from './delegation.enums';
import { checkDelegation, type DelegationFacts } from './delegation.rules';

const delegation = (change: Partial<DelegationFacts> = {}): DelegationFacts => ({
  basicCode: '410550917001',
  mode: DelegationMode.ENTRUST,
  agreementNumber: '示例委〔2020〕1号',
  agreementSignedOn: '2020-07-01',
  effectiveFrom: '2020-07-01',
  effectiveTo: null,
  reclaimedOn: null,
  ...change,
});

const reasonOf = (facts: DelegationFacts): string | null => {
  try {
    checkDelegation(facts);
    return null;
  } catch (error) {
    return (error as DomainError).reason;
  }
};

test.each<[Partial<DelegationFacts>, string | null]>([
  [{}, null],
  [{ agreementNumber: null }, 'AGREEMENT_MISSING'],
  [{ agreementSignedOn: null }, 'AGREEMENT_MISSING'],
  [{ mode: DelegationMode.DIRECT_GRANT, agreementNumber: null, agreementSignedOn: null }, null],
  [{ reclaimedOn: '2020-06-30' }, 'DELEGATION_DAYS'],
  [{ effectiveTo: '2020-06-30' }, 'DELEGATION_DAYS'],
])('a delegation with %j gives %s', (change, reason) => {
  expect(reasonOf(delegation(change))).toBe(reason);
});
