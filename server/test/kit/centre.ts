import assert from 'node:assert/strict'
import {
  campaignRoutes,
  conversationRoutes,
  presenceRoutes,
  queueRoutes,
  type Assignment,
  type Campaign,
  type CampaignSettings,
  type Conversation,
  type Queue,
  type QueueSettings,
} from '@chasqui/contracts'
import { text } from '../doubles/graph-api/inbound.ts'
import type { Person, RunningProduct } from './product.ts'
import { connectNumber, conversationsOf, conversationWith, type Number } from './whatsapp.ts'

export type Customer = { phone: string; name: string }
type Talent = { capacity?: number; skills?: { name: string; level: number }[] }

/** A tenant with a number, a campaign on it that wants no bot, and people who answer. */
export type Centre = {
  boss: Person
  number: Number
  campaign: Campaign
  /** The default queue of the campaign. */
  general: Queue
  customer(): Customer
  says(customer: Customer, words?: string): Promise<Conversation>
  conversationOf(customer: Customer): Promise<Conversation>
  conversations(): Promise<Conversation[]>
  /** Somebody who answers, present as long as they say nothing else; `state` null: they are not here. */
  agent(talent?: Talent & { state?: 'available' | 'busy' | 'paused' | null }): Promise<Person>
  /** They go home, as if their last page were closed for a while. */
  goesHome(agent: Person): Promise<void>
  queue(settings: Partial<QueueSettings> & { name: string }): Promise<Queue>
  /** One that only what is sent there comes into. */
  quietQueue(name: string, settings?: Partial<QueueSettings>): Promise<Queue>
  change(id: string, settings: Partial<QueueSettings>): Promise<Queue>
  read(id: string): Promise<Queue>
  log(conversation: Conversation): Promise<Assignment[]>
  close(conversation: Conversation, by?: Person): Promise<unknown>
}

let customers = 0
let centres = 0

export const openCentre = async (the: RunningProduct, settings: Partial<CampaignSettings> = {}): Promise<Centre> => {
  centres += 1
  const boss = await the.addTenant(`Centro ${centres}`)
  const number = await connectNumber(the.url, boss.api)
  const campaign = await boss.api.ask(campaignRoutes.create, {
    body: { name: 'Ventas', channelIds: [number.channelId], bot: { on: false, flowId: null }, ...settings },
  })
  const general = (await boss.api.ask(queueRoutes.list)).items.find(({ isDefault }) => isDefault)!

  const standing = (userId: string, state: string) =>
    the.admin.query(
      `insert into presence.agent (tenant_id, user_id, state, reason, since) values ($1, $2, $3, case when $3 = 'paused' then 'meal' end, $4)
       on conflict (tenant_id, user_id) do update set state = excluded.state, reason = excluded.reason, left_at = null`,
      [boss.tenantId, userId, state, new Date()],
    )
  const agent: Centre['agent'] = async ({ capacity = 10, skills = [], state = 'available' } = {}) => {
    const person = await the.addMember(boss.tenantId, 'agent')
    await the.admin.query('update identity.membership set capacity = $3, skills = $4 where tenant_id = $1 and user_id = $2', [
      boss.tenantId,
      person.userId,
      capacity,
      JSON.stringify(skills),
    ])
    if (state === null) return person
    await standing(person.userId, state === 'busy' ? 'paused' : 'busy')
    await person.api.ask(presenceRoutes.set, { body: (state === 'paused' ? { state, reason: 'meal' } : { state }) as never })
    await the.idle()
    return person
  }
  const goesHome: Centre['goesHome'] = async ({ userId }) => {
    const leftAt = new Date((await the.clock.now()).getTime() - 1000)
    await the.admin.query('update presence.agent set left_at = $3 where tenant_id = $1 and user_id = $2', [boss.tenantId, userId, leftAt])
    await the.admin.query(`insert into platform.job (tenant_id, queue, key, run_at, payload) values ($1, 'due', $2, $3, $4)`, [
      boss.tenantId,
      `presence ${userId}`,
      leftAt,
      JSON.stringify({ type: 'presence_grace', userId, leftAt: leftAt.toISOString() }),
    ])
    await the.admin.query(
      `insert into platform.lane (tenant_id, queue, key, ready_at) values ($1, 'due', $2, $3) on conflict (tenant_id, queue, key) do update set ready_at = $3`,
      [boss.tenantId, `presence ${userId}`, leftAt],
    )
    await the.idle()
  }
  const conversationOf = async ({ phone }: Customer) => {
    const found = await conversationWith(boss.api, number.channelId, phone)
    assert.ok(found, `${phone} has a conversation`)
    return found
  }
  const queue: Centre['queue'] = (wanted) => boss.api.ask(queueRoutes.create, { body: { campaignId: campaign.id, ...wanted } })
  return {
    boss,
    number,
    campaign,
    general,
    customer: () => ({ phone: `549113${String((customers += 1)).padStart(7, '0')}`, name: `Ana ${customers}` }),
    says: async (customer, words = 'hola') => {
      assert.equal(await number.write(customer, [text(customer, words, { at: await the.clock.now() })]), 200)
      await the.idle()
      return conversationOf(customer)
    },
    conversationOf,
    conversations: () => conversationsOf(boss.api, number.channelId),
    agent,
    goesHome,
    queue,
    quietQueue: (name, wanted = {}) => queue({ name, entry: { keywords: ['nobody says this'] }, ...wanted }),
    change: (id, body) => boss.api.ask(queueRoutes.update, { params: { id }, body }),
    read: (id) => boss.api.ask(queueRoutes.read, { params: { id } }),
    log: async ({ id }) => (await boss.api.ask(queueRoutes.assignments, { params: { id } })).items,
    close: async ({ id }, by = boss) => {
      await by.api.ask(conversationRoutes.close, { params: { id }, body: {} })
      await the.idle()
    },
  }
}
