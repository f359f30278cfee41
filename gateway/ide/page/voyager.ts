import { getIntrospectionQuery } from 'graphql/utilities/getIntrospectionQuery.js';

declare const VOYAGER: string;

/** The part of graphql-voyager's standalone build that we call. */
export interface Voyager {
  renderVoyager(place: HTMLElement, properties: VoyagerProperties): void;
}

/** What Voyager draws, in which order, and with which panels around it. */
export interface VoyagerProperties {
  readonly introspection: unknown;
  readonly displayOptions: {
    readonly skipRelay: boolean;
    readonly skipDeprecated: boolean;
    readonly sortByAlphabet: boolean;
    readonly showLeafFields: boolean;
  };
  readonly hideDocs: boolean;
  readonly hideSettings: boolean;
}

declare global {
  interface Window {
    GraphQLVoyager?: Voyager;
  }
}

const DRAWINGS = 'VoyagerSVGCache';

let voyager: Promise<Voyager> | undefined;

/** Loads Voyager from our own origin, once. It is a script of its own, with its own React, and a megabyte and a half. */
export function loadVoyager(): Promise<Voyager> {
  voyager ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = VOYAGER;
    script.onload = () => (window.GraphQLVoyager ? resolve(window.GraphQLVoyager) : reject(new Error('no Voyager')));
    script.onerror = () => reject(new Error('no Voyager'));
    document.head.append(script);
  });
  return voyager;
}

/**
 * Voyager keeps its drawings in localStorage, where the schema that one token may see would outlive the token.
 * It has no switch for that, so writes under its key are dropped, and earlier ones removed.
 */
export function forgetDrawings(): void {
  localStorage.removeItem(DRAWINGS);
  const write = Storage.prototype.setItem;
  Storage.prototype.setItem = function (this: Storage, key: string, value: string): void {
    if (key !== DRAWINGS) write.call(this, key, value);
  };
}

/** The introspection that Voyager understands, descriptions included. */
export function introspectionQuery(): string {
  return getIntrospectionQuery();
}
