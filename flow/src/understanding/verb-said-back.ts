import { wordsAsked } from './beside-the-question.ts'
import { plainWords } from './exclaimed-words.ts'
import { fold, withoutManners } from './fold.ts'
import type { YesNo } from './yes-no-lexicon.ts'
import { unbroken } from './word-stems.ts'

/**
 * Answers that say the verb of the question back, in the person of who answers: "consegui" to "Conseguiu?", "sigo interesado" to "¿Sigue interesado?", "ya lo
 * hice" to what was to be done, "incompleto" to "¿llegó completo?".
 */

const ofOneself = /(?:amos|emos|imos|ei|o|e|i)$/
const ofAnother = /(?:ado|ido|io|aste|iste|aron|ieron|ou|eu|iu|as|es|an|en|am|em|ar|er|ir|a|e|o)$/

/** What is left of a verb without its ending, as it sounds: "sig" of "sigo" and "sigue", "conseg" of "consegui" and "conseguiu". */
const stem = (word: string, ending: RegExp): string => {
  const bare = word.replace(ending, '')
  const sounding = unbroken(/^[ei]/.test(word.slice(bare.length)) ? bare.replace(/gu$/, 'g').replace(/qu$/, 'c') : bare)
  // "Mantenho" and "mantém", "mantengo" and "mantiene".
  return sounding.replace(/(?<=[a-z]{3})(?:i?en|e?n[gh])$/, '')
}

/** "Pagué" answers what is done, and not what is wanted: "¿quiere pagar ahora?". */
const past = /[ei]$/

const saysBack = (word: string, asked: readonly string[], isOfDone: boolean): boolean => {
  const own = ofOneself.test(word) && (isOfDone || !past.test(word)) ? stem(word, ofOneself) : ''
  return own.length >= 3 && asked.some((each) => each !== word && ofAnother.test(each) && stem(each, ofAnother) === own)
}

const little =
  /^(?:ya|ja|yo|eu|si|sip|sim|claro|lo|la|los|las|me|le|te|se|nos|o|a|bien|bem|todo|tudo|el|mi|meu|minha|em|en|de|del|con|com|pues|ahora|agora|aun|ainda|todavia|recien|ayer|ontem)$/

/** What was to be done already: "¿ya reinició?", "conseguiu resolver?", "did it arrive?". */
const asksDone =
  / (?:ya|ja|already|yet|did|has|have|ha|han|hizo|pudo|logro|fez|[a-z]{3,}(?:aste|iste|ou|eu|iu|io)|llego|termino|funciono|foi|fue|quedo|ficou|trajo|trajiste|trajeron|trouxe|trouxeram) /
const done =
  /^(?:(?:si|sip|sim|yes|yeah|claro) )?(?:(?:lo |la |los |las |os |as )?(?:traje|trouxe)(?: (?:todo|todos|tudo|comigo|conmigo|si|sim))*|(?:i |ive )?(?:got|have|brought) (?:it|them|everything|it all) (?:with me|here)|(?:ya |ja |ta |esta |tudo |todo |all )*(?:feito|hecho|listo|pago|done|paid|quedo)|(?:ya|ja) (?:me )?(?:(?:lo|la|los|las|o|a|me) )?(?:hice|hicimos|tengo|tenemos|fiz|tenho|esta|esta hecho|quedo|paso|llego|chegou|pude|resolvi|termine)(?: (?:si|sim|todo|tudo|ayer|hoy|hace rato|ontem|hoje))?|i (?:already |just )?(?:did|have)(?: (?:it|that|already))?|(?:i )?just did(?: (?:it|that))?|acab(?:o|amos|ei) de (?:hacer(?:lo|la)?|fazer(?: isso)?)|already (?:did|done|have)(?: (?:it|that))?|deu certo(?: sim)?|(?:you|we|they|it) did|(?:the |my )?(?:issue|problem|all|everything)(?: is| was|s)? (?:solved|fixed|resolved|sorted|done)|all done|(?:it )?(?:already )?(?:came|arrived)(?: (?:yesterday|today|already|this morning))?)$/
const undone =
  /^(?:no |nao |nope )?(?:(?:se me |me |lo |la |los |las |os |as |yo |i |eu |ay |uy |completely |totally |just )*(?:olvido|olvide|esqueci|forgot)(?: (?:completamente|completely|por completo|de|about it|it|them|hoy|hoje|en casa|em casa|at home))*|left (?:it|them) (?:at home|behind|at work)|(?:me |ainda |todavia |aun )*(?:falta$|tengo que hacerlo|tenho que fazer|falta hacerlo|i have to|need to do it)|(?:(?:manana|amanha|hoje|hoy|luego|depois|despues|mas tarde|mais tarde|more|ill|i will|will|lo|la|eu|ya) )*(?:lo hago|la hago|hago|lo voy a hacer|faco|vou fazer|do it|doing it|will do|do that|lo pago|pago)(?: (?:it|manana|amanha|hoje|hoy|luego|depois|despues|tomorrow|tonight|later|today|now|mas tarde|mais tarde|esta noche|esta tarde|hoje a noite|more))+|(?:(?:todavia|aun|ainda|lo|la|los|las|yo|eu|i|we) )*(?:sigo|seguimos|estoy|estamos|to|tou|estou|estamos|im|still) (?:aqui |lo )?(?:esperando|waiting|aguardando)(?:lo|la)?(?: (?:ate agora|hasta ahora|ainda|todavia|for (?:it|him|her|them)))*|nao deu certo|no funciono|(?:still|i ?m still|im|we are still) (?:waiting|nothing)|(?:sigo|seguimos|estoy|estamos|todavia estoy|aun estoy|aun|todavia) esperando|(?:ainda |eu |estou )*esperando(?: ainda)?|(?:todavia|aun|ainda) nada|nothing yet|nada (?:todavia|aun|ainda))(?: .{1,20})?$/
/** "Aún no me depositan". */
const notYet =
  /^(?:(?:no|nao|la verdad|pues|es que|yo|eu|mm) )*(?:todavia|aun|ainda) (?:no|nao)(?: (?!se(?: |$)|sei|sabe|segur|certeza|decid|si(?: |$)|recuerdo|lembro)[a-z]+){1,6}$|^(?:no|nao) (?!se |sei )[a-z]+(?: [a-z]+){0,3} (?:todavia|aun|ainda)$/
/** "Me llegó ayer", of what was to be received; "ya transferí", of what was to be paid. */
const asksArrival = / (?:recib|lleg|receb|cheg|receiv|arriv|got)[a-z]* /
const arrived =
  /^(?:(?:si|sip|sim|yes|ya|ja|recien|recem|acaba de|acabou de|it|they|i|just|me|nos|lo|la) )*(?:llego|llegaron|recibi|recibimos|vi|vimos|llegar|chegou|chegaram|recebi|recebemos|chegar|arrived|came|got|received|turned up|showed up|here)(?: (?:here|it|them|ayer|hoy|recien|recem|bien|todo|completo|perfecto|esta|la|manana|tarde|hace|un|rato|anoche|el|lunes|martes|miercoles|jueves|viernes|sabado|domingo|ontem|hoje|bem|tudo|certinho|direitinho|agora|ha|pouco|yesterday|today|this|morning|just|now|fine|ok|all|good|already))*$/
const asksPayment = / (?:pag|pay|paid|transf|deposit|abon|pix)[a-z]* /
const paid =
  /^(?:(?:si|sip|sim|yes|ya|ja|recien|acabo de|acabei de|i|just|already|have|ive|lo|la|o|te|les) )*(?:transferi|deposite|abone|pague|pagado|transferir|depositar|pagar|transferido|depositado|paguei|depositei|fiz o (?:pix|pagamento|deposito)|mande (?:la transferencia|el comprobante)|mandei o (?:pix|comprovante)|hice (?:la transferencia|el pago|el deposito)|paid|transferred|sent (?:it|the money|the payment))(?: (?:it|ayer|hoy|recien|todo|esta|manana|hace|un|rato|anoche|ontem|hoje|agora|por|el|banco|app|pelo|yesterday|today|this|morning|just|now|already))*$/
const participle = /^(?:(?:ya|ja|todo|tudo|ya esta|ja esta|esta|ta|foi|fue|quedo|problema) )*(?<verb>[a-z]{3,})(?:ad|id)[oa]$/

/** "Lo acabo de reiniciar", "acabei de tentar". */
const justDone =
  /^(?:(?:si|sip|sim|ya|ja|lo|la|los|las|eu|yo|me) )*(?:acabo|acabamos|acabei|termino|terminei|vengo|vuelvo) de (?<verb>[a-z]{3,}?)[aei]r(?:l[aeo]s?|me)?(?: [a-z]+){0,2}$/
/** "Done that", "tried it", to "have you tried it?"; "not tried that yet". */
const inPerfect =
  /^(?<no>(?:no |i |ive )*(?:not|never|havent) )?(?:(?:yes|yeah|yep|i|we|ive|weve|already|just) )*(?<verb>done|did|tried|checked|looked|restarted|reset|seen|read)(?: (?:it|that|this|them|all|so|everything|all that))?(?: yet| already| before)?$/

/** What the business would do, "¿querés que te reserve?": who answers "reservo yo" does it instead. */
const forThem = / que (?:(?:te|le|les|lo|la|los|las|nos|o|a) )*[a-z]+(?= )/g

/** "¿Pudo ingresar?": "pude entrar". */
const asksAble = / (?:pudo|pudiste|pudieron|logro|lograste|conseguiu|conseguiram) /
const able =
  /^(?:(?:si|sip|sim|ya|ja|por fin|al fin|finalmente) )*(?:pude|pudimos|logre|logramos|consegui|conseguimos)(?: (?!pero|mas|no|nao|nada|apenas|solo)[a-z]+){0,4}$/
/** "Tuesday works", where it was asked whether it does. */
const isInThird = (word: string, asked: readonly string[]): boolean => word.endsWith('s') && word.length >= 4 && asked.includes(word.slice(0, -1))

/** "I can come earlier", where it was asked whether they can. */
const helping = /^(?:i|we) (?<verb>can|could|will|would|did|have|am|are|was|were|do) (?<rest>.+)$/
const askedAs: Record<string, string> = { am: 'are', was: 'were' }
const saysHelping = (said: string, asked: readonly string[]): boolean => {
  const { verb = '', rest = '' } = helping.exec(said)?.groups ?? {}
  return rest !== '' && (asked[0] === verb || asked[0] === askedAs[verb]) && rest.split(' ').every((word) => asked.includes(word))
}

const contrary = /^(?:in|im|des|dis|un)(?<word>[a-z]{5,})$/

/** "Si puedo" sets a condition, "si vivo" does not. */
const conditional = /^si (?:puedo|podemos|llego|llegamos|alcanzo|logro|consigo|quiero|queda|quedo|.* .*)$/

/** "Liga sim", "não liga de jeito nenhum", "it won't turn on": the verb as it was asked. */
const inThird =
  /^(?:(?:si|sip|sim|yes|yeah|ella|el|ele|ela|eso|la|lo|me|se|le|todo|tudo) )*(?<verb>[a-z]{3,})(?: (?:si|sip|sim|bien|bem|normal|perfecto|perfeito|perfectamente|normalmente|certinho|direitinho|ok|todo|tudo|muy|muito|mucho|bastante|demasiado|super))+$/
const notInThird =
  /^(?:(?:no|nao|ya|ja|todavia|aun|ainda|ella|el|ele|ela|eso|se|me|le) )*(?:no|nao) (?:(?:se|me|le|ta|esta|esta) )?(?<verb>[a-z]{3,})(?: (?:nada|mas|mais|bien|bem|de jeito nenhum|para nada|nunca|directamente|nem|nao|ainda|todavia|aun|direito|correctamente))*$/
const notInEnglish = /^(?:(?:no|nope|nah) )?(?:it|they|he|she|we|i) (?:wont|doesnt|isnt|cant|dont|arent|didnt|hasnt|havent) (?<rest>[a-z ]+)$/
const asThird = /(?:ando|iendo|endo|indo|aste|iste|ou|eu|iu|io|a|e|o|as|es)$/
const isAskedVerb = (verb: string, asked: readonly string[]): boolean => {
  const own = verb.replace(asThird, '')
  return own.length >= 3 && asked.some((each) => each.replace(asThird, '') === own)
}
/** "Pode ligar", "puede mandarlo", to what would be done. */
const mayDo =
  /^(?:(?:si|sip|sim|claro|dale|ok|isso) )*(?:pode|podem|puede|pueden|podes|puedes) (?:me |nos )?(?<verb>[a-z]{3,}?)[aei]r(?:me|nos|l[aeo]s?)*(?: (?:si|sim|agora|ahora|hoje|hoy|ja|ya|entao|entonces|mesmo|nomas|aqui|aca|ai|por favor|sem problemas?|sin problemas?))*$/
const letsDo = (said: string, asked: readonly string[]): boolean => {
  const { verb } = mayDo.exec(said)?.groups ?? {}
  return verb !== undefined && asked.some((each) => each.startsWith(verb))
}

/** "Aqui não tem porteiro": what was asked about is not there. */
const notThere =
  /^(?:(?:no|nao|nope|aqui|aca|ahi|ai|la|es que|pois|pues|en|el|o|edificio|predio|casa|mi|meu|minha|sorry) )*(?:no (?:hay|tenemos|tengo|tiene)|nao (?:tem|temos|tenho|ha)|(?:there is|theres|i have|weve got|we have) no|(?:we|i|it) (?:dont|doesnt) have|(?:there )?isnt)(?: (?:un|una|um|uma|a|an|any|ningun|ninguna|nenhum|nenhuma|la|el|o|ese|esa))? (?<what>[a-z]{4,})(?: (?:aqui|aca|ahi|ai|la|here|en casa|em casa|en el edificio|no predio))*$/
const isNotThere = (said: string, asked: readonly string[]): boolean => {
  const { what } = notThere.exec(said)?.groups ?? {}
  return what !== undefined && asked.includes(what)
}

/** "Liga", to "ainda liga?": the verb alone, as it was asked of a thing; behind an article it is a noun, and undoing is said in full. */
const alone =
  /^(?:(?:ele|ela|el|ella|ainda|todavia|aun|si|sim|sip|ya|ja|se|me) )*(?<verb>(?!cancel|anul|elimin|borr|desmarc|suspend|apag|exclu)[a-z]{3,}(?:ou|eu|iu|io|[aeo])|faz|tem|vem|doi|sai|da)$/
const determining =
  /^(?:el|la|los|las|o|a|os|as|un|una|um|uma|de|del|da|do|dos|das|en|em|na|no|con|com|para|pra|por|al|ao|mi|su|tu|meu|minha|seu|sua|este|esta|ese|esa|esse|essa|y|e|primera|primeira|otra|outra)$/
const isSaidAlone = (said: string, asked: readonly string[]): boolean => {
  const { verb } = alone.exec(said)?.groups ?? {}
  const at = verb === undefined ? -1 : asked.indexOf(verb)
  return at > 0 && !asked.includes('que') && !determining.test(asked[at - 1]!) && asked[at + 1] !== 'o'
}
const thirdSaidBack = (said: string, asked: readonly string[]): YesNo | null => {
  if (isSaidAlone(said, asked)) return 'yes'
  const told = inThird.exec(said)?.groups?.['verb']
  if ((told !== undefined && isAskedVerb(told, asked)) || (/^(?:hay|tem|ha|tiene|esta|ta)$/.test(said) && asked[0] === said)) return 'yes'
  const refused = notInThird.exec(said)?.groups?.['verb']
  // "No pix" is "in the" of what was asked in Portuguese.
  if (refused !== undefined && isAskedVerb(refused, asked) && asked[asked.indexOf(refused) - 1] !== 'no') return 'no'
  const rest = notInEnglish.exec(said)?.groups?.['rest']?.split(' ')
  return rest?.every((word) => asked.some((each) => each === word || each === `${word}ing` || each === `${word}s`) || /^(?:at|all|anymore|yet)$/.test(word))
    ? 'no'
    : null
}

/** "Pasen nomás", to "¿pasamos hoy?". */
const ordered =
  /^(?:(?:si|sip|sim|simon|dale|claro|ok|obvio|yes) )*(?<verb>[a-z]{3,}?)(?:en|an|e|a|em|am)(?:l[ao]s?|me|melo|mela)?(?: (?:nomas|no mas|por favor|si|sim|tranquil[oa]s?|cuando (?:quieran|quiera|puedan)|quando quiser|ya|ahora|hoy|manana|entonces|entao))*$/
/** "Dejalo en portería", to "¿dejamos el pedido en portería?". */
export const ordersIt = (text: string, question: string): boolean => {
  const [first = '', ...others] = plainWords(text).split(' ')
  const verb = /^(?<verb>[a-z]{3,}?)(?:en|an|e|a|em|am)(?:l[ao]s?|me|nos)*$/.exec(first)?.groups?.['verb']
  if (verb === undefined || others.length === 0 || text.includes('?')) return false
  const asked = wordsAsked(question).trim().split(' ')
  return (
    asked.some((each) => /(?:amos|emos|imos|o)$/.test(each) && each.replace(/(?:amos|emos|imos|o)$/, '') === verb) &&
    others.every((word) => asked.includes(word)) &&
    others.some((word) => word.length >= 4)
  )
}
const isOrdered = (said: string, asked: readonly string[]): boolean => {
  const { verb } = ordered.exec(said)?.groups ?? {}
  if (verb === undefined) return false
  // "Coloca", to "coloco batata?"; "le aparto el azul?".
  const asksFirst = asked.find((each) => !/^(?:le|te|lhe|lo|la|los|las|les|me|entonces|entao|y|e)$/.test(each)) ?? ''
  return (
    asksFirst.replace(/o$/, '') === verb ||
    asked.some(
      (each, at) =>
        (/(?:amos|emos|imos)$/.test(each) || (/[aei]r$/.test(each) && /^(?:podemos|puedo|posso|podriamos)$/.test(asked[at - 1]!))) &&
        each.replace(/(?:amos|emos|imos|[aei]r)$/, '') === verb,
    )
  )
}

/** "¿Se mudó?": the accent tells what is past. */
const preterite = /\p{L}{2}ó(?!\p{L})/u
const asksWhatIsDone = (asked: string, question: string): boolean => asksDone.test(asked) || preterite.test(question)

/** "Fixed it", "moved last year", "still working", to what was asked in these words. */
const englishAlone =
  /^(?:(?:yes|yeah|yep|i|we|its|it|they|just|already|ive|weve|still|is|been|all) )*(?<verb>[a-z]{3,}(?:ed|ing)|took|did|made|got|saw|ate|sent|paid|bought|went|came|brought|had|found|lost|read|rang|spoke|wrote)(?: (?:it|that|them|in|out|up|off|on|now|again|already|fine|ok|yes|yeah|yesterday|today|this morning|last night|earlier|first thing|mine|here|there))*$/
const irregular: Record<string, string> = {
  took: 'take',
  did: 'do',
  made: 'make',
  got: 'get',
  saw: 'see',
  ate: 'eat',
  sent: 'send',
  paid: 'pay',
  bought: 'buy',
  went: 'go',
  came: 'come',
  brought: 'bring',
  found: 'find',
  lost: 'lose',
  rang: 'ring',
  spoke: 'speak',
  wrote: 'write',
}
const saysBackInEnglish = (said: string, asked: readonly string[]): boolean => {
  const { verb } = englishAlone.exec(said)?.groups ?? {}
  if (verb === undefined || !/^(?:did|have|has|is|are|was|were)$/.test(asked[0] ?? '')) return false
  const own = irregular[verb]
  const at = asked.findIndex((each) => each === verb || each === own || each === verb.replace(/d$/, '') || each === verb.replace(/ed$/, ''))
  return (at > 1 && !/^(?:the|a|an|your|to)$/.test(asked[at - 1]!)) || (at > 1 && asked[at - 1] === 'to' && verb.endsWith('ed'))
}

/** "Se olvidaron la salsa", "esqueceram o molho", to whether anything was. */
const asksOfAny = / (?:algo|alguna?|algun|algum|alguma|alguien|alguem|anything|something|any) /
const toldOfAny =
  /^(?:(?:si|sip|sim|yes|me|se|nos|le) )*(?<verb>[a-z]{4,}(?:aron|ieron|aram|eram|iram|ou|eu|iu|io|o)) (?!no |nao |nada|ningun|nenhum|bien|bem|todo|tudo|perfect|ok|sin |sem )[a-z]+(?: [a-z]+){0,3}$/
const tellsOfAny = (said: string, asked: readonly string[]): boolean => {
  const { verb } = toldOfAny.exec(said)?.groups ?? {}
  return verb !== undefined && asked.includes(verb)
}

/** "Nunca troquei", to "trocou?". */
const neverDone =
  /^(?:(?:no|nao|yo|eu|la|lo|o|a) )*(?:nunca|jamas) (?:(?:lo|la|los|las|o|a|os|as|me|he|hemos|habia) )*(?<verb>[a-z]{3,})(?: (?:nada|antes|todavia|ainda|en mi vida|na vida))*$/
const isNeverDone = (said: string, asked: readonly string[]): boolean => {
  const { verb } = neverDone.exec(said)?.groups ?? {}
  return verb !== undefined && saysBack(verb, asked, true)
}
const gotOne = /^(?:(?:yes|yeah|i|ive|we|weve|have) )*got (?:one|it|some|them|that|mine|ours)(?: here| already)?$/

/** What such an answer says; null where it is none of them, or says more. */
export const verbSaidBack = (text: string, question: string): YesNo | null => {
  const whole = wordsAsked(question)
  const asked = whole.replace(forThem, ' ').trim().split(' ')
  const said = withoutManners(fold(text))
  const words = said.split(' ')
  if (text.includes('?') || /(?:^| )(?:yo|eu)$/.test(said) || words.length > 7 || / (?:ou|u|or) /.test(whole)) return null
  const isOfDone = asksWhatIsDone(whole, question)
  if (isOfDone) {
    if (done.test(said)) return 'yes'
    if (undone.test(said) || notYet.test(said)) return 'no'
    const just = justDone.exec(said)?.groups?.['verb']
    if (just !== undefined && asked.some((each) => each.startsWith(just))) return 'yes'
    const perfect = asked[0] === 'have' ? inPerfect.exec(said)?.groups : undefined
    if (perfect !== undefined) return perfect['no'] === undefined ? 'yes' : 'no'
    if ((asksArrival.test(whole) && arrived.test(said)) || (asksPayment.test(whole) && paid.test(said))) return 'yes'
    const { verb } = participle.exec(said)?.groups ?? {}
    if (verb !== undefined && asked.some((each) => each.startsWith(verb))) return 'yes'
  }
  if (saysHelping(said, asked) || isOrdered(said, asked) || letsDo(said, asked)) return 'yes'
  if (isNotThere(said, asked) || isNeverDone(said, asked)) return 'no'
  if (asked[0] === 'have' && asked.includes('got') && gotOne.test(said)) return 'yes'
  if (saysBackInEnglish(said, asked) || (asksOfAny.test(whole) && tellsOfAny(said, asked))) return 'yes'
  const third = thirdSaidBack(said, asked)
  if (third !== null) return third
  if (asksAble.test(whole) && able.test(said)) return 'yes'
  if (asked[0] === 'does' && words.every((word) => isInThird(word, asked) || asked.includes(word)))
    return words.some((word) => isInThird(word, asked)) ? 'yes' : null
  const turned = words.some((word) => asked.includes(contrary.exec(word)?.groups?.['word'] ?? '-'))
  if (turned) return words.every((word) => contrary.test(word) || asked.includes(word) || little.test(word)) ? 'no' : null
  if (conditional.test(said) || !words.some((word) => saysBack(word, asked, isOfDone))) return null
  return words.every((word) => saysBack(word, asked, isOfDone) || little.test(word) || (word.length >= 4 && asked.includes(word))) ? 'yes' : null
}

/** "Ya los borré", to what is yet to be done: no yes to it. A comma makes a yes of the "ya". */
export const tellsDoneUnasked = (text: string, question: string): boolean =>
  /^\P{L}*(?:ya|j[aá])\s+(?:(?:lo|la|los|las|me|le|o|a)\s+)?\p{L}{2,}[eéií]\P{L}*$/iu.test(text) &&
  /[a-z]/.test(wordsAsked(question)) &&
  !asksWhatIsDone(wordsAsked(question), question)
