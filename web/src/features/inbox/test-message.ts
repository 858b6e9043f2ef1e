import type { Message } from '@chasqui/contracts'

/** A message of the customer for tests; `change` says what matters there. */
export const testMessage = (seq: number, change: Partial<Message> = {}): Message => ({
  id: `m${seq}`,
  conversationId: 'c',
  seq,
  direction: 'in',
  sender: { kind: 'contact', id: null, name: 'María' },
  type: 'text',
  content: { type: 'text', text: `${seq}` },
  status: 'received',
  providerMessageId: null,
  clientId: null,
  replyTo: null,
  reactions: [],
  context: null,
  error: null,
  editedAt: null,
  deletedAt: null,
  providerTime: null,
  createdAt: '',
  ...change,
})
