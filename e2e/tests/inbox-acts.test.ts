import assert from 'node:assert/strict'
import { asksForPerson } from '../kit/customer.ts'
import { bubble, notice, noteField, openTalk, replyField, row, tab } from '../kit/inbox.ts'
import { becomes, gone, seen } from '../kit/look.ts'
import { openStage } from '../kit/stage.ts'
import { inspect } from '../kit/themes.ts'

/** What an agent does with a conversation, each with its key or its button, and each way back. */
const { scene } = await openStage()

type Conversation = { state: string; floor: string; priority: string; assignee: { name: string } | null; tags: { name: string }[]; closeReason: string | null }

scene('A note stays inside: dashed in the thread, never on the phone', async ({ open, customer, api }) => {
  const ana = customer('Ana Nota')
  await asksForPerson(ana, api)
  const page = await open({ path: '/inbox' })
  await openTalk(page, ana.name)
  await page.keyboard.press('n')
  await noteField(page, ana.name).fill('Es clienta desde 2019')
  await page.keyboard.press('Enter')
  await seen(bubble(page, 'Es clienta desde 2019').getByText(/^Nota interna · /))
  const onPhone = await ana.screen()
  assert.ok(onPhone.length >= 2 && onPhone.every(({ text }) => !text.includes('2019')), 'the phone shows the talk without the note')
})

scene('Over a conversation whose number is down, whoever manages channels connects it again', async ({ open, customer, api }) => {
  const ana = customer('Ana Sin Línea')
  await asksForPerson(ana, api)
  const { items } = await api.get<{ items: { id: string; kind: string }[] }>('/api/channels')
  const channel = items.find(({ kind }) => kind === 'simulator')
  const page = await open({ path: '/inbox' })
  await openTalk(page, ana.name)
  await api.send('POST', `/api/channels/${channel?.id}/disconnect`)
  const line = page.getByText(/está desconectado\. Lo que escribas espera/)
  await seen(line)
  assert.deepEqual(await inspect(page, 'channel down'), [])
  await page.getByRole('button', { name: 'Conectar de nuevo' }).click()
  await gone(line)
  await seen(notice(page, 'está conectado otra vez'))
})

scene('What the customer deletes is gone from the thread and the list, and both say so', async ({ open, customer, api }) => {
  const ana = customer('Ana Borra')
  await asksForPerson(ana, api)
  const page = await open({ path: '/inbox' })
  await openTalk(page, ana.name)
  await ana.says('Mi clave es 1234')
  await seen(bubble(page, 'Mi clave es 1234'))
  await ana.deletes('Mi clave es 1234')
  await seen(bubble(page, 'El cliente eliminó este mensaje'))
  await seen(row(page, ana.name).getByText('Se eliminó este mensaje'))
  await gone(page.getByText('1234'))
})

scene('A line that quotes or lists a message shows its words without the marks of WhatsApp', async ({ open, customer, api }) => {
  const ana = customer('Ana Negrita')
  await asksForPerson(ana, api)
  const page = await open({ path: '/inbox' })
  await openTalk(page, ana.name)
  await ana.says('Con la *Dra. Vega*, por favor')
  await seen(row(page, ana.name).getByText('Con la Dra. Vega, por favor'))
  const original = bubble(page, 'Dra. Vega')
  await original.hover()
  await original.getByRole('button', { name: 'Opciones del mensaje' }).click()
  await page.getByRole('menuitem', { name: 'Responder citando' }).click()
  await replyField(page, ana.name).fill('Claro')
  await page.keyboard.press('Enter')
  await seen(bubble(page, 'Claro').getByText('Con la Dra. Vega, por favor'))
})

scene('A new tag and a priority show in the row and the panel, and both can be taken back', async ({ open, customer, api }) => {
  const ana = customer('Ana Etiqueta')
  const id = await asksForPerson(ana, api)
  const now = () => api.get<Conversation>(`/api/conversations/${id}`)
  const page = await open({ path: '/inbox' })
  await openTalk(page, ana.name)
  await page.keyboard.press('l')
  await page.getByRole('combobox', { name: 'Buscar o crear' }).fill('Primera vez')
  await page.getByRole('option', { name: 'Crear «Primera vez»' }).click()
  await page.getByRole('button', { name: 'Guardar etiquetas' }).click()
  await seen(row(page, ana.name).getByText('Primera vez'))
  await seen(page.getByRole('complementary', { name: 'Datos de la persona' }).getByText('Primera vez'))
  await becomes(async () => (await now()).tags.map(({ name }) => name), ['Primera vez'], 'the server has the tag')
  await notice(page, 'Etiquetas cambiadas').getByRole('button', { name: 'Deshacer' }).click()
  await gone(row(page, ana.name).getByText('Primera vez'))
  await page.keyboard.press('p')
  await page.getByRole('option', { name: 'Urgente' }).click()
  await seen(row(page, ana.name).getByText('Urgente'))
  await notice(page, 'Prioridad: Urgente').getByRole('button', { name: 'Deshacer' }).click()
  await gone(row(page, ana.name).getByText('Urgente'))
  await becomes(async () => (({ tags, priority }) => ({ tags, priority }))(await now()), { tags: [], priority: 'normal' }, 'the server has both back')
})

scene('Closing with a reason leaves the list, undo brings the former state back, reopening does too', async ({ open, customer, api }) => {
  const ana = customer('Ana Cierre')
  const id = await asksForPerson(ana, api)
  const now = async () =>
    (({ state, assignee, closeReason }) => ({ state, assignee: assignee?.name ?? null, closeReason }))(await api.get<Conversation>(`/api/conversations/${id}`))
  const before = await now()
  const page = await open({ path: '/inbox' })
  await openTalk(page, ana.name)
  const footer = page.getByText(/^Cerrada · /)
  await page.keyboard.press('e')
  await page.getByRole('dialog', { name: `Cerrar la conversación con ${ana.name}` }).waitFor()
  await page.keyboard.press('2')
  await page.keyboard.press('Enter')
  await seen(footer.filter({ hasText: 'No respondió' }))
  await becomes(now, { state: 'closed', assignee: before.assignee, closeReason: 'No respondió' }, 'the server has it closed')
  await notice(page, 'Conversación cerrada').getByRole('button', { name: 'Deshacer' }).click()
  await seen(replyField(page, ana.name))
  await becomes(now, before, 'undo restores the former state')

  // The list of closed ones is read before the server has heard of the closing: what this person did themselves is in it all the same.
  const { promise: listRead, resolve: letThrough } = Promise.withResolvers<void>()
  await page.route(`**/api/conversations/${id}/close`, async (route) => {
    await listRead
    await route.continue()
  })
  await page.getByRole('button', { name: 'Cerrar', exact: true }).click()
  await page.getByRole('button', { name: 'Cerrar conversación' }).click()
  await seen(footer.filter({ hasText: 'Resuelta' }))
  const closedOnes = page.waitForResponse((answer) => answer.url().includes('/api/conversations?') && answer.url().includes('tab=closed'))
  await tab(page, 'Cerradas').click()
  await closedOnes
  letThrough()
  await seen(row(page, ana.name))
  await page.locator('footer').getByRole('button', { name: 'Reabrir' }).click()
  await seen(replyField(page, ana.name))
  await becomes(async () => (await now()).state !== 'closed', true, 'the server has it open')
})

scene('Taking over silences the bot, handing back wakes it, assigning names the holder', async ({ open, customer, api, product }) => {
  const ana = customer('Ana Bot')
  await ana.says('hola')
  await becomes(async () => (await ana.screen()).some(({ direction }) => direction === 'in'), true, 'the bot greets')
  const id = await ana.conversation()
  const now = () => api.get<Conversation>(`/api/conversations/${id}`)
  const { name: me } = (await api.get<{ user: { name: string } }>('/api/auth/me')).user
  const page = await open({ path: '/inbox?tab=bot' })
  await openTalk(page, ana.name)
  const bar = page.getByRole('status').filter({ hasText: 'Tomar la conversación' })
  await bar.getByRole('button', { name: 'Tomar la conversación' }).click()
  await gone(bar)
  await seen(page.getByText(`${me} tomó la conversación · el bot quedó en pausa en este chat`))
  await becomes(async () => (await now()).floor, 'human', 'a person has the floor')
  const before = (await ana.screen()).length
  await ana.says('¿Siguen ahí?')
  await seen(bubble(page, '¿Siguen ahí?'))
  await page.keyboard.press('b')
  await seen(bar)
  await seen(page.getByText(`${me} devolvió la conversación al bot`))
  assert.equal((await ana.screen()).length, before + 1, 'the bot did not answer while a person had the floor')
  await page.keyboard.press('a')
  await page.getByRole('option', { name: new RegExp(me) }).click()
  await seen(notice(page, `Asignada a ${me}`))
  await becomes(async () => (await now()).assignee?.name, me, `${product.email} holds it`)
})

scene('An answer is on screen before the server has it, with a clock; a refused one says why and goes again', async ({ open, customer, api, troubles }) => {
  const ana = customer('Ana Reloj')
  const id = await asksForPerson(ana, api)
  const page = await open({ path: '/inbox' })
  await openTalk(page, ana.name)
  const held: (() => void)[] = []
  await page.route(`**/api/conversations/${id}/messages`, async (route) => {
    if (route.request().method() === 'POST') await new Promise<void>((resolve) => held.push(resolve))
    await route.continue()
  })
  await replyField(page, ana.name).fill('Ya te respondo')
  await page.keyboard.press('Enter')
  await seen(bubble(page, 'Ya te respondo').getByText('Esperando para salir'))
  assert.equal(await replyField(page, ana.name).inputValue(), '', 'the field is free for the next message')
  assert.ok(
    (await ana.screen()).every(({ text }) => text !== 'Ya te respondo'),
    'it has not gone yet',
  )
  for (const release of held) release()
  await seen(bubble(page, 'Ya te respondo').getByText(/^(Enviado|Entregado)$/))
  await page.unroute(`**/api/conversations/${id}/messages`)

  const { simulatorChannelId } = await api.get<{ simulatorChannelId: string }>('/api/home')
  const faults = `/api/simulator/${simulatorChannelId}/faults`
  await api.send('PUT', faults, { failSends: { code: 131026, times: 1 } })
  troubles.expect(/answer 4\d\d/)
  await replyField(page, ana.name).fill('¿Te sirve el martes?')
  await page.keyboard.press('Enter')
  const failed = bubble(page, '¿Te sirve el martes?')
  await seen(failed.getByText(/no tiene WhatsApp/))
  await failed.getByRole('button', { name: 'Reintentar' }).click()
  await seen(failed.getByText(/^(Enviado|Entregado)$/))
  assert.equal((await ana.screen()).filter(({ text }) => text === '¿Te sirve el martes?').length, 1, 'it arrived once')
})
