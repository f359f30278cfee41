import { addMonths } from '@township-graph/shared/calendar';
import { dayOf, startOfDay } from '@township-graph/shared/clock';
import { In, MoreThan } from 'typeorm';
import { EnforcementCase } from '../../case/case.entity';
import { CaseProcedure, CaseState } from '../../case/case.enums';
import { DecisionOutcome } from '../../decision/decision.enums';
import { lastDecision } from '../../decision/decisions-of-case';
import { CaseDocumentKind } from '../../document/document.enums';
import { WithholdingGround } from '../../publicity/publication.enums';
import { choiceRefusal } from '../../publicity/publication.rules';
import { publishFacts } from '../../publicity/publish-facts';
import { Remedy } from '../../remedy/remedy.entity';
import type { DemoDesk } from './demo-desk';

/** Nothing is public for longer. */
const MONTHS = 36;
const STANDS: readonly CaseState[] = [CaseState.SERVED, CaseState.EXECUTING, CaseState.CLOSED, CaseState.ARCHIVED];
const TWO_HOURS_MS = 2 * 60 * 60 * 1000;
/** Of so many cases the decision lies there as a document. */
const WRITTEN = 5;

/** Publishes what was decided in the last three years, or records why it is not, as of what was done on the spot; and writes out some decisions. */
export async function publishAndWrite(desk: DemoDesk): Promise<void> {
  const since = startOfDay(addMonths(dayOf(desk.now), -MONTHS));
  const cases = await desk.tx.find(EnforcementCase, {
    where: { isDemonstration: true, outcome: DecisionOutcome.PENALTY, state: In([...STANDS]), decidedAt: MoreThan(since) },
    order: { decidedAt: 'ASC', id: 'ASC' },
  });
  for (const each of cases) await publish(desk, each);
  const ordinary = cases.filter(({ procedure }) => procedure === CaseProcedure.ORDINARY);
  for (const each of ordinary.slice(-WRITTEN)) await write(desk, each);
}

async function publish(desk: DemoDesk, enforcementCase: EnforcementCase): Promise<void> {
  const { id: caseId, version: expectedVersion, procedure } = enforcementCase;
  const decision = await lastDecision(desk.tx, caseId);
  const remedies = await desk.tx.findBy(Remedy, { caseId });
  if (choiceRefusal(publishFacts(enforcementCase, decision, { standing: null, remedies, isAdultConfirmed: true }))) return;
  const { publicity } = at(desk, enforcementCase).services;
  const given = { caseId, expectedVersion };
  if (procedure === CaseProcedure.ORDINARY)
    await publicity.publishDecision(seat(desk, enforcementCase), { ...given, reason: '示例：具有一定社会影响', isAdultConfirmed: true });
  else
    await publicity.withholdPublication(seat(desk, enforcementCase), {
      ...given,
      ground: WithholdingGround.NO_SOCIAL_IMPACT,
      reason: '示例：当场处罚，情节轻微',
    });
}

async function write(desk: DemoDesk, enforcementCase: EnforcementCase): Promise<void> {
  const { id: caseId, version: expectedVersion } = enforcementCase;
  for (const kind of [CaseDocumentKind.FILING_APPROVAL, CaseDocumentKind.PENALTY_DECISION])
    await at(desk, enforcementCase).services.documents.issueDocument(seat(desk, enforcementCase), { caseId, expectedVersion, kind });
}

/** Soon after it was decided. */
const at = (desk: DemoDesk, { decidedAt }: EnforcementCase) => desk.at(new Date(decidedAt!.getTime() + TWO_HOURS_MS));

const seat = (desk: DemoDesk, { divisionCode, organCreditCode: creditCode }: EnforcementCase) =>
  desk.as({ divisionCode, creditCode: creditCode! });
