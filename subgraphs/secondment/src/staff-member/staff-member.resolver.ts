import { Reads } from '@township-graph/shared/asked-properties';
import type { Connection } from '@township-graph/shared/connection';
import { checkedPage } from '@township-graph/shared/keyset';
import type { Shown } from '@township-graph/shared/loader';
import { TimelineEntry } from '@township-graph/shared/timeline/timeline-entry.entity';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { SecondmentContext } from '../context';
import { Organization } from '../organization/organization.stub';
import { StaffMember } from './staff-member.entity';
import { StaffMemberConnection, StaffMemberListArgs } from './staff-member.inputs';
import type { StaffMemberRepository } from './staff-member.repository';

@Resolver(() => StaffMember)
export class StaffMemberResolver {
  constructor(private readonly staffMemberRepository: StaffMemberRepository) {}

  @Query(() => StaffMember, {
    nullable: true,
    description: 'One member of staff, within the viewer’s divisions. Scope personnel:read. 按标识查询工作人员。',
  })
  staffMember(
    @Arg('id', () => ID, { description: 'Identifier. 标识。' }) id: string,
    @Ctx() { loaders }: SecondmentContext,
  ): Shown<StaffMember> {
    return loaders.staffMemberById.shown(id);
  }

  @Query(() => StaffMemberConnection, {
    description:
      'Who serve in the viewer’s divisions or have their home there, with personnel:read; nobody for anybody else. 按条件查询工作人员（限管辖范围）。',
  })
  staffMembers(
    @Args(() => StaffMemberListArgs) { filter, ...page }: StaffMemberListArgs,
    @Ctx() { viewer }: SecondmentContext,
  ): Connection<StaffMember> {
    const checked = checkedPage(page);
    return new StaffMemberConnection({
      page: (asked) => this.staffMemberRepository.findPage(viewer, filter ?? {}, { ...checked, asked }),
      total: () => this.staffMemberRepository.count(viewer, filter ?? {}),
    });
  }

  @Reads('id')
  @Directive('@listSize(assumedSize: 10)')
  @FieldResolver(() => [TimelineEntry], { description: 'What was done about them, oldest first. 管理记录，按时间先后。' })
  timeline(@Root() { id }: StaffMember, @Ctx() { loaders }: SecondmentContext): Promise<TimelineEntry[]> {
    return loaders.timelineBySubject.load(id);
  }
}

/** What an organisation shows of its staff. */
@Resolver(() => Organization)
export class OrganizationStaffResolver {
  @FieldResolver(() => StaffMemberConnection, {
    nullable: true,
    description: 'On its establishment, wherever they serve. Scope personnel:read. 编制在该单位的工作人员。',
  })
  staffMembers(
    @Root() { creditCode }: Organization,
    @Args(() => StaffMemberListArgs) { filter, ...page }: StaffMemberListArgs,
    @Ctx() { loaders }: SecondmentContext,
  ): Connection<StaffMember> | null {
    return creditCode ? new StaffMemberConnection(loaders.staffMembersByHome.of(creditCode, filter ?? {}, page)) : null;
  }
}
