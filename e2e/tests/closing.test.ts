import assert from 'node:assert/strict'
import { barriers } from '../kit/accessible.ts'
import { asksForPerson } from '../kit/customer.ts'
import { misfits } from '../kit/fit.ts'
import { bubble, notice, openTalk, replyField, row, tab } from '../kit/inbox.ts'
import { becomes, countIs, gone, seen } from '../kit/look.ts'
import { shoot } from '../kit/shots.ts'
import { openStage } from '../kit/stage.ts'
import { wrongWords } from '../kit/words.ts'

/** How conversations end: reasons, surveys, what comes after, merging, blocking, and for how long the bot is silent. */
const { scene } = await openStage()

const settings = '/a/demo/settings/closing'
type Conversation = { id: string; state: string; closeReason: string | null; closeNote: string | null; survey: { score: number | null } | null }

scene('The bot is silent for as long as somebody says, and the time that is left is shown', async ({ open, customer }) => {
  const ana = customer('Ana Pausa')
  await ana.says('hola')
  await becomes(async () => (await ana.screen()).some(({ direction }) => direction === 'in'), true, 'the bot greets')
  const page = await open({ path: '/inbox?tab=bot' })
  await openTalk(page, ana.name)
  await page.keyboard.press('b')
  const line = page.getByRole('status').filter({ hasText: 'El bot está en pausa aquí hasta el cierre' })
  await seen(line)
  await line.getByRole('button', { name: 'Cambiar' }).click()
  await page.getByRole('menuitem', { name: 'Durante una hora' }).click()
  await seen(page.getByRole('status').filter({ hasText: /El bot vuelve a responder: .* \(en (1\sh|59\smin)/ }))
  await shoot(page, 'bot pause')
})

scene('Two conversations with a person become one and two again; whoever is blocked is kept in silence', async ({ open, customer, api }) => {
  const ana = customer('Ana Doble')
  const old = await asksForPerson(ana, api)
  await api.send('POST', `/api/conversations/${old}/close`, {})
  await ana.says('Otra consulta')
  await becomes(async () => (await ana.conversation()) !== old, true, 'a new conversation begins')
  const id = await ana.conversation()
  await api.send('PUT', `/api/conversations/${id}/floor`, { floor: 'human' })
  const page = await open({ path: `/a/demo/inbox/all/${id}` })
  await seen(replyField(page, ana.name))
  const act = async (name: string) => {
    await page.getByRole('button', { name: 'Más acciones' }).click()
    await page.getByRole('menuitem', { name }).click()
  }
  await act('Unir con otra conversación…')
  const dialog = page.getByRole('dialog', { name: '¿Qué conversación pasa a ser parte de esta?' })
  await seen(dialog.getByRole('option'))
  await shoot(page, 'merge')
  await page.keyboard.press('Enter')
  await seen(bubble(page, 'humano'))
  await notice(page, 'Conversaciones unidas').getByRole('button', { name: 'Deshacer' }).click()
  await gone(bubble(page, 'humano'))
  await becomes(
    async () => (await api.get<Conversation & { mergedIntoId: string | null }>(`/api/conversations/${old}`)).mergedIntoId,
    null,
    'they are two again',
  )
  // The notice takes its leave, and the focus with it, before the next menu opens.
  await gone(notice(page, 'Conversaciones unidas'))

  await act('Bloquear a esta persona…')
  await page
    .getByRole('dialog', { name: `¿Bloquear a ${ana.name}?` })
    .getByRole('button', { name: 'Bloquear' })
    .click()
  const footer = page.locator('footer').filter({ hasText: 'Esta persona está bloqueada' })
  await seen(footer)
  await ana.says('¡Contesten!')
  await seen(bubble(page, '¡Contesten!'))
  await shoot(page, 'blocked')
  assert.equal((await api.get<Conversation>(`/api/conversations/${id}`)).state, 'closed')
  await footer.getByRole('button', { name: 'Desbloquear' }).click()
  await seen(page.locator('footer').getByRole('button', { name: 'Reabrir' }))
})

scene('The owner says how conversations end; whoever closes is asked for it, and the customer how it was', async ({ open, customer, api }) => {
  const page = await open({ path: settings })
  const add = async (name: string, needsNote: boolean) => {
    await page.getByRole('button', { name: 'Agregar motivo' }).first().click()
    const dialog = page.getByRole('dialog', { name: 'Nuevo motivo' })
    await dialog.getByLabel('Motivo', { exact: true }).fill(name)
    if (needsNote) await dialog.getByRole('switch', { name: /Necesita una nota/ }).click()
    await dialog.getByRole('button', { name: 'Agregar motivo' }).click()
    await gone(dialog)
  }
  await seen(page.getByText('Aún no hay motivos propios.'))
  await add('Reclamo resuelto', true)
  await add('Turno dado', false)
  await page.getByRole('button', { name: 'Subir: Turno dado' }).click()
  await seen(page.locator('main').getByRole('listitem').first().filter({ hasText: 'Turno dado' }))
  await page.getByRole('switch', { name: /Hay que elegir un motivo/ }).click()
  await page.getByRole('switch', { name: /Preguntar a los clientes cómo fue/ }).click()
  await page.getByRole('button', { name: 'Guardar cambios' }).click()
  await seen(page.getByText('Ajustes guardados'))

  const ana = customer('Ana Encuesta')
  const id = await asksForPerson(ana, api)
  const inbox = await open({ path: '/inbox' })
  await openTalk(inbox, ana.name)
  await replyField(inbox, ana.name).fill('Ya está, el lunes a las diez')
  await inbox.keyboard.press('Enter')
  await seen(bubble(inbox, 'Ya está, el lunes a las diez'))
  await inbox.keyboard.press('Escape')
  await inbox.getByRole('button', { name: 'Cerrar', exact: true }).click()
  const dialog = inbox.getByRole('dialog', { name: `Cerrar la conversación con ${ana.name}` })
  await countIs(dialog.getByRole('radio'), 2, 'only the reasons of the business')
  await inbox.keyboard.press('2')
  await inbox.keyboard.press('Enter')
  await seen(dialog.getByText('Este motivo necesita una nota.'))
  await dialog.getByLabel('Nota').fill('Se cambió el turno')
  assert.ok(await dialog.getByRole('switch', { name: 'Preguntar al cliente cómo fue' }).isChecked())
  await shoot(inbox, 'close with reason')
  await dialog.getByRole('button', { name: 'Cerrar conversación' }).click()
  await seen(inbox.locator('footer').filter({ hasText: 'Reclamo resuelto' }))
  await becomes(async () => (await ana.screen()).at(-1)?.text.includes('¿Cómo te atendimos?'), true, 'the customer is asked')
  await ana.says('4')
  await becomes(async () => (await api.get<Conversation>(`/api/conversations/${id}`)).survey?.score, 4, 'the answer is kept')
  await seen(inbox.getByRole('img', { name: '4 de 5' }))
  await ana.says('¡Gracias!')
  await seen(bubble(inbox, '¡Gracias!'))
  const told = await api.get<Conversation>(`/api/conversations/${id}`)
  assert.deepEqual([told.state, told.closeReason, told.closeNote], ['closed', 'Reclamo resuelto', 'Se cambió el turno'])
  assert.equal(await ana.conversation(), id, 'nothing was opened')
  await tab(inbox, 'Cerradas').click()
  await seen(row(inbox, ana.name))
})

for (const [size, theme, spoken] of [
  ['desk', 'dark', 'en'],
  ['phone', 'light', 'pt-BR'],
] as const)
  scene(`The settings and the dialogs fit and shut nobody out, ${size}, ${theme}, ${spoken}`, async ({ open, customer, api }) => {
    await api.send('PUT', '/api/auth/profile', { language: spoken })
    await api.send('POST', '/api/closing-reasons', { name: `Un motivo bastante largo que no entra en una línea ${size} ${theme}`, needsNote: true })
    const ana = customer(`Ana ${size} ${theme}`)
    const id = await asksForPerson(ana, api)
    await api.send('POST', `/api/conversations/${id}/assign`, {})
    await api.send('PUT', `/api/conversations/${id}/floor`, { floor: 'human', pause: 'hour' })
    const page = await open({ path: settings, size, theme })
    const wrong: string[] = []
    const inspect = async (what: string) => {
      await shoot(page, `closing ${what} ${size} ${theme}`)
      for (const found of [...(await misfits(page)), ...(await barriers(page)), ...(await wrongWords(page, spoken))]) wrong.push(`${what}: ${found}`)
    }
    await countIs(page.getByRole('heading', { level: 2 }), 4, 'all sections are there')
    await inspect('settings')
    await page
      .getByRole('heading', { level: 2 })
      .nth(2)
      .evaluate((element) => element.scrollIntoView({ block: 'start' }))
    await inspect('survey')
    await page
      .getByRole('heading', { level: 2 })
      .first()
      .evaluate((element) => element.scrollIntoView({ block: 'end' }))
    await page.locator('main').getByRole('button').first().click()
    await page.getByRole('dialog').waitFor()
    await inspect('reason')
    await page.goto(`/a/demo/inbox/all/${id}`)
    await page.getByRole('log').waitFor()
    await inspect('pause')
    await page.keyboard.press('e')
    await page.getByRole('dialog').getByRole('radio').first().waitFor()
    await inspect('close')
    assert.deepEqual([...new Set(wrong)], [])
  })
