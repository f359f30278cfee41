import { CommandInput } from '@township-graph/shared/command/command-input';
import { payloadOf } from '@township-graph/shared/command/payload';
import { connectionOf, PageArgs } from '@township-graph/shared/connection';
import { CreditCodeScalar, DivisionCodeScalar } from '@township-graph/shared/scalars';
import { ArgsType, Field, InputType, Int } from 'type-graphql';
import { SubjectKind } from '../scheme/scheme.enums';
import { AppraisalCatalogue } from './catalogue.entity';

export const CatalogueConnection = connectionOf(AppraisalCatalogue, 'AppraisalCatalogue', '考核清单');

@InputType({ description: 'Which lists; all conditions apply together. 考核清单筛选条件（同时满足）。' })
export class CatalogueFilter {
  @Field(() => DivisionCodeScalar, { nullable: true, description: 'Of this division or below it. 所属区划（含下级）。' })
  divisionCode?: string | null;

  @Field(() => Int, { nullable: true, description: 'Of this year. 年度。' })
  year?: number | null;
}

@ArgsType()
export class CatalogueListArgs extends PageArgs {
  @Field(() => CatalogueFilter, { nullable: true, description: 'Which lists. 筛选条件。' })
  filter?: CatalogueFilter | null;
}

@InputType({ description: 'What belongs on a county’s list of a year. 列入某县某年度清单的内容。' })
abstract class OfCatalogueInput extends CommandInput {
  @Field(() => DivisionCodeScalar, { description: 'The county, 6 digits. 县（市、区），6 位代码。' })
  divisionCode!: string;

  @Field(() => Int, { description: 'Calendar year, 2000 to 2100. 年度。' })
  year!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Appraisals of the year before, where the graph has no list of it. 上年度考核项数（无上年度清单时必填）。',
  })
  lastYearCount?: number | null;

  @Field(() => String, { description: 'Name, 1 to 100 characters. 名称（1–100 字）。' })
  name!: string;

  @Field(() => String, { description: 'Law or document that it rests on, 1 to 200 characters. 依据（1–200 字）。' })
  legalBasis!: string;

  @Field(() => String, { description: 'Document that approved it, 1 to 100 characters. 批准文号。' })
  approvalDocument!: string;
}

@InputType({ description: 'An approved appraisal. 列入考核清单的考核。' })
export class ListAppraisalInput extends OfCatalogueInput {
  @Field(() => CreditCodeScalar, { description: 'Who holds it. 组织单位统一社会信用代码。' })
  organizerCreditCode!: string;

  @Field(() => String, { description: 'Who holds it, by name. 组织单位名称。' })
  organizerName!: string;

  @Field(() => [SubjectKind], { description: 'What it appraises. 考核对象类别。' })
  subjectKinds!: SubjectKind[];

  @Field(() => Int, { description: 'How often a year it may be held, 1 to 366. 全年次数上限。' })
  roundsAYear!: number;
}

@InputType({ description: 'An approved veto. 经批准的一票否决事项。' })
export class ApproveVetoInput extends OfCatalogueInput {
  @Field(() => String, { description: 'Code, unique in its year. 代码（当年唯一）。' })
  code!: string;
}

const WORDS = { en: 'The list as it is now', zh: '考核清单（最新）' };
export const ListAppraisalPayload = payloadOf(AppraisalCatalogue, 'catalogue', 'listAppraisal', WORDS);
export const ApproveVetoPayload = payloadOf(AppraisalCatalogue, 'catalogue', 'approveVeto', WORDS);
