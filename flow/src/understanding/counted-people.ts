import { wordsAsked } from './beside-the-question.ts'
import { fold, isOnlyManners, withoutManners } from './fold.ts'
import { withDigits } from './spelled-number.ts'

/**
 * How many come, told one by one: "yo y mi señora" are two, "2 adultos y 3 nenes" five. Only where the question is after all of them, and always read
 * back: whoever tells of their wife and a son may have left out themselves.
 */

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '))

const persons = setOf(
  'adulto adulta nino nina nene nena chico chica chavo chava pibe piba chiquito chiquita bebe bebito bebita guagua grande menor mayor crianca menino menina adult child kid baby toddler infant teen teenager adolescente jubilado jubilada hombre homem mujer mulher man woman persona pessoa person guest invitado invitada convidado convidada senior paciente patient',
)
const relatives = setOf(
  'senora senor esposa esposo marido novia novio pololo polola namorada namorado noiva noivo pareja companero companera companheiro companheira parceiro parceira wife husband girlfriend boyfriend partner fiance fiancee spouse hijo hija hijito hijita filho filha filhinho filhinha son daughter boy girl mama papa mami papi madre padre mae pai mom mum dad mother father vieja viejo hermano hermana hermanito hermanita irmao irma brother sister abuela abuelo abuelita abuelito vo avo vovo grandma grandpa grandmother grandfather tio tia uncle aunt primo prima cousin sobrino sobrina sobrinho sobrinha nephew niece suegra suegro sogra sogro cunado cunada cunhado cunhada nieto nieta neto neta yerno nuera genro nora compadre comadre amigo amiga friend mate buddy colega jefe socio socia roommate vecino vecina vizinho vizinha acompanante acompanhante chiquilin chiquilina',
)
const several: Record<string, string> = {
  children: 'child',
  men: 'man',
  women: 'woman',
  people: 'person',
  wives: 'wife',
  homens: 'homem',
  babies: 'baby',
  ladies: 'woman',
  pais: 'padres',
}
/** Of these there are two. */
const pairs = setOf('padres papas pais parents suegros sogros viejos gemelos gemelas mellizos mellizas gemeos gemeas twins')
const couples = setOf('pareja matrimonio casal couple parejita parejas matrimonios casais couples')
const selves = setOf('yo eu me i myself mim')
const possessives = setOf('mi mis meu minha meus minhas my our nuestro nuestra nuestros nuestras nosso nossa nossos nossas su el la los las o a os as the')
const articles = setOf('un una um uma a an one otro otra outro outra another')
const joints = setOf(', y e and mas mais plus con com with tambien tb tambem also ademas')
/** What is told of one of them besides. */
const described = setOf(
  'lap mas mais more others other otros otras outros outras pequeno pequena pequenos pequenas chico chica chicos chicas grande grandes menor menores mayor mayores mismo misma mesmo mesma msm nomas so solo sola jaja rs en total no senorita joven doctora doctor moca moco maam sir miss',
)

const singular = (word: string): string => {
  const one = several[word] ?? word
  return [one, one.replace(/s$/, ''), one.replace(/es$/, '')].find((each) => persons.has(each) || relatives.has(each)) ?? ''
}

const opening =
  /^(?:(?:bueno|pues|hola|serian|seriamos|seremos|somos|seria|sera|son|sao|vamos a ser|vamos a ir|vamos ser|vamos|van a ir|van|vao|vai ser|iriamos|we are|were|well be|we will be|itll be|it will be|its|it is|there will be|therell be|there are|theres|estaremos|em|para|pra|for|mesa|table|party of|reserva|a gente|en total|no total) )+/
const coming = /^(?:(?:voy|vou|iria|ire|irei|vengo|viajo|ill be|im|vamos|going|coming) )+(?=(?:con|com|with) )/
const alone = /^(?:(?:solo|solamente|unicamente|nomas|nada mas|so|somente|apenas|just|only|es|e|soy) )+/

/** `own`: whoever speaks is among them; `both`: a couple; `bare`: only a number. */
type Told = { count: number; own: boolean; relative: boolean; both: boolean; bare: boolean }

/** One that is told of at a word, and how many words it takes. */
const toldAt = (words: readonly string[], from: number): (Told & { length: number }) | null => {
  let at = from
  const isOwned = possessives.has(words[at]!) && at + 1 < words.length
  const isOneself = selves.has(words[at]!) || (words[at] === 'mi' && (at + 1 === words.length || joints.has(words[at + 1]!)))
  if (isOneself) return { count: 1, own: true, relative: false, both: false, bare: false, length: 1 }
  if (/^(?:nosotros|nosotras|nos|us)$/.test(words[at]!) && /^\d+$/.test(words[at + 1] ?? ''))
    return { count: Number(words[at + 1]), own: true, relative: false, both: false, bare: false, length: 2 }
  if (isOwned && !(articles.has(words[at]!) && singular(words[at + 1]!) !== '' && words[at] !== 'a')) at++
  const count = /^\d{1,2}$/.test(words[at] ?? '') ? Number(words[at]) : articles.has(words[at] ?? '') ? 1 : null
  if (count !== null) at++
  while (count !== null && described.has(words[at] ?? '') && singular(words[at] ?? '') === '') at++
  const noun = words[at] ?? ''
  const isCouple = couples.has(noun) && !(isOwned && noun === 'pareja')
  const name = singular(noun)
  const isPair = pairs.has(noun) && isOwned && count === null
  const isOneMore = articles.has(words[at - 1] ?? '') && at > 1 && (noun === '' || joints.has(noun))
  if (!isCouple && !isPair && name === '')
    return count === null || isOwned || (articles.has(words[at - 1] ?? '') && !isOneMore)
      ? null
      : { count, own: false, relative: false, both: false, bare: true, length: at - from }
  at++
  const isOne = name === noun
  if (count === null && !isOne && !isPair && !isCouple) return null
  while (described.has(words[at] ?? '') && !(joints.has(words[at] ?? '') && toldAt(words, at + 1) !== null)) at++
  if (words[at] === 'de' && /^\d{1,2}$/.test(words[at + 1] ?? '') && /^(?:anos?|anitos|meses|mes)$/.test(words[at + 2] ?? '')) at += 3
  if (words[at] === 'de' && /^(?:colo|brazos|pecho|peito)$/.test(words[at + 1] ?? '')) at += 2
  const each = isPair || isCouple ? 2 : 1
  return { count: (count ?? 1) * each, own: false, relative: relatives.has(name) || isPair, both: isCouple, bare: false, length: at - from }
}

const asksOfAll =
  / (?:personas?|pessoas?|people|persons|huespedes?|hospedes?|guests?|invitad[oa]s|convidad[oa]s|comensales|pasajeros|passageiros|passengers|viajeros|viajantes|travell?ers|asistentes|participantes|participants|attending|cubiertos|entradas|ingressos|boletos|tickets?|pasajes|passagens|asientos|puestos|assentos|seats|lugares|places|spots|plazas|vagas|cupos|gente|party|integrantes)(?: |$)|(?:cuant|quant)[oa]s (?:son|serian|seran|seremos|somos|van|vienen|viajan|vao|vem|virao|serao|sao|estarao|iran|irao) |(?:mesa|reserva|table|booking|reservation) (?:(?:para|pra|for|de|es|e|seria) )*(?:cuant[oa]s|quant[oa]s|how many) |(?:cuant|quant)[oa]s (?:(?:es|e|seria|sera) )?(?:la |a )?(?:mesa|reserva) |(?:cuant[oa]s|quant[oa]s) (?:en|no|na|por) |(?:en |em )?(?:cuant[oa]s|quant[oa]s) (?:viven|moram|vivem|son en|sao em) |how many (?:live|in|on|at|for|of you|are you|will you be|are coming|will be|will there be) /
export const asksOfCompany =
  / (?:acompan[a-z]+|companion[a-z]*|with you|contigo|con usted|com voces?|com vcs?|con vos|con ustedes|bring[a-z]*|traes?|traer|trazer)(?= )/
const ofGrown = / (?:adult[oa]?s?|mayores)(?= )/
const ofSmall = / (?:nin[oa]s?|nenes|chicos|menores|criancas?|kids|children|bebes|babies)(?= )/

const eitherOf = /\d (?:o|ou|or|u) \d/

/** As many as are told of, likeliest first; null where somebody is not counted, or where it was not asked. */
export const peopleIn = (text: string, question: string): number[] | null => {
  const asked = wordsAsked(question)
  const isOfCompany = asksOfCompany.test(asked)
  if (text.length > 120 || text.includes('?') || !(asksOfAll.test(asked) || isOfCompany) || ofGrown.test(asked) !== ofSmall.test(asked)) return null
  const parted = text.replace(/[+&]/g, ' y ').split(/[,;:()/\n=–—]|\.(?=\s)|\s-\s/)
  const pieces = parted.map((part) => fold(part)).filter((piece) => piece !== '' && !isOnlyManners(piece))
  const said = pieces.map((piece) => withDigits(withoutManners(piece)).replace(/ (y|e|and) (?:para|pra|for) /g, ' $1 ')).join(' , ')
  if (eitherOf.test(said)) return null
  const opened = said.replace(opening, '')
  const isComing = coming.test(opened) || /^(?:con|com|with) /.test(opened)
  const isAlone = alone.test(opened)
  const words = opened
    .replace(coming, '')
    .replace(alone, '')
    .replace(/^(?:con|com|with) /, '')
    .split(' ')
    .filter(Boolean)
  const all: Told[] = []
  let headEnds = false
  for (let at = 0; at < words.length;) {
    if (joints.has(words[at]!)) {
      if (all.length === 1 && words[at] === ',') headEnds = true
      // "Somos 3 con el bebé".
      if (all.length === 1 && all[0]!.bare && /^(?:con|com|with)$/.test(words[at]!)) return null
      at++
      continue
    }
    if (/^(?:en|no|in|o)$/.test(words[at]!) && words[at + 1] === 'total') {
      at += 2
      continue
    }
    const told = toldAt(words, at)
    if (told === null || told.length === 0) return null
    all.push(told)
    at += told.length
  }
  return isOfCompany ? ofCompany(all) : ofAll(all, { isComing, isAlone, headEnds })
}

const sumOf = (all: readonly Told[]): number => all.reduce((sum, { count }) => sum + count, 0)

const ofCompany = (all: readonly Told[]): number[] | null => (all.length === 0 || all.some(({ own, bare }) => own || bare) ? null : [sumOf(all)])

type Manner = { isComing: boolean; isAlone: boolean; headEnds: boolean }

const ofAll = (all: readonly Told[], { isComing, isAlone, headEnds }: Manner): number[] | null => {
  const [first, ...others] = all
  if (!first) return null
  const last = all.at(-1)!
  // "Somos 4: 2 adultos y 2 niños", "nós dois, eu e meu marido"; "2 adultos y 2 niños, 4 en total".
  if (others.length > 0 && (first.bare || (first.own && first.count > 1)) && headEnds) return isTotal(first.count, others) ? [first.count] : null
  if (all.length > 2 && last.bare && sumOf(all) === 2 * last.count) return [last.count]
  if (all.every(({ bare }) => bare)) return null
  const sum = sumOf(all)
  const hasOwn = all.some(({ own }) => own)
  if (hasOwn || isAlone) return [sum]
  if (isComing) return [sum + 1]
  return all.some(({ relative }) => relative) && !all.some(({ both }) => both) ? [sum + 1, sum] : [sum]
}

/** Whoever speaks may have left out themselves: "somos 3, mi esposa y mi hijo". */
const isTotal = (total: number, others: readonly Told[]): boolean =>
  sumOf(others) === total || (!others.some(({ own }) => own) && others.some(({ relative }) => relative) && sumOf(others) + 1 === total)
