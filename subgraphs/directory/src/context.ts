import type { RequestContext } from '@township-graph/shared/context';
import type { DirectoryLoaders } from './subgraph';

export type DirectoryContext = RequestContext & { readonly loaders: DirectoryLoaders };
