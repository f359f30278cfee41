import { readFileSync } from 'node:fs';
import path from 'node:path';
import { KIND_CODES, MatterKind, type VillageRole } from '../matter/matter.enums';
import type { Limit } from '../matter/time-limit';

/** How a real matter reaches townships in the demonstration. OWN: theirs by law. KIOSK: by machine. */
export type DemoHandling = 'OWN' | 'DIRECT_GRANT' | 'ENTRUST' | 'STATIONED' | 'FORWARD' | 'KIOSK';

/** One real matter, as bundled (data/README.md). */
export interface CatalogueItem {
  readonly serial: number;
  readonly name: string;
  readonly kind: MatterKind;
  readonly leadDepartment: string;
  readonly legalBases: readonly { readonly title: string; readonly article: string | null; readonly verified: boolean }[];
  readonly handlingKind: 'IMMEDIATE' | 'PROMISED';
  readonly statutoryLimit: Limit | null;
  readonly demoPromisedWorkdays: number;
  readonly demoHandling: DemoHandling;
  readonly demoVillageRole: VillageRole | null;
  readonly demoKiosk: boolean;
  readonly serves: 'PERSONS' | 'ORGANIZATIONS' | 'BOTH';
}

let items: readonly CatalogueItem[] | undefined;

export function catalogue(): readonly CatalogueItem[] {
  items ??= read();
  return items;
}

function read(): CatalogueItem[] {
  const kinds = new Map(Object.values(MatterKind).map((kind) => [KIND_CODES[kind], kind] as const));
  const bundled = JSON.parse(readFileSync(path.join(__dirname, '../../data/catalogue.json'), 'utf8')) as CatalogueItem[];
  return bundled.map((item) => ({ ...item, kind: kinds.get(item.kind)! }));
}
