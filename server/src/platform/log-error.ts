const textOf = (value: unknown): string | undefined => (typeof value === 'string' || typeof value === 'number' ? String(value) : undefined)

/**
 * What is written of an error: a fixed list of facts and up to three causes, because libraries hang whole connections and requests on
 * their errors. PostgreSQL's `detail` is left out too, as it quotes the row.
 */
export const tellError = (error: unknown, causes = 3): unknown => {
  if (!(error instanceof Error)) return error
  const { code, constraint, table } = error as { code?: unknown; constraint?: unknown; table?: unknown }
  const cause = error.cause instanceof Error && causes > 0 ? tellError(error.cause, causes - 1) : undefined
  return { type: error.name, message: error.message, code: textOf(code), constraint: textOf(constraint), table: textOf(table), stack: error.stack, cause }
}
