import assert from 'node:assert/strict'
import { barriers } from '../kit/accessible.ts'
import type { Api } from '../kit/api.ts'
import { misfits } from '../kit/fit.ts'
import { notice } from '../kit/inbox.ts'
import { becomes, gone, seen } from '../kit/look.ts'
import { shoot } from '../kit/shots.ts'
import { openStage } from '../kit/stage.ts'
import { wrongWords } from '../kit/words.ts'

/** What holds for all flows: the secrets that their calls need, and how much they may do in one conversation. */
const { scene } = await openStage()
const settings = '/a/demo/settings/flows'

type Limits = { turnsPerHour: number; messagesPerDay: number; botLoops: boolean }
const addFlow = async (api: Api, name: string, headers: object[]): Promise<string> => {
  const nodes = {
    call: { type: 'api_call', label: 'Pedido', url: 'https://api.example.com/orders', headers, next: 'tell', onError: 'tell' },
    tell: { type: 'message', text: 'Listo', next: null },
  }
  return (await api.send<{ id: string }>('POST', '/api/flows', { name, definition: { schema: 1, start: 'call', nodes } })).id
}

scene('A secret is kept, replaced and removed by keys, and stays while a flow needs it', async ({ open, api }) => {
  const page = await open({ path: '/a/demo/flows' })
  await seen(page.getByRole('heading', { level: 1 }))
  await page.keyboard.press('g')
  await page.keyboard.press('x')
  await seen(page.getByText('Todavía no hay secretos'))
  await shoot(page, 'no secrets')
  await page.getByRole('button', { name: 'Nuevo secreto' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Nuevo secreto' })
  await dialog.getByLabel('Nombre').fill('1 tienda')
  await page.keyboard.press('Enter')
  await seen(dialog.getByText('Tiene que empezar con una letra; solo letras, números y _'))
  await seen(dialog.getByText('Falta lo que hay que guardar'))
  await dialog.getByLabel('Nombre').fill('tienda')
  await dialog.getByLabel('Valor', { exact: true }).fill('muy-secreto')
  await dialog.getByLabel('Servidores a los que se puede enviar').fill('https://x')
  await dialog.getByRole('button', { name: 'Guardar' }).click()
  await seen(dialog.getByText('“https://x” no es el nombre de un servidor'))
  await dialog.getByLabel('Servidores a los que se puede enviar').fill('api.example.com\n*.example.org')
  await dialog.getByLabel('Nombre').focus()
  await page.keyboard.press('Enter')
  await seen(notice(page, '“tienda” quedó guardado'))
  await seen(page.getByText('Solo para api.example.com, *.example.org · Nunca se usó', { exact: false }))
  await seen(page.getByText('Ningún flujo lo usa'))

  await addFlow(api, 'Pedidos', [{ name: 'Authorization', value: 'Bearer {{secret.tienda}}' }])
  await page.reload()
  await seen(page.getByRole('list', { name: 'Lo usan' }).getByText('(borrador)'))
  await shoot(page, 'secrets')
  assert.deepEqual(await barriers(page), [])
  assert.deepEqual([await misfits(page), await wrongWords(page, 'es')], [[], []])
  await page.getByRole('button', { name: 'Eliminar tienda' }).click()
  const asked = page.getByRole('dialog', { name: '¿Eliminar “tienda”?' })
  await seen(asked.getByRole('link', { name: 'Pedidos' }))
  await shoot(page, 'secret that is needed')
  assert.equal(await asked.getByRole('button', { name: 'Eliminar' }).count(), 0)
  await page.keyboard.press('Escape')
  await gone(asked)

  await page.getByRole('button', { name: 'Reemplazar tienda' }).click()
  const change = page.getByRole('dialog', { name: 'Reemplazar “tienda”' })
  assert.equal(await change.getByLabel('Valor', { exact: true }).inputValue(), '')
  await change.getByLabel('Servidores a los que se puede enviar').fill('')
  await change.getByRole('button', { name: 'Guardar' }).click()
  await seen(page.getByText('Para cualquier servidor', { exact: false }))

  const { items } = await api.get<{ items: { id: string; name: string }[] }>('/api/flows')
  await api.send('DELETE', `/api/flows/${items.find(({ name }) => name === 'Pedidos')!.id}`)
  await page.reload()
  await page.getByRole('button', { name: 'Eliminar tienda' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Eliminar' }).click()
  await seen(page.getByText('Todavía no hay secretos'))
})

scene('A secret is made while a call is written, and the step stays open', async ({ open, api }) => {
  const id = await addFlow(api, 'Con clave', [{ name: 'Authorization', value: 'Bearer ' }])
  const page = await open({ path: `/a/demo/flows/${id}` })
  await page.getByRole('group', { name: 'Pedido', exact: true }).click()
  await page.getByRole('button', { name: 'Poner un secreto en Valor' }).first().click()
  await page.getByRole('menuitem', { name: 'Nuevo secreto…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Nuevo secreto' })
  await dialog.getByLabel('Nombre').fill('clave_nueva')
  await dialog.getByLabel('Valor', { exact: true }).fill('x')
  await shoot(page, 'new secret from a step')
  assert.deepEqual(await barriers(page), [])
  await dialog.getByRole('button', { name: 'Guardar' }).click()
  await gone(dialog)
  type Stored = { definition: { nodes: { call: { headers: { value: string }[] } } } }
  await becomes(
    async () => (await api.get<Stored>(`/api/flows/${id}`)).definition.nodes.call.headers[0]!.value,
    'Bearer {{secret.clave_nueva}}',
    'the step asks for the new secret',
  )
  await page.getByRole('button', { name: 'Poner un secreto en Valor' }).first().click()
  await seen(page.getByRole('menuitem', { name: 'clave_nueva' }))
})

scene('Limits are changed and taken back to what is usual, on a phone in the dark', async ({ open, api }) => {
  const page = await open({ path: settings, size: 'phone', theme: 'dark' })
  const stored = () => api.get<Limits>('/api/flow-limits')
  const turns = page.getByLabel('Reacciones por hora')
  await seen(turns)
  await turns.fill('0')
  await seen(page.getByText('Un número entero de 1 a 1.000.000'))
  await page.getByRole('button', { name: 'Guardar' }).click()
  assert.equal((await stored()).turnsPerHour, 200)
  await turns.fill('30')
  await page.getByRole('switch', { name: /^Callar cuando responde otro bot/ }).click()
  await shoot(page, 'limits on a phone')
  assert.deepEqual(await barriers(page), [])
  assert.deepEqual([await misfits(page), await wrongWords(page, 'es')], [[], []])
  await page.getByRole('button', { name: 'Guardar' }).click()
  await seen(notice(page, 'Límites guardados'))
  const { turnsPerHour, botLoops } = await stored()
  assert.deepEqual([turnsPerHour, botLoops], [30, false])
  await page.getByRole('button', { name: 'Volver a los límites habituales' }).click()
  await page.getByRole('button', { name: 'Guardar' }).click()
  await becomes(async () => (await stored()).turnsPerHour, 200, 'the usual limits hold again')
})
