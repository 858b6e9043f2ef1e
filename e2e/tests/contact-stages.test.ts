import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { barriers } from '../kit/accessible.ts'
import type { Api } from '../kit/api.ts'
import { asksForPerson } from '../kit/customer.ts'
import { misfits } from '../kit/fit.ts'
import { notice, openTalk } from '../kit/inbox.ts'
import { becomes, seen } from '../kit/look.ts'
import { shoot } from '../kit/shots.ts'
import { openStage } from '../kit/stage.ts'

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
