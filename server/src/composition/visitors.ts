import { join } from 'node:path'
import { WebchatSettings } from '@chasqui/contracts'
import type { Analytics } from '#analytics'
import type { Campaigns } from '#campaigns'
import type { Channels } from '#channels'
import type { Files } from '#files'
import { hmacMatches, signExpiring, verifyExpiring } from '#platform/crypto/signature'
import type { Database } from '#platform/database/open'
import type { Hints } from '#platform/events/hints'
import { callerAddressOf, type TrustProxy } from '#platform/http/forwarded-addresses'
import { isId, newId } from '#platform/ids'
import type { Limiter } from '#platform/limits/limiter'
import type { Log } from '#platform/log'
import type { WebchatPorts } from '#webchat'
import { serviceOfChats } from './service-of-chats.ts'

/** `modules` are asked when everything stands. */
type Ports = {
  database: Database
  hints: Hints
  log: Log
  limiter: Limiter
  now(): Date
  tokenKey: Buffer
  http: { publicUrl: string | null; trustProxy: TrustProxy }
  modules: { channels: Channels; files: Files }
  analytics(): Analytics
  campaignOfChannel: Campaigns['campaignOfChannel']
}

/** What visitors' chats ask of the rest. */
export const visitorsPorts = ({ database, hints, log, limiter, now, tokenKey, http, modules, analytics, campaignOfChannel }: Ports): WebchatPorts => ({
  database,
  hints,
  log,
  limiter,
  now,
  newId,
  addressOf: callerAddressOf(http.trustProxy),
  publicUrl: http.publicUrl,
  scriptFolder: join(import.meta.dirname, '../../../widget/dist'),
  sign: (text, until) => signExpiring(tokenKey, text, until),
  verify: (signed, at) => verifyExpiring(tokenKey, signed, at),
  isSigned: hmacMatches,
  chat: async (channelId) => {
    const open = isId(channelId) ? await modules.channels.connected('webchat', channelId) : null
    return open && { tenantId: open.tenantId, channelId: open.id, name: open.name, settings: WebchatSettings.parse(open.settings) }
  },
  service: serviceOfChats({ database, now, analytics, campaignOfChannel }),
  phoneOf: async (tenantId, channelId) => {
    const open = (await modules.channels.connected('whatsapp-cloud', channelId)) ?? (await modules.channels.connected('whatsapp-web', channelId))
    const digits = open?.tenantId === tenantId ? (open.address ?? '').replaceAll(/\D/g, '') : ''
    return digits === '' ? null : digits
  },
  takeIn: (tx, channelId, heard) => modules.channels.takeIn(tx, channelId, heard),
  keepFile: (tenantId, file) => modules.files.keep(tenantId, { ...file, userId: null, fetched: true }),
  describeFile: (tx, fileId) => modules.files.describe(tx, fileId),
  fileUrl: (tenantId, fileId) => modules.files.foreignUrl(tenantId, fileId),
})
