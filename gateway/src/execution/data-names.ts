import { type DocumentNode, type FieldNode, print, visit } from 'graphql';

const PREFIX = '__client';

/**
 * Under which names the values of an operation's fields lie in the joined data. Their response names, but for those that mean
 * two things: a field that subgraphs require with arguments of their own, and a name that two fields of the operation go by,
 * which may do so on objects of different types, until an interface object makes one type of them.
 */
export class DataNames {
  private readonly meanings = new Map<string, string[]>();

  constructor(
    document: DocumentNode,
    private readonly contested: ReadonlySet<string>,
  ) {
    visit(document, {
      Field: (node) => {
        const meanings = this.meanings.get(responseNameOf(node)) ?? [];
        const meaning = meaningOf(node);
        if (!meanings.includes(meaning)) meanings.push(meaning);
        this.meanings.set(responseNameOf(node), meanings);
      },
    });
  }

  of(node: FieldNode): string {
    const responseName = responseNameOf(node);
    const meanings = this.meanings.get(responseName) ?? [];
    if (meanings.length < 2 && !this.contested.has(node.name.value)) return responseName;
    return `${PREFIX}${meanings.indexOf(meaningOf(node))}_${responseName}`;
  }
}

/** A path with the client's names. */
export function clientPath(path: readonly (string | number)[]): (string | number)[] {
  return path.map((step) => (typeof step === 'string' && step.startsWith(PREFIX) ? step.replace(/^__client\d+_/, '') : step));
}

export function responseNameOf({ alias, name }: FieldNode): string {
  return (alias ?? name).value;
}

function meaningOf({ name, arguments: given = [] }: FieldNode): string {
  return `${name.value}(${given.map(print).sort().join(', ')})`;
}
