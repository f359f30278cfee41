import type { Clock } from '@township-graph/shared/clock';
import { ScopedRepository } from '@township-graph/shared/scoped-repository';
import type { EntityManager } from 'typeorm';
import { StaffMember } from '../staff-member/staff-member.entity';
import { Candidate } from './candidate.entity';
import { CandidateObjection } from './objection.entity';

/** What is held against candidates: for the county that decides, and nobody else. */
export class ObjectionRepository extends ScopedRepository<CandidateObjection> {
  constructor(manager: EntityManager, clock: Clock) {
    super(manager, CandidateObjection, { division: 'divisionCode', readScope: 'personnel:read' }, clock);
  }

  /** What is to be hidden in texts about these candidates: never to be shown. */
  findNames(candidateIds: readonly string[]): Promise<{ readonly id: string; readonly name: string }[]> {
    return this.manager
      .createQueryBuilder(Candidate, 'candidate')
      .innerJoin(StaffMember, 'staff', 'staff.id = candidate.staffMemberId')
      .select('candidate.id', 'id')
      .addSelect('staff.name', 'name')
      .where('candidate.id IN (:...candidateIds)', { candidateIds })
      .getRawMany();
  }
}
