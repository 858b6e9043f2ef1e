import type { ContactStage } from '@chasqui/contracts/contact-stages'
import type { InputNode } from './nodes.ts'
import type { Context } from './run-state.ts'
import { languageOf } from '../understanding/language.ts'

/** What the engine says or notes when the flow's author left a text out. Worded so that they suit every region of a language. */
export type Phrases = {
  invalidOption: string
  /** One of the rows that an answer to a menu may mean: by its label, or as the one at that place. */
  row: (label: string, place: number | null) => string
  /** The one row that may be meant, and several of them. */
  perhapsRow: (row: string) => string
  whichRow: (rows: string[]) => string
  onlyText: string
  invalid: Record<InputNode['expect'], string>
  yes: string
  no: string
  noneOfThese: string
  /** Reads a value back, for a yes or no. */
  isIt: (value: string) => string
  /** Reads back a yes that was said with a hedge. */
  isYes: string
  /** Before the values that may have been meant. */
  whichOne: string
  /** After what was read back or offered is refused. */
  askAnew: string
  askTime: (day: string) => string
  askDay: (time: string) => string
  past: (moment: string) => string
  wrongDocument: (kind: string) => string
  options: string
  seeOptions: string
  byNumber: string
  handOver: string
  stopped: string
  cancelled: string
  askedForPerson: string
  notUnderstood: (step: string) => string
  broke: string
  callFailed: (step: string) => string
  linkFailed: (step: string) => string
  otherBot: string
  overBudget: string
  /** How a service was, from 1 to 5. */
  marks: readonly [string, string, string, string, string]
  stages: Record<ContactStage, string>
  sentMedia: string
}

/** "a, b or c". */
const listed = (words: string[], or: string): string => [words.slice(0, -1).join(', '), words.at(-1)].join(` ${or} `)

const spanish: Phrases = {
  invalidOption: 'Perdón, no entendí la respuesta. Estas son las opciones:',
  row: (label, place) => (place === null ? `«${label}»` : `la opción ${place} («${label}»)`),
  perhapsRow: (row) => `No quedó claro si es ${row}. Estas son las opciones:`,
  whichRow: (rows) => `¿Es ${listed(rows, 'o')}?`,
  onlyText: 'Por ahora solo puedo leer texto. ¿Puede ser por escrito, en un mensaje?',
  invalid: {
    text: 'Perdón, no entendí la respuesta. ¿Puede ser de nuevo, en un mensaje de texto?',
    email: 'Ese correo no parece completo. Tiene que ser como nombre@ejemplo.com',
    phone: 'Ese número no parece completo. Hace falta el código de área, por ejemplo +54 9 11 2233 4455',
    number: 'Hace falta un número, por ejemplo 3',
    any: 'Perdón, no llegó ninguna respuesta. ¿Puede ser de nuevo?',
    date: 'No quedó claro qué día. Se puede escribir, por ejemplo, «mañana», «el jueves que viene» o 25/12',
    time: 'No quedó clara la hora. Se puede escribir, por ejemplo, «a las 5 de la tarde» o 17:00',
    datetime: 'No quedó claro el día y la hora. Se puede escribir, por ejemplo, «mañana a las 5 de la tarde» o 25/12 17:00',
    yes_no: 'Perdón, no quedó claro. ¿Sí o no?',
    document: 'Ese número de documento no parece completo. ¿Puede ser de nuevo, con todos sus números y letras?',
    rating: 'Hace falta un número, por ejemplo 5',
    consent: 'Perdón, no quedó claro. ¿Sí o no?',
    location: 'Hace falta una ubicación: se envía con el botón de adjuntar.',
    file: 'Hace falta un archivo adjunto.',
    photo: 'Hace falta una foto.',
  },
  yes: 'Sí',
  no: 'No',
  noneOfThese: 'Ninguna de estas',
  isIt: (value) => `¿Es correcto: ${value}?`,
  isYes: '¿Lo tomo como un sí?',
  whichOne: '¿Cuál de estas opciones es?',
  askAnew: 'De acuerdo. ¿Cómo sería entonces?',
  askTime: (day) => `${day}. ¿A qué hora?`,
  askDay: (time) => `A esa hora (${time}), ¿qué día?`,
  past: (moment) => `Eso ya pasó (${moment}). Hace falta una fecha y hora por venir.`,
  wrongDocument: (kind) => `Ese número de ${kind} no coincide con su dígito verificador. ¿Puede ser de nuevo?`,
  options: 'Opciones:',
  seeOptions: 'Ver opciones',
  byNumber: 'Basta con responder el número.',
  handOver: 'Enseguida continúa la conversación una persona del equipo.',
  stopped: 'Listo, lo dejamos acá. Para empezar de nuevo basta con escribir.',
  cancelled: 'De acuerdo, queda cancelado. ¿En qué más podemos ayudar?',
  askedForPerson: 'Pidió hablar con una persona.',
  notUnderstood: (step) => `El flujo no entendió la respuesta en «${step}».`,
  broke: 'El flujo tuvo un problema y no pudo seguir.',
  callFailed: (step) => `El flujo no obtuvo respuesta de otro sistema en «${step}».`,
  linkFailed: (step) => `El flujo no pudo enviar el archivo del enlace en «${step}».`,
  otherBot: 'Parece que quien escribe es otro bot: el flujo dejó de responder.',
  overBudget: 'El flujo llegó al límite de mensajes de una conversación.',
  marks: ['Muy mal', 'Mal', 'Regular', 'Bien', 'Muy bien'],
  stages: {
    new: 'Nuevo',
    contacted: 'Contactado',
    qualified: 'Calificado',
    proposal: 'Propuesta',
    negotiation: 'Negociación',
    won: 'Ganado',
    lost: 'Perdido',
    follow_up: 'Seguimiento',
  },
  sentMedia: 'Mandó un archivo, una foto o un audio que el flujo no espera.',
}

const portuguese: Phrases = {
  invalidOption: 'Desculpe, não entendi a resposta. Estas são as opções:',
  row: (label, place) => (place === null ? `“${label}”` : `a opção ${place} (“${label}”)`),
  perhapsRow: (row) => `Não ficou claro se é ${row}. Estas são as opções:`,
  whichRow: (rows) => `É ${listed(rows, 'ou')}?`,
  onlyText: 'Por enquanto só consigo ler texto. Pode escrever em uma mensagem?',
  invalid: {
    text: 'Desculpe, não entendi a resposta. Pode escrever de novo, em uma mensagem de texto?',
    email: 'Esse e-mail não parece completo. Deve ser como nome@exemplo.com',
    phone: 'Esse número não parece completo. Precisa do DDD, por exemplo +55 11 91234-5678',
    number: 'Preciso de um número, por exemplo 3',
    any: 'Desculpe, não recebi nenhuma resposta. Pode enviar de novo?',
    date: 'Não ficou claro qual dia. Pode escrever, por exemplo, “amanhã”, “quinta que vem” ou 25/12',
    time: 'Não ficou claro o horário. Pode escrever, por exemplo, “às 5 da tarde” ou 17:00',
    datetime: 'Não ficou claro o dia e o horário. Pode escrever, por exemplo, “amanhã às 15h” ou 25/12 às 17:00',
    yes_no: 'Desculpe, não ficou claro. Sim ou não?',
    document: 'Esse número de documento não parece completo. Pode enviar de novo, com todos os números e letras?',
    rating: 'Preciso de um número, por exemplo 5',
    consent: 'Desculpe, não ficou claro. Sim ou não?',
    location: 'Preciso de uma localização: envie pelo botão de anexar.',
    file: 'Preciso de um arquivo anexado.',
    photo: 'Preciso de uma foto.',
  },
  yes: 'Sim',
  no: 'Não',
  noneOfThese: 'Nenhuma destas',
  isIt: (value) => `Está correto: ${value}?`,
  isYes: 'Posso entender como um sim?',
  whichOne: 'Qual destas opções é?',
  askAnew: 'Tudo bem. Como seria então?',
  askTime: (day) => `${day}. Em que horário?`,
  askDay: (time) => `Nesse horário (${time}), em que dia?`,
  past: (moment) => `Isso já passou (${moment}). Preciso de uma data e horário que ainda não passaram.`,
  wrongDocument: (kind) => `Esse número de ${kind} não confere com o dígito verificador. Pode enviar de novo?`,
  options: 'Opções:',
  seeOptions: 'Ver opções',
  byNumber: 'Basta responder com o número.',
  handOver: 'Uma pessoa da equipe já vai continuar a conversa.',
  stopped: 'Tudo bem, paramos por aqui. Para começar de novo é só escrever.',
  cancelled: 'Tudo bem, está cancelado. Em que mais podemos ajudar?',
  askedForPerson: 'Pediu para falar com uma pessoa.',
  notUnderstood: (step) => `O fluxo não entendeu a resposta em “${step}”.`,
  broke: 'O fluxo teve um problema e não pôde continuar.',
  callFailed: (step) => `O fluxo não obteve resposta de outro sistema em “${step}”.`,
  linkFailed: (step) => `O fluxo não conseguiu enviar o arquivo do link em “${step}”.`,
  otherBot: 'Parece que quem escreve é outro bot: o fluxo parou de responder.',
  overBudget: 'O fluxo chegou ao limite de mensagens de uma conversa.',
  marks: ['Muito ruim', 'Ruim', 'Regular', 'Bom', 'Muito bom'],
  stages: {
    new: 'Novo',
    contacted: 'Contatado',
    qualified: 'Qualificado',
    proposal: 'Proposta',
    negotiation: 'Negociação',
    won: 'Ganho',
    lost: 'Perdido',
    follow_up: 'Acompanhamento',
  },
  sentMedia: 'Enviou um arquivo, uma foto ou um áudio que o fluxo não espera.',
}

const english: Phrases = {
  invalidOption: "Sorry, I didn't understand that. These are the options:",
  row: (label, place) => (place === null ? `“${label}”` : `option ${place} (“${label}”)`),
  perhapsRow: (row) => `I'm not sure whether you mean ${row}. These are the options:`,
  whichRow: (rows) => `Do you mean ${listed(rows, 'or')}?`,
  onlyText: 'For now I can only read text. Could you type it in a message?',
  invalid: {
    text: "Sorry, I didn't understand that. Could you type it again in a message?",
    email: 'That e-mail address does not look complete. It should be like name@example.com',
    phone: 'That number does not look complete. Please include the area code, for example +1 212 555 0100',
    number: 'Please send a number, for example 3',
    any: 'Sorry, nothing arrived. Could you send it again?',
    date: 'I did not get which day. You can write, for example, “tomorrow”, “Friday” or December 25',
    time: 'I did not get the time. You can write, for example, “5 pm” or 17:00',
    datetime: 'I did not get the day and time. You can write, for example, “tomorrow at 5 pm” or December 25 at 17:00',
    yes_no: "Sorry, I didn't get that. Yes or no?",
    document: 'That document number does not look complete. Could you send it again, with all its digits and letters?',
    rating: 'Please send a number, for example 5',
    consent: "Sorry, I didn't get that. Yes or no?",
    location: 'Please send a location, with the attach button.',
    file: 'Please attach a file.',
    photo: 'Please send a photo.',
  },
  yes: 'Yes',
  no: 'No',
  noneOfThese: 'None of these',
  isIt: (value) => `Is this right: ${value}?`,
  isYes: 'Shall I take that as a yes?',
  whichOne: 'Which of these is it?',
  askAnew: 'All right. What should it be then?',
  askTime: (day) => `${day}. At what time?`,
  askDay: (time) => `At that time (${time}), on which day?`,
  past: (moment) => `That has already passed (${moment}). Please send a date and time that lie ahead.`,
  wrongDocument: (kind) => `That ${kind} number does not match its check digit. Could you send it again?`,
  options: 'Options:',
  seeOptions: 'See options',
  byNumber: 'Just reply with the number.',
  handOver: 'Someone from our team will continue this conversation shortly.',
  stopped: "All right, we'll leave it here. To start again, just write.",
  cancelled: 'All right, that is cancelled. What else can we help with?',
  askedForPerson: 'Asked to talk to a person.',
  notUnderstood: (step) => `The flow did not understand the answer at “${step}”.`,
  broke: 'The flow had a problem and could not go on.',
  callFailed: (step) => `The flow got no answer from another system at “${step}”.`,
  linkFailed: (step) => `The flow could not send the file of the link at “${step}”.`,
  otherBot: 'Another bot seems to be writing: the flow stopped answering.',
  overBudget: 'The flow reached the limit of messages of a conversation.',
  marks: ['Very bad', 'Bad', 'So-so', 'Good', 'Very good'],
  stages: {
    new: 'New',
    contacted: 'Contacted',
    qualified: 'Qualified',
    proposal: 'Proposal',
    negotiation: 'Negotiation',
    won: 'Won',
    lost: 'Lost',
    follow_up: 'Follow-up',
  },
  sentMedia: 'Sent a file, a picture or a recording that the flow does not expect.',
}

/** The locale in which the customer is spoken to: of the contact's language where the product speaks it, else of the business. */
export const spokenIn = ({ contact, locale }: Pick<Context, 'contact' | 'locale'>): string =>
  contact.language !== null && /^(?:es|pt|en)\b/i.test(contact.language) && contact.language.slice(0, 2).toLowerCase() !== locale.slice(0, 2).toLowerCase()
    ? contact.language
    : locale

/** The phrases of a locale's language; English for languages that the product does not speak. */
export const phrasesFor = (locale: string): Phrases => ({ es: spanish, pt: portuguese, en: english })[languageOf(locale)]
