/** Connection gone, server shutting down or starting: worth another try on a new connection. */
export const isConnectionLoss = (error: unknown): boolean => {
  const { code = '', message = '' } = (error ?? {}) as { code?: string; message?: string }
  return (
    /^(08|57P0)/.test(code) ||
    /^(ECONN|EPIPE|ENOENT|ETIMEDOUT)/.test(code) ||
    /connection (terminated|ended|timeout)|Connection terminated|not queryable/i.test(message)
  )
}
