import { dayOf } from '@township-graph/shared/clock';
import type { RequestContext } from '@township-graph/shared/context';
import { words } from '@township-graph/shared/stated-text';
import type { EntityManager } from 'typeorm';
import { MatterState } from '../matter/matter.enums';
import { heldMatter, publishRevision } from '../matter/matter-publication';
import { type ListPublication, publishListChange, publishNewList, standingList } from '../responsibility/list-publication';
import { notPast } from '../texts.rules';
import type { MatterChange } from './matter-change.entity';
import { MatterChangeKind, MatterChangeSubject } from './matter-change.enums';
import { baseStale } from './matter-change.errors';
import { stateAfter } from './matter-change.rules';
import type { ChangePlan, MatterChangeSteps, MoveChange } from './matter-change-steps';

export interface PublishChange extends MoveChange {
  readonly body: string;
  readonly documentNumber: string;
  readonly effectiveFrom: string;
}

/** Makes the list what the change says: the next revision, from a day on, on the base that it was proposed on and no other. */
export class MatterChangePublicationService {
  constructor(private readonly steps: MatterChangeSteps) {}

  publishMatterChange(context: RequestContext, input: PublishChange): Promise<MatterChange> {
    return this.steps.take(context, 'publishMatterChange', input, async (tx, change) => {
      const today = dayOf(this.steps.clock());
      const publication = {
        documentNumber: words('documentNumber', input.documentNumber, 100),
        day: notPast(input.effectiveFrom, today),
        organizationCreditCode: context.viewer.organization!,
        organizationName: words('body', input.body, 100),
      };
      const { documentNumber, day: effectiveFrom, organizationCreditCode: publishedBy } = publication;
      const made = await this.made(tx, change, publication, today);
      return {
        ...made,
        change: { ...made.change, documentNumber, effectiveFrom, publishedBy },
        note: `${publication.organizationName} ${documentNumber}，自 ${effectiveFrom} 起`,
      };
    });
  }

  private made(tx: EntityManager, change: MatterChange, publication: ListPublication, today: string): Promise<ChangePlan> {
    return change.subjectType === MatterChangeSubject.MATTER
      ? this.matterMade(tx, change, publication.day, today)
      : this.listMade(tx, change, publication);
  }

  private async matterMade(tx: EntityManager, change: MatterChange, day: string, today: string): Promise<ChangePlan> {
    const { subjectId, kind, baseRevision, proposal } = change;
    const standing = await heldMatter(tx, subjectId!);
    const wasDraft = kind === MatterChangeKind.ADD;
    const isBase = standing?.matter.revision === baseRevision && (standing.matter.state === MatterState.DRAFT) === wasDraft;
    if (!standing || !isBase) throw baseStale(baseRevision, standing?.matter.revision ?? null);
    const { id, divisionCode, state } = standing.matter;
    const publishedRevision = await publishRevision(tx, standing, stateAfter(kind, state), proposal.matter!, day, today);
    const concerns = [...standing.sites, ...(proposal.matter!.addedSites ?? [])];
    return { change: { publishedRevision }, made: { type: 'Matter', id, divisionCode, event: 'MATTER_REVISED', concerns } };
  }

  private async listMade(tx: EntityManager, change: MatterChange, publication: ListPublication): Promise<ChangePlan> {
    const { subjectId, subjectDivision: divisionCode, baseRevision, proposal } = change;
    const made = { type: 'ResponsibilityList', divisionCode, event: 'RESPONSIBILITY_LIST_REVISED' };
    if (subjectId === null) {
      const id = await publishNewList(tx, proposal.list!, publication);
      return { change: { subjectId: id, publishedRevision: 1 }, made: { ...made, id } };
    }
    const list = await standingList(tx, subjectId);
    const isBase = list !== null && list.version === baseRevision;
    const publishedRevision = isBase ? await publishListChange(tx, list, list.version, proposal.list!, publication) : null;
    if (publishedRevision === null) throw baseStale(baseRevision, list?.version ?? null);
    return { change: { publishedRevision }, made: { ...made, id: subjectId } };
  }
}
