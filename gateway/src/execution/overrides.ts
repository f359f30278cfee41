import type { ConstDirectiveNode, DocumentNode, GraphQLSchema } from 'graphql';
import { visit } from 'graphql';
import { textOf } from '../supergraph-links';
import { fieldsJoinedIn } from './join-directives';

export interface OverrideOptions {
  /** Labels that are switched on. Those by percentage are drawn instead. */
  readonly labels: ReadonlySet<string>;
  /** A number from 0 up to 100, anew for each request. */
  readonly draw: () => number;
}

export const NO_OVERRIDES: OverrideOptions = { labels: new Set(), draw: () => Math.random() * 100 };

/** A label that is in force for a share of the requests. */
const PERCENT = /^percent\((\d+(?:\.\d+)?)\)$/;

/**
 * Progressive overrides: fields that move from one subgraph to another, for a share of the requests (`percent(5)`) or where a label
 * is switched on. One number is drawn for a request, so whoever is among the first 5 of a hundred is among the first 20.
 */
export class Overrides {
  readonly switchedOn: Set<string>;
  /** Labels that are switched on and that the supergraph does not have. */
  readonly unknown: readonly string[];
  /** The names of the fields that wait for each label. */
  private readonly fields = new Map<string, Set<string>>();

  constructor(
    supergraph: GraphQLSchema,
    /** Fields that plans ask for whether the client does or not. */
    private readonly needed: ReadonlySet<string>,
    private readonly options: OverrideOptions,
  ) {
    for (const { name, joins } of fieldsJoinedIn(supergraph)) for (const join of joins) this.note(name, join);
    this.switchedOn = new Set(options.labels);
    this.unknown = [...options.labels].filter((label) => !this.fields.has(label));
  }

  /** The names of the fields that move. */
  get moving(): readonly string[] {
    return [...this.fields.values()].flatMap((names) => [...names]);
  }

  /** The shares that it depends on how the document's operations are planned, in order. */
  sharesFor(document: DocumentNode): readonly number[] {
    if (this.fields.size === 0) return [];
    const asked = new Set(this.needed);
    visit(document, { Field: ({ name }) => void asked.add(name.value) });
    const shares = [...this.fields].flatMap(([label, fields]) =>
      [...fields].some((field) => asked.has(field)) ? (shareOf(label) ?? []) : [],
    );
    // What is for nobody or for everybody needs no draw.
    return [...new Set(shares)].filter((share) => share > 0 && share < 100).sort((one, other) => one - other);
  }

  /** Draws for a request. Of all draws with the same outcome, always the same. */
  draw(shares: readonly number[]): number {
    const drawn = this.options.draw();
    return Math.max(0, ...shares.filter((share) => share <= drawn));
  }

  /** Whether each label is in force. */
  outcomes(draw: number): Map<string, boolean> {
    const isInForce = (label: string) => draw < (shareOf(label) ?? (this.switchedOn.has(label) ? Number.POSITIVE_INFINITY : 0));
    return new Map([...this.fields.keys()].map((label) => [label, isInForce(label)]));
  }

  private note(field: string, join: ConstDirectiveNode): void {
    const label = textOf(join, 'overrideLabel');
    if (label !== undefined) this.fields.set(label, (this.fields.get(label) ?? new Set()).add(field));
  }
}

/** Undefined for a label that is switched on or off. */
export function shareOf(label: string): number | undefined {
  const share = PERCENT.exec(label)?.[1];
  return share === undefined ? undefined : Number(share);
}
