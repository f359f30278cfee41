import { type Clock, dayOf } from '@township-graph/shared/clock';
import type { Commands, Done } from '@township-graph/shared/command/commands';
import { held } from '@township-graph/shared/held';
import type { Logger } from '@township-graph/shared/log';
import type { Job, Turn } from '@township-graph/shared/scheduler/job';
import { oneByOne } from '@township-graph/shared/scheduler/one-by-one';
import { systemViewer } from '@township-graph/shared/viewer';
import type { DataSource, EntityManager } from 'typeorm';
import { Placement } from './placement.entity';
import { PlacementAction, PlacementState } from './placement.enums';
import type { Placing } from './placing';

export interface PlacementDaysOptions {
  readonly database: DataSource;
  readonly commands: Commands;
  readonly placing: Placing;
  readonly clock: Clock;
  readonly log?: Logger;
}

const DUE = "(row.state = 'PLANNED' AND row.startsOn <= :today) OR (row.state = 'SERVING' AND row.endsOn < :today)";

/** Begins and ends placements on their days. Access goes by the days themselves and does not wait for it. */
export class PlacementDays implements Job {
  readonly name = 'placement-days';

  constructor(private readonly options: PlacementDaysOptions) {}

  async run(turn: Turn): Promise<void> {
    const { commands, log } = this.options;
    await oneByOne(turn, {
      units: await this.due(),
      work: (id) => commands.runAsSystem(this.name, (tx) => this.takeUp(tx, id)),
      about: (placementId) => ({ placementId }),
      undone: ['placements', 'begun or ended'],
      log,
    });
  }

  private async due(): Promise<string[]> {
    const { database, clock } = this.options;
    const query = database.manager.createQueryBuilder(Placement, 'row').select(['row.id']);
    const rows = await query
      .where(DUE, { today: dayOf(clock()) })
      .orderBy('row.id')
      .getMany();
    return rows.map(({ id }) => id);
  }

  /** Null if another instance was here; what was to begin and is over by now is begun, and ended by the next turn. */
  private async takeUp(tx: EntityManager, id: string): Promise<Done<Placement> | null> {
    const { placing, clock } = this.options;
    const placement = await held(tx.createQueryBuilder(Placement, 'row'))
      .where(`row.id = :id AND (${DUE})`, { id, today: dayOf(clock()) })
      .getOne();
    if (!placement) return null;
    const actor = { viewer: systemViewer(this.name, [placement.divisionCode, placement.homeDivisionCode]) };
    if (placement.state === PlacementState.PLANNED) return placing.begin(tx, actor, placement);
    return placing.end(tx, actor, placement, PlacementAction.EXPIRE);
  }
}
