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

/** SQL for "is on the establishment `e`, and has not left". */
export const ON_ESTABLISHMENT =
  "s.homeCreditCode = e.organCreditCode AND s.establishmentKind = e.kind AND COALESCE(s.fundingKind, '') = COALESCE(e.fundingKind, '') AND s.leftOn IS NULL";

/** From here to the end of the transaction nobody else counts, fills or moves posts of the county. */
export async function holdPosts(tx: EntityManager, countyCode: string): Promise<void> {
  await takeTurn(tx, SecondmentTurn, turnOfPosts(countyCode));
}

export function findPosts(tx: EntityManager, { organCreditCode, kind, fundingKind }: PostKey): Promise<Establishment | null> {
  return tx.findOneBy(Establishment, { organCreditCode, kind, fundingKind: fundingKind ?? IsNull() });
}

/** How many of the posts are filled, by the staff. */
export async function filledPosts(tx: EntityManager, establishmentId: string): Promise<number> {
  const [row] = await tx.query<{ filled: number | string }[]>(
    `SELECT COUNT(*) AS filled FROM establishment e JOIN staff_member s ON ${ON_ESTABLISHMENT} WHERE e.id = ?`,
    [establishmentId],
  );
  return Number(row!.filled);
}

/** A free post for one more person; whoever asks holds the posts. Refuses where none was approved, or none is left (编制条例§6). */
export async function freePost(tx: EntityManager, key: PostKey): Promise<Establishment> {
  const establishment = await findPosts(tx, key);
  if (!establishment) throw establishmentNotFound();
  checkFilled(establishment.approved, (await filledPosts(tx, establishment.id)) + 1, 1);
  return establishment;
}
