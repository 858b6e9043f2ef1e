import type { FlowDraft } from '../../definition.ts'
import type { GalleryLocale } from '../kit.ts'
import { asked, at, readyMade } from '../kit.ts'

const texts = {
  es: {
    number: '¡Hola! ¿Cuál es el número de tu pedido? Está en el correo de la compra.',
    invalid: 'Ese número no parece completo. Suele tener entre 4 y 12 cifras, por ejemplo 104512.',
    open: 'Gracias. Buscamos tu pedido {{order}} y te contestamos enseguida.',
    closed: 'Gracias. Ahora estamos fuera de horario: apenas abramos buscamos tu pedido {{order}} y te escribimos.',
    note: 'Pregunta por el pedido {{order}}.',
    tag: 'pedido',
    begins: ['pedido', 'mi pedido', 'envío', 'seguimiento'],
    steps: ['Número de pedido', 'Etiqueta', '¿Hay alguien?', 'Buscar el pedido', 'Más tarde', 'Buscar al abrir'],
  },
  'pt-BR': {
    number: 'Olá! Qual é o número do seu pedido? Está no e-mail da compra.',
    invalid: 'Esse número não parece completo. Costuma ter de 4 a 12 dígitos, por exemplo 104512.',
    open: 'Obrigado. Vamos procurar o seu pedido {{order}} e já respondemos.',
    closed: 'Obrigado. Agora estamos fechados: assim que abrirmos, procuramos o seu pedido {{order}} e escrevemos para você.',
    note: 'Pergunta pelo pedido {{order}}.',
    tag: 'pedido',
    begins: ['pedido', 'meu pedido', 'entrega', 'rastreio'],
    steps: ['Número do pedido', 'Etiqueta', 'Há alguém?', 'Procurar o pedido', 'Mais tarde', 'Procurar ao abrir'],
  },
  en: {
    number: 'Hi! What’s your order number? It’s in the e-mail you got when you bought it.',
    invalid: 'That number does not look complete. It usually has 4 to 12 digits, for example 104512.',
    open: 'Thanks. We’ll look up your order {{order}} and answer in a moment.',
    closed: 'Thanks. We’re closed right now. As soon as we open we’ll look up your order {{order}} and write to you.',
    note: 'Asks for order {{order}}.',
    tag: 'order',
    begins: ['order', 'my order', 'delivery', 'tracking'],
    steps: ['Order number', 'Tag', 'Is somebody there?', 'Look it up', 'Later', 'Look it up on opening'],
  },
} satisfies Record<GalleryLocale, unknown>

/** Where is my order: asks for its number and hands over with it, with another word outside the hours. */
export const orderStatus = (locale: GalleryLocale): FlowDraft => {
  const text = texts[locale]
  const [number, tag, isOpen, open, later, closed] = text.steps
  const nodes: FlowDraft['nodes'] = {
    number: {
      type: 'input',
      label: number,
      text: text.number,
      expect: 'text',
      pattern: '^\\W*[A-Za-z]{0,4}[- ]?[0-9]{4,12}\\W*$',
      invalidText: text.invalid,
      saveAs: 'order',
      next: 'tag',
      ...asked,
      ...at(0, 1),
    },
    tag: { type: 'tag', label: tag, add: [text.tag], next: 'is_open', ...at(1, 1) },
    is_open: { type: 'business_hours', label: isOpen, open: 'open', closed: 'later', ...at(2, 1) },
    open: { type: 'transfer_to_agent', label: open, text: text.open, note: text.note, ...at(3, 0) },
    later: { type: 'message', label: later, text: text.closed, next: 'closed', ...at(3, 2) },
    closed: { type: 'transfer_to_agent', label: closed, note: text.note, ...at(4, 2) },
  }
  return readyMade(locale, nodes, [{ type: 'keyword', words: text.begins }, { type: 'any' }])
}
