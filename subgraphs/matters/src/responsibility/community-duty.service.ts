import type { Clock } from '@township-graph/shared/clock';
import type { Commands } from '@township-graph/shared/command/commands';
import { type ResultForm, rowResult } from '@township-graph/shared/command/result-form';
import type { RequestContext } from '@township-graph/shared/context';
import { optionalWords } from '@township-graph/shared/stated-text';
import { recordStep } from '@township-graph/shared/timeline/timeline';
import type { EntityManager } from 'typeorm';
import type { DutyCriteriaFacts } from './community-duty.rules';
import { CleanUpOutcome, ResponsibilityListKind } from './responsibility.enums';
import { dutyDecided, evidenceMissing, itemNotFound, mergedElsewhere, notACommunityDuty } from './responsibility.errors';
import type { ResponsibilityItemRepository } from './responsibility.repository';
import { cleanUpOutcome } from './responsibility.rules';
import { ResponsibilityItem } from './responsibility-item.entity';

export interface DecideCommunityDuty {
  readonly idempotencyKey?: string | null;
  readonly itemId: string;
  readonly expectedVersion: number;
  readonly criteria: DutyCriteriaFacts;
  /** The law and the order, where there are any. */
  readonly basis?: string | null;
  readonly mergedIntoItemId?: string | null;
}

/** The clean-up of what is asked of communities and villages. */
export class CommunityDutyService {
  private readonly asKept: ResultForm<ResponsibilityItem>;

  constructor(
    private readonly commands: Commands,
    private readonly items: ResponsibilityItemRepository,
    private readonly clock: Clock,
  ) {
    this.asKept = rowResult(items.manager, ResponsibilityItem);
  }

  /** Decides by the three tests. Nobody says what comes of it: the tests do. */
  decideCommunityDuty(context: RequestContext, input: DecideCommunityDuty): Promise<ResponsibilityItem> {
    const { viewer } = context;
    const { itemId: id, expectedVersion } = input;
    const { lawBased, orderedInWriting, needed } = input.criteria;
    const criteria = { lawBased, orderedInWriting, needed };
    const action = 'decideCommunityDuty';
    return this.commands.run(context, {
      name: action,
      needs: 'matters:manage',
      input,
      result: this.asKept,
      work: async (tx) => {
        const item = await this.items.findById(viewer, id, tx);
        if (!item) throw itemNotFound();
        if (item.kind !== ResponsibilityListKind.COMMUNITY_DUTY) throw notACommunityDuty();
        if (item.outcome !== null) throw dutyDecided(item.outcome);
        const basis = optionalWords('basis', input.basis, 300);
        if ((lawBased || orderedInWriting) && basis === null) throw evidenceMissing();
        const mergedInto = input.mergedIntoItemId ? await this.nameOf(tx, item, input.mergedIntoItemId) : null;
        const outcome = cleanUpOutcome(criteria, mergedInto);
        await this.items.change(tx, viewer, { id }, expectedVersion, { criteria, basis, mergedInto, outcome });
        const { divisionCode } = item;
        const subject = { type: 'ResponsibilityItem', id, divisionCode };
        await recordStep(tx, this.clock, context, subject, { action, from: null, to: outcome, legalBasis: basis?.slice(0, 200) });
        const result = await tx.findOneByOrFail(ResponsibilityItem, { id });
        const event = { type: 'COMMUNITY_DUTY_DECIDED', subjectType: 'ResponsibilityItem', subjectId: id, divisionCode };
        return { result, on: [subject], events: [{ ...event, payload: { outcome, version: result.version } }] };
      },
    });
  }

  /** What takes it up: another item of the list that is not going itself. */
  private async nameOf(tx: EntityManager, { id, listId }: ResponsibilityItem, intoId: string): Promise<string> {
    const into = await tx.findOneBy(ResponsibilityItem, { id: intoId, listId });
    const isGoing = into?.outcome === CleanUpOutcome.MERGED || into?.outcome === CleanUpOutcome.CANCELLED || into?.validTo != null;
    if (into?.id !== intoId || into.id === id || isGoing) throw mergedElsewhere();
    return into.name;
  }
}
