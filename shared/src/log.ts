import { type DestinationStream, type Logger, pino } from 'pino';

export type { Logger } from 'pino';

export interface LogOptions {
  /** The process that speaks: `gateway`, or a subgraph's name. */
  readonly name: string;
  /** A pino level; `LOG_LEVEL` when absent, silent under jest, otherwise `info`. */
  readonly level?: string;
  /** Where lines go; standard output when absent. */
  readonly destination?: DestinationStream;
}

/**
 * The structured log. Every line passes {@link maskPersonalData} on its way out, whatever field it came in by: a list of
 * forbidden field names misses the phone number inside an error message.
 */
export function createLog({ name, level, destination = process.stdout }: LogOptions): Logger {
  const masked: DestinationStream = { write: (line) => void destination.write(maskPersonalData(line)) };
  return pino({ name, level: level ?? levelFrom(process.env), formatters: { level: (label) => ({ level: label }) } }, masked);
}

/** The same log, with the request id on each line. */
export function logOfRequest(log: Logger, requestId: string): Logger {
  return log.child({ requestId });
}

function levelFrom(env: NodeJS.ProcessEnv): string {
  return env.LOG_LEVEL ?? (env.NODE_ENV === 'test' ? 'silent' : 'info');
}

/** Citizen numbers (18 digits or 17 and an X, born 18..–20..) and mobile numbers, also written 138-1234-5678 or +86 138…. */
const CITIZEN_NUMBER = String.raw`\d{6}(?:18|19|20)\d{9}[\dXx]`;
const MOBILE_NUMBER = String.raw`(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}`;
/** A hex digit on either side means a UUID, a hash or a longer number: masking there would break request ids. */
const PERSONAL = new RegExp(`(?<![0-9A-Fa-f])(?:${CITIZEN_NUMBER}|${MOBILE_NUMBER})(?![0-9A-Fa-f])`, 'g');

/** The line without citizen and mobile numbers. JSON stays JSON: a number that stands bare becomes 0, in a string it becomes `***`. */
export function maskPersonalData(line: string): string {
  return line.replace(PERSONAL, (match: string, offset: number) => {
    const isBare = /[:,[]/.test(line.charAt(offset - 1)) && /[,}\]]/.test(line.charAt(offset + match.length));
    return isBare ? '0' : '***';
  });
}
