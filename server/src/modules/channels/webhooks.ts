import type { ChannelKind } from '@chasqui/contracts'
import { isId } from '#platform/ids'
import { Failure } from '#platform/failure'
import type { Http } from '#platform/http/server'
import type { RawWebhook } from './adapter.ts'
import { deliverToChannel, deliverToHost } from './deliver.ts'
import { connectionOf, type ChannelRow, type Directory } from './directory.ts'
import type { ChannelsPorts } from './ports.ts'

/** One address per vendor and channel, and one per vendor for host-level apps. Nothing but signature and insert happens before the answer. */
export const registerWebhooks = (http: Http, ports: ChannelsPorts, directory: Directory): void => {
  for (const adapter of Object.values(ports.adapters)) {
    if (!adapter.webhook) continue
    const kind = adapter.kind
    const path = `/api/webhooks/${adapter.webhook}`
    const timed = async (work: () => Promise<void>): Promise<string> => {
      const started = performance.now()
      await work()
      ports.acknowledged((performance.now() - started) / 1000)
      return 'EVENT_RECEIVED'
    }
    http.webhook(`${path}/:channelId`, {
      GET: ({ params, query }) => challengeOf(directory, kind, params.channelId ?? '', query),
      POST: ({ params, ...webhook }) => timed(() => deliverToChannel(ports, directory, kind, params.channelId ?? '', webhook)),
    })
    if (adapter.accountsIn) {
      http.webhook(path, {
        GET: ({ query }) => hostChallenge(ports, kind, query),
        POST: ({ params: _, ...webhook }) => timed(() => deliverToHost(ports, directory, kind, webhook)),
      })
    }
  }
}

const refused = () => new Failure('forbidden', 'webhook.verification_refused', 'The verify token does not match.')

const challengeOf = async (directory: Directory, kind: ChannelKind, channelId: string, query: RawWebhook['query']): Promise<string> => {
  const connection = isId(channelId) ? await directory.find(channelId) : null
  const challenge = connection?.kind === kind ? connection.adapter.challenge?.(query, connection.account.settings) : null
  if (challenge === null || challenge === undefined) throw refused()
  return challenge
}

/** A host-level app is verified with the token of any channel of its kind. */
const hostChallenge = async (ports: ChannelsPorts, kind: ChannelKind, query: RawWebhook['query']): Promise<string> => {
  const { rows } = await ports.database.system.query<ChannelRow>('select * from channels.channel where kind = $1 and deleted_at is null order by id limit 200', [kind])
  for (const row of rows) {
    const connection = connectionOf(ports, row)
    const challenge = connection?.adapter.challenge?.(query, connection.account.settings)
    if (typeof challenge === 'string') return challenge
  }
  throw refused()
}
