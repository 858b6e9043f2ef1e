import type { EgressAnswer, MediaOutcome } from '#channels'
import { callGraph, bearer, numberPath, userAgent, type GraphCall, type GraphRoot } from './graph-call.ts'
import { readAnswer, type GraphAnswer } from './graph-answer.ts'
import { number, text, words } from '#platform/foreign-json/loose-json'

/** The largest thing WhatsApp carries is a document of 100 MB (reference 4.3). */
const MOST_BYTES = 100 * 1024 * 1024
const TIMEOUT_MS = 120_000
const MOST_REDIRECTS = 3
const META_HOSTS = /(^|\.)(facebook\.com|fbsbx\.com|fbcdn\.net|whatsapp\.net)$/

type Found = { result: 'found'; url: string; mime: string | null; size: number | null } | Exclude<MediaOutcome, { result: 'fetched' }>

/**
 * The bytes of an inbound file: its address is looked up by id and lives 5 minutes, the id 7 days. An address that has expired meanwhile
 * answers 404 and is looked up once more.
 */
export const fetchMedia = async (mediaId: string, call: GraphCall): Promise<MediaOutcome> => {
  const first = await lookUpAndDownload(mediaId, call)
  return first === 'expired'
    ? lookUpAndDownload(mediaId, call).then((second) => (second === 'expired' ? gone('The file is no longer at its address') : second))
    : first
}

const gone = (reason: string) => ({ result: 'gone' as const, reason })
const retry = (reason: string) => ({ result: 'retry' as const, reason })

const lookUpAndDownload = async (mediaId: string, call: GraphCall): Promise<MediaOutcome | 'expired'> => {
  const found = await lookUp(mediaId, call)
  if (found.result !== 'found') return found
  if (found.size !== null && found.size > MOST_BYTES) return gone(`The file has ${found.size} bytes, more than WhatsApp carries`)
  return downloaded(await download(found.url, call), found)
}

const lookUp = async (mediaId: string, call: GraphCall): Promise<Found> => {
  const path = `${encodeURIComponent(mediaId)}?phone_number_id=${numberPath(call.account.settings)}`
  const raw = await callGraph(call, { method: 'GET', path })
  const answer = readAnswer(raw, call.account, call.io.now())
  if (saysAbsent(raw, answer)) return gone('WhatsApp no longer has the file')
  if (answer.result !== 'done') return retry(`${answer.error.title} (${answer.error.code})`)
  const url = text(answer.body['url'])
  return URL.canParse(url)
    ? { result: 'found', url, mime: words(answer.body['mime_type'], 200) ?? null, size: number(answer.body['file_size']) }
    : gone('WhatsApp gave no address of the file')
}

/** An id that is too old is answered with 404 or code 100; a token that stopped working says nothing about the file, so that is tried again. */
const saysAbsent = (raw: EgressAnswer, answer: GraphAnswer): boolean =>
  (raw.result === 'answer' && raw.status === 404) ||
  (answer.result === 'failed' && (answer.error.code === 'whatsapp.100' || !(answer.pauseChannel || answer.alert)))

/** The token goes to Meta's own hosts, and to wherever a stand-in of the Graph API says; a redirect elsewhere is followed without it. */
const mayHaveToken = (url: URL, root: GraphRoot): boolean =>
  !new URL(root.graphUrl).hostname.endsWith('facebook.com') || (url.protocol === 'https:' && META_HOSTS.test(url.hostname))

const download = async (address: string, call: GraphCall, redirects = 0): Promise<EgressAnswer> => {
  const url = new URL(address)
  const headers = { ...userAgent, ...(mayHaveToken(url, call.root) ? bearer(call.account.settings.accessToken) : {}) }
  const answer = await call.io.request({ method: 'GET', url: url.href, headers, timeoutMs: TIMEOUT_MS, maxBytes: MOST_BYTES })
  const next = answer.result === 'answer' && answer.status >= 300 && answer.status < 400 ? answer.headers['location'] : undefined
  return next !== undefined && redirects < MOST_REDIRECTS && URL.canParse(next, url.href) ? download(new URL(next, url).href, call, redirects + 1) : answer
}

const downloaded = (answer: EgressAnswer, found: Extract<Found, { result: 'found' }>): MediaOutcome | 'expired' => {
  if (answer.result !== 'answer') return retry(`The download failed: ${answer.result}`)
  if (answer.status === 404 || answer.status === 410) return 'expired'
  if (answer.status !== 200) return retry(`The download was answered with HTTP ${answer.status}`)
  if (found.size !== null && answer.body.length !== found.size) return retry(`The download has ${answer.body.length} of ${found.size} bytes`)
  return { result: 'fetched', media: { bytes: answer.body, mime: found.mime ?? answer.headers['content-type'] ?? null } }
}
