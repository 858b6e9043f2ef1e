import { keep, keptKeys, readKept } from '#lib/kept.ts'
import type { Attachment } from './attachment.ts'

export type KeptAttachment = Pick<Attachment, 'key' | 'name' | 'size' | 'mime' | 'as' | 'caption' | 'stored'>
type Owner = { tenantId: string; userId: string }

const prefixOf = ({ tenantId, userId }: Owner) => `attached.${tenantId}.${userId}.`

/** Writes down what is attached to a conversation, but for what cannot be sent anyway. */
export const keepAttachments = (owner: Owner, conversationId: string, attachments: readonly Attachment[]) => {
  const kept = attachments
    .filter(({ state }) => ['uploading', 'ready', 'waiting', 'failed', 'full'].includes(state))
    .map(({ key, name, size, mime, as, caption, stored }): KeptAttachment => ({ key, name, size, mime, as, caption, stored }))
  keep(prefixOf(owner) + conversationId, kept.length > 0 ? JSON.stringify(kept) : null)
}

const parse = (text: string | null): KeptAttachment[] => {
  try {
    return text ? (JSON.parse(text) as KeptAttachment[]) : []
  } catch {
    return []
  }
}

/** By conversation. */
export const keptAttachments = (owner: Owner): [string, KeptAttachment[]][] =>
  keptKeys(prefixOf(owner)).map((key) => [key.slice(prefixOf(owner).length), parse(readKept(key))])
