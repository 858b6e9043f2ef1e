import type { ChannelAbilities, MessageContent, OutboundContent, SurveyTexts } from '@chasqui/contracts'

export type SurveyLanguage = 'es' | 'pt' | 'en'
/** Of those that the product speaks, the one of the customer, else of the business. */
export const surveyLanguage = (contact: string | null, business: string): SurveyLanguage => {
  const spoken = (name: string | null) => (['es', 'pt', 'en'] as const).find((language) => name?.toLowerCase().startsWith(language))
  return spoken(contact) ?? spoken(business) ?? 'es'
}

const questions: Record<SurveyLanguage, string> = {
  es: '¿Cómo te atendimos?',
  pt: 'Como foi o nosso atendimento?',
  en: 'How did we do?',
}
const answers: Record<SurveyLanguage, [string, string, string, string, string]> = {
  es: ['1 · Muy mal', '2 · Mal', '3 · Regular', '4 · Bien', '5 · Muy bien'],
  pt: ['1 · Muito ruim', '2 · Ruim', '3 · Regular', '4 · Bom', '5 · Muito bom'],
  en: ['1 · Very bad', '2 · Bad', '3 · Fair', '4 · Good', '5 · Very good'],
}
const words = {
  es: {
    choose: 'Elegir',
    number: 'Responde con un número del 1 (muy mal) al 5 (muy bien).',
    thanks: '¡Gracias por tu respuesta!',
    comment: 'Si quieres, cuéntanos por qué en un mensaje.',
  },
  pt: {
    choose: 'Escolher',
    number: 'Responda com um número de 1 (muito ruim) a 5 (muito bom).',
    thanks: 'Obrigado pela sua resposta!',
    comment: 'Se quiser, conte por quê em uma mensagem.',
  },
  en: {
    choose: 'Choose',
    number: 'Answer with a number from 1 (very bad) to 5 (very good).',
    thanks: 'Thank you for your answer!',
    comment: 'If you like, tell us why in one message.',
  },
} satisfies Record<SurveyLanguage, Record<string, string>>

const prefix = 'csat:'

/** The question as the channel can ask it: buttons, a list, else a number to be written. */
export const surveyContent = (surveyId: string, language: SurveyLanguage, texts: SurveyTexts, abilities: ChannelAbilities): OutboundContent => {
  const body = texts[language] ?? questions[language]
  const choices = answers[language].map((title, index) => ({ id: `${prefix}${surveyId}:${index + 1}`, title })).reverse()
  if (abilities.buttons && abilities.buttons.max >= choices.length && body.length <= abilities.buttons.body) return { type: 'buttons', body, buttons: choices }
  if (abilities.list && abilities.list.rows >= choices.length && body.length <= abilities.list.body)
    return { type: 'list', body, button: words[language].choose, sections: [{ rows: choices }] }
  return { type: 'text', text: `${body}\n${words[language].number}` }
}

export const surveyThanks = (language: SurveyLanguage, asksComment: boolean): string =>
  asksComment ? `${words[language].thanks} ${words[language].comment}` : words[language].thanks

const numbers: Record<string, number> = {
  uno: 1,
  dos: 2,
  tres: 3,
  cuatro: 4,
  cinco: 5,
  um: 1,
  dois: 2,
  três: 3,
  quatro: 4,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
}

/** A score in what a customer says; `surveyId` where a button names the question that it answers. Nothing but the score counts: "5 kilos" is none. */
export const scoreIn = (content: MessageContent): { score: number; surveyId: string | null } | null => {
  if (content.type === 'choice') {
    const [, surveyId, score] = /^csat:([0-9a-f-]{36}):([1-5])$/.exec(content.id) ?? []
    return surveyId ? { score: Number(score), surveyId } : null
  }
  if (content.type !== 'text') return null
  const said = content.text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s.!¡*⭐🌟]|\uFE0F|\u20E3/gu, '')
  if (/^[1-5]$/.test(said)) return { score: Number(said), surveyId: null }
  if (/^[1-5]\/5$/.test(said)) return { score: Number(said[0]), surveyId: null }
  const stars = [...content.text.replace(/\s/g, '')]
  if (stars.length > 0 && stars.length <= 5 && stars.every((letter) => letter === '⭐' || letter === '🌟')) return { score: stars.length, surveyId: null }
  return numbers[said] === undefined ? null : { score: numbers[said], surveyId: null }
}
