import type { RequestContext } from '@township-graph/shared/context';
import type { EnforcementLoaders } from './subgraph';

export type EnforcementContext = RequestContext & { readonly loaders: EnforcementLoaders };
