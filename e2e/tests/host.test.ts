import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import type { Api } from '../kit/api.ts'
import { misfits } from '../kit/fit.ts'
import { row } from '../kit/inbox.ts'
import { becomes, countIs, gone, placeOf, seen } from '../kit/look.ts'
import { openStage } from '../kit/stage.ts'
import { inspect } from '../kit/themes.ts'

/** The console of who runs the installation: organisations, their limits, and a look inside with a reason and a clock. */
const { scene } = await openStage()

type Tenant = { id: string; name: string }

const addTenant = async (api: Api, name: string): Promise<Tenant> =>
  (
    await api.send<{ tenant: Tenant }>('POST', '/api/tenants', {
      name,
      owner: { name: 'Olga Dueña', email: `${name.toLowerCase().replaceAll(/\W/g, '')}@ejemplo.com` },
    })
  ).tenant
const demo = async (api: Api): Promise<Tenant> => (await api.get<{ items: Tenant[] }>('/api/tenants?q=Demo')).items[0]!

const dialog = (page: Page, name: string) => page.getByRole('dialog', { name })
const clock = (page: Page) => page.getByRole('timer', { name: 'Tiempo que queda' })

scene('A new organisation is made with keys alone, and its owner comes in by the link', async ({ open }) => {
  const host = await open({ path: '/home' })
  await seen(host.getByRole('heading', { name: /^Buen/ }))
  // The phone takes the focus when it is there; after that nothing does.
  await seen(host.getByRole('textbox', { name: /^Escribir como / }))
  await host.getByRole('heading', { name: /^Buen/ }).click()
  await host.keyboard.press('g')
  await host.keyboard.press('o')
  const make = host.getByRole('button', { name: 'Nueva organización' })
  await make.focus()
  await host.keyboard.press('Enter')
  await seen(dialog(host, 'Nueva organización'))
  await host.keyboard.press('Enter')
  await countIs(dialog(host, 'Nueva organización').getByText('Falta completar'), 3, 'what is missing is said at its field')
  await host.keyboard.press('Escape')
  await becomes(() => make.evaluate((button) => button === document.activeElement), true, 'the focus goes back to the button')
  await host.keyboard.press('Enter')
  await seen(dialog(host, 'Nueva organización'))
  await host.keyboard.type('Óptica del Puerto')
  for (const words of ['', '', '', 'Olga Puerto', 'olga@puerto.ejemplo.com']) {
    await host.keyboard.press('Tab')
    await host.keyboard.type(words)
  }
  await host.keyboard.press('Enter')
  const made = dialog(host, 'Óptica del Puerto está lista')
  const link = await made.getByLabel('Enlace de entrada').inputValue()
  await made.getByRole('button', { name: 'Listo' }).press('Enter')
  await seen(host.getByRole('link', { name: 'Óptica del Puerto' }))

  const owner = await open({ path: link, signedIn: false })
  await seen(owner.getByRole('heading', { name: 'Te damos la bienvenida' }))
  await owner.getByRole('button', { name: 'Empezar' }).click()
  await seen(owner.getByRole('heading', { name: /^Buen.*, Olga$/ }))
  assert.equal(placeOf(owner), '/home')
})

scene(
  'For an address that has an account the organisation waits; its owner accepts with that account, and a new link can be made until then',
  async ({ open, api, troubles }) => {
    troubles.expect(/answer 404: GET .*\/api\/invitations\/by-key\//)
    const [email, password] = ['rosa@ejemplo.com', 'caballo correcto']
    const { link: first } = await api.send<{ link: string }>('POST', '/api/invitations', { email, role: 'agent' })
    await api.send('POST', '/api/invitations/accept', { key: first.split('/').at(-1), name: 'Rosa', password, tokenDelivery: 'body' })

    const host = await open({ path: '/host' })
    await host.getByRole('button', { name: 'Nueva organización' }).click()
    const asks = dialog(host, 'Nueva organización')
    await asks.getByLabel('Nombre', { exact: true }).fill('Vivero del Sur')
    await asks.getByLabel('Nombre de quien la administra').fill('Rosa Vivero')
    await asks.getByLabel('Correo de quien la administra').fill(email)
    await asks.getByRole('button', { name: 'Crear organización' }).click()
    const made = dialog(host, 'Vivero del Sur está lista')
    await seen(made.getByText(/^rosa@ejemplo.com ya tiene una cuenta/))
    const older = await made.getByLabel('Enlace de invitación').inputValue()
    assert.match(older, /\/join\/[\w-]{43}$/)
    assert.deepEqual(await inspect(host, 'owner invited'), [])
    await made.getByRole('button', { name: 'Listo' }).click()
    const line = host.getByRole('row', { name: /Vivero del Sur/ })
    await seen(line.getByText('Espera a quien la administra'))
    await line.getByRole('link', { name: 'Vivero del Sur' }).click()
    await seen(host.getByText(/^Espera a que rosa@ejemplo.com acepte administrarla/))
    assert.equal(await host.getByRole('button', { name: 'Entrar', exact: true }).count(), 0, 'there is nobody yet as whom one could look in')
    assert.deepEqual(await inspect(host, 'owner awaited'), [])
    const again = host.getByRole('button', { name: 'Nuevo enlace' })
    await again.press('Enter')
    const who = dialog(host, '¿Quién administra Vivero del Sur?')
    assert.equal(await who.getByLabel('Correo de quien la administra').inputValue(), email)
    await who.getByLabel('Nombre de quien la administra').press('Enter')
    const way = dialog(host, 'Enlace para Vivero del Sur')
    const link = await way.getByLabel('Enlace de invitación').inputValue()
    await way.getByRole('button', { name: 'Listo' }).press('Enter')
    await becomes(() => again.evaluate((button) => button === document.activeElement), true, 'the focus goes back to the button')

    const owner = await open({ path: older, signedIn: false })
    await seen(owner.getByRole('heading', { name: 'Esta invitación ya no sirve' }))
    await owner.goto(link)
    await seen(owner.getByRole('heading', { name: 'Te invitaron a Vivero del Sur' }))
    await seen(owner.getByRole('link', { name: /^¿La cuenta no es tuya/ }))
    assert.deepEqual(await inspect(owner, 'owner asked to sign in'), [])
    await owner.getByRole('link', { name: 'Entrar para aceptar' }).click()
    await owner.getByLabel('Correo').fill(email)
    await owner.getByLabel('Contraseña', { exact: true }).fill(password)
    await owner.keyboard.press('Enter')
    await owner.getByRole('button', { name: 'Unirme a Vivero del Sur' }).click()
    await seen(owner.getByRole('heading', { name: /^Buen.*, Rosa$/ }))
    assert.match(new URL(owner.url()).pathname, /^\/a\/vivero-del-sur\/home$/)
    await host.reload()
    await seen(host.getByRole('button', { name: 'Entrar', exact: true }))
    await gone(host.getByText(/^Espera a que rosa/))
  },
)

scene('Limits are set in the page of an organisation, and what is near or at one says so in words', async ({ open, api }) => {
  const { id } = await addTenant(api, 'Taller Limitado')
  const page = await open({ path: `/host/${id}` })
  await page.getByLabel('Usuarios').fill('uno')
  await page.getByRole('button', { name: 'Guardar límites' }).click()
  await seen(page.getByText('Escribir un número entero, o dejar vacío'))
  await page.getByLabel('Usuarios').fill('1')
  await page.getByLabel('Mensajes por mes').fill('5000')
  await page.getByRole('button', { name: 'Guardar límites' }).click()
  const usage = page.getByRole('region', { name: 'Uso' })
  await seen(usage.getByText('1 de 1'))
  await seen(usage.getByText('Límite alcanzado'))
  await seen(usage.getByText('0 de 5.000'))
  await page.getByRole('link', { name: 'Organizaciones' }).click()
  await seen(page.getByRole('row', { name: /Taller Limitado/ }).getByText('Límite alcanzado'))
})

scene('Suspending says what it stops, and is taken back', async ({ open, api }) => {
  const { id } = await addTenant(api, 'Gimnasio Pausado')
  const page = await open({ path: `/host/${id}` })
  const suspend = page.getByRole('button', { name: 'Suspender' })
  await suspend.click()
  const asks = dialog(page, '¿Suspender Gimnasio Pausado?')
  await seen(asks.getByText('Sus canales dejan de enviar'))
  await asks.getByRole('button', { name: 'Suspender' }).click()
  await seen(page.getByText(/^Suspendida desde/))
  assert.deepEqual(await inspect(page, 'host suspended'), [])
  await page.getByRole('button', { name: 'Eliminar' }).click()
  const sure = dialog(page, '¿Eliminar Gimnasio Pausado para siempre?')
  await sure.getByRole('textbox').fill('Gimnasio')
  await sure.getByRole('button', { name: 'Eliminar' }).click()
  await seen(sure.getByText('No es el nombre de la organización'))
  await sure.getByRole('button', { name: 'Cancelar' }).click()
  await page.getByRole('button', { name: 'Reactivar' }).click()
  await seen(suspend)
})

scene('An organisation leaves with a copy of everything, or only when nobody wants one', async ({ open, api }) => {
  const { id } = await addTenant(api, 'Librería Mudanza')
  await api.send('POST', `/api/tenants/${id}/suspend`)
  const page = await open({ path: `/host/${id}` })
  await page.getByRole('button', { name: 'Eliminar' }).click()
  const sure = dialog(page, '¿Eliminar Librería Mudanza para siempre?')
  await sure.getByRole('textbox').fill('Librería Mudanza')
  await sure.getByRole('button', { name: 'Eliminar' }).click()
  await seen(sure.getByText('Primero hay que exportar los datos, o aceptar que no quede copia.'))
  await seen(sure.getByRole('switch', { name: /^Eliminar sin copia/ }))
  assert.deepEqual(await inspect(page, 'host removal without a copy'), [])
  await sure.getByRole('button', { name: 'Cancelar' }).click()

  // The network holds the copy back until it was seen that it is being prepared.
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>()
  await page.route('**/export', async (route) => {
    await held
    await route.continue()
  })
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Exportar datos' }).press('Enter')
  await seen(page.getByRole('status').getByText('Preparando la copia'))
  await seen(page.getByRole('button', { name: 'Detener' }))
  assert.deepEqual(await inspect(page, 'host export under way'), [])
  letGo()
  const file = await saved
  assert.equal(file.suggestedFilename(), 'libreria-mudanza.zip')
  assert.equal(readFileSync(await file.path()).toString('latin1', 0, 2), 'PK')
  await gone(page.getByRole('button', { name: 'Detener' }))

  await page.getByRole('button', { name: 'Eliminar' }).click()
  await seen(sure.getByText(/^Última copia completa/))
  await sure.getByRole('textbox').fill('Librería Mudanza')
  await sure.getByRole('button', { name: 'Eliminar' }).click()
  await seen(page.getByRole('heading', { name: 'Organizaciones' }))
  await seen(page.getByText('Librería Mudanza fue eliminada'))
})

scene('An export that was begun by mistake is stopped', async ({ open, api }) => {
  const { id } = await addTenant(api, 'Copia Detenida')
  const page = await open({ path: `/host/${id}`, size: 'phone' })
  await page.route('**/export', () => {})
  await page.getByRole('button', { name: 'Exportar datos' }).tap()
  await page.getByRole('button', { name: 'Detener' }).tap()
  await gone(page.getByRole('button', { name: 'Detener' }))
  await seen(page.getByRole('button', { name: 'Exportar datos' }))
  assert.deepEqual(await inspect(page, 'host export stopped on a phone'), [])
})

scene('Looking into an organisation takes a reason, stands in a frame with a clock on every page, changes nothing, and ends', async ({ open, api }) => {
  const { id } = await demo(api)
  const page = await open({ path: `/host/${id}` })
  await page.getByRole('button', { name: 'Entrar', exact: true }).press('Enter')
  const asks = dialog(page, '¿Entrar en Clínica Demo?')
  await seen(asks.getByLabel('Motivo'))
  await page.keyboard.press('Enter')
  await seen(asks.getByText('Falta completar'))
  await page.keyboard.type('Ticket 4812, no ve sus mensajes')
  await page.keyboard.press('Enter')
  const line = page.getByText('Mirando como Lucía Paz, sin poder cambiar nada: Ticket 4812, no ve sus mensajes.')
  await seen(line)
  assert.equal(placeOf(page), '/home')
  const early = await clock(page).textContent()
  await becomes(async () => (await clock(page).textContent()) !== early, true, 'the clock runs')
  assert.match(early ?? '', /^(29:\d\d|30:00)$/)
  assert.equal(
    await page
      .getByRole('status')
      .filter({ has: clock(page) })
      .count(),
    0,
    'and is not read out every second',
  )

  await page.goto('/a/demo/inbox/all')
  await row(page, 'Valentina Soto').click()
  await seen(page.getByRole('log').getByRole('article'))
  await seen(line)
  assert.equal(await page.getByRole('textbox', { name: /^Mensaje para/ }).count(), 0, 'nothing is offered that would be refused')
  assert.equal(await page.getByRole('button', { name: 'Cerrar', exact: true }).count(), 0)
  assert.deepEqual(await inspect(page, 'acting as, inbox'), [])
  for (const path of ['/a/demo/access', '/a/demo/settings/users', '/a/demo/account', '/a/demo/nowhere']) {
    await page.goto(path)
    await seen(page.getByRole('heading', { level: 1 }))
    await seen(clock(page))
  }
  await page.getByRole('button', { name: 'Terminar' }).press('Enter')
  await seen(page.getByRole('heading', { name: 'Organizaciones' }))
  await gone(clock(page))
})

scene('With leave to change things the field to answer is there', async ({ open, api }) => {
  const { id } = await demo(api)
  const page = await open({ path: `/host/${id}`, size: 'phone' })
  await page.getByRole('button', { name: 'Entrar', exact: true }).tap()
  const asks = dialog(page, '¿Entrar en Clínica Demo?')
  await asks.getByLabel('Motivo').fill('Puesta en marcha con el cliente')
  await asks.getByRole('switch', { name: /^Permitir cambios/ }).tap()
  await asks.getByRole('button', { name: 'Entrar' }).tap()
  await seen(page.getByText('Trabajando como Lucía Paz: Puesta en marcha con el cliente.'))
  assert.deepEqual(await inspect(page, 'acting as, home on a phone'), [])
  await page.goto('/a/demo/inbox/all')
  await row(page, 'Valentina Soto').tap()
  await seen(page.getByRole('textbox', { name: 'Mensaje para Valentina Soto' }))
  await page.getByRole('button', { name: 'Terminar' }).tap()
  await seen(page.getByRole('heading', { name: 'Organizaciones' }))
})

scene('Two hundred organisations are listed, found and put in order, at a desk and on a phone', async ({ open, api }) => {
  const names = Array.from({ length: 205 }, (_, index) => `Sucursal ${String(index + 1).padStart(3, '0')}`)
  const handFull = 8
  for (let from = 0; from < names.length; from += handFull) await Promise.all(names.slice(from, from + handFull).map((name) => addTenant(api, name)))
  const late = await addTenant(api, 'Zapatería Última')
  await api.send('PATCH', `/api/tenants/${late.id}`, { limits: { users: 1 } })
  const page = await open({ path: '/host' })
  const links = page.getByRole('table').getByRole('link')
  await seen(page.getByText('Las primeras 200, por nombre'))
  assert.equal(await links.count(), 200)
  await page.getByLabel('Buscar por nombre').fill('sucursal 12')
  await countIs(links, 10, 'Sucursal 120 to 129')
  assert.deepEqual(await misfits(page), [])
  await page.getByLabel('Buscar por nombre').fill('zzz')
  await seen(page.getByText('Ninguna organización coincide'))
  await page.getByLabel('Buscar por nombre').fill('')
  await page.getByLabel('Orden').selectOption('nearest')
  await becomes(
    async () => /Zapatería Última|Taller Limitado/.test((await links.first().textContent()) ?? ''),
    true,
    'the nearest to a limit is first, whatever its name',
  )
  await becomes(async () => (await links.count()) > 206, true, 'all of them are there')

  const phone = await open({ path: '/host', size: 'phone' })
  await phone.getByLabel('Buscar por nombre').fill('zapat')
  await countIs(phone.getByRole('table').getByRole('link'), 1, 'the one that was looked for')
  assert.deepEqual(await misfits(phone), [])
})
