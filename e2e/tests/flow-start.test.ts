import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { barriers } from '../kit/accessible.ts'
import type { Api } from '../kit/api.ts'
import { simulatorChannel } from '../kit/customer.ts'
import { misfits } from '../kit/fit.ts'
import { becomes, countIs, gone, seen } from '../kit/look.ts'
import { shoot } from '../kit/shots.ts'
import { openStage } from '../kit/stage.ts'
import { wrongWords } from '../kit/words.ts'

/** When a flow begins, as its author sets it in the builder. */
const { scene } = await openStage()

type Flow = { id: string; definition: { triggers: object[]; always: object; handlers: object; priority: number } }
const hello = { type: 'message', text: 'Contanos tu consulta', next: null }
const newFlow = (api: Api, name: string, triggers: object[]) =>
  api.send<Flow>('POST', '/api/flows', { name, definition: { schema: 1, start: 'hello', triggers, always: { human: ['humano'] }, nodes: { hello } } })
const stored = async (api: Api, id: string) => (await api.get<Flow>(`/api/flows/${id}`)).definition
const beginning = (page: Page, name: string) => page.getByRole('group', { name: new RegExp(`^Inicio \\d+: ${name}$`) })

scene('Words with slips begin a flow, and what another flow wants, too, is told by its name', async ({ open, api }) => {
  const { id: other } = await newFlow(api, 'Reservas', [{ type: 'keyword', words: ['turno'] }])
  await api.send('POST', `/api/flows/${other}/publish`, {})
  const { id } = await newFlow(api, 'Consultas', [{ type: 'any' }])
  const page = await open({ path: `/a/demo/flows/${id}` })
  await page.getByRole('button', { name: 'Quitar «Cualquier mensaje»' }).click()
  await seen(page.getByText('Solo empieza cuando alguien del equipo lo inicia'))
  await page.getByRole('button', { name: 'Agregar otro inicio' }).click()
  await page.getByRole('menuitem', { name: 'Palabra clave' }).click()
  const words = beginning(page, 'Palabra clave')
  await seen(words.getByText('Falta escribir con qué empieza'))
  await words.getByLabel('Palabras o frases').fill('turno, consulta')
  await words.getByLabel('Dónde').selectOption({ label: 'También con errores al escribir' })
  await gone(words.getByText('Falta escribir con qué empieza'))
  await seen(words.getByText('Otros flujos también quieren «turno»: Reservas. Empieza «Reservas»'))
  assert.deepEqual((await stored(api, id)).triggers, [{ type: 'keyword', words: ['turno', 'consulta'], match: 'near' }])
  await seen(page.getByRole('group', { name: 'Inicio', exact: true }).getByText('Palabra clave: turno, consulta'))
  await page.getByLabel('Prioridad sobre otros flujos').fill('5')
  await seen(words.getByText('Otros flujos también quieren «turno»: Reservas. Empieza «Consultas»'))
  await shoot(page, 'beginnings of a flow')
  assert.deepEqual(await barriers(page), [])
  assert.deepEqual(await misfits(page), [])

  await page.getByRole('button', { name: 'Probar', exact: true }).click()
  await page.getByRole('textbox', { name: 'Mensaje' }).fill('tengo una consutla')
  await page.getByRole('button', { name: 'Enviar', exact: true }).click()
  await seen(page.getByRole('article').filter({ hasText: 'Contanos tu consulta' }))
})

scene('Beginnings have an order, words that always work lead somewhere, and the flow says what happens where a step does not', async ({ open, api }) => {
  const { id } = await newFlow(api, 'Órdenes', [
    { type: 'any' },
    { type: 'tag_added', tags: ['vip'] },
    { type: 'intent', examples: ['quiero hablar, por favor, de mi pedido', 'dónde está mi paquete', 'cuándo llega lo que compré'] },
  ])
  const page = await open({ path: `/a/demo/flows/${id}`, size: 'laptop', theme: 'dark' })
  await page.getByRole('button', { name: 'Subir Etiqueta puesta' }).press('Enter')
  await becomes(async () => (await stored(api, id)).triggers.map((trigger) => (trigger as { type: string }).type), ['tag_added', 'any', 'intent'], 'the order')
  await becomes(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')), 'Bajar Etiqueta puesta', 'the focus went along')
  const menu = page.getByRole('group', { name: 'Para ver el menú' })
  await menu.getByRole('textbox').fill('menú, opciones')
  await menu.getByLabel('Lleva a').selectOption({ label: 'Mensaje · Contanos tu consulta' })
  await page.getByRole('combobox', { name: 'Si manda una foto, un audio o un archivo' }).selectOption({ label: 'Decir otra cosa' })
  await page.getByRole('textbox', { name: 'Qué se dice' }).fill('Por acá solo leo texto.')
  await page.getByRole('switch', { name: 'Si no responde' }).click()
  await page.getByLabel('Después del último intento de respuesta').selectOption({ label: 'Mensaje · Contanos tu consulta' })
  await becomes(
    async () => {
      const { always, handlers } = await stored(api, id)
      return { handlers, menu: (always as { menu: string[] }).menu, menuNode: (always as { menuNode: string | null }).menuNode }
    },
    {
      handlers: { onInvalid: 'hello', onSilence: { seconds: 86_400, next: null }, onMedia: { do: 'say', text: 'Por acá solo leo texto.' } },
      menu: ['menú', 'opciones'],
      menuNode: 'hello',
    },
    'what was set is kept',
  )
  assert.deepEqual(await barriers(page), [])
  assert.deepEqual(await misfits(page), [])
  await shoot(page, 'words and rules of a flow in the dark')
})

scene('The answer to a template begins a flow, chosen by the names that the channels have', async ({ open, api }) => {
  await api.send('POST', '/api/templates/sync', { channelId: await simulatorChannel(api) })
  const { items } = await api.get<{ items: { name: string }[] }>('/api/templates')
  const [first, second] = [...new Set(items.map(({ name }) => name))]
  assert.ok(first && second)
  const { id } = await newFlow(api, 'Respuestas', [{ type: 'broadcast_reply', templates: ['ya_no_esta'] }])
  const trigger = async () => (await stored(api, id)).triggers[0]
  for (const { size, theme } of [
    { size: 'desk', theme: 'light' },
    { size: 'phone', theme: 'dark' },
  ] as const) {
    const page = await open({ path: `/a/demo/flows/${id}`, size, theme })
    if (size === 'phone')
      await page
        .getByRole('button', { name: /^Inicio/ })
        .first()
        .click()
    const reply = beginning(page, 'Respuesta a una difusión')
    if (size === 'desk') {
      await seen(reply.getByText('Ya ningún canal tiene esta plantilla.'))
      await seen(page.getByText('Ningún canal tiene la plantilla «ya_no_esta»'))
      await shoot(page, 'a template that is gone begins a flow')
      await reply.getByRole('button', { name: 'Quitar ya_no_esta' }).click()
      for (const name of [first, second]) await reply.getByLabel('Agregar plantilla').selectOption(name)
      await reply.getByLabel('Horas desde el envío, como mucho').fill('24')
      await reply.getByText('Más opciones').click()
      await reply.getByLabel('Solo con estas respuestas').fill('sí, lo quiero')
      const wanted = { type: 'broadcast_reply', templates: [first, second], withinHours: 24, answers: ['sí', 'lo quiero'] }
      await becomes(trigger, wanted, 'what was chosen is kept')
      await seen(page.getByRole('group', { name: 'Inicio', exact: true }).getByText(`Respuesta a una difusión: ${first}, ${second}`))
    }
    await seen(reply.getByText(first))
    await shoot(page, `answers to templates begin a flow ${size} ${theme}`)
    assert.deepEqual(await barriers(page), [])
    assert.deepEqual(await misfits(page), [])
  }
})

scene('The address for another program is shown once, and can be replaced', async ({ open, api, troubles }) => {
  // A flow without an address answers so.
  troubles.expect(/404/)
  const { id } = await newFlow(api, 'Avisos', [{ type: 'webhook' }])
  const page = await open({ path: `/a/demo/flows/${id}` })
  const hook = page.getByRole('group', { name: 'Dirección para otro programa' })
  await hook.getByRole('button', { name: 'Crear dirección' }).click()
  const address = hook.getByRole('textbox', { name: 'Dirección' })
  await seen(address)
  const shown = await address.inputValue()
  assert.match(shown, /^http.+\/api\/flow-hooks\/.{20,}$/)
  await hook.getByRole('button', { name: 'Copiar dirección' }).click()
  await becomes(() => page.evaluate(() => navigator.clipboard.readText()), shown, 'it was copied')
  await seen(hook.getByText('Todavía no se usó.'))
  await page.reload()
  await seen(hook.getByRole('button', { name: 'Crear otra' }))
  await countIs(address, 0, 'it is not shown again')
  await hook.getByRole('button', { name: 'Crear otra' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Crear otra' }).click()
  await seen(address)
  assert.notEqual(await address.inputValue(), shown)
})

scene('On a phone the beginnings are set in the outline, in every language', async ({ open, api, troubles }) => {
  troubles.expect(/404/)
  const { id } = await newFlow(api, 'Todo', [
    { type: 'schedule', time: '09:30', days: [1, 5], dates: ['2026-12-24'], tags: ['vip'] },
    { type: 'webhook', variables: [{ name: 'order', path: 'order.id' }] },
    { type: 'channel' },
    { type: 'state_changed', to: ['queued'] },
    { type: 'missed_reply', hours: 30 },
    { type: 'broadcast_reply', answers: ['ok'] },
  ])
  const page = await open({ path: `/a/demo/flows/${id}`, size: 'phone' })
  for (const { language, name, start } of [
    { language: 'es', name: 'Inicio', start: 'Cuándo empieza' },
    { language: 'pt-BR', name: 'Início', start: 'Quando começa' },
    { language: 'en', name: 'Start', start: 'When it begins' },
  ] as const) {
    await page.evaluate((value) => localStorage.setItem('chasqui.language', value), language)
    await page.reload()
    await page
      .getByRole('button', { name: new RegExp(`^${name}`) })
      .first()
      .click()
    await seen(page.getByRole('dialog').getByRole('group', { name: start }))
    assert.deepEqual(await wrongWords(page, language), [], language)
    assert.deepEqual(await misfits(page), [], language)
    assert.deepEqual(await barriers(page), [], language)
    await shoot(page, `beginnings of a flow on a phone ${language}`)
  }
})
