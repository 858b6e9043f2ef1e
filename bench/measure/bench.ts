import { availableParallelism, cpus } from 'node:os'
import { measureMillion, type MillionTimes } from './million.ts'
import { median, timesOf, type Times } from './percentiles.ts'
import { openStage, type Stage } from './stage.ts'
import { loadBareServer, sendRound, type Cost, type Round } from './traffic.ts'

export type BenchOptions = { rounds: number; messages: number; million: boolean }
export type ReplyTimes = { perSecond: number; messages: number; times: Times }
export type Results = {
  machine: { processors: number; model: string; node: string }
  acknowledged: { ratio: number; bare: { perSecond: number; times: Times }; product: { perSecond: number; times: Times; cost: Cost } }
  turns: { ratio: number; perSecond: number; cost: Cost }
  replies: ReplyTimes[]
  million: MillionTimes | null
  lost: number
  duplicated: number
}

const replyRates = [50, 200]
const secondsPerRate = 4
const bareMessages = 20_000
/** Enough for both to run compiled code: a young process needs twice the processor time. */
const warmUpMessages = 6000

type Pair = { bare: { perSecond: number; times: Times }; round: Round }

/** Yardstick and product in turn, so that a busy neighbour disturbs both alike. */
const measurePairs = async (stage: Stage, { rounds, messages }: BenchOptions, tell: (line: string) => void): Promise<Pair[]> => {
  const pairs: Pair[] = []
  for (let index = 0; index < rounds; index++) {
    const bare = await loadBareServer(stage, bareMessages)
    const round = await sendRound(stage, messages, null)
    tell(
      `round ${index + 1}: bare ${bare.perSecond.toFixed(0)}/s, acknowledged ${round.load.perSecond.toFixed(0)}/s, turns ${round.turnsPerSecond.toFixed(0)}/s`,
    )
    pairs.push({ bare, round })
  }
  return pairs
}

const middle = (times: Times[]): Times => ({
  p50: median(times.map((one) => one.p50)),
  p95: median(times.map((one) => one.p95)),
  p99: median(times.map((one) => one.p99)),
  max: Math.max(...times.map((one) => one.max)),
})
const middleCost = (costs: Cost[]): Cost => {
  const part = (name: keyof Cost) => (costs.some((cost) => cost[name] === null) ? null : median(costs.map((cost) => cost[name]!)))
  return { server: part('server'), database: part('database') }
}

const summarise = (pairs: Pair[]): Pick<Results, 'acknowledged' | 'turns'> => {
  const rounds = pairs.map((pair) => pair.round)
  return {
    acknowledged: {
      ratio: median(pairs.map(({ bare, round }) => round.load.perSecond / bare.perSecond)),
      bare: { perSecond: median(pairs.map(({ bare }) => bare.perSecond)), times: middle(pairs.map(({ bare }) => bare.times)) },
      product: {
        perSecond: median(rounds.map(({ load }) => load.perSecond)),
        times: middle(rounds.map(({ load }) => load.times)),
        cost: middleCost(rounds.map((round) => round.acknowledging)),
      },
    },
    turns: {
      ratio: median(pairs.map(({ bare, round }) => round.turnsPerSecond / bare.perSecond)),
      perSecond: median(rounds.map((round) => round.turnsPerSecond)),
      cost: middleCost(rounds.map((round) => round.turning)),
    },
  }
}

/** Measures everything in one run on this machine. Speeds are only comparable as ratios; what was lost or doubled has to be 0. */
export const bench = async (options: BenchOptions, tell: (line: string) => void): Promise<Results> => {
  const stage = await openStage()
  try {
    tell(`the product is ready after ${(stage.product.startMs / 1000).toFixed(1)} s`)
    await loadBareServer(stage, bareMessages)
    const rounds = [await sendRound(stage, warmUpMessages, null)]
    const replies: ReplyTimes[] = []
    for (const perSecond of replyRates) {
      const round = await sendRound(stage, perSecond * secondsPerRate, perSecond)
      replies.push({ perSecond, messages: round.replyMs.length, times: timesOf(round.replyMs) })
      tell(`answers at ${perSecond}/s: p50 ${timesOf(round.replyMs).p50.toFixed(1)} ms`)
      rounds.push(round)
    }
    const pairs = await measurePairs(stage, options, tell)
    rounds.push(...pairs.map((pair) => pair.round))
    const million = options.million ? await measureMillion(stage, tell) : null
    const sum = (name: 'lost' | 'duplicated') => rounds.reduce((total, round) => total + round[name], 0)
    return {
      machine: { processors: availableParallelism(), model: cpus()[0]?.model ?? '', node: process.versions.node },
      ...summarise(pairs),
      replies,
      million,
      lost: sum('lost'),
      duplicated: sum('duplicated'),
    }
  } finally {
    await stage.close()
  }
}
