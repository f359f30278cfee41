import type { AppraisalScheme } from '../scheme/scheme.entity';
import type { IndicatorScore } from '../scorecard/scorecard.entity';
import { dividedBy, exact, rounded, sumOf, times } from '../scoring/exact';

/** What one card alone says: its scores by their weights among each other, for the graph's answers are nobody's opinion. */
export function pairScore(scores: readonly IndicatorScore[], { indicators }: Pick<AppraisalScheme, 'indicators'>): string {
  const weights = new Map(indicators.map(({ code, weight }) => [code, exact(weight)]));
  const weighted = scores.map(({ indicator, score }) => times(weights.get(indicator)!, exact(score)));
  return rounded(dividedBy(sumOf(weighted), sumOf(scores.map(({ indicator }) => weights.get(indicator)!))), 2);
}
