import assert from 'node:assert/strict'
import { test } from 'node:test'
import { queueRoutes } from '@chasqui/contracts'
import { openCentre } from '../kit/centre.ts'
import { brokenPromises } from '../kit/centre-promises.ts'
import { startMortal } from '../kit/killed.ts'

/** So many acts are answered before the process dies. */
const actsBeforeDeath = [15, 60]

test('a process that dies in the middle of transfers leaves no conversation without an owner or a queue', async () => {
  const { the, livesAfter } = await startMortal()
  const centre = await openCentre(the)
  const { boss } = centre
  const queue = await centre.quietQueue('VIP', { capacity: 6, overflow: { to: 'queue', queueId: centre.general.id } })
  const agents = [await centre.agent({ capacity: 4 }), await centre.agent({ capacity: 4 }), await centre.agent({ capacity: 4 })]
  await Promise.all(Array.from({ length: 20 }, () => centre.number.say(centre.customer(), 'hola')))
  await the.idle()
  const ids = (await centre.conversations()).map(({ id }) => id)
  assert.equal(ids.length, 20)

  const lives = await livesAfter()
  for (const [round, enough] of actsBeforeDeath.entries()) {
    const { kill, apiOf } = await lives.begin()
    const [chief, ...hands] = [boss, ...agents].map(apiOf)
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
    assert.deepEqual(await brokenPromises(lives.admin, boss.tenantId), {}, `after death ${round + 1}`)
  }

  const last = await lives.goOn()
  await last.idle()
  assert.deepEqual(await brokenPromises(last.admin, boss.tenantId), {})
  const { rows } = await last.admin.query<{ id: string }>(`select id from conversations.conversation where tenant_id = $1 and state <> 'closed'`, [
    boss.tenantId,
  ])
  assert.deepEqual(rows.map(({ id }) => id).toSorted(), ids.toSorted(), 'none was lost')
  assert.deepEqual((await last.admin.query('select error from platform.dead_letter')).rows, [])
})
