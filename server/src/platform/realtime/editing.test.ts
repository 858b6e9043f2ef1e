import assert from 'node:assert/strict'
import { EventEmitter } from 'node:events'
import { describe, mock, test } from 'node:test'
import type { FlowEditor } from '@chasqui/contracts'
import { newId } from '../ids.ts'
import { createEditing } from './editing.ts'
import type { Viewer } from './viewer.ts'

const flowId = newId()
const tenantId = newId()
type Browser = { viewer: Viewer; say(word: string, message: unknown): void; told: FlowEditor[][]; close(): void }

const open = (editing: ReturnType<typeof createEditing>, name: string, more: Partial<Viewer> = {}): Browser => {
  const words = new EventEmitter()
  const told: FlowEditor[][] = []
  const viewer = { userId: name, name, tenantId, mayReadFlows: true, mayManageFlows: true, ...more } as Viewer
  const socket = { id: newId(), on: words.on.bind(words), emit: (_: string, { editors }: { editors: FlowEditor[] }) => told.push(editors) }
  editing.attach(socket as never, () => viewer)
  return { viewer, told, say: (word, message) => void words.emit(word, message), close: () => void words.emit('disconnect') }
}
const steps = (browser: Browser) => Object.fromEntries((browser.told.at(-1) ?? []).map(({ name, stepId }) => [name, stepId]))
const stage = (...names: string[]) => {
  const editing = createEditing({ seqOf: () => 7 })
  const browsers = names.map((name) => open(editing, name))
  for (const browser of browsers) browser.say('flow.join', { flowId })
  return { editing, browsers }
}

describe('who edits a flow', () => {
  test('whoever has it open knows the others, and who is gone', () => {
    const { browsers } = stage('Ana', 'Rui')
    assert.deepEqual(steps(browsers[0]!), { Ana: null, Rui: null })
    browsers[1]!.close()
    assert.deepEqual(steps(browsers[0]!), { Ana: null })
    browsers[0]!.say('flow.leave', { flowId })
    browsers[0]!.say('flow.leave', { flowId })
  })

  test('a step is held by whoever came first, who is named to the other', () => {
    const [ana, rui] = stage('Ana', 'Rui').browsers as [Browser, Browser]
    ana.say('flow.hold', { flowId, stepId: 'menu' })
    rui.say('flow.hold', { flowId, stepId: 'menu' })
    assert.deepEqual(steps(rui), { Ana: 'menu', Rui: null })
    rui.say('flow.hold', { flowId, stepId: 'email' })
    assert.deepEqual(steps(ana), { Ana: 'menu', Rui: 'email' })
    ana.say('flow.hold', { flowId, stepId: null })
    rui.say('flow.hold', { flowId, stepId: 'menu' })
    assert.deepEqual(steps(ana), { Ana: null, Rui: 'menu' })
  })

  test('who says nothing for a minute lets go, who says so again keeps it', () => {
    mock.timers.enable({ apis: ['setTimeout'] })
    const [ana, rui] = stage('Ana', 'Rui').browsers as [Browser, Browser]
    ana.say('flow.hold', { flowId, stepId: 'menu' })
    mock.timers.tick(50_000)
    ana.say('flow.hold', { flowId, stepId: 'menu' })
    mock.timers.tick(50_000)
    assert.equal(steps(rui).Ana, 'menu')
    mock.timers.tick(10_000)
    assert.equal(steps(rui).Ana, null)
    mock.timers.reset()
  })

  test('two pages of one person are one editor, and hinder each other in nothing', () => {
    const [one, other] = stage('Ana', 'Ana').browsers as [Browser, Browser]
    one.say('flow.hold', { flowId, stepId: 'menu' })
    other.say('flow.hold', { flowId, stepId: 'menu' })
    assert.deepEqual(other.told.at(-1), [{ userId: 'Ana', name: 'Ana', stepId: 'menu' }])
  })

  test('nobody hears of it who may not read flows, holds who may not change them, or belongs to another organisation', () => {
    const { editing, browsers } = stage('Ana')
    const stranger = open(editing, 'Eva', { tenantId: newId() })
    const blind = open(editing, 'Ciega', { mayReadFlows: false })
    const reader = open(editing, 'Lee', { mayManageFlows: false })
    const guest = open(editing, 'Mira', { onlyLooks: true })
    for (const browser of [stranger, blind, reader, guest]) browser.say('flow.join', { flowId })
    reader.say('flow.hold', { flowId, stepId: 'menu' })
    browsers[0]!.say('flow.hold', { flowId, stepId: 'menu' })
    assert.deepEqual(
      [steps(reader), stranger.told, blind.told, guest.told],
      [{ Ana: 'menu', Lee: null }, [[{ userId: 'Eva', name: 'Eva', stepId: null }]], [], []],
    )
    reader.viewer.mayReadFlows = false
    const heard = reader.told.length
    browsers[0]!.say('flow.hold', { flowId, stepId: null })
    assert.equal(reader.told.length, heard)
  })

  test('what is no word of it is not heard', () => {
    const [ana] = stage('Ana').browsers as [Browser]
    const heard = ana.told.length
    for (const message of [null, undefined, {}, { flowId: 'x' }, { flowId, stepId: 7 }, { flowId, stepId: 'a b' }, { flowId: newId(), stepId: 'a' }])
      for (const word of ['flow.hold']) ana.say(word, message)
    ana.say('flow.join', { flowId: 7 })
    ana.say('flow.leave', null)
    assert.deepEqual([ana.told.length, steps(ana)], [heard, { Ana: null }])
  })
})
