import { badInput, conflict, NotFound } from '@township-graph/shared/errors';

export const certificateNotFound = () => new NotFound({ zh: '该证件', en: 'Certificate' });

export const certificateTerm = (longestTo: string | null) =>
  badInput(
    'CERTIFICATE_TERM',
    { zh: '证件有效期不合规定', en: 'A certificate ends after it begins, and one to enforce no later than such certificates may' },
    { longestTo },
  );

export const certificateTaken = (number: string) =>
  conflict('CERTIFICATE_TAKEN', { zh: '该证件编号已登记', en: 'A certificate of that kind and number is registered already' }, { number });

export const alreadyRevoked = (revokedOn: string) =>
  conflict('ALREADY_REVOKED', { zh: '该证件已收回', en: 'That certificate is revoked already' }, { revokedOn });
