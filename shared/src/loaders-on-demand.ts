import { ANONYMOUS, type Viewer } from './viewer';

/** The loaders of one part of a subgraph, for the request of one viewer. To make them asks nothing. */
export type LoaderGroup<G extends object = object> = (viewer: Viewer) => G;

/** All loaders of some groups, by name. */
export type LoadersOf<Groups extends readonly LoaderGroup[]> = Together<ReturnType<Groups[number]>>;

type Together<Union> = (Union extends unknown ? (each: Union) => void : never) extends (all: infer All) => void ? All : never;

/**
 * The loaders of a subgraph, for each request anew. There are some fifty, and a request needs a few: a group is made when the first
 * of its loaders is asked for. Throws where two groups have a loader of the same name.
 */
export function loadersOnDemand<const Groups extends readonly LoaderGroup[]>(...groups: Groups): (viewer: Viewer) => LoadersOf<Groups> {
  class Loaders {
    private readonly made: Record<string, unknown>[] = [];

    constructor(private readonly viewer: Viewer) {}

    static {
      for (const [index, group] of groups.entries()) {
        // Which names a group has does not depend on who asks.
        for (const name of Object.keys(group(ANONYMOUS))) {
          if (name in Loaders.prototype) throw new Error(`two groups have a loader named ${name}`);
          Object.defineProperty(Loaders.prototype, name, {
            get(this: Loaders) {
              this.made[index] ??= groups[index]!(this.viewer) as Record<string, unknown>;
              return this.made[index][name];
            },
          });
        }
      }
    }
  }
  return (viewer) => new Loaders(viewer) as unknown as LoadersOf<Groups>;
}
