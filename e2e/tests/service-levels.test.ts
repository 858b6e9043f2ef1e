import assert from 'node:assert/strict'
import { barriers } from '../kit/accessible.ts'
import { misfits } from '../kit/fit.ts'
import { openTalk, row } from '../kit/inbox.ts'
import { becomes, seen } from '../kit/look.ts'
import { shoot } from '../kit/shots.ts'
import { openStage } from '../kit/stage.ts'
import { wrongWords } from '../kit/words.ts'

/** What is owed by the service level, where people work: in the list, over the conversation and in its panel. */
const { scene } = await openStage()

type Talk = { id: string; contact: { name: string } }

scene('The list and the header say how long there is, by sign and words; the panel counts times and messages', async ({ open, api, customer }) => {
  const channel = (await api.get<{ items: { id: string; kind: string }[] }>('/api/channels')).items.find(({ kind }) => kind === 'simulator')!
  await api.send('POST', '/api/campaigns', {
    name: 'Ventas',
    channelIds: [channel.id],
    bot: { on: false, flowId: null },
    serviceLevel: {
      firstResponse: 1200,
      nextResponse: 600,
      resolution: null,
      warnAt: 80,
      byPriority: { urgent: { firstResponse: 10, nextResponse: 10, resolution: null } },
    },
  })
  const [ana, bea, caro] = [customer('Ana Plazo'), customer('Bea Vencida'), customer('Caro Pausa')]
  for (const one of [ana, bea, caro]) await one.says('hola')
  const talkOf = async (name: string) => (await api.get<{ items: Talk[] }>('/api/conversations?limit=200')).items.find(({ contact }) => contact.name === name)!
  for (const { name } of [ana, bea, caro]) await becomes(async () => (await talkOf(name)) !== undefined, true, `${name} is heard`)
  await api.send('PATCH', `/api/conversations/${(await talkOf(bea.name)).id}`, { priority: 'urgent' })
  await api.send('PUT', `/api/conversations/${(await talkOf(caro.name)).id}/status`, { status: 'pending' })

  const page = await open({ path: '/a/demo/inbox/all' })
  await seen(row(page, ana.name).getByText(/^Primera respuesta: quedan (19|20)\smin/))
  await seen(row(page, caro.name).getByText(/^Primera respuesta en pausa mientras se espera al cliente: quedan/))
  // By itself, when its ten seconds are over.
  await row(page, bea.name)
    .getByText(/^Primera respuesta: vencida hace/)
    .waitFor({ timeout: 30_000 })
  await openTalk(page, ana.name)
  await page
    .getByRole('button', { name: new RegExp(`^${ana.name}`) })
    .first()
    .click()
  const numbers = page.getByRole('heading', { name: 'Tiempos y mensajes' }).locator('..')
  await seen(numbers.getByText('1 del cliente, 0 de personas, 0 automáticos'))
  await shoot(page, 'due and numbers')
  await api.send('POST', `/api/conversations/${(await talkOf(ana.name)).id}/messages`, { content: { type: 'text', text: 'Hola, Ana' }, takeFloor: true })
  await seen(numbers.getByText('1 del cliente, 1 de personas, 0 automáticos'))
  await seen(numbers.getByText('persona'))
})

for (const [size, theme, words] of [
  ['desk', 'dark', 'en'],
  ['phone', 'light', 'pt-BR'],
  ['phone', 'dark', 'es'],
] as const) {
  scene(`What is owed is readable: ${size}, ${theme}, ${words}`, async ({ open, api }) => {
    const bea = (await api.get<{ items: Talk[] }>('/api/conversations?limit=200')).items.find(({ contact }) => contact.name === 'Bea Vencida')!
    await api.send('PUT', '/api/auth/profile', { language: words })
    const page = await open({ path: '/a/demo/inbox/all', size, theme })
    await seen(
      page
        .getByRole('option')
        .filter({ hasText: 'Bea Vencida' })
        .getByText(/late by|: vencida/i),
    )
    await shoot(page, `due list ${size} ${theme}`)
    assert.deepEqual(await barriers(page), [])
    await page.goto(`/a/demo/inbox/all/${bea.id}`)
    await seen(page.locator('header').getByText(/late by|: vencida/i))
    await shoot(page, `due header ${size} ${theme}`)
    assert.deepEqual([await barriers(page), await misfits(page), await wrongWords(page, words)], [[], [], []])
  })
}
