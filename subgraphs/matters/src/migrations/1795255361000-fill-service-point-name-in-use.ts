import type { MigrationInterface, QueryRunner } from 'typeorm';
import { nameKeyOf } from '../service-point/service-point.rules';

interface Named {
  readonly id: string;
  readonly divisionCode: string;
  readonly name: string;
}

/** Of those that share a name the one that was there first has it; the others keep theirs, which is published, and are told apart by nothing. */
export class FillServicePointNameInUse1795255361000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const points: Named[] = await runner.query(
      "SELECT id, divisionCode, name FROM service_point WHERE state = 'IN_SERVICE' ORDER BY divisionCode, id",
    );
    const taken = new Set<string>();
    for (const { id, divisionCode, name } of points) {
      const key = nameKeyOf(name);
      if (taken.has(`${divisionCode} ${key}`)) continue;
      taken.add(`${divisionCode} ${key}`);
      await runner.query('UPDATE service_point SET nameInUse = ? WHERE id = ?', [key, id]);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('UPDATE service_point SET nameInUse = NULL');
  }
}
