import type { FlowDraft } from '../../definition.ts'
import type { GalleryLocale } from '../kit.ts'
import { asked, askFor, at, readyMade } from '../kit.ts'

const texts = {
  es: {
    need: '¡Hola! Gracias por tu interés en {{business.name}}. En pocas palabras, ¿qué estás buscando?',
    name: '¿Cuál es tu nombre?',
    email: 'Gracias, {{name}}. ¿A qué correo te mandamos la información? Para seguir por aquí basta con escribir «saltar».',
    skip: ['saltar', 'omitir', 'no tengo'],
    tag: 'interesado',
    done: '¡Listo, {{name}}! En breve te escribe una persona del equipo.',
    note: 'Interesado: {{name}} {{email}}. Busca: {{need}}',
    steps: ['Qué busca', 'Nombre', 'Correo', 'Etiqueta', 'Avisar a otros programas', 'Pasar a ventas'],
  },
  'pt-BR': {
    need: 'Olá! Obrigado pelo interesse em {{business.name}}. Em poucas palavras, o que você procura?',
    name: 'Como você se chama?',
    email: 'Obrigado, {{name}}. Para qual e-mail enviamos as informações? Se preferir continuar por aqui, escreva “pular”.',
    skip: ['pular', 'não tenho', 'por aqui'],
    tag: 'interessado',
    done: 'Pronto, {{name}}! Logo uma pessoa da equipe escreve para você.',
    note: 'Interessado: {{name}} {{email}}. Procura: {{need}}',
    steps: ['O que procura', 'Nome', 'E-mail', 'Etiqueta', 'Avisar outros programas', 'Passar a vendas'],
  },
  en: {
    need: 'Hi! Thanks for your interest in {{business.name}}. In a few words, what are you looking for?',
    name: 'What’s your name?',
    email: 'Thanks, {{name}}. What e-mail address should we send the details to? If you’d rather go on here, just write “skip”.',
    skip: ['skip', 'none', 'here is fine'],
    tag: 'interested',
    done: 'All set, {{name}}! Someone from our team will write to you soon.',
    note: 'Interested: {{name}} {{email}}. Looks for: {{need}}',
    steps: ['What they look for', 'Name', 'E-mail', 'Tag', 'Tell other programs', 'Hand over to sales'],
  },
} satisfies Record<GalleryLocale, unknown>

/** Somebody who may buy: what they look for, name and e-mail, kept in the contact, told to other programs and to sales. */
export const lead = (locale: GalleryLocale): FlowDraft => {
  const text = texts[locale]
  const [need, name, email, tag, tell, done] = text.steps
  const nodes: FlowDraft['nodes'] = {
    need: { type: 'input', label: need, text: text.need, expect: 'text', max: 1000, saveAs: 'need', next: 'name', ...asked, ...at(0, 1) },
    name: { ...askFor.name({ label: name, text: text.name, next: 'email' }), ...asked, ...at(1, 1) },
    email: { ...askFor.email({ label: email, text: text.email, skipWords: text.skip, next: 'tag' }), ...asked, ...at(2, 1) },
    tag: { type: 'tag', label: tag, add: [text.tag], next: 'tell', ...at(3, 1) },
    tell: {
      type: 'send_event',
      label: tell,
      name: 'lead.new',
      data: [
        { name: 'name', value: '{{name}}' },
        { name: 'email', value: '{{email}}' },
        { name: 'need', value: '{{need}}' },
      ],
      next: 'done',
      ...at(4, 1),
    },
    done: { type: 'transfer_to_agent', label: done, text: text.done, note: text.note, ...at(5, 1) },
  }
  return readyMade(locale, nodes, [{ type: 'referral' }, { type: 'any' }])
}
