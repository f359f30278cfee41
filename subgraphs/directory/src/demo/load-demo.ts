import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DEMO_COUNTIES, DIVISIONS_SNAPSHOT_DATE, demoDivisions } from '@township-graph/shared/demo/divisions';
import { demoFunctionalCenters } from '@township-graph/shared/demo/functional-centers';
import { demoOrganizations } from '@township-graph/shared/demo/roster';
import { kindOf, levelOf } from '@township-graph/shared/division-code';
import { insertAll } from '@township-graph/shared/insert-all';
import type { DataSource, EntityManager } from 'typeorm';
import { Division } from '../division/division.entity';
import { FunctionalCenter } from '../functional-center/functional-center.entity';
import { Organization } from '../organization/organization.entity';
import { ReportedFigure } from '../reported-figure/reported-figure.entity';

/** Loads the three bundled counties with their organisations and published figures, once; a second call does nothing. */
export async function loadDemo(
  { manager }: DataSource,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<void> {
  if (await manager.existsBy(Division, { code: DEMO_COUNTIES[0] })) return;
  const tables: readonly [new () => object, object[]][] = [
    [Division, divisions()],
    [Organization, organizations()],
    [FunctionalCenter, functionalCenters()],
    [ReportedFigure, reportedFigures()],
  ];
  const total = tables.reduce((sum, [, rows]) => sum + rows.length, 0);
  let done = 0;
  // All or nothing: a start that was interrupted leaves an empty directory, not half a county.
  await manager.transaction(async (tx: EntityManager) => {
    for (const [entity, rows] of tables) {
      await insertAll(tx, entity, rows, (count) => {
        done += count;
        onProgress(done, total);
      });
    }
  });
}

function divisions(): object[] {
  const unknown = { urbanRuralClass: null, population: null, validTo: null, successorCode: null };
  return demoDivisions().map(({ code, name, parentCode }) => ({
    code,
    name,
    parentCode,
    ...unknown,
    level: levelOf(code),
    kind: kindOf(code),
    version: 1,
    // Townships and villages are known as of the snapshot; older dates would be our invention.
    validFrom: code.length > 6 ? DIVISIONS_SNAPSHOT_DATE : null,
  }));
}

function organizations(): object[] {
  const places = new Map<string, number>();
  return demoOrganizations().map(({ role: _role, shortName, ...organization }) => {
    const sortOrder = (places.get(organization.divisionCode) ?? 0) + 1;
    places.set(organization.divisionCode, sortOrder);
    return { ...organization, shortName: shortName ?? null, contact: null, sortOrder, validTo: null, version: 1 };
  });
}

function functionalCenters(): object[] {
  return demoFunctionalCenters().map(({ id, divisionCode, name, kind: { code, zh, en, scheme }, lead, deputies }, sortOrder) => ({
    id,
    divisionCode,
    name,
    kind: { code, zh, en, scheme },
    leadName: lead,
    deputyNames: deputies,
    sortOrder,
  }));
}

interface BundledFigure extends Record<string, string | null> {
  readonly key: string;
  readonly mechanismId: string;
  readonly mechanismZh: string;
  readonly mechanismEn: string;
}

function reportedFigures(): object[] {
  const bundled = JSON.parse(readFileSync(path.join(__dirname, '../../data/reported-figures.json'), 'utf8')) as BundledFigure[];
  return bundled.map(({ key, mechanismId, mechanismZh, mechanismEn, source, sourceEn, ...figure }) => ({
    ...figure,
    id: key,
    mechanism: mechanismId,
    mechanismName: `${mechanismZh} ${mechanismEn}`,
    source: `${source} ${sourceEn}`,
  }));
}
