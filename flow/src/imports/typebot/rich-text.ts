import { isRaw, listAt, type Raw, textAt } from '../read.ts'

/** Deeper than any editor nests, and shallow enough for any stack. */
const deepest = 40

const marks = [
  ['bold', '*'],
  ['italic', '_'],
  ['strikethrough', '~'],
] as const

/** The marks of chat programs stand close to the words; blanks stay outside. */
const marked = (text: string, of: Raw): string => {
  const words = text.trim()
  if (words === '' || words.includes('\n')) return text
  const from = text.indexOf(words)
  const signed = marks.reduce((inner, [name, sign]) => (of[name] === true ? sign + inner + sign : inner), words)
  return text.slice(0, from) + signed + text.slice(from + words.length)
}

const isBlock = (of: unknown): boolean => isRaw(of) && /^(?:p|h\d|ul|ol|li|lic|blockquote)$/.test(textAt(of, 'type'))

const written = (of: unknown, depth: number): string => {
  if (!isRaw(of) || depth > deepest) return ''
  if (typeof of['text'] === 'string') return marked(textAt(of, 'text'), of)
  const children = listAt(of, 'children')
  const parts = children.map((child) => written(child, depth + 1))
  switch (textAt(of, 'type')) {
    case 'a': {
      const [words, url] = [parts.join('').trim(), textAt(of, 'url').trim()]
      return words === '' || words === url ? url : url === '' ? words : `${words} (${url})`
    }
    case 'ul':
      return parts.map((part) => `• ${part}`).join('\n')
    case 'ol':
      return parts.map((part, at) => `${at + 1}. ${part}`).join('\n')
    default:
      return parts.join(children.some(isBlock) ? '\n' : '')
  }
}

/** The words of a text bubble, with the marks of chat programs for bold, italic and struck; of its older forms, their words. */
export const wordsOf = (content: Raw): string => {
  const rich = listAt(content, 'richText')
  if (rich.length > 0)
    return rich
      .map((line) => written(line, 0))
      .join('\n')
      .trim()
  return (
    textAt(content, 'plainText') ||
    textAt(content, 'html')
      .replaceAll(/<br\s*\/?>|<\/(?:div|p|li)>/gi, '\n')
      .replaceAll(/<[^<>]*>/g, '')
  ).trim()
}
