import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { barriers } from '../kit/accessible.ts'
import type { Api } from '../kit/api.ts'
import { misfits } from '../kit/fit.ts'
import { becomes, seen } from '../kit/look.ts'
import { shoot } from '../kit/shots.ts'
import { openStage } from '../kit/stage.ts'
import { wrongWords } from '../kit/words.ts'

/** What a flow does once with each person, and flows that are tested against each other. */
const { scene } = await openStage()

type Definition = { once: { days?: number } | null; abTest: { goal: string; against: { flow: string; share: number }[] } | null; nodes: Record<string, object> }
const say = (text: string) => ({ type: 'message', text, next: null })
const addFlow = async (api: Api, name: string, more: object = {}): Promise<string> =>
  (
    await api.send<{ id: string }>('POST', '/api/flows', {
      name,
      definition: { schema: 1, start: 'a', always: { human: ['humano'] }, nodes: { a: say(name) }, ...more },
    })
  ).id
const publish = (api: Api, id: string) => api.send('POST', `/api/flows/${id}/publish`, {})
const stored = async (api: Api, id: string) => (await api.get<{ definition: Definition }>(`/api/flows/${id}`)).definition
const openStart = (page: Page) => page.getByRole('group', { name: 'Inicio', exact: true }).click()

scene('How often a flow begins with the same person is set beside its beginnings', async ({ open, api }) => {
  const id = await addFlow(api, 'Una vez')
  const page = await open({ path: `/a/demo/flows/${id}` })
  await openStart(page)
  await page.getByLabel('Con la misma persona').selectOption({ label: 'Una sola vez, para siempre' })
  await becomes(async () => (await stored(api, id)).once, {}, 'once ever')
  await page.getByLabel('Con la misma persona').selectOption({ label: 'Como mucho una vez cada varios días' })
  await page.getByLabel('Días', { exact: true }).fill('7')
  await becomes(async () => (await stored(api, id)).once, { days: 7 }, 'once in a week')
  await shoot(page, 'flow begins once')
  assert.deepEqual(await barriers(page), [])
  assert.deepEqual([await misfits(page), await wrongWords(page, 'es')], [[], []])
  await page.getByLabel('Con la misma persona').selectOption({ label: 'Todas las veces' })
  await becomes(async () => (await stored(api, id)).once, null, 'each time again')
})

scene('A step lets the test customer through once, and after its days once more', async ({ open, api }) => {
  const once = { type: 'once', label: 'Una', days: 2, first: 'hello', again: 'back' }
  const id = await addFlow(api, 'Paso una vez', { start: 'once', nodes: { once, hello: say('Bienvenida'), back: say('Otra vez acá') } })
  const page = await open({ path: `/a/demo/flows/${id}` })
  await page.getByRole('group', { name: 'Una', exact: true }).click()
  await seen(page.getByLabel('Días hasta que vuelve a ser la primera vez'))
  await shoot(page, 'step once')
  assert.deepEqual(await barriers(page), [])
  assert.deepEqual([await misfits(page), await wrongWords(page, 'es')], [[], []])
  await page.getByRole('tab', { name: 'Probar borrador' }).click()
  const thread = page.getByRole('log', { name: 'Conversación de prueba' })
  const says = async (words: string, answer: string) => {
    await page.getByRole('textbox', { name: 'Mensaje', exact: true }).fill(words)
    await page.keyboard.press('Enter')
    await seen(thread.getByText(answer, { exact: true }).last())
  }
  await says('hola', 'Bienvenida')
  await says('de nuevo', 'Otra vez acá')
  for (const _ of [1, 2]) await page.getByRole('button', { name: '+1 día' }).click()
  await says('hola otra vez', 'Bienvenida')
  assert.equal(await thread.getByText('Bienvenida', { exact: true }).count(), 2)
})

scene('A flow is tested against another, and how both do stands with its numbers', async ({ open, api, customer }) => {
  const other = await addFlow(api, 'Rival', { triggers: [] })
  await publish(api, other)
  const id = await addFlow(api, 'Titular', { triggers: [{ type: 'keyword', words: ['promo'] }] })
  const page = await open({ path: `/a/demo/flows/${id}` })
  await openStart(page)
  await page.getByRole('switch', { name: /^Probar contra otros flujos/ }).click()
  await page.getByLabel('Flujo', { exact: true }).selectOption({ label: 'Rival' })
  await page.getByLabel('%', { exact: true }).fill('40')
  await seen(page.getByText('Este flujo: 60 %'))
  await becomes(async () => (await stored(api, id)).abTest, { goal: 'finished', against: [{ flow: other, share: 40 }] }, 'the test is kept')
  await shoot(page, 'A-B test of flows')
  assert.deepEqual(await barriers(page), [])
  assert.deepEqual([await misfits(page), await wrongWords(page, 'es')], [[], []])
  await publish(api, id)
  for (const name of ['Uno', 'Dos', 'Tres', 'Cuatro']) await customer(`${name} Prueba`).says('promo')
  await becomes(
    async () => (await api.get<{ arms: { people: number }[] }>(`/api/flows/${id}/ab-test`)).arms.reduce((sum, { people }) => sum + people, 0),
    4,
    'four people are in the test',
  )
  await page.goto(`/a/demo/flows/${id}?panel=drop-off`)
  const result = page.getByRole('region', { name: 'Prueba A/B de flujos' })
  await seen(result.getByText(/Todavía no hay diferencia|Aún no hay diferencia|diferencia/))
  await seen(result.getByText('Rival'))
  await shoot(page, 'A-B test compared')
  assert.deepEqual(await barriers(page), [])
  assert.deepEqual([await misfits(page), await wrongWords(page, 'es')], [[], []])

  const phone = await open({ path: `/a/demo/flows/${id}?panel=drop-off`, size: 'phone', theme: 'dark' })
  await seen(phone.getByRole('region', { name: 'Prueba A/B de flujos' }))
  await shoot(phone, 'A-B test compared on a phone')
  assert.deepEqual(await barriers(phone), [])
  assert.deepEqual([await misfits(phone), await wrongWords(phone, 'es')], [[], []])
})
