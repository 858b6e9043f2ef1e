import type { EgressAnswer, EgressCall } from '#platform/egress/egress'
import type { Log } from '#platform/log'

type Options = { url: string; model: string; key: string | null; request(call: EgressCall): Promise<EgressAnswer>; log: Log }
type Recording = { bytes: Uint8Array; mime: string; name: string; language: string }

/** Milliseconds for a recording. */
const patience = 60_000
/** Most bytes that such services take. */
const most = 25_000_000
const endings: Record<string, string> = {
  ogg: 'ogg',
  mpeg: 'mp3',
  mp3: 'mp3',
  mp4: 'm4a',
  'x-m4a': 'm4a',
  aac: 'm4a',
  webm: 'webm',
  wav: 'wav',
  'x-wav': 'wav',
  flac: 'flac',
}

/** The kind of file is known there by its ending. */
const nameOf = (mime: string): string => `recording.${endings[/^audio\/([\w-]+)/.exec(mime)?.[1] ?? ''] ?? 'ogg'}`

/** Has recordings written down by a service with the `/audio/transcriptions` that many speak; null where that did not go well. */
export const createTranscriber =
  ({ url, model, key, request, log }: Options) =>
  async ({ bytes, mime, language }: Recording): Promise<string | null> => {
    if (bytes.byteLength > most) return null
    const body = new FormData()
    body.set('file', new Blob([Buffer.from(bytes)], { type: mime.split(';')[0]! }), nameOf(mime))
    body.set('model', model)
    body.set('language', language)
    body.set('response_format', 'json')
    const answer = await request({
      method: 'POST',
      url: `${url.replace(/\/+$/, '')}/audio/transcriptions`,
      headers: { ...(key !== null && { authorization: `Bearer ${key}` }) },
      body,
      timeoutMs: patience,
      maxBytes: 1_000_000,
      redirects: 'same_origin',
    })
    const text = answer.result === 'answer' && answer.status === 200 ? textIn(answer.body) : null
    if (text === null) log.warn({ result: answer.result, status: answer.result === 'answer' ? answer.status : null }, 'a recording was not written down')
    return text
  }

const textIn = (body: Buffer): string | null => {
  try {
    const { text } = JSON.parse(body.toString('utf8')) as { text?: unknown }
    return typeof text === 'string' ? text : null
  } catch {
    return null
  }
}
