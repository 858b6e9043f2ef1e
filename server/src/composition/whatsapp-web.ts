import { createSessionKeys, type SessionKeys } from '#channels'
import type { Log } from '#platform/log'
import { watchEachLine, watchLines, type Metrics } from '#platform/metrics'
import { whatsappWeb } from '../adapters/channels/whatsapp-web/index.ts'

type Ports = Parameters<typeof createSessionKeys>[0] & { log: Log; metrics: Metrics }
type Store = Parameters<typeof whatsappWeb>[0]['store']

const nameOf = (session: string) => {
  const [tenantId = '', channelId = ''] = session.split('/')
  return { tenantId, channelId }
}

/** The adapter knows its sessions by one word; their keys lie with the channel of a tenant. */
const storeOf = (keys: SessionKeys, log: Log): Store => ({
  get: (session, kind, ids) => keys.get(nameOf(session), kind, ids),
  set: (session, changes) =>
    keys.set(nameOf(session), changes).catch((error: unknown) => {
      // What was used and is not kept makes messages unreadable: the line has to know, and so has whoever looks why.
      log.warn({ err: error, ...nameOf(session) }, 'keys of a line could not be kept')
      throw error
    }),
  clear: (session) => keys.clear(nameOf(session)),
})

/** WhatsApp by QR, with the keys of its lines in the database. `close` after nobody listens any more. */
export const whatsappByQr = (ports: Ports) => {
  const byQr = whatsappWeb({ store: storeOf(createSessionKeys(ports), ports.log) })
  watchLines(ports.metrics, byQr.health)
  watchEachLine(ports.metrics, () =>
    byQr.each().map(({ session, unstored, reconnects, memory }) => ({
      channel: nameOf(session).channelId,
      unstored,
      reconnects,
      memoryBytes: memory?.lineBytes ?? null,
    })),
  )
  return byQr
}
