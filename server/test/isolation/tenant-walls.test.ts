import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import {
  apiKeyRoutes,
  bulkRoutes,
  campaignRoutes,
  channelRoutes,
  closingRoutes,
  contactRoutes,
  conversationRoutes,
  fileRoutes,
  flowRoutes,
  flowSecretRoutes,
  invitationRoutes,
  liveRoutes,
  queueRoutes,
  replyRoutes,
  roleRoutes,
  scheduledRoutes,
  simulatorRoutes,
  taskRoutes,
  teamRoutes,
  viewRoutes,
  type Conversation,
} from '@chasqui/contracts'
import { newId } from '#platform/ids'
import { besideFacebook, signInAtFacebook } from '../kit/facebook-login.ts'
import { absentId, addressWith, everyRoute, idsInBody, soundBody } from '../kit/route-table.ts'
import { openScreen, type Screen } from '../kit/screen.ts'
import { startProduct, type Person, type RunningProduct } from '../kit/product.ts'
import { upload } from '../kit/upload.ts'
import { threadOf } from '../kit/whatsapp.ts'

/** Two tenants on one product. Whatever one knows of the other's ids, each answer is that of something that does not exist. */
let the: RunningProduct
let ana: Person
let eva: Person
type Things = {
  conversation: string
  message: string
  contact: string
  channel: string
  flow: string
  flowSecret: string
  file: string
  outbox: string
  deadLetter: string
  tag: string
  user: string
  key: string
  role: string
  phone: string
  team: string
  campaign: string
  reason: string
  reply: string
  ownReply: string
  queue: string
  view: string
  sharedView: string
  wallLink: string
  invitation: string
  job: string
  scheduled: string
  identity: string
  session: string
  number: string
  run: string
  test: string
  comment: string
  signIn: string
  task: string
  version: string
}
let anas: Things
let evas: Things

const someNumber = () => ({ phoneNumberId: newId(), businessAccountId: newId(), accessToken: newId(), appSecret: newId(), verifyToken: newId() })

/** One of everything that has an id, in this person's tenant. */
const furnish = async (person: Person, phone: string): Promise<Things> => {
  const { api, tenantId } = person
  const first = async (path: string) => (await api.send<{ items: { id: string; kind?: string }[] }>('GET', path)).body.items
  const channel = (await first('/api/channels')).find(({ kind }) => kind === 'simulator')!.id
  await api.ask(simulatorRoutes.act, {
    params: { channelId: channel },
    body: { from: { phone, name: `Cliente de ${tenantId}` }, text: `secreto${tenantId.slice(-6)}` },
  })
  await the.idle()
  const conversation = (await api.ask(conversationRoutes.list, { query: { channelId: channel, limit: 200 } })).items.find(
    (one: Conversation) => one.contact.phone === `+${phone}`,
  )!
  const thread = await threadOf(api, conversation.id)
  await api.ask(conversationRoutes.tags, { params: { id: conversation.id }, body: { tags: [`tag-${tenantId.slice(-6)}`] } })
  const file = (await upload(api, { bytes: `bytes of ${tenantId}` })).body.id
  const deadLetter = newId()
  await the.admin.query(
    `insert into platform.dead_letter (tenant_id, id, queue, key, payload, error, attempts, failed_at) values ($1, $2, 'nowhere', 'k', '{}', 'x', 8, now())`,
    [tenantId, deadLetter],
  )
  await api.ask(flowRoutes.createHook, { params: { id: (await first('/api/flows'))[0]!.id } })
  return {
    conversation: conversation.id,
    message: thread.find((message) => message.direction === 'in')!.id,
    scheduled: (await api.ask(scheduledRoutes.create, { params: { id: conversation.id }, body: soundBody(scheduledRoutes.create) as never })).id,
    contact: conversation.contact.id,
    identity: (await api.ask(contactRoutes.read, { params: { id: conversation.contact.id } })).identities[0]!.id,
    channel,
    phone,
    file,
    deadLetter,
    user: person.userId,
    job: (await api.ask(bulkRoutes.read, { body: { ids: [conversation.id] } })).id,
    session: (await the.admin.query<{ id: string }>('select id from identity.session where user_id = $1 and ended_at is null', [person.userId])).rows[0]!.id,
    number: (await api.ask(channelRoutes.create, { body: { kind: 'whatsapp-cloud', name: `Número ${tenantId}`, settings: someNumber() } })).id,
    team: (await api.ask(teamRoutes.create, { body: { name: `Equipo ${tenantId}`, memberIds: [person.userId] } })).id,
    campaign: (await api.ask(campaignRoutes.create, { body: { name: `Campaña ${tenantId}` } })).id,
    reason: (await api.ask(closingRoutes.createReason, { body: { name: `Motivo ${tenantId}` } })).id,
    reply: (await api.ask(replyRoutes.create, { body: { shortcut: 'hola', title: `Respuesta ${tenantId}`, text: 'Hola' } })).id,
    ownReply: (await api.ask(replyRoutes.createOwn, { body: { shortcut: 'chau', title: `Respuesta ${tenantId}`, text: 'Chau' } })).id,
    queue: (await api.ask(queueRoutes.list)).items[0]!.id,
    view: (await api.ask(viewRoutes.create, { body: { name: `Vista ${tenantId}`, shows: { view: 'all', tab: 'open', sort: 'newest' } } })).id,
    sharedView: (await api.ask(viewRoutes.createShared, { body: { name: `Vista ${tenantId}`, shows: { view: 'all', tab: 'open', sort: 'newest' } } })).id,
    wallLink: (await api.ask(liveRoutes.createWallLink, { body: { name: `Sala ${tenantId}` } })).id,
    invitation: (await api.ask(invitationRoutes.create, { body: { email: `x-${newId()}@example.com`, role: 'agent' } })).id,
    role: (await api.ask(roleRoutes.create, { body: { name: `Rol ${tenantId}`, permissions: ['tenant.read'] } })).id,
    key: (await api.ask(apiKeyRoutes.create, { body: { name: 'Programa', scopes: ['tenant.read'] } })).key.id,
    flow: (await first('/api/flows'))[0]!.id,
    flowSecret: (await api.ask(flowSecretRoutes.create, { body: { name: 'key', value: `secret of ${tenantId}` } })).id,
    run: (await first(`/api/flows/${(await first('/api/flows'))[0]!.id}/runs`))[0]!.id,
    version: (await first(`/api/flows/${(await first('/api/flows'))[0]!.id}/versions`))[0]!.id,
    test: (await api.ask(flowRoutes.addTest, { params: { id: (await first('/api/flows'))[0]!.id }, body: soundBody(flowRoutes.addTest) as never })).id,
    comment: (await api.ask(flowRoutes.addComment, { params: { id: (await first('/api/flows'))[0]!.id }, body: { stepId: null, text: '¿Y los sábados?' } })).id,
    task: (await api.ask(taskRoutes.create, { body: { title: `Llamar a ${tenantId}`, contactId: conversation.contact.id } })).id,
    signIn: (await signInAtFacebook(the.url, api, 'messenger'))['signIn']!,
    outbox: (await first('/api/queue'))[0]!.id,
    tag: (await first('/api/tags')).at(-1)!.id,
  }
}
before(async () => {
  the = await startProduct({ env: (await besideFacebook()).env })
  ana = the.owner
  eva = await the.addTenant('Vecinos')
  anas = await furnish(ana, '5491170000001')
  evas = await furnish(eva, '5491170000002')
})
after(() => the.stop())

/** What the parameters of a path are ids of. */
const paramsOf = (path: string, things: Things): Record<string, string> => {
  const noun = path.split('/')[2]!
  const id = {
    conversations: things.conversation,
    contacts: things.contact,
    channels: things.channel,
    sessions: things.channel,
    integrations: things.channel,
    flows: things.flow,
    'flow-runs': things.run,
    'flow-secrets': things.flowSecret,
    files: things.file,
    queue: things.outbox,
    'dead-letters': things.deadLetter,
    users: things.user,
    auth: things.session,
    tasks: things.task,
    teams: things.team,
    campaigns: things.campaign,
    queues: things.queue,
    'closing-reasons': things.reason,
    replies: path.includes('/own/') ? things.ownReply : things.reply,
    live: things.wallLink,
    inbox: path.includes('/shared-views/') ? things.sharedView : things.view,
    invitations: things.invitation,
    jobs: things.job,
    'api-keys': things.key,
    roles: things.role,
  }[noun]
  return {
    ...(id && { id }),
    channelId: things.channel,
    sessionId: things.channel,
    chatId: things.contact,
    messageId: things.message,
    scheduledId: things.scheduled,
    identityId: things.identity,
    version: '1',
    testId: things.test,
    commentId: things.comment,
    reference: things.signIn,
    userId: things.user,
    phone: things.phone,
  }
}
const withIds = everyRoute.filter((route) => route.path.includes('/:') && route.permission !== 'public' && route.permission !== 'host')
const call = async (person: Person, route: (typeof everyRoute)[number], params: Record<string, string>, body = soundBody(route)) => {
  const { status, text } = await person.api.send(route.method, addressWith(route, params), body)
  return { status, text: text.replace(/"requestId":"[^"]*"/, '') }
}

test('the table has routes with ids, and they are the ones that the product serves', async () => {
  assert.ok(withIds.length >= 40, `${withIds.length} routes`)
  const { body } = await the.anybody.send<{ paths: Record<string, Record<string, unknown>> }>('GET', '/api/openapi.json')
  const served = Object.entries(body.paths)
    .flatMap(([path, item]) => Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`))
    .filter((name) => !/ \/api\/(webhooks?\/|openapi\.json$)/.test(name))
  assert.deepEqual(
    everyRoute.map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`).toSorted(),
    served.filter((name) => name.includes(' /api/')).toSorted(),
  )
})

test('each id in an address stands for a real thing of the other tenant, so that a new route is asked about one from its first day', () => {
  for (const route of withIds)
    for (const [, name] of route.path.matchAll(/:(\w+)/g)) {
      const given = paramsOf(route.path, evas)[name!]
      assert.ok(given && given !== absentId, `${route.id}: teach paramsOf and furnish what :${name} is`)
    }
})

test('the ids are real: their own tenant reads them', async () => {
  for (const route of withIds.filter(({ method }) => method === 'GET')) assert.equal((await call(ana, route, paramsOf(route.path, anas))).status, 200, route.id)
})

test("every operation answers a neighbour's id as it answers nobody's", async () => {
  const foreign = { ...evas }
  for (const route of withIds) {
    const [theirs, nobodys] = [await call(ana, route, paramsOf(route.path, foreign)), await call(ana, route, {})]
    assert.equal(theirs.status, 404, `${route.id} ${theirs.text}`)
    // A phone is a number and no id: the one of nobody is a phone that has not been used.
    if (route.path.includes('/phones/:phone')) continue
    assert.deepEqual(theirs, nobodys, route.id)
  }
  for (const route of withIds) assert.equal((await call(eva, route, paramsOf(route.path, anas))).status, 404, route.id)
})

test("a neighbour's message in one's own conversation does not exist", async () => {
  for (const route of everyRoute.filter(({ path }) => path.includes(':messageId'))) {
    const mixed = (messageId: string) => call(ana, route, { id: anas.conversation, messageId })
    assert.deepEqual([(await mixed(evas.message)).status, await mixed(evas.message)], [404, await mixed(absentId)], route.id)
  }
})

test("a neighbour's address at one's own contact does not exist", async () => {
  for (const route of everyRoute.filter(({ path }) => path.includes(':identityId'))) {
    const mixed = (identityId: string) => call(ana, route, { id: anas.contact, identityId })
    assert.deepEqual([(await mixed(evas.identity)).status, await mixed(evas.identity)], [404, await mixed(absentId)], route.id)
  }
})

test("a neighbour's plan in one's own conversation does not exist", async () => {
  for (const route of everyRoute.filter(({ path }) => path.includes(':scheduledId'))) {
    const mixed = (scheduledId: string) => call(ana, route, { id: anas.conversation, scheduledId })
    assert.deepEqual([(await mixed(evas.scheduled)).status, await mixed(evas.scheduled)], [404, await mixed(absentId)], route.id)
  }
})

const manyAtOnce = everyRoute.filter(({ path }) => path.startsWith('/api/conversations/bulk/'))
/** What a list of conversations is narrowed by. */
const filterIds = ['assigneeId', 'campaignId', 'channelId', 'contactId', 'queueId', 'tagId']

test('each id that a body takes is asked about below, or names nothing of a tenant', () => {
  const asked = [
    'campaigns.create agents[].userId',
    'campaigns.create bot.flowId',
    'campaigns.create channelIds[]',
    'campaigns.create closed.flowId',
    'campaigns.create teamIds[]',
    'campaigns.update agents[].userId',
    'campaigns.update bot.flowId',
    'campaigns.update channelIds[]',
    'campaigns.update closed.flowId',
    'campaigns.update teamIds[]',
    'channels.create flowId',
    'channels.update flowId',
    'closingReasons.create queueId',
    'closingReasons.update queueId',
    'conduct.update survey.campaigns[].campaignId',
    'conversations.close reasonId',
    'conversations.create channelId',
    'conversations.create contactId',
    'conversations.merge conversationId',
    'conversations.unmerge conversationId',
    'conversations.send content.file.fileId',
    'conversations.send content.header.file.fileId',
    'conversations.send replyToMessageId',
    'conversations.send quickReplyId',
    'conversations.note mentions[]',
    'conversations.assign userId',
    'conversations.transfer back.campaignId',
    'conversations.transfer back.queueId',
    'conversations.transfer back.userId',
    'conversations.transfer campaignId',
    'conversations.transfer flowId',
    'conversations.transfer queueId',
    'conversations.transfer userId',
    'jobs.assign userId',
    'jobs.close reasonId',
    ...manyAtOnce.flatMap(({ id }) => ['ids[]', ...filterIds.map((name) => `matching.${name}`)].map((path) => `${id} ${path}`)),
    'flowTests.run ids[]',
    'flowTests.run version',
    'live.createWallLink campaignId',
    'queues.create agentIds[]',
    'queues.create campaignId',
    'queues.create entry.channelIds[]',
    'queues.create entry.tagIds[]',
    'queues.create overflow.flowId',
    'queues.create overflow.queueId',
    'queues.create teamIds[]',
    'queues.try campaignId',
    'queues.try channelId',
    'queues.try contactId',
    'queues.try tagIds[]',
    'queues.update agentIds[]',
    'queues.update entry.channelIds[]',
    'queues.update entry.tagIds[]',
    'queues.update overflow.flowId',
    'queues.update overflow.queueId',
    'queues.update teamIds[]',
    'replies.create fileIds[]',
    'replies.create queueId',
    'replies.createOwn fileIds[]',
    'replies.import queueId',
    'replies.update fileIds[]',
    'replies.update queueId',
    'replies.updateOwn fileIds[]',
    'sessions.create flowId',
    'sessions.send content.file.fileId',
    'sessions.send content.header.file.fileId',
    'scheduled.create content.file.fileId',
    'scheduled.create content.header.file.fileId',
    'scheduled.create replyToMessageId',
    'scheduled.update content.file.fileId',
    'scheduled.update content.header.file.fileId',
    'scheduled.update replyToMessageId',
    'simulator.act fileId',
    'tasks.create assigneeId',
    'tasks.create contactId',
    'tasks.create conversationId',
    'tasks.update assigneeId',
    'templates.sync channelId',
    'teams.create memberIds[]',
    'teams.update memberIds[]',
  ]
  // One of the person's own organisations: identity-tenants.test.ts. A member of the organisation named by the address, for the host: impersonation.test.ts.
  // Behind a sign-in at the vendor: channel-sign-in.test.ts.
  const elsewhere = ['auth.refresh tenantId', 'tenants.impersonate userId', 'channelSignIns.connect flowId']
  // What a list is narrowed by is compared with what the person sees, and never followed.
  const compared = ['views.create', 'views.update', 'sharedViews.create', 'sharedViews.update'].flatMap((id) =>
    ['channelId', 'queueId', 'campaignId', 'assigneeId', 'tagId'].map((field) => `${id} shows.${field}`),
  )
  // A draft may name places and flows that are not there; publishing refuses them: flow-triggers.test.ts, flow-ab-tests.test.ts.
  const drafted = ['flows.create definition', 'flows.update definition', 'flows.update settings'].flatMap((where) => [
    ...['campaignIds[]', 'channelId', 'channelIds[]'].map((field) => `${where}.triggers[].${field}`),
    `${where}.abTest.against[].flow`,
  ])
  assert.deepEqual(everyRoute.flatMap(idsInBody).toSorted(), [...asked, ...elsewhere, ...compared, ...drafted].toSorted())
})

test("a neighbour's id within a body is as unknown as nobody's", async () => {
  const everyNobody = { flow: absentId, channel: absentId, user: absentId, team: absentId }
  const inEvas = { channel: evas.channel, queue: evas.queue, tag: evas.tag, team: evas.team, user: evas.user }
  const inNobodys = { channel: absentId, queue: absentId, tag: absentId, team: absentId, user: absentId }
  const cases: [string, Record<string, string>, Parameters<typeof soundBody>[1], Parameters<typeof soundBody>[1]][] = [
    ['campaigns.create', {}, { flow: evas.flow, channel: evas.channel, user: evas.user, team: evas.team }, everyNobody],
    ['campaigns.update', { id: anas.campaign }, { flow: evas.flow, channel: evas.channel, user: evas.user, team: evas.team }, everyNobody],
    ['channels.create', {}, { flow: evas.flow }, { flow: absentId }],
    ['channels.update', { id: anas.channel }, { flow: evas.flow }, { flow: absentId }],
    ['conversations.create', {}, { channel: evas.channel, contact: anas.contact }, { contact: anas.contact }],
    ['conversations.create', {}, { channel: anas.channel, contact: evas.contact }, { channel: anas.channel }],
    ['conversations.send', { id: anas.conversation }, { file: evas.file }, { file: absentId }],
    ['scheduled.create', { id: anas.conversation }, { file: evas.file }, { file: absentId }],
    ['conversations.assign', { id: anas.conversation }, { user: evas.user }, { user: absentId }],
    ['conversations.transfer', { id: anas.conversation }, { user: evas.user }, { user: absentId }],
    ['conversations.transfer', { id: anas.conversation }, { queue: evas.queue }, { queue: absentId }],
    ['conversations.transfer', { id: anas.conversation }, { campaign: evas.campaign }, { campaign: absentId }],
    ['conversations.transfer', { id: anas.conversation }, { flow: evas.flow }, { flow: absentId }],
    ['conversations.note', { id: anas.conversation }, { user: evas.user }, { user: absentId }],
    ['conversations.close', { id: anas.conversation }, { reason: evas.reason }, { reason: absentId }],
    ['conversations.merge', { id: anas.conversation }, { conversation: evas.conversation }, { conversation: absentId }],
    ['conversations.unmerge', { id: anas.conversation }, { conversation: evas.conversation }, { conversation: absentId }],
    ['closingReasons.create', {}, { queue: evas.queue }, { queue: absentId }],
    ['closingReasons.update', { id: anas.reason }, { queue: evas.queue }, { queue: absentId }],
    ['conduct.update', {}, { campaign: evas.campaign }, { campaign: absentId }],
    ...manyAtOnce.map(({ id }): (typeof cases)[number] => [id, {}, { conversation: evas.conversation }, { conversation: absentId }]),
    ['jobs.assign', {}, { conversation: anas.conversation, user: evas.user }, { conversation: anas.conversation, user: absentId }],
    ['jobs.close', {}, { conversation: anas.conversation, reason: evas.reason }, { conversation: anas.conversation, reason: absentId }],
    ['flowTests.run', { id: anas.flow }, { test: evas.test }, { test: absentId }],
    ['flowTests.run', { id: anas.flow }, { version: evas.version }, { version: absentId }],
    ['live.createWallLink', {}, { campaign: evas.campaign }, { campaign: absentId }],
    ['queues.create', {}, { campaign: evas.campaign }, { campaign: absentId }],
    ['queues.create', {}, { ...inEvas, campaign: anas.campaign }, { ...inNobodys, campaign: anas.campaign }],
    ['queues.create', {}, { campaign: anas.campaign, flow: evas.flow }, { campaign: anas.campaign, flow: absentId }],
    ['queues.update', { id: anas.queue }, inEvas, inNobodys],
    ['queues.update', { id: anas.queue }, { flow: evas.flow }, { flow: absentId }],
    ['queues.try', {}, { campaign: evas.campaign }, { campaign: absentId }],
    ['sessions.create', {}, { flow: evas.flow }, { flow: absentId }],
    ['sessions.send', { id: anas.channel }, { file: evas.file }, { file: absentId }],
    ['queues.try', {}, { channel: evas.channel }, { channel: absentId }],
    ['replies.create', {}, { file: evas.file }, { file: absentId }],
    ['replies.create', {}, { queue: evas.queue }, { queue: absentId }],
    ['replies.createOwn', {}, { file: evas.file }, { file: absentId }],
    ['replies.update', { id: anas.reply }, { file: evas.file }, { file: absentId }],
    ['replies.update', { id: anas.reply }, { queue: evas.queue }, { queue: absentId }],
    ['replies.updateOwn', { id: anas.ownReply }, { file: evas.file }, { file: absentId }],
    ['replies.import', {}, { queue: evas.queue }, { queue: absentId }],
    ['tasks.create', {}, { contact: evas.contact }, { contact: absentId }],
    ['tasks.create', {}, { contact: anas.contact, conversation: evas.conversation }, { contact: anas.contact, conversation: absentId }],
    ['tasks.create', {}, { contact: anas.contact, user: evas.user }, { contact: anas.contact, user: absentId }],
    ['tasks.update', { id: anas.task }, { user: evas.user }, { user: absentId }],
    ['templates.sync', {}, { channel: evas.channel }, { channel: absentId }],
    ['teams.create', {}, { user: evas.user }, { user: absentId }],
    ['teams.update', { id: anas.team }, { user: evas.user }, { user: absentId }],
    ['simulator.act', { channelId: anas.channel }, { file: evas.file }, { file: absentId }],
  ]
  for (const [id, params, foreign, nobodys] of cases) {
    const route = everyRoute.find((one) => one.id === id)!
    const answer = await call(ana, route, params, soundBody(route, foreign))
    assert.ok([404, 422].includes(answer.status), `${id} ${answer.status} ${answer.text}`)
    assert.deepEqual(answer, await call(ana, route, params, soundBody(route, nobodys)), id)
  }
  const theirsBy: Record<string, string> = {
    assigneeId: evas.user,
    campaignId: evas.campaign,
    channelId: evas.channel,
    contactId: evas.contact,
    queueId: evas.queue,
    tagId: evas.tag,
  }
  for (const name of filterIds) {
    const matching = async (value: string) => (await ana.api.refused(422, bulkRoutes.read, { body: { matching: { [name]: value } } })).code
    assert.deepEqual([await matching(theirsBy[name]!), await matching(absentId)], ['job.nothing', 'job.nothing'], name)
  }
  for (const [method, path] of [
    ['POST', '/api/teams'],
    ['PATCH', `/api/teams/${anas.team}`],
  ] as const) {
    const gather = async (memberId: string) => (await ana.api.send(method, path, { name: 'Equipo', memberIds: [memberId] })).body
    const [theirs, nobodys] = [await gather(evas.user), await gather(absentId)]
    assert.ok([404, 422].includes(theirs.status), JSON.stringify(theirs))
    assert.deepEqual({ ...theirs, requestId: '' }, { ...nobodys, requestId: '' }, path)
  }
  // A list narrowed by what is a neighbour's is as empty as one narrowed by nobody's.
  const narrowed = async (things: Record<string, string>) => {
    const { status, text } = await ana.api.send('GET', `/api/conversations?${new URLSearchParams(things)}`)
    return { status, text }
  }
  for (const [field, id] of Object.entries({ channelId: evas.channel, queueId: evas.queue, campaignId: evas.campaign, assigneeId: evas.user, tagId: evas.tag }))
    assert.deepEqual(await narrowed({ [field]: id }), await narrowed({ [field]: absentId }), field)
  // Whose words a sample has may be said to be anybody's: it looks for what they had here.
  const tried = async (contactId: string, tagId: string) => {
    const { status, text } = await ana.api.send('POST', '/api/queues/try', { campaignId: anas.campaign, contactId, tagIds: [tagId] })
    return { status, text }
  }
  assert.deepEqual(await tried(evas.contact, evas.tag), await tried(absentId, absentId))
  // A transfer is taken back to what is here alone.
  const takenBack = async (place: Record<string, string>) => {
    const back = { userId: null, queueId: null, campaignId: null, ...place }
    const { status, body } = await ana.api.send<{ code: string }>('POST', `/api/conversations/${anas.conversation}/transfer`, { back })
    return { status, body: { ...body, requestId: '' } }
  }
  for (const [field, id] of Object.entries({ userId: evas.user, queueId: evas.queue, campaignId: evas.campaign })) {
    const answer = await takenBack({ [field]: id })
    assert.equal(answer.status, 422, field)
    assert.deepEqual(answer, await takenBack({ [field]: absentId }), field)
  }
  const framed = async (fileId: string) => {
    const header = { type: 'image', file: { fileId, state: 'stored', mime: 'image/png', name: null, size: 1 } }
    const content = { type: 'buttons', body: 'x', header, buttons: [{ id: 'a', title: 'A' }] }
    const { status, text } = await ana.api.send('POST', `/api/conversations/${anas.conversation}/messages`, { content })
    return { status, text: text.replace(/"requestId":"[^"]*"/, '') }
  }
  assert.deepEqual(await framed(evas.file), await framed(absentId))
  assert.match((await framed(evas.file)).text, /file\.unknown/)
  // One that is not here is not counted, and nothing else.
  const saidWith = async (quickReplyId: string) =>
    (await ana.api.send('POST', `/api/conversations/${anas.conversation}/messages`, { content: 'x', quickReplyId })).status
  assert.deepEqual([await saidWith(evas.reply), await saidWith(absentId)], [201, 201])
  assert.equal((await eva.api.ask(replyRoutes.list, { query: {} })).items.find(({ id }) => id === evas.reply)?.uses, 0)
  const reply = (replyToMessageId: string) => ana.api.send('POST', `/api/conversations/${anas.conversation}/messages`, { content: 'x', replyToMessageId })
  assert.deepEqual([(await reply(evas.message)).status, (await reply(absentId)).status], [404, 404])
  const plans = `/api/conversations/${anas.conversation}/scheduled`
  const at = new Date((await the.clock.now()).getTime() + 3_600_000).toISOString()
  for (const replyToMessageId of [evas.message, absentId]) {
    assert.equal((await ana.api.send('POST', plans, { content: { type: 'text', text: 'x' }, at, replyToMessageId })).status, 404)
    assert.equal((await ana.api.send('PATCH', `${plans}/${anas.scheduled}`, { at, replyToMessageId })).status, 404)
  }
})

describe('lists', () => {
  const lists = everyRoute.filter(
    (route) => route.method === 'GET' && !route.path.includes(':') && route.permission !== 'public' && route.permission !== 'host',
  )
  const traces = (things: Things, tenantId: string) => [...Object.values(things), tenantId, `secreto${tenantId.slice(-6)}`]

  test("show nothing of the neighbour's, whole or filtered by its ids", async () => {
    assert.ok(lists.length >= 14)
    const filters = [
      '',
      `limit=200`,
      `channelId=${evas.channel}`,
      `contactId=${evas.contact}`,
      `assigneeId=${evas.user}`,
      `tagId=${evas.tag}`,
      `conversationId=${evas.conversation}`,
      `cursor=${evas.contact}`,
      `q=${evas.phone}`,
      `q=secreto${eva.tenantId.slice(-6)}`,
    ]
    for (const route of lists) {
      for (const filter of route.query ? filters : ['']) {
        const query = route.id === 'conversations.search' && !filter.startsWith('q=') ? `q=secreto&${filter}` : filter
        const { status, text } = await ana.api.send('GET', `${route.path}?${query}`)
        assert.ok(status === 200 || (status === 422 && filter.startsWith('cursor=')), `${route.id} ${query} ${text}`)
        for (const trace of traces(evas, eva.tenantId)) assert.ok(!text.includes(trace), `${route.id}?${query} shows ${trace}`)
      }
    }
  })

  test('and do show what is one’s own, so that the test above looks at something', async () => {
    const shown = await Promise.all(
      lists.map(async (route) => (await eva.api.send('GET', `${route.path}${route.id === 'conversations.search' ? `?q=secreto` : ''}`)).text),
    )
    for (const [name, trace] of Object.entries(evas))
      if (!['message', 'phone', 'run', 'test', 'comment', 'signIn'].includes(name))
        assert.ok(
          shown.some((text) => text.includes(trace)),
          name,
        )
  })
})

test('a signed address opens its own file only', async () => {
  const urlOf = async (person: Person, id: string) => new URL((await person.api.ask(fileRoutes.read, { params: { id } })).url, the.url)
  const [mine, theirs] = [await urlOf(ana, anas.file), await urlOf(eva, evas.file)]
  assert.equal(await (await fetch(theirs)).text(), `bytes of ${eva.tenantId}`)
  mine.pathname = theirs.pathname
  assert.equal((await fetch(mine)).status, 404)
  assert.equal((await fetch(`${the.url}/api/files/${evas.file}/content`)).status, 422)
})

describe('sockets', () => {
  let evasScreen: Screen
  let anasScreen: Screen
  before(async () => {
    evasScreen = await openScreen(the.url, eva.api.token!)
    anasScreen = await openScreen(the.url, ana.api.token!)
  })
  after(() => {
    evasScreen.close()
    anasScreen.close()
  })

  test("a neighbour hears nothing of one's messages, notes, typing, channels and phones", async () => {
    const clients = anasScreen.heard.length
    await ana.api.ask(simulatorRoutes.act, { params: { channelId: anas.channel }, body: { from: { phone: anas.phone }, text: 'otra vez' } })
    await ana.api.ask(conversationRoutes.note, { params: { id: anas.conversation }, body: { text: 'nota interna' } })
    await ana.api.send('PATCH', `/api/channels/${anas.channel}`, { name: 'Renombrado' })
    await ana.api.send('PATCH', `/api/contacts/${anas.contact}`, { city: 'Rosario' })
    anasScreen.socket.emit('chat.join', { conversationId: anas.conversation })
    anasScreen.socket.emit('chat.typing', { conversationId: anas.conversation, typing: true })
    await anasScreen.hear('chat.message', ({ message }) => message.direction === 'note')
    await anasScreen.hear('channel.updated')
    await anasScreen.hear('contact.updated')
    await anasScreen.hear('agent.typing')
    assert.ok(anasScreen.heard.length > clients + 4)
    // Eva's own news are the last thing that could have been told after all that.
    await eva.api.ask(conversationRoutes.note, { params: { id: evas.conversation }, body: { text: 'propia' } })
    await evasScreen.hear('chat.message', ({ message }) => message.direction === 'note')
    const told = JSON.stringify(evasScreen.heard)
    for (const trace of [anas.conversation, anas.channel, anas.contact, anas.phone, ana.userId, 'nota interna']) assert.ok(!told.includes(trace), trace)
  })

  test("looking at, typing in or reading a neighbour's conversation does nothing there", async () => {
    const before = await ana.api.ask(conversationRoutes.markUnread, { params: { id: anas.conversation } })
    const count = anasScreen.heard.length
    for (const name of ['chat.join', 'chat.typing', 'chat.read', 'chat.leave'] as const)
      evasScreen.socket.emit(name, { conversationId: anas.conversation, typing: true })
    for (const junk of [null, 7, 'x', [], { conversationId: 5 }, { conversationId: "'; drop" }, undefined])
      for (const name of ['chat.join', 'chat.typing', 'chat.read']) evasScreen.socket.emit(name, junk)
    evasScreen.socket.emit('chat.typing', { conversationId: evas.conversation, typing: true })
    await evasScreen.hear('agent.typing', ({ conversationId }) => conversationId === evas.conversation)
    await the.idle()
    assert.equal((await ana.api.ask(conversationRoutes.read, { params: { id: anas.conversation } })).unread, before.unread)
    assert.ok(!JSON.stringify(anasScreen.heard.slice(count)).includes(eva.userId))
  })
})
