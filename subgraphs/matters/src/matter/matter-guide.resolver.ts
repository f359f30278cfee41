import { Reads } from '@township-graph/shared/asked-properties';
import { Arg, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import type { MattersContext } from '../context';
import { Guide, GuideEdition, guideOf } from './guide';
import { Matter } from './matter.entity';
import { revisionKey } from './matter.loaders';
import type { MatterGuide } from './matter-guide.entity';
import { Channel, Fee, HandlingStep, LegalBasis, Material, ServiceObject } from './matter-guide.types';

/** The fields of a matter that only its guide needs: one statement for all matters of a request, and none unless asked. */
@Resolver(() => Matter)
export class MatterGuideResolver {
  @Reads('id', 'revision')
  @FieldResolver(() => [LegalBasis], { description: 'Legal bases. 设定依据。' })
  async legalBases(@Root() matter: Matter, @Ctx() context: MattersContext): Promise<LegalBasis[]> {
    return (await guideRow(matter, context)).legalBases;
  }

  @Directive('@listSize(assumedSize: 4)')
  @Reads('id', 'revision')
  @FieldResolver(() => [HandlingStep], { description: 'Steps in order, 4 at most. 办理环节（不超过4个）。' })
  async steps(@Root() matter: Matter, @Ctx() context: MattersContext): Promise<HandlingStep[]> {
    return (await guideRow(matter, context)).steps;
  }

  @Reads('id', 'revision')
  @FieldResolver(() => [Material], { description: 'Documents to hand in. 申请材料。' })
  async materials(@Root() matter: Matter, @Ctx() context: MattersContext): Promise<Material[]> {
    return (await guideRow(matter, context)).materials;
  }

  @Reads('id', 'revision')
  @FieldResolver(() => Fee, { description: 'What it costs. 收费情况。' })
  async fee(@Root() matter: Matter, @Ctx() context: MattersContext): Promise<Fee> {
    return (await guideRow(matter, context)).fee;
  }

  @Reads('id', 'revision')
  @FieldResolver(() => [Channel], { description: 'How it can be applied for. 办理形式。' })
  async channels(@Root() matter: Matter, @Ctx() context: MattersContext): Promise<Channel[]> {
    return (await guideRow(matter, context)).channels;
  }

  @Reads('id', 'revision')
  @FieldResolver(() => [ServiceObject], { description: 'Whom it serves. 服务对象。' })
  async serviceObjects(@Root() matter: Matter, @Ctx() context: MattersContext): Promise<ServiceObject[]> {
    return (await guideRow(matter, context)).serviceObjects;
  }

  @FieldResolver(() => Guide, { description: 'The service guide. 办事指南。' })
  async guide(
    @Root() matter: Matter,
    @Arg('edition', () => GuideEdition, { defaultValue: GuideEdition.FULL, description: 'Edition. 版本。' }) edition: GuideEdition,
    @Ctx() context: MattersContext,
  ): Promise<Guide> {
    return guideOf(matter, await guideRow(matter, context), edition);
  }
}

async function guideRow({ id, revision }: Matter, { loaders }: MattersContext): Promise<MatterGuide> {
  const row = await loaders.guideByRevision.load(revisionKey(id, revision));
  if (!row) throw new Error(`Revision ${revision} of matter ${id} has no guide row`);
  return row;
}
