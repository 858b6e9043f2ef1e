import type { Message } from '@chasqui/contracts'
import type { ThreadItem } from '../thread/thread-items.ts'

/** So many pictures in a row stand as one grid. */
const fewest = 3

/** A picture or a film that stands for itself: words, answers, reactions and troubles need a bubble of their own. */
const isTile = ({ content, deletedAt, reactions, replyTo, context, status, direction }: Message): boolean =>
  (content.type === 'image' || content.type === 'video') &&
  content.file.state === 'stored' &&
  !content.caption &&
  deletedAt === null &&
  reactions.length === 0 &&
  replyTo === null &&
  Object.keys(context ?? {}).every((key) => key === 'album') &&
  direction !== 'note' &&
  status !== 'failed' &&
  status !== 'uncertain'

/** Brings pictures and films that one person sent in a row together. `first` of a later one means that somebody else began, or time has passed. */
export const gatherAlbums = (items: readonly ThreadItem[]): ThreadItem[] => {
  const gathered: ThreadItem[] = []
  let run: Extract<ThreadItem, { kind: 'message' }>[] = []
  const end = () => {
    if (run.length >= fewest) gathered.push({ kind: 'album', key: `album ${run[0]!.key}`, messages: run.map(({ message }) => message), first: run[0]!.first })
    else gathered.push(...run)
    run = []
  }
  for (const item of items) {
    const tile = item.kind === 'message' && isTile(item.message)
    if (!tile || item.first) end()
    if (tile) run.push(item)
    else gathered.push(item)
  }
  end()
  return gathered
}
