import type { Shown } from '../data/waiting.ts'

/** What the screen shows from top to bottom: a chip wherever another day begins, and the messages. `first`: the one above is of the other side. */
export type Item = { kind: 'day'; key: string; label: string } | { kind: 'message'; key: string; shown: Shown; first: boolean }

export const screenItems = (messages: readonly Shown[], dayOf: (at: string) => string): Item[] => {
  const items: Item[] = []
  let day: string | null = null
  let side: string | null = null
  for (const shown of messages) {
    const { id, at, direction } = shown.message
    const label = dayOf(at)
    const otherDay = label !== day
    if (otherDay) items.push({ kind: 'day', key: `day ${id}`, label })
    items.push({ kind: 'message', key: id, shown, first: otherDay || direction !== side })
    day = label
    side = direction
  }
  return items
}
