import assert from 'node:assert/strict'
import { barriers } from '../kit/accessible.ts'
import { asksForPerson } from '../kit/customer.ts'
import { misfits } from '../kit/fit.ts'
import { bubble, noteField, replyField } from '../kit/inbox.ts'
import { becomes, countIs, gone, seen } from '../kit/look.ts'
import { shoot } from '../kit/shots.ts'
import { openStage } from '../kit/stage.ts'
import { wrongWords } from '../kit/words.ts'

/** What people have ready to say: quick replies in the composer and on their page. */
const { scene } = await openStage()

type Reply = { id: string; shortcut: string; title: string; uses: number }

scene('A slash at the beginning offers quick replies; other signs are text; what is missing waits to be filled in', async ({ open, customer, api }) => {
  // Whoever is new here finds three; the others of this file come in their place.
  const { items: samples } = await api.get<{ items: Reply[] }>('/api/replies')
  assert.deepEqual(samples.map(({ title }) => title).toSorted(), ['Despedida', 'Horarios de atención', 'Saludo'])
  for (const { id } of samples) await api.send('DELETE', `/api/replies/${id}`)
  const ana = customer('Ana Rápida')
  const id = await asksForPerson(ana, api)
  const form = new FormData()
  form.append('file', new Blob(['precios'], { type: 'text/plain' }), 'precios.txt')
  const file = await api.upload<{ id: string }>('/api/files', form)
  const make = (body: object) => api.send<Reply>('POST', '/api/replies', body)
  const hello = await make({ shortcut: 'saludo', title: 'Saludo', text: 'Hola {{contact.first_name}}, soy de {{business.name}}' })
  await make({ shortcut: 'precios', title: 'Lista de precios', text: 'Te paso los precios', fileIds: [file.id] })
  await make({ shortcut: 'cola', title: 'En qué cola', text: 'Esperás en {{queue.name}}.' })
  const page = await open({ path: `/a/demo/inbox/all/${id}` })
  const field = replyField(page, ana.name)
  const list = page.getByRole('listbox', { name: 'Respuestas rápidas' })
  await field.click()
  const signs = 'ñ á ã ç @ # \\ { } [ ] / ? '
  await page.keyboard.type(signs)
  assert.equal(await field.inputValue(), signs)
  assert.equal(await list.count(), 0)
  assert.equal(await page.getByRole('dialog').count(), 0)
  await field.fill('')
  await page.keyboard.type('/')
  await seen(list.getByRole('option', { name: /Saludo/ }))
  await countIs(list.getByRole('option'), 3, 'all of them')
  await page.keyboard.type('SALU')
  await countIs(list.getByRole('option'), 1, 'the one that matches')
  await seen(list.getByText('Hola Ana, soy de'))
  assert.deepEqual(await barriers(page), [])
  await shoot(page, 'quick replies in the composer')
  await page.keyboard.press('Escape')
  await gone(list)
  assert.equal(await field.inputValue(), '/SALU', 'Esc leaves what was written')
  assert.equal(await field.evaluate((one) => one === document.activeElement), true, 'and the cursor where it was')
  await field.fill('')
  await page.keyboard.type('/saludo')
  await seen(list.getByRole('option', { name: /Saludo/ }))
  await page.keyboard.press('Enter')
  await becomes(async () => (await field.inputValue()).startsWith('Hola Ana, soy de '), true, 'the reply is in the field')
  await page.keyboard.press('Enter')
  await seen(bubble(page, 'Hola Ana, soy de'))
  await becomes(async () => (await api.get<{ items: Reply[] }>('/api/replies?search=saludo')).items[0]?.uses, 1, 'it was counted')
  assert.ok(hello.id)

  await page.keyboard.press('Escape')
  await page.keyboard.press('q')
  const search = page.getByRole('textbox', { name: 'Buscar una respuesta rápida' })
  await seen(search)
  await search.fill('precios')
  await countIs(list.getByRole('option'), 1, 'the one that matches')
  await page.keyboard.press('Enter')
  await becomes(() => field.inputValue(), 'Te paso los precios', 'the reply is in the field')
  await seen(page.getByRole('list', { name: 'Archivos' }).getByText('precios.txt').or(page.getByText('precios.txt')))
  await becomes(() => field.evaluate((one) => one === document.activeElement), true, 'the field has the focus')
  await page.keyboard.press('Enter')
  await becomes(async () => (await ana.screen()).some(({ text }) => text.includes('Te paso los precios')), true, 'it arrives')

  await page.keyboard.press('Escape')
  await page.keyboard.press('n')
  await noteField(page, ana.name).fill('/cola')
  assert.equal(await list.count(), 0, 'a note has none')
  await noteField(page, ana.name).fill('')
})

scene('An at sign in a note offers the people who see the conversation; whoever is chosen is called by it', async ({ open, customer, api }) => {
  const { link } = await api.send<{ link: string }>('POST', '/api/invitations', { email: 'agus@ejemplo.com', role: 'agent' })
  await api.send('POST', '/api/invitations/accept', {
    key: new URL(link).pathname.split('/').at(-1),
    name: 'Agustín',
    password: 'caballo correcto',
    tokenDelivery: 'body',
  })
  const ana = customer('Ana Nombrada')
  const id = await asksForPerson(ana, api)
  const page = await open({ path: `/a/demo/inbox/all/${id}`, size: 'phone', theme: 'dark' })
  await page.getByRole('radio', { name: 'Nota' }).click()
  const field = noteField(page, ana.name)
  await field.click()
  await page.keyboard.type('Mirá esto, @agustin')
  const people = page.getByRole('listbox', { name: 'Personas' })
  await seen(people.getByRole('option', { name: 'Agustín' }))
  assert.deepEqual([...(await barriers(page)), ...(await misfits(page))], [])
  await shoot(page, 'mention in a note')
  await people.getByRole('option', { name: 'Agustín' }).click()
  await becomes(() => field.inputValue(), 'Mirá esto, @Agustín ', 'the name is in the note')
  await page.keyboard.type('por favor')
  await page.getByRole('button', { name: 'Guardar nota' }).click()
  await seen(bubble(page, 'Mirá esto, @Agustín por favor'))
  const called = async () =>
    (await api.get<{ items: { context: { mentions?: { name: string }[] } | null }[] }>(`/api/conversations/${id}/messages`)).items.flatMap(
      ({ context }) => context?.mentions?.map(({ name }) => name) ?? [],
    )
  await becomes(async () => (await called()).join(), 'Agustín', 'he is called')
  assert.deepEqual(await barriers(page), [])
})

for (const size of ['desk', 'phone'] as const)
  scene(`People keep quick replies on a page of their own (${size})`, async ({ open, api, troubles }) => {
    troubles.expect(/answer 422: .*import/)
    const page = await open({ path: '/a/demo/settings/replies', size })
    await page.getByRole('button', { name: 'Nueva respuesta' }).click()
    const dialog = page.getByRole('dialog', { name: 'Nueva respuesta' })
    await dialog.getByRole('button', { name: 'Agregar', exact: true }).click()
    await seen(dialog.getByText('Falta el título.'))
    await dialog.getByLabel('Título').fill(`Bienvenida ${size}`)
    await dialog.getByLabel('Atajo').fill(`bienvenida-${size}`)
    await dialog.getByLabel('Para quién').selectOption('tenant')
    await dialog.getByRole('textbox', { name: 'Texto' }).fill('Hola ')
    await dialog.getByRole('button', { name: 'Nombre de pila del cliente' }).click()
    await becomes(() => dialog.getByRole('textbox', { name: 'Texto' }).inputValue(), 'Hola {{contact.first_name}}', 'the variable is in the text')
    await seen(dialog.getByRole('region', { name: 'Así se lee' }).getByText('Ana'))
    assert.deepEqual(await barriers(page), [])
    assert.deepEqual(await misfits(page), [])
    await shoot(page, `new quick reply ${size}`)
    await dialog.getByRole('button', { name: 'Agregar', exact: true }).click()
    await gone(dialog)
    await seen(page.getByRole('listitem').filter({ hasText: `/bienvenida-${size}` }))

    await page.getByRole('button', { name: 'Importar' }).click()
    const bring = page.getByRole('dialog', { name: 'Importar respuestas rápidas' })
    await bring.getByRole('textbox', { name: 'Líneas' }).fill(`atajo;texto\nchau-${size};Chau\nmal atajo;x`)
    await bring.getByRole('button', { name: 'Importar' }).click()
    await seen(bring.getByText('Línea 3:'))
    await bring.getByRole('textbox', { name: 'Líneas' }).fill(`atajo;texto\nchau-${size};Chau`)
    await bring.getByRole('button', { name: 'Importar' }).click()
    await gone(bring)
    await page.getByRole('searchbox', { name: 'Buscar' }).fill(`chau-${size}`)
    await countIs(page.getByRole('list', { name: 'Respuestas rápidas' }).getByRole('listitem'), 1, 'the one that was imported')
    await page.getByRole('button', { name: `Eliminar: chau-${size}` }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Eliminar' }).click()
    await seen(page.getByText('Nada coincide con eso'))
    assert.equal((await api.get<{ items: Reply[] }>(`/api/replies?search=chau-${size}`)).items.length, 0)
  })

scene('The page reads well in every language, light and dark', async ({ open, api }) => {
  await api.send('POST', '/api/replies', {
    shortcut: 'larguisimo',
    title: 'Una respuesta con un título bastante largo que no entra en una sola línea',
    text: 'Hola {{contact.name|cliente}}, '.repeat(8),
    folder: 'Turnos',
  })
  for (const [language, theme, size] of [
    ['pt-BR', 'dark', 'phone'],
    ['en', 'light', 'phone'],
    ['pt-BR', 'light', 'desk'],
    ['en', 'dark', 'desk'],
  ] as const) {
    await api.send('PUT', '/api/auth/profile', { language })
    const page = await open({ path: '/a/demo/settings/replies', theme, size })
    await seen(page.getByText('/larguisimo'))
    assert.deepEqual(await barriers(page), [], `${language} ${theme}`)
    assert.deepEqual(await misfits(page), [], `${language} ${size}`)
    assert.deepEqual(await wrongWords(page, language), [])
    await shoot(page, `quick replies ${language} ${theme} ${size}`)
  }
  await api.send('PUT', '/api/auth/profile', { language: null })
})
