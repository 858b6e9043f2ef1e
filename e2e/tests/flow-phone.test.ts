import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after } from 'node:test'
import type { Page } from 'playwright-core'
import { barriers } from '../kit/accessible.ts'
import type { Api } from '../kit/api.ts'
import { simulatorChannel } from '../kit/customer.ts'
import { misfits } from '../kit/fit.ts'
import { becomes, seen } from '../kit/look.ts'
import { shoot } from '../kit/shots.ts'
import { openStage } from '../kit/stage.ts'
import { wrongWords } from '../kit/words.ts'

/** A shop that a flow asks; it stands where calls may not go unless the operator lets them. */
let asked = 0
const shop = createServer((_request, response) => {
  asked += 1
  response.end(JSON.stringify({ state: 'lista' }))
})
await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve))
after(() => {
  shop.close()
  shop.closeAllConnections()
})
const host = `127.0.0.1:${(shop.address() as AddressInfo).port}`
const { scene } = await openStage({ EGRESS_ALLOW: host })

const create = async (api: Api, name: string, nodes: Record<string, object>, start: string): Promise<string> =>
  (await api.send<{ id: string }>('POST', '/api/flows', { name, definition: { schema: 1, start, always: { human: ['persona'] }, nodes } })).id

/** Tells how an order stands; another flow asks for its number. */
const orders = async (api: Api): Promise<string> => {
  const inner = await create(
    api,
    'Número de pedido',
    { ask: { type: 'input', text: '¿Qué pedido?', label: 'Qué pedido', expect: 'text', saveAs: 'number', next: null } },
    'ask',
  )
  const nodes = {
    into: { type: 'subflow', label: 'Otro flujo', flow: inner, output: [{ name: 'order', from: 'number' }], next: 'call' },
    call: {
      type: 'api_call',
      label: 'Tienda',
      url: `http://${host}/orders/{{order}}`,
      save: [{ path: 'state', variable: 'state' }],
      sample: { status: 200, body: '{"state":"en camino"}' },
      next: 'tell',
      onError: 'sorry',
    },
    tell: { type: 'message', label: 'Cuenta', text: 'El pedido {{order}}: {{state}}', next: null },
    sorry: { type: 'transfer_to_agent' },
  }
  return create(api, 'Pedidos', nodes, 'into')
}
const phone = (page: Page) => page.getByRole('region', { name: 'Probar borrador' })
const write = async (page: Page, text: string) => {
  await phone(page).getByRole('textbox', { name: 'Mensaje', exact: true }).fill(text)
  await page.keyboard.press('Enter')
}
const fits = async (page: Page) => assert.deepEqual([...(await barriers(page)), ...(await misfits(page)), ...(await wrongWords(page, 'es'))], [])

scene('The test goes into another flow, takes the kept answer of a call, and calls when it is told to', async ({ open, api }) => {
  const page = await open({ path: `/a/demo/flows/${await orders(api)}` })
  await page.getByRole('button', { name: 'Probar', exact: true }).click()
  await write(page, 'hola')
  await seen(phone(page).getByText('¿Qué pedido?'))
  await write(page, '7')
  await seen(phone(page).getByText('El pedido 7: en camino'))
  assert.equal(asked, 0, 'nobody was called')
  const trace = phone(page).getByRole('region', { name: 'Recorrido' })
  await seen(trace.getByText('Número de pedido ›'))
  await shoot(page, 'flow test with a kept answer')
  await fits(page)

  await phone(page)
    .getByRole('switch', { name: /Llamar de verdad/ })
    .click()
  await phone(page).getByRole('button', { name: 'Empezar de nuevo' }).first().click()
  await write(page, 'hola')
  await write(page, '8')
  await seen(phone(page).getByText('El pedido 8: lista'))
  assert.equal(asked, 1)
  await shoot(page, 'flow test that calls')
  await fits(page)
})

scene('What is written before the flows it goes into are there waits for them', async ({ open, api }) => {
  const id = await orders(api)
  const page = await open({ path: `/a/demo/flows/${id}` })
  const here = Promise.withResolvers<void>()
  await page.route(
    (url) => /^\/api\/flows\/[^/]+$/.test(url.pathname) && !url.pathname.endsWith(id),
    async (route) => {
      await here.promise
      await route.continue()
    },
  )
  await page.getByRole('button', { name: 'Probar', exact: true }).click()
  await write(page, 'hola')
  await becomes(() => phone(page).getByRole('textbox', { name: 'Mensaje', exact: true }).inputValue(), '', 'it is sent')
  here.resolve()
  await seen(phone(page).getByText('¿Qué pedido?'))
})

scene('A test begins at any step, with variables set by hand', async ({ open, api }) => {
  const page = await open({ path: `/a/demo/flows/${await orders(api)}` })
  await page.getByRole('button', { name: 'Probar', exact: true }).click()
  await phone(page).getByText('0 variables').click()
  await phone(page).getByRole('combobox', { name: 'Variable' }).fill('order')
  await phone(page).getByRole('textbox', { name: 'Valor' }).fill('12')
  await phone(page).getByRole('button', { name: 'Poner' }).click()
  await phone(page).getByLabel('Empieza en').selectOption({ label: 'Tienda' })
  await seen(phone(page).getByText('El pedido 12: en camino'))
})

scene('On a phone, in the dark, a call that nobody has seen an answer of waits for one', async ({ open, api }) => {
  const nodes = {
    call: { type: 'api_call', label: 'Tienda', url: `http://${host}/stock`, next: 'tell', onError: 'sorry' },
    tell: { type: 'message', text: 'Hay', next: null },
    sorry: { type: 'message', text: 'No se sabe', next: null },
  }
  const id = await create(api, 'Sin respuesta guardada', nodes, 'call')
  const page = await open({ path: `/a/demo/flows/${id}`, size: 'phone', theme: 'dark' })
  await page.getByRole('button', { name: 'Probar', exact: true }).click()
  await write(page, 'hola')
  await seen(phone(page).getByText('El flujo espera a otro programa'))
  await shoot(page, 'flow test that waits')
  await fits(page)
  await phone(page).getByRole('button', { name: 'Falló' }).click()
  await seen(phone(page).getByText('No se sabe'))
})

scene('A template is chosen, its places are filled, and what the customer reads is shown', async ({ open, api }) => {
  await api.send('POST', '/api/templates/sync', { channelId: await simulatorChannel(api) })
  const id = await create(
    api,
    'Recordatorio',
    { remind: { type: 'template', label: 'Recordar', template: null, next: null, position: { x: 300, y: 0 } } },
    'remind',
  )
  const page = await open({ path: `/a/demo/flows/${id}` })
  await page.getByRole('group', { name: 'Recordar', exact: true }).click({ position: { x: 60, y: 15 } })
  const form = page.locator('[data-step-form]')
  await form.getByRole('combobox', { name: 'Plantilla', exact: true }).selectOption({ label: 'retomar_conversacion · es' })
  await seen(page.getByText(/Un lugar de la plantilla está vacío/))
  await form.getByRole('combobox', { name: /nombre en el texto/ }).fill('{{contact.name}}')
  await form.getByRole('combobox', { name: /tema en el texto/ }).fill('tu turno')
  await seen(form.getByRole('figure').getByText('tu turno'))
  await shoot(page, 'flow template')
  assert.deepEqual([...(await barriers(page)), ...(await misfits(page))], [])
  await becomes(
    async () =>
      (await api.get<{ definition: { nodes: Record<string, { components?: object[] }> } }>(`/api/flows/${id}`)).definition.nodes['remind']!.components,
    [
      {
        type: 'body',
        parameters: [
          { type: 'text', parameter_name: 'nombre', text: '{{contact.name}}' },
          { type: 'text', parameter_name: 'tema', text: 'tu turno' },
        ],
      },
    ],
    'the server has it',
  )
})
