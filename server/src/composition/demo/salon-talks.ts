import type { MessageContent } from '@chasqui/contracts'
import type { Sample } from '#conversations'
import { agent, contact, flow, note, phone, pressed } from './talk-lines.ts'

const menu: MessageContent = {
  type: 'buttons',
  body: 'Olá! Boas-vindas ao *Salão Demo*. 👋 Como podemos ajudar?',
  buttons: [
    { id: 'hours', title: 'Horários' },
    { id: 'request', title: 'Agendar' },
    { id: 'person', title: 'Falar com alguém' },
  ],
}
const toPerson = [pressed('person', 'Falar com alguém'), 'Vou passar você para uma pessoa da equipe, que responde assim que puder. 🙌'] as const

/** Talks of the salon in Brazil. */
export const salonTalks: Sample[] = [
  {
    from: { name: 'Patrícia Amaral', address: phone('5511940000041'), stage: 'qualified' },
    end: 'waiting',
    unread: 2,
    priority: 'high',
    tags: ['Noiva'],
    lines: [
      contact(21, 'Oi! Vocês fazem penteado de noiva?'),
      flow(21, menu),
      contact(20, toPerson[0]),
      flow(20, toPerson[1]),
      contact(19, 'O casamento é dia 12, às 17h'),
      contact(12, 'E somos quatro madrinhas 😅'),
    ],
  },
  {
    from: { name: 'Rafael Teles', address: phone('5521940000042'), stage: 'proposal' },
    end: 'mine',
    tags: ['Corte'],
    lines: [
      contact(160, 'Tem horário hoje com a Ju?'),
      flow(160, menu),
      contact(159, toPerson[0]),
      agent(150, 'Oi, Rafael! Hoje só às 18h30. Serve?'),
      contact(147, 'Serve sim'),
      note(146, 'Prefere máquina 2 nas laterais, como da última vez.'),
      agent(145, 'Combinado, está reservado. Até mais tarde!'),
    ],
  },
  {
    from: { name: 'Beatriz Moraes', address: phone('5531940000043'), stage: 'won' },
    end: 'mine',
    lines: [
      contact(300, 'Quanto tempo antes da coloração não posso lavar o cabelo?'),
      agent(280, 'Oi, Beatriz! O ideal é lavar um dia antes e não no mesmo dia.', 'delivered'),
      contact(118, 'Entendi. E posso levar minha filha junto?'),
    ],
  },
  {
    from: { name: 'Larissa Pinto', address: phone('5511940000044'), stage: 'contacted' },
    end: 'bot',
    tags: ['Agendamento'],
    lines: [contact(40, 'Boa tarde'), flow(40, menu), contact(39, pressed('request', 'Agendar')), flow(39, 'Qual é o seu nome completo?')],
  },
  {
    from: { name: 'Seu Osvaldo', address: phone('5511940000045') },
    end: 'closed',
    lines: [
      contact(1710, 'Preciso remarcar a barba de quinta'),
      flow(1710, menu),
      contact(1709, toPerson[0]),
      agent(1690, 'Claro! Sexta às 9h está bom?'),
      contact(1682, 'Ótimo, obrigado'),
    ],
  },
  {
    from: { name: 'Débora Lins', address: phone('5541940000046'), stage: 'lost' },
    end: 'closed',
    lines: [
      contact(2950, 'Abrem na segunda?'),
      flow(2950, menu),
      contact(2949, pressed('hours', 'Horários')),
      flow(2949, '🕘 Atendemos de terça a sábado, das 10h às 20h.'),
    ],
  },
]
