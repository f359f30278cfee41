export default async function globalTeardown(): Promise<void> {
  globalThis.removeSqliteFiles?.();
  await globalThis.stopMariaDb?.();
}
