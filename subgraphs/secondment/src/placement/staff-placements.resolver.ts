import { Reads } from '@township-graph/shared/asked-properties';
import { type Clock, dayOf } from '@township-graph/shared/clock';
import type { Connection } from '@township-graph/shared/connection';
import { DateScalar, DivisionCodeScalar } from '@township-graph/shared/scalars';
import { Arg, Args, Ctx, Directive, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import type { SecondmentContext } from '../context';
import { Division } from '../division/division.stub';
import { StaffMember } from '../staff-member/staff-member.entity';
import { dutyOn } from './duty.rules';
import type { Placement } from './placement.entity';
import { PlacementConnection, PlacementListArgs } from './placement.inputs';
import { StaffBar } from './staff-bar.type';

/** As a token's claim `divisions` has it. */
@ObjectType({ description: 'A division in which somebody is on duty, as a token names it. 履职区划（用于签发令牌）。' })
export class DutyDivision {
  @Field(() => DivisionCodeScalar, { description: 'The division and all below it. 区划及其下级。' })
  readonly code!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day; null where none is set. 截止日期，未定的为空。' })
  readonly until!: string | null;
}

/** What a member of staff shows of placements. */
@Resolver(() => StaffMember)
export class StaffPlacementsResolver {
  constructor(private readonly clock: Clock) {}

  @Reads('id')
  @FieldResolver(() => PlacementConnection, { description: 'Where they are and were placed, latest first. 下沉记录。' })
  placements(
    @Root() { id }: StaffMember,
    @Args(() => PlacementListArgs) { filter, ...page }: PlacementListArgs,
    @Ctx() { loaders }: SecondmentContext,
  ): Connection<Placement> {
    return new PlacementConnection(loaders.placementsByStaff.of(id, filter ?? {}, page));
  }

  @Reads('id', 'homeDivisionCode', 'leftOn')
  @Directive('@listSize(assumedSize: 1)')
  @FieldResolver(() => [DutyDivision], {
    description:
      'Where they are on duty on a day: who issues tokens reads it for the claim `divisions`. Placed, to the last day of it; else at home; nowhere once they have left. 履职区划：签发令牌时写入 divisions，到期自动失效。',
  })
  async dutyDivisions(
    @Root() { id, homeDivisionCode, leftOn }: StaffMember,
    @Arg('on', () => DateScalar, { nullable: true, description: 'The day; today when absent. 日期，默认当天。' }) on: string | null,
    @Ctx() { loaders }: SecondmentContext,
  ): Promise<DutyDivision[]> {
    const day = on ?? dayOf(this.clock());
    if (leftOn !== null && leftOn <= day) return [];
    return dutyOn(day, homeDivisionCode, await loaders.dutiesByStaff.load(id)).map((place) => Object.assign(new DutyDivision(), place));
  }

  @Reads('id')
  @Directive('@listSize(assumedSize: 2)')
  @FieldResolver(() => [StaffBar], { description: 'What they are left out of today. 当前限制期。' })
  bars(@Root() { id }: StaffMember, @Ctx() { loaders }: SecondmentContext): Promise<StaffBar[]> {
    return loaders.barsByStaff.load(id);
  }
}

/** What a division shows of placements. */
@Resolver(() => Division)
export class DivisionPlacementsResolver {
  // Nullable, for the division is another subgraph's.
  @FieldResolver(() => PlacementConnection, {
    nullable: true,
    description: 'Who is and was placed in this very division. 下沉到本区划的人员。',
  })
  placements(
    @Root() { code }: Division,
    @Args(() => PlacementListArgs) { filter, ...page }: PlacementListArgs,
    @Ctx() { loaders }: SecondmentContext,
  ): Connection<Placement> {
    return new PlacementConnection(loaders.placementsByDivision.of(code, filter ?? {}, page));
  }
}
