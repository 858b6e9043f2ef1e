import { wordsAsked } from './beside-the-question.ts'
import { fold, withoutManners } from './fold.ts'

/**
 * "¿Algo más?" is answered by what closes an order: "sería todo", "só isso", "that's it" refuse there what they would take elsewhere, and "listo, gracias"
 * may be either.
 */

const asksForMore =
  / (?:algo mas|algo mais|mais (?:algo|alguma?|coisas?|itens|produtos?)|mas (?:productos?|articulos?|cosas?|consultas?|dudas?)|alguna? otr[oa]|alguma outra|(?:anything|something) (?:else|more)|any other) /
const asksForOther = / (?:otr[oa]s?|outr[oa]s?|another|others?) /
/** "¿Eso es todo?" asks the contrary. */
const asksForAll = / (?:todo|tudo|all|so isso|everything) /

const yet = 'por ahora|por el momento|de momento|por hoy|por enquanto|por hoje|for now|for today|nomas|mesmo|entonces|entao|then|ya|ja'
const that = '(?:eso|ese|esa|esos|esas|esto|isso|isto|esse|essa|that|this|those)'
const closing = [
  `(?:(?:${that} )?(?:es|seria|era|e|serian) )?(?:todo|tudo)`,
  `(?:solo|solamente|unicamente|nomas|nada mas|so|somente|apenas|e so|era so|seria so|just|only) ${that}(?: one)?`,
  `(?:por ahora|por el momento|por hoy|por enquanto|for now) ${that}`,
  `${that} (?:nomas|no mas|nada mas|solo|solamente|so|apenas)`,
  `(?:e|era|seria) so(?: isso)?|so(?: isso)?`,
  `con ${that}(?: (?:basta|alcanza|estoy|estamos|esta|es suficiente|quedo|quedamos))?(?: bien)?`,
  '(?:asi |ya |asi ya )?(?:esta|estoy|estamos|ta|tamos|estou) (?:bien|perfecto|perfeito|ok|otimo|bom|bem)(?: asi| assim)|asi (?:ya )?(?:esta|estoy|estamos) (?:bien|perfecto|ok)',
  'nada (?:mas|mais)|mais nada|nothing (?:else|more)|none',
  '(?:thats|that is|thatll be|that will be|that would be|thatd be) (?:all|it|everything|the lot)',
  '(?:im|i am|we are) (?:good|fine|ok|okay|done|all set|all good)|all (?:good|set|done)',
].join('|')
const closes = new RegExp(`^(?:(?:no|nop|nope|nao|pues|bueno|ok|creo que|acho que|i think|${yet}) )*(?:${closing})(?: (?:${yet}))*$`)

/** They are glad of what there is as well as of more. */
const content =
  /^(?:(?:listo|perfecto|genial|excelente|ok|oki|okay|vale|bien|muy bien|buenisimo|joya|barbaro|beleza|blz|show|otimo|perfeito|certo|isso|isso mesmo|perfect|great|fine|good|cool|awesome|lovely|super|gracias|obrigad[oa]|thanks|thank you)(?: |$))+$/

/** What closes an order says to the question whether there is more of it; null where it was not asked, or something else is said. */
export const nothingElse = (text: string, question: string): 'no' | 'unsure' | null => {
  const asked = wordsAsked(question)
  const isMore = asksForMore.test(asked)
  if (text.includes('?') || asksForAll.test(asked) || !(isMore || asksForOther.test(asked))) return null
  const said = withoutManners(fold(text))
  if (closes.test(said)) return 'no'
  return isMore && content.test(said) ? 'unsure' : null
}
