import type { Commands, Done } from '@township-graph/shared/command/commands';
import { type ResultForm, rowResult } from '@township-graph/shared/command/result-form';
import type { RequestContext } from '@township-graph/shared/context';
import { scopePrefixOf } from '@township-graph/shared/division-code';
import { insertAll } from '@township-graph/shared/insert-all';
import { statedText } from '@township-graph/shared/stated-text';
import { sees } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Matter } from '../matter/matter.entity';
import { MatterState } from '../matter/matter.enums';
import { matterInForce } from './delegated-matter';
import type { AddDelegationRecipients, DelegationSource, GrantDelegation, WantedBatch, WantedDelegation } from './delegation.commands';
import { Delegation } from './delegation.entity';
import { DelegationAction, DelegationMode, DelegationState } from './delegation.enums';
import { countyOutsideDuty, matterNotFound, notACountyMatter } from './delegation.errors';
import { checkGrant, type Recipient } from './delegation.rules';
import { nextBatch, openBatch } from './delegation-batch';
import type { DelegationCourse } from './delegation-course';
import { DelegationRecipient } from './delegation-recipient.entity';
import { remark } from './delegation-texts';

/** What a draft has not had yet. */
const NOTHING_YET = {
  reclaimedOn: null,
  publishedOn: null,
  publicationNumber: null,
  reclaimLegalBasis: null,
  reclaimNumber: null,
  openApplications: null,
  handedBack: null,
  handedBackOn: null,
  evaluatedOn: null,
  evaluationOutcome: null,
  state: DelegationState.DRAFT,
  version: 1,
} as const;

/** Prepares delegations: by a department's matter, or to more townships of one that there is. */
export class DelegationGrantService {
  private readonly asKept: ResultForm<Delegation>;

  constructor(
    private readonly commands: Commands,
    private readonly course: DelegationCourse,
  ) {
    this.asKept = rowResult(course.delegations.manager, Delegation);
  }

  grantDelegation(context: RequestContext, input: GrantDelegation): Promise<Delegation> {
    return this.commands.run(context, {
      name: 'grantDelegation',
      needs: 'matters:manage',
      input,
      result: this.asKept,
      work: async (tx) => {
        const matter = await this.ownMatter(tx, context, input.matterId, input.effectiveFrom);
        const { basicCode, name: matterName, id: matterId, divisionCode, implementingCreditCode, implementingName } = matter;
        const department = { delegatingCreditCode: implementingCreditCode, delegatingName: implementingName };
        return this.draft(tx, context, { mode: input.mode, basicCode, matterName, matterId, divisionCode, ...department }, matter, input);
      },
    });
  }

  /** The next batch of an item: the same matter, in the same mode, to townships that have come so far. */
  addDelegationRecipients(context: RequestContext, input: AddDelegationRecipients): Promise<Delegation> {
    const { id, expectedVersion, note } = input;
    return this.commands.run(context, {
      name: 'addDelegationRecipients',
      needs: 'matters:manage',
      input,
      result: this.asKept,
      work: async (tx) => {
        const source = await this.course.delegations.getOwn(tx, context.viewer, id);
        await this.course.step(tx, context, source, DelegationAction.EXTEND, expectedVersion, {}, { note: remark(note) });
        const matter = await matterInForce(tx, source.matterId, input.effectiveFrom);
        return this.draft(tx, context, source, matter, input);
      },
    });
  }

  private async draft(
    tx: EntityManager,
    context: RequestContext,
    source: DelegationSource,
    matter: Matter,
    wanted: WantedDelegation,
  ): Promise<Done<Delegation>> {
    const { mode, basicCode, matterName, matterId, divisionCode, delegatingCreditCode, delegatingName } = source;
    const { agreement, effectiveFrom, admissionRequestId = null } = wanted;
    const today = this.course.today();
    const delegation = Object.assign(new Delegation(), NOTHING_YET, {
      id: uuid(),
      ...{ mode, basicCode, matterName, matterId, divisionCode, delegatingCreditCode, delegatingName },
      agreementNumber: agreement ? statedText('agreement.number', agreement.number, 100) : null,
      agreementSignedOn: agreement?.signedOn ?? null,
      agreementValidTo: agreement?.validTo ?? null,
      legalBasis: statedText('legalBasis', wanted.legalBasis, 200),
      admissionRequestId: admissionRequestId === null ? null : statedText('admissionRequestId', admissionRequestId, 36),
      effectiveFrom,
      // What is entrusted ends with its agreement at the latest.
      effectiveTo: wanted.effectiveTo ?? (mode === DelegationMode.ENTRUST ? (agreement?.validTo ?? null) : null),
    });
    const recipients = wanted.recipients.map(named);
    checkGrant(delegation, matter, recipients, today);
    await this.course.holdItem(
      tx,
      delegation,
      recipients.map((recipient) => recipient.divisionCode),
    );
    Object.assign(delegation, await this.batchFor(tx, divisionCode, wanted.batch));
    await insertAll(tx, Delegation, [delegation]);
    await insertAll(
      tx,
      DelegationRecipient,
      recipients.map((recipient) => ({ ...recipient, delegationId: delegation.id })),
    );
    await this.course.record(tx, context, delegation, DelegationAction.GRANT, null, { legalBasis: delegation.legalBasis });
    return this.course.done(tx, delegation, 'DELEGATION_DRAFTED');
  }

  private batchFor(tx: EntityManager, divisionCode: string, { number, name }: WantedBatch) {
    if (number) return openBatch(tx, divisionCode, number);
    return nextBatch(tx, divisionCode, this.course.today().slice(0, 4), statedText('batch.name', name ?? '', 100));
  }

  /** A matter of a department of a county of the viewer's. A draft of others is not there. */
  private async ownMatter(tx: EntityManager, context: RequestContext, id: string, day: string): Promise<Matter> {
    const matter = await matterInForce(tx, id, day, (revision) => {
      if (sees(context.viewer, revision.divisionCode, this.course.clock)) return;
      throw revision.state === MatterState.DRAFT ? matterNotFound() : countyOutsideDuty(revision.divisionCode);
    });
    if (scopePrefixOf(matter.divisionCode).length !== 6) throw notACountyMatter(matter.implementationCode);
    return matter;
  }
}

function named({ divisionCode, organizationCreditCode, organizationName }: Recipient): Recipient {
  return { divisionCode, organizationCreditCode, organizationName: statedText('recipients.organizationName', organizationName, 100) };
}
