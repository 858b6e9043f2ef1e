import assert from 'node:assert/strict'
import { after } from 'node:test'
import type { Page } from 'playwright-core'
import type { Api } from '../kit/api.ts'
import { asksForPerson } from '../kit/customer.ts'
import { bubble, openTalk, replyField } from '../kit/inbox.ts'
import { becomes, countIs, gone, seen } from '../kit/look.ts'
import { layNetwork } from '../kit/network.ts'
import { picture } from '../kit/picture.ts'
import { openStage, type Size } from '../kit/stage.ts'
import { inspect } from '../kit/themes.ts'

/** What goes with words: files, voice notes, and all of it without a connection. */
const { scene, product } = await openStage()
const network = await layNetwork(Number(new URL(product.url).port))
after(() => network.stop())

const photo = (name: string, colour = 'b03a2e') => ({ name, mimeType: 'image/png', buffer: Buffer.from(picture(colour)) })
const chooseFiles = async (page: Page, ...files: ReturnType<typeof photo>[]) => {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Adjuntar archivos' }).click()])
  await chooser.setFiles(files)
}
const attached = (page: Page) => page.getByRole('list', { name: 'Archivos adjuntos' }).getByRole('listitem')
const goOffline = async (page: Page) => {
  network.cut()
  await page.context().setOffline(true)
}
const goOnline = async (page: Page) => {
  network.mend()
  await page.context().setOffline(false)
}

type Said = { items: { direction: string; content: { type: string; text?: string; caption?: string } }[] }
/** What we told a customer, with its kind, in its order. */
const saidIn = async (api: Api, id: string) =>
  (await api.get<Said>(`/api/conversations/${id}/messages?limit=20`)).items
    .filter(({ direction }) => direction === 'out')
    .map(({ content: { type, text, caption } }) => `${type} ${text ?? caption ?? ''}`)

scene('Files outlive a reload with their words, can be dropped anywhere, and go out with one press', async ({ open, customer, api }) => {
  const ana = customer('Ana Adjuntos')
  const id = await asksForPerson(ana, api)
  const page = await open({ path: '/inbox' })
  await openTalk(page, ana.name)
  await chooseFiles(page, photo('uno.png'))
  await seen(attached(page).filter({ hasText: 'uno.png' }))
  const dropped = await page.evaluateHandle(
    (bytes) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([new Uint8Array(bytes)], 'dos.png', { type: 'image/png' }))
      return transfer
    },
    [...picture('1f618d')],
  )
  const thread = page.getByRole('log')
  await thread.dispatchEvent('dragover', { dataTransfer: dropped })
  await seen(page.getByText(`Soltá los archivos para ${ana.name}`))
  await thread.dispatchEvent('drop', { dataTransfer: dropped })
  await gone(page.getByText(`Soltá los archivos para ${ana.name}`))
  await attached(page).getByLabel('Texto para dos.png').fill('la segunda')
  await replyField(page, ana.name).fill('la primera')
  await countIs(attached(page).getByRole('progressbar'), 0, 'both are up')
  await becomes(() => page.evaluate(() => Object.values(localStorage).some((value: string) => value.includes('la primera'))), true, 'the draft is kept')
  await page.reload()
  await countIs(attached(page), 2, 'both are still there')
  assert.equal(await attached(page).getByLabel('Texto para dos.png').inputValue(), 'la segunda')
  await chooseFiles(page, { name: 'grande.bin', mimeType: 'application/x-thing', buffer: Buffer.alloc(10) })
  await page.getByRole('button', { name: 'Quitar grande.bin' }).click()
  await page.getByRole('button', { name: 'Enviar', exact: true }).click()
  await countIs(attached(page), 0, 'they went')
  await seen(bubble(page, 'la primera').getByText(/^(Enviado|Entregado)$/))
  await seen(bubble(page, 'la segunda').getByText(/^(Enviado|Entregado)$/))
  assert.deepEqual((await saidIn(api, id)).slice(-2), ['image la primera', 'image la segunda'])
})

scene('A voice note is recorded, paused, heard, kept over a reload and delivered as one', async ({ open, customer, api }) => {
  const ana = customer('Ana Voz')
  const id = await asksForPerson(ana, api)
  const page = await open({ path: '/inbox' })
  await page.context().grantPermissions(['microphone', 'clipboard-read', 'clipboard-write'])
  await openTalk(page, ana.name)
  const record = page.getByRole('button', { name: 'Grabar una nota de voz' })
  await record.click()
  const note = page.getByRole('group', { name: 'Nota de voz' })
  await seen(note.getByText('0:01'))
  await note.getByRole('button', { name: 'Pausar la grabación' }).click()
  await seen(note.getByText('En pausa'))
  await note.getByRole('button', { name: 'Escuchar la grabación' }).click()
  await seen(note.getByRole('button', { name: /Dejar de escuchar|Escuchar la grabación/ }))
  await note.getByRole('button', { name: 'Seguir grabando' }).click()
  await seen(note.getByText('0:02'))
  await note.getByRole('button', { name: 'Pausar la grabación' }).click()
  await note.getByRole('button', { name: 'Escuchar la grabación', disabled: false }).waitFor()
  await becomes(() => page.evaluate(() => Object.keys(localStorage).some((key) => key.includes('voice.'))), true, 'it is kept')
  await page.reload()
  await seen(note)
  assert.equal(await note.getByRole('button', { name: 'Seguir grabando' }).count(), 0)
  await note.getByRole('button', { name: 'Enviar nota de voz' }).click()
  await gone(note)
  type Messages = {
    items: { direction: string; status: string; content: { type: string; voice?: boolean; file?: { mime: string; look?: { seconds?: number } } } }[]
  }
  const last = async () => (await api.get<Messages>(`/api/conversations/${id}/messages?limit=5`)).items.findLast(({ direction }) => direction === 'out')
  await becomes(async () => (await last())?.content.type, 'audio', 'it is there', 20_000)
  const { content } = (await last())!
  assert.deepEqual([content.voice, content.file?.mime], [true, 'audio/ogg; codecs=opus'])
  await becomes(async () => ((await last())?.content.file?.look?.seconds ?? 0) > 1.4, true, 'all that was said is in it', 20_000)
  await seen(page.getByRole('article').getByRole('button', { name: /^Reproducir audio/ }))
  await record.click()
  await note.getByRole('button', { name: 'Descartar la nota de voz' }).click()
  await seen(replyField(page, ana.name))
  assert.equal(await replyField(page, ana.name).evaluate((field) => field === document.activeElement), true)
})

scene(
  'Files and voice notes made without a connection go out in their order when it is back, also after a reload',
  async ({ open, customer, api, troubles }) => {
    troubles.expect(/request failed/, /WebSocket/, /ERR_/)
    const ana = customer('Ana Lejos')
    const id = await asksForPerson(ana, api)
    const page = await open({ path: '/inbox', url: network.url })
    await openTalk(page, ana.name)
    await goOffline(page)
    await replyField(page, ana.name).fill('primero')
    await page.keyboard.press('Enter')
    await chooseFiles(page, photo('sin red.png'))
    await seen(attached(page).getByText('Sube cuando vuelva la conexión'))
    await replyField(page, ana.name).fill('segundo')
    await page.keyboard.press('Enter')
    await replyField(page, ana.name).fill('tercero')
    await page.keyboard.press('Enter')
    await seen(page.getByText('3 en espera'))
    await seen(bubble(page, 'segundo').getByText('Esperando para salir'))
    await goOnline(page)
    await page.reload()
    for (const words of ['primero', 'segundo', 'tercero']) await seen(bubble(page, words).getByText(/^(Enviado|Entregado)$/))
    assert.deepEqual((await saidIn(api, id)).slice(-3), ['text primero', 'image segundo', 'text tercero'])
  },
)

scene('A colleague looks and writes in sight; what they said meanwhile is shown before mine goes, once', async ({ open, customer, api }) => {
  const ana = customer('Ana Dos')
  const id = await asksForPerson(ana, api)
  const { link } = await api.send<{ link: string }>('POST', '/api/invitations', { email: 'diego@ejemplo.com', role: 'supervisor' })
  await api.send('POST', '/api/invitations/accept', {
    key: new URL(link).pathname.split('/').at(-1),
    name: 'Diego Sosa',
    password: 'caballo correcto',
    tokenDelivery: 'body',
  })
  const mine = await open({ path: `/a/demo/inbox/all/${id}` })
  const his = await open({ signedIn: false })
  await his.request.post('/api/auth/login', { data: { email: 'diego@ejemplo.com', password: 'caballo correcto', tokenDelivery: 'cookie' } })
  await his.addInitScript(() => localStorage.setItem('chasqui.signed-in', 'yes'))
  await his.goto(`/a/demo/inbox/all/${id}`)
  await seen(mine.getByText('Diego Sosa está mirando').first())
  await replyField(mine, ana.name).fill('Yo te ayu')
  await replyField(his, ana.name).pressSequentially('Hola, ')
  await seen(mine.getByText('Diego Sosa está escribiendo…'))
  await replyField(his, ana.name).fill('Ya lo vi')
  await his.keyboard.press('Enter')
  await seen(bubble(mine, 'Ya lo vi'))
  await seen(mine.getByText('La tiene Diego Sosa'))
  await ana.says('¿Hola?')
  await seen(bubble(mine, '¿Hola?'))
  await replyField(mine, ana.name).fill('Yo te ayudo')
  await mine.keyboard.press('Enter')
  const told = mine.getByRole('alert').filter({ hasText: 'Diego Sosa respondió mientras escribías' })
  await seen(told.getByText('«Ya lo vi»'))
  assert.equal(await told.getByText('¿Hola?').count(), 0, 'the customer never blocks')
  assert.equal(await bubble(mine, 'Yo te ayudo').count(), 0)
  await mine.getByRole('button', { name: 'Enviar igual' }).click()
  await seen(bubble(mine, 'Yo te ayudo').getByText(/^(Enviado|Entregado)$/))
  await gone(told)
})

for (const [size, language] of [
  ['desk', 'pt-BR'],
  ['phone', 'en'],
] as const satisfies [Size, string][])
  scene(`Attachments and a voice note fit and shut nobody out, ${size} ${language}`, async ({ open, customer, api, troubles }) => {
    troubles.expect(/answer 415: POST/, /415/)
    await api.send('PUT', '/api/auth/profile', { language })
    const ana = customer(`Ana ${size}`)
    const page = await open({ path: `/a/demo/inbox/all/${await asksForPerson(ana, api)}`, size })
    await page.context().grantPermissions(['microphone'])
    const attach = page.getByRole('button', { name: /^(Anexar arquivos|Attach files)$/ })
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), attach.click()])
    await chooser.setFiles([
      photo('uno.png'),
      photo('dos con un nombre que no termina nunca jamás.png'),
      { name: 'a.exe', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ') },
    ])
    await seen(page.getByRole('alert').filter({ hasText: /(Programas e scripts|Programs and scripts)/ }))
    const wrong = await inspect(page, `composer files ${size} ${language}`)
    await page.getByRole('button', { name: /^(Gravar uma mensagem de voz|Record a voice note)$/ }).click()
    await seen(page.getByText('0:01'))
    await page.getByRole('button', { name: /^(Pausar a gravação|Pause the recording)$/ }).click()
    await seen(page.getByText(/^(Em pausa|Paused)$/))
    wrong.push(...(await inspect(page, `composer voice ${size} ${language}`)))
    assert.deepEqual(wrong, [])
  })
