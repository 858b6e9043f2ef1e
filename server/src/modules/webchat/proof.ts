import { VisitorIdentity } from '@chasqui/contracts'
import { Failure } from '#platform/failure'
import { isId } from '#platform/ids'
import type { Chat, WebchatPorts } from './ports.ts'

/** Days that a visitor's token is good for; each visit gives a new one. */
const tokenDays = 180
/** Minutes that an uploaded file waits to be sent. */
const uploadMinutes = 60

const after = (now: Date, minutes: number): Date => new Date(now.getTime() + minutes * 60_000)

type Signing = Pick<WebchatPorts, 'sign' | 'verify' | 'now'>
type Where = Pick<Chat, 'tenantId' | 'channelId'>

/** A token that is forged or late, or whose visitor is gone. */
export const forgotten = () => new Failure('unauthenticated', 'webchat.token', 'This visit is not known any more. Begin anew.')

/** What a visitor's page shows to be the same visitor again: good for this chat of this tenant alone. */
export const tokenOf = (ports: Signing, { tenantId, channelId }: Where, visitorId: string): string =>
  ports.sign(`visitor ${tenantId} ${channelId} ${visitorId}`, after(ports.now(), tokenDays * 24 * 60))

/** The visitor of a token; null when it is forged, late, or of another chat. */
export const visitorIn = (ports: Signing, { tenantId, channelId }: Where, token: string): string | null => {
  const [word, tenant, channel, visitorId] = (ports.verify(token, ports.now()) ?? '').split(' ')
  return word === 'visitor' && tenant === tenantId && channel === channelId && isId(visitorId) ? visitorId : null
}

export const requireVisitor = (ports: Signing, chat: Where, authorization: string | undefined): string => {
  const visitorId = visitorIn(ports, chat, /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1] ?? '')
  if (!visitorId) throw forgotten()
  return visitorId
}

/** Lets one visitor send a file that they uploaded, and nobody else. */
export const uploadWord = (ports: Signing, visitorId: string, fileId: string): string =>
  ports.sign(`upload ${visitorId} ${fileId}`, after(ports.now(), uploadMinutes))

export const fileIn = (ports: Signing, visitorId: string, word: string): string => {
  const [kind, visitor, fileId] = (ports.verify(word, ports.now()) ?? '').split(' ')
  if (kind !== 'upload' || visitor !== visitorId || !isId(fileId))
    throw new Failure('invalid', 'webchat.file', 'This file was not uploaded here, or too long ago. Choose it again.')
  return fileId
}

const unproven = () => new Failure('unauthenticated', 'webchat.identity', 'The signature of this visitor is not right, or too old.')

/** Who the site says that it is, if its signature is right. */
export const readIdentity = (ports: Pick<WebchatPorts, 'isSigned' | 'now'>, { settings }: Chat, signed: string): VisitorIdentity => {
  const [part = '', signature = ''] = signed.split('.')
  if (!ports.isSigned(settings.secret, part, signature)) throw unproven()
  let told: unknown
  try {
    told = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
  } catch {
    told = null
  }
  const parsed = VisitorIdentity.safeParse(told)
  if (!parsed.success) throw new Failure('invalid', 'webchat.identity_shape', 'An identity is {"id": "…", "name": "…", "email": "…"}.')
  if (parsed.data.exp != null && parsed.data.exp * 1000 <= ports.now().getTime()) throw unproven()
  return parsed.data
}
