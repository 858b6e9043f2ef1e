const es = {
  open: 'Abrir el chat',
  close: 'Cerrar el chat',
  unread: (count: number) => `${count} sin leer`,
  log: 'Mensajes',
  you: 'Vos',
  write: 'Escribí tu mensaje',
  send: 'Enviar',
  attach: 'Adjuntar un archivo',
  greeting: '¡Hola! ¿En qué te podemos ayudar?',
  closed: 'Ahora no estamos. Dejanos tu mensaje y te respondemos cuando volvamos.',
  name: 'Tu nombre',
  email: 'Tu correo',
  begin: 'Empezar',
  needed: 'Falta completar esto.',
  wrongEmail: 'Este correo no parece correcto.',
  earlier: 'Ver mensajes anteriores',
  typing: 'Está escribiendo…',
  offline: 'Sin conexión. Lo que escribas sale cuando vuelva.',
  sending: 'Enviando',
  sent: 'Enviado',
  read: 'Leído',
  failed: 'No se pudo enviar.',
  again: 'Reintentar',
  discard: 'Descartar',
  tooLarge: 'El archivo es demasiado grande.',
  refusedFile: 'Este tipo de archivo no se puede enviar.',
  picture: 'Imagen',
  file: 'Archivo',
  play: 'Reproducir',
  place: 'Ver en el mapa',
  unsupported: 'Este mensaje no se puede mostrar acá.',
}
export type Words = typeof es

const pt: Words = {
  open: 'Abrir o chat',
  close: 'Fechar o chat',
  unread: (count) => (count === 1 ? '1 não lida' : `${count} não lidas`),
  log: 'Mensagens',
  you: 'Você',
  write: 'Escreva sua mensagem',
  send: 'Enviar',
  attach: 'Anexar um arquivo',
  greeting: 'Olá! Como podemos ajudar?',
  closed: 'Não estamos agora. Deixe sua mensagem e respondemos quando voltarmos.',
  name: 'Seu nome',
  email: 'Seu e-mail',
  begin: 'Começar',
  needed: 'Falta preencher isto.',
  wrongEmail: 'Este e-mail não parece correto.',
  earlier: 'Ver mensagens anteriores',
  typing: 'Está escrevendo…',
  offline: 'Sem conexão. O que você escrever sai quando ela voltar.',
  sending: 'Enviando',
  sent: 'Enviada',
  read: 'Lida',
  failed: 'Não foi possível enviar.',
  again: 'Tentar de novo',
  discard: 'Descartar',
  tooLarge: 'O arquivo é grande demais.',
  refusedFile: 'Este tipo de arquivo não pode ser enviado.',
  picture: 'Imagem',
  file: 'Arquivo',
  play: 'Reproduzir',
  place: 'Ver no mapa',
  unsupported: 'Esta mensagem não pode ser mostrada aqui.',
}

const en: Words = {
  open: 'Open the chat',
  close: 'Close the chat',
  unread: (count) => `${count} unread`,
  log: 'Messages',
  you: 'You',
  write: 'Write your message',
  send: 'Send',
  attach: 'Attach a file',
  greeting: 'Hello! How can we help?',
  closed: 'We are not here right now. Leave us a message and we will answer when we are back.',
  name: 'Your name',
  email: 'Your email',
  begin: 'Begin',
  needed: 'Please fill this in.',
  wrongEmail: 'This email does not look right.',
  earlier: 'Show earlier messages',
  typing: 'Typing…',
  offline: 'No connection. What you write leaves when it is back.',
  sending: 'Sending',
  sent: 'Sent',
  read: 'Read',
  failed: 'It could not be sent.',
  again: 'Try again',
  discard: 'Discard',
  tooLarge: 'The file is too large.',
  refusedFile: 'Files of this kind cannot be sent.',
  picture: 'Picture',
  file: 'File',
  play: 'Play',
  place: 'Show on the map',
  unsupported: 'This message cannot be shown here.',
}

export type Language = 'es' | 'pt-BR' | 'en'
const all: Record<Language, Words> = { es, 'pt-BR': pt, en }

/** The first of these tags that there are words for; Spanish else. */
export const languageOf = (tags: readonly (string | null | undefined)[]): Language => {
  for (const tag of tags) {
    const [main] = (tag ?? '').toLowerCase().split('-')
    if (main === 'pt') return 'pt-BR'
    if (main === 'es' || main === 'en') return main
  }
  return 'es'
}

export const wordsIn = (language: Language): Words => all[language]
