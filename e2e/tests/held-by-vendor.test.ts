import { after } from 'node:test'
import { accountChange, messagesFrom, text, webhookBody } from '../../server/test/doubles/graph-api/inbound.ts'
import { startGraphApi } from '../../server/test/doubles/graph-api/server.ts'
import { postWebhook, signWebhook } from '../../server/test/doubles/graph-api/signed-webhook.ts'
import type { Api } from '../kit/api.ts'
import { bubble, openTalk, replyField } from '../kit/inbox.ts'
import { becomes, gone, seen } from '../kit/look.ts'
import { looksRight } from '../kit/looks-right.ts'
import { openStage } from '../kit/stage.ts'

/** What Meta says of an account: the channel's page tells what waits, why, until when and the way out. */
const graph = await startGraphApi()
const { scene } = await openStage({ GRAPH_API_URL: graph.url })
after(() => graph.close())

const appSecret = '0123456789abcdef0123456789abcdef'
/** A connected number; what Meta tells of its account, and what is said to it. */
const number = async (api: Api, url: string, name: string, index: number) => {
  const [phoneNumberId, waba] = [`10699900000000${index}`, `10299900000000${index}`]
  const settings = { phoneNumberId, businessAccountId: waba, accessToken: 'token', appSecret, verifyToken: 'verify' }
  const { id, webhookPath } = await api.send<{ id: string; webhookPath: string }>('POST', '/api/channels', { kind: 'whatsapp-cloud', name, settings })
  const post = (body: unknown) => postWebhook(`${url}${webhookPath}`, signWebhook(body, appSecret))
  const holds = async () => (await api.get<{ holds: unknown[] }>(`/api/channels/${id}/standing`)).holds.length
  const tells = async (field: string, value: object, expected: number) => {
    await post(webhookBody([accountChange(field, value)], waba))
    await becomes(holds, expected, 'what Meta holds')
  }
  const says = (customer: { phone: string; name: string }, words: string) => post(messagesFrom(customer, [text(customer, words)], { phoneNumberId, waba }))
  return { path: `/a/demo/channels/${id}`, tells, says }
}
const inDays = (days: number) => Math.floor(Date.now() / 1000) + days * 86_400
const restriction = { event: 'ACCOUNT_RESTRICTION', restriction_info: [{ restriction_type: 'RESTRICTED_BIZ_INITIATED_MESSAGING', expiration: inDays(3) }] }

scene('A banned account tells what waits, and a person may try all the same', async ({ open, api, product }) => {
  const { path, tells, says } = await number(api, product.url, 'Recepción', 1)
  await says({ phone: '5491177778801', name: 'Rocío Paz' }, '¿Atienden hoy?')
  await tells('account_update', { event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: 'DISABLE', waba_ban_date: 'April 17, 2025' } }, 1)
  const page = await open({ path: '/a/demo/inbox/all' })
  await openTalk(page, 'Rocío Paz')
  await replyField(page, 'Rocío Paz').fill('Sí, hasta las 18.')
  await replyField(page, 'Rocío Paz').press('Enter')
  await seen(bubble(page, 'Sí, hasta las 18.').getByText(/Espera hasta .*: WhatsApp restringe el número/))
  await page.goto(path)
  await seen(page.getByText(/WhatsApp deshabilitó la cuenta: todo lo que se escribe espera/))
  await seen(page.getByText('Mensajes que esperan: 1'))
  await looksRight(page, 'held by vendor', 'es')
  await page.getByRole('tab', { name: 'Registro' }).press('Enter')
  await seen(page.getByText('Los mensajes esperan por lo que dijo el proveedor'))
  await page.getByRole('tab', { name: 'Cola de salida' }).press('Enter')
  await seen(page.getByText(/^Espera hasta .*: WhatsApp restringe el número/))
  await page.getByRole('button', { name: 'Reanudar ya' }).press('Enter')
  await gone(page.getByText('Mensajes que esperan: 1'))
  await becomes(async () => graph.ledger.received.filter(({ to }) => to === '5491177778801').length, 1, 'it leaves')
})

scene('A restriction and a flag on a telephone in the dark, and the good news ends them', async ({ open, api, product }) => {
  const { path, tells } = await number(api, product.url, 'Vendas', 2)
  await api.send('PUT', '/api/auth/profile', { language: 'pt-BR' })
  await tells('account_update', restriction, 1)
  await tells('phone_number_quality_update', { event: 'FLAGGED', current_limit: 'TIER_1K' }, 2)
  const page = await open({ path, size: 'phone', theme: 'dark', language: 'pt-BR' })
  await seen(page.getByText(/O WhatsApp não deixa começar conversas.* Falta: /))
  await seen(page.getByText(/O WhatsApp sinalizou o número pela qualidade/))
  await looksRight(page, 'held by vendor phone dark', 'pt-BR')
  await tells('phone_number_quality_update', { event: 'UNFLAGGED', current_limit: 'TIER_1K' }, 1)
  await gone(page.getByText(/O WhatsApp sinalizou o número pela qualidade/))
})
