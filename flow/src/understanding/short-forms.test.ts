import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Language } from './language.ts'
import { inFull } from './short-forms.ts'

describe('what is written short', () => {
  const cases: [Language, said: string, full: string][] = [
    ['pt', 'hj não, obg', 'hoje não, obrigado'],
    ['pt', 'ainda n', 'ainda não'],
    ['pt', 'N vou poder n, desculpa', 'não vou poder não, desculpa'],
    ['pt', 'acho q vc tb vai', 'acho que você também vai'],
    ['pt', 'p mim td bem', 'para mim tudo bem'],
    ['es', 'xq no puedo', 'porque no puedo'],
    ['es', 'creo q sí xfa', 'creo que sí por favor'],
    ['es', 'yo tmb', 'yo también'],
    ['en', 'u r right pls', 'you are right please'],
    ['en', '2moro, thx', 'tomorrow, thanks'],
  ]
  for (const [language, said, full] of cases) test(`«${said}» is «${full}»`, () => assert.equal(inFull(said, language), full))

  const kept: [Language, said: string][] = [
    ['pt', 'tamanho p por favor'],
    ['pt', 'opção n 2'],
    ['pt', 'n° 3'],
    ['pt', '170 cm'],
    ['pt', 'vc@exemplo.com'],
    ['es', 'la d'],
    ['es', 'plan d anual'],
    ['es', 'D'],
    ['es', '5 k'],
    ['en', 'u'],
  ]
  for (const [language, said] of kept) test(`«${said}» stays as it is`, () => assert.equal(inFull(said, language), said))
})
