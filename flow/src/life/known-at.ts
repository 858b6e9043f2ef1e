import type { Value, Variables } from '../engine/run-state.ts'

type Entry = { step: string | null; cause: string; set_values: Record<string, Value | null> | null }

/** What a run knew when it last came to a step, put together from its path; what it knew at the end for a step that it never came to. */
export const knownAt = (path: readonly Entry[], step: string): Variables => {
  const came = path.findLastIndex((entry) => entry.step === step && (entry.cause === 'start' || entry.cause === 'went_on'))
  const before = came === -1 ? path : path.slice(0, came)
  const known = new Map<string, Value>()
  for (const { set_values } of before)
    for (const [name, value] of Object.entries(set_values ?? {})) {
      if (value === null) known.delete(name)
      else known.set(name, value)
    }
  // A run that began there knew from the first what it was given.
  return Object.fromEntries(came === 0 ? Object.entries(path[0]!.set_values ?? {}).filter((kept): kept is [string, Value] => kept[1] !== null) : known)
}
