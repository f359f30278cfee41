import { type DemoPower, demoPowers } from './demo-powers';

/** So many powers of these fields, a field after the other, real causes first. What the law gives to townships is not among them. */
export function choosePowers(domains: readonly string[], count: number): DemoPower[] {
  const byDomain = domains.map((domain) => demoPowers().filter((power) => power.domain === domain && !power.isOwnStatutory));
  const longest = Math.max(...byDomain.map(({ length }) => length));
  const rounds = Array.from({ length: longest }, (_, round) => byDomain.flatMap((powers) => powers[round] ?? []));
  const chosen = rounds.flat().slice(0, count);
  if (chosen.length < count) throw new Error(`there are no ${count} powers in ${domains.join()}`);
  return chosen;
}
