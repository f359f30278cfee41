import type { Canaries, Canary } from './canaries';
import { MISPLACED } from './operations';
import type { Answer } from './walk';

/** Every text in the answers that is not for this viewer, as sentences. What a refusal repeats of the question itself is none. */
export function leaksIn(answers: readonly Answer[], isFor: (canary: Canary) => boolean, canaries: Canaries): string[] {
  return answers.flatMap((answer) => {
    const { text: query, variables } = answer.question;
    const asked = `${query} ${JSON.stringify(variables)}`.toLowerCase();
    const { data } = JSON.parse(answer.body) as { data?: unknown };
    const shown = canaries.foundIn(JSON.stringify(data ?? null));
    return [...canaries.foundIn(`${answer.headers} ${answer.body}`)]
      .filter(([text, canary]) => !isFor(canary) && (shown.has(text) || !asked.includes(text)))
      .map(([text, canary]) => `${canary} in ${answer.question.name}${placeOf(text, data, answer)}`);
  });
}

/** What the domain may answer instead of data. */
const REFUSALS = ['BAD_USER_INPUT', 'FORBIDDEN', 'UNAUTHENTICATED'];

/** Answers that are no answer, as sentences: then nothing was looked at, and nothing proved. */
export function failuresIn(answers: readonly Answer[]): string[] {
  return answers.flatMap(({ question: { name }, body }) => {
    const { data, errors = [] } = JSON.parse(body) as { data?: unknown; errors?: { message: string; extensions: { code: string } }[] };
    const isRefused = (code: string) => REFUSALS.includes(code) && (data || code !== 'BAD_USER_INPUT' || name.includes(MISPLACED));
    return errors.filter(({ extensions }) => !isRefused(extensions.code)).map(({ message }) => `${name}: ${message}`);
  });
}

/** The answers that neither was refused, and that do not speak of who asks. */
export function withoutRefusals(one: readonly Answer[], other: readonly Answer[]): [readonly Answer[], readonly Answer[]] {
  const isRefused = ({ body }: Answer) => /"code":"(FORBIDDEN|UNAUTHENTICATED)"/.test(body);
  const kept = one.map(
    (answer, index) => !isRefused(answer) && !isRefused(other[index]!) && !answer.question.name.startsWith('Query.viewer'),
  );
  return [one.filter((_, index) => kept[index]), other.filter((_, index) => kept[index])];
}

/** Where two walks differ, as sentences. */
export function differences(present: readonly Answer[], absent: readonly Answer[]): string[] {
  return present.flatMap((one, index) => {
    const other = absent[index]!;
    const isAlike = one.status === other.status && one.headers === other.headers;
    if (isAlike && one.body === other.body) return [];
    const [told, toldOther] = [inOrder(one), inOrder(other)];
    if (isAlike && JSON.stringify(told) === JSON.stringify(toldOther)) return [];
    const place = firstDifference(told, toldOther) ?? ['the headers or the bytes'];
    return [`${one.question.name}: ${pathIn(place, one)}`];
  });
}

/** Fields that are resolved at the same time fail in any order, which tells nothing. */
function inOrder({ body }: Answer): unknown {
  const answer = JSON.parse(body) as { errors?: { path?: unknown }[] };
  answer.errors?.sort((one, other) => (JSON.stringify(one.path) < JSON.stringify(other.path) ? -1 : 1));
  return answer;
}

/** The first of them: what leaks at all leaks in a thousand places. */
export function briefly(sentences: readonly string[], most = 20): string[] {
  return sentences.length <= most ? [...sentences] : [...sentences.slice(0, most), `… and ${sentences.length - most} more`];
}

function firstDifference(one: unknown, other: unknown, path: readonly string[] = []): readonly string[] | null {
  if (one === other) return null;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return [...path, `${JSON.stringify(one)} instead of ${JSON.stringify(other)}`.slice(0, 200)];
  for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const found = firstDifference((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key], [...path, key]);
    if (found) return found;
  }
  return null;
}

function placeOf(text: string, data: unknown, answer: Answer): string {
  const path = pathTo(text, data);
  return path ? `: ${pathIn(['data', ...path], answer)}` : '';
}

function pathTo(text: string, value: unknown): string[] | null {
  if (typeof value === 'string') return value.toLowerCase().includes(text) ? [] : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, item] of Object.entries(value)) {
    const found = pathTo(text, item);
    if (found) return [key, ...found];
  }
  return null;
}

/** The path, each alias with the field and the arguments that it stands for. */
function pathIn(path: readonly string[], { question: { text, variables = {} } }: Answer): string {
  return path
    .map((step) => {
      const at = /^([fr]\d+|by_\w+)$/.test(step) ? text.indexOf(` ${step}: `) : -1;
      if (at < 0) return step;
      const field = text.slice(at + step.length + 3, text.indexOf(' { ', at));
      const given = field.replace(/\w+: \$(\w+)(, )?/g, (argument, name) =>
        name in variables ? argument.replace(`$${name}`, JSON.stringify(variables[name])) : '',
      );
      return given.replace(', )', ')');
    })
    .join('.');
}
