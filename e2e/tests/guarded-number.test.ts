import { after } from 'node:test'
import { environmentFor } from '../../server/test/doubles/whatsapp-web/lead-engine.ts'
import { startWhatsAppWeb } from '../../server/test/doubles/whatsapp-web/start.ts'
import type { Api } from '../kit/api.ts'
import { bubble, openTalk } from '../kit/inbox.ts'
import { becomes, gone, seen } from '../kit/look.ts'
import { looksRight } from '../kit/looks-right.ts'
import { openFirstStage } from '../kit/stage.ts'

/** A number that its network restricts: what waits says so, and a person lets it go on. */
const { network, where, stop } = await startWhatsAppWeb()
const { scene } = await openFirstStage(environmentFor(where))
after(stop)

/** A linked number under a name; its id. */
const linked = async (api: Api, name: string, business: string): Promise<string> => {
  const { id } = (await api.send('POST', '/api/sessions', { name })) as { id: string }
  const codeOf = async () => (await api.get<{ qr: string | null }>(`/api/sessions/${id}/qr`)).qr
  await becomes(async () => (await codeOf()) !== null, true, 'a code', 60_000)
  await network.scan((await codeOf())!, business)
  await becomes(async () => (await api.get<{ status: string }>(`/api/sessions/${id}/status`)).status, 'connected', 'the line', 60_000)
  return id
}
const write = (api: Api, id: string, to: string, text: string) => api.send('POST', `/api/sessions/${id}/send`, { to, text })
const restricted = async (api: Api, id: string) =>
  becomes(async () => (await api.get<{ guard: { breaker: object | null } }>(`/api/channels/${id}/guard`)).guard.breaker !== null, true, 'restricted', 30_000)

scene('A number that is restricted tells what waits and until when, and goes on when somebody says so', async ({ open, api }) => {
  const business = '5491150000071'
  const id = await linked(api, 'Ventas', business)
  const page = await open({ path: `/a/demo/channels/${id}` })
  await seen(page.getByRole('heading', { name: 'Cuidado del número' }))
  const line = page.getByRole('region', { name: 'La línea' })
  await seen(line.getByText('Abierta hace'))
  await seen(line.getByText(/en su proceso|de su proceso/))
  await seen(page.getByText('Nada le resta puntos en los últimos siete días.'))
  await looksRight(page, 'guarded number', 'es')
  const first = page.getByLabel('El primer día', { exact: true })
  await first.fill('31')
  await first.press('Enter')
  await seen(page.getByText('Un número entero de 0 a 30.'))
  await first.fill('6')
  const pace = page.getByLabel('Mensajes por minuto', { exact: true })
  await pace.fill('5')
  await seen(page.getByText('Un número entero de 6 a 120.'))
  await pace.fill('12')
  await seen(page.getByText(/Como mucho uno cada 5\ss: lo que esperan 60 personas sale en 5\smin/))
  await seen(page.getByText(/El primer día, hasta 6 desconocidos; a la semana, 36; desde el día 10, 50/))
  await looksRight(page, 'guarded number limits', 'es')
  await first.press('Enter')
  await seen(page.getByText('0 de 6', { exact: true }))
  await page.getByRole('button', { name: 'Volver a lo normal' }).press('Enter')
  await seen(page.getByText('0 de 10', { exact: true }))
  await network.restrict(business, true)
  await write(api, id, '5491122338801', 'buenas tardes')
  await restricted(api, id)
  await write(api, id, '5491122338802', 'su pedido está listo')
  await seen(page.getByText('WhatsApp restringe este número.'))
  await looksRight(page, 'guarded number restricted', 'es')

  await page.goto('/a/demo/inbox/all')
  await openTalk(page, '11 2233-8802')
  await seen(bubble(page, 'su pedido está listo').getByText(/Espera hasta .*: WhatsApp restringe el número/))
  await looksRight(page, 'message that waits', 'es')

  await network.restrict(business, false)
  await page.goto(`/a/demo/channels/${id}`)
  await page.getByRole('button', { name: 'Reanudar ya' }).click()
  await gone(page.getByText('WhatsApp restringe este número.'))
  await becomes(async () => (await network.got('5491122338802')).length, 1, 'it leaves')
})

scene('On a telephone in the dark, too', async ({ open, api }) => {
  const business = '5491150000072'
  const id = await linked(api, 'Vendas', business)
  await api.send('PUT', '/api/auth/profile', { language: 'pt-BR' })
  await network.restrict(business, true)
  await write(api, id, '5491122338803', 'boa tarde')
  await restricted(api, id)
  const page = await open({ path: `/a/demo/channels/${id}`, size: 'phone', theme: 'dark', language: 'pt-BR' })
  await seen(page.getByText('O WhatsApp restringe este número.'))
  await seen(page.getByText('O WhatsApp restringiu o número: 35 pontos a menos'))
  await looksRight(page, 'guarded number restricted phone dark', 'pt-BR')
  await page.getByRole('heading', { name: 'A linha' }).scrollIntoViewIfNeeded()
  await looksRight(page, 'line of a number phone dark', 'pt-BR')
  await page.getByLabel('A mais por dia', { exact: true }).scrollIntoViewIfNeeded()
  await looksRight(page, 'guarded number limits phone dark', 'pt-BR')
})
