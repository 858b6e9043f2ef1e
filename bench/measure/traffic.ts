import { setTimeout as pause } from 'node:timers/promises'
import { cpuSecondsOf, postmasterOf } from '../product/processes.ts'
import { phoneOf } from './kilobyte-webhook.ts'
import type { LoadResult } from './load.ts'
import { runLoad } from './run-load.ts'
import type { Stage } from './stage.ts'

/** Customers who write; few enough to be known after the first round, many enough that WhatsApp's limit per person is never reached. */
export const people = 1000
const connections = 64
const drainWithinMs = 120_000

/** Processor microseconds per message, of the server and of its database; null where the system does not tell. */
export type Cost = { server: number | null; database: number | null }
export type Round = {
  load: LoadResult
  /** Messages per second from the first webhook to the last answer at the provider. */ turnsPerSecond: number
  replyMs: number[]
  acknowledging: Cost
  turning: Cost
  lost: number
  duplicated: number
}

type Meter = { server: number | null; database: number | null }
const read = ({ product, dataDir }: Stage): Meter => ({ server: cpuSecondsOf([product.serverPid]), database: cpuSecondsOf([postmasterOf(dataDir) ?? 0]) })
const spent = (before: number | null, after: number | null, messages: number) =>
  before === null || after === null ? null : ((after - before) * 1e6) / messages
const costBetween = (before: Meter, after: Meter, messages: number): Cost => ({
  server: spent(before.server, after.server, messages),
  database: spent(before.database, after.database, messages),
})

/** Messages that this stage has seen so far, so that each round begins where the last one ended. */
const sentBefore = new WeakMap<Stage, number>()

const untilAnswered = async ({ standIn }: Stage, wanted: number): Promise<void> => {
  const giveUpAt = performance.now() + drainWithinMs
  while (performance.now() < giveUpAt && (await standIn.stats()).accepted < wanted) await pause(50)
}

/** Milliseconds from each message to its answer: the k-th answer to a customer belongs to the k-th message of this round. */
const matchReplies = (first: number, sentAt: number[], received: { to: string; at: number }[]): { replyMs: number[]; lost: number; duplicated: number } => {
  const answers = Map.groupBy(received, (message) => message.to)
  const replyMs: number[] = []
  let lost = 0
  for (const [index, at] of sentAt.entries()) {
    const answer = answers.get(phoneOf((first + index) % people))?.shift()
    if (answer) replyMs.push(answer.at - at)
    else lost += 1
  }
  return { replyMs, lost, duplicated: [...answers.values()].flat().length }
}

/** Sends `count` messages, at a rate or as fast as they are acknowledged, and waits until all are answered. */
export const sendRound = async (stage: Stage, count: number, perSecond: number | null): Promise<Round> => {
  const first = sentBefore.get(stage) ?? 0
  const before = read(stage)
  const load = await runLoad({
    url: stage.number.webhookUrl,
    secret: stage.number.appSecret,
    phoneNumberId: stage.number.phoneNumberId,
    run: 'bench',
    first,
    count,
    people,
    connections,
    perSecond,
  })
  const acknowledged = read(stage)
  sentBefore.set(stage, first + count)
  await untilAnswered(stage, first + count)
  const answered = read(stage)
  const received = (await stage.standIn.received()).slice(first)
  const matched = matchReplies(first, load.sentAt, received)
  const lastAt = received.reduce((latest, message) => Math.max(latest, message.at), 0)
  const refused = count - (load.answers['200'] ?? 0)
  return {
    load,
    turnsPerSecond: (count * 1000) / (lastAt - load.sentAt[0]!),
    ...matched,
    lost: matched.lost + refused,
    acknowledging: costBetween(before, acknowledged, count),
    turning: costBetween(before, answered, count),
  }
}

/** The same load on the yardstick. */
export const loadBareServer = ({ bare, number }: Stage, count: number): Promise<LoadResult> =>
  runLoad({ url: bare.url, secret: number.appSecret, phoneNumberId: number.phoneNumberId, run: 'bare', first: 0, count, people, connections, perSecond: null })
