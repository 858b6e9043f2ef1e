import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { barriers } from '../kit/accessible.ts'
import type { Api } from '../kit/api.ts'
import { misfits } from '../kit/fit.ts'
import { becomes, seen } from '../kit/look.ts'
import { shoot } from '../kit/shots.ts'
import { openStage } from '../kit/stage.ts'
import { wrongWords } from '../kit/words.ts'

const { scene } = await openStage()

/** Asks for an order, and sends its invoice. */
const invoices = async (api: Api, send: object): Promise<string> => {
  const nodes = {
    ask: {
      type: 'input',
      text: '¿Qué pedido?',
      expect: 'text',
      saveAs: 'order',
      timeout: { seconds: 600, next: null },
      next: 'send',
      position: { x: 300, y: 0 },
    },
    send: { type: 'media', label: 'Factura', kind: 'document', next: 'tell', position: { x: 620, y: 0 }, ...send },
    tell: { type: 'message', label: 'Fin', text: 'Eso es todo', next: null, position: { x: 940, y: 0 } },
    sorry: { type: 'message', label: 'Disculpa', text: 'No pudo ser', next: null, position: { x: 940, y: 220 } },
  }
  const definition = { schema: 1, start: 'ask', always: { human: ['persona'] }, triggers: [{ type: 'any' }], nodes }
  return (await api.send<{ id: string }>('POST', '/api/flows', { name: 'Facturas', definition })).id
}
const linked = {
  source: 'link',
  fileUrl: 'https://shop.example/invoices/{{order}}.pdf',
  fileName: 'Factura {{order}}.pdf',
  caption: 'Tu factura',
  onError: 'sorry',
}
const fits = async (page: Page) => assert.deepEqual([...(await barriers(page)), ...(await misfits(page)), ...(await wrongWords(page, 'es'))], [])

scene('A file is chosen by its link: with variables, a name, and a way for when it cannot be sent', async ({ open, api }) => {
  const id = await invoices(api, {})
  const page = await open({ path: `/a/demo/flows/${id}` })
  await page.getByRole('group', { name: 'Factura', exact: true }).click({ position: { x: 60, y: 15 } })
  const form = page.locator('[data-step-form]')
  await form.getByRole('combobox', { name: 'Dónde está el archivo' }).selectOption({ label: 'En un enlace' })
  const link = form.getByRole('textbox', { name: 'Enlace', exact: true })
  await link.fill('ftp://shop.example/{{order}}')
  await seen(page.getByText(/El enlace tiene que empezar con https/).first())
  await link.fill('https://shop.example/invoices/')
  await form.getByRole('button', { name: /variable.*Enlace/i }).click()
  await page.getByRole('menuitem', { name: 'order', exact: true }).click()
  await becomes(() => link.inputValue(), 'https://shop.example/invoices/{{order}}', 'the variable stands behind the host')
  await form.getByRole('textbox', { name: 'Nombre del archivo' }).fill('Factura {{order}}.pdf')
  await form.getByRole('combobox', { name: /Enlace no enviado/ }).selectOption({ label: 'Disculpa' })
  await shoot(page, 'flow link form')
  await fits(page)
  await becomes(
    async () => {
      const { definition } = await api.get<{ definition: { nodes: Record<string, { fileUrl?: string; source?: string; fileName?: string }> } }>(
        `/api/flows/${id}`,
      )
      const { fileUrl: address, source, fileName } = definition.nodes['send']!
      return [source, address, fileName]
    },
    ['link', 'https://shop.example/invoices/{{order}}', 'Factura {{order}}.pdf'],
    'the server has it',
  )
})

const phone = (page: Page) => page.getByRole('region', { name: 'Probar borrador' })
const write = async (page: Page, text: string) => {
  await phone(page).getByRole('textbox', { name: 'Mensaje', exact: true }).fill(text)
  await page.keyboard.press('Enter')
}
const upToTheFile = async (page: Page) => {
  await write(page, 'hola')
  await seen(phone(page).getByText('¿Qué pedido?'))
  await write(page, '7')
  await seen(phone(page).getByText('https://shop.example/invoices/7.pdf'))
}

for (const [size, theme] of [
  ['desk', 'light'],
  ['phone', 'dark'],
] as const)
  scene(`The test phone waits for the file, which comes or not as whoever tries says (${size}, ${theme})`, async ({ open, api }) => {
    const id = await invoices(api, linked)
    const page = await open({ path: `/a/demo/flows/${id}`, size, theme })
    await page.getByRole('button', { name: 'Probar', exact: true }).click()
    await upToTheFile(page)
    await shoot(page, `flow link waits ${size} ${theme}`)
    await fits(page)
    await phone(page).getByRole('button', { name: 'Está', exact: true }).click()
    await seen(phone(page).getByText('Tu factura'))
    await seen(phone(page).getByText('Eso es todo'))
    await phone(page).getByRole('button', { name: 'Empezar de nuevo' }).first().click()
    await upToTheFile(page)
    await phone(page).getByRole('button', { name: 'No está', exact: true }).click()
    await seen(phone(page).getByText('No pudo ser'))
    await seen(
      phone(page)
        .getByRole('region', { name: 'Recorrido' })
        .getByText(/Enlace no enviado/),
    )
    await shoot(page, `flow link missing ${size} ${theme}`)
    await fits(page)
  })

scene('On a phone the step is written in the list as well', async ({ open, api }) => {
  const id = await invoices(api, linked)
  const page = await open({ path: `/a/demo/flows/${id}`, size: 'phone' })
  await page
    .getByRole('button', { name: /^Factura/ })
    .first()
    .click()
  await seen(page.locator('[data-step-form]').getByRole('textbox', { name: 'Enlace', exact: true }))
  await shoot(page, 'flow link form phone')
  await fits(page)
})

scene('In the dark, at a desk', async ({ open, api }) => {
  const id = await invoices(api, linked)
  const page = await open({ path: `/a/demo/flows/${id}`, theme: 'dark' })
  await page.getByRole('group', { name: 'Factura', exact: true }).click({ position: { x: 60, y: 15 } })
  await seen(page.locator('[data-step-form]').getByRole('textbox', { name: 'Enlace', exact: true }))
  await shoot(page, 'flow link form dark')
  await fits(page)
})
