import { NotImported } from '../imported.ts'
import { objectAt, objectsAt, type Raw, textAt } from '../read.ts'

/** A block of a bot, with the block that follows it in its group. */
export type Block = { id: string; type: string; group: string; raw: Raw; options: Raw; following: Block | null }

export type Graph = ReturnType<typeof readGraph>

/** Titles that nobody wrote. */
const isWritten = (title: string): boolean => title !== '' && !/^Group #\d+$/i.test(title)

/** Blocks in groups, and the edges that lead from one of them to another. */
export const readGraph = (bot: Raw) => {
  const groups = new Map<string, { title: string; blocks: Block[] }>()
  const blocks = new Map<string, Block>()
  for (const group of objectsAt(bot, 'groups')) {
    const title = textAt(group, 'title').trim()
    const inGroup = objectsAt(group, 'blocks').map((raw): Block => {
      const type = textAt(raw, 'type')
      return { id: textAt(raw, 'id'), type, group: isWritten(title) ? title : '', raw, options: objectAt(raw, 'options'), following: null }
    })
    for (const [at, block] of inGroup.entries()) {
      block.following = inGroup[at + 1] ?? null
      blocks.set(block.id, block)
    }
    groups.set(textAt(group, 'id'), { title, blocks: inGroup })
  }
  const edges = new Map(objectsAt(bot, 'edges').map((edge) => [textAt(edge, 'id'), objectAt(edge, 'to')]))
  const entry = (groupId: string, blockId: string): Block | null => {
    const inGroup = groups.get(groupId)?.blocks ?? []
    return (blockId !== '' && inGroup.find(({ id }) => id === blockId)) || (inGroup[0] ?? null)
  }
  /** Where the way out of a block, of one of its items, or of an event leads; undefined where it has none. */
  const out = (of: Raw): Block | null | undefined => {
    const to = edges.get(textAt(of, 'outgoingEdgeId'))
    return to && entry(textAt(to, 'groupId'), textAt(to, 'blockId'))
  }
  const start = (): Block | null => {
    // Before version 6 the start was a block.
    const event = objectsAt(bot, 'events').find((one) => textAt(one, 'type') === 'start') ?? [...blocks.values()].find(({ type }) => type === 'start')?.raw
    const first = event ? (out(event) ?? null) : null
    if (!first) throw new NotImported('empty', 'Nothing follows the start of this bot.')
    return first
  }
  return {
    start,
    entry,
    after: (block: Block): Block | null => {
      const led = out(block.raw)
      return led === undefined ? block.following : led
    },
    /** Where an item of a block leads: by its own way out, else by that of the block. */
    afterItem: (block: Block, item: Raw): Block | null => {
      const led = out(item)
      return led === undefined ? (out(block.raw) ?? block.following) : led
    },
    groups: () => [...groups.values()],
  }
}
