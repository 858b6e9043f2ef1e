/**
 * WhatsApp's own marks: *bold*, _italic_, ~strike~, `code`, ```mono```, lines that begin with "> ", and addresses that can be followed.
 * Marks count only around words: an opening one follows a space or a sign and is followed by a letter, a closing one the other way round,
 * on the same line. So `snake_case`, `2*3*4` and a lone `*` stay as they are.
 */
export type Style = 'bold' | 'italic' | 'strike'
export type Piece =
  | { kind: 'text'; text: string }
  | { kind: 'mono'; text: string }
  | { kind: 'link'; text: string; href: string }
  | { kind: Style; pieces: Piece[] }
export type Block = { kind: 'paragraph' | 'quote'; pieces: Piece[] } | { kind: 'code'; text: string }

const styles: Record<string, Style> = { '*': 'bold', _: 'italic', '~': 'strike' }
const link = /\b(?:https?:\/\/|www\.)[^\s<>"]+|[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}/giu
/** Signs at the end belong to the sentence, not to the address; a bracket stays when its partner is inside. */
const trailing = /[.,;:!?»”'*_~]+$/u
const wordSign = /[\p{L}\p{N}]/u

const trimmedLink = (found: string): string => {
  let text = found.replace(trailing, '')
  while (text.endsWith(')') && text.split('(').length < text.split(')').length) text = text.slice(0, -1).replace(trailing, '')
  return text
}

/** Only web and mail addresses can be followed, never another scheme. Null when it is not an address after all. */
export const safeHref = (text: string): string | null => {
  const full = /^https?:\/\//i.test(text) ? text : text.includes('@') && !/^www\./i.test(text) ? `mailto:${text}` : `https://${text}`
  try {
    const { protocol } = new URL(full)
    return ['http:', 'https:', 'mailto:'].includes(protocol) ? full : null
  } catch {
    return null
  }
}

const plain = (text: string): Piece[] => {
  const pieces: Piece[] = []
  let from = 0
  for (const match of text.matchAll(link)) {
    const shown = trimmedLink(match[0])
    const href = safeHref(shown)
    if (!href || match.index < from) continue
    if (match.index > from) pieces.push({ kind: 'text', text: text.slice(from, match.index) })
    pieces.push({ kind: 'link', text: shown, href })
    from = match.index + shown.length
  }
  if (from < text.length) pieces.push({ kind: 'text', text: text.slice(from) })
  return pieces
}

const opens = (line: string, at: number) => !wordSign.test(line[at - 1] ?? ' ') && /\S/u.test(line[at + 1] ?? ' ') && line[at + 1] !== line[at]
const closes = (line: string, at: number) => /\S/u.test(line[at - 1] ?? ' ') && !wordSign.test(line[at + 1] ?? ' ')

/** The end of what begins at `at`, or -1. */
const endOf = (line: string, at: number): number => {
  const mark = line[at] ?? ''
  if (mark === '`') return line[at + 1] === '`' || line[at - 1] === '`' ? -1 : line.indexOf('`', at + 2)
  if (!opens(line, at)) return -1
  for (let end = line.indexOf(mark, at + 2); end > 0; end = line.indexOf(mark, end + 1)) if (closes(line, end)) return end
  return -1
}

/** The address that begins here: marks inside it are part of it. */
const linkAt = (line: string, at: number): number => {
  const rest = /^(?:https?:\/\/|www\.)[^\s<>"]+/i.exec(line.slice(at))
  return rest ? trimmedLink(rest[0]).length : 0
}

const inline = (line: string): Piece[] => {
  const pieces: Piece[] = []
  let from = 0
  const flush = (to: number) => to > from && pieces.push(...plain(line.slice(from, to)))
  for (let at = 0; at < line.length; at += 1) {
    const mark = line[at] ?? ''
    if (mark === 'h' || mark === 'w' || mark === 'H' || mark === 'W') at += Math.max(0, linkAt(line, at) - 1)
    const end = mark === '`' || mark in styles ? endOf(line, at) : -1
    if (end < 0) continue
    flush(at)
    const inside = line.slice(at + 1, end)
    const style = styles[mark]
    pieces.push(style ? { kind: style, pieces: inline(inside) } : { kind: 'mono', text: inside })
    at = end
    from = end + 1
  }
  flush(line.length)
  return pieces
}

const sameKind = (line: string) => (line.startsWith('> ') ? ('quote' as const) : ('paragraph' as const))

const paragraphs = (text: string): Block[] => {
  const blocks: { kind: 'paragraph' | 'quote'; lines: string[] }[] = []
  for (const line of text.split('\n')) {
    const kind = sameKind(line)
    const shown = kind === 'quote' ? line.slice(2) : line
    const last = blocks.at(-1)
    if (last?.kind === kind) last.lines.push(shown)
    else blocks.push({ kind, lines: [shown] })
  }
  return blocks.map(({ kind, lines }) => ({
    kind,
    pieces: lines.flatMap((line, index) => [...(index > 0 ? [{ kind: 'text' as const, text: '\n' }] : []), ...inline(line)]),
  }))
}

/** One line of mono stays in its sentence, several stand apart. */
const mono = (text: string): Block[] => {
  if (text.includes('\n')) return [{ kind: 'code', text: text.replace(/^\n|\n$/g, '') }]
  return text ? [{ kind: 'paragraph', pieces: [{ kind: 'mono', text }] }] : []
}

export const parseRichText = (text: string): Block[] => {
  const parts = text.split('```')
  const closed = parts.length % 2 === 1 ? parts : [...parts.slice(0, -2), parts.slice(-2).join('```')]
  return closed.flatMap((part, index): Block[] => {
    if (index % 2 === 1) return mono(part)
    return part ? paragraphs(part) : []
  })
}

const wordsOf = (pieces: readonly Piece[]): string => pieces.map((piece) => ('pieces' in piece ? wordsOf(piece.pieces) : piece.text)).join('')

/** The words without their marks, for one line of text. */
export const plainText = (text: string): string =>
  parseRichText(text)
    .map((block) => ('pieces' in block ? wordsOf(block.pieces) : block.text))
    .join('\n')
