import type { MessageContent } from '@chasqui/contracts'
import type { Sample } from '#conversations'
import { agent, contact, flow, note, phone, pressed } from './talk-lines.ts'

const menu: MessageContent = {
  type: 'buttons',
  body: '¡Hola! Te damos la bienvenida a *Veterinaria Demo*. 👋 ¿En qué te podemos ayudar?',
  buttons: [
    { id: 'hours', title: 'Horarios' },
    { id: 'request', title: 'Pedir una cita' },
    { id: 'person', title: 'Hablar con alguien' },
  ],
}
const toPerson = [pressed('person', 'Hablar con alguien'), 'Te paso con una persona del equipo. Te responde en cuanto pueda. 🙌'] as const

/** Talks of the veterinary in Mexico. */
export const veterinaryTalks: Sample[] = [
  {
    from: { name: 'Fernanda Ochoa', address: phone('5215540000031'), stage: 'won' },
    end: 'waiting',
    unread: 2,
    priority: 'urgent',
    tags: ['Urgencia'],
    lines: [
      contact(17, 'Buenas, mi perrita se comió un chocolate'),
      flow(17, menu),
      contact(16, toPerson[0]),
      flow(16, toPerson[1]),
      contact(15, 'Pesa 6 kilos, fue como media barra'),
      contact(11, '¿La llevo ahorita?'),
    ],
  },
  {
    from: { name: 'Iván Robledo', address: phone('5215540000032'), stage: 'negotiation' },
    end: 'mine',
    tags: ['Vacunas'],
    lines: [
      contact(210, '¿A Canela ya le toca la antirrábica?'),
      flow(210, menu),
      contact(209, toPerson[0]),
      agent(201, '¡Hola, Iván! Sí, le toca este mes. ¿Te acomoda el sábado a las 10:30?'),
      contact(196, 'Perfecto, ahí estamos'),
      note(195, 'Canela se pone nerviosa con otros perros: pasarla directo al consultorio 2.'),
      agent(194, 'Listo, quedó apartado. Trae su cartilla, por favor.'),
    ],
  },
  {
    from: { name: 'Graciela Montaño', address: phone('5215540000033'), stage: 'follow_up' },
    end: 'mine',
    lines: [
      contact(95, 'Oigan, ¿el gato puede comer normal después de la esterilización?'),
      agent(80, 'Hola, Graciela. Hoy solo agua y un poco de alimento húmedo por la noche. Mañana ya normal.', 'delivered'),
      contact(62, '¿Y el collar hasta cuándo?'),
    ],
  },
  {
    from: { name: 'Luis Ángel Cruz', address: phone('5215540000034'), stage: 'contacted' },
    end: 'bot',
    tags: ['Cita'],
    lines: [
      contact(33, 'Buenas tardes'),
      flow(33, menu),
      contact(32, pressed('request', 'Pedir una cita')),
      flow(32, '¿Cuál es tu nombre y apellido?'),
      contact(31, 'Luis Ángel Cruz'),
      flow(31, '¿A qué correo te escribimos?'),
    ],
  },
  {
    from: { name: 'Maribel Santos', address: phone('5215540000035') },
    end: 'closed',
    lines: [
      contact(1620, '¿Bañan gatos?'),
      flow(1620, menu),
      contact(1619, toPerson[0]),
      agent(1600, 'Hola, Maribel. Sí, con cita y por las mañanas, que está más tranquilo.'),
      contact(1594, 'Va, mañana les llamo. ¡Gracias!'),
    ],
  },
  {
    from: { name: 'Héctor Lugo', address: phone('5215540000036'), stage: 'lost' },
    end: 'closed',
    lines: [
      contact(3100, '¿Abren el domingo?'),
      flow(3100, menu),
      contact(3099, pressed('hours', 'Horarios')),
      flow(3099, '🕘 Atendemos de lunes a sábado de 9 a 20 h. Las urgencias, también los domingos de 10 a 13 h.'),
    ],
  },
]
