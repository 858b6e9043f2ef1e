import assert from 'node:assert/strict'
import { barriers } from '../kit/accessible.ts'
import type { Api } from '../kit/api.ts'
import { misfits } from '../kit/fit.ts'
import { becomes, gone, seen } from '../kit/look.ts'
import { shoot } from '../kit/shots.ts'
import { openStage } from '../kit/stage.ts'
import { wrongWords } from '../kit/words.ts'

/** What a flow names in the world that it works in, and what only the server can tell of it. */
const { scene } = await openStage()

const unknown = '01900000-0000-7000-8000-000000000001'
const nodes = {
  hello: { type: 'message', text: 'Hola', next: 'wait' },
  wait: {
    type: 'wait_for',
    timeout: { seconds: 3600, next: 'done' },
    event: 'tag_added',
    tags: ['Pagado'],
    hears: false,
    happened: 'people',
    next: null,
  },
  people: { type: 'transfer_to_agent', label: 'A ventas', text: 'Te paso', queue: unknown },
  done: { type: 'end' },
}
type Flow = { id: string; definition: { nodes: Record<string, Record<string, unknown>> } }
const newFlow = (api: Api, name: string) =>
  api.send<Flow>('POST', '/api/flows', { name, definition: { schema: 1, start: 'hello', always: { human: ['humano'] }, nodes } })

scene('A queue that is gone is told of its step, and another one is chosen in its form', async ({ open, api }) => {
  const { id: campaignId } = await api.send<{ id: string }>('POST', '/api/campaigns', { name: 'Mostrador' })
  const { id: queueId } = await api.send<{ id: string }>('POST', '/api/queues', { name: 'Ventas grandes', campaignId })
  const { id } = await newFlow(api, 'A la cola')
  const page = await open({ path: `/a/demo/flows/${id}` })
  await seen(page.getByText('la cola elegida ya no existe'))
  await page.getByRole('button', { name: 'Ir a A ventas' }).click()
  await page.getByLabel('Cola', { exact: true }).selectOption({ label: 'Ventas grandes' })
  await gone(page.getByText('la cola elegida ya no existe'))
  await becomes(async () => (await api.get<Flow>(`/api/flows/${id}`)).definition.nodes['people']!['queue'], queueId, 'the queue is kept')
  await shoot(page, 'queue of a step')
  assert.deepEqual(await barriers(page), [])
  assert.deepEqual(await wrongWords(page, 'es'), [])
  assert.deepEqual(await misfits(page), [])
})

for (const size of ['desk', 'phone'] as const)
  for (const theme of ['light', 'dark'] as const)
    scene(`What a flow waits for is asked in the form of its step: ${size}, ${theme}`, async ({ open, api }) => {
      const { id } = await newFlow(api, `Espera ${size} ${theme}`)
      const page = await open({ path: `/a/demo/flows/${id}`, size, theme })
      await page
        .getByRole(size === 'desk' ? 'group' : 'button', { name: size === 'desk' ? 'Esperar respuesta' : /^Esperar respuesta/ })
        .first()
        .click()
      const event = page.getByLabel('También un evento')
      await seen(event)
      await seen(page.getByLabel('Ocurre lleva a'))
      await shoot(page, `waiting for an event ${size} ${theme}`)
      await event.selectOption({ label: 'Llama otro programa' })
      if (size === 'desk') await seen(page.getByText('ningún programa llama a este flujo: le falta ese disparador').first())
      assert.deepEqual(await barriers(page), [])
      assert.deepEqual(await misfits(page), [])
    })

const faulty = {
  schema: 1,
  start: 'ask',
  always: { human: ['humano'] },
  nodes: {
    ask: {
      type: 'menu',
      label: 'Qué busca',
      text: '¿Qué buscás?',
      style: 'list',
      options: [
        { id: 'one', label: 'Precios', next: 'check' },
        { id: 'two', label: 'Turnos', description: 'x'.repeat(80), next: 'check' },
      ],
      timeout: { seconds: 3600, next: 'done' },
    },
    check: {
      type: 'condition',
      label: 'De dónde es',
      all: [
        { variable: 'contact.city', operator: 'equals', value: 'Lima' },
        { variable: 'contact.name', operator: 'contains' },
      ],
      then: 'done',
      otherwise: 'done',
    },
    done: { type: 'end' },
  },
}

scene('From a problem one gets to the very value that it is about, also where that was folded in', async ({ open, api }) => {
  const { id } = await api.send<Flow>('POST', '/api/flows', { name: 'Con fallas', definition: faulty })
  const page = await open({ path: `/a/demo/flows/${id}` })
  const goTo = (what: RegExp) =>
    page.getByRole('list', { name: 'Problemas' }).getByRole('listitem').filter({ hasText: what }).getByRole('button', { name: /^Ir a/ }).click()
  const focused = page.locator('form :focus')
  await goTo(/Qué busca.*72/)
  await becomes(() => focused.inputValue(), 'x'.repeat(80), 'the description that is too long has the focus')
  await goTo(/De dónde es/)
  const second = page.getByRole('group', { name: 'Comparación 2' })
  await becomes(() => second.getByLabel('Valor').evaluate((field) => field === document.activeElement), true, 'what the second comparison lacks has the focus')
  await page.keyboard.type('Ana')
  await gone(page.getByRole('list', { name: 'Problemas' }).getByText('De dónde es'))
  const phone = await open({ path: `/a/demo/flows/${id}`, size: 'phone' })
  await phone.getByText('1 error').tap()
  await phone.getByRole('button', { name: 'Ir a Qué busca' }).first().tap()
  await becomes(
    () =>
      phone
        .getByLabel('Descripción')
        .last()
        .evaluate((field) => {
          const { top, bottom } = field.getBoundingClientRect()
          return top >= 0 && bottom <= innerHeight && bottom > top
        }),
    true,
    'on a phone it comes into sight without a keyboard over it',
  )
  await shoot(phone, 'led to a problem phone')
})
