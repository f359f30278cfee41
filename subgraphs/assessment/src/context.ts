import type { RequestContext } from '@township-graph/shared/context';
import type { AssessmentLoaders } from './subgraph';

export type AssessmentContext = RequestContext & { readonly loaders: AssessmentLoaders };
