/** Words that are forms of one: "cambio", "cambié" and "cambiar", "cancelación" and "cancelar", "turnito" and "turno". */

const all = (...lists: string[]): readonly string[] => lists.flatMap((list) => list.split(' '))

/** What makes a noun of a verb, or the verb itself. */
const derived = all(
  'ar er ir arme arlo arla arlos arlas erme erlo erla irme irlo irla acion aciones icion iciones ucion uciones ver verlo verla ista istas eiro eira earia eria amiento amientos imiento imientos encia encias ancia ancias eza ador adora',
  'acao acoes icao ucao ucoes amento amentos imento imentos ation ations ition ment ments',
)
/** Orders with whom or what behind them: "cancélame", "agéndenmela". */
const ordering = all(
  ...['me', 'nos', 'lo', 'la', 'los', 'las', 'melo', 'mela', 'noslo', 'nosla'].map((behind) => `a${behind} e${behind} an${behind} en${behind}`),
  'ime',
)
/** Persons and tenses, and endings of nouns. */
const inflected = all(
  'ando iendo endo indo amos emos imos aste iste aron ieron ado ada ados adas ido ida idos idas aria eria iria ara era are ere an en as es os a e o',
  'ou ei i s ing ed uel',
)
const small = /(?:c?it[oa]s?|z?inh[oa]s?)$/

/** What may be left of a word without its ending; a letter twice at the end counts once. */
const stemsOf = (word: string, endings: readonly string[]): string[] =>
  endings.filter((ending) => word.endsWith(ending)).map((ending) => unbroken(word.slice(0, -ending.length).replace(/(.)\1$/u, '$1')))

/** "Transfiero" of "transferir", "pruebo" of "probar". */
export const unbroken = (stem: string): string => stem.replace(/(?<=[a-z]{2})ie(?=[^aeiou]+$)/, 'e').replace(/(?<=[a-z]{2})ue(?=[^aeiou]+$)/, 'o')

const share = (some: string[], others: string[], least: number): boolean => some.some((stem) => stem.length >= least && others.includes(stem))

/**
 * Whether a word that was said has one stem with a word of a name, and one of them is a verb, made of a verb, or a diminutive. With a bare noun it has to be a
 * longer one: "marcar" is not "marcas".
 */
export const haveOneRoot = (said: string, name: string): boolean => {
  if (said.slice(0, 3) !== name.slice(0, 3)) return false
  if (isLessOf(said, name) || isLessOf(name, said) || areOfOneQuality(said, name)) return true
  const [ofSaid, ofName] = [stemsOf(said, derived), stemsOf(name, derived)]
  if (share(ofSaid, [name], 6)) return true
  if (ofName.length > 0) {
    if (/[aei]r$/.test(name)) return isOfVerb(said, name)
    return share([said, ...ofSaid, ...stemsOf(said, inflected)], ofName, 4)
  }
  return isDeedOf(said, name) || share(ofSaid, [name, ...stemsOf(name, inflected)], 5)
}

/** Verbs keep their sound, not their letters: "recoger" and "recojo", "busque" and "buscar", "pague" and "pagar", "empiece" and "empezar". */
const isOfVerb = (said: string, verb: string): boolean => {
  const endings = [...derived, ...inflected, ...ordering]
  const [ofSaid, ofVerb] = [[said, ...stemsOf(said, endings)], stemsOf(verb, derived)]
  const [heard, meant] = [
    [...ofSaid, ...stemsOf(said, soft(endings)).map(sounding)],
    [...ofVerb, ...stemsOf(verb, soft(derived)).map(sounding)],
  ]
  return share(heard, meant, 3)
}

const soft = (endings: readonly string[]): string[] => endings.filter((ending) => /^[ei]/.test(ending))
/** A stem that stood before "e" or "i", as it is spelt before "o" and "a". */
const sounding = (stem: string): string => stem.replace(/(?:[qg]u|g|c)$/, (letters) => spelt[letters] ?? letters)
const spelt: Record<string, string> = { qu: 'c', gu: 'g', g: 'j', c: 'z' }

/** "Bañar" and "baño", "cortar" and "corte"; a verb has more to do with "pago" than with "marca". */
const isDeedOf = (verb: string, noun: string): boolean =>
  /[aei]r$/.test(verb) && verb.length >= 5 && /[oe]s?$/.test(noun) && noun.replace(/[oe]s?$/, '') === verb.slice(0, -2)

const quality = /(?<of>[ae]n)(?:t[es]{1,2}|cias?|cy|ce)$/

/** "Urgente" and "urgencia". */
const areOfOneQuality = (one: string, other: string): boolean => {
  const [bare, otherBare] = [one, other].map((word) => word.replace(quality, '$<of>'))
  return bare !== one && otherBare !== other && bare === otherBare && bare!.length >= 5
}

/** "Gatito" and "gato", "chiquita" and "chica": only the last vowel differs. */
const isLessOf = (less: string, word: string): boolean => {
  const stem = less.replace(small, '').replace(/qu$/, 'c').replace(/gu$/, 'g')
  return stem !== less && stem.length >= 3 && (word.replace(/[aeo]s?$/, '') === stem || word === stem)
}
