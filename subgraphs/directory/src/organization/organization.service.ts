import type { Clock } from '@township-graph/shared/clock';
import type { Commands, Done } from '@township-graph/shared/command/commands';
import { duplicateAs } from '@township-graph/shared/command/database-faults';
import { type ResultForm, rowResult } from '@township-graph/shared/command/result-form';
import type { RequestContext } from '@township-graph/shared/context';
import { covers } from '@township-graph/shared/division-code';
import { DomainError } from '@township-graph/shared/errors';
import { OrganizationKind } from '@township-graph/shared/organization-kind';
import { sees } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Division } from '../division/division.entity';
import { divisionNotFound, divisionOutsideDuty } from '../division/division.errors';
import { FunctionalCenter } from '../functional-center/functional-center.entity';
import { Organization } from './organization.entity';
import {
  centerElsewhere,
  centerNotFound,
  creditCodeNeeded,
  creditCodeTaken,
  notAStation,
  organizationElsewhere,
  organizationNotFound,
} from './organization.errors';
import type { OrganizationRepository } from './organization.repository';

const WITHOUT_CREDIT_CODE = new Set([
  OrganizationKind.INTERNAL_OFFICE,
  OrganizationKind.STATION,
  OrganizationKind.STATIONED_UNIT,
  OrganizationKind.COORDINATION_BODY,
]);
/** What a new organisation has when nothing else is said. */
const NEW_ORGANIZATION = {
  shortName: null,
  creditCode: null,
  parentId: null,
  dispatchedById: null,
  functionalCenterId: null,
  contact: null,
  sortOrder: 1000,
  validTo: null,
  version: 1,
} as const;
const STATIONS = new Set([OrganizationKind.STATION, OrganizationKind.STATIONED_UNIT]);

export interface RegisterOrganization {
  readonly idempotencyKey?: string | null;
  readonly name: string;
  readonly shortName?: string | null;
  readonly kind: OrganizationKind;
  readonly divisionCode: string;
  readonly creditCode?: string | null;
  readonly parentId?: string | null;
  readonly dispatchedById?: string | null;
}

export interface AssignStation {
  readonly idempotencyKey?: string | null;
  readonly stationId: string;
  /** Null takes the station out of its centre. */
  readonly functionalCenterId?: string | null;
  readonly expectedVersion: number;
}

/** Commands on organisations. Ids are compared again once read: MariaDB finds "x" for "x ". */
export class OrganizationService {
  private readonly asKept: ResultForm<Organization>;

  constructor(
    private readonly commands: Commands,
    private readonly organizations: OrganizationRepository,
    private readonly clock: Clock,
  ) {
    this.asKept = rowResult(organizations.manager, Organization);
  }

  registerOrganization(context: RequestContext, input: RegisterOrganization): Promise<Organization> {
    const { idempotencyKey: _, ...wanted } = input;
    return this.commands.run(context, {
      name: 'registerOrganization',
      needs: 'directory:manage',
      input,
      result: this.asKept,
      work: async (tx) => {
        if (!sees(context.viewer, wanted.divisionCode, this.clock)) throw divisionOutsideDuty(wanted.divisionCode);
        const organization = Object.assign(new Organization(), NEW_ORGANIZATION, wanted, {
          id: uuid(),
          name: checkedName(wanted.name),
          shortName: wanted.shortName?.trim() ? checkedName(wanted.shortName) : null,
        });
        await this.refuseUnfit(tx, organization);
        await tx.insert(Organization, organization).catch(duplicateAs(() => creditCodeTaken(wanted.creditCode ?? '')));
        return doneOn(organization, 'ORGANIZATION_REGISTERED');
      },
    });
  }

  /** Moves a station into a functional centre of its township, or out of it: which work it joins, not whose it is. */
  assignStation(context: RequestContext, input: AssignStation): Promise<Organization> {
    const { stationId: id, expectedVersion } = input;
    const functionalCenterId = input.functionalCenterId ?? null;
    return this.commands.run(context, {
      name: 'assignStation',
      needs: 'directory:manage',
      input,
      result: this.asKept,
      work: async (tx) => {
        const station = await tx.findOneBy(Organization, { id });
        if (station?.id !== id) throw organizationNotFound();
        if (!sees(context.viewer, station.divisionCode, this.clock)) throw divisionOutsideDuty(station.divisionCode);
        if (!STATIONS.has(station.kind)) throw notAStation();
        if (functionalCenterId) await this.refuseOtherTownship(tx, functionalCenterId, station.divisionCode);
        await this.organizations.change(tx, context.viewer, { id }, expectedVersion, { functionalCenterId });
        return doneOn(await tx.findOneByOrFail(Organization, { id }), 'STATION_ASSIGNED', { functionalCenterId });
      },
    });
  }

  private async refuseUnfit(tx: EntityManager, { kind, creditCode, divisionCode, parentId, dispatchedById }: Organization): Promise<void> {
    if (!creditCode && !WITHOUT_CREDIT_CODE.has(kind)) throw creditCodeNeeded();
    if (!(await tx.existsBy(Division, { code: divisionCode }))) throw divisionNotFound();
    for (const id of [parentId, dispatchedById]) if (id) await this.refuseElsewhere(tx, id, divisionCode);
    if (creditCode && (await tx.existsBy(Organization, { creditCode }))) throw creditCodeTaken(creditCode);
  }

  /** Above an organisation stands one of its own county, or of a division above that. */
  private async refuseElsewhere(tx: EntityManager, id: string, divisionCode: string): Promise<void> {
    const above = await tx.findOneBy(Organization, { id });
    if (above?.id !== id) throw organizationNotFound();
    if (above.divisionCode.slice(0, 6) !== divisionCode.slice(0, 6) && !covers(above.divisionCode, divisionCode))
      throw organizationElsewhere();
  }

  private async refuseOtherTownship(tx: EntityManager, centerId: string, divisionCode: string): Promise<void> {
    const center = await tx.findOneBy(FunctionalCenter, { id: centerId });
    if (center?.id !== centerId) throw centerNotFound();
    if (center.divisionCode !== divisionCode) throw centerElsewhere();
  }
}

function doneOn(organization: Organization, type: string, payload: Readonly<Record<string, unknown>> = {}): Done<Organization> {
  const { id, divisionCode, version } = organization;
  return {
    result: organization,
    on: [{ type: 'Organization', id, divisionCode }],
    events: [{ type, subjectType: 'Organization', subjectId: id, divisionCode, payload: { ...payload, version } }],
  };
}

function checkedName(name: string): string {
  const trimmed = name.trim();
  if (trimmed.length >= 2 && trimmed.length <= 100 && !/[\p{Cc}\p{Cs}]/u.test(trimmed)) return trimmed;
  throw new DomainError('BAD_USER_INPUT', 'NAME_LENGTH', { zh: '机构名称须为 2 至 100 字', en: 'A name has 2 to 100 characters' });
}
