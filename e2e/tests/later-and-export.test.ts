import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import type { Api } from '../kit/api.ts'
import { asksForPerson } from '../kit/customer.ts'
import { bubble, notice, openTalk, replyField } from '../kit/inbox.ts'
import { becomes, gone, seen } from '../kit/look.ts'
import { openStage, type Size } from '../kit/stage.ts'
import { inspect } from '../kit/themes.ts'

/** Messages that wait for their time, and conversations to take along. */
const { scene } = await openStage()

type Scheduled = { items: { id: string; content: { text?: string }; state: string; at: string }[] }
const scheduledIn = async (api: Api, id: string) => (await api.get<Scheduled>(`/api/conversations/${id}/scheduled`)).items
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
const plan = (api: Api, id: string, text: string, at = inDays(3)) =>
  api.send('POST', `/api/conversations/${id}/scheduled`, { content: { type: 'text', text }, at })

scene('A message is planned, changed, cancelled with a way back, and sent at once', async ({ open, customer, api }) => {
  const ana = customer('Ana Luego')
  const id = await asksForPerson(ana, api)
  const page = await open({ path: '/inbox' })
  await openTalk(page, ana.name)
  await ana.says('¿Qué día paso?')
  const question = bubble(page, '¿Qué día paso?')
  await question.hover()
  await question.getByRole('button', { name: 'Opciones del mensaje' }).click()
  await page.getByRole('menuitem', { name: 'Responder citando' }).click()
  const field = replyField(page, ana.name)
  await field.fill('Te espero el lunes')
  await page.getByRole('button', { name: 'Programar el envío' }).click()
  const asked = page.getByRole('dialog', { name: '¿Cuándo se envía?' })
  await seen(asked.getByText(/Hora del negocio: America\/Argentina\/Buenos Aires/))
  await asked.getByRole('option', { name: /Mañana por la mañana/ }).click()
  await seen(notice(page, 'Programado para'))
  await becomes(() => field.inputValue(), '', 'the field is empty')
  const strip = page.getByRole('region', { name: 'Mensajes programados' })
  await strip.getByRole('button', { name: /1 mensaje programado/ }).click()
  await seen(strip.getByText('En respuesta a “¿Qué día paso?”'))
  await gone(page.getByRole('button', { name: 'No citar' }))
  await strip.getByRole('button', { name: 'Cambiar: Te espero el lunes' }).click()
  const change = page.getByRole('dialog', { name: 'Cambiar el mensaje programado' })
  await change.getByLabel('Mensaje').fill('Te espero el martes')
  await change.getByRole('button', { name: 'Guardar' }).click()
  await gone(change)
  await seen(strip.getByText('Te espero el martes'))
  await strip.getByRole('button', { name: 'Cancelar: Te espero el martes' }).click()
  await gone(strip)
  await notice(page, 'Ya no se enviará').getByRole('button', { name: 'Deshacer' }).click()
  await seen(strip)
  await becomes(async () => (await scheduledIn(api, id)).map(({ content }) => content.text), ['Te espero el martes'], 'it is back')
  await plan(api, id, 'De otra pantalla')
  await seen(strip.getByRole('button', { name: /2 mensajes programados/ }))
  const now = strip.getByRole('button', { name: 'Enviar ahora: Te espero el martes' })
  if (!(await now.isVisible())) await strip.getByRole('button', { name: /2 mensajes programados/ }).click()
  await now.click()
  await seen(bubble(page, 'Te espero el martes').getByText(/^(Enviado|Entregado)$/))
  await seen(bubble(page, 'Te espero el martes').getByText('¿Qué día paso?'))
  await gone(strip.getByText('Te espero el martes'))
})

scene('A conversation is saved as text, as JSON and for printing', async ({ open, customer, api }) => {
  const ana = customer('Ana Papel')
  await asksForPerson(ana, api)
  await ana.says('Quiero una copia, ¿sí? ñ ã 😀')
  const page = await open({ path: '/inbox' })
  await openTalk(page, ana.name)
  await seen(bubble(page, 'Quiero una copia'))
  const save = async (format: RegExp) => {
    await page.getByRole('button', { name: 'Más acciones' }).click()
    await page.getByRole('menuitem', { name: 'Exportar…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Exportar la conversación' })
    const [saved] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('option', { name: format }).click()])
    await gone(dialog)
    return { name: saved.suggestedFilename(), bytes: await readFile(await saved.path()) }
  }
  const text = await save(/^Texto/)
  assert.match(text.name, /^Ana Papel \d{4}-\d\d-\d\d\.txt$/)
  assert.ok(text.bytes.toString('utf8').includes('Ana Papel: Quiero una copia, ¿sí? ñ ã 😀'))
  assert.ok((JSON.parse((await save(/^JSON/)).bytes.toString('utf8')) as { messages: unknown[] }).messages.length >= 3)
  assert.equal((await save(/^PDF/)).bytes.toString('latin1', 0, 5), '%PDF-')
})

for (const [size, language] of [
  ['desk', 'en'],
  ['phone', 'pt-BR'],
] as const satisfies [Size, string][])
  scene(`What waits for its time, its questions and the export fit and shut nobody out, ${size} ${language}`, async ({ open, customer, api }) => {
    await api.send('PUT', '/api/auth/profile', { language })
    const ana = customer(`Ana ${size}`)
    const id = await asksForPerson(ana, api)
    await plan(api, id, 'Una línea')
    await plan(api, id, `Un mensaje bastante más largo, que no entra en una línea de la pantalla del teléfono ni en dos, ${'y sigue '.repeat(10)}`, inDays(9))
    const page = await open({ path: `/a/demo/inbox/all/${id}`, size })
    const strip = page.getByRole('region', { name: /^(Scheduled messages|Mensagens programadas)$/ })
    await strip.getByRole('button', { name: /^2 / }).click()
    const wrong = await inspect(page, `scheduled strip ${size} ${language}`)
    await strip
      .getByRole('button', { name: /: Una línea$/ })
      .nth(1)
      .click()
    await seen(page.getByRole('dialog'))
    wrong.push(...(await inspect(page, `scheduled change ${size} ${language}`)))
    await page.keyboard.press('Escape')
    await page.getByRole('textbox', { name: /Ana/ }).fill('x')
    await page.getByRole('button', { name: /^(Schedule|Programar o envio)$/ }).click()
    await seen(page.getByRole('dialog'))
    wrong.push(...(await inspect(page, `schedule ${size} ${language}`)))
    await page.keyboard.press('Escape')
    await gone(page.getByRole('dialog'))
    await page.getByRole('button', { name: /^(More actions|Mais ações)$/ }).click()
    await page.getByRole('menuitem', { name: /^Export/ }).click()
    await seen(page.getByRole('dialog'))
    wrong.push(...(await inspect(page, `export ${size} ${language}`)))
    assert.deepEqual(wrong, [])
  })
