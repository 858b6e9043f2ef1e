import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'
import { barriers } from '../kit/accessible.ts'
import { card, choose, countSteps, createSmallFlow, field, hasFocus, leads, nodesOf, outline, press, row } from '../kit/flow.ts'
import { becomes, gone, seen } from '../kit/look.ts'
import { shoot } from '../kit/shots.ts'
import { openStage } from '../kit/stage.ts'

/** From a step to its form and back, and what is done to steps and their ways out, by keys: on the canvas and in the list. */
const { scene } = await openStage()

const text = (page: Page): Locator => field(page, 'Texto')

scene('On the canvas: into the form, back, on, removed, let go, connected and moved', async ({ open, api }) => {
  const flow = await createSmallFlow(api, 'Teclas en el lienzo')
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
  const flow = await createSmallFlow(api, 'Teclas en la lista')
  const page = await open({ path: `/a/demo/flows/${flow.id}` })
  await seen(card(page, 'Saludo'))
  await press(page, 'o')
  const way = (from: string) => outline(page).locator(`[data-from=${from}]`).first()
  await row(page, 'Saludo').focus()
  await press(page, 'ArrowDown')
  await hasFocus(way('a'))
  await press(page, 'ArrowDown')
  await hasFocus(row(page, 'Horario'))
  await press(page, 'Enter')
  await hasFocus(text(page))
  await press(page, 'Escape')
  await hasFocus(row(page, 'Horario'))
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
  await hasFocus(row(page, 'Horario'))
  await press(page, 'Control+c', 'Control+v')
  await countSteps(api, flow, 4)
  await becomes(() => page.evaluate(() => document.activeElement?.textContent?.startsWith('Horario') ?? false), true, 'the copy has the focus')
  await press(page, 'Delete')
  await countSteps(api, flow, 3)
  await press(page, 'End', 'Home')
  await hasFocus(row(page, 'Inicio'))
  await press(page, 'a')
  await choose(page, 'Mensaje')
  await hasFocus(text(page))
  await page.keyboard.type('Primero')
  await press(page, 'Escape')
  await hasFocus(row(page, 'Mensaje'))
  await shoot(page, 'flow list by keys')
  assert.deepEqual(await barriers(page), [])
})

scene('Below laptops the form lies over the builder, and its step has the focus when it closes', async ({ open, api }) => {
  const flow = await createSmallFlow(api, 'Por encima')
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
  const flow = await createSmallFlow(api, 'Letras')
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
