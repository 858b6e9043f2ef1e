import assert from 'node:assert/strict'
import { barriers } from '../kit/accessible.ts'
import type { Api } from '../kit/api.ts'
import { misfits } from '../kit/fit.ts'
import { card, choose as chooseIn, field, hasFocus, press as pressOn } from '../kit/flow.ts'
import { becomes, gone, seen } from '../kit/look.ts'
import { shoot } from '../kit/shots.ts'
import { openStage } from '../kit/stage.ts'

/** Greet, a menu of three, an e-mail with two further tries, hand over: as somebody builds it for the first time, with keys alone and with a finger. */
const { scene } = await openStage()

type Node = { type: string; text?: string; next?: string | null; expect?: string; retries?: number; options?: { label: string; next: string | null }[] }
type Flow = { id: string; name: string; definition: { start: string; nodes: Record<string, Node> } }

/** What the server has of it, told from the start. */
const built = async (api: Api, name: string) => {
  const { items } = await api.get<{ items: Flow[] }>('/api/flows?limit=50')
  const found = items.find((flow) => flow.name === name)
  if (!found) return null
  const { start, nodes } = (await api.get<Flow>(`/api/flows/${found.id}`)).definition
  const typeAt = (id: string | null | undefined) => (id ? (nodes[id]?.type ?? null) : null)
  const menu = nodes[nodes[start]?.next ?? '']
  const question = nodes[menu?.options?.[0]?.next ?? '']
  return {
    greets: nodes[start]?.text,
    options: menu?.options?.map(({ label, next }) => `${label} → ${typeAt(next)}`),
    asks: [question?.text, question?.expect, question?.retries],
    then: typeAt(question?.next),
  }
}
const wanted = {
  greets: '¡Hola!',
  options: ['Vega → input', 'Lima → input', 'Núñez → input'],
  asks: ['¿Tu correo?', 'email', 2],
  then: 'transfer_to_agent',
}
const isBuilt = (api: Api, name: string) => becomes(() => built(api, name), wanted, 'the server has the flow')

scene('By keys alone', async ({ open, api }) => {
  const page = await open({ path: '/a/demo/flows' })
  const press = (...keys: string[]) => pressOn(page, ...keys)
  const choose = (words: string, option: RegExp) => chooseIn(page, words, option)
  await page.getByRole('button', { name: 'Nuevo flujo' }).first().focus()
  await press('Enter')
  await seen(page.getByRole('dialog', { name: 'Nuevo flujo' }))
  await press('Tab')
  await hasFocus(page.getByLabel('Nombre del flujo'))
  await page.keyboard.type('Por teclas')
  await press('Enter')

  await hasFocus(card(page, 'Inicio'))
  await press('a')
  await choose('mensaje', /^Mensaje/)
  await hasFocus(field(page, 'Texto'))
  await page.keyboard.type('¡Hola!')
  await press('Escape')
  await hasFocus(card(page, 'Mensaje'))

  await press('a')
  await choose('menu', /^Menú/)
  await hasFocus(field(page, 'Pregunta'))
  await page.keyboard.type('¿Con quién?')
  await press('Tab', 'Tab')
  for (const [at, name] of ['Vega', 'Lima', 'Núñez'].entries()) {
    await hasFocus(field(page, `Opción ${at + 1}`))
    await page.keyboard.type(name)
    if (at < 2) await press('Enter')
  }
  await press('Escape')
  await hasFocus(card(page, 'Menú'))

  await press('a')
  await choose('pregunta', /^Pregunta/)
  await hasFocus(field(page, 'Pregunta'))
  await page.keyboard.type('¿Tu correo?')
  await press('Tab', 'Tab')
  const expected = page.getByLabel('Qué se espera')
  await hasFocus(expected)
  for (let moves = 0; moves < 12 && (await expected.inputValue()) !== 'email'; moves++) await press('ArrowDown')
  await press('Escape')
  await hasFocus(card(page, 'Pregunta'))

  await press('a')
  await choose('persona', /^Pasar a una persona/)
  await hasFocus(field(page, 'Texto para el cliente'))
  await page.keyboard.type('Te paso con alguien.')
  await press('Escape')
  await hasFocus(card(page, 'Pasar a una persona'))

  // The other two options go on at the same question.
  await press('ArrowLeft', 'ArrowLeft')
  await hasFocus(card(page, 'Menú'))
  for (const name of ['Lima', 'Núñez']) {
    const way = card(page, 'Menú').getByRole('button', { name: new RegExp(`^${name}`) })
    if (name === 'Núñez') await press('ArrowDown')
    else for (let stops = 0; stops < 8 && !(await way.evaluate((element) => element === document.activeElement)); stops++) await press('Tab')
    await hasFocus(way)
    await press('Enter')
    await choose('¿Tu correo', /^Pregunta ?¿Tu correo\?/)
    await hasFocus(way)
  }
  await seen(page.getByText('Sin errores ni avisos'))
  await isBuilt(api, 'Por teclas')
  await shoot(page, 'flow built by keys')
  assert.deepEqual([...(await barriers(page)), ...(await misfits(page))], [])
  await press('p')
  await seen(page.getByRole('dialog', { name: 'Publicar Por teclas' }))
})

scene('With a finger, on a phone', async ({ open, api }) => {
  const page = await open({ path: '/a/demo/flows', size: 'phone' })
  const tap = (name: string | RegExp) => page.getByRole('button', { name }).first().tap()
  const sheet = page.getByRole('dialog')
  const write = async (name: string, text: string) => {
    const place = sheet.getByRole('textbox', { name, exact: true })
    await place.tap()
    await place.fill(text)
  }
  const choose = async (option: RegExp) => {
    await sheet.getByRole('option', { name: option }).first().tap()
    await gone(page.getByRole('option').first())
  }
  const close = async () => {
    await sheet.getByRole('button', { name: 'Cerrar', exact: true }).first().tap()
    await gone(sheet)
  }
  await tap('Nuevo flujo')
  await sheet.getByRole('button', { name: /^En blanco/ }).tap()
  await sheet.getByLabel('Nombre del flujo').fill('Con el dedo')
  await sheet.getByRole('button', { name: 'Crear flujo' }).tap()
  await seen(page.getByRole('heading', { name: 'Con el dedo', level: 1 }))
  await shoot(page, 'newcomer phone 1')

  await tap(/^Agregar un paso en Empieza/)
  await choose(/^Mensaje/)
  await shoot(page, 'newcomer phone 2')
  await write('Texto', '¡Hola!')
  await close()
  await shoot(page, 'newcomer phone 3')
  await tap(/^Agregar un paso en Después/)
  await choose(/^Menú/)
  await write('Pregunta', '¿Con quién?')
  await write('Opción 1', 'Vega')
  await sheet.getByRole('button', { name: 'Agregar opción' }).tap()
  await write('Opción 2', 'Lima')
  await sheet.getByRole('button', { name: 'Agregar opción' }).tap()
  await write('Opción 3', 'Núñez')
  await shoot(page, 'newcomer phone 4')
  await close()
  await tap(/^Agregar un paso en Vega/)
  await choose(/^Pregunta/)
  await write('Pregunta', '¿Tu correo?')
  await sheet.getByLabel('Qué se espera').selectOption('email')
  await close()
  await tap(/^Agregar un paso en Después/)
  await choose(/^Pasar a una persona/)
  await write('Texto para el cliente', 'Te paso con alguien.')
  await close()
  await shoot(page, 'newcomer phone 5')
  for (const name of ['Lima', 'Núñez']) {
    await tap(new RegExp(`^Agregar un paso en ${name}`))
    await page.getByRole('option', { name: /^Pregunta ?¿Tu correo\?/ }).tap()
    await gone(sheet)
  }
  await isBuilt(api, 'Con el dedo')
  await shoot(page, 'flow built with a finger')
  assert.deepEqual([...(await barriers(page)), ...(await misfits(page))], [])
})
