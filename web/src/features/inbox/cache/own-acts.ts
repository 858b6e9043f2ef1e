import type { Conversation } from '@chasqui/contracts'
import { queryClient } from '#lib/query-client.ts'
import { type Rows, rowLists, rowsOf } from './conversation-cache.ts'
import { belongs, isForServer } from './list-filter.ts'

/** Conversations with which this person is doing something, and with how much at once. */
const inHand = new Map<string, number>()

/** What becomes of it is this person's own doing, and nothing that waits to be looked at. */
export const isInHand = (id: string): boolean => inHand.has(id)

/** Lists that were read while the server had not heard of the act yet, and lack what it led to, are read again. */
const readAgain = async (conversation: Conversation, since: number, userId: string): Promise<void> => {
  const late = rowLists().filter(({ key, filter }) => {
    const state = queryClient.getQueryState<Rows>(key)
    const wasRead = state !== undefined && (state.dataUpdatedAt >= since || state.fetchStatus === 'fetching')
    return wasRead && !isForServer(filter) && belongs(conversation, filter, userId) && rowsOf(state.data).every(({ id }) => id !== conversation.id)
  })
  await Promise.all(late.map(({ key }) => queryClient.invalidateQueries({ queryKey: key, exact: true })))
}

/** Does something with a conversation of which the screen tells before the server knows: no list holds it back as news, nor misses it afterwards. */
export const inOwnHands = async (id: string, userId: string | null, ask: () => Promise<Conversation>): Promise<Conversation> => {
  const since = Date.now()
  inHand.set(id, (inHand.get(id) ?? 0) + 1)
  const leave = () => {
    const left = (inHand.get(id) ?? 1) - 1
    if (left > 0) inHand.set(id, left)
    else inHand.delete(id)
  }
  try {
    const done = await ask()
    if (userId === null) leave()
    else void readAgain(done, since, userId).finally(leave)
    return done
  } catch (problem) {
    leave()
    throw problem
  }
}
