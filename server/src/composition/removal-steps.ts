/** A foreign key between two tables; `nullable` are its columns that can let go. */
export type Reference = { from: string; to: string; nullable: string[] }
export type RemovalStep = { table: string } | { table: string; unset: string[] }

/**
 * The order in which tables are emptied so that no row ever refers to one that is gone. Tables that refer to each other in a circle first let
 * go by a column that may be null.
 */
export const removalSteps = (tables: readonly string[], references: readonly Reference[]): RemovalStep[] => {
  const steps: RemovalStep[] = []
  const left = new Set(tables)
  let holding = references.filter(({ from, to }) => from !== to && left.has(from) && left.has(to))
  while (left.size > 0) {
    const free = [...left].filter((table) => !holding.some(({ to }) => to === table))
    for (const table of free) {
      left.delete(table)
      steps.push({ table })
    }
    holding = holding.filter(({ from }) => left.has(from))
    if (free.length > 0) continue
    const loose = holding.filter(({ nullable }) => nullable.length > 0)
    if (loose.length === 0) throw new Error(`tables hold each other: ${[...left].join(', ')}`)
    for (const { from, nullable } of loose) steps.push({ table: from, unset: nullable })
    holding = holding.filter((reference) => !loose.includes(reference))
  }
  return steps
}
