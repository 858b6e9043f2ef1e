import type { Metric, MetricId } from '@chasqui/contracts'

type Words = Metric['name']
const w = (es: string, pt: string, en: string): Words => ({ es, 'pt-BR': pt, en })

/** What each number is called and means, wherever it is shown. */
export const metricWords: Record<MetricId, { name: Words; definition: Words }> = {
  conversations_begun: {
    name: w('Conversaciones nuevas', 'Conversas novas', 'New conversations'),
    definition: w('Conversaciones que empezaron en el período.', 'Conversas que começaram no período.', 'Conversations that began in the period.'),
  },
  conversations_closed: {
    name: w('Cierres', 'Encerramentos', 'Closings'),
    definition: w(
      'Cuántas veces se cerró una conversación; una reabierta puede contar más de una vez.',
      'Quantas vezes uma conversa foi encerrada; uma reaberta pode contar mais de uma vez.',
      'How often a conversation was closed; one that was opened again may count more than once.',
    ),
  },
  conversations_reopened: {
    name: w('Reaperturas', 'Reaberturas', 'Reopenings'),
    definition: w('Cuántas veces se reabrió una conversación.', 'Quantas vezes uma conversa foi reaberta.', 'How often a conversation was opened again.'),
  },
  resolved_by_bot: {
    name: w('Resueltas por el bot', 'Resolvidas pelo bot', 'Resolved by the bot'),
    definition: w('Cierres que hizo un flujo.', 'Encerramentos feitos por um fluxo.', 'Closings by a flow.'),
  },
  messages_in: {
    name: w('Mensajes recibidos', 'Mensagens recebidas', 'Messages received'),
    definition: w('Mensajes de clientes.', 'Mensagens de clientes.', 'Messages of customers.'),
  },
  messages_out: {
    name: w('Mensajes enviados', 'Mensagens enviadas', 'Messages sent'),
    definition: w(
      'Mensajes a clientes, de personas y automáticos, también los que luego fallaron.',
      'Mensagens a clientes, de pessoas e automáticas, também as que depois falharam.',
      'Messages to customers, of people and automatic ones, with those that failed later.',
    ),
  },
  messages_by_people: {
    name: w('Mensajes de personas', 'Mensagens de pessoas', 'Messages by people'),
    definition: w(
      'Mensajes a clientes que escribió una persona.',
      'Mensagens a clientes escritas por uma pessoa.',
      'Messages to customers written by a person.',
    ),
  },
  messages_by_bot: {
    name: w('Mensajes automáticos', 'Mensagens automáticas', 'Automatic messages'),
    definition: w('Mensajes de flujos, asistentes y avisos.', 'Mensagens de fluxos, assistentes e avisos.', 'Messages of flows, assistants and notices.'),
  },
  answered: {
    name: w('Respondidas', 'Respondidas', 'Answered'),
    definition: w(
      'Conversaciones nuevas en las que el cliente escribió y alguien, persona o bot, contestó.',
      'Conversas novas em que o cliente escreveu e alguém, pessoa ou bot, respondeu.',
      'New conversations in which the customer wrote and somebody, person or bot, answered.',
    ),
  },
  response_rate: {
    name: w('Tasa de respuesta', 'Taxa de resposta', 'Response rate'),
    definition: w(
      'Parte respondida de las conversaciones nuevas en las que el cliente escribió.',
      'Parte respondida das conversas novas em que o cliente escreveu.',
      'Share of the new conversations in which the customer wrote that was answered.',
    ),
  },
  first_response_median: {
    name: w('Primera respuesta', 'Primeira resposta', 'First response'),
    definition: w(
      'Mediana desde el primer mensaje del cliente hasta la primera respuesta, de persona o bot.',
      'Mediana da primeira mensagem do cliente até a primeira resposta, de pessoa ou bot.',
      'Median from the first message of the customer to the first answer, of a person or a bot.',
    ),
  },
  first_human_response_median: {
    name: w('Primera respuesta de una persona', 'Primeira resposta de uma pessoa', 'First response of a person'),
    definition: w(
      'Mediana desde el primer mensaje del cliente hasta la primera respuesta de una persona.',
      'Mediana da primeira mensagem do cliente até a primeira resposta de uma pessoa.',
      'Median from the first message of the customer to the first answer of a person.',
    ),
  },
  first_human_response_business_median: {
    name: w('Primera respuesta en horario', 'Primeira resposta em horário', 'First response in business time'),
    definition: w(
      'Mediana en horas de atención, desde que se espera a una persona hasta que contesta.',
      'Mediana em horas de atendimento, desde que se espera uma pessoa até ela responder.',
      'Median in business time, from when a person is waited for until one answers.',
    ),
  },
  handling_median: {
    name: w('Tiempo de atención', 'Tempo de atendimento', 'Handling time'),
    definition: w(
      'Mediana del tiempo que las personas tuvieron a cargo las conversaciones cerradas.',
      'Mediana do tempo em que pessoas estiveram com as conversas encerradas.',
      'Median of how long people had the conversations that were closed.',
    ),
  },
  resolution_median: {
    name: w('Tiempo de resolución', 'Tempo de resolução', 'Resolution time'),
    definition: w(
      'Mediana desde el comienzo hasta el último cierre.',
      'Mediana do começo até o último encerramento.',
      'Median from the beginning to the last closing.',
    ),
  },
  waits_served: {
    name: w('Atendidas desde la cola', 'Atendidas da fila', 'Served from queues'),
    definition: w(
      'Esperas que terminaron porque alguien tomó la conversación.',
      'Esperas que terminaram porque alguém assumiu a conversa.',
      'Waits that ended because somebody got the conversation.',
    ),
  },
  waits_abandoned: {
    name: w('Abandonadas', 'Abandonadas', 'Abandoned'),
    definition: w(
      'Esperas que terminaron con el cierre antes de que alguien atendiera.',
      'Esperas que terminaram com o encerramento antes de alguém atender.',
      'Waits that ended by closing before anybody had it.',
    ),
  },
  abandonment_rate: {
    name: w('Tasa de abandono', 'Taxa de abandono', 'Abandonment rate'),
    definition: w(
      'Parte abandonada de las esperas que terminaron atendidas, abandonadas o desbordadas.',
      'Parte abandonada das esperas que terminaram atendidas, abandonadas ou transbordadas.',
      'Abandoned share of the waits that ended served, abandoned or overflowed.',
    ),
  },
  wait_median: {
    name: w('Espera', 'Espera', 'Wait'),
    definition: w(
      'Mediana de lo que esperaron quienes fueron atendidos.',
      'Mediana do que esperaram os que foram atendidos.',
      'Median of how long those waited who were served.',
    ),
  },
  sla_kept: {
    name: w('Plazos cumplidos', 'Prazos cumpridos', 'Targets kept'),
    definition: w(
      'Plazos del nivel de servicio que terminaron a tiempo.',
      'Prazos do nível de serviço que terminaram a tempo.',
      'Targets of the service level that ended in time.',
    ),
  },
  sla_missed: {
    name: w('Plazos vencidos', 'Prazos vencidos', 'Targets missed'),
    definition: w(
      'Plazos que terminaron tarde, o que vencieron y siguen abiertos.',
      'Prazos que terminaram tarde, ou que venceram e seguem abertos.',
      'Targets that ended late, or ran out and are still open.',
    ),
  },
  sla_compliance: {
    name: w('Cumplimiento', 'Cumprimento', 'Compliance'),
    definition: w(
      'Parte cumplida de todos los plazos cumplidos y vencidos.',
      'Parte cumprida de todos os prazos cumpridos e vencidos.',
      'Kept share of all targets kept and missed.',
    ),
  },
  first_response_compliance: {
    name: w('Cumplimiento de la primera respuesta', 'Cumprimento da primeira resposta', 'First response compliance'),
    definition: w(
      'Parte cumplida de los plazos de primera respuesta.',
      'Parte cumprida dos prazos de primeira resposta.',
      'Kept share of the targets for first responses.',
    ),
  },
  next_response_compliance: {
    name: w('Cumplimiento de las respuestas siguientes', 'Cumprimento das respostas seguintes', 'Next response compliance'),
    definition: w(
      'Parte cumplida de los plazos de respuestas siguientes.',
      'Parte cumprida dos prazos de respostas seguintes.',
      'Kept share of the targets for next responses.',
    ),
  },
  resolution_compliance: {
    name: w('Cumplimiento de la resolución', 'Cumprimento da resolução', 'Resolution compliance'),
    definition: w('Parte cumplida de los plazos de resolución.', 'Parte cumprida dos prazos de resolução.', 'Kept share of the targets for resolutions.'),
  },
  surveys_asked: {
    name: w('Encuestas enviadas', 'Pesquisas enviadas', 'Surveys asked'),
    definition: w(
      'Conversaciones cuyo cliente fue encuestado en el período.',
      'Conversas cujo cliente foi consultado no período.',
      'Conversations whose customer was asked in the period.',
    ),
  },
  surveys_answered: {
    name: w('Encuestas respondidas', 'Pesquisas respondidas', 'Surveys answered'),
    definition: w('De ellas, las que tienen puntaje.', 'Delas, as que têm nota.', 'Those of them that have a score.'),
  },
  satisfaction_score: {
    name: w('Satisfacción', 'Satisfação', 'Satisfaction'),
    definition: w('Promedio de los puntajes, de 1 a 5.', 'Média das notas, de 1 a 5.', 'Average of the scores, 1 to 5.'),
  },
  satisfaction_rate: {
    name: w('Clientes satisfechos', 'Clientes satisfeitos', 'Satisfied customers'),
    definition: w('Parte de los puntajes que son 4 o 5.', 'Parte das notas que são 4 ou 5.', 'Share of the scores that are 4 or 5.'),
  },
}
