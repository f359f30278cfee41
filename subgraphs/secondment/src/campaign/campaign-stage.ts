import type { RequestContext } from '@township-graph/shared/context';
import type { Beside } from '@township-graph/shared/course/course';
import { type EntityManager, In } from 'typeorm';
import { Candidate } from '../candidate/candidate.entity';
import { CandidateAction, CandidateState } from '../candidate/candidate.enums';
import type { CandidateCourse } from '../candidate/candidate.kind';
import { ranked } from '../candidate/ranking.rules';
import type { SelectionCampaign } from './campaign.entity';
import { CampaignStage } from './campaign.enums';

/** What the end of a stage makes of the candidates. */
export class StageCompletion {
  constructor(private readonly candidates: CandidateCourse) {}

  /** Moves them, and says how many the next stage has to decide of. */
  async complete(tx: EntityManager, context: RequestContext, campaign: SelectionCampaign, stage: CampaignStage, beside: Beside[]) {
    const { id: campaignId, writtenPass, interviewPass } = campaign;
    const those = (state: CandidateState) => tx.findBy(Candidate, { campaignId, state });
    const take = async (candidates: readonly Candidate[], action: CandidateAction) =>
      beside.push(await this.candidates.moveAll(tx, context, candidates, action));

    switch (stage) {
      case CampaignStage.REGISTRATION:
        return tx.countBy(Candidate, { campaignId, state: CandidateState.REGISTERED });
      case CampaignStage.QUALIFICATION:
        return tx.countBy(Candidate, { campaignId, state: CandidateState.QUALIFIED });
      case CampaignStage.WRITTEN: {
        const sat = await those(CandidateState.QUALIFIED);
        const [passed, others] = parted(sat, ({ writtenPoints }) => writtenPoints !== null && writtenPoints >= writtenPass);
        await take(passed, CandidateAction.ADMIT);
        await take(others, CandidateAction.ELIMINATE);
        return passed.length;
      }
      case CampaignStage.INTERVIEW: {
        const seen = await those(CandidateState.ADMITTED);
        const [passed, others] = parted(seen, ({ interviewPoints }) => interviewPoints !== null && interviewPoints >= interviewPass);
        const ranks = new Map(rankedBy(campaign, passed).map((each) => [each.id, each]));
        // Each has a rank of its own to be told.
        for (const each of passed) {
          const { total, rank } = ranks.get(each.id)!;
          const change = { totalPoints: total, rankNumber: rank };
          beside.push(await this.candidates.move(tx, context, each, CandidateAction.RANK, change));
        }
        await take(others, CandidateAction.ELIMINATE);
        return passed.length;
      }
      case CampaignStage.POST_CHOICE: {
        await take(await those(CandidateState.RANKED), CandidateAction.LEAVE_UNPLACED);
        return 0;
      }
    }
  }

  /** All that are on the way, as the selection is cancelled. */
  async leaveAll(tx: EntityManager, context: RequestContext, campaignId: string, beside: Beside[]): Promise<void> {
    const { REGISTERED, QUALIFIED, ADMITTED, RANKED, CHOSEN, LISTED } = CandidateState;
    const onTheWay = await tx.findBy(Candidate, { campaignId, state: In([REGISTERED, QUALIFIED, ADMITTED, RANKED, CHOSEN, LISTED]) });
    beside.push(await this.candidates.moveAll(tx, context, onTheWay, CandidateAction.LEAVE_UNPLACED));
  }
}

const parted = <T>(rows: readonly T[], isOne: (row: T) => boolean): [T[], T[]] => [rows.filter(isOne), rows.filter((row) => !isOne(row))];

const rankedBy = ({ writtenWeight, interviewWeight }: SelectionCampaign, candidates: readonly Candidate[]) =>
  ranked(
    candidates.map(({ id, writtenPoints, interviewPoints }) => ({ id, written: writtenPoints!, interview: interviewPoints! })),
    { written: writtenWeight, interview: interviewWeight },
  );
