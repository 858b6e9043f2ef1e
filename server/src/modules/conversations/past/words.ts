/** How a conversation that was brought along says what it is, where others say why they ended, in the language of the business. */
export const endWords = (locale: string): string => {
  if (locale.startsWith('pt')) return 'Mensagens de antes de vincular'
  return locale.startsWith('en') ? 'Messages from before linking' : 'Mensajes de antes de vincular'
}
