import type { Conversation, FileRef, Message, MessageContent, TemplateHeader } from '@chasqui/contracts'
import { wordsOf } from '@chasqui/contracts'
import type { ExportWords } from './words.ts'

/** One message as it is written down for people. `kind`: whose it is, for how it looks. */
export type Entry = { at: string; who: string; mark: string | null; words: string; quote: string | null; kind: 'in' | 'out' | 'note' | 'line' }
export type Speaking = { words: ExportWords; contact: string; time(at: string): string }

const bracketed = (parts: (string | null | undefined)[]): string => `[${parts.filter(Boolean).join(' · ')}]`
const fileWords = (type: string, file: FileRef, { words }: Speaking): string =>
  bracketed([words.types[type] ?? words.types.other, file.name, file.state === 'failed' ? words.missing : null])
const lines = (...parts: (string | null | undefined)[]): string => parts.filter(Boolean).join('\n')

const headerWords = (header: TemplateHeader, speaking: Speaking): string =>
  header.type === 'location'
    ? bracketed([speaking.words.types.location, header.name, header.address, `${header.latitude}, ${header.longitude}`])
    : fileWords(header.type, header.file, speaking)

const said = (content: MessageContent, speaking: Speaking): string => {
  const { types, events } = speaking.words
  switch (content.type) {
    case 'image':
    case 'video':
    case 'document':
    case 'sticker':
      return lines(fileWords(content.type, content.file, speaking), content.caption)
    case 'audio': {
      const seconds = content.seconds ?? content.file.look?.seconds
      const length = seconds === undefined ? null : `${Math.floor(seconds / 60)}:${String(Math.round(seconds) % 60).padStart(2, '0')}`
      return bracketed([content.voice ? types.voice : types.audio, content.voice ? null : content.file.name, length])
    }
    case 'location':
      return bracketed([types.location, content.name, content.address, `${content.latitude}, ${content.longitude}`])
    case 'contacts':
      return content.contacts.map(({ name, phones }) => bracketed([types.contacts, name, ...phones.map(({ phone }) => phone)])).join('\n')
    case 'buttons':
      return lines(content.body, ...content.buttons.map(({ title }) => `• ${title}`))
    case 'list':
      return lines(content.body, ...content.sections.flatMap(({ rows }) => rows.map(({ title }) => `• ${title}`)))
    case 'choice':
      return `${types.choice}: ${content.title}`
    case 'template':
      return lines(content.header && headerWords(content.header, speaking), content.preview ?? bracketed([types.template, content.name]))
    case 'system': {
      const reason = content.data?.['reason']
      return lines(events[content.event] ?? content.event, typeof reason === 'string' ? reason : null, content.text)
    }
    default:
      return wordsOf(content) || bracketed([types.other, content.type])
  }
}

const speaker = ({ sender, direction, content }: Message, { words, contact }: Speaking): string => {
  if (content.type === 'system' || (sender.kind === 'system' && direction === 'note')) return words.product
  if (direction === 'in') return contact
  if (sender.kind === 'flow' || sender.kind === 'assistant') return sender.name ?? words.bot
  return sender.name ?? words.business
}

export const entryOf = (message: Message, speaking: Speaking): Entry => {
  const { words } = speaking
  const { content, direction, status, reactions, replyTo } = message
  const isLine = content.type === 'system' && message.deletedAt === null
  const marks = [
    direction === 'note' && !isLine ? words.note : null,
    message.editedAt ? words.edited : null,
    direction === 'out' && status === 'failed' ? words.notSent : null,
    ...reactions.map(({ emoji }) => emoji),
  ].filter(Boolean)
  return {
    at: speaking.time(message.createdAt),
    who: speaker(message, speaking),
    mark: marks.length > 0 ? marks.join(' · ') : null,
    words: message.deletedAt ? `[${words.deleted}]` : said(content, speaking),
    quote: replyTo?.preview ?? null,
    kind: isLine ? 'line' : direction,
  }
}

/** What stands above: with whom, where, in whose hands, from when to when. */
export const headOf = (
  conversation: Conversation,
  { words, time }: Speaking,
  exported: { at: string; by: string; timeZone: string },
): { title: string; facts: [string, string][] } => {
  const { contact, channel, state, assignee, createdAt, closedAt, closeReason, lastSeq } = conversation
  const facts: [string, string | null][] = [
    [words.with, contact.name],
    [words.phone, contact.phone],
    [words.channel, channel.name],
    [words.state, [words.states[state] ?? state, closeReason].filter(Boolean).join(' · ')],
    [words.holder, assignee?.name ?? null],
    [words.opened, time(createdAt)],
    [words.closed, closedAt && time(closedAt)],
    [words.messages, String(lastSeq)],
    [words.exported, `${time(exported.at)} · ${exported.by}`],
    [words.zone, exported.timeZone],
  ]
  return { title: words.title.replace('{name}', contact.name), facts: facts.flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : [])) }
}

/** `2026-11-28 10:00:05` on a zone's clock, which sorts and says which day it was. */
export const clockOf = (timeZone: string): ((at: string) => string) => {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
  return (at) => format.format(new Date(at))
}
