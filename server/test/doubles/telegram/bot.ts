import { refuse } from './problem.ts'
import type { Sent, SentFile } from './sends.ts'
import { createUpdates, type Shape, type Update } from './updates.ts'

export type User = { id: number; first_name: string; last_name?: string; username?: string; language_code?: string }

/** What goes wrong with the next calls of a method (default: of any that sends). `text` is an answer that is no JSON. */
export type Fault = { times: number; method?: string; status: number; description?: string; parameters?: Record<string, number>; text?: string }

const ends: Record<string, string> = {
  'image/jpeg': 'photos/file_0.jpg',
  'image/png': 'documents/file_0.png',
  'image/webp': 'stickers/file_0.webp',
  'audio/ogg': 'voice/file_0.oga',
  'video/mp4': 'videos/file_0.mp4',
}

/** One bot as Telegram knows it: who has started it, what they wrote, what they got, its files. */
export const createBot = (token: string, resolve: (url: string) => string) => {
  const id = Number(token.slice(0, token.indexOf(':')))
  const updates = createUpdates(resolve)
  const started = new Set<number>()
  const messages = new Set<string>()
  const files = new Map<string, SentFile>()
  const queries = new Set<string>()
  let nextMessage = 41
  let nextFile = 1
  let nextQuery = 77

  const nextMessageId = () => (nextMessage += 1)
  const keep = (file: Omit<SentFile, 'id'>): SentFile => {
    const kept = { ...file, id: `BQACAgIAAxkBAAI${nextFile++}` }
    files.set(kept.id, kept)
    return kept
  }
  const chat = (user: User) => ({ id: user.id, first_name: user.first_name, ...(user.username !== undefined && { username: user.username }), type: 'private' })
  const date = () => Math.floor(Date.now() / 1000)
  const meet = (userId: number) => void started.add(userId)
  const note = (chatId: number, messageId: number) => void messages.add(`${chatId}:${messageId}`)

  return {
    token,
    id,
    me: { id, is_bot: true, first_name: 'Chasqui', username: 'chasqui_bot', can_join_groups: true, can_read_all_group_messages: false },
    updates,
    /** Everything that chats got, oldest first. */
    sent: [] as Sent[],
    reactions: [] as Shape[],
    actions: [] as Shape[],
    answeredQueries: [] as string[],
    faults: [] as Fault[],
    /** The next so many sends are taken and never answered. */
    lose: { next: 0 },
    chats: {
      knows: (chatId: number) => started.has(chatId),
      hasMessage: (chatId: number, messageId: number) => messages.has(`${chatId}:${messageId}`),
      nextMessageId,
      file: (fileId: string) => files.get(fileId),
      keep,
    },
    meet,
    note,
    /** A message of a user in the private chat. */
    writes: (user: User, content: Shape): Update & { message: Shape } => {
      meet(user.id)
      const message = { message_id: nextMessageId(), from: { is_bot: false, ...user }, chat: chat(user), date: date(), ...content }
      note(user.id, message.message_id)
      return updates.push({ message }) as Update & { message: Shape }
    },
    /** A button below a message of the bot is pressed. */
    presses: (user: User, messageId: number, data: string): string => {
      const queryId = `cbq-${nextQuery++}`
      queries.add(queryId)
      const on = { message_id: messageId, date: date(), chat: chat(user), from: { id, is_bot: true, first_name: 'Chasqui' }, text: '…' }
      updates.push({ callback_query: { id: queryId, from: { is_bot: false, ...user }, message: on, chat_instance: '-3123', data } })
      return queryId
    },
    answerQuery: (queryId: string): void => {
      if (!queries.delete(queryId)) refuse('query is too old and response timeout expired or query ID is invalid')
    },
    /** A file that a user sent; `path` is where Telegram puts it. */
    fileFrom: (bytes: Buffer, mime: string): SentFile => keep({ bytes, mime, name: ends[mime] ?? 'documents/file_0.bin' }),
    filePath: (file: SentFile): string => (ends[file.mime] ?? 'documents/file_0.bin').replace('file_0', `file_${file.id}`),
  }
}
export type Bot = ReturnType<typeof createBot>
