import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { barriers } from '../kit/accessible.ts'
import type { Api } from '../kit/api.ts'
import { misfits } from '../kit/fit.ts'
import { becomes, countIs, gone, seen } from '../kit/look.ts'
import { shoot } from '../kit/shots.ts'
import { openStage } from '../kit/stage.ts'
import { wrongWords } from '../kit/words.ts'
import { clinicBot } from '../../flow/test/imports/typebot-clinic.ts'

/** Flows that nobody has to draw: ready-made ones, and those that another product gave out. */
const { scene } = await openStage()

type Flow = { name: string; definition: { start: string; nodes: Record<string, { type: string; text?: string }> } }
const named = async (api: Api, name: string) => (await api.get<{ items: Flow[] }>('/api/flows?limit=100')).items.find((flow) => flow.name === name)
const newFlow = async (page: Page, verb = 'Nuevo flujo') => {
  await page.getByRole('button', { name: verb }).first().click()
  return page.getByRole('dialog', { name: verb })
}
const looksRight = async (page: Page, language: 'es' | 'pt-BR' | 'en') => {
  assert.deepEqual(await barriers(page), [])
  assert.deepEqual(await wrongWords(page, language), [])
  assert.deepEqual(await misfits(page), [])
}

scene('A ready-made flow is chosen by keys, speaks to a customer in the builder and is published with nothing to mend', async ({ open, api }) => {
  const page = await open({ path: '/a/demo/flows' })
  const dialog = await newFlow(page)
  await seen(dialog.getByRole('radio', { name: 'Reservas' }))
  await becomes(() => page.evaluate(() => document.activeElement?.getAttribute('value')), 'blank', 'blank is where one begins')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  assert.equal(await dialog.getByLabel('Nombre del flujo').inputValue(), 'Reservas')
  await shoot(page, 'flow gallery')
  await looksRight(page, 'es')
  await dialog.getByLabel('Idioma de los textos').selectOption('pt-BR')
  await dialog.getByLabel('Idioma de los textos').selectOption('es')
  await dialog.getByLabel('Nombre del flujo').fill('Turnos')
  await page.keyboard.press('Enter')
  await seen(page.getByRole('heading', { name: 'Turnos', level: 1 }))
  await seen(page.getByText('Sin errores ni avisos'))

  await page.getByRole('button', { name: 'Probar', exact: true }).click()
  const phone = page.getByRole('region', { name: 'Probar borrador' })
  const says = async (words: string, answer: RegExp) => {
    await phone.getByRole('textbox', { name: 'Mensaje' }).fill(words)
    await page.keyboard.press('Enter')
    await seen(phone.getByText(answer).last())
  }
  await says('hola', /¿Para qué servicio/)
  await says('limpieza', /¿Qué día y a qué hora/)
  await shoot(page, 'ready-made flow in the builder')
  await page.getByRole('button', { name: /^Publicar/ }).click()
  const publish = page.getByRole('dialog', { name: /^Publicar/ })
  await publish.getByRole('button', { name: 'Publicar', exact: true }).click()
  await gone(publish)
  assert.ok(await named(api, 'Turnos'))
})

scene('What only a business knows is named in the problems of a ready-made flow, until it is written', async ({ open }) => {
  const page = await open({ path: '/a/demo/flows' })
  const dialog = await newFlow(page)
  await dialog.getByText('Preguntas frecuentes').click()
  await dialog.getByRole('button', { name: 'Crear flujo' }).click()
  await seen(page.getByRole('heading', { name: 'Preguntas frecuentes', level: 1 }))
  await seen(page.getByText('3 errores').first())
  await seen(page.getByText(/alta escribir: días y horarios/).first())
  await shoot(page, 'ready-made flow with what is left to write')
})

const file = (name: string, json: unknown) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(typeof json === 'string' ? json : JSON.stringify(json)),
})

scene('A bot of another product is recognised; what it becomes and what it needs is told before it is made', async ({ open, api }) => {
  const page = await open({ path: '/a/demo/flows' })
  const dialog = await newFlow(page, 'Importar').then(() => page.getByRole('dialog', { name: 'Importar flujos' }))
  await dialog.getByLabel('Archivo').setInputFiles(file('typebot-export.json', clinicBot))
  await seen(dialog.getByText('Un flujo de Typebot'))
  await seen(dialog.getByText('6 cosas te necesitan'))
  await seen(dialog.getByText(/«payment input» no existe aquí: una nota guarda su lugar/))
  await seen(dialog.getByText('Prueba vieja · nada llevaba hasta ahí y quedó afuera'))
  assert.equal(await dialog.getByLabel('Nombre del flujo').inputValue(), 'Clínica Sol')
  assert.equal(await named(api, 'Clínica Sol'), undefined)
  await shoot(page, 'import of a bot')
  await looksRight(page, 'es')
  await dialog.getByRole('button', { name: 'Importar flujo' }).click()
  await seen(page.getByRole('heading', { name: 'Clínica Sol', level: 1 }))
  await seen(page.getByText(/alta escribir: Typebot: payment input/).first())
  await page.getByRole('button', { name: 'Ver todo el flujo' }).click()
  await countIs(page.locator('main [data-step]'), 17, 'the start and a card for each step')
  await shoot(page, 'imported bot in the builder')
})

const act = (action_name: string, ...action_params: unknown[]) => ({ action_name, action_params })
const rules = {
  payload: [
    {
      id: 1,
      name: 'Precios',
      event_name: 'message_created',
      conditions: [{ attribute_key: 'content', filter_operator: 'contains', values: ['precio'], query_operator: null }],
      actions: [act('add_label', 'precios'), act('send_message', 'Te paso la lista.'), act('assign_team', 3)],
      active: true,
    },
    { id: 2, name: 'Cerrar', visibility: 'global', actions: [act('send_message', '¡Gracias!'), act('resolve_conversation')] },
    { id: 3, name: 'Silenciar', visibility: 'global', actions: [act('mute_conversation')] },
    { id: 4, short_code: 'hola', content: 'Hola' },
  ],
}

scene('Of several rules those are made that are wanted; what is no flow is told where it belongs, on a phone', async ({ open, api, troubles }) => {
  troubles.expect(/422/)
  const page = await open({ path: '/a/demo/flows', size: 'phone', theme: 'dark' })
  const dialog = await newFlow(page, 'Importar').then(() => page.getByRole('dialog', { name: 'Importar flujos' }))
  const json = dialog.getByLabel(/JSON$/)
  await json.fill('esto no es')
  await seen(dialog.getByText(/^Esto no es JSON/))
  await json.fill('{"a": 1}')
  await seen(dialog.getByText(/^No se reconoce este archivo/))
  await json.fill(JSON.stringify({ ...clinicBot, version: '1' }))
  await seen(dialog.getByText('Este archivo es de una versión que no se puede leer.'))
  await json.fill(JSON.stringify(rules))
  await seen(dialog.getByText('3 flujos de Chatwoot'))
  await seen(dialog.getByText('También trae 1 respuesta rápida, que no es un flujo.'))
  await dialog.getByRole('checkbox', { name: /Silenciar/ }).uncheck()
  await shoot(page, 'import of rules on a phone')
  await looksRight(page, 'es')
  await dialog.getByRole('button', { name: 'Importar 2 flujos' }).click()
  await seen(page.getByText('2 flujos importados'))
  await seen(page.getByRole('link', { name: /Precios/ }))
  assert.deepEqual([(await named(api, 'Cerrar')) !== undefined, await named(api, 'Silenciar')], [true, undefined])
})

scene('Where there is no flow yet, ready-made ones are there at once; on phones and in each language', async ({ open, api }) => {
  for (const [language, size, theme, words, booking, title] of [
    ['es-AR', 'desk', 'light', 'es', 'Reservas', 'Nuevo flujo'],
    ['pt-BR', 'phone', 'light', 'pt-BR', 'Marcar horário', 'Novo fluxo'],
    ['en-US', 'phone', 'dark', 'en', 'Booking', 'New flow'],
  ] as const) {
    await api.send('PUT', '/api/auth/profile', { language: words })
    const page = await open({ language, size, theme })
    await page.route(/\/api\/flows\?/, (route) => route.fulfill({ json: { items: [], nextCursor: null } }))
    await page.goto('/a/demo/flows')
    await seen(page.getByRole('button', { name: new RegExp(booking) }))
    await shoot(page, `no flows yet ${language}`)
    assert.deepEqual(await barriers(page), [])
    assert.deepEqual(await misfits(page), [])
    assert.deepEqual(await wrongWords(page, words), [])
    await page.getByRole('button', { name: new RegExp(booking) }).click()
    const dialog = page.getByRole('dialog', { name: title })
    await seen(dialog.getByText(booking, { exact: true }))
    // Whoever chooses reads their own language; customers are spoken to in that of the business.
    assert.equal(await dialog.getByRole('combobox').inputValue(), 'es')
    assert.equal(await dialog.getByRole('textbox').inputValue(), booking)
    await shoot(page, `flow gallery chosen ${language}`)
    await looksRight(page, words)
    await dialog.getByRole('button', { name: /^(?:Elegir otro|Escolher outro|Choose another)$/ }).click()
    await seen(dialog.getByRole(size === 'phone' ? 'button' : 'radio', { name: new RegExp(booking) }))
    await shoot(page, `flow gallery ${language}`)
    await looksRight(page, words)
  }
})
