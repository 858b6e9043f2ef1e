import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { barriers } from '../kit/accessible.ts'
import { signInByKey, type Api } from '../kit/api.ts'
import { misfits } from '../kit/fit.ts'
import { asksForPerson } from '../kit/customer.ts'
import { openTalk, row, rows, tab } from '../kit/inbox.ts'
import { gone, isSamePage, markPage, placeOf, seen } from '../kit/look.ts'
import { shoot } from '../kit/shots.ts'
import { openStage } from '../kit/stage.ts'

const { scene } = await openStage()

type Made = { tenant: { id: string; slug: string }; signInKey: string }
type Listed<Item> = { items: Item[] }
let made = 0
/** Another organisation with an owner of its own, who is somebody else than the installation's. */
const addTenant = async (host: Api, url: string, name: string) => {
  made += 1
  const { tenant, signInKey } = await host.send<Made>('POST', '/api/tenants', { name, owner: { email: `duena-${made}@ejemplo.com`, name: 'Dueña' } })
  return { ...tenant, owner: await signInByKey(url, signInKey) }
}
/** The installation's owner becomes an agent there. */
const joinAsAgent = async (owner: Api, joining: Api, email: string) => {
  const { link } = await owner.send<{ link: string }>('POST', '/api/invitations', { email, role: 'agent' })
  await joining.send('POST', '/api/invitations/join', { key: link.split('/').at(-1) })
}
const customerWrites = async (owner: Api, text: string) => {
  const { items } = await owner.get<Listed<{ id: string; kind: string }>>('/api/channels')
  const channel = items.find(({ kind }) => kind === 'simulator')!.id
  await owner.send('POST', `/api/simulator/${channel}/messages`, { from: { phone: '5491155550101', name: 'Rosa Vecina' }, text })
}
const inspect = async (page: Page, name: string): Promise<string[]> => {
  await shoot(page, name)
  return [...(await misfits(page)), ...(await barriers(page))].map((found) => `${name}: ${found}`)
}

scene('One person in two organisations goes from one to the other without a reload; rights, news and address follow', async ({ open, api, product }) => {
  const cafe = await addTenant(api, product.url, 'Café del Sur')
  await joinAsAgent(cafe.owner, api, product.email)
  const page = await open({ path: '/a/demo/inbox' })
  await markPage(page)
  const menu = page.getByRole('navigation', { name: 'Principal' })
  await seen(menu.getByRole('link', { name: 'Teléfono' }))

  const change = async (from: string, to: string) => {
    await page
      .getByRole('button', { name: new RegExp(from) })
      .first()
      .click()
    await page.getByRole('menuitemradio', { name: to }).click()
  }
  await change('Clínica Demo', 'Café del Sur')
  await gone(menu.getByRole('link', { name: 'Teléfono' }))
  await page.waitForURL(`**/a/${cafe.slug}/home`)
  await menu.getByRole('link', { name: /^Bandeja/ }).click()
  await page
    .getByRole('tab', { name: /Todas|Abiertas/ })
    .first()
    .waitFor()
  await customerWrites(cafe.owner, 'Quiero hablar con una persona')
  await seen(page.getByText('Rosa Vecina'))

  await change('Café del Sur', 'Clínica Demo')
  await seen(menu.getByRole('link', { name: 'Teléfono' }))
  await page.waitForURL('**/a/demo/home')
  await menu.getByRole('link', { name: /^Bandeja/ }).click()
  await page
    .getByRole('tab', { name: /Todas|Abiertas/ })
    .first()
    .waitFor()
  await gone(page.getByText('Rosa Vecina'))

  await page.goBack()
  await page.goBack()
  await page.waitForURL(`**/a/${cafe.slug}/**`)
  await gone(menu.getByRole('link', { name: 'Teléfono' }))
  assert.ok(await isSamePage(page))
})

scene('The first conversation of a new business comes into its empty inbox by itself', async ({ open, api, product }) => {
  const { owner, slug } = await addTenant(api, product.url, 'Recién Abierta')
  await joinAsAgent(owner, api, product.email)
  const page = await open({ path: `/a/${slug}/inbox` })
  await seen(page.getByText('Nada pendiente'))
  await customerWrites(owner, 'Quiero hablar con una persona')
  await seen(row(page, 'Rosa Vecina'))
})

/** A business of today that the installation's owner owns together with another one, who acts meanwhile. */
const begin = async (host: Api, url: string, email: string, name: string) => {
  const { owner, slug } = await addTenant(host, url, name)
  const invite = async (to: string, role: string) => {
    const { link } = await owner.send<{ link: string }>('POST', '/api/invitations', { email: to, role })
    return link.split('/').at(-1)
  }
  await host.send('POST', '/api/invitations/join', { key: await invite(email, 'owner') })
  const comes = async (newName: string) => {
    const key = await invite(`${slug}-${newName.toLowerCase()}@ejemplo.com`, 'agent')
    await owner.send('POST', '/api/invitations/accept', { key, name: newName, password: 'caballo correcto', tokenDelivery: 'body' })
  }
  return { owner, slug, comes }
}
const toSettings = async (page: Page, item: string) => {
  await page.getByRole('button', { name: 'Ajustes' }).click()
  await page.getByRole('menuitem', { name: item, exact: true }).click()
}

scene('What others make first comes onto pages that stood empty, and onto those somebody comes back to', async ({ open, api, product }) => {
  const { owner, slug, comes } = await begin(api, product.url, product.email, 'Primer Día')
  const page = await open({ path: `/a/${slug}/settings/users` })
  await seen(page.getByText('Dueña').first())
  await toSettings(page, 'Respuestas rápidas')
  await seen(page.getByText('Todavía no hay respuestas rápidas'))
  await toSettings(page, 'Colas')
  await seen(page.getByText('Todavía no hay campañas'))
  await owner.send('POST', '/api/campaigns', { name: 'Recepción' })
  await seen(page.getByRole('list', { name: 'Recepción' }))
  await owner.send('POST', '/api/replies', { shortcut: 'hola', title: 'Saludo', text: 'Hola' })
  await comes('Zoe')
  await toSettings(page, 'Respuestas rápidas')
  await seen(page.getByText('Saludo'))
  await toSettings(page, 'Personas y equipos')
  await seen(page.getByText('Zoe', { exact: true }))
})

scene('Whoever joins can be given conversations at once; whoever looks is told that the channel was removed', async ({ open, api, product }) => {
  const { owner, slug, comes } = await begin(api, product.url, product.email, 'Primera Ayuda')
  await customerWrites(owner, 'Quiero hablar con una persona')
  const page = await open({ path: `/a/${slug}/inbox/all` })
  await openTalk(page, 'Rosa Vecina')
  await page.keyboard.press('a')
  await seen(page.getByRole('option', { name: /Dueña/ }))
  await comes('Zoe')
  await seen(page.getByRole('option', { name: /Zoe/ }))
  await page.keyboard.press('Escape')
  const { items } = await owner.get<Listed<{ id: string }>>('/api/channels')
  await owner.send('DELETE', `/api/channels/${items[0]!.id}`)
  await seen(page.getByText(/ya no existe/))
})

scene('A second conversation of the first customer, and a phone that a colleague adds, are there by themselves', async ({ open, api, product }) => {
  const { owner, slug } = await begin(api, product.url, product.email, 'Segunda Vez')
  await customerWrites(owner, 'Quiero hablar con una persona')
  const page = await open({ path: `/a/${slug}/inbox/all` })
  await openTalk(page, 'Rosa Vecina')
  await seen(page.getByText('Es la primera con esta persona.'))
  const { items } = await owner.get<Listed<{ id: string }>>('/api/conversations')
  await owner.send('POST', `/api/conversations/${items[0]!.id}/close`, {})
  await customerWrites(owner, 'hola de nuevo')
  await gone(page.getByText('Es la primera con esta persona.'))
  await page.getByRole('navigation', { name: 'Principal' }).getByRole('link', { name: 'Teléfono' }).click()
  await seen(page.getByText('Rosa Vecina').first())
  const channels = await owner.get<Listed<{ id: string }>>('/api/channels')
  await owner.send('POST', `/api/simulator/${channels.items[0]!.id}/phones`, { name: 'Otilia Nueva' })
  await seen(page.getByText('Otilia Nueva').first())
})

scene('However long the way to another organisation takes, nothing of the one that is left comes along', async ({ open, api, product, customer }) => {
  const name = 'Librería Larga'
  const { owner, slug } = await addTenant(api, product.url, name)
  await joinAsAgent(owner, api, product.email)
  await asksForPerson(customer('Quien Espera'), api)
  const page = await open({ path: '/a/demo/inbox' })
  const menu = page.getByRole('navigation', { name: 'Principal' })
  await seen(menu.getByRole('link', { name: /^Bandeja.*sin leer/ }))
  const way = Promise.withResolvers<void>()
  await page.route('**/api/auth/refresh', async (route) => {
    await way.promise
    await route.continue()
  })

  await page
    .getByRole('button', { name: /Clínica Demo/ })
    .first()
    .click()
  await page.getByRole('menuitemradio', { name }).click()
  // The page at hand lives on meanwhile: news reach it, and what it asks is answered for the organisation that is still its own.
  await asksForPerson(customer('Quien Llega'), api)
  way.resolve()
  await page.waitForURL(`**/a/${slug}/home`)
  await menu.getByRole('link', { name: /^Bandeja/ }).click()
  await seen(page.getByRole('tab', { name: 'Abiertas 0' }))
  assert.equal(await menu.getByText('sin leer').count(), 0)
  await customerWrites(owner, 'Quiero hablar con una persona')
  await seen(row(page, 'Rosa Vecina'))
  assert.equal(await rows(page).count(), 1)
})

for (const [size, theme] of [
  ['desk', 'light'],
  ['phone', 'dark'],
] as const)
  scene(
    `Whoever works in an organisation that is suspended is told so and whom to ask, and goes on where they were afterwards, ${size}`,
    async ({ open, api, product, troubles }) => {
      troubles.expect(/answer 403/, /console error/)
      const cafe = await addTenant(api, product.url, `Panadería ${size}`)
      await joinAsAgent(cafe.owner, api, product.email)
      const page = await open({ path: `/a/${cafe.slug}/inbox`, size, theme })
      await page
        .getByRole('tab', { name: /Todas|Abiertas/ })
        .first()
        .waitFor()
      await api.send('POST', `/api/tenants/${cafe.id}/suspend`)
      await seen(page.getByRole('heading', { name: 'Este negocio está suspendido' }))
      await seen(page.getByText('quien administra esta instalación'))
      assert.deepEqual(await inspect(page, `suspended ${size} ${theme}`), [])
      await seen(page.getByRole('button', { name: 'Ir a otro de mis negocios' }))
      await api.send('POST', `/api/tenants/${cafe.id}/resume`)
      await page.getByRole('button', { name: 'Probar de nuevo' }).click()
      await page
        .getByRole('tab', { name: /Todas|Abiertas/ })
        .first()
        .waitFor()
      assert.ok(placeOf(page).startsWith('/inbox'))
    },
  )

scene('A member of one suspended organisation alone is told so after signing in too, and comes in when it is resumed', async ({ open, api, troubles }) => {
  troubles.expect(/answer 403/, /console error/)
  const { tenant, signInKey } = await api.send<Made>('POST', '/api/tenants', { name: 'Kiosco', owner: { email: 'kiosco@ejemplo.com', name: 'Kiosquera' } })
  const page = await open({ path: '/login', signedIn: false })
  await page.evaluate(async (key) => {
    const body = JSON.stringify({ key, tokenDelivery: 'cookie' })
    await fetch('/api/auth/link', { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    localStorage.setItem('chasqui.signed-in', 'yes')
  }, signInKey)
  await api.send('POST', `/api/tenants/${tenant.id}/suspend`)
  await page.goto('/')
  await seen(page.getByRole('heading', { name: 'Este negocio está suspendido' }))
  await gone(page.getByRole('button', { name: 'Ir a otro de mis negocios' }))
  await gone(page.getByRole('button', { name: /instalación/ }))
  await api.send('POST', `/api/tenants/${tenant.id}/resume`)
  await page.getByRole('button', { name: 'Probar de nuevo' }).click()
  await page.waitForURL(`**/a/${tenant.slug}/home`)

  await api.send('POST', `/api/tenants/${tenant.id}/suspend`)
  await seen(page.getByRole('heading', { name: 'Este negocio está suspendido' }))
  await page.getByRole('button', { name: 'Cerrar sesión' }).click()
  await seen(page.getByLabel('Correo'))
  await api.send('POST', `/api/tenants/${tenant.id}/resume`)
})

for (const [size, theme] of [
  ['desk', 'dark'],
  ['phone', 'light'],
] as const)
  scene(`Owners see what they use of their limits, ${size}`, async ({ open, api }) => {
    const { items } = await api.get<Listed<{ id: string; slug: string; usage: { users: number; storageBytes: number } }>>('/api/tenants?limit=200')
    const demo = items.find(({ slug }) => slug === 'demo')!
    const limits = { users: demo.usage.users, channels: 5, messages: 1_000_000, storageBytes: Math.ceil((demo.usage.storageBytes + 1000) / 0.85) }
    const form = new FormData()
    form.append('file', new Blob(['x'.repeat(1000)], { type: 'text/plain' }), 'nota.txt')
    await api.upload('/api/files', form)
    await api.send('PATCH', `/api/tenants/${demo.id}`, { limits })
    const page = await open({ path: '/a/demo/home', size, theme })
    const panel = page.locator('section', { has: page.getByRole('heading', { name: 'Lo que usa tu negocio' }) })
    await seen(panel.getByText('Límite alcanzado'))
    await seen(panel.getByText('Nadie más puede unirse.'))
    await seen(panel.getByText(/85\s?% usado/))
    assert.equal(await panel.getByRole('progressbar').count(), 4)
    await panel.scrollIntoViewIfNeeded()
    assert.deepEqual(await inspect(page, `usage ${size} ${theme}`), [])
    await api.send('PATCH', `/api/tenants/${demo.id}`, { limits: { users: null, channels: null, messages: null, storageBytes: null } })
    await page.reload()
    await seen(page.getByRole('heading', { name: 'Necesita tu atención' }))
    await gone(panel)
  })

scene('A limit that is reached is told where it is met: in the thread, in the dialog, beside the file', async ({ open, api, customer, troubles }) => {
  troubles.expect(/answer 409/)
  const { items } = await api.get<Listed<{ id: string; slug: string }>>('/api/tenants?limit=200')
  const { id } = items.find(({ slug }) => slug === 'demo')!
  const limit = (limits: object) => api.send('PATCH', `/api/tenants/${id}`, { limits })
  await limit({ messages: 0, channels: 1, storageBytes: 1 })
  const rosa = customer('Rosa del Límite')
  await rosa.says('hola, ¿atienden hoy?')
  const page = await open({ path: '/a/demo/inbox/all' })
  await tab(page, 'Bot').click()
  await openTalk(page, 'Rosa del Límite')
  await seen(page.getByText('hola, ¿atienden hoy?').last())
  await seen(page.getByText('El negocio llegó a su límite de mensajes de este mes.'))
  await page.getByRole('button', { name: 'Tomar' }).first().click()
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'foto.png',
      mimeType: 'image/png',
      buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
    })
  await seen(page.getByText('No hay más espacio para archivos.'))

  await page.goto('/a/demo/channels/new?type=cloud')
  for (const [label, value] of Object.entries({
    'Nombre del canal': 'Recepción',
    'Id del número de teléfono': '106000000000009',
    'Cuenta de WhatsApp Business': '102000000000009',
    'Token de acceso': 'token-de-prueba',
    'Clave secreta de la aplicación': '0123456789abcdef0123456789abcdef',
  }))
    await page.getByLabel(label, { exact: true }).fill(value)
  await page.getByRole('button', { name: 'Conectar', exact: true }).click()
  await seen(page.getByText('El negocio llegó a su límite de canales.'))
  await limit({ messages: null, channels: null, storageBytes: null })
})
