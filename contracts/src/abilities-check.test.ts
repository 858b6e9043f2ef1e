import assert from 'node:assert/strict'
import { test } from 'node:test'
import { framedWords, unfit } from './abilities-check.ts'
import type { ChannelAbilities } from './channel.ts'
import { OutboundContent } from './content.ts'

/** A channel that measures texts in bytes, too, and has no place of its own for what stands around buttons. */
const abilities: ChannelAbilities = {
  text: { max: 1000, bytes: 1000 },
  buttons: { max: 3, title: 20, id: 256, body: 640, frame: 'inline' },
  list: null,
  media: {},
  caption: 0,
  templates: false,
  reactions: false,
  serviceWindowHours: 24,
  readReceipts: false,
  typing: false,
  extras: ['link'],
}
const buttons = (more: object): OutboundContent => ({ type: 'buttons', body: 'x', buttons: [{ id: 'a', title: 'A' }], ...more })
const file = { fileId: null, state: 'stored' as const, mime: 'image/png', name: null, size: 1, providerMediaId: null }

test('a text is measured in characters and in bytes', () => {
  assert.equal(unfit({ type: 'text', text: 'á'.repeat(500) }, abilities), null)
  assert.deepEqual(unfit({ type: 'text', text: 'á'.repeat(501) }, abilities), { code: 'content.too_long', path: 'content.text', limit: 1000, unit: 'bytes' })
  assert.deepEqual(unfit({ type: 'text', text: 'a'.repeat(1001) }, abilities), { code: 'content.too_long', path: 'content.text', limit: 1000 })
})

test('where long texts leave in several messages, bytes are a limit of the words above buttons alone', () => {
  const several = { ...abilities, text: { max: 4000, bytes: 1000, bubble: 1000 } }
  assert.equal(unfit({ type: 'text', text: 'á'.repeat(4000) }, several), null)
  assert.deepEqual(unfit({ type: 'text', text: 'a'.repeat(4001) }, several), { code: 'content.too_long', path: 'content.text', limit: 4000 })
  assert.equal(unfit(buttons({ body: 'á'.repeat(501) }), several)?.code, 'content.too_long')
})

test('blanks are nothing to read or to press', () => {
  const all: ChannelAbilities = {
    ...abilities,
    list: { rows: 10, sections: 10, id: 200, title: 24, description: 72, button: 20, body: 1024 },
    extras: ['link', 'location_request', 'form'],
  }
  const list = { type: 'list' as const, body: 'x', button: 'Ver', sections: [{ rows: [{ id: 'a', title: 'A' }] }] }
  const link = { type: 'link' as const, body: 'x', label: 'Abrir', url: 'https://a.example' }
  const cases: [OutboundContent, path: string][] = [
    [buttons({ body: ' \n' }), 'content.body'],
    [buttons({ buttons: [{ id: 'a', title: ' ' }] }), 'content.buttons.0.title'],
    [{ ...list, body: ' ' }, 'content.body'],
    [{ ...list, button: ' ' }, 'content.button'],
    [{ ...list, sections: [{ rows: [{ id: 'a', title: ' ' }] }] }, 'content.sections'],
    [{ ...link, body: ' ' }, 'content.body'],
    [{ ...link, label: ' ' }, 'content.label'],
    [{ type: 'location_request', body: ' ' }, 'content.body'],
    [{ type: 'form', body: 'x', label: ' ', formId: '1', mode: 'published' }, 'content.label'],
  ]
  for (const [content, path] of cases) assert.deepEqual(unfit(content, all), { code: 'content.missing', path })
  for (const content of [buttons({}), list, link]) assert.equal(unfit(content, all), null)
})

test('a link leads to a page, and runs nothing', () => {
  const link = (url: string) => OutboundContent.safeParse({ type: 'link', body: 'x', label: 'Abrir', url }).success
  assert.deepEqual(['https://a.example/b?c', 'http://a.example', 'javascript:alert(1)', 'data:text/html,x', 'a.example'].map(link), [
    true,
    true,
    false,
    false,
    false,
  ])
})

test('header and footer count with the body where they are lines of it, and no file stands above', () => {
  const header = { type: 'text', text: 'h'.repeat(60) }
  assert.equal(framedWords({ header, body: 'b', footer: 'f' } as never), `${'h'.repeat(60)}\n\nb\n\nf`)
  assert.equal(unfit(buttons({ header, body: 'b'.repeat(578) }), abilities), null)
  assert.equal(unfit(buttons({ header, body: 'b'.repeat(579) }), abilities)?.code, 'content.too_long')
  assert.equal(unfit(buttons({ header: { type: 'image', file } }), abilities)?.code, 'content.header_not_offered')
  assert.equal(
    unfit({ type: 'link', body: 'b', label: 'Abrir', url: 'https://a.example', header: { type: 'image', file } }, abilities)?.code,
    'content.header_not_offered',
  )
})
