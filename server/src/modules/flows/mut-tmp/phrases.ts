/** What the engine says or notes when the flow's author left a text out. Worded so that they suit every region of a language. */
export type Phrases = {
  invalidOption: string
  onlyText: string
  invalid: Record<'text' | 'email' | 'phone' | 'number' | 'any', string>
  options: string
  seeOptions: string
  byNumber: string
  handOver: string
  stopped: string
  askedForPerson: string
  notUnderstood: (step: string) => string
  broke: string
}

const spanish: Phrases = {
  invalidOption: 'Perdón, no entendí la respuesta. Estas son las opciones:',
  onlyText: 'Por ahora solo puedo leer texto. ¿Puede ser por escrito, en un mensaje?',
  invalid: {
    text: 'Perdón, no entendí la respuesta. ¿Puede ser de nuevo, en un mensaje de texto?',
    email: 'Ese correo no parece completo. Tiene que ser como nombre@ejemplo.com',
    phone: 'Ese número no parece completo. Hace falta el código de área, por ejemplo +54 9 11 2233 4455',
    number: 'Hace falta un número, por ejemplo 3',
    any: 'Perdón, no llegó ninguna respuesta. ¿Puede ser de nuevo?',
  },
  options: 'Opciones:',
  seeOptions: 'Ver opciones',
  byNumber: 'Basta con responder el número.',
  handOver: 'Enseguida continúa la conversación una persona del equipo.',
  stopped: 'Listo, lo dejamos acá. Para empezar de nuevo basta con escribir.',
  askedForPerson: 'Pidió hablar con una persona.',
  notUnderstood: (step) => `El flujo no entendió la respuesta en «${step}».`,
  broke: 'El flujo tuvo un problema y no pudo seguir.',
}

const portuguese: Phrases = {
  invalidOption: 'Desculpe, não entendi a resposta. Estas são as opções:',
  onlyText: 'Por enquanto só consigo ler texto. Pode escrever em uma mensagem?',
  invalid: {
    text: 'Desculpe, não entendi a resposta. Pode escrever de novo, em uma mensagem de texto?',
    email: 'Esse e-mail não parece completo. Deve ser como nome@exemplo.com',
    phone: 'Esse número não parece completo. Precisa do DDD, por exemplo +55 11 91234-5678',
    number: 'Preciso de um número, por exemplo 3',
    any: 'Desculpe, não recebi nenhuma resposta. Pode enviar de novo?',
  },
  options: 'Opções:',
  seeOptions: 'Ver opções',
  byNumber: 'Basta responder com o número.',
  handOver: 'Uma pessoa da equipe já vai continuar a conversa.',
  stopped: 'Tudo bem, paramos por aqui. Para começar de novo é só escrever.',
  askedForPerson: 'Pediu para falar com uma pessoa.',
  notUnderstood: (step) => `O fluxo não entendeu a resposta em “${step}”.`,
  broke: 'O fluxo teve um problema e não pôde continuar.',
}

const english: Phrases = {
  invalidOption: "Sorry, I didn't understand that. These are the options:",
  onlyText: 'For now I can only read text. Could you type it in a message?',
  invalid: {
    text: "Sorry, I didn't understand that. Could you type it again in a message?",
    email: 'That e-mail address does not look complete. It should be like name@example.com',
    phone: 'That number does not look complete. Please include the area code, for example +1 212 555 0100',
    number: 'Please send a number, for example 3',
    any: 'Sorry, nothing arrived. Could you send it again?',
  },
  options: 'Options:',
  seeOptions: 'See options',
  byNumber: 'Just reply with the number.',
  handOver: 'Someone from our team will continue this conversation shortly.',
  stopped: "All right, we'll leave it here. To start again, just write.",
  askedForPerson: 'Asked to talk to a person.',
  notUnderstood: (step) => `The flow did not understand the answer at “${step}”.`,
  broke: 'The flow had a problem and could not go on.',
}

/** The phrases of a locale's language; English for languages that the product does not speak. */
export const phrasesFor = (locale: string): Phrases => {
  const language = locale.slice(0, 2).toLowerCase()
  return language === 'es' ? spanish : language === 'pt' ? portuguese : english
}
