import type { ContactStage } from '@chasqui/contracts'
import type { Channels } from '#channels'
import type { Conversations, Moved, Placement } from '#conversations'
import type { Flows } from '#flows'
import type { Tx } from '#platform/database/transaction'

/** Takes what became of a conversation and says what it places anew. Sees what those before it have placed. */
export type Follower = (tx: Tx, moved: Moved) => Promise<Partial<Placement> & { tags?: string[] }>

/** The parts of the contact centre follow one after the other: its campaign decides where a conversation waits, and that what is owed to it. */
export const followConversation =
  (followers: Follower[]) =>
  async (tx: Tx, { now, ...moved }: Moved): ReturnType<Follower> => {
    let placed: Partial<Placement> = {}
    const tags: string[] = []
    for (const follow of followers) {
      const { tags: more = [], ...placement } = await follow(tx, { ...moved, now: { ...now, ...placed } })
      placed = { ...placed, ...placement }
      tags.push(...more)
    }
    return { ...placed, tags }
  }

/** Flows begin by what becomes of a conversation, and place nothing. */
export const beginFlowsBy =
  (flows: () => Pick<Flows, 'followMove'>): Follower =>
  async (tx, moved) => {
    await flows().followMove(tx, moved)
    return {}
  }

type Staged = { contactId: string; to: ContactStage; conversationId: string | null }

/** Flows begin by the stage to which a person came, where that was said: in its conversation, or else in the open one that was active last. */
export const beginFlowsByStage =
  (modules: { conversations: () => Pick<Conversations['centre'], 'lastOpenWith'>; flows: () => Pick<Flows, 'followStage' | 'noteStage'> }) =>
  async (tx: Tx, { contactId, to, conversationId }: Staged): Promise<void> => {
    modules.flows().noteStage(tx, contactId, to)
    const where = conversationId ?? (await modules.conversations().lastOpenWith(tx, contactId))
    if (where !== null) await modules.flows().followStage(tx, where, to)
  }

/** Whoever has written is no stranger to a number any more, and what the business had begun with them is an answer. */
export const tellGuardian =
  (guardian: () => Channels['guardian']): Follower =>
  async (tx, { was, now }) => {
    if (now.lastInboundAt !== null && !was?.lastInboundAt) await guardian().heard(tx, now)
    if (was !== null && now.lastInboundAt !== null && now.lastInboundAt > (was.lastInboundAt ?? new Date(0))) await guardian().answered(tx, now)
    return {}
  }
