/** The reason for which the work is refused; null if it is not. */
export function reasonOf(work: () => void): string | null {
  try {
    work();
    return null;
  } catch (error) {
    return (error as { reason: string }).reason;
  }
}
