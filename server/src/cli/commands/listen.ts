import { randomBytes } from 'node:crypto'
import { eventPayloads, type StoredEvent } from '@chasqui/contracts'
import { readConfig } from '../../config.ts'
import { StartError } from '../../platform/start-error.ts'
import type { Command, OptionValues } from '../command.ts'
import { textOf } from '../command.ts'
import { eventsOfWebhooks, forward, newestSeq, type Forwarding } from '../forward/forward.ts'
import { openSession, Refused } from '../forward/product-session.ts'
import { runningUrl } from '../running-url.ts'
import { stopSignal } from '../stop-signal.ts'
import { usageError } from '../tell-failure.ts'
import type { Terminal } from '../terminal.ts'
import { withProduct } from '../with-product.ts'

const example = 'Write for example: chasqui listen --forward http://localhost:8080/webhook'

const targetIn = (values: OptionValues): string => {
  const given = textOf(values, 'forward')
  if (!given) throw usageError('It is not said where to forward to.', example)
  const url = URL.canParse(given) ? new URL(given) : null
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') throw usageError(`${given} is no web address.`, example)
  return url.href
}

const eventsIn = (values: OptionValues): string[] | null => {
  const given = textOf(values, 'events')
  if (given === undefined) return eventsOfWebhooks
  if (given === 'all') return null
  const names = given.split(',').map((name) => name.trim())
  const unknown = names.find((name) => !(name in eventPayloads))
  if (unknown !== undefined) throw usageError(`There is no event "${unknown}".`, `Events: all, ${Object.keys(eventPayloads).join(', ')}.`)
  return names
}

const seqIn = (values: OptionValues): number | null => {
  const given = textOf(values, 'from')
  if (given !== undefined && !/^\d{1,15}$/.test(given))
    throw usageError(`${given} is no sequence number.`, 'Write for example --from 0 for everything that is kept.')
  return given === undefined ? null : Number(given)
}

const requireRunning = async (url: string): Promise<void> => {
  const alive = await fetch(`${url}/health/live`, { signal: AbortSignal.timeout(5000) }).then(
    ({ ok }) => ok,
    () => false,
  )
  if (!alive) throw new StartError('configuration', 'Chasqui does not run here.', `Nothing answers at ${url}.`, 'Start it with "npm start", then try again.')
}

/** What the product refuses is told like any failure of a command. */
const asStartError = (error: unknown): unknown =>
  error instanceof Refused
    ? new StartError('configuration', 'The product refused to be listened to.', error.message, 'Try "chasqui listen" again; it signs in anew.')
    : error

const nameOf = ({ seq, type }: StoredEvent): string => `${seq} ${type}`

const tellInTerminal = (terminal: Terminal, target: string): Forwarding['tell'] => ({
  posted: (event, posted) => {
    if (posted.result === 'stopped') return
    const { result, status, attempts, ms } = posted
    terminal.line({ state: result === 'taken' ? 'ok' : 'xx', subject: 'event', detail: `${nameOf(event)}  HTTP ${status}`, ms })
    terminal.event({ event: result === 'taken' ? 'forwarded' : 'gave-up', seq: event.seq, type: event.type, status, attempts, ms })
  },
  retrying: (event, { attempt, reason, afterMs }) => {
    terminal.line({ state: '!!', subject: 'event', detail: `${nameOf(event)}  ${reason}, again in ${afterMs / 1000} s` })
    terminal.event({ event: 'retry', seq: event.seq, type: event.type, target, attempt, reason, afterMs })
  },
  away: (reason) => {
    terminal.line({ state: '!!', subject: 'product', detail: `does not answer (${reason}), waiting` })
    terminal.event({ event: 'product-away', reason })
  },
  back: () => {
    terminal.line({ state: 'ok', subject: 'product', detail: 'answers again' })
    terminal.event({ event: 'product-back' })
  },
})

/** Posts what arrives by webhook to an address on the developer's machine, signed, in order and with retries, until Ctrl+C. */
export const listen: Command = {
  usage: 'listen --forward URL [--events all|NAME,…] [--from SEQ] [--tenant SLUG] [--secret TEXT]',
  summary: 'post what webhooks bring to a local address',
  options: { forward: { type: 'string' }, events: { type: 'string' }, from: { type: 'string' }, tenant: { type: 'string' }, secret: { type: 'string' } },
  run: async ({ env, terminal, values }) => {
    const [target, events, from] = [targetIn(values), eventsIn(values), seqIn(values)]
    const config = readConfig(env)
    const product = runningUrl(config)
    await requireRunning(product)
    const stop = new AbortController()
    void stopSignal().then(() => stop.abort())
    const key = await withProduct(config, terminal, ({ operations }) => operations.createSignInLink())
    const secret = textOf(values, 'secret') ?? randomBytes(24).toString('base64url')
    try {
      const session = await openSession(product, key, textOf(values, 'tenant'))
      const after = from ?? (await newestSeq(session))
      terminal.say(
        `\n  Product   ${product}  ${session.tenantName}\n  Forward   ${target}\n  Secret    ${secret}   signs x-chasqui-signature\n  Stop      Ctrl+C\n`,
      )
      terminal.event({ event: 'listening', product, tenantId: session.tenantId, target, events: events ?? 'all', after, secret })
      await forward({ session, target, secret, events, after, signal: stop.signal, tell: tellInTerminal(terminal, target) })
      await session.close().catch(() => undefined)
    } catch (error) {
      throw asStartError(error)
    }
    terminal.event({ event: 'stopped' })
    return 0
  },
}
