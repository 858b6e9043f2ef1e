import assert from 'node:assert/strict'
import { test } from 'node:test'
import i18next, { type ResourceKey } from 'i18next'
import { textsFrom, type TextFiles } from './text-files.ts'

const speaking = async (files: TextFiles) => {
  const texts = i18next.createInstance()
  await texts.use(textsFrom(files)).init({ lng: 'es-AR', fallbackLng: { 'es-AR': ['es'], default: [] }, load: 'currentOnly', ns: [], defaultNS: 'page' })
  return { texts, says: texts.t as unknown as (name: string) => string }
}

test('a namespace is not loaded before the language under its overlay is there', async () => {
  const { promise: spanish, resolve: arrives } = Promise.withResolvers<ResourceKey>()
  const { texts, says } = await speaking({ 'es-AR/page': async () => ({ ask: 'Pedíselo' }), 'es/page': () => spanish })
  const loading = texts.loadNamespaces('page')
  await new Promise(setImmediate)
  assert.equal(texts.hasLoadedNamespace('page'), false)
  arrives({ ask: 'Pídeselo', title: 'Sin acceso' })
  await loading
  assert.equal(texts.hasLoadedNamespace('page'), true)
  assert.deepEqual([says('title'), says('ask')], ['Sin acceso', 'Pedíselo'])
})

test('a namespace without an overlay, or of a language without one, is read as it is', async () => {
  const { texts, says } = await speaking({ 'es/page': async () => ({ title: 'Sin acceso' }), 'pt-BR/page': async () => ({ title: 'Sem acesso' }) })
  await texts.loadNamespaces('page')
  assert.equal(says('title'), 'Sin acceso')
  await texts.changeLanguage('pt-BR')
  assert.equal(says('title'), 'Sem acesso')
})

test('what could not be fetched is asked for again', async () => {
  let asked = 0
  const { texts, says } = await speaking({
    'es/page': async () => {
      asked += 1
      if (asked === 1) throw new Error('offline')
      return { title: 'Sin acceso' }
    },
  })
  await texts.loadNamespaces('page')
  assert.equal(says('title'), 'Sin acceso')
})
