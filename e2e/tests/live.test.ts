import assert from 'node:assert/strict'
import { barriers } from '../kit/accessible.ts'
import { simulatorChannel } from '../kit/customer.ts'
import { misfits } from '../kit/fit.ts'
import { becomes, gone, isSamePage, markPage, placeOf, seen } from '../kit/look.ts'
import { layNetwork } from '../kit/network.ts'
import { shoot } from '../kit/shots.ts'
import { openStage } from '../kit/stage.ts'
import { wrongWords } from '../kit/words.ts'

const { scene, product } = await openStage()

type Made = { id: string }
type Found = { items: Made[] }

scene('The board follows who waits and who is served without being loaded again, and acts in place', async ({ open, api, customer }) => {
  const page = await open({ path: '/a/demo/live' })
  await seen(page.getByText('Todavía no hay colas'))
  const channelId = await simulatorChannel(api)
  const campaign = await api.send<Made>('POST', '/api/campaigns', {
    name: 'Atención',
    channelIds: [channelId],
    bot: { on: false, flowId: null },
    routing: [{ strategy: 'manual', weight: 100 }],
    serviceLevel: { firstResponse: 86_400, nextResponse: null, resolution: null, warnAt: 80, byPriority: {} },
  })
  const queue = page.getByRole('region', { name: 'General', exact: true })
  await seen(queue)
  await markPage(page)
  const number = (name: string) => queue.locator('dl > div').filter({ hasText: name }).locator('dd').first()
  const shows = (name: string, wanted: string) => becomes(async () => (await number(name).innerText()).split('\n')[0], wanted, `${name} is ${wanted}`)
  // Those of the sample data who wait for somebody are placed in the campaign when it begins, soon after it was made.
  const base = (await api.get<Found>('/api/conversations?view=unassigned&tab=open&limit=50')).items.length
  const { items } = await api.get<Found>(`/api/queues?campaignId=${campaign.id}&limit=10`)
  await shows('En espera', `${base}`)
  await customer('Ana Tablero').says('hola')
  await shows('En espera', `${base + 1}`)
  await number('En espera').getByRole('button').click()
  const rows = page.getByRole('dialog', { name: 'General: En espera' })
  await seen(rows.getByRole('link', { name: 'Ana Tablero' }))
  await shoot(page, 'live rows')
  await rows.getByRole('button', { name: 'Acciones de Ana Tablero' }).click()
  await page.getByRole('menuitem', { name: 'Subir la prioridad: Alta' }).click()
  await seen(page.getByText('Prioridad de Ana Tablero: Alta'))
  await rows.getByRole('button', { name: 'Acciones de Ana Tablero' }).click()
  await page.getByRole('menuitem', { name: 'Tomar', exact: true }).click()
  await gone(rows.getByRole('link', { name: 'Ana Tablero' }))
  await rows.getByRole('button', { name: 'Cerrar' }).click()
  await shows('En espera', `${base}`)
  const before = Number(await number('En atención').innerText())
  await queue.getByRole('button', { name: 'Acciones de General' }).click()
  await page.getByRole('menuitem', { name: 'Tomar la siguiente' }).click()
  await shows('En espera', `${base - 1}`)
  await shows('En atención', `${before + 1}`)
  const people = page.getByRole('region', { name: 'Personas' })
  await seen(people.getByRole('link', { name: 'Ana Tablero' }))

  await people.getByRole('button', { name: 'Cambiar el estado de Lucía Paz' }).click()
  await page.getByRole('menuitem', { name: 'En pausa: reunión' }).click()
  await seen(people.getByText('En pausa: reunión'))
  await shows('Disponibles', '0')
  await queue.getByRole('button', { name: 'Acciones de General' }).click()
  await page.getByRole('menuitem', { name: 'Cerrar la cola' }).click()
  await seen(queue.getByText('Cerrada', { exact: true }))
  await page.keyboard.press('Control+z')
  await gone(queue.getByText('Cerrada', { exact: true }))
  await api.send('POST', `/api/queues/${items[0]!.id}/close`)
  await seen(queue.getByText('Cerrada', { exact: true }))
  await api.send('POST', `/api/queues/${items[0]!.id}/open`)
  await gone(queue.getByText('Cerrada', { exact: true }))
  assert.ok(await isSamePage(page))
  await shoot(page, 'live board')
})

scene('The next one of the queue is taken from the inbox with a key', async ({ open, api, customer }) => {
  await api.send('PUT', '/api/users/me/presence', { state: 'available' })
  await customer('Bruno Siguiente').says('hola')
  const page = await open({ path: '/a/demo/inbox/all' })
  await seen(page.getByRole('button', { name: /^Tomar la siguiente · [1-9]/ }))
  await seen(page.getByTitle(/^Lugar \d+ en la cola General$/))
  await shoot(page, 'take next')
  await page.keyboard.press('y')
  await becomes(async () => /\/inbox\/all\/[0-9a-f-]{36}$/.test(placeOf(page)), true, 'it is open')
  const id = placeOf(page).split('/').at(-1)
  await becomes(async () => (await api.get<{ assignee: { name: string } | null }>(`/api/conversations/${id}`)).assignee?.name, 'Lucía Paz', 'it is mine')
})

scene('The wall opens by its link without a session, lives through a lost network, and is shut by revoking', async ({ open, troubles }) => {
  troubles.expect(/live\/wall/, /ERR_/)
  const page = await open({ path: '/a/demo/live' })
  await page.getByRole('button', { name: 'Pantalla de pared' }).click()
  const dialog = page.getByRole('dialog', { name: 'Pantalla de pared' })
  await dialog.getByLabel('Nombre', { exact: true }).fill('Recepción')
  await dialog.getByRole('button', { name: 'Crear el enlace' }).click()
  const link = await dialog.getByLabel('Enlace', { exact: true }).inputValue()
  const network = await layNetwork(product.port)
  const wall = await open({ signedIn: false, url: network.url, path: `/live/wall${new URL(link).hash}` })
  await seen(wall.getByText('Espera más larga'))
  await seen(wall.getByText(/Datos de hace \d+ s/))
  assert.equal(await wall.evaluate(() => document.documentElement.dataset.theme), 'dark')
  const figure = await wall
    .locator('dd')
    .first()
    .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))
  assert.ok(figure >= 56, `figures are ${figure} px high`)
  await shoot(wall, 'wall whole')
  assert.deepEqual(await barriers(wall), [])
  await wall.keyboard.press('Space')
  await wall.keyboard.press('ArrowRight')
  await seen(wall.getByRole('region', { name: 'General' }))
  await shoot(wall, 'wall queues')
  await wall.keyboard.press('ArrowRight')
  await gone(wall.getByText('Lucía Paz'))
  await shoot(wall, 'wall people')
  network.cut()
  await seen(wall.getByText(/Sin conexión: datos de hace/).or(wall.getByText(/Datos de hace ([5-9]|1\d) s/)))
  network.mend()
  await seen(wall.getByText(/Datos de hace [0-3] s/))
  await dialog.getByRole('button', { name: 'Revocar Recepción' }).click()
  await seen(wall.getByText('Este enlace ya no abre la pantalla'))
  await network.stop()
})

for (const [size, theme, spoken] of [
  ['desk', 'dark', 'en'],
  ['phone', 'light', 'pt-BR'],
] as const)
  scene(`The board and the wall fit and shut nobody out, ${size}, ${theme}, ${spoken}`, async ({ open, api }) => {
    await api.send('PUT', '/api/auth/profile', { language: spoken })
    const { key } = await api.send<{ key: string }>('POST', '/api/live/wall-links', { name: `${size} ${theme}` })
    const page = await open({ path: '/a/demo/live', size, theme })
    await seen(page.getByRole('region', { name: 'General', exact: true }))
    await shoot(page, `live board ${size} ${theme}`)
    const wrong = [...(await misfits(page)), ...(await barriers(page)), ...(await wrongWords(page, spoken))]
    const wall = await open({ signedIn: false, path: `/live/wall#${key}`, size, language: spoken === 'en' ? 'en-US' : 'pt-BR' })
    await seen(wall.locator('dd'))
    await wall.keyboard.press('Space')
    for (let at = 0; at < 3; at += 1) {
      await shoot(wall, `wall ${at} ${size} ${theme}`)
      wrong.push(...(await misfits(wall)).map((found) => `wall ${at}: ${found}`), ...(await barriers(wall)))
      await wall.keyboard.press('ArrowRight')
    }
    assert.deepEqual([...new Set(wrong)], [])
  })
