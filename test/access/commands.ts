import { type GraphQLInputObjectType, type GraphQLSchema, getNamedType, parseValue, valueFromASTUntyped } from 'graphql';
import type { Speech } from './canaries';
import { fieldsOf } from './graph-fields';
import type { Literals } from './literals';
import { HIDDEN, type Owner, PUBLISHERS, TOWNSHIP_B, VILLAGE_B } from './owners';
import { APPLICATION_INPUTS } from './recipes/applications';
import { ASSESSMENT_INPUTS } from './recipes/assessment-commands';
import { CASE_INPUTS } from './recipes/case-commands';
import { DELEGATION_INPUTS } from './recipes/delegations';
import { DUTIES_INPUTS } from './recipes/duty-commands';
import { ENFORCEMENT_INPUTS } from './recipes/enforcement';
import { PLACEMENT_INPUTS } from './recipes/placements';
import { PUBLICITY_INPUTS } from './recipes/publicity';
import { RECEPTION_INPUTS } from './recipes/reception';
import { SECONDMENT_INPUTS } from './recipes/secondment';
import { SELECTION_INPUTS } from './recipes/selections';
import type { Selections } from './selection';
import type { Question } from './walk';

type SaidBy = (owner: Owner) => Speech;

/** Each command with an input that acts on township B: B itself may, and nobody beside or below it. */
const INPUTS: Readonly<Record<string, (saidBy: SaidBy) => object>> = {
  importDivisions: () => ({ csv: `code,name\n${TOWNSHIP_B}201,示例新村\n41,没有这样的代码\n`, skipBadRows: true }),
  registerOrganization: () => ({ name: '示例服务站', kind: 'STATION', divisionCode: TOWNSHIP_B }),
  assignStation: (saidBy) => ({
    stationId: saidBy(PUBLISHERS.townshipB).text('organization.id', 'station'),
    functionalCenterId: null,
    expectedVersion: 1,
  }),
  abolishDivision: () => ({ code: VILLAGE_B, expectedVersion: 1, validTo: '2020-01-01' }),
  importMatters: (saidBy) => ({ csv: listOf(saidBy(HIDDEN.townshipB)), skipBadRows: true }),
  ...ASSESSMENT_INPUTS,
  ...DELEGATION_INPUTS,
  ...APPLICATION_INPUTS,
  ...DUTIES_INPUTS,
  ...RECEPTION_INPUTS,
  ...ENFORCEMENT_INPUTS,
  ...CASE_INPUTS,
  ...PUBLICITY_INPUTS,
  ...SECONDMENT_INPUTS,
  ...SELECTION_INPUTS,
  ...PLACEMENT_INPUTS,
};

/** A list that takes up what B has in draft, and a row that is none. */
function listOf(say: Speech): string {
  const organ = say.creditCode('matter.implementingCreditCode', 'item');
  const row = {
    事项名称: '示例事项',
    实施编码: `${organ}5${say.code('matter.basicCode', 'item')}`,
    事项类型: '行政许可',
    行使层级: '5',
    实施主体编码: organ,
    实施主体: '示例机构',
    办件类型: '承诺件',
    承诺办结时限: '5',
    办理流程: '受理:核对',
    实施主体所在区划: TOWNSHIP_B,
  };
  const bad = { ...row, 事项名称: '' };
  return [Object.keys(row), Object.values(row), Object.values(bad)].map((cells) => cells.join(',')).join('\n');
}

/** Each command under a key of its own: under that of another, it would be refused for the key. */
const keyOf = (command: string, field: string) => (field === 'idempotencyKey' ? `key-of-${command}` : null);

/** Every command of the graph, each input field that its recipe leaves out given once besides. */
export class Commands {
  /** Mutations that no input is known for. */
  readonly unknown: string[] = [];
  readonly all: Question[] = [];
  /** Each once, as those who may would send it: under a key. */
  readonly plain: Question[] = [];

  constructor(schema: GraphQLSchema, literals: Literals, selections: Selections, saidBy: SaidBy) {
    for (const field of fieldsOf(schema.getMutationType()!)) {
      const given = INPUTS[field.name]?.(saidBy);
      const type = getNamedType(field.args[0]!.type) as GraphQLInputObjectType;
      if (!given) {
        this.unknown.push(field.name);
        continue;
      }
      const text = `mutation ($input: ${type.name}!) { ${field.name}(input: $input) { ${selections.whole(getNamedType(field.type) as never)} } }`;
      const question = (input: object, what = '') => ({ name: `Mutation.${field.name}${what}`, text, variables: { input } });
      this.plain.push(question({ ...given, idempotencyKey: `once-${field.name}` }));
      this.all.push(question(given));
      for (const left of Object.values(type.getFields()).filter(({ name }) => !(name in given)))
        for (const value of literals.of(left, '').slice(0, 1))
          this.all.push(
            question(
              { ...given, [left.name]: keyOf(field.name, left.name) ?? valueFromASTUntyped(parseValue(value)) },
              ` with ${left.name}`,
            ),
          );
    }
  }
}
