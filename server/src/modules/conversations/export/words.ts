/** The few words of an exported conversation that nobody in it said. */
export type ExportLanguage = 'es' | 'pt-BR' | 'en'
export type ExportWords = {
  title: string
  with: string
  phone: string
  channel: string
  state: string
  holder: string
  opened: string
  closed: string
  exported: string
  messages: string
  zone: string
  bot: string
  note: string
  product: string
  business: string
  deleted: string
  edited: string
  notSent: string
  missing: string
  page: string
  pictures: string
  states: Record<string, string>
  types: Record<string, string>
  events: Record<string, string>
}

const es: ExportWords = {
  title: 'Conversación con {name}',
  with: 'Persona',
  phone: 'Teléfono',
  channel: 'Canal',
  state: 'Estado',
  holder: 'A cargo de',
  opened: 'Empezó',
  closed: 'Terminó',
  exported: 'Exportada',
  messages: 'Mensajes',
  zone: 'Zona horaria',
  bot: 'Bot',
  note: 'nota interna',
  product: 'Sistema',
  business: 'Negocio',
  deleted: 'mensaje borrado',
  edited: 'editado',
  notSent: 'no se envió',
  missing: 'ya no se guarda',
  page: 'Página {page} de {pages}',
  pictures: 'Los signos que este documento no puede mostrar aparecen como □; el archivo de texto y el JSON los tienen.',
  states: {
    new: 'Nueva',
    queued: 'En cola',
    assigned: 'Asignada',
    active: 'En curso',
    pending: 'Pendiente',
    snoozed: 'Pospuesta',
    bot: 'Con el bot',
    transferred: 'Transferida',
    closed: 'Cerrada',
  },
  types: {
    image: 'Foto',
    video: 'Video',
    audio: 'Audio',
    voice: 'Nota de voz',
    document: 'Documento',
    sticker: 'Sticker',
    location: 'Ubicación',
    contacts: 'Contacto',
    template: 'Plantilla',
    choice: 'Eligió',
    other: 'Mensaje',
  },
  events: {
    taken_over: 'Una persona tomó la conversación',
    handed_back: 'La conversación volvió al bot',
    handed_over: 'El bot pasó la conversación a una persona',
    floor_dropped: 'La conversación quedó sin bot ni persona',
    assigned: 'La conversación se asignó',
    unassigned: 'La conversación quedó sin asignar',
    transferred: 'La conversación se transfirió',
    summary: 'Resumen',
    woken: 'Ya no está pospuesta',
    bot_returned: 'El bot vuelve a responder',
    blocked: 'Se bloqueó a la persona',
    contacts_joined: 'Dos contactos pasaron a ser uno',
    merged: 'Otra conversación pasó a ser parte de esta',
    merged_into: 'Pasó a ser parte de otra conversación',
    unmerged: 'Se volvieron a separar las conversaciones',
    agent_left: 'Volvió a la fila',
    not_accepted: 'Volvió a la fila',
    callback_promised: 'Se prometió llamar',
    scheduled_failed: 'No se pudo enviar un mensaje programado',
    closed: 'Se cerró la conversación',
    reopened: 'Se reabrió la conversación',
    number_changed: 'La persona cambió de número',
    number_taken_by_other: 'El número nuevo ya es de otra persona',
    user_id_changed: 'La persona cambió de cuenta',
    identity_changed: 'Cambió el código de seguridad',
  },
}

const pt: ExportWords = {
  title: 'Conversa com {name}',
  with: 'Pessoa',
  phone: 'Telefone',
  channel: 'Canal',
  state: 'Situação',
  holder: 'Com',
  opened: 'Começou',
  closed: 'Terminou',
  exported: 'Exportada',
  messages: 'Mensagens',
  zone: 'Fuso horário',
  bot: 'Bot',
  note: 'nota interna',
  product: 'Sistema',
  business: 'Negócio',
  deleted: 'mensagem apagada',
  edited: 'editada',
  notSent: 'não foi enviada',
  missing: 'não é mais guardado',
  page: 'Página {page} de {pages}',
  pictures: 'Os sinais que este documento não consegue mostrar aparecem como □; o arquivo de texto e o JSON os têm.',
  states: {
    new: 'Nova',
    queued: 'Na fila',
    assigned: 'Atribuída',
    active: 'Em andamento',
    pending: 'Pendente',
    snoozed: 'Adiada',
    bot: 'Com o bot',
    transferred: 'Transferida',
    closed: 'Encerrada',
  },
  types: {
    image: 'Foto',
    video: 'Vídeo',
    audio: 'Áudio',
    voice: 'Mensagem de voz',
    document: 'Documento',
    sticker: 'Figurinha',
    location: 'Localização',
    contacts: 'Contato',
    template: 'Modelo',
    choice: 'Escolheu',
    other: 'Mensagem',
  },
  events: {
    taken_over: 'Uma pessoa assumiu a conversa',
    handed_back: 'A conversa voltou para o bot',
    handed_over: 'O bot passou a conversa para uma pessoa',
    floor_dropped: 'A conversa ficou sem bot nem pessoa',
    assigned: 'A conversa foi atribuída',
    unassigned: 'A conversa ficou sem atribuir',
    transferred: 'A conversa foi transferida',
    summary: 'Resumo',
    woken: 'Não está mais adiada',
    bot_returned: 'O bot volta a responder',
    blocked: 'A pessoa foi bloqueada',
    contacts_joined: 'Dois contatos passaram a ser um só',
    merged: 'Outra conversa passou a fazer parte desta',
    merged_into: 'Passou a fazer parte de outra conversa',
    unmerged: 'As conversas foram separadas de novo',
    agent_left: 'Voltou para a fila',
    not_accepted: 'Voltou para a fila',
    callback_promised: 'Prometeu-se ligar',
    scheduled_failed: 'Não foi possível enviar uma mensagem programada',
    closed: 'A conversa foi encerrada',
    reopened: 'A conversa foi reaberta',
    number_changed: 'A pessoa mudou de número',
    number_taken_by_other: 'O novo número já é de outra pessoa',
    user_id_changed: 'A pessoa mudou de conta',
    identity_changed: 'O código de segurança mudou',
  },
}

const en: ExportWords = {
  title: 'Conversation with {name}',
  with: 'Person',
  phone: 'Phone',
  channel: 'Channel',
  state: 'State',
  holder: 'Held by',
  opened: 'Began',
  closed: 'Ended',
  exported: 'Exported',
  messages: 'Messages',
  zone: 'Time zone',
  bot: 'Bot',
  note: 'internal note',
  product: 'System',
  business: 'Business',
  deleted: 'deleted message',
  edited: 'edited',
  notSent: 'not sent',
  missing: 'no longer kept',
  page: 'Page {page} of {pages}',
  pictures: 'Signs that this document cannot show appear as □; the text file and the JSON have them.',
  states: {
    new: 'New',
    queued: 'Queued',
    assigned: 'Assigned',
    active: 'In progress',
    pending: 'Pending',
    snoozed: 'Snoozed',
    bot: 'With the bot',
    transferred: 'Transferred',
    closed: 'Closed',
  },
  types: {
    image: 'Photo',
    video: 'Video',
    audio: 'Audio',
    voice: 'Voice note',
    document: 'Document',
    sticker: 'Sticker',
    location: 'Location',
    contacts: 'Contact',
    template: 'Template',
    choice: 'Chose',
    other: 'Message',
  },
  events: {
    taken_over: 'A person took the conversation over',
    handed_back: 'The conversation went back to the bot',
    handed_over: 'The bot handed the conversation to a person',
    floor_dropped: 'The conversation was left without bot or person',
    assigned: 'The conversation was assigned',
    unassigned: 'The conversation was left unassigned',
    transferred: 'The conversation was transferred',
    summary: 'Summary',
    woken: 'No longer snoozed',
    bot_returned: 'The bot answers again',
    blocked: 'The person was blocked',
    contacts_joined: 'Two contacts became one',
    merged: 'Another conversation became part of this one',
    merged_into: 'It became part of another conversation',
    unmerged: 'The conversations were separated again',
    agent_left: 'Back in the queue',
    not_accepted: 'Back in the queue',
    callback_promised: 'A call was promised',
    scheduled_failed: 'A scheduled message could not be sent',
    closed: 'The conversation was closed',
    reopened: 'The conversation was reopened',
    number_changed: 'The person changed their number',
    number_taken_by_other: 'The new number belongs to somebody else',
    user_id_changed: 'The person changed their account',
    identity_changed: 'The security code changed',
  },
}

export const exportWords: Record<ExportLanguage, ExportWords> = { es, 'pt-BR': pt, en }

/** The language of a business, as far as exports speak it. */
export const exportLanguage = (locale: string): ExportLanguage => (locale.startsWith('pt') ? 'pt-BR' : locale.startsWith('en') ? 'en' : 'es')
