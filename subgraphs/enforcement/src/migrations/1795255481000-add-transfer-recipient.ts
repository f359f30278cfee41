import { addColumns, code, dropColumns, optional } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const OF_TRANSFER = [code('recipientDivisionCode', 12, optional), code('recipientCreditCode', 18, optional)];

export class AddTransferRecipient1795255481000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return addColumns(runner, 'case_transfer', OF_TRANSFER);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropColumns(runner, 'case_transfer', OF_TRANSFER);
  }
}
