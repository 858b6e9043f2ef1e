import type { Wish } from './wish.ts'
import { about, inWords, parcel, the } from './wish.ts'

/** What is said of visits that are booked, of orders that came wrong, and of how one was served. */

const visit = '(?:turnos?|citas?|consultas?|reservas?|appointments?|appts?|bookings?|agendamentos?|visitas?|hora|reservations?)'
const booked: Wish = {
  said: inWords(
    `(?:(?:a |para )?(?:cuando|que dia|que hora|que horas|quando|when|what time|what day)) (?:(?:es|era|sera|tengo|tenia|tenho|e|is|was|do i have|me toca|la|mi|minha|meu|my|el|o|a|the|un|uma|an) )+${visit}`,
    `(?:que|which|what|quais) ${visit} (?:tengo|tenho|do i have)|(?:tengo|tenho|do i have) (?:algun|alguna|algum|alguma|any) ${visit}|(?:ver|see|check|consultar|view) (?:mis|my|minhas|meus|mi|minha) ${visit}`,
    `(?:cuanto|quanto|how long) (?:falta|falta para|falta pra|until)(?: (?:para|pra|mi|minha|my|el|la))* ${visit}`,
  ),
  rows: [new RegExp(`\\b(?:mis|minhas|meus|my|mi|ver (?:los |las )?) ?${visit}\\b`)],
  own: true,
}
const order = '(?:pedidos?|orden|orders?|compra|entrega|delivery|envio)'
const wrongOrder = new RegExp(`\\b(?:problemas?|inconvenientes?|issues?|problem)\\b.*\\b${order}\\b|\\b(?:reclam\\w*|quej\\w*|queix\\w*|complain\\w*)\\b`)

export const wishesOfGuests: Wish[] = [
  booked,
  about(
    /^(?:(?:si|sim|yes) )?(?:confirm\w*|asistire|voy a asistir|vou comparecer|ill be there)\b/,
    '(?:si |sim |yes |claro |alla |ahi |ai |eu )*(?:voy a (?:ir|estar|asistir)|voy|vamos|vou|vou ir|vou estar|vou comparecer|asistire|ire|estare|estarei|comparecerei|ill be there|i will be there|ill come|ill go|im coming|im going|i am coming|i can make it|see you (?:then|there|tomorrow)|nos vemos|te veo|conta comigo|contem comigo|cuenten conmigo|cuenta conmigo|count me in)(?: (?:ai|ahi|alla|sim|si|there|sin falta|estare|estarei|then))*(?: $)?',
  ),
  about(
    [/\b(?:missing|falt\w*|incomplet\w*)\b/, wrongOrder],
    `(?:me |nos )?(?:falto|falta|faltan|faltaron|faltou|faltando|faltam)(?: (?:un|una|uma|um|algo|la|el|mi|o|a|parte|producto|item|${parcel}|alguna cosa|uma coisa))+(?: [a-z]+)?|(?:forgot|forgotten|olvidaron|esqueceram|didnt (?:send|include|get))(?: (?:de|da|do|to|my|the|mi|mis|la|el|las|los|mandar|poner|send|include|meu|minha|o|a))* [a-z]+|(?:(?:my|the) )?[a-z]+ (?:is|are|was|were) missing|missing (?:an? )?(?:item|items|something|part|piece)|incomplet[oa]|incomplete`,
  ),
  about(
    wrongOrder,
    `(?:llego|llegaron|vino|vinieron|chegou|veio|came|arrived|was|were|estaba)(?: (?:muy|todo|toda|muito|so|very|mal|${the}${parcel}))* (?:fri[oa]s?|cold|crud[oa]|quemad[oa]|raw|burnt|mal|fria)(?: ${the}${parcel})?|(?:problemas?|inconveniente|problem|issue) (?:con|com|with) ${the}${parcel}`,
  ),
  about(
    /\b(?:late|delay\w*|demor\w*|atras\w*|retras\w*|tard[ea]nza)\b/,
    `${the}(?:${parcel}|food) (?:is|esta|ta|viene) (?:so |very |muy |muito )?(?:late|atrasad[oa]|demorad[oa]|retrasad[oa])|(?:its |it is |esta |ta )?(?:taking (?:forever|ages|too long|so long)|tardando (?:mucho|demasiado|una eternidad)|demorando (?:muito|mucho|demais))|(?:tarda|demora) (?:mucho|muito|demasiado|demais)`,
  ),
  about(
    [/\b(?:wrong|equivocad|errad)\w*/],
    'not what i (?:ordered|asked for|bought)|(?:no es|nao e|nao foi) (?:lo que|o que) (?:pedi|compre|comprei)|(?:me )?(?:trajeron|mandaron|dieron|mandaram|trouxeram|gave me|sent me|brought me) (?:otr[oa]|outr[oa]|the wrong|something else|cualquier)(?: [a-z]+)?',
  ),
  about(
    /\b(?:elogi\w*|felicit\w*|agradec\w*|compliment\w*|praise|kudos|parabens)\b/,
    '(?:quiero |quero |want to )?(?:felicitar|elogiar|agradecer|parabenizar|praise|compliment|thank)(?:los|las|les)?(?: [a-z]+){0,4}|felicitaciones|felicidades|parabens(?: (?:pelo|pela|a) [a-z]+)?|(?:muy |excelente |otimo |great |amazing |your |buena |staff |service |team )+(?:atencion|atendimento|service|staff|trato|was (?:great|amazing|excellent|wonderful|lovely))',
  ),
  about(
    /\b(?:sugerenc\w*|sugest\w*|suggest\w*|ideas?|feedback)\b/,
    '(?:tengo |tenho |i have |una |uma |an |a )*(?:idea|ideia|sugerencia|sugestao|suggestion|propuesta|proposta)|(?:quiero |quero |want to )?(?:sugerir|proponer|suggest|propor)(?: [a-z]+){0,2}|(?:podrian|podriam|you (?:could|should)) (?:mejorar|melhorar|improve|agregar|add)',
  ),
  about(
    /\b(?:certific\w*|constanc\w*|declarac\w*|transcripts?|diplomas?)\b/,
    '(?:un |una |um |uma |a |mi |el |my )*(?:certificado|constancia|declaracao|certidao|certificate|transcript|diploma|atestado|boletin)(?: (?:de|of) [a-z]+(?: [a-z]+)?)?',
  ),
  about(
    [/\b(?:cuotas?|deudas?|saldos?|dividas?|mensalidades?|aranceles)\b/, /\b(?:pagos?|pagamentos?|payments?|billing|factur\w*|financeiro|cobranza)\b/],
    '(?:cuanto|quanto|how much) (?:les |te |do i |eu |i )?(?:debo|devo|owe|estoy debiendo)|(?:mi |minha |my |tengo |una |la )*(?:deuda|divida|debt)|estoy atrasad[oa]',
  ),
  about(
    /\b(?:product|producto|produto|catalog|informacion|ingredient)\w*/,
    '(?:que|quais|what|which) (?:sabores|colores|modelos|talles|marcas|cores|tamanhos|flavou?rs|colou?rs|sizes|models|brands)(?: (?:tienen|hay|tem|do you have|manejan|voces tem|vcs tem))?|(?:tienen |tem |do you have |hay |algo |anything )*(?:sin (?:tacc|gluten|azucar|lactosa)|sem (?:gluten|lactose|acucar)|gluten free|sugar free|dairy free|apto celiacos?)',
  ),
  about(
    /^(?:altas?|contratar|contratacion|nuevo servicio|new service|novo servico|contratacao)\b/,
    '(?:quiero |quero |quisiera |want to |necesito )?(?:contratar|dar de alta|dar alta|instalar|hire|sign up for|assinar)(?: (?:el|la|un|una|o|a|um|uma|the|an))*(?: (?:internet|servicio|servico|plan|plano|linea|service|cable|fibra|wifi))?',
  ),
]
