/** What is often there already: who waits for a promise all the same pays for one. */
export type PromiseOrValue<T> = T | Promise<T>;

/** Goes on with it, at once where it is there. */
export function andThen<T, R>(given: PromiseOrValue<T>, next: (value: T) => PromiseOrValue<R>): PromiseOrValue<R> {
  return given instanceof Promise ? given.then(next) : next(given);
}
