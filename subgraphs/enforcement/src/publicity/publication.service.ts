import { dayOf } from '@township-graph/shared/clock';
import type { Commands, Done } from '@township-graph/shared/command/commands';
import { type ResultForm, rowResult } from '@township-graph/shared/command/result-form';
import type { RequestContext } from '@township-graph/shared/context';
import { NotFound } from '@township-graph/shared/errors';
import { insertAll } from '@township-graph/shared/insert-all';
import { optionalWords, words } from '@township-graph/shared/stated-text';
import { recordStep } from '@township-graph/shared/timeline/timeline';
import { sees } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import type { EnforcementCase } from '../case/case.entity';
import { upheld } from '../case/case.errors';
import { type CaseMoving, subjectOf } from '../case/case-moving';
import { CaseDecision } from '../decision/case-decision.entity';
import { leastOf } from '../notice/hearing-right.rules';
import { EnforcementPower } from '../power/power.entity';
import { type ChoiceGiven, type Chosen, chosenDecision } from './chosen-decision';
import { type Choice, monthsFor, newPublication } from './new-publication';
import { DecisionPublication } from './publication.entity';
import { PublicationState, type WithdrawalGround, type WithholdingGround } from './publication.enums';
import type { PublicationRepository } from './publication.repository';
import { choiceRefusal, publishRefusal, unsettledBy, withdrawalRefusal } from './publication.rules';
import type { PublicitySettings } from './publication.settings';
import { PUBLICATION_CLOCK, standingOf, WITHDRAWAL_CLOCK } from './publication-clocks';
import { publicReason } from './published-text';

export interface PublishGiven extends ChoiceGiven {
  readonly facts?: string | null;
  readonly isAdultConfirmed?: boolean | null;
}

export interface WithholdGiven extends ChoiceGiven {
  readonly ground: WithholdingGround;
}

export interface WithdrawGiven {
  readonly idempotencyKey?: string | null;
  readonly publicationId: string;
  readonly expectedVersion: number;
  readonly ground: WithdrawalGround;
  readonly reason: string;
}

const NEEDS = 'enforcement:manage';
const CHOICE_BASIS = '行政处罚法§48①';
const publicationNotFound = () => new NotFound({ zh: '该公示信息', en: 'Publication' });

/** What is told publicly of decisions to punish, or is not; and how it is taken back. */
export class PublicationService {
  private readonly asKept: ResultForm<DecisionPublication>;

  constructor(
    private readonly commands: Commands,
    private readonly moving: CaseMoving,
    private readonly publications: PublicationRepository,
    private readonly settings: PublicitySettings,
  ) {
    this.asKept = rowResult(publications.manager, DecisionPublication);
  }

  publishDecision(context: RequestContext, input: PublishGiven): Promise<DecisionPublication> {
    const note = words('reason', input.reason, 400);
    const facts = optionalWords('facts', input.facts, 2000);
    return this.run(context, 'publishDecision', input, async (tx) => {
      const chosen = await chosenDecision(tx, this.moving, context, input, input.isAdultConfirmed ?? false);
      upheld(publishRefusal(chosen.facts));
      await this.liftStanding(tx, chosen);
      const publication = await this.add(tx, context, chosen, { facts, state: PublicationState.PUBLISHED });
      await this.moving.deadlines.meet(tx, chosen.decision.id, PUBLICATION_CLOCK);
      return this.told(tx, context, chosen.enforcementCase, publication, ['publishDecision', note, CHOICE_BASIS]);
    });
  }

  withholdPublication(context: RequestContext, input: WithholdGiven): Promise<DecisionPublication> {
    const reason = words('reason', input.reason, 500);
    return this.run(context, 'withholdPublication', input, async (tx) => {
      const chosen = await chosenDecision(tx, this.moving, context, input, true);
      upheld(choiceRefusal(chosen.facts));
      await this.liftStanding(tx, chosen);
      const choice = { state: PublicationState.WITHHELD, withholdingGround: input.ground, reason };
      const publication = await this.add(tx, context, chosen, choice);
      await this.moving.deadlines.lapse(tx, chosen.decision.id, [PUBLICATION_CLOCK]);
      return this.told(tx, context, chosen.enforcementCase, publication, ['withholdPublication', reason, CHOICE_BASIS]);
    });
  }

  withdrawPublication(context: RequestContext, input: WithdrawGiven): Promise<DecisionPublication> {
    const stated = words('reason', input.reason, 500);
    return this.run(context, 'withdrawPublication', input, async (tx) => {
      const { clock, deadlines } = this.moving;
      const publication = await this.ownPublication(tx, context, input.publicationId);
      const enforcementCase = await this.moving.load(tx, context, publication.caseId);
      this.moving.refuseOthers(context.viewer, publication.divisionCode);
      const { id, state, unsettledBefore } = publication;
      const decision = await tx.findOneByOrFail(CaseDecision, { documentNumber: publication.documentNumber });
      upheld(withdrawalRefusal(input.ground, state, await standingOf(tx, decision), unsettledBefore));
      const change = {
        state: PublicationState.WITHDRAWN,
        standingKey: null,
        withdrawalGround: input.ground,
        withdrawnOn: dayOf(clock()),
        reason: publicReason(enforcementCase, stated),
      };
      await this.publications.change(tx, context.viewer, { id }, input.expectedVersion, change);
      await deadlines.meet(tx, id, WITHDRAWAL_CLOCK);
      const withdrawn = Object.assign(publication, change, { version: input.expectedVersion + 1 });
      return this.told(tx, context, enforcementCase, withdrawn, ['withdrawPublication', stated, '行政处罚法§48②、§85']);
    });
  }

  private run(
    context: RequestContext,
    name: string,
    input: object,
    work: (tx: EntityManager) => Promise<Done<DecisionPublication>>,
  ): Promise<DecisionPublication> {
    return this.commands.run(context, { name, needs: NEEDS, input, result: this.asKept, work });
  }

  private async add(
    tx: EntityManager,
    { viewer }: RequestContext,
    { enforcementCase, decision, facts: standing }: Chosen,
    choice: Choice,
  ): Promise<DecisionPublication> {
    const power = await tx.findOneByOrFail(EnforcementPower, { id: enforcementCase.powerId! });
    const publication = newPublication(enforcementCase, decision, choice, {
      today: dayOf(this.moving.clock()),
      months: monthsFor(this.settings, power, leastOf(this.moving.settings.hearingThresholds, power, enforcementCase.partyKind!), decision),
      source: viewer.organization,
      unsettledBefore: unsettledBy(standing),
    });
    await insertAll(tx, DecisionPublication, [publication]);
    return publication;
  }

  /** A choice not to publish gives way to a later choice; what another publishes at the same time does not, and its key lets one of both through. */
  private async liftStanding(tx: EntityManager, { enforcementCase: { id: standingKey } }: Chosen): Promise<void> {
    await tx.update(
      DecisionPublication,
      { standingKey, state: PublicationState.WITHHELD },
      { state: PublicationState.LIFTED, standingKey: null },
    );
  }

  /** In sight of the viewer's duties, or not there: that it is public makes it nobody else's to withdraw. */
  private async ownPublication(tx: EntityManager, { viewer }: RequestContext, id: string): Promise<DecisionPublication> {
    const publication = await tx.findOneBy(DecisionPublication, { id });
    if (publication?.id !== id || !sees(viewer, publication.divisionCode, this.moving.clock)) throw publicationNotFound();
    return publication;
  }

  private async told(
    tx: EntityManager,
    context: RequestContext,
    enforcementCase: EnforcementCase,
    publication: DecisionPublication,
    [action, note, legalBasis]: readonly [string, string, string],
  ): Promise<Done<DecisionPublication>> {
    const { id, divisionCode, state, version } = publication;
    const { state: stands } = enforcementCase;
    await recordStep(tx, this.moving.clock, context, subjectOf(enforcementCase), { action, from: stands, to: stands, note, legalBasis });
    return {
      result: publication,
      on: [{ type: 'DecisionPublication', id, divisionCode }],
      events: [
        { type: `PUBLICATION_${state}`, subjectType: 'DecisionPublication', subjectId: id, divisionCode, payload: { state, version } },
      ],
    };
  }
}
