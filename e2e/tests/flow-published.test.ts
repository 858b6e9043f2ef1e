import assert from 'node:assert/strict'
import { barriers } from '../kit/accessible.ts'
import { leaveOnlyThePhone, simulatorChannel } from '../kit/customer.ts'
import { misfits } from '../kit/fit.ts'
import { card, createSmallFlow, field, hasFocus, press, saved } from '../kit/flow.ts'
import { gone, seen } from '../kit/look.ts'
import { shoot } from '../kit/shots.ts'
import { openStage } from '../kit/stage.ts'
import { wrongWords } from '../kit/words.ts'

/** What the button of publishing says: what comes of it, that nothing is new, and where the flow answers. */
const { scene } = await openStage()

scene('What comes of publishing is said before; afterwards nothing is new until something changes, and it can be tried at once', async ({ open, api }) => {
  await leaveOnlyThePhone(api)
  const flow = await createSmallFlow(api, 'Recién publicado')
  const channel = `/api/channels/${await simulatorChannel(api)}`
  const { flowId: before } = await api.get<{ flowId: string | null }>(channel)
  const page = await open({ path: `/a/demo/flows/${flow.id}` })
  await page.getByRole('button', { name: 'Publicar v1' }).click()
  const dialog = page.getByRole('dialog', { name: 'Publicar Recién publicado' })
  await seen(dialog.getByText('Así se publica, pero no le responde a nadie: en Teléfono de prueba sigue «Bienvenida».'))
  await shoot(page, 'publish and answer nobody')
  await dialog.getByRole('checkbox').check()
  await seen(dialog.getByText('Al publicar, responde en Teléfono de prueba.'))
  assert.deepEqual([...(await barriers(page)), ...(await misfits(page)), ...(await wrongWords(page, 'es'))], [])
  await dialog.getByRole('button', { name: 'Publicar', exact: true }).click()
  await gone(dialog)
  await seen(page.getByText('Versión 1 publicada. Responde en Teléfono de prueba'))
  await page.getByRole('button', { name: 'Probar ahora' }).click()
  await seen(page.getByRole('region', { name: 'Probar borrador' }))
  const button = page.getByRole('button', { name: 'Publicado v1' })
  await seen(button)
  await seen(page.getByRole('banner').or(page.locator('header')).getByText('Responde en Teléfono de prueba'))
  await shoot(page, 'published and nothing new')

  // Where cards stand is nothing to customers; what steps say is.
  await card(page, 'Horario').click({ position: { x: 60, y: 15 } })
  await hasFocus(card(page, 'Horario'))
  await press(page, 'Control+ArrowDown')
  await saved(page)
  await seen(button)
  await press(page, 'Enter')
  await field(page, 'Texto').fill('De 8 a 20')
  await seen(page.getByRole('button', { name: 'Publicar v2' }))
  await press(page, 'Control+z')
  await seen(button)
  await button.click()
  const told = page.getByRole('dialog', { name: 'Publicado v1' })
  await seen(told.getByText('no hay nada nuevo'))
  await seen(told.getByText('Responde en Teléfono de prueba'))
  await seen(told.getByRole('link', { name: 'Abrir el teléfono de prueba' }))
  await shoot(page, 'nothing new to publish')
  assert.deepEqual([...(await barriers(page)), ...(await misfits(page)), ...(await wrongWords(page, 'es'))], [])
  await press(page, 'Escape')
  await hasFocus(button)
  await page.reload()
  await seen(button)

  await api.send('PUT', '/api/auth/profile', { language: 'pt-BR' })
  const phone = await open({ path: `/a/demo/flows/${flow.id}`, size: 'phone', theme: 'dark' })
  await phone.getByRole('button', { name: 'Publicado', exact: true }).tap()
  const there = phone.getByRole('dialog', { name: 'Publicado v1' })
  await seen(there.getByText('não há nada novo'))
  await shoot(phone, 'nothing new to publish on a phone')
  assert.deepEqual([...(await barriers(phone)), ...(await misfits(phone))], [])
  await there.getByRole('button', { name: 'Testar agora' }).tap()
  await seen(phone.getByRole('region', { name: /Testar/ }))
  await api.send('PATCH', channel, { flowId: before })
})
