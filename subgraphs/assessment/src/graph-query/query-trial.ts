import { type Clock, dayOf } from '@township-graph/shared/clock';
import { demoCreditCode } from '@township-graph/shared/credit-code';
import { DomainError } from '@township-graph/shared/errors';
import { type GraphClient, GraphUnanswered } from '@township-graph/shared/graph-client/graph-client';
import { holds, sees, type Viewer } from '@township-graph/shared/viewer';
import type { IndicatorQueryCheck, QueriedScheme } from '../scheme/indicator-query';
import { IndicatorSource, SubjectKind } from '../scheme/scheme.enums';
import type { SchemeIndicator } from '../scheme/scheme.parts';
import { askNumber } from './graph-number';
import { queryNotTried, queryRefused } from './graph-query.errors';
import { checkQuery } from './graph-query-check';

/** What the graph says of one that it does not know, which the subject of a trial may well be. */
const NOT_KNOWN = 'NOT_FOUND';

/** Looks into the queries of a scheme before it is kept: by its own rules, and by asking the graph once. */
export class QueryTrial implements IndicatorQueryCheck {
  /** Without a graph, a query is held to the rules alone. */
  constructor(
    private readonly graph: GraphClient | null,
    private readonly clock: Clock,
  ) {}

  check(indicator: SchemeIndicator, subjectKind: SubjectKind): void {
    checkQuery(indicator, subjectKind);
  }

  /**
   * Whether the graph answers: it has such fields, thinks it not too dear, lets this machine read it, and has a number there. Of who may not define
   * the scheme, or whose query breaks a rule, nothing is asked: the command refuses that.
   */
  async tryOut(viewer: Viewer, scheme: QueriedScheme): Promise<void> {
    const { divisionCode, subjectKind, indicators } = scheme;
    if (!this.graph || !holds(viewer, 'assessment:manage') || !sees(viewer, divisionCode, this.clock)) return;
    for (const indicator of indicators)
      if (indicator.source === IndicatorSource.GRAPH_QUERY && keepsRules(indicator, subjectKind))
        await this.ask(this.graph, indicator, scheme);
  }

  private async ask(graph: GraphClient, indicator: SchemeIndicator, { divisionCode, subjectKind }: QueriedScheme): Promise<void> {
    const today = dayOf(this.clock());
    const subjectKey = somebody(subjectKind, divisionCode);
    try {
      await askNumber(graph, indicator, { divisionCode, subjectKind, subjectKey, periodFrom: today, periodTo: today });
    } catch (error) {
      if (!(error instanceof GraphUnanswered)) throw error;
      if (error.kind === 'UNREACHABLE') throw queryNotTried(error.reason);
      if (error.reason !== NOT_KNOWN) throw queryRefused(error.reason, error.message);
    }
  }
}

function keepsRules(indicator: SchemeIndicator, subjectKind: SubjectKind): boolean {
  try {
    checkQuery(indicator, subjectKind);
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}

/** Somebody of that kind; but for the division nobody whom there is. */
function somebody(subjectKind: SubjectKind, divisionCode: string): string {
  if (subjectKind === SubjectKind.DIVISION) return divisionCode;
  return subjectKind === SubjectKind.ORGANIZATION
    ? demoCreditCode('11', divisionCode.slice(0, 6), 0)
    : '00000000-0000-7000-8000-000000000000';
}
