import type { FlowDraft } from '../../definition.ts'
import type { GalleryLocale } from '../kit.ts'
import { asked, at, readyMade } from '../kit.ts'

const texts = {
  es: {
    mark: '¡Hola, {{contact.name}}! ¿Cómo fue tu experiencia con {{business.name}}?',
    why: 'Gracias por contarlo. ¿Qué podríamos hacer mejor?',
    good: '¡Qué bueno! ¿Qué fue lo que más te gustó? Para terminar basta con escribir «no».',
    tag: 'mala experiencia',
    sorry: 'Lo sentimos. Una persona del equipo te va a escribir.',
    note: 'Nota {{score}} de 5: {{comment}}',
    steps: ['Nota', 'Qué mejorar', 'Etiqueta', 'Pasar a una persona', 'Qué gustó', 'Nota para el equipo'],
  },
  'pt-BR': {
    mark: 'Olá, {{contact.name}}! Como foi a sua experiência com {{business.name}}?',
    why: 'Obrigado por contar. O que poderíamos fazer melhor?',
    good: 'Que bom! Do que você mais gostou? Para terminar, é só escrever “não”.',
    tag: 'experiência ruim',
    sorry: 'Lamentamos. Uma pessoa da equipe vai escrever para você.',
    note: 'Nota {{score}} de 5: {{comment}}',
    steps: ['Nota', 'O que melhorar', 'Etiqueta', 'Passar a uma pessoa', 'O que gostou', 'Nota para a equipe'],
  },
  en: {
    mark: 'Hi, {{contact.name}}! How was your experience with {{business.name}}?',
    why: 'Thanks for telling us. What could we do better?',
    good: 'Great! What did you like most? To finish, just write “no”.',
    tag: 'bad experience',
    sorry: 'We’re sorry to hear that. Someone from our team will write to you.',
    note: 'Rating {{score}} of 5: {{comment}}',
    steps: ['Rating', 'What to do better', 'Tag', 'Hand over to a person', 'What they liked', 'Note for the team'],
  },
} satisfies Record<GalleryLocale, unknown>

/** How was it: a mark, and a word to it; who is not content speaks with a person. */
export const survey = (locale: GalleryLocale): FlowDraft => {
  const text = texts[locale]
  const [mark, why, tag, sorry, good, note] = text.steps
  const comment = { expect: 'text' as const, max: 2000, saveAs: 'comment', skipWords: ['no', 'não', 'nada', 'no gracias', 'no thanks'] }
  const nodes: FlowDraft['nodes'] = {
    mark: { type: 'csat', label: mark, text: text.mark, good: 'good', bad: 'why', ...asked, ...at(0, 1) },
    why: { type: 'input', label: why, text: text.why, ...comment, next: 'tag', ...asked, ...at(1, 2) },
    tag: { type: 'tag', label: tag, add: [text.tag], next: 'sorry', ...at(2, 2) },
    sorry: { type: 'transfer_to_agent', label: sorry, text: text.sorry, note: text.note, ...at(3, 2) },
    good: { type: 'input', label: good, text: text.good, ...comment, next: 'note', ...asked, ...at(1, 0) },
    note: { type: 'note', label: note, text: text.note, next: 'bye', ...at(2, 0) },
  }
  // Nobody is asked unbidden: a person begins it, or another flow goes into it.
  return readyMade(locale, nodes, [])
}
