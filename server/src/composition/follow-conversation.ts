import type { Moved, Placement } from '#conversations'
import type { Tx } from '#platform/database/transaction'

/** Takes what became of a conversation and says what it places anew. Sees what those before it have placed. */
export type Follower = (tx: Tx, moved: Moved) => Promise<Partial<Placement>>

/** The parts of the contact centre follow one after the other: where a conversation waits decides what is owed to it. */
export const followConversation =
  (followers: Follower[]) =>
  async (tx: Tx, { now, ...moved }: Moved): Promise<Partial<Placement>> => {
    let placed: Partial<Placement> = {}
    for (const follow of followers) placed = { ...placed, ...(await follow(tx, { ...moved, now: { ...now, ...placed } })) }
    return placed
  }
