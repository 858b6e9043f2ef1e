import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { barriers } from '../kit/accessible.ts'
import type { Api } from '../kit/api.ts'
import { asksForPerson } from '../kit/customer.ts'
import { misfits } from '../kit/fit.ts'
import { notice, openTalk, row, rows } from '../kit/inbox.ts'
import { becomes, countIs, gone, seen } from '../kit/look.ts'
import { shoot } from '../kit/shots.ts'
import { openStage } from '../kit/stage.ts'
import { inspect } from '../kit/themes.ts'
import { wrongWords } from '../kit/words.ts'

/** How far the business has come with a person: beside the conversation, and in flows. */
const { scene } = await openStage()

const contactOf = async (api: Api, conversationId: string) => {
  const { contact } = await api.get<{ contact: { id: string } }>(`/api/conversations/${conversationId}`)
  return api.get<{ id: string; stage: string }>(`/api/contacts/${contact.id}`)
}
const field = (page: Page) => page.getByRole('combobox', { name: 'Etapa' })

scene('The stage of a person is changed beside the conversation and taken back; what others change shows by itself', async ({ open, customer, api }) => {
  const ana = customer('Ana Etapa')
  const id = await asksForPerson(ana, api)
  const page = await open({ path: '/inbox' })
  await openTalk(page, ana.name)
  await becomes(() => field(page).inputValue(), 'new', 'nobody has set one')
  await field(page).selectOption({ label: 'Calificado' })
  await seen(notice(page, 'Etapa: Calificado'))
  await becomes(async () => (await contactOf(api, id)).stage, 'qualified', 'it is kept')
  await shoot(page, 'stage in the panel')
  assert.deepEqual(await barriers(page), [])
  await notice(page, 'Etapa: Calificado').getByRole('button', { name: 'Deshacer' }).click()
  await becomes(async () => (await contactOf(api, id)).stage, 'new', 'it is taken back')
  await becomes(() => field(page).inputValue(), 'new', 'and shown so')
  const { id: contactId } = await contactOf(api, id)
  await api.send('PATCH', `/api/contacts/${contactId}`, { stage: 'won' })
  await becomes(() => field(page).inputValue(), 'won', 'what somebody else did')

  await api.send('PUT', '/api/auth/profile', { language: 'pt-BR' })
  const small = await open({ path: `/a/demo/inbox/all/${id}?panel=open`, size: 'phone', theme: 'dark', language: 'pt-BR' })
  await becomes(() => small.getByRole('combobox', { name: 'Etapa' }).inputValue(), 'won', 'on a phone')
  await becomes(() => small.getByRole('combobox', { name: 'Etapa' }).locator('option:checked').textContent(), 'Ganho', 'in its own language')
  await shoot(small, 'stage in the panel of a phone')
  assert.deepEqual(await misfits(small), [])
  await api.send('PUT', '/api/auth/profile', { language: 'es' })
})

scene(
  'The list holds those of one stage; who comes to another one goes and comes without a reload, and a saved view keeps it',
  async ({ open, customer, api }) => {
    const [ana, leo] = [customer('Ana Ganada'), customer('Leo Nuevo')]
    const ids = [await asksForPerson(ana, api), await asksForPerson(leo, api)] as const
    const moves = async (conversationId: string, stage: string) => api.send('PATCH', `/api/contacts/${(await contactOf(api, conversationId)).id}`, { stage })
    await moves(ids[0], 'won')
    // Apart from the people of the demo, who are at stages too.
    for (const id of ids) await api.send('PUT', `/api/conversations/${id}/tags`, { tags: ['Por etapas'] })
    const page = await open({ path: '/a/demo/inbox/all?f=tag:por-etapas' })
    await countIs(rows(page), 2, 'both, whatever their stage')
    await page.getByRole('button', { name: /^Filtros/ }).click()
    const filters = page.getByRole('dialog', { name: 'Filtros' })
    await filters.getByLabel('Etapa').selectOption({ label: 'Ganado' })
    await countIs(rows(page), 1, 'only who is at the stage')
    await seen(row(page, ana.name))
    assert.match(page.url(), /[?&]f=tag:por-etapas,stage:won/)
    const wrong = await inspect(page, 'filter by stage open')
    await page.keyboard.press('Escape')
    await gone(filters)
    const chip = page.getByRole('button', { name: 'Quitar el filtro Etapa: Ganado', exact: true })
    await seen(chip)

    await moves(ids[1], 'won')
    await page.getByRole('button', { name: 'Mostrar 1 conversación nueva' }).click()
    await seen(row(page, leo.name))
    await openTalk(page, ana.name)
    await field(page).selectOption({ label: 'Perdido' })
    await seen(row(page, ana.name).getByText('Ya no está en esta lista'))
    wrong.push(...(await inspect(page, 'filter by stage chosen')))
    await row(page, ana.name).getByText('Deshacer').click()
    await gone(row(page, ana.name).getByText('Ya no está en esta lista'))
    await moves(ids[0], 'lost')
    await seen(row(page, ana.name).getByText('Ya no está en esta lista'))
    await openTalk(page, leo.name)
    await gone(row(page, ana.name))

    await page.getByRole('heading', { level: 1 }).getByRole('button').click()
    await page.getByRole('menuitem', { name: 'Guardar esta vista…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Guardar esta vista' })
    await dialog.getByLabel('Nombre').fill('Ganados')
    await dialog.getByLabel('Tecla').selectOption('8')
    await dialog.getByRole('button', { name: 'Guardar vista' }).click()
    await gone(dialog)
    const views = await api.get<{ items: { name: string; shows: { stage?: string } }[] }>('/api/inbox/views')
    assert.equal(views.items.find(({ name }) => name === 'Ganados')?.shows.stage, 'won')
    await page.keyboard.press('1')
    await gone(chip)
    await page.keyboard.press('8')
    await seen(chip)
    await countIs(rows(page), 1, 'the view narrows by the stage')
    assert.deepEqual(wrong, [])
  },
)

for (const [spoken, filters, chip] of [
  ['pt-BR', /^Filtros/, 'Etapa: Acompanhamento'],
  ['en', /^Filters/, 'Stage: Follow-up'],
] as const)
  scene(`The filter by stage fits a telephone, ${spoken}`, async ({ open, api }) => {
    await api.send('PUT', '/api/auth/profile', { language: spoken })
    const page = await open({ path: '/a/demo/inbox/all?f=stage:follow_up', size: 'phone' })
    await seen(page.getByRole('group', { name: filters }).getByText(chip))
    const wrong = await inspect(page, `filter by stage chosen on a phone ${spoken}`)
    await page.getByRole('button', { name: filters }).first().click()
    await seen(page.getByRole('dialog').getByRole('switch'))
    wrong.push(...(await inspect(page, `filter by stage open on a phone ${spoken}`)), ...(await wrongWords(page, spoken)))
    await api.send('PUT', '/api/auth/profile', { language: 'es' })
    assert.deepEqual(wrong, [])
  })

scene('A flow moves who writes to a stage, asks for one in a condition, and begins by one', async ({ open, api }) => {
  const hello = { type: 'message', text: '¡Bienvenida!', next: null }
  const { id } = await api.send<{ id: string }>('POST', '/api/flows', {
    name: 'Al ganar',
    definition: { schema: 1, start: 'hello', triggers: [{ type: 'keyword', words: ['ganar'] }], nodes: { hello } },
  })
  type Node = { type: string; stage?: string; all?: { variable: string; operator: string; value?: unknown }[] }
  const stored = async () => (await api.get<{ definition: { triggers: unknown[]; nodes: Record<string, Node> } }>(`/api/flows/${id}`)).definition
  const ofType = async (type: string) => Object.values((await stored()).nodes).find((node) => node.type === type)
  const page = await open({ path: `/a/demo/flows/${id}` })
  await page.getByRole('button', { name: 'Agregar otro inicio' }).click()
  await page.getByRole('menuitem', { name: 'Cambio de etapa' }).click()
  const begins = page.getByRole('group', { name: /^Inicio \d+: Cambio de etapa$/ })
  await begins.getByRole('checkbox', { name: 'Ganado' }).check()
  await begins.getByRole('checkbox', { name: 'Calificado' }).uncheck()
  await becomes(async () => (await stored()).triggers[1], { type: 'stage_changed', to: ['won'], takesOver: false }, 'the trigger is kept')
  await shoot(page, 'flow that begins by a stage')
  assert.deepEqual(await barriers(page), [])

  const palette = page.getByRole('complementary', { name: 'Pasos' })
  await palette.getByRole('button', { name: 'Etapa', exact: true }).click()
  await page.getByLabel('Pasa a').selectOption({ label: 'Negociación' })
  await becomes(async () => (await ofType('stage'))?.stage, 'negotiation', 'the step is kept')
  await shoot(page, 'step that moves to a stage')
  assert.deepEqual(await misfits(page), [])
  await palette.getByRole('button', { name: 'Condición', exact: true }).click()
  await page.getByLabel('Variable', { exact: true }).first().fill('contact.stage')
  await page.getByLabel('Comparación', { exact: true }).first().selectOption({ label: 'es igual a' })
  await page.getByLabel('Valor', { exact: true }).first().selectOption({ label: 'Ganado' })
  await becomes(async () => (await ofType('condition'))?.all?.[0], { variable: 'contact.stage', operator: 'equals', value: 'won' }, 'the condition is kept')
})
