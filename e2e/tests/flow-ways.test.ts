import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'
import { barriers } from '../kit/accessible.ts'
import { misfits } from '../kit/fit.ts'
import { card, choose, countSteps, createFlow, createSmallFlow, field, type Flow, hasFocus, leads, nodesOf, outline, press, row, saved } from '../kit/flow.ts'
import { becomes, countIs, gone, seen } from '../kit/look.ts'
import { shoot } from '../kit/shots.ts'
import { openStage } from '../kit/stage.ts'
import { wrongWords } from '../kit/words.ts'

/** The ways out of steps: where they may lead, what comes in between, what is said of those that lead nowhere, and how they are drawn. */
const { scene } = await openStage()

const option = (id: string, label: string, next: string | null) => ({ id, label, words: [], next })
/** A menu one option of which leads nowhere, and a question after which nothing is done with the answer. */
const unfinished = {
  menu: {
    type: 'menu',
    label: 'Con quién',
    text: '¿Con quién?',
    options: [option('v', 'Vega', 'mail'), option('l', 'Lima', 'mail'), option('n', 'Núñez', null)],
  },
  mail: { type: 'input', label: 'Correo', text: '¿Tu correo?', expect: 'email', saveAs: 'correo', timeout: { seconds: 600, next: null }, next: null },
}
const way = (within: Locator, name: string): Locator => within.getByRole('button', { name: new RegExp(`^${name}`) }).first()
const steps = (page: Page): Locator => page.getByRole('dialog').getByRole('group', { name: 'Ir a un paso que ya está' })
const goTo = (page: Page, words: string): Locator => page.getByRole('listitem').filter({ hasText: words }).getByRole('button', { name: /^Ir a/ })

scene('What is there already is offered before new steps and found alike; who leaves the list is where they were', async ({ open, api }) => {
  const flow = await createFlow(api, 'Qué hay', unfinished)
  const page = await open({ path: `/a/demo/flows/${flow.id}` })
  await card(page, 'Con quién').focus()
  await press(page, 'a')
  await seen(page.getByRole('dialog', { name: /^Con quién · Núñez/ }))
  // Where the other options lead stands first; the step that asks may come again.
  await becomes(() => steps(page).getByRole('option').allInnerTexts(), ['Correo\n¿Tu correo?', 'Con quién\n¿Con quién?'], 'both steps, the likely one first')
  await seen(page.getByRole('option', { name: /^Mensaje/, selected: true }))
  await shoot(page, 'flow chooser')
  assert.deepEqual([...(await barriers(page)), ...(await misfits(page)), ...(await wrongWords(page, 'es'))], [])
  await press(page, 'Escape')
  await hasFocus(card(page, 'Con quién'))
  await press(page, 'a')
  await choose(page, 'tu correo', /^Correo/)
  await becomes(async () => JSON.stringify((await nodesOf(api, flow))['menu']!['options']).includes('null'), false, 'no option leads nowhere')
  await countSteps(api, flow, 2)

  await press(page, 'Escape', 'o')
  await row(page, 'Correo').focus()
  await press(page, 'a')
  await seen(page.getByRole('dialog'))
  await press(page, 'Escape')
  await hasFocus(row(page, 'Correo'))
})

scene('On a way that leads somewhere a new step comes in between, and that is said before and after', async ({ open, api }) => {
  const flow = await createSmallFlow(api, 'En medio')
  const page = await open({ path: `/a/demo/flows/${flow.id}` })
  await card(page, 'Saludo').focus()
  await press(page, 'ArrowRight', 'ArrowLeft', 'Tab')
  await hasFocus(way(card(page, 'Saludo'), 'Después'))
  await press(page, 'a')
  await seen(page.getByRole('dialog').getByText('Ahora lleva a «Horario». Un paso nuevo va en medio'))
  await shoot(page, 'flow chooser in between')
  await choose(page, 'Nota')
  await seen(page.getByText('«Nota» va ahora entre «Saludo» y «Horario»'))
  const added = async () => Object.entries(await nodesOf(api, flow)).find(([, { type }]) => type === 'note')
  await becomes(async () => (await added())?.[1].next, 'b', 'it goes on where the way led')
  await leads(api, flow, 'a', (await added())![0])
  const left = async (name: string) => Math.round((await card(page, name).boundingBox())?.x ?? NaN)
  await becomes(
    async () => [await left('Saludo'), await left('Nota'), await left('Horario')].every((x, at, all) => at === 0 || x > all[at - 1]!),
    true,
    'there is room for it: what comes after has moved on',
  )

  // A line means its way, too.
  await page.getByRole('button', { name: 'Ver todo el flujo' }).click()
  await page.locator('.react-flow__edge[data-id="b next"] .react-flow__edge-interaction').click({ force: true })
  await press(page, 'a')
  await seen(page.getByRole('dialog', { name: /^Horario · Después/ }))
  await choose(page, 'Terminar')
  await seen(page.getByText(/^«Horario» sigue ahora en «Terminar[^»]*» y ya no en «Despedida»$/))
})

scene('From the list of problems one comes to the way out that leads nowhere: drawn, listed and on a phone', async ({ open, api }) => {
  const flow = await createFlow(api, 'Sin salida', unfinished)
  const path = `/a/demo/flows/${flow.id}`
  const page = await open({ path })
  await goTo(page, 'Núñez').click()
  await hasFocus(way(card(page, 'Con quién'), 'Núñez'))
  await press(page, 'Enter')
  await seen(page.getByRole('dialog', { name: /^Con quién · Núñez/ }))
  await press(page, 'Escape')
  // A warning knows its way as well: with the answer nothing is done.
  await goTo(page, 'con la respuesta no se hace nada').click()
  await hasFocus(way(card(page, 'Correo'), 'Después'))
  await shoot(page, 'flow problem at its way')
  assert.deepEqual([...(await barriers(page)), ...(await misfits(page)), ...(await wrongWords(page, 'es'))], [])
  await press(page, 'o')
  await goTo(page, 'Núñez').click()
  await hasFocus(way(outline(page), 'Núñez'))
  await shoot(page, 'flow problem at its way in the list')

  const phone = await open({ path, size: 'phone' })
  await phone.getByText('1 error, 2 avisos').tap()
  await goTo(phone, 'Núñez').tap()
  await hasFocus(way(outline(phone), 'Núñez'))
  await shoot(phone, 'flow problem at its way on a phone')
  await page.getByRole('button', { name: /^Publicar/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: /^Ir a/ }).click()
  await hasFocus(way(outline(page), 'Núñez'))
})

/** The lines that run behind a card, by their names. */
const hiddenLines = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const cards = [...document.querySelectorAll('.react-flow [data-step]')].map((one) => one.getBoundingClientRect())
    return [...document.querySelectorAll<SVGPathElement>('.react-flow__edge-path')]
      .filter((path) => {
        const { a, e, d, f } = path.getScreenCTM()!
        const points = Array.from({ length: Math.ceil(path.getTotalLength() / 4) }, (_, at) => path.getPointAtLength(at * 4))
        return points.some(({ x, y }) => {
          const [left, top] = [x * a + e, y * d + f]
          return cards.some((card) => left > card.left + 2 && left < card.right - 2 && top > card.top + 2 && top < card.bottom - 2)
        })
      })
      .map((path) => path.closest('[data-id]')?.getAttribute('data-id') ?? '?')
  })

scene('No line runs behind a card: as flows are drawn, tidied up, and when a card is put in the way', async ({ open, api }) => {
  const flow = await createFlow(api, 'Con vueltas', {
    hello: { type: 'message', label: 'Saludo', text: 'Hola', next: 'menu' },
    menu: {
      type: 'menu',
      label: 'Con quién',
      text: '¿Con quién?',
      options: [option('v', 'Vega', 'mail'), option('l', 'Lima', 'hours'), option('n', 'Núñez', 'bye')],
      onInvalid: 'person',
    },
    mail: { type: 'input', label: 'Correo', text: '¿Tu correo?', expect: 'email', saveAs: 'correo', onInvalid: 'menu', next: 'hours' },
    hours: { type: 'business_hours', label: 'Horario', open: 'person', closed: 'bye' },
    bye: { type: 'message', label: 'Despedida', text: 'Chau', next: 'menu' },
    person: { type: 'transfer_to_agent', label: 'Persona' },
  })
  const page = await open({ path: `/a/demo/flows/${flow.id}` })
  const allAreDrawn = () => countIs(page.locator('.react-flow__edge-path'), 11, 'a line for each way')
  await seen(card(page, 'Saludo'))
  await press(page, 'f')
  await allAreDrawn()
  await becomes(() => hiddenLines(page), [], 'as it was made')
  await shoot(page, 'flow lines as made')
  await press(page, 'l')
  await seen(page.getByRole('button', { name: 'Deshacer', disabled: false }))
  await press(page, 'f')
  await allAreDrawn()
  await becomes(() => hiddenLines(page), [], 'tidied up')
  await shoot(page, 'flow lines tidied up')
  await card(page, 'Correo').focus()
  await press(page, 'ArrowRight', 'ArrowLeft')
  await press(page, 'Control+ArrowDown', 'Control+ArrowDown', 'Control+ArrowDown', 'Control+ArrowDown')
  await becomes(() => hiddenLines(page), [], 'a card was moved')
  await shoot(page, 'flow lines around')
})

scene('A flow that nobody has drawn yet keeps the places it is given when something of it is saved', async ({ open, api }) => {
  const say = (label: string, next: string | null) => ({ type: 'message', label, text: label, next })
  const definition = { schema: 1, start: 'a', always: { human: ['persona'] }, nodes: { a: say('Uno', 'b'), b: say('Dos', 'c'), c: say('Tres', null) } }
  const flow = await api.send<Flow>('POST', '/api/flows', { name: 'Sin dibujar', definition })
  const page = await open({ path: `/a/demo/flows/${flow.id}` })
  await seen(card(page, 'Uno'))
  await press(page, 'f')
  const places = () => Promise.all(['Uno', 'Dos', 'Tres'].map(async (title) => (await card(page, title).boundingBox())?.x))
  const before = await places()
  assert.ok(before[0]! < before[1]! && before[1]! < before[2]!, JSON.stringify(before))
  await page.getByLabel('Prioridad sobre otros flujos').fill('5')
  await becomes(async () => (await api.get<{ definition: { priority: number } }>(`/api/flows/${flow.id}`)).definition.priority, 5, 'it is saved')
  await saved(page)
  assert.deepEqual(await places(), before)
})

scene('The list of keys fits, and a variable is put in after the field that it is for', async ({ open, api }) => {
  const flow = await createSmallFlow(api, 'Teclas y llaves')
  for (const size of ['desk', 'phone'] as const) {
    const page = await open({ path: `/a/demo/flows/${flow.id}`, size })
    await seen(page.getByRole('heading', { name: 'Teclas y llaves' }))
    await press(page, '?')
    const dialog = page.getByRole('dialog')
    await seen(dialog.getByText('Eliminar lo elegido'))
    const wide = await dialog.evaluate((whole) =>
      [whole, ...whole.querySelectorAll('*')]
        .filter((one) => ['auto', 'scroll'].includes(getComputedStyle(one).overflowX) && one.scrollWidth > one.clientWidth)
        .map((one) => `${one.className}: ${one.scrollWidth} in ${one.clientWidth}`),
    )
    assert.deepEqual(wide, [], `nothing scrolls sideways, ${size}`)
    await shoot(page, `flow list of keys ${size}`)
    await press(page, 'Escape')
    await gone(dialog)
  }
  const page = await open({ path: `/a/demo/flows/${flow.id}` })
  await card(page, 'Saludo').focus()
  await press(page, 'Enter')
  await hasFocus(field(page, 'Texto'))
  await press(page, 'Tab')
  await hasFocus(page.getByRole('button', { name: 'Poner una variable en Texto' }))
})

scene('On a phone, in the dark and in Portuguese, what is there stands above what can be made', async ({ open, api }) => {
  const flow = await createFlow(api, 'No bolso', unfinished)
  await api.send('PUT', '/api/auth/profile', { language: 'pt-BR' })
  const page = await open({ path: `/a/demo/flows/${flow.id}`, size: 'phone', theme: 'dark' })
  await page.getByRole('button', { name: /em Núñez$/ }).tap()
  const there = page.getByRole('dialog').getByRole('group', { name: 'Ir para um passo que já existe' })
  await seen(there.getByRole('option', { name: /^Correo/ }))
  await shoot(page, 'flow chooser on a phone')
  assert.deepEqual([...(await barriers(page)), ...(await misfits(page))], [])
  await there.getByRole('option', { name: /^Correo/ }).tap()
  await gone(page.getByRole('dialog'))
})
