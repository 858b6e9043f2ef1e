import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'

/**
 * Every metric of the product, in one place. Labels are few and bounded: route ids, queue names, channel kinds, outcomes. Never a contact,
 * a phone number, a tenant or an id, which would make series without end and leak who writes to whom; but for the ids of a few channels, see `watchEachLine`.
 */
export type Metrics = ReturnType<typeof createMetrics>

const fast = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5]
const slow = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60]

export const createMetrics = () => {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  return {
    registry,
    httpSeconds: new Histogram({
      name: 'chasqui_http_request_seconds',
      help: 'HTTP requests by route id and status',
      labelNames: ['route', 'status'],
      buckets: fast,
      registers,
    }),
    webhookAcks: new Counter({
      name: 'chasqui_webhook_acknowledged_total',
      help: 'Webhooks answered, by channel kind and result (stored, duplicate, forged, malformed, failed)',
      labelNames: ['kind', 'result'],
      registers,
    }),
    webhookSeconds: new Histogram({
      name: 'chasqui_webhook_seconds',
      help: 'From the arrival of a webhook to its durable acknowledgement',
      labelNames: ['kind'],
      buckets: fast,
      registers,
    }),
    queueAge: new Gauge({ name: 'chasqui_queue_age_seconds', help: 'Age of the oldest work that is due', labelNames: ['queue'], registers }),
    queueLength: new Gauge({ name: 'chasqui_queue_jobs', help: 'Work waiting', labelNames: ['queue'], registers }),
    turnSeconds: new Histogram({
      name: 'chasqui_turn_seconds',
      help: 'One job of a lane, from claim to commit',
      labelNames: ['queue', 'result'],
      buckets: fast,
      registers,
    }),
    deadLetters: new Counter({ name: 'chasqui_dead_letters_total', help: 'Work that failed for good', labelNames: ['queue'], registers }),
    sends: new Counter({
      name: 'chasqui_sends_total',
      help: 'Outcomes of sending (accepted, retry, failed, uncertain)',
      labelNames: ['kind', 'result'],
      registers,
    }),
    sendSeconds: new Histogram({ name: 'chasqui_send_seconds', help: "The provider's time to take a message", labelNames: ['kind'], buckets: slow, registers }),
    breakersOpen: new Gauge({ name: 'chasqui_breakers_open', help: 'Channels whose circuit breaker is open', labelNames: ['kind'], registers }),
    eventLag: new Gauge({ name: 'chasqui_event_lag', help: 'Events a consumer has not read yet', labelNames: ['consumer'], registers }),
    sockets: new Gauge({ name: 'chasqui_sockets', help: 'Browsers connected', registers }),
    limitedCalls: new Counter({
      name: 'chasqui_limited_calls_total',
      help: 'Calls refused because there were too many, by rate class',
      labelNames: ['rate'],
      registers,
    }),
    limitsShared: new Gauge({
      name: 'chasqui_limits_shared',
      help: '1 while the limits of calls are shared through Redis, 0 while Redis cannot be reached or none is configured',
      registers,
    }),
    listeners: new Gauge({ name: 'chasqui_listeners', help: 'Channels that this process listens to', labelNames: ['kind'], registers }),
    listenersEnded: new Counter({
      name: 'chasqui_listeners_ended_total',
      help: 'Ends of listening to a channel (stopped, overtaken, failed)',
      labelNames: ['kind', 'how'],
      registers,
    }),
    listened: new Counter({ name: 'chasqui_listened_total', help: 'Deliveries stored by listening', labelNames: ['kind'], registers }),
    egressCalls: new Counter({
      name: 'chasqui_egress_calls_total',
      help: 'Calls to other servers by result (answer, refused, lost)',
      labelNames: ['result'],
      registers,
    }),
  }
}

/** How the lines to networks that this process holds are, and the processes in which they live: shares of a memory ceiling from 0 to 1. */
export type LinesHealth = {
  processes: { memoryShare: number; calls: number }[]
  lines: number
  connected: number
  beginning: number
  waiting: number
  reconnects: number
}

/** Shows it whenever somebody looks. */
export const watchLines = ({ registry }: Metrics, read: () => LinesHealth): void => {
  const show = (name: string, help: string, value: () => number): void =>
    registry.registerMetric(
      new Gauge({
        name,
        help,
        registers: [],
        collect() {
          this.set(value())
        },
      }),
    )
  registry.registerMetric(
    new Gauge({
      name: 'chasqui_lines',
      help: 'Lines to networks that this process holds: connected, being opened, waiting for their turn, or lost and to be opened again',
      labelNames: ['state'],
      registers: [],
      collect() {
        const { lines, connected, beginning, waiting } = read()
        const lost = Math.max(0, lines - connected - beginning - waiting)
        for (const [state, count] of Object.entries({ connected, opening: beginning, waiting, lost })) this.set({ state }, count)
      },
    }),
  )
  const largest = (of: (one: LinesHealth['processes'][number]) => number): number => Math.max(0, ...read().processes.map(of))
  show('chasqui_line_memory_share', 'Memory of the fullest process that holds lines, as a share of its ceiling', () => largest((one) => one.memoryShare))
  show('chasqui_line_calls', 'Answers that the busiest process that holds lines waits for', () => largest((one) => one.calls))
  show('chasqui_line_reconnects', 'Attempts to open lost lines again, since the start', () => read().reconnects)
}

/** One line: news that wait to be stored, attempts to open it again since it is held, and what is reckoned to be its memory, where that is known. */
export type LineHealth = { channel: string; unstored: number; reconnects: number; memoryBytes: number | null }

/** Series of one process that name a channel by its id: those of so many lines, which it has held longest; the others are in the sums alone. */
const mostLinesShown = 50

/** Shows single lines whenever somebody looks. */
export const watchEachLine = ({ registry }: Metrics, read: () => LineHealth[]): void => {
  const show = (name: string, help: string, value: (one: LineHealth) => number | null): void =>
    registry.registerMetric(
      new Gauge({
        name,
        help: `${help}; of the ${mostLinesShown} lines that this process has held longest`,
        labelNames: ['channel'],
        registers: [],
        collect() {
          this.reset()
          for (const one of read().slice(0, mostLinesShown)) {
            const shown = value(one)
            if (shown !== null) this.set({ channel: one.channel }, shown)
          }
        },
      }),
    )
  show('chasqui_line_own_memory_bytes', 'What a line is reckoned to take of its process: its keys and an equal part of all else', (one) => one.memoryBytes)
  show('chasqui_line_own_unstored', 'News that a line heard and that are not stored yet', (one) => one.unstored)
  show('chasqui_line_own_reconnects', 'Attempts to open a line again, since this process holds it', (one) => one.reconnects)
}
