import type { MenuOption } from '../engine/menu-content.ts'
import { fold } from './fold.ts'

/**
 * What nearly every business has a row for, and is asked for in quite other words: "¿cuánto sale?" of "Precios", "onde fica?" of "Endereço", "una persona" of
 * "Hablar con un asesor". Counts only where one row alone is about it and nothing else was said.
 */

type Topic = { row: RegExp; said: RegExp }

const words = (list: string): string => `(?:${list.split(' ').join('|')})`

const persons = words(
  'persona personas humano humana alguien asesor asesora agente ejecutivo ejecutiva operador operadora representante recepcion recepcionista secretaria encargado vendedor atendente pessoa alguem recepcao consultor person human agent someone somebody representative rep operator reception receptionist advisor staff',
)
const making = 'agendar|reservar|sacar|pedir|solicitar|programar|marcar|hacer|book|schedule|make'
/** "Una consulta" may also be a question, so it is one only where the row says so. */
const visits = words('cita citas turno turnos hora reserva sesion horario agendamento appointment appointments booking visit reservation')
const asking =
  '(?:(?:hola|oi|y|e|quiero|quisiera|queria|quero|necesito|preciso|gostaria de|me gustaria|puedo|posso|can i|could i|i want|i need|id like|i would like|to|saber|know|de|me|the|el|la|los|las|o|os|a|as|un|una|um|uma|an|your|su|sus) )*'
const closing = '(?: (?:por favor|porfa|please|gracias|thanks|real|de verdad|en vivo|urgente|ahora|hoy|now))*'
const whole = (...kinds: string[]): RegExp => new RegExp(`^${asking}(?:${kinds.join('|')})${closing}$`)

const parcel = '(?:paquete|pedido|envio|compra|orden|encomienda|producto|encomenda|pacote|entrega|order|parcel|package|delivery|stuff)'
const topics: Topic[] = [
  {
    row: /(?:^| )(?:rastrear|rastreo|rastreio|seguimiento|estado|estatus|status|track|tracking|acompanhar|donde esta|onde esta|where)(?= |$)/,
    said: whole(
      `(?:donde|por donde|onde|where|wheres) (?:(?:esta|anda|viene|va|quedo|ta|is|are) )?(?:(?:mi|meu|minha|my|el|o|a|the) )?${parcel}`,
      `(?:cuando|quando|when) (?:me )?(?:llega|chega|will|is|does) (?:(?:mi|meu|minha|my|el|o|a|the) )?${parcel}(?: (?:arrive|coming|arriving|come))?`,
    ),
  },
  {
    row: /(?:^| )(?:precios?|tarifas?|costos?|costes?|valores|precos?|custos?|prices?|pricing|costs?|rates|fees)(?= |$)/,
    said: whole(
      '(?:cuanto|cuantos|quanto) (?:me |te |les? )?(?:cuestan?|valen?|salen?|cobran?|cobras|es|seria|sale|custam?|fica|sai|saem|e)(?: [a-z]+){0,5}',
      'how much(?: (?:is|are|does|do|would|for) [a-z]+(?: [a-z]+){0,4})?',
      'precios?|costos?|costes?|tarifas?|valor(?:es)?|precos?|custos?|prices?|costs?|rates|fees',
    ),
  },
  {
    row: /(?:^| )(?:horarios?|hours|expediente|horas de atencion|schedule)(?= |$)/,
    said: whole(
      '(?:a |hasta |desde |de )*(?:que horas?|cuando|ate que horas?|quando) (?:es que )?(?:abren?|cierran?|atienden?|estan|abrem?|fecham?|atendem?|funcionam?)(?: [a-z]+){0,5}',
      '(?:what time|when|until what time) (?:do|are|does) (?:you|they|it) (?:guys )?(?:open|close|closing|opening|work)(?: [a-z]+){0,3}',
      '(?:abren|atienden|trabajan|estan abiertos|abrem|atendem|are you open|do you open)(?: [a-z]+){0,3}',
      'horarios?|hours|opening times|expediente',
    ),
  },
  {
    row: /^(?!(?:cambi|chang|mudar|alter|actualiz|updat|modific|troca|corr)[a-z]* )(?:.* )?(?:ubicacion(?:es)?|direccion(?:es)?|localizacao|enderecos?|locations?|address(?:es)?|donde estamos|onde estamos|como llegar|como chegar|directions|find us)(?= |$)/,
    said: whole(
      '(?:en |por |a )?(?:donde|onde|adonde) (?:es que )?(?:estan?|quedan?|se ubican?|se encuentran?|los encuentro|atienden|fica|ficam|voces ficam|vcs ficam|voces estao|e|es)(?: [a-z]+){0,4}',
      '(?:como|how do i) (?:llego|llegar|chego|chegar|get)(?: [a-z]+){0,2}',
      'where (?:are|is|r) (?:you|u|it|the)(?: [a-z]+){0,2}',
      'ubicacion|direccion|domicilio|localizacao|endereco|address|location|directions',
    ),
  },
  {
    row: new RegExp(`(?:^| )${persons}(?= |$)`),
    said: whole(
      `(?:(?:hablar|habla|comunicar|comunicarme|comuniqueme|comunicame|comunica|contactar|pasame|paseme|atencion|atendido|falar|fala|conversar|atendimento|talk|speak|chat|connect me|transfer me)(?: (?:con|de|por|com|to|with|a))? )?(?:(?:un|una|um|uma|an|el|la|o|a|algun|algum|alguma|real|any) )*${persons}`,
    ),
  },
  ...[visits, 'consultas?'].map((visit) => ({
    row: new RegExp(`^(?:${making})(?: (?:una?|uma?|an|my|mi))? ${visit}(?= |$)`),
    said: whole(`(?:(?:${making}|apartar|get|have|a|an|una?|uma?) )*(?<=(?:una?|uma?|an?) )${visit}`, `(?:sacar|pedir|solicitar|hacer|apartar|get) ${visit}`),
  })),
]

/** The one row that is about what was asked for; null where none is, or several are. */
export const topicOption = <Option extends MenuOption>(options: Option[], said: string): Option | null => {
  const asked = topics.filter((topic) => topic.said.test(said))
  const found = options.filter(({ label, words: others }) => asked.some(({ row }) => [label, ...others].some((name) => row.test(fold(name)))))
  return found.length === 1 ? found[0]! : null
}
