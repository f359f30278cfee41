import type { Clock } from '@township-graph/shared/clock';
import { covers } from '@township-graph/shared/division-code';
import { DomainError } from '@township-graph/shared/errors';
import { OrganizationKind } from '@township-graph/shared/organization-kind';
import { changeVersion } from '@township-graph/shared/version';
import { allowed, sees, type Viewer } from '@township-graph/shared/viewer';
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

const WITHOUT_CREDIT_CODE = new Set([
  OrganizationKind.INTERNAL_OFFICE,
  OrganizationKind.STATION,
  OrganizationKind.STATIONED_UNIT,
  OrganizationKind.COORDINATION_BODY,
]);
const STATIONS = new Set([OrganizationKind.STATION, OrganizationKind.STATIONED_UNIT]);

export interface RegisterOrganization {
  readonly name: string;
  readonly shortName?: string | null;
  readonly kind: OrganizationKind;
  readonly divisionCode: string;
  readonly creditCode?: string | null;
  readonly parentId?: string | null;
  readonly dispatchedById?: string | null;
}

/** Commands on organisations. */
export class OrganizationService {
  constructor(
    private readonly manager: EntityManager,
    private readonly clock: Clock,
  ) {}

  registerOrganization(viewer: Viewer, wanted: RegisterOrganization): Promise<Organization> {
    allowed(viewer, 'directory:manage');
    if (!sees(viewer, wanted.divisionCode, this.clock)) throw divisionOutsideDuty(wanted.divisionCode);
    const name = checkedName(wanted.name);
    if (!wanted.creditCode && !WITHOUT_CREDIT_CODE.has(wanted.kind)) throw creditCodeNeeded();
    return this.manager.transaction(async (tx) => {
      if (!(await tx.existsBy(Division, { code: wanted.divisionCode }))) throw divisionNotFound();
      for (const id of [wanted.parentId, wanted.dispatchedById]) if (id) await this.refuseElsewhere(tx, id, wanted.divisionCode);
      if (wanted.creditCode && (await tx.existsBy(Organization, { creditCode: wanted.creditCode })))
        throw creditCodeTaken(wanted.creditCode);
      const organization = Object.assign(new Organization(), {
        shortName: null,
        creditCode: null,
        parentId: null,
        dispatchedById: null,
        ...wanted,
        id: uuid(),
        name,
        functionalCenterId: null,
        contact: null,
        sortOrder: 1000,
        validTo: null,
        version: 1,
      });
      await tx.insert(Organization, organization).catch(duplicateAs(() => creditCodeTaken(wanted.creditCode ?? '')));
      return organization;
    });
  }

  /** Moves a station into a functional centre of its township, or out of it: which work it joins, not whose it is. */
  assignStation(viewer: Viewer, stationId: string, functionalCenterId: string | null, expectedVersion: number): Promise<Organization> {
    allowed(viewer, 'directory:manage');
    return this.manager.transaction(async (tx) => {
      const station = await tx.findOneBy(Organization, { id: stationId });
      if (!station) throw organizationNotFound();
      if (!sees(viewer, station.divisionCode, this.clock)) throw divisionOutsideDuty(station.divisionCode);
      if (!STATIONS.has(station.kind)) throw notAStation();
      if (functionalCenterId) await this.refuseOtherTownship(tx, functionalCenterId, station.divisionCode);
      await changeVersion(tx, Organization, { id: stationId }, expectedVersion, { functionalCenterId });
      return tx.findOneByOrFail(Organization, { id: stationId });
    });
  }

  /** Above an organisation stands one of its own county, or of a division above that. */
  private async refuseElsewhere(tx: EntityManager, id: string, divisionCode: string): Promise<void> {
    const above = await tx.findOneBy(Organization, { id });
    if (!above) throw organizationNotFound();
    if (above.divisionCode.slice(0, 6) !== divisionCode.slice(0, 6) && !covers(above.divisionCode, divisionCode))
      throw organizationElsewhere();
  }

  private async refuseOtherTownship(tx: EntityManager, centerId: string, divisionCode: string): Promise<void> {
    const center = await tx.findOneBy(FunctionalCenter, { id: centerId });
    if (!center) throw centerNotFound();
    if (center.divisionCode !== divisionCode) throw centerElsewhere();
  }
}

function checkedName(name: string): string {
  const trimmed = name.trim();
  if (trimmed.length >= 2 && trimmed.length <= 100 && !/\p{Cc}/u.test(trimmed)) return trimmed;
  throw new DomainError('BAD_USER_INPUT', 'NAME_LENGTH', { zh: '机构名称须为 2 至 100 字', en: 'A name has 2 to 100 characters' });
}

/** The unique index decides between two clerks who register the same code at once. */
function duplicateAs(refusal: () => DomainError) {
  return (error: Error & { code?: string }): never => {
    if (error.code === 'ER_DUP_ENTRY' || error.code === 'SQLITE_CONSTRAINT_UNIQUE') throw refusal();
    throw error;
  };
}
