import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'
import { barriers } from '../kit/accessible.ts'
import type { Api } from '../kit/api.ts'
import { leaveOnlyThePhone, simulatorChannel } from '../kit/customer.ts'
import { misfits } from '../kit/fit.ts'
import { becomes, countIs, gone, seen } from '../kit/look.ts'
import { shoot } from '../kit/shots.ts'
import { openStage } from '../kit/stage.ts'
import { wrongWords } from '../kit/words.ts'

/** Flows as people make them: drawn by mouse, written in the list by keys, tried out, published, taken back, carried elsewhere. */
const { scene } = await openStage()

type Node = { type: string; text?: string; next?: string | null; retries?: number; options?: { label: string; next: string | null }[] } & Record<
  string,
  unknown
>
type Flow = { id: string; name: string; published: { number: number } | null; definition: { start: string; nodes: Record<string, Node> } }

const stored = async (api: Api, name: string): Promise<Flow> => {
  const found = (await api.get<{ items: { id: string; name: string }[] }>('/api/flows?limit=50')).items.find((flow) => flow.name === name)
  assert.ok(found, `a flow called ${name}`)
  return api.get<Flow>(`/api/flows/${found.id}`)
}
/** The kinds of steps that customers come through from the start, each by its first way out. */
const course = ({ definition: { start, nodes } }: Flow): string[] => {
  const kinds: string[] = []
  for (let id: string | null | undefined = start; id && nodes[id] && kinds.length < 20;) {
    const node: Node = nodes[id]!
    kinds.push(node.type)
    id = node.options ? node.options[0]!.next : node.next
  }
  return kinds
}

const begin = async (page: Page, name: string) => {
  await page.getByRole('button', { name: 'Nuevo flujo' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Nuevo flujo' })
  await dialog.getByLabel('Nombre del flujo').fill(name)
  await dialog.getByRole('button', { name: 'Crear flujo' }).click()
  await seen(page.getByRole('heading', { name, level: 1 }))
}
const field = (page: Page | Locator, name: string): Locator => page.getByRole('textbox', { name, exact: true })
const card = (page: Page, title: string): Locator => page.getByRole('group', { name: title, exact: true })
const saved = (page: Page) => seen(page.getByRole('status').filter({ hasText: /^Guardado/ }))
const publish = async (page: Page, note = '') => {
  await page.getByRole('button', { name: /^Publicar/ }).click()
  const dialog = page.getByRole('dialog', { name: /^Publicar/ })
  if (note) await dialog.getByLabel(/^Qué cambia/).fill(note)
  await dialog.getByRole('button', { name: 'Publicar', exact: true }).click()
  await gone(dialog)
}

/** What can be pressed in the header of the page and in the navigation, and lies under a toast. */
const underToast = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const toasts = [...document.querySelectorAll('[data-sonner-toast]')].map((toast) => toast.getBoundingClientRect())
    return [...document.querySelectorAll('header button, header a, nav button, nav a')]
      .filter((control) => {
        const { left, right, top, bottom, width } = control.getBoundingClientRect()
        return width > 0 && toasts.some((toast) => toast.left < right && toast.right > left && toast.top < bottom && toast.bottom > top)
      })
      .map((control) => control.textContent || control.getAttribute('aria-label') || '?')
  })

scene('Greet, menu of three, e-mail with two further tries, hand over: drawn by mouse, tried out and published', async ({ open, api }) => {
  const page = await open({ path: '/a/demo/flows' })
  await begin(page, 'Turnos por WhatsApp')
  const palette = page.getByRole('complementary', { name: 'Pasos' })
  const pick = (name: string) => palette.getByRole('button', { name, exact: true }).click()
  await pick('Mensaje')
  await field(page, 'Texto').fill('¡Hola! Bienvenida a la clínica.')
  await pick('Menú')
  await field(page, 'Pregunta').fill('¿Con quién?')
  await field(page, 'Opción 1').fill('Dra. Vega')
  for (const [number, name] of [
    [2, 'Dr. Lima'],
    [3, 'Lic. Núñez'],
  ] as const) {
    await page.getByRole('button', { name: 'Agregar opción' }).click()
    await field(page, `Opción ${number}`).fill(name)
  }
  await pick('Pregunta')
  await field(page, 'Pregunta').fill('¿A qué correo te escribimos?')
  await page.getByLabel('Qué se espera').selectOption('email')
  await field(page, 'Reintentos').fill('2')
  await pick('Pasar a una persona')
  await field(page, 'Texto para el cliente').fill('Te paso con alguien.')
  await page.getByRole('button', { name: 'Ver todo el flujo' }).click()
  await countIs(page.locator('main [data-step]'), 5, 'the start and four steps')

  // By drag, the other options lead to the question, too.
  const menu = card(page, 'Menú')
  const question = card(page, 'Pregunta')
  for (const option of ['Dr. Lima', 'Lic. Núñez']) {
    const handle = menu.locator('li').filter({ hasText: option }).locator('.react-flow__handle')
    await handle.hover()
    await page.mouse.down()
    const box = (await question.boundingBox())!
    await page.mouse.move(box.x + box.width / 2, box.y + 15, { steps: 6 })
    await page.mouse.move(box.x + 4, box.y + 20, { steps: 4 })
    await page.mouse.up()
    await seen(menu.getByRole('button', { name: new RegExp(`^${option} ?: ?Pregunta`) }))
  }
  await saved(page)
  await becomes(async () => course(await stored(api, 'Turnos por WhatsApp')).join(' '), 'message menu input transfer_to_agent', 'the server has it')
  await shoot(page, 'flow drawn')
  assert.deepEqual(await barriers(page), [])
  assert.deepEqual(await wrongWords(page, 'es'), [])
  assert.deepEqual(await misfits(page), [])

  await page.getByRole('button', { name: 'Probar', exact: true }).click()
  const phone = page.getByRole('region', { name: 'Probar borrador' })
  await phone.getByRole('button', { name: 'hola', exact: true }).click()
  await phone.getByRole('button', { name: 'Dr. Lima' }).click()
  await seen(phone.getByText('¿A qué correo te escribimos?'))
  await field(phone, 'Mensaje').fill('lima arroba')
  await page.keyboard.press('Enter')
  await seen(phone.getByText('no se entendió'))
  await field(phone, 'Mensaje').fill('ana@ejemplo.com')
  await page.keyboard.press('Enter')
  await seen(phone.getByText('Te paso con alguien.'))
  await seen(phone.getByText('El flujo terminó: sigue una persona'))
  await shoot(page, 'flow tried out')
  assert.deepEqual(await barriers(page), [])

  await publish(page, 'La primera')
  await seen(page.getByText('Versión 1 publicada'))
  await seen(page.getByText('Publicado v1'))
})

scene('The same by keys alone, in the list', async ({ open, api }) => {
  const page = await open({ path: '/a/demo/flows' })
  await begin(page, 'Por teclado')
  await page.keyboard.press('o')
  const add = async (at: RegExp, kind: string) => {
    await page.getByRole('button', { name: at }).first().focus()
    await page.keyboard.press('Enter')
    await seen(page.getByRole('dialog'))
    await page.keyboard.type(kind)
    await page.keyboard.press('Enter')
    await gone(page.getByRole('dialog'))
  }
  const write = async (label: string, text: string) => {
    await field(page, label).focus()
    await page.keyboard.press('Control+a')
    await page.keyboard.type(text)
  }
  await add(/^Agregar un paso en Empieza/, 'Mensaje')
  await write('Texto', '¡Hola!')
  await add(/^Agregar un paso en Después/, 'Menú')
  await write('Pregunta', '¿Con quién?')
  for (const name of ['Vega', 'Lima']) {
    await page.getByRole('button', { name: 'Agregar opción' }).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.type(name)
  }
  await write('Opción 1', 'Núñez')
  // The last one comes first.
  await field(page, 'Opción 3').focus()
  await page.keyboard.press('Alt+ArrowUp')
  await page.keyboard.press('Alt+ArrowUp')
  await add(/^Agregar un paso en Lima/, 'Pregunta')
  await write('Pregunta', '¿Correo?')
  await add(/^Agregar un paso en Después/, 'Pasar a una persona')
  await saved(page)
  await becomes(async () => course(await stored(api, 'Por teclado')).join(' '), 'message menu input transfer_to_agent', 'the server has it')
  const { definition } = await stored(api, 'Por teclado')
  assert.deepEqual(
    Object.values(definition.nodes)
      .find(({ type }) => type === 'menu')!
      .options!.map(({ label }) => label),
    ['Lima', 'Núñez', 'Vega'],
  )
  await shoot(page, 'flow as list')
  assert.deepEqual(await barriers(page), [])
})

scene('Publishing is refused with the steps named, and passes once they are right; everything can be taken back', async ({ open, api }) => {
  await api.send('POST', '/api/flows', {
    name: 'Incompleto',
    definition: { schema: 1, start: 'a', nodes: { a: { type: 'message', text: 'Hola', next: null } } },
  })
  const { id } = await stored(api, 'Incompleto')
  const page = await open({ path: `/a/demo/flows/${id}` })
  await page.getByRole('complementary', { name: 'Pasos' }).getByRole('button', { name: 'Condición' }).click()
  await seen(card(page, 'Condición'))
  await page.keyboard.press('Control+z')
  await gone(card(page, 'Condición'))
  await page.keyboard.press('Control+Shift+z')
  await seen(card(page, 'Condición'))
  await page.keyboard.press('Control+z')
  await gone(card(page, 'Condición'))

  await page.getByRole('button', { name: 'Ver todo el flujo' }).click()
  await card(page, 'Mensaje').click({ position: { x: 60, y: 15 } })
  await field(page, 'Texto').fill('')
  await seen(page.getByText(/1 error/))
  await page.getByRole('button', { name: /^Publicar/ }).click()
  const refused = page.getByRole('dialog', { name: 'Un error impide publicar' })
  await seen(refused.getByText('falta un texto'))
  await shoot(page, 'publish refused')
  await refused.getByRole('button', { name: 'Ir a Mensaje' }).click()
  await field(page, 'Texto').fill('Hola de nuevo')
  await gone(page.getByText(/1 error/))
  await publish(page)
  await becomes(async () => (await stored(api, 'Incompleto')).published?.number, 1, 'it is published')
})

scene('A flow goes out as a file and comes in again; one that is none is refused by its place', async ({ open, api, troubles }) => {
  const page = await open({ path: '/a/demo/flows' })
  await seen(page.getByRole('link', { name: /^Bienvenida/ }))
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Acciones de Bienvenida' }).click()
  await page.getByRole('menuitem', { name: 'Exportar JSON' }).click()
  const file = await readFile(await (await download).path(), 'utf8')
  await page.getByRole('button', { name: 'Importar' }).click()
  const dialog = page.getByRole('dialog', { name: 'Importar flujos' })
  troubles.expect(/422/)
  await dialog.getByLabel(/JSON$/).fill(JSON.stringify({ nodes: { a: { type: 'rocket' } } }))
  await seen(dialog.getByText(/nodes\.a/).first())
  await shoot(page, 'import refused')
  await dialog.getByLabel(/JSON$/).fill(file)
  await dialog.getByLabel('Nombre del flujo').fill('Bienvenida importada')
  await dialog.getByRole('button', { name: 'Importar flujo' }).click()
  await seen(page.getByRole('heading', { name: 'Bienvenida importada', level: 1 }))
  const [original, copy] = [await stored(api, 'Bienvenida'), await stored(api, 'Bienvenida importada')]
  assert.deepEqual(copy.definition, original.definition)
})

scene('A flow that answers somewhere is not removed, and where is said; a copy is', async ({ open, api, troubles }) => {
  const page = await open({ path: '/a/demo/flows' })
  troubles.expect(/409/)
  const act = async (name: string, verb: string) => {
    await page.getByRole('button', { name: `Acciones de ${name}`, exact: true }).click()
    await page.getByRole('menuitem', { name: verb, exact: true }).click()
  }
  await act('Bienvenida', 'Eliminar')
  const dialog = page.getByRole('dialog', { name: /^¿Eliminar/ })
  await dialog.getByRole('button', { name: 'Eliminar' }).click()
  await seen(dialog.getByText(/Responde en .*Elegí allí otro flujo/))
  await page.keyboard.press('Escape')
  await act('Bienvenida', 'Duplicar')
  await page.getByRole('dialog').getByRole('button', { name: 'Crear copia' }).click()
  await seen(page.getByRole('link', { name: /Copia de Bienvenida/ }))
  await act('Copia de Bienvenida', 'Cambiar nombre')
  await page.getByRole('dialog').getByLabel('Nombre del flujo').fill('Otra bienvenida')
  await page.getByRole('dialog').getByRole('button', { name: 'Cambiar nombre' }).click()
  await seen(page.getByRole('link', { name: /Otra bienvenida/ }))
  await act('Otra bienvenida', 'Eliminar')
  await page.getByRole('dialog').getByRole('button', { name: 'Eliminar' }).click()
  await seen(page.getByText('Flujo eliminado: Otra bienvenida'))
  await gone(page.getByRole('link', { name: /Otra bienvenida/ }))
  assert.ok(!(await api.get<{ items: Flow[] }>('/api/flows')).items.some(({ name }) => name === 'Otra bienvenida'))
})

scene('On a phone a flow is a list, in the dark too', async ({ open, api }) => {
  const { id } = await stored(api, 'Bienvenida')
  const page = await open({ path: `/a/demo/flows/${id}`, size: 'phone', theme: 'dark' })
  await seen(page.getByRole('navigation', { name: 'El flujo como lista' }))
  await shoot(page, 'flow on a phone')
  assert.deepEqual(await misfits(page), [])
  assert.deepEqual(await barriers(page), [])
  await page
    .getByRole('button', { name: /^Horarios/ })
    .first()
    .click()
  const sheet = page.getByRole('dialog', { name: 'Horarios' })
  await seen(field(sheet, 'Texto'))
  await shoot(page, 'step on a phone')
  assert.deepEqual(await misfits(page), [])
  assert.deepEqual(await barriers(page), [])
})

scene('What was written without a network is kept and arrives; two people never lose each other’s steps', async ({ open, api, troubles }) => {
  await api.send('POST', '/api/flows', {
    name: 'Entre dos',
    definition: { schema: 1, start: 'a', nodes: { a: { type: 'message', text: 'Hola', next: 'b' }, b: { type: 'message', text: 'Chau', next: null } } },
  })
  const { id } = await stored(api, 'Entre dos')
  const page = await open({ path: `/a/demo/flows/${id}` })
  await page.keyboard.press('o')
  await page.locator('[data-step=a]').getByRole('button').first().click()
  await field(page, 'Texto').fill('Hola, soy yo')
  await api.send('PATCH', `/api/flows/${id}`, { steps: { b: { type: 'message', text: 'Hasta luego', next: null } } })
  await seen(page.locator('[data-step=b]').getByText('Hasta luego'))
  await becomes(async () => (await stored(api, 'Entre dos')).definition.nodes['a']!.text, 'Hola, soy yo', 'one’s own step is there')
  assert.equal((await stored(api, 'Entre dos')).definition.nodes['b']!.text, 'Hasta luego')

  troubles.expect(/ERR_INTERNET_DISCONNECTED|failed request|answer 409/)
  await saved(page)
  await page.context().setOffline(true)
  await field(page, 'Texto').fill('Escrito sin red')
  await seen(page.getByText('Sin guardar: sin conexión'))
  await page.context().setOffline(false)
  await saved(page)
  assert.equal((await stored(api, 'Entre dos')).definition.nodes['a']!.text, 'Escrito sin red')
})

scene('The list of steps fits a phone, long and short', async ({ open, api }) => {
  const definition = { schema: 1, start: 'begin', always: { human: ['persona'] }, nodes: {} }
  const { id } = await api.send<{ id: string }>('POST', '/api/flows', { name: 'En el teléfono', definition })
  const page = await open({ path: `/a/demo/flows/${id}`, size: 'phone' })
  await page.getByRole('button', { name: /^Agregar un paso en Empieza/ }).click()
  const dialog = page.getByRole('dialog')
  await seen(dialog.getByRole('option', { name: /^Mensaje/ }))
  await shoot(page, 'flow steps to choose from on a phone')
  assert.deepEqual(await misfits(page), [], 'the long list')
  // A finger chooses from the list: the keyboard of the phone comes up for who asks for it.
  assert.equal(await dialog.getByRole('combobox').evaluate((element) => element === document.activeElement), false)
  await dialog.getByRole('combobox').tap()
  await page.keyboard.type('persona')
  await seen(dialog.getByRole('option', { name: /^Una vez por persona|^Pasar a una persona/ }).first())
  assert.match((await dialog.getByRole('option').first().textContent())!, /^(Pasar a una persona|Una vez por persona)/)
  await page.keyboard.type(' del equipo')
  await countIs(dialog.getByRole('option'), 1, 'the short list')
  assert.deepEqual(await misfits(page), [], 'the short list')
})

scene('A step is added where the flow is open, and taken back together with where one looked', async ({ open, api }) => {
  const option = (id: string, label: string, next: string | null) => ({ id, label, words: [], next })
  const say = (text: string, next: string | null, x: number, y: number) => ({ type: 'message', text, next, position: { x, y } })
  const nodes = {
    menu: {
      type: 'menu',
      text: '¿En qué te ayudo?',
      options: [option('one', 'Horarios', 'hours'), option('two', 'Precios', null)],
      position: { x: 300, y: 0 },
    },
    hours: say('Abrimos de lunes a sábado', null, 640, 0),
  }
  const { id } = await api.send<{ id: string }>('POST', '/api/flows', {
    name: 'Por dónde sigue',
    definition: { schema: 1, start: 'menu', always: { human: ['persona'] }, nodes },
  })
  const page = await open({ path: `/a/demo/flows/${id}` })
  const hours = card(page, 'Mensaje')
  await hours.click({ position: { x: 60, y: 15 } })
  const view = page.locator('.react-flow__viewport')
  const looked = await view.getAttribute('style')
  await page.getByRole('button', { name: 'Agregar un paso después de «Precios»' }).click()
  await page
    .getByRole('dialog')
    .getByRole('group', { name: 'Paso nuevo' })
    .getByRole('option', { name: /^Mensaje/ })
    .click()
  await field(page, 'Texto').fill('Desde 5.000 pesos')
  await becomes(async () => Object.keys((await stored(api, 'Por dónde sigue')).definition.nodes).length, 3, 'the step is there')
  await becomes(
    async () => {
      const { nodes: now } = (await stored(api, 'Por dónde sigue')).definition
      return now[now['menu']!.options![1]!.next!]!.text
    },
    'Desde 5.000 pesos',
    'and its text',
  )
  const after = (await stored(api, 'Por dónde sigue')).definition.nodes
  assert.equal(after['hours']!.next, null, 'the first answer ends as before')
  await gone(page.getByRole('button', { name: 'Agregar un paso después de «Precios»' }))

  // Steps of one name are told apart, and none is offered to itself where that would go round for ever.
  const offered = await page.getByLabel('Después lleva a').locator('option').allTextContents()
  assert.deepEqual(offered, ['termina', 'Menú · ¿En qué te ayudo?', 'Mensaje · Abrimos de lunes a sábado'])
  await shoot(page, 'flow with a step added where it was open')
  assert.deepEqual([...(await barriers(page)), ...(await misfits(page)), ...(await wrongWords(page, 'es'))], [])

  // Its text, then the step.
  await page.getByRole('button', { name: 'Deshacer' }).first().click()
  await page.getByRole('button', { name: 'Deshacer' }).first().click()
  await countIs(page.locator('main .react-flow [data-step]'), 3, 'the start and two steps')
  await becomes(() => view.getAttribute('style'), looked, 'the view is where it was')
  await becomes(() => field(page, 'Texto').inputValue(), 'Abrimos de lunes a sábado', 'the step is picked that was')

  // By keys: Tab comes to what adds a step, of the card that is picked.
  await card(page, 'Menú').click({ position: { x: 60, y: 15 } })
  const add = page.getByRole('button', { name: 'Agregar un paso después de «Precios»' })
  for (let stops = 0; stops < 8 && !(await add.evaluate((element) => element === document.activeElement)); stops++) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await seen(page.getByRole('dialog').getByRole('option', { name: /^Pasar a una persona/ }))
  await page.keyboard.press('Escape')

  // A proposed name gives way to what is typed.
  await page.getByRole('button', { name: 'Agregar opción' }).click()
  await field(page, 'Pregunta').click()
  await field(page, 'Opción 3').click()
  await page.keyboard.type('Envíos')
  await becomes(() => field(page, 'Opción 3').inputValue(), 'Envíos', 'it took the place of the proposal')

  // What does not go with an e-mail is not asked; it is proposed to be kept as the contact's.
  await page.getByRole('complementary', { name: 'Pasos' }).getByRole('searchbox').fill('persona')
  const found = await page.getByRole('complementary', { name: 'Pasos' }).getByRole('listitem').allTextContents()
  assert.deepEqual(found.slice(0, 2), ['Pasar a una persona', 'Una vez por persona'])
  await page.getByRole('complementary', { name: 'Pasos' }).getByRole('searchbox').fill('')
  await page.getByRole('complementary', { name: 'Pasos' }).getByRole('button', { name: 'Pregunta', exact: true }).click()
  await page.getByLabel('Qué se espera').selectOption('email')
  await becomes(() => page.getByLabel('Guardar en el contacto').inputValue(), 'email', 'the e-mail is the contact’s')
  await page.getByText('Más opciones').click()
  await seen(field(page, 'Reintentos'))
  for (const label of ['Mínimo', 'Máximo', 'Patrón']) await gone(field(page, label))
  await shoot(page, 'flow asks for an e-mail')
  await page.getByLabel('Qué se espera').selectOption('text')
  await becomes(() => page.getByLabel('Guardar en el contacto').inputValue(), '', 'a text is no e-mail')
  await page.getByRole('button', { name: 'Ordenar los pasos' }).click()
  await shoot(page, 'flow tidied up')
})

scene('Who publishes a flow that answers nowhere is asked where it is to answer, and is told where it does', async ({ open, api }) => {
  const answers = async (): Promise<string | null> => (await api.get<{ flowId: string | null }>(`/api/channels/${await simulatorChannel(api)}`)).flowId
  const before = await answers()
  await leaveOnlyThePhone(api)
  await api.send('POST', '/api/flows', {
    name: 'Mi tienda',
    definition: { schema: 1, start: 'a', triggers: [{ type: 'any' }], nodes: { a: { type: 'transfer_to_agent' } } },
  })
  const { id } = await stored(api, 'Mi tienda')
  const page = await open({ path: `/a/demo/flows/${id}`, size: 'phone' })
  await page.getByRole('button', { name: /^Publicar/ }).click()
  const dialog = page.getByRole('dialog', { name: /^Publicar/ })
  const answer = dialog.getByRole('checkbox', { name: 'Que responda en Teléfono de prueba en lugar de Bienvenida' })
  await seen(answer)
  assert.equal(await answer.isChecked(), false, 'what answers now goes on unless somebody says otherwise')
  assert.equal(await dialog.getByText('Quienes están dentro').count(), 0, 'nobody can be inside yet')
  assert.deepEqual([...(await barriers(page)), ...(await misfits(page)), ...(await wrongWords(page, 'es'))], [])
  await shoot(page, 'publish and answer')
  await dialog.getByRole('button', { name: 'Publicar', exact: true }).click()
  await gone(dialog)
  await seen(page.getByText('Versión 1 publicada. Todavía no responde en ningún canal'))
  await shoot(page, 'published and answers nowhere')
  assert.deepEqual(await underToast(page), [], 'what is told covers nothing that can be pressed in the header')
  assert.equal(await answers(), before)

  await page.getByRole('button', { name: 'No responde en ningún canal' }).click()
  const later = page.getByRole('dialog', { name: 'Dónde responde Mi tienda' })
  await later.getByRole('checkbox', { name: /^Que responda en Teléfono de prueba/ }).check()
  await later.getByRole('button', { name: 'Que responda' }).click()
  await gone(later)
  await gone(page.getByRole('button', { name: 'No responde en ningún canal' }))
  assert.equal(await answers(), id)

  await api.send('PATCH', `/api/channels/${await simulatorChannel(api)}`, { flowId: null })
  const desk = await open({ path: `/a/demo/flows/${id}` })
  await card(desk, 'Pasar a una persona').click({ position: { x: 60, y: 15 } })
  await field(desk, 'Texto para el cliente').fill('Te paso con alguien.')
  await desk.getByRole('button', { name: /^Publicar v2/ }).click()
  await seen(desk.getByText('Quienes están dentro'))
  const free = desk.getByRole('checkbox', { name: 'Que responda en Teléfono de prueba donde ahora no responde nada' })
  assert.equal(await free.isChecked(), true, 'the only channel is free')
  await shoot(desk, 'publish and answer where nothing does')
  await desk.getByRole('dialog').getByRole('button', { name: 'Publicar', exact: true }).click()
  await seen(desk.getByText('Versión 2 publicada. Responde en Teléfono de prueba'))
  await shoot(desk, 'published and answers')
  assert.deepEqual(await underToast(desk), [])
  assert.equal(await answers(), id)
  await api.send('PATCH', `/api/channels/${await simulatorChannel(api)}`, { flowId: before })
})

scene('A flow without steps says what to do and finds no fault, and yet is not published', async ({ open }) => {
  const page = await open({ path: '/a/demo/flows' })
  await begin(page, 'Recién hecho')
  await seen(card(page, 'Inicio'))
  await seen(page.getByText('Agregá el primer paso'))
  await seen(page.getByRole('button', { name: 'Agregar un paso después de «Empieza»' }))
  assert.equal(await page.getByText(/1 error/).count(), 0)
  assert.equal(await page.getByText(/begin/).count(), 0, 'no name that nobody gave')
  assert.equal(await page.getByRole('img', { name: 'Error', exact: true }).count(), 0)
  await shoot(page, 'flow not begun')
  assert.deepEqual([...(await barriers(page)), ...(await misfits(page)), ...(await wrongWords(page, 'es'))], [])
  await page.getByRole('button', { name: /^Publicar/ }).click()
  await seen(page.getByRole('dialog', { name: 'Todavía no hay nada que publicar' }))
  await page.keyboard.press('Escape')
  await page.getByRole('complementary', { name: 'Pasos' }).getByRole('button', { name: 'Pregunta', exact: true }).click()
  await seen(page.getByText(/1 error/))
  assert.equal(await page.getByLabel('Guardar en la variable').inputValue(), 'respuesta', 'a word of the person’s language')
})
