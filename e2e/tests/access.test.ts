import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { Api } from '../kit/api.ts'
import { becomes, gone, placeOf, seen } from '../kit/look.ts'
import { openStage, type Props } from '../kit/stage.ts'
import { inspect } from '../kit/themes.ts'

/** Who may do what: roles of one's own, keys of programs, and what somebody meets who lacks a permission. */
const { scene } = await openStage()

const password = 'caballo correcto'

/** Somebody joins by an invitation; answers a browser where they are signed in. */
const joins = async ({ open, api, product }: Pick<Props, 'open' | 'api' | 'product'>, name: string, role: string): Promise<Page> => {
  const email = `${name.split(' ')[0]?.toLowerCase()}@ejemplo.com`
  const { link } = await api.send<{ link: string }>('POST', '/api/invitations', { email, role, name })
  const key = new URL(link).pathname.split('/').at(-1)
  const page = await open({ signedIn: false })
  const answer = await page.request.post(`${product.url}/api/invitations/accept`, { data: { key, name, password, tokenDelivery: 'cookie' } })
  assert.equal(answer.status(), 200, await answer.text())
  await page.addInitScript(() => localStorage.setItem('chasqui.signed-in', 'yes'))
  return page
}

const roleNamed = async (api: Api, name: string) =>
  (await api.get<{ items: { id: string; name: string; permissions: string[] }[] }>('/api/roles')).items.find((role) => role.name === name)

const dialog = (page: Page, name: string) => page.getByRole('dialog', { name })
const matrix = (page: Page) => page.getByRole('region', { name: 'Permisos por rol' })

scene('A role is made, changed and deleted with keys alone', async ({ open, api }) => {
  const page = await open({ path: '/home' })
  await seen(page.getByRole('heading', { name: /^Buen/ }))
  await page.getByRole('heading', { name: /^Buen/ }).click()
  await page.keyboard.press('g')
  await page.keyboard.press('r')
  const make = page.getByRole('button', { name: 'Crear rol' })
  await make.focus()
  await page.keyboard.press('Enter')
  const asks = dialog(page, 'Crear un rol')
  await seen(asks)
  await page.keyboard.press('Enter')
  await seen(asks.getByText('Escribí un nombre'))
  await seen(asks.getByText('Elegí al menos un permiso'))
  await page.keyboard.type('Recepción')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Lee y responde')
  await asks.getByLabel('Responder a clientes y escribir notas').focus()
  await page.keyboard.press('Space')
  await asks.getByLabel('Leer conversaciones y buscar en los mensajes').focus()
  await page.keyboard.press('Space')
  await seen(asks.getByText('2 permisos elegidos'))
  await asks.getByLabel('Nombre', { exact: true }).focus()
  await page.keyboard.press('Enter')
  await gone(asks)
  await becomes(() => make.evaluate((button) => button === document.activeElement), true, 'the focus goes back to the button')
  await seen(matrix(page).getByRole('columnheader', { name: /Recepción/ }))
  assert.deepEqual((await roleNamed(api, 'Recepción'))?.permissions.toSorted(), ['conversations.read', 'conversations.reply'])

  await page.getByRole('button', { name: 'Editar Recepción' }).press('Enter')
  const edits = dialog(page, 'Editar el rol Recepción')
  await edits.getByLabel('Responder a clientes y escribir notas').press('Space')
  await edits.getByRole('button', { name: 'Guardar rol' }).press('Enter')
  await gone(edits)
  assert.deepEqual((await roleNamed(api, 'Recepción'))?.permissions, ['conversations.read'])

  await page.getByRole('button', { name: 'Eliminar Recepción' }).press('Enter')
  const sure = dialog(page, '¿Eliminar el rol Recepción?')
  await sure.getByRole('button', { name: 'Eliminar rol' }).press('Enter')
  await gone(matrix(page).getByRole('columnheader', { name: /Recepción/ }))
})

scene('A key is shown once, works at once, is renewed, and is out when revoked', async ({ open, product }) => {
  const page = await open({ path: '/a/demo/access' })
  await page.getByRole('tab', { name: 'Claves de API' }).click()
  await seen(page.getByText('Todavía no hay claves'))
  await page.getByRole('button', { name: 'Crear clave' }).first().click()
  const asks = dialog(page, 'Crear una clave de API')
  await asks.getByLabel('Nombre', { exact: true }).fill('Historia clínica')
  await asks.getByLabel('Ver los contactos y sus datos').check()
  await asks.getByRole('button', { name: 'Crear clave' }).click()
  const once = page.getByRole('dialog', { name: /Historia clínica/ })
  const secret = (await once.locator('code').textContent()) ?? ''
  const asked = async (path: string) => (await fetch(`${product.url}${path}`, { headers: { 'x-api-key': secret } })).status
  assert.equal(await asked('/api/contacts'), 200)
  assert.equal(await asked('/api/users'), 403, 'only what the key may')
  await once.getByRole('button', { name: 'Copiar' }).click()
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), secret)
  await page.keyboard.press('Escape')
  await seen(once)
  await once.getByRole('button', { name: 'Ya la guardé' }).click()
  const card = page.getByRole('region', { name: 'Historia clínica' })
  await seen(card)
  assert.equal(await page.getByText(secret).count(), 0, 'it cannot be seen again')
  assert.deepEqual(await inspect(page, 'keys'), [])

  await card.getByRole('button', { name: 'Renovar' }).click()
  await dialog(page, 'Renovar la clave de Historia clínica').getByRole('button', { name: 'Renovar clave' }).click()
  const renewed = (await once.locator('code').textContent()) ?? ''
  assert.notEqual(renewed, secret)
  await once.getByRole('button', { name: 'Ya la guardé' }).click()
  await seen(card.getByText(/^La anterior sirve hasta:/))
  assert.equal(await asked('/api/contacts'), 200, 'the old one works for a while')

  await card.getByRole('button', { name: 'Revocar' }).click()
  await dialog(page, '¿Revocar la clave de Historia clínica?').getByRole('button', { name: 'Revocar clave' }).click()
  await seen(page.getByText('Todavía no hay claves'))
  await becomes(() => asked('/api/contacts'), 401, 'and is out after that')
})

scene('Whoever lacks a permission is not led there, and is told which one to ask for', async (props) => {
  const page = await joins(props, 'Marta Atiende', 'agent')
  await page.goto('/a/demo/home')
  const menu = page.getByRole('navigation', { name: 'Principal' })
  await seen(menu.getByRole('link', { name: /^Bandeja/ }))
  assert.equal(await menu.getByRole('link', { name: 'Acceso' }).count(), 0)
  assert.equal(await page.getByText('Puesta en marcha').count(), 0, 'setting up is not for her')
  await page.goto('/a/demo/access')
  await seen(page.getByRole('heading', { name: 'No tenés acceso a esta página' }))
  await seen(page.getByText('A tu rol le falta el permiso «Ver los roles y sus permisos» (roles.read).'))
  await page.getByRole('button', { name: 'Pedir a quien administra' }).click()
  await seen(page.getByText('Pedido copiado. Enviáselo a quien administra.'))
  const request = await page.evaluate(() => navigator.clipboard.readText())
  assert.match(request, /\/a\/demo\/access en Clínica Demo .*roles\.read/)
  assert.deepEqual(await inspect(page, 'no access'), [])
  await page.getByRole('link', { name: 'Ir al inicio' }).click()
  await seen(page.getByRole('heading', { name: /^Buen.*, Marta$/ }))
  await page.keyboard.press('Control+k')
  const find = dialog(page, 'Buscar o ejecutar')
  await find.getByRole('combobox').fill('instal')
  await seen(find.getByText('Nada coincide'))
})

scene('The palette and g with a letter lead to every page that the member may see', async ({ open }) => {
  const page = await open({ path: '/home' })
  await seen(page.getByRole('heading', { name: /^Buen/ }))
  for (const [words, place] of [
    ['Personas y equipos', '/settings/users'],
    ['Tu cuenta', '/account'],
    ['Acceso', '/access'],
    ['Teléfono', '/sim'],
  ] as const) {
    await page.keyboard.press('Control+k')
    await dialog(page, 'Buscar o ejecutar').getByRole('combobox').fill(words)
    await dialog(page, 'Buscar o ejecutar').getByRole('option', { name: words }).first().click()
    await becomes(async () => placeOf(page), place, words)
  }
  for (const [letter, place] of [
    ['h', '/home'],
    ['u', '/settings/users'],
    ['y', '/account'],
    ['r', '/access'],
    ['o', '/host'],
  ] as const) {
    await page.locator('main').waitFor()
    await page.getByRole('heading', { level: 1 }).click()
    await page.keyboard.press('g')
    await page.keyboard.press(letter)
    await becomes(async () => placeOf(page), place, `g ${letter}`)
  }
})

scene('A key whose maker left says that it stopped, and works again for whoever renews it', async (stage) => {
  const { api, open } = stage
  const { id: role } = await api.send<{ id: string }>('POST', '/api/roles', {
    name: 'Integraciones',
    permissions: ['keys.manage', 'keys.read', 'tenant.read', 'roles.read'],
  })
  const maker = await joins(stage, 'Iván Puente', role)
  await maker.goto('/a/demo/access?tab=keys')
  const session = await maker.request.post(`${stage.product.url}/api/auth/login`, { data: { email: 'iván@ejemplo.com', password, tokenDelivery: 'body' } })
  const { accessToken, user } = (await session.json()) as { accessToken: string; user: { id: string } }
  const made = await maker.request.post(`${stage.product.url}/api/api-keys`, {
    data: { name: 'Puente contable', scopes: ['tenant.read', 'roles.read'] },
    headers: { authorization: `Bearer ${accessToken}` },
  })
  assert.equal(made.status(), 201, await made.text())
  await maker.close()
  await api.send('PATCH', `/api/roles/${role}`, { permissions: ['keys.manage', 'keys.read', 'roles.read'] })

  const page = await open({ path: '/a/demo/access' })
  await page.getByRole('tab', { name: 'Claves de API' }).click()
  const card = page.getByRole('region', { name: 'Puente contable' })
  await seen(card.getByText('Limitada'))
  await card.getByText('2 permisos').click()
  await seen(card.getByText('(ya no cuenta)'))
  await api.send('DELETE', `/api/users/${user.id}`)
  await page.reload()
  await page.getByRole('tab', { name: 'Claves de API' }).click()
  await seen(card.getByText('Detenida'))
  await seen(card.getByText(/^Iván Puente ya no puede nada/))
  assert.deepEqual(await inspect(page, 'stopped key'), [])
  await card.getByRole('button', { name: 'Renovar' }).press('Enter')
  const asks = dialog(page, 'Renovar la clave de Puente contable')
  await seen(asks.getByText(/^Se crea una clave nueva y respondés por ella/))
  assert.equal(await asks.getByLabel('La anterior sirve').count(), 0)
  await asks.getByRole('button', { name: 'Renovar clave' }).click()
  await page.getByRole('dialog').getByRole('button').last().click()
  await seen(card.getByText('Responde por ella: Lucía Paz'))
  await gone(card.getByText('Detenida'))
})
