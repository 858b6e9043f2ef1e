import assert from 'node:assert/strict'
import { barriers } from '../kit/accessible.ts'
import type { Api } from '../kit/api.ts'
import { asksForPerson, simulatorChannel } from '../kit/customer.ts'
import { misfits } from '../kit/fit.ts'
import { bubble, replyField } from '../kit/inbox.ts'
import { becomes, gone, seen } from '../kit/look.ts'
import { shoot } from '../kit/shots.ts'
import { openStage } from '../kit/stage.ts'
import { wrongWords } from '../kit/words.ts'

/** What may be sent when the service window is closed. */
const { scene } = await openStage()

/** A day and more has passed since the customer's last words. */
const closeWindow = async (api: Api, phone: string) => {
  const channelId = await simulatorChannel(api)
  await api.send('PATCH', `/api/simulator/${channelId}/phones/${phone}`, { aheadSeconds: 25 * 3600 })
}

scene('When the window is closed a template takes the place of free text, and the draft can go into it', async ({ open, customer, api }) => {
  const ana = customer('Ana Plantilla')
  const id = await asksForPerson(ana, api)
  const page = await open({ path: `/a/demo/inbox/all/${id}` })
  await replyField(page, ana.name).fill('el turno del martes')
  await becomes(() => page.getByText('Borrador:').count(), 1, 'the draft is kept')
  await closeWindow(api, ana.phone)
  await gone(replyField(page, ana.name))
  const list = page.getByRole('list', { name: 'Plantillas' })
  await seen(list.getByRole('button', { name: /retomar_conversacion/ }))
  assert.equal(await list.getByText('promo_invierno').count(), 0, 'one that is not approved is not offered')
  assert.deepEqual([...(await barriers(page)), ...(await misfits(page))], [])
  await shoot(page, 'templates of a closed window')
  await list.getByRole('button', { name: /retomar_conversacion/ }).click()
  assert.equal(await page.getByRole('textbox', { name: 'nombre' }).inputValue(), 'Ana', 'what is known is filled in')
  await page.getByRole('button', { name: 'Enviar plantilla' }).click()
  await seen(page.getByText('Falta este dato.'))
  await page.getByRole('button', { name: 'Usar el borrador como “tema”' }).click()
  await seen(page.getByRole('region', { name: 'Lo que va a leer' }).getByText('el turno del martes'))
  assert.deepEqual(await barriers(page), [])
  await shoot(page, 'a template filled in')
  await page.getByRole('button', { name: 'Enviar plantilla' }).click()
  await seen(bubble(page, 'te escribimos por tu consulta: el turno del martes'))
  await becomes(async () => (await ana.screen()).some(({ text }) => text.includes('el turno del martes')), true, 'it arrives')
})

scene('A picture and a coupon go with a template; what cannot be sent says why', async ({ open, customer, api }) => {
  const ana = customer('Ana Folleto')
  const id = await asksForPerson(ana, api)
  await closeWindow(api, ana.phone)
  const page = await open({ path: `/a/demo/inbox/all/${id}`, size: 'phone', theme: 'dark' })
  await page.getByText('Plantillas que no se pueden enviar ahora').click()
  const others = page.getByRole('list', { name: 'Plantillas que no se pueden enviar ahora' })
  await seen(others.getByText('Muestra varias tarjetas.'))
  await seen(others.getByText('El proveedor todavía la está revisando.'))
  const wrong = [...(await barriers(page)), ...(await misfits(page))]
  await shoot(page, 'templates that cannot be sent')
  await page.getByRole('button', { name: /folleto_cupon/ }).click()
  await page.getByRole('button', { name: 'Enviar plantilla' }).click()
  await seen(page.getByText(/Primero eleg(í|ige) el archivo/))
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
  const header = page.getByRole('group', { name: 'Imagen sobre el texto' })
  await header.locator('input[type=file]').setInputFiles({ name: 'folleto.png', mimeType: 'image/png', buffer: png })
  await seen(header.getByText('folleto.png'))
  await page.getByRole('textbox', { name: 'Código del cupón' }).fill('INVIERNO25')
  await gone(page.getByRole('progressbar'))
  wrong.push(...(await barriers(page)), ...(await misfits(page)))
  await shoot(page, 'a template with a picture and a coupon')
  await page.getByRole('button', { name: 'Enviar plantilla' }).click()
  const said = bubble(page, 'este cupón es para vos')
  await seen(said)
  await seen(said.getByRole('button', { name: /folleto\.png/ }))
  await becomes(async () => (await ana.screen()).some(({ text }) => text.includes('este cupón es para vos')), true, 'it arrives')
  assert.deepEqual(wrong, [])
})

for (const [size, theme, spoken] of [
  ['phone', 'dark', 'pt-BR'],
  ['desk', 'light', 'en'],
] as const)
  scene(`The picker fits and shuts nobody out, ${size}, ${theme}, ${spoken}`, async ({ open, customer, api }) => {
    await api.send('PUT', '/api/auth/profile', { language: spoken })
    const ana = customer(`Ana ${size}`)
    const id = await asksForPerson(ana, api)
    await closeWindow(api, ana.phone)
    const page = await open({ path: `/a/demo/inbox/all/${id}`, size, theme })
    const wrong: string[] = []
    const inspect = async (what: string) => {
      await shoot(page, `templates ${what} ${size} ${theme}`)
      wrong.push(...[...(await misfits(page)), ...(await barriers(page))].map((found) => `${what}: ${found}`))
    }
    const template = page.getByRole('listitem').getByRole('button', { name: /recordatorio_turno/ })
    await seen(template)
    // The list comes late, and leaves the thread at its end.
    await gone(page.getByRole('button', { name: spoken === 'en' ? 'To the end' : 'Ir para o fim' }))
    await inspect('list')
    await template.click()
    await seen(page.getByRole('region', { name: spoken === 'en' ? 'What they will read' : 'O que a pessoa vai ler' }))
    wrong.push(...(await wrongWords(page, spoken)).filter((found) => !found.includes('{{')))
    await inspect('form')
    assert.deepEqual(wrong, [])
    await api.send('PUT', '/api/auth/profile', { language: null })
  })
