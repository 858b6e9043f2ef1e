import type { EgressAnswer, MediaOutcome } from '#channels'
import { callBot, type BotContext } from './bot-call.ts'
import { readAnswer } from './bot-answer.ts'
import { record, text } from '#platform/foreign-json/loose-json'
import { withoutSecrets } from './settings.ts'

const TIMEOUT_MS = 120_000
/** Telegram's own servers hand out 20 MB; a server of one's own more (reference 1). */
const MOST_BYTES = 64 * 1024 * 1024

/** What the ends of Telegram's own paths say: a download has no type (reference 4). */
const MIMES: Record<string, string> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  mp4: 'video/mp4',
  oga: 'audio/ogg',
  ogg: 'audio/ogg',
  mp3: 'audio/mpeg',
}

const retry = (reason: string): MediaOutcome => ({ result: 'retry', reason })

/** Asks where the file lies, which holds for an hour, and loads it from there. */
export const fetchMedia = async (fileId: string, context: BotContext): Promise<MediaOutcome> => {
  const { settings } = context.account
  const found = readAnswer(await callBot(context, { method: 'getFile', fields: { file_id: fileId } }), settings)
  if (found.result === 'failed' && !found.pauseChannel) return { result: 'gone', reason: found.error.title }
  if (found.result !== 'done') return retry(found.error.title)
  const path = text(record(found.value)['file_path'])
  // Servers of one's own may answer a path of their disk, which nobody can fetch.
  if (path === '' || path.startsWith('/') || path.split('/').includes('..')) return { result: 'gone', reason: 'Telegram gave no path for the file' }
  const address = `${context.root.apiUrl.replace(/\/+$/, '')}/file/bot${settings.botToken}/${path.split('/').map(encodeURIComponent).join('/')}`
  const answer = await context.io.request({ method: 'GET', url: address, timeoutMs: TIMEOUT_MS, maxBytes: MOST_BYTES, redirects: 'same_origin' })
  return downloaded(answer, path, (reason) => withoutSecrets(reason, settings))
}

const downloaded = (answer: EgressAnswer, path: string, clean: (text: string) => string): MediaOutcome => {
  if (answer.result !== 'answer') return retry(clean(`The download failed: ${answer.reason}`))
  if (answer.status === 404 || answer.status === 410) return { result: 'gone', reason: 'Telegram does not have the file any more' }
  if (answer.status !== 200) return retry(`The download was answered with HTTP ${answer.status}`)
  const told = answer.headers['content-type']?.split(';')[0]
  const mime = MIMES[path.split('.').at(-1)?.toLowerCase() ?? ''] ?? (told === 'application/octet-stream' ? null : (told ?? null))
  return { result: 'fetched', media: { bytes: answer.body, mime } }
}
