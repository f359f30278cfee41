import { insertAll } from '@township-graph/shared/insert-all';
import { within } from '@township-graph/shared/scoped-repository';
import { type EntityManager, In } from 'typeorm';
import { MatterSite } from '../matter/matter-site.entity';
import { matterInForce } from './delegated-matter';
import type { Delegation } from './delegation.entity';
import { actsInOwnName, type Recipient } from './delegation.rules';
import { endOwnMatters, openOwnMatters } from './delegation-own-matters';
import { DelegationClosedSite, DelegationMatter } from './delegation-recipient.entity';

/** Where matters are handled, as a delegation changes it: from its first day on, and on the day that it ends. */

/** Carries out a published delegation: who handles what where, from the first day to the last. */
export async function openGround(tx: EntityManager, delegation: Delegation, recipients: readonly Recipient[]): Promise<void> {
  const isGrant = actsInOwnName(delegation.mode);
  const opened = isGrant ? await openOwnMatters(tx, delegation, recipients) : await departmentPlaces(tx, delegation, recipients);
  const ids = [...new Set(opened.map(({ matterId }) => matterId))];
  const links = ids.map((matterId) => ({ delegationId: delegation.id, matterId }));
  await tx.delete(DelegationMatter, { delegationId: delegation.id });
  await insertAll(tx, DelegationMatter, links);
  if (isGrant) await closeDepartmentSites(tx, delegation, recipients);
  for (const place of opened) await openSite(tx, place, delegation.effectiveFrom);
  if (delegation.effectiveTo !== null) await endGround(tx, delegation, null, delegation.effectiveTo);
}

/** The matter stays the department's, so that results and remedies name it; the townships are places where it is handled. */
async function departmentPlaces(tx: EntityManager, { matterId, effectiveFrom }: Delegation, recipients: readonly Recipient[]) {
  await matterInForce(tx, matterId, effectiveFrom);
  return recipients.map(({ divisionCode }) => ({ matterId, divisionCode }));
}

/** The day that it ends becomes another one: what was opened closes then, and a department whose sites a grant closed has them back. */
export async function endGround(tx: EntityManager, delegation: Delegation, before: string | null, after: string): Promise<void> {
  const matterIds = await matterIdsOf(tx, delegation.id);
  if (actsInOwnName(delegation.mode)) await endOwnMatters(tx, matterIds, after);
  const sites = await sitesUnder(tx, matterIds, await divisionsOf(tx, delegation.id));
  for (const site of sites.filter(({ validFrom }) => validFrom >= delegation.effectiveFrom)) {
    const isOpenThen = site.validTo === null || site.validTo > after || site.validTo === before;
    // One that was to open after the end never opens.
    if (isOpenThen) await endSite(tx, site, after < site.validFrom ? site.validFrom : after);
  }
  const closed = await tx.findBy(DelegationClosedSite, { delegationId: delegation.id });
  for (const site of closed) await reopen(tx, site, before, after);
}

export async function matterIdsOf(tx: EntityManager, delegationId: string): Promise<string[]> {
  return (await tx.findBy(DelegationMatter, { delegationId })).map(({ matterId }) => matterId);
}

async function divisionsOf(tx: EntityManager, delegationId: string): Promise<string[]> {
  const rows: { divisionCode: string }[] = await tx.query('SELECT divisionCode FROM delegation_recipient WHERE delegationId = ?', [
    delegationId,
  ]);
  return rows.map(({ divisionCode }) => divisionCode);
}

/** From the first day of a grant on, the department handles the item in that township no more, nor do its villages for it. */
async function closeDepartmentSites(tx: EntityManager, delegation: Delegation, recipients: readonly Recipient[]): Promise<void> {
  const { id: delegationId, delegatingCreditCode, basicCode, effectiveFrom: day } = delegation;
  const own: { id: string }[] = await tx.query('SELECT DISTINCT id FROM matter WHERE implementingCreditCode = ? AND basicCode = ?', [
    delegatingCreditCode,
    basicCode,
  ]);
  const sites = await sitesUnder(
    tx,
    own.map(({ id }) => id),
    recipients.map(({ divisionCode }) => divisionCode),
  );
  const closing = sites.filter(({ validTo }) => validTo === null || validTo > day);
  await insertAll(
    tx,
    DelegationClosedSite,
    closing.map((site) => ({ ...site, delegationId })),
  );
  for (const site of closing) await endSite(tx, site, day < site.validFrom ? site.validFrom : day);
}

/** Gives a place back to the department on the day, or on another than was said before. */
async function reopen(tx: EntityManager, site: DelegationClosedSite, before: string | null, after: string): Promise<void> {
  const { matterId, divisionCode, villageRole, validTo } = site;
  const dayOf = (end: string) => (end < site.validFrom ? site.validFrom : end);
  if (before !== null) await tx.delete(MatterSite, { matterId, divisionCode, validFrom: dayOf(before) });
  const validFrom = dayOf(after);
  if (validTo !== null && validTo <= validFrom) return;
  // One that was to open later, or that nothing has closed yet, is there still, ended on its first day.
  await tx.delete(MatterSite, { matterId, divisionCode, validFrom });
  await insertAll(tx, MatterSite, [{ matterId, divisionCode, villageRole, validFrom, validTo }]);
}

/** Opens a place unless the matter is handled there on that day already, until it is handled there anyway. */
async function openSite(tx: EntityManager, place: Pick<MatterSite, 'matterId' | 'divisionCode'>, validFrom: string): Promise<void> {
  const { matterId, divisionCode } = place;
  const sites = await tx.find(MatterSite, { where: { matterId, divisionCode }, order: { validFrom: 'ASC' } });
  const isHandled = sites.some((site) => site.validFrom <= validFrom && (site.validTo === null || site.validTo > validFrom));
  if (isHandled) return;
  const validTo = sites.find((site) => site.validFrom > validFrom)?.validFrom ?? null;
  await tx.delete(MatterSite, { matterId, divisionCode, validFrom });
  await insertAll(tx, MatterSite, [{ matterId, divisionCode, validFrom, validTo, villageRole: null }]);
}

async function endSite(tx: EntityManager, { matterId, divisionCode, validFrom }: MatterSite, validTo: string): Promise<void> {
  await tx.update(MatterSite, { matterId, divisionCode, validFrom }, { validTo });
}

/** The places of these matters in these divisions or below them. */
async function sitesUnder(tx: EntityManager, matterIds: readonly string[], divisionCodes: readonly string[]): Promise<MatterSite[]> {
  if (matterIds.length === 0 || divisionCodes.length === 0) return [];
  const query = tx.createQueryBuilder(MatterSite, 'site').where({ matterId: In([...matterIds]) });
  const places = divisionCodes.map((code, index) => within('site.divisionCode', code, `place${index}`));
  return query
    .andWhere(`(${places.map(({ sql }) => sql).join(' OR ')})`, Object.assign({}, ...places.map(({ parameters }) => parameters)))
    .getMany();
}
