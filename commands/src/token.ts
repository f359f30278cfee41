import { developmentKey } from '@township-graph/gateway/development-key';
import { parseCreditCode } from '@township-graph/shared/credit-code';
import { parseDivisionCode } from '@township-graph/shared/division-code';
import { httpEntrance } from '@township-graph/shared/graph-client/entrance';
import { MachineClient } from '@township-graph/shared/graph-client/machine-client';
import { SCOPES } from '@township-graph/shared/viewer';
import { Command } from 'commander';
import { dutyClaimsOf } from './duty-claims';
import { machineClaims } from './machine-identities';
import { DATA } from './paths';
import { claimsOf, PRESETS } from './tokens';

interface Options {
  readonly as: string;
  readonly division: string[];
  readonly organization?: string;
  readonly scope?: string;
  readonly hours: string;
  readonly staffMember?: string;
  readonly graph: string;
  readonly data: string;
}

/** Who issues tokens reads of whom where they are on duty, and no more. */
const IDENTITY_PROVIDER = machineClaims({ name: 'identity-provider', asksWith: ['personnel:read'] });
const A_MINUTE = 60;

const collect = (value: string, previous: string[]) => [...previous, parseDivisionCode(value)];

const command = new Command('npm run token --')
  .description('Prints an access token signed with the development key of this checkout. Production refuses that key.')
  .option('--as <preset>', `who: ${Object.keys(PRESETS).join(', ')}`, 'township-clerk')
  .option('--division <code>', 'a division in sight, 6, 9 or 12 digits; may be repeated', collect, [])
  .option('--organization <code>', 'credit code of the organisation that they sign in for', (text) => parseCreditCode(text).code)
  .option('--scope <scopes>', `scopes, separated by spaces: ${SCOPES.join(' ')}`)
  .option('--staff-member <id>', 'in place of divisions and organisation: where they are on duty today, to the last day of their placement')
  .option('--graph <url>', 'the graph that is asked about them', 'http://127.0.0.1:4000/graphql')
  .option('--hours <n>', 'how long it is valid', '12')
  .option('--data <directory>', 'where the development key lies', DATA)
  .addHelpText('after', '\nExample: npm run token -- --division 410225201 --scope "matters:read matters:handle"');

async function main(): Promise<void> {
  const { as, division, organization, scope, hours, data, staffMember, graph: url } = command.parse().opts<Options>();
  const unknown = scope?.split(/\s+/).filter((word) => !SCOPES.includes(word as never));
  if (unknown?.length) throw new Error(`unknown scope ${unknown.join(', ')}; --help lists them`);
  if (!/^\d+(\.\d+)?$/.test(hours) || Number(hours) === 0) throw new Error('--hours must be a positive number');
  if (staffMember !== undefined && (division.length > 0 || organization))
    throw new Error('--staff-member says itself where they are on duty: no --division, no --organization');
  const key = await developmentKey(data);
  const graph = new MachineClient({ entrance: httpEntrance(url), token: () => key.sign({ ...IDENTITY_PROVIDER }, A_MINUTE) });
  // The scopes are the preset's; the name of whoever has those is not theirs.
  const duty = staffMember === undefined ? {} : { name: '示例工作人员', ...(await dutyClaimsOf(graph, staffMember)) };
  process.stdout.write(`${await key.sign({ ...claimsOf(as, { division, organization, scope }), ...duty }, Number(hours) * 3600)}\n`);
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
