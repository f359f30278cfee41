import { type ConstDirectiveNode, type ConstValueNode, type DirectiveNode, type DocumentNode, Kind } from 'graphql';

/** One specification that a supergraph links, and what its directives go by in it. */
export interface SpecLink {
  /** `cost` of https://specs.apollo.dev/cost/v0.1 */
  readonly spec: string;
  /** What the directives are prefixed with that are not imported; the specification's name unless `as:` says otherwise. */
  readonly prefix: string;
  /** Imported names, by the name that the specification gives; no `@`. */
  readonly imports: ReadonlyMap<string, string>;
}

/** What the document's schema definition links, by `@link` or the older `@core`. */
export function linksOf(document: DocumentNode): SpecLink[] {
  return document.definitions
    .filter((node) => node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION)
    .flatMap(({ directives = [] }: { directives?: readonly ConstDirectiveNode[] }) => directives)
    .flatMap((node) => linkTo(node) ?? []);
}

/** What this `@link` or `@core` links. */
export function linkTo(node: ConstDirectiveNode): SpecLink | undefined {
  const spec = linkedSpec(node);
  return spec === undefined ? undefined : { spec, prefix: textOf(node, 'as') ?? spec, imports: importsOf(node) };
}

/** What a directive of the specification is called in this document. */
export function nameIn({ spec, prefix, imports }: SpecLink, directive: string): string {
  return imports.get(directive) ?? (directive === spec ? prefix : `${prefix}__${directive}`);
}

/** The specification that this `@link` or `@core` names. */
export function linkedSpec(node: DirectiveNode): string | undefined {
  if (node.name.value !== 'link' && node.name.value !== 'core') return undefined;
  const url = textOf(node, 'url') ?? textOf(node, 'feature');
  return url?.match(/\/([^/]+)\/v\d+\.\d+\/?$/)?.[1];
}

/** A directive's argument, where it is a text. */
export function textOf(node: DirectiveNode, argument: string): string | undefined {
  const value = node.arguments?.find(({ name }) => name.value === argument)?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}

function importsOf(link: ConstDirectiveNode): Map<string, string> {
  const imports = new Map<string, string>();
  const value = link.arguments?.find(({ name }) => name.value === 'import')?.value;
  for (const item of value?.kind === Kind.LIST ? value.values : []) {
    const name = item.kind === Kind.STRING ? item.value : fieldOf(item, 'name');
    if (name) imports.set(withoutAt(name), withoutAt(fieldOf(item, 'as') ?? name));
  }
  return imports;
}

function fieldOf(item: ConstValueNode, key: string): string | undefined {
  const value = item.kind === Kind.OBJECT ? item.fields.find(({ name }) => name.value === key)?.value : undefined;
  return value?.kind === Kind.STRING ? value.value : undefined;
}

const withoutAt = (name: string) => name.replace(/^@/, '');
