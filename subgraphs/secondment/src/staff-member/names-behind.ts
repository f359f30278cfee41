import { maskPersons } from '@township-graph/shared/masking';
import type { EntityManager, EntityTarget } from 'typeorm';
import { StaffMember } from './staff-member.entity';

/** Who the rows of these identifiers are about, to be hidden in texts: whoever may see them, and never to be shown. */
export function namesBehind(
  manager: EntityManager,
  rows: EntityTarget<{ readonly id: string; readonly staffMemberId: string }>,
  ids: readonly string[],
): Promise<{ readonly id: string; readonly name: string }[]> {
  return manager
    .createQueryBuilder(rows, 'behind')
    .innerJoin(StaffMember, 'staff', 'staff.id = behind.staffMemberId')
    .select('behind.id', 'id')
    .addSelect('staff.name', 'name')
    .where('behind.id IN (:...ids)', { ids })
    .getRawMany();
}

/** As much of a text about somebody as stands beside another row. Masked before it is cut: what is left of a name is not found any more. */
export async function excerptAbout(manager: EntityManager, text: string, staffMemberId: string): Promise<string> {
  const { name } = await manager.findOneByOrFail(StaffMember, { id: staffMemberId });
  return maskPersons(text, [name]).slice(0, 200);
}
