import type { FlowDraft } from '../../definition.ts'
import type { GalleryLocale } from '../kit.ts'
import { asked, at, readyMade } from '../kit.ts'

const texts = {
  es: {
    ask: '¡Hola, {{contact.name}}! Hace un tiempo que no hablamos. En {{business.name}} tenemos novedades que te pueden interesar. ¿Te contamos?',
    yes: 'Sí, me interesa',
    later: 'Más adelante',
    never: 'No, gracias',
    tagYes: 'volvió',
    tagLater: 'más adelante',
    tagNever: 'no escribir',
    done: '¡Qué bueno! Enseguida te cuenta una persona del equipo.',
    note: 'Quiere saber de las novedades.',
    isLater: 'Perfecto, te escribimos más adelante.',
    isNever: 'Entendido: no te vamos a escribir más por esto.',
    steps: ['Invitar', 'Etiqueta: volvió', 'Contarle', 'Etiqueta: después', 'Más adelante', 'Etiqueta: no', 'No escribir más'],
  },
  'pt-BR': {
    ask: 'Olá, {{contact.name}}! Faz um tempo que não conversamos. Aqui na {{business.name}} temos novidades que podem te interessar. Quer saber mais?',
    yes: 'Sim, quero',
    later: 'Mais para frente',
    never: 'Não, obrigado',
    tagYes: 'voltou',
    tagLater: 'mais para frente',
    tagNever: 'não escrever',
    done: 'Que bom! Uma pessoa da equipe já conta para você.',
    note: 'Quer saber das novidades.',
    isLater: 'Combinado, escrevemos mais para frente.',
    isNever: 'Entendido: não vamos mais escrever sobre isso.',
    steps: ['Convidar', 'Etiqueta: voltou', 'Contar', 'Etiqueta: depois', 'Mais para frente', 'Etiqueta: não', 'Não escrever mais'],
  },
  en: {
    ask: 'Hi, {{contact.name}}! It has been a while. At {{business.name}} we have something new that you may like. Want to hear about it?',
    yes: 'Yes, tell me',
    later: 'Some other time',
    never: 'No, thanks',
    tagYes: 'came back',
    tagLater: 'some other time',
    tagNever: 'do not write',
    done: 'Great! Someone from our team will tell you in a moment.',
    note: 'Wants to hear the news.',
    isLater: 'No problem, we’ll write another time.',
    isNever: 'Understood. We won’t write about this again.',
    steps: ['Invite', 'Tag: came back', 'Tell them', 'Tag: later', 'Some other time', 'Tag: no', 'Write no more'],
  },
} satisfies Record<GalleryLocale, unknown>

/** Somebody who has not written for long: are they interested, later, or not at all. */
export const reactivation = (locale: GalleryLocale): FlowDraft => {
  const text = texts[locale]
  const [ask, tagYes, done, tagLater, later, tagNever, never] = text.steps
  const nodes: FlowDraft['nodes'] = {
    ask: {
      type: 'menu',
      label: ask,
      text: text.ask,
      options: [
        { id: 'yes', label: text.yes, words: ['si', 'sim', 'yes', 'dale', 'claro'], next: 'tag_yes' },
        { id: 'later', label: text.later, words: ['despues', 'luego', 'depois', 'later'], next: 'tag_later' },
        { id: 'never', label: text.never, words: ['no', 'nao', 'nunca', 'never'], next: 'tag_never' },
      ],
      ...asked,
      ...at(0, 1),
    },
    tag_yes: { type: 'tag', label: tagYes, add: [text.tagYes], next: 'done', ...at(1, 0) },
    done: { type: 'transfer_to_agent', label: done, text: text.done, note: text.note, ...at(2, 0) },
    tag_later: { type: 'tag', label: tagLater, add: [text.tagLater], next: 'later', ...at(1, 1) },
    later: { type: 'close', label: later, text: text.isLater, reason: 'resolved_by_bot', ...at(2, 1) },
    tag_never: { type: 'tag', label: tagNever, add: [text.tagNever], next: 'never', ...at(1, 2) },
    never: { type: 'close', label: never, text: text.isNever, reason: 'resolved_by_bot', ...at(2, 2) },
  }
  return readyMade(locale, nodes, [{ type: 'missed_reply', hours: 72 }])
}
