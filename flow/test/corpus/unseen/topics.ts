import type { Menu } from '../choices.ts'

/** Rows that nearly every business has, asked for in other words than theirs, and orders with whom or what behind them. */
export const topicChoices: Record<'es' | 'pt-BR' | 'en', Menu[]> = {
  es: [
    {
      labels: ['Agendar cita', 'Cambiar cita', 'Cancelar cita', 'Precios', 'Hablar con recepción'],
      numbered: true,
      said: [
        ['quiero una cita', '1'],
        ['agéndame una cita', '1'],
        ['cámbiame la cita', '2'],
        ['cancélenme la cita', '3'],
        ['ya no voy a ir, cancelame', '3'],
        ['cuánto cuesta la consulta', '4'],
        ['cuanto sale', '4'],
        ['tarifas', '4'],
        ['una persona', '5'],
        ['cita', '?'],
        ['quiero ir el martes', '?'],
        ['no quiero cita', '?'],
        ['me cuesta mucho caminar', '?'],
      ],
    },
    {
      labels: ['Horarios', 'Ubicación', 'Precios', 'Hablar con un asesor'],
      said: [
        ['donde quedan', '2'],
        ['¿Dónde están ubicados?', '2'],
        ['dirección', '2'],
        ['cómo llego', '2'],
        ['a qué hora abren', '1'],
        ['abren los sábados', '1'],
        ['costo', '3'],
        ['quiero hablar con una persona', '4'],
        ['ejecutivo', '4'],
        ['una persona mayor', '?'],
      ],
    },
    {
      labels: ['Domicilio', 'Recoger en tienda'],
      said: [
        ['lo recojo', '2'],
        ['recojo yo', '2'],
        ['a domicilio', '1'],
      ],
    },
    {
      labels: ['Pagar factura', 'Buscar producto', 'Empezar trámite'],
      said: [
        ['pague', '1'],
        ['que busque', '2'],
        ['empiece', '3'],
      ],
    },
    {
      labels: ['Mañana', 'Tarde', 'Noche'],
      said: [
        ['la de en medio', '2'],
        ['la de hasta abajo', '3'],
        ['la del principio', '1'],
      ],
    },
    {
      labels: ['Precios de consulta', 'Precios de estudios'],
      said: [
        ['cuánto cuesta', '?'],
        ['una persona', '?'],
      ],
    },
  ],
  'pt-BR': [
    {
      labels: ['Horário de funcionamento', 'Endereço', 'Preços', 'Falar com atendente'],
      said: [
        ['onde vcs ficam', '2'],
        ['localização', '2'],
        ['até que horas abre', '1'],
        ['quanto custa', '3'],
        ['valores', '3'],
        ['uma pessoa', '4'],
        ['quanto tempo demora', '?'],
      ],
    },
  ],
  en: [
    {
      labels: ['Opening hours', 'Location', 'Prices', 'Talk to an agent'],
      said: [
        ['where are you', '2'],
        ['when do you close', '1'],
        ['how much is it', '3'],
        ['a real person please', '4'],
        ['representative', '4'],
        ['how much longer', '?'],
      ],
    },
  ],
}
