type Facts = Record<string, unknown>

/** Of two states of one thing what differs, for the trail; null when nothing does. */
export const difference = (before: Facts, after: Facts): { before: Facts; after: Facts } => {
  const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
  const only = (facts: Facts) => Object.fromEntries(changed.map((key) => [key, facts[key] ?? null]))
  return { before: only(before), after: only(after) }
}
