import { Lexer, Source, TokenKind } from 'graphql';
import { type OperationLimits, within, withinNesting } from './limits';

export interface TextSize {
  readonly bytes: number;
  readonly tokens: number;
}

/**
 * Refuses a text that is too long or too deep to be parsed. It is read token by token and never recursively, so brackets
 * inside strings and comments do not mislead it and no nesting can exhaust the stack. A text that is no GraphQL passes as
 * far as it can be read: the parser, which gets no further, says what is wrong with it.
 */
export function guardText(text: string, limits: OperationLimits): TextSize {
  const bytes = Buffer.byteLength(text);
  within(limits, 'bytes', bytes);
  const next = tokensOf(text);
  let tokens = 0;
  let nesting = 0;
  for (let kind = next(); kind !== TokenKind.EOF; kind = next()) {
    within(limits, 'tokens', ++tokens);
    if (kind === TokenKind.BRACE_L || kind === TokenKind.BRACKET_L) withinNesting(limits, ++nesting);
    else if (kind === TokenKind.BRACE_R || kind === TokenKind.BRACKET_R) nesting -= 1;
  }
  return { bytes, tokens };
}

/** The kind of each token; EOF also where the text cannot be read on. */
function tokensOf(text: string): () => TokenKind {
  const lexer = new Lexer(new Source(text));
  return () => {
    try {
      return lexer.advance().kind;
    } catch {
      return TokenKind.EOF;
    }
  };
}
