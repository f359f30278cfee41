import { describeEnum } from '@township-graph/shared/described-enum';
import { Field, ObjectType } from 'type-graphql';
import type { Matter } from './matter.entity';
import { GuideClass, HANDLING_WORDS, KIND_WORDS } from './matter.enums';
import type { MatterGuide } from './matter-guide.entity';
import { CHANNEL_WORDS, SERVICE_OBJECT_WORDS } from './matter-guide.types';
import { limitText } from './time-limit';

export enum GuideEdition {
  FULL = 'FULL',
  SIMPLE = 'SIMPLE',
}

describeEnum(
  GuideEdition,
  'GuideEdition',
  { en: 'Edition of a service guide', zh: '办事指南版本' },
  {
    FULL: { en: 'Everything that the list says', zh: '标准版' },
    SIMPLE: { en: 'What an applicant needs, in plain words', zh: '简易版' },
  },
);

@ObjectType({ description: 'One section of a guide. 指南栏目。' })
export class GuideSection {
  @Field(() => String, { description: 'Heading. 栏目名称。' })
  readonly heading!: string;

  @Field(() => [String], { description: 'Its lines. 内容。' })
  readonly lines!: string[];
}

@ObjectType({ description: 'A service guide, written from the implementation list. 办事指南。' })
export class Guide {
  @Field(() => GuideEdition, { description: 'Edition. 版本。' })
  readonly edition!: GuideEdition;

  @Field(() => GuideClass, { nullable: true, description: 'Class. 分类。' })
  readonly guideClass!: GuideClass | null;

  @Field(() => String, { description: 'Title. 标题。' })
  readonly title!: string;

  @Field(() => [GuideSection], { description: 'Sections, in order. 栏目。' })
  readonly sections!: GuideSection[];

  @Field(() => String, { description: 'The whole as plain text, for printing or reading out. 纯文本（用于打印或朗读）。' })
  text(): string {
    return [this.title, ...this.sections.flatMap(({ heading, lines }) => [`【${heading}】`, ...lines])].join('\n');
  }
}

/** The guide of a revision. Guides are Chinese in any language: they quote the list. */
export function guideOf(matter: Matter, detail: MatterGuide, edition: GuideEdition): Guide {
  const sections = edition === GuideEdition.SIMPLE ? simpleSections(matter, detail) : fullSections(matter, detail);
  const { guideClass } = matter;
  return Object.assign(new Guide(), {
    edition,
    guideClass,
    title: `${matter.name}办事指南`,
    sections: sections.filter(({ lines }) => lines.length > 0),
  });
}

function simpleSections(matter: Matter, detail: MatterGuide): GuideSection[] {
  const materials = detail.materials.filter(({ required, shared }) => required && !shared);
  return [
    section('带什么', materials.length > 0 ? materials.map(({ name }) => name) : ['本人有效身份证件']),
    section('怎么办', [detail.steps.map(({ name }) => name).join(' → ')]),
    section('多久办好', [limitText(matter.promisedLimit())]),
    section('跑几次', [matter.onSiteVisits === 0 ? '不用跑' : `最多${matter.onSiteVisits}次`]),
    section('要不要钱', [detail.fee.charged ? (detail.fee.standard ?? '收费') : '不收费']),
    section(
      '在哪办',
      detail.channels.map((channel) => CHANNEL_WORDS[channel].zh),
    ),
  ];
}

function fullSections(matter: Matter, detail: MatterGuide): GuideSection[] {
  const statutory = matter.statutoryLimit();
  return [
    section('基本信息', [
      `实施编码：${matter.implementationCode}`,
      `事项类型：${KIND_WORDS[matter.kind].zh}`,
      `实施主体：${matter.implementingName}`,
      ...(matter.leadName ? [`牵头部门：${matter.leadName}`] : []),
      `办件类型：${HANDLING_WORDS[matter.handlingKind].zh}`,
      `服务对象：${detail.serviceObjects.map((object) => SERVICE_OBJECT_WORDS[object].zh).join('、')}`,
    ]),
    section(
      '设定依据',
      detail.legalBases.map(({ title, article, verified }) => `${title}${article ?? ''}${verified ? '' : '（未核对原文）'}`),
    ),
    section('申请材料', detail.materials.map(materialLine)),
    section(
      '办理流程',
      detail.steps.map(({ name, content }, index) => `${index + 1}. ${name}：${content}`),
    ),
    section('办理时限', [
      `法定办结时限：${statutory ? limitText(statutory) : '法律未作规定'}`,
      `承诺办结时限：${limitText(matter.promisedLimit())}`,
    ]),
    section('到场次数', [`${matter.onSiteVisits}次${detail.onSiteReason ? `（${detail.onSiteReason}）` : ''}`]),
    section('收费情况', [
      detail.fee.charged ? `${detail.fee.standard ?? '收费'}${detail.fee.basis ? `，依据：${detail.fee.basis}` : ''}` : '不收费',
    ]),
    section('办理形式', [detail.channels.map((channel) => CHANNEL_WORDS[channel].zh).join('、')]),
  ];
}

function materialLine({ name, originals, copies, required, shared }: MatterGuide['materials'][number]): string {
  if (shared) return `${name}（数据共享获取，无需提交）`;
  return `${name}（原件${originals}份，复印件${copies}份${required ? '' : '，视情况提供'}）`;
}

function section(heading: string, lines: string[]): GuideSection {
  return Object.assign(new GuideSection(), { heading, lines });
}
