import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { queueRoutes } from '@chasqui/contracts'
import { startGraphApi, type GraphApi } from '../doubles/graph-api/server.ts'
import { createApi } from '../kit/api.ts'
import { openCentre } from '../kit/centre.ts'
import { brokenPromises } from '../kit/centre-promises.ts'
import { startProductProcess } from '../kit/product-process.ts'
import { startProduct } from '../kit/product.ts'
import { keys } from '../kit/settings.ts'

let graph: GraphApi
before(async () => {
  graph = await startGraphApi()
})
after(() => graph.close())

/** So many acts are answered before the process dies. */
const actsBeforeDeath = [15, 60]

test('a process that dies in the middle of transfers leaves no conversation without an owner or a queue', async () => {
  const env = { GRAPH_API_URL: graph.url, TRUST_PROXY: '127.0.0.1' }
  const first = await startProduct({ env })
  const centre = await openCentre(first)
  const { boss } = centre
  const queue = await centre.quietQueue('VIP', { capacity: 6, overflow: { to: 'queue', queueId: centre.general.id } })
  const agents = [await centre.agent({ capacity: 4 }), await centre.agent({ capacity: 4 }), await centre.agent({ capacity: 4 })]
  await Promise.all(Array.from({ length: 20 }, () => centre.number.say(centre.customer(), 'hola')))
  await first.idle()
  const ids = (await centre.conversations()).map(({ id }) => id)
  assert.equal(ids.length, 20)
  const { adminUrl, dataDir } = first
  await first.stop()

  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  for (const [round, enough] of actsBeforeDeath.entries()) {
    const { url, kill } = await startProductProcess({ adminUrl, dataDir, graphUrl: graph.url, keys })
    const [chief, ...hands] = [boss, ...agents].map(({ api }) => createApi(url, api.token))
    let answered = 0
    const died = new Promise<void>((resolve) => {
      const note = (status: number) => {
        if (status < 500 && ++answered === enough) resolve(kill())
      }
      const acts = Array.from({ length: 300 }, (_, index) => {
        const id = ids[(index * 7 + round) % ids.length]!
        const hand = hands[index % hands.length]!
        const act =
          index % 4 === 0
            ? hand.send('POST', queueRoutes.takeNext.path)
            : chief!.send(
                'POST',
                `/api/conversations/${id}/transfer`,
                [{ queueId: queue.id }, { campaignId: centre.campaign.id }, { userId: agents[index % agents.length]!.userId, note: 'Ojo' }][index % 3],
              )
        return act.then(({ status }) => note(status)).catch(() => {})
      })
      void Promise.all(acts).then(() => resolve(kill()))
    })
    await died
    assert.ok(answered >= enough, `${answered} acts were answered`)
    assert.deepEqual(await brokenPromises(admin, boss.tenantId), {}, `after death ${round + 1}`)
  }
  await admin.end()

  const second = await startProduct({ env, adminUrl, dataDir })
  await second.idle()
  assert.deepEqual(await brokenPromises(second.admin, boss.tenantId), {})
  const { rows } = await second.admin.query<{ id: string }>(`select id from conversations.conversation where tenant_id = $1 and state <> 'closed'`, [
    boss.tenantId,
  ])
  assert.deepEqual(rows.map(({ id }) => id).toSorted(), ids.toSorted(), 'none was lost')
  assert.deepEqual((await second.admin.query('select error from platform.dead_letter')).rows, [])
  await second.stop()
})
