import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Admission } from './admission';

/** How a server ends without cutting anybody off. */
export interface Drain {
  /** True from the moment a stop was asked for: what `/ready` answers 503 by. */
  readonly isDraining: boolean;
  /** Lets nobody in any more, finishes what is in flight, then closes; cuts what is left when the time is up. */
  stop(): Promise<void>;
}

/** Makes a server drain before it closes. It listens until the last answer is out, so that `/ready` can still be asked. */
export function drainable(app: FastifyInstance, admission: Admission, withinMs: number): Drain {
  let isDraining = false;
  app.addHook('onSend', (_request, reply, payload, done) => {
    // A client that keeps its connection would send the next request into a server that is gone.
    if (isDraining) reply.header('connection', 'close');
    done(null, payload);
  });
  return {
    get isDraining() {
      return isDraining;
    },
    async stop() {
      isDraining = true;
      const started = performance.now();
      await Promise.race([admission.close(), pause(withinMs, undefined, { ref: false })]);
      await closeWithin(app, Math.max(0, withinMs - (performance.now() - started)));
    },
  };
}

/** Closes a server gracefully, but not for ever: a client that never finishes reading would hold it. */
async function closeWithin(app: FastifyInstance, limitMs: number): Promise<void> {
  const cut = setTimeout(() => app.server.closeAllConnections(), limitMs);
  // A connection whose last answer went out after the close began would otherwise be kept alive until its client lets go.
  const sweep = setInterval(() => app.server.closeIdleConnections(), 50);
  try {
    await app.close();
  } finally {
    clearTimeout(cut);
    clearInterval(sweep);
  }
}
