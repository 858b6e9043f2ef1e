import type { MessageContent } from '@chasqui/contracts'
import type { Sample } from '#conversations'
import { agent, contact, flow, note, phone, pressed } from './talk-lines.ts'

const menu: MessageContent = {
  type: 'buttons',
  body: '¡Hola! Te damos la bienvenida a *Clínica Demo*. 👋 ¿En qué te podemos ayudar?',
  buttons: [
    { id: 'hours', title: 'Horarios' },
    { id: 'request', title: 'Pedir un turno' },
    { id: 'person', title: 'Hablar con alguien' },
  ],
}

/** Talks of the clinic in Argentina. */
export const clinicTalks: Sample[] = [
  {
    from: { name: 'Camila Duarte', address: phone('5491140000021') },
    end: 'bot',
    unread: 0,
    tags: ['Turno'],
    lines: [contact(26, 'Buen día'), flow(26, menu), contact(25, pressed('request', 'Pedir un turno')), flow(25, '¿Cuál es tu nombre y apellido?')],
  },
  {
    from: { name: 'Ricardo Peña', address: phone('5491140000022'), stage: 'negotiation' },
    end: 'waiting',
    unread: 3,
    priority: 'urgent',
    tags: ['Pagos'],
    lines: [
      contact(94, 'Hola'),
      flow(94, menu),
      contact(93, pressed('person', 'Hablar con alguien')),
      flow(93, 'Te paso con una persona del equipo. Te responde en cuanto pueda. 🙌'),
      contact(92, 'Ya pagué la seña'),
      contact(58, 'Les mandé el comprobante por mail'),
      contact(14, '¿Me confirman por favor?'),
    ],
  },
  {
    from: { name: 'Valentina Soto', address: phone('5491140000023'), stage: 'won' },
    end: 'mine',
    tags: ['Turno'],
    lines: [
      contact(190, '¿Tienen lugar para control esta semana?'),
      flow(190, menu),
      contact(189, pressed('person', 'Hablar con alguien')),
      agent(180, '¡Hola, Valentina! Sí, la *Dra. Vega* tiene lugar el jueves a las 10:00 o a las 11:30.'),
      contact(176, 'Jueves 10 perfecto'),
      note(175, 'Pidió certificado para el trabajo, dejarlo listo en recepción.'),
      agent(174, 'Listo, quedó agendado. Traé la orden y tu credencial.'),
      contact(172, 'Genial, gracias! 🙌'),
      agent(171, 'Te espero entonces 😊'),
    ],
  },
  {
    from: { name: 'João Pereira', address: phone('5511940000024'), stage: 'contacted' },
    end: 'waiting',
    unread: 1,
    tags: ['Português'],
    lines: [
      contact(44, 'Bom dia! Vocês atendem convênio internacional?'),
      flow(44, menu),
      contact(43, 'Quero falar com uma pessoa, por favor'),
      flow(43, 'Te paso con una persona del equipo. Te responde en cuanto pueda. 🙌'),
    ],
  },
  {
    from: { name: 'Hugo Benítez', address: phone('5491140000025'), stage: 'qualified' },
    end: 'mine',
    lines: [
      contact(320, '¿Hay que ir en ayunas para la ecografía?'),
      agent(300, 'Hola, Hugo. Sí: 6 horas de ayuno y venir con la vejiga llena.', 'read'),
      contact(260, { type: 'location', latitude: -34.6094, longitude: -58.3926, name: 'Av. Rivadavia 4321', address: 'Buenos Aires' }),
      contact(259, '¿Es acá?'),
      agent(240, 'Exacto, segundo piso B. Te paso la preparación por acá.', 'delivered'),
    ],
  },
  {
    from: { name: 'Lucía Fernández', address: phone('5215540000026'), stage: 'proposal' },
    end: 'closed',
    lines: [
      contact(1500, 'Hola, quiero cambiar mi turno del martes'),
      flow(1500, menu),
      contact(1499, pressed('person', 'Hablar con alguien')),
      agent(1480, '¡Hola, Lucía! Te lo paso al viernes 9:30, ¿te sirve?'),
      contact(1470, 'Sí, perfecto'),
      agent(1465, 'Listo, quedó confirmado.'),
    ],
  },
  {
    from: { name: 'Farmacia Central', address: phone('5491140000027'), stage: 'won' },
    end: 'waiting',
    unread: 2,
    priority: 'high',
    lines: [
      contact(9, 'Buenas, consulto por una receta'),
      flow(9, menu),
      contact(8, pressed('person', 'Hablar con alguien')),
      flow(8, 'Te paso con una persona del equipo. Te responde en cuanto pueda. 🙌'),
      contact(6, { type: 'contacts', contacts: [{ name: 'Dr. Lima', phones: [{ phone: '+54 9 11 4000-0099' }], emails: [], own: false }] }),
      contact(5, '¿Es este el médico que la firmó?'),
    ],
  },
  {
    from: { name: 'Martín Acosta', address: phone('5491140000028'), stage: 'follow_up' },
    end: 'closed',
    lines: [
      contact(2900, '¿Qué horarios tienen?'),
      flow(2900, menu),
      contact(2899, pressed('hours', 'Horarios')),
      flow(2899, 'Atendemos de lunes a viernes de 8 a 20 y los sábados de 9 a 13.'),
      contact(2898, 'Gracias!'),
    ],
  },
]
