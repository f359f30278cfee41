import { Args, Ctx, Query, Resolver } from 'type-graphql';
import type { Connection } from '../connection';
import type { RequestContext } from '../context';
import { checkedPage } from '../keyset';
import { allowed } from '../viewer';
import { AuditListArgs, AuditRecordConnection } from './audit.inputs';
import type { AuditRepository } from './audit.repository';
import type { AuditRecord } from './audit-record.entity';

/** The query `<subgraph>Audit`: each subgraph has a trail of its own, so each has a name of its own for it. */
export function auditResolver(subgraph: string, repository: AuditRepository): object {
  @Resolver()
  class AuditResolver {
    @Query(() => AuditRecordConnection, {
      name: `${subgraph}Audit`,
      description: `Who did or read what in ${subgraph}, within the viewer's divisions. Scope audit:read. Errors: UNAUTHENTICATED, FORBIDDEN. 审计记录（限管辖范围，需 audit:read 权限）。`,
    })
    audit(
      @Args(() => AuditListArgs) { filter, orderBy, ...page }: AuditListArgs,
      @Ctx() { viewer }: RequestContext,
    ): Connection<AuditRecord> {
      allowed(viewer, 'audit:read');
      const checked = checkedPage(page);
      return new AuditRecordConnection({
        page: () => repository.findPage(viewer, filter ?? {}, orderBy, checked),
        total: () => repository.count(viewer, filter ?? {}),
      });
    }
  }
  return new AuditResolver();
}
