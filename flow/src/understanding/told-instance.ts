import { wordsAsked } from './beside-the-question.ts'
import { plainWords } from './exclaimed-words.ts'

/** What one has of a kind answers whether one has any: "tengo un gato" to "¿Tiene mascotas?", "tomo losartán" to "¿Toma alguna medicación?". */

const kinds = '(?:mascotas?|hijos?|hijas?|filhos?|animales|animais|obra social|prepaga|convenio|plano de saude|pets?|kids|children|insurance)'
const ofKind = new RegExp(` ${kinds} `)
const asksOfAny = new RegExp(` (?:algun|alguna|algunos|algunas|algum|alguma|alguns|algumas|any|alguien|alguem|someone|anyone) | ${kinds} `)
const asksOfHaving = / (?:ten|tien|tenes|tem|tens|hay|cuent|have|has|got)[a-z]* /
const asksOfTaking = / (?:toma|tomas|tomando|usa|usas|usando|consume|uses|take|taking|padece|padeces|sufre|sufres|sofre|suffer) /
/** Another wish, or less than was asked for. */
const otherwise =
  /(?:^| )(?:no|nao|not|never|nunca|dud\w+|duvid\w+|pregunt\w+|pergunt\w+|question\w*|consulta|que|poc[oa]s?|pouc[oa]s?|solo|so|only|otr[oa]s?|outr[oa]s?|another|pero|mas|but|si|se|if|cuando|quando|when|un rato|momento|segundo|idea|ideia|nada|cero|zero|ningun\w*|nenhum\w*|none|problemas?|to|entendid\w+|ganas|miedo|medo|turno|cita|todo|tudo|everything|claro|clara)(?: |$)/
const having =
  /^(?:(?:si|sip|sim|yes|yo|eu|nosotros|claro|pues|i|we) )*(?:tengo|tenemos|tenho|temos|have|ive got|got|cuento con|hay|tem|theres)(?: (?!\d)[a-z]+){1,4}$/
const taking =
  /^(?:(?:si|sip|sim|yes|yo|eu|claro|i) )*(?:tomo|uso|consumo|padezco|sufro|sofro|take|im taking|use|estoy tomando|estou tomando|to tomando)(?: [a-z0-9]+){1,4}$/
const owned =
  /^(?:una?|uma?|an?|dos|tres|dois|duas|two|three|[1-9])(?: (?!semana|mes|ano|dia|hora|year|month|week|day|poco|pouco|little|bit|few|vez|time)[a-z]+){1,3}$/

/** Whether something of the kind that was asked about is told. */
export const tellsOfOne = (text: string, question: string): boolean => {
  if (text.length > 60 || text.includes('?')) return false
  const asked = wordsAsked(question)
  if (!asksOfAny.test(asked) || / (?:o|u|ou|or) /.test(asked.replace(/ o (?=senhor|que|seu|teu) /g, ' '))) return false
  const said = plainWords(text)
  if (otherwise.test(said)) return false
  return (asksOfHaving.test(asked) && (having.test(said) || (ofKind.test(asked) && owned.test(said)))) || (asksOfTaking.test(asked) && taking.test(said))
}

const being =
  /^(?:(?:si|sip|sim|yes|yeah|ya|ja|yo|eu) )*(?:soy|sou|somos|im|i am|we are) (?:[a-z]+ )?(?<what>[a-z]{5,})(?: (?:ha|hace|desde|de|for|since|faz) [a-z0-9 ]+)?$/

/** "Sou cliente há anos", where that was asked. */
export const isSuch = (text: string, question: string): boolean => {
  const { what } = being.exec(plainWords(text))?.groups ?? {}
  return (
    what !== undefined &&
    !text.includes('?') &&
    wordsAsked(question).includes(` ${what} `) &&
    !/ (?:o|u|ou|or) [a-z]+ /.test(wordsAsked(question).replace(/ o (?=senhor )/, ' '))
  )
}
