import { randomBytes } from 'node:crypto'
import type { Session, Shape } from './session.ts'

/** What WAHA says against a call. */
export class Refusal extends Error {
  readonly status: number
  readonly body: unknown
  constructor(status: number, body: unknown) {
    super('refused')
    this.status = status
    this.body = body
  }
}

const need: (condition: unknown, message: string) => asserts condition = (condition, message) => {
  if (!condition) throw new Refusal(400, { message: [message], error: 'Bad Request', statusCode: 400 })
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

const checks: Record<string, (fields: Shape) => void> = {
  '/api/sendText': ({ text }) => need(isText(text), 'text must be a string'),
  '/api/sendImage': ({ file }) => checkFile(file, /^image\/(jpeg|png)$/),
  '/api/sendVideo': ({ file }) => checkFile(file, /^video\/mp4$/),
  '/api/sendVoice': ({ file }) => checkFile(file, /^audio\/ogg/),
  '/api/sendFile': ({ file }) => checkFile(file, /./),
  '/api/sendLocation': ({ latitude, longitude, title }) => {
    need(typeof latitude === 'number' && typeof longitude === 'number', 'latitude and longitude must be numbers')
    need(isText(title), 'title must be a string')
  },
  '/api/sendContactVcard': ({ contacts }) => {
    need(Array.isArray(contacts) && contacts.length > 0, 'contacts must be an array')
    for (const { vcard } of contacts as Shape[]) need(isText(vcard) && vcard.startsWith('BEGIN:VCARD'), 'vcard must be a card')
  },
}

const checkFile = (file: unknown, mime: RegExp): void => {
  const { mimetype, filename, data } = (file ?? {}) as Shape
  need(isText(mimetype) && mime.test(mimetype), 'file.mimetype is not for this call')
  need(isText(filename), 'file.filename must be a string')
  need(isText(data) && /^[A-Za-z0-9+/]+=*$/.test(data), 'file.data must be base64')
}

/** Engines on a websocket take an id that was made before, and what is sent again under it is the same message. */
const named = new Set(['/api/sendText', '/api/sendLocation', '/api/sendContactVcard'])

/** Takes a send and tells the message as the server does; whoever listens hears of it too. */
export const takeSend = async (path: string, fields: Shape, session: Session): Promise<unknown> => {
  const check = checks[path]
  if (!check) throw new Refusal(404, { message: `Cannot POST ${path}`, error: 'Not Found', statusCode: 404 })
  const chat = String(fields['chatId'])
  need(/^\d+@(c\.us|lid|g\.us)$/.test(chat), 'chatId is wrong')
  need(fields['reply_to'] === undefined || /^(true|false)_[^_]+@[\w.]+_[^_]+$/.test(String(fields['reply_to'])), 'reply_to is wrong')
  check(fields)
  const given = session.engine === 'NOWEB' && named.has(path) && isText(fields['id']) ? fields['id'] : null
  const id = given ?? `3EB0${randomBytes(9).toString('hex').toUpperCase()}`
  const message = session.messageOf(chat, {
    id: `true_${chat}_${id}`,
    fromMe: true,
    from: session.me?.id,
    to: chat,
    source: 'api',
    body: String(fields['text'] ?? fields['caption'] ?? ''),
    ...(fields['file'] !== undefined && { hasMedia: true, media: { url: null, mimetype: (fields['file'] as Shape)['mimetype'], filename: null, error: null } }),
  })
  if (!session.got.some((one) => one.id === id)) {
    session.got.push({ path, to: chat.split('@')[0]!, id, fields })
    session.keep(message)
    await session.tell('message.any', message)
  }
  // The library of the browser engines tells an id as an object.
  return session.engine === 'WEBJS' ? { ...message, id: { fromMe: true, remote: chat, id, _serialized: message['id'] } } : message
}
