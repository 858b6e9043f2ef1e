import type { ChannelKind } from '@chasqui/contracts'
import { isId } from '#platform/ids'
import { Failure } from '#platform/failure'
import type { Http, LargeWebhooks, WebhookHandler, WebhookRequest } from '#platform/http/server'
import type { RawWebhook } from './adapter.ts'
import type { Calls } from './calls.ts'
import { admitLarge, deliverByGroup, deliverBySecret, deliverToChannel, deliverToHost } from './deliver.ts'
import { connectionOf, type ChannelRow, type Connection, type Directory } from './directory.ts'
import { noteVerified } from './manage.ts'
import type { ChannelsPorts } from './ports.ts'
import { createSecretIndex } from './secret-index.ts'

/** What the addresses need: where the product's calls are noted, too. */
type WebhookPorts = ChannelsPorts & { calls: Calls }
type Result = Parameters<ChannelsPorts['acknowledged']>[1]

/** One address per vendor and channel, and one per vendor for host-level apps and for webhooks that carry the secret of their channel. Nothing but signature and insert happens before the answer. */
export const registerWebhooks = (http: Http, ports: WebhookPorts, directory: Directory): void => {
  const secrets = createSecretIndex(ports)
  for (const adapter of Object.values(ports.adapters)) {
    if (!adapter.webhook) continue
    const kind = adapter.kind
    const resultFor = (error: unknown): Result => {
      const result = error instanceof Failure ? (resultOf[error.code] ?? 'failed') : 'failed'
      // Anybody can post here: what is refused must not fill the log.
      ports.log.debug({ kind, result, reason: (error as Error).message }, 'webhook refused')
      return result
    }
    const timed = async (work: () => Promise<void>): Promise<string> => {
      const started = performance.now()
      let result: Result = 'stored'
      try {
        await work()
        return 'EVENT_RECEIVED'
      } catch (error) {
        result = resultFor(error)
        throw error
      } finally {
        ports.acknowledged(kind, result, (performance.now() - started) / 1000)
      }
    }
    if (adapter.webhookByGroup)
      http.webhook(`/api/${adapter.webhookByGroup}/:name`, {
        GET: () => Promise.reject(refused()),
        POST: ({ params, headers, query, body }) =>
          timed(() => deliverByGroup(ports, directory, kind, params.name ?? '', { headers, query, body: body ?? Buffer.alloc(0) })),
      })
    for (const word of [adapter.webhook, ...(adapter.webhookAliases ?? [])]) {
      const path = `/api/webhooks/${word}`
      const secretIn = ({ secret }: WebhookRequest['params']) => secret !== undefined && { secret }
      const deliver: WebhookHandler = ({ params, headers, query, body }) =>
        timed(() => deliverToChannel(ports, directory, kind, params.channelId ?? '', { headers, query, ...secretIn(params), body }))
      const large: LargeWebhooks | undefined = adapter.largeWebhooks && {
        bytes: adapter.largeWebhooks.bytes,
        admit: ({ params, headers, query }) =>
          admitLarge(ports, directory, kind, params.channelId ?? '', { headers, query, ...secretIn(params) }).catch((error: unknown) => {
            ports.acknowledged(kind, resultFor(error), 0)
            throw error
          }),
      }
      const challenge: WebhookHandler = ({ params, query }) => challengeOf(ports, directory, kind, params.channelId ?? '', query)
      http.webhook(`${path}/:channelId`, { GET: challenge, POST: deliver }, large)
      if (adapter.webhookSecretInPath) http.webhook(`${path}/:channelId/:secret`, { POST: deliver }, large)
      if (adapter.accountsIn) {
        http.webhook(path, {
          GET: ({ query }) => hostChallenge(ports, kind, query),
          POST: ({ headers, query, body }) => timed(() => deliverToHost(ports, directory, kind, { headers, query, body: body ?? Buffer.alloc(0) })),
        })
      }
      if (adapter.carriedSecret)
        http.webhook(path, {
          GET: () => Promise.reject(refused()),
          POST: ({ headers, query, body }) => timed(() => deliverBySecret(ports, directory, secrets, kind, { headers, query, body: body ?? Buffer.alloc(0) })),
        })
    }
  }
}

const resultOf: Record<string, 'forged' | 'malformed'> = { 'webhook.unsigned': 'forged', 'webhook.bad_signature': 'forged', 'webhook.malformed': 'malformed' }

const refused = () => new Failure('forbidden', 'webhook.verification_refused', 'The verify token does not match.')

/** For the checks that people see. That the vendor gets its answer matters more. */
const noted = (ports: ChannelsPorts, { tenantId, id }: Connection): Promise<void> =>
  ports.database
    .inTenant(tenantId, (tx) => noteVerified(tx, ports, id))
    .catch((error: unknown) => ports.log.warn({ tenantId, channelId: id, err: error }, 'a verified webhook was not noted'))

const challengeOf = async (ports: WebhookPorts, directory: Directory, kind: ChannelKind, channelId: string, query: RawWebhook['query']): Promise<string> => {
  const connection = isId(channelId) ? await directory.find(channelId) : null
  if (connection?.kind !== kind) throw refused()
  const challenge = connection.adapter.challenge?.(query, connection.account.settings) ?? null
  ports.calls.note(connection.id, challenge === null ? 'unverified' : 'verified')
  if (challenge === null) throw refused()
  await noted(ports, connection)
  return challenge
}

/** A host-level app is verified with its own token, or that of any channel of its kind. */
const hostChallenge = async (ports: ChannelsPorts, kind: ChannelKind, query: RawWebhook['query']): Promise<string> => {
  const own = ports.adapters[kind]?.hostChallenge?.(query)
  if (typeof own === 'string') return own
  const { rows } = await ports.database.system.query<ChannelRow>(
    'select * from channels.channel where kind = $1 and deleted_at is null order by id limit 200',
    [kind],
  )
  for (const row of rows) {
    const connection = connectionOf(ports, row)
    const challenge = connection?.adapter.challenge?.(query, connection.account.settings)
    if (!connection || typeof challenge !== 'string') continue
    await noted(ports, connection)
    return challenge
  }
  throw refused()
}
