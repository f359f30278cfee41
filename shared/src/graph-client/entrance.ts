/** A question on its way to the graph. */
export interface EntranceRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly maxBytes: number;
  readonly signal: AbortSignal;
}

export interface EntranceAnswer {
  readonly status: number;
  readonly text: string;
}

/** How the gateway is reached: in this process or over HTTP. Throws when nobody answers. */
export type Entrance = (request: EntranceRequest) => Promise<EntranceAnswer>;

/** More came than was asked to be read; what is too large once is so again. */
export class AnswerTooLarge extends Error {}

/** Over HTTP. Redirects are not followed: a token must not travel where nobody configured it to. */
export function httpEntrance(url: string): Entrance {
  return async ({ headers, body, maxBytes, signal }) => {
    const response = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'error' });
    return { status: response.status, text: await textWithin(response.body, maxBytes) };
  };
}

async function textWithin(body: AsyncIterable<Uint8Array> | null, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > maxBytes) throw new AnswerTooLarge(`more than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
