import { Column, Entity, type MigrationInterface, PrimaryColumn, type QueryRunner } from 'typeorm';
import { code, createTable, instant, integer, primary } from './columns';

/** How far the import of a file has come; written with each batch, so that an import cut off goes on where it stopped. */
@Entity('import_checkpoint')
export class ImportCheckpoint {
  /** What is imported, and the SHA-256 of the file: another file is another import. */
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  @Column({ type: 'int' })
  rowsDone!: number;

  @Column({ type: 'datetime', precision: 3 })
  updatedAt!: Date;
}

export class CreateImportCheckpoint1795255100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'import_checkpoint',
      columns: [code('id', 100, primary), integer('rowsDone'), instant('updatedAt')],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('import_checkpoint');
  }
}
