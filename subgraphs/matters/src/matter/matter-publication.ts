import { held } from '@township-graph/shared/held';
import { type EntityManager, IsNull } from 'typeorm';
import { Matter } from './matter.entity';
import { MatterState } from './matter.enums';
import { checkMatter } from './matter.rules';
import { MatterGuide } from './matter-guide.entity';
import { digestOf, type ListedGuide, type ListedMatter, listedOf } from './matter-import.row';
import { writeMatters } from './matter-import.writing';
import { MatterSite } from './matter-site.entity';

/** The last revision of a matter, both halves, and where it is handled. */
export interface StandingMatter {
  readonly matter: Matter;
  readonly guide: ListedGuide;
  readonly sites: readonly string[];
}

/** What a change says instead; what it leaves out stays. */
export interface MatterPatch {
  readonly matter?: Partial<ListedMatter>;
  readonly guide?: Partial<ListedGuide>;
  readonly addedSites?: readonly string[];
}

/** The last revision, in whatever state; null if there is none. Who may know of it is the caller's to ask. */
export async function standingMatter(tx: EntityManager, id: string): Promise<StandingMatter | null> {
  const [last] = await tx.find(Matter, { where: { id }, order: { revision: 'DESC' }, take: 1 });
  return standingFrom(tx, id, last);
}

/**
 * The same, and nobody publishes another before the transaction ends. All revisions are held, in their order: who waited for
 * somebody else's finds the one that was written meanwhile.
 */
export async function heldMatter(tx: EntityManager, id: string): Promise<StandingMatter | null> {
  const revisions = await held(tx.createQueryBuilder(Matter, 'matter')).where({ id }).orderBy('matter.revision').getMany();
  return standingFrom(tx, id, revisions.at(-1));
}

async function standingFrom(tx: EntityManager, id: string, matter: Matter | undefined): Promise<StandingMatter | null> {
  if (matter?.id !== id) return null;
  const guide = await tx.findOneByOrFail(MatterGuide, { matterId: id, revision: matter.revision });
  const sites = await tx.findBy(MatterSite, { matterId: id, validTo: IsNull() });
  return { matter, guide, sites: sites.map(({ divisionCode }) => divisionCode).sort() };
}

/** The revision that a patch makes of the standing one, if the rules of lists allow it. */
export function patched(
  { matter, guide }: StandingMatter,
  state: MatterState,
  patch: MatterPatch,
): { matter: ListedMatter; guide: ListedGuide } {
  const steps = patch.guide?.steps ?? guide.steps;
  const next = { ...listedOf(matter), ...patch.matter, state, stepCount: steps.length, validTo: null };
  checkMatter(next);
  const { legalBases, materials, fee, channels, serviceObjects, onSiteReason } = { ...guide, ...patch.guide };
  return { matter: next, guide: { legalBases, steps, materials, fee, channels, serviceObjects, onSiteReason } };
}

/**
 * Writes the next revision: it begins on the day, the one before ends there, and nothing overlaps. A draft becomes the
 * first revision. Gives the number of the revision.
 */
export async function publishRevision(
  tx: EntityManager,
  standing: StandingMatter,
  state: MatterState,
  patch: MatterPatch,
  day: string,
  today: string,
): Promise<number> {
  const { matter, guide } = patched(standing, state, patch);
  const isFirst = standing.matter.state === MatterState.DRAFT;
  const sites = [...(isFirst ? standing.sites : []), ...(patch.addedSites ?? [])];
  await writeMatters(tx, [{ matter, guide, digest: digestOf(matter, guide), startsOn: day, sites }], today);
  const written = await standingMatter(tx, standing.matter.id);
  return written!.matter.revision;
}
