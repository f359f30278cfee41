import { code, createTable, longText, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateReportedFigure1795255203000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'reported_figure',
      columns: [
        code('id', 100, primary),
        code('divisionCode', 12),
        code('mechanism', 10),
        text('mechanismName', 300),
        text('labelZh', 200),
        text('labelEn', 200),
        code('value', 30),
        text('unit', 20),
        text('unitEn', 40),
        code('qualifier', 20),
        code('asOf', 20, optional),
        text('source', 200),
        longText('quote'),
        code('reconciles', 20),
        longText('note', optional),
      ],
      indices: [{ columns: ['divisionCode', 'mechanism', 'id'] }, { columns: ['mechanism', 'id'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('reported_figure');
  }
}
