import { DomainError } from '@township-graph/shared/errors';
import { holds, type Viewer } from '@township-graph/shared/viewer';
import { type DocumentNode, getOperationAST, type OperationDefinitionNode, parse } from 'graphql';
import { MOST_VARIANTS } from '../execution/compiled-operation';
import { outcomesOf } from '../execution/conditions';
import { RecentlyUsed } from '../recently-used';
import { type DocumentSize, sizeOf } from './document-size';
import type { RequestedOperation } from './graphql-request';
import { type LimitName, type OperationLimits, within } from './limits';
import { type CostedOperation, type CostModel, operationCost } from './operation-cost';
import { guardText, type TextSize } from './operation-text';
import { OperationValues } from './operation-values';
import type { PersistedDocuments } from './persisted-documents';

export interface OperationGuardOptions {
  readonly limits: OperationLimits;
  readonly production: boolean;
  readonly documents: PersistedDocuments;
  /** Of the supergraph in use; null until one is loaded. */
  model(): CostModel | null;
}

/** Texts whose measures are remembered, by their length in characters together. */
const REMEMBERED_CHARACTERS = 512 * 1024;

/** What a request was let in with. */
export interface Admitted {
  readonly points: number;
  /** Something of it has to be read or planned first. */
  readonly isNew: boolean;
}

interface OperationPoints {
  readonly understanding: number;
  readonly cost: number;
}

interface KnownCost {
  readonly model: CostModel;
  readonly cost: number;
  /** The variables that it hangs on, with the values that they had. */
  readonly told: OperationValues['told'];
}

interface MeasuredText extends TextSize {
  /** Null for a text that does not parse. */
  readonly parsed: { readonly document: DocumentNode; readonly size: DocumentSize } | null;
  /** Set once it was validated: it need not be again. */
  isUnderstood: boolean;
  /** Outcomes of its `@skip`s and `@include`s that it has been let in with: each is planned for itself. */
  readonly plannedFor: Set<string>;
}

/** What it takes, in points, to parse and validate a token, and to plan a field. */
const POINTS_A_TOKEN = 1;
const POINTS_A_SELECTION = 10;

/**
 * Decides what may reach Apollo Server at all. Everything is measured before validation, which itself can be kept busy, and
 * in the order of what it takes to measure: text, tokens, tree, cost.
 */
export class OperationGuard {
  private readonly costs = new WeakMap<OperationDefinitionNode, KnownCost>();
  private readonly measured = new RecentlyUsed<MeasuredText>(REMEMBERED_CHARACTERS);

  constructor(private readonly options: OperationGuardOptions) {}

  /**
   * What the request will cost, in points: its answer, and the understanding of texts that are new.
   * Throws the refusal of a request that may not be executed.
   */
  admit(operations: readonly RequestedOperation[], viewer: Viewer): Admitted {
    const used = new Usage(this.options.limits);
    let points = 0;
    let isNew = false;
    for (const operation of operations) {
      const text = this.options.documents.textOf(operation, viewer);
      if (text === null) continue;
      if (operation.query === undefined) operation.putText(text);
      const { understanding, cost } = this.pointsOf(text, operation, viewer, used);
      points += understanding + cost;
      isNew ||= understanding > 0;
    }
    return { points: Math.max(1, points), isNew };
  }

  /** The document that a text was read as when it was let in. */
  documentOf(text: string): DocumentNode | null {
    return this.measured.get(text)?.parsed?.document ?? null;
  }

  /** The text was found valid. One that was not is as much work the next time. */
  understood(text: string): void {
    const known = this.measured.get(text);
    if (known) known.isUnderstood = true;
  }

  /** The document of a text that will be asked for; null when it does not parse. Throws what it would be refused for. */
  foresee(text: string): DocumentNode | null {
    const measured = this.measure(text);
    if (!measured.parsed) return null;
    this.weigh(measured, new Usage(this.options.limits));
    return measured.parsed.document;
  }

  /** The text was found valid and planned ahead: who asks for it first brings nothing new. */
  foreseen(text: string): void {
    const known = this.measured.get(text);
    if (!known?.parsed) return;
    known.isUnderstood = true;
    for (const outcome of outcomesOf(known.parsed.size.conditionVariables, ['', 'true', 'false'])) known.plannedFor.add(outcome.join());
  }

  private pointsOf(text: string, { operationName, variables }: RequestedOperation, viewer: Viewer, used: Usage): OperationPoints {
    const measured = this.measure(text);
    const { tokens, parsed, isUnderstood, plannedFor } = measured;
    this.weigh(measured, used);
    if (!parsed) return { understanding: tokens * POINTS_A_TOKEN, cost: 0 };
    const { document, size } = parsed;
    const { selections } = size.whole;
    const outcome = outcomeOf(size, variables);
    const planning = isUnderstood && plannedFor.has(outcome) ? 0 : selections * POINTS_A_SELECTION;
    plannedFor.add(outcome);
    if (plannedFor.size > MOST_VARIANTS) plannedFor.delete(plannedFor.values().next().value!);
    const understanding = planning + (isUnderstood ? 0 : tokens * POINTS_A_TOKEN);

    const operation = getOperationAST(document, operationName);
    if (!operation) return { understanding, cost: 0 };
    const { rootFields, introspects } = size.of(operation);
    used.add('rootFields', rootFields);
    if (operation.operation === 'mutation') used.add('mutations', rootFields);
    if (introspects) this.guardIntrospection(viewer);
    const cost = this.costOf({ document, operation, variables });
    used.add('cost', cost);
    return { understanding, cost };
  }

  /** What the text as a whole takes of the limits. */
  private weigh({ bytes, tokens, parsed, isUnderstood }: MeasuredText, used: Usage): void {
    used.add('bytes', bytes);
    used.add('tokens', tokens);
    if (!parsed) return;
    const { selections, aliases, depth } = parsed.size.whole;
    used.add('selections', selections);
    used.add('aliases', aliases);
    within(this.options.limits, 'depth', depth);
    if (!isUnderstood) used.add('overlaps', parsed.size.overlaps());
  }

  /** What the answer will cost; worked out anew where a variable that it hangs on has another value than the last time. */
  costOf(costed: CostedOperation): number {
    const model = this.options.model();
    if (!model) return 0;
    const { operation } = costed;
    const known = this.costs.get(operation);
    if (known?.model === model && known.told.length === 0) return known.cost;
    const values = new OperationValues(operation, costed.variables);
    if (known?.model === model && known.told.every(([name, value]) => values.has(name, value))) return known.cost;
    const cost = operationCost(model, costed, values);
    const { told } = values;
    // A list or an object is never the same one again, and is not kept for nothing.
    if (told.every(([, value]) => typeof value !== 'object' || value === null)) this.costs.set(operation, { model, cost, told });
    return cost;
  }

  private measure(text: string): MeasuredText {
    const known = this.measured.get(text);
    if (known) return known;
    const size = guardText(text, this.options.limits);
    const measured = { ...size, parsed: measuredDocument(text), isUnderstood: false, plannedFor: new Set<string>() };
    this.measured.set(text, measured, text.length);
    return measured;
  }

  private guardIntrospection(viewer: Viewer): void {
    if (!this.options.production || holds(viewer, 'schema:read')) return;
    throw new DomainError(
      'FORBIDDEN',
      'SCOPE_MISSING',
      { zh: '令牌缺少权限 schema:read', en: 'The token lacks the scope schema:read' },
      { scope: 'schema:read' },
    );
  }
}

function outcomeOf({ conditionVariables }: DocumentSize, variables: RequestedOperation['variables']): string {
  return conditionVariables.map((name) => (Object.hasOwn(variables, name) ? String(variables[name] === true) : '')).join();
}

/** What a request has used of its limits so far, all its operations together. */
class Usage {
  private readonly used: Partial<Record<LimitName, number>> = {};

  constructor(private readonly limits: OperationLimits) {}

  add(limit: LimitName, amount: number): void {
    const used = (this.used[limit] ?? 0) + amount;
    this.used[limit] = used;
    within(this.limits, limit, used);
  }
}

function measuredDocument(text: string): MeasuredText['parsed'] {
  let document: DocumentNode;
  try {
    document = parse(text, { noLocation: true });
  } catch {
    // A syntax error, which Apollo Server finds again and puts into words.
    return null;
  }
  return { document, size: sizeOf(document) };
}
