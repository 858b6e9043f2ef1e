import { after } from 'node:test'
import { startTelegramApi } from '../../server/test/doubles/telegram/server.ts'
import type { Api } from '../kit/api.ts'
import { createFlow } from '../kit/flow.ts'
import { bubble, openTalk, replyField } from '../kit/inbox.ts'
import { becomes, gone, seen } from '../kit/look.ts'
import { looksRight } from '../kit/looks-right.ts'
import { openStage } from '../kit/stage.ts'

/** Somebody whom messages do not reach any more: whoever writes is told, may write all the same, and sees it end. */
const telegram = await startTelegramApi()
const { scene } = await openStage({ TELEGRAM_API_URL: telegram.url })
after(() => telegram.close())

let people = 0
/** A bot, and somebody who wrote to it; they blocked it at once where that is said. */
const talkWith = async (api: Api, name: string, { flowId = null, blocked = false }: { flowId?: string | null; blocked?: boolean } = {}) => {
  const bot = telegram.addBot()
  await api.send('POST', '/api/channels', { kind: 'telegram', name: 'Clínica Paz', settings: { botToken: bot.token }, flowId })
  const person = { id: 5_123_450_000 + (people += 1), first_name: name, language_code: 'es' }
  const writes = (words: string) => void bot.writes(person, { text: words })
  const blocks = () => bot.faults.push({ times: 1, status: 403, description: 'Forbidden: bot was blocked by the user' })
  if (blocked) blocks()
  writes('Hola, ¿atienden hoy?')
  const found = async () =>
    (await api.get<{ items: { id: string; contact: { name: string } }[] }>('/api/conversations?limit=50')).items.find(({ contact }) => contact.name === name)
  await becomes(async () => (await found()) !== undefined, true, 'the conversation is there')
  return { id: (await found())!.id, writes, blocks }
}

scene('Who blocked the bot is marked above the field and beside the address, until they write', async ({ open, api }) => {
  const { writes, blocks } = await talkWith(api, 'María Lejana')
  const page = await open({ path: '/a/demo/inbox/all' })
  await openTalk(page, 'María Lejana')
  blocks()
  const field = replyField(page, 'María Lejana')
  await field.fill('Sí, hasta las 18.')
  await field.press('Enter')
  const mark = page.getByText(/María Lejana bloqueó «Clínica Paz» \(desde .*\)\. Lo que escribas probablemente no llegue\./)
  await seen(mark)
  await seen(page.getByRole('complementary').getByText('No le llegan los mensajes'))
  await seen(page.getByRole('complementary').getByText(/María Lejana bloqueó «Clínica Paz»/))
  await seen(field)
  await looksRight(page, 'unreachable', 'es')
  writes('Perdón, toqué sin querer')
  await seen(bubble(page, 'Perdón, toqué sin querer'))
  await gone(mark)
})

scene('On a telephone in the dark, whoever knows better takes them as reachable again', async ({ open, api }) => {
  const { id, blocks } = await talkWith(api, 'Bia Longe')
  blocks()
  await api.send('POST', `/api/conversations/${id}/messages`, { content: { type: 'text', text: 'Oi, Bia' }, takeFloor: true })
  await api.send('PUT', '/api/auth/profile', { language: 'pt-BR' })
  const page = await open({ path: `/a/demo/inbox/all/${id}`, size: 'phone', theme: 'dark', language: 'pt-BR' })
  await seen(page.getByText(/Bia Longe bloqueou “Clínica Paz” \(desde .*\)/))
  await looksRight(page, 'unreachable phone dark', 'pt-BR')
  await page.goto(`/a/demo/inbox/all/${id}?panel=open`)
  const panel = page.getByRole('dialog')
  await seen(panel.getByText(/Bia Longe bloqueou “Clínica Paz”/))
  await panel.getByText(/Bia Longe bloqueou “Clínica Paz”/).scrollIntoViewIfNeeded()
  await looksRight(page, 'unreachable panel phone dark', 'pt-BR')
  await panel.getByRole('button', { name: 'Marcar como alcançável' }).click()
  await gone(page.getByText(/Bia Longe bloqueou/))
  await api.send('PUT', '/api/auth/profile', { language: 'es' })
})

scene('What would go out by itself does not: the runs, the conversation and whoever planned a message are told why', async ({ open, api }) => {
  const flow = await createFlow(api, 'Recordatorio', {
    hello: { type: 'message', label: 'Saludo', text: 'Ya te contesto.', next: 'rest' },
    rest: { type: 'delay', label: 'Espera', seconds: 3, next: 'again' },
    again: { type: 'message', label: 'Insistencia', text: '¿Seguís ahí?', next: null },
  })
  await api.send('POST', `/api/flows/${flow.id}/publish`, {})
  const { id } = await talkWith(api, 'Nora Ausente', { flowId: flow.id, blocked: true })
  const at = new Date(Date.now() + 1500).toISOString()
  await api.send('POST', `/api/conversations/${id}/scheduled`, { content: { type: 'text', text: 'Mañana abrimos a las 9.' }, at })

  const inbox = await open({ path: `/a/demo/inbox/all/${id}` })
  await seen(inbox.getByText('El flujo terminó sin decir más: los mensajes no le llegan a Nora Ausente'))
  await seen(inbox.getByText(/Cuando llegó su hora, los mensajes no le llegaban a esta persona/))
  await gone(bubble(inbox, '¿Seguís ahí?'))
  await looksRight(inbox, 'unreachable by itself', 'es')

  const runs = await open({ path: `/a/demo/flows/${flow.id}/runs?state=unreachable`, theme: 'dark' })
  await runs.getByRole('link', { name: /Nora Ausente/ }).click()
  await seen(runs.getByText('los mensajes ya no le llegaban', { exact: true }))
  await looksRight(runs, 'unreachable run dark', 'es')
  const phone = await open({ path: `/a/demo/inbox/all/${id}`, size: 'phone' })
  await seen(phone.getByText(/Cuando llegó su hora/))
  await looksRight(phone, 'unreachable by itself phone', 'es')
})
