import { ArgsType, Directive, Field, Int, ObjectType } from 'type-graphql';
import { type BilingualText, DomainError } from '../errors';
import { Change } from './change';

const LARGEST_PAGE = 500;
const MOST_TYPES = 50;

@ArgsType()
export class FeedArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'Cursor after which to read on; from the beginning when absent. One that is not known, or no longer yours, is refused with CURSOR_UNKNOWN: read all anew. 从该游标之后继续；缺省从头开始。游标无效时返回 CURSOR_UNKNOWN，应重新全量读取。',
  })
  after?: string | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'Only these types of change, 50 at most; tombstones come whatever is chosen. 仅这些变更类型（至多 50 种）；墓碑记录始终返回。',
  })
  types?: readonly string[] | null;

  @Field(() => Int, { defaultValue: 100, description: 'How many at most, 0 to 500. 最多返回条数（0–500）。' })
  first!: number;
}

@ObjectType({ description: 'A stretch of changes, oldest first. 变更流的一段（由旧到新）。' })
@Directive('@shareable')
export class ChangeFeed {
  @Field(() => [Change], { description: 'The changes, oldest first. 变更记录（由旧到新）。' })
  readonly nodes!: readonly Change[];

  @Field(() => String, {
    nullable: true,
    description:
      'Cursor to go on with, also when nothing was new; null while there is nothing to go on from. 继续读取用的游标（无新变更时同样返回）；尚无任何变更时为空。',
  })
  readonly endCursor!: string | null;

  @Field(() => Boolean, { description: 'Whether to ask again at once: more may follow already. 是否应立即继续读取。' })
  readonly hasNextPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'Cursor of the newest change there is: go on from it to read nothing of the past. Null while there is none; then begin without a cursor. 最新变更的游标：从此处开始即不读历史；尚无变更时为空，直接不带游标开始。',
  })
  readonly newestCursor!: string | null;
}

export interface CheckedFeedArgs {
  readonly after: string | null;
  readonly types: readonly string[] | null;
  readonly first: number;
}

export function checkedFeed({ after = null, types = null, first }: FeedArgs): CheckedFeedArgs {
  if (types && types.length > MOST_TYPES)
    throw outOfRange('TOO_MANY_TYPES', 'types', MOST_TYPES, { zh: `types 至多 ${MOST_TYPES} 项`, en: `types takes ${MOST_TYPES} at most` });
  if (!Number.isInteger(first) || first < 0 || first > LARGEST_PAGE)
    throw outOfRange('PAGE_SIZE', 'first', LARGEST_PAGE, {
      zh: `first 须在 0 至 ${LARGEST_PAGE} 之间`,
      en: `first must be between 0 and ${LARGEST_PAGE}`,
    });
  return { after, types, first };
}

function outOfRange(reason: string, argument: string, maximum: number, text: BilingualText): DomainError {
  return new DomainError('BAD_USER_INPUT', reason, text, { argument, minimum: 0, maximum });
}
