import type { Message } from '@chasqui/contracts'
import type { OutboxEntry } from './outbox.ts'

/** A message that exists only here, in the shape of the others: after all of them, with a clock or the reason why it was refused. */
export type LocalMessage = Message & { local: OutboxEntry }
export const isLocal = (message: Message): message is LocalMessage => 'local' in message

export const entryMessage = (entry: OutboxEntry, author: { id: string; name: string }): LocalMessage => ({
  id: `local:${entry.clientId}`,
  conversationId: entry.conversationId,
  seq: Number.MAX_SAFE_INTEGER,
  direction: entry.kind === 'note' ? 'note' : 'out',
  sender: { kind: 'agent', ...author },
  type: entry.content.type,
  content: entry.content,
  status: entry.state === 'refused' ? 'failed' : 'pending',
  providerMessageId: null,
  clientId: entry.clientId,
  replyTo: entry.replyTo && { ...entry.replyTo, providerMessageId: null },
  reactions: [],
  context: null,
  error: entry.state === 'refused' ? { code: entry.code ?? 'unknown', title: entry.code ?? '', retryable: true } : null,
  editedAt: null,
  deletedAt: null,
  providerTime: null,
  createdAt: new Date(entry.at).toISOString(),
  local: entry,
})
