import type { Wish } from './wish.ts'
import { about } from './wish.ts'

/** What is asked of restaurants, shops on offer, travel and pets. */

export const wishesOfTables: Wish[] = [
  about(
    /\b(?:menu|carta|cardapio|food menu)\b/,
    '(?:me (?:mandas|mandan|manda|pasas|envias|envia) |mandame |ver |see |show me |can i see |the |la |el |o |a |un |your |su )*(?:menu|carta|cardapio)',
    '(?:que|o que|what)(?: (?:es lo que|do you|voces|vcs|hay|tienen|tenes|tem|have|can i|is there|sirven|servem))* (?:para |pra |de |to |for )?(?:comer|cenar|almorzar|jantar|comida|eat|dinner|lunch)(?: hoy| hoje| today)?|que platos (?:tienen|hay)|quais (?:os )?pratos|what food',
  ),
  about(
    /\b(?:eventos?|events?|fiestas?|festas?|part(?:y|ies)|catering|grupos|groups|celebra\w*)\b/,
    '(?:festejar|celebrar|celebrate|comemorar|hacer|host|fazer|organizar)(?: (?:un|una|mi|el|um|uma|meu|my|a|the))* (?:cumple|cumpleanos|fiesta|evento|aniversario|festa|birthday|party|wedding|boda|casamiento|casamento|despedida|reunion)|(?:un |mi |una |a |um |uma |para un |para una )*(?:cumple|cumpleanos|fiesta|boda|casamiento|festa|birthday|party|wedding|quinceanera|bautismo|baby shower|evento|event)',
  ),
  about(
    /\b(?:promo\w*|descuent\w*|ofertas?|descontos?|deals?|discounts?|cupon\w*|coupons?|specials?)\b/,
    '(?:que |alguna |algun |any |hay |tienen |tenes |tem |do you have |las |los |as |alguma |algum )*(?:promos?|promocion(?:es)?|promocao|promocoes|descuentos?|descontos?|ofertas?|discounts?|deals?|specials?|cupon(?:es)?|cupom|cupons|coupons?|2x1|rebajas|liquidacion|black friday)(?: (?:hay|tienen|tenes|tem))?',
  ),
  about(
    /\b(?:equipaje|bagagem|baggage|luggage|maletas?|valijas?)\b/,
    '(?:cuant[oa]s? |quantas? |how many |mi |my |la |una |a )*(?:valijas?|maletas?|equipaje|bagagem|malas?|baggage|luggage|bags|suitcase|carry ?on|mochila)(?: (?:puedo|posso|can i) (?:llevar|levar|take|bring))?|(?:cuanto|quanto) (?:puedo|posso) (?:llevar|levar)(?: de [a-z]+)?',
  ),
  about(
    [
      /^(?:comprar|compra de|reservar|sacar|buy|book|nuevo|nova|novo) (?:un |una |el |mi |a |my |uma |o )?(?:pasajes?|boletos?|vuelos?|tickets?|flights?|passage(?:m|ns)|viajes?|viagem)\b/,
    ],
    '(?:quiero |quisiera |quero |i want to |necesito |want to |need to )(?:viajar|ir|irme|viajo|travel|fly|go|volar)(?: (?:a|para|pra|to|al)(?: [a-z]+){1,2})|(?:un |una |dos |a |uma |um |el )?(?:pasajes?|boletos?|vuelos?|tickets?|flights?|passagem|passagens)(?: (?:a|para|pra|to|de)(?: [a-z]+){1,2})',
  ),
  about(
    /\b(?:abrir (?:una |mi |uma )?(?:cuenta|conta)|open (?:an |a new )?account|nueva cuenta|nova conta|new account|hacerme cliente|ser cliente)\b/,
    '(?:abrir|open|crear|sacar|hacer|create|criar)(?: (?:una|mi|uma|minha|an|a|my|new|nueva|nova))* (?:cuenta|conta|account)|(?:hacerme|ser|become a|virar|ser un) (?:cliente|client|customer)',
  ),
  about(
    /\b(?:sintomas?|symptoms?|me siento mal|nao me sinto|not feeling|malestar)\b/,
    '(?:tengo |estoy con |to com |estou com |tenho |con |i have |have |com |my |mi )*(?:fiebre|febre|fever|tos|tosse|cough|gripe|resfriad[oa]|resfriado|cold|flu|nauseas?|vomitos?|vomitando|diarrea|diarreia|mareos?|mareado|tontura|covid|headache)',
    '(?:me siento|no me siento|nao me sinto|me sinto|i feel|i dont feel|feeling|not feeling|ando|to passando|passando|estoy) (?:muy |muito |re |so |very |mas )?(?:mal|bien|bem|sick|bad|well|unwell|enferm[oa]|doente|descompuest[oa])|(?:me |le )(?:duele|duelen|doi)(?: (?:mucho|muito|el|la|los|las|o|a|os|as|un))*(?: [a-z]+)?|(?:dor|dolor) (?:de|en|no|na) (?:la |el )?[a-z]+',
  ),
  about(
    /\b(?:urgencias?|emergenc\w*|guardia|pronto socorro|urgent)\b/,
    '(?:se )?(?:comio|trago|ingirio|comeu|engoliu|ate|swallowed)(?: (?:un|una|um|uma|a|algo|something|some))* (?:veneno|poison|toxico|pila|chocolate|objeto)|(?:lo|la|o|a) ?(?:atropellaron|atropelaram|atropelo)|atropellad[oa]|atropelad[oa]|hit by a car|envenenad[oa]|(?:no|nao|cant|not) (?:puede |para de |consegue )?(?:respirar?|respira|breathe|breathing)|(?:esta |ta |is )?(?:sangrando|bleeding|convulsionando|desmayad[oa]|desmaiou|unconscious|se desmayo)|accidente|acidente|accident',
  ),
  about(
    /\b(?:vacun\w*|vacin\w*|vaccin\w*|shots)\b/,
    '(?:la |las |a |as |una |the |le toca la )?(?:vacunas?|vacinas?|vaccines?|vaccination|antirrabica|refuerzo|shots?|jab|sextuple|quintuple|v10|vacunar(?:lo|la|me)?|vacinar)',
  ),
  about(
    [/\b(?:control(?:es)?|chequeos?|revision(?:es)?|check ?up|examen general)\b/, /^consultas?(?: general)?$/],
    '(?:un |una |a |uma |um |para |hacerle |de )*(?:revision|chequeo|control|check ?up|revisao|consulta general|consulta de rotina|rutina|control de rutina)(?: de rutina| anual| general)?',
  ),
  about(
    /\b(?:peluqueria|grooming|tosa|bano y corte|banho e tosa)\b/,
    '(?:cortarle|cortar|cut|recortar|bajarle)(?: (?:el|su|o|the|his|her|le|los|as))* (?:pelo|pelos|fur|hair|unas|unhas)|grooming|peluquero|tosar',
  ),
  about(
    /\b(?:titular\w*|ownership|cambio de nombre)\b/,
    '(?:pasar|passar|poner|colocar|cambiar|trocar|mudar|transferir|change|transfer|put)(?: (?:la|el|a|o|de|mi|minha|meu|my|the))* (?:cuenta|conta|servicio|nome|nombre|account|luz|name|titular|contrato)(?: (?:a|pro|para|en|da|de|do|to|no|pra)(?: (?:mi|meu|o|el|my|la|conta))* (?:nombre|nome|name|conta|cuenta))?',
  ),
  about(
    [/\b(?:senha|contrasena|clave|password|pin)\b/],
    '(?:forgot|olvide|esqueci|perdi|lost|reset|recuperar|restablecer|resetear|cambiar|mudar|trocar|change)(?: (?:mi|my|a|la|minha|the|de))* (?:password|clave|contrasena|senha|pin)(?: (?:do|del|de|da|of)(?: (?:la|the))? [a-z]+)?',
  ),
  about(
    [/\b(?:lent[oa]|slow|devagar)\b/, /\b(?:soporte|suporte|support|tecnic\w*|technical)\b/],
    '(?:esta |ta |anda |muy |muito |tan |super |so |too |is |very |mas |re )*(?:lent[oa]|slow|devagar|lentisim[oa])(?: demais)?',
  ),
  about(
    /\b(?:sin senal|sem sinal|no signal|sin servicio|no service|sin internet|sem internet|no internet)\b/,
    '(?:no|nao|sin|sem)(?: (?:hay|tengo|tem|tenho|da|me da|pega))? (?:senal|sinal|signal|servicio|internet)|no (?:signal|service|internet)|(?:caiu|se cayo|se fue) (?:tudo|todo|el internet|a internet|la senal|o sinal)',
  ),
]
