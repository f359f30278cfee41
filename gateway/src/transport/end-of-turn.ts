/** As many go on at once: what they read and send next is all in memory at the same time. */
const TOGETHER = 16;

let end: Promise<void> | null = null;
let waiting = 0;

/**
 * Once all that has arrived in this turn of the event loop has been taken in; one promise for those who wait for it, a few at a
 * time.
 */
export function endOfTurn(): Promise<void> {
  if (end && waiting < TOGETHER) {
    waiting += 1;
    return end;
  }
  waiting = 1;
  const mine = new Promise<void>((resolve) => {
    setImmediate(() => {
      if (end === mine) end = null;
      resolve();
    });
  });
  end = mine;
  return mine;
}
