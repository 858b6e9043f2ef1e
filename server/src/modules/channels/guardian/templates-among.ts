import type { ClaimedEntry } from '#platform/outbox/entry'
import type { Dispatch } from '../adapter.ts'

/** A template on its way out; `id`: of its entry, which is that of its message. */
export type LeavingTemplate = { id: string; conversationId: string; name: string; language: string }

export const templatesAmong = (entries: readonly ClaimedEntry[]): LeavingTemplate[] =>
  entries.flatMap(({ id, kind, subject, payload }) => {
    if (kind !== 'message' || subject === null) return []
    const { content } = payload as Pick<Dispatch, 'content'>
    return content.type === 'template' ? [{ id, conversationId: subject, name: content.name, language: content.language }] : []
  })
