import type { EntityManager } from 'typeorm';
import { Matter } from '../matter/matter.entity';
import { MatterRank, MatterState } from '../matter/matter.enums';
import { matterNotFound, matterNotInForce } from './delegation.errors';

/** The matter's revision of the day: published, and one that is applied for. `check` hears of the matter before anything is told of it. */
export async function matterInForce(
  tx: EntityManager,
  id: string,
  day: string,
  check: (matter: Matter) => void = () => undefined,
): Promise<Matter> {
  const revisions = await tx.find(Matter, { where: { id }, order: { revision: 'ASC' } });
  const [first] = revisions;
  // MariaDB finds "x" for "x ".
  if (first?.id !== id) throw matterNotFound();
  check(first);
  const matter = revisions.findLast((revision) => revision.holdsOn(day));
  const isHeading = matter?.rank === MatterRank.MAIN && (await tx.existsBy(Matter, { parentId: id }));
  if (matter?.state !== MatterState.PUBLISHED || isHeading) throw matterNotInForce(first.implementationCode, day);
  return matter;
}
