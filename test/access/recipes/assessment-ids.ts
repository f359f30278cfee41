import type { Speech } from '../canaries';
import { type Owner, PUBLISHERS } from '../owners';
import type { GivenRow } from '../recipe';
import { INSIDERS } from '../viewers';

export type SaidBy = (owner: Owner) => Speech;

export const YEAR = 2020;
/** Who walks signs in for this organisation: it holds what is listed, and rates. */
export const WALKERS = INSIDERS.township.viewer.organization!;

export const catalogueId = (say: Speech) => say.text('appraisal_catalogue.id');
export const itemId = (say: Speech) => say.text('catalogue_item.id');
export const planId = (say: Speech) => say.text('inspection_plan.id');
export const schemeId = (say: Speech, row: string) => say.text('appraisal_scheme.id', row);
export const roundId = (say: Speech, row: string) => say.text('appraisal_round.id', row);
export const subjectId = (say: Speech, row: string) => say.text('round_subject.id', row);
export const raterId = (say: Speech, row: string) => say.text('round_rater.id', row);
export const adjustmentId = (say: Speech, row: string) => say.text('round_adjustment.id', row);
export const scorecardId = (say: Speech, row: string) => say.text('scorecard.id', row);
export const resultId = (say: Speech, row: string) => say.text('appraisal_result.id', row);
export const appealId = (say: Speech, row: string) => say.text('appraisal_appeal.id', row);

export const INDICATOR = { code: 'A', name: '示例指标', weight: '100', source: 'MANUAL', duty: 'PRIMARY', isBundled: false };
export const CUT_OFFS = { first: '90', second: '80', third: '60' };

/** What every row of a division of its own has; nothing of that is public. */
export const owned =
  (make: (owner: Owner, say: Speech, saidBy: SaidBy) => readonly GivenRow[]) => (owner: Owner, say: Speech, saidBy: SaidBy) =>
    owner.isPublic ? [] : make(owner, say, saidBy).map((row) => ({ divisionCode: owner.division, ...row }));

/** Whose row it is, in the round that is whole. */
export const ofRound = (say: Speech) => ({ roundId: roundId(say, 'whole'), roundSubjectId: subjectId(say, 'whole') });

/** One that the directory knows. */
export const governmentOf = (saidBy: SaidBy) => saidBy(PUBLISHERS.townshipB).creditCode('organization.creditCode', 'government');
