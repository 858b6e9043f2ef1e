import { matter, relation, somebody } from './matter.ts'

/** For whom a thing is, who comes along, who is at home, and what somebody has done before. */
export const mattersOfPeople = [
  matter('(?:interesad[oa]|interessad[oa]|interesse|interested|busca|buscando|procurando|looking)(?: [a-z]+)*', {
    unless: 'cancel|no |nao |not ',
    yes: ['(?:still am|sigo|continuo|tenho ainda|ainda tenho)'],
    no: [
      '(?:consegui|compre|alquile|encontre|comprei|aluguei|encontrei|achei|found|bought|got|rented|ive found)(?: (?:otr[oa]|outr[oa]|another|another one|one|one elsewhere|something else|one already|un[oa]|um[a]?))+',
    ],
  }),
  matter('reserva|reservacion|reservation|booking|mesa|table|cita|turno|appointment', {
    unless: 'confirm|cancel|agend|quier|quer|want|like|reservo|hago',
    yes: [
      '(?:esta |ta |its |it is |is )?(?:a nombre de|a nome de|no nome de|em nome de|en nombre de|under|in the name of|in the name) (?:the name )?[a-z]+(?: [a-z]+){0,2}',
    ],
    no: ['walk ?ins?|sin reserva|sem reserva'],
  }),
  matter('(?:voce|usted|vos|tu) (?:quien|que|quem)|(?:was it|is it|were|it) you|(?:fue|foi) (?:usted|vos|voce)', {
    no: [`(?:foi|fue|fui|that was|it was|was|that|era) (?:${somebody}|${relation}|otra persona|outra pessoa|someone else|somebody else)`],
  }),
  matter('(?:pas[a-z]+|ven[a-z]+|vien[a-z]+|vem|vir|retir[a-z]+|pick|come|envi[a-z]+|mand[a-z]+|send|foto|photo|picture)', {
    unless: 'le envi|te envi|te mand|le mand|lo mand|lo envi|shall we|cancel',
    yes: [
      '(?:(?:on my|en|a|estoy en|estoy|to|tou|im) (?:way|camino|caminho|llegando|chegando|indo|almost there))',
      '(?:en un rato|daqui a pouco|ahora|ahi|agora|in a bit) (?:voy|vou|paso|passo|va|te va)',
      '(?:ahi|la) (?:va|te va|voy|vai)',
      '(?:sending|mando|mandando|envio|enviando|vou mandar|te mando|te la mando|te lo mando|ill send)(?: (?:it|now|over|ja|ya|ahora|agora|ahorita|in a sec|them))+',
      'passo (?:la|ai) sim',
    ],
  }),
  matter('(?:preguntas?|dudas?|duvidas?|perguntas?|questions?|anything else|algo mas|algo mais|mais algo|mais alguma coisa|something else|otra consulta)', {
    unless: 'agreg|pedido|order|adicion|add|menu|carta',
    yes: [
      '(?:(?:tengo|tenho|fiquei com|me quedo|me ficou|quedo|ficou|have|got|ive got|just the|only) )*(?:one|una|uma|dos|two|duas|a couple|a few|algunas|varias|unas|algumas)(?: (?:more|mas|mais))?(?: (?:thing|things|cosa|coisa|pregunta|duda|duvida|pergunta|question|questions|cosita|coisinha))?',
    ],
  }),
  matter('(?:mayor(?:es)?|maior|over) (?:de )?(?:edad|idade|18|dieciocho|dezoito|eighteen)|of age|adult[oa]?', {
    yes: ['(?:tengo|tenho|im|i am|with|con|com)? ?(?:1[89]|[2-9]\\d)(?: (?:anos|anitos|years old|yrs old|y o|yo|cumplidos))?'],
    no: [
      '(?:tengo|tenho|im|i am|with|con|com)? ?(?:[5-9]|1[0-7])(?: (?:anos|anitos|years old|yrs old|y o|yo|cumplidos))?',
      'menor(?: de edad| de idade)?|underage|under 18',
    ],
  }),
  matter('(?:cliente|paciente|customer|patient|client|member|soci[oa]|miembro|membro|alumn[oa]|alun[oa]|student)', {
    yes: [
      '(?:desde|since|from) (?:hace |ha )?[a-z0-9]+(?: [a-z]+){0,2}',
      '(?:hace|ha|faz|for|about) (?:mas de |mais de |over |like )?[a-z0-9]+ (?:anos?|mes(?:es)?|years?|yrs?|months?)',
      '(?:de )?(?:toda la vida|la vida|muitos anos|muchos anos|siempre|sempre|years|ages)',
    ],
    no: ['(?:(?:soy|sou|im|brand|completamente|totalmente|es|e) )*(?:nuev[oa]|nov[oa]|new|new here)(?: (?:aqui|aca|here|por aca|por aqui|to this))*'],
  }),
  matter('(?:antes|before|alguna vez|alguma vez|ever|ya|ja|already) ?(?:.*)', {
    yes: [
      '(?:(?:en|em|in|hace|ha|faz|back in) )?(?:el |o |no |la |a |na )?(?:ano pasado|ano passado|mes pasado|mes passado|semana pasada|semana passada|last (?:year|yr|month|week)|(?:19|20)\\d\\d)',
    ],
  }),
  matter('(?:mascotas?|pets?|animal(?:es)?|animais|perros?|dogs?|cachorros?)', {
    unless: 'vacun|vacin|vaccin|castr|amig|friend',
    yes: [
      '(?:(?:con|com|with|tengo|tenho|have|levo|llevo|bringing|traigo|vou levar|vamos con) )*(?:my|our|mi|meu|minha|nuestr[oa]|\\d+|una?|uma?|one|a|two|three|dos|tres|dois|duas) (?:small |little |tiny |big |large )?(?:perr[oa]s?|perrit[oa]s?|gat[oa]s?|gatit[oa]s?|gatinh[oa]s?|cachorr[oa]s?|cachorrinh[oa]s?|dogs?|cats?|pupp(?:y|ies)|kittens?|conejo|coelho|rabbit|hamster|loro|papagaio|parrot|pet|mascota)(?: (?:pequen[oa]|chiquit[oa]|chic[oa]|pequenininh[oa]|porte pequeno|de porte pequeno|small|grande))?',
    ],
    no: [
      '(?:solo|so|just|only|somos) ?(?:nosotros|nos|us|los dos|nos dois|a gente|o casal|the two of us|the people|humans|personas)(?: dos| dois)?',
      '(?:no|sin|sem) (?:mascotas?|pets?|animales|animais)',
    ],
  }),
  matter('(?:traslado|transfer|transporte|transport|estacionamiento|estacionamento|cochera|parking|taxi|pickup)', {
    no: [
      '(?:nos |me |te )?(?:vienen a buscar|vem buscar|vao buscar|vao me buscar|recogen|buscan|pasan a buscar|getting picked up|being picked up|have a lift|got a lift|getting a lift|lleva un amigo)',
      '(?:(?:vamos|voy|vou|iremos|llegamos|chegamos|tomamos|pegamos|pego|getting|taking|get|take|well|ill|an|a|we|im|were) )+(?:de |en |em |um |un |a |an |the )?(?:uber|taxi|onibus|bus|colectivo|metro|subte|tren|trem|train|coach|tube|cab|aviao|pie|pe)',
    ],
  }),
  matter(`(?:para|pra|pro|for) (?:su|tu|sua|seu|teu|tua|your|el|la|o|a) (?:[a-z]+ )?${relation}`, {
    no: ['(?:(?:es|e|seria|is) )?(?:para|pra|for) (?:mi|mim|yo|me|myself)(?: mism[oa]| mesm[oa])?'],
  }),
  matter('bring[a-z]*|tra(?:e|es|er|en|z|zer|zem)|llev(?:a|as|ar|an)', {
    yes: [
      '(?:(?:ill|i will|well|im|were|voy a|vou|vamos a) )?(?:bring|bringing|llevo|llevamos|traigo|traemos|levo|levamos|trago|trazemos|llevar|traer|levar|trazer|tengo|tenho) (?:mine|ours|my own|our own|(?:unos|unas|los|las|mis|un|una|algunos|algunas|uns|umas|os|as|meus|minhas|o meu|a minha|el mio|la mia|los mios|las mias|some|the|all|todo|todos|todas|tudo)(?: [a-z]+){0,3})',
    ],
    no: ['(?:ninguno|ninguna|nenhum|nenhuma|none)'],
  }),
  matter(
    '(?:pued[a-z]+|pod[a-z]+|consegue|sirve|serve|queda bien|fica bom|remarc[a-z]+|pas[a-z]+|ven[a-z]+|vien[a-z]+|vem|can you|could you|does|would|suit|available|disponible|disponivel|libre|livre)',
    {
      unless: 'cancel|anul|desmarc|trabaj|trabalh|working|viaj|away',
      no: [
        '(?:(?:ese|esse|nesse|este|that) (?:dia|day|horario|hora) |(?:el |la |na |no |a |on )?(?:lunes|martes|miercoles|jueves|viernes|sabados?|domingos?|segunda|terca|quarta|quinta|sexta|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|semana que vem|semana que viene|next week|a esa hora|nessa hora|esa semana|essa semana) )?(?:que )?(?:(?:eu|yo|estoy|estare|estarei|voy a estar|vou estar|to|tou|im|ill be|i) )*(?:viajo|viajando|de viaje|de viagem|trabajo|trabalho|trabajando|trabalhando|away|abroad|on holiday|at work|working|work)',
      ],
    },
  ),
  matter('(?:para|pra|pro|for) (?:usted|ustedes|vos|ti|voce|o senhor|a senhora|vos mismo|you|yourself)', {
    yes: ['(?:(?:es|e|seria|is) )?(?:para|pra|for) (?:mi|mim|yo|me|myself)'],
    no: [
      `(?:(?:es|e|seria|is) )?(?:para|pra|pro|for) (?:${somebody}|${relation}|otra persona|outra pessoa|someone else|somebody else|alguien mas|un regalo|um presente)`,
    ],
  }),
  matter(
    'acompan[a-z]+|(?:alguien|alguem|someone|anyone|anybody|somebody) (?:con|com|with|mas|mais|else|coming)|(?:bring[a-z]*|tra[eiz][a-z]*|con|com|with) (?:alguien|alguem|someone|anyone|anybody|somebody|a guest|guests?|a friend)',
    {
      yes: [
        `(?:(?:voy|va|vamos|vou|viene|vai|vem|coming|im coming|ill bring|bringing|im bringing|levo|llevo|traigo|trago) )?(?:(?:con|com|with) )?${somebody}(?: (?:va|viene|vai|vem|ira|is coming|coming|comes|will come|will be there|me acompana|acompanha|conmigo|comigo|with me))*`,
      ],
      no: [
        '(?:(?:voy|vamos|vou|ire|irei|vengo|venho|coming|im coming|ill come|ill be|going|im going|im) )?(?:(?:solo|so) )?(?:sol[oa]|solit[oa]|sozinh[oa]|alone|on my own|by myself|yo|eu|me|myself|comigo|conmigo|one of us)',
      ],
    },
  ),
  matter('(?:nin[oa]s?|chic[oa]s|criancas?|kids?|child|children|menores|bebes?|bebe)', {
    yes: [
      '(?:(?:con|com|with|somos|tengo|tenho|traigo|levo) )?(?:\\d+|una?|uma?|one|a|two|three|dos|tres|dois|duas) (?:criancas?|nin[oa]s?|kids?|child|children|chic[oa]s?|nen[ea]s?|peques?|bebes?|bab(?:y|ies)|toddlers?|menor(?:es)?)(?: de .{1,20})?',
    ],
    no: [
      '(?:(?:somos|vamos|van|solamente|somente|apenas|only) )*(?:\\d+ |dos |two |dois |os )?(?:adult[oa]s|adults|grown ups|mayores|grandes)',
      '(?:solo|so|just|only) (?:nosotros|nos|us|los dos|nos dois|a gente|o casal|the two of us)',
    ],
  }),
  matter(
    '(?:en|em) casa|(?:be|at) home|(?:alguien|alguem|someone|somebody|anyone|anybody) (?:.* )?(?:recib[a-z]*|receb[a-z]*|receive|sign|accept)|(?:pued[a-z]+|pod[a-z]+|can you|va a|vai) (?:.* )?(?:recib|receb|receiv)[a-z]*',
    {
      yes: [
        '(?:(?:ill|i will|im|well be|well|were|we are|be|estoy|estare|estamos|estaremos|voy a|vamos a|estar|to|tou|estou|estarei|vou|ficar|vou estar) )+(?:en casa|em casa|home|at home|in)',
        'estoy yo|(?:aqui |aca )?ando(?: aqui| aca)?|to aqui|estou aqui|aqui estoy|aca estoy|aqui estare|estou em casa|fico em casa',
        `${somebody} (?:esta|estara|va a estar|ta|vai estar|estara|is|will be|recibe|recebe|s|ll be) ?(?:en casa|em casa|home|in|there|ahi|la|aqui)?`,
      ],
      no: [
        '(?:acabo de |acabei de )?(?:sali|salir|sai|sair|popped out|went out|nipped out|stepped out)(?: (?:un rato|de casa|for a bit))?',
        '(?:no hay|nao tem|nao vai ter|no va a haber|no estara|nao ha) (?:nadie|ninguem)(?: en casa| em casa)?|(?:nobody|noone|no one|nobodys|noones)(?: is| will be)?(?: home| in| at home| here)?|nadie en casa|ninguem em casa',
        '(?:(?:estoy|estare|estamos|voy a|vamos a|vou|estarei|estou|to|tou|ta|tar|estar|im|were|ill|we are|well|be|i am|ando|sigo) )+(?:fuera|afuera|fora|out|away|at work|viajando|de viaje|de viagem|trabajando|trabalhando|no trabalho|en el trabajo)(?: de casa)?',
      ],
    },
  ),
  matter(
    'experien[a-z]+|(?:worked out|practi[a-z]+|jug[a-z]+|entren[a-z]+|trein[a-z]+|done|hecho|hiciste|hizo|fez|feito|fizeram) (?:.* )?(?:before|antes|alguna vez|alguma vez)',
    {
      yes: [
        '(?:algo|un poco|um pouco|bastante|some|mucha|muita)',
        '(?:fiz|fizemos|hice|hicimos|did|used to|costumava|solia)(?: [a-z0-9]+){0,5}',
        'many times|muchas veces|muitas vezes|varias veces|varias vezes|several times',
      ],
      no: [
        '(?:(?:soy|sou|im|i am|a|um|uma|un|total|totalmente|complete|completamente|absolute|e) )*(?:principiante|novat[oa]|iniciante|beginner|newbie|noob)',
        'new to (?:it|this|that)|(?:desde|de|do) (?:cero|zero)|from scratch|nunca|never|nunca nada',
        '(?:(?:es|e|its|this is|la|a|the|mi|minha|my|seria|vai ser) )*(?:primera|primeira|first|1a|1ra|1era|1st) (?:vez|time)',
      ],
    },
  ),
]
