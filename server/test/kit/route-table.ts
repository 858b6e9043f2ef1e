import * as contracts from '@chasqui/contracts'
import type { RouteContract } from '@chasqui/contracts'
import { z } from 'zod'
import { newId } from '#platform/ids'

const isRoute = (value: unknown): value is RouteContract =>
  typeof value === 'object' && value !== null && 'permission' in value && 'path' in value && 'method' in value

/** Every operation that the contracts declare. */
export const everyRoute: RouteContract[] = Object.entries(contracts)
  .filter(([name]) => name.endsWith('Routes'))
  .flatMap(([, group]) => Object.values(group as Record<string, unknown>).filter(isRoute))

export const absentId = '0198c0de-0000-7000-8000-00000000dead'

type Shape = { format?: string; properties?: Record<string, Shape>; items?: Shape; anyOf?: Shape[]; oneOf?: Shape[]; allOf?: Shape[]; $ref?: string }

const idPaths = (shape: Shape, definitions: Record<string, Shape>, path: string, seen: readonly string[]): string[] => {
  if (shape.$ref) {
    const name = shape.$ref.split('/').at(-1)!
    return seen.includes(name) || !definitions[name] ? [] : idPaths(definitions[name], definitions, path, [...seen, name])
  }
  const go = (inner: Shape, at: string) => idPaths(inner, definitions, at, seen)
  return [
    ...(shape.format === 'uuid' && path !== '' ? [path] : []),
    ...Object.entries(shape.properties ?? {}).flatMap(([name, inner]) => go(inner, path ? `${path}.${name}` : name)),
    ...(shape.items ? go(shape.items, `${path}[]`) : []),
    ...[...(shape.anyOf ?? []), ...(shape.oneOf ?? []), ...(shape.allOf ?? [])].flatMap((inner) => go(inner, path)),
  ]
}

/** Where a body takes an id, as `route.id field.path`, read from its schema: each of them is a place for a foreign one. */
export const idsInBody = (route: RouteContract): string[] => {
  if (route.body === null) return []
  const schema = z.toJSONSchema(route.body, { io: 'input', unrepresentable: 'any' }) as Shape & { $defs?: Record<string, Shape> }
  return [...new Set(idPaths(schema, schema.$defs ?? {}, '', []))].map((path) => `${route.id} ${path}`)
}

/** What whoever looks at who is answered, and not at the form, asks for: the pages of a PDF take half a second of a processor. */
export const lightSearch = ({ id }: RouteContract): string => needed[id] ?? ''

/** Searches without which an operation asks for more, or takes long. */
const needed: Record<string, string> = {
  'conversations.export': 'format=txt',
  'flows.dropOffConversations': 'step=menu',
  'flows.arms': 'step=menu&goalStep=menu',
}

/** A concrete address: each parameter by its value, or an id that nobody has. */
export const addressWith = (route: RouteContract, params: Record<string, string> = {}, search = lightSearch(route)): string =>
  route.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? absentId)) + (search && `?${search}`)

type KnownIds = Partial<
  Record<'campaign' | 'channel' | 'contact' | 'conversation' | 'file' | 'flow' | 'queue' | 'reason' | 'tag' | 'team' | 'test' | 'user' | 'version', string>
>

const inCampaign = ({ channel, flow, team, user }: KnownIds) => ({
  ...(channel && { channelIds: [channel] }),
  ...(flow && { bot: { on: true, flowId: flow }, closed: { do: 'flow', flowId: flow } }),
  ...(user && { agents: [{ userId: user, rank: 1 }] }),
  ...(team && { teamIds: [team] }),
})

const inQueue = ({ channel, flow, queue, tag, team, user }: KnownIds) => ({
  ...((channel || tag) && { entry: { ...(channel && { channelIds: [channel] }), ...(tag && { tagIds: [tag] }) } }),
  ...(flow && { overflow: { to: 'flow', flowId: flow } }),
  ...(queue && { overflow: { to: 'queue', queueId: queue } }),
  ...(user && { agentIds: [user] }),
  ...(team && { teamIds: [team] }),
})

const inReply = ({ file, queue }: KnownIds) => ({ ...(file && { fileIds: [file] }), ...(queue && { queueId: queue }) })
const inTask = ({ conversation, user }: KnownIds) => ({ ...(conversation && { conversationId: conversation }), ...(user && { assigneeId: user }) })
const shownList: contracts.InboxFilter = { view: 'all', tab: 'open', sort: 'newest' }

/** A body that each operation takes, so that a test gets past validation to what it asks about. Ids in it are those of nobody unless given. */
export const soundBody = (route: RouteContract, ids: KnownIds = {}): unknown => {
  const bodies: Record<string, unknown> = {
    'roles.create': { name: `Rol ${newId()}`, permissions: ['tenant.read'] },
    'roles.update': { description: 'x' },
    'roles.requireTwoFactor': { required: false },
    'apiKeys.create': { name: 'Programa', scopes: ['tenant.read'] },
    'campaigns.create': { name: `Campaña ${newId()}`, ...inCampaign(ids) },
    'campaigns.update': { priority: 60, ...inCampaign(ids) },
    'campaigns.tryHours': { hours: { always: true } },
    'queues.create': { campaignId: ids.campaign ?? absentId, name: `Cola ${newId()}`, ...inQueue(ids) },
    'live.createWallLink': { name: 'Sala', ...(ids.campaign && { campaignId: ids.campaign }) },
    'live.wall': { key: 'no key of any wall link' },
    'queues.update': { priority: 60, ...inQueue(ids) },
    'queues.try': ids.campaign ? { campaignId: ids.campaign } : { channelId: ids.channel ?? absentId },
    'channelSignIns.begin': { kind: 'messenger' },
    'channelSignIns.connect': { account: '2001' },
    'channels.create': { kind: 'simulator', name: 'Otro', settings: {}, ...(ids.flow && { flowId: ids.flow }) },
    'channels.update': { name: 'Otro nombre', ...(ids.flow && { flowId: ids.flow }) },
    'channels.guardLimits': { limits: null },
    'sessions.create': { kind: 'simulator', name: `Sesión ${newId()}`, ...(ids.flow && { flowId: ids.flow }) },
    'sessions.send': {
      to: '5491170000901',
      content: ids.file ? { type: 'image', file: { fileId: ids.file, state: 'stored', mime: 'image/png', name: null, size: 1 } } : { type: 'text', text: 'x' },
    },
    'contacts.create': { name: 'Alguien' },
    'contacts.update': { name: 'Alguien' },
    'tasks.create': { title: 'Llamar', contactId: ids.contact ?? absentId, ...inTask(ids) },
    'tasks.update': { title: 'Llamar mañana', ...(ids.user && { assigneeId: ids.user }) },
    'conversations.create': { channelId: ids.channel ?? absentId, contactId: ids.contact ?? absentId },
    'conversations.update': { priority: 'high' },
    'conversations.send': {
      content: ids.file ? { type: 'image', file: { fileId: ids.file, state: 'stored', mime: 'image/png', name: null, size: 1 } } : { type: 'text', text: 'x' },
    },
    'scheduled.create': {
      at: new Date(Date.now() + 30 * 86_400_000).toISOString(),
      content: ids.file ? { type: 'image', file: { fileId: ids.file, state: 'stored', mime: 'image/png', name: null, size: 1 } } : { type: 'text', text: 'x' },
    },
    'scheduled.update': { content: { type: 'text', text: 'x' } },
    'conversations.status': { status: 'pending' },
    'conversations.assign': ids.user ? { userId: ids.user } : {},
    'conversations.transfer': ids.queue
      ? { queueId: ids.queue }
      : ids.campaign
        ? { campaignId: ids.campaign }
        : ids.flow
          ? { flowId: ids.flow }
          : { userId: ids.user ?? absentId },
    'conversations.close': ids.reason ? { reasonId: ids.reason } : {},
    'jobs.assign': { ids: [ids.conversation ?? absentId], userId: ids.user ?? null },
    'jobs.tag': { ids: [ids.conversation ?? absentId], add: ['x'] },
    'jobs.close': { ids: [ids.conversation ?? absentId], ...(ids.reason && { reasonId: ids.reason }) },
    'jobs.snooze': { ids: [ids.conversation ?? absentId], until: '2099-01-01T00:00:00Z' },
    'jobs.read': { ids: [ids.conversation ?? absentId] },
    'conversations.merge': { conversationId: ids.conversation ?? absentId, otherPerson: true },
    'conversations.unmerge': { conversationId: ids.conversation ?? absentId },
    'closingReasons.create': { name: `Motivo ${newId()}`, ...(ids.queue && { queueId: ids.queue }) },
    'closingReasons.update': { needsNote: true, ...(ids.queue && { queueId: ids.queue }) },
    'views.create': { name: `Vista ${newId()}`, shows: shownList },
    'views.update': { name: `Vista ${newId()}` },
    'views.pin': { key: 1 },
    'sharedViews.create': { name: `Vista ${newId()}`, shows: shownList },
    'sharedViews.update': { name: `Vista ${newId()}` },
    'conduct.update': { thanksMinutes: 30, ...(ids.campaign && { survey: { campaigns: [{ campaignId: ids.campaign, on: true }] } }) },
    'replies.create': { shortcut: `r${newId()}`.slice(0, 32), title: 'Saludo', text: 'Hola', ...inReply(ids) },
    'replies.update': { title: 'Otro saludo', ...inReply(ids) },
    'replies.import': { csv: 'shortcut,text\nhola,Hola', ...(ids.queue && { queueId: ids.queue }) },
    'replies.createOwn': { shortcut: `r${newId()}`.slice(0, 32), title: 'Saludo', text: 'Hola', ...(ids.file && { fileIds: [ids.file] }) },
    'replies.updateOwn': { title: 'Otro saludo', ...(ids.file && { fileIds: [ids.file] }) },
    'replies.importOwn': { csv: 'shortcut,text\nhola,Hola' },
    'templates.sync': { channelId: ids.channel ?? absentId },
    'conversations.note': { text: 'x', ...(ids.user && { mentions: [ids.user] }) },
    'tags.create': { name: `x${newId()}` },
    'conversations.snooze': { until: '2099-01-01T00:00:00Z' },
    'conversations.tags': { tags: ['x'] },
    'conversations.floor': { floor: 'human' },
    'conversations.react': { emoji: '👍' },
    'flowGallery.create': { readyMade: 'faq' },
    'flowImports.read': { file: { schema: 1, start: 'a', nodes: { a: { type: 'message', text: 'x', next: null } } } },
    'flows.create': { name: 'Flujo', definition: { schema: 1, start: 'a', nodes: { a: { type: 'message', text: 'x', next: null } } } },
    'flows.update': { name: 'Flujo' },
    'flowSecrets.create': { name: `k${newId().replaceAll('-', '')}`.slice(0, 40), value: 'a secret value of a flow' },
    'flowSecrets.update': { value: 'another secret value of a flow' },
    'flows.tryCall': { step: { type: 'api_call', url: 'http://127.0.0.1:9/orders-of-nobody', next: null } },
    'flowLimits.update': { turnsPerHour: 150 },
    'flowTests.create': { name: 'Prueba', talk: { at: '2026-03-02T12:00:00Z', turns: [{ does: { type: 'writes', text: 'hola' } }] } },
    'flowTests.run': { ...(ids.test && { ids: [ids.test] }), ...(ids.version && { version: ids.version }) },
    'flowTests.update': { name: 'Otra prueba' },
    'flowComments.create': { stepId: null, text: '¿Y los sábados?' },
    'flowComments.update': { resolved: true },
    'flowRuns.retry': { step: 'menu' },
    'flows.plan': { at: '2099-01-01T00:00:00Z' },
    'users.update': { capacity: 5 },
    'invitations.create': { email: `x${newId()}@example.com`, role: 'agent' },
    'invitations.join': { key: 'no key of any invitation' },
    'ownProfile.setNotices': Object.fromEntries(contracts.noticeKinds.map((kind) => [kind, { sound: false, desktop: true }])),
    'presence.set': { state: 'paused', reason: 'meal' },
    'presence.setFor': { state: 'busy' },
    'teams.create': { name: `x${newId()}`, ...(ids.user && { memberIds: [ids.user] }) },
    'teams.update': { name: `x${newId()}`, ...(ids.user && { memberIds: [ids.user] }) },
    'business.update': { welcomed: true },
    'audit.changeSettings': { retentionDays: 365 },
    'tenants.update': { name: 'Otro' },
    'tenants.impersonate': { reason: 'x' },
    'tenants.remove': { name: 'Otro' },
    'auth.profile': { name: 'Alguien' },
    'auth.changePassword': { currentPassword: 'wrong password', newPassword: 'another password' },
    'auth.login': { email: 'nobody@example.com', password: 'wrong password' },
    'auth.forgotPassword': { email: 'nobody@example.com' },
    'auth.resetPassword': { key: 'nobody made this', newPassword: 'another password' },
    'auth.register': { email: 'nobody@example.com', password: 'another password', name: 'Nadie', organisation: 'Nada' },
    'auth.setUpTwoFactor': { password: 'wrong password' },
    'auth.enableTwoFactor': { code: '000000' },
    'auth.renewRecoveryCodes': { code: '000000' },
    'auth.disableTwoFactor': { password: 'wrong password', code: '000000' },
    'passkeys.beginToAdd': { password: 'wrong password' },
    'passkeys.add': { name: 'Llave', made: { id: 'AA', rawId: 'AA', type: 'public-key', response: { clientDataJSON: 'AA', attestationObject: 'AA' } } },
    'auth.passkey': { used: { id: 'AA', rawId: 'AA', type: 'public-key', response: { clientDataJSON: 'AA', authenticatorData: 'AA', signature: 'AA' } } },
    'auth.link': { key: 'AAAA-AAAA' },
    'simulator.act': { from: { phone: '5491100000000' }, type: 'text', text: 'hola', ...(ids.file && { type: 'image', fileId: ids.file }) },
    'simulator.addPhone': { name: 'Alguien' },
    'simulator.changePhone': { name: 'Alguien' },
    'simulator.setFaults': {},
    'simulator.setProfile': { profile: 'cloud' },
  }
  return route.body === null ? undefined : (bodies[route.id] ?? {})
}
