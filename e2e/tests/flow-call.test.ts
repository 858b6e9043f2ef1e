import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after } from 'node:test'
import type { Page } from 'playwright-core'
import { barriers } from '../kit/accessible.ts'
import type { Api } from '../kit/api.ts'
import { misfits } from '../kit/fit.ts'
import { seen } from '../kit/look.ts'
import { shoot } from '../kit/shots.ts'
import { openStage } from '../kit/stage.ts'
import { wrongWords } from '../kit/words.ts'

/** A shop that a flow asks; it stands where calls may not go unless the operator lets them. */
const shop = createServer((_request, response) => response.end(JSON.stringify({ data: { items: [{ name: 'Café', state: 'en camino' }] } })))
await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve))
after(() => {
  shop.close()
  shop.closeAllConnections()
})
const host = `127.0.0.1:${(shop.address() as AddressInfo).port}`
const { scene } = await openStage({ EGRESS_ALLOW: host })

const addFlow = async (api: Api, name: string, url: string): Promise<string> => {
  const nodes = {
    ask: { type: 'input', text: '¿Qué pedido?', expect: 'text', saveAs: 'order', timeout: { seconds: 600, next: null }, next: 'call' },
    call: { type: 'api_call', label: 'Pedido', url, next: 'tell', onError: 'person' },
    tell: { type: 'message', text: 'Listo', next: null },
    person: { type: 'transfer_to_agent' },
  }
  return (await api.send<{ id: string }>('POST', '/api/flows', { name, definition: { schema: 1, start: 'ask', nodes } })).id
}
const trial = async (page: Page) => {
  await page.getByText('Probar y elegir en la respuesta').click()
  await page.getByRole('textbox', { name: 'order', exact: true }).fill('7')
  await page.getByRole('button', { name: 'Llamar ahora' }).click()
}

scene('A call is tried while it is written, and what it keeps is chosen on its answer', async ({ open, api }) => {
  const id = await addFlow(api, 'Con pedido', `http://${host}/orders/{{order}}`)
  const page = await open({ path: `/a/demo/flows/${id}` })
  await page.getByRole('group', { name: 'Pedido', exact: true }).click()
  await trial(page)
  await seen(page.getByText(/^Respondió con 200 en \d+ ms$/))
  await page.getByRole('button', { name: /^Guardar data\.items\[0\]\.state/ }).click()
  await shoot(page, 'call tried')
  assert.deepEqual(await barriers(page), [])
  assert.deepEqual([await misfits(page), await wrongWords(page, 'es')], [[], []])
  await seen(page.getByRole('status').filter({ hasText: /^Guardado/ }))
  const { definition } = await api.get<{ definition: { nodes: Record<string, { save?: object[]; sample?: { status: number } }> } }>(`/api/flows/${id}`)
  assert.deepEqual(definition.nodes['call']!.save, [{ path: 'data.items[0].state', variable: 'state' }])
  assert.equal(definition.nodes['call']!.sample?.status, 200)
})

scene('On a phone, in the dark, a call that may not be made says why', async ({ open, api }) => {
  const id = await addFlow(api, 'A puertas cerradas', 'http://10.0.0.1/{{order}}')
  const page = await open({ path: `/a/demo/flows/${id}`, size: 'phone', theme: 'dark' })
  await page
    .getByRole('button', { name: /^Pedido/ })
    .first()
    .click()
  await trial(page)
  await seen(page.getByText('No se puede llamar a esta dirección: no es pública'))
  await shoot(page, 'call on a phone')
  assert.deepEqual(await barriers(page), [])
  assert.deepEqual([await misfits(page), await wrongWords(page, 'es')], [[], []])
})
