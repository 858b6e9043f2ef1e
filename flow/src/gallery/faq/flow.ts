import type { FlowDraft } from '../../definition.ts'
import type { GalleryLocale } from '../kit.ts'
import { asked, at, readyMade } from '../kit.ts'

const texts = {
  es: {
    ask: '¡Hola! Soy el asistente de {{business.name}}. ¿Qué te gustaría saber?',
    hours: 'Horarios',
    where: 'Dónde están',
    pay: 'Formas de pago',
    person: 'Hablar con alguien',
    isHours: 'Atendemos de lunes a viernes de 9 a 18 y los sábados de 9 a 13.',
    isWhere: 'Estamos en el centro. Aquí van la dirección y cómo llegar.',
    isPay: 'Se puede pagar en efectivo, con tarjeta o por transferencia.',
    more: '¿Algo más?',
    yes: 'Sí, otra pregunta',
    no: 'No, gracias',
    steps: ['Pregunta', 'Horarios', 'Dónde', 'Pago', '¿Algo más?'],
  },
  'pt-BR': {
    ask: 'Olá! Sou o assistente de {{business.name}}. O que você quer saber?',
    hours: 'Horários',
    where: 'Onde ficam',
    pay: 'Formas de pagamento',
    person: 'Falar com alguém',
    isHours: 'Atendemos de segunda a sexta das 9h às 18h e aos sábados das 9h às 13h.',
    isWhere: 'Ficamos no centro. Aqui vão o endereço e como chegar.',
    isPay: 'Você pode pagar em dinheiro, com cartão ou por Pix.',
    more: 'Mais alguma coisa?',
    yes: 'Sim, outra pergunta',
    no: 'Não, obrigado',
    steps: ['Pergunta', 'Horários', 'Onde', 'Pagamento', 'Mais alguma coisa?'],
  },
  en: {
    ask: 'Hi! I’m the assistant of {{business.name}}. What would you like to know?',
    hours: 'Opening hours',
    where: 'Where you are',
    pay: 'Ways to pay',
    person: 'Talk to someone',
    isHours: 'We are open Monday to Friday from 9 to 18 and Saturdays from 9 to 13.',
    isWhere: 'We are in the centre. Here go the address and how to get there.',
    isPay: 'You can pay in cash, by card or by transfer.',
    more: 'Anything else?',
    yes: 'Another question',
    no: 'No, thanks',
    steps: ['Question', 'Hours', 'Where', 'Payment', 'Anything else?'],
  },
} satisfies Record<GalleryLocale, unknown>

/** Questions that come every day, with their answers and a person where they do not help. */
export const faq = (locale: GalleryLocale): FlowDraft => {
  const text = texts[locale]
  const [ask, hours, where, pay, more] = text.steps
  return readyMade(locale, {
    ask: {
      type: 'menu',
      label: ask,
      text: text.ask,
      options: [
        { id: 'hours', label: text.hours, words: ['horario', 'abren', 'cierran', 'abrem', 'fecham', 'hours', 'open'], next: 'hours' },
        { id: 'where', label: text.where, words: ['direccion', 'ubicacion', 'endereco', 'localizacao', 'address', 'location'], next: 'where' },
        { id: 'pay', label: text.pay, words: ['pagar', 'tarjeta', 'cartao', 'pix', 'pay', 'card'], next: 'pay' },
        { id: 'person', label: text.person, words: ['persona', 'pessoa', 'person'], next: 'person' },
      ],
      ...asked,
      ...at(0, 1),
    },
    hours: { type: 'message', label: hours, text: text.isHours, next: 'more', ...at(1, 0) },
    where: { type: 'message', label: where, text: text.isWhere, next: 'more', ...at(1, 1) },
    pay: { type: 'message', label: pay, text: text.isPay, next: 'more', ...at(1, 2) },
    more: {
      type: 'menu',
      label: more,
      text: text.more,
      options: [
        { id: 'yes', label: text.yes, words: ['si', 'sim', 'yes'], next: 'ask' },
        { id: 'no', label: text.no, words: ['no', 'nao', 'nada', 'gracias', 'obrigado', 'thanks'], next: 'bye' },
      ],
      ...asked,
      ...at(2, 1),
    },
  })
}
