import type { RequestContext } from '@township-graph/shared/context';
import { SUPPLEMENT } from './application.deadlines';
import type { Application } from './application.entity';
import { ApplicationState } from './application.enums';
import { materialNotAwaited } from './application.errors';
import type { ApplicationAction } from './application.moves';
import type { ApplicationMoving, MoveInput } from './application-moving';

export interface ReceiveSupplement extends MoveInput {
  readonly materials: readonly string[];
}

/** It stays where it is: the table of moves has a row for each state in which something may come. */
const MOVES: Readonly<Partial<Record<ApplicationState, ApplicationAction>>> = {
  [ApplicationState.REVIEWING]: 'supplementReviewing',
  [ApplicationState.SUSPENDED]: 'supplementSuspended',
};

/** 容缺受理: what was to follow comes, piece by piece; the clock stops with the last. What comes late is taken all the same. */
export class SupplementService {
  constructor(private readonly moving: ApplicationMoving) {}

  receiveSupplement(context: RequestContext, input: ReceiveSupplement): Promise<Application> {
    const came = new Set(input.materials.map((name) => name.trim()));
    const note = input.note ?? [...came].join('、').slice(0, 500);
    return this.moving.move(
      context,
      { ...input, note },
      {
        name: 'receiveSupplement',
        action: ({ state }) => MOVES[state] ?? 'supplementAccepted',
        change: async (tx, { id, missingMaterials }) => {
          if (came.size === 0 || ![...came].every((name) => missingMaterials.includes(name))) throw materialNotAwaited(missingMaterials);
          const left = missingMaterials.filter((name) => !came.has(name));
          if (left.length === 0) await this.moving.deadlines.meet(tx, id, SUPPLEMENT);
          return { missingMaterials: left };
        },
      },
    );
  }
}
