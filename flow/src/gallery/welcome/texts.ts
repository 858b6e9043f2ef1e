/** What the demo's welcome flow says, by language and line of business. Button labels keep within 20 characters. */
export type WelcomeLocale = 'es' | 'pt-BR' | 'en'
export type WelcomeTrade = 'clinic' | 'veterinary' | 'salon' | 'shop' | 'other'

/** What customers ask this kind of business for. */
type Request = { requestLabel: string; requestWords: string[]; requested: string; requestNote: string; unfinishedNote: string }
type Steps = Record<
  | 'begin'
  | 'beginHours'
  | 'menu'
  | 'hours'
  | 'more'
  | 'known'
  | 'confirm'
  | 'name'
  | 'email'
  | 'request'
  | 'unfinished'
  | 'person'
  | 'personLost'
  | 'quiet'
  | 'bye',
  string
>
type Talk = {
  steps: Steps
  greeting: string
  question: string
  hoursLabel: string
  hoursWords: string[]
  personLabel: string
  invalidMenu: string
  more: string
  nothingLabel: string
  nothingWords: string[]
  confirm: string
  sameLabel: string
  sameWords: string[]
  otherLabel: string
  otherWords: string[]
  askName: string
  invalidName: string
  askEmail: string
  invalidEmail: string
  unfinished: string
  person: string
  personNote: string
  personLost: string
  personLostNote: string
  quiet: string
  bye: string
}
export type WelcomeTexts = Talk & Request & { hours: string }
type Language = { talk: Talk; order: Request; appointment: Request; hours: Record<WelcomeTrade, string> }

/** The texts of a language, with what this line of business offers: a shop takes orders, the others give appointments. */
export const welcomeTexts = (locale: WelcomeLocale, trade: WelcomeTrade): WelcomeTexts => {
  const { talk, order, appointment, hours } = languages[locale]
  return { ...talk, ...(trade === 'shop' ? order : appointment), hours: hours[trade] }
}

const spanish: Language = {
  talk: {
    steps: {
      begin: '¿Ya dice qué pide?',
      beginHours: '¿Pregunta el horario?',
      menu: 'Menú',
      hours: 'Horarios',
      more: '¿Algo más?',
      known: '¿Tenemos sus datos?',
      confirm: 'Confirmar datos',
      name: 'Nombre',
      email: 'Correo',
      request: 'Pedido a una persona',
      unfinished: 'Pedido sin terminar',
      person: 'Pasar a una persona',
      personLost: 'No se entendió',
      quiet: 'Sin respuesta',
      bye: 'Despedida',
    },
    greeting: '¡Hola, {{contact.name}}! Te damos la bienvenida a {{business.name}}. 👋',
    question: '¿En qué te podemos ayudar?',
    hoursLabel: 'Horarios',
    hoursWords: ['horario', 'horarios', 'a que hora', 'abren', 'cierran', 'atienden'],
    personLabel: 'Hablar con alguien',
    invalidMenu: 'Perdón, no te entendí. Elegí una de estas opciones:',
    more: '¿Te ayudamos con algo más?',
    nothingLabel: 'No, gracias',
    nothingWords: ['no', 'nada', 'nada mas', 'eso es todo', 'listo', 'gracias', 'ok'],
    confirm: 'Tenemos estos datos tuyos:\n{{contact.name}}\n{{contact.email}}\n¿Los usamos?',
    sameLabel: 'Sí, esos',
    sameWords: ['si', 'dale', 'ok', 'claro', 'correcto', 'esta bien'],
    otherLabel: 'Cambiar datos',
    otherWords: ['no', 'cambiar', 'otros', 'corregir'],
    askName: '¡Con gusto! ¿Cómo es tu nombre y apellido?',
    invalidName: 'Perdón, no te entendí. Escribí tu nombre y apellido, por favor.',
    askEmail: 'Gracias, {{name}}. ¿A qué correo te mandamos la confirmación? Si no tenés, escribí «saltar».',
    invalidEmail: 'Ese correo no parece completo. Tiene que ser como nombre@ejemplo.com. Si no tenés, escribí «saltar».',
    unfinished: 'No hay apuro. Ya le avisamos al equipo: una persona te va a escribir por acá para terminar.',
    person: 'Listo, te pasamos con una persona del equipo. En un ratito te responde por acá.',
    personNote: 'Pidió hablar con una persona.',
    personLost: 'Mejor te pasamos con una persona del equipo. En un ratito te responde por acá.',
    personLostNote: 'El asistente no entendió lo que necesita.',
    quiet: 'Parece que ahora no es buen momento. Cuando quieras seguir, escribinos por acá. ¡Hasta pronto!',
    bye: '¡Gracias por escribir a {{business.name}}! Cuando nos necesites, estamos por acá.',
  },
  appointment: {
    requestLabel: 'Pedir un turno',
    requestWords: ['turno', 'turnos', 'cita', 'reservar', 'reserva', 'agendar'],
    requested: '¡Gracias, {{name}}! Una persona del equipo te va a confirmar el turno por acá.',
    requestNote: 'Pide un turno: {{name}}, {{email}}',
    unfinishedNote: 'Quiso pedir un turno y no terminó de dejar sus datos: {{name}}, {{email}}',
  },
  order: {
    requestLabel: 'Hacer un pedido',
    requestWords: ['pedido', 'pedidos', 'comprar', 'compra', 'encargar', 'precio'],
    requested: '¡Gracias, {{name}}! Una persona del equipo va a tomar tu pedido por acá.',
    requestNote: 'Quiere hacer un pedido: {{name}}, {{email}}',
    unfinishedNote: 'Quiso hacer un pedido y no terminó de dejar sus datos: {{name}}, {{email}}',
  },
  hours: {
    clinic: '🕘 Atendemos de lunes a viernes de 8 a 20 h y los sábados de 9 a 13 h.',
    veterinary: '🕘 Atendemos de lunes a sábado de 9 a 20 h. Las urgencias, también los domingos de 10 a 13 h.',
    salon: '🕘 Atendemos de martes a sábado de 10 a 20 h.',
    shop: '🕘 Abrimos de lunes a sábado de 9 a 13 h y de 16:30 a 20:30 h.',
    other: '🕘 Atendemos de lunes a viernes de 9 a 18 h.',
  },
}

const portuguese: Language = {
  talk: {
    steps: {
      begin: 'Já diz o que quer?',
      beginHours: 'Pergunta o horário?',
      menu: 'Menu',
      hours: 'Horários',
      more: 'Algo mais?',
      known: 'Temos os dados?',
      confirm: 'Confirmar dados',
      name: 'Nome',
      email: 'E-mail',
      request: 'Pedido a uma pessoa',
      unfinished: 'Pedido não concluído',
      person: 'Passar a uma pessoa',
      personLost: 'Não foi entendido',
      quiet: 'Sem resposta',
      bye: 'Despedida',
    },
    greeting: 'Olá, {{contact.name}}! Boas-vindas a {{business.name}}. 👋',
    question: 'Como podemos ajudar?',
    hoursLabel: 'Funcionamento',
    hoursWords: ['funcionamento', 'horario de atendimento', 'horario de funcionamento', 'que horas abre', 'que horas fecha', 'abrem', 'fecham', 'horarios'],
    personLabel: 'Falar com alguém',
    invalidMenu: 'Desculpe, não entendi. Escolha uma destas opções:',
    more: 'Podemos ajudar em algo mais?',
    nothingLabel: 'Não, obrigado',
    nothingWords: ['nao', 'nada', 'nao, obrigada', 'so isso', 'e so isso', 'obrigado', 'obrigada', 'ok'],
    confirm: 'Temos estes dados seus:\n{{contact.name}}\n{{contact.email}}\nPodemos usá-los?',
    sameLabel: 'Sim, esses',
    sameWords: ['sim', 'ok', 'claro', 'pode', 'correto', 'isso'],
    otherLabel: 'Mudar dados',
    otherWords: ['nao', 'mudar', 'outros', 'corrigir'],
    askName: 'Com prazer! Qual é o seu nome completo?',
    invalidName: 'Desculpe, não entendi. Escreva o seu nome completo, por favor.',
    askEmail: 'Obrigado, {{name}}. Para qual e-mail enviamos a confirmação? Se não tiver, escreva “pular”.',
    invalidEmail: 'Esse e-mail não parece completo. Deve ser como nome@exemplo.com. Se não tiver, escreva “pular”.',
    unfinished: 'Sem pressa. Já avisamos a equipe: uma pessoa vai escrever por aqui para terminar.',
    person: 'Pronto, vamos passar você para uma pessoa da equipe. Em breve ela responde por aqui.',
    personNote: 'Pediu para falar com uma pessoa.',
    personLost: 'É melhor passar você para uma pessoa da equipe. Em breve ela responde por aqui.',
    personLostNote: 'O assistente não entendeu o que a pessoa precisa.',
    quiet: 'Parece que agora não é um bom momento. Quando quiser continuar, é só escrever. Até logo!',
    bye: 'Obrigado por escrever para {{business.name}}! Quando precisar, estamos por aqui.',
  },
  appointment: {
    requestLabel: 'Agendar horário',
    requestWords: ['agendar', 'agendamento', 'marcar', 'consulta', 'reservar'],
    requested: 'Obrigado, {{name}}! Uma pessoa da equipe vai confirmar o seu horário por aqui.',
    requestNote: 'Quer agendar um horário: {{name}}, {{email}}',
    unfinishedNote: 'Quis agendar um horário e não terminou de deixar os dados: {{name}}, {{email}}',
  },
  order: {
    requestLabel: 'Fazer um pedido',
    requestWords: ['pedido', 'pedidos', 'comprar', 'compra', 'encomendar', 'preco'],
    requested: 'Obrigado, {{name}}! Uma pessoa da equipe vai anotar o seu pedido por aqui.',
    requestNote: 'Quer fazer um pedido: {{name}}, {{email}}',
    unfinishedNote: 'Quis fazer um pedido e não terminou de deixar os dados: {{name}}, {{email}}',
  },
  hours: {
    clinic: '🕘 Atendemos de segunda a sexta, das 8h às 20h, e aos sábados, das 9h às 13h.',
    veterinary: '🕘 Atendemos de segunda a sábado, das 9h às 20h. Urgências também aos domingos, das 10h às 13h.',
    salon: '🕘 Atendemos de terça a sábado, das 10h às 20h.',
    shop: '🕘 Abrimos de segunda a sábado, das 9h às 19h.',
    other: '🕘 Atendemos de segunda a sexta, das 9h às 18h.',
  },
}

const english: Language = {
  talk: {
    steps: {
      begin: 'Says what they want?',
      beginHours: 'Asks for the hours?',
      menu: 'Menu',
      hours: 'Opening hours',
      more: 'Anything else?',
      known: 'Do we know them?',
      confirm: 'Confirm details',
      name: 'Name',
      email: 'E-mail',
      request: 'Request to a person',
      unfinished: 'Unfinished request',
      person: 'Hand over to a person',
      personLost: 'Not understood',
      quiet: 'No answer',
      bye: 'Good-bye',
    },
    greeting: 'Hello, {{contact.name}}! Welcome to {{business.name}}. 👋',
    question: 'How can we help you?',
    hoursLabel: 'Opening hours',
    hoursWords: ['hours', 'opening hours', 'when are you open', 'are you open', 'what time do you'],
    personLabel: 'Talk to a person',
    invalidMenu: "Sorry, I didn't get that. Please choose one of these options:",
    more: 'Can we help you with anything else?',
    nothingLabel: 'No, thanks',
    nothingWords: ['no', 'nothing', 'nothing else', "that's all", 'thanks', 'thank you', 'ok'],
    confirm: 'These are the details we have:\n{{contact.name}}\n{{contact.email}}\nShall we use them?',
    sameLabel: 'Yes, use them',
    sameWords: ['yes', 'yep', 'ok', 'sure', 'correct'],
    otherLabel: 'Change details',
    otherWords: ['no', 'change', 'others', 'wrong'],
    askName: 'Gladly! What is your full name?',
    invalidName: "Sorry, I didn't get that. Please write your full name.",
    askEmail: 'Thank you, {{name}}. Which e-mail address should we send the confirmation to? If you have none, write “skip”.',
    invalidEmail: 'That address does not look complete. It should be like name@example.com. If you have none, write “skip”.',
    unfinished: 'No hurry. We have told the team: someone will write to you here to finish this.',
    person: 'All right, we are passing you to someone from our team. They will answer you here shortly.',
    personNote: 'Asked to talk to a person.',
    personLost: 'We had better pass you to someone from our team. They will answer you here shortly.',
    personLostNote: 'The assistant did not understand what they need.',
    quiet: 'It seems this is not a good moment. Whenever you want to go on, just write to us here. See you soon!',
    bye: 'Thank you for writing to {{business.name}}! Whenever you need us, we are here.',
  },
  appointment: {
    requestLabel: 'Book an appointment',
    requestWords: ['appointment', 'appointments', 'book', 'booking', 'schedule'],
    requested: 'Thank you, {{name}}! Someone from our team will confirm your appointment here.',
    requestNote: 'Wants an appointment: {{name}}, {{email}}',
    unfinishedNote: 'Wanted an appointment and did not finish leaving their details: {{name}}, {{email}}',
  },
  order: {
    requestLabel: 'Place an order',
    requestWords: ['order', 'orders', 'buy', 'purchase', 'price'],
    requested: 'Thank you, {{name}}! Someone from our team will take your order here.',
    requestNote: 'Wants to place an order: {{name}}, {{email}}',
    unfinishedNote: 'Wanted to place an order and did not finish leaving their details: {{name}}, {{email}}',
  },
  hours: {
    clinic: '🕘 We are open Monday to Friday from 8 am to 8 pm and Saturday from 9 am to 1 pm.',
    veterinary: '🕘 We are open Monday to Saturday from 9 am to 8 pm. Emergencies also on Sunday from 10 am to 1 pm.',
    salon: '🕘 We are open Tuesday to Saturday from 10 am to 8 pm.',
    shop: '🕘 We are open Monday to Saturday from 9 am to 7 pm.',
    other: '🕘 We are open Monday to Friday from 9 am to 6 pm.',
  },
}

const languages: Record<WelcomeLocale, Language> = { es: spanish, 'pt-BR': portuguese, en: english }
