/** One press of Ctrl+C can arrive several times: from the terminal, from npm and from the launcher. */
const samePressMs = 500

/**
 * Resolves at the first SIGINT, SIGTERM or SIGHUP. A second one after that ends the process at once, whatever it is doing; data is safe,
 * see `endWithLauncher`.
 */
export const stopSignal = (): Promise<void> =>
  new Promise((resolve) => {
    let firstAt: number | null = null
    const onSignal = () => {
      firstAt ??= performance.now()
      if (performance.now() - firstAt > samePressMs) process.exit(130)
      resolve()
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, onSignal)
  })
