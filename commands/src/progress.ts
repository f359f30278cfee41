import { SingleBar } from 'cli-progress';

export type OnProgress = (done: number, total: number) => void;

/** Draws one bar for a piece of work, once it says that there is something to do. Without a terminal it prints one line at the end. */
export async function withProgress<T>(label: string, isShown: boolean, work: (onProgress: OnProgress) => Promise<T>): Promise<T> {
  if (!isShown) return work(() => undefined);
  const bar = new SingleBar({
    format: `${label.padEnd(12)} {bar} {percentage}% | {value}/{total} | {eta_formatted}`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    noTTYOutput: false,
  });
  let rows = 0;
  try {
    return await work((done, total) => {
      if (rows === 0) bar.start(total, done);
      bar.setTotal(total);
      bar.update(done);
      rows = total;
    });
  } finally {
    bar.stop();
    if (rows > 0 && !process.stderr.isTTY) process.stderr.write(`${label}: ${rows} rows loaded\n`);
  }
}
