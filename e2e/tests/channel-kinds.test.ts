import assert from 'node:assert/strict'
import { after } from 'node:test'
import type { Page } from 'playwright-core'
import { envelope, said } from '../../server/test/doubles/messenger-api/inbound.ts'
import { startMessengerApi } from '../../server/test/doubles/messenger-api/server.ts'
import { postWebhook, signWebhook } from '../../server/test/doubles/graph-api/signed-webhook.ts'
import { startTelegramApi } from '../../server/test/doubles/telegram/server.ts'
import { bubble, openTalk, replyField } from '../kit/inbox.ts'
import { becomes, seen } from '../kit/look.ts'
import { looksRight } from '../kit/looks-right.ts'
import { openStage } from '../kit/stage.ts'

/** Channels beside WhatsApp are connected by their forms, and then spoken through, against stand-ins of their vendors. */
const telegram = await startTelegramApi()
const bot = telegram.addBot()
const pageToken = 'EAAGtokenOfThePage'
const appSecret = '0123456789abcdef0123456789abcdef'
const meta = await startMessengerApi({ platform: 'messenger', accountId: '112233445566', accessToken: pageToken, name: 'Clínica del Sol' })
const { scene, product } = await openStage({ TELEGRAM_API_URL: telegram.url, GRAPH_API_URL: meta.url })
after(() => Promise.all([telegram.close(), meta.close()]))

const point = (page: Page, name: string) => page.getByRole('region', { name: 'Comprobaciones', exact: true }).getByRole('listitem').filter({ hasText: name })
const fill = async (page: Page, values: Record<string, string>) => {
  for (const [label, value] of Object.entries(values)) await page.getByLabel(label, { exact: true }).fill(value)
}
const connect = (page: Page) => page.getByRole('button', { name: 'Conectar', exact: true }).click()
/** Answers the person in the inbox as an agent does. */
const answerIn = async (page: Page, person: string, heard: string, words: string) => {
  await page.goto('/a/demo/inbox/all')
  await openTalk(page, person)
  await seen(bubble(page, heard))
  await replyField(page, person).fill(words)
  await replyField(page, person).press('Enter')
  await seen(bubble(page, words).getByText(/^(Enviado|Entregado|Leído)$/))
}

scene('A bot of Telegram is connected by its token alone, hears and answers', async ({ open }) => {
  const page = await open({ path: '/a/demo/channels/new' })
  await page.getByRole('link', { name: 'Elegir Telegram' }).click()
  await looksRight(page, 'channel form telegram', 'es')
  await fill(page, { 'Nombre del canal': 'Telegram de la clínica', 'Token del bot': '123456789:AAwrong_token_that_nobody_ever_gave' })
  await connect(page)
  await seen(page.getByText('El token no sirve o fue anulado.'))
  await fill(page, { 'Token del bot': bot.token })
  await connect(page)
  await seen(page.getByRole('heading', { name: 'Telegram de la clínica', level: 1 }))
  await seen(point(page, 'El proveedor acepta la cuenta').getByText(': bien'))
  const heard = point(page, 'Llegó un mensaje')
  await seen(heard)
  bot.writes({ id: 5_123_456_789, first_name: 'Ana', username: 'ana_p', language_code: 'es' }, { text: '¿Atienden hoy?' })
  await seen(heard.getByText(': bien'))
  await looksRight(page, 'channel telegram', 'es')
  await answerIn(page, 'Ana', '¿Atienden hoy?', 'Sí, hasta las 18.')
  await becomes(async () => bot.sent.map(({ fields }) => fields['text']), ['Sí, hasta las 18.'], 'the person got it once')
})

scene('A page of Messenger is connected and verified, and heard, on a phone too', async ({ open }) => {
  const page = await open({ path: '/a/demo/channels/new?type=messenger', size: 'phone' })
  await seen(page.getByRole('heading', { name: 'Messenger', level: 1 }))
  await looksRight(page, 'channel form messenger phone', 'es')
  await fill(page, {
    'Nombre del canal': 'Messenger',
    'Id de la página': '112233445566',
    'Token de la página': pageToken,
    'Clave secreta de la aplicación': appSecret,
  })
  await connect(page)
  await seen(page.getByRole('heading', { name: 'Messenger', level: 1 }))
  await seen(point(page, 'El proveedor nos avisa de los mensajes').getByText(': bien'))
  const verified = point(page, 'La dirección está verificada')
  const [address = '', token = ''] = await verified.locator('code').allTextContents()
  const path = new URL(address).pathname
  const answer = await fetch(`${product.url}${path}?hub.mode=subscribe&hub.verify_token=${token}&hub.challenge=815`)
  assert.equal(await answer.text(), '815')
  await seen(verified.getByText(': bien'))
  const event = said('112233445566', '7788990011', 'm_first', { text: 'Hola, ¿tienen turnos?' })
  assert.equal(await postWebhook(`${product.url}${path}`, signWebhook(envelope('messenger', '112233445566', [event]), appSecret)), 200)
  await seen(point(page, 'Llegó un mensaje').getByText(': bien'))
  await looksRight(page, 'channel messenger phone', 'es')
})
