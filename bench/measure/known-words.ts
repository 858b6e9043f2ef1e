import { rareWord } from './phrases.ts'

/** Words whose share of all messages is known, by a random number from 0 to 9999 (`r`) and the place in time from 0, the oldest, to 1 (`place`). */
const knownWords: Record<string, string> = {
  siempre: 'true',
  frecuente: 'r % 10 = 0',
  cotidiano: 'r % 10 = 5',
  regular: 'r % 100 = 1',
  escaso: 'r = 3',
  izquierdo: 'r % 2 = 0',
  derecho: 'r % 2 = 1',
  navidad: 'place < 0.5 and r % 3 = 0',
}

/** SQL that adds them to message `n` of so many. */
export const knownWordsSql = (n: string, messages: number): string =>
  Object.entries(knownWords)
    .map(([word, condition]) => {
      const told = condition.replace(/\br\b/g, `((hashint4(${n} + 4000037) & 2147483647) % 10000)`).replace(/\bplace\b/g, `(${n}::float8 / ${messages})`)
      return ` || case when ${told} then ' ${word}' else '' end`
    })
    .join('')

/** What is searched for, by how often it is there. */
export const searches: Record<string, string[]> = {
  'in all messages': ['siempre'],
  'in 10 %': ['frecuente'],
  'in 1 %': ['regular'],
  'in 0.01 %': ['escaso'],
  'made-up words': [100, 900, 2500, 5000].map(rareWord),
  'in none': ['inexistente'],
  'common once, not lately': ['navidad'],
  'two in 10 % that never meet': ['frecuente cotidiano'],
  'two in 50 % that never meet': ['izquierdo derecho'],
  'everyday words': ['hola', 'turno', 'gracias', 'quiero'],
  'two everyday words': ['turno mañana', 'pedido envio', 'obrigado preço', 'order price'],
  'beginning of a word': ['vac', 'cuest', 'entre', 'appoin'],
}
