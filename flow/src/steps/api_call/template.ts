import { splitTemplate } from '../../engine/substitute.ts'

/** A piece of a request: text as it is sent, or a secret that the server puts in at the last moment, escaped for its place. */
export type Part = string | { secret: string; as: Place }
export type Place = 'url' | 'header' | 'plain' | 'json' | 'json_value'
export type Value = string | number | boolean

const secretName = /^secret\.([a-zA-Z0-9_.]+)$/

/** The name of the secret that a tag asks for, or null for a variable. */
export const secretIn = (name: string): string | null => secretName.exec(name)?.[1] ?? null

const controls = /\p{Cc}+/gu
const utf8 = (text: string): string => Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('')

/** A value as it may stand in a place without becoming anything else there. Numbers and true or false are JSON's own only outside of quotes. */
export const escapeFor = (place: Place, value: Value | undefined): string => {
  const text = String(value ?? '').toWellFormed()
  switch (place) {
    case 'url':
      return encodeURIComponent(text)
    case 'header':
      return utf8(text.replace(controls, ' '))
    case 'plain':
      return text
    case 'json':
      return JSON.stringify(text).slice(1, -1)
    case 'json_value':
      return value === undefined ? 'null' : JSON.stringify(typeof value === 'string' ? text : value)
  }
}

export type Lookup = (name: string) => Value | undefined

/** The parts of a template at one place: static texts as the author wrote them, values escaped, secrets left open. Neighbouring texts are one part. */
export const partsOf = (template: string, place: Place | ((before: string) => Place), valueOf: Lookup): Part[] => {
  const pieces = splitTemplate(template)
  const parts: Part[] = []
  let before = ''
  pieces.forEach((piece, at) => {
    if (at % 2 === 0) {
      before += piece
      add(parts, piece)
      return
    }
    const here = typeof place === 'function' ? place(before) : place
    const secret = secretIn(piece)
    before += here === 'json_value' ? 'null' : 'x'
    if (secret === null) add(parts, escapeFor(here, valueOf(piece)))
    else parts.push({ secret, as: here })
  })
  return parts
}

const add = (parts: Part[], text: string): void => {
  if (text === '') return
  const last = parts.length - 1
  if (typeof parts[last] === 'string') parts[last] += text
  else parts.push(text)
}

/** Whether a JSON text that stops here stops within quotes. */
export const endsInString = (json: string): boolean => {
  let inside = false
  for (let at = 0; at < json.length; at++) {
    if (json[at] === '\\') at++
    else if (json[at] === '"') inside = !inside
  }
  return inside
}

/** Where a value stands in a JSON template: within quotes, or as a value of its own. */
export const jsonPlace = (before: string): Place => (endsInString(before) ? 'json' : 'json_value')

/** Whether a template is JSON once its tags are filled in, whatever they are filled with. A backslash right before a tag would escape what the value begins with. */
export const isJsonTemplate = (template: string): boolean => {
  let text = ''
  for (const [at, piece] of splitTemplate(template).entries()) {
    if (at % 2 === 0) text += piece
    else if (/(?:^|[^\\])(?:\\\\)*\\$/.test(text)) return false
    else text += jsonPlace(text) === 'json' ? 'x' : 'null'
  }
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
