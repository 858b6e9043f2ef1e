import type { FlowDraft } from '../definition.ts'
import { booking } from './booking/flow.ts'
import { faq } from './faq/flow.ts'
import type { GalleryLocale } from './kit.ts'
import { openingHours } from './kit.ts'
import { lead } from './lead/flow.ts'
import { orderStatus } from './order-status/flow.ts'
import { reactivation } from './reactivation/flow.ts'
import { survey } from './survey/flow.ts'
import { welcomeFlow } from './welcome/flow.ts'

export type { GalleryLocale } from './kit.ts'
export { galleryLocales } from './kit.ts'

/** `icon` names one of those of steps and triggers. */
export type ReadyMade = { id: string; icon: string; words: Record<GalleryLocale, { name: string; about: string }>; make: (locale: GalleryLocale) => FlowDraft }

const words = (es: [string, string], pt: [string, string], en: [string, string]): ReadyMade['words'] => ({
  es: { name: es[0], about: es[1] },
  'pt-BR': { name: pt[0], about: pt[1] },
  en: { name: en[0], about: en[1] },
})

/** The welcome of a business whose hours nobody has told yet. */
const welcome = (locale: GalleryLocale): FlowDraft => {
  const { nodes, ...rest } = welcomeFlow(locale, 'other')
  return {
    ...rest,
    nodes: { ...nodes, hours: { type: 'message', label: nodes['hours']!.label, text: openingHours[locale], next: 'more', position: nodes['hours']!.position } },
  }
}

/** Flows to begin with, in the order in which they are offered. Each is made in the language in which its customers are spoken to. */
export const gallery: readonly ReadyMade[] = [
  {
    id: 'welcome',
    icon: 'hand',
    words: words(
      ['Bienvenida', 'Saluda, dice los horarios, anota turnos y pasa a una persona.'],
      ['Boas-vindas', 'Cumprimenta, diz os horários, anota agendamentos e passa a uma pessoa.'],
      ['Welcome', 'Greets, tells your hours, takes appointment requests and hands over to a person.'],
    ),
    make: welcome,
  },
  {
    id: 'booking',
    icon: 'calendar-clock',
    words: words(
      ['Reservas', 'Servicio, día y hora, confirmado antes de pasarlo al equipo.'],
      ['Marcar horário', 'Serviço, dia e horário, confirmado antes de passar à equipe.'],
      ['Booking', 'Service, day and time, confirmed before the team gets it.'],
    ),
    make: booking,
  },
  {
    id: 'faq',
    icon: 'circle-help',
    words: words(
      ['Preguntas frecuentes', 'Horarios, ubicación y pagos: lo que preguntan todos los días.'],
      ['Perguntas frequentes', 'Horários, endereço e pagamento: o que perguntam todos os dias.'],
      ['Frequently asked questions', 'Hours, location and payment: what people ask every day.'],
    ),
    make: faq,
  },
  {
    id: 'lead',
    icon: 'user-plus',
    words: words(
      ['Interesados', 'Qué buscan, nombre y correo, y los pasa a ventas.'],
      ['Interessados', 'O que procuram, nome e e-mail, e passa a vendas.'],
      ['Leads', 'What they’re looking for, name and e-mail, then over to sales.'],
    ),
    make: lead,
  },
  {
    id: 'order_status',
    icon: 'package',
    words: words(
      ['Estado del pedido', 'Pide el número y lo pasa al equipo, también fuera del horario.'],
      ['Situação do pedido', 'Pede o número e passa à equipe, também fora do horário.'],
      ['Order status', 'Asks for the number and passes it on, also outside opening hours.'],
    ),
    make: orderStatus,
  },
  {
    id: 'survey',
    icon: 'star',
    words: words(
      ['Encuesta', 'Una nota del 1 al 5 y un comentario. La empieza alguien del equipo u otro flujo.'],
      ['Pesquisa', 'Uma nota de 1 a 5 e um comentário. Começa por alguém da equipe ou outro fluxo.'],
      ['Survey', 'A rating from 1 to 5 and a comment. Your team or another flow begins it.'],
    ),
    make: survey,
  },
  {
    id: 'reactivation',
    icon: 'repeat',
    words: words(
      ['Recuperar contactos', 'Tres días sin respuesta: pregunta si le interesa, más adelante o no.'],
      ['Recuperar contatos', 'Três dias sem resposta: pergunta se interessa, mais para frente ou não.'],
      ['Win back', 'Three days without an answer: interested, later, or not at all.'],
    ),
    make: reactivation,
  },
]
