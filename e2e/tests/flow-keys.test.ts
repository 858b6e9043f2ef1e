import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'
import { barriers } from '../kit/accessible.ts'
import type { Api } from '../kit/api.ts'
import { misfits } from '../kit/fit.ts'
import { card, choose, countSteps, createFlow, hasFocus, nodesOf, outline, press, saved } from '../kit/flow.ts'
import { becomes, countIs, gone, seen } from '../kit/look.ts'
import { shoot } from '../kit/shots.ts'
import { openStage } from '../kit/stage.ts'
import { wrongWords } from '../kit/words.ts'

/** Everything that the canvas can, by keys alone and in the list; and what people say to each other about steps. */
const { scene } = await openStage()

const create = (api: Api, name: string) =>
  createFlow(api, name, {
    a: { type: 'message', label: 'Saludo', text: 'Hola', next: 'b' },
    b: { type: 'message', label: 'Despedida', text: 'Chau', next: null },
  })
/** The next stops of the keyboard, until one is what is looked for. */
const tabTo = async (page: Page, locator: Locator) => {
  for (let stops = 0; stops < 120; stops++) {
    if (await locator.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  assert.fail(`Tab never comes to ${String(locator)}`)
}
scene('On the canvas every act has its keys', async ({ open, api }) => {
  const flow = await create(api, 'Por teclas')
  const page = await open({ path: `/a/demo/flows/${flow.id}` })
  await seen(card(page, 'Saludo'))
  await tabTo(page, page.locator('.react-flow [data-step="#start"]'))
  await press(page, 'ArrowRight')
  await hasFocus(card(page, 'Saludo'))
  await press(page, 'ArrowRight')
  await hasFocus(card(page, 'Despedida'))

  // A step is added behind the one that is picked.
  await press(page, 'a')
  await choose(page, 'Nota')
  await countSteps(api, flow, 3)
  // Found again by its words, moved, and taken back in one.
  await press(page, 'Control+f')
  await choose(page, 'Saludo')
  await hasFocus(card(page, 'Saludo'))
  await press(page, 'Control+ArrowDown', 'Control+ArrowDown', 'Control+ArrowRight')
  await becomes(async () => (await nodesOf(api, flow))['a']!.position, { x: 324, y: 48 }, 'it stands elsewhere')
  await press(page, 'Control+z')
  await becomes(async () => (await nodesOf(api, flow))['a']!.position, { x: 300, y: 0 }, 'back where it was')

  // Its way out is let go, and led to the last step.
  await press(page, 'Tab', 'Enter')
  await seen(page.getByRole('dialog'))
  // What leads nowhere stands at the end of the list.
  await press(page, 'End')
  await seen(page.getByRole('option', { name: 'termina', selected: true }))
  await press(page, 'Enter')
  await becomes(async () => (await nodesOf(api, flow))['a']!.next, null, 'it leads nowhere')
  await press(page, 'Control+f')
  await choose(page, 'Saludo')
  await hasFocus(card(page, 'Saludo'))
  await press(page, 'Tab', 'Enter')
  await choose(page, 'Despedida')
  await becomes(async () => (await nodesOf(api, flow))['a']!.next, 'b', 'it leads on')

  // Several are picked, doubled, and removed.
  await press(page, 'Control+f')
  await choose(page, 'Saludo')
  await hasFocus(card(page, 'Saludo'))
  await press(page, 'Shift+ArrowRight')
  await seen(page.getByText('2 pasos elegidos'))
  await press(page, 'd')
  await countSteps(api, flow, 5)
  await press(page, 'Delete')
  await countSteps(api, flow, 3)
  await press(page, 'l', '-', '+', 'f')

  // Tried out from here.
  await press(page, 'Control+f')
  await choose(page, 'Despedida')
  await press(page, 'Control+Enter')
  await seen(page.getByRole('log', { name: 'Conversación de prueba' }).getByText('Chau'))

  // What is picked goes to another flow.
  await press(page, 'Control+f')
  await choose(page, 'Saludo')
  await hasFocus(card(page, 'Saludo'))
  await press(page, 'Control+c')
  await press(page, '?')
  const keys = page.getByRole('dialog', { name: /teclas|Atajos/i })
  for (const words of ['Duplicar lo elegido', 'Mover los pasos elegidos', 'Comentar el paso elegido', 'Copiar', 'Pegar pasos', 'Acercar'])
    await seen(keys.getByText(words))
  await shoot(page, 'flow keys')
  await press(page, 'Escape')
  await saved(page)
  const other = await create(api, 'Otro por teclas')
  await page.goto(`/a/demo/flows/${other.id}`)
  await seen(card(page, 'Saludo'))
  await press(page, 'Control+v')
  await countIs(card(page, 'Saludo'), 2, 'it has arrived')
  assert.deepEqual(await barriers(page), [])
})

scene('In the list the same can be done', async ({ open, api }) => {
  const flow = await create(api, 'En la lista')
  const page = await open({ path: `/a/demo/flows/${flow.id}` })
  await seen(card(page, 'Saludo'))
  await press(page, 'o')
  const list = outline(page)
  const menu = async (step: string, act: string) => {
    await list.getByRole('button', { name: `Acciones de ${step}` }).focus()
    await press(page, 'Enter')
    await page.getByRole('menuitem', { name: act, exact: true }).focus()
    await press(page, 'Enter')
    await gone(page.getByRole('menu'))
  }
  await menu('Saludo', 'Elegir también')
  await menu('Despedida', 'Elegir también')
  await seen(page.getByText('2 pasos elegidos'))
  await press(page, 'd')
  await countSteps(api, flow, 4)
  await press(page, 'Control+z')
  await countSteps(api, flow, 2)
  await menu('Despedida', 'Mover después de…')
  await seen(page.getByRole('dialog'))
  await press(page, 'Escape')
  await menu('Saludo', 'Comentar')
  await hasFocus(page.getByRole('textbox', { name: 'Comentario' }))
  await page.keyboard.type('¿De día también?')
  await page.getByRole('button', { name: 'Comentar', exact: true }).focus()
  await press(page, 'Enter')
  await seen(list.locator('[data-step=a]').getByRole('img', { name: '1 comentario abierto' }))
  await shoot(page, 'flow comments in the list')
  assert.deepEqual([...(await barriers(page)), ...(await misfits(page)), ...(await wrongWords(page, 'es'))], [])
})

scene('A comment is seen by who has the flow open, resolved, opened again and taken away', async ({ open, api }) => {
  const flow = await create(api, 'Con dudas')
  const page = await open({ path: `/a/demo/flows/${flow.id}` })
  await seen(card(page, 'Despedida'))
  await api.send('POST', `/api/flows/${flow.id}/comments`, { stepId: 'b', text: 'Falta decir el horario' })
  const mark = card(page, 'Despedida').getByRole('img', { name: '1 comentario abierto' })
  await seen(mark)
  await card(page, 'Despedida').click({ position: { x: 60, y: 15 } })
  const comments = page.getByRole('region', { name: 'Comentarios' })
  await seen(comments.getByText('Falta decir el horario'))
  await shoot(page, 'flow comments on the canvas')
  await comments.getByRole('button', { name: 'Resolver' }).click()
  await gone(mark)
  await comments.getByText('Resueltos').click()
  await comments.getByRole('button', { name: 'Abrir de nuevo' }).click()
  await seen(mark)
  await comments.getByRole('button', { name: 'Eliminar comentario' }).click()
  await gone(mark)
  assert.deepEqual([...(await barriers(page)), ...(await misfits(page)), ...(await wrongWords(page, 'es'))], [])
})

scene('On a phone, in the dark, comments have their place', async ({ open, api }) => {
  const flow = await create(api, 'Dudas en el teléfono')
  await api.send('POST', `/api/flows/${flow.id}/comments`, { stepId: 'b', text: 'Falta decir el horario' })
  const page = await open({ path: `/a/demo/flows/${flow.id}`, size: 'phone', theme: 'dark' })
  await page
    .getByRole('button', { name: /^Despedida/ })
    .first()
    .click()
  const comments = page.getByRole('dialog').getByRole('region', { name: 'Comentarios' })
  await comments.scrollIntoViewIfNeeded()
  await shoot(page, 'flow comments on a phone')
  assert.deepEqual([...(await barriers(page)), ...(await misfits(page)), ...(await wrongWords(page, 'es'))], [])
})
