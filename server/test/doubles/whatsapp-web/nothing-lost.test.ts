import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { createUntil } from '../../kit/until.ts'
import { openDurableSide } from './durable-side.ts'
import type { ProductActs } from './product-process.ts'
import { startRemote } from './remote.ts'
import { startWhatsAppWeb, type WhatsAppWeb } from './start.ts'

const until = createUntil(() => () => {})
const business = '5491150000001'
const customers = ['5491122334455', '5491122334466', '5491122334477']

/** Small, and the same in every run of the same seed. */
const chances = (seed: number) => () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return seed / 2_147_483_648
}

describe('nothing lost and nothing twice, whoever is killed', () => {
  let sandbox: WhatsAppWeb
  let folder: string
  let side: ReturnType<typeof openDurableSide>
  let product: Awaited<ReturnType<typeof start>>
  const start = () => startRemote<ProductActs, null>(join(import.meta.dirname, 'product-process.ts'), JSON.stringify(sandbox.where), join(folder, 'side'))
  const waiting = async () => (await sandbox.network.person(business)).companions.flatMap((companion) => companion.waiting)

  before(async () => {
    sandbox = await startWhatsAppWeb()
    folder = await mkdtemp(join(tmpdir(), 'nothing-lost-'))
    side = openDurableSide(join(folder, 'side'))
    product = await start()
    await product.acts.start('one')
    const state = await until(async () => {
      const now = await product.acts.state('one')
      return now?.state === 'qr' && now
    }, 'a QR')
    await sandbox.network.scan(state.qr, business)
    await until(async () => (await product.acts.state('one'))?.state === 'connected', 'linked')
  })
  after(async () => {
    await product.stop()
    await sandbox.stop()
    await rm(folder, { recursive: true })
  })

  const killEngine = async (): Promise<void> => {
    for (const pid of await product.acts.processes()) {
      try {
        process.kill(pid, 'SIGKILL')
      } catch {
        // It fell already.
      }
    }
  }
  const killProduct = async (): Promise<void> => {
    await product.kill()
    product = await start()
    await product.acts.start('one')
  }

  for (const [who, kill] of [
    ['the engine', killEngine],
    ['the product', killProduct],
  ] as const) {
    test(`${who} is killed under traffic`, async () => {
      const chance = chances(7)
      const said: string[] = []
      const group = await sandbox.network.makeGroup([...customers, business], 'Vecinos')
      for (let round = 0; round < 4; round++) {
        // Some arrive while nobody listens and wait at the network, some cannot be read at first, some are typed on the handset; in between people talk in a group.
        for (let count = 0; count < 12; count++) {
          const customer = customers[count % 3]!
          const text = { conversation: `${who} ${round} ${count}` }
          const addressing = chance() < 0.5 ? 'lid' : 'pn'
          said.push(
            chance() < 0.2
              ? await sandbox.network.typeOnHandset(business, customer, text, { addressing })
              : await sandbox.network.say(customer, business, text, { addressing, garbled: chance() < 0.15 }),
          )
          if (chance() < 0.2) await sandbox.network.sayInGroup(customer, group, text)
          if (count === Math.floor(chance() * 12)) await kill()
        }
        await until(async () => (await product.acts.state('one'))?.state === 'connected', 'connected again')
      }
      const missing = (): string[] => {
        const heard = new Map(side.items().map(({ event, payload }) => [event, payload]))
        return said.filter((id) => !heard.get(`message:${id}`)?.includes(who))
      }
      await until(() => missing().length === 0, `all of it heard, not ${missing().join(' ')}`)
      await until(async () => (await waiting()).length === 0, 'all of it acknowledged')
      assert.deepEqual(side.items().filter(({ different }) => different > 0), []) // prettier-ignore
      await until(() => side.keys('arrival').length === 0, 'nothing kept of what is stored elsewhere')
    })
  }
})
