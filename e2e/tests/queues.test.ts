import assert from 'node:assert/strict'
import { barriers } from '../kit/accessible.ts'
import { simulatorChannel } from '../kit/customer.ts'
import { misfits } from '../kit/fit.ts'
import { becomes, gone, placeOf, seen } from '../kit/look.ts'
import { shoot } from '../kit/shots.ts'
import { openStage } from '../kit/stage.ts'
import { wrongWords } from '../kit/words.ts'

const { scene } = await openStage()

const list = '/a/demo/settings/queues'
type Made = { id: string }

scene('A queue is written, put in its place with the keyboard, tried and removed', async ({ open, api }) => {
  const channelId = await simulatorChannel(api)
  const campaign = await api.send<Made>('POST', '/api/campaigns', {
    name: 'Atención',
    channelIds: [channelId],
    bot: { on: false, flowId: null },
    routing: [{ strategy: 'manual', weight: 100 }],
  })
  await api.send('POST', '/api/queues', { campaignId: campaign.id, name: 'Ventas', entry: { keywords: ['comprar'] }, position: 0 })
  const page = await open({ path: '/home' })
  await page.getByRole('button', { name: 'Ajustes' }).click()
  await page.getByRole('menuitem', { name: 'Colas' }).click()
  const rows = page.getByRole('list', { name: 'Atención' }).getByRole('listitem')
  await seen(rows)
  await page.getByRole('link', { name: 'Nueva cola en Atención' }).click()
  await page.getByRole('button', { name: 'Guardar cambios' }).click()
  await seen(page.getByText('Escribí un nombre'))
  await page.getByLabel('Nombre', { exact: true }).fill('Prioritaria')
  await page.getByLabel('Palabras del cliente').fill('urgente')
  await page.keyboard.press('Enter')
  await seen(page.getByRole('button', { name: 'Quitar urgente' }))
  await page.getByRole('switch', { name: /^Reglas propias/ }).click()
  await page.getByLabel('Regla 1', { exact: true }).selectOption('least_busy')
  await page.getByRole('button', { name: 'Agregar: Habilidades que se piden' }).click()
  await page.getByLabel('Habilidad 1', { exact: true }).fill('portugués')
  await page.getByLabel('Espera más larga', { exact: true }).selectOption('300')
  await page.getByLabel('Al pasar la espera más larga, o si está llena').selectOption('queue')
  await page.getByLabel('Cola', { exact: true }).selectOption({ label: 'Ventas · Atención' })
  await page.getByRole('button', { name: 'Guardar cambios' }).click()
  await seen(page.getByText('Cola Prioritaria creada'))
  await becomes(async () => /\/settings\/queues\/[0-9a-f-]{36}$/.test(placeOf(page)), true, 'it has an address of its own')
  await page.getByRole('link', { name: 'Volver a las colas' }).click()

  const second = rows.nth(1)
  await becomes(() => second.innerText().then((words) => words.split('\n').includes('Prioritaria') || words.includes('Prioritaria')), true, 'it stands second')
  const sentence = (await second.innerText()).replaceAll(/\s+/g, ' ')
  assert.match(sentence, /Si dice “urgente” → Prioritaria, el menos ocupado, habilidad portugués, 5 min como máximo, si no → Ventas/)
  await second.getByRole('link', { name: 'Prioritaria' }).focus()
  await page.keyboard.press('Alt+ArrowUp')
  await becomes(async () => (await rows.nth(0).innerText()).includes('Prioritaria'), true, 'it moved up')
  const order = async () => {
    const { items } = await api.get<{ items: { name: string; isDefault: boolean; position: number }[] }>(`/api/queues?campaignId=${campaign.id}&limit=50`)
    return items.filter(({ isDefault }) => !isDefault).map(({ name }) => name)
  }
  await becomes(async () => (await order()).join(), 'Prioritaria,Ventas', 'the order is stored')

  await page.getByRole('button', { name: 'Probar' }).click()
  const trial = page.getByRole('dialog', { name: 'Probar el reparto' })
  await trial.getByLabel('Qué escribe el cliente').fill('es URGENTE')
  await trial.getByRole('button', { name: 'Ver adónde va' }).click()
  const outcome = trial.getByRole('region', { name: 'Resultado' })
  await seen(outcome.getByText(/Prioritaria/).first())
  await seen(outcome.getByText('Falta la habilidad').or(outcome.getByText('No está')))
  await shoot(page, 'queues trial')
  await page.keyboard.press('Escape')

  const menu = page.getByRole('button', { name: 'Acciones de Prioritaria' })
  await menu.click()
  await page.getByRole('menuitem', { name: 'Cerrar la cola' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Cerrar la cola' }).click()
  await seen(rows.nth(0).getByText('Cerrada'))
  await menu.click()
  await page.getByRole('menuitem', { name: 'Abrir la cola' }).click()
  await gone(rows.nth(0).getByText('Cerrada'))
  await menu.click()
  await page.getByRole('menuitem', { name: 'Eliminar' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Eliminar' }).click()
  await becomes(async () => (await order()).join(), 'Ventas', 'it is gone')
})

scene('A conversation goes to a queue with a note, comes back by undoing, and says why somebody got it', async ({ open, api, customer }) => {
  const ana = customer('Ana Cola')
  await ana.says('hola')
  await becomes(() => ana.conversation().then(Boolean, () => false), true, 'it has begun')
  const id = await ana.conversation()
  const page = await open({ path: `/a/demo/inbox/all/${id}` })
  await seen(page.getByRole('heading', { name: 'Ana Cola' }))
  const stored = () => api.get<{ queue: { name: string } | null; assignee: { name: string } | null }>(`/api/conversations/${id}`)
  await becomes(async () => (await stored()).queue?.name, 'General', 'it waits in the default queue')
  await page.keyboard.press('t')
  const dialog = page.getByRole('dialog', { name: 'Transferir' })
  await seen(dialog)
  await dialog.getByRole('radio', { name: 'Colas' }).click()
  await dialog.getByRole('option', { name: /Ventas/ }).click()
  await dialog.getByLabel('Nota interna').fill('quiere comprar')
  await shoot(page, 'transfer to queue')
  await dialog.getByRole('button', { name: 'Transferir' }).click()
  await seen(page.getByText('Pasada a Ventas'))
  await becomes(async () => (await stored()).queue?.name, 'Ventas', 'it waits in Ventas')
  await seen(page.getByText('quiere comprar'))
  await page.keyboard.press('Control+z')
  await becomes(async () => (await stored()).queue?.name, 'General', 'it is back')

  const { items } = await api.get<{ items: { id: string; name: string; campaignName: string }[] }>('/api/queues?limit=200')
  const general = items.find((queue) => queue.name === 'General' && queue.campaignName === 'Atención')!
  await api.send('PATCH', `/api/queues/${general.id}`, { routing: [{ strategy: 'least_busy', weight: 100 }] })
  await page.getByRole('button', { name: '¿Por qué Lucía Paz?' }).click()
  const why = page.getByRole('dialog', { name: '¿Por qué Lucía Paz?' })
  await seen(why.getByText('Repartida a Lucía Paz desde General'))
  await seen(why.getByRole('list', { name: 'Quiénes se miraron' }).getByText('Lucía Paz'))
  await shoot(page, 'why')
})

for (const [size, theme, spoken] of [
  ['desk', 'dark', 'en'],
  ['phone', 'light', 'pt-BR'],
] as const)
  scene(`Queues and their editor fit and shut nobody out, ${size}, ${theme}, ${spoken}`, async ({ open, api }) => {
    const campaign = await api.send<Made>('POST', '/api/campaigns', { name: `Campaña ${size} ${theme}` })
    const queue = await api.send<Made>('POST', '/api/queues', {
      campaignId: campaign.id,
      name: 'Prioritaria',
      entry: { keywords: ['urgente', 'ya mismo'], languages: ['pt'], loadAbove: 80 },
      routing: [
        { strategy: 'least_busy', weight: 60 },
        { strategy: 'skills', weight: 40 },
      ],
      requiredSkills: [{ name: 'portugués', level: 3 }],
      capacity: 20,
      maxWaitSeconds: 300,
      overflow: { to: 'callback', text: 'Te llamamos' },
      serviceLevel: {
        firstResponse: 60,
        nextResponse: 120,
        resolution: null,
        warnAt: 80,
        byPriority: { urgent: { firstResponse: 30, nextResponse: 60, resolution: null } },
      },
    })
    await api.send('POST', '/api/queues', { campaignId: campaign.id, name: 'Ventas' })
    await api.send('PUT', '/api/auth/profile', { language: spoken })
    const page = await open({ path: list, size, theme })
    const wrong: string[] = []
    const inspect = async (what: string) => {
      await shoot(page, `queues ${what} ${size} ${theme}`)
      for (const found of await misfits(page)) wrong.push(`${what}: ${found}`)
    }
    await seen(page.getByRole('link', { name: 'Prioritaria' }))
    await inspect('list')
    wrong.push(...(await barriers(page)), ...(await wrongWords(page, spoken)))
    await page.goto(`${list}/${queue.id}`)
    await seen(page.getByRole('heading', { name: 'Prioritaria', level: 1 }))
    const headings = page.getByRole('heading', { level: 2 })
    for (let at = 0; at < 6; at += 1) {
      await headings.nth(at).evaluate((element) => element.scrollIntoView({ block: 'start' }))
      await inspect(`editor ${at}`)
    }
    wrong.push(...(await barriers(page)), ...(await wrongWords(page, spoken)))
    assert.deepEqual([...new Set(wrong)], [])
  })
