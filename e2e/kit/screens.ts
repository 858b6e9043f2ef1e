import assert from 'node:assert/strict'
import type { ElementHandle, Locator, Page } from 'playwright-core'
import type { Api } from './api.ts'
import { codeOf } from './authenticator-app.ts'
import { asksForPerson } from './customer.ts'
import { becomes, seen } from './look.ts'
import { pageAddresses } from './route-table.ts'
import type { Props } from './stage.ts'

/**
 * Every screen there is, for the tests that look at all of them. Addresses come from the web app's own route table, so that a new page is
 * looked at from its first day; what has no address (dialogs, tabs, who may not) is listed below.
 */
type Press = (locator: Locator) => Promise<void>
export type Screen = {
  name: string
  /** With its parameters as `$name`. */ path: string
  only?: 'desk' | 'phone'
  /** What leads there from the page, as it is called in Spanish as it is written in Argentina; `opens` says that a dialog is the end of it. */
  then?: (page: Page, press: Press) => Promise<void>
  opens?: { by: (page: Page) => Locator } | { key: string }
}

/** One after the other, seen by one person. */
export type Walk = { who: string; enter: (props: Props, stock: Stock, size: 'desk' | 'phone') => Promise<Page>; screens: Screen[] }

type Ids = Record<string, string>
const fill = (address: string, ids: Ids): string =>
  address.replaceAll(/\$(\w+)/g, (_, name: string) => {
    const id = ids[name]
    assert.ok(id, `a new parameter in the addresses: say in e2e/kit/screens.ts what $${name} is, for ${address}`)
    return id
  })

/** Pages for whoever is not signed in, and the one for who has to set up a second step. */
const strangers = new Set(['/login', '/register', '/forgot', '/reset', '/join/$token'])
const newcomers = new Set(['/two-factor'])

const pages = (mine: (address: string) => boolean): Screen[] =>
  pageAddresses()
    .filter(mine)
    .map((address) => ({ name: address, path: address }))

const button = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name, exact: typeof name === 'string' }).first()
const pressTab = (name: string) => (page: Page, press: Press) => press(page.getByRole('tab', { name }))

/** Something in the menu of the channel. */
const pressMenu = (name: string) => async (page: Page, press: Press) => {
  await press(button(/^Acciones de /)(page))
  await press(page.getByRole('menuitem', { name }))
}

const talk = '/a/$tenant/inbox/$view/$conversationId'
const asked = (name: string, key: string): Screen => ({ name, path: talk, opens: { key } })

const behindPages: Screen[] = [
  asked('labels', 'l'),
  asked('priority', 'p'),
  asked('assign', 'a'),
  asked('transfer', 't'),
  asked('snooze', 'z'),
  asked('close', 'e'),
  asked('shortcuts', '?'),
  asked('palette', 'Control+k'),
  { name: 'contact panel', path: talk, only: 'phone', opens: { by: (page) => page.locator('main header').getByRole('button', { name: /Pruebas Visibles/ }) } },
  { name: 'new conversation', path: '/a/$tenant/inbox', opens: { by: button('Nueva conversación') } },
  { name: 'nothing waits', path: '/a/$tenant/inbox?tab=snoozed' },
  { name: 'nothing found', path: '/a/$tenant/inbox?q=nobody-is-called-so' },
  { name: 'new task', path: '/a/$tenant/tasks', opens: { by: button('Nueva tarea') } },
  { name: 'more', path: '/a/$tenant/home', only: 'phone', opens: { by: button('Más') } },
  { name: 'connect a number of the official API', path: '/a/$tenant/channels/new?type=cloud' },
  { name: 'connect a number by QR', path: '/a/$tenant/channels/new?type=web' },
  { name: 'settings of a channel', path: '/a/$tenant/channels/$channelId?tab=settings' },
  { name: 'outbox of a channel', path: '/a/$tenant/channels/$channelId?tab=outbox' },
  { name: 'webhook of a channel', path: '/a/$tenant/channels/$channelId?tab=webhook' },
  { name: 'danger of a channel', path: '/a/$tenant/channels/$channelId?tab=danger' },
  { name: 'rename a channel', path: '/a/$tenant/channels/$channelId', only: 'phone', then: pressMenu('Cambiar el nombre') },
  { name: 'remove a channel', path: '/a/$tenant/channels/$channelId', only: 'phone', then: pressMenu('Eliminar') },
  { name: 'add customer', path: '/a/$tenant/sim', only: 'desk', opens: { by: button('Agregar cliente') } },
  { name: 'controls', path: '/a/$tenant/sim', only: 'phone', opens: { by: button(/^Controles del teléfono/) } },
  { name: 'invite', path: '/a/$tenant/settings/users', opens: { by: button('Invitar') } },
  { name: 'person', path: '/a/$tenant/settings/users', opens: { by: button(/es tu cuenta/) } },
  { name: 'invitations', path: '/a/$tenant/settings/users', then: pressTab('Invitaciones') },
  { name: 'teams', path: '/a/$tenant/settings/users', then: pressTab('Equipos') },
  { name: 'new team', path: '/a/$tenant/settings/users', then: pressTab('Equipos'), opens: { by: button('Nuevo equipo') } },
  { name: 'new role', path: '/a/$tenant/access', opens: { by: button('Crear rol') } },
  { name: 'API keys', path: '/a/$tenant/access', then: pressTab('Claves de API') },
  { name: 'new API key', path: '/a/$tenant/access', then: pressTab('Claves de API'), opens: { by: button('Crear clave') } },
  { name: 'renew API key', path: '/a/$tenant/access', then: pressTab('Claves de API'), opens: { by: button('Renovar') } },
  { name: 'audit record', path: '/a/$tenant/audit', then: (page, press) => press(page.locator('summary').first()) },
  { name: 'set up two steps', path: '/a/$tenant/account', opens: { by: button('Activar') } },
  { name: 'add passkey', path: '/a/$tenant/account', opens: { by: button('Agregar una llave de acceso') } },
  { name: 'new organisation', path: '/host', opens: { by: button('Nueva organización') } },
  { name: 'suspend', path: '/host/$tenantId', opens: { by: button('Suspender') } },
  { name: 'act as', path: '/host/$tenantId', opens: { by: button('Entrar') } },
  { name: 'remove', path: '/host/$suspendedId', opens: { by: button('Eliminar') } },
  { name: 'new campaign', path: '/a/$tenant/settings/campaigns/new' },
  { name: 'new queue', path: '/a/$tenant/settings/queues/new' },
  { name: 'new quick reply', path: '/a/$tenant/settings/replies', opens: { by: button('Nueva respuesta') } },
  { name: 'import quick replies', path: '/a/$tenant/settings/replies', opens: { by: button('Importar') } },
  { name: 'new flow', path: '/a/$tenant/flows', opens: { by: button('Nuevo flujo') } },
  { name: 'import flow', path: '/a/$tenant/flows', opens: { by: button('Importar') } },
  { name: 'publish flow', path: '/a/$tenant/flows/$flowId', opens: { by: button(/^Publicar/) } },
  { name: 'flow as a list', path: '/a/$tenant/flows/$flowId', only: 'desk', then: (page, press) => press(button('Ver como lista')(page)) },
  { name: 'test of a flow', path: '/a/$tenant/flows/$flowId', only: 'desk', then: (page, press) => press(page.getByRole('tab', { name: 'Probar borrador' })) },
  { name: 'add a step', path: '/a/$tenant/flows/$flowId', only: 'phone', opens: { by: button('Agregar un paso') } },
  { name: 'new secret of flows', path: '/a/$tenant/settings/flows', opens: { by: button('Nuevo secreto') } },
  { name: 'not found', path: '/a/$tenant/nowhere' },
]

const password = 'caballo correcto'
/** Who has a second step of the sign-in. */
const careful = 'sofia@ejemplo.com'

/** Somebody joins by an invitation; answers their address. */
const join = async (api: Api, name: string, role: string): Promise<string> => {
  const email = `${name}@ejemplo.com`
  const { link } = await api.send<{ link: string }>('POST', '/api/invitations', { email, role })
  await api.send('POST', '/api/invitations/accept', { key: new URL(link).pathname.split('/').at(-1), name, password, tokenDelivery: 'body' })
  return email
}
const cameIn = async (page: Page, path: string, data: object): Promise<Page> => {
  await page.request.post(path, { data: { ...data, tokenDelivery: 'cookie' } })
  await page.addInitScript(() => localStorage.setItem('chasqui.signed-in', 'yes'))
  return page
}
const member =
  (who: 'agent' | 'newcomer'): Walk['enter'] =>
  async ({ open }, { emails }, size) =>
    cameIn(await open({ size, signedIn: false }), '/api/auth/login', { email: emails[who], password })

const makeTenant = (api: Api, name: string) =>
  api.send<{ tenant: { id: string }; signInKey: string }>('POST', '/api/tenants', { name, owner: { name: 'Olga', email: `${name}@ejemplo.com` } })

let organisations = 0
/** The owner of an organisation that was suspended while they were signed in. */
const suspended: Walk['enter'] = async ({ api, open }, _, size) => {
  const { tenant, signInKey } = await makeTenant(api, `suspendida-${(organisations += 1)}`)
  const page = await cameIn(await open({ size, signedIn: false }), '/api/auth/link', { key: signInKey })
  await api.send('POST', `/api/tenants/${tenant.id}/suspend`)
  return page
}

/** Turns the second step of a member on; answers its secret. */
const takeSecondStep = async (url: string, email: string): Promise<string> => {
  const send = async (path: string, body: object, token = '') => {
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }
    return (await (await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })).json()) as Record<string, string>
  }
  const { accessToken } = await send('/api/auth/login', { email, password, tokenDelivery: 'body' })
  const { secret = '' } = await send('/api/auth/2fa/setup', { password }, accessToken)
  await send('/api/auth/2fa/enable', { code: codeOf(secret) }, accessToken)
  return secret
}

const askForCode = async (page: Page): Promise<void> => {
  await page.getByLabel('Correo').fill(careful)
  await page.getByLabel('Contraseña', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
  await seen(page.getByLabel('Código de verificación'))
}

/** What the screens show, and who looks at them. */
export type Stock = { ids: Ids; emails: { agent: string; newcomer: string } }

/** Its words are the same in every language, so that what is left of another one is seen. */
const plainFlow = {
  schema: 1,
  start: 'a',
  always: { human: ['xyz'] },
  nodes: {
    a: { type: 'message', text: 'XYZ', next: 'b' },
    b: {
      type: 'menu',
      text: 'XYZ?',
      options: [
        { id: '1', label: 'X', next: 'c' },
        { id: '2', label: 'Y', next: 'c' },
      ],
    },
    c: { type: 'transfer_to_agent', text: 'Z' },
  },
}

const makeStock = async ({ api, product, customer }: Props): Promise<Stock> => {
  const conversationId = await asksForPerson(customer('Ana Pruebas Visibles'), api)
  const { items } = await api.get<{ items: { id: string; slug: string }[] }>('/api/tenants')
  const closed = await makeTenant(api, 'apagada')
  await api.send('POST', `/api/tenants/${closed.tenant.id}/suspend`)
  await api.send('POST', '/api/teams', { name: 'Recepción', memberIds: [] })
  await api.send('POST', '/api/api-keys', { name: 'Historia clínica', scopes: ['contacts.read'], reach: 'all', hides: [], expiresAt: null })
  const { link } = await api.send<{ link: string }>('POST', '/api/invitations', { email: 'por-venir@ejemplo.com', role: 'agent' })
  const emails = { agent: await join(api, 'agustina', 'agent'), newcomer: await join(api, 'eva', 'auditor') }
  await join(api, careful.split('@')[0] ?? '', 'agent')
  await takeSecondStep(product.url, careful)
  await api.send('PUT', '/api/roles/auditor/two-factor', { required: true })
  const campaign = await api.send<{ id: string }>('POST', '/api/campaigns', { name: 'Atención de prueba' })
  const queues = await api.get<{ items: { id: string }[] }>(`/api/queues?campaignId=${campaign.id}`)
  const flow = await api.send<{ id: string }>('POST', '/api/flows', { name: 'XYZ', definition: plainFlow })
  await api.send('POST', '/api/flow-secrets', { name: 'xyz', value: 'xyz', hosts: ['api.example.com'] })
  const { simulatorChannelId } = await api.get<{ simulatorChannelId: string }>('/api/home')
  const ids: Ids = {
    tenant: 'demo',
    channelId: simulatorChannelId,
    campaignId: campaign.id,
    queueId: queues.items[0]?.id ?? '',
    flowId: flow.id,
    view: 'all',
    conversationId,
    tenantId: items.find(({ slug }) => slug === 'demo')?.id ?? '',
    suspendedId: closed.tenant.id,
    token: new URL(link).pathname.split('/').at(-1) ?? '',
  }
  return { ids, emails }
}

let stock: Promise<Stock> | null = null
/** Made once for all scenes of a file. */
export const stockOf = (props: Props): Promise<Stock> => (stock ??= makeStock(props))

/** Screens of one scene. */
const most = 9
const inParts = (walk: Walk): Walk[] =>
  Array.from({ length: Math.ceil(walk.screens.length / most) }, (_, part) => ({ ...walk, screens: walk.screens.slice(part * most, (part + 1) * most) }))

/** Who walks through which screens. */
export const walks: Walk[] = [
  {
    who: 'the owner',
    enter: ({ open }: Props, _: Stock, size: 'desk' | 'phone') => open({ size }),
    screens: [...pages((address) => !strangers.has(address) && !newcomers.has(address)), ...behindPages],
  },
  {
    who: 'a stranger',
    enter: ({ open }: Props, _: Stock, size: 'desk' | 'phone') => open({ size, signedIn: false }),
    screens: [
      ...pages((address) => strangers.has(address)),
      { name: 'reset', path: '/reset#a-key-that-is-looked-at-when-it-is-sent' },
      { name: 'code', path: '/login', then: askForCode },
      { name: 'spent invitation', path: '/join/no-such-key-but-long-enough-to-be-one' },
      { name: 'spent link', path: '/welcome?k=AAAA-AAAA' },
    ],
  },
  {
    who: 'an agent',
    enter: member('agent'),
    screens: [
      { name: 'no access', path: '/a/demo/access' },
      { name: 'home of an agent', path: '/a/demo/home' },
    ],
  },
  { who: 'a newcomer', enter: member('newcomer'), screens: pages((address) => newcomers.has(address)) },
  { who: 'a member of a suspended organisation', enter: suspended, screens: [{ name: 'suspended', path: '/' }] },
].flatMap(inParts)

/** From one page to the next as a link of the app leads there, without loading everything again. */
const moveOn = async (page: Page, path: string): Promise<void> => {
  await page.keyboard.press('Escape')
  const isIn = !path.includes('#') && (await page.evaluate(() => location.protocol.startsWith('http') && !document.querySelector('[role=dialog]')))
  if (isIn) await page.evaluate((to) => history.pushState({}, '', to), path)
  else await page.goto(path)
}

/** How something is pressed. */
const hands: Record<'mouse' | 'keys', Press> = { mouse: (locator) => locator.click(), keys: (locator) => locator.press('Enter') }

/** Opens a screen; answers what led to the dialog on it. */
export const goTo = async (
  page: Page,
  { path, then, opens }: Screen,
  { ids }: Stock,
  by: 'mouse' | 'keys' = 'mouse',
): Promise<ElementHandle<Element> | null> => {
  await moveOn(page, fill(path, ids))
  await settled(page)
  await then?.(page, hands[by])
  await settled(page)
  if (!opens) return null
  if ('key' in opens) await page.keyboard.press(opens.key)
  const opener = 'by' in opens ? await opens.by(page).elementHandle() : null
  if ('by' in opens) await hands[by](opens.by(page))
  await seen(page.getByRole('dialog'))
  await settled(page)
  return opener
}

type Router = { state: { status: string; isLoading: boolean; location: { href: string }; resolvedLocation?: { href: string } } }

/** ms that a page may take on a busy machine. */
const patience = 30_000

/** The way is gone to its end, there is a page, and nothing on it waits any more. */
const settled = async (page: Page): Promise<void> => {
  const arrived = () =>
    page.evaluate(() => {
      const { state } = Reflect.get(window, '__TSR_ROUTER__') as Router
      const waits = [...document.querySelectorAll('[aria-busy=true]')].some((one) => one.checkVisibility())
      return (
        state.status === 'idle' && !state.isLoading && state.resolvedLocation?.href === state.location.href && document.querySelector('main') !== null && !waits
      )
    })
  await becomes(() => arrived().catch(() => false), true, 'everything has arrived', patience)
}
