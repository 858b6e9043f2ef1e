import { wordsAsked } from './beside-the-question.ts'
import { plainWords } from './exclaimed-words.ts'

/** What hinders is told before the refusal: "ese día trabajo, no puedo", "tô viajando, não consigo", "I'm away so I can't make it". */

const when =
  '(?:el|la|los|las|a|en|por|para|de|ese|esa|este|esta|eso|que|hoy|ahora|manana|ya|yo|es|si que|justo|justamente|lunes|martes|miercoles|jueves|viernes|sabado|domingo|dia|hora|horario|fecha|tarde|noche|semana|finde|o|as|ao|na|no|nesse|nessa|neste|nesta|esse|essa|hoje|amanha|eu|segunda|terca|quarta|quinta|sexta|feira|i|that|this|on|at|the|so|day|time|then|today|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|unfortunately|lamentablemente|infelizmente|sorry|perdon|desculpa|lo siento|siento|porque|pq|pois|because|\\d{1,2}(?:hs?|am|pm)?)'
const hindrance =
  '(?:(?:se )?(?:me|nos) [a-z]{3,}|(?:se )?(?:mi|meu|minha|my) [a-z]+(?= .* )|tuve|tuvimos|tive|tivemos|fiquei|estaba|estava|aconteceu|paso algo|(?:me |nos )?(?:trabajo|trabajamos|laburo|laburamos|chambeo|estudio|curso|rindo|viajo|viajamos|salgo|salimos|estoy|estamos|estare|estaremos|ando|andamos|tengo|tenemos|toca|cuido|queda lejos|voy a (?:estar|trabajar|viajar)|salio|surgio|trabalho|trabalhamos|to|tou|tamos|estou|estarei|estaremos|tenho|temos|vou (?:estar|viajar|trabalhar)|viajamos|surgiu|apareceu)|(?:im|i am|we are|were|ill|i will|well|ive|we have|i have|have|got|i ?ve got|i work|we work|work|working|away|out of town|something came))'
const able =
  '(?:ir|venir|asistir|llegar|estar|pasar|atender|hacerlo|salir|ahi|alla|ese dia|esa hora|a esa hora|en ese horario|hoy|manana|vir|chegar|comparecer|atender|la|ai|nesse dia|nesse horario|esse dia|hoje|amanha|pra mim|para mi)'
const refusal = [
  `(?:no|nao) (?:(?:me|lo|la|nos|te) )?(?:puedo|podemos|podre|podremos|podria|voy a (?:poder|llegar|ir)|llego|llegamos|alcanzo|alcanzamos|voy|posso|podemos|poderei|consigo|conseguimos|conseguirei|vou (?:poder|conseguir|ir)|vai (?:dar|rolar)|da|rola|tem como|hay (?:forma|manera|modo|chance|caso))(?: ${able})*`,
  '(?:i |we )?(?:cant|cannot|can not|wont|couldnt|wont be able)(?: (?:to|make|it|do|come|go|attend|that|then|be|able|there|day|time|today|tomorrow|im afraid|sorry))*',
  '(?:se me hace |me es |es |e |fica |its )?(?:imposible|impossivel|impossible)(?: (?:para mi|pra mim|for me))?',
].join('|')
const linking =
  '(?:asi que|por eso|entonces|entao|por isso|so|sorry|perdon|desculpa|lo siento|lamentablemente|infelizmente|unfortunately|therefore|y|e|and|mismo|mesmo)'
const told = new RegExp(`^(?:${when} )*(?:${hindrance})(?<reason>(?: (?!${linking} )[a-z0-9]+){0,9}?)(?: ${linking})* (?:${refusal})$`)
const atThatTime = new RegExp(
  `^(?:${when} )+(?:se me hace |me es |es |e |fica |its )?(?:imposible|impossivel|impossible)$|^(?:imposible|impossivel|impossible)(?: ${when})+$`,
)

/** It may depend, or be another who is hindered. */
const turning =
  / (?:pero|mas|but|si|sip|sim|yes|se|if|when|cuando|quando|unless|salvo|excepto|solo|only|so se|no|nao|not|dont|dudas?|duvidas?|question|pregunta|pergunta|idea|ideia|luego|despues|depois|va|viene|ira|puede|vai|vem|pode|can|will|goes|(?<!(?:asi|tengo|tenemos|tenho|temos|hay|ya) )que) /
const asksOfHelp = / (?:ayud|ajud|help|problem|asist(?=en)|soport|suport)[a-z]* /

/** Whether a hindrance and a refusal after it are all that is said. */
export const isHindered = (text: string, question: string): boolean => {
  if (text.length > 120 || text.includes('?')) return false
  const said = plainWords(text)
  if (!/(?:^| )(?:no|nao|cant|cannot|can not|wont|couldnt|impos[a-z]+) ?/.test(said) || asksOfHelp.test(wordsAsked(question))) return false
  const { reason } = told.exec(said)?.groups ?? {}
  return reason === undefined ? atThatTime.test(said) : !turning.test(`${reason} `)
}
