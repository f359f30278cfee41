import { readFileSync } from 'node:fs';
import path from 'node:path';
import { IndicatorDuty, IndicatorSource } from './scheme.enums';
import type { SchemeIndicator, SchemeRater } from './scheme.parts';
import { SchemeTemplate } from './scheme-template.type';

/** A template as bundled (data/README.md): what most indicators and raters have in common is left out. */
type Bundled = Omit<SchemeTemplate, 'indicators' | 'raters'> & {
  readonly indicators: readonly (Pick<SchemeIndicator, 'code' | 'name' | 'weight'> & Partial<SchemeIndicator>)[];
  readonly raters: readonly Omit<SchemeRater, 'quorum'>[];
};

let bundled: readonly SchemeTemplate[] | undefined;

export function schemeTemplates(): readonly SchemeTemplate[] {
  bundled ??= (JSON.parse(readFileSync(path.join(__dirname, '../../data/scheme-templates.json'), 'utf8')) as Bundled[]).map(templateOf);
  return bundled;
}

const templateOf = (template: Bundled): SchemeTemplate =>
  Object.assign(new SchemeTemplate(), template, {
    indicators: template.indicators.map((indicator) => ({ ...PLAIN, ...indicator })),
    raters: template.raters.map((rater) => ({ ...rater, quorum: null })),
  });

const PLAIN = {
  description: null,
  source: IndicatorSource.MANUAL,
  duty: IndicatorDuty.PRIMARY,
  isBundled: false,
  query: null,
  answerPath: null,
  worst: null,
  best: null,
};
