import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Block, parseRichText, plainText, type Piece, safeHref } from './parse-rich-text.ts'

/** A shorthand that shows the structure: `b(bold)`, `l(link)`. */
const shown = (piece: Piece): string => {
  switch (piece.kind) {
    case 'text':
      return piece.text
    case 'mono':
      return `m(${piece.text})`
    case 'link':
      return `l(${piece.text})`
    default:
      return `${piece.kind[0] ?? ''}(${piece.pieces.map(shown).join('')})`
  }
}
const blocks = (text: string) =>
  parseRichText(text).map((block: Block) =>
    block.kind === 'code' ? `code[${block.text}]` : `${block.kind === 'quote' ? '>' : ''}${block.pieces.map(shown).join('')}`,
  )

test('marks around words are styles, nested too', () => {
  assert.deepEqual(blocks('Hola *Dra. Vega* _ya_ ~no~ `x` *muy _bien_*'), ['Hola b(Dra. Vega) i(ya) s(no) m(x) b(muy i(bien))'])
})

test('marks inside words, alone or over line ends are letters', () => {
  for (const text of ['snake_case_name', '2*3*4', 'a * b', '**', '*abierto', 'un *corte\nde línea*', '* punto']) assert.deepEqual(blocks(text), [text])
})

test('mono blocks keep everything inside as it is', () => {
  assert.deepEqual(blocks('antes ```*no* _es_\nnada``` después'), ['antes ', 'code[*no* _es_\nnada]', ' después'])
  assert.deepEqual(blocks('usa ```npm *start*``` ya').join(''), 'usa m(npm *start*) ya')
  assert.deepEqual(blocks('suelto ``` aquí'), ['suelto ``` aquí'])
})

test('quoted lines stand apart', () => assert.deepEqual(blocks('a\n> dijo *algo*\n> más\nb'), ['a', '>dijo b(algo)\nmás', 'b']))

test('addresses are found without the signs of the sentence', () => {
  assert.deepEqual(blocks('Ver https://a.co/x_y_z?q=1. (www.b.com) y hola@c.com, ok'), ['Ver l(https://a.co/x_y_z?q=1). (l(www.b.com)) y l(hola@c.com), ok'])
})

test('only web and mail addresses can be followed', () => {
  assert.equal(safeHref('https://x.co'), 'https://x.co')
  assert.equal(safeHref('www.x.co'), 'https://www.x.co')
  assert.equal(safeHref('a@x.co'), 'mailto:a@x.co')
  assert.equal(safeHref('javascript:alert(1)'), null)
})

test('in one line the words stand without their marks', () => {
  assert.equal(plainText('Con la *Dra. Vega*, _a las_ ~9~ `10`'), 'Con la Dra. Vega, a las 9 10')
  assert.equal(plainText('2*3*4 y snake_case'), '2*3*4 y snake_case')
})

test('no letter is ever lost, whatever the text', () => {
  const letters = (piece: Piece): string => ('pieces' in piece ? piece.pieces.map(letters).join('') : piece.text)
  const strip = (text: string) => text.replace(/[*_~`>\s]/g, '')
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('*', '_', '~', '`', ' ', '\n', '>', 'a', 'ñ', '.', '@', 'www.', 'https://') }), (text) => {
      const all = parseRichText(text)
        .map((block) => (block.kind === 'code' ? block.text : block.pieces.map(letters).join('')))
        .join('')
      assert.equal(strip(all), strip(text))
    }),
  )
})
