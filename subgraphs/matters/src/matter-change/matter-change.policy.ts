import type { Clock } from '@township-graph/shared/clock';
import { covers } from '@township-graph/shared/division-code';
import type { DomainError } from '@township-graph/shared/errors';
import { divisionsOf, holds, type Scope, sees, type Viewer } from '@township-graph/shared/viewer';
import type { MatterChange } from './matter-change.entity';
import { ChangeGround } from './matter-change.enums';
import { bodyUnknown, notTheCounty, notTheProposer, proposerDecides } from './matter-change.errors';
import type { MatterChangeAction } from './matter-change.status';

const PROPOSERS: readonly MatterChangeAction[] = ['amendMatterChange', 'withdrawMatterChange'];

/** The scope without which nobody may so much as try. */
export const scopeFor = (action: MatterChangeAction): Scope => (PROPOSERS.includes(action) ? 'matters:handle' : 'matters:manage');

export const countyOf = (divisionCode: string) => divisionCode.slice(0, 6);

/**
 * The division that a proposal belongs to; null where the viewer has no say. Who sees the subject proposes for it; a
 * township asks its county from below (乡镇自下而上申请).
 */
export function proposingDivision(viewer: Viewer, subjectDivision: string, ground: ChangeGround, clock: Clock): string | null {
  const own = divisionsOf(viewer, clock);
  const above = own.find((code) => covers(code, subjectDivision));
  if (above !== undefined) return above.length === 6 ? countyOf(subjectDivision) : above;
  if (ground !== ChangeGround.TOWNSHIP_REQUEST) return null;
  return own.find((code) => covers(subjectDivision, code)) ?? null;
}

type Judged = Pick<MatterChange, 'divisionCode' | 'subjectDivision' | 'proposedByCreditCode' | 'proposer'>;

/** Why this viewer does not take this step; null when it may. */
export function refusalOf(viewer: Viewer, action: MatterChangeAction, change: Judged, clock: Clock): DomainError | null {
  const { organization, subject } = viewer;
  if (PROPOSERS.includes(action)) {
    const isOwn = sees(viewer, change.divisionCode, clock) && organization === change.proposedByCreditCode;
    return isOwn ? null : notTheProposer();
  }
  const county = countyOf(change.subjectDivision);
  if (!divisionsOf(viewer, clock).some((code) => code.length === 6 && covers(code, county))) return notTheCounty();
  if (organization === null) return bodyUnknown();
  return organization === change.proposedByCreditCode || subject === change.proposer ? proposerDecides() : null;
}

/** Whether `availableActions` names it. */
export function mayAct(viewer: Viewer, action: MatterChangeAction, change: Judged, clock: Clock): boolean {
  return holds(viewer, scopeFor(action)) && refusalOf(viewer, action, change, clock) === null;
}
