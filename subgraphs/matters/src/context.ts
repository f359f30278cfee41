import type { RequestContext } from '@township-graph/shared/context';
import type { MattersLoaders } from './subgraph';

export type MattersContext = RequestContext & { readonly loaders: MattersLoaders };
