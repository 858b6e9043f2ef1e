import type { Tx } from '#platform/database/transaction'

export const recordingsQueue = 'recordings'

/** A run waits for the words of a recording (`ref`: the id by which we or its provider have it), until an instant. */
export type WantedWords = { conversationId: string; runId: string; token: number; ref: string; language: string; until: string }

/** Each has a lane of its own: a long recording holds up no other. */
export const wantWords = (tx: Tx, wanted: WantedWords, at?: Date): void =>
  tx.enqueue({ queue: recordingsQueue, key: `${wanted.runId} ${wanted.token}`, payload: wanted, ...(at && { runAt: at }) })
