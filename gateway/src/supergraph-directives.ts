import { type DirectiveNode, type DocumentNode, print, visit } from 'graphql';
import { supergraphDocument } from './supergraph-document';
import { linkedSpec, linksOf, textOf } from './supergraph-links';

/** Specifications of access control that @apollo/gateway refuses to load. */
const ACCESS_SPECS = new Set(['authenticated', 'requiresScopes', 'policy']);

export interface StrippedSupergraph {
  readonly sdl: string;
  /** How many fields and types carried access directives: what this gateway will not enforce itself. */
  readonly uses: number;
}

/**
 * The supergraph without @authenticated, @requiresScopes and @policy: uses, definitions, links and the scalars of their
 * arguments. A gateway that loads it enforces none of them, so subgraphs must (ours do, by scope and division).
 */
export function withoutAccessDirectives(sdl: string): StrippedSupergraph {
  const document = supergraphDocument(sdl);
  const names = accessNames(document);
  if (names.size === 0) return { sdl, uses: 0 };
  let uses = 0;
  const belongs = (name: string) => names.has(name) || names.has(name.split('__')[0]!);
  const stripped = visit(document, {
    DirectiveDefinition: ({ name }) => (belongs(name.value) ? null : undefined),
    ScalarTypeDefinition: ({ name }) => (name.value.includes('__') && belongs(name.value) ? null : undefined),
    Directive: (node) => {
      if (isAccessLink(node) || joinsAccess(node)) return null;
      if (!belongs(node.name.value)) return undefined;
      uses += 1;
      return null;
    },
  });
  return { sdl: print(stripped), uses };
}

/** The names that the access specifications go by in this document: `@link(as:)` and imports may rename them. */
function accessNames(document: DocumentNode): Set<string> {
  const links = linksOf(document).filter(({ spec }) => ACCESS_SPECS.has(spec));
  return new Set(links.flatMap(({ prefix, imports }) => [prefix, ...imports.values()]));
}

function isAccessLink(node: DirectiveNode): boolean {
  return ACCESS_SPECS.has(linkedSpec(node) ?? '');
}

/** `@join__directive(name: "authenticated", …)`: a subgraph's own use, carried along for routers. */
function joinsAccess(node: DirectiveNode): boolean {
  return node.name.value === 'join__directive' && ACCESS_SPECS.has(textOf(node, 'name') ?? '');
}
