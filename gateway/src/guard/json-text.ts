import { type OperationLimits, within, withinNesting } from './limits';

const QUOTE = 0x22;
const COMMA = 0x2c;
const BRACKET_L = 0x5b;
const BACKSLASH = 0x5c;
const BRACKET_R = 0x5d;
const BRACE_L = 0x7b;
const BRACE_R = 0x7d;

/**
 * Refuses a JSON text that holds too many values or nests too deeply, before it is parsed: parsing half a million brackets, or
 * an object of as many keys, takes longer than all else that a request is refused for. What is no JSON is left to the parser.
 */
export function guardJson(text: string, limits: OperationLimits): void {
  let nesting = 0;
  let values = 1;
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case QUOTE:
        at = endOfString(text, at);
        break;
      case COMMA:
        within(limits, 'values', ++values);
        break;
      case BRACKET_L:
      case BRACE_L:
        within(limits, 'values', ++values);
        withinNesting(limits, ++nesting);
        break;
      case BRACKET_R:
      case BRACE_R:
        nesting -= 1;
    }
  }
}

/** Where the quote is that ends the string which begins here; the text's end if there is none. */
function endOfString(text: string, begin: number): number {
  for (let end = text.indexOf('"', begin + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let first = end;
    while (text.charCodeAt(first - 1) === BACKSLASH) first -= 1;
    // An even number of backslashes escape one another, and not the quote.
    if ((end - first) % 2 === 0) return end;
  }
  return text.length;
}
