import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  apiKeyRoutes,
  bulkRoutes,
  campaignRoutes,
  channelRoutes,
  contactRoutes,
  conversationRoutes,
  flowRoutes,
  permissions,
  presenceRoutes,
  queueRoutes,
  replyRoutes,
  roles,
  simulatorRoutes,
  taskRoutes,
  teamRoutes,
  templateRoutes,
  tenancyRoutes,
  userRoutes,
  type Conversation,
  type Permission,
} from '@chasqui/contracts'
import { newId } from '#platform/ids'
import { openScreen, type Screen } from '../kit/screen.ts'
import { handledNames, saidNames, toldNames } from '../kit/socket-map.ts'
import { memberWith } from '../kit/own-role.ts'
import { startProduct, type Person, type RunningProduct } from '../kit/product.ts'
import { simulatorOf } from '../kit/simulator.ts'

/** Every name of the socket map for every role, roles of the tenant's own, API keys and a foreign tenant. */
let the: RunningProduct
let owner: Person
let flowId: string
let channelId: string
let ownersScreen: Screen
type Watcher = { name: string; person: Person; screen: Screen; may: (permission: Permission) => Promise<boolean> }
const watchers: Watcher[] = []
const strangers: Watcher[] = []

const watch = async (name: string, person: Person): Promise<Watcher> => {
  const { permissions: given } = await person.api.send<{ permissions: Permission[] }>('GET', '/api/auth/me').then(({ body }) => body)
  return { name, person, screen: await openScreen(the.url, person.api.token!), may: async (permission) => given.includes(permission) }
}
before(async () => {
  the = await startProduct()
  owner = the.owner
  ownersScreen = the.ownersScreen
  channelId = await simulatorOf(owner.api)
  flowId = (await owner.api.ask(flowRoutes.list)).items[0]!.id
  for (const role of roles) watchers.push(await watch(role, await the.addMember(owner.tenantId, role)))
  watchers.push(await watch('a role that only knows the organisation', await memberWith(the, owner, { permissions: ['tenant.read'] })))
  watchers.push(
    await watch(
      'a role with all but conversations',
      await memberWith(the, owner, { permissions: permissions.filter((one) => !one.startsWith('conversations.')) }),
    ),
  )
  strangers.push(await watch('the owner of a neighbour', await the.addTenant('Vecinos')))
})
after(() => [...watchers, ...strangers].forEach(({ screen }) => screen.close()))

let phones = 0
const newPhone = () => `549118900${String((phones += 1)).padStart(4, '0')}`
const write = (phone: string, text: string) => owner.api.ask(simulatorRoutes.act, { params: { channelId }, body: { from: { phone, name: 'Rosa' }, text } })
const newConversation = async (): Promise<Conversation> => {
  const phone = newPhone()
  await write(phone, 'hola')
  const { conversation } = await ownersScreen.hear('chat.new', (told) => told.conversation.contact.phone === `+${phone}`)
  await the.idle()
  return conversation
}

/** Who may hear what is about a conversation: whoever could read it by a request. Asked before and after, because hearing may be about losing it. */
const reads = async ({ person }: Watcher, { id }: Conversation): Promise<boolean> => (await person.api.send('GET', `/api/conversations/${id}`)).status === 200

type Provocation = {
  /** Makes it happen; tells what it was about. */
  cause(conversation: Conversation): Promise<unknown>
  /** `conversation`: whoever reads it; `loser`: whoever read it and does not any more; `member`: everybody of the organisation; a permission: whoever has it, and nobody is promised more; several: whoever has all of them, and nobody else. */
  audience: 'conversation' | 'loser' | 'member' | Permission | Permission[]
}
/** Everybody asks for the board; whoever may see it is told, each in their turn. */
const watchAll = async (name: string) => {
  const all = [...watchers, ...strangers]
  const before = all.map(({ screen }) => screen.heard.length)
  for (const { screen } of all) screen.socket.emit('live.watch', {})
  ownersScreen.socket.emit('live.watch', {})
  for (const [index, { screen, name: who, may }] of all.entries())
    if (await may('live.read')) await the.until(() => screen.heard.slice(before[index]).some((told) => told.name === name), `${who} hears ${name}`)
}
/** Hears nothing who may not: asked of whoever may not, too. */
const ofTheBoard = (name: string): Provocation => ({
  cause: async () => {
    await watchAll(name)
    for (const { screen, name: who, may } of watchers)
      if (!(await may('live.read'))) assert.ok(!screen.heard.some((told) => told.name.startsWith('analytics.')), `${who} hears of the board`)
  },
  audience: 'live.read',
})
/** Something that the owner has to do for the customer by tomorrow. */
const addTask = async ({ contact }: Conversation) =>
  owner.api.ask(taskRoutes.create, {
    body: { title: 'Llamar', contactId: contact.id, assigneeId: owner.userId, dueAt: new Date(Date.now() + 86_400_000).toISOString() },
  })
const on = ({ id }: Conversation) => ({ params: { id } })

/** How each is brought about. What is `private` to a connection is told to nobody else by its nature: realtime.test.ts. */
const own = ['ready', 'resync', 'session.ended', 'cursor.moved', 'limited']
const provocations: Record<string, Provocation> = {
  'chat.new': { cause: () => newConversation(), audience: 'conversation' },
  'chat.message': { cause: (one) => owner.api.ask(conversationRoutes.note, { ...on(one), body: { text: 'entre nosotros' } }), audience: 'conversation' },
  'chat.updated': { cause: (one) => owner.api.ask(conversationRoutes.tags, { ...on(one), body: { tags: [`t${newId()}`] } }), audience: 'conversation' },
  'chat.transferred': { cause: (one) => owner.api.ask(conversationRoutes.assign, { ...on(one), body: {} }), audience: 'conversation' },
  'chat.left': { cause: (one) => owner.api.ask(conversationRoutes.assign, { ...on(one), body: {} }), audience: 'loser' },
  'chat.closed': { cause: (one) => owner.api.ask(conversationRoutes.close, { ...on(one), body: {} }), audience: 'conversation' },
  'chat.removed': { cause: (one) => owner.api.send('DELETE', `/api/conversations/${one.id}`), audience: 'conversation' },
  'agent.typing': { cause: async (one) => ownersScreen.socket.emit('chat.typing', { conversationId: one.id, typing: true }), audience: 'conversation' },
  'agent.viewing': { cause: async (one) => ownersScreen.socket.emit('chat.join', { conversationId: one.id }), audience: 'conversation' },
  'contact.typing': {
    cause: (one) =>
      owner.api.ask(simulatorRoutes.act, { params: { channelId }, body: { from: { phone: one.contact.phone!.replace('+', '') }, type: 'typing' } }),
    audience: 'conversation',
  },
  'contact.updated': {
    cause: (one) => owner.api.ask(contactRoutes.update, { params: { id: one.contact.id }, body: { city: 'Rosario' } }),
    audience: 'conversation',
  },
  'task.updated': { cause: (one) => addTask(one), audience: 'conversation' },
  'task.due': {
    cause: async (one) => {
      const { id, dueAt } = await addTask(one)
      await the.admin.query(`insert into platform.job (tenant_id, queue, key, run_at, payload) values ($1, 'due', $2, '2000-01-01', $3)`, [
        owner.tenantId,
        id,
        JSON.stringify({ type: 'remind_task', taskId: id, at: dueAt }),
      ])
      await the.admin.query(`update platform.lane set ready_at = '2000-01-01' where tenant_id = $1 and queue = 'due' and key = $2`, [owner.tenantId, id])
    },
    audience: 'conversation',
  },
  'campaign.updated': { cause: () => owner.api.ask(campaignRoutes.create, { body: { name: `Campaña ${newId()}` } }), audience: 'member' },
  'channel.updated': {
    cause: () => owner.api.ask(channelRoutes.update, { params: { id: channelId }, body: { name: `Canal ${newId()}` } }),
    audience: 'member',
  },
  'flow.updated': { cause: () => owner.api.ask(flowRoutes.publish, { params: { id: flowId }, body: {} }), audience: 'member' },
  'flow.comments': { cause: () => owner.api.ask(flowRoutes.addComment, { params: { id: flowId }, body: { stepId: null, text: 'x' } }), audience: 'member' },
  'flow.editors': {
    cause: async () => {
      const open = [...watchers.map(({ screen }) => screen), ownersScreen, ...strangers.map(({ screen }) => screen)]
      for (const { socket } of open) socket.emit('flow.join', { flowId })
      for (const { screen, name: who, may } of watchers)
        if (await may('flows.read'))
          await the.until(() => screen.heard.some(({ name, message }) => name === 'flow.editors' && message.flowId === flowId), `${who} hears who edits`)
      for (const { screen, name: who, may } of watchers)
        if (!(await may('flows.read'))) assert.ok(!screen.heard.some(({ name }) => name === 'flow.editors'), `${who} hears who edits`)
      for (const { screen } of strangers) assert.ok(!JSON.stringify(screen.heard).includes(owner.userId))
    },
    audience: 'flows.read',
  },
  'member.updated': { cause: () => owner.api.ask(userRoutes.update, { params: { id: owner.userId }, body: { capacity: 7 } }), audience: 'member' },
  'agent.status': { cause: () => owner.api.ask(presenceRoutes.set, { body: { state: 'busy' } }), audience: 'member' },
  'queue.updated': {
    cause: async () => owner.api.ask(queueRoutes.update, { params: { id: (await owner.api.ask(queueRoutes.list)).items[0]!.id }, body: { priority: 60 } }),
    audience: 'member',
  },
  'analytics.agents.update': ofTheBoard('analytics.agents.update'),
  'analytics.chats.update': ofTheBoard('analytics.chats.update'),
  'analytics.queue.update': ofTheBoard('analytics.queue.update'),
  'job.progress': { cause: ({ id }) => owner.api.ask(bulkRoutes.read, { body: { ids: [id] } }), audience: ['tenant.manage', 'conversations.read'] },
  'reply.updated': {
    cause: () => owner.api.ask(replyRoutes.create, { body: { shortcut: newId().slice(-12), title: 'Saludo', text: 'Hola' } }),
    audience: 'member',
  },
  'template.updated': {
    cause: async () => {
      await the.admin.query('delete from templates.sync where channel_id = $1', [channelId])
      await the.admin.query('delete from templates.template where channel_id = $1', [channelId])
      await owner.api.ask(templateRoutes.sync, { body: { channelId } })
    },
    audience: 'member',
  },
  'team.updated': { cause: () => owner.api.ask(teamRoutes.create, { body: { name: `Equipo ${newId()}`, memberIds: [] } }), audience: 'member' },
  'simulator.screen': { cause: (one) => write(one.contact.phone!.replace('+', ''), 'otra vez'), audience: 'simulator.use' },
  'audit.grew': { cause: () => owner.api.ask(tenancyRoutes.updateBusiness, { body: { welcomed: true } }), audience: 'member' },
}

test('every name that a browser may be told is brought about below, so that a new one is asked about from its first day', () => {
  assert.ok(toldNames.length >= 19, toldNames.join())
  assert.deepEqual(
    toldNames.filter((name) => !own.includes(name) && !provocations[name]),
    [],
    'teach provocations how these are brought about, and who may hear them',
  )
})

/** Everything that was told before it has arrived when this has: told last, to everybody, in the order of events. */
const settle = async (): Promise<void> => {
  await the.idle()
  const [mine, theirs] = [newId(), newId()]
  const { id } = await owner.api.ask(teamRoutes.create, { body: { name: mine, memberIds: [] } })
  const foreign = await strangers[0]!.person.api.ask(teamRoutes.create, { body: { name: theirs, memberIds: [] } })
  await Promise.all([
    ...watchers.map(({ screen }) => screen.hear('team.updated', ({ teamId }) => teamId === id)),
    ...strangers.map(({ screen }) => screen.hear('team.updated', ({ teamId }) => teamId === foreign.id)),
  ])
}

for (const name of toldNames.filter((one) => !own.includes(one))) {
  test(`${name} is heard by whoever may, by nobody else, and never by a neighbour`, async () => {
    const { cause, audience } = provocations[name]!
    const conversation = await newConversation()
    await settle()
    const before = new Map<Watcher, { count: number; could: boolean }>()
    for (const watcher of [...watchers, ...strangers]) before.set(watcher, { count: watcher.screen.heard.length, could: await reads(watcher, conversation) })
    const hearers = audience === 'loser' ? watchers.map(({ screen }) => screen) : [ownersScreen]
    const seen = hearers.map(({ heard }) => heard.length)
    await cause(conversation)
    await the.until(() => hearers.some(({ heard }, index) => heard.slice(seen[index]).some((told) => told.name === name)), `somebody hears ${name}`)
    await settle()

    for (const watcher of watchers) {
      const { count, could } = before.get(watcher)!
      const heard = watcher.screen.heard.slice(count).some((told) => told.name === name)
      const can = await reads(watcher, conversation)
      if (audience === 'loser') assert.equal(heard, could && !can, watcher.name)
      else if (audience === 'member') assert.ok(heard, `${watcher.name} belongs to the organisation and heard nothing`)
      else if (audience === 'conversation') {
        // What is about a conversation that is gone by now was for those who could read it.
        if (could && (can || name === 'chat.removed')) assert.ok(heard, `${watcher.name} may read the conversation and heard nothing`)
        if (!could && !can) assert.ok(!heard, `${watcher.name} may not read the conversation and heard ${name}`)
      } else if (Array.isArray(audience)) {
        const has = await Promise.all(audience.map((permission) => watcher.may(permission)))
        assert.equal(heard, has.every(Boolean), watcher.name)
      } else if (await watcher.may(audience)) assert.ok(heard, `${watcher.name} has ${audience} and heard nothing`)
    }
    for (const { name: who, screen } of strangers) {
      const told = JSON.stringify(screen.heard)
      for (const trace of [conversation.id, conversation.contact.id, channelId, owner.userId, owner.tenantId])
        assert.ok(!told.includes(trace), `${who}: ${trace}`)
    }
  })
}

test('the server listens to what is declared and to nothing else', () => assert.deepEqual(handledNames.toSorted(), saidNames.toSorted()))

/** What each word of a browser leads to when it may say it, as the owner sees it. Empty `before`: nothing has to be so first. */
type Effect = { before?: string; seen(conversation: Conversation, userId: string, since: number): Promise<boolean> | boolean }
const told = (since: number) => ownersScreen.heard.slice(since)
const effects: Record<string, Effect> = {
  'chat.typing': {
    seen: ({ id }, userId, since) =>
      told(since).some(({ name, message }) => name === 'agent.typing' && message.conversationId === id && message.userId === userId),
  },
  'chat.join': {
    seen: ({ id }, userId, since) =>
      told(since).some(
        ({ name, message }) => name === 'agent.viewing' && message.conversationId === id && message.viewers.some((viewer) => viewer.userId === userId),
      ),
  },
  'chat.leave': {
    before: 'chat.join',
    seen: ({ id }, userId, since) =>
      told(since).some(
        ({ name, message }) => name === 'agent.viewing' && message.conversationId === id && !message.viewers.some((viewer) => viewer.userId === userId),
      ),
  },
  'chat.read': { seen: async ({ id }) => (await owner.api.ask(conversationRoutes.read, { params: { id } })).unread === 0 },
}

/** Nothing of these is about a conversation: who may watch the board or edit flows, and what they are told, is asked above and in editing.test.ts. */
const aboutNoConversation = ['live.watch', 'live.leave', 'flow.join', 'flow.leave', 'flow.hold']

test('every word that a browser may say is tried below', () => {
  assert.deepEqual(
    saidNames.filter((name) => !effects[name] && !aboutNoConversation.includes(name)),
    [],
    'teach effects what these lead to',
  )
})

for (const name of saidNames.filter((one) => !aboutNoConversation.includes(one))) {
  test(`${name} has its effect for whoever reads the conversation, and none for others and neighbours`, async () => {
    const { before: first, seen } = effects[name]!
    for (const watcher of [...watchers, ...strangers]) {
      const conversation = await newConversation()
      const { socket } = watcher.screen
      const [may, { userId }] = [await reads(watcher, conversation), watcher.person]
      const started = ownersScreen.heard.length
      if (first) socket.emit(first, { conversationId: conversation.id })
      if (first && may) await the.until(() => effects[first]!.seen(conversation, userId, started), `${watcher.name} ${first}`)
      const since = ownersScreen.heard.length
      socket.emit(name, { conversationId: conversation.id, typing: true })
      if (may) {
        await the.until(() => seen(conversation, userId, since), `${watcher.name}: ${name} has its effect`)
        continue
      }
      // Nothing answers a word that has no effect: by the time all of this has come back it has long been heard.
      await settle()
      await watcher.person.api.send('GET', '/api/auth/me')
      assert.ok(!(await seen(conversation, userId, since)), `${watcher.name}: ${name} had an effect`)
    }
  })
}

test('no API key opens a socket, whatever it may do by requests', async () => {
  const { secret } = await owner.api.ask(apiKeyRoutes.create, { body: { name: 'Programa', scopes: [...permissions] } })
  for (const token of [secret, `Bearer ${secret}`]) await assert.rejects(openScreen(the.url, token), /unauthenticated/)
})
