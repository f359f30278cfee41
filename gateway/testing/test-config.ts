import { type GatewayConfig, readConfig } from '../src/config';

/**
 * The configuration of a gateway in a test, on a free port. `SHORT_LANE=false npm test` sends what every test asks down the other
 * lane; a test that names its lane keeps it.
 */
export function testConfig(env: NodeJS.ProcessEnv = {}): GatewayConfig {
  const { SHORT_LANE } = process.env;
  return readConfig({ PORT: '0', ...(SHORT_LANE && { SHORT_LANE }), ...env });
}
