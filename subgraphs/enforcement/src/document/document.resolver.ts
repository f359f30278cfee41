import { Reads } from '@township-graph/shared/asked-properties';
import { payloadOf } from '@township-graph/shared/command/payload';
import type { Shown } from '@township-graph/shared/loader';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { EnforcementCase } from '../case/case.entity';
import type { EnforcementContext } from '../context';
import { caseFile } from './case-file';
import { CaseDocument } from './document.entity';
import { IssueDocumentInput } from './document.inputs';
import type { DocumentService } from './document.service';
import { IssuableDocument, issuableFrom } from './issuable-document.type';

const IssueDocumentPayload = payloadOf(CaseDocument, 'document', 'issueDocument', { en: 'The document', zh: '制作的文书' });

@Resolver(() => CaseDocument)
export class DocumentResolver {
  constructor(private readonly documents: DocumentService) {}

  @Query(() => CaseDocument, {
    nullable: true,
    description: 'One version of a document by id. Scope enforcement:read. 按标识查询文书。',
  })
  caseDocument(
    @Arg('id', () => ID, { description: 'Identifier. 标识。' }) id: string,
    @Ctx() { loaders }: EnforcementContext,
  ): Shown<CaseDocument> {
    return loaders.documentById.shown(id);
  }

  @Mutation(() => IssueDocumentPayload, {
    description:
      'Makes a document of what is on record, or its next version where that has changed. Scope enforcement:handle, by who handles the case. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT (APPOINTMENT, SAMPLES), CONFLICT (DOCUMENT_RECORD_MISSING, DOCUMENT_INCOMPLETE, DOCUMENT_UNCHANGED, DOCUMENT_SOURCE_AMBIGUOUS, STALE_VERSION). 制作文书（内容取自案卷记录）。',
  })
  async issueDocument(
    @Arg('input', () => IssueDocumentInput, { description: 'What is wanted. 请求内容。' }) input: IssueDocumentInput,
    @Ctx() context: EnforcementContext,
  ): Promise<object> {
    return IssueDocumentPayload.of(await this.documents.issueDocument(context, input));
  }

  @FieldResolver(() => EnforcementCase, { nullable: true, description: 'The case. 所属案件。' })
  enforcementCase(@Root() { caseId }: CaseDocument, @Ctx() { loaders }: EnforcementContext): Shown<EnforcementCase> {
    return loaders.caseById.shown(caseId);
  }

  @FieldResolver(() => [CaseDocument], { description: 'All versions of this document, oldest first. 全部版本。' })
  async versions(@Root() { caseId, kind, sourceId }: CaseDocument, @Ctx() { loaders }: EnforcementContext): Promise<CaseDocument[]> {
    const all = await loaders.documentsByCase.load(caseId);
    return all.filter((each) => each.kind === kind && each.sourceId === sourceId);
  }
}

/** What a case shows of its documents. */
@Resolver(() => EnforcementCase)
export class CaseDocumentsResolver {
  @Reads('id')
  @FieldResolver(() => [CaseDocument], { description: 'Documents as they are now, in the order they were made. 现行文书。' })
  async documents(@Root() { id }: EnforcementCase, @Ctx() { loaders }: EnforcementContext): Promise<CaseDocument[]> {
    return (await loaders.documentsByCase.load(id)).filter(({ replacedAt }) => replacedAt === null);
  }

  @FieldResolver(() => [IssuableDocument], {
    description: 'What issueDocument can make of the records now. 现有记录可制作的文书。',
  })
  async issuableDocuments(@Root() enforcementCase: EnforcementCase, @Ctx() { loaders }: EnforcementContext): Promise<IssuableDocument[]> {
    return issuableFrom(await caseFile(enforcementCase, (name) => loaders[`${name}ByCase`].load(enforcementCase.id)));
  }
}
