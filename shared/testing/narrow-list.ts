import type { Viewer } from '../src/viewer';
import type { asking } from './ask';
import type { TestDatabase } from './database';

/** A root list, what is shown of its rows, and a column of theirs behind none of that. */
export type NarrowList = readonly [list: string, fields: string, unread: string];

/** That the list reads the columns behind its fields alone, and shows what it shows when it reads whole rows: named twice, it does. */
export async function expectNarrow(
  { statementsOf }: Pick<TestDatabase, 'statementsOf'>,
  ask: ReturnType<typeof asking>,
  viewer: Viewer,
  [list, fields, unread]: NarrowList,
): Promise<void> {
  const shown = async (again: string) => {
    let nodes: Record<string, unknown>[] = [];
    const [statement] = await statementsOf(async () => {
      const { data, errors } = await ask(`{ ${list} { nodes { ${fields} } } ${again} }`, viewer);
      expect(errors).toBeUndefined();
      nodes = data[/^\w+/.exec(list)![0]].nodes;
    });
    return { nodes, isRead: new RegExp(`\\b${unread}\\b`).test(statement!) };
  };
  const narrow = await shown('');
  const whole = await shown(`${list} { __typename }`);
  expect([narrow.isRead, whole.isRead]).toEqual([false, true]);
  expect(narrow.nodes.length).toBeGreaterThan(0);
  expect(narrow.nodes).toEqual(whole.nodes);
}
