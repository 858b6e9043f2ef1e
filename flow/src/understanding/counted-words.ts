import { wordsAsked } from './beside-the-question.ts'
import { plainWords } from './exclaimed-words.ts'
import { withDigits } from './spelled-number.ts'

/** What counts without a number among its words: "ninguno todavía", "só eu msm", "un par", "no tengo hijos". */

const later =
  '(?:ya|ja|todavia|aun|ainda|yet|por ahora|de momento|por el momento|por enquanto|ate agora|so far|for now|this time|esta vez|dessa vez|at the moment|nomas|no mas|nada mas|mismo|misma|mesmo|mesma|msm|la verdad|jaja|haha|rs|kkk|gracias|thanks|po|pues|por suerte|menos mal|por sorte|felizmente|afortunadamente|luckily|thankfully|fortunately|gracias a dios|gracas a deus|thank god|thank goodness)'
const nobody = '(?:ningun[oa]?|nenhuma?|none|nadie|ninguem|nobody|no one|ni uno|ni una|nem um|nem uma|not one|not any)'
const just =
  '(?:solo|solamente|unicamente|nomas|nada mas|so|somente|apenas|just|only|es|e|soy|seria|sera|its|it is|itll be|it would be|voy|vou|somos|por ahora|por enquanto|for now)'
const oneself = '(?:yo|eu|me|myself)'
const lonely =
  '(?:sol[oa]|solit[oa]|nomas|nada mas|no mas|so|sozinh[oa]|only|alone|mismo|misma|mesmo|mesma|msm|por ahora|por enquanto|for now|by myself|unicamente)'

const counted: [RegExp, number][] = [
  [new RegExp(`^(?:(?:no|nao|${later}) )*${nobody}(?: (?:of them|of those|de ell[oa]s|de es[oa]s|deles|delas))?(?: ${later})*$`), 0],
  [new RegExp(`^(?:${just} )+${oneself}(?: (?:${lonely}|${later}))*$|^${oneself} (?:${lonely} ?)+(?: ${later})*$`), 1],
  [
    /^(?:(?:yo|eu|i|ill|im|id) )*(?:voy|vou|ire|irei|iria|viajo|vengo|go|be|going|coming|travelling) (?:(?:yo|eu) )?(?:sol[oa]|solit[oa]|sozinh[oa]|alone|on my own|by myself)$/,
    1,
  ],
  [
    /^(?:somos |seria |seriamos |seremos |voy |vou |sera |serian |tengo |tenho |i have |quiero |quero |just )?(?:(?:un|um|a) )?(?:par|parcito|couple)(?: de| of)?(?: (?:them|unidades|nomas|no mas|nada mas|so|nights|days|noches|dias|noites|horas|hours|veces|vezes|times|weeks|semanas|meses|months|years|anos))?$/,
    2,
  ],
  [/^(?:ambos|ambas|both(?: (?!of |y |and |e )[a-z]+)?|both (?:of )?(?:them|us|those|these|of em)|the both of (?:them|us)|l[ao]s dos|os dois|as duas)$/, 2],
  [/^(?:tengo|tenho) (?:la|una|um|o) (?:parejita|casal|casalzinho)$/, 2],
]

/** How a word begins whatever its number and gender: "perr" of "perritos", "box" of "boxes". */
export const startOf = (word: string): string =>
  word
    .replace(/(?<=[a-z]{3})e?s$/, '')
    .replace(/(?<=[a-z]{2})[aeo]$/, '')
    .slice(0, 4)
const asksHowMany = / (?:cuant[oa]s|quant[oa]s|how many) (?<of>[a-z]+ (?:[a-z]+ )?(?:[a-z]+ )?)/
const lacking = new RegExp(
  `^(?:(?:yo|eu|i|we|${later}) )*(?:(?:no|nao) (?:fumo|bebo|tomo|uso|tengo|tenemos|tenho|temos|hay|tem|llevo|llevamos|traigo|levo|trago)|(?:dont|do not|havent) (?:have|got|own|smoke|drink|use)|(?:wont be|not) bringing)(?<rest>(?: [a-z]+){0,4})$`,
)
const without =
  /^(?:(?:yo|eu|i|we|voy|vou|vamos|viajo|es|somos) )*(?:ningun|ninguna|nenhum|nenhuma|nadie|ninguem|nobody|no|sin|sem|zero|cero|without) (?<rest>[a-z]+(?: [a-z]+){0,2})$/
const asksOfHaving =
  / (?:ten[a-z]*|tien[a-z]+|tem|tens|have|has|got|tra[a-z]+|lev[a-z]+|llev[a-z]+|bring[a-z]*|hay|own|fum[a-z]+|smoke|cig[a-z]+|beb[a-z]+|drinks?|us[ae][a-z]*) /
const children = /^(?:kids?|child|children|hij[oa]s?|nin[oa]s?|nen[ea]s?|filh[oa]s?|criancas?)$/
const more = new RegExp(`^(?:${later}|ningun[oa]?|nenhuma?|any|none|a|o|la|el)$`)

/** "Una nena", "solo un perrito": one of them, unless it is a measure or some of them together. */
const one = new RegExp(
  `^(?:(?:${just}|tengo|tenho|tenemos|temos|i have|we have|quiero|quero|con|com|with) )*(?:una?|uma?|an?|one|1) (?<what>[a-z]{3,})(?: (?:[a-z]{2,}(?:it[oa]|inh[oa])|chic[oa]|pequen[oa]|small|grande|big|nomas|no mas|nada mas|mesmo|so|${later}))*$`,
)
const together =
  /^(?:sol[oa]|poco|poquito|pouco|little|bit|few|momento|segundo|rato|minut\w+|monton|monte|lot|ton|par|couple|pareja|casal|matrimonio|docena|duzia|dozen|cuarto|quarto|quarter|medio|media|mitad|half|tercio|mil|millon|milhao|million|hundred|thousand|grupo|group|familia|family|bunch|tanto|ida|duda|pregunta|question|otr[oa]|mas|dia|day|semana|week|mes|month|ano|year|hora|hour|quincena|fortnight|caja|caixa|box|pack|paquete|pacote|bolsa|bag|bandeja|promo|combo|litro|kilo|quilo|metro|finde|weekend|fin|atado|cajetilla|cajita|maco|carton|caixinha|pacotinho|engradado|fardo|balde|cubeta|six|sixpack|bulto|costal|saco|manojo|racimo|tira|blister|tempao|tiempo|tempo|buen|chingo|chorro|putero|montonazo|tonelada|montao|millar|milheiro|cartela|adult[oa]?s?|personas?|pessoas?|people|grandes?|mayor(?:es)?)$/
const isOne = (said: string, asked: string): boolean => {
  if (oneFor.test(said)) return true
  // "À vista" is no one.
  const { what } = (/(?:^| )an? /.test(said) && !asked.includes(' how many ') ? null : one.exec(said))?.groups ?? {}
  return what !== undefined && (!together.test(what) || asked.includes(` ${what.slice(0, 4)}`))
}

/** "One large one small". */
const severalTold = /(?:^| )(?:una?|uno|uma?|one|an?) .*(?<= )(?:una?|uno|uma?|one|otr[oa]|outr[oa]|another)(?: |$)/
/** "Una mesa larga", where tables were asked for. */
const described =
  /^(?:(?:quiero|quero|i want|necesito|preciso de|solo|so|just|only) )?(?:una?|uma?|an?|one) (?<what>[a-z]{3,})(?: (?!y |e |and |o |ou |or |mas |mais |plus |con |com |with |de |of |per |por |every |cada |medi|mei|half)[a-z]+){0,3}$/
/** "Um de casal". */
const oneOfKind =
  /^(?:(?:quiero|quero|con|com|solo|so|just|only) )*(?:una|uno|um|uma|one)(?: so| sol[oa])? (?:de|of) (?!las |los |l[ao]s |ellos|ellas|eles|elas|them|those|these|cada|each|nos |us )[a-z]{3,}$/
const isOneAsked = (said: string, asked: string): boolean => {
  if (oneOfKind.test(said)) return true
  const { what } = described.exec(said)?.groups ?? {}
  const { of = '' } = asksHowMany.exec(asked)?.groups ?? {}
  return what !== undefined && startOf(of.split(' ')[0]!) === startOf(what)
}
/** "None they glued it". */
const noneBecause = new RegExp(
  `^${nobody} (?!de |of |d[ao]s |mas |mais |more |otr|outr|other|but |pero |solo |so |just |only |si |se |if |o |ou |or |problem|inconvenient|objec|dud|duvid|drama|mejor |melhor )[a-z]+(?: (?!mejor |melhor |pero |mas |but |solo |so |just |only )[a-z]+){0,4}$`,
)

/** "Una para llevar", "um só pra mim". */
const oneFor =
  /^(?:(?:solo|so|just|only|quiero|quero) )*(?:uno|una|um|uma|one)(?: sol[oa]| so| nomas)? (?:al|cuando|quando|when|at|before|after|antes|despues|depois|para|pra|pro|for|con|sin|com|sem|with|without)(?: (?!y |e |and |otr|outr|another|mas |mais )[a-z]+){1,3}$/
const eachFor = /^(?:(?:un|una|uno|um|uma|one|otro|otra|outro|outra|another)|(?<count>\d)) (?:para|pra|pro|pros|for)(?: [a-z]+){1,3}$/
/** "Uno para mí y otro para mi hermana". */
const eachTold = (said: string): number | null => {
  const all = withDigits(said).split(/ (?:y|e|and|mas|mais|plus) /)
  const counts = all.map((each) => eachFor.exec(each)?.groups)
  return all.length > 1 && all.every((each) => eachFor.test(each)) ? counts.reduce((sum, each) => sum + Number(each?.['count'] ?? 1), 0) : null
}

const asksOfOwn = / (?:hij[oa]s|filh[oa]s|kids|children|pets?|mascotas?|animales|animais|bichos|nietos|netos) /
const having = new RegExp(`^(?:(?:${just}|tengo|tenho|i have|tenemos|temos|we have) )+`)
/** "Un perro y dos gatos". */
const ownIn = (said: string, asked: string): number | null => {
  const all = withDigits(said.replace(having, '')).split(/ (?:y|e|and|mas|mais|plus) /)
  if (all.length < 2 || !asksOfOwn.test(asked)) return null
  const counts = all.map((each) => /^(?:(?:una?|uma?|an?)|(?<count>\d)) (?<what>[a-z]{3,})(?: (?:chic[oa]s?|pequen[oa]s?|grandes?))?$/.exec(each)?.groups)
  return counts.every((each) => each !== undefined && !together.test(each['what']!))
    ? counts.reduce((sum, each) => sum + Number(each?.['count'] ?? 1), 0)
    : null
}

/** Nothing but words of the question, however they end. */
const isAsked = (rest: string, asked: string): boolean => {
  const words = asked.split(' ').filter((word) => word.length >= 3)
  return rest
    .trim()
    .split(' ')
    .every(
      (word) =>
        word === '' ||
        more.test(word) ||
        (word.length >= 3 && words.some((each) => startOf(each) === startOf(word) || (children.test(each) && children.test(word)))),
    )
}

/** The number so told, to be read back; null for other texts. `question` is what was asked, if it is known. */
export const countedIn = (text: string, question = ''): number | null => {
  if (text.length > 80 || text.includes('?')) return null
  const said = plainWords(text)
  const found = counted.find(([words]) => words.test(said))?.[1]
  if (found !== undefined) return found
  const asked = wordsAsked(question)
  if (!asksHowMany.test(asked)) return asksHowMuch.test(asked) ? nothingIn(said, asked) : null
  if (!severalTold.test(said) && (isOne(said, asked) || isOneAsked(said, asked))) return 1
  if (noneBecause.test(said) && !/ (?:personas|pessoas|people|guests|invitados) /.test(asked)) return 0
  const own = eachTold(said) ?? ownIn(said, asked)
  if (own !== null) return own
  return nothingIn(said, asked)
}

const asksHowMuch = / (?:cuant[oa]|quant[oa]|how much) /
const refusing =
  /^(?:(?:yo|eu|i|we|la verdad|ya|ja) )*(?:(?:no|nao)(?: (?:me|se|le|nos|lo|la))? (?<verb>[a-z]{3,})|(?:dont|do not|didnt|wont|havent|never) (?<english>[a-z]{3,}))(?: (?!idea|claro|segur|cert|pero |mas |but |hasta |ate |until |todavia |aun |ainda |tanto|mucho|muito|much|many|cuant|quant|how|si |se )[a-z]+){0,3}$/
/** "Sin propina", "nada", "no tomo alcohol". */
const nothingIn = (said: string, asked: string): number | null => {
  if (/^(?:nada|nothing|zero|cero)(?: (?:de nada|por ahora|gracias|mesmo|at all))?$/.test(said)) return 0
  const { verb, english = '' } = refusing.exec(said)?.groups ?? {}
  const refused = verb ?? english
  if (
    refused !== '' &&
    asked.split(' ').some((word) => word.length >= 3 && startOf(word) === startOf(refused)) &&
    !/^(?:se|sei|know|cuan|quan|sab|recuerd|lembr|quier|quer|pued|poss|posso|want|need|tengo|tenho|have)/.test(refused)
  )
    return 0
  const { rest } = (asksOfHaving.test(asked) ? lacking.exec(said)?.groups : undefined) ?? without.exec(said)?.groups ?? {}
  if (rest !== undefined && isAsked(rest, asked)) return 0
  // "Não tem garagem", where its places were asked for.
  const thing = lacking.exec(said)?.groups?.['rest']?.trim().split(' ').at(-1) ?? ''
  return thing.length >= 4 && asked.split(' ').includes(thing) ? 0 : null
}
