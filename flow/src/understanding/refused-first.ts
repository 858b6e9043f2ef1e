import { fold } from './fold.ts'

/** The refusal before another wish: "no voy a poder ir, lo podemos pasar?". */

const refusal =
  /^(?:(?:hola|buenas|perdon|disculpa|disculpe|desculpa|sorry|lo siento|hi|oi|ola|la verdad|uy|ay|uh|ah|oh|mil disculpas|lamentablemente|infelizmente|unfortunately|al final|no|nao|que) )*(?:(?:no|nao) (?:(?:me|lo|la|nos|te) )?(?:puedo|podemos|podre|podremos|podria|voy a (?:poder|llegar|ir|asistir)|vamos a (?:poder|llegar|ir)|llego|llegamos|alcanzo|posso|poderei|consigo|conseguirei|vou (?:poder|conseguir|ir)|vai (?:dar|rolar))|(?:i |we )?(?:cant|cannot|wont be able|wont) (?:make|come|go|attend|do|to|be|that))(?<tail>(?: (?:ir|venir|asistir|llegar|estar|pasar|acudir|vir|chegar|comparecer|make|it|come|go|attend|do|that|be|able|to|there|el|la|las|a|al|en|ese|esa|este|esta|dia|hora|horario|turno|cita|consulta|hoy|manana|tarde|noche|semana|lunes|martes|miercoles|jueves|viernes|sabado|domingo|no|na|nesse|nessa|esse|essa|hoje|amanha|segunda|terca|quarta|quinta|sexta|feira|as|aos|on|at|the|this|today|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|time|day|appointment|esta vez|dessa vez|lamentablemente|infelizmente|\d{1,2}(?:hs?|am|pm)?)){0,7})$/
const turning =
  / (?:pero|mas|but|si|sip|sim|yes|mentira|digo|espera|wait|if|cuando|quando|when|antes|decir|confirm[a-z]*|esperar|wait|say|tell|dejar|deixar|creer|acreditar) /

/** The refusal that a message of several clauses begins with; null where the others may take it back. */
export const refusedFirst = (text: string): string | null => {
  if (text.length > 200) return null
  const [first = '', ...others] = text.split(/[,.;!\n]+\s*/).filter((clause) => fold(clause) !== '')
  if (others.length === 0 || first.includes('?')) return null
  const { tail } = refusal.exec(fold(first))?.groups ?? {}
  return tail === undefined || turning.test(`${tail} `) || turning.test(` ${fold(others.join(' '))} `) ? null : first
}
