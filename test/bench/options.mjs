import { parseArgs } from 'node:util';

const HELP = `Usage: node test/bench/run.mjs [classic|own] [options]

  classic   the accounts, products, inventory and reviews demonstration: our gateway beside its peers (default)
  own       our own graph on its demonstration county, in process and distributed, beside endpoints written by hand

  --seconds N          measured window (classic 4, own 2)
  --rounds N           how often each is measured, in rotating order (classic 3, own 2)
  --connections LIST   concurrent connections (classic 1,16,64, own 1,16)
  --only LIST          classic: of large, small; own: of its operations, below (all)
  --engines LIST       classic: of stock, hive, hive-shared, distributed, in-process, floor (all but hive-shared)
                       own: of in-process, distributed (both)
  --peer-flags FLAGS   classic: flags for the peers' node (none)
  --scale SHARE        own: share of the demonstration's applications and cases (0.01); 1, all of them, take minutes to load
  --check              own: compares the answers, and measures nothing
  --json FILE          write everything that was measured
  --help

Operations of own, by the name that --only takes:
`;

/** Each so that a run takes some ten minutes at most. */
const DEFAULTS = {
  classic: { seconds: 4, rounds: 3, connections: '1,16,64' },
  own: { seconds: 2, rounds: 2, connections: '1,16' },
};

/** What was asked for; null when it was help, which is printed then. */
export function readOptions(words, { engines, usual, workloads, graphs, operations }) {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      seconds: { type: 'string' },
      rounds: { type: 'string' },
      connections: { type: 'string' },
      only: { type: 'string' },
      engines: { type: 'string' },
      scale: { type: 'string', default: '0.01' },
      check: { type: 'boolean', default: false },
      'peer-flags': { type: 'string', default: '' },
      json: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    process.stdout.write(`${HELP}${operations.map(({ route, name }) => `  ${route.padEnd(20)} ${name}`).join('\n')}\n`);
    return null;
  }
  const [part = 'classic', ...more] = positionals;
  if (more.length > 0) throw new Error(`what is ${more.join(' ')}? --help lists everything`);
  const defaults = DEFAULTS[among('what to measure', part, Object.keys(DEFAULTS))];
  const isOwn = part === 'own';
  const only = chosen('--only', values.only, isOwn ? operations.map(({ route }) => route) : workloads);
  return {
    part,
    seconds: number('--seconds', values.seconds ?? defaults.seconds, 0.5, 120),
    rounds: number('--rounds', values.rounds ?? defaults.rounds, 1, 50),
    connections: (values.connections ?? defaults.connections).split(',').map((each) => number('--connections', each, 1, 1000)),
    ...(isOwn
      ? {
          graphs: chosen('--engines', values.engines, graphs),
          operations: operations.filter(({ route }) => only.includes(route)),
          scale: number('--scale', values.scale, 0.0001, 1),
          check: values.check,
        }
      : { workloads: only, engines: chosen('--engines', values.engines ?? usual.join(','), engines) }),
    peerFlags: values['peer-flags'].split(' ').filter(Boolean),
    json: values.json ?? null,
  };
}

function number(name, text, least, most) {
  const value = Number(text);
  if (!(value >= least && value <= most)) throw new Error(`${name} must be a number from ${least} to ${most}`);
  return value;
}

/** Those of a list; all when it is not given. */
const chosen = (name, list, choices) => list?.split(',').map((each) => among(name, each, choices)) ?? choices;

function among(name, value, choices) {
  if (!choices.includes(value)) throw new Error(`${name} must be one of ${choices.join(', ')}`);
  return value;
}
