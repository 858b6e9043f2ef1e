import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { barriers } from '../kit/accessible.ts'
import type { Api } from '../kit/api.ts'
import { misfits } from '../kit/fit.ts'
import { becomes, countIs, gone, seen } from '../kit/look.ts'
import { shoot } from '../kit/shots.ts'
import { openStage } from '../kit/stage.ts'
import { wrongWords } from '../kit/words.ts'

/** What becomes of a flow once it is published: its versions, where people leave it, the path of each, and the talks that it has to hold. */
const { scene } = await openStage()

type Flow = {
  id: string
  revision: number
  definition: { nodes: Record<string, { text?: string }> }
  planned: { at: string } | null
  published: { number: number } | null
}

const definition = (question: string, others: Record<string, object> = {}) => ({
  schema: 1,
  start: 'hello',
  triggers: [{ type: 'any' }],
  always: { human: ['persona'] },
  nodes: {
    hello: { type: 'message', text: 'Hola', next: 'ask', label: 'Saludo' },
    ask: {
      type: 'menu',
      text: question,
      label: 'Qué necesita',
      options: [
        { id: 'mail', label: 'Dejar mi correo', next: 'mail' },
        { id: 'bye', label: 'Nada', next: 'bye' },
      ],
    },
    mail: { type: 'input', text: '¿Tu correo?', expect: 'email', saveAs: 'email', label: 'Correo', next: 'bye' },
    bye: { type: 'close', text: 'Gracias, chau', label: 'Despedida' },
    ...others,
  },
})
const create = (api: Api, name: string, body: object = definition('¿Qué necesitás?')) => api.send<Flow>('POST', '/api/flows', { name, definition: body })
const publish = (api: Api, { id }: Flow, body: object = {}) => api.send('POST', `/api/flows/${id}/publish`, body)
const read = (api: Api, { id }: Flow) => api.get<Flow>(`/api/flows/${id}`)
const fits = async (page: Page) => {
  assert.deepEqual(await barriers(page), [])
  assert.deepEqual(await wrongWords(page, 'es'), [])
  assert.deepEqual(await misfits(page), [])
}

scene('Versions are compared, restored, taken back, and planned for later', async ({ open, api }) => {
  const flow = await create(api, 'Versiones')
  const page = await open({ path: `/a/demo/flows/${flow.id}` })
  await page.getByRole('button', { name: 'Versiones', exact: true }).click()
  await seen(page.getByText('Todavía no hay versiones'))
  await publish(api, flow, { note: 'La primera' })
  const { bye: _, ...rest } = definition('¿Te ayudo con algo?').nodes
  const changed = {
    ...rest,
    bye: { type: 'close', text: 'Gracias, chau', label: 'Despedida' },
    news: { type: 'message', text: 'Novedades', next: 'ask', label: 'Novedades' },
  }
  await api.send('PATCH', `/api/flows/${flow.id}`, { definition: { ...definition(''), nodes: { ...changed, hello: { ...changed.hello, next: 'news' } } } })
  await page.reload()

  const compared = page.getByRole('region', { name: 'Qué cambia' })
  await seen(compared.getByText('¿Te ayudo con algo?'))
  await seen(compared.getByText('¿Qué necesitás?'))
  await seen(compared.getByText('Agregado'))
  const drawing = page.getByRole('region', { name: 'El flujo como dibujo' })
  await seen(drawing.getByRole('group', { name: 'Novedades' }).getByText('Agregado'))
  await seen(drawing.getByRole('group', { name: 'Qué necesita' }).getByText('Cambiado'))
  await seen(page.getByText('La primera'))
  await seen(page.getByText('0 personas dentro'))
  await shoot(page, 'flow versions')
  await fits(page)

  await page.getByRole('button', { name: 'Restaurar la versión 1' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Restaurar', exact: true }).click()
  await seen(page.getByText('El borrador es otra vez la versión 1'))
  await seen(compared.getByText('No hay ninguna diferencia.'))
  await becomes(async () => (await read(api, flow)).definition.nodes.ask?.text, '¿Qué necesitás?', 'the draft is what it was')
  await page.getByRole('button', { name: 'Deshacer' }).last().click()
  await becomes(async () => (await read(api, flow)).definition.nodes.ask?.text, '¿Te ayudo con algo?', 'and back')
  await seen(compared.getByText('¿Te ayudo con algo?'))

  await page.getByRole('button', { name: /^Publicar v2/ }).click()
  const dialog = page.getByRole('dialog', { name: /^Publicar/ })
  await dialog.getByRole('radio', { name: 'Pasan a esta en su próxima pregunta' }).check()
  await dialog.getByRole('radio', { name: 'Más tarde' }).click()
  await dialog.getByRole('button', { name: 'Programar' }).click()
  await seen(dialog.getByText('Elegí un día y una hora.'))
  await dialog.getByLabel('Día y hora').fill('2031-03-12T09:30')
  await shoot(page, 'flow publish planned')
  await dialog.getByRole('button', { name: 'Programar' }).click()
  await gone(dialog)
  // Half past nine in Buenos Aires.
  await becomes(async () => (await read(api, flow)).planned?.at, '2031-03-12T12:30:00.000Z', 'it is planned on the clock of the business')
  await seen(page.getByText(/^Se publicará el/))
  await page.getByRole('button', { name: 'Cancelar' }).click()
  await becomes(async () => (await read(api, flow)).planned, null, 'nothing is planned')
  await gone(page.getByText(/^Se publicará el/))

  const phone = await open({ path: `/a/demo/flows/${flow.id}?panel=versions`, size: 'phone', theme: 'dark' })
  await seen(phone.getByText('¿Te ayudo con algo?'))
  await shoot(phone, 'flow versions on a phone')
  await fits(phone)
})

scene('Where people leave stands on the drawing and in the table, with their conversations and paths behind it', async ({ open, api, customer }) => {
  const split = {
    try: {
      type: 'ab_split',
      label: 'Dos saludos',
      arms: [
        { id: 'a', label: 'Corto', share: 50, next: 'ask' },
        { id: 'b', label: 'Largo', share: 50, next: 'ask' },
      ],
    },
  }
  const drawn = definition('¿Qué necesitás?', split)
  const flow = await create(api, 'Abandono', { ...drawn, nodes: { ...drawn.nodes, hello: { ...drawn.nodes.hello, next: 'try' } } })
  const page = await open({ path: `/a/demo/flows/${flow.id}?panel=drop-off` })
  await seen(page.getByText('Todavía nadie pasó por el flujo'))
  await publish(api, flow)
  const { simulatorChannelId } = await api.get<{ simulatorChannelId: string }>('/api/home')
  await api.send('PATCH', `/api/channels/${simulatorChannelId}`, { flowId: flow.id })
  const stateOf = async (name: string) => {
    const { items } = await api.get<{ items: { contact: { name: string }; state: string; step: string | null }[] }>(`/api/flows/${flow.id}/runs`)
    const run = items.find(({ contact }) => contact.name === name)
    return run && [run.state, run.step]
  }
  for (const name of ['Ana Abandono', 'Beto Abandono', 'Caro Abandono']) {
    await customer(name).says('hola')
    await becomes(() => stateOf(name), ['active', 'ask'], `${name} is asked`)
  }
  const leaving = customer('Dora Abandono')
  await leaving.says('hola')
  await becomes(() => stateOf('Dora Abandono'), ['active', 'ask'], 'she is asked')
  await leaving.says('persona')
  await becomes(async () => (await stateOf('Dora Abandono'))?.[0], 'transferred', 'she has a person')
  const going = customer('Emi Abandono')
  await going.says('hola')
  await becomes(() => stateOf('Emi Abandono'), ['active', 'ask'], 'he is asked')
  await going.says('correo')
  await becomes(() => stateOf('Emi Abandono'), ['active', 'mail'], 'he is asked for his address')

  await page.reload()
  const table = page.getByRole('table', { name: 'Personas por paso' })
  const hot = table.getByRole('row', { name: /Qué necesita/ })
  await seen(hot.getByText('Acá se van más'))
  assert.match((await hot.innerText()).replaceAll(/\s+/g, ' '), /5 20 ?% \(1\)/)
  const drawing = page.getByRole('region', { name: 'El flujo como dibujo' })
  await seen(drawing.getByRole('group', { name: 'Qué necesita' }).getByText('Acá se van más'))
  await seen(page.getByText('Todavía no hay diferencia.', { exact: false }))
  await shoot(page, 'flow drop-off')
  await fits(page)
  await page.getByLabel('Tiempo').selectOption('7')
  await becomes(async () => new URL(page.url()).searchParams.get('days'), '7', 'the range stands in the address')
  await hot.getByRole('button').click()
  await seen(page.getByText('pidió una persona'))
  await seen(page.getByRole('link', { name: /Dora Abandono/ }))
  await page.getByRole('radio', { name: 'Llegaron acá' }).click()
  await countIs(page.getByRole('link', { name: /Abandono/ }), 5, 'all who came')
  await shoot(page, 'flow drop-off of a step')
  await fits(page)
  const phone = await open({ path: `/a/demo/flows/${flow.id}?panel=drop-off`, size: 'phone', theme: 'dark' })
  await seen(phone.getByRole('table'))
  await shoot(phone, 'flow drop-off on a phone')
  await fits(phone)

  // The same people, each with their path.
  await page.getByRole('button', { name: 'Recorridos', exact: true }).click()
  await seen(page.getByRole('heading', { name: 'Recorridos de Abandono', level: 1 }))
  await page.getByLabel('Estado').selectOption('transferred')
  const list = page.getByRole('region', { name: 'Recorridos', exact: true })
  await countIs(list.getByRole('link'), 1, 'one was handed over')
  const course = page.getByRole('article', { name: 'Recorrido de Dora Abandono' })
  await seen(course.getByText('pidió una persona'))
  await page.getByLabel('Estado').selectOption('')
  await page.getByLabel(/^Contacto, variable/).fill('Emi')
  await countIs(list.getByRole('link'), 1, 'found by name')
  const his = page.getByRole('article', { name: 'Recorrido de Emi Abandono' })
  await seen(his.getByText('correo', { exact: true }))
  await shoot(page, 'flow runs')
  await fits(page)
  await his.getByRole('button', { name: 'Reintentar desde acá: Qué necesita' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Reintentar desde acá' }).click()
  await seen(page.getByText('Empezó de nuevo en Qué necesita'))
  await countIs(list.getByRole('link'), 2, 'his second run')
  await becomes(async () => (await going.screen()).filter(({ text }) => text.startsWith('¿Qué necesitás?')).length, 2, 'he is asked again')
  const runs = await open({ path: `/a/demo/flows/${flow.id}/runs`, size: 'phone', theme: 'dark' })
  await runs.getByRole('link', { name: /Dora Abandono/ }).click()
  await seen(runs.getByRole('article', { name: 'Recorrido de Dora Abandono' }))
  await shoot(runs, 'flow run on a phone')
  await fits(runs)
  await runs.getByRole('button', { name: 'Volver a los recorridos' }).click()
  await seen(runs.getByRole('link', { name: /Emi Abandono/ }))
})

scene('A talk is kept as a test; when it fails it blocks publishing until somebody says why', async ({ open, api, troubles }) => {
  troubles.expect(/answer 422: POST .*publish/)
  const flow = await create(api, 'Con pruebas')
  const page = await open({ path: `/a/demo/flows/${flow.id}` })
  await page.getByRole('button', { name: 'Probar', exact: true }).click()
  const dock = page.getByRole('region', { name: 'Probar borrador' })
  await dock.getByRole('button', { name: 'hola', exact: true }).click()
  await dock.getByRole('button', { name: 'Nada' }).click()
  await seen(dock.getByText('Gracias, chau'))
  await dock.getByRole('button', { name: 'Guardar como prueba' }).click()
  await page.getByLabel('Nombre de la prueba').fill('Quien no quiere nada')
  await page.keyboard.press('Enter')
  await seen(page.getByText('Prueba guardada: Quien no quiere nada'))

  await page.getByRole('button', { name: 'Pruebas', exact: true }).click()
  const tests = page.getByRole('region', { name: 'Pruebas', exact: true })
  await seen(tests.getByText('La prueba pasa'))
  await api.send('PATCH', `/api/flows/${flow.id}`, { steps: { bye: { type: 'close', text: 'Hasta luego', label: 'Despedida' } } })
  await tests.getByRole('button', { name: 'Correr con el borrador' }).click()
  await seen(tests.getByText('Falla 1 de 1 prueba'))
  await seen(tests.getByText('Hasta luego'))
  await tests.getByText(/^Ver la charla/).click()
  await shoot(page, 'flow tests')
  await fits(page)
  await tests.getByRole('button', { name: 'Acciones de Quien no quiere nada' }).click()
  await page.getByRole('menuitem', { name: 'Cambiar nombre' }).click()
  await page.getByLabel('Nombre de la prueba').fill('Se despide')
  await page.keyboard.press('Enter')
  await seen(tests.getByText('Se despide'))

  await page.getByRole('button', { name: /^Publicar v1/ }).click()
  const dialog = page.getByRole('dialog', { name: /^Publicar/ })
  await dialog.getByRole('button', { name: 'Publicar', exact: true }).click()
  await seen(dialog.getByText('Falla una prueba'))
  await seen(dialog.getByText('Se despide'))
  await shoot(page, 'flow tests block publishing')
  assert.deepEqual(await barriers(page), [])
  await dialog.getByLabel('Por qué publicar igual').fill('El saludo nuevo está bien')
  await dialog.getByRole('button', { name: 'Publicar igual' }).click()
  await gone(dialog)
  await page.getByRole('button', { name: 'Versiones', exact: true }).click()
  await seen(page.getByText('Publicada aunque fallaban pruebas: El saludo nuevo está bien'))

  const phone = await open({ path: `/a/demo/flows/${flow.id}?panel=tests`, size: 'phone', theme: 'dark' })
  await phone.getByRole('button', { name: 'Acciones de Se despide' }).click()
  await phone.getByRole('menuitem', { name: 'Eliminar' }).click()
  await seen(phone.getByText('Todavía no hay pruebas'))
  await phone.getByRole('button', { name: 'Deshacer' }).click()
  await seen(phone.getByText('Se despide'))
  await shoot(phone, 'flow tests on a phone')
  await fits(phone)
})
