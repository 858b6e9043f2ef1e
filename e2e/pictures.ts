import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { signInToApi } from './kit/api.ts'
import { launchChromium } from './kit/chromium.ts'
import { createCustomer, simulatorChannel } from './kit/customer.ts'
import { becomes, seen } from './kit/look.ts'
import { bubble, log, noteField, openTalk, replyField, row } from './kit/inbox.ts'
import { startProduct, type StartedProduct } from './kit/product.ts'

/**
 * `node e2e/pictures.ts` makes the pictures of the documentation again, from the running product with its sample data: a morning's talks are
 * played through phones and inbox, then home and inbox are photographed as they are.
 */
const folder = join(import.meta.dirname, '../docs/images')

const photograph = (page: Page, name: string) => page.screenshot({ path: join(folder, name), animations: 'disabled', caret: 'hide' })

const phoneInput = (page: Page) => page.getByRole('textbox', { name: /^Escribir como / })

/** The owner's first visit: a greeting from the phone beside the checklist. */
const firstVisit = async (page: Page, product: StartedProduct) => {
  await page.goto(product.signInUrl)
  await page.getByRole('button', { name: 'Empezar' }).click()
  await phoneInput(page).fill('hola')
  await phoneInput(page).press('Enter')
  await page.getByRole('button', { name: 'Horarios', exact: true }).click()
  await page.getByRole('article').getByRole('button', { name: 'Pedir un turno' }).nth(1).click()
  await seen(page.getByText(/nombre/).last())
  await becomes(() => page.getByText('Enviando', { exact: true }).count(), 0, 'everything has gone')
  await page.mouse.move(700, 880)
  await photograph(page, 'home.png')
}

/** A voice note from the second phone. */
const voiceNote = async (page: Page) => {
  await page.goto('/sim')
  await page.getByText('Jorge Quispe').first().click()
  await page.getByRole('button', { name: 'humano' }).click()
  await seen(page.getByText(/te pasamos con una persona/))
  await page.getByRole('button', { name: 'audio', exact: true }).click()
  await seen(page.getByRole('article').nth(2))
}

const answer = async (page: Page, name: string, words: string) => {
  await replyField(page, name).fill(words)
  await replyField(page, name).press('Enter')
  await seen(bubble(page, words.split('*')[0] ?? words).getByText(/^(Enviado|Entregado|Leído)$/))
}

const agentsMorning = async (page: Page, product: StartedProduct) => {
  const api = await signInToApi(product.url, product.email, product.password)
  const channelId = await simulatorChannel(api)
  const [carolina, ana, unknown] = [
    createCustomer(api, channelId, 'Carolina Méndez'),
    createCustomer(api, channelId, 'Ana Beatriz Lima'),
    createCustomer(api, channelId, ''),
  ]
  await ana.says('humano')
  await unknown.says('Hola! ¿Atienden por OSDE?')
  await carolina.says('hola')
  await becomes(async () => (await carolina.screen()).length, 2, 'the bot greets Carolina')
  const menu = await carolina.conversation()
  await carolina.presses('person', 'Hablar con alguien')
  await becomes(async () => (await carolina.screen()).length, 4, 'the bot hands Carolina over')
  await carolina.says('Quería sacar turno con la doctora Vega 😊 ¿Trabajan con OSDE 210?')
  await page.goto(`/a/demo/inbox/mine_unassigned/${menu}`)
  await seen(log(page, carolina.name))
  await page.getByRole('button', { name: 'Tomar la conversación' }).click()
  await answer(page, carolina.name, '¡Hola, Carolina! Sí, trabajamos con OSDE 👍 Tengo el jueves 12 a las *10:00* o a las *11:30*.')
  await carolina.looks()
  await page.keyboard.press('Escape')
  await page.keyboard.press('n')
  await noteField(page, carolina.name).fill('¿El plan 210 cubre ecografía? Confirmar antes del jueves')
  await noteField(page, carolina.name).press('Enter')
  await page.keyboard.press('Escape')
  await carolina.says('Perfecto, entonces el jueves a las 10')
  await seen(bubble(page, 'Perfecto, entonces'))
  await api.send('PUT', `/api/conversations/${menu}/tags`, { tags: ['Turno', 'OSDE'] })
  await page.getByRole('radio', { name: 'Responder' }).click()
  await answer(page, carolina.name, 'Listo, te agendé el jueves 12 a las 10:00 con la Dra. Vega.')
  await openTalk(page, ana.name)
  await replyField(page, ana.name).fill('¡Hola, Ana! Tenemos lugar el')
  await page.reload()
  await openTalk(page, carolina.name)
  await replyField(page, carolina.name).focus()
  for (const name of ['Camila Ortiz', 'Tomás Roldán']) await createCustomer(api, channelId, name).says('humano')
  await page.mouse.move(1400, 860)
  await seen(page.getByRole('button', { name: 'Mostrar 2 conversaciones nuevas' }))
  await seen(row(page, ana.name).getByText('Borrador:'))
  await carolina.looks()
  await seen(bubble(page, 'Listo, te agendé').getByText('Leído', { exact: true }))
}

mkdirSync(folder, { recursive: true })
const [product, browser] = await Promise.all([startProduct(), launchChromium()])
try {
  const context = await browser.newContext({
    baseURL: product.url,
    viewport: { width: 1440, height: 900 },
    locale: 'es-AR',
    timezoneId: 'America/Argentina/Buenos_Aires',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await firstVisit(page, product)
  await voiceNote(page)
  await agentsMorning(page, product)
  await photograph(page, 'inbox.png')
} finally {
  await browser.close()
  await product.stop()
}
