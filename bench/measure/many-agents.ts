import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { addAgents } from './add-agent.ts'
import { timesOf, type Times } from './percentiles.ts'
import type { ScreensOrder, ScreensResult } from './screens.ts'
import { signInAs } from '../product/api.ts'
import { openStage, type Stage } from './stage.ts'
import { writeAtRate } from './write-at-rate.ts'

export type AgentTimes = {
  agents: number
  perSecond: number
  messages: number
  /** From the webhook's departure until a screen has the message, over all screens and messages. */ toScreen: Times
  /** Until the last of the screens has it. */ toLastScreen: Times
  /** Messages that some screen never had. */ missing: number
  away: { screens: number; seconds: number; untilBack: Times; loadedAnew: number; differing: string[] }
}

const agents = 100
const cut = 10
const perSecond = 50
const secondsOfLoad = 20
const secondsAway = 60

/** The process with the screens, and a way to give it an order and hear its answer. */
const startScreens = async (order: ScreensOrder) => {
  const child = spawn(process.execPath, ['--max-semi-space-size=64', join(import.meta.dirname, 'screens.ts'), JSON.stringify(order)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const hear = async <Answer>(): Promise<Answer> => {
    const { value, done } = await lines.next()
    if (done) throw new Error('the screens ended early')
    return JSON.parse(value) as Answer
  }
  await hear<{ open: number }>()
  const ask = <Answer>(line: 'cut' | 'back' | 'end'): Promise<Answer> => {
    child.stdin.write(`${line}\n`)
    return hear<Answer>()
  }
  return { ask, ended: once(child, 'exit') }
}

const write = async (stage: Stage, run: string, seconds: number): Promise<Map<string, number>> =>
  writeAtRate(stage.number, { run, perSecond, seconds, people: 500 })

/** Waits until every answer of the flow is at the provider, so that nothing moves any more. */
const untilAnswered = async ({ standIn }: Stage, wanted: number): Promise<void> => {
  const giveUpAt = performance.now() + 120_000
  while (performance.now() < giveUpAt && (await standIn.stats()).accepted < wanted) await pause(50)
  // The receipts of the last answers come back after them.
  await pause(3000)
}

/** A hundred people with the inbox open while 50 customers' messages arrive per second, each answered by a flow; ten of them without network for a minute. */
export const measureAgents = async (tell: (line: string) => void): Promise<AgentTimes> => {
  await using opened = new AsyncDisposableStack()
  const stage = await openStage({ TRUST_PROXY: 'loopback' })
  opened.defer(() => stage.close())
  const people = await addAgents(stage.dataDir, agents)
  const tokens: string[] = []
  for (const [index, who] of people.entries()) tokens.push(await signInAs(stage.product.url, who, `203.0.113.${index}`))
  const screens = await startScreens({ url: stage.product.url, tokens, cut })
  tell(`${agents} people are connected`)
  await write(stage, 'warm', 5)
  const sent = await write(stage, 'told', secondsOfLoad)
  let total = perSecond * (5 + secondsOfLoad)
  await untilAnswered(stage, total)
  tell(`${cut} of them lose the network for ${secondsAway} s`)
  await screens.ask('cut')
  await write(stage, 'away', secondsAway)
  total += perSecond * secondsAway
  const back = await screens.ask<{ took: number[]; resyncs: number }>('back')
  await untilAnswered(stage, total)
  const { heardAt, differing, compared } = await screens.ask<ScreensResult>('end')
  await screens.ended

  const toScreen: number[] = []
  const toLast: number[] = []
  let missing = 0
  for (const [text, at] of sent) {
    const heard = (heardAt[text] ?? []).map((then) => then - at)
    if (heard.length < agents) missing += 1
    toScreen.push(...heard)
    toLast.push(Math.max(...heard))
  }
  return {
    agents,
    perSecond,
    messages: sent.size,
    toScreen: timesOf(toScreen),
    toLastScreen: timesOf(toLast),
    missing,
    away: { screens: compared, seconds: secondsAway, untilBack: timesOf(back.took), loadedAnew: back.resyncs, differing },
  }
}
