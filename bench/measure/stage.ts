import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openApi, type Api } from '../product/api.ts'
import { connectNumber, publishEchoFlow, type ConnectedNumber } from '../product/connect-number.ts'
import { freePort } from '../product/free-port.ts'
import { startProduct, type RunningProduct } from '../product/start-product.ts'
import { startGraph, type StandIn } from '../stand-in/start-graph.ts'
import { startBareServer, type BareServer } from './run-load.ts'

/** Everything that is measured, running: the product on a database of its own, the stand-in for the provider, and the yardstick. */
export type Stage = { dataDir: string; product: RunningProduct; api: Api; number: ConnectedNumber; standIn: StandIn; bare: BareServer; close(): Promise<void> }

/** Short, like a real answer; which message it answers is told by the order, which is kept per customer. */
const answerText = 'Gracias, {{contact.name}}. Le respondemos enseguida.'

export const openStage = async (environment: Record<string, string> = {}): Promise<Stage> => {
  await using opened = new AsyncDisposableStack()
  const dataDir = mkdtempSync(join(tmpdir(), 'chasqui-bench-'))
  opened.defer(() => rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }))
  const standIn = await startGraph({ lostAnswers: 0, seed: 1 })
  opened.defer(() => standIn.stop())
  const product = await startProduct({ dataDir, port: await freePort(), graphUrl: standIn.url, environment: { LOG_LEVEL: 'warn', ...environment } })
  opened.defer(() => product.stop())
  const api = await openApi(product.url)
  const number = await connectNumber(api, product.url, '106000000000001', await publishEchoFlow(api, answerText))
  const bare = await startBareServer(number.appSecret)
  opened.defer(() => bare.stop())
  const held = opened.move()
  return { dataDir, product, api, number, standIn, bare, close: () => held.disposeAsync() }
}
