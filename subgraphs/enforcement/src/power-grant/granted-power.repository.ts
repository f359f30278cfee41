import type { Clock } from '@township-graph/shared/clock';
import type { NestedList } from '@township-graph/shared/connection';
import type { KeysetOrder } from '@township-graph/shared/keyset';
import { listByColumn } from '@township-graph/shared/nested-list';
import { ROW, ScopedRepository } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import { GrantedPower } from './granted-power.entity';
import { heldOn } from './power-held-on';

const BY_CODE: KeysetOrder = { name: 'power', columns: [{ name: 'powerCode' }, { name: 'grantId' }, { name: 'powerId' }] };
const BY_PLACE: KeysetOrder = {
  name: 'place',
  columns: [{ name: 'divisionCode' }, { name: 'validFrom' }, { name: 'grantId' }, { name: 'powerId' }],
};

/** Which of them: all that ever were, or those of a day. */
export interface GrantedPowerListing {
  readonly asOf?: string | null;
}

/** Every list of granted powers. They are as public as their grants. */
export class GrantedPowerRepository extends ScopedRepository<GrantedPower> {
  constructor(manager: EntityManager, clock: Clock) {
    super(manager, GrantedPower, { division: 'divisionCode', readScope: 'enforcement:read', publicWhen: 'true' }, clock);
  }

  /** What each of these grants holds. */
  ofGrants(viewer: Viewer): NestedList<GrantedPower, GrantedPowerListing> {
    return this.by('grantId', BY_CODE, viewer);
  }

  /** Where each of these powers is held. */
  ofPowers(viewer: Viewer): NestedList<GrantedPower, GrantedPowerListing> {
    return this.by('powerId', BY_PLACE, viewer);
  }

  private by(column: 'grantId' | 'powerId', order: KeysetOrder, viewer: Viewer): NestedList<GrantedPower, GrantedPowerListing> {
    const rows = ({ asOf }: GrantedPowerListing) => {
      const query = this.visibleTo(viewer);
      return asOf ? query.andWhere(heldOn(ROW), { day: asOf }) : query;
    };
    return listByColumn(this.reader, column, rows, () => order);
  }
}
