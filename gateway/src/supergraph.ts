import type { Logger } from '@township-graph/shared/log';
import { polledText } from './polled-text';
import { withoutAccessDirectives } from './supergraph-directives';

/** Where the gateway's schema comes from. */
export interface SupergraphSource {
  /** The SDL to start with. Throws when there is none: a gateway without a schema must not start. */
  load(): Promise<string>;
  /**
   * Calls back with each new SDL until the returned function is called. `onChange` throws for one that cannot be used;
   * it is logged, the old one stays, and the same text is not tried again.
   */
  watch(onChange: (sdl: string) => void): () => void;
}

export interface SupergraphOptions {
  /** SDL itself, the path of a file, or an http(s) URL. */
  readonly from: string;
  /** How often to look again; 0 never. */
  readonly pollMs: number;
  readonly log: Logger;
}

const MAX_SDL_BYTES = 32 * 1024 * 1024;

export function supergraphSource({ from, pollMs, log }: SupergraphOptions): SupergraphSource {
  if (from.includes('{')) return { load: async () => usable(from, log), watch: () => () => {} };
  const text = polledText({ from, pollMs, maxBytes: MAX_SDL_BYTES, accept: 'text/plain, application/graphql, */*' });
  const refused = (error: Error) => log.error({ err: error }, 'new supergraph refused; the old one keeps serving');
  return {
    load: async () => usable(await text.load(), log),
    watch: (onChange) => text.watch((sdl) => onChange(usable(sdl, log)), refused),
  };
}

function usable(text: string, log: Logger): string {
  const { sdl, uses } = withoutAccessDirectives(text);
  if (uses > 0)
    log.warn(
      { uses },
      'the supergraph’s @authenticated, @requiresScopes and @policy are left to its subgraphs: this gateway does not enforce them',
    );
  return sdl;
}
