import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { barriers } from '../kit/accessible.ts'
import { misfits } from '../kit/fit.ts'
import { becomes, countIs, gone, placeOf, seen } from '../kit/look.ts'
import { shoot } from '../kit/shots.ts'
import { openStage } from '../kit/stage.ts'
import { wrongWords } from '../kit/words.ts'

const { scene } = await openStage()

const list = '/a/demo/settings/campaigns'
const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

scene('The owner makes a campaign with hours, a word for outside of them and people, and a customer meets it', async ({ open, api, customer }) => {
  const page = await open({ path: '/home' })
  await page.getByRole('button', { name: 'Ajustes' }).click()
  await page.getByRole('menuitem', { name: 'Campañas de atención' }).click()
  await seen(page.getByText('Todavía no hay campañas'))
  await shoot(page, 'campaigns empty')
  await page.getByRole('link', { name: 'Nueva campaña' }).first().click()
  await page.getByRole('button', { name: 'Guardar cambios' }).click()
  await seen(page.getByText('Escribí un nombre'))
  await page.getByLabel('Nombre', { exact: true }).fill('Ventas')
  await section(page, 'Canales').getByRole('checkbox').first().check()

  const hours = section(page, 'Horarios')
  await hours.getByRole('switch', { name: /^Siempre abierta/ }).click()
  // With the keyboard alone: Tuesday from nine to ten.
  const cell = (name: string) => hours.getByRole('gridcell', { name })
  await cell('lunes 09:00: cerrado').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await page.keyboard.press('Shift+ArrowRight')
  await seen(cell('martes 09:30: abierto'))
  assert.equal(await hours.getByLabel('martes, intervalo 1, hasta').inputValue(), '10:00')
  // With the mouse: Monday and Tuesday from ten to one.
  await cell('lunes 10:00: cerrado').hover()
  await page.mouse.down()
  await cell('martes 12:30: cerrado').hover()
  await page.mouse.up()
  assert.equal(await hours.getByLabel('martes, intervalo 1, hasta').inputValue(), '13:00')
  assert.equal(await hours.getByLabel('lunes, intervalo 1, desde').inputValue(), '10:00')
  // Monday gets an interval of its own and is copied to the week, which is then closed on all days: nobody is there whenever this test runs.
  await hours.getByRole('button', { name: 'Agregar un intervalo (lunes)' }).click()
  assert.equal(await hours.getByLabel('lunes, intervalo 2, desde').inputValue(), '14:00')
  await hours.getByLabel('Feriados', { exact: true }).selectOption('AR')
  await hours.getByLabel('Año', { exact: true }).selectOption('2026')
  await hours.getByRole('button', { name: 'Abrir ese día: Navidad' }).click()
  await seen(hours.getByText('Tiene horario propio'))
  assert.equal(await hours.getByLabel('Fecha').inputValue(), '2026-12-25')
  await page.getByLabel(/^¿Abierto ahora/).fill('2026-12-25T10:00')
  await seen(hours.getByText('Es un día especial. Navidad', { exact: false }))
  await page.getByLabel(/^¿Abierto ahora/).fill('2026-12-08T11:00')
  await seen(hours.getByText('Es feriado:', { exact: false }))
  for (const day of ['lunes', 'martes'])
    for (const button of await hours.getByRole('button', { name: new RegExp(`^Quitar el intervalo . \\(${day}\\)$`) }).all()) {
      void button
      await hours.getByRole('button', { name: `Quitar el intervalo 1 (${day})` }).click()
    }

  const closed = section(page, 'Fuera de horario')
  await closed.getByLabel('Qué pasa').selectOption('tell')
  await closed.getByLabel('Mensaje').fill('Estamos cerrados por ahora')
  await seen(closed.getByRole('figure').getByText('Estamos cerrados por ahora'))
  await section(page, 'Personas y equipos').getByRole('checkbox').first().check()
  const routing = section(page, 'Reparto')
  await routing.getByRole('button', { name: 'Agregar una regla' }).click()
  await seen(routing.getByText('Primero quien tiene menos conversaciones para su capacidad.'))
  await section(page, 'Etiquetas').getByLabel('Nueva etiqueta').fill('campaña')
  await page.keyboard.press('Enter')
  await shoot(page, 'campaign written')
  await page.getByRole('button', { name: 'Guardar cambios' }).click()
  await seen(page.getByText('Campaña Ventas creada'))
  await gone(page.getByRole('region', { name: 'Hay cambios sin guardar' }))
  await becomes(async () => /\/settings\/campaigns\/[0-9a-f-]{36}$/.test(placeOf(page)), true, 'it has an address of its own')

  await customer('Ana Campaña').says('hola')
  await seen(page.getByRole('region', { name: 'Números de la campaña' }).getByText('Esperan a alguien'))
  type Told = { contact: { name: string }; campaign: { name: string } | null; lastMessage: { preview: string } | null; tags: { name: string }[] }
  const hers = async () => {
    const { items } = await api.get<{ items: Told[] }>('/api/conversations?limit=200')
    const told = items.find(({ contact }) => contact.name === 'Ana Campaña')
    return told && [told.campaign?.name, told.tags.map(({ name }) => name), told.lastMessage?.preview]
  }
  await becomes(hers, ['Ventas', ['campaña'], 'Estamos cerrados por ahora'], 'the campaign has her, tags her and tells her')

  // Leaving with something unsaved asks; what another window stores comes in without taking away what is being written.
  await page.getByLabel('Descripción').fill('La de siempre')
  const id = placeOf(page).split('/').at(-1)!
  await api.send('PATCH', `/api/campaigns/${id}`, { name: 'Ventas y más' })
  await seen(page.getByRole('heading', { name: 'Ventas y más', level: 1 }))
  assert.equal(await page.getByLabel('Descripción').inputValue(), 'La de siempre')
  await page.getByRole('link', { name: 'Volver a las campañas' }).click()
  await page.getByRole('dialog', { name: '¿Salir sin guardar?' }).getByRole('button', { name: 'Cancelar' }).click()
  await page.getByRole('button', { name: 'Guardar cambios' }).click()
  await seen(page.getByText('Campaña Ventas y más guardada'))

  await page.getByRole('button', { name: 'Pausar' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Pausar' }).click()
  await seen(page.getByRole('button', { name: 'Reanudar' }))
  await page.getByRole('button', { name: 'Reanudar' }).click()
  await seen(page.getByRole('button', { name: 'Pausar' }))
  await page.getByRole('button', { name: 'Más acciones' }).click()
  await page.getByRole('menuitem', { name: 'Terminar' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Terminar' }).click()
  await seen(page.getByText('Esta campaña terminó y queda como fue. Podés crear una copia.'))
  assert.ok(await page.getByLabel('Nombre', { exact: true }).isDisabled())
})

scene('What the server refuses stands at its field', async ({ open, api, troubles }) => {
  troubles.expect(/answer 409: POST .*campaigns/)
  await api.send('POST', '/api/campaigns', { name: 'Soporte' })
  const page = await open({ path: `${list}/new` })
  await page.getByLabel('Nombre', { exact: true }).fill('soporte')
  await page.getByRole('button', { name: 'Guardar cambios' }).click()
  await seen(page.getByLabel('Nombre', { exact: true }).and(page.locator('[aria-invalid=true]')))
  await page.getByLabel('Nombre', { exact: true }).fill('Soporte técnico')
  await page.getByRole('button', { name: 'Guardar cambios' }).click()
  await seen(page.getByText('Campaña Soporte técnico creada'))
})

const everything = {
  description: 'Lo que se vende por teléfono y por mensaje',
  hours: {
    always: false,
    weekly: {
      1: [
        { from: '09:00', to: '13:00' },
        { from: '14:00', to: '18:15' },
      ],
      2: [{ from: '09:00', to: '18:00' }],
      6: [{ from: '22:00', to: '24:00' }],
      7: [{ from: '00:00', to: '02:00' }],
    },
    special: [{ date: '2026-12-24', name: 'Nochebuena', open: [{ from: '09:00', to: '12:00' }] }],
    holidays: 'AR',
  },
  closed: { do: 'close', text: 'Volvemos {{opens}}' },
  routing: [
    { strategy: 'skills', weight: 60 },
    { strategy: 'last_agent', weight: 40 },
  ],
  acceptanceSeconds: 60,
  serviceLevel: {
    firstResponse: 300,
    nextResponse: 600,
    resolution: 86_400,
    warnAt: 80,
    byPriority: { urgent: { firstResponse: 60, nextResponse: 120, resolution: 3600 } },
  },
  tags: ['VIP', 'primavera'],
}

for (const [size, theme, spoken] of [
  ['desk', 'dark', 'en'],
  ['phone', 'light', 'pt-BR'],
] as const)
  scene(`The list and the editor fit and shut nobody out, ${size}, ${theme}, ${spoken}`, async ({ open, api }) => {
    const name = `Campaña ${size} ${theme}`
    const { id } = await api.send<{ id: string }>('POST', '/api/campaigns', { name, ...everything })
    await api.send('PUT', '/api/auth/profile', { language: spoken })
    const page = await open({ path: list, size, theme })
    const wrong: string[] = []
    const inspect = async (what: string) => {
      await shoot(page, `campaigns ${what} ${size} ${theme}`)
      for (const found of await misfits(page)) wrong.push(`${what}: ${found}`)
    }
    await seen(page.getByRole('link', { name: new RegExp(name) }))
    await inspect('list')
    wrong.push(...(await barriers(page)))
    await page.goto(`${list}/${id}`)
    await seen(page.getByRole('heading', { name, level: 1 }))
    const headings = page.getByRole('heading', { level: 2 })
    await countIs(headings, 9, 'all sections are there')
    // Holidays and the answer about the hours come later than the rest, and move it.
    await seen(page.getByText(/^(Navidad|Natal|Christmas Day)$/))
    for (let at = 0; at < 9; at += 1) {
      await headings.nth(at).evaluate((element) => element.scrollIntoView({ block: 'start' }))
      await inspect(`editor ${at}`)
    }
    wrong.push(...(await barriers(page)), ...(await wrongWords(page, spoken)).filter((found) => !found.includes('{{opens}}')))
    assert.deepEqual([...new Set(wrong)], [])
  })
