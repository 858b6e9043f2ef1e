import type { MenuOption } from '../engine/menu-content.ts'
import { only } from './option-names.ts'

/** The rows that stand for all that the others are not: "Otro motivo", "Ninguno", "Cualquiera", "Talvez". */

const other = 'otr[oa]s?|outr[oa]s?|other|another'
const otherThan = 'something else|anything else|algo mas|algo distinto|algo diferente|algo mais'
const anything =
  'cosas?|temas?|motivos?|asuntos?|consultas?|razon|servicios?|opcion|tramites?|coisas?|assuntos?|razao|servicos?|opcao|things?|reasons?|topics?|matters?|issues?|questions?|services?|option'
const asksOther = new RegExp(
  `^(?:(?:es|e|its|por|sobre|about|for|quiero|quero|necesito|preciso|i need|i want|tengo|para|pra|una?|uma?|an|la|el|a|o|the|alguna?|some|de) )*(?:(?:${other}) (?:${anything})|${otherThan})$`,
)
const isOtherRow = new RegExp(`^(?:(?:una?|uma?|an|alguna?|some|quiero|quero) )?(?:${other}|${otherThan})(?: |$)`)

const loneOther = new RegExp(`^(?:${other})$`)
const namesOther = new RegExp(`^(?:${other}) `)

/** "Otra cosa" of "Otro motivo", where one row alone is for all that the others are not; "otro" alone of "Otra consulta". */
export const otherOption = <Option extends MenuOption>(options: Option[], said: string): Option | null => {
  if (loneOther.test(said)) return only(options, (name) => namesOther.test(name))
  return asksOther.test(said) ? only(options, (name) => isOtherRow.test(name)) : null
}

const those =
  '(?: (?:de (?:esos|esas|estos|estas|ellos|los anteriores|las anteriores|as anteriores)|d(?:ess|est)[ae]s|of (?:those|these|them|the above)|das anteriores))'
const noneOfThose = new RegExp(`^(?:ningun[oa]?|nenhuma?|none|neither)${those}$`)
const none = new RegExp(
  `^(?:(?:no|nao|i|eu|yo|quiero|quero|want|need|es|e) )*(?:nada|ningun[oa]?|nenhuma?|none|nothing|neither)(?:${those})?(?: (?:por ahora|por enquanto|mas|mais|adicional|extra|else))*$|^(?:sin|sem|without|no) (?:adicional(?:es)?|extras?|nada|agregados?|toppings?)$`,
)
const noneRow = /^(?:ningun[oa]?|nenhuma?|none|nada|nothing|neither|sin (?:adicional|agregado|extra)\w*|sem (?:adicional|extra)\w*|no extras?)\b/

const any =
  /^(?:(?:para mi|pra mim|por mi|es|e|con|com|i|me|a mi|honestly) )*(?:tanto faz|cualquiera(?: de (?:los|las) (?:dos|tres|2|3))?|qualquer (?:um|uma)|me es igual|(?:me )?da (?:igual|lo mismo|no mesmo)|lo que sea|(?:el|la|o|a) que (?:sea|for|tenga|tiver|este|estiver|atienda|atender|puder|pueda)(?: [a-z]+){0,2}|quem (?:tiver|estiver|puder|atender)(?: [a-z]+){0,2}|any(?: one)?|anyone|either(?: one)?|whichever|whoever(?: [a-z]+){0,3}|whatever|(?:dont|do not) (?:mind|care)|no preference|sin preferencia|sem preferencia|no importa|nao importa|indiferente|first available)$/
const anyRow =
  /^(?:cualquiera|qualquer|any|anyone|no preference|sin preferencia|sem preferencia|indistint[oa]|indiferente|me da igual|tanto faz|either|no importa|(?:el )?primero disponible|first available|o primeiro disponivel)\b/

const later =
  /^(?:(?:eu|yo|i|todavia|ainda|aun|still) )*(?:vou ver|voy a ver|vamos a ver|vamos ver|vere|let me (?:see|think|check)|ill (?:see|think about it|check|have to check)|vou pensar|lo (?:voy a pensar|pienso|tengo que pensar)|tengo que (?:ver|pensarlo)|preciso ver|tenho que ver|depende|it depends)(?: (?:ainda|todavia|si puedo|se consigo|se posso|primero|primeiro|bien|melhor|(?:y|e) (?:te|les|aviso|falo|digo|ya)+(?: [a-z]+)?))*$/
const laterRow = /^(?:talvez|quizas?|tal vez|maybe|puede ser|(?:ainda )?nao sei|(?:todavia )?no se|not sure|perhaps)\b/

/** Who wants none, any, or cannot tell yet means the row that says so; whoever cannot tell yet means no other one. */
export const restOption = <Option extends MenuOption>(options: Option[], said: string): Option | 'unsure' | null => {
  if (none.test(said)) return only(options, (name) => noneRow.test(name))
  if (any.test(said)) return only(options, (name) => anyRow.test(name))
  return later.test(said) ? (only(options, (name) => laterRow.test(name)) ?? 'unsure') : null
}

/** "None of these" may mean the row for something else. */
export const perhapsOther = <Option extends MenuOption>(options: Option[], said: string): Option | null =>
  noneOfThose.test(said) ? only(options, (name) => isOtherRow.test(name)) : null
