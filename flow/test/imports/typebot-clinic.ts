/** A bot of a clinic as Typebot 6 exports it: what such bots are made of, by the shapes that its format has. */
const p = (...children: object[]) => ({ type: 'p', children })
const words = (text: string) => ({ richText: text.split('\n').map((line) => p({ text: line })) })
const group = (id: string, title: string, blocks: object[]) => ({ id, title, graphCoordinates: { x: 0, y: 0 }, blocks })
const edge = (id: string, from: object, groupId: string, blockId?: string) => ({ id, from, to: { groupId, ...(blockId && { blockId }) } })

export const clinicBot = {
  version: '6',
  id: 'cm2clinic0001',
  name: 'Clínica Sol',
  events: [{ id: 'ev1', type: 'start', outgoingEdgeId: 'e-start', graphCoordinates: { x: 0, y: 0 } }],
  groups: [
    group('g-hello', 'Bienvenida', [
      {
        id: 'b-hello',
        type: 'text',
        content: {
          richText: [
            p({ text: 'Hola, soy ' }, { text: 'Sol', bold: true }, { text: '.' }),
            { type: 'p', children: [{ type: 'a', url: 'https://sol.example', children: [{ text: 'Nuestro sitio' }] }] },
          ],
        },
      },
      { id: 'b-which', type: 'text', content: words('¿Qué necesitas?') },
      {
        id: 'b-menu',
        type: 'choice input',
        items: [
          { id: 'i-book', content: 'Reservar', outgoingEdgeId: 'e-book' },
          { id: 'i-price', content: 'Precios', outgoingEdgeId: 'e-price' },
          { id: 'i-other', content: 'Otra cosa' },
        ],
        options: { variableId: 'v-topic' },
        outgoingEdgeId: 'e-other',
      },
    ]),
    group('g-book', 'Reserva', [
      { id: 'b-name', type: 'text', content: words('¿Cómo te llamas?') },
      { id: 'b-name-in', type: 'text input', options: { variableId: 'v-name', labels: { placeholder: 'Tu nombre' } } },
      { id: 'b-mail', type: 'text', content: words('Gracias, {{Nombre completo}}. ¿Tu correo?') },
      { id: 'b-mail-in', type: 'email input', options: { variableId: 'v-mail', retryMessageContent: 'Ese correo no parece completo.' } },
      { id: 'b-day', type: 'text', content: words('¿Qué día?') },
      { id: 'b-day-in', type: 'date input', options: { hasTime: true, variableId: 'v-day' } },
      {
        id: 'b-adult',
        type: 'Condition',
        items: [
          {
            id: 'i-a',
            outgoingEdgeId: 'e-vip',
            content: { logicalOperator: 'AND', comparisons: [{ id: 'c1', variableId: 'v-mail', comparisonOperator: 'Ends with', value: '@sol.example' }] },
          },
        ],
      },
      {
        id: 'b-send',
        type: 'Webhook',
        options: {
          isCustomBody: true,
          webhook: {
            url: 'https://agenda.example/turnos',
            method: 'POST',
            headers: [{ id: 'h', key: 'X-Origin', value: 'whatsapp' }],
            body: '{"name": "{{Nombre completo}}", "email": "{{correo}}"}',
          },
          responseVariableMapping: [{ id: 'm', variableId: 'v-number', bodyPath: 'data.turno.numero' }],
        },
      },
      { id: 'b-done', type: 'text', content: words('Tu turno es el {{numero}}.') },
    ]),
    group('g-price', 'Precios', [
      { id: 'b-image', type: 'image', content: { url: 'https://sol.example/precios.png' } },
      { id: 'b-sum', type: 'Set variable', options: { variableId: 'v-total', type: 'Custom', isCode: true, expressionToEvaluate: '{{precio}} * 1.21' } },
      { id: 'b-pay', type: 'payment input', options: { provider: 'Stripe', amount: '10', currency: 'EUR' } },
      { id: 'b-again', type: 'Jump', options: { groupId: 'g-hello', blockId: 'b-which' } },
    ]),
    group('g-other', 'Otra cosa', [
      { id: 'b-wait', type: 'Wait', options: { secondsToWaitFor: '3' } },
      { id: 'b-person', type: 'Chatwoot', options: {} },
    ]),
    group('g-vip', 'VIP', [{ id: 'b-link', type: 'Typebot link', options: { typebotId: 'cm2other' } }]),
    group('g-lost', 'Prueba vieja', [{ id: 'b-lost', type: 'text', content: words('Nadie llega aquí') }]),
  ],
  edges: [
    edge('e-start', { eventId: 'ev1' }, 'g-hello'),
    edge('e-book', { blockId: 'b-menu', itemId: 'i-book' }, 'g-book'),
    edge('e-price', { blockId: 'b-menu', itemId: 'i-price' }, 'g-price'),
    edge('e-other', { blockId: 'b-menu' }, 'g-other'),
    edge('e-vip', { blockId: 'b-adult', itemId: 'i-a' }, 'g-vip'),
  ],
  variables: [
    { id: 'v-topic', name: 'tema', isSessionVariable: true },
    { id: 'v-name', name: 'Nombre completo' },
    { id: 'v-mail', name: 'correo' },
    { id: 'v-day', name: 'día' },
    { id: 'v-number', name: 'numero' },
    { id: 'v-total', name: 'total' },
    { id: 'v-price', name: 'precio', value: '100' },
  ],
  theme: {},
  settings: {
    whatsApp: {
      isEnabled: true,
      sessionExpiryTimeout: 2,
      startCondition: { logicalOperator: 'OR', comparisons: [{ id: 's', comparisonOperator: 'Contains', value: 'turno' }] },
    },
  },
  publicId: 'clinica-sol',
}
