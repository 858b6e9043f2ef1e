/** Words that are forms of one: "cambio", "cambié" and "cambiar", "cancelación" and "cancelar", "turnito" and "turno". */

/** What makes a noun of a verb, or the verb itself. */
const derived =
  /(?:aciones|acion|iciones|icion|acoes|acao|icao|amientos?|imientos?|amentos?|imentos?|encias?|ancias?|eza|adora?|ations?|ition|ments?|ar|er|ir|arme|arlo|arla|arlos|arlas|erme|erlo|erla|irme|irlo|irla)$/
/** Persons and tenses, and endings of nouns. */
const inflected =
  /(?:ando|iendo|endo|indo|amos|emos|imos|aste|iste|aron|ieron|ados?|adas?|idos?|idas?|aria|eria|iria|ara|era|are|ere|ou|ei|ing|ed|an|en|as|es|os|ue|a|e|i|o|s)$/
const small = /(?:c?it[oa]s?|z?inh[oa]s?)$/

const cut = (word: string, endings: RegExp): string | null => {
  const stem = word.replace(endings, '')
  return stem === word ? null : stem.replace(/(.)\1$/u, '$1')
}

/** Whether two words share a stem of four letters or more, one of them a verb, made of one, or a diminutive; a bare noun only of five: "marcar" is not "marcas". */
export const haveOneRoot = (one: string, other: string): boolean => {
  if (isLessOf(one, other) || isLessOf(other, one)) return true
  const [first, second] = [cut(one, derived), cut(other, derived)]
  if (first !== null && second !== null) return isStem(first, second, 4)
  if (first === null && second === null) return false
  return isStem(first ?? cut(one, inflected) ?? one, second ?? cut(other, inflected) ?? other, second === null ? 5 : 4)
}

/** "Gatito" and "gato": only the last vowel differs. */
const isLessOf = (less: string, word: string): boolean => {
  const stem = less.replace(small, '')
  return stem !== less && stem.length >= 3 && (word.replace(/[aeo]s?$/, '') === stem || word === stem)
}

const isStem = (one: string | null, other: string | null, least: number): boolean => one !== null && one === other && one.length >= least
