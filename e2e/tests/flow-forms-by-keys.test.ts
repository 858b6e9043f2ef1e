import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'
import { barriers } from '../kit/accessible.ts'
import type { Api } from '../kit/api.ts'
import { becomes, gone, seen } from '../kit/look.ts'
import { shoot } from '../kit/shots.ts'
import { openStage } from '../kit/stage.ts'

/** From a step to its form and back, and what is done to steps and their ways out, by keys: on the canvas and in the list. */
const { scene } = await openStage()

type Node = { type: string; text?: string; next?: string | null; label?: string }
type Flow = { id: string; definition: { start: string; nodes: Record<string, Node> } }

const threeSteps = {
  schema: 1,
  start: 'a',
  always: { human: ['persona'] },
  nodes: {
    a: { type: 'message', label: 'Saludo', text: 'Hola', next: 'b', position: { x: 300, y: 0 } },
    b: { type: 'message', label: 'Horario', text: 'De 9 a 18', next: 'c', position: { x: 640, y: 0 } },
    c: { type: 'message', label: 'Despedida', text: 'Chau', next: null, position: { x: 980, y: 0 } },
  },
}
const create = (api: Api, name: string) => api.send<Flow>('POST', '/api/flows', { name, definition: threeSteps })
const nodesOf = async (api: Api, { id }: Flow) => (await api.get<Flow>(`/api/flows/${id}`)).definition.nodes
const card = (page: Page, title: string): Locator => page.getByRole('group', { name: title, exact: true })
const text = (page: Page): Locator => page.locator('[data-step-form]').getByRole('textbox', { name: 'Texto', exact: true })
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}
const hasFocus = (locator: Locator) => becomes(() => locator.evaluate((element) => element === document.activeElement), true, 'it has the focus')
const choose = async (page: Page, words: string) => {
  await seen(page.getByRole('dialog'))
  await page.keyboard.type(words)
  await seen(page.getByRole('option', { name: new RegExp(`^${words}`, 'i'), selected: true }))
  await press(page, 'Enter')
  await gone(page.getByRole('dialog'))
}
const leads = (api: Api, flow: Flow, from: string, to: string | null) =>
  becomes(async () => (await nodesOf(api, flow))[from]!.next, to, `${from} leads to ${to ?? 'nothing'}`)

scene('On the canvas: into the form, back, on, removed, let go, connected and moved', async ({ open, api }) => {
  const flow = await create(api, 'Teclas en el lienzo')
  const page = await open({ path: `/a/demo/flows/${flow.id}` })
  await card(page, 'Saludo').focus()
  await press(page, 'ArrowRight')
  await hasFocus(card(page, 'Horario'))
  await press(page, 'Enter')
  await hasFocus(text(page))
  await page.keyboard.type(' y sábados')
  await press(page, 'Escape')
  await hasFocus(card(page, 'Horario'))
  // The start has a form, too.
  await press(page, 'ArrowLeft', 'ArrowLeft')
  await hasFocus(card(page, 'Inicio'))
  await press(page, 'Enter')
  await becomes(() => page.evaluate(() => document.activeElement?.closest('[data-step-form]') !== null), true, 'the form of the start has the focus')
  await press(page, 'Escape')
  await hasFocus(card(page, 'Inicio'))

  // A new step is written in at once.
  await press(page, 'ArrowRight', 'ArrowRight', 'ArrowRight')
  await hasFocus(card(page, 'Despedida'))
  await press(page, 'a')
  await choose(page, 'Mensaje')
  await hasFocus(text(page))
  await page.keyboard.type('Gracias')
  await press(page, 'Escape')
  await hasFocus(card(page, 'Mensaje'))
  await press(page, 'Delete')
  await hasFocus(card(page, 'Despedida'))
  await gone(card(page, 'Mensaje'))

  // On a way out the same key lets go of the way, and not of the step.
  await press(page, 'ArrowLeft')
  await hasFocus(card(page, 'Horario'))
  await press(page, 'Tab')
  const way = card(page, 'Horario').getByRole('button', { name: /^Después/ })
  await hasFocus(way)
  await press(page, 'Delete')
  await leads(api, flow, 'b', null)
  await hasFocus(way)
  await press(page, 'Enter')
  await choose(page, 'Despedida')
  await leads(api, flow, 'b', 'c')
  await hasFocus(way)

  // After another step, and everything back in one.
  await press(page, 'Shift+Tab')
  await hasFocus(card(page, 'Horario'))
  await press(page, 'm')
  await choose(page, 'Despedida')
  await leads(api, flow, 'c', 'b')
  await hasFocus(card(page, 'Horario'))
  await press(page, 'Control+z')
  await leads(api, flow, 'c', null)
  await press(page, '?')
  const sheet = page.getByRole('dialog', { name: /teclas|Atajos/i })
  for (const words of [
    'Abrir el paso y escribir en él',
    'Volver al paso desde su formulario',
    'Deshacer, también mientras se escribe',
    'Mover después de otro paso',
  ])
    await seen(sheet.getByText(words))
  await shoot(page, 'flow keys of forms')
  assert.deepEqual(await barriers(page), [])
})

scene('In the list: row by row, into the form and back, removed, let go, connected, moved and copied', async ({ open, api }) => {
  const flow = await create(api, 'Teclas en la lista')
  const page = await open({ path: `/a/demo/flows/${flow.id}` })
  await seen(card(page, 'Saludo'))
  await press(page, 'o')
  const list = page.getByRole('navigation', { name: 'El flujo como lista' })
  const row = (title: string) => list.getByRole('button', { name: new RegExp(`^${title}`), pressed: undefined }).first()
  const way = (from: string) => list.locator(`[data-from=${from}]`).first()
  await row('Saludo').focus()
  await press(page, 'ArrowDown')
  await hasFocus(way('a'))
  await press(page, 'ArrowDown')
  await hasFocus(row('Horario'))
  await press(page, 'Enter')
  await hasFocus(text(page))
  await press(page, 'Escape')
  await hasFocus(row('Horario'))
  // Keys are about what has the focus.
  await press(page, 'ArrowDown', 'Delete')
  await leads(api, flow, 'b', null)
  await hasFocus(way('b'))
  await press(page, 'Enter')
  await choose(page, 'Despedida')
  await leads(api, flow, 'b', 'c')
  await hasFocus(way('b'))
  await press(page, 'ArrowUp', 'm')
  await choose(page, 'Despedida')
  await leads(api, flow, 'c', 'b')
  await hasFocus(row('Horario'))
  await press(page, 'Control+c', 'Control+v')
  await becomes(async () => Object.keys(await nodesOf(api, flow)).length, 4, 'a copy more')
  await becomes(() => page.evaluate(() => document.activeElement?.textContent?.startsWith('Horario') ?? false), true, 'the copy has the focus')
  await press(page, 'Delete')
  await becomes(async () => Object.keys(await nodesOf(api, flow)).length, 3, 'gone again')
  await press(page, 'End', 'Home')
  await hasFocus(row('Inicio'))
  await press(page, 'a')
  await choose(page, 'Mensaje')
  await hasFocus(text(page))
  await page.keyboard.type('Primero')
  await press(page, 'Escape')
  await hasFocus(row('Mensaje'))
  await shoot(page, 'flow list by keys')
  assert.deepEqual(await barriers(page), [])
})

scene('Below laptops the form lies over the builder, and its step has the focus when it closes', async ({ open, api }) => {
  const flow = await create(api, 'Por encima')
  const page = await open({ path: `/a/demo/flows/${flow.id}`, size: 'laptop' })
  await page.setViewportSize({ width: 900, height: 800 })
  await card(page, 'Horario').focus()
  await press(page, 'Enter')
  await hasFocus(text(page))
  await page.keyboard.type('!')
  await press(page, 'Escape')
  await gone(page.locator('[data-step-form]'))
  await hasFocus(card(page, 'Horario'))
})

scene('Letters of any layout are written and do nothing else', async ({ open, api }) => {
  const flow = await create(api, 'Letras')
  const page = await open({ path: `/a/demo/flows/${flow.id}` })
  await card(page, 'Saludo').focus()
  await press(page, 'ArrowRight', 'Enter')
  await hasFocus(text(page))
  const letters = 'ñ á ã ç @ # \\ { } [ ] a c d f l m o + - ?'
  await press(page, 'Control+a')
  await page.keyboard.type(letters)
  await becomes(() => text(page).inputValue(), letters, 'it is written')
  await press(page, 'Escape')
  await hasFocus(card(page, 'Horario'))
  // On the canvas they do nothing, neither by their own key nor by AltGr or Option.
  await page.evaluate(() => {
    for (const key of ['ñ', 'á', 'ã', 'ç', '@', '#', '\\', '{', '}', '[', ']'])
      for (const held of [{}, { altKey: true }, { altKey: true, ctrlKey: true }])
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held }))
  })
  await gone(page.getByRole('dialog'))
  await becomes(async () => (await nodesOf(api, flow))['b']!.text, letters, 'the server has it')
  assert.equal(Object.keys(await nodesOf(api, flow)).length, 3, 'and no other step')
})
