/**
 * Ends this process at once when the process that started it is gone. `bin/chasqui.mjs` holds the other end of an IPC channel; a SIGKILL
 * there reaches nobody else. Ending hard is safe: what was acknowledged is in the database, the next start takes the rest up again.
 */
export const endWithLauncher = (): void => {
  if (!process.channel) return
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))
  // The listener would keep short commands alive.
  process.channel.unref()
}
