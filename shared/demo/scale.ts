/** The share of their full number in which demonstration rows come that are there by the hundred thousand: 1 in 100. */
export const DEFAULT_SCALE = 0.01;

/** A share written as a fraction or in percent: 0.01, 1 %, 1 (all). Throws RangeError for anything that is not between 0 and 1. */
export function scaleOf(text: string): number {
  const [, digits, percent] = /^\s*(\d{1,9}(?:\.\d{1,9})?)\s*(%?)\s*$/.exec(text) ?? [];
  const scale = digits === undefined ? Number.NaN : Number(digits) / (percent ? 100 : 1);
  if (scale >= 0 && scale <= 1) return scale;
  throw new RangeError('scale: a fraction from 0 to 1, or a percentage, such as 0.01, 1% or 1 for all');
}

/** Demonstration rows are there already, at another scale than was asked for; said in one sentence, for it is the operator's to mend. */
export class DemoScaleDiffers extends Error {
  constructor(loaded: number, asked: number) {
    super(`the demonstration was loaded at scale ${loaded}, not ${asked}, and stays as it is until its databases are made anew`);
    this.name = 'DemoScaleDiffers';
  }
}
