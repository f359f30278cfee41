import { type DocumentNode, parse } from 'graphql';
import { narrowed } from './narrow-text';

/**
 * The one read last. A megabyte of text becomes twenty of objects, so it is held only while somebody else holds it too. Its words are held
 * as properties: V8 has them in its table of names for so long.
 */
let last: { readonly sdl: string; readonly document: WeakRef<DocumentNode>; readonly words: object } | null = null;

/** A supergraph's text as a tree, without places: several want it as one is loaded, one after the other. Nobody changes it. */
export function supergraphDocument(sdl: string): DocumentNode {
  const known = last?.sdl === sdl ? last.document.deref() : undefined;
  if (known) return known;
  const words = narrowWords(sdl);
  const document = parse(sdl, { noLocation: true });
  last = { sdl, document: new WeakRef(document), words };
  return document;
}

/**
 * With descriptions in Chinese, what is cut out of the text is wide, and whoever makes a name a property first puts it into V8's table
 * as it is: from then on it is wide for everybody, and so is each call and answer that it stands in. So these are put there before.
 */
function narrowWords(sdl: string): object {
  const words = narrowed([...new Set(sdl.match(/\w+/g))].join(' ')).split(' ');
  return Object.fromEntries(words.map((word) => [word, true]));
}
