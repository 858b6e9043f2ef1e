import type { SampleReply } from '#replies'

/** Whoever types `/` for the first time sees what a quick reply is: with variables and without. */
export const sampleReplies: Record<'es' | 'pt' | 'en', readonly SampleReply[]> = {
  es: [
    {
      shortcut: 'saludo',
      title: 'Saludo',
      text: '¡Hola, {{contact.first_name|qué tal}}! Soy {{agent.first_name}}, de {{business.name}}. ¿En qué te puedo ayudar?',
    },
    { shortcut: 'horarios', title: 'Horarios de atención', text: 'Atendemos de lunes a viernes de 9:00 a 18:00 y los sábados de 9:00 a 13:00.' },
    { shortcut: 'gracias', title: 'Despedida', text: '¡Gracias por escribirnos! Si surge otra duda, aquí estamos. 👋' },
  ],
  pt: [
    {
      shortcut: 'oi',
      title: 'Saudação',
      text: 'Oi, {{contact.first_name|tudo bem}}! Aqui é {{agent.first_name}}, da equipe {{business.name}}. Como posso ajudar?',
    },
    { shortcut: 'horarios', title: 'Horário de atendimento', text: 'Atendemos de segunda a sexta, das 9h às 18h, e aos sábados, das 9h às 13h.' },
    { shortcut: 'tchau', title: 'Despedida', text: 'Agradecemos o seu contato! Se surgir outra dúvida, é só chamar. 👋' },
  ],
  en: [
    {
      shortcut: 'hello',
      title: 'Greeting',
      text: 'Hello, {{contact.first_name|there}}! This is {{agent.first_name}} from {{business.name}}. How can I help you?',
    },
    { shortcut: 'hours', title: 'Opening hours', text: 'We are open Monday to Friday from 9:00 to 18:00, and Saturday from 9:00 to 13:00.' },
    { shortcut: 'thanks', title: 'Goodbye', text: 'Thank you for writing to us! If anything else comes up, we are here. 👋' },
  ],
}
