import { Field, ID, ObjectType } from 'type-graphql';
import type { CaseFile } from './case-file';
import { CaseDocumentKind, DocumentStage } from './document.enums';
import { COMPOSERS, DOCUMENT_KINDS } from './document-kinds';

@ObjectType({ description: 'A document that the records of a case suffice for. 现有记录可制作的文书。' })
export class IssuableDocument {
  @Field(() => CaseDocumentKind, { description: 'Kind. 文书种类。' })
  readonly kind!: CaseDocumentKind;

  @Field(() => DocumentStage, { description: 'When in the course of the case. 办案环节。' })
  readonly stage!: DocumentStage;

  @Field(() => ID, { description: 'The record that it states. 所载记录标识。' })
  readonly sourceId!: string;

  @Field(() => String, { description: 'The article that asks for it. 依据条款。' })
  readonly basis!: string;
}

/** Each kind with each record that has such a document, in the order of the course. */
export const issuableFrom = (file: CaseFile): IssuableDocument[] =>
  Object.values(CaseDocumentKind).flatMap((kind) =>
    COMPOSERS[kind].sources(file).map(({ id: sourceId }) => {
      const { stage, basis } = DOCUMENT_KINDS[kind];
      return Object.assign(new IssuableDocument(), { kind, stage, sourceId, basis });
    }),
  );
