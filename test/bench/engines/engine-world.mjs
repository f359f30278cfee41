import { readFileSync } from 'node:fs';
import { leaveWithParent } from '../leave-with-parent.mjs';

/** The SDL that all engines of a run serve. */
export const supergraph = () => readFileSync(process.env.SUPERGRAPH, 'utf8');

/** Listens and tells the harness where. */
export async function announce(server) {
  server.keepAliveTimeout = 600_000;
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  tellWhere(`http://127.0.0.1:${server.address().port}/graphql`);
}

export function tellWhere(url) {
  leaveWithParent();
  process.send({ url });
}
