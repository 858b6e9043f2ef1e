import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'
import { barriers } from '../kit/accessible.ts'
import type { Api } from '../kit/api.ts'
import { misfits } from '../kit/fit.ts'
import { card, createSmallFlow, field, hasFocus, mailQuestion, nodesOf, press, saved } from '../kit/flow.ts'
import { becomes, countIs, gone, seen } from '../kit/look.ts'
import { shoot } from '../kit/shots.ts'
import { openStage } from '../kit/stage.ts'
import { wrongWords } from '../kit/words.ts'

/** Taking back and doing again, wherever one is in the builder. */
const { scene } = await openStage()

const create = (api: Api, name: string) => createSmallFlow(api, name, mailQuestion)
const cards = (page: Page): Locator => page.locator('main .react-flow [data-step]')
const holds = (locator: Locator, text: string) => becomes(() => locator.inputValue(), text, `it says «${text}»`)
const pick = async (page: Page, title: string) => {
  await card(page, title).click({ position: { x: 60, y: 15 } })
  await hasFocus(card(page, title))
}

scene('What is pressed to take back stays under the pointer while faults come up, so that each press counts', async ({ open, api }) => {
  const flow = await create(api, 'Dos veces')
  const page = await open({ path: `/a/demo/flows/${flow.id}` })
  await pick(page, 'Saludo')
  await page.getByRole('complementary', { name: 'Pasos' }).getByRole('button', { name: 'Mensaje', exact: true }).click()
  await seen(card(page, 'Mensaje'))
  await field(page, 'Texto').fill('Desde 5.000 pesos')
  await gone(page.getByText('Falta un texto'))
  await saved(page)
  const undo = page.getByRole('button', { name: 'Deshacer' }).first()
  const place = await undo.boundingBox()
  await undo.click()
  // Without its text the step is at fault, which is told below the canvas after a moment; who presses again has begun to by then.
  await seen(page.getByText('Falta un texto').last())
  assert.deepEqual(await undo.boundingBox(), place, 'it is where it was')
  await undo.click()
  await gone(card(page, 'Mensaje'))
})

scene('In the form of a step the flow is taken back, a run of typing at once, and it is said', async ({ open, api }) => {
  const flow = await create(api, 'Desde el formulario')
  const page = await open({ path: `/a/demo/flows/${flow.id}` })
  await pick(page, 'Saludo')
  await press(page, 'Enter')
  await hasFocus(field(page, 'Texto'))
  await press(page, 'End')
  await page.keyboard.type(' a todos')
  await press(page, 'Control+z')
  await holds(field(page, 'Texto'), 'Hola')
  await hasFocus(field(page, 'Texto'))
  await seen(page.getByText('Se deshizo: cambio en «Saludo»'))
  await press(page, 'Control+Shift+z')
  await holds(field(page, 'Texto'), 'Hola a todos')
  await seen(page.getByText('Se rehízo: cambio en «Saludo»'))
  await press(page, 'Control+z')
  await press(page, 'Control+y')
  await holds(field(page, 'Texto'), 'Hola a todos')
  await shoot(page, 'flow undone and redone in a form')
  assert.deepEqual([...(await barriers(page)), ...(await misfits(page)), ...(await wrongWords(page, 'es'))], [])

  // Where what is typed is not the value itself, the field shows what is again.
  await pick(page, 'Correo')
  await field(page, 'Reintentos').focus()
  await press(page, 'Control+a')
  await page.keyboard.type('5')
  await press(page, 'Control+z')
  await holds(field(page, 'Reintentos'), '3')
  await hasFocus(field(page, 'Reintentos'))

  // Two fields are two acts, also where the form of the first is no longer shown.
  await field(page, 'Pregunta').focus()
  await press(page, 'End')
  await page.keyboard.type('!')
  await press(page, 'Control+z')
  await holds(field(page, 'Pregunta'), '¿Tu correo?')
  await press(page, 'Control+z')
  await seen(page.getByText('Se deshizo: cambio en «Saludo»'))
  await becomes(async () => (await nodesOf(api, flow))['a']!.text, 'Hola', 'the server has it')
})

scene('A step that is added and one that is removed are taken back where one writes, and one is at what came back', async ({ open, api }) => {
  const flow = await create(api, 'Ida y vuelta')
  const page = await open({ path: `/a/demo/flows/${flow.id}` })
  await page.getByRole('button', { name: 'Ver todo el flujo' }).click()
  await pick(page, 'Despedida')
  await page.getByRole('complementary', { name: 'Pasos' }).getByRole('button', { name: 'Mensaje', exact: true }).click()
  await hasFocus(field(page, 'Texto'))
  await page.keyboard.type('Hasta luego')
  await press(page, 'Control+z', 'Control+z')
  await countIs(cards(page), 4, 'the start and three steps')
  await seen(page.getByText('Se deshizo: agregar «Mensaje»'))
  await hasFocus(card(page, 'Despedida'))
  await press(page, 'Delete')
  await hasFocus(card(page, 'Correo'))
  await press(page, 'Control+z')
  await hasFocus(card(page, 'Despedida'))
  await seen(page.getByText('Se deshizo: eliminar «Despedida»'))
})

scene('What is no part of the flow is taken back as the browser does it', async ({ open, api }) => {
  const flow = await create(api, 'Aparte')
  const page = await open({ path: `/a/demo/flows/${flow.id}` })
  await pick(page, 'Saludo')
  await field(page, 'Texto').fill('Buenas')
  const comment = page.getByRole('textbox', { name: 'Comentario' })
  await comment.focus()
  await page.keyboard.type('duda')
  await press(page, 'Control+z')
  await becomes(async () => (await comment.inputValue()) === 'duda', false, 'some of it is taken back')
  await holds(field(page, 'Texto'), 'Buenas')
  // Once there is nothing of it left, the flow is meant again; in a dialog over the builder it never is.
  await press(page, 'Control+f')
  await seen(page.getByRole('dialog'))
  await press(page, 'Control+z')
  await press(page, 'Escape')
  await gone(page.getByRole('dialog'))
  await holds(field(page, 'Texto'), 'Buenas')
  await comment.fill('')
  await press(page, 'Control+z')
  await holds(field(page, 'Texto'), 'Hola')
})

scene('On a phone, in the dark, a button takes back and says what', async ({ open, api }) => {
  const flow = await create(api, 'En el bolsillo')
  await api.send('PUT', '/api/auth/profile', { language: 'pt-BR' })
  const page = await open({ path: `/a/demo/flows/${flow.id}`, size: 'phone', theme: 'dark' })
  await page
    .getByRole('button', { name: /^Saludo/ })
    .first()
    .click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Texto', exact: true }).fill('Buenas')
  await press(page, 'Control+z')
  await holds(page.getByRole('dialog').getByRole('textbox', { name: 'Texto', exact: true }), 'Hola')
  await page.getByRole('button', { name: 'Fechar' }).click()
  await gone(page.getByRole('dialog'))
  await page.getByRole('button', { name: 'Refazer' }).click()
  await seen(page.getByText('Refeito: mudança em “Saludo”'))
  await shoot(page, 'flow redone on a phone')
  assert.deepEqual([...(await barriers(page)), ...(await misfits(page))], [])
})
