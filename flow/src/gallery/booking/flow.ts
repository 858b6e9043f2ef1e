import type { FlowDraft } from '../../definition.ts'
import type { GalleryLocale } from '../kit.ts'
import { asked, at, readyMade } from '../kit.ts'

const texts = {
  es: {
    service: '¡Hola, {{contact.name}}! Te ayudo a reservar. ¿Para qué servicio?',
    when: '¿Qué día y a qué hora te queda bien? Se puede escribir, por ejemplo, «el jueves a las 5 de la tarde».',
    name: '¿A nombre de quién lo anotamos?',
    confirm: 'Entonces: {{service}}, {{when.text}}, a nombre de {{name}}. ¿Lo pedimos así?',
    yes: 'Sí, pedirlo',
    no: 'Cambiar algo',
    tag: 'reserva pedida',
    asked: 'Listo. Una persona del equipo revisa la agenda y te confirma enseguida.',
    note: 'Pide reserva: {{service}}, {{when.text}}, a nombre de {{name}}.',
    steps: ['Servicio', 'Día y hora', 'Ya sabemos el nombre', 'Nombre conocido', 'Nombre', 'Confirmar', 'Etiqueta', 'Pedir la reserva'],
  },
  'pt-BR': {
    service: 'Olá, {{contact.name}}! Vou te ajudar a marcar um horário. Para qual serviço?',
    when: 'Qual dia e horário ficam bem para você? Pode escrever, por exemplo, “quinta às 17h”.',
    name: 'Em nome de quem anotamos?',
    confirm: 'Então: {{service}}, {{when.text}}, em nome de {{name}}. Pedimos assim?',
    yes: 'Sim, pedir',
    no: 'Mudar algo',
    tag: 'horário pedido',
    asked: 'Pronto. Uma pessoa da equipe confere a agenda e já confirma com você.',
    note: 'Pede horário: {{service}}, {{when.text}}, em nome de {{name}}.',
    steps: ['Serviço', 'Dia e horário', 'Já sabemos o nome', 'Nome conhecido', 'Nome', 'Confirmar', 'Etiqueta', 'Pedir o horário'],
  },
  en: {
    service: 'Hi, {{contact.name}}! I’ll help you book an appointment. For which service?',
    when: 'Which day and time suit you? You can write, for example, “Thursday at 5 pm”.',
    name: 'In whose name shall we put it?',
    confirm: 'So: {{service}}, {{when.text}}, for {{name}}. Shall we ask for that?',
    yes: 'Yes, book it',
    no: 'Change something',
    tag: 'appointment wanted',
    asked: 'Done. Someone from our team checks the diary and confirms it in a moment.',
    note: 'Wants an appointment: {{service}}, {{when.text}}, for {{name}}.',
    steps: ['Service', 'Day and time', 'Name is known', 'Known name', 'Name', 'Confirm', 'Tag', 'Ask for it'],
  },
} satisfies Record<GalleryLocale, unknown>

/** An appointment: what for, when, in whose name, read back, and left to the team. */
export const booking = (locale: GalleryLocale): FlowDraft => {
  const text = texts[locale]
  const [service, when, isKnown, known, name, confirm, tag, done] = text.steps
  return readyMade(locale, {
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
    name: {
      type: 'input',
      label: name,
      text: text.name,
      expect: 'text',
      min: 2,
      max: 80,
      saveAs: 'name',
      saveToContact: 'name',
      next: 'confirm',
      ...asked,
      ...at(3, 2),
    },
    confirm: {
      type: 'menu',
      label: confirm,
      text: text.confirm,
      options: [
        { id: 'yes', label: text.yes, words: ['si', 'sim', 'yes', 'dale', 'ok'], next: 'tag' },
        { id: 'no', label: text.no, words: ['no', 'nao', 'cambiar', 'mudar', 'change'], next: 'service' },
      ],
      ...asked,
      ...at(4, 1),
    },
    tag: { type: 'tag', label: tag, add: [text.tag], next: 'done', ...at(5, 1) },
    done: { type: 'transfer_to_agent', label: done, text: text.asked, note: text.note, ...at(6, 1) },
  })
}
