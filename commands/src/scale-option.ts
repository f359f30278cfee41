import { scaleOf } from '@township-graph/shared/demo/scale';
import { InvalidArgumentError, Option } from 'commander';

/** How much of the demonstration a command loads. */
export const scaleOption = (): Option =>
  new Option(
    '--scale <share>',
    'share of the demonstration’s applications and cases in a new database: 0.01, 1%, 1 for all 195,000 and 3,695 (1%)',
  )
    .env('SCALE')
    .argParser((text) => {
      try {
        return scaleOf(text);
      } catch (error) {
        throw new InvalidArgumentError((error as Error).message);
      }
    });
