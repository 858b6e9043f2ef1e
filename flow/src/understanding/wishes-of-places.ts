import type { Wish } from './wish.ts'
import { inWords } from './wish.ts'

/** What every business is asked: hours, the way there, prices, how to pay, somebody to talk to, work, complaints. */

const when =
  '(?:(?:el|los|la|en|no|na|aos|de|por|a|on|at|in|the|this) )*(?:lunes|martes|miercoles|jueves|viernes|sabados?|domingos?|segunda|terca|quarta|quinta|sexta|feriados?|fines? de semana|finde|fim de semana|hoy|hoje|today|tonight|ahora|agora|now|weekends?|holidays?|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|tomorrow|manana|amanha|noche|noite|tarde|early|late|christmas|navidad|natal)'
const hours: Wish = {
  said: inWords(
    '(?:ya |ja |todavia |aun |ainda |they |you |are you |is it |se |seguis |voces |vcs )*(?:esta|estan|ta|tao|estao|siguen|sigue|are you|is it)(?: (?:voces|vcs|guys|still|the (?:shop|store|place)))* (?:abiert[oa]s?|abert[oa]s?|open|closed|cerrad[oa]s?|fechad[oa]s?)(?: ' +
      when +
      ')?',
    `(?:abren?|abrem|atienden?|trabajan?|trabalham|funcionam?|atendem?|open|closed|close|laburan|hay atencion)(?: (?:ustedes|voces|vcs|you|tambien|tambem))* ${when}`,
    '(?:que|qual|quais|what|which) (?:dias?|days?)(?: (?:y horarios?|e horarios?|voces|vcs|ustedes|do you|are you))* (?:trabajan?|atienden?|abren?|estan|atendem?|abrem?|funcionam?|funciona|open|work)',
    '(?:(?:a|hasta|ate|desde|de|until|till|from) )*(?:que|what) (?:horas?|time)(?: (?:es que|do you|you|does it|do they|are you))? (?:abr\\w*|cierr\\w*|atiend\\w*|trabaj\\w*|estan|func\\w*|fech\\w*|atend\\w*|puedo ir|se puede ir|puedo pasar|posso ir|open|close|closing|opening)(?: [a-z]+){0,2}',
    '(?<=^ (?:y |e |estan |abren )?)(?:hasta|ate|until) (?:que|what) (?:horas?|time)(?= $)|(?:fecha|abre|fecham|abrem|cierran|abren) (?:a |as )?que horas?|when (?:are|do) you (?:open|close)|(?:your|business|opening) hours',
  ),
  rows: [/\b(?:horarios?|hours|expediente|opening|horas de atencion|(?:dias|dia) (?:y|e) horarios?|atendimento e horario)\b/],
}
const place: Wish = {
  said: inWords(
    '(?:en |em )?(?:que|qual|what|which) (?:e )?(?:a |o |la |el )?(?:calle|direccion|rua|endereco|street|address|bairro|barrio|zona|ubicacion|localizacao)(?: (?:estan|queda|quedan|tienen|fica|ficam|es|e|are you|is it))?',
    '(?:pasas?|pasan|pasame|manda|mandas?|mandame|envia|enviame|dame|da|dar|passa|me das|compart\\w*|send me|give me|tell me|what is|whats|get)(?: (?:me|a|la|el|o|su|sua|your|tu|the|i))* (?:ubicacion|direccion|localizacao|endereco|address|location)',
    '(?:como|how)(?: (?:hago|faco|do i|can i|puedo|posso|se|eu))*(?: (?:para|pra))? (?:llegar|llego|chegar|chego|ir|get there|get to you|find you)(?: (?:ai|ahi|alli|hasta ahi|ate ai|there))?',
    '(?:que|qual|what|which) (?:colectivo|micro|bondi|bus|linea|onibus|metro|camion|estacion|estacao|train|subte)(?: [a-z]+){0,4}',
    '(?:en |por |a )?(?:donde|onde|adonde|aonde) (?:es que )?(?:estan|quedan|queda|se ubican|se encuentran|ficam|fica|voces ficam|vcs ficam|voces estao|vcs estao)(?: (?:ubicados|ubicadas|ustedes|voces|vcs|exactamente))?|where (?:are|r) (?:you|u|y all|yall)(?: (?:located|at|based))?|(?:where|donde|onde) (?:is|esta|fica|queda|quedan|ficam|estan)(?: (?:el|la|o|a|the|su|sua|your))* (?:local|tienda|loja|sucursal|clinica|consultorio|store|shop|clinic|office|oficina|restaurante|hotel|gym|gimnasio)(?: (?:de )?(?:voces|vcs|ustedes))?',
    '(?:fica|queda|esta|estan|es|is it|are you) (?:muito |muy )?(?:perto|cerca|longe|lejos|near|close|far)(?: (?:do|da|de|del|to|from)(?: (?:la|el|o|a|the))?(?: [a-z]+)?)?|(?:cual|qual|which)(?: (?:me|es|e|one|is|a|la|o))* (?:queda mas cerca|mas cercan[oa]|mas cerca|mais perto|mais proxim[oa]|closest|nearest|esta mas cerca|fica mais perto)|(?:near me|nearest|closest) (?:store|branch|location|shop)',
    '(?:tienen|tenes|hay|tem|voces tem|vcs tem|do you have)(?: [a-z]+)? (?:local(?:es)?|sucursal(?:es)?|tiendas?|lojas?|unidades?|filial|stores?|branch(?:es)?|shops?|sede)(?: (?:en|em|no|na|in|near|por)(?: [a-z]+){1,2})?|is there parking|parking',
  ),
  rows: [
    /^(?!.*\b(?:cambi|chang|mudar|alter|actualiz|updat|modific|troca)\w*)(?:.*\b(?:ubicacion(?:es)?|direccion(?:es)?|localizacao|enderecos?|locations?|address(?:es)?|donde estamos|onde estamos|como llegar|como chegar|directions|find us|mapa|map)\b)/,
    /\b(?:sucursal(?:es)?|tiendas|lojas|unidades|stores|branch(?:es)?|locales|sedes|filiais)\b/,
  ],
}
const price: Wish = {
  said: inWords(
    '(?:a )?(?:cuanto|cuantos|quanto|qto|cto)(?: (?:que|q|me|te|les|nos|voces|vcs))* (?:cuestan?|vale|valen|salen?|cobran?|cobra|es|esta|saldria|costaria|seria|se paga|piden|custam?|custaria|fica|ficaria|sai|sairia|e|ta|cobram|pago|pagaria|da)(?: (?:el|la|o|a|un|una|um|uma|por|al|ao|lo|los|las)(?: [a-z]+){1,3})?',
    '(?:how much(?! (?:longer|more|time))|whats the price|what is the price|what do you charge)(?: (?:is|are|does|do|for|would|of|it|a|an|the))*(?: [a-z]+){0,3}',
    '(?:que|cual es el|qual|qual e|qual o|qual e o|whats the) (?:o |el )?(?:precios?|valor|costo|coste|tarifa|preco|custo|price|cost)(?: (?:tienen?|es|tem|de|do|da|of|for))*',
    '(?:lista|tabela|tabla|list) (?:de |of )?(?:precios|precos|valores|prices)|price list|(?:a como|a quanto) (?:esta|sale|ta|sai|o|el|la|a)|(?:cuanto|quanto)(?: [a-z]+){0,2} (?:por|al|ao|no) (?:mes|hora|dia|kilo|noche|noite|ano)',
  ),
  rows: [/\b(?:precios?|tarifas?|costos?|costes?|valores|precos?|custos?|prices?|pricing|costs?|rates|fees|aranceles|presupuestos?|orcamentos?)\b/],
}
const monthly: Wish = {
  said: inWords('(?:cuanto|quanto|how much)(?: [a-z]+){0,3} (?:por|al|ao|a|per|cada|el|la|each|a) (?:mes|month|cuota|mensualidad|mensalidade)(?: [a-z]+)?'),
  rows: [/\b(?:mensalidades?|mensualidad(?:es)?|cuotas|aranceles|memberships?)\b/],
}
const tenders =
  '(?:tarjetas?|cartao|cartoes|cards?|credit cards?|debit|debito|credito|efectivo|cash|dinheiro|transferencia|transferencias|mercado ?pago|pix|paypal|apple pay|google pay|cheques?|checks?|dolares|dollars|nequi|daviplata|yape|plin|bizum|venmo|zelle|boleto|visa|mastercard|amex|cuotas|vale|ticket)'
const paying: Wish = {
  said: inWords(
    `(?:acept(?:an|as|a)|aceit(?:am|a|as)|recib(?:en|is)|recebem|toman|tienen|manejan|trabajan con|do you (?:take|accept)|you (?:take|accept)|passa|passam|tem)(?: (?:pagos?|pago|voces|vcs|con|el|la|o))* ${tenders}`,
    `(?:puedo|se puede|posso|pode|podria|da pra|da para|can i|could i|puedo)(?: (?:pagar|pagarlo|abonar|pay))(?: (?:it|lo))?(?: (?:con|en|com|no|em|na|by|with|in|de|por|via))?(?: (?:la|el|o|a))?(?: ${tenders})?`,
    '(?:como|how|de que forma|with what)(?: (?:se|puedo|posso|do i|can i|eu|es|faco|hago|e|para|pra))* (?:pag(?:o|ar|a|amento)|pay|abono|el pago|o pagamento)',
    '(?:da (?:pra|para) |posso |puedo |hay |tienen |tem |aceptan )?(?:parcelar|parcela|parcelado|parcelamento|pagar en cuotas|cuotas sin interes|instal?lments|payment plan|meses sin intereses)',
  ),
  rows: [
    /\b(?:formas?|metodos?|medios?|opciones|meios?) de pa(?:go|gamento)\b|\bpayment (?:methods?|options?)\b|\bcomo pag/,
    /^(?:pagos?|pagamentos?|payments?)$/,
  ],
}

const somebody =
  '(?:persona|humano|humana|alguien|asesor|asesora|agente|ejecutivo|ejecutiva|operador|operadora|representante|recepcion|reception|recepcionista|secretaria|encargad[oa]|vendedor|vendedora|atendente|front desk|pessoa|alguem|gente|recepcao|gerente|supervisor|consultor|person|human|agent|someone|somebody|representative|rep|operator|manager|receptionist|advisor|staff|banker|people|responsable|responsavel)'
const person: Wish = {
  said: inWords(
    `(?:hablar|habla|comunicar(?:me)?|comuniqueme|comunicame|contactar|pasame|paseme|me (?:pasas|pasa|passa|passas|comunicas|comunica|pones|podes pasar|podrias pasar|puedes pasar|puede pasar)|atienda|atender|falar|fala|conversar|talk|speak|chat|connect me|transfer me|passa|ayuda|help|get)(?: (?:con|de|por|com|to|with|from|a|me|pra|para|por))*(?: (?:un|una|um|uma|an|a|el|la|o|algun|algum|real|actual|any|the|live|su|your))* ${somebody}(?: (?:real|de verdad|de verdade|humana))?`,
    'que me atienda (?:alguien|una persona|un humano)|(?:me |que me )(?:puede|podes|pueden|puedes|podrian|podria) llamar|que me llamen|(?:can|could) (?:someone|somebody|you|anyone) call me|call me(?: back)?|me liga|liguem pra mim|podem me ligar|me ligar',
    '(?:no|nao|not|dont want)(?: (?:quiero|quero|to|a|hablar|falar|talk|con|com|mas|mais|want))* (?:un |um |a |una |uma |o |el |la )?(?:robot|bot|maquina|robo|machine|ia|ai)',
    '(?:atencion|atendimento|asistencia) (?:humana?|humano|personalizad[oa])|(?:un |um |a |real |actual |live )*(?:humano|human|real person|live agent|live person|live chat|front desk|(?<=^ (?:quero |o )?)atendimento(?= $)|persona real|persona de verdad|pessoa de verdade)|tem alguem ai|anyone there|hay alguien',
  ),
  rows: [new RegExp(`^(?!.*\\d).*\\b${somebody}\\b`), /^(?:live chat|chat|contacto|contact us|contato|contact)$/],
}

const complaint: Wish = {
  said: inWords(
    '(?:hacer |fazer |poner |presentar |make |tengo |tenho |have |una |uma |a |un |um |to |quiero |quero )*(?:quej(?:a|as|arme|ar)|reclam(?:o|os|ar|acao|acion)|queixa|complain|complaint|denuncia|denuncia)|libro de (?:quejas|reclamaciones)',
    '(?:(?:muy|muito|very|really|so|such) )*(?:pesim|mal|terrible|horrible|malisim|mala|ruim|pessim|awful|bad|worst|poor)[oa]?s? (?:atencion|servicio|service|servico|atendimento|experience|experiencia|trato|customer service)|(?:fui |fomos |me |nos )?(?:(?:muy |muito )?mal atendid[oa]s?|(?:atendieron|trataron) (?:muy )?mal|trataron pesimo|atenderam mal)|atendieron pesimo',
    '(?:im |i am |estoy |to |estou )?(?:(?:very|really|so|not|muy|muito) )*(?:unhappy|disappointed|upset|angry|unacceptable|happy with (?:the|your) service|molest[oa]|enojad[oa]|indignad[oa]|decepcionad[oa]|chatead[oa]|insatisfeit[oa])|una verguenza|falta de respeto',
  ),
  rows: [
    /\b(?:reclam\w*|quej\w*|queix\w*|complain\w*|ouvidoria|denunc\w*)\b/,
    /\b(?:sugerenc\w*|sugest\w*|feedback|atencion al cliente|customer service|sac)\b/,
  ],
}
const work: Wish = {
  said: inWords(
    '(?:mi |mandar |dejar |enviar |my |send |meu |un |um |send my |drop off )*(?:cv|curriculum|curriculo|resume|hoja de vida)|(?:busco|procuro|quiero|necesito|quero|looking for|want|need)(?: (?:un|a|um|el))? (?:trabajo|empleo|laburo|emprego|job|trabajar|trabalho|trabalhar|work)(?: (?:con|com|ahi|ai|aqui|there|here|for|with)(?: (?:ustedes|voces|vcs|you))?)?',
    '(?:are you |you |estan |voces estao |estao |siguen )?(?:hiring|contratando(?: gente| personal)?|tomando (?:gente|personal)|buscando (?:gente|personal)|recrutando)|(?:want to |to |how do i )?(?:apply|postular(?:me)?|work (?:there|for you|with you)|trabajar (?:con|ahi|alli)(?: ustedes)?)|(?:vacante|vaga|puesto|oferta)s? (?:de|laboral(?:es)?)(?: (?:trabajo|empleo|emprego))?|job (?:openings?|opportunit\\w+|application)|a job|jobs?',
  ),
  rows: [/\b(?:trabaj\w*|trabalh\w*|emple\w*|emprego\w*|careers?|jobs?|vacante laboral|vagas|rrhh|rh|recursos humanos|cv|curriculum|hiring|work with us)\b/],
}
const guarantee: Wish = {
  said: inWords(
    '(?:en |la |mi |a |na |under |my |esta en |is it (?:still )?under )?(?:garantia|warranty|guarantee)(?: [a-z]+)?|tiene (?:menos de|solo|apenas) [a-z]+ (?:ano|mes|meses)',
  ),
  rows: [/\b(?:garant\w*|warranty|guarantee)\b/],
}
const another: Wish = {
  said: inWords(
    '(?:(?:por |es |e |sobre |about |for |quiero |quero )?(?:(?:otra|outra) (?:cosa|coisa|consulta|duda|duvida|pregunta|pergunta|razon)|(?:otro|outro) (?:tema|assunto|motivo|asunto|problema)|(?:something|anything) else|(?:another|other|different) (?:thing|reason|topic|matter|question|issue)))',
  ),
  rows: [/^(?:otr[oa]s?|outr[oa]s?|other|another|something else|anything else)\b/],
}

export const wishesOfPlaces: Wish[] = [hours, place, price, monthly, paying, person, complaint, work, guarantee, another]
