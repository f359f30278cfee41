import DataLoader from 'dataloader';
import { ArgsType, type ClassType, Directive, Field, Int, ObjectType } from 'type-graphql';
import { checkedPage, EMPTY_PAGE, type Page, type PageArguments } from './keyset';
import { type Asked, memoised } from './loader';
import { andThen, type PromiseOrValue } from './promise-or-value';

@ObjectType({ description: 'Where a page ends and whether more follows. 分页信息。' })
@Directive('@shareable')
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether rows follow this page. 是否还有下一页。' })
  readonly hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether this page began after a cursor. 是否有上一页。' })
  readonly hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first row of the page. 本页首行游标。' })
  readonly startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last row: pass it as `after` for the next page. 本页末行游标，作为 after 传入取下一页。',
  })
  readonly endCursor!: string | null;
}

/** Arguments of every connection; list fields that also filter and order extend it. */
@ArgsType()
export class PageArgs implements PageArguments {
  @Field(() => Int, { defaultValue: 20, description: 'How many rows at most, 0 to 100. 最多返回行数（0–100）。' })
  first!: number;

  @Field(() => String, { nullable: true, description: 'Cursor after which the page begins. 从该游标之后开始。' })
  after?: string | null;
}

/** How a connection gets what is asked of it; each part is fetched only when a client selects it. */
export interface ConnectionSource<E> {
  /** `asked` are the properties of its rows that are shown; null for all. Whoever does not listen gives whole rows. */
  page(asked: Asked): PromiseOrValue<Page<E>>;
  total(): Promise<number>;
}

export interface Edge<E> {
  readonly cursor: string;
  readonly node: E;
}

/** A list field's answer. Public for resolvers; clients see the classes that `connectionOf` makes of it. */
export abstract class Connection<E> {
  private fetched: PromiseOrValue<Page<E>> | null = null;
  /** The properties of its rows that are asked for; null for all. Told before anything is fetched. */
  asked: Asked = null;

  constructor(private readonly source: ConnectionSource<E>) {}

  abstract readonly nodeType: string;

  protected page(): PromiseOrValue<Page<E>> {
    this.fetched ??= this.source.page(this.asked);
    return this.fetched;
  }

  protected total(): Promise<number> {
    return this.source.total();
  }
}

export interface ConnectionClass<E> {
  new (source: ConnectionSource<E>): Connection<E>;
}

interface ConnectionOptions {
  /** For a node that every subgraph has of its own, such as an audit record. */
  readonly isShareable?: boolean;
}

/** The Relay connection and edge types of a node: `XConnection`, `XEdge`. */
export function connectionOf<E extends object>(
  Node: ClassType<E>,
  name: string,
  zh: string,
  { isShareable = false }: ConnectionOptions = {},
): ConnectionClass<E> {
  @ObjectType(`${name}Edge`, { description: `One row of the list and its cursor. ${zh}列表中的一行及其游标。` })
  class NodeEdge implements Edge<E> {
    @Field(() => String, { description: 'Cursor of this row. 本行游标。' })
    readonly cursor!: string;

    @Field(() => Node, { description: `The row. ${zh}。` })
    readonly node!: E;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list, with its total on demand. ${zh}分页列表。` })
  class NodeConnection extends Connection<E> {
    readonly nodeType = name;

    @Field(() => [NodeEdge], { description: 'Rows with their cursors. 带游标的行。' })
    edges(): PromiseOrValue<NodeEdge[]> {
      return andThen(this.page(), ({ rows, cursors }) => {
        const written = cursors();
        return rows.map((node, index) => Object.assign(new NodeEdge(), { node, cursor: written[index] }));
      });
    }

    @Field(() => [Node], { description: 'Rows alone. 仅行。' })
    nodes(): PromiseOrValue<readonly E[]> {
      return andThen(this.page(), ({ rows }) => rows);
    }

    @Field(() => PageInfo, { description: 'Where this page ends. 分页信息。' })
    pageInfo(): PromiseOrValue<PageInfo> {
      return andThen(this.page(), ({ cursors, hasNextPage, hasPreviousPage }) => {
        const written = cursors();
        const [startCursor, endCursor] = [written[0] ?? null, written.at(-1) ?? null];
        return Object.assign(new PageInfo(), { hasNextPage, hasPreviousPage, startCursor, endCursor });
      });
    }

    // A statement of its own.
    @Directive('@cost(weight: 10)')
    @Field(() => Int, { description: 'How many rows there are on all pages; counted only when asked for. 总行数（仅在查询时统计）。' })
    totalCount(): Promise<number> {
      return this.total();
    }
  }

  if (isShareable) for (const type of [NodeEdge, NodeConnection]) Directive('@shareable')(type);
  return NodeConnection;
}

/** Finds pages and totals for many parents at once. */
export interface NestedList<E, F> {
  pages(parents: readonly string[], filter: F, page: PageArguments): Promise<Map<string, Page<E>>>;
  totals(parents: readonly string[], filter: F): Promise<Map<string, number>>;
}

/**
 * Batches one nested list field of a request: siblings with the same arguments share one statement for their pages
 * and one for their totals.
 */
export class NestedConnections<E, F> {
  private readonly pages = new Map<string, DataLoader<string, Page<E>>>();
  private readonly totals = new Map<string, DataLoader<string, number>>();

  constructor(private readonly list: NestedList<E, F>) {}

  of(parent: string, filter: F, page: PageArguments): ConnectionSource<E> {
    const { first, after } = checkedPage(page);
    return {
      page: (asked) => this.pageLoader(filter, { first, after, asked }).load(parent),
      total: () => this.totalLoader(filter).load(parent),
    };
  }

  private pageLoader(filter: F, page: PageArguments): DataLoader<string, Page<E>> {
    return memoised(
      this.pages,
      JSON.stringify([filter, page]),
      () =>
        new DataLoader(async (parents) => {
          const found = await this.list.pages(parents, filter, page);
          return parents.map((parent) => found.get(parent) ?? EMPTY_PAGE);
        }),
    );
  }

  private totalLoader(filter: F): DataLoader<string, number> {
    return memoised(
      this.totals,
      JSON.stringify(filter),
      () =>
        new DataLoader(async (parents) => {
          const found = await this.list.totals(parents, filter);
          return parents.map((parent) => found.get(parent) ?? 0);
        }),
    );
  }
}
