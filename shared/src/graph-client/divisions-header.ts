/**
 * Names the divisions that a request is to be answered within, separated by commas: fewer than its token allows, never others.
 * So one token of a machine serves questions for one township after the other, and no answer holds more than its question was about.
 */
export const DIVISIONS_HEADER = 'x-divisions';
