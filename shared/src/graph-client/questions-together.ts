import DataLoader from 'dataloader';
import { type AnswerBody, bodyIn, isPassing } from './answer';
import type { Entrance } from './entrance';

/** A question of a client, and by when it wants to know. */
export interface Question {
  readonly query: string;
  readonly variables: object;
  readonly operationName?: string;
  readonly within?: readonly string[];
  readonly deadline: number;
}

export interface TogetherOptions {
  readonly entrance: Entrance;
  readonly headersOf: (question: Question, leftMs: number) => Promise<Readonly<Record<string, string>>>;
  /** Of the answer to one question. */
  readonly maxBytes: number;
}

/** As many as a gateway takes in one request unless it is told otherwise. */
const AT_ONCE = 10;

/** What was answered, or what kept it from coming. */
type Outcome = { readonly answer: AnswerBody } | { readonly error: unknown };

/**
 * Questions that are put in the same moment, within the same divisions, go as one request, each word for word, and each has its own
 * answer. Where the gateway does not take several at once, or not so many of such, they go one by one.
 */
export class QuestionsTogether {
  private readonly loader = new DataLoader<Question, Outcome>((questions) => this.sendAll(questions), {
    cache: false,
    maxBatchSize: AT_ONCE,
  });

  constructor(private readonly options: TogetherOptions) {}

  async ask(question: Question): Promise<AnswerBody> {
    const outcome = await this.loader.load(question);
    if ('error' in outcome) throw outcome.error;
    return outcome.answer;
  }

  private async sendAll(questions: readonly Question[]): Promise<Outcome[]> {
    const outcomes = new Map<Question, Outcome>();
    const places = [...new Set(questions.map(placeOf))];
    await Promise.all(
      places.map(async (place) => {
        const group = questions.filter((question) => placeOf(question) === place);
        for (const [at, outcome] of (await this.sendGroup(group)).entries()) outcomes.set(group[at]!, outcome);
      }),
    );
    return questions.map((question) => outcomes.get(question)!);
  }

  private async sendGroup(group: readonly Question[]): Promise<readonly Outcome[]> {
    const alone = () => Promise.all(group.map((question) => this.send([question], bodyOf(question))));
    if (group.length === 1) return alone();
    const whole = await this.send(group, group.map(bodyOf));
    if ('error' in whole) return group.map(() => whole);
    const { status, body } = whole.answer;
    if (Array.isArray(body) && body.length === group.length) return body.map((each) => ({ answer: { status, body: each } }));
    return isPassing(whole.answer) ? group.map(() => whole) : alone();
  }

  private send(questions: readonly Question[], body: object): Promise<Outcome> {
    return this.answered(questions, body).then(
      (answer) => ({ answer }),
      (error: unknown) => ({ error }),
    );
  }

  private async answered(questions: readonly Question[], body: object): Promise<AnswerBody> {
    const { entrance, headersOf, maxBytes } = this.options;
    const leftMs = Math.max(1, Math.min(...questions.map(({ deadline }) => deadline)) - Date.now());
    const headers = await headersOf(questions[0]!, leftMs);
    const signal = AbortSignal.timeout(leftMs);
    const request = { headers, body: JSON.stringify(body), maxBytes: maxBytes * questions.length, signal };
    return bodyIn(await Promise.race([entrance(request), passed(signal)]));
  }
}

const placeOf = ({ within }: Question): string => String(within);

const bodyOf = ({ query, variables, operationName }: Question) => ({
  query,
  variables,
  ...(operationName !== undefined && { operationName }),
});

function passed(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true }));
}
