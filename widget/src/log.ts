import type { VisitorEntry } from '@chasqui/contracts'
import type { Chat, Waiting } from './chat.ts'
import { drawn, type Drawing } from './contents.ts'
import { el } from './element.ts'
import type { Words } from './words.ts'

export type LogPorts = { chat: Chat; host: string; words: Words; language: string; title(): string; hello: HTMLElement; chosen(): void }
export type Log = {
  element: HTMLElement
  draw(): void
  /** Down to the newest. */
  toEnd(): void
}

/** Closer to the end than so many pixels, somebody reads along. */
const atEnd = 60

/** The messages, read aloud as they come. What did not change keeps its element, so that nothing is read twice and no choice closes. */
export const createLog = ({ chat, host, words, language, title, hello, chosen }: LogPorts): Log => {
  const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' })
  const element = el('div', { class: 'log', role: 'log', 'aria-live': 'polite', 'aria-label': words.log, tabindex: 0 })
  const more = el('button', { type: 'button', class: 'more' }, words.earlier)
  more.onclick = () => {
    const height = element.scrollHeight
    void chat.earlier().then(() => (element.scrollTop += element.scrollHeight - height))
  }
  const rows = new Map<string, { row: HTMLElement; look: string }>()

  const authored = (own: boolean) => el('span', { class: 'unseen' }, `${own ? words.you : title()}: `)
  const choose = (entryId: string, id: string): void => {
    chat.say({ type: 'choice', entryId, id })
    chosen()
  }
  const entryRow = (entry: VisitorEntry, isNewest: boolean): HTMLElement => {
    const own = entry.by === 'visitor'
    const drawing: Drawing = { host, words, choose: own || !isNewest ? null : (id) => choose(entry.id, id) }
    const state = own ? (entry.status === 'read' ? words.read : words.sent) : null
    return el(
      'div',
      { class: own ? 'row own' : 'row' },
      authored(own),
      ...drawn(drawing, entry.content),
      el('div', { class: 'meta' }, el('time', { datetime: entry.at }, time.format(new Date(entry.at))), state && el('span', {}, state)),
    )
  }
  const titleOfChoice = ({ content }: Waiting): string => {
    if (content?.type !== 'choice') return ''
    const offered = JSON.stringify(chat.entries.get(content.entryId)?.content ?? {})
    const found = new RegExp(`"id":${JSON.stringify(content.id).replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')},"title":("(?:[^"\\\\]|\\\\.)*")`).exec(offered)
    return found ? (JSON.parse(found[1]!) as string) : ''
  }
  const waitingWords = (waiting: Waiting): string =>
    waiting.file?.name ?? (waiting.content?.type === 'text' ? waiting.content.text : titleOfChoice(waiting) || words.file)
  const waitingRow = (waiting: Waiting): HTMLElement => {
    const act = (label: string, does: () => void) => {
      const button = el('button', { type: 'button' }, label)
      button.onclick = does
      return button
    }
    const why = { size: words.tooLarge, kind: words.refusedFile, other: words.failed }
    return el(
      'div',
      { class: 'row own' },
      authored(true),
      el('div', { class: 'bubble' }, waitingWords(waiting)),
      waiting.failed
        ? el(
            'div',
            { class: 'meta' },
            el('span', { class: 'bad' }, why[waiting.failed]),
            waiting.failed === 'other' && act(words.again, () => chat.retry(waiting.id)),
            act(words.discard, () => chat.discard(waiting.id)),
          )
        : el('div', { class: 'meta' }, el('span', {}, words.sending)),
    )
  }

  const toEnd = (): void => void (element.scrollTop = element.scrollHeight)
  const place = (id: string, look: string, make: () => HTMLElement): HTMLElement => {
    const known = rows.get(id)
    if (known?.look === look) return known.row
    const row = make()
    if (known?.row.isConnected) known.row.replaceWith(row)
    rows.set(id, { row, look })
    return row
  }
  return {
    element,
    toEnd,
    draw: () => {
      const isAtEnd = element.scrollHeight - element.scrollTop - element.clientHeight < atEnd
      const entries = [...chat.entries.values()].toSorted((one, other) => one.position - other.position)
      const newestOffer = entries.at(-1)?.id
      const wanted: HTMLElement[] = []
      if (!chat.isWhole && (entries[0]?.position ?? 1) > 1) wanted.push(more)
      else wanted.push(hello)
      // Addresses of files are made anew each time; that alone is no reason to draw a picture again.
      for (const entry of entries) {
        const isNewest = entry.id === newestOffer && chat.waiting.size === 0
        wanted.push(place(entry.id, `${entry.seq} ${isNewest}`, () => entryRow(entry, isNewest)))
      }
      for (const waiting of [...chat.waiting.values()].toSorted((one, other) => one.at - other.at))
        if (!chat.entries.has(waiting.id)) wanted.push(place(waiting.id, `waiting ${waiting.failed ?? ''}`, () => waitingRow(waiting)))
      const kept = new Set<Node>(wanted)
      const before = [...element.childNodes]
      for (const child of before) if (!kept.has(child)) child.remove()
      wanted.forEach((row, index) => {
        if (element.childNodes[index] !== row) element.insertBefore(row, element.childNodes[index] ?? null)
      })
      if (isAtEnd) toEnd()
    },
  }
}
