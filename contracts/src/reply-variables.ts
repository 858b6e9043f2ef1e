/**
 * Variables of quick replies and templates: `{{contact.name}}`, or `{{contact.first_name|friend}}` with what stands there when nothing is known.
 * Zod-free, so that the composer can show what will be said without asking the server.
 */
export const replyVariables = [
  'contact.name',
  'contact.first_name',
  'contact.phone',
  'agent.name',
  'agent.first_name',
  'business.name',
  'channel.name',
  'queue.name',
] as const
export type ReplyVariable = (typeof replyVariables)[number]
/** What is known; empty or missing: nothing. */
export type ReplyValues = Partial<Record<ReplyVariable, string>>

const tag = /\{\{([^{}]{0,200})\}\}/g
const known = new Set<string>(replyVariables)
const isKnown = (name: string): name is ReplyVariable => known.has(name)

const partsOf = (inside: string): { name: string; fallback: string } => {
  const at = inside.indexOf('|')
  return at < 0 ? { name: inside.trim(), fallback: '' } : { name: inside.slice(0, at).trim(), fallback: inside.slice(at + 1).trim() }
}

/** Names between braces that are no variable, as they are written, each once. */
export const unknownVariables = (text: string): string[] => [
  ...new Set([...text.matchAll(tag)].map((found) => partsOf(found[1]!).name).filter((name) => !isKnown(name))),
]

/** A text in pieces: what is written, what a variable became, and variables of which nothing is known and that say nothing else instead. */
export type ReplyPiece = { kind: 'text' | 'value' | 'missing'; text: string }

export const piecesOf = (text: string, values: ReplyValues): ReplyPiece[] => {
  const pieces: ReplyPiece[] = []
  let from = 0
  for (const found of text.matchAll(tag)) {
    const { name, fallback } = partsOf(found[1]!)
    if (!isKnown(name)) continue
    if (found.index > from) pieces.push({ kind: 'text', text: text.slice(from, found.index) })
    const value = values[name]?.trim() || fallback
    pieces.push(value === '' ? { kind: 'missing', text: found[0] } : { kind: 'value', text: value })
    from = found.index + found[0].length
  }
  if (from < text.length) pieces.push({ kind: 'text', text: text.slice(from) })
  return pieces
}

/** The text as it will be said, once: a value that itself holds `{{…}}` stays as it is. What is missing stays written, for a person to fill in. */
export const fillReply = (text: string, values: ReplyValues): string =>
  piecesOf(text, values)
    .map((piece) => piece.text)
    .join('')

/** What people are called by: the first word of a name. Of a number that stands for a name, nothing. */
export const firstNameOf = (name: string): string => {
  const first = name.trim().split(/\s+/)[0] ?? ''
  return /\p{L}/u.test(first) ? first : ''
}
