import type { VisitorEntry } from '@chasqui/contracts'
import type { Language } from './language.ts'
import type { Words } from './words.ts'

type Content = VisitorEntry['content']
type Option = { title: string }

const text = (content: Content, name: string): string => (typeof content[name] === 'string' ? content[name] : '')
const titles = (options: unknown): string => (options as Option[]).map(({ title }) => `- ${title}`).join('\n')

const saidIn = (content: Content, words: Words): string => {
  const caption = text(content, 'caption')
  switch (content.type) {
    case 'text':
      return text(content, 'text')
    case 'choice':
      return text(content, 'title')
    case 'image':
    case 'sticker':
    case 'audio':
    case 'video':
    case 'document': {
      const { name } = content['file'] as { name: string | null }
      return [`[${name ?? words.file}]`, caption].filter(Boolean).join(' ')
    }
    case 'buttons':
      return `${text(content, 'body')}\n${titles(content['buttons'])}`
    case 'list':
      return [text(content, 'body'), ...(content['sections'] as { rows: Option[] }[]).map(({ rows }) => titles(rows))].join('\n')
    case 'link':
      return `${text(content, 'body')}\n${text(content, 'label')}: ${text(content, 'url')}`
    case 'location':
      return [text(content, 'name'), text(content, 'address'), `${Number(content['latitude'])}, ${Number(content['longitude'])}`].filter(Boolean).join(', ')
    default:
      return text(content, 'body') || words.unsupported
  }
}

/** A talk as plain text, oldest first; what somebody wrote over several lines is set in. */
export const transcriptOf = (title: string, entries: readonly VisitorEntry[], words: Words, language: Language): string => {
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'short', timeStyle: 'short' })
  const lines = entries
    .toSorted((one, other) => one.position - other.position)
    .map(({ at, by, content }) => {
      const said = saidIn(content, words).replaceAll(/\r?\n/g, '\n    ')
      return `[${when.format(new Date(at))}] ${by === 'visitor' ? words.you : title}: ${said}`
    })
  return `${title}\n\n${lines.join('\n')}\n`
}

/** Gives a text to the browser as a file. The address of it is made and let go here, and is asked of nobody. */
export const saveText = (name: string, content: string): void => {
  // The mark tells old editors that it is Unicode.
  const url = URL.createObjectURL(new Blob(['\ufeff', content], { type: 'text/plain' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
