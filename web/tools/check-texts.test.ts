import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { textProblems } from './check-texts.ts'

const made: string[] = []
after(() => made.forEach((folder) => rmSync(folder, { recursive: true })))

/** A feature with texts and one component. */
const feature = ({
  es = {},
  pt = {},
  en = {},
  code = '',
  extra = {},
}: {
  es?: object
  pt?: object
  en?: object
  code?: string
  extra?: Record<string, object>
}) => {
  const source = mkdtempSync(join(tmpdir(), 'texts-'))
  made.push(source)
  const texts = join(source, 'features/agenda/texts')
  mkdirSync(texts, { recursive: true })
  for (const [language, words] of Object.entries({ es, 'pt-BR': pt, en, ...extra })) writeFileSync(join(texts, `${language}.json`), JSON.stringify(words))
  writeFileSync(join(texts, 'agenda.d.ts'), '')
  writeFileSync(join(source, 'features/agenda/agenda-page.tsx'), code)
  return source
}
const day = { es: { day: 'Hoy {{n}}' }, pt: { day: 'Hoje {{n}}' }, en: { day: 'Today {{n}}' } }

test('complete and used texts pass', () => assert.deepEqual(textProblems(feature({ ...day, code: "t('day', { n })" })), []))

test('a key that a language lacks is named', () => {
  assert.deepEqual(textProblems(feature({ ...day, pt: {}, code: "t('day')" })), ['features/agenda/texts/pt-BR.json lacks day'])
})

test('a translation that loses a variable is named', () => {
  assert.deepEqual(textProblems(feature({ ...day, en: { day: 'Today' }, code: "t('day')" })), [
    'features/agenda/texts/en.json uses other variables in day than es.json',
  ])
})

test('a text that nothing shows is named, one built from parts is not', () => {
  const words = { es: { a: { b: { c: 'x' } }, dead: 'y' } }
  assert.deepEqual(textProblems(feature({ es: words.es, pt: words.es, en: words.es, code: 't(`a.${which}.c`)' })), [
    'features/agenda/texts/es.json has dead, which no code shows',
  ])
})

test('a language that is not offered and an overlay that changes nothing are named', () => {
  const problems = textProblems(feature({ ...day, code: "t('day')", extra: { fr: {}, 'es-AR': { day: 'Hoy {{n}}' } } }))
  assert.deepEqual(problems, [
    'features/agenda/texts/es-AR.json repeats day without change',
    'features/agenda/texts/fr.json is in a language that nothing shows',
  ])
})

test('words inside a component are named', () => {
  const problems = textProblems(feature({ ...day, code: '<p>{t(\'day\')}</p><b>Guardar cambios</b><button aria-label="Cerrar" />' }))
  assert.deepEqual(problems, [
    'features/agenda/agenda-page.tsx says “Guardar cambios” without a text file',
    'features/agenda/agenda-page.tsx says “Cerrar” without a text file',
  ])
})

test('an empty folder is no success', () => {
  const empty = mkdtempSync(join(tmpdir(), 'texts-'))
  made.push(empty)
  assert.match(textProblems(empty)[0] ?? '', /nothing to check/)
})
