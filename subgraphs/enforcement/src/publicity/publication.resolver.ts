import { Reads } from '@township-graph/shared/asked-properties';
import { payloadOf } from '@township-graph/shared/command/payload';
import type { Connection } from '@township-graph/shared/connection';
import { CaseDeadline } from '@township-graph/shared/deadlines/case-deadline.entity';
import { checkedPage } from '@township-graph/shared/keyset';
import type { Shown } from '@township-graph/shared/loader';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { EnforcementCase } from '../case/case.entity';
import type { EnforcementContext } from '../context';
import { CaseDecision } from '../decision/case-decision.entity';
import { Division } from '../division/division.stub';
import { Organization } from '../organization/organization.stub';
import { DecisionWithdrawal } from './decision-withdrawal.type';
import { DecisionPublication } from './publication.entity';
import {
  DecisionPublicationConnection,
  DecisionWithdrawalConnection,
  PublicationListArgs,
  PublishDecisionInput,
  WithdrawalListArgs,
  WithdrawPublicationInput,
  WithholdPublicationInput,
} from './publication.inputs';
import type { PublicationRepository, WithdrawalRepository } from './publication.repository';
import type { PublicationService } from './publication.service';

const payload = (name: string, zh: string) =>
  payloadOf(DecisionPublication, 'publication', name, { en: 'The publicity of the decision', zh });
const PublishDecisionPayload = payload('publishDecision', '公示信息');
const WithholdPublicationPayload = payload('withholdPublication', '不予公示记录');
const WithdrawPublicationPayload = payload('withdrawPublication', '撤回后的公示信息');

const ERRORS = 'Scope enforcement:manage, by the organ that handles the case. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, CONFLICT';
const WANTED = { description: 'What is wanted. 请求内容。' };

@Resolver(() => DecisionPublication)
export class PublicationResolver {
  constructor(
    private readonly service: PublicationService,
    private readonly publications: PublicationRepository,
    private readonly withdrawals: WithdrawalRepository,
  ) {}

  @Query(() => DecisionPublicationConnection, {
    description: 'Decisions to punish that are public today; for everybody (行政处罚法 §48). 公示中的行政处罚决定（公开）。',
  })
  publishedDecisions(
    @Args(() => PublicationListArgs) { filter, orderBy, ...page }: PublicationListArgs,
    @Ctx() { viewer }: EnforcementContext,
  ): Connection<DecisionPublication> {
    const checked = checkedPage(page);
    const listing = { filter: filter ?? {}, orderBy };
    return new DecisionPublicationConnection({
      page: (asked) => this.publications.findPage(viewer, listing, { ...checked, asked }),
      total: () => this.publications.count(viewer, listing),
    });
  }

  @Query(() => DecisionPublication, {
    nullable: true,
    description: 'One by id: what is public, for everybody; all else with scope enforcement:read. 按标识查询公示信息。',
  })
  publishedDecision(
    @Arg('id', () => ID, { description: 'Identifier. 标识。' }) id: string,
    @Ctx() { loaders }: EnforcementContext,
  ): Shown<DecisionPublication> {
    return loaders.publicationById.shown(id);
  }

  @Query(() => DecisionWithdrawalConnection, {
    description: 'What was published and withdrawn, and why; for everybody (行政处罚法 §48②). 已撤回的公示及理由（公开）。',
  })
  withdrawnDecisions(
    @Args(() => WithdrawalListArgs) { divisionCode, ...page }: WithdrawalListArgs,
    @Ctx() { viewer }: EnforcementContext,
  ): Connection<DecisionWithdrawal> {
    const checked = checkedPage(page);
    return new DecisionWithdrawalConnection({
      page: async () => {
        const found = await this.withdrawals.findWithdrawn(viewer, divisionCode, checked);
        return { ...found, rows: found.rows.map(DecisionWithdrawal.of) };
      },
      total: () => this.withdrawals.countWithdrawn(viewer, divisionCode),
    });
  }

  @Mutation(() => PublishDecisionPayload, {
    description: `Publishes a decision to punish, within seven working days. ${ERRORS} (PARTY_MINOR, AGE_UNKNOWN, DECISION_MISSING, NOT_A_PENALTY, DECISION_NOT_STANDING, ALREADY_PUBLISHED, STALE_VERSION). 公示行政处罚决定。`,
  })
  async publishDecision(
    @Arg('input', () => PublishDecisionInput, WANTED) input: PublishDecisionInput,
    @Ctx() context: EnforcementContext,
  ): Promise<object> {
    return PublishDecisionPayload.of(await this.service.publishDecision(context, input));
  }

  @Mutation(() => WithholdPublicationPayload, {
    description: `Records that a decision is not published, and why. ${ERRORS}. 不予公示行政处罚决定。`,
  })
  async withholdPublication(
    @Arg('input', () => WithholdPublicationInput, WANTED) input: WithholdPublicationInput,
    @Ctx() context: EnforcementContext,
  ): Promise<object> {
    return WithholdPublicationPayload.of(await this.service.withholdPublication(context, input));
  }

  @Mutation(() => WithdrawPublicationPayload, {
    description: `Withdraws a publication, within three working days after the decision was changed, revoked or found unlawful, and tells why. ${ERRORS} (NOT_PUBLISHED, GROUND_UNFOUNDED, STALE_VERSION). 撤回公示信息。`,
  })
  async withdrawPublication(
    @Arg('input', () => WithdrawPublicationInput, WANTED) input: WithdrawPublicationInput,
    @Ctx() context: EnforcementContext,
  ): Promise<object> {
    return WithdrawPublicationPayload.of(await this.service.withdrawPublication(context, input));
  }

  @FieldResolver(() => [CaseDeadline], { description: 'WITHDRAWAL (3 working days); scope enforcement:read. 撤回时限。' })
  deadlines(@Root() { id }: DecisionPublication, @Ctx() { loaders }: EnforcementContext): Promise<CaseDeadline[]> {
    return loaders.deadlinesBySubject.load(id);
  }
}

/** What a case and its decision show of publicity. */
@Resolver(() => EnforcementCase)
export class CasePublicityResolver {
  @Reads('id')
  @FieldResolver(() => [DecisionPublication], {
    description: 'What was published of its decision, withdrawn, or withheld, oldest first. 决定公示情况。',
  })
  publicity(@Root() { id }: EnforcementCase, @Ctx() { loaders }: EnforcementContext): Promise<DecisionPublication[]> {
    return loaders.publicationsByCase.load(id);
  }
}

@Resolver(() => CaseDecision)
export class DecisionDeadlinesResolver {
  @FieldResolver(() => [CaseDeadline], { description: 'PUBLICATION (7 working days). 公示时限。' })
  deadlines(@Root() { id }: CaseDecision, @Ctx() { loaders }: EnforcementContext): Promise<CaseDeadline[]> {
    return loaders.deadlinesBySubject.load(id);
  }
}

/** What a division shows of published decisions. */
@Resolver(() => Division)
export class DivisionPublicationsResolver {
  @FieldResolver(() => DecisionPublicationConnection, {
    nullable: true,
    description: 'Published decisions of this very division; for everybody. 本级公示的行政处罚决定（公开）。',
  })
  publishedDecisions(
    @Root() { code }: Division,
    @Args(() => PublicationListArgs) { filter, orderBy, ...page }: PublicationListArgs,
    @Ctx() { loaders }: EnforcementContext,
  ): Connection<DecisionPublication> {
    return new DecisionPublicationConnection(loaders.publicationsByDivision.of(code, { filter: filter ?? {}, orderBy }, page));
  }
}

/** What an organisation shows of published decisions. */
@Resolver(() => Organization)
export class OrganizationPublicationsResolver {
  @FieldResolver(() => DecisionPublicationConnection, {
    nullable: true,
    description: 'Published decisions in its name; for everybody. 以其名义公示的行政处罚决定（公开）。',
  })
  publishedDecisions(
    @Root() { creditCode }: Organization,
    @Args(() => PublicationListArgs) { filter, orderBy, ...page }: PublicationListArgs,
    @Ctx() { loaders }: EnforcementContext,
  ): Connection<DecisionPublication> | null {
    if (!creditCode) return null;
    return new DecisionPublicationConnection(loaders.publicationsByOrganization.of(creditCode, { filter: filter ?? {}, orderBy }, page));
  }
}
