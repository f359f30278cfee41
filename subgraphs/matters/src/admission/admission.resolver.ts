import { Reads } from '@township-graph/shared/asked-properties';
import { type Clock, dayOf } from '@township-graph/shared/clock';
import type { Connection } from '@township-graph/shared/connection';
import { CaseDeadline } from '@township-graph/shared/deadlines/case-deadline.entity';
import { checkedPage } from '@township-graph/shared/keyset';
import type { Shown } from '@township-graph/shared/loader';
import { TimelineEntry } from '@township-graph/shared/timeline/timeline-entry.entity';
import { holds, sees, type Viewer } from '@township-graph/shared/viewer';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { MattersContext } from '../context';
import { AdmissionConnection, AdmissionListArgs } from './admission.inputs';
import { mayAct } from './admission.policy';
import type { AdmissionRepository } from './admission.repository';
import { ADMISSION_MACHINE, mutationOf } from './admission.status';
import { AdmissionBatch, AdmissionEvaluation, AdmissionReview } from './admission.types';
import { AdmissionOpinion, AdmissionRecipient } from './admission-recipient.entity';
import { AdmissionRequest } from './admission-request.entity';
import { factsOf } from './admission-steps';

@Resolver(() => AdmissionRequest)
export class AdmissionResolver {
  constructor(
    private readonly admissions: AdmissionRepository,
    private readonly clock: Clock,
  ) {}

  @Query(() => AdmissionRequest, { nullable: true, description: 'One request for admission. 按标识查询准入申请。' })
  admissionRequest(
    @Arg('id', () => ID, { description: 'Identifier. 标识。' }) id: string,
    @Ctx() { loaders }: MattersContext,
  ): Shown<AdmissionRequest> {
    return loaders.admissionById.shown(id);
  }

  @Query(() => AdmissionConnection, { description: 'Requests for admission by filter. 按条件查询准入申请。' })
  admissionRequests(
    @Args(() => AdmissionListArgs) { filter, orderBy, ...page }: AdmissionListArgs,
    @Ctx() { viewer }: MattersContext,
  ): Connection<AdmissionRequest> {
    const checked = checkedPage(page);
    return new AdmissionConnection({
      page: (asked) => this.admissions.findPage(viewer, filter ?? {}, orderBy, { ...checked, asked }),
      total: () => this.admissions.count(viewer, filter ?? {}),
    });
  }

  @Reads('id')
  @FieldResolver(() => [AdmissionRecipient], {
    description: 'Who is to carry it out, and from when to when it is admitted there. 承接方及其生效期间。',
  })
  recipients(@Root() { id }: AdmissionRequest, @Ctx() { loaders }: MattersContext): Promise<AdmissionRecipient[]> {
    return loaders.recipientsByAdmission.load(id);
  }

  @Reads('id')
  @FieldResolver(() => [AdmissionBatch], { description: 'What was published, batch by batch. 公布批次。' })
  async batches(@Root() { id }: AdmissionRequest, @Ctx() { loaders }: MattersContext): Promise<AdmissionBatch[]> {
    return AdmissionBatch.of(await loaders.recipientsByAdmission.load(id));
  }

  @Reads('divisionCode', 'passedReviews')
  @FieldResolver(() => [AdmissionReview], {
    nullable: true,
    description: 'The reviews that passed it; null for who has no part in it. 审核意见（无关人员为空）。',
  })
  reviews(@Root() { divisionCode, passedReviews }: AdmissionRequest, @Ctx() { viewer }: MattersContext): AdmissionReview[] | null {
    return this.isInsider(viewer, divisionCode) ? passedReviews.map(AdmissionReview.of) : null;
  }

  @Reads('heldEvaluations')
  @FieldResolver(() => [AdmissionEvaluation], { description: 'Its evaluations, oldest first. 历次评估。' })
  evaluations(@Root() { heldEvaluations }: AdmissionRequest): AdmissionEvaluation[] {
    return heldEvaluations.map((each) => Object.assign(new AdmissionEvaluation(), each));
  }

  @Reads('predecessorId')
  @FieldResolver(() => AdmissionRequest, { nullable: true, description: 'The edition before. 上一版。' })
  predecessor(@Root() { predecessorId }: AdmissionRequest, @Ctx() { loaders }: MattersContext): Shown<AdmissionRequest> | null {
    return predecessorId ? loaders.admissionById.shown(predecessorId) : null;
  }

  @Reads('successorId')
  @FieldResolver(() => AdmissionRequest, { nullable: true, description: 'The edition after, where the viewer may know of it. 下一版。' })
  successor(@Root() { successorId }: AdmissionRequest, @Ctx() { loaders }: MattersContext): Shown<AdmissionRequest> | null {
    return successorId ? loaders.admissionById.shown(successorId) : null;
  }

  @Reads(
    'id',
    'state',
    'divisionCode',
    'departmentCreditCode',
    'draftedBy',
    'kind',
    'conditions',
    'criteria',
    'round',
    'passedReviews',
    'opinionsDueOn',
    'successorId',
  )
  @FieldResolver(() => [String], { description: 'Mutations that this viewer may send now. 当前用户此刻可执行的操作。' })
  async availableActions(@Root() request: AdmissionRequest, @Ctx() { viewer, loaders }: MattersContext): Promise<string[]> {
    if (viewer.subject === null) return [];
    const recipients = await loaders.recipientsByAdmission.load(request.id);
    const codes = recipients.map(({ divisionCode }) => divisionCode);
    const facts = factsOf(request, recipients, dayOf(this.clock()));
    return ADMISSION_MACHINE.availableActions(request.state, facts)
      .filter((action) => mayAct(viewer, action, request, codes, this.clock))
      .map(mutationOf);
  }

  @Reads('id')
  @FieldResolver(() => [TimelineEntry], { description: 'Its course, oldest first, as far as the viewer may read it. 流转记录。' })
  timeline(@Root() { id }: AdmissionRequest, @Ctx() { loaders }: MattersContext): Promise<TimelineEntry[]> {
    return loaders.timelineBySubject.load(id);
  }

  @Reads('id')
  @FieldResolver(() => [CaseDeadline], {
    description:
      'What is due by when: TOWN_OPINION, EVALUATION. With matters:read of the county or of whom it names, else empty. 时限：征求意见、定期评估（县及所列承接方可见）。',
  })
  deadlines(@Root() { id }: AdmissionRequest, @Ctx() { loaders }: MattersContext): Promise<CaseDeadline[]> {
    return loaders.deadlinesBySubject.load(id);
  }

  private isInsider(viewer: Viewer, divisionCode: string): boolean {
    return holds(viewer, 'matters:read') && sees(viewer, divisionCode, this.clock);
  }
}

@Resolver(() => AdmissionRecipient)
export class AdmissionRecipientResolver {
  constructor(private readonly clock: Clock) {}

  @FieldResolver(() => AdmissionOpinion, {
    nullable: true,
    description: 'What it says to the request; for itself and its county. 意见（仅本级及所属县可见）。',
  })
  opinion(@Root() recipient: AdmissionRecipient, @Ctx() { viewer }: MattersContext): AdmissionOpinion | null {
    const isOwn = holds(viewer, 'matters:read') && sees(viewer, recipient.divisionCode, this.clock);
    return isOwn ? recipient.opinionGiven() : null;
  }
}
