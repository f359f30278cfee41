import { type Clock, dayOf } from '@township-graph/shared/clock';
import type { Acted, Commands, Done } from '@township-graph/shared/command/commands';
import type { OutboxEntry } from '@township-graph/shared/command/journal';
import { type ResultForm, rowResult } from '@township-graph/shared/command/result-form';
import type { RequestContext } from '@township-graph/shared/context';
import { DivisionLevel } from '@township-graph/shared/division-code';
import { insertAll } from '@township-graph/shared/insert-all';
import { recordStep } from '@township-graph/shared/timeline/timeline';
import { type EntityManager, In } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { HomeMove } from '../staff-member/home-move';
import { StaffMember } from '../staff-member/staff-member.entity';
import type { TransferEstablishment } from './establishment.commands';
import type { Establishment } from './establishment.entity';
import { overTownshipQuota, personsNotThere } from './establishment.errors';
import { establishmentChanged } from './establishment.events';
import type { EstablishmentRepository } from './establishment.repository';
import { checkTransfer, type TransferEnd } from './establishment.rules';
import { checkedNumber, MOST_POSTS, ownEstablishment, statedApproval } from './establishment.words';
import { EstablishmentTransfer } from './establishment-transfer.entity';
import { receivedByTownship } from './establishment-transfer.repository';
import { filledPosts, holdPosts } from './posts';
import { quotaOf, type TownshipQuotas } from './township-quota';

const BASIS = '地方各级人民政府机构设置和编制管理条例§6、§18';

/** Posts that follow their duties (编随事走), and people who follow their posts: what one loses the other gains, in one transaction. */
export class EstablishmentTransferService {
  private readonly asKept: ResultForm<EstablishmentTransfer>;

  constructor(
    private readonly commands: Commands,
    private readonly establishments: EstablishmentRepository,
    private readonly homeMove: HomeMove,
    private readonly quotas: TownshipQuotas,
    private readonly clock: Clock,
  ) {
    this.asKept = rowResult(establishments.manager, EstablishmentTransfer);
  }

  transferEstablishment(context: RequestContext, input: TransferEstablishment): Promise<EstablishmentTransfer> {
    return this.commands.run(context, {
      name: 'transferEstablishment',
      needs: 'personnel:manage',
      input,
      result: this.asKept,
      work: (tx) => this.transfer(tx, context, input),
    });
  }

  private async transfer(tx: EntityManager, context: RequestContext, input: TransferEstablishment): Promise<Done<EstablishmentTransfer>> {
    const { viewer } = context;
    const { countyCode } = await ownEstablishment(tx, viewer, input.establishmentId, this.clock);
    await holdPosts(tx, countyCode);
    // Read again: whoever had the posts before may have moved some.
    const from = await ownEstablishment(tx, viewer, input.establishmentId, this.clock);
    const to = await ownEstablishment(tx, viewer, input.toEstablishmentId, this.clock);
    const posts = checkedNumber('posts', input.posts, 1, MOST_POSTS);
    const persons = await this.personsOn(tx, from, input.staffMemberIds ?? []);
    checkTransfer({
      from: await endOf(tx, from),
      to: await endOf(tx, to),
      posts,
      persons: persons.length,
      hasCrossLevelApproval: Boolean(input.crossLevelApproval),
    });
    await this.checkQuota(tx, from, to, posts);
    const transfer = this.newTransfer(from, to, posts, persons.length, input);
    const { approvalAuthority, approvalNumber, approvedOn } = transfer;
    const approval = { approvalAuthority, approvalNumber, approvedOn };
    await this.establishments.change(tx, viewer, { id: from.id }, input.expectedVersion, { approved: from.approved - posts, ...approval });
    await this.establishments.change(tx, viewer, { id: to.id }, to.version, { approved: to.approved + posts, ...approval });
    await insertAll(tx, EstablishmentTransfer, [transfer]);
    const moved = await this.movePersons(tx, context, persons, to, approvalNumber);
    const changed = await this.recordEnds(tx, context, transfer, from, to);
    return {
      result: transfer,
      on: [
        ...changed.map(({ subjectId: id, divisionCode }) => ({ type: 'Establishment', id, divisionCode })),
        ...moved.map(({ on }) => on),
      ],
      events: [transferred(transfer), ...changed, ...moved.map(({ event }) => event)],
    };
  }

  private async personsOn(tx: EntityManager, from: Establishment, staffMemberIds: readonly string[]): Promise<StaffMember[]> {
    const ids = [...new Set(staffMemberIds)];
    if (ids.length === 0) return [];
    const found = await tx.findBy(StaffMember, { id: In(ids) });
    const isThere = ({ homeCreditCode, establishmentKind, fundingKind, leftOn }: StaffMember) =>
      homeCreditCode === from.organCreditCode && establishmentKind === from.kind && fundingKind === from.fundingKind && leftOn === null;
    const there = found.filter(isThere);
    const missing = ids.filter((id) => !there.some((person) => person.id === id));
    if (missing.length > 0) throw personsNotThere(missing);
    return there;
  }

  /** Counts only what comes to a township from above it. */
  private async checkQuota(tx: EntityManager, from: Establishment, to: Establishment, posts: number): Promise<void> {
    const quota = from.level === DivisionLevel.COUNTY ? quotaOf(this.quotas, to.divisionCode) : null;
    if (!quota) return;
    const received = await receivedByTownship(tx, to.divisionCode);
    if (received + posts > quota.maximum)
      throw overTownshipQuota({ townshipCode: to.divisionCode, received, wanted: posts, maximum: quota.maximum });
  }

  private newTransfer(
    from: Establishment,
    to: Establishment,
    posts: number,
    persons: number,
    { approval, crossLevelApproval }: TransferEstablishment,
  ): EstablishmentTransfer {
    const today = dayOf(this.clock());
    const cross = crossLevelApproval ? statedApproval('crossLevelApproval', crossLevelApproval, today) : null;
    return Object.assign(new EstablishmentTransfer(), {
      id: uuid(),
      kind: from.kind,
      fundingKind: from.fundingKind,
      posts,
      persons,
      fromEstablishmentId: from.id,
      fromCreditCode: from.organCreditCode,
      fromName: from.organName,
      divisionCode: from.divisionCode,
      toEstablishmentId: to.id,
      toCreditCode: to.organCreditCode,
      toName: to.organName,
      toDivisionCode: to.divisionCode,
      ...statedApproval('approval', approval, today),
      crossLevelAuthority: cross?.approvalAuthority ?? null,
      crossLevelNumber: cross?.approvalNumber ?? null,
      crossLevelOn: cross?.approvedOn ?? null,
      at: this.clock(),
    });
  }

  private async movePersons(
    tx: EntityManager,
    context: RequestContext,
    persons: readonly StaffMember[],
    to: Establishment,
    note: string,
  ): Promise<{ on: Acted; event: OutboxEntry }[]> {
    const moved: { on: Acted; event: OutboxEntry }[] = [];
    for (const person of persons)
      moved.push(await this.homeMove.carryOut(tx, context, person, to, { action: 'TRANSFER', note, legalBasis: BASIS }));
    return moved;
  }

  /** What each end is now, as a step of its course and as an event. */
  private async recordEnds(
    tx: EntityManager,
    context: RequestContext,
    { posts, approvalNumber: note }: EstablishmentTransfer,
    from: Establishment,
    to: Establishment,
  ): Promise<OutboxEntry[]> {
    const events: OutboxEntry[] = [];
    for (const [before, added] of [
      [from, -posts],
      [to, posts],
    ] as const) {
      const { id, divisionCode, approved } = before;
      const after = Object.assign(Object.create(before) as Establishment, { approved: approved + added, version: before.version + 1 });
      const step = { action: 'TRANSFER', from: String(approved), to: String(after.approved), note, legalBasis: BASIS };
      await recordStep(tx, this.clock, context, { type: 'Establishment', id, divisionCode }, step);
      events.push(establishmentChanged('ESTABLISHMENT_TRANSFERRED', after));
    }
    return events;
  }
}

async function endOf(tx: EntityManager, establishment: Establishment): Promise<TransferEnd> {
  const { id, kind, fundingKind, countyCode, level, approved } = establishment;
  return { id, kind, fundingKind, countyCode, level, approved, actual: await filledPosts(tx, id) };
}

function transferred({ id, divisionCode, toDivisionCode, kind, fundingKind, posts, persons }: EstablishmentTransfer): OutboxEntry {
  return {
    type: 'POSTS_TRANSFERRED',
    subjectType: 'EstablishmentTransfer',
    subjectId: id,
    divisionCode,
    concerns: [toDivisionCode],
    payload: { kind, fundingKind, posts, persons },
  };
}
