import type { Clock } from '@township-graph/shared/clock';
import { divisionsOf, type Viewer } from '@township-graph/shared/viewer';
import { isAbove } from '../jurisdiction/superior';
import type { EnforcementCase } from './case.entity';
import type { CaseAction } from './case.moves';

/** Whether a viewer acts for the organ of a division: its duty is that very division. Those above read, and do not act. */
export function actsFor(viewer: Viewer, divisionCode: string, clock: Clock): boolean {
  return divisionsOf(viewer, clock).includes(divisionCode);
}

/** What the organ answers that a case was handed over to; of one that is none of this graph, who handed it over says what came of it. */
const ANSWERS: ReadonlySet<CaseAction> = new Set(['takeOverTransfer', 'returnTransfer']);

/** What is for the organ above those that may have the case, and for none of these (行政处罚法§25②). */
const DESIGNATES: ReadonlySet<CaseAction> = new Set(['designateHere', 'designateElsewhere']);

/** Who was recused takes no step of the case any more, whatever the account may do elsewhere (行政处罚法§43). */
export const isRecused = ({ subject }: Viewer, { recused }: Pick<EnforcementCase, 'recused'>): boolean =>
  subject !== null && (recused?.includes(subject) ?? false);

/** Whether the step is this viewer's organ's to take. */
export function takes(viewer: Viewer, action: CaseAction, enforcementCase: EnforcementCase, clock: Clock): boolean {
  const { divisionCode, organCreditCode, receivingDivisionCode, receivingCreditCode } = enforcementCase;
  if (isRecused(viewer, enforcementCase)) return false;
  if (DESIGNATES.has(action))
    return viewer.organization !== null && viewer.organization !== organCreditCode && isAbove(viewer, [divisionCode], clock);
  if (receivingDivisionCode === null || !ANSWERS.has(action)) return actsFor(viewer, divisionCode, clock);
  return viewer.organization === receivingCreditCode && actsFor(viewer, receivingDivisionCode, clock);
}
