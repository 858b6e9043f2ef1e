import { wordsAsked } from './beside-the-question.ts'
import { asksOfCompany } from './counted-people.ts'
import { startOf } from './counted-words.ts'
import { plainWords } from './exclaimed-words.ts'
import { ordinalWord } from './number-words.ts'

/** Numbers that only the question makes of words without any: the ground floor, paid at once, the second dose. Always read back. */

const asksFloor = / (?:pisos?|andar|planta|floor|storey|pavimento) /
const ground =
  /^(?:(?:es|e|en|no|na|on|the|la|el|o|vivo|moro|estoy|estou|im|its|fica|queda|in) )*(?:planta baja|pb|piso bajo|terreo|ground(?: floor)?)(?: [a-z])?$/

const floors = /(?:^| )(?:(?<before>\d{1,2})(?:o|a|er|ro|do|to|vo|no|st|nd|rd|th)? (?:piso|andar|floor)|(?:piso|andar|floor) (?<after>\d{1,2}))(?= |$)/
/** "4 andar apto 42". */
const floorTold = (said: string): number | null => {
  const { before, after } = floors.exec(said)?.groups ?? {}
  const told = before ?? after
  return told === undefined ? null : Number(told)
}

const asksParts = / (?:cuotas?|vezes|parcel[a-z]+|pagos|pagamentos|installments?|instalments?|payments?) /
const atOnce =
  /^(?:(?:(?:sin|sem|no) (?:cuotas|parcelas|parcelar|installments?|instalments?)|prefiero|prefiro|quiero|quero|pago|vou pagar|voy a pagar|va a ser|vai ser|sera|seria|todo|tudo|mejor|melhor|pay|ill pay|pay it|just|all|en|in|de|a|solo) )*(?:al? vista|al? contado|vista|contado|(?:un|1) (?:solo )?pago|una sola(?: vez| cuota)?|uma(?: vez)? so|uma vez|in full|full|at once|upfront|one go|one payment|(?:sin|sem|no) (?:cuotas|parcelas|parcelar|installments?))(?: (?:no|por|via|com|con)? ?(?:pix|debito|efectivo|dinheiro|cash|mesmo|msm|nomas))?$/

/** "Nothing to check", "nada para despachar". */
const nothing = /^(?:(?:no|nao) (?:tengo|llevo|traigo|tenho|levo|hay|tem) )?(?:nothing|nada)(?: (?:to|para|pra|que|por|de) [a-z]+)?$/

/** "Once", "twice a week"; "once" is eleven in Spanish. */
const asksTimes =
  / (?:how many times|how often|cuantas veces|quantas vezes|times|per week|per day|a week|a day|a month|por semana|a la semana|al dia|por dia|al mes|por mes) /
const times =
  /^(?:(?:just|only|maybe|about|like|already|ive|called|been|it|was|so far|more than) )*(?:(?<one>once)|(?<two>twice)|(?<three>thrice))(?: (?:already|so far|now|before|only|i think|or so|(?:a|per|every|last|this) (?:day|week|month|year)))*$/

const asksVisits = / (?:veces|vezes|times) /
const never = /^(?:(?:yo|eu|i|ive|pues|la verdad) )*(?:nunca|jamas|never)(?: [a-z]+){0,3}$/

/** "Martes y jueves" are two classes a week. */
const asksPerWeek = / (?:por semana|a la semana|per week|a week|semanales|semanais|weekly|cada semana|each week|every week) /
const weekday =
  /(?<= )(?:lun(?:es)?|mar(?:tes)?|mie(?:rcoles)?|juev?(?:es)?|vier?(?:nes)?|sab(?:ado)?s?|dom(?:ingo)?s?|seg(?:unda)?s?|ter(?:ca)?s?|quartas?|qua|quintas?|qui|sextas?|sex|mon(?:day)?s?|tue?s?(?:day)?s?|wed(?:nesday)?s?|thu(?:r?s)?(?:day)?s?|fri(?:day)?s?|sat(?:urday)?s?|sun(?:day)?s?)(?= )/g
const beside = /(?<= )(?:y|e|and|el|los|la|las|on|na|nas|as|a|feiras?|solo|so|only|just|de tarde|por la tarde|a tarde|mornings?|evenings?)(?= )/g
const weekdaysTold = (said: string): number | null => {
  const days = new Set((` ${said} `.match(weekday) ?? []).map((day) => day.slice(0, 3)))
  return days.size >= 2 && ` ${said} `.replace(weekday, ' ').replace(beside, ' ').trim() === '' ? days.size : null
}

const asksBabies = / (?:bebes?|bab(?:y|ies)|hij[oa]s|filh[oa]s|nin[oa]s|criancas|kids|children) /
const twins = /^(?:(?:son|sao|its|theyre|tengo|tenho|espero|uns|unos|i have) )*(?:gemel[oa]s|melliz[oa]s|geme[oa]s|twins)$/

const asksAge = / (?:how old|que edad|edad|idade|age|cuantos anos|quantos anos) /
const oneYear =
  /^(?:(?:tiene|tem|tengo|casi|quase|about|almost|shes|hes|ya|ja) )*(?:un|um|a|one) (?:ano|anito|aninho|year)(?: (?:old|recien|ya|ja|apenas|now|cumplido))?$/

/** "Nada", to what is owed. */
const asksOwed = / (?:deb[a-z]+|adeud[a-z]+|deve[a-z]*|devo|owe[ds]?) /
const owesNothing =
  /^(?:(?:no|nao|eu|yo|i) )*(?:(?:debo|devo|owe|dont owe) )?(?:nada|nothing|anything)(?: (?:ya|ja|all|todo|tudo|it is|its|i|we|ive|already|have|pago|paid|pague|paguei|pagado|quitei|esta|ta))*$/

const asksSiblings = / (?:herman[oa]s|irma[ao]?s|irmaos|siblings|brothers|sisters) /
const onlyChild = /^(?:(?:es|soy|e|sou|im|shes|hes|i am|she is|he is|an|the|ella|ele|ela|el) )*(?:hij[oa] unic[oa]|filh[oa] unic[oa]|only child)$/

/** "Vivo solo", where it is asked who else there is. */
const alone =
  /^(?:(?:yo|eu|i|im|ill|id) )*(?:(?:vivo|moro|live|vengo|voy|vou|ire|irei|viajo|vengo|estoy|estou|to|come|coming|going|be|am|travelling|traveling) )*(?:yo )?(?:sol[oa]|solit[oa]|sozinh[oa]|alone|by myself|on my own)(?: (?:nomas|mismo|mesmo|por ahora))?$|^(?:(?:solo|solamente|nomas|so|somente|just|only) )+(?:yo|eu|me|myself)(?: (?:nomas|mismo|mesmo|msm))?$/

const thisOne =
  /^(?:(?:solo|so|just|only|apenas|solamente|nada mas|nomas) )*(?:(?:this|este|esta|esse|essa|the|el|la|o|a) (?:(?<what>mes|ano|semana|dia|month|year|week|day|noche|noite|night)|last(?: one)?|ultim[oa]))(?: (?:so|solo|nomas|only|mesmo|pasad[oa]|passad[oa]))*$/
/** "Esse mês só" is one of the months that were asked for. */
const tonight =
  /^(?:solo|so|just|only|apenas|solamente|nomas) (?:por )?(?:hoy|hoje|today|tonight|esta noche|essa noite|esta noite|1 noche)(?: (?:mesmo|nomas))?$/
const asksNights = / (?:noches|noites|diarias|dias|nights|days) /
const asksLeft = / (?:falt[a-z]*|qued[a-z]*|rest[a-z]*|left|remain[a-z]*|missing) /
const thisOneTold = (said: string, asked: string): number | null => {
  if (tonight.test(said) && asksNights.test(asked)) return 1
  const found = thisOne.exec(said)?.groups
  if (found === undefined || !/ (?:cuant[oa]s|quant[oa]s|how many) /.test(asked)) return null
  if (found['what'] === undefined) return asksLeft.test(asked) ? 1 : null
  return asked.split(' ').some((word) => startOf(word) === startOf(found['what']!)) ? 1 : null
}

/** Where the place in a row is how many there are: of floors, doses, months. */
const asksPlace =
  / (?:times|veces|vezes|pisos?|andar|planta|floor|dos[ie]s|doses|vacunas|vacinas|shots|mes|meses|months?|semanas?|weeks?|trimestre|trimester|cuatrimestre|semestre|semester|periodo|ciclo|serie|grado|grade|ano|year|curso|nivel|level|sesion|sesiones|sessao|sessoes|sessions?) /
const besidePlace =
  /^(?:el|la|lo|los|o|a|the|en|em|no|na|on|in|del?|do|da|al?|of|to|mi|minha|meu|my|voy|vou|vamos|por|para|pra|estoy|estou|to|ta|esta|im|i|am|is|es|e|vivo|moro|live|soy|sou|solo|so|apenas|just|only|had|got|have|ya|ja|already|ive|entrando|entre|entrei|cursando|cursa|hace|faz|fazendo|hago|llevo|tengo|tenho|tem|tiene|tome|tomei|tomou|puse|recibi|recebi|ahora|agora|now|hoy|hoje|piso|andar|planta|floor|dosis|dose|shot|mes|month|semana|week|trimestre|trimester|grado|grade|ano|year|curso|nivel|level|sesion|sessao|session|semestre|semester|cuatrimestre|periodo|ciclo|serie|facultad|faculdade|carrera|one|shes|hes|she|he|ella|ele|ela|this|that|time|vez|currently|primaria|secundaria|fundamental|[a-h]|apto|dpto|depto|letra|puerta)$/

const placeTold = (said: string): number | null => {
  const words = said.split(' ')
  const places = words.map(ordinalWord).filter((place) => place !== null)
  return words.length <= 8 && places.length === 1 && words.every((word) => ordinalWord(word) !== null || besidePlace.test(word)) ? places[0]! : null
}

/** The number so told; null for other words and questions. */
export const countedAsAsked = (text: string, question: string): number | null => {
  if (text.length > 80 || text.includes('?')) return null
  const [asked, said] = [wordsAsked(question), plainWords(text)]
  if (/\d/.test(text)) return asksFloor.test(asked) ? floorTold(said) : null
  if (asksOfCompany.test(asked) && alone.test(said)) return 0
  if (asksFloor.test(asked) && ground.test(said)) return 0
  if (asksParts.test(asked) && atOnce.test(said)) return 1
  const often = asksTimes.test(asked) ? times.exec(said)?.groups : undefined
  if (often !== undefined) return often['one'] !== undefined ? 1 : often['two'] !== undefined ? 2 : 3
  if (asksVisits.test(asked) && never.test(said)) return 0
  const weekdays = asksPerWeek.test(asked) ? weekdaysTold(said) : null
  if (weekdays !== null) return weekdays
  if (asksBabies.test(asked) && twins.test(said)) return 2
  if (asksAge.test(asked) && oneYear.test(said)) return 1
  if (asksOwed.test(asked) && owesNothing.test(said)) return 0
  if (asksSiblings.test(asked) && onlyChild.test(said)) return 0
  if (nothing.test(said)) return / (?:cuant[oa]s|quant[oa]s|how many) /.test(asked) ? 0 : null
  return thisOneTold(said, asked) ?? (asksPlace.test(asked) ? placeTold(said) : null)
}
