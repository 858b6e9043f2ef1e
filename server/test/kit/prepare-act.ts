import {
  accountRoutes,
  apiKeyRoutes,
  bulkRoutes,
  campaignRoutes,
  channelRoutes,
  closingRoutes,
  contactRoutes,
  conversationRoutes,
  flowSecretRoutes,
  flowRoutes,
  hostRoutes,
  invitationRoutes,
  liveRoutes,
  passkeyRoutes,
  presenceRoutes,
  queueRoutes,
  replyRoutes,
  roleRoutes,
  scheduledRoutes,
  simulatorRoutes,
  taskRoutes,
  teamRoutes,
  viewRoutes,
  type Queue,
  type RouteContract,
} from '@chasqui/contracts'
import { hmac } from '#platform/crypto/signature'
import { totpCode, totpStep } from '#platform/crypto/totp'
import { newId } from '#platform/ids'
import { createApi, type Api } from './api.ts'
import { jwtSecret } from './cluster.ts'
import { signInAtFacebook } from './facebook-login.ts'
import { createPasskeyDevice } from './passkey-device.ts'
import type { Person, RunningProduct } from './product.ts'
import { everyRoute, soundBody } from './route-table.ts'
import { threadOf } from './whatsapp.ts'

/** The person whose account comes into being by it. */
export const whoeverItMakes = Symbol('whoever it makes')

/** What a product has to be started with, beside Facebook, so that every operation can be done: doors open, a name for passkeys, and everybody at an address of their own. */
export const openDoors = { REGISTRATION: 'open', SMTP_URL: 'smtp://127.0.0.1:9', PUBLIC_URL: 'https://chat.example.org', TRUST_PROXY: '127.0.0.1' }
const site = { origin: openDoors.PUBLIC_URL, rpID: 'chat.example.org' }

/** How an operation is really done, and who the trail has to name for it; null: nobody who is known. */
export type PreparedAct = { params: Record<string, string>; body?: unknown; api: Api; actor: string | null | typeof whoeverItMakes; onBehalfOf?: string }
type Prepare = (the: RunningProduct, route: RouteContract) => Promise<Partial<PreparedAct>>

let people = 0
const nextPhone = () => `54911700${String((people += 1)).padStart(5, '0')}`

const firstId = async (the: RunningProduct, path: string): Promise<string> =>
  (await the.owner.api.send<{ items: { id: string }[] }>('GET', path)).body.items[0]!.id

const say = async (the: RunningProduct, channelId: string, phone: string) => {
  await the.owner.api.ask(simulatorRoutes.act, { params: { channelId }, body: { from: { phone, name: `Clienta ${phone}` }, text: 'hola' } })
  await the.idle()
  return (await the.owner.api.ask(conversationRoutes.list, { query: { channelId, limit: 200 } })).items.find(({ contact }) => contact.phone === `+${phone}`)!
}

const talk = async (the: RunningProduct) => say(the, await firstId(the, channelRoutes.list.path), nextPhone())

/** A message of a conversation in the state that an operation asks for. */
const outboundIn = async (the: RunningProduct, conversation: string, state: string): Promise<string> => {
  const sent = (await threadOf(the.owner.api, conversation)).find(({ direction }) => direction === 'out')!
  await the.admin.query('update platform.outbox set state = $2, not_before = $3 where id = $1', [sent.id, state, '2099-01-01'])
  await the.admin.query('update conversations.message set status = $2 where id = $1', [sent.id, state === 'failed' ? 'failed' : 'pending'])
  return sent.id
}

const member = (the: RunningProduct) => the.addMember(the.owner.tenantId, 'agent')

/** A member upon whom something is done: nobody signs in for them, because sign-ins are limited. */
const bystander = async (the: RunningProduct): Promise<string> => {
  const id = newId()
  await the.admin.query(`insert into identity."user" (id, email, name, created_at, updated_at) values ($1, $2, 'Otra', now(), now())`, [
    id,
    `${id}@example.com`,
  ])
  await the.admin.query(`insert into identity.membership (tenant_id, user_id, role, created_at) values ($1, $2, 'agent', now())`, [the.owner.tenantId, id])
  return id
}

/** A member who signs in with a password that this test knows. */
const withPassword = async (the: RunningProduct): Promise<{ person: Person; password: string }> => {
  const { email } = await member(the)
  const password = await the.product.operations.resetPassword(email)
  return { person: await the.signIn(email), password }
}

const withTwoFactor = async (the: RunningProduct) => {
  const { person, password } = await withPassword(the)
  const { secret } = await person.api.ask(accountRoutes.setUpTwoFactor, { body: { password } })
  const code = totpCode(secret, totpStep(await the.clock.now()))
  const enable = () => person.api.ask(accountRoutes.enableTwoFactor, { body: { code } })
  return { person, password, code, enable }
}

const withPasskey = async (the: RunningProduct) => {
  const { person, password } = await withPassword(the)
  const device = createPasskeyDevice(site, person.userId)
  const made = device.make(await person.api.ask(passkeyRoutes.beginToAdd, { body: { password } }))
  const keep = () => person.api.ask(passkeyRoutes.add, { body: { name: 'Teléfono', made } })
  return { person, device, made, keep }
}

const invited = (the: RunningProduct, email = `x${newId()}@example.com`) => the.owner.api.ask(invitationRoutes.create, { body: { email, role: 'agent' } })
const keyIn = (link: string): string => link.split(/[/#]/).at(-1)!

const hosted = async (the: RunningProduct, suspended = false): Promise<{ id: string; name: string }> => {
  const name = `Vecinos ${newId().slice(-6)}`
  const { tenantId: id } = await the.addTenant(name)
  if (suspended) await the.owner.api.ask(hostRoutes.suspendTenant, { params: { id } })
  return { id, name }
}

const madeFirst = async (the: RunningProduct, create: { path: string; id: string }): Promise<Partial<PreparedAct>> => {
  const route = everyRoute.find(({ id }) => id === create.id)!
  const { body } = await the.owner.api.send<{ id: string }>('POST', route.path, soundBody(route))
  return { params: { id: body.id } }
}

/** A number that nobody asks about: told apart by its name, as there are others. */
const numberOfItsOwn: Prepare = async (the) => {
  const channel = `Número ${newId()}`
  const settings = { phoneNumberId: newId(), businessAccountId: newId(), accessToken: newId(), appSecret: newId(), verifyToken: newId() }
  await the.owner.api.ask(channelRoutes.create, { body: { kind: 'whatsapp-cloud', name: channel, settings } })
  return { body: { channel } }
}

/** A queue that is not the default one of its campaign. */
const queueFor = async (the: RunningProduct): Promise<Queue> => {
  const { id } = await the.owner.api.ask(campaignRoutes.create, { body: { name: `Campaña ${newId()}` } })
  return the.owner.api.ask(queueRoutes.create, { body: { campaignId: id, name: `Cola ${newId()}` } })
}
/** One in which somebody waits whom nobody is given. */
const queueWithSomebody = async (the: RunningProduct): Promise<string> => {
  const { id } = await queueFor(the)
  await the.owner.api.ask(queueRoutes.update, { params: { id }, body: { routing: [{ strategy: 'manual', weight: 1 }] } })
  await the.admin.query('update identity.membership set capacity = 100 where tenant_id = $1 and user_id = $2', [the.owner.tenantId, the.owner.userId])
  const channelId = await firstId(the, channelRoutes.list.path)
  const waiting = await the.owner.api.ask(conversationRoutes.create, { body: { channelId, phone: `+${nextPhone()}` } })
  await the.owner.api.ask(conversationRoutes.transfer, { params: { id: waiting.id }, body: { queueId: id } })
  return id
}

/** Something that is to be said later. */
const planned: Prepare = async (the) => {
  const { id } = await talk(the)
  const at = new Date((await the.clock.now()).getTime() + 3_600_000).toISOString()
  const { id: scheduledId } = await the.owner.api.ask(scheduledRoutes.create, { params: { id }, body: { content: { type: 'text', text: 'x' }, at } })
  return { params: { id, scheduledId } }
}
/** Something to do for somebody. */
const taskFor: Prepare = async (the, route) => {
  const { contact } = await talk(the)
  const { id } = await the.owner.api.ask(taskRoutes.create, { body: { title: 'Llamar', contactId: contact.id } })
  return { params: { id }, body: soundBody(route) }
}
const inTalk: Prepare = async (the) => ({ params: { id: (await talk(the)).id } })
/** A test of the first flow. */
const testOf: Prepare = async (the, route) => {
  const id = await firstId(the, flowRoutes.list.path)
  const talked = { at: '2026-03-02T12:00:00Z', turns: [{ does: { type: 'writes' as const, text: 'hola' } }] }
  const test = await the.owner.api.ask(flowRoutes.addTest, { params: { id }, body: { name: `Prueba ${newId()}`, talk: talked } })
  return { params: { id, testId: test.id }, body: soundBody(route) }
}
/** A comment on the first flow. */
const commentOf: Prepare = async (the, route) => {
  const id = await firstId(the, flowRoutes.list.path)
  const comment = await the.owner.api.ask(flowRoutes.addComment, { params: { id }, body: { stepId: null, text: `¿Y los sábados? ${newId()}` } })
  return { params: { id, commentId: comment.id }, body: soundBody(route) }
}
const ownTenant: Prepare = async (the) => ({ params: { id: (await hosted(the)).id } })

/** What an operation needs besides a body that it takes. One that is missing here is done without any preparation. */
const preparations: Record<string, Prepare> = {
  'auth.login': async (the) => {
    const { person, password } = await withPassword(the)
    return { body: { email: person.email, password }, api: createApi(the.url, null), actor: person.userId }
  },
  'auth.link': async (the) => {
    const person = await member(the)
    return { body: { key: await the.product.operations.createSignInLink(person.email) }, api: createApi(the.url, null), actor: person.userId }
  },
  'auth.logout': async (the) => {
    const person = await member(the)
    return { api: person.api, actor: person.userId }
  },
  'auth.changePassword': async (the) => {
    const { person, password } = await withPassword(the)
    return { body: { currentPassword: password, newPassword: `another ${newId()}` }, api: person.api, actor: person.userId }
  },
  'auth.endSession': async (the) => {
    const person = await member(the)
    await the.signIn(person.email)
    const { items } = await person.api.ask(accountRoutes.sessions)
    return { params: { id: items.find(({ current }) => !current)!.id }, api: person.api, actor: person.userId }
  },
  'auth.forgotPassword': async (the) => ({ body: { email: `${await bystander(the)}@example.com` }, api: createApi(the.url, null), actor: null }),
  'auth.resetPassword': async (the) => {
    const id = await bystander(the)
    const { url } = await the.owner.api.ask(accountRoutes.memberResetLink, { params: { id } })
    return { body: { key: keyIn(url), newPassword: `another ${newId()}` }, api: createApi(the.url, null), actor: id }
  },
  'auth.register': async (the) => ({
    body: { email: `x${newId()}@example.com`, password: `another ${newId()}`, name: 'Nadie', organisation: 'Nada' },
    api: createApi(the.url, null),
    actor: whoeverItMakes,
  }),
  'auth.confirmAddress': async (the) => {
    const person = await member(the)
    await the.admin.query('update identity."user" set email_proven_at = null where id = $1', [person.userId])
    const until = (await the.clock.now()).getTime() + 60_000
    const signature = hmac(hmac(jwtSecret, 'identity').toString('hex'), ['confirm-link', person.userId, person.email, 1, until].join('\n'))
    return { body: { key: `${until}.${signature.toString('base64url')}` }, api: person.api, actor: person.userId }
  },
  'presence.setFor': async (the) => {
    const person = await member(the)
    await person.api.ask(presenceRoutes.set, { body: { state: 'busy' } })
    return { params: { id: person.userId }, body: { state: 'available' } }
  },
  'users.removeTwoFactor': async (the) => {
    const { person, enable } = await withTwoFactor(the)
    await enable()
    return { params: { id: person.userId } }
  },
  'ownProfile.setPhoto': async () => {
    const form = new FormData()
    form.append('file', new Blob([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')], { type: 'image/png' }), 'yo.png')
    return { body: form }
  },
  'passkeys.add': async (the) => {
    const { person, made } = await withPasskey(the)
    return { body: { name: 'Teléfono', made }, api: person.api, actor: person.userId }
  },
  'passkeys.remove': async (the) => {
    const { person, keep } = await withPasskey(the)
    return { params: { id: (await keep()).id }, api: person.api, actor: person.userId }
  },
  'auth.passkey': async (the) => {
    const { person, device, keep } = await withPasskey(the)
    await keep()
    const anybody = createApi(the.url, null)
    return { body: { used: device.use(await anybody.ask(passkeyRoutes.begin)) }, api: anybody, actor: person.userId }
  },
  // Of a kind that is guarded, and never listened to: what is listened to changes its rows all the time.
  'channels.guardLimits': async (the) => {
    const id = newId()
    await the.admin.query(
      `insert into channels.channel (tenant_id, id, kind, name, state, state_since, settings, created_at, updated_at)
       values ($1, $2, 'waha', 'Vinculado', 'disconnected', now(), '{"baseUrl": "http://127.0.0.1:9", "apiKey": "a-key-that-nobody-gave"}', now(), now())`,
      [the.owner.tenantId, id],
    )
    return { params: { id }, body: { limits: null } }
  },
  'users.resetLink': async (the) => ({ params: { id: await bystander(the) } }),
  'users.update': async (the) => ({ params: { id: await bystander(the) } }),
  'users.remove': async (the) => ({ params: { id: await bystander(the) } }),
  'auth.setUpTwoFactor': async (the) => {
    const { person, password } = await withPassword(the)
    return { body: { password }, api: person.api, actor: person.userId }
  },
  'auth.enableTwoFactor': async (the) => {
    const { person, code } = await withTwoFactor(the)
    return { body: { code }, api: person.api, actor: person.userId }
  },
  'auth.renewRecoveryCodes': async (the) => {
    const { person, enable } = await withTwoFactor(the)
    return { body: { code: (await enable()).recoveryCodes[0]! }, api: person.api, actor: person.userId }
  },
  'auth.disableTwoFactor': async (the) => {
    const { person, password, enable } = await withTwoFactor(the)
    return { body: { password, code: (await enable()).recoveryCodes[0]! }, api: person.api, actor: person.userId }
  },
  'apiKeys.revoke': async (the) => ({
    params: { id: (await the.owner.api.ask(apiKeyRoutes.create, { body: { name: 'x', scopes: ['tenant.read'] } })).key.id },
  }),
  'apiKeys.rotate': async (the) => ({
    params: { id: (await the.owner.api.ask(apiKeyRoutes.create, { body: { name: 'x', scopes: ['tenant.read'] } })).key.id },
  }),
  'invitations.renew': async (the) => ({ params: { id: (await invited(the)).id } }),
  'invitations.revoke': async (the) => ({ params: { id: (await invited(the)).id } }),
  'invitations.accept': async (the) => ({
    body: { key: keyIn((await invited(the)).link), name: 'Nueva', password: `another ${newId()}` },
    api: createApi(the.url, null),
    actor: whoeverItMakes,
  }),
  'invitations.join': async (the) => {
    const other = await the.addTenant('De otra casa')
    return { body: { key: keyIn((await invited(the, other.email)).link) }, api: other.api, actor: other.userId }
  },
  'roles.requireTwoFactor': async (the) => ({ ...(await madeFirst(the, roleRoutes.create)), body: { required: true } }),
  'roles.update': (the) => madeFirst(the, roleRoutes.create),
  'roles.remove': (the) => madeFirst(the, roleRoutes.create),
  'roles.give': async (the) => ({ params: { id: 'supervisor', userId: await bystander(the) } }),
  'teams.update': (the) => madeFirst(the, teamRoutes.create),
  'teams.remove': (the) => madeFirst(the, teamRoutes.create),
  'tenants.create': async () => ({ body: { name: 'Nueva', owner: { email: `x${newId()}@example.com`, name: 'Eva' } } }),
  'tenants.appointOwner': async (the) => {
    const { email } = await member(the)
    return {
      params: { id: (await the.owner.api.ask(hostRoutes.createTenant, { body: { name: 'Espera', owner: { email, name: 'Eva' } } })).tenant.id },
      body: {},
    }
  },
  'tenants.update': ownTenant,
  'tenants.suspend': ownTenant,
  'tenants.export': ownTenant,
  'tenants.impersonate': ownTenant,
  'tenants.resume': async (the) => ({ params: { id: (await hosted(the, true)).id } }),
  'tenants.remove': async (the) => {
    const { id, name } = await hosted(the, true)
    return { params: { id }, body: { name, withoutExport: true } }
  },
  'impersonation.end': async (the) => {
    const { id } = await hosted(the)
    const { accessToken, userId } = await the.owner.api.ask(hostRoutes.impersonate, { params: { id }, body: { reason: 'x' } })
    return { api: createApi(the.url, accessToken), onBehalfOf: userId }
  },
  'channelSignIns.connect': async (the, route) => ({
    params: { reference: (await signInAtFacebook(the.url, the.owner.api, 'messenger'))['signIn']! },
    body: soundBody(route),
  }),
  'conversations.create': async (the, route) => {
    const { contact, channel } = await talk(the)
    return { body: soundBody(route, { channel: channel.id, contact: contact.id }) }
  },
  'conversations.transfer': async (the, route) => ({ params: { id: (await talk(the)).id }, body: soundBody(route, { user: the.owner.userId }) }),
  'conversations.reopen': async (the) => {
    const { id } = await talk(the)
    await the.owner.api.ask(conversationRoutes.close, { params: { id }, body: {} })
    return { params: { id } }
  },
  'conversations.merge': async (the, route) => ({ params: { id: (await talk(the)).id }, body: soundBody(route, { conversation: (await talk(the)).id }) }),
  'conversations.unmerge': async (the, route) => {
    const [into, source] = [await talk(the), await talk(the)]
    await the.owner.api.ask(conversationRoutes.merge, { params: { id: into.id }, body: { conversationId: source.id, otherPerson: true } })
    return { params: { id: into.id }, body: soundBody(route, { conversation: source.id }) }
  },
  'tasks.create': async (the, route) => ({ body: soundBody(route, { contact: (await talk(the)).contact.id }) }),
  'tasks.update': taskFor,
  'tasks.complete': taskFor,
  'tasks.cancel': taskFor,
  'tasks.reopen': async (the, route) => {
    const { params } = await taskFor(the, route)
    await the.owner.api.ask(taskRoutes.complete, { params: { id: params!['id']! } })
    return { params: params! }
  },
  'tasks.remove': taskFor,
  'contacts.block': async (the) => ({ params: { id: (await talk(the)).contact.id } }),
  'contacts.unblock': async (the) => {
    const { contact } = await talk(the)
    await the.owner.api.ask(conversationRoutes.block, { params: { id: contact.id } })
    return { params: { id: contact.id } }
  },
  'sharedViews.update': (the) => madeFirst(the, viewRoutes.createShared),
  'sharedViews.delete': (the) => madeFirst(the, viewRoutes.createShared),
  'sharedViews.restore': async (the) => {
    const { params } = await madeFirst(the, viewRoutes.createShared)
    await the.owner.api.ask(viewRoutes.removeShared, { params: { id: params!.id! } })
    return { params: params! }
  },
  'closingReasons.update': (the) => madeFirst(the, closingRoutes.createReason),
  'closingReasons.delete': (the) => madeFirst(the, closingRoutes.createReason),
  'flowSecrets.update': (the) => madeFirst(the, flowSecretRoutes.create),
  'flowSecrets.delete': (the) => madeFirst(the, flowSecretRoutes.create),
  'replies.update': (the) => madeFirst(the, replyRoutes.create),
  'replies.delete': (the) => madeFirst(the, replyRoutes.create),
  'replies.updateOwn': (the) => madeFirst(the, replyRoutes.createOwn),
  'replies.deleteOwn': (the) => madeFirst(the, replyRoutes.createOwn),
  'conversations.send': async (the) => {
    const { id } = await talk(the)
    await the.owner.api.ask(conversationRoutes.assign, { params: { id }, body: {} })
    return { params: { id } }
  },
  'whatsapp.connect': numberOfItsOwn,
  'whatsapp.disconnect': numberOfItsOwn,
  'whatsapp.restart': numberOfItsOwn,
  'sessions.send': async (the, route) => {
    const { channel, contact } = await talk(the)
    return { params: { id: channel.id }, body: { ...(soundBody(route) as object), to: contact.id } }
  },
  'conversations.retry': async (the) => {
    const { id } = await talk(the)
    return { params: { id, messageId: await outboundIn(the, id, 'failed') } }
  },
  'scheduled.update': planned,
  'scheduled.remove': planned,
  'scheduled.sendNow': planned,
  'conversations.react': async (the) => {
    const { id } = await talk(the)
    return { params: { id, messageId: (await threadOf(the.owner.api, id)).find(({ direction }) => direction === 'in')!.id } }
  },
  'contacts.update': async (the) => ({ params: { id: (await talk(the)).contact.id } }),
  'contacts.tryAgain': async (the) => {
    const { id, identities } = await the.owner.api.ask(contactRoutes.read, { params: { id: (await talk(the)).contact.id } })
    return { params: { id, identityId: identities[0]!.id } }
  },
  'queue.retry': async (the) => ({ params: { id: await outboundIn(the, (await talk(the)).id, 'failed') } }),
  'queue.cancel': async (the) => ({ params: { id: await outboundIn(the, (await talk(the)).id, 'pending') } }),
  'queues.create': async (the, route) => ({ body: soundBody(route, { campaign: (await queueFor(the)).campaignId }) }),
  'queues.update': async (the) => ({ params: { id: (await queueFor(the)).id } }),
  'queues.remove': async (the) => ({ params: { id: (await queueFor(the)).id } }),
  'queues.open': async (the) => ({ params: { id: (await queueFor(the)).id } }),
  'queues.close': async (the) => ({ params: { id: (await queueFor(the)).id } }),
  'queues.take': async (the) => ({ params: { id: await queueWithSomebody(the) } }),
  'queues.takeNext': async (the) => {
    await queueWithSomebody(the)
    return {}
  },
  'jobs.cancel': async (the) => {
    const id = newId()
    // One that nobody works on, so that it has not ended before it is stopped.
    await the.admin.query(
      `insert into jobs.job (tenant_id, id, maker_id, maker_is_key, author, act, what, state, total, created_at)
       values ($1, $2, $3, false, '{"doer": {"name": "x"}}', 'read', '{"act": "read"}', 'running', 1, now())`,
      [the.owner.tenantId, id, the.owner.userId],
    )
    return { params: { id } }
  },
  'jobs.undo': async (the) => {
    const { id } = await the.owner.api.ask(bulkRoutes.tag, { body: { ids: [(await talk(the)).id], add: [newId()] } })
    await the.idle()
    return { params: { id } }
  },
  'live.removeWallLink': (the) => madeFirst(the, liveRoutes.createWallLink),
  'campaigns.update': (the) => madeFirst(the, campaignRoutes.create),
  'campaigns.remove': (the) => madeFirst(the, campaignRoutes.create),
  'flows.update': (the) => madeFirst(the, { id: 'flows.create', path: '' }),
  'flows.delete': (the) => madeFirst(the, { id: 'flows.create', path: '' }),
  'flowTests.create': async (the, route) => ({ params: { id: await firstId(the, flowRoutes.list.path) }, body: soundBody(route) }),
  'flowComments.create': async (the, route) => ({ params: { id: await firstId(the, flowRoutes.list.path) }, body: soundBody(route) }),
  'flowComments.update': commentOf,
  'flowComments.delete': commentOf,
  'flowTests.update': testOf,
  'flowTests.delete': testOf,
  'flowRuns.retry': async (the) => {
    const { id: conversationId } = await talk(the)
    const flowId = await firstId(the, flowRoutes.list.path)
    const { items } = await the.owner.api.ask(flowRoutes.runs, { params: { id: flowId } })
    const run = items.find((one) => one.conversationId === conversationId)!
    return { params: { id: run.id }, body: { step: run.step } }
  },
  'flows.plan': async (the, route) => ({ params: { id: await firstId(the, '/api/flows') }, body: soundBody(route) }),
  'flows.unplan': async (the) => {
    const id = await firstId(the, flowRoutes.list.path)
    await the.owner.api.ask(flowRoutes.plan, { params: { id }, body: { at: '2099-01-01T00:00:00Z' } })
    return { params: { id } }
  },
  'flows.removeHook': async (the) => {
    const id = await firstId(the, flowRoutes.list.path)
    await the.owner.api.ask(flowRoutes.createHook, { params: { id } })
    return { params: { id } }
  },
  'flows.createHook': async (the) => ({ params: { id: await firstId(the, flowRoutes.list.path) } }),
  'flows.restore': async (the) => ({ params: { id: await firstId(the, flowRoutes.list.path), version: '1' } }),
  'flows.publish': async (the) => ({ params: { id: await firstId(the, '/api/flows') } }),
  'deadLetters.replay': async (the) => {
    const letter = newId()
    await the.admin.query(
      `insert into platform.dead_letter (tenant_id, id, queue, key, payload, error, attempts, failed_at) values ($1, $2, 'due', 'k', $3, 'x', 8, now())`,
      // Of a conversation that is gone: done as soon as it is tried, or nobody would ever find the product idle again.
      [the.owner.tenantId, letter, JSON.stringify({ type: 'place_conversation', conversationId: newId() })],
    )
    return { params: { id: letter } }
  },
  'files.upload': async () => {
    const form = new FormData()
    form.append('file', new Blob(['bytes'], { type: 'text/plain' }), 'nota.txt')
    return { body: form }
  },
  'files.setRetention': async () => ({ body: { days: 90 } }),
  'simulator.setFaults': async (the) => ({ params: { channelId: await firstId(the, channelRoutes.list.path) } }),
  'simulator.setProfile': async (the) => ({ params: { channelId: await firstId(the, channelRoutes.list.path) } }),
}

const inMany: Prepare = async (the, route) => ({ body: soundBody(route, { conversation: (await talk(the)).id }) })

/** Channels of their own: one that is disconnected or removed sends nothing for the tests after it. */
const preparationOf = ({ id, path }: RouteContract): Prepare => {
  if (preparations[id]) return preparations[id]
  if (/^\/api\/(channels|sessions|integrations)\/:id/.test(path)) return (the) => madeFirst(the, { id: 'channels.create', path: '' })
  if (path.startsWith('/api/conversations/bulk/')) return inMany
  if (path.startsWith('/api/conversations/:id')) return inTalk
  return async () => ({})
}

/** An operation ready to be done once, for real. */
export const prepareAct = async (the: RunningProduct, route: RouteContract): Promise<PreparedAct> => ({
  params: {},
  body: soundBody(route),
  api: the.owner.api,
  actor: the.owner.userId,
  ...(await preparationOf(route)(the, route)),
})
