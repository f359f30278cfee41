import { ROW } from '@township-graph/shared/scoped-repository';
import { takeTurn } from '@township-graph/shared/turn';
import { type EntityManager, IsNull } from 'typeorm';
import type { EstablishmentKind, FundingKind } from '../staff-member/staff-member.enums';
import { SecondmentTurn, turnOfPosts } from '../turns';
import { Establishment } from './establishment.entity';
import { establishmentNotFound } from './establishment.errors';
import { checkFilled } from './establishment.rules';

export interface PostKey {
  readonly organCreditCode: string;
  readonly kind: EstablishmentKind;
  readonly fundingKind: FundingKind | null;
}

/** SQL for how many of the posts of the row are filled: by who is on that establishment and has not left. */
export const FILLED = `(SELECT COUNT(*) FROM staff_member s WHERE s.homeCreditCode = ${ROW}.organCreditCode
  AND s.establishmentKind = ${ROW}.kind AND COALESCE(s.fundingKind, '') = COALESCE(${ROW}.fundingKind, '') AND s.leftOn IS NULL)`;

/** From here to the end of the transaction nobody else counts, fills or moves posts of the county. */
export async function holdPosts(tx: EntityManager, countyCode: string): Promise<void> {
  await takeTurn(tx, SecondmentTurn, turnOfPosts(countyCode));
}

export function findPosts(tx: EntityManager, { organCreditCode, kind, fundingKind }: PostKey): Promise<Establishment | null> {
  return tx.findOneBy(Establishment, { organCreditCode, kind, fundingKind: fundingKind ?? IsNull() });
}

/** How many of the posts are filled, by the staff. */
export async function filledPosts(tx: EntityManager, establishmentId: string): Promise<number> {
  const row = await tx
    .createQueryBuilder(Establishment, ROW)
    .select(FILLED, 'filled')
    .where(`${ROW}.id = :id`, { id: establishmentId })
    .getRawOne<{ filled: number | string }>();
  return Number(row!.filled);
}

/** A free post for one more person; whoever asks holds the posts. Refuses where none was approved, or none is left (编制条例§6). */
export async function freePost(tx: EntityManager, key: PostKey): Promise<Establishment> {
  const establishment = await findPosts(tx, key);
  if (!establishment) throw establishmentNotFound();
  checkFilled(establishment.approved, (await filledPosts(tx, establishment.id)) + 1, 1);
  return establishment;
}
