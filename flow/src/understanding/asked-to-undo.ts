import { fold } from './fold.ts'

/** "¿Querés cancelar?": who keeps it refuses, whatever they agree to, and who cannot come takes the offer. */

const undoing = /(?<= )(?:cancel|anul|suspend|elimin|borr|desmarc|unsubscrib|delet|baja)[a-z]*/
const keeping =
  /(?<= )(?:voy|ire|iremos|vamos|asist[a-z]+|estar[a-z]+|vou|irei|comparec[a-z]+|attend[a-z]*|com(?:e|ing)|there|pued[a-z]+|podr[a-z]+|posso|poderei|consigo|can|cant|wont|quedo|fico|turno|cita|consulta|appointment|llego|ir|venir|vir|go|confirm[a-z]*|agend[a-z]*|reserv[a-z]*|mant[a-z]+|conserv[a-z]*|keep)(?= )/

const little =
  '(?: (?:por favor|porfavor|porfa|please|pls|plz|pf|pfv|gracias|thanks|thank you|obrigad[oa]|sorry|perdon|disculpa|desculpa|claro|senor|senora|la verdad|actually))*'
const plainYes = new RegExp(`^(?:si|sii+|sip|sisi|sim|yes|yeah|yep|yup|claro|dale|ok)(?: (?:si|sip|sim|yes|yeah))*${little}$`)
const plainNo = new RegExp(`^(?:no|noo+|nop|nope|nah|nao|nono|nonono|naonao)(?: (?:no|nao))*${little}$`)
const refusedTwice = /^(?:no no|nono|nonono|nop|nope|nah|nao nao)(?: no| nao)* (?=\S)/

const keep =
  '(?:mant(?:engo|enemos|ener|er|enela|enelo|enla|enlo|enga|engala|engalo|engamos|enerla|enerlo|eneme|enho|emos|em|enha|endre)|conserv(?:o|a|ar|arla|arlo|ala|alo|emos|arei)|keep(?:ing)?|(?:dej|deix)(?:a|e|ar|al[ao]|arl[ao]|el[ao]|eml[ao])(?= (?:asi|assim|como esta|tal cual|como estaba|como ta)))'
const keeps = new RegExp(
  `^(?:(?:la|lo|los|las|el|o|a|me|mejor|melhor|prefiero|prefiro|preferiria|quiero|queria|quisiera|quero|gostaria de|vou|voy a|vamos a|vamos|pode|puede|puedes|podes|i|ill|i will|we will|id|i would|rather|like|want|to|prefer|please|por favor|lets|im|still|yo|eu|gonna|going) )*${keep}(?: (?:la|lo|el|o|a|mi|meu|minha|my|the|it|that|turno|cita|reserva|consulta|pedido|hora|horario|orden|compra|order|appointment|booking|reservation|asi|assim|como esta|tal cual|como estaba|como ta|por favor|please|igual|nomas|mesmo|then|si|sim|thanks|gracias))*$`,
)
const hindered =
  / (?:(?:no|nao) (?:(?:la|lo|me|nos) )?(?:puedo|podre|podemos|voy|llego|alcanzo|vou|posso|consigo|conseguirei|poderei|preciso|quero|quiero|necesito|vai dar|da)|(?:cant|cannot|wont|dont|couldnt|something|no longer|not)|surgi[oau]+|salio|apareceu|cambi[eo]|mudei) /
const turning =
  / (?:pero|(?<! no [a-z ]{0,24})mas|but|mejor|melhor|cambi[ao]r?[a-z]*|mover[a-z]*|pas[ae][a-z]*|reprogram[a-z]*|reagend[a-z]*|remarc[a-z]*|resched[a-z]*|move|change|mentira|digo|wait|espera|if|cuando|quando) /
const undoingNow =
  /^ (?:por favor |please |me |mejor |just )?(?:cancel|anul|suspend|elimin|borr|desmarc|delet)(?:a|e|en|ar|alo|ala|elo|ela|enlo|enla|arlo|arla|it)?(?= )/

/** "Please go ahead". */
const goesAhead =
  /^(?:(?:yes|yeah|yep|si|sip|sim|claro|please|por favor|porfa) )*(?:go ahead|proceed|do it|do so|adelante|proced[ae]n?|hagal[oa]|hazl[oa]|pode (?:fazer|prosseguir|seguir)|faca isso)(?: (?:please|por favor|thanks|gracias|obrigad[oa]|nomas|sim))*$/

/** What such an answer says; `unsure` where it tells whether one comes, and null where it has to be read as any other. */
export const saidToUndo = (text: string, question: string): 'yes' | 'no' | 'unsure' | null => {
  const asked = ` ${fold(question)} `
  if (!undoing.test(asked)) return null
  const said = fold(text)
  const words = ` ${said} `
  const [first = '', ...others] = text
    .split(/[,.;!\n]+/)
    .map((clause) => fold(clause))
    .filter(Boolean)
  const rest = ` ${others.join(' ')} `
  // "No, cancelala" and "sí, la mantengo" say both.
  if ((plainNo.test(first) && undoingNow.test(rest)) || (plainYes.test(first) && keeps.test(rest.trim()))) return 'unsure'
  if (undoing.test(words)) return null
  if (!text.includes('?') && !turning.test(words)) {
    if (goesAhead.test(said)) return 'yes'
    if (others.length > 0 && plainYes.test(first) && hindered.test(rest) && !/ (?:si|sim|yes|keep|mant[a-z]+) /.test(rest)) return 'yes'
    if (others.length > 0 && plainNo.test(first) && !/ (?:si|sip|sim|yes|no|nao|not|cant|dont|wont) /.test(rest)) return 'no'
    const kept = plainNo.test(first) && others.length > 0 ? rest.trim() : said.replace(refusedTwice, '')
    if (keeps.test(kept)) return 'no'
  }
  return !(plainYes.test(first) || plainNo.test(first)) && keeping.test(words) ? 'unsure' : null
}
