import type { DevelopmentKey } from '@township-graph/gateway/development-key';
import { DEMO_COUNTIES } from '@township-graph/shared/demo/divisions';
import { AnswerTooLarge, type Entrance } from '@township-graph/shared/graph-client/entrance';
import type { GraphClient } from '@township-graph/shared/graph-client/graph-client';
import { MachineClient } from '@township-graph/shared/graph-client/machine-client';
import type { SubgraphModule } from '@township-graph/shared/subgraph-process';
import type { FastifyInstance } from 'fastify';
import { SUBGRAPHS } from './graph';
import type { TokenClaims } from './tokens';

/** Made for one question, and of no use to whoever finds one. */
const TOKEN_SECONDS = 60;

/** Who a subgraph is when it asks the graph: itself, with the scopes that its module names, in the divisions of this installation. */
export function machineClaims({ name, asksWith = [] }: Pick<SubgraphModule, 'name' | 'asksWith'>): TokenClaims {
  return { sub: `machine:${name}`, name: `系统（${name}）`, divisions: machineDivisions(), scope: asksWith.join(' ') };
}

/** Those that the environment names, or the counties of the demonstration. */
function machineDivisions(): readonly string[] {
  const named = process.env.GRAPH_DIVISIONS?.trim();
  return named ? named.split(',').map((code) => code.trim()) : DEMO_COUNTIES;
}

/** The clients of subgraphs that run in one process with their gateway: they enter by its own route, each with tokens of its own. */
export class MachineIdentities {
  /** Told once the gateway serves; who asks before that waits. */
  enterBy!: (app: FastifyInstance) => void;
  private readonly app = new Promise<FastifyInstance>((resolve) => {
    this.enterBy = resolve;
  });

  constructor(private readonly key: Pick<DevelopmentKey, 'sign'>) {}

  /** Undefined for one that asks nothing. */
  clientOf(subgraph: string): GraphClient | undefined {
    const module = SUBGRAPHS.find(({ name }) => name === subgraph)!;
    if (!module.asksWith) return undefined;
    return new MachineClient({ entrance: this.entrance, token: () => this.key.sign({ ...machineClaims(module) }, TOKEN_SECONDS) });
  }

  private readonly entrance: Entrance = async ({ headers, body, maxBytes, signal }) => {
    const app = await this.app;
    const { statusCode: status, payload: text } = await app.inject({ method: 'POST', url: '/graphql', headers, payload: body, signal });
    if (Buffer.byteLength(text) > maxBytes) throw new AnswerTooLarge(`more than ${maxBytes} bytes`);
    return { status, text };
  };
}
