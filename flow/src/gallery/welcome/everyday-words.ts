/** Words that customers use whatever language the business has chosen, so each list is in Spanish, Portuguese and English. Accents and case do not matter. */

/** Ask for a person as a whole message or as the option of a menu. */
export const personWords = ['humano', 'persona', 'agente', 'asesor', 'operador', 'pessoa', 'atendente', 'person', 'human', 'agent', 'representative']

/** Ask for a person inside a longer message too, as they have two words or more. */
const personPhrases = [
  'hablar con alguien',
  'hablar con una persona',
  'hablar con un humano',
  'hablar con un agente',
  'una persona real',
  'atencion humana',
  'falar com alguem',
  'falar com uma pessoa',
  'falar com um atendente',
  'falar com um humano',
  'atendimento humano',
  'talk to a person',
  'talk to a human',
  'speak to someone',
  'talk to someone',
  'real person',
]

/** Whoever greets again wants to begin again. */
const greetings = [
  'hola',
  'buenas',
  'buen dia',
  'buenos dias',
  'buenas tardes',
  'buenas noches',
  'oi',
  'ola',
  'bom dia',
  'boa tarde',
  'boa noite',
  'hi',
  'hello',
  'hey',
  'good morning',
]

export const alwaysWords = {
  human: [...personWords, ...personPhrases],
  restart: [
    ...greetings,
    'menu',
    'inicio',
    'empezar',
    'empezar de nuevo',
    'volver',
    'volver al menu',
    'menu principal',
    'reiniciar',
    'recomecar',
    'voltar',
    'voltar ao menu',
    'start',
    'start over',
    'restart',
    'back',
    'main menu',
  ],
  stop: [
    'cancelar',
    'salir',
    'terminar',
    'chau',
    'chao',
    'adios',
    'basta',
    'sair',
    'parar',
    'encerrar',
    'tchau',
    'cancel',
    'stop',
    'exit',
    'quit',
    'bye',
    'goodbye',
  ],
}

/** For those who have no e-mail address or keep it to themselves. */
export const skipWords = ['saltar', 'no tengo', 'prefiero no', 'pular', 'nao tenho', 'prefiro nao', 'skip', "i don't have one", 'no', 'nao']
