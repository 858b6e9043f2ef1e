import { shuffle } from '../../server/test/doubles/graph-api/random.ts'
import { postUntilTaken } from '../webhooks/post.ts'
import type { PlannedMessage } from './plan.ts'
import { webhookOf } from './webhook-of.ts'

export type Writing = {
  random: () => number
  /** Share (0-1) of webhooks that are delivered once more after they were taken. */
  repeated: number
  /** True for a message that the harness swallows although it counts as acknowledged: a planted loss. */
  swallows(message: PlannedMessage): boolean
  onAcknowledged(messages: PlannedMessage[]): void
}

const writers = 32
const shareOfBatches = 0.1
const shareOfPairs = 0.1
const mostInBatch = 5

/**
 * Delivers every message as Meta would: signed, some in batches over several people and numbers, some repeated, each POST until it is answered with 200.
 * A person's next message is posted only after the one before was taken, so that there is an order to keep.
 */
export const writeAll = async (byPerson: PlannedMessage[][], writing: Writing): Promise<{ posts: number; retries: number; repeats: number }> => {
  const idle = shuffle(
    byPerson.map((messages) => [...messages]),
    writing.random,
  )
  const counts = { posts: 0, retries: 0, repeats: 0 }
  const repeats: Promise<unknown>[] = []

  const next = (): { queues: PlannedMessage[][]; messages: PlannedMessage[] } | null => {
    const draw = writing.random()
    const people = draw < shareOfBatches ? 2 + Math.floor(writing.random() * (mostInBatch - 1)) : 1
    const queues = idle.splice(0, people)
    if (queues.length === 0) return null
    const each = people === 1 && draw > 1 - shareOfPairs ? 2 : 1
    return { queues, messages: queues.flatMap((queue) => queue.splice(0, each)) }
  }

  const deliver = async (messages: PlannedMessage[]): Promise<void> => {
    const real = messages.filter((message) => !writing.swallows(message))
    if (real.length > 0) {
      const { url, webhook } = webhookOf(real)
      counts.retries += (await postUntilTaken(url, webhook)) - 1
      if (writing.random() < writing.repeated) {
        counts.repeats += 1
        repeats.push(postUntilTaken(url, webhook))
      }
    }
    counts.posts += 1
    writing.onAcknowledged(messages)
  }

  const writeOn = async (): Promise<void> => {
    const turn = next()
    if (!turn) return
    await deliver(turn.messages)
    idle.push(...turn.queues.filter((queue) => queue.length > 0))
    // Those who wait for people look again whenever somebody became idle; as many as there was room for go on.
    await Promise.all(Array.from({ length: Math.min(turn.queues.length, idle.length) }, writeOn))
  }
  await Promise.all(Array.from({ length: writers }, writeOn))
  await Promise.all(repeats)
  return counts
}
