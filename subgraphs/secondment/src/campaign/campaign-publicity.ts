import type { CaseDeadline } from '@township-graph/shared/deadlines/case-deadline.entity';
import { plannedDeadline } from '@township-graph/shared/deadlines/planned-deadline';
import type { SelectionCampaign } from './campaign.entity';
import { CampaignState } from './campaign.enums';

/**
 * How long the list is public, as a deadline. Nobody has to do anything until then, so its end is no delay; and the public was told
 * of it, so it does not move.
 */
export function publicityOf({ id, state, publicityFrom, publicityEndsAt }: SelectionCampaign, now: Date): CaseDeadline[] {
  if (publicityFrom === null || publicityEndsAt === null) return [];
  const metAt = publicityEndsAt < now ? publicityEndsAt : null;
  const isLapsed = state === CampaignState.CANCELLED && metAt === null;
  const basis = '公示期（事业单位人事管理条例§9）；期限由县配置';
  return [
    plannedDeadline(
      { subjectId: id, kind: 'SELECTION_PUBLICITY', startedAt: publicityFrom, dueAt: publicityEndsAt, basis, metAt, isLapsed },
      now,
    ),
  ];
}
