import { dayOf } from '@township-graph/shared/clock';
import type { Commands, Done } from '@township-graph/shared/command/commands';
import { plainResult } from '@township-graph/shared/command/result-form';
import type { RequestContext } from '@township-graph/shared/context';
import { NotFound } from '@township-graph/shared/errors';
import { insertAll } from '@township-graph/shared/insert-all';
import { staleVersion } from '@township-graph/shared/stale-version';
import { statedText } from '@township-graph/shared/stated-text';
import { recordStep } from '@township-graph/shared/timeline/timeline';
import { type EntityManager, In } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { EnforcementCase } from '../case/case.entity';
import { invalid, notYourCase, upheld } from '../case/case.errors';
import { type CaseMoving, subjectOf } from '../case/case-moving';
import { nextNumber } from '../case-number/next-number';
import { Officer } from '../officer/officer.entity';
import { type CaseFile, caseFile } from './case-file';
import { CaseDocument } from './document.entity';
import { CaseDocumentKind, DOCUMENT_WORDS } from './document.enums';
import { incomplete, missingParts, recordMissing, severalSources, unchanged } from './document.rules';
import { contentOf, type DocumentGiven } from './document-content';
import { COMPOSERS, DOCUMENT_KINDS } from './document-kinds';
import { signingOfficers } from './signing-officers';

export interface IssueGiven extends DocumentGiven {
  readonly idempotencyKey?: string | null;
  readonly caseId: string;
  readonly expectedVersion: number;
  readonly kind: CaseDocumentKind;
  readonly sourceId?: string | null;
}

/** Makes documents of what is on record; nothing in them is typed anew. */
export class DocumentService {
  constructor(
    private readonly commands: Commands,
    private readonly moving: CaseMoving,
    private readonly manager: EntityManager,
  ) {}

  async issueDocument(context: RequestContext, input: IssueGiven): Promise<CaseDocument> {
    const given = checkedGiven(input);
    const id = await this.commands.run(context, {
      name: 'issueDocument',
      needs: 'enforcement:handle',
      input,
      // Pages are long, and hold personal data: kept once.
      result: plainResult<string>(),
      work: async (tx) => {
        const enforcementCase = await this.moving.load(tx, context, input.caseId);
        const file = await fileOf(tx, enforcementCase);
        this.refuseOthers(context, file, input);
        // Who makes it has read what it will state.
        if (enforcementCase.version !== input.expectedVersion) throw staleVersion(input.expectedVersion);
        return this.issue(tx, context, file, input, given);
      },
    });
    return this.manager.findOneByOrFail(CaseDocument, { id });
  }

  /** Each organ makes its own: the letter of the common superior is not for who has the case. */
  private refuseOthers({ viewer }: RequestContext, file: CaseFile, input: IssueGiven): void {
    if (input.kind !== CaseDocumentKind.DESIGNATION_LETTER) {
      this.moving.refuseOthersIn(viewer, file.case);
      return;
    }
    const sourceId = sourceOf(file, input);
    const { superiorCreditCode } = file.disputes.find(({ id }) => id === sourceId)!;
    if (viewer.organization !== superiorCreditCode) throw notYourCase();
  }

  private async issue(
    tx: EntityManager,
    context: RequestContext,
    file: CaseFile,
    input: IssueGiven,
    given: DocumentGiven,
  ): Promise<Done<string>> {
    const { kind } = input;
    const { clock } = this.moving;
    const plan = DOCUMENT_KINDS[kind];
    const sourceId = sourceOf(file, input);
    const now = clock();
    const composed = COMPOSERS[kind].compose(file, sourceId, given, dayOf(now));
    const officers = await signingOfficers(tx, file.case.id, composed.on);
    const content = contentOf(file, officers, composed);
    const missing = missingParts(plan, content);
    if (missing.length > 0) upheld(incomplete(kind, plan, missing));
    const { id: caseId, divisionCode, receivingDivisionCode, state } = file.case;
    const [last] = await tx.find(CaseDocument, { where: { caseId, kind, sourceId }, order: { version: 'DESC' }, take: 1 });
    if (last && JSON.stringify(last.content) === JSON.stringify(content)) upheld(unchanged());
    if (last) await tx.update(CaseDocument, { id: last.id }, { replacedAt: now });
    const number = last ? last.number : await this.numberOf(tx, file, input.kind, sourceId, now);
    const version = (last?.version ?? 0) + 1;
    const id = uuid();
    const made = { kind, sourceId, number, version, datedOn: composed.on, issuedAt: now, replacedAt: null, content };
    await insertAll(tx, CaseDocument, [{ id, caseId, divisionCode, ...made }]);
    const note = `${DOCUMENT_WORDS[kind].zh}${number ? ` ${number}` : ''}，第 ${version} 版`;
    await recordStep(tx, clock, context, subjectOf(file.case), {
      action: 'issueDocument',
      from: state,
      to: state,
      note,
      legalBasis: plan.basis,
    });
    return {
      result: id,
      on: [{ type: 'CaseDocument', id, divisionCode }],
      events: [
        {
          type: 'DOCUMENT_ISSUED',
          subjectType: 'CaseDocument',
          subjectId: id,
          divisionCode,
          payload: { caseId, kind, version },
          concerns: receivingDivisionCode === null ? [] : [receivingDivisionCode],
        },
      ],
    };
  }

  private async numberOf(
    tx: EntityManager,
    { case: { caseNumber, organCreditCode, organName }, decisions, disputes }: CaseFile,
    kind: CaseDocumentKind,
    sourceId: string,
    now: Date,
  ): Promise<string | null> {
    const { number } = DOCUMENT_KINDS[kind];
    if (number === null) return null;
    if (number === 'OF_CASE') return caseNumber;
    if (number === 'OF_DECISION') return decisions.find(({ id }) => id === sourceId)!.documentNumber;
    if (number === 'OF_DESIGNATION') return disputes.find(({ id }) => id === sourceId)!.documentNumber;
    return nextNumber(tx, this.moving.settings.numbers, number, { creditCode: organCreditCode!, name: organName! }, now);
  }
}

async function fileOf(tx: EntityManager, enforcementCase: EnforcementCase): Promise<CaseFile> {
  const { id: caseId } = enforcementCase;
  const file = await caseFile(enforcementCase, (_, entity) => tx.find(entity, { where: { caseId }, order: { id: 'ASC' } }));
  const named = [...file.hearings.map(({ hostId }) => hostId), ...file.recusals.map(({ officerId }) => officerId)];
  const officers = await tx.findBy(Officer, { id: In(named) });
  return { ...file, officerNames: new Map(officers.map(({ id, name }) => [id, name])) };
}

/** The record that is meant; where there is one only, it need not be named. */
function sourceOf(file: CaseFile, { kind, sourceId }: IssueGiven): string {
  const ids = COMPOSERS[kind].sources(file).map(({ id }) => id);
  if (ids.length === 0) upheld(recordMissing(kind, DOCUMENT_KINDS[kind]));
  if (!sourceId && ids.length > 1) upheld(severalSources(ids));
  const found = sourceId ? ids.find((id) => id === sourceId) : ids[0];
  if (found) return found;
  throw new NotFound({ zh: '该记录', en: 'Record' });
}

/** What only the document itself records, where it is of that kind. */
function checkedGiven({ kind, appointment, samples }: IssueGiven): DocumentGiven {
  const isOut = (given: unknown, of: CaseDocumentKind) => Boolean(given) !== (kind === of);
  if (isOut(appointment, CaseDocumentKind.INQUIRY_NOTICE))
    throw invalid('APPOINTMENT', '调查询问通知书须载明时间地点，其他文书不填', 'INQUIRY_NOTICE has an appointment, and no other document', {
      field: 'appointment',
    });
  if (isOut(samples?.length, CaseDocumentKind.SAMPLING_NOTICE))
    throw invalid('SAMPLES', '抽样取证通知书须载明抽样物品，其他文书不填', 'SAMPLING_NOTICE lists samples, and no other document', {
      field: 'samples',
    });
  return {
    appointment: appointment && { at: appointment.at, place: statedText('appointment.place', appointment.place, 200) },
    samples: samples?.map(({ name, quantity }) => {
      if (!Number.isInteger(quantity) || quantity < 1) throw invalid('QUANTITY', '数量须为正整数', 'A quantity is 1 or more');
      return { name: statedText('samples.name', name, 100), quantity };
    }),
  };
}
