import assert from 'node:assert/strict'
import { asksForPerson } from '../kit/customer.ts'
import { misfits } from '../kit/fit.ts'
import { bubble, log, row, rows, tab } from '../kit/inbox.ts'
import { gone, placeOf, seen } from '../kit/look.ts'
import { openStage } from '../kit/stage.ts'

/** The whole job with one thumb: list, conversation, person, and back the same way. */
const { scene } = await openStage()

scene('The phone simulator is the second tab of home, and the bot answers there', async ({ open }) => {
  const page = await open({ path: '/home', size: 'phone' })
  await page.getByRole('tab', { name: 'Teléfono de prueba' }).tap()
  const words = page.getByRole('textbox', { name: /^Escribir como / })
  await words.fill('hola')
  await page.getByRole('button', { name: 'Enviar', exact: true }).tap()
  await seen(page.getByRole('button', { name: 'Hablar con alguien' }))
  assert.deepEqual(await misfits(page), [])
})

scene("From the list into the conversation and its panel, and back step by step with the system's own way back", async ({ open, customer, api }) => {
  const ana = customer('Ana Bolsillo')
  await asksForPerson(ana, api)
  const page = await open({ path: '/home', size: 'phone' })
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /Bandeja/ })
    .tap()
  await row(page, ana.name).tap()
  await seen(log(page, ana.name))
  assert.equal(await rows(page).count(), 0, 'the conversation has the screen to itself')
  assert.equal(await page.getByRole('navigation').isVisible(), false, 'and the bar of pages is away')
  await page.getByRole('textbox', { name: `Mensaje para ${ana.name}` }).fill('Te respondo desde la calle')
  assert.deepEqual(await misfits(page), [])
  await page.getByRole('button', { name: 'Enviar' }).tap()
  await seen(bubble(page, 'Te respondo desde la calle').getByText(/^(Enviado|Entregado)$/))
  await page.getByRole('button', { name: new RegExp(ana.name) }).tap()
  const panel = page.getByRole('dialog', { name: 'Datos de la persona' })
  await seen(panel.getByText('Etiquetas'))
  assert.deepEqual(await misfits(page), [])
  await page.goBack()
  await gone(panel)
  await seen(log(page, ana.name))
  await page.goBack()
  await seen(rows(page))
  assert.equal(placeOf(page), '/inbox')
  await row(page, ana.name).tap()
  await page.getByRole('button', { name: 'Volver a la lista' }).tap()
  await seen(row(page, ana.name))
  await tab(page, 'Bot').tap()
  await page.goBack()
  await seen(page.getByRole('heading', { name: /^Buen/ }))
})

scene('Settings, language and the way out are behind "more"', async ({ open }) => {
  const page = await open({ path: '/home', size: 'phone' })
  await page.getByRole('navigation').getByRole('button', { name: 'Más' }).tap()
  const sheet = page.getByRole('dialog')
  await seen(sheet.getByText('Idioma'))
  assert.deepEqual(await misfits(page), [])
  await sheet.getByRole('button', { name: 'Cerrar sesión' }).tap()
  await seen(page.getByLabel('Correo'))
})

scene('The search covers a phone whole and has its own way out', async ({ open }) => {
  const page = await open({ path: '/inbox', size: 'phone' })
  await seen(row(page, 'Ricardo Peña'))
  await page.getByRole('navigation').getByRole('button', { name: 'Más' }).tap()
  await page.getByRole('dialog').getByRole('button', { name: 'Buscar o ejecutar' }).tap()
  const search = page.getByRole('dialog', { name: 'Buscar o ejecutar' })
  await seen(search.getByText('Recientes'))
  assert.deepEqual(await misfits(page), [])
  await search.getByRole('button', { name: 'Cerrar' }).tap()
  await gone(search)
})

scene('A larger standard letter of the browser pushes nothing out of its row', async ({ open }) => {
  const page = await open()
  await page.addInitScript(() => addEventListener('DOMContentLoaded', () => void (document.documentElement.style.fontSize = '24px')))
  await page.goto('/a/demo/inbox/all')
  await seen(page.getByRole('option'))
  const spill = await page
    .getByRole('option')
    .evaluateAll(
      (rows) =>
        rows.filter((row) =>
          [...row.querySelectorAll(':scope > *, :scope > div > *')].some((part) => part.getBoundingClientRect().bottom > row.getBoundingClientRect().bottom),
        ).length,
    )
  assert.equal(spill, 0)
})
