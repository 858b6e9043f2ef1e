import assert from 'node:assert/strict'
import { asksForPerson } from '../kit/customer.ts'
import { openTalk } from '../kit/inbox.ts'
import { picture } from '../kit/picture.ts'
import { becomes, countIs, gone, seen } from '../kit/look.ts'
import { openStage, type Props, type Size } from '../kit/stage.ts'
import { inspect } from '../kit/themes.ts'

/** What customers send besides words: seen small in the thread, in full over the page, and saved. */
const { scene } = await openStage()

type Stored = { id: string }

const pdf = (pages: number) =>
  Buffer.from(`%PDF-1.4\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n2 0 obj <</Type /Pages /Kids [] /Count ${pages}>> endobj\n%%EOF`)

const upload = ({ api }: Props, bytes: Uint8Array<ArrayBuffer> | Buffer, type: string, name: string): Promise<Stored> => {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(bytes)], { type }), name)
  return api.upload<Stored>('/api/files', form)
}

/** Five pictures in a row and a document, as a customer sends them from the phone. */
const album = async (props: Props, name: string) => {
  const { api, customer } = props
  const ana = customer(name)
  const conversation = await asksForPerson(ana, api)
  const { simulatorChannelId } = await api.get<{ simulatorChannelId: string }>('/api/home')
  const send = async (type: string, fileId: string) =>
    void (await api.send('POST', `/api/simulator/${simulatorChannelId}/messages`, { from: { phone: ana.phone, name }, type, fileId }))
  for (const [index, colour] of ['b03a2e', '1f618d', '1e8449', 'b7950b', '6c3483'].entries())
    await send('image', (await upload(props, picture(colour), 'image/png', `foto ${index + 1}.png`)).id)
  await send('document', (await upload(props, pdf(7), 'application/pdf', 'estudio.pdf')).id)
  type Messages = { items: { content: { file?: { state: string; look?: object } } }[] }
  await becomes(
    async () =>
      (await api.get<Messages>(`/api/conversations/${conversation}/messages?limit=50`)).items.filter(
        ({ content: { file } }) => file?.state === 'stored' && Object.keys(file.look ?? {}).length > 0,
      ).length,
    6,
    'the product has fetched and looked into the files',
    30_000,
  )
  return ana
}

scene('Pictures in a row are a grid; the viewer walks through them by keys and gives the focus back', async (props) => {
  const ana = await album(props, 'Ana Fotos')
  const page = await props.open({ path: '/inbox' })
  await openTalk(page, ana.name)
  const grid = page.getByRole('article', { name: /5 fotos y videos$/ })
  await seen(grid)
  await countIs(grid.getByRole('img', { includeHidden: true }), 4, 'four small pictures')
  await seen(page.getByRole('link', { name: 'Descargar estudio.pdf' }).getByText(/^PDF · 7 páginas · /))
  const first = grid.getByRole('button', { name: 'Ver en grande: foto 1.png' })
  await first.click()
  const viewer = page.getByRole('dialog')
  await seen(viewer.getByRole('img', { name: 'foto 1.png' }))
  await seen(viewer.getByText(/^1 de 5 · /))
  await page.keyboard.press('ArrowRight')
  await seen(viewer.getByRole('img', { name: 'foto 2.png' }))
  await page.keyboard.press('End')
  await seen(viewer.getByText(/^5 de 5 · /))
  assert.equal(await viewer.getByRole('button', { name: 'Siguiente' }).count(), 0)
  await page.keyboard.press('+')
  await seen(viewer.getByRole('button', { name: 'Alejar', disabled: false }))
  const [saved] = await Promise.all([page.waitForEvent('download'), viewer.getByRole('link', { name: 'Descargar foto 5.png' }).click()])
  assert.equal(saved.suggestedFilename(), 'foto 5.png')
  await page.keyboard.press('Escape')
  await gone(viewer)
  await becomes(() => first.evaluate((element) => element === document.activeElement), true, 'the focus is back where it was')
  await grid.getByRole('button', { name: 'Ver 1 más' }).click()
  await seen(viewer.getByText(/^4 de 5 · /))
})

for (const [size, language] of [
  ['desk', 'pt-BR'],
  ['phone', 'en-US'],
] as const satisfies [Size, string][])
  scene(`Grid, document and viewer fit and shut nobody out, ${size} ${language}`, async (props) => {
    await props.api.send('PUT', '/api/auth/profile', { language: language === 'pt-BR' ? language : language.slice(0, 2) })
    const ana = await album(props, `Ana ${size} ${language}`)
    const page = await props.open({ path: `/a/demo/inbox/all/${await ana.conversation()}`, size, language })
    await seen(page.getByRole('article', { name: /5 (fotos|photos)/ }))
    const wrong = await inspect(page, `files thread ${size} ${language}`)
    await page
      .getByRole('article', { name: /5 (fotos|photos)/ })
      .getByRole('button', { name: /foto 2\.png$/ })
      .click()
    await seen(page.getByRole('dialog').getByRole('img'))
    assert.deepEqual([...wrong, ...(await inspect(page, `files viewer ${size} ${language}`))], [])
  })

scene('Nothing that is uploaded runs in the browser, however it is opened', async (props) => {
  const page = await props.open({ path: '/home' })
  props.troubles.expect(/./)
  const evil = 'window.top.document.title = "taken"; document.title = "taken"'
  const files: [string, string, string | Buffer][] = [
    ['a.html', 'text/html', `<!doctype html><title>page</title><script>${evil}</script>`],
    ['a.svg', 'image/svg+xml', `<svg xmlns="http://www.w3.org/2000/svg"><script>${evil}</script></svg>`],
    ['a.txt', 'text/plain', evil],
    [
      'a.gif',
      'image/gif',
      Buffer.concat([
        Buffer.from('474946383961010001008000000000000000ff21f90401000000002c00000000010001000002024401003b', 'hex'),
        Buffer.from(`\n=1;${evil}`),
      ]),
    ],
  ]
  type Addressed = { url: string }
  for (const [name, type, bytes] of files) {
    const form = new FormData()
    form.append('file', new Blob([new Uint8Array(Buffer.from(bytes))], { type }), name)
    const { url } = await props.api.upload<Addressed>('/api/files', form)
    // As a script of the page, as a frame within it, and as a page of its own.
    const ended = await page.evaluate(
      (address) =>
        new Promise<string>((done) => {
          const script = document.createElement('script')
          script.onload = () => done('ran')
          script.onerror = () => done('refused')
          script.src = address
          document.head.append(script)
        }),
      url,
    )
    assert.equal(ended, 'refused', `${name} is no script`)
    const answered = page.waitForResponse((response) => response.url().endsWith(url))
    await page.evaluate((address) => {
      const frame = document.createElement('iframe')
      frame.src = address
      document.body.append(frame)
    }, url)
    await answered
    assert.notEqual(await page.title(), 'taken', name)
    await page.goto(url).catch(() => undefined)
    assert.notEqual(await page.title(), 'taken', name)
    await page.goto('/home')
  }
})

for (const [size, language] of [
  ['desk', 'en'],
  ['phone', 'pt-BR'],
  ['phone', 'es'],
] as const satisfies [Size, string][])
  scene(`The page of files fits and shuts nobody out, ${size} ${language}`, async ({ open, api }) => {
    await api.send('PUT', '/api/auth/profile', { language })
    const page = await open({ path: '/a/demo/settings/files', size })
    await seen(page.getByRole('heading', { level: 1, name: /^(Files|Arquivos|Archivos)$/ }))
    await page.getByRole('radio', { name: /^(Delete old ones|Apagar os antigos|Borrar los viejos)$/ }).click()
    assert.deepEqual(await inspect(page, `files settings ${size} ${language}`), [])
  })

scene('Old files go only after a second question; keeping them again asks nothing', async ({ open, api }) => {
  await api.send('PUT', '/api/auth/profile', { language: 'es' })
  const days = async () => (await api.get<{ days: number | null }>('/api/files/retention')).days
  const page = await open({ path: '/home' })
  await page.getByRole('button', { name: 'Ajustes' }).click()
  await page.getByRole('menuitem', { name: 'Archivos' }).click()
  await page.getByRole('radio', { name: 'Borrar los viejos' }).click()
  const field = page.getByRole('textbox', { name: 'Días' })
  await field.fill('cero')
  await page.getByRole('button', { name: 'Guardar', exact: true }).click()
  await seen(page.getByText('Escribí un número de 1 a 36.500.'))
  await field.fill('90')
  await page.getByRole('button', { name: 'Guardar', exact: true }).click()
  const question = page.getByRole('dialog', { name: 'Borrar archivos viejos' })
  await seen(question.getByText(/de más de 90 días/))
  assert.equal(await days(), null)
  await question.getByRole('button', { name: 'Borrar desde hoy' }).click()
  await gone(question)
  assert.equal(await days(), 90)
  await page.getByRole('radio', { name: 'Guardar siempre' }).click()
  await page.getByRole('button', { name: 'Guardar', exact: true }).click()
  await becomes(days, null, 'files are kept for ever again')
})
