import type { DevelopmentKey } from '@township-graph/gateway/development-key';
import type { Scope } from '@township-graph/shared/viewer';

/** What a development token says of its bearer. */
export interface TokenClaims {
  readonly sub: string;
  readonly name: string;
  readonly org?: string;
  readonly divisions: readonly string[];
  readonly scope: string;
}

interface Preset {
  readonly name: string;
  readonly division: string;
  readonly scopes: readonly Scope[];
}

const READ: readonly Scope[] = ['matters:read', 'enforcement:read', 'coordination:read'];

/** Ready-made viewers of the demonstration county; names are visibly fictitious. */
export const PRESETS: Readonly<Record<string, Preset>> = {
  'county-admin': {
    name: '示例县管理员',
    division: '410225',
    scopes: [
      ...READ,
      'directory:manage',
      'matters:handle',
      'matters:manage',
      'enforcement:manage',
      'personnel:read',
      'personnel:manage',
      'assessment:read',
      'assessment:manage',
      'coordination:manage',
      'schema:read',
      'export',
      'audit:read',
      'pii:read',
    ],
  },
  'township-clerk': { name: '示例乡镇窗口', division: '410225201', scopes: [...READ, 'matters:handle', 'coordination:handle'] },
  'village-agent': { name: '示例村代办员', division: '410225201200', scopes: ['matters:read', 'matters:handle', 'coordination:read'] },
  officer: { name: '示例执法员', division: '410225201', scopes: ['enforcement:read', 'enforcement:handle'] },
  'legal-reviewer': { name: '示例法制审核员', division: '410225', scopes: ['enforcement:read', 'enforcement:review'] },
  analyst: { name: '示例分析员', division: '410225', scopes: [...READ, 'personnel:read', 'assessment:read', 'schema:read', 'export'] },
  system: { name: '示例对接系统', division: '410225', scopes: ['matters:read', 'coordination:read'] },
};

/** The claims of a preset, with what the caller says otherwise. */
export function claimsOf(preset: string, { division, scope }: { division?: readonly string[]; scope?: string } = {}): TokenClaims {
  const chosen = PRESETS[preset];
  if (!chosen) throw new Error(`unknown preset ${preset}; one of ${Object.keys(PRESETS).join(', ')}`);
  return {
    sub: `demo:${preset}`,
    name: chosen.name,
    divisions: division?.length ? division : [chosen.division],
    scope: scope ?? chosen.scopes.join(' '),
  };
}

export const HALF_A_DAY = 12 * 3600;

/** What the first start prints, to try the graph with. */
export interface DevelopmentTokens {
  readonly county: string;
  readonly township: string;
  readonly village: string;
}

export async function developmentTokens(key: DevelopmentKey): Promise<DevelopmentTokens> {
  const presets = ['county-admin', 'township-clerk', 'village-agent'];
  const [county, township, village] = await Promise.all(presets.map((preset) => key.sign({ ...claimsOf(preset) }, HALF_A_DAY)));
  return { county: county!, township: township!, village: village! };
}
