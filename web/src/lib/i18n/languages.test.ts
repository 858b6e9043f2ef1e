import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languageFor, localeOf, regionIn, shownIn } from './languages.ts'

test('the first preference with texts wins', () => {
  assert.equal(languageFor([null, 'fr-FR', 'pt-PT', 'es']), 'pt-BR')
  assert.equal(languageFor(['es-419']), 'es')
  assert.equal(languageFor(['de']), 'en')
})

test('Spanish addresses people as vos where they do so themselves', () => {
  assert.equal(shownIn('es', 'AR'), 'es-AR')
  assert.equal(shownIn('es', 'CO'), 'es')
  assert.equal(shownIn('pt-BR', 'AR'), 'pt-BR')
})

test('the country is the first that the languages of the browser name', () => {
  assert.equal(regionIn(['es', 'es-AR', 'pt-BR']), 'AR')
  assert.equal(regionIn(['es-419', 'en']), null)
})

test('numbers follow the language of the person in the country of the business', () => {
  assert.equal(localeOf('es-AR', 'AR'), 'es-AR')
  assert.equal(localeOf('en', 'AR'), 'en-AR')
  assert.equal(localeOf('pt-BR', null), 'pt-BR')
})
