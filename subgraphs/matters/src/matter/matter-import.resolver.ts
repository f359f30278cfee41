import { RejectedRow } from '@township-graph/shared/rejected-row';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { MattersContext } from '../context';
import { ImportMattersInput, ImportMattersPayload } from './matter-import.inputs';
import type { MatterImportService } from './matter-import.service';

@Resolver()
export class MatterImportResolver {
  constructor(private readonly matterImportService: MatterImportService) {}

  @Directive('@cost(weight: 5000)')
  @Mutation(() => ImportMattersPayload, {
    description:
      'Imports implementation lists of organs within your divisions; a matter that changed gets a new revision. A text with bad rows is refused whole unless skipBadRows. Scope matters:manage. Errors: FORBIDDEN, BAD_USER_INPUT. 批量导入实施清单（限管辖范围内的实施主体），内容变化的事项生成新版本。',
  })
  async importMatters(
    @Arg('input', () => ImportMattersInput, { description: 'What is wanted. 请求内容。' }) input: ImportMattersInput,
    @Ctx() context: MattersContext,
  ): Promise<ImportMattersPayload> {
    const { badRows, ...report } = await this.matterImportService.importMatters(context, input);
    const rejected = badRows.map((row) => RejectedRow.of(row, context.locale));
    return Object.assign(new ImportMattersPayload(), { ...report, rejected });
  }
}
