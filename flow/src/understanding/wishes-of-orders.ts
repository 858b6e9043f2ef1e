import type { Wish } from './wish.ts'
import { inWords, parcel, the } from './wish.ts'

/** What is wanted of orders: to place, follow, return or exchange them, and how they come. */

const wrong = /\b(?:wrong|equivocad|errad|troc?ad)\w*/
const neverCame = /\b(?:no|nao|nunca|never|not|hasnt|didnt|havent|sin)\b.*\b(?:lleg\w*|cheg\w*|arriv\w*|recib\w*|receb\w*|deliver\w*|entreg\w*|came)\b/
const tracking = /\b(?:rastre\w*|seguimiento|seguir|estado|estatus|status|track\w*|acompanh\w*|d?onde esta|wheres?|cade)\b/
const sending =
  /^(?:consultar|ver|revisar|check)(?: (?:un|el|mi|um|o|meu|my|an))* (?:pedido|orden|compra|order|encomenda)s?$|^(?:mis |meus |my )?(?:envios?|entregas?|shipping|shipments?|pedidos|orders)(?: (?:y|e|and|de|and) .*)?$|\bpedido en curso\b|\b(?:mi|meu|my) (?:pedido|order)\b/
const returning = /\b(?:devol\w*|devuel\w*|returns?|refunds?|reembols\w*|reintegr\w*|estorno)\b/
const exchanging =
  /\b(?:cambi(?:os?|ar)(?! (?:de |del |la |el |mi )*(?:direccion|turno|cita|hora|horario|fecha|plan|domicilio|contrasena|clave|reserva|datos))|troca[rs]?(?! (?:de |a |o |meu |minha )*(?:senha|plano|endereco|horario|consulta))|exchanges?|swap)\b/
const either = new RegExp(`${returning.source}|${exchanging.source}`)
const complaining = /\b(?:reclam\w*|quej\w*|queix\w*|complain\w*|ouvidoria|problemas?)\b/
const damaged = /\b(?:danad|rot|defect|defeit|quebrad|avariad|damaged|broken|fault|fallad)\w*/
const ordering =
  /^(?:(?:hacer|realizar|nuevo|nueva|fazer|novo|nova|place|new|make|quiero|quero) )(?:(?:un|una|tu|mi|um|uma|an|my|hacer|fazer) )*(?:pedidos?|orden|orders?|compra|encomenda|encargo|pedir|purchase)\b|^(?:pedir|ordenar|comprar|compras?|encargar|buy|order|pedidos|order (?:food|online|now|takeout)|shop)$/
const selling = /\b(?:ventas?|vendas?|sales)\b|^(?:area |depto |departamento |setor )?comercial$/

const notMail =
  '(?! (?:completo|completa|entero|bien|a tiempo|a la|a las|a horario)\\b)(?! (?:el |la |los |las |mi |mis |un |o |a |um |uma |meu |minha |the |my |an )?(?:mail|correo|codigo|mensaje|mensagem|link|factura|boleta|boleto|ticket|email|e mail|sms|senal|luz|agua|sueldo|notificacion|invitacion|token|contrasena|confirmacion|dinero|pago|plata|transferencia|comprobante|nota|fatura|conta|refund|money|invoice|bill|code|message|results?|resultados?)\\b)'
const missing = `(?:(?:(?:todavia|aun|ainda|sigue|still|nunca) )?(?:no|nao|nunca|sin) (?:me |nos |lo |o |a )*(?:ha |han |he |ha sido |foi )?(?:llego|llega|llegan|llegado|llegaron|llegar|recibi|recibido|recibir|recibo|entregaron|entregado|entregue|chegou|chega|chegaram|recebi|entregaram|trajeron)|(?:still )?(?:hasnt|havent|have not|has not|never|didnt|did not|not) (?:yet )?(?:arrived?|come|came|receive|received|got|gotten|show(?:n|ed)? up|been delivered)|(?:its |it is |is )?not here(?: yet)?|still waiting|sigo esperando|estoy esperando|to esperando|waiting (?:for|on))${notMail}`

const following: Wish = {
  said: inWords(
    `(?:(?:a |por |en |pra |de )?(?:donde|onde|aonde|where)|wheres|cade|kd) (?:(?:esta|estan|ta|anda|viene|va|quedo|se encuentra|is|are|s) )?${the}${parcel}(?: (?:is|esta|ta))?`,
    `(?:donde (?:esta|quedo|anda)|onde (?:esta|ta)|where is|wheres|cade|kd) (?:mi|mis|meu|minha|my|our|nuestro|nuestra) (?!(?:doctor|dentist|technician|tecnico|appointment|turno|cita|agent)\\b)[a-z]+`,
    '(?:it |they )?(?:was|were|is|are) (?:supposed|meant|due) to (?:come|arrive|be here|be delivered|get here)(?: (?:today|yesterday|by now|last week|this morning))?|(?:tenia|tenian|deberia|debia|devia|era) que? ?(?:haber )?(?:llegar|llegado|chegar|ter chegado)(?: (?:hoy|ayer|hoje|ontem))?',
    'where is it|wheres it|cade|kd|(?:hace|faz|ya hace|ja faz) (?:una?|uma?|dos|duas|[0-9]+) (?:horas?|dias?|semanas?)(?: que)? (?:pedi|compre|comprei|espero|fiz o pedido)(?: (?:y|e) nada)?',
    `(?:cuando|quando|when) (?:(?:me|nos|lo|la|o|a|vai|va a|van a|will|is|does|do|can|it|its|i|my|the) )*(?:llega|llegan|llegara|llegaria|llegar|chega|chegam|chegar|entregan|entregam|entregar|traen|viene|vem|get|arriv\\w+|come|coming|be here|ship\\w*|delivered|be delivered)(?: here)?${notMail}(?: ${the}${parcel})?`,
    'when will (?:it|they|my order|my package|my stuff) [a-z]+(?: here)?',
    `(?:${the}${parcel} )?${missing}(?: nada)?(?: ${the}${parcel})?`,
    `(?:ya|ja) (?:salio|despacharon|enviaron|mandaron|viene|vem|saiu|enviaram|despacharam|foi enviado)(?: (?:pra|para|a|de))?(?: ${the}${parcel})?`,
    `en que (?:va|quedo|anda|estado esta|estado|etapa) ${the}${parcel}`,
    `(?:saber|noticias|novedades|noticia|averiguar|consultar|news|check|update|checking|know)(?: algo| mas| up| on)* (?:de|del|sobre|do|da|por|on|about|of) ${the}${parcel}`,
    '(?:has|have|did) (?:it|they|my order|my package) (?:yet )?(?:ship\\w*|leave|left|gone out)(?: yet)?',
    `(?:cuanto|quanto)(?: le| me)? falta(?: (?:para|pra|a)(?: que)?(?: llegue| llegar| chegar)?)?(?: ${the}${parcel})?|falta (?:mucho|muito)(?: (?:para|pra) (?:llegar|chegar|que llegue))?`,
    '(?:esta|ta|sigue|viene) (?:muy |muito )?(?:atrasad|demorad|retrasad|demorand|tardand)[oa](?: muito| mucho| demais)?|is (?:so |very )?late|delayed|taking (?:too|so) long',
    `${the}${parcel} (?:esta|ta|is) (?:atrasad|demorad|retrasad|late|delayed)[oa]?`,
    '(?:numero|codigo|guia|clave|number|code|tracking) (?:de |del )?(?:seguimiento|rastreo|rastreio|rastreamento|tracking|envio|guia|number|code)',
    `(?:track|seguir|rastrear|acompanhar|status of|estado de|situacao de) ${the}${parcel}`,
  ),
  rows: [neverCame, tracking, sending],
  own: true,
}
/** It is here. */
const arrived: Wish = {
  said: inWords(
    `(?:ya|ja) (?:me |nos |lo |o |a )*(?:llego|llegaron|recibi|recibimos|chegou|chegaram|recebi|tengo|entregaram|entregaron)(?: ${the}${parcel})?|(?:it|they|my order|my package) (?:arrived|came|was delivered|got here)(?: (?:today|yesterday|ok|fine|already))?|i (?:already )?(?:got|received) (?:it|them|my order|my package)`,
  ),
  rows: [],
  own: true,
}
/** "Mi paquete" and nothing else. */
const mine: Wish = {
  said: new RegExp(`^ (?:quiero |es |sobre |por |about |its )?(?:mi|meu|minha|my|el|o|a|the) ${parcel} $`, 'g'),
  rows: [tracking],
  own: true,
}

const sendingBack: Wish = {
  said: inWords(
    'devol(?:ver\\w*|ucion(?:es)?|ucao|ucoes|vo)|devuelv[a-z]+|regresar (?:un|el|la|lo|una|este|mi) [a-z]+',
    '(?:la |mi |el |o |meu |my |the )?(?:plata|guita|dinero|dinheiro|money|lana) (?:de vuelta|de volta|atras|back)|(?:devuelvan|devuelven|devolvam|devolver|regresen|get|give me|want) (?:el |la |mi |o |meu |my )?(?:dinero|plata|dinheiro|money)(?: back)?',
    'reembols\\w*|reintegro|refund\\w*|estorn\\w*',
    '(?:send|sending|give|bring|take|ship|mail) (?:it|this|them|something|these|that|an item|my order) back|return(?:ing)? (?:it|this|them|something|these|that|an item|a product)',
    'no (?:me )?gusto|nao gostei|(?:dont|didnt) like it',
  ),
  rows: [returning, exchanging],
  own: true,
}
const wrongOne: Wish = {
  said: inWords(
    '(?:me |nos )?(?:queda|quedo|quedan|quedaron|ficou|ficaram|fica|esta|es|its|it is|is|are|was) (?:muy |muito |un poco |too |way too |re )?(?:chic|grand|ajustad|apretad|larg|cort|pequen|apertad|curt)[oae]s?',
    '(?:its |it is |was |is |they are |theyre )?too (?:small|big|large|tight|short|long|loose)',
    'no (?:me |le )(?:queda|quedo|quedaron|entra|entro|entran|va)(?: bien)?|nao (?:me )?(?:serviu|serve|coube)|(?:doesnt|didnt|dont|does not|did not|not) fit(?: me)?',
    '(?:wrong|incorrect|different) (?:size|colou?r|item|one|thing|product|order|model)|(?:talle|talla|tamanho|tamano|color|cor|producto|produto|modelo|item) (?:equivocad|errad|incorrect)[oa]|(?:equivoque|confundi|errei)(?: [a-z]+)? (?:de|el|la|o|a) (?:talle|talla|tamanho|color|cor|modelo)',
    '(?:(?:me|nos) )?(?:mandaron|enviaron|llego|vino|trajeron|mandaram|enviaram|veio|chegou|sent me|sent|got|received)(?: (?:el|la|o|a|un|una|um|uma|the|otro|outro))* (?:otro|otra|outro|outra|otr[oa] (?:color|talle|talla|cosa|producto|modelo)|outr[oa] (?:cor|tamanho|coisa|produto)|equivocad[oa]|errad[oa]|trocad[oa]|cambiad[oa]|wrong (?:one|size|item|thing|order|colou?r)|tamanho errado|produto errado)(?: (?:color|talle|talla|cosa|producto|modelo|cor|tamanho|coisa|produto))?',
    `(?:yo |eu |i )?(?:pedi|compre|encargue|comprei|ordered|asked for|wanted)(?: [a-z]+){1,4} (?:y|e|and|but|pero|mas)(?: (?:me|i|it))* (?:mandaron|enviaron|llego|vino|trajeron|mandaram|enviaram|veio|chegou|trouxeram|got|received|sent|came)(?: [a-z]+){1,4}`,
    '(?:(?:me|they|i|you|nos) )*(?:got|received|sent|gave|mandaron|enviaron|llego|vino|trajeron|recebi|recibi|veio|mandaram|chegou)(?: [a-z]+){1,4} (?:i ordered|ordered|pedi|asked for|and i ordered|wanted|en vez de|em vez de|instead of|no lugar d[oe]|en lugar de)(?: [a-z]+){1,4}',
    'no (?:es|era) lo que (?:pedi|compre|encargue)|nao (?:e|era|foi) o que (?:eu )?(?:pedi|comprei)|not what i (?:ordered|bought|wanted)',
    'exchang\\w+ [a-z]+(?: [a-z]+)?|cambiar(?:lo|la)? (?:por|un producto|el producto|el talle|la talla|el color)|(?:quero |queria )?trocar por',
  ),
  rows: [wrong, either, complaining],
  own: true,
}
const otherSize: Wish = {
  said: inWords(
    '(?:(?:por|em|en|for|in) )?(?:outr[oa]|otr[oa]|another|an other|a different|different|otro) (?:tamanho|talle|talla|tamano|numero|size|color|cor|colou?r|modelo|model)|(?:talle|talla|tamanho|tamano|numero|size) (?:mas|mais) (?:grande|chic[oa]|pequen[oa]|alto|bajo)|(?:a )?(?:bigger|smaller|larger) (?:size|one)',
  ),
  rows: [exchanging],
}
const spoilt: Wish = {
  said: inWords(
    `(?:${the}${parcel} )?(?:me |nos )?(?:vino|vinieron|llego|llegaron|veio|chegou|chegaram|came|arrived|was|got here|is|esta)(?: (?:todo|toda|muy|todos|all|completely|mal))* (?:rot|fallad|danad|golpead|abiert|aplastad|quebrad|amassad|estragad|danificad|defectuos|com defeito|con fallas|broken|damaged|smashed|crushed|defective|faulty|open|ripped|torn)[a-z]*`,
    'defectuos[oa]s?|defeituos[oa]s?|com defeito|defective|faulty|fallad[oa]s?|con falla',
  ),
  rows: [
    new RegExp(`\\b${parcel}\\b.*${damaged.source}|^(?:(?:llego|came|arrived|chegou|veio|vino|its?|it is|was)\\b.*)?${damaged.source}$`),
    either,
    /\b(?:garantia|warranty)\b/,
    complaining,
  ],
  own: true,
}

const wanting =
  '(?:quiero|quisiera|queria|quero|kiero|me gustaria|gostaria de|want to|wanna|would like to|like to|id like to|can i|could i|puedo|posso|para|necesito|preciso|need to|vengo a|vou|quiero hacer|quiero realizar|quisiera hacer|quero fazer|queria fazer|make|place) '
const notForThat =
  '(?! (?:(?:un|una|el|la|los|um|uma|mi|a|an|my|hacer) )*(?:turnos?|citas?|hora|prestamos?|prestad\\w*|plata|informacion|info|ayuda|disculpas?|facturas?|reembolso|devolucion|baja|certificado|credito|permiso|cambio|perdon|help|receta|orden medica|emprestimo|emprestado|cancelamento|desculpas?|segunda|uber|taxi)\\b)'
const placing: Wish = {
  said: inWords(
    `${wanting}(?:a |un |una |um |uma )?(?:pedir|ordenar|comprar|encargar|encomendar|order|buy|purchase|pedidos?|compra|encomenda|encargo)${notForThat}(?: (?:algo|something|comida|food))?`,
    '(?:quiero|quero|queria|quisiera|want|id like|i would like|mandame|me da|dame|me manda) (?:una?|uma?|an?|dos|duas|two|la|some) (?:pizzas?|hamburguesas?|hamburgers?|burgers?|empanadas?|tortas?|tacos?|sushi|lanches?|marmitas?|salads?|milanesas?|bolo|cake)',
    'hacer (?:un|mi) (?:pedido|encargo)|fazer (?:um|meu) pedido|place an order|quiero llevar\\w*',
  ),
  rows: [ordering, selling],
}
const quoting: Wish = {
  said: inWords(
    '(?:quiero |quisiera |quero |queria |want to |necesito |preciso )?(?:contratar|cotizar|presupuestar|cotizacion|presupuesto|orcamento|orcar|a quote|quote|estimate|hire you)',
    '(?:me interesa|interesad[oa]|tenho interesse|interested)(?: (?:en|em|in))?(?: (?:comprar|contratar|buying|a plan))?',
    '(?:buy|purchase|comprar|get) (?:a |an |una? |uma? )?(?:license|plan|subscription|licencia|licenca|plano)',
  ),
  rows: [/\b(?:cotiz\w*|presupuest\w*|orcament\w*|quotes?|estimates?)\b/, /\b(?:contratar|altas? de)\b/, selling],
}

const delivering =
  /^(?!.*\b(?:punto|ponto|point|locker|retir|retiro|estado|cambi\w*|change|problema\w*)\b)(?:.*\b(?:a domicilio|domicilio|en casa|em casa|a casa)\b|(?:envios?|entregas?|delivery|home delivery|despacho|reparto|delivery to|shipping)\b)/
const broughtHome: Wish = {
  said: inWords(
    '(?:mand|envi|llev|tra[ei]|entreg|despach)[a-z]*(?: [a-z]+){0,2} (?:a|en|em|pra|para|hasta|ate|na|aqui em|aca a|aqui a) (?:la |mi |minha |a )?(?:casa|domicilio|oficina|trabajo|trabalho|depto|departamento|puerta|porta)',
    '(?:que )?(?:me |nos )?(?:lo |la |los |las )?(?:traigan|manden|lleven|envien|traen|entreguem|entreguen|traga|tragam|mandem|trazem)(?: (?:a|en|em|pra) (?:la |mi |minha )?casa)?|(?:traemel|mandamel|enviamel|traiganmel|mandenmel)(?:o|a)',
    '(?:a|en|em|pra|na|hasta|aqui em) (?:mi |la |minha |a )?casa(?: mismo| mesmo| msm)?',
    '(?:bring|send|deliver|drop|ship|leave)(?: (?:it|them|this|that))?(?: (?:to|off|at|over|by))? (?:my|to my|at my|off at my) (?:house|place|home|door|apartment|flat|office|work|address)|(?:drop|bring|send) (?:it|them) (?:off|over|here|home)|deliver(?:ed)?(?: it| them)?',
    'delivery|domicilio|(?<=^ (?:por |con |com |el |quiero |o )?)envio(?= $)|(?<=^ )bring it(?= $)',
  ),
  rows: [delivering],
}
const sendingTo: Wish = {
  said: inWords(
    '(?:hacen|hace|haces|tienen|tenes|fazem|faz|do you do|do you offer) (?:envios?|domicilios?|delivery|entregas?|repartos?|deliveries)(?: (?:a|al|en|para|pra|em|no|na|to) [a-z]+)?',
    '(?:mandan|envian|llegan|llevan|entregan|despachan|reparten|entregam|enviam|mandam|atendem|entrega|envia)(?: (?:voces|vcs|ustedes))? (?:a|al|en|em|no|na|pra|para|hasta|ate) (?:mi |meu |minha |el |la |o )?[a-z]+(?: [a-z]+)?',
    '(?:cuanto|quanto)(?: tiempo| tempo)? (?:tarda|demora|se tarda|leva|tardan|demoran)(?: (?:en|em|pra|para|el|o|a))? (?:llegar|chegar|envio|entrega|entregar)|how long (?:does|is|for|will) (?:it |the |shipping |delivery )*(?:take|shipping|delivery)?(?: to (?:arrive|deliver|ship|get here))?',
    'do you (?:ship|deliver|send)(?: [a-z]+){0,4}|(?:costo|valor|precio|custo|preco|cost) (?:de|del|do|da|of) (?:envio|entrega|frete|shipping|delivery)|(?:qual (?:e )?o )?frete|shipping (?:cost|fee|time|price)s?',
  ),
  rows: [delivering, /\b(?:envios?|entregas?|delivery|shipping|domicilios?)\b/],
}
const fetching: Wish = {
  said: inWords(
    '(?:yo |eu |ill |i will |i can |we |well )?(?:lo |la |los |las |o )?(?:paso|voy|vengo|pasamos|vamos|vou|passo|venho|come|ill come|go|pasare|pasaria)(?: yo| eu)?(?: (?:a|por|pra|para|na|no|ai|and|al|en|and))*(?: (?:la|el|lo|a|o) (?:tienda|local|loja|sucursal|lugar))?(?: (?:buscar|retirar|recoger|pegar|levantar|get|collect|pick|recogerl|buscarl|retirarl)(?:o|a|los|las)?)(?: (?:it|them|up))*(?: yo)?',
    '(?:yo |eu )(?:paso|passo|voy|vou|busco|retiro|recojo|pego)(?: (?:yo|ai|ahi|por ahi|por el local|por la tienda|na loja))?|(?:paso|passo) (?:yo )?(?:por|na|pela|en) (?:la |el |a |o )?(?:tienda|local|loja|sucursal|negocio)|(?:lo|la|los|las|o) (?:busco|retiro|recojo|pego|levanto|paso a buscar)(?: yo)?|(?:busco|pego|retiro) (?:yo|eu|ai|ahi|no local|en el local)',
    'pick (?:it|them|this) up|pick ?up|(?:ill |i will |to )?(?:collect|fetch|grab|get) (?:it|them)(?: (?:myself|in store|there|from (?:the|your) [a-z]+))?|come get it|(?:ill |i will |i can |ill just |gonna )?(?:swing|stop|drop|come|pop|pass|drive) (?:by|over|round|in)(?: (?:to get it|and get it|to pick it up|later|tomorrow|today))?|me lo llevo(?: yo)?|(?<=^ (?:yo )?)(?:voy|vou|paso|passo) (?:yo|eu|ai|ahi)(?= $)|vou passar (?:ai|na loja)|carry ?out|para llevar|pra levar|pra viagem|to go|take ?away|take ?out',
  ),
  rows: [/\b(?:retir\w*|recog\w*|recoj\w*|pick ?up|collect\w*|take ?away|take ?out|to go|para llevar|pra levar|buscar en|viagem)\b/],
}
const eatingThere: Wish = {
  said: inWords(
    '(?:to )?(?:eat|eating|sit|sitting|dining|dine)(?: (?:it|down))? (?:here|there|in|inside)|(?:comer|comemos|consumir|cenar|almorzar|jantar) (?:ahi|alli|aca|aqui|ai|en el (?:local|lugar|restaurante|salon)|no (?:local|restaurante|salao))|para comer (?:aca|aqui|ahi)',
  ),
  rows: [/\b(?:dine ?in|eat ?in|comer (?:aqui|aca|ahi|en|no)|en (?:el )?(?:restaurante|salon|local)|no (?:local|restaurante|salao)|consumir|for here)\b/],
}
const elsewhere: Wish = {
  said: inWords(
    'me mude(?: de casa)?|nos mudamos|(?:eu )?(?:me )?mudei(?: de (?:casa|endereco))?|(?:i|we|ive|have|just) (?:just )?moved',
    '(?:a |en |em |no |na |pra |para |to |at )?(?:otra|outro|another|different|new|nueva|novo) (?:direccion|endereco|address|domicilio)|(?:otro domicilio|otro lado|outro lugar|otro lugar|somewhere else)',
    '(?:puse|di|escribi|coloque|cargue|coloquei|passei|botei|put|gave|entered|have)(?: (?:mal|the|la|el|o|a|an))* (?:wrong )?(?:direccion|endereco|address|domicilio)(?: (?:mal|errad[oa]|equivocad[oa]))?|(?:direccion|endereco|domicilio) (?:equivocad[oa]|errad[oa]|incorrect[oa]|mal)|wrong address|equivoque (?:de|en la) direccion|errei o endereco',
  ),
  rows: [/\b(?:cambi|modific|actualiz|correg|change|update|alter|mudar|troca|edit)\w* .*\b(?:direccion|address|endereco|domicilio|entrega|delivery)\b/],
}
const cancelingOrder: Wish = {
  said: inWords(
    '(?:i )?(?:ordered|bought) (?:it )?by (?:mistake|accident)|(?:compre|pedi|comprei) (?:por error|sin querer|sem querer|por engano|errado)',
    '(?:ya )?no (?:lo|la|los) quiero(?: mas)?|nao quero mais|(?:i )?(?:dont|do not) want it (?:anymore|any more)',
  ),
  rows: [new RegExp(`\\bcancel\\w*(?: [a-z]+)* (?:pedido|order|compra|it|orden)\\b|${returning.source}`)],
}
const inStock: Wish = {
  said: inWords(
    '(?:tienen|tenes|hay|tem|voces tem|vcs tem|do you have|have you got|got any|is there|queda|quedan|te queda)(?: [a-z]+){0,4} (?:stock|estoque|en (?:negro|blanco|azul|rojo|verde|talle|talla)|in (?:black|white|blue|red|green|small|medium|large|stock|a size|size|another colou?r)|na cor|no tamanho|otro color|otros colores|outra cor|disponible|disponivel|available)',
    'in stock|en stock|em estoque|hay stock|tiene stock',
  ),
  rows: [/\b(?:product|producto|produto|stock|estoque|disponib|catalog)\w*/],
}

export const wishesOfOrders: Wish[] = [
  following,
  arrived,
  mine,
  sendingBack,
  wrongOne,
  otherSize,
  spoilt,
  placing,
  quoting,
  broughtHome,
  sendingTo,
  fetching,
  eatingThere,
  elsewhere,
  cancelingOrder,
  inStock,
]
