import { ExerciseLevel, makeImplementationCode } from '@township-graph/shared/implementation-code';
import { insertAll } from '@township-graph/shared/insert-all';
import { type EntityManager, In } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Matter } from '../matter/matter.entity';
import { GuideClass, MatterState, PowerSource } from '../matter/matter.enums';
import { checkMatter } from '../matter/matter.rules';
import { MatterGuide } from '../matter/matter-guide.entity';
import { MatterSite } from '../matter/matter-site.entity';
import { matterInForce } from './delegated-matter';
import type { Delegation } from './delegation.entity';
import { notAnAdministrativeOrgan, townshipHoldsIt } from './delegation.errors';
import type { Recipient } from './delegation.rules';

/** A matter that is the township's own from a grant on, and the township. */
export interface OwnMatter {
  readonly matterId: string;
  readonly divisionCode: string;
}

/** Puts the item into the list of each township, in its own name, from the first day on. */
export async function openOwnMatters(tx: EntityManager, delegation: Delegation, recipients: readonly Recipient[]): Promise<OwnMatter[]> {
  const opened: OwnMatter[] = [];
  for (const recipient of recipients) {
    const { divisionCode } = recipient;
    opened.push({ matterId: await openOwnMatter(tx, delegation, recipient), divisionCode });
  }
  return opened;
}

/** What the township prepared or had before is taken up again; otherwise it begins as the department's matter stands. */
async function openOwnMatter(tx: EntityManager, delegation: Delegation, recipient: Recipient): Promise<string> {
  const { basicCode, effectiveFrom: day } = delegation;
  const { organizationCreditCode: creditCode, divisionCode } = recipient;
  if (!creditCode) throw notAnAdministrativeOrgan(divisionCode, '');
  const implementationCode = makeImplementationCode({ creditCode, exerciseLevel: ExerciseLevel.TOWNSHIP, basicCode });
  const [last] = await tx.find(Matter, { where: { implementationCode }, order: { revision: 'DESC' }, take: 1 });
  const own = ownOf(delegation, recipient, implementationCode);
  if (!last) return writeRevision(tx, await matterInForce(tx, delegation.matterId, day), uuid(), 1, own);
  if (last.state === MatterState.DRAFT) {
    // A draft was never in force and has no history. Where it was to be handled is not before the grant.
    checkMatter(Object.assign(new Matter(), last, own));
    await tx.update(Matter, { id: last.id, revision: last.revision }, own);
    await tx.delete(MatterSite, { matterId: last.id });
    return last.id;
  }
  const isOver = last.state === MatterState.ABOLISHED ? last.validFrom <= day : last.validTo !== null && last.validTo <= day;
  if (!isOver) throw townshipHoldsIt(last.id, divisionCode);
  if (last.validTo === null || last.validTo > day) await tx.update(Matter, { id: last.id, revision: last.revision }, { validTo: day });
  return writeRevision(tx, last, last.id, last.revision + 1, own);
}

/** Takes the township's matters out of its list on the day. What held before is not touched. */
export async function endOwnMatters(tx: EntityManager, matterIds: readonly string[], day: string): Promise<void> {
  if (matterIds.length === 0) return;
  const revisions = await tx.find(Matter, { where: { id: In([...matterIds]) }, order: { revision: 'ASC' } });
  for (const id of matterIds) {
    const own = revisions.filter((matter) => matter.id === id);
    const last = own.at(-1);
    if (!last) continue;
    const wasEnded = last.state === MatterState.ABOLISHED;
    for (const { revision, validFrom, validTo } of wasEnded ? own.slice(0, -1) : own) {
      const endsThen = validTo === null || validTo > day || (wasEnded && validTo === last.validFrom);
      if (endsThen) await tx.update(Matter, { id, revision }, { validTo: validFrom > day ? validFrom : day });
    }
    if (wasEnded) await tx.update(Matter, { id, revision: last.revision }, { validFrom: day });
    else await writeRevision(tx, last, id, last.revision + 1, { state: MatterState.ABOLISHED, validFrom: day, validTo: null });
  }
}

/** What makes a matter the township's own. */
function ownOf(delegation: Delegation, { divisionCode, organizationCreditCode, organizationName }: Recipient, implementationCode: string) {
  return {
    implementationCode,
    divisionCode,
    exerciseLevel: ExerciseLevel.TOWNSHIP,
    state: MatterState.PUBLISHED,
    implementingCreditCode: organizationCreditCode,
    implementingName: organizationName,
    leadCreditCode: delegation.delegatingCreditCode,
    leadName: delegation.delegatingName,
    powerSource: PowerSource.DEVOLVED,
    guideClass: GuideClass.DELEGATED,
    villageRole: null,
    validFrom: delegation.effectiveFrom,
    validTo: null,
  } satisfies Partial<Matter>;
}

/** Adds a revision that says what the other one says, but for `change`, with its guide; gives its matter. */
async function writeRevision(tx: EntityManager, model: Matter, id: string, revision: number, change: Partial<Matter>): Promise<string> {
  // Another organ's code and tree are its own.
  const left = id === model.id ? {} : { localCode: null, parentId: null };
  const matter = Object.assign(new Matter(), model, left, change, { id, revision });
  if (matter.state !== MatterState.ABOLISHED) checkMatter(matter);
  await insertAll(tx, Matter, [matter]);
  const guide = await tx.findOneBy(MatterGuide, { matterId: model.id, revision: model.revision });
  if (guide) await insertAll(tx, MatterGuide, [{ ...guide, matterId: id, revision }]);
  return id;
}
