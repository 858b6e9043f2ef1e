import { fold, withoutManners } from '../understanding/fold.ts'

/** Of the words that stop a flow, those that also ask not to be written to any more; "adiós" and "salir" only end the talk. */
const wishes = [
  'stop',
  'unsubscribe',
  'opt out',
  'stop all',
  'do not write to me',
  "don't write to me",
  'baja',
  'dar de baja',
  'darme de baja',
  'quiero darme de baja',
  'basta',
  'no me escriban mas',
  'no me escriba mas',
  'no quiero mas mensajes',
  'cancelar suscripcion',
  'desuscribir',
  'desuscribirme',
  'parar',
  'descadastrar',
  'sair da lista',
  'nao me escreva mais',
  'nao quero mais mensagens',
  'cancelar inscricao',
]
const known = new Set(wishes.map((wish) => fold(wish)))

/** Whether who stops a flow by these words also wishes not to be written to. */
export const isOptOut = (text: string): boolean => known.has(withoutManners(fold(text)))
