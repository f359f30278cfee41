import { type Clock, dayOf } from '@township-graph/shared/clock';
import type { Commands, Done } from '@township-graph/shared/command/commands';
import { type ResultForm, rowResult } from '@township-graph/shared/command/result-form';
import type { RequestContext } from '@township-graph/shared/context';
import { insertAll } from '@township-graph/shared/insert-all';
import { statedText, textOf } from '@township-graph/shared/stated-text';
import { takeTurn } from '@township-graph/shared/turn';
import { sees } from '@township-graph/shared/viewer';
import { type EntityManager, In, IsNull } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { EnforcementTurn, turnOfTeams } from '../turns';
import { EnforcementTeam } from './team.entity';
import { COMPREHENSIVE, TeamKind } from './team.enums';
import { coverageBackdated, coveredAlready, notShared, teamNotFound, teamOutsideDuty } from './team.errors';
import type { TeamRepository } from './team.repository';
import { checkCoverage, checkTeam } from './team.rules';
import { TeamCoverage } from './team-coverage.entity';

interface Organ {
  readonly creditCode: string;
  readonly name: string;
}

interface RegisterTeam {
  readonly kind: TeamKind;
  readonly name: string;
  readonly divisionCode: string;
  readonly organization: Organ;
  readonly dispatchedBy?: Organ | null;
  readonly covers?: readonly string[] | null;
  readonly establishedOn: string;
  readonly idempotencyKey?: string | null;
}

interface ChangeCoverage {
  readonly teamId: string;
  readonly expectedVersion: number;
  readonly covers: readonly string[];
  readonly effectiveOn: string;
  readonly idempotencyKey?: string | null;
}

const countyOf = (divisionCode: string) => divisionCode.slice(0, 6);

/** How a county sets its teams up. */
export class TeamService {
  private readonly asKept: ResultForm<EnforcementTeam>;

  constructor(
    private readonly commands: Commands,
    private readonly teams: TeamRepository,
    private readonly clock: Clock,
  ) {
    this.asKept = rowResult(teams.manager, EnforcementTeam);
  }

  registerEnforcementTeam(context: RequestContext, input: RegisterTeam): Promise<EnforcementTeam> {
    return this.run('registerEnforcementTeam', context, input, async (tx) => {
      const { kind, divisionCode, organization, dispatchedBy, establishedOn, covers = null } = input;
      if (!sees(context.viewer, countyOf(divisionCode), this.clock)) throw teamOutsideDuty(divisionCode);
      const places = covers ?? [divisionCode];
      checkTeam({ kind, divisionCode, covers: places, hasDepartment: Boolean(dispatchedBy) });
      const team = Object.assign(new EnforcementTeam(), {
        id: uuid(),
        name: statedText('name', input.name, 100),
        kind,
        divisionCode,
        organCreditCode: organization.creditCode,
        organName: statedText('organization.name', organization.name, 100),
        departmentCreditCode: dispatchedBy?.creditCode ?? null,
        departmentName: textOf('dispatchedBy.name', dispatchedBy?.name, 100),
        establishedOn,
        version: 1,
      });
      await this.refuseCovered(tx, team, places, establishedOn);
      await insertAll(tx, EnforcementTeam, [team]);
      await cover(tx, team, places, establishedOn);
      return doneOn(team, 'ENFORCEMENT_TEAM_REGISTERED', places);
    });
  }

  changeTeamCoverage(context: RequestContext, input: ChangeCoverage): Promise<EnforcementTeam> {
    const { teamId, expectedVersion, covers, effectiveOn } = input;
    return this.run('changeTeamCoverage', context, input, async (tx) => {
      const team = await this.teams.findForCommand(tx, context.viewer, teamId);
      if (!team || !sees(context.viewer, countyOf(team.divisionCode), this.clock)) throw teamNotFound();
      if (team.kind !== TeamKind.SHARED) throw notShared();
      const today = dayOf(this.clock());
      if (effectiveOn < today) throw coverageBackdated(effectiveOn, today);
      checkCoverage(team.kind, team.divisionCode, covers);
      await this.teams.change(tx, context.viewer, { id: teamId }, expectedVersion, {});
      const open = await tx.findBy(TeamCoverage, { teamId, validTo: IsNull() });
      const left = open.filter(({ divisionCode }) => !covers.includes(divisionCode));
      const added = covers.filter((code) => !open.some(({ divisionCode }) => divisionCode === code));
      await this.refuseCovered(tx, team, added, effectiveOn);
      if (left.length > 0)
        await tx.update(
          TeamCoverage,
          { teamId, divisionCode: In(left.map(({ divisionCode }) => divisionCode)), validTo: IsNull() },
          { validTo: effectiveOn },
        );
      await cover(tx, team, added, effectiveOn);
      return doneOn(await tx.findOneByOrFail(EnforcementTeam, { id: teamId }), 'ENFORCEMENT_TEAM_COVERAGE_CHANGED', covers);
    });
  }

  private run<I extends { readonly idempotencyKey?: string | null }>(
    name: string,
    context: RequestContext,
    input: I,
    work: (tx: EntityManager) => Promise<Done<EnforcementTeam>>,
  ): Promise<EnforcementTeam> {
    return this.commands.run(context, { name, needs: 'enforcement:manage', input, result: this.asKept, work });
  }

  /** One team enforces: who sets up or widens one does so after the other, and is told which covers the township already. */
  private async refuseCovered(tx: EntityManager, team: EnforcementTeam, places: readonly string[], from: string): Promise<void> {
    if (!COMPREHENSIVE.includes(team.kind) || places.length === 0) return;
    await takeTurn(tx, EnforcementTurn, turnOfTeams(countyOf(team.divisionCode)));
    const covered = await tx
      .createQueryBuilder(TeamCoverage, 'place')
      .innerJoin(EnforcementTeam, 'team', 'team.id = place.teamId')
      .where('place.divisionCode IN (:...places) AND team.kind IN (:...kinds) AND team.id <> :id', {
        places,
        kinds: COMPREHENSIVE,
        id: team.id,
      })
      .andWhere('(place.validTo IS NULL OR (place.validTo > :from AND place.validTo > place.validFrom))', { from })
      .orderBy('place.divisionCode')
      .getMany();
    if (covered[0])
      throw coveredAlready(
        covered.map(({ divisionCode }) => divisionCode),
        covered[0].teamId,
      );
  }
}

/** What was to begin on the same day and was taken away again begins after all. */
async function cover(tx: EntityManager, { id: teamId }: EnforcementTeam, places: readonly string[], validFrom: string): Promise<void> {
  if (places.length === 0) return;
  await tx.delete(TeamCoverage, { teamId, validFrom, divisionCode: In([...places]) });
  await insertAll(
    tx,
    TeamCoverage,
    places.map((divisionCode) => ({ teamId, divisionCode, validFrom, validTo: null })),
  );
}

function doneOn(team: EnforcementTeam, type: string, covers: readonly string[]): Done<EnforcementTeam> {
  const { id, divisionCode, kind, version } = team;
  return {
    result: team,
    on: [{ type: 'EnforcementTeam', id, divisionCode }],
    events: [{ type, subjectType: 'EnforcementTeam', subjectId: id, divisionCode, payload: { version, kind, covers } }],
  };
}
