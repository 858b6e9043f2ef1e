import type { Results } from './bench.ts'
import type { Times } from './percentiles.ts'
import type { Cost } from './traffic.ts'

/** What the product has to reach, and what it should. Times in milliseconds, shares of the yardstick as ratios. */
const goals = { acknowledged: 0.3, acknowledgedStretch: 0.45, acknowledgedP99: 250, turns: 400, turnsStretch: 1200, listP95: 50, searchP95: 150 }

const ms = (value: number): string => (value < 10 ? value.toFixed(1) : value.toFixed(0))
const times = ({ p50, p99 }: Times): string => `p50 ${ms(p50)} ms, p99 ${ms(p99)} ms`
const row = (name: string, figure: string, note: string): string => `  ${name.padEnd(38)}${figure.padStart(10)}   ${note}`
const cost = ({ server, database }: Cost): string =>
  server === null || database === null ? '' : `; processor: server ${server.toFixed(0)} µs, database ${database.toFixed(0)} µs each`
const against = (value: number, goal: number, stretch: number): string =>
  `goal ${goal} ${value >= goal ? 'met' : 'MISSED'}, stretch ${stretch}${value >= stretch ? ' met' : ''}`

const screenRows = (screens: Record<string, Times>, goal: number): string[] =>
  Object.entries(screens).map(([name, { p50, p95, max }]) =>
    row(name, `${ms(p50)} ms`, `p95 ${ms(p95)} ms, max ${ms(max)} ms; goal p95 ${goal} ms ${p95 <= goal ? 'met' : 'MISSED'}`),
  )

const millionRows = ({ million }: Results): string[] => {
  if (!million) return ['  (with --with-million: inbox and search among a million messages)']
  const { lists, searches, whole } = million
  return [
    row(
      'messages, conversations',
      `${million.ownMessages}`,
      `in ${million.ownConversations} of one tenant, ${million.messages} in ${million.tenants} tenants; filled in ${million.fillSeconds.toFixed(0)} s; over HTTP with sign-in and row-level security`,
    ),
    ...screenRows(lists, goals.listP95),
    ...screenRows(searches, goals.searchP95),
    row('search of every message', `${whole.seconds.toFixed(1)} s`, `“${whole.words}” in ${whole.pages} pages, one after the other`),
  ]
}

export const tableOf = (results: Results): string => {
  const {
    acknowledged: { ratio, bare, product },
    turns,
    replies,
    machine,
  } = results
  return [
    '',
    `  ${machine.processors} processors (${machine.model}), Node ${machine.node}; load, product, database and provider share them`,
    '',
    row('bare HTTP + HMAC, 1 KB', '1.00', `${bare.perSecond.toFixed(0)}/s, ${times(bare.times)}`),
    row('acknowledged durable webhooks', ratio.toFixed(2), `${product.perSecond.toFixed(0)}/s, ${times(product.times)}${cost(product.cost)}`),
    row(
      '',
      '',
      `${against(Number(ratio.toFixed(2)), goals.acknowledged, goals.acknowledgedStretch)}; p99 below ${goals.acknowledgedP99} ms ${product.times.p99 < goals.acknowledgedP99 ? 'met' : 'MISSED'}`,
    ),
    row(
      'full turns at saturation',
      turns.ratio.toFixed(3),
      `${turns.perSecond.toFixed(0)}/s: webhook in, flow step, answer at the provider${cost(turns.cost)}`,
    ),
    row('', '', against(Math.round(turns.perSecond), goals.turns, goals.turnsStretch)),
    ...replies.map((reply) =>
      row(
        `webhook to answer at ${reply.perSecond}/s`,
        `${ms(reply.times.p50)} ms`,
        `p99 ${ms(reply.times.p99)} ms, max ${ms(reply.times.max)} ms, ${reply.messages} messages`,
      ),
    ),
    '',
    ...millionRows(results),
    '',
    `lost ${results.lost}  duplicated ${results.duplicated}`,
  ].join('\n')
}
