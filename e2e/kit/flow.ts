import type { Locator, Page } from 'playwright-core'
import type { Api } from './api.ts'
import { becomes, gone, seen } from './look.ts'

/** Flows for scenes of the builder, and what people find and press there. */
export type Node = { type: string; text?: string; next?: string | null; label?: string; position?: { x: number; y: number } } & Record<string, unknown>
export type Flow = { id: string; name: string; published: { number: number } | null; definition: { start: string; nodes: Record<string, Node> } }

const hours: Node = { type: 'message', label: 'Horario', text: 'De 9 a 18' }
/** A question that may stand in the middle of the small flow. */
export const mailQuestion: Node = { type: 'input', label: 'Correo', text: '¿Tu correo?', expect: 'email', saveAs: 'correo', retries: 3 }

/** `nodes` beside each other in the order in which they stand, the first of which begins; a word leads to a person. */
export const createFlow = (api: Api, name: string, nodes: Record<string, Node>): Promise<Flow> => {
  const placed = Object.entries(nodes).map(([id, node], at) => [id, { position: { x: 300 + at * 340, y: 0 }, ...node }])
  const definition = { schema: 1, start: Object.keys(nodes)[0], always: { human: ['persona'] }, nodes: Object.fromEntries(placed) as object }
  return api.send<Flow>('POST', '/api/flows', { name, definition })
}

/** Three steps in a row, `a`, `b` and `c`: «Saludo», «Horario» or another one, «Despedida». */
export const createSmallFlow = (api: Api, name: string, second: Node = hours): Promise<Flow> =>
  createFlow(api, name, {
    a: { type: 'message', label: 'Saludo', text: 'Hola', next: 'b' },
    b: { ...second, next: 'c' },
    c: { type: 'message', label: 'Despedida', text: 'Chau', next: null },
  })

/** The steps that the server has. */
export const nodesOf = async (api: Api, { id }: Pick<Flow, 'id'>): Promise<Record<string, Node>> => (await api.get<Flow>(`/api/flows/${id}`)).definition.nodes
/** Waits until the server has it that a step goes on at another, or at none. */
export const leads = (api: Api, flow: Pick<Flow, 'id'>, from: string, to: string | null): Promise<void> =>
  becomes(async () => (await nodesOf(api, flow))[from]!.next, to, `${from} leads to ${to ?? 'nothing'}`)
export const countSteps = (api: Api, flow: Pick<Flow, 'id'>, count: number): Promise<void> =>
  becomes(async () => Object.keys(await nodesOf(api, flow)).length, count, `${count} steps`)

export const card = (page: Page, title: string): Locator => page.getByRole('group', { name: title, exact: true })
/** The list that the canvas can be looked at as, and the line of a step in it. */
export const outline = (page: Page): Locator => page.getByRole('navigation', { name: 'El flujo como lista' })
export const row = (page: Page, title: string): Locator =>
  outline(page)
    .getByRole('button', { name: new RegExp(`^${title}`), pressed: undefined })
    .first()
/** A place to write in, in the form of a step. */
export const field = (page: Page, name: string): Locator => page.locator('[data-step-form]').getByRole('textbox', { name, exact: true })
export const saved = (page: Page): Promise<void> => seen(page.getByRole('status').filter({ hasText: /^Guardado/ }))

export const press = async (page: Page, ...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key)
}
export const hasFocus = (locator: Locator): Promise<void> =>
  becomes(() => locator.evaluate((element) => element === document.activeElement), true, 'it has the focus')

/** Types into the list of steps that has come up and takes what is proposed, whose name begins with `option`. */
export const choose = async (page: Page, words: string, option = new RegExp(`^${words}`, 'i')): Promise<void> => {
  await seen(page.getByRole('dialog'))
  await page.keyboard.type(words)
  await seen(page.getByRole('option', { name: option, selected: true }))
  await press(page, 'Enter')
  await gone(page.getByRole('dialog'))
}
