import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import fc from 'fast-check'
import { newId } from '#platform/ids'
import { nodeLockClass } from '#platform/lanes/node'
import { silentLog } from '#platform/log'
import type { Connection } from '../src/modules/channels/directory.ts'
import { createListeners } from '../src/modules/channels/listening/listeners.ts'
import { createOwnership, holdOwnership, Overtaken, type OwnershipOfNode } from '../src/modules/channels/listening/ownership.ts'
import { createUntil } from './kit/until.ts'
import { openPlatform, type PlatformStage } from './platform-setup.ts'

/** Nodes that share the channels which are listened to: the fuller ones are asked, one channel after the other. */
let stage: PlatformStage
let tenantId: string
type Peer = OwnershipOfNode & { id: string }
const peers: Peer[] = []

before(async () => {
  stage = await openPlatform(() => new Date())
  tenantId = newId()
  await stage.admin.query(`insert into tenancy.tenant (tenant_id, slug, name, created_at, updated_at) values ($1, 'shared', 'T', now(), now())`, [tenantId])
  for (let peer = 0; peer < 4; peer++) peers.push(await makePeer())
})
after(() => stage.close())
beforeEach(() => empty())

/** A node that lives, as its lock shows. */
const makePeer = async (): Promise<Peer> => {
  const id = newId()
  await stage.admin.query('select pg_advisory_lock_shared($1, $2)', [nodeLockClass, Number.parseInt(id.slice(-8), 16) | 0])
  return { id, ...createOwnership({ database: stage.database, node: id }) }
}
const empty = async (): Promise<void> => {
  await stage.admin.query('delete from channels.owner')
  await stage.admin.query('delete from channels.channel')
}
const addChannels = (count: number, state = 'connected') =>
  stage.admin.query(
    `insert into channels.channel (tenant_id, id, kind, name, state, state_since, created_at, updated_at)
     select $1, gen_random_uuid(), 'telegram', 'T', $3, now(), now(), now() from generate_series(1, $2)`,
    [tenantId, count, state],
  )
const claim = (peer: Peer) => peer.claim(['telegram'], 1000)
const ask = (peer: Peer) => peer.askForOne(['telegram'])
const ownedBy = async (node: string) =>
  (
    await stage.admin.query<{ tenantId: string; channelId: string; fence: number }>(
      'select tenant_id as "tenantId", channel_id as "channelId", fence::int from channels.owner where node = $1 order by channel_id',
      [node],
    )
  ).rows
/** What the owner of a channel does that another node asked for. */
const letGo = async (channelId: string): Promise<void> => {
  const owner = (await stage.admin.query<{ node: string }>('select node from channels.owner where channel_id = $1', [channelId])).rows[0]!.node
  const peer = peers.find(({ id }) => id === owner)!
  const asked = (await peer.prolong(await ownedBy(owner))).filter((one) => one.asked)
  assert.deepEqual(asked.map((one) => one.channelId), [channelId]) // prettier-ignore
  await peer.release((await ownedBy(owner)).filter((one) => one.channelId === channelId))
}

describe('channels of nodes that come and go', () => {
  test('however they lie, nodes that ask become alike within one, and then nobody asks any more', async () => {
    const shares = fc.array(fc.nat(6), { minLength: 2, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(shares, fc.infiniteStream(fc.nat(3)), async (shares, whose) => {
        await empty()
        for (const [index, count] of shares.entries()) {
          await addChannels(count)
          await claim(peers[index]!)
        }
        const total = shares.reduce((sum, count) => sum + count, 0)
        const present = peers.slice(0, shares.length)
        /** The first one, from a chance place on, that asks for something. */
        const someAsk = async (from: number): Promise<{ asker: Peer; channelId: string } | null> => {
          for (let step = 0; step < present.length; step++) {
            const asker = present[(from + step) % present.length]!
            const channelId = await ask(asker)
            if (channelId !== null) return { asker, channelId }
          }
          return null
        }
        let moves = 0
        for (const from of whose) {
          const asked = await someAsk(from)
          if (asked === null) break
          await letGo(asked.channelId)
          assert.deepEqual((await claim(asked.asker)).map((one) => one.channelId), [asked.channelId]) // prettier-ignore
          moves += 1
          assert.ok(moves <= total, 'there is an end to it')
        }
        const counts = await Promise.all(present.map(async ({ id }) => (await ownedBy(id)).length))
        assert.ok(Math.max(...counts) - Math.min(...counts) <= 1, `${counts}`)
      }),
      { numRuns: 8 },
    )
  })

  test('one channel is asked for at a time; it is nobody else’s, and what its old owner still hears is not stored', async () => {
    const [old, young, other] = peers as [Peer, Peer, Peer]
    await addChannels(4)
    await claim(old)
    const channelId = (await ask(young))!
    assert.equal(await ask(young), null)
    const before = (await ownedBy(old.id)).find((one) => one.channelId === channelId)!
    assert.deepEqual(await claim(young), [], 'not before it was let go')
    await letGo(channelId)
    assert.deepEqual([await claim(other), await claim(old)], [[], []])
    const [taken] = await claim(young)
    assert.deepEqual([taken!.channelId, taken!.fence], [channelId, before.fence + 1])
    await assert.rejects(
      stage.database.asSystem((client) => holdOwnership(client, old.id, before, { at: 'late' })),
      Overtaken,
    )
  })

  test('what is not connected is left where it is, and what nobody comes for is anybody’s after a while', async () => {
    const [old, young, other] = peers as [Peer, Peer, Peer]
    await addChannels(4, 'connecting')
    await claim(old)
    assert.equal(await ask(young), null)
    await stage.admin.query(`update channels.channel set state = 'connected'`)
    const channelId = (await ask(young))!
    await letGo(channelId)
    await stage.admin.query(`update channels.owner set asked_until = now() - interval '1 second' where channel_id = $1`, [channelId])
    assert.deepEqual((await claim(other)).map((one) => one.channelId), [channelId]) // prettier-ignore
  })
})

/** What listens in a process, to channels that say nothing. */
const listenAs = ({ id: node }: Peer) => {
  const listen = ({ signal }: { signal: AbortSignal }) =>
    new Promise<{ end: 'stopped' }>((resolve) => signal.addEventListener('abort', () => resolve({ end: 'stopped' })))
  const adapter = { kind: 'telegram', listen }
  const ports = { ...stage, log: silentLog(), adapters: { telegram: adapter }, listening: { node, count: () => {}, ended: () => {} } }
  const find = async (id: string) => ({ id, tenantId, kind: 'telegram', state: 'connecting', adapter, account: {} }) as unknown as Connection
  return createListeners(
    ports as unknown as Parameters<typeof createListeners>[0],
    { find, forget: () => {} } as unknown as Parameters<typeof createListeners>[1],
  )
}

test('many channels that are nobody’s are shared by the nodes that are there, whichever finds them first', async () => {
  const until = createUntil((ring) => stage.hints.onChanged('channel', ring))
  const [one, other] = peers as [Peer, Peer]
  const [first, second] = [listenAs(one), listenAs(other)]
  first.start()
  await until(async () => (await ownedBy(one.id)).length === 0 && first.isOn(), 'it has nothing to do')
  // Those that are not connected are not asked for afterwards: however they lie, they stay.
  await addChannels(40, 'connecting')
  second.start()
  const counts = await until(async () => {
    const found = [(await ownedBy(one.id)).length, (await ownedBy(other.id)).length] as const
    return found[0] + found[1] === 40 && found
  }, 'all are taken')
  await Promise.all([first.stop(), second.stop()])
  assert.ok(Math.min(...counts) >= 10, `${counts}`)
})
