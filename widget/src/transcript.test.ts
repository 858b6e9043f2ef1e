import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { VisitorEntry } from '@chasqui/contracts'
import { transcriptOf } from './transcript.ts'
import { wordsIn } from './words.ts'

const entry = (position: number, by: VisitorEntry['by'], content: VisitorEntry['content']): VisitorEntry => ({
  id: String(position),
  position,
  seq: position,
  by,
  content,
  status: 'read',
  quoted: null,
  at: '2026-07-15T15:04:00.000Z',
})

test('a talk becomes a text that can be read: who said what, in order, also what is no text', () => {
  const file = { fileId: null, name: 'factura.pdf', mime: 'application/pdf' }
  const talk = [
    entry(3, 'visitor', { type: 'choice', id: 'a', title: 'Zapatos' }),
    entry(1, 'visitor', { type: 'text', text: 'Hola\n¿están?' }),
    entry(2, 'business', {
      type: 'buttons',
      body: '¿Qué buscás?',
      buttons: [
        { id: 'a', title: 'Zapatos' },
        { id: 'b', title: 'Botas' },
      ],
    }),
    entry(4, 'business', { type: 'document', file, caption: 'Tu factura' }),
    entry(5, 'business', { type: 'list', body: 'Talles', button: 'Ver', sections: [{ rows: [{ id: 'x', title: '38' }] }] }),
    entry(6, 'business', { type: 'link', body: 'El catálogo', label: 'Abrir', url: 'https://example.com/' }),
    entry(7, 'business', { type: 'location', latitude: -34.6, longitude: -58.4, name: 'Local' }),
    entry(8, 'business', { type: 'hologram' }),
  ]
  const lines = transcriptOf('Zapatería Río', talk, wordsIn('es'), 'es')
    .split('\n')
    .map((line) => line.replace(/^\[[^\]]+\] /, ''))
  assert.deepEqual(lines, [
    'Zapatería Río',
    '',
    'Vos: Hola',
    '    ¿están?',
    'Zapatería Río: ¿Qué buscás?',
    '    - Zapatos',
    '    - Botas',
    'Vos: Zapatos',
    'Zapatería Río: [factura.pdf] Tu factura',
    'Zapatería Río: Talles',
    '    - 38',
    'Zapatería Río: El catálogo',
    '    Abrir: https://example.com/',
    'Zapatería Río: Local, -34.6, -58.4',
    'Zapatería Río: Este mensaje no se puede mostrar acá.',
    '',
  ])
})
