import assert from 'node:assert/strict'
import { after } from 'node:test'
import type { Page } from 'playwright-core'
import { envelope, said } from '../../server/test/doubles/messenger-api/inbound.ts'
import { newLogin } from '../../server/test/doubles/messenger-api/login.ts'
import { startMessengerApi } from '../../server/test/doubles/messenger-api/server.ts'
import { postWebhook, signWebhook } from '../../server/test/doubles/graph-api/signed-webhook.ts'
import { startTelegramApi } from '../../server/test/doubles/telegram/server.ts'
import { bubble, openTalk, replyField } from '../kit/inbox.ts'
import { becomes, gone, seen } from '../kit/look.ts'
import { looksRight } from '../kit/looks-right.ts'
import { openStage } from '../kit/stage.ts'

/** Channels beside WhatsApp are connected by their forms, and then spoken through, against stand-ins of their vendors. */
const telegram = await startTelegramApi()
const bot = telegram.addBot()
const pageToken = 'EAAGtokenOfThePage'
const appSecret = '0123456789abcdef0123456789abcdef'
const named = ['Clínica del Mar', 'Óptica Austral', 'Solo avisos', 'Farmacia Uno', 'Farmacia Dos', 'Farmacia Tres', 'Farmacia Cuatro', 'Farmacia Cinco']
const pages = named.map((name, index) => ({
  id: `90${index}`,
  name,
  token: `EAAGtokenOfPage${index}`,
  tasks: index === 2 ? ['ANALYZE'] : ['MESSAGING'],
  ...(index < 2 && { instagram: { id: `178414000${index}`, username: ['clinica.del.mar', 'optica.austral'][index]! } }),
}))
const login = newLogin(pages)
const meta = await startMessengerApi({ platform: 'messenger', accountId: '112233445566', accessToken: pageToken, name: 'Clínica del Sol', login })
const { scene, product } = await openStage({
  TELEGRAM_API_URL: telegram.url,
  GRAPH_API_URL: meta.url,
  FACEBOOK_LOGIN_URL: meta.url,
  FACEBOOK_APP_ID: login.appId,
  FACEBOOK_APP_SECRET: login.appSecret,
  FACEBOOK_VERIFY_TOKEN: 'verify-token-of-the-host',
})
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
  await page.getByRole('button', { name: 'Conectar con un token' }).press('Enter')
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

scene('A page is connected by signing in at Facebook, with the keyboard alone, and again when it has to be', async ({ open }) => {
  const page = await open({ path: '/a/demo/channels/new?type=messenger' })
  const goOn = page.getByRole('button', { name: 'Continuar con Facebook' })
  login.denies = true
  await goOn.press('Enter')
  await seen(page.getByText('No diste el permiso en Facebook.'))
  await looksRight(page, 'channel sign-in denied', 'es')
  login.denies = false
  await goOn.press('Enter')
  await seen(page.getByRole('radio', { name: 'Clínica del Mar' }))
  assert.ok(await page.getByRole('radio', { name: 'Solo avisos' }).isDisabled())
  await page.getByRole('button', { name: 'Conectar', exact: true }).press('Enter')
  await seen(page.getByText('Elegí una.'))
  await looksRight(page, 'channel sign-in pages', 'es')
  await page.getByLabel('Buscar por nombre').fill('clinica')
  await gone(page.getByRole('radio', { name: 'Solo avisos' }))
  await page.getByRole('radio', { name: 'Clínica del Mar' }).press('Space')
  await page.getByRole('radio', { name: /^A nadie/ }).press('Space')
  await looksRight(page, 'channel sign-in whom', 'es')
  await page.getByRole('button', { name: 'Conectar', exact: true }).press('Enter')
  await seen(page.getByRole('heading', { name: 'Clínica del Mar', level: 1 }))
  const event = said('900', '7788990022', 'm_by_login', { text: 'Hola' })
  assert.equal(await postWebhook(`${product.url}/api/webhooks/messenger`, signWebhook(envelope('messenger', '900', [event]), login.appSecret)), 200)
  await seen(point(page, 'Llegó un mensaje').getByText(': bien'))
  await page.getByRole('tab', { name: 'Ajustes' }).press('Enter')
  await seen(page.getByRole('radio', { name: /^A nadie/ }))
  assert.ok(await page.getByRole('radio', { name: /^A nadie/ }).isChecked())
  await looksRight(page, 'channel signed in', 'es')
  const channel = page.url().replace(/\?.*/, '')
  await page.getByRole('button', { name: 'Volver a entrar con Facebook' }).press('Enter')
  await page.getByRole('radio', { name: /^Clínica del Mar Ya es el canal/ }).press('Space')
  await gone(page.getByRole('radio', { name: /^A nadie/ }))
  await page.getByRole('button', { name: 'Conectar', exact: true }).press('Enter')
  await page.waitForURL(channel)
})

scene(
  'On a phone in Portuguese the Instagram accounts behind the pages are shown, and what is over leads back to Facebook',
  async ({ open, troubles, api }) => {
    await api.send('PUT', '/api/auth/profile', { language: 'pt-BR' })
    troubles.expect(/404/)
    const page = await open({ path: '/a/demo/channels/new?type=instagram', size: 'phone', theme: 'dark', language: 'pt-BR' })
    await looksRight(page, 'channel sign-in instagram phone dark', 'pt-BR')
    await page.getByRole('button', { name: 'Continuar com o Facebook' }).tap()
    await seen(page.getByRole('radio', { name: '@optica.austral' }))
    await looksRight(page, 'channel sign-in accounts phone dark', 'pt-BR')
    await page.getByRole('radio', { name: '@optica.austral' }).tap()
    await page.getByRole('button', { name: 'Conectar', exact: true }).tap()
    await seen(page.getByRole('heading', { name: '@optica.austral', level: 1 }))
    await page.goto('/a/demo/channels/new?type=instagram&signIn=long-gone')
    await seen(page.getByText('Passou tempo demais, ou essa etapa já foi usada.'))
    await looksRight(page, 'channel sign-in over phone dark', 'pt-BR')
    login.pages = []
    await page.getByRole('button', { name: 'Continuar com o Facebook' }).tap()
    await seen(page.getByText('O Facebook não mostrou nenhuma página'))
    await looksRight(page, 'channel sign-in empty phone dark', 'pt-BR')
    login.pages = pages
  },
)
