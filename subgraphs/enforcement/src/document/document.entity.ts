import { Reads } from '@township-graph/shared/asked-properties';
import { termOf } from '@township-graph/shared/described-enum';
import { Personal, type PersonalWriting } from '@township-graph/shared/personal-data';
import { DateScalar, DateTimeScalar } from '@township-graph/shared/scalars';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { CaseParty } from '../case/case-party.type';
import { CaseRecord } from '../case/case-record.entity';
import { MeasuredThing } from '../investigation/measure.entity';
import { CaseDocumentKind, DocumentItemKind, DocumentStage, ITEM_WORDS } from './document.enums';
import type { DocumentContent } from './document-content';
import { DOCUMENT_KINDS } from './document-kinds';
import { documentPage } from './document-page';

@ObjectType({ description: 'One part of a document. 文书内容项。' })
export class CaseDocumentItem {
  /** The document's: what the audit trail says was read. */
  readonly id!: string;
  readonly divisionCode!: string;

  @Field(() => DocumentItemKind, { description: 'Which part. 内容项。' })
  readonly item!: DocumentItemKind;

  @Field(() => String, { description: 'Its heading. 标题。' })
  readonly heading!: string;

  @Field(() => String, { description: 'What it says. 内容。' })
  readonly text!: string;

  @Personal('NAME')
  @Field(() => [String], { description: 'Names that it lists. 所列姓名。' })
  readonly names!: readonly string[];
}

@ObjectType({ description: 'Who signs a document for the organ. 签署文书的执法人员。' })
export class CaseDocumentOfficer {
  /** The document's: what the audit trail says was read. */
  readonly id!: string;
  readonly divisionCode!: string;

  @Personal('NAME')
  @Field(() => String, { description: 'Name; masked by default. 姓名（默认脱敏）。' })
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'Number of the certificate that was valid on its day. 执法证号。' })
  readonly certificateNumber!: string | null;
}

/** One version of a document of a case: what the records said when it was made. It is never changed; a change makes another. */
@Entity('case_document')
@ObjectType({ description: 'A document of a case, made of its records. 行政执法文书。' })
@Directive('@key(fields: "id")')
export class CaseDocument extends CaseRecord {
  @Field(() => CaseDocumentKind, { description: 'Kind. 文书种类。' })
  @Column({ type: 'varchar' })
  readonly kind!: CaseDocumentKind;

  /** The record that it states: a decision, a notice, a measure; of what states the whole case, the case. */
  @Column({ type: 'varchar' })
  readonly sourceId!: string;

  @Field(() => String, { nullable: true, description: 'Number with 〔〕; null of a kind that has none. 文号。' })
  @Column({ type: 'varchar', nullable: true })
  readonly number!: string | null;

  @Field(() => Int, { description: 'Version, from 1; each change of what it states makes another. 版本。' })
  @Column({ type: 'int' })
  readonly version!: number;

  @Field(() => DateScalar, { description: 'The day that stands under it. 落款日期。' })
  @Column({ type: 'varchar' })
  readonly datedOn!: string;

  @Field(() => DateTimeScalar, { description: 'When this version was made. 制作时间。' })
  @Column({ type: 'datetime', precision: 3 })
  readonly issuedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When a later version replaced it; null of the latest. 被替换时间。' })
  @Column({ type: 'datetime', precision: 3, nullable: true })
  readonly replacedAt!: Date | null;

  @Column({ type: 'simple-json' })
  readonly content!: DocumentContent;

  @Reads('kind')
  @Field(() => String, { description: 'Title. 标题。' })
  title(): string {
    return termOf(CaseDocumentKind, this.kind);
  }

  @Reads('kind')
  @Field(() => DocumentStage, { description: 'When in the course of the case it is made. 办案环节。' })
  stage(): DocumentStage {
    return DOCUMENT_KINDS[this.kind].stage;
  }

  @Reads('kind')
  @Field(() => String, { description: 'The article that asks for it. 依据条款。' })
  basis(): string {
    return DOCUMENT_KINDS[this.kind].basis;
  }

  @Reads('content')
  @Field(() => String, { description: 'In whose name it is made. 制作机关。' })
  organName(): string {
    return this.content.organName;
  }

  @Reads('id', 'divisionCode', 'content')
  @Field(() => CaseParty, { nullable: true, description: 'The party, as it stands in it; masked by default. 文书所载当事人。' })
  party(): CaseParty | null {
    const { party } = this.content;
    return party && Object.assign(new CaseParty(), party, { id: this.id, divisionCode: this.divisionCode });
  }

  @Reads('id', 'divisionCode', 'content')
  @Field(() => [CaseDocumentItem], { description: 'What it says, part by part. 文书内容。' })
  items(): CaseDocumentItem[] {
    const { id, divisionCode } = this;
    return this.content.items.map(({ item, text, names = [] }) =>
      Object.assign(new CaseDocumentItem(), { id, divisionCode, item, heading: ITEM_WORDS[item].zh, text, names }),
    );
  }

  @Reads('id', 'divisionCode', 'content')
  @Field(() => [CaseDocumentOfficer], { description: 'Who investigated on its day, and signs it. 执法人员。' })
  officers(): CaseDocumentOfficer[] {
    const { id, divisionCode } = this;
    return this.content.officers.map((officer) => Object.assign(new CaseDocumentOfficer(), { id, divisionCode, ...officer }));
  }

  @Reads('content')
  @Field(() => [MeasuredThing], { description: 'Things that it lists. 物品清单。' })
  things(): readonly MeasuredThing[] {
    return this.content.things;
  }

  @Personal('AMONG_OTHERS')
  @Reads('id', 'divisionCode', 'kind', 'number', 'version', 'datedOn', 'content')
  @Field(() => String, {
    description:
      'A page to print, A4, complete in itself. Personal data of the party and of who took part is masked but for a stated purpose. 可打印的文书页面（HTML，A4），当事人等个人信息默认脱敏。',
  })
  html(): PersonalWriting {
    return (look) => documentPage(this, look);
  }
}
