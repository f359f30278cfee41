import { type Clock, dayOf } from '@township-graph/shared/clock';
import { type KeysetOrder, type Page, type PageArguments, pageOf } from '@township-graph/shared/keyset';
import type { PromiseOrValue } from '@township-graph/shared/promise-or-value';
import { readRows, readRowsWith } from '@township-graph/shared/row';
import { ROW, ScopedRepository, within } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { EnforcementTeam } from './team.entity';
import { COMPREHENSIVE } from './team.enums';
import type { EnforcementTeamFilter } from './team.inputs';
import { onDuty, TeamCoverage } from './team-coverage.entity';

const BY_HOME: KeysetOrder = { name: 'home', columns: [{ name: 'divisionCode' }, { name: 'id' }] };

/** A team, and a division where it is on duty. */
export interface TeamOnDuty {
  readonly divisionCode: string;
  readonly team: EnforcementTeam;
}

/** Every query on teams. They are published (执法公示). */
export class TeamRepository extends ScopedRepository<EnforcementTeam> {
  constructor(manager: EntityManager, clock: Clock) {
    super(manager, EnforcementTeam, { division: 'divisionCode', readScope: 'enforcement:read', publicWhen: 'true' }, clock);
  }

  findPage(viewer: Viewer, filter: EnforcementTeamFilter, page: PageArguments): PromiseOrValue<Page<EnforcementTeam>> {
    return pageOf(this.matching(viewer, filter), this.reader, BY_HOME, page);
  }

  count(viewer: Viewer, filter: EnforcementTeamFilter): Promise<number> {
    return this.matching(viewer, filter).getCount();
  }

  /** The comprehensive team that is on duty in each of these townships today. */
  async findOnDuty(viewer: Viewer, divisionCodes: readonly string[]): Promise<TeamOnDuty[]> {
    const query = this.visibleTo(viewer)
      .innerJoin(TeamCoverage, 'place', `place.teamId = ${ROW}.id AND ${onDuty('place')}`, { day: dayOf(this.clock()) })
      .addSelect('(place.divisionCode)', 'on_duty_in')
      .andWhere(`place.divisionCode IN (:...divisionCodes) AND ${ROW}.kind IN (:...kinds)`, { divisionCodes, kinds: COMPREHENSIVE });
    const rows = await readRowsWith(query, this.reader, 'on_duty_in');
    return rows.map(({ row, value }) => ({ divisionCode: String(value), team: row }));
  }

  /** Where each of these teams is on duty today; asked only of teams that the viewer sees. */
  findCoverage(teamIds: readonly string[]): Promise<TeamCoverage[]> {
    return this.manager
      .createQueryBuilder(TeamCoverage, 'place')
      .where(`place.teamId IN (:...teamIds) AND ${onDuty('place')}`, { teamIds, day: dayOf(this.clock()) })
      .orderBy('place.divisionCode')
      .getMany();
  }

  /** The team, for a command; null where there is none. */
  async findForCommand(tx: EntityManager, viewer: Viewer, id: string): Promise<EnforcementTeam | null> {
    const [team] = await readRows(this.visibleTo(viewer, tx).andWhere(`${ROW}.id = :id`, { id }), this.reader);
    return team ?? null;
  }

  private matching(viewer: Viewer, filter: EnforcementTeamFilter): SelectQueryBuilder<EnforcementTeam> {
    const query = this.visibleTo(viewer);
    if (filter.kind) query.andWhere(`${ROW}.kind IN (:...kinds)`, { kinds: filter.kind });
    if (!filter.divisionCode && !filter.asOf) return query;
    const place = filter.divisionCode ? within('place.divisionCode', filter.divisionCode, 'place') : { sql: '1 = 1', parameters: {} };
    const covering = `SELECT 1 FROM enforcement_team_coverage place WHERE place.teamId = ${ROW}.id AND ${place.sql} AND ${onDuty('place')}`;
    return query.andWhere(`EXISTS (${covering})`, { ...place.parameters, day: filter.asOf ?? dayOf(this.clock()) });
  }
}
