import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * A lock that the work holding it may take again.
 *
 * SQLite has one connection for everyone: a query sent while somebody's transaction is open becomes part of it,
 * and is lost when that transaction rolls back. So whoever is inside holds the lock, and whoever is outside waits.
 */
export class WriteLock {
  private readonly holder = new AsyncLocalStorage<symbol>();
  private current: symbol | null = null;
  private tail: Promise<void> = Promise.resolve();

  /** True when the caller runs inside the work that holds the lock now. */
  get isMine(): boolean {
    return this.current !== null && this.holder.getStore() === this.current;
  }

  /** Runs the work alone. Called from inside, it joins the work that already holds the lock. */
  async exclusively<T>(work: () => Promise<T>): Promise<T> {
    if (this.isMine) return work();
    const before = this.tail;
    let release: () => void = () => undefined;
    this.tail = new Promise((resolve) => {
      release = resolve;
    });
    await before;
    const me = Symbol('holder');
    this.current = me;
    try {
      return await this.holder.run(me, work);
    } finally {
      this.current = null;
      // While a storage is in use every promise of the process pays for it.
      this.holder.disable();
      release();
    }
  }
}
