/** Before the nth statement, or other thing that is reached, that looks like this. */
export interface Death {
  readonly before: string;
  readonly time: number;
  /** It falls asleep instead, until somebody wakes it by SIGCONT. */
  readonly isSleep?: boolean;
}

/** Counts what it hears of, and dies at its time. No handler runs, no buffer is written out: the next statement is never sent. */
export function dyingAt(death: Death | undefined): (reached: string) => void {
  if (!death) return () => {};
  const pattern = new RegExp(death.before);
  let times = 0;
  return (reached) => {
    if (!pattern.test(reached)) return;
    times += 1;
    if (times === death.time) process.kill(process.pid, death.isSleep ? 'SIGSTOP' : 'SIGKILL');
  };
}
