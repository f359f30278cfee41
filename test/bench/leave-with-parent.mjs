/** A measured process must not outlive the harness, however that ended. */
export function leaveWithParent() {
  process.on('disconnect', () => process.exit(0));
}
