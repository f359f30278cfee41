import { type DirectiveNode, type DocumentNode, Kind, parse, print, type StringValueNode, visit } from 'graphql';

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
  const document = parse(sdl, { noLocation: true });
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
  const names = new Set<string>();
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.SCHEMA_DEFINITION && definition.kind !== Kind.SCHEMA_EXTENSION) continue;
    for (const link of definition.directives?.filter(isAccessLink) ?? []) {
      names.add(textOf(link, 'as') ?? specOf(link)!);
      for (const imported of importsOf(link)) names.add(imported);
    }
  }
  return names;
}

function isAccessLink(node: DirectiveNode): boolean {
  return (node.name.value === 'link' || node.name.value === 'core') && ACCESS_SPECS.has(specOf(node) ?? '');
}

/** `@join__directive(name: "authenticated", …)`: a subgraph's own use, carried along for routers. */
function joinsAccess(node: DirectiveNode): boolean {
  return node.name.value === 'join__directive' && ACCESS_SPECS.has(textOf(node, 'name') ?? '');
}

/** `policy` of https://specs.apollo.dev/policy/v0.1 */
function specOf(link: DirectiveNode): string | undefined {
  const url = textOf(link, 'url') ?? textOf(link, 'feature');
  return url?.match(/\/([^/]+)\/v\d+\.\d+\/?$/)?.[1];
}

function textOf(node: DirectiveNode, argument: string): string | undefined {
  const value = node.arguments?.find(({ name }) => name.value === argument)?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}

function importsOf(link: DirectiveNode): string[] {
  const value = link.arguments?.find(({ name }) => name.value === 'import')?.value;
  if (value?.kind !== Kind.LIST) return [];
  return value.values.flatMap((item) => {
    if (item.kind === Kind.STRING) return [item.value.replace(/^@/, '')];
    if (item.kind !== Kind.OBJECT) return [];
    const field = (key: string) => item.fields.find(({ name }) => name.value === key)?.value as StringValueNode | undefined;
    return [(field('as') ?? field('name'))?.value.replace(/^@/, '') ?? ''].filter(Boolean);
  });
}
