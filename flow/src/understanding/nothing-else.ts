import { wordsAsked } from './beside-the-question.ts'
import { plainWords } from './exclaimed-words.ts'

/**
 * "¿Algo más?" is answered by what closes an order: "sería todo", "só isso", "that's it" refuse there what they would take elsewhere, and "listo, gracias"
 * may be either.
 */

const asksForMore =
  / (?:algo mas|algo mais|mais (?:algo|alguma?|coisas?|itens|produtos?)|mas (?:productos?|articulos?|cosas?|consultas?|dudas?)|alguna? otr[oa]|alguma outra|(?:anything|something) (?:else|more)|any other) /
/** "¿Desea agregar una bebida?" is declined by what closes the order, unless it asks whether all is right so. */
const asksToAdd = / (?:agreg|anad|inclu|adicion|acrescent|add|upgrad)[a-z]* (?!pedido |order )/
const asksRight = / (?:bien|bem|ok|okay|right|all right|alright|correct[oa]?|cert[oa]|de acuerdo|de acordo|mind|parece|acha) /
/** "Would you like fries?": "I'm good". */
const offers = / (?:would you|do you want|(?:can|could|shall|should|may) (?:we|i)|fancy|need|want|like) /
const ofOneself =
  /^(?:(?:no|nah|nope|no worries|i think|oh) )*(?:im|i am|were|we are) (?:all )?(?:good|fine|ok|okay|set|all right|alright|sorted|covered)(?: (?:for now|for today|now|right now|at the moment|as is|like this|as it is|actually))*$/
const asksForOther = / (?:otr[oa]s?|outr[oa]s?|another|others?) /
/** "¿Eso es todo?" asks the contrary. */
const asksForAll = / (?:todo|tudo|all|so isso|everything) /

const yet = 'por ahora|por el momento|de momento|por hoy|por enquanto|por hoje|for now|for today|nomas|mesmo|entonces|entao|then|ya|ja|ta|cheers'
const that = '(?:eso|ese|esa|esos|esas|esto|isso|isto|esse|essa|that|this|those)'
const closing = [
  `(?:(?:${that} )?(?:es|seria|era|e|serian) )?(?:todo|tudo)`,
  `(?:solo|solamente|unicamente|nomas|nada mas|so|somente|apenas|e so|era so|seria so|just|only) ${that}(?: one)?`,
  `(?:por ahora|por el momento|por hoy|por enquanto|for now) ${that}`,
  `${that} (?:nomas|no mas|nada mas|solo|solamente|so|apenas)`,
  `(?:e|era|seria) so(?: isso)?|so(?: isso)?|(?:por (?:ahora|enquanto|hoje) )?(?:e|era|es) so`,
  `con ${that}(?: (?:basta|alcanza|estoy|estamos|esta|es suficiente|quedo|quedamos))?(?: bien)?`,
  '(?:asi |ya |asi ya )?(?:esta|estoy|estamos|ta|tamos|estou) (?:bien|perfecto|perfeito|ok|otimo|bom|bem)(?: asi| assim)',
  '(?:asi|assim) (?:ya |ja |mismo |mesmo )?(?:esta|estoy|estamos|ta|tamos|estou|queda|quedo|quedamos|fica|me quedo) (?:bien|bem|bom|perfecto|perfeito|ok|otimo|genial|joya|buenisimo|barbaro|listo|tudo bem)|(?:asi|assim) (?:nomas|no mas|nada mas|mismo|mesmo|tal cual)|(?:so|apenas|solo|solamente) (?:o|lo) que (?:pedi|ya pedi|esta|ta)',
  '(?:thats|that is) me(?: done)?|nada (?:mas|mais)|mais nada|nothing (?:else|more)|none',
  '(?:thats|that is|thatll be|that will be|that would be|thatd be) (?:all|it|everything|the lot)',
  '(?:im|i am|were|we are) (?:good|fine|ok|okay|done|all set|all good)|all (?:good|set|done)',
].join('|')
const closes = new RegExp(
  `^(?:(?:no|nop|nope|nao|pues|bueno|ok|listo|dale|perfecto|genial|fechou|beleza|blz|show|certo|isso|great|perfect|nah|creo que|acho que|i think|${yet}) )*(?:${closing})(?: (?:${yet}))*$`,
)

/** They are glad of what there is as well as of more. */
const content =
  /^(?:(?:listo|perfecto|genial|excelente|ok|oki|okay|vale|bien|muy bien|buenisimo|joya|barbaro|beleza|blz|show|otimo|perfeito|certo|isso|isso mesmo|perfect|great|fine|good|cool|awesome|lovely|super|gracias|obrigad[oa]|thanks|thank you)(?: |$))+$/

/** "Nop, todo bien gracias". */
const refusedWell =
  /^(?:no|nop|nope|nao|nah) (?:(?:por ahora|por hoy|asi|esta|ta|ya|its|estamos|estoy|estou|muy|muito) )*(?:todo|tudo|all)? ?(?:bien|bem|certo|certinho|ok|good|perfecto|perfeito|tranquil[oa]|claro|listo|great|fine)(?: (?:por ahora|por hoje|por hoy|por enquanto|for now|asi|assim))*$/

/** "All good" takes a thing or leaves it. */
const isWell = /^(?:(?:its|everything is|everythings|thats|no|its all) )*all (?:good|fine|set|done)$/
const offersThing = / (?:would you like|do you want|(?:can|could|may) (?:we|i) (?:get|offer|bring|help)|need) /

/** What closes an order says to the question whether there is more of it; null where it was not asked, or something else is said. */
export const nothingElse = (text: string, question: string): 'no' | 'unsure' | null => {
  const asked = wordsAsked(question)
  const isMore = asksForMore.test(asked)
  if (text.includes('?')) return null
  const said = plainWords(text)
  if (offers.test(asked) && !asksRight.test(asked) && ofOneself.test(said)) return 'no'
  if (offersThing.test(asked) && !asksRight.test(asked) && isWell.test(said)) return /^(?:no|nope|nah)/.test(said) ? 'no' : 'unsure'
  const isOfMore = isMore || asksForOther.test(asked) || (asksToAdd.test(asked) && !asksRight.test(asked))
  if (!isOfMore || asksForAll.test(asked)) return null
  if (closes.test(said) || (isMore && refusedWell.test(said))) return 'no'
  return isMore && content.test(said) ? 'unsure' : null
}
