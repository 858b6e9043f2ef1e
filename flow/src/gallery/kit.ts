import type { FlowDraft } from '../definition.ts'
import { alwaysWords } from './welcome/everyday-words.ts'

/** What ready-made flows share. */

/** The languages in which they can be taken. */
export const galleryLocales = ['es', 'pt-BR', 'en'] as const
export type GalleryLocale = (typeof galleryLocales)[number]

export const minutes = (count: number): number => count * 60

/** Where a step lies: its column and row. */
export const at = (column: number, row: number) => ({ position: { x: column * 320, y: row * 200 } })

/** How every question of theirs goes on without an answer: after two further tries with a person, after half an hour of silence to the end. */
export const asked = { retries: 2, onInvalid: 'person', timeout: { seconds: minutes(30), next: 'quiet' } } as const

type Question = { label: string | undefined; text: string; invalidText?: string; next: string }

/** What most of them ask a customer for, kept in the contact too. */
export const askFor = {
  name: (question: Question) => ({ type: 'input', expect: 'text', min: 2, max: 80, saveAs: 'name', saveToContact: 'name', ...question }) as const,
  email: (question: Question & { skipWords: string[] }) => ({ type: 'input', expect: 'email', saveAs: 'email', saveToContact: 'email', ...question }) as const,
}

/** What nobody can know who makes a flow for others: it stands in brackets, and publishing waits until it is written. */
export const openingHours: Record<GalleryLocale, string> = {
  es: '🕘 Atendemos [[días y horarios]].',
  'pt-BR': '🕘 Atendemos [[dias e horários]].',
  en: '🕘 We’re open [[days and hours]].',
}

type EndingTexts = { person: string; quiet: string; bye: string; stepPerson: string; stepQuiet: string; stepBye: string }

/** The three ends that each of them has. */
const endings: Record<GalleryLocale, EndingTexts> = {
  es: {
    person: 'Enseguida te atiende una persona del equipo.',
    quiet: 'Lo dejamos aquí por ahora. Para seguir basta con escribir.',
    bye: '¡Gracias por escribir! Que tengas un buen día.',
    stepPerson: 'Pasar a una persona',
    stepQuiet: 'No responde',
    stepBye: 'Despedida',
  },
  'pt-BR': {
    person: 'Uma pessoa da equipe já vai te atender.',
    quiet: 'Paramos por aqui por enquanto. Quando quiser, é só escrever.',
    bye: 'Obrigado por escrever! Tenha um bom dia.',
    stepPerson: 'Passar a uma pessoa',
    stepQuiet: 'Não responde',
    stepBye: 'Despedida',
  },
  en: {
    person: 'Someone from our team will be with you shortly.',
    quiet: 'We’ll leave it here for now. Write again whenever you like.',
    bye: 'Thanks for writing! Have a nice day.',
    stepPerson: 'Hand over to a person',
    stepQuiet: 'No answer',
    stepBye: 'Good-bye',
  },
}

/** A whole flow of these steps, which begin with the first, and the ends that they lead to: `person`, `quiet`, `bye`. */
export const readyMade = (locale: GalleryLocale, nodes: FlowDraft['nodes'], triggers: NonNullable<FlowDraft['triggers']> = [{ type: 'any' }]): FlowDraft => {
  const text = endings[locale]
  const columns = 1 + Math.max(...Object.values(nodes).map(({ position }) => (position?.x ?? 0) / 320))
  return {
    schema: 1,
    start: Object.keys(nodes)[0]!,
    triggers,
    always: { ...alwaysWords, humanNode: 'person', stopNode: 'bye' },
    onError: 'person',
    nodes: {
      ...nodes,
      person: { type: 'transfer_to_agent', label: text.stepPerson, text: text.person, ...at(columns, 1) },
      quiet: { type: 'close', label: text.stepQuiet, text: text.quiet, reason: 'no_answer', ...at(columns, 2) },
      bye: { type: 'close', label: text.stepBye, text: text.bye, reason: 'resolved_by_bot', ...at(columns, 0) },
    },
  }
}
