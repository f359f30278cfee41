import type { RequestContext } from '@township-graph/shared/context';
import type { SecondmentLoaders } from './subgraph';

export type SecondmentContext = RequestContext & { readonly loaders: SecondmentLoaders };
