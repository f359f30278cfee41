import { type DocumentNode, parse } from 'graphql';

/** The one read last. A megabyte of text becomes twenty of objects, so it is held only while somebody else holds it too. */
let last: { readonly sdl: string; readonly document: WeakRef<DocumentNode> } | null = null;

/** A supergraph's text as a tree, without places: several want it as one is loaded, one after the other. Nobody changes it. */
export function supergraphDocument(sdl: string): DocumentNode {
  const known = last?.sdl === sdl ? last.document.deref() : undefined;
  if (known) return known;
  const document = parse(sdl, { noLocation: true });
  last = { sdl, document: new WeakRef(document) };
  return document;
}
