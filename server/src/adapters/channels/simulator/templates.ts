import type { ProviderTemplate } from '#channels'

const plain = { category: 'utility', status: 'approved', header: null, footer: null, buttons: [] }

/** Templates of the simulated network, in three languages, one not approved yet and one that people cannot fill in: what a real account has. */
export const simulatedTemplates: ProviderTemplate[] = [
  { ...plain, name: 'retomar_conversacion', language: 'es', body: 'Hola {{nombre}}, te escribimos por tu consulta: {{tema}}. ¿Seguimos?' },
  {
    ...plain,
    name: 'recordatorio_turno',
    language: 'es',
    header: { format: 'text', text: 'Recordatorio' },
    body: 'Hola {{1}}, te recordamos tu turno del {{2}} a las {{3}}.',
    footer: 'Respondé para cambiarlo',
    buttons: [
      { type: 'quick_reply', text: 'Confirmo', url: null },
      { type: 'quick_reply', text: 'No puedo', url: null },
    ],
  },
  { ...plain, name: 'retomar_conversa', language: 'pt_BR', body: 'Olá {{nome}}, escrevemos sobre a sua consulta: {{assunto}}. Continuamos?' },
  { ...plain, name: 'follow_up', language: 'en', body: 'Hello {{name}}, we are writing about your question: {{topic}}. Shall we go on?' },
  {
    ...plain,
    name: 'folleto_cupon',
    language: 'es',
    category: 'marketing',
    header: { format: 'image', text: null },
    body: 'Hola {{nombre}}, este cupón es para vos.',
    buttons: [{ type: 'copy_code', text: 'Copiar código', url: null }],
  },
  { ...plain, name: 'catalogo_carrusel', language: 'es', category: 'marketing', body: 'Mirá lo nuevo', others: ['carousel'] },
  { ...plain, name: 'promo_invierno', language: 'es', category: 'marketing', status: 'pending', body: 'Descuentos de invierno, {{nombre}}' },
]
