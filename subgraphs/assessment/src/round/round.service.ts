import type { RequestContext } from '@township-graph/shared/context';
import type { Course } from '@township-graph/shared/course/course';
import { covers } from '@township-graph/shared/division-code';
import { insertAll } from '@township-graph/shared/insert-all';
import { statedText, words } from '@township-graph/shared/stated-text';
import { takeTurn } from '@township-graph/shared/turn';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { refuseUnapprovedVetoes } from '../catalogue/approved-vetoes';
import { heldOftenEnough, unlistedAppraisal } from '../catalogue/catalogue.errors';
import { CatalogueItem } from '../catalogue/catalogue-item.entity';
import { AppraisalScheme } from '../scheme/scheme.entity';
import { SchemeState } from '../scheme/scheme.enums';
import { schemeNotFound, schemeReplaced } from '../scheme/scheme.errors';
import { AssessmentTurn, turnOfFrequency } from '../turns';
import type { OpenRound, RoundMove } from './round.commands';
import { AppraisalRound } from './round.entity';
import { RoundAction, RoundState } from './round.enums';
import { notTheOrganizer, schemeElsewhere } from './round.errors';
import type { RoundStanding } from './round.machine';
import { bundlesOf, ratersOf, subjectsOf, yearOf } from './round-opening';
import { RoundParticipant } from './round-participant.entity';
import { participantsOf } from './round-participants';
import { RoundRater } from './round-rater.entity';
import { RoundSubject } from './round-subject.entity';

/** Opens rounds, and moves them where nothing is computed. */
export class RoundService {
  constructor(private readonly rounds: Course<AppraisalRound, RoundAction, 'OPEN', RoundStanding>) {}

  /** Only what is on the county's list of that year, as often as the list allows (山东省乡镇人民政府工作条例 §19). */
  openRound(context: RequestContext, input: OpenRound): Promise<AppraisalRound> {
    let subjects: RoundSubject[] = [];
    let raters: RoundRater[] = [];
    const make = async (tx: EntityManager): Promise<AppraisalRound> => {
      const id = uuid();
      const year = yearOf(input);
      const scheme = await schemeOf(tx, input);
      await this.refuseUnlisted(tx, context.viewer, input, scheme, year);
      subjects = subjectsOf(input, id, scheme);
      raters = ratersOf(input, id, scheme);
      const { divisionCode, catalogueItemId, schemeId, periodFrom, periodTo, scoringUntil } = input;
      return Object.assign(new AppraisalRound(), NEW, {
        id,
        divisionCode,
        catalogueItemId,
        schemeId,
        kind: scheme.kind,
        subjectKind: scheme.subjectKind,
        name: statedText('name', input.name, 100),
        year,
        periodFrom,
        periodTo,
        scoringUntil,
        participants: [...new Set([...subjects, ...raters].map((each) => each.divisionCode))].sort(),
        bundles: bundlesOf(input, subjects, scheme),
        openedAt: this.rounds.clock(),
      });
    };
    const then = async (tx: EntityManager, round: AppraisalRound) => {
      await insertAll(tx, RoundSubject, subjects);
      await insertAll(tx, RoundRater, raters);
      await insertAll(tx, RoundParticipant, participantsOf(round.id, [...subjects, ...raters]));
    };
    return this.rounds.open(context, { name: 'openRound', action: 'OPEN', input, place: input.divisionCode, make, then });
  }

  startScoring(context: RequestContext, input: RoundMove): Promise<AppraisalRound> {
    return this.rounds.take(context, {
      name: 'startScoring',
      action: RoundAction.START_SCORING,
      id: input.roundId,
      input,
      work: () => ({}),
    });
  }

  /** A part is missing, or wrong: raters go on, and nothing of what was calculated counts any more. */
  returnToScoring(context: RequestContext, input: RoundMove & { readonly reason: string }): Promise<AppraisalRound> {
    const noted = { ...input, note: words('reason', input.reason, 400) };
    const work = () => ({ undecidedTies: 0 });
    return this.rounds.take(context, {
      name: 'returnToScoring',
      action: RoundAction.RETURN_TO_SCORING,
      id: input.roundId,
      input: noted,
      work,
    });
  }

  archiveRound(context: RequestContext, input: RoundMove): Promise<AppraisalRound> {
    return this.rounds.take(context, { name: 'archiveRound', action: RoundAction.ARCHIVE, id: input.roundId, input, work: () => ({}) });
  }

  private async refuseUnlisted(tx: EntityManager, viewer: Viewer, input: OpenRound, scheme: AppraisalScheme, year: number): Promise<void> {
    const { catalogueItemId, divisionCode } = input;
    const item = await tx.findOneBy(CatalogueItem, { id: catalogueItemId });
    const kinds = [scheme.subjectKind, ...(scheme.bundledKind ? [scheme.bundledKind] : [])];
    const isListed =
      item?.divisionCode === divisionCode.slice(0, 6) && item.year === year && kinds.every((kind) => item.subjectKinds.includes(kind));
    if (!item || !isListed) throw unlistedAppraisal();
    // Approved for one year is not approved for another.
    await refuseUnapprovedVetoes(tx, { catalogueId: item.catalogueId }, scheme.vetoes);
    if (viewer.organization !== null && viewer.organization !== item.organizerCreditCode) throw notTheOrganizer();
    await takeTurn(tx, AssessmentTurn, turnOfFrequency(item.id));
    if ((await tx.countBy(AppraisalRound, { catalogueItemId })) >= item.roundsAYear) throw heldOftenEnough(item.roundsAYear);
  }
}

async function schemeOf(tx: EntityManager, { schemeId, divisionCode }: OpenRound): Promise<AppraisalScheme> {
  const scheme = await tx.findOneBy(AppraisalScheme, { id: schemeId });
  if (!scheme) throw schemeNotFound();
  if (!covers(scheme.divisionCode, divisionCode)) throw schemeElsewhere();
  if (scheme.state !== SchemeState.CURRENT) throw schemeReplaced();
  return scheme;
}

const NEW = {
  state: RoundState.OPEN,
  version: 1,
  calculationCount: 0,
  undecidedTies: 0,
  pendingAppeals: 0,
  publicUntil: null,
  confirmedAt: null,
  isDemonstration: false,
};
