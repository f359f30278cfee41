import { Field, ObjectType } from 'type-graphql';
import { PostRank } from './staff-member.enums';

const SECTION_LEVEL: readonly PostRank[] = [PostRank.SECTION_HEAD, PostRank.SECTION_DEPUTY];

@ObjectType({ description: 'The post that somebody holds. 岗位（职务）。' })
export class StaffPost {
  constructor(title: string, rank: PostRank, isLeading: boolean) {
    this.title = title;
    this.rank = rank;
    this.isLeading = isLeading;
  }

  @Field(() => String, { description: 'What it is called. 岗位（职务）名称。' })
  readonly title: string;

  @Field(() => PostRank, { description: 'Its level. 职务层次。' })
  readonly rank: PostRank;

  @Field(() => Boolean, { description: 'Whether who holds it leads others. 是否领导职务。' })
  readonly isLeading: boolean;

  @Field(() => Boolean, {
    description:
      'Whether it is a leading post at section level, about which the township is consulted first. 是否科级领导职务（调整须事先征求意见）。',
  })
  isSectionChief(): boolean {
    return this.isLeading && SECTION_LEVEL.includes(this.rank);
  }
}
