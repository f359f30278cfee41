import { type Concern, ROW } from '@township-graph/shared/scoped-repository';
import { type EntityManager, type EntityTarget, type FindOptionsWhere, IsNull, Not } from 'typeorm';
import { EnforcementCase } from '../case/case.entity';
import type { CaseRecord } from '../case/case-record.entity';
import { CorrectionOrder } from '../investigation/correction-order.entity';
import { Measure } from '../investigation/measure.entity';

/** Who received a case reads it where it is (CaseRepository): what belongs to it is found by the same column. */
const receivedCase = (of: string): Concern => ({
  column: 'c.receivingDivisionCode',
  among: `SELECT 1 FROM enforcement_case c WHERE c.id = ${of}`,
});

const receivedRecord = (subjectType: string, table: string): Concern => ({
  column: 'c.receivingDivisionCode',
  among: `SELECT 1 FROM ${table} r INNER JOIN enforcement_case c ON c.id = r.caseId
    WHERE ${ROW}.subjectType = '${subjectType}' AND r.id = ${ROW}.subjectId`,
});

/** The records of a case, its documents among them. */
export const RECEIVED_WITH_CASE = receivedCase(`${ROW}.caseId`);

/** Its course. Identifiers are unique across tables: nothing else is of that subject. */
export const RECEIVED_COURSE = receivedCase(`${ROW}.subjectId`);

/** What is due of it, of what is held, and of what is to be put right. */
export const RECEIVED_DEADLINES: readonly Concern[] = [
  RECEIVED_COURSE,
  receivedRecord('CaseMeasure', 'case_measure'),
  receivedRecord('CorrectionOrder', 'correction_order'),
];

/** The same for events. */
export const RECEIVING = {
  EnforcementCase: divisionsReceiving,
  CaseMeasure: receivingCaseOf(Measure),
  CorrectionOrder: receivingCaseOf(CorrectionOrder),
};

async function divisionsReceiving(tx: EntityManager, id: string): Promise<string[]> {
  const received = await tx.findOneBy(EnforcementCase, { id, receivingDivisionCode: Not(IsNull()) });
  return received ? [received.receivingDivisionCode!] : [];
}

function receivingCaseOf<R extends CaseRecord>(entity: EntityTarget<R>) {
  return async (tx: EntityManager, id: string): Promise<string[]> => {
    const record = await tx.findOneBy(entity, { id } as FindOptionsWhere<R>);
    return record ? divisionsReceiving(tx, record.caseId) : [];
  };
}
