const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

/** Stops once at the first of the signals that end a process. After `once`, a second finds the default handler, and ends it at once. */
export function onSignals(how: 'on' | 'once', stop: () => Promise<void>): void {
  let isStopping = false;
  const stopOnce = () => {
    if (isStopping) return;
    isStopping = true;
    stop().catch(() => process.exit(1));
  };
  for (const signal of SIGNALS) process[how](signal, stopOnce);
}
