import { optionalWords, textLength, words } from '@township-graph/shared/stated-text';
import type { EntityManager } from 'typeorm';
import { type HandlingKind, MatterState } from '../matter/matter.enums';
import type { HandlingStep, LegalBasis, Material } from '../matter/matter-guide.types';
import { listedOf } from '../matter/matter-import.row';
import { type MatterPatch, patched, standingMatter } from '../matter/matter-publication';
import type { Limit } from '../matter/time-limit';
import { searchedText } from '../search/search-words';
import { count } from '../texts.rules';
import { type Detail, matterDetails } from './matter-change.details';
import type { MatterChangeKind } from './matter-change.enums';
import { kindUnfit, nothingChanges, subjectNotFound, subjectUnclear } from './matter-change.errors';
import { MATTER_KINDS, SAYING, stateAfter } from './matter-change.rules';

/** What a proposal says of a matter; what it leaves out stays. */
export interface MatterContent {
  readonly name?: string | null;
  readonly handlingKind?: HandlingKind | null;
  readonly statutoryLimit?: Limit | null;
  readonly promisedLimit?: Limit | null;
  readonly leadName?: string | null;
  readonly leadCreditCode?: string | null;
  readonly onSiteVisits?: number | null;
  readonly instantApproval?: boolean | null;
  readonly singleCertificate?: boolean | null;
  readonly legalBases?: readonly Pick<LegalBasis, 'title' | 'article' | 'text'>[] | null;
  readonly steps?: readonly HandlingStep[] | null;
  readonly materials?: readonly Material[] | null;
  readonly addedSites?: readonly string[] | null;
}

/** A proposal that may be made, with what the change is of. */
export interface Proposed<P> {
  readonly subjectId: string | null;
  readonly subjectDivision: string;
  readonly subjectName: string;
  readonly baseRevision: number | null;
  readonly proposal: P;
  readonly details: readonly Detail[];
}

/** Refuses who may not know of the subject, or propose anything of it; asked before anything is told of it. */
export type Admit = (subjectDivision: string, isDraft: boolean) => void;

/** Reads the matter as it stands, and refuses what no list may say before anybody reviews it. */
export async function proposedMatter(
  tx: EntityManager,
  id: string,
  kind: MatterChangeKind,
  content: MatterContent | null,
  admit: Admit,
): Promise<Proposed<MatterPatch>> {
  const standing = await standingMatter(tx, id);
  if (!standing) throw subjectNotFound();
  const { matter, guide } = standing;
  admit(matter.divisionCode, matter.state === MatterState.DRAFT);
  const allowed = MATTER_KINDS[matter.state];
  if (!allowed.includes(kind)) throw kindUnfit(kind, matter.state, allowed);
  if (content && !SAYING.includes(kind)) throw subjectUnclear();
  const patch = patchOf(content ?? {});
  const next = patched(standing, stateAfter(kind, matter.state), patch);
  const details = matterDetails({ ...listedOf(matter), ...guide }, { ...next.matter, ...next.guide }, patch.addedSites ?? []);
  if (details.length === 0) throw nothingChanges();
  return {
    subjectId: id,
    subjectDivision: matter.divisionCode,
    subjectName: matter.name,
    baseRevision: matter.revision,
    proposal: patch,
    details,
  };
}

function patchOf(content: MatterContent): MatterPatch {
  const { name, handlingKind, statutoryLimit, promisedLimit, leadName, leadCreditCode, onSiteVisits, legalBases, steps, materials } =
    content;
  const given = <V>(value: V | null | undefined, make: (value: V) => object) => (value === null || value === undefined ? {} : make(value));
  return {
    matter: {
      ...given(name, (text) => ({ name: checkedName(text) })),
      ...given(handlingKind, (value) => ({ handlingKind: value })),
      ...given(statutoryLimit, ({ value, unit }) => ({ statutoryValue: count('statutoryLimit', value), statutoryUnit: unit })),
      ...given(promisedLimit, ({ value, unit }) => ({ promisedValue: count('promisedLimit', value), promisedUnit: unit })),
      ...given(leadName, (text) => ({ leadName: words('leadName', text, 100), leadCreditCode: leadCreditCode ?? null })),
      ...given(onSiteVisits, (value) => ({ onSiteVisits: count('onSiteVisits', value) })),
      ...given(content.instantApproval, (instantApproval) => ({ instantApproval })),
      ...given(content.singleCertificate, (singleCertificate) => ({ singleCertificate })),
    },
    guide: {
      ...given(legalBases, (all) => ({ legalBases: all.map(basisOf) })),
      ...given(steps, (all) => ({
        steps: all.map((step) => ({ name: words('name', step.name, 100), content: words('content', step.content, 500) })),
      })),
      ...given(materials, (all) => ({ materials: all.map(materialOf) })),
    },
    addedSites: content.addedSites ?? [],
  };
}

/** Whether somebody read it in the text of the law is not for a proposal to say. */
const basisOf = ({ title, article, text }: Pick<LegalBasis, 'title' | 'article' | 'text'>): LegalBasis => ({
  title: words('title', title, 200),
  article: optionalWords('article', article, 100),
  text: optionalWords('text', text, 2000),
  verified: false,
});

const materialOf = ({ name, originals, copies, required, shared }: Material): Material => ({
  name: words('name', name, 200),
  originals: count('originals', originals)!,
  copies: count('copies', copies)!,
  required,
  shared,
});

/** The index of names keeps so many characters. */
const LONGEST_SEARCHED = 400;

function checkedName(name: string): string {
  const checked = words('name', name, 200);
  if (searchedText(checked).length > LONGEST_SEARCHED) throw textLength('name', 200);
  return checked;
}
