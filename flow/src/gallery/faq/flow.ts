import type { FlowDraft } from '../../definition.ts'
import type { GalleryLocale } from '../kit.ts'
import { asked, at, openingHours, readyMade } from '../kit.ts'

const texts = {
  es: {
    ask: '¡Hola! Soy el asistente de {{business.name}}. ¿En qué te puedo ayudar?',
    hours: 'Horarios',
    where: 'Ubicación',
    pay: 'Formas de pago',
    person: 'Hablar con alguien',
    isWhere: '📍 Estamos en [[dirección y cómo llegar]].',
    isPay: '💳 Se puede pagar con [[formas de pago]].',
    more: '¿Te ayudo con algo más?',
    no: 'No, gracias',
    steps: ['Pregunta', 'Horarios', 'Ubicación', 'Pago', '¿Algo más?'],
  },
  'pt-BR': {
    ask: 'Olá! Sou o assistente de {{business.name}}. Em que posso ajudar?',
    hours: 'Horários',
    where: 'Endereço',
    pay: 'Pagamento',
    person: 'Falar com alguém',
    isWhere: '📍 Ficamos em [[endereço e como chegar]].',
    isPay: '💳 Você pode pagar com [[formas de pagamento]].',
    more: 'Posso ajudar em algo mais?',
    no: 'Não, obrigado',
    steps: ['Pergunta', 'Horários', 'Endereço', 'Pagamento', 'Mais alguma coisa?'],
  },
  en: {
    ask: 'Hi! I’m the assistant of {{business.name}}. What would you like to know?',
    hours: 'Opening hours',
    where: 'Location',
    pay: 'Payment',
    person: 'Talk to someone',
    isWhere: '📍 You’ll find us at [[address and how to get there]].',
    isPay: '💳 You can pay by [[ways to pay]].',
    more: 'Can I help with anything else?',
    no: 'No, thanks',
    steps: ['Question', 'Hours', 'Location', 'Payment', 'Anything else?'],
  },
} satisfies Record<GalleryLocale, unknown>

/** Questions that come every day, with their answers and a person where they do not help. */
export const faq = (locale: GalleryLocale): FlowDraft => {
  const text = texts[locale]
  const [ask, hours, where, pay, more] = text.steps
  const options = [
    { id: 'hours', label: text.hours, words: ['horario', 'abren', 'cierran', 'abrem', 'fecham', 'hours', 'open'], next: 'hours' },
    {
      id: 'where',
      label: text.where,
      words: ['direccion', 'ubicacion', 'donde', 'onde', 'where', 'endereco', 'localizacao', 'address', 'location'],
      next: 'where',
    },
    { id: 'pay', label: text.pay, words: ['pagar', 'pago', 'tarjeta', 'cartao', 'pix', 'pay', 'card'], next: 'pay' },
    { id: 'person', label: text.person, words: ['persona', 'pessoa', 'person'], next: 'person' },
  ]
  const nothing = { id: 'no', label: text.no, words: ['no', 'nao', 'nada', 'gracias', 'obrigado', 'thanks'], next: 'bye' }
  return readyMade(locale, {
    ask: { type: 'menu', label: ask, text: text.ask, options, ...asked, ...at(0, 1) },
    hours: { type: 'message', label: hours, text: openingHours[locale], next: 'more', ...at(1, 0) },
    where: { type: 'message', label: where, text: text.isWhere, next: 'more', ...at(1, 1) },
    pay: { type: 'message', label: pay, text: text.isPay, next: 'more', ...at(1, 2) },
    // Whoever has another question asks it at once.
    more: { type: 'menu', label: more, text: text.more, options: [...options, nothing], ...asked, ...at(2, 1) },
  })
}
