import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isFineField } from '@township-graph/assessment/scheme/fines';
import { type ASTNode, Kind, parse, visit } from 'graphql';

const SUPERGRAPH = path.resolve(__dirname, '../gateway/supergraph.graphql');
const OF_FINES = /罚款|罚没|没收|违法所得/;

/** Where fines are spoken of because there are none. */
const SPEAKS_OF_NONE = /不得?(涉及|统计|同|与)/;

/** Names of fields, arguments and enum values that the graph itself says are about fines and confiscations. */
function namesOfFines(): string[] {
  const names: string[] = [];
  const note = (node: ASTNode & { readonly description?: { readonly value: string }; readonly name: { readonly value: string } }) => {
    const words = node.description?.value ?? '';
    if (OF_FINES.test(words) && !SPEAKS_OF_NONE.test(words)) names.push(node.name.value);
  };
  visit(parse(readFileSync(SUPERGRAPH, 'utf8'), { noLocation: true }), {
    [Kind.FIELD_DEFINITION]: note,
    [Kind.INPUT_VALUE_DEFINITION]: note,
    [Kind.ENUM_VALUE_DEFINITION]: note,
  });
  return [...new Set(names)].sort();
}

test('行政处罚法§74③: whatever the graph has about fines and confiscations can be no indicator', () => {
  const names = namesOfFines();
  expect(names.length).toBeGreaterThan(10);
  expect(names.filter((name) => !isFineField(name))).toEqual([]);
});
