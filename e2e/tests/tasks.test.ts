import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { barriers } from '../kit/accessible.ts'
import type { Api } from '../kit/api.ts'
import { asksForPerson } from '../kit/customer.ts'
import { misfits } from '../kit/fit.ts'
import { notice, openTalk } from '../kit/inbox.ts'
import { becomes, countIs, gone, seen } from '../kit/look.ts'
import { shoot } from '../kit/shots.ts'
import { openStage } from '../kit/stage.ts'

/** What is to be done for contacts: beside the conversation, on a page of its own, and left by flows. */
const { scene } = await openStage()

type Task = { id: string; title: string; state: string; dueAt: string | null; assignee: { id: string } | null; conversationId: string | null }
const tasksOf = async (api: Api, contactId: string, state = 'open') =>
  (await api.get<{ items: Task[] }>(`/api/tasks?state=${state}&contactId=${contactId}`)).items
const contactOf = async (api: Api, conversationId: string) => (await api.get<{ contact: { id: string } }>(`/api/conversations/${conversationId}`)).contact.id
const hour = 3_600_000
const inHours = (hours: number) => new Date(Date.now() + hours * hour).toISOString()
const beside = (page: Page) => page.getByRole('region', { name: 'Tareas', exact: true })

scene('A task is added beside the conversation, ticked and taken back', async ({ open, customer, api }) => {
  const ana = customer('Ana Tarea')
  const id = await asksForPerson(ana, api)
  const contactId = await contactOf(api, id)
  const page = await open({ path: '/inbox' })
  await openTalk(page, ana.name)
  await seen(beside(page).getByText('No hay tareas pendientes.'))
  await beside(page).getByRole('button', { name: 'Agregar tarea' }).click()
  await beside(page).getByRole('button', { name: 'Agregar', exact: true }).click()
  await seen(beside(page).getByText('Falta decir qué hay que hacer'))
  await beside(page).getByRole('textbox', { name: 'Qué hay que hacer' }).fill('Mandar el presupuesto')
  await beside(page).getByLabel('Vence').fill('2099-03-12T09:30')
  await shoot(page, 'adding a task beside a conversation')
  assert.deepEqual(await barriers(page), [])
  await beside(page).getByRole('button', { name: 'Agregar', exact: true }).click()
  const tick = beside(page).getByRole('checkbox', { name: 'Completar «Mandar el presupuesto»' })
  await seen(tick)
  const [task] = await tasksOf(api, contactId)
  assert.deepEqual([task?.dueAt, task?.conversationId, task?.assignee !== null], ['2099-03-12T12:30:00.000Z', id, true])
  await shoot(page, 'tasks beside a conversation')
  await tick.click()
  await gone(tick)
  await seen(notice(page, 'Completada: Mandar el presupuesto'))
  await becomes(async () => (await tasksOf(api, contactId, 'completed')).length, 1, 'it is done')
  await notice(page, 'Completada: Mandar el presupuesto').getByRole('button', { name: 'Deshacer' }).click()
  await seen(tick)
  await api.send('POST', '/api/tasks', { title: 'De otra persona', contactId })
  await seen(beside(page).getByText('De otra persona'))

  const small = await open({ path: `/a/demo/inbox/all/${id}?panel=open`, size: 'phone', theme: 'dark' })
  await seen(beside(small).getByText('Mandar el presupuesto'))
  await beside(small).getByRole('button', { name: 'Agregar tarea' }).scrollIntoViewIfNeeded()
  await shoot(small, 'tasks in the panel of a phone')
  assert.deepEqual(await misfits(small), [])
})

scene('The page groups tasks by their time, takes new ones, and is used by keys', async ({ open, customer, api }) => {
  const eva = customer('Eva Agenda')
  const id = await asksForPerson(eva, api)
  const contactId = await contactOf(api, id)
  const me = (await api.get<{ user: { id: string } }>('/api/auth/me')).user.id
  const add = (title: string, more: object = {}) => api.send<Task>('POST', '/api/tasks', { title, contactId, conversationId: id, assigneeId: me, ...more })
  await add('Llamar por la deuda', { dueAt: inHours(-50), priority: 'high', details: 'Dijo que pagaba el lunes.' })
  await add('Confirmar el turno', { dueAt: inHours(75) })
  await add('Pedir una reseña')
  const finished = await add('Saludar')
  await api.send('POST', `/api/tasks/${finished.id}/complete`)
  const page = await open({ path: '/a/demo/tasks' })
  const group = (name: string) => page.getByRole('region', { name, exact: true })
  await seen(group('Vencidas').getByText('Llamar por la deuda'))
  await seen(group('Más adelante').getByText('Confirmar el turno'))
  await seen(group('Sin fecha').getByText('Pedir una reseña'))
  await seen(group('Hechas').getByText('Saludar'))
  await shoot(page, 'tasks')
  assert.deepEqual(await barriers(page), [])
  assert.deepEqual(await misfits(page), [])

  await page.keyboard.press('n')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Agregar', exact: true }).click()
  await seen(dialog.getByText('Falta elegir el contacto'))
  await dialog.getByRole('textbox', { name: 'Qué hay que hacer' }).fill('Mandar el catálogo')
  await dialog.getByRole('searchbox', { name: 'Contacto' }).fill('Eva Agenda')
  await countIs(dialog.getByRole('list', { name: 'Contactos encontrados' }).getByRole('button'), 1, 'only she is called so')
  await shoot(page, 'new task')
  assert.deepEqual(await barriers(page), [])
  await dialog.getByRole('list', { name: 'Contactos encontrados' }).getByRole('button').click()
  await dialog.getByRole('combobox', { name: 'Responsable' }).selectOption({ label: 'Nadie' })
  await dialog.getByRole('button', { name: 'Agregar', exact: true }).click()
  await gone(dialog)
  await page.getByRole('radio', { name: 'De nadie' }).click()
  await seen(page.getByText('Mandar el catálogo'))
  await page.getByRole('radio', { name: 'Mías' }).click()

  await seen(group('Vencidas'))
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await gone(group('Vencidas'))
  await seen(notice(page, 'Completada: Llamar por la deuda'))
  await page.keyboard.press('Control+z')
  await seen(group('Vencidas').getByText('Llamar por la deuda'))

  await group('Sin fecha').getByRole('button', { name: 'Pedir una reseña', exact: true }).click()
  await dialog.getByRole('combobox', { name: 'Prioridad' }).selectOption({ label: 'Alta' })
  await dialog.getByLabel('Vence').fill('2099-01-02T10:00')
  await dialog.getByRole('combobox', { name: 'Avisar' }).selectOption({ label: '1 hora antes y cuando vence' })
  await shoot(page, 'editing a task')
  await dialog.getByRole('button', { name: 'Guardar' }).click()
  await seen(group('Más adelante').getByText('Pedir una reseña'))
  await group('Más adelante').getByRole('button', { name: 'Acciones de «Pedir una reseña»' }).click()
  await page.getByRole('menuitem', { name: 'Cancelar tarea' }).click()
  await seen(notice(page, 'Cancelada: Pedir una reseña'))
  await page.getByRole('combobox', { name: 'Mostrar' }).selectOption({ label: 'Canceladas' })
  await page.getByRole('button', { name: 'Acciones de «Pedir una reseña»' }).click()
  await page.getByRole('menuitem', { name: 'Eliminar' }).click()
  await dialog.getByRole('button', { name: 'Eliminar' }).click()
  await seen(page.getByText('Ninguna tarea coincide'))

  for (const theme of ['light', 'dark'] as const) {
    const small = await open({ path: '/a/demo/tasks?of=all', size: 'phone', theme })
    await seen(small.getByText('Llamar por la deuda'))
    await shoot(small, `tasks on a phone ${theme}`)
    assert.deepEqual(await misfits(small), [])
  }
  const dark = await open({ path: '/a/demo/tasks?of=all', theme: 'dark' })
  await seen(dark.getByText('Llamar por la deuda'))
  await shoot(dark, 'tasks in the dark')
})

scene('Whoever has a task is reminded of it on whichever page they are', async ({ open, customer, api }) => {
  const id = await asksForPerson(customer('Iris Aviso'), api)
  const me = (await api.get<{ user: { id: string } }>('/api/auth/me')).user.id
  const page = await open({ path: '/a/demo/home' })
  await seen(page.getByRole('heading', { level: 1 }))
  await api.send('POST', '/api/tasks', {
    title: 'Llamar a Iris',
    contactId: await contactOf(api, id),
    assigneeId: me,
    dueAt: new Date(Date.now() + 2000).toISOString(),
  })
  await notice(page, 'Tarea: Llamar a Iris').waitFor({ timeout: 60_000 })
  await notice(page, 'Tarea: Llamar a Iris').getByRole('button', { name: 'Ver tareas' }).click()
  await seen(page.getByRole('main').getByRole('button', { name: 'Llamar a Iris', exact: true }))
})

scene('A step of a flow leaves a task', async ({ open, api }) => {
  const hello = { type: 'message', text: '¡Hola!', next: null }
  const { id } = await api.send<{ id: string }>('POST', '/api/flows', {
    name: 'Deja una tarea',
    definition: { schema: 1, start: 'hello', triggers: [{ type: 'keyword', words: ['tarea'] }], nodes: { hello } },
  })
  type Node = { type: string; title?: string; to?: string; due?: number; unit?: string; priority?: string }
  const stored = async () =>
    Object.values((await api.get<{ definition: { nodes: Record<string, Node> } }>(`/api/flows/${id}`)).definition.nodes).find(({ type }) => type === 'task')
  const page = await open({ path: `/a/demo/flows/${id}` })
  await page.getByRole('complementary', { name: 'Pasos' }).getByRole('button', { name: 'Tarea', exact: true }).click()
  await page.getByRole('textbox', { name: 'Qué hay que hacer' }).fill('Llamar a {{contact.name}}')
  await page.getByLabel('Para quién').selectOption({ label: 'Quien tiene la conversación' })
  await page.getByLabel('Vence después de').fill('3')
  await page.getByLabel('Unidad').selectOption({ label: 'Días' })
  await page.getByLabel('Prioridad').selectOption({ label: 'Alta' })
  await becomes(
    async () => {
      const node = await stored()
      return [node?.title, node?.to, node?.due, node?.unit, node?.priority]
    },
    ['Llamar a {{contact.name}}', 'agent', 3, 'days', 'high'],
    'the step is kept',
  )
  await shoot(page, 'step that leaves a task')
  assert.deepEqual(await barriers(page), [])
  assert.deepEqual(await misfits(page), [])
})
