import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { barriers } from '../kit/accessible.ts'
import type { Api } from '../kit/api.ts'
import { misfits } from '../kit/fit.ts'
import { becomes, seen } from '../kit/look.ts'
import { shoot } from '../kit/shots.ts'
import { openStage } from '../kit/stage.ts'
import { wrongWords } from '../kit/words.ts'

/** What the customer of a test can be and send, and what a flow reckons with it. */
const { scene } = await openStage()

const create = async (api: Api, name: string, nodes: Record<string, object>, start: string): Promise<string> =>
  (await api.send<{ id: string }>('POST', '/api/flows', { name, definition: { schema: 1, start, nodes } })).id
const phone = (page: Page) => page.getByRole('region', { name: 'Probar borrador' })
const write = async (page: Page, text: string) => {
  await phone(page).getByRole('textbox', { name: 'Mensaje', exact: true }).fill(text)
  await page.keyboard.press('Enter')
}
const sends = async (page: Page, what: string) => {
  await phone(page).getByRole('button', { name: 'Enviar otra cosa' }).click()
  await page.getByRole('menuitem', { name: what }).click()
}
/** What stands in the flow as its author wrote it, and what tells how that is written, has places for values; what else the product says has none left. */
const isOurs = (fault: string) => !/\{\{(contact\.name|total|precio|price)\}\}/.test(fault)
const fits = async (page: Page) => assert.deepEqual([...(await barriers(page)), ...(await misfits(page)), ...(await wrongWords(page, 'es')).filter(isOurs)], [])

const asking = {
  who: { type: 'condition', all: [{ variable: 'contact.tags', operator: 'has_words', value: 'vip' }], then: 'photo', otherwise: 'nobody' },
  nobody: { type: 'message', text: 'No sos VIP, {{contact.name}}', next: null },
  photo: { type: 'input', text: '¿Una foto, {{contact.name}}?', expect: 'photo', saveAs: 'photo', next: 'place' },
  place: { type: 'input', text: '¿Dónde estás?', expect: 'location', saveAs: 'place', next: 'card' },
  card: { type: 'input', text: '¿A quién llamamos?', expect: 'phone', saveAs: 'card', next: 'person' },
  person: { type: 'transfer_to_agent', label: 'Persona', text: 'Ya te atienden', byHours: true, closed: 'closed' },
  closed: { type: 'message', text: 'Está cerrado', next: null },
}

scene('The customer of a test is whoever they have to be, sends a photo, a place and a card, and is kept so', async ({ open, api }) => {
  const id = await create(api, 'Pide cosas', asking, 'who')
  const page = await open({ path: `/a/demo/flows/${id}` })
  await page.getByRole('button', { name: 'Probar', exact: true }).click()
  await write(page, 'hola')
  await seen(phone(page).getByText('No sos VIP, Ana'))
  await phone(page).getByText('Cliente: Ana').click()
  await phone(page).getByLabel('Nombre', { exact: true }).fill('Eva')
  await phone(page).getByLabel('Etiquetas', { exact: true }).fill('vip')
  await phone(page)
    .getByRole('switch', { name: /fuera de horario/ })
    .click()
  await shoot(page, 'flow test with another customer')
  await fits(page)
  await phone(page).getByRole('button', { name: 'Empezar de nuevo' }).first().click()
  await write(page, 'hola')
  await seen(phone(page).getByText('¿Una foto, Eva?'))
  await phone(page)
    .getByLabel('Foto o video')
    .setInputFiles({ name: 'yo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('x') })
  await seen(phone(page).getByText('Foto · yo.jpg'))
  await seen(phone(page).getByText('¿Dónde estás?'))
  await sends(page, 'Lugar')
  await shoot(page, 'flow test sends a place')
  await page.getByRole('dialog').getByRole('button', { name: 'Enviar' }).click()
  await seen(phone(page).getByText('¿A quién llamamos?'))
  await sends(page, 'Tarjeta de contacto')
  await page.getByRole('dialog').getByLabel('Nombre').fill('Bruno')
  await page.getByRole('dialog').getByRole('button', { name: 'Enviar' }).click()
  await seen(phone(page).getByText('Está cerrado'))
  await shoot(page, 'flow test with what a customer sends')
  await fits(page)

  await phone(page).getByRole('button', { name: 'Guardar como prueba' }).click()
  await page.getByRole('dialog').getByLabel('Nombre').fill('Manda de todo')
  await page.getByRole('dialog').getByRole('button', { name: 'Guardar como prueba' }).click()
  type Kept = { items: { talk: { contact: { name: string; tags: string[] }; isOpen: boolean; turns: { does: { type: string; what?: string } }[] } }[] }
  const kept = async () => (await api.get<Kept>(`/api/flows/${id}/tests`)).items[0]?.talk
  await becomes(async () => (await kept())?.contact.tags, ['vip'], 'who it was is kept')
  const talk = (await kept())!
  assert.deepEqual([talk.contact.name, talk.isOpen, talk.turns.flatMap(({ does }) => does.what ?? [])], ['Eva', false, ['image', 'location', 'contacts']])
  const held = await api.send<{ passed: boolean }>('POST', `/api/flows/${id}/tests/run`, {})
  assert.equal(held.passed, true)
})

scene('A variable is calculated, and a formula that cannot be read says why', async ({ open, api }) => {
  const id = await create(
    api,
    'Calcula',
    {
      total: { type: 'variable', label: 'Cuenta', set: [{ name: 'total', value: '' }], next: 'tell', position: { x: 300, y: 0 } },
      tell: { type: 'message', text: 'Son {{total}}', next: null, position: { x: 700, y: 0 } },
    },
    'total',
  )
  const page = await open({ path: `/a/demo/flows/${id}` })
  await page.getByRole('group', { name: 'Cuenta', exact: true }).click({ position: { x: 60, y: 15 } })
  const form = page.locator('[data-step-form]')
  await form.getByRole('button', { name: 'Calcular total' }).click()
  const formula = form.getByRole('textbox', { name: 'Fórmula' })
  await formula.fill('precio * 2')
  await seen(form.getByText('«precio» solo no dice nada', { exact: false }))
  await shoot(page, 'flow formula with a fault')
  await fits(page)
  await formula.fill('')
  await form.getByRole('button', { name: 'Poner una función en Fórmula' }).click()
  await page.getByRole('menuitem', { name: /^round/ }).click()
  await becomes(() => formula.inputValue(), 'round(, 2)', 'the function is there')
  await formula.fill('round(10 / 3, 2)')
  await shoot(page, 'flow formula')
  await fits(page)
  await page.getByRole('tab', { name: 'Probar borrador' }).click()
  await write(page, 'hola')
  await seen(phone(page).getByText('Son 3,33'))
})

scene('On a phone, in the dark, what a customer can be and send is within reach', async ({ open, api }) => {
  const id = await create(api, 'Pide cosas', asking, 'who')
  const page = await open({ path: `/a/demo/flows/${id}`, size: 'phone', theme: 'dark' })
  await page.getByRole('button', { name: 'Probar', exact: true }).click()
  await phone(page).getByRole('button', { name: 'Enviar otra cosa' }).click()
  await shoot(page, 'flow test sends on a phone')
  await page.keyboard.press('Escape')
  await phone(page).getByText('Cliente: Ana').click()
  await shoot(page, 'flow test customer on a phone')
  await fits(page)
})
