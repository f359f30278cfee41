import type { Asker } from './viewers';

/** All that a viewer was told: the whole of an answer, as it came. */
export interface Answer {
  readonly question: Question;
  readonly status: number;
  readonly headers: string;
  readonly body: string;
}

interface Graph {
  readonly url: string;
  sign(claims: object): Promise<string>;
}

/** Headers that say when, or how long it took, and not what. */
const OF_THE_MOMENT = new Set(['date', 'keep-alive', 'connection', 'server-timing']);
/** Requests under way at once. One: on a busy machine a second would wait for the first to be planned, and be turned away for it. */
const AT_ONCE = 1;

/** What is asked in one request; its name says which path through the graph it proves. */
export interface Question {
  readonly name: string;
  readonly text: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** What each was told, question by question. */
export type Answers = ReadonlyMap<Asker, readonly Answer[]>;

/** Asks always with the same request id, so that the same answer is the same to the byte. */
export class Walker {
  private readonly tokens = new Map<Asker, Promise<string>>();

  constructor(private readonly graph: Graph) {}

  /** One question after the other to everybody: what the gateway has once made of it, it then still knows. */
  async ask(askers: readonly Asker[], questions: readonly Question[], atOnce = AT_ONCE): Promise<Answers> {
    const answers = new Map(askers.map((asker) => [asker, new Array<Answer>(questions.length)]));
    const waiting = questions.entries();
    const askOn = async () => {
      for (const [index, question] of waiting) for (const asker of askers) answers.get(asker)![index] = await this.askOne(asker, question);
    };
    await Promise.all(Array.from({ length: atOnce }, askOn));
    return answers;
  }

  private async askOne(asker: Asker, question: Question): Promise<Answer> {
    const { text, variables } = question;
    const token = await this.tokenOf(asker);
    const response = await fetch(`${this.graph.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-request-id': 'the-walk-through-all',
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ query: text, variables }),
    });
    const headers = [...response.headers].filter(([header]) => !OF_THE_MOMENT.has(header)).map((pair) => pair.join(': '));
    return { question, status: response.status, headers: headers.join('\n'), body: await response.text() };
  }

  private tokenOf(asker: Asker): Promise<string> | null {
    const { subject, name, organization, divisions, scopes } = asker.viewer;
    if (subject === null) return null;
    let token = this.tokens.get(asker);
    if (!token) {
      token = this.graph.sign({ sub: subject, name, org: organization, divisions, scope: scopes.join(' ') });
      this.tokens.set(asker, token);
    }
    return token;
  }
}
