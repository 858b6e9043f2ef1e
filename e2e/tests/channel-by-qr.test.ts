import assert from 'node:assert/strict'
import { after } from 'node:test'
import type { ChannelLine } from '@chasqui/contracts'
import type { Page } from 'playwright-core'
import { environmentFor } from '../../server/test/doubles/whatsapp-web/lead-engine.ts'
import { startWhatsAppWeb } from '../../server/test/doubles/whatsapp-web/start.ts'
import type { Api } from '../kit/api.ts'
import { bubble, openTalk, replyField } from '../kit/inbox.ts'
import { becomes, gone, seen } from '../kit/look.ts'
import { looksRight } from '../kit/looks-right.ts'
import { openFirstStage } from '../kit/stage.ts'

/** A number is linked with the telephone as people do it, against a network of our own, and talked through. */
const { network, where, stop } = await startWhatsAppWeb()
const { scene } = await openFirstStage(environmentFor(where))
after(stop)

/** What a camera reads from the picture: what the picture was drawn from. */
const lineOf = async (api: Api, page: Page): Promise<ChannelLine> => {
  const { line } = await api.get<{ line: ChannelLine | null }>(`/api/channels/${new URL(page.url()).pathname.split('/').at(-1)}/line`)
  assert.ok(line)
  return line
}

scene('A number is linked by scanning its code, hears and answers, loses its device and is linked again', async ({ open, api }) => {
  const business = '5491150000001'
  const page = await open({ path: '/a/demo/channels/new' })
  const method = (name: string) => page.getByRole('region', { name, exact: true })
  await seen(method('WhatsApp por QR').getByText('Hasta 90 días, si se eligen antes de vincular'))
  await seen(method('WhatsApp, API oficial de Meta').getByText('No: empieza vacío'))
  await page.getByRole('link', { name: 'Elegir WhatsApp por QR' }).click()
  await page.getByLabel('Nombre del canal', { exact: true }).fill('Recepción')
  const connect = page.getByRole('button', { name: 'Conectar', exact: true })
  await connect.click()
  await seen(page.getByText('Marcalo para seguir.'))
  await looksRight(page, 'channel form by qr', 'es')
  await page.getByRole('checkbox', { name: /no es la oficial/ }).check()
  await connect.click()
  await seen(page.getByRole('heading', { name: 'Recepción', level: 1 }))
  const code = page.getByRole('img', { name: 'Código QR para vincular el teléfono' })
  await seen(code)
  await seen(page.getByText('Falta vincular el teléfono'))
  await looksRight(page, 'channel qr', 'es')
  await page.getByText('¿El teléfono no deja vincular?').click()
  await seen(page.getByText('WhatsApp permite cuatro dispositivos vinculados'))
  await looksRight(page, 'channel qr stuck', 'es')
  const link = async () => {
    const line = await lineOf(api, page)
    assert.ok(line.state === 'qr')
    await network.scan(line.qr, business)
    await gone(code)
    await seen(page.getByText(`+${business}`))
  }
  await link()
  await network.say('5491122334455', business, { conversation: '¿Atienden hoy?' })
  await seen(page.getByRole('listitem').filter({ hasText: 'Llegó un mensaje' }).getByText(': bien'))
  await looksRight(page, 'channel by qr connected', 'es')

  const channel = page.url()
  await page.goto('/a/demo/inbox/all')
  await openTalk(page, 'Person 4455')
  await seen(bubble(page, '¿Atienden hoy?'))
  await replyField(page, 'Person 4455').fill('Sí, hasta las 18.')
  await replyField(page, 'Person 4455').press('Enter')
  await seen(bubble(page, 'Sí, hasta las 18.').getByText(/^(Enviado|Entregado|Leído)$/))
  const got = async () => (await network.got('5491122334455')).map(({ message }) => message.extendedTextMessage?.text ?? null)
  await becomes(got, ['Sí, hasta las 18.'], 'the person got it once')

  const twice = '5491122334499'
  await network.say(twice, business, { conversation: 'Escribo por mi número' }, { alone: true })
  const more = page.getByRole('button', { name: 'Mostrar 1 conversación nueva' })
  await more.click()
  await openTalk(page, 'Person 4499')
  await seen(bubble(page, 'Escribo por mi número'))
  await network.say(twice, business, { conversation: 'Y acá sin número' }, { addressing: 'lid', alone: true })
  await seen(more)
  await network.tellNumber(twice, business)
  await seen(page.getByRole('log').getByText('WhatsApp avisó que dos contactos son la misma persona'))
  await looksRight(page, 'two contacts became one', 'es')

  await page.goto(channel)
  await network.hangUp(business, 'logged-out')
  await seen(page.getByText('Este dispositivo fue quitado desde el teléfono'))
  await seen(page.getByText('Falta vincularlo otra vez'))
  await looksRight(page, 'channel by qr logged out', 'es')
  const trouble = page.getByRole('alert').filter({ hasText: 'Recepción: el teléfono cerró la sesión' })
  await page.goto('/a/demo/inbox/all')
  await seen(trouble)
  await looksRight(page, 'channel trouble on another page', 'es')
  await page.getByRole('link', { name: 'Ver qué hacer' }).click()
  await seen(page.getByRole('button', { name: 'Vincular de nuevo' }))
  await page.goto('/a/demo/inbox/all')
  await seen(trouble)
  await page.getByRole('button', { name: 'Ocultar este aviso' }).click()
  await gone(trouble)
  await page.goto(channel)
  await page.getByRole('button', { name: 'Vincular de nuevo' }).click()
  await seen(code)
  await link()
})

scene('Whoever has one telephone only links it by typing a code', async ({ open, api, troubles }) => {
  troubles.expect(/answer 422: PATCH/, /console error/)
  const business = '5491150000002'
  await api.send('PUT', '/api/auth/profile', { language: 'pt-BR' })
  const page = await open({ path: '/a/demo/channels/new?type=web', size: 'phone', theme: 'dark', language: 'pt-BR' })
  await page.getByLabel('Nome do canal', { exact: true }).fill('Recepção')
  await page.getByRole('checkbox', { name: /não é o oficial/ }).check()
  await looksRight(page, 'channel form by qr phone dark', 'pt-BR')
  await page.getByRole('button', { name: 'Conectar', exact: true }).click()
  await seen(page.getByRole('img', { name: 'Código QR para vincular o celular' }))
  await looksRight(page, 'channel qr phone dark', 'pt-BR')
  await page.getByRole('radio', { name: 'Só tenho este celular' }).click()
  await page.getByLabel('Número de telefone').fill('12')
  await page.getByRole('button', { name: 'Pedir um código' }).click()
  await seen(page.getByText('Escreva o número com o código do país, de 7 a 15 dígitos.'))
  await page.getByLabel('Número de telefone').fill('+54 9 11 5000-0002')
  await page.getByRole('button', { name: 'Pedir um código' }).click()
  await seen(page.getByText('Digite este código no celular'))
  await looksRight(page, 'channel code phone dark', 'pt-BR')
  const line = await lineOf(api, page)
  assert.ok(line.state === 'code')
  await becomes(() => network.enterCode(line.code, business).then(() => true, () => false), true, 'the code is known') // prettier-ignore
  await seen(page.getByText(`+${business}`))
})

scene('An account that WhatsApp asks a passkey of says so, with ways out, and can be tried again', async ({ open, api }) => {
  for (const [business, language, size, theme] of [
    ['5491150000005', 'es', 'desk', 'light'],
    ['5491150000006', 'pt-BR', 'phone', 'dark'],
  ] as const) {
    await network.askPasskey(business, true)
    await api.send('PUT', '/api/auth/profile', { language })
    const page = await open({ path: '/a/demo/channels/new?type=web', size, theme, language: language === 'es' ? 'es-AR' : language })
    const [name, risk, connect, code, cause, again] =
      language === 'es'
        ? (['Nombre del canal', /no es la oficial/, 'Conectar', 'Código QR para vincular el teléfono', /pide una llave de acceso/, 'Probar de nuevo'] as const)
        : (['Nome do canal', /não é o oficial/, 'Conectar', 'Código QR para vincular o celular', /pede uma chave de acesso/, 'Tentar de novo'] as const)
    await page.getByLabel(name, { exact: true }).fill('Con llave')
    await page.getByRole('checkbox', { name: risk }).check()
    await page.getByRole('button', { name: connect, exact: true }).click()
    const picture = page.getByRole('img', { name: code })
    await seen(picture)
    const line = await lineOf(api, page)
    assert.ok(line.state === 'qr')
    await network.scan(line.qr, business)
    await seen(page.getByText(cause))
    await looksRight(page, `channel passkey ${size} ${theme}`, language)
    await network.askPasskey(business, false)
    await page.getByRole('button', { name: again }).click()
    await seen(picture)
    await page.close()
  }
})

/** A history of so many people, a message of each an hour after the other. */
const historyOf = (people: number) =>
  Array.from({ length: people }, (_, index) => ({
    with: `54911300${10_000 + index}`,
    messages: [{ id: `H${index}`, at: Math.floor(Date.now() / 1000) - 90_000 - index * 60, message: { conversation: `Consulta ${index}` } }],
  }))

scene('What was said before is brought along while one looks on, and can be stopped and read', async ({ open, api }) => {
  const business = '5491150000003'
  await api.send('PUT', '/api/auth/profile', { language: 'es' })
  const page = await open({ path: '/a/demo/channels/new?type=web' })
  await page.getByLabel('Nombre del canal', { exact: true }).fill('Con historia')
  await page.getByRole('combobox', { name: 'Mensajes anteriores' }).selectOption({ label: 'Los últimos 30 días' })
  await page.getByRole('checkbox', { name: /no es la oficial/ }).check()
  await looksRight(page, 'channel form with history', 'es')
  await page.getByRole('button', { name: 'Conectar', exact: true }).click()
  await seen(page.getByRole('img', { name: 'Código QR para vincular el teléfono' }))
  const line = await lineOf(api, page)
  assert.ok(line.state === 'qr')
  await network.scan(line.qr, business)
  await seen(page.getByText(`+${business}`))
  await network.offerHistory(business, historyOf(300))
  await seen(page.getByText(/^Importando: [1-9]\d* de 300 chats$/))
  await looksRight(page, 'channel importing', 'es')
  await page.getByRole('button', { name: 'Dejar de importar' }).click()
  await seen(page.getByText(/^La importación se detuvo\. [1-9]\d* chats/))
  await looksRight(page, 'channel import stopped', 'es')
})

scene('A code that is not renewed, because whoever held the line is gone, says so and how to go on', async ({ open, api }) => {
  const { id } = await api.send<{ id: string }>('POST', '/api/channels', { kind: 'whatsapp-web', name: 'Sin quien escuche', settings: {} })
  const page = await open()
  const since = new Date(Date.now() - 120_000).toISOString()
  const line: ChannelLine = { state: 'qr', qr: '2@old', since, until: new Date(Date.now() - 60_000).toISOString() }
  await page.route(`**/api/channels/${id}/line`, (route) => route.fulfill({ json: { line } }))
  await page.goto(`/a/demo/channels/${id}`)
  await seen(page.getByText(/^Tarda más de lo normal/))
  await looksRight(page, 'channel qr that is late', 'es')
  await page.unrouteAll()
  await page.getByRole('button', { name: 'Probar de nuevo' }).click()
  await gone(page.getByText(/^Tarda más de lo normal/))
})

scene('A server that does not get to WhatsApp, and codes that nobody took, say so and how to go on', async ({ open, api }) => {
  const { id } = await api.send<{ id: string }>('POST', '/api/channels', { kind: 'whatsapp-web', name: 'Sin red', settings: {} })
  const since = new Date().toISOString()
  for (const [language, size, theme, words] of [
    [
      'es',
      'desk',
      'light',
      {
        name: /no sabe dónde está web\.whatsapp\.com/,
        far: /puerto 443/,
        read: /conexiones cifradas/,
        filter: /Un proxy o filtro/,
        codes: /ningún teléfono tomó uno/,
        now: 'Intentar ahora',
        next: 'Mostrar un código nuevo',
      },
    ],
    [
      'pt-BR',
      'phone',
      'dark',
      {
        name: /não sabe onde fica web\.whatsapp\.com/,
        far: /porta 443/,
        read: /conexões criptografadas/,
        filter: /Um proxy ou filtro/,
        codes: /nenhum celular usou um/,
        now: 'Tentar agora',
        next: 'Mostrar um código novo',
      },
    ],
  ] as const) {
    await api.send('PUT', '/api/auth/profile', { language })
    const page = await open({ size, theme, language: language === 'es' ? 'es-AR' : language })
    const show = async (line: ChannelLine) => {
      await page.unrouteAll()
      await page.route(`**/api/channels/${id}/line`, (route) => route.fulfill({ json: { line } }))
      await page.goto(`/a/demo/channels/${id}`)
    }
    for (const [cause, text] of [
      ['network_name_unknown', words.name],
      ['network_unreachable', words.far],
      ['network_untrusted', words.read],
      ['network_barred', words.filter],
    ] as const) {
      await show({ state: 'reconnecting', since, cause, retryAt: new Date(Date.now() + 240_000).toISOString() })
      await seen(page.getByText(text))
      await seen(page.getByRole('button', { name: words.now }))
      await looksRight(page, `channel ${cause} ${size} ${theme}`, language)
    }
    await show({ state: 'error', since, cause: 'qr_expired' })
    await seen(page.getByText(words.codes))
    await seen(page.getByRole('button', { name: words.next }))
    await looksRight(page, `channel codes ran out ${size} ${theme}`, language)
    await page.close()
  }
})

scene('A piece of the past that cannot be had any more says so', async ({ open, api }) => {
  const business = '5491150000004'
  await api.send('PUT', '/api/auth/profile', { language: 'pt-BR' })
  const page = await open({ path: '/a/demo/channels/new?type=web', size: 'phone', theme: 'dark', language: 'pt-BR' })
  await page.getByLabel('Nome do canal', { exact: true }).fill('Com história')
  await page.getByRole('combobox', { name: 'Mensagens anteriores' }).selectOption({ label: 'Os últimos 7 dias' })
  await page.getByRole('checkbox', { name: /não é o oficial/ }).check()
  await page.getByRole('button', { name: 'Conectar', exact: true }).click()
  await seen(page.getByRole('img', { name: 'Código QR para vincular o celular' }))
  const line = await lineOf(api, page)
  assert.ok(line.state === 'qr')
  await network.scan(line.qr, business)
  await seen(page.getByText(`+${business}`))
  await network.refuse(business, '503')
  await network.hangUp(business, 'cut')
  await network.offerHistory(business, historyOf(3))
  await network.forgetFiles()
  await network.refuse(business, null)
  await seen(page.getByText(/O WhatsApp não guarda mais esta parte/))
  await looksRight(page, 'channel import failed phone dark', 'pt-BR')
})
