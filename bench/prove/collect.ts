import type { Api } from '../product/api.ts'

/** A message as a thread shows it, with the person and number that the thread belongs to. */
export type StoredMessage = {
  id: string
  conversationId: string
  profileName: string
  channelId: string
  seq: number
  direction: 'in' | 'out' | 'note'
  text: string
  status: string
  providerMessageId: string | null
}
export type StoredConversation = { id: string; profileName: string; channelId: string }
/** An outbound message that a person has to look at. */
export type ListedEntry = { id: string; state: 'uncertain' | 'failed' }
/** Everything that the product shows of a run, read through its HTTP interface alone. */
export type Shown = { conversations: StoredConversation[]; messages: StoredMessage[]; listed: ListedEntry[]; deadLetters: number }

type ConversationItem = { id: string; contact: { name: string; profileName: string | null } }
type MessageItem = {
  id: string
  seq: number
  direction: StoredMessage['direction']
  content: { text?: string }
  status: string
  providerMessageId: string | null
}

const readers = 4

const readThread = async (api: Api, { id: conversationId, profileName, channelId }: StoredConversation): Promise<StoredMessage[]> => {
  const items = await api.all<MessageItem>(`/api/conversations/${conversationId}/messages`)
  return items.map(({ id, seq, direction, content, status, providerMessageId }) => ({
    id,
    conversationId,
    profileName,
    channelId,
    seq,
    direction,
    text: content.text ?? '',
    status,
    providerMessageId,
  }))
}

/** A few at a time: the point is the answer, not the speed. */
const readThreads = async (api: Api, conversations: StoredConversation[]): Promise<StoredMessage[]> => {
  const waiting = [...conversations]
  const messages: StoredMessage[] = []
  const read = async () => {
    for (let conversation = waiting.pop(); conversation; conversation = waiting.pop()) messages.push(...(await readThread(api, conversation)))
  }
  await Promise.all(Array.from({ length: readers }, read))
  return messages
}

export const collect = async (api: Api, channelIds: string[]): Promise<Shown> => {
  const conversations: StoredConversation[] = []
  const listed: ListedEntry[] = []
  for (const channelId of channelIds) {
    const items = await api.all<ConversationItem>(`/api/conversations?view=all&tab=any&channelId=${channelId}`)
    conversations.push(...items.map(({ id, contact }) => ({ id, profileName: contact.profileName ?? contact.name, channelId })))
    for (const state of ['uncertain', 'failed'] as const) {
      listed.push(...(await api.all<{ id: string }>(`/api/queue?state=${state}&channelId=${channelId}`)).map(({ id }) => ({ id, state })))
    }
  }
  const deadLetters = (await api.all('/api/dead-letters')).length
  return { conversations, messages: await readThreads(api, conversations), listed, deadLetters }
}
