import type { MessageContent } from '@chasqui/contracts'
import { clip, list, record, text, type Json } from '#platform/foreign-json/loose-json'

/** What options are called: by telephones' own messages, by WhatsApp Web, or bare. */
const optionOf = (option: unknown): string => (text(option) || text(record(option)['optionName']) || text(record(option)['name'])).trim()

/** A poll that was put into a chat, as it is read: its question, and a line for each option. Null for what has no question. What is voted comes by itself. */
export const pollContent = (name: unknown, options: unknown): MessageContent | null => {
  const question = text(name).trim()
  const lines = list(options).map(optionOf).filter(Boolean).slice(0, 100).map((option) => `• ${option}`) // prettier-ignore
  return question === '' ? null : { type: 'text', text: clip([`📊 ${question}`, ...lines].join('\n'), 65_536) }
}

/** Names under which polls are exchanged: each version of the network adds one. */
export const pollParts = ['', 'V2', 'V3', 'V4', 'V5', 'V6'].map((version) => `pollCreationMessage${version}`)

/** The poll in a message as telephones exchange it, in each of its versions; some hold it in an envelope. Null where there is none. */
export const pollIn = (message: Json): { name: unknown; options: unknown } | null => {
  const parts = pollParts.map((name) => record(message[name]))
  const inner = parts.flatMap(({ message }) => pollParts.map((name) => record(record(message)[name])))
  const part = [...parts, ...inner].find(({ name }) => text(name) !== '')
  return part ? { name: part['name'], options: part['options'] } : null
}
