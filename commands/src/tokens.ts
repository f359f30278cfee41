import type { DevelopmentKey } from '@township-graph/gateway/development-key';
import { departmentOf, townshipGovernmentOf } from '@township-graph/shared/demo/roster';
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
  readonly org?: string;
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
  // At a counter: what somebody came for, and nobody's post or appraisal.
  'township-clerk': { name: '示例乡镇窗口', division: '410225201', scopes: [...READ, 'matters:handle', 'coordination:handle'] },
  'village-agent': { name: '示例村代办员', division: '410225201200', scopes: ['matters:read', 'matters:handle', 'coordination:read'] },
  // Scores for the township: the government is the rater, whoever signs in for it.
  'township-rater': {
    name: '示例乡镇评价员',
    org: townshipGovernmentOf('410225201').creditCode!,
    division: '410225201',
    scopes: ['assessment:read', 'assessment:score'],
  },
  'appraisal-organizer': {
    name: '示例县考核办',
    org: departmentOf('410225', '组织').creditCode!,
    division: '410225',
    scopes: ['assessment:read', 'assessment:manage'],
  },
  'personnel-officer': {
    name: '示例县人事干部',
    org: departmentOf('410225', '人社').creditCode!,
    division: '410225',
    scopes: ['personnel:read', 'personnel:manage', 'assessment:read'],
  },
  officer: { name: '示例执法员', division: '410225201', scopes: ['enforcement:read', 'enforcement:handle'] },
  'legal-reviewer': { name: '示例法制审核员', division: '410225', scopes: ['enforcement:read', 'enforcement:review'] },
  analyst: { name: '示例分析员', division: '410225', scopes: [...READ, 'personnel:read', 'assessment:read', 'schema:read', 'export'] },
  system: { name: '示例对接系统', division: '410225', scopes: ['matters:read', 'coordination:read'] },
};

/** The claims of a preset, with what the caller says otherwise. */
export function claimsOf(
  preset: string,
  { division, organization, scope }: { division?: readonly string[]; organization?: string; scope?: string } = {},
): TokenClaims {
  const chosen = PRESETS[preset];
  if (!chosen) throw new Error(`unknown preset ${preset}; one of ${Object.keys(PRESETS).join(', ')}`);
  const org = organization ?? chosen.org;
  return {
    sub: `demo:${preset}`,
    name: chosen.name,
    ...(org && { org }),
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
