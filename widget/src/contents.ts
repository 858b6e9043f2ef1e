import type { VisitorEntry } from '@chasqui/contracts'
import { el } from './element.ts'
import { icons } from './icons.ts'
import type { Words } from './words.ts'

export type Drawing = {
  host: string
  words: Words
  /** Null where nothing can be chosen: it was said long ago, or by the visitor. */
  choose: ((id: string) => void) | null
}

type Content = VisitorEntry['content']
type FileFacts = { url?: string; name: string | null; mime: string }
type Option = { id: string; title: string; description?: string }

const text = (content: Content, name: string): string => (typeof content[name] === 'string' ? content[name] : '')

const link = (href: string, ...children: (Node | string)[]): HTMLAnchorElement =>
  el('a', { href, target: '_blank', rel: 'noopener noreferrer nofollow' }, ...children)

/** Words in which addresses can be followed. */
const linked = (words: string): (Node | string)[] =>
  words.split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]])/g).map((part, index) => (index % 2 === 1 ? link(part, part) : part))

const fileOf = (content: Content): FileFacts => content['file'] as FileFacts
const addressOf = ({ host }: Drawing, { url }: FileFacts): string => (url === undefined ? '' : new URL(url, host).href)

const fileLink = (drawing: Drawing, file: FileFacts, words: string): HTMLElement => {
  const made = link(addressOf(drawing, file), icons.file(), words)
  made.className = 'filelink'
  return made
}

/** Is fetched when somebody wants it, and opened on its own where the page's policy lets nothing be played. */
const playable = (drawing: Drawing, file: FileFacts, kind: 'audio' | 'video'): HTMLElement => {
  const words = `${drawing.words.play}${file.name ? `: ${file.name}` : ''}`
  const button = el('button', { type: 'button', class: 'filelink' }, icons.file(), words)
  button.onclick = () => {
    const player = el(kind, { controls: true, src: addressOf(drawing, file), 'aria-label': words })
    player.onerror = () => player.replaceWith(fileLink(drawing, file, words))
    button.replaceWith(player)
    player.focus()
    void player.play().catch(() => undefined)
  }
  return button
}

const pictureOf = (drawing: Drawing, file: FileFacts, caption: string): HTMLElement => {
  const words = caption || file.name || drawing.words.picture
  const picture = el('img', { src: addressOf(drawing, file), alt: words, loading: 'lazy' })
  const made = link(addressOf(drawing, file), picture)
  picture.onerror = () => made.replaceWith(fileLink(drawing, file, words))
  return made
}

const option = ({ choose }: Drawing, { id, title, description }: Option): HTMLElement => {
  const made = el('button', { type: 'button', disabled: choose === null }, title, description ? el('span', {}, description) : null)
  made.onclick = () => choose?.(id)
  return made
}

const choicesOf = (drawing: Drawing, content: Content): HTMLElement | null => {
  if (content.type === 'buttons') return el('div', { class: 'choices' }, ...(content['buttons'] as Option[]).map((one) => option(drawing, one)))
  if (content.type !== 'list') return null
  const sections = content['sections'] as { title?: string; rows: Option[] }[]
  return el(
    'div',
    { class: 'choices' },
    el(
      'details',
      {},
      el('summary', {}, text(content, 'button')),
      ...sections.map(({ title, rows }) => el('div', {}, title ? el('p', {}, title) : null, ...rows.map((row) => option(drawing, row)))),
    ),
  )
}

const headerOf = (drawing: Drawing, content: Content): Node | null => {
  const header = content['header'] as ({ type: string; text?: string; file?: FileFacts } & Content) | undefined
  if (!header) return null
  return header.file ? fileBody(drawing, header, '') : el('strong', {}, header.text ?? '')
}

const fileBody = (drawing: Drawing, content: Content, caption: string): HTMLElement => {
  const file = fileOf(content)
  if (content.type === 'image' || content.type === 'sticker') return pictureOf(drawing, file, caption)
  if (content.type === 'audio' || content.type === 'video') return playable(drawing, file, content.type)
  return fileLink(drawing, file, file.name ?? drawing.words.file)
}

/** What a message says, and what can be chosen below it. */
export const drawn = (drawing: Drawing, content: Content): (Node | string | null)[] => {
  const body = (...inside: (Node | string | null)[]): HTMLElement => el('div', { class: 'bubble' }, ...inside)
  switch (content.type) {
    case 'text':
      return [body(...linked(text(content, 'text')))]
    case 'choice':
      return [body(text(content, 'title'))]
    case 'image':
    case 'sticker':
    case 'audio':
    case 'video':
    case 'document':
      return [body(fileBody(drawing, content, text(content, 'caption')), text(content, 'caption') ? el('div', {}, ...linked(text(content, 'caption'))) : null)]
    case 'buttons':
    case 'list':
    case 'link':
      return [
        body(
          headerOf(drawing, content),
          ...linked(text(content, 'body')),
          content['footer'] ? el('small', {}, text(content, 'footer')) : null,
          content.type === 'link' ? el('div', {}, link(text(content, 'url'), text(content, 'label'))) : null,
        ),
        choicesOf(drawing, content),
      ]
    case 'location': {
      const [latitude, longitude] = [Number(content['latitude']), Number(content['longitude'])]
      const map = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`
      return [body([text(content, 'name'), text(content, 'address')].filter(Boolean).join('\n'), el('div', {}, link(map, drawing.words.place)))]
    }
    default:
      return [body(text(content, 'body') || drawing.words.unsupported)]
  }
}
