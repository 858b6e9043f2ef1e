import { recordingsQueue, wantWords, type Flows, type WantedWords } from '#flows'
import type { Contacts } from '#contacts'
import type { Conversations } from '#conversations'
import type { Files } from '#files'
import type { Database } from '#platform/database/open'
import { Failure } from '#platform/failure'
import type { QueueHandler } from '#platform/lanes/handler'
import type { Log } from '#platform/log'
import { flowSituation } from './flow-situation.ts'

type Recording = { bytes: Uint8Array; mime: string; name: string; language: string }
/** Writes a recording down; null where that did not go well. */
export type Transcriber = (recording: Recording) => Promise<string | null>
type Ports = {
  contacts: Pick<Contacts, 'person'>
  conversations: Pick<Conversations, 'continueFlow' | 'recordingOf'>
  files: Pick<Files, 'read'>
  flows: Pick<Flows, 'answerReturned'>
  transcribe: Transcriber | null
  isSuspended(tenantId: string): Promise<boolean>
  database: Database
  log: Log
  now(): Date
}
type Heard = { text: string } | { error: 'lost' } | 'later'

/** Milliseconds after which a recording is looked for again that is still on its way from its provider. */
const untilThere = 1000

/**
 * What flows want written down: outside of any transaction, one lane each; the words are the conversation's next turn. Done twice it is the same, and the
 * token of the run takes it once.
 */
export const recordingHandler = ({ contacts, conversations, files, flows, transcribe, isSuspended, database, log, now }: Ports): QueueHandler => {
  const write = async (tenantId: string, { conversationId, ref, language, until }: WantedWords): Promise<Heard> => {
    if (!transcribe || (await isSuspended(tenantId))) return { error: 'lost' }
    const file = await database.inTenant(tenantId, (tx) => conversations.recordingOf(tx, conversationId, ref))
    if (file?.state === 'pending' && now() < new Date(until)) return 'later'
    const stored = file?.fileId ? await files.read(tenantId, file.fileId) : null
    const text = stored && (await transcribe({ ...stored, language }))
    return text ? { text } : { error: 'lost' }
  }
  return {
    queue: recordingsQueue,
    concurrency: 4,
    outside: async (tenantId, [job]): Promise<Heard> => {
      try {
        return await write(tenantId, job!.payload as WantedWords)
      } catch (error) {
        log.warn({ tenantId, error }, 'a recording was not written down')
        return { error: 'lost' }
      }
    },
    handle: async (tx, [job], outside) => {
      const wanted = job!.payload as WantedWords
      const heard = outside as Heard
      if (heard === 'later') return wantWords(tx, wanted, new Date(now().getTime() + untilThere))
      try {
        await conversations.continueFlow(tx, wanted.conversationId, {
          person: (contactId) => contacts.person(tx, contactId),
          answer: ({ channel, ...situation }) =>
            flows.answerReturned(tx, flowSituation(channel, situation), { runId: wanted.runId, token: wanted.token, result: heard }),
        })
      } catch (error) {
        // Its conversation is gone: nobody waits.
        if (!(error instanceof Failure) || error.kind !== 'absent') throw error
      }
    },
  }
}
