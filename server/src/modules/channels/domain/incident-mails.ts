import type { ChannelIncidentCause } from '@chasqui/contracts'

type Language = 'es' | 'pt-BR' | 'en'
export type Mail = { subject: string; text: string }
type About = { name: string; url: string }
type Words = { down: string; up: string; cause: Record<ChannelIncidentCause, string>; look: string; works: string; once: string }

const words: Record<Language, Words> = {
  es: {
    down: '{{name}} dejó de funcionar',
    up: '{{name}} vuelve a funcionar',
    cause: {
      refused: 'El proveedor ya no acepta la cuenta del canal. Lo que se escribe espera en la cola hasta que alguien la revise.',
      logged_out: 'El teléfono cerró la sesión del canal: ya no llegan ni salen mensajes. Hay que vincularlo otra vez.',
      failed: 'El canal se detuvo por un error y no llegan mensajes. Hay que mirar la causa y volver a conectarlo.',
      line_lost: 'La conexión del canal se cortó hace más de diez minutos y todavía no vuelve. Se sigue intentando.',
    },
    look: 'La causa y qué hacer están en la página del canal:',
    works: 'El canal está conectado otra vez, y lo que esperaba sale solo. No hace falta hacer nada:',
    once: 'Lo recibes porque administras los canales. De cada corte se avisa una vez.',
  },
  'pt-BR': {
    down: '{{name}} parou de funcionar',
    up: '{{name}} voltou a funcionar',
    cause: {
      refused: 'O provedor não aceita mais a conta do canal. O que se escreve espera na fila até alguém verificar.',
      logged_out: 'O celular encerrou a sessão do canal: não chegam nem saem mensagens. É preciso vinculá-lo de novo.',
      failed: 'O canal parou por um erro e não chegam mensagens. É preciso ver a causa e conectá-lo de novo.',
      line_lost: 'A conexão do canal caiu há mais de dez minutos e ainda não voltou. As tentativas continuam.',
    },
    look: 'A causa e o que fazer estão na página do canal:',
    works: 'O canal está conectado de novo, e o que esperava sai sozinho. Não é preciso fazer nada:',
    once: 'Você recebe isto porque administra os canais. Cada queda é avisada uma vez.',
  },
  en: {
    down: '{{name}} stopped working',
    up: '{{name}} works again',
    cause: {
      refused: 'The provider accepts the account of the channel no more. What is written waits in the queue until somebody looks at it.',
      logged_out: 'The telephone ended the session of the channel: no messages come in or go out. It has to be linked again.',
      failed: 'The channel stopped by an error, and no messages come in. Somebody has to look at the cause and connect it again.',
      line_lost: 'The line of the channel was lost more than ten minutes ago and is not back yet. It goes on being tried.',
    },
    look: 'The cause and what to do are on the page of the channel:',
    works: 'The channel is connected again, and what waited leaves by itself. Nothing has to be done:',
    once: 'You get this because you manage the channels. Each breakdown is told once.',
  },
}

/** Names are people's own, and a subject is one line. */
const named = (sentence: string, name: string): string => sentence.replace('{{name}}', () => name.replaceAll(/\s+/g, ' ').slice(0, 100))

export const incidentMail = (language: Language | null, cause: ChannelIncidentCause, { name, url }: About): Mail => {
  const said = words[language ?? 'es']
  return { subject: named(said.down, name), text: `${said.cause[cause]}\n\n${said.look}\n${url}\n\n${said.once}\n` }
}

export const mendedMail = (language: Language | null, { name, url }: About): Mail => {
  const said = words[language ?? 'es']
  return { subject: named(said.up, name), text: `${said.works}\n${url}\n` }
}
