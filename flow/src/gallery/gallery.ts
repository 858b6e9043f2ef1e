import type { FlowDraft } from '../definition.ts'
import { booking } from './booking/flow.ts'
import { faq } from './faq/flow.ts'
import type { GalleryLocale } from './kit.ts'
import { lead } from './lead/flow.ts'
import { orderStatus } from './order-status/flow.ts'
import { reactivation } from './reactivation/flow.ts'
import { survey } from './survey/flow.ts'
import { welcomeFlow } from './welcome/flow.ts'

export type { GalleryLocale } from './kit.ts'
export { galleryLocales } from './kit.ts'

export type ReadyMade = { id: string; icon: string; words: Record<GalleryLocale, { name: string; about: string }>; make: (locale: GalleryLocale) => FlowDraft }

const words = (es: [string, string], pt: [string, string], en: [string, string]): ReadyMade['words'] => ({
  es: { name: es[0], about: es[1] },
  'pt-BR': { name: pt[0], about: pt[1] },
  en: { name: en[0], about: en[1] },
})

/** Flows to begin with, in the order in which they are offered. Each is made in the language in which its customers are spoken to. */
export const gallery: readonly ReadyMade[] = [
  {
    id: 'welcome',
    icon: 'hand',
    words: words(
      ['Bienvenida', 'Saluda, dice los horarios, toma un pedido y pasa a una persona.'],
      ['Boas-vindas', 'Cumprimenta, diz os horários, anota um pedido e passa a uma pessoa.'],
      ['Welcome', 'Greets, tells the hours, takes a request and hands over to a person.'],
    ),
    make: (locale) => welcomeFlow(locale, 'other'),
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
      ['Preguntas frecuentes', 'Responde lo que preguntan todos los días.'],
      ['Perguntas frequentes', 'Responde o que perguntam todos os dias.'],
      ['Frequent questions', 'Answers what people ask every day.'],
    ),
    make: faq,
  },
  {
    id: 'lead',
    icon: 'user-plus',
    words: words(
      ['Interesados', 'Qué buscan, nombre y correo, y los pasa a ventas.'],
      ['Interessados', 'O que procuram, nome e e-mail, e passa a vendas.'],
      ['Leads', 'What they look for, name and e-mail, then over to sales.'],
    ),
    make: lead,
  },
  {
    id: 'order_status',
    icon: 'package',
    words: words(
      ['Estado del pedido', 'Pide el número y lo pasa al equipo, también fuera del horario.'],
      ['Situação do pedido', 'Pede o número e passa à equipe, também fora do horário.'],
      ['Order status', 'Asks for the number and passes it on, also outside the hours.'],
    ),
    make: orderStatus,
  },
  {
    id: 'survey',
    icon: 'star',
    words: words(
      ['Encuesta', 'Una nota del 1 al 5 y un comentario; quien no quedó contento habla con alguien.'],
      ['Pesquisa', 'Uma nota de 1 a 5 e um comentário; quem não ficou contente fala com alguém.'],
      ['Survey', 'A mark from 1 to 5 and a word to it; whoever is not content talks to someone.'],
    ),
    make: survey,
  },
  {
    id: 'reactivation',
    icon: 'repeat',
    words: words(
      ['Volver a hablar', 'Para quien no escribe hace tiempo: sí, más adelante o no.'],
      ['Voltar a conversar', 'Para quem não escreve há tempo: sim, depois ou não.'],
      ['Win back', 'For people who have not written for long: yes, later or no.'],
    ),
    make: reactivation,
  },
]
