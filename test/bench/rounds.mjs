/** Each round begins with another, so that none always meets the warmer machine. */
export const rotated = (names, round) => names.map((_, index) => names[(index + round) % names.length]);

const FIGURES = ['cpuMs', 'requestsPerSecond', 'p50', 'p99', 'rssMb', 'generatorLoad', 'callsPerRequest'];

/** Of several rounds: the median of each figure that they have, of memory too, which swings with the collector; the peak only grows. */
export function summaryOf(rounds) {
  const figures = FIGURES.filter((key) => key in rounds[0]).map((key) => [key, median(rounds.map((round) => round[key]))]);
  return { ...Object.fromEntries(figures), peakMb: rounds.at(-1).peakMb };
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
