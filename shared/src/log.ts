import { type DestinationStream, type Logger, pino } from 'pino';
import { maskPersonalData } from './masking';

export type { Logger } from 'pino';

export interface LogOptions {
  /** The process that speaks: `gateway`, or a subgraph's name. */
  readonly name: string;
  /** A pino level; `LOG_LEVEL` when absent, silent under jest, otherwise `info`. */
  readonly level?: string;
  /** Where lines go; standard output when absent. */
  readonly destination?: DestinationStream;
}

/** Where a failed statement's error keeps the values it was to write: names and addresses among them, which no pattern finds. */
const VALUES_OF_STATEMENTS = ['err.parameters', 'err.sql', 'err.driverError'] as const;

/**
 * The structured log. Every line passes {@link maskPersonalData} on its way out, whatever field it came in by: a list of
 * forbidden field names misses the phone number inside an error message.
 */
export function createLog({ name, level, destination = process.stdout }: LogOptions): Logger {
  const masked: DestinationStream = { write: (line) => void destination.write(maskPersonalData(line)) };
  const redact = { paths: [...VALUES_OF_STATEMENTS], remove: true };
  return pino({ name, level: level ?? levelFrom(process.env), redact, formatters: { level: (label) => ({ level: label }) } }, masked);
}

/** The same log, with the request id on each line. */
export function logOfRequest(log: Logger, requestId: string): Logger {
  return log.child({ requestId });
}

function levelFrom(env: NodeJS.ProcessEnv): string {
  return env.LOG_LEVEL ?? (env.NODE_ENV === 'test' ? 'silent' : 'info');
}
