/**
 * Quick replies: what is said again and again, under a shortcut, of one person, of a queue or of everybody. Variables are filled in by whoever sends.
 * Owns: replies.reply. Publishes: reply.changed.
 */
import type { Tx } from '#platform/database/transaction'
import type { Http } from '#platform/http/server'
import type { RepliesPorts } from './ports.ts'
import { registerRoutes } from './routes.ts'
import { countUse, filesAmong, insertReply } from './store.ts'

export type SampleReply = { shortcut: string; title: string; text: string }

export const createReplies = (ports: RepliesPorts) => ({
  /** Quick replies for everybody of a new demo tenant. */
  addSamples: async (tx: Tx, samples: readonly SampleReply[]): Promise<void> => {
    for (const sample of samples) await insertReply(tx, { ...sample, id: ports.newId(), ownerId: null, queueId: null, fileIds: [], folder: '' }, ports.now())
  },
  /** Somebody sent something with it. */
  used: (tx: Tx, id: string, userId: string) => countUse(tx, id, userId, ports.now()),
  /** Of these files, those that quick replies bring. */
  filesAmong: (tx: Tx, fileIds: readonly string[]) => filesAmong(tx, fileIds),
  registerRoutes: (http: Http) => registerRoutes(http, ports),
})
