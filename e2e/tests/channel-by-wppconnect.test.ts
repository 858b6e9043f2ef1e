import { after } from 'node:test'
import type { Page } from 'playwright-core'
import { startWppServer } from '../../server/test/doubles/wppconnect/server.ts'
import { bubble, openTalk, replyField } from '../kit/inbox.ts'
import { becomes, gone, seen } from '../kit/look.ts'
import { looksRight } from '../kit/looks-right.ts'
import { openFirstStage } from '../kit/stage.ts'

/** A number is linked on a WPPConnect server as people do it, and talked through. */
const server = await startWppServer()
const { scene } = await openFirstStage({ EGRESS_ALLOW: new URL(server.url).host })
after(server.close)

const fill = async (page: Page, values: Record<string, string>) => {
  for (const [label, value] of Object.entries(values)) await page.getByLabel(label, { exact: true }).fill(value)
}

scene('A number is linked on a WPPConnect server, hears and answers', async ({ open, troubles }) => {
  troubles.expect(/answer 422: POST/, /console error/)
  const page = await open({ path: '/a/demo/channels/new?type=wppconnect' })
  await fill(page, { 'Nombre del canal': 'Ventas', 'Dirección del servidor WPPConnect': server.url, 'Clave secreta': 'THISISMYSECURETOKEN' })
  await page.getByRole('checkbox', { name: /no es la oficial/ }).check()
  const connect = page.getByRole('button', { name: 'Conectar', exact: true })
  await connect.click()
  await seen(page.getByText('o es la clave de fábrica'))
  await looksRight(page, 'channel form wppconnect refused', 'es')
  await fill(page, { 'Clave secreta': server.secretKey })
  await connect.click()
  await seen(page.getByRole('heading', { name: 'Ventas', level: 1 }))
  const code = page.getByRole('img', { name: 'Código QR para vincular el teléfono' })
  await seen(code)
  const session = [...server.sessions.values()].at(-1)!
  await session.link(session.qr()!, '5491150000006')
  await gone(code)
  await seen(page.getByText('+5491150000006'))
  await session.writes('5491122334477', { body: '¿Atienden hoy?' })
  await seen(page.getByRole('listitem').filter({ hasText: 'Llegó un mensaje' }).getByText(': bien'))

  await page.goto('/a/demo/inbox/all')
  await openTalk(page, 'Ana')
  await seen(bubble(page, '¿Atienden hoy?'))
  await replyField(page, 'Ana').fill('Sí, hasta las 18.')
  await replyField(page, 'Ana').press('Enter')
  await becomes(async () => session.got.map(({ fields }) => fields['message']), ['Sí, hasta las 18.'], 'the person got it once')
})

scene('Its form on a phone, in Portuguese and in the dark', async ({ open, api }) => {
  await api.send('PUT', '/api/auth/profile', { language: 'pt-BR' })
  const page = await open({ path: '/a/demo/channels/new?type=wppconnect', size: 'phone', theme: 'dark', language: 'pt-BR' })
  await seen(page.getByLabel('Chave secreta', { exact: true }))
  await looksRight(page, 'channel form wppconnect phone dark', 'pt-BR')
})
