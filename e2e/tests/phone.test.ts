import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { replyField } from '../kit/inbox.ts'
import { becomes, countIs, gone, placeOf, seen } from '../kit/look.ts'
import { shoot } from '../kit/shots.ts'
import { openStage, type Size, type Theme } from '../kit/stage.ts'

/** The test phone as a page of its own: whom one is, what one is told, what can be simulated. */
const { scene } = await openStage()

const words = (page: Page) => page.getByRole('textbox', { name: /^Escribir como / })
const marks = (page: Page) => page.getByRole('list', { name: 'Qué se simula ahora' })
const controls = (page: Page) => page.getByRole('region', { name: 'Controles del teléfono' })
const bubbles = (page: Page) => page.getByRole('log').getByRole('article')

const write = async (page: Page, text: string) => {
  await words(page).fill(text)
  await words(page).press('Enter')
}

/** A customer of their own, so that scenes do not meet. */
const become = async (page: Page, name: string, number?: string) => {
  await page.getByRole('button', { name: 'Agregar cliente' }).click()
  const dialog = page.getByRole('dialog', { name: 'Agregar cliente' })
  await dialog.getByLabel('Nombre').fill(name)
  if (number) await dialog.getByLabel(/^Número/).fill(number)
  await dialog.getByRole('button', { name: 'Agregar', exact: true }).click()
  await gone(dialog)
  await seen(page.getByRole('region', { name: `Teléfono de ${name}` }))
}

scene('25 h later the inbox allows no free text any more, and the customer’s next words allow it again', async ({ open }) => {
  const page = await open({ path: '/sim' })
  await become(page, 'Elena Reloj')
  await seen(marks(page).getByText('Responde el flujo Bienvenida'))
  await write(page, 'hola')
  await seen(page.getByRole('button', { name: 'Hablar con alguien', exact: true }))
  await seen(controls(page).getByText(/^La ventana de servicio cierra en /))
  await controls(page).getByRole('button', { name: '+25 h' }).click()
  await seen(controls(page).getByText(/^Ventana de servicio cerrada/))
  await seen(marks(page).getByText(/\(\+1\sd 1\sh\)$/))
  await shoot(page, 'phone 25 h later')
  await page.getByRole('button', { name: 'Abrir en la bandeja' }).click()
  await seen(page.getByText(/^Pasaron 24 h desde su último mensaje/))
  await page.goBack()
  await write(page, 'sigo aquí')
  await seen(controls(page).getByText(/^La ventana de servicio cierra en /))
  await page.getByRole('button', { name: 'Abrir en la bandeja' }).click()
  await seen(replyField(page, 'Elena Reloj'))
  assert.match(placeOf(page), /\/inbox\/all\//)
})

scene('As a number linked by QR, the menu arrives as numbered text', async ({ open }) => {
  const page = await open({ path: '/sim' })
  await become(page, 'Quique Erre')
  await controls(page).getByLabel('Se comporta como').selectOption('qr')
  await seen(controls(page).getByText('Sin botones: los menús llegan como texto numerado'))
  await seen(marks(page).getByText('WhatsApp por QR'))
  await write(page, 'hola')
  await seen(bubbles(page).filter({ hasText: /1\. / }))
  assert.equal(await page.getByRole('button', { name: 'Hablar con alguien', exact: true }).count(), 0)
  await controls(page).getByLabel('Se comporta como').selectOption('cloud')
  await gone(marks(page).getByText('WhatsApp por QR'))
})

scene('Who answers: the flow, oneself, nobody', async ({ open, api }) => {
  const page = await open({ path: '/sim' })
  await become(page, 'Pía Piso')
  await write(page, 'hola')
  await seen(page.getByRole('button', { name: 'Hablar con alguien', exact: true }))
  await controls(page).getByRole('radio', { name: 'Una persona' }).click()
  await seen(marks(page).getByText(/^Responde (?!el flujo)/))
  await controls(page).getByRole('radio', { name: 'Nadie' }).click()
  await seen(marks(page).getByText('No responde nadie'))
  await write(page, 'hola, ¿hay alguien?')
  const last = async () => (await api.get<{ items: { lastMessage: { preview: string } }[] }>('/api/conversations?q=Pía&limit=1')).items[0]?.lastMessage.preview
  await becomes(last, 'hola, ¿hay alguien?', 'the team has it, and nobody answered')
  await controls(page).getByRole('radio', { name: 'El flujo' }).click()
  await seen(marks(page).getByText('Responde el flujo Bienvenida'))
  const before = await bubbles(page).count()
  await write(page, 'hola')
  await countIs(bubbles(page), before + 2, 'the flow answers again')
})

scene('Faults stand above the phone for as long as they are in force', async ({ open, api }) => {
  const page = await open({ path: '/sim' })
  const own = controls(page)
  // The first change is still on its way when the others are made: none of them takes another back.
  const made = Promise.withResolvers<void>()
  const faultsOf = '**/api/simulator/*/faults'
  await page.route(faultsOf, async (route) => {
    if (route.request().method() === 'PUT' && route.request().postDataJSON().duplicate !== true) await made.promise
    await route.continue()
  })
  await own.getByRole('button', { name: 'Demora (segundos): 30', exact: true }).click()
  await own.getByLabel('Duplicar avisos').click()
  await own.getByRole('button', { name: 'Cuántos envíos rechazar: 3' }).click()
  made.resolve()
  const { simulatorChannelId } = await api.get<{ simulatorChannelId: string }>('/api/home')
  const kept = () => api.get<{ delaySeconds: number; duplicate: boolean; failSends: { times: number } | null }>(`/api/simulator/${simulatorChannelId}/faults`)
  const told = async () => {
    const { delaySeconds, duplicate, failSends } = await kept()
    return [delaySeconds, duplicate, failSends?.times ?? 0]
  }
  await becomes(told, [30, true, 3], 'all of them are kept')
  await page.unroute(faultsOf)
  for (const fault of ['30 s de demora', 'Avisos dobles', 'Rechaza 3 envíos']) await seen(marks(page).getByText(fault))
  await shoot(page, 'phone with faults')
  await own.getByRole('button', { name: 'Quitar todas las fallas' }).click()
  await gone(marks(page).getByText('30 s de demora'))
  // The page says so at once; the server has it a moment later.
  await becomes(told, [0, false, 0], 'no faults are left')
})

scene('A customer from abroad has words of their own to try, and a sample voice note needs no microphone', async ({ open }) => {
  const page = await open({ path: '/sim' })
  await become(page, 'John Smith', '+1 415 555 0100')
  await page.getByRole('button', { name: 'hi', exact: true }).click()
  await seen(bubbles(page).filter({ hasText: 'John Smith' }))
  await page.getByRole('button', { name: 'Adjuntar' }).click()
  await page.getByRole('menuitem', { name: 'Nota de voz de ejemplo' }).click()
  await seen(bubbles(page).getByRole('button', { name: 'Reproducir' }))
  await controls(page).getByLabel('Idioma').selectOption('pt-BR')
  await seen(page.getByRole('button', { name: 'oi', exact: true }))
})

const looks: [Size, Theme][] = [
  ['phone', 'light'],
  ['phone', 'dark'],
]
for (const [size, theme] of looks)
  scene(`The controls on a ${theme} ${size}: a sheet, nothing wider than the screen`, async ({ open }) => {
    const page = await open({ path: '/sim', size, theme })
    await seen(page.getByText('Simulado · no sale a internet'))
    await page.getByRole('button', { name: 'Controles del teléfono' }).tap()
    await seen(page.getByRole('dialog', { name: 'Controles del teléfono' }).getByText('Reloj del teléfono'))
    await shoot(page, `phone controls ${size} ${theme}`)
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), page.viewportSize()?.width)
  })

scene('A menu that somebody opened before the phone arrived stays open, and so does what they type in', async ({ open }) => {
  const page = await open()
  let arrive = () => undefined as void
  const way = new Promise<void>((resolve) => void (arrive = resolve))
  await page.route(/\/api\/simulator\/[^/]+\/phones\?/, async (route) => {
    await way
    await route.continue()
  })
  await page.goto('/a/demo/home')
  await page.getByRole('button', { name: 'Ajustes' }).click()
  const people = page.getByRole('menuitem', { name: 'Personas y equipos' })
  await seen(people)
  arrive()
  await seen(words(page))
  await people.click()
  await becomes(async () => placeOf(page), '/settings/users', 'the menu is still there to be pressed')
})
