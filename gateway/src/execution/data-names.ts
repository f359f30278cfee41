import { type DocumentNode, type FieldNode, print, visit } from 'graphql';

const PREFIX = '__client';

/**
 * Under which names the values of an operation's fields lie in the joined data. Their response names, but for those that mean
 * two things: a field that subgraphs require with arguments of their own, an alias that is the name of a field which plans
 * need (`id: name`), and a name that two fields of the operation go by, which may do so on objects of different types, until
 * an interface object makes one type of them.
 */
export class DataNames {
  private readonly meanings = new Map<string, string[]>();

  constructor(
    document: DocumentNode,
    /** Fields whose own name is kept for what subgraphs require. */
    private readonly contested: ReadonlySet<string>,
    /** Fields that plans ask for whether the client does or not. */
    private readonly needed: ReadonlySet<string>,
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
    const isOfAnother = responseName !== node.name.value && this.needed.has(responseName);
    if (meanings.length < 2 && !isOfAnother && !this.contested.has(node.name.value)) return responseName;
    return `${PREFIX}${meanings.indexOf(meaningOf(node))}_${responseName}`;
  }
}

/** A path with the client's names. */
export function clientPath(path: readonly (string | number)[]): (string | number)[] {
  return path.map((step) => (typeof step === 'string' && step.startsWith(PREFIX) ? step.replace(/^__client\d+_/, '') : step));
}

/** Variables that plans have of their own. */
const OF_PLANS = /^(representations|contextualArgument_|__)/;

/** What a client's variable is called in plans. */
export function variableInPlans(name: string): string {
  return OF_PLANS.test(name) ? `${PREFIX}_${name}` : name;
}

/** What the client calls a variable of a plan. */
export function clientVariable(name: string): string {
  return name.startsWith(`${PREFIX}_`) ? name.slice(PREFIX.length + 1) : name;
}

export function responseNameOf({ alias, name }: FieldNode): string {
  return (alias ?? name).value;
}

function meaningOf({ name, arguments: given = [] }: FieldNode): string {
  return `${name.value}(${given.map(print).sort().join(', ')})`;
}
