import type { FlowDraft } from '../../definition.ts'
import type { GalleryLocale } from '../kit.ts'
import { asked, askFor, at, readyMade } from '../kit.ts'

const texts = {
  es: {
    service: '¡Hola, {{contact.name}}! Te ayudo a reservar. ¿Para qué servicio sería?',
    when: '¿Qué día y a qué hora te queda bien? Se puede escribir, por ejemplo, «el jueves a las 5 de la tarde».',
    name: '¿A nombre de quién lo anotamos?',
    confirm: 'Perfecto: {{service}}, {{when.text}}, a nombre de {{name}}. ¿Está bien así?',
    yes: 'Sí, está bien',
    no: 'Cambiar algo',
    tag: 'reserva pedida',
    begins: ['reservar', 'reserva', 'turno', 'cita', 'agendar'],
    asked: '¡Listo! Una persona del equipo revisa la agenda y te confirma enseguida.',
    note: 'Pide reserva: {{service}}, {{when.text}}, a nombre de {{name}}.',
    steps: ['Servicio', 'Día y hora', 'Ya sabemos el nombre', 'Nombre conocido', 'Nombre', 'Confirmar', 'Etiqueta', 'Pedir la reserva'],
  },
  'pt-BR': {
    service: 'Olá, {{contact.name}}! Vou te ajudar a marcar um horário. Para qual serviço?',
    when: 'Qual dia e horário são bons para você? Pode escrever, por exemplo, “quinta às 17h”.',
    name: 'Em nome de quem anotamos?',
    confirm: 'Perfeito: {{service}}, {{when.text}}, em nome de {{name}}. Está certo?',
    yes: 'Sim, está certo',
    no: 'Mudar algo',
    tag: 'horário pedido',
    begins: ['agendar', 'marcar horário', 'marcar um horário', 'reservar', 'consulta'],
    asked: 'Pronto! Uma pessoa da equipe confere a agenda e já confirma com você.',
    note: 'Pede horário: {{service}}, {{when.text}}, em nome de {{name}}.',
    steps: ['Serviço', 'Dia e horário', 'Já sabemos o nome', 'Nome conhecido', 'Nome', 'Confirmar', 'Etiqueta', 'Pedir o horário'],
  },
  en: {
    service: 'Hi, {{contact.name}}! I can book you in. Which service would you like?',
    when: 'What day and time work for you? For example, “Thursday at 5 pm”.',
    name: 'What name should we put it under?',
    confirm: 'Great: {{service}}, {{when.text}}, for {{name}}. Is that right?',
    yes: 'Yes, that’s right',
    no: 'Change something',
    tag: 'appointment wanted',
    begins: ['book', 'booking', 'appointment', 'reservation', 'schedule'],
    asked: 'All set! Someone from our team will check the calendar and confirm in a moment.',
    note: 'Wants an appointment: {{service}}, {{when.text}}, for {{name}}.',
    steps: ['Service', 'Day and time', 'Name is known', 'Known name', 'Name', 'Confirm', 'Tag', 'Ask for it'],
  },
} satisfies Record<GalleryLocale, unknown>

/** An appointment: what for, when, in whose name, read back, and left to the team. */
export const booking = (locale: GalleryLocale): FlowDraft => {
  const text = texts[locale]
  const [service, when, isKnown, known, name, confirm, tag, done] = text.steps
  const nodes: FlowDraft['nodes'] = {
    service: { type: 'input', label: service, text: text.service, expect: 'text', max: 80, saveAs: 'service', next: 'when', ...asked, ...at(0, 1) },
    when: {
      type: 'input',
      label: when,
      text: text.when,
      expect: 'datetime',
      hours: { from: '08:00', to: '20:00' },
      saveAs: 'when',
      next: 'is_known',
      ...asked,
      ...at(1, 1),
    },
    is_known: { type: 'condition', label: isKnown, all: [{ variable: 'contact.name', operator: 'is_set' }], then: 'known', otherwise: 'name', ...at(2, 1) },
    known: { type: 'variable', label: known, set: [{ name: 'name', value: '{{contact.name}}' }], next: 'confirm', ...at(3, 0) },
    name: { ...askFor.name({ label: name, text: text.name, next: 'confirm' }), ...asked, ...at(3, 2) },
    confirm: {
      type: 'menu',
      label: confirm,
      text: text.confirm,
      options: [
        { id: 'yes', label: text.yes, words: ['si', 'sim', 'yes', 'dale', 'ok', 'correcto', 'isso'], next: 'tag' },
        { id: 'no', label: text.no, words: ['no', 'nao', 'cambiar', 'mudar', 'change'], next: 'service' },
      ],
      ...asked,
      ...at(4, 1),
    },
    tag: { type: 'tag', label: tag, add: [text.tag], next: 'done', ...at(5, 1) },
    done: { type: 'transfer_to_agent', label: done, text: text.asked, note: text.note, ...at(6, 1) },
  }
  return readyMade(locale, nodes, [{ type: 'keyword', words: text.begins }, { type: 'any' }])
}
