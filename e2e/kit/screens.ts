import assert from 'node:assert/strict'
import type { ElementHandle, Locator, Page } from 'playwright-core'
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
  path: string
  only?: 'desk' | 'phone'
  /** What leads there from the page, as it is called in Spanish as it is written in Argentina; `opens` says that a dialog is the end of it. */
  then?: (page: Page, press: Press) => Promise<void>
  opens?: { by: (page: Page) => Locator } | { key: string }
}

/** One after the other, seen by one person. `enter` opens a browser as them. */
export type Walk = { who: string; enter: (wishes: { size: 'desk' | 'phone' }) => Promise<Page>; screens: Screen[] }

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

const pages = (mine: (address: string) => boolean, ids: Ids): Screen[] =>
  pageAddresses()
    .filter(mine)
    .map((address) => ({ name: address, path: fill(address, ids) }))

const button = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name, exact: typeof name === 'string' }).first()
const pressTab = (name: string) => (page: Page, press: Press) => press(page.getByRole('tab', { name }))

const behindPages = (ids: Ids): Screen[] => {
  const at = (path: string) => fill(path, ids)
  const talk = at('/a/$tenant/inbox/$view/$conversationId')
  const asked = (name: string, key: string): Screen => ({ name, path: talk, opens: { key } })
  return [
    asked('labels', 'l'),
    asked('priority', 'p'),
    asked('assign', 'a'),
    asked('snooze', 'z'),
    asked('close', 'e'),
    asked('shortcuts', '?'),
    asked('palette', 'Control+k'),
    { name: 'contact panel', path: talk, only: 'phone', opens: { by: (page) => page.locator('main header').getByRole('button', { name: /Pruebas Visibles/ }) } },
    { name: 'new conversation', path: at('/a/$tenant/inbox'), opens: { by: button('Nueva conversación') } },
    { name: 'nothing waits', path: `${at('/a/$tenant/inbox')}?tab=snoozed` },
    { name: 'nothing found', path: `${at('/a/$tenant/inbox')}?q=nobody-is-called-so` },
    { name: 'more', path: at('/a/$tenant/home'), only: 'phone', opens: { by: button('Más') } },
    { name: 'connect WhatsApp', path: at('/a/$tenant/home'), opens: { by: button('Conectar') } },
    { name: 'add customer', path: at('/a/$tenant/sim'), only: 'desk', opens: { by: button('Agregar cliente') } },
    { name: 'controls', path: at('/a/$tenant/sim'), only: 'phone', opens: { by: button(/^Controles del teléfono/) } },
    { name: 'invite', path: at('/a/$tenant/settings/users'), opens: { by: button('Invitar') } },
    { name: 'person', path: at('/a/$tenant/settings/users'), opens: { by: button(/es tu cuenta/) } },
    { name: 'invitations', path: at('/a/$tenant/settings/users'), then: pressTab('Invitaciones') },
    { name: 'teams', path: at('/a/$tenant/settings/users'), then: pressTab('Equipos') },
    { name: 'new team', path: at('/a/$tenant/settings/users'), then: pressTab('Equipos'), opens: { by: button('Nuevo equipo') } },
    { name: 'new role', path: at('/a/$tenant/access'), opens: { by: button('Crear rol') } },
    { name: 'API keys', path: at('/a/$tenant/access'), then: pressTab('Claves de API') },
    { name: 'new API key', path: at('/a/$tenant/access'), then: pressTab('Claves de API'), opens: { by: button('Crear clave') } },
    { name: 'renew API key', path: at('/a/$tenant/access'), then: pressTab('Claves de API'), opens: { by: button('Renovar') } },
    { name: 'audit record', path: at('/a/$tenant/audit'), then: (page, press) => press(page.locator('summary').first()) },
    { name: 'set up two steps', path: at('/a/$tenant/account'), opens: { by: button('Activar') } },
    { name: 'add passkey', path: at('/a/$tenant/account'), opens: { by: button('Agregar una llave de acceso') } },
    { name: 'new organisation', path: '/host', opens: { by: button('Nueva organización') } },
    { name: 'suspend', path: at('/host/$tenantId'), opens: { by: button('Suspender') } },
    { name: 'act as', path: at('/host/$tenantId'), opens: { by: button('Entrar') } },
    { name: 'remove', path: at('/host/$suspendedId'), opens: { by: button('Eliminar') } },
    { name: 'not found', path: at('/a/$tenant/nowhere') },
  ]
}

const password = 'caballo correcto'

/** Somebody who joined by an invitation; answers how a browser of theirs opens. */
const joined = async ({ api, open, product }: Props, name: string, role: string) => {
  const email = `${name}@ejemplo.com`
  const { link } = await api.send<{ link: string }>('POST', '/api/invitations', { email, role })
  const key = new URL(link).pathname.split('/').at(-1)
  await api.send('POST', '/api/invitations/accept', { key, name, password, tokenDelivery: 'body' })
  const enter = async ({ size }: { size: 'desk' | 'phone' }) => {
    const page = await open({ size, signedIn: false })
    await page.request.post(`${product.url}/api/auth/login`, { data: { email, password, tokenDelivery: 'cookie' } })
    await page.addInitScript(() => localStorage.setItem('chasqui.signed-in', 'yes'))
    return page
  }
  return { email, enter }
}

const makeTenant = ({ api }: Pick<Props, 'api'>, name: string) =>
  api.send<{ tenant: { id: string }; signInKey: string }>('POST', '/api/tenants', { name, owner: { name: 'Olga', email: `${name}@ejemplo.com` } })

/** The owner of an organisation that was suspended while they were signed in. */
const suspended =
  ({ api, open }: Props) =>
  async ({ size }: { size: 'desk' | 'phone' }) => {
    const { tenant, signInKey } = await makeTenant({ api }, `suspendida-${size}`)
    const page = await open({ size, signedIn: false })
    await page.request.post('/api/auth/link', { data: { key: signInKey, tokenDelivery: 'cookie' } })
    await page.addInitScript(() => localStorage.setItem('chasqui.signed-in', 'yes'))
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

const askedForCode =
  (email: string) =>
  async (page: Page): Promise<void> => {
    await page.getByLabel('Correo').fill(email)
    await page.getByLabel('Contraseña', { exact: true }).fill(password)
    await page.keyboard.press('Enter')
    await seen(page.getByLabel('Código de verificación'))
  }

/** Makes everything that the screens show, and answers who walks through which of them. */
export const prepareWalks = async (props: Props): Promise<Walk[]> => {
  const { api, open, product, customer } = props
  const ana = customer('Ana Pruebas Visibles')
  const conversationId = await asksForPerson(ana, api)
  const { items: tenants } = await api.get<{ items: { id: string; slug: string }[] }>('/api/tenants')
  const closed = await makeTenant(props, 'apagada')
  await api.send('POST', `/api/tenants/${closed.tenant.id}/suspend`)
  await api.send('POST', '/api/teams', { name: 'Recepción', memberIds: [] })
  await api.send('POST', '/api/api-keys', { name: 'Historia clínica', scopes: ['contacts.read'], reach: 'all', hides: [], expiresAt: null })
  const invitation = await api.send<{ link: string }>('POST', '/api/invitations', { email: 'por-venir@ejemplo.com', role: 'agent' })
  const ids: Ids = {
    tenant: 'demo',
    view: 'all',
    conversationId,
    tenantId: tenants.find(({ slug }) => slug === 'demo')?.id ?? '',
    suspendedId: closed.tenant.id,
    token: new URL(invitation.link).pathname.split('/').at(-1) ?? '',
  }
  const agent = await joined(props, 'Agustina', 'agent')
  const steady = await joined(props, 'Sofía', 'agent')
  await takeSecondStep(product.url, steady.email)
  await api.send('PUT', '/api/roles/auditor/two-factor', { required: true })
  const newcomer = await joined(props, 'Eva', 'auditor')
  return [
    {
      who: 'owner',
      enter: ({ size }) => open({ size }),
      screens: [...pages((address) => !strangers.has(address) && !newcomers.has(address), ids), ...behindPages(ids)],
    },
    {
      who: 'stranger',
      enter: ({ size }) => open({ size, signedIn: false }),
      screens: [
        ...pages((address) => strangers.has(address), ids),
        { name: 'reset', path: '/reset#a-key-that-is-looked-at-when-it-is-sent' },
        { name: 'code', path: '/login', then: askedForCode(steady.email) },
        { name: 'spent invitation', path: '/join/no-such-key-but-long-enough-to-be-one' },
        { name: 'spent link', path: '/welcome?k=AAAA-AAAA' },
      ],
    },
    { who: 'agent', enter: agent.enter, screens: [{ name: 'no access', path: '/a/demo/access' }, { name: 'home of an agent', path: '/a/demo/home' }] },
    { who: 'newcomer', enter: newcomer.enter, screens: pages((address) => newcomers.has(address), ids) },
    { who: 'member of a suspended organisation', enter: suspended(props), screens: [{ name: 'suspended', path: '/' }] },
  ]
}

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
export const goTo = async (page: Page, { path, then, opens }: Screen, by: 'mouse' | 'keys' = 'mouse'): Promise<ElementHandle<Element> | null> => {
  await moveOn(page, path)
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

/** The way is gone to its end, there is a page, and nothing on it waits any more. */
const settled = async (page: Page): Promise<void> => {
  const arrived = () =>
    page.evaluate(() => {
      const { state } = Reflect.get(window, '__TSR_ROUTER__') as Router
      const waits = [...document.querySelectorAll('[aria-busy=true]')].some((one) => one.checkVisibility())
      return state.status === 'idle' && !state.isLoading && state.resolvedLocation?.href === state.location.href && document.querySelector('main') !== null && !waits
    })
  await becomes(() => arrived().catch(() => false), true, 'everything has arrived')
}
