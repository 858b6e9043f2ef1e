import { cut } from './cut.ts'
import { numberIn } from './decimal.ts'
import type { CustomerMessage } from './heard.ts'
import { isTyped } from './heard.ts'
import type { InputNode } from './nodes.ts'
import { holdsPattern } from './pattern.ts'
import type { Context, Value } from './run-state.ts'
import { longestValue } from './run-state.ts'

/** The value that an answer gives, or null when it is not what the step expects. */
export const checkAnswer = (node: InputNode, message: CustomerMessage, context: Context): Value | null => {
  const value = read(node, message, context)
  if (value === null || !withinBounds(node, value) || !fitsPattern(node, value, context)) return null
  return typeof value === 'string' ? cut(value, longestValue) : value
}

const read = (node: InputNode, message: CustomerMessage, context: Context): Value | null => {
  if (node.expect === 'any') return message.text.trim() || message.phone || `[${message.type}]`
  if (node.expect === 'phone' && message.phone !== undefined) return phoneIn(message.phone)
  if (!isTyped(message)) return null
  switch (node.expect) {
    case 'text':
      return node.saveToContact === 'name' ? nameIn(message.text) : message.text.trim()
    case 'email':
      return emailIn(message.text)
    case 'phone':
      return phoneIn(message.text)
    case 'number':
      return numberIn(message.text, context.locale)
  }
}

const withinBounds = (node: InputNode, value: Value): boolean => {
  if (node.min === undefined && node.max === undefined) return true
  const size = typeof value === 'number' ? value : [...String(value)].length
  return size >= (node.min ?? -Infinity) && size <= (node.max ?? Infinity)
}

const fitsPattern = (node: InputNode, value: Value, context: Context): boolean =>
  node.pattern === undefined || holdsPattern(node.pattern, String(value), context)

const opening =
  /^(?:(?:hola|ol[aá]|oi|hi|hello)[,.! ]+)?(?:yo )?(?:me llamo|mi nombre es|(?:o )?meu nome é|meu nome e|(?:eu )?me chamo|my name is|soy|(?:eu )?sou|i am|i['’]m|es)\s+(?=\S)/i

/** A person's name out of "me llamo Ana Pérez"; null without a letter in it. */
export const nameIn = (text: string): string | null => {
  const name = text
    .trim()
    .slice(0, 400)
    .replace(opening, '')
    .replace(/\s+/g, ' ')
    .replace(/[.,;!\s]+$/, '')
  return /\p{L}/u.test(name) ? cut(name, 200) : null
}

const mailWord = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i

/** The one e-mail address in a message ("mi correo es ana@ejemplo.com."), its domain in lower case; null for none, several or a broken one. */
export const emailIn = (text: string): string | null => {
  const tokens = text
    .slice(0, 1000)
    .split(/[\s,;:<>()"]+/)
    .filter((token) => token.includes('@'))
  const address = tokens[0]?.replace(/[.!?]+$/, '') ?? ''
  if (tokens.length !== 1 || address.length > 254 || !mailWord.test(address) || /(?:^\.|\.\.|\.@)/.test(address)) return null
  const at = address.lastIndexOf('@')
  return address.slice(0, at) + address.slice(at).toLowerCase()
}

/** A phone number of 7 to 15 digits (E.164 allows 15) as its digits, with its plus if it came with one; null for anything else. */
export const phoneIn = (text: string): string | null => {
  const spoken = text.trim().normalize('NFKC').slice(0, 200)
  const candidates = spoken.match(/\+?\(?\d[\d\s().\-–/]*\d/g) ?? []
  const digits = candidates[0]?.replace(/\D/g, '') ?? ''
  if (candidates.length !== 1 || digits.length < 7 || digits.length > 15) return null
  return candidates[0].startsWith('+') ? `+${digits}` : digits
}
