import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRandom } from '../../server/test/doubles/graph-api/random.ts'
import { openApi, type Api } from '../product/api.ts'
import { commitCarelessly } from '../product/careless-commits.ts'
import { connectNumber, publishEchoFlow, type ConnectedNumber } from '../product/connect-number.ts'
import { freePort } from '../product/free-port.ts'
import { startGraph, type StandIn } from '../stand-in/start-graph.ts'
import { collect } from './collect.ts'
import { count, type Verdict } from './count.ts'
import { disturb, planStrikes } from './disturb.ts'
import { writeFirstMessages } from './fresh-people.ts'
import { keepRunning, type Keeper } from './keeper.ts'
import type { ProveOptions } from './options.ts'
import { planMessages, type PlannedMessage } from './plan.ts'
import { untilQuiet } from './quiet.ts'
import type { RunFacts } from './report.ts'
import { writeAll } from './write.ts'

export type Proof = { verdict: Verdict; facts: RunFacts }
type Stage = { options: ProveOptions; random: () => number; keeper: Keeper; api: Api; standIn: StandIn; numbers: ConnectedNumber[]; tell(line: string): void }

/** Receipts of the first number arrive, doubled and in any order; the second has none, so that its lost answers stay uncertain. */
const connect = async (api: Api, productUrl: string, standIn: StandIn): Promise<ConnectedNumber[]> => {
  const flowId = await publishEchoFlow(api)
  const numbers = [await connectNumber(api, productUrl, '106000000000001', flowId), await connectNumber(api, productUrl, '106000000000002', flowId)]
  const { phoneNumberId, webhookUrl, appSecret } = numbers[0]!
  await standIn.setCallbacks({ [phoneNumberId]: { url: webhookUrl, appSecret, duplicate: 0.05, reorder: true } })
  return numbers
}

/** The planted loss: one message in the middle counts as acknowledged, and nobody gets it. */
const swallowerOf = ({ options, random }: Stage): ((message: PlannedMessage) => boolean) => {
  let toSwallow = options.plant === 'lost' ? Math.floor(random() * options.messages) : -1
  return () => toSwallow-- === 0
}

/** The planted duplicate: the provider gets one message again, as from a product that sends blindly. */
const sendOneAgain = async ({ standIn }: Stage): Promise<void> => {
  const [message] = await standIn.received()
  if (message)
    await standIn.take(message.phoneNumberId, {
      messaging_product: 'whatsapp',
      to: message.to,
      type: 'text',
      text: { body: message.text },
      biz_opaque_callback_data: message.clientRef,
    })
}

const writeUnderFire = async (stage: Stage): Promise<{ sent: PlannedMessage[]; kills: RunFacts['kills']; posts: number; retries: number; repeats: number }> => {
  const { options, random, keeper, numbers } = stage
  const byPerson = planMessages(options.messages, numbers)
  const sent: PlannedMessage[] = []
  const kills: RunFacts['kills'] = {}
  const before = (await stage.standIn.stats()).accepted
  const disturbing = disturb(planStrikes({ ...options, random }), {
    keeper,
    random,
    progress: async () => (sent.length + (await stage.standIn.stats()).accepted - before) / (2 * options.messages),
    tell: ({ victim }) => {
      kills[victim] = (kills[victim] ?? 0) + 1
      stage.tell(`${sent.length} acknowledged, kill: ${victim}`)
    },
  })
  const [counts] = await Promise.all([
    writeAll(byPerson, { random, repeated: 0.02, swallows: swallowerOf(stage), onAcknowledged: (messages) => void sent.push(...messages) }),
    disturbing,
  ])
  return { sent, kills, ...counts }
}

const perform = async (stage: Stage): Promise<Omit<Proof, 'facts'> & { facts: Omit<RunFacts, 'seconds' | 'seed'> }> => {
  const { options, keeper, api, standIn, numbers, tell } = stage
  const fresh = await writeFirstMessages(numbers)
  tell(`${fresh.length} first messages of new people acknowledged`)
  const { sent, ...written } = await writeUnderFire(stage)
  tell('everything is acknowledged and every kill is done; waiting until nothing moves')
  if (options.plant === 'duplicate') await sendOneAgain(stage)
  const becameQuiet = await untilQuiet(api, standIn, options.quietWithinMs)
  tell('counting')
  const [shown, received, stats] = [
    await collect(
      api,
      numbers.map((number) => number.channelId),
    ),
    await standIn.received(),
    await standIn.stats(),
  ]
  const verdict = count({ sent: [...fresh, ...sent], shown, received, withReceipts: new Set([numbers[0]!.channelId]) })
  const freshConversations = shown.conversations.filter((conversation) => conversation.profileName.startsWith('fresh')).length
  return {
    verdict,
    facts: {
      ...written,
      starts: keeper.starts(),
      slowestStartMs: keeper.slowestStartMs(),
      statusRetries: stats.statusRetries,
      becameQuiet,
      fresh: `${freshConversations} of the 20 people who wrote ${fresh.length} first messages at once`,
    },
  }
}

/** Runs the whole proof in a data folder of its own. `tell` gets a line per event worth watching. */
export const prove = async (options: ProveOptions, tell: (line: string) => void): Promise<Proof> => {
  const startedAt = performance.now()
  const random = createRandom(options.seed)
  await using opened = new AsyncDisposableStack()
  const dataDir = mkdtempSync(join(tmpdir(), 'chasqui-prove-'))
  if (options.keep) tell(`data folder ${dataDir}`)
  else opened.defer(() => rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }))
  const standIn = await startGraph({ lostAnswers: options.lostAnswers, seed: options.seed })
  opened.defer(() => standIn.stop())
  const port = await freePort()
  const keeper = await keepRunning({ dataDir, port, graphUrl: standIn.url, environment: { LOG_LEVEL: 'warn' } }, random)
  opened.defer(() => keeper.stop())
  if (options.plant === 'unwritten') commitCarelessly(dataDir)
  const url = `http://127.0.0.1:${port}`
  const api = await openApi(url)
  const { verdict, facts } = await perform({ options, random, keeper, api, standIn, numbers: await connect(api, url, standIn), tell })
  return { verdict, facts: { ...facts, seconds: (performance.now() - startedAt) / 1000, seed: options.seed } }
}
