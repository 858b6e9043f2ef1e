import { aroundLast } from './correction.ts'

/**
 * What customers tell besides the time that they want: why ("entre semana trabajo"), whether it suits ("si no es molestia"), what led them to it
 * ("el jueves es feriado, así que el viernes"). None of it is the time itself, and a time that is found beside it is read back.
 */

const courtesies = [
  'si (?:no )?(?:es|fuera|hay|te|le|les|os|me) (?:(?:mucha? |ningun |algun )?(?:molestia|problema|inconveniente|lio|drama|pedir|molesta|parece|queda|va|viene)(?: bien| bueno)?)(?: a (?:usted|ustedes|vos|ti))?',
  'si esta bien(?: para (?:ti|vos|usted|ustedes))?',
  'se (?:nao )?(?:for|tiver|houver|estiver) (?:incomodar|incomodo|problema|nenhum problema|pedir muito|bom(?: para (?:voce|voces|ti|vcs?))?)',
  'se (?:nao )?(?:incomodar|incomoda|importar)',
  '(?:if|as long as) (?:thats?|its?|this is|that is|it is) (?:ok(?:ay)?|fine|alright|all right|good|not a problem|no (?:problem|bother|trouble)|not too much trouble)(?: (?:with|for|by) you(?: guys)?)?',
  'if you dont mind',
]
const haste = 'lo (?:mas )?(?:antes|pronto|rapido) posible|cuanto antes|o quanto antes|o mais (?:rapido|cedo|breve) possivel|asap|as soon as possible'
const atHome =
  '(?:ya |ja |ai |eu )?(?:estoy|estare|voy a estar|estamos|vamos a estar|estou|to|estarei|vou estar|im|i am|ill be|i will be|were|well be) (?:(?:todo el dia|o dia todo|o dia inteiro|all day) )?(?:en (?:la )?casa|em casa|(?:at )?home|libre|livre|free|de folga|off)(?: (?:todo el dia|o dia todo|o dia inteiro|all day(?: long)?|toda la (?:tarde|manana)|a tarde toda|a manha toda|ese dia|nesse dia|that day))?'
const spoken = new RegExp(`(?<= )(?:${[...courtesies, haste, atHome].join('|')})(?= )`, 'g')

/** A prepared text without what is said out of courtesy or haste. */
export const withoutCourtesies = (words: string): string => {
  if (!/ (?:si|se|if|as|casa|home|libre|livre|free|folga|off|antes|pronto|rapido|posible|possivel|asap) /.test(words)) return words
  const left = words.replace(spoken, ' ').replace(/\s+/g, ' ')
  return left.trim() === '' ? words : left
}

const borders =
  /\s*[,;]\s+|[.…]+\s+|\n|\s+(?=(?:porque|pq|xq|ya que|es que|es q|because|cuz|cause|since|pois|j[aá] que|que (?:salgo|tengo|estoy|es mi|no (?:trabajo|laburo|chambeo))|q (?:salgo|tengo)|que (?:[eé]|saio|tenho) |cuando salgo|quando (?:eu )?saio|when i (?:get|finish|am)|as[ií] (?:despu[eé]s|luego))(?!\p{L}))/iu
const occupied =
  /(?<!\p{L})(?:(?:estoy|estamos|me qued[eé]|nos quedamos) sin \p{L}+|(?:estou|t[oô]|estamos|fiquei) sem \p{L}+|(?:i have|i['’]ve|we have|we['’]ve got|there['’]s) no \p{L}+|trabajo|laburo|chambeo|trabajamos|estudio|entreno|salgo|entro|cobro|tengo (?:clases?|m[eé]dico|dentista|que trabajar|trabajo|reuni[oó]n|reuniones|libre|franco|el d[ií]a libre)|estoy (?:ocupad[oa]|trabajando|de viaje|fuera|libre|de franco|en (?:casa|el trabajo|clases?|la oficina))|es mi (?:d[ií]a libre|franco|hora de almuerzo|descanso)|es feriado|trabalho|trampo|estudo|saio|tenho (?:aula|m[eé]dico|dentista|reuni[aã]o|compromisso|folga)|(?:estou|t[oô]) (?:ocupad[oa]|trabalhando|viajando|de folga|em casa|livre)|[eé] (?:o )?(?:meu dia de|minha) folga|[eé] feriado|i work|i['’]?m (?:working|off|busy|away|at work|free)|i (?:get|am) off|i finish|i have (?:class|classes|school|work|a meeting|meetings|a doctor)|(?:it['’]?s|it is) my day off|is a holiday)(?!\p{L})/iu
const alike = /(?<!\p{L})(?:tambi[eé]n|tamb[eé]m|too|as well|either|\?)(?!\p{L})/iu

/** What is left of a text without the parts that tell when its writer works or rests; null where there are none, or nothing else. */
export const withoutReasons = (text: string): string | null => {
  if (!occupied.test(text) || alike.test(text)) return null
  const parts = text.split(borders)
  const left = parts.filter((part) => !occupied.test(part))
  return left.length === 0 || left.length === parts.length ? null : left.join(', ')
}

const therefore = /(?<=[\p{L}\p{N}.,!])[\s,;.!]+(?:as[ií] (?:que|q)|entonces|por (?:eso|lo tanto)|ent[aã]o|por isso|so|therefore)[\s,]+(?=\S)/giu

/** The parts of a text around the last place where its writer draws a conclusion ("mañana trabajo, así que el viernes"); null where nobody does. */
export const concludedParts = (text: string): ReturnType<typeof aroundLast> => aroundLast(text, therefore)
