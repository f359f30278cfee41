import { DomainError, NotFound } from '@township-graph/shared/errors';

export const servicePointNotFound = () => new NotFound({ zh: '该服务点', en: 'Service point' });

/** A service point is public, so whoever may not act there is told why. */
export const outsideDuty = (divisionCode: string) =>
  new DomainError(
    'FORBIDDEN',
    'OUTSIDE_DIVISIONS',
    { zh: '该服务点不在您的管辖范围内', en: 'The service point is outside your divisions' },
    { divisionCode },
  );

export const outOfRange = (argument: string, minimum: number, maximum: number) =>
  new DomainError(
    'BAD_USER_INPUT',
    'OUT_OF_RANGE',
    { zh: `${argument} 须在 ${minimum} 至 ${maximum} 之间`, en: `${argument} must be between ${minimum} and ${maximum}` },
    { argument, minimum, maximum },
  );
