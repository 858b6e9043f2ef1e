import { useMemo } from 'react'
import { type FilterWords, type Item, itemOf, named, type Named } from './filter-words.ts'
import { useItems } from './use-items.ts'

/** What the words of an address mean. `queueOfView` is the queue that the path names. What there is not, is left out. */
export type Meant = { ready: boolean; items: { [Kind in Named]?: Item }; queueOfView: Item | null }

export const useMeant = (words: FilterWords, queueWord: string | undefined): Meant => {
  const wanted = named.filter((kind) => words[kind] !== undefined || (kind === 'queue' && queueWord !== undefined))
  const lists = useItems(wanted)
  const meant: Meant = {
    ready: wanted.every((kind) => !lists[kind].pending),
    items: Object.fromEntries(
      wanted.flatMap((kind) => {
        const item = words[kind] === undefined ? null : itemOf(words[kind], lists[kind].items)
        return item ? [[kind, { id: item.id, name: item.name }]] : []
      }),
    ),
    queueOfView:
      queueWord === undefined
        ? null
        : itemOf(
            queueWord,
            lists.queue.items.map(({ id, name }) => ({ id, name })),
          ),
  }
  const text = JSON.stringify(meant)
  return useMemo(() => JSON.parse(text) as Meant, [text])
}
