import type { Wish } from './wish.ts'
import { about, inWords } from './wish.ts'

/** What is asked of everybody: how they heard of a business, why they leave, how much they know, how soon it is needed, where they want to sit. */

const acquaintance =
  '(?:amig[oa]s?|amigue|vecin[oa]|vizinh[oa]|conocid[oa]|conhecid[oa]|colega|compañer[oa]|companer[oa]|prim[oa]|herman[oa]|irma|irmao|tia|tio|mama|mae|cunad[oa]|cunhad[oa]|suegra|sogra|friends?|buddy|mate|coworker|co worker|colleague|neighbou?r|cousin|sister|brother|mum|mom|somebody|someone)'

const privately =
  /^(?:no )?(?:soy )?(?:particular|sin (?:obra social|cobertura|seguro)|sem (?:convenio|plano)|self pay|uninsured|no insurance)\b|^(?:no|nao) .*particular\b/

export const answersToSurveys: Wish[] = [
  about(/\binstagram\b/, 'insta|ig|instagram|instagran|stories|reels?'),
  about(/\bfacebook\b/, 'face|fb|facebook|feis'),
  about(
    /\bgoogle\b|\b(?:internet|buscador)\b/,
    'google|gugl|googlee|googled(?: it| you)?|googleando|(?:busque|buscando|pesquisei|pesquisando|procurei|searched|looked you up)(?: (?:en|no|na|on|in|por))* (?:internet|google|online|web)',
  ),
  about(
    /\b(?:amig[oa]s?|recomendacion|recomendad[oa]|indicacao|indicad[oa]|friends?|referral|referred|word of mouth|boca a boca|conocid[oa]|recommendation|familiar)\b/,
    `(?:(?:me |lo |la |los |te |eu |i |was )*(?:recomend\\w+|indic(?:o|ou|aram|aron|ado|ada)|recommended|referred|told me|told|falou|conto|contou|dijo|disse|pasaron|passou) )?(?:(?:por|pela|pelo|a|an|un|una|uma|um|mi|minha|meu|my|la|o|de|from|by|through|one of) )*${acquaintance}(?: (?:que|of mine|mio|mia|meu|minha|de mi [a-z]+|do trabalho|del trabajo|from work))*(?: (?:me |los |te |you |u |it |guys |vcs |voces )*(?:recomend\\w+|indicou|indico|recommended(?: (?:you|u|it))?|referred(?: me)?|told me(?: about (?:you|u|it))?|falou|contou|conto|paso|passou|dijo|disse|hablo))?`,
    '(?:me |te |los |nos )?(?:recomendaron|recomendo|indicaram|indicou|hablaron de ustedes)|word of mouth|boca a boca',
  ),
  about(
    /\b(?:passei|pase|pasando|passing|walk\w*|frente|por la puerta|caminando)\b/,
    '(?:(?:i |just |was |eu |yo |estaba |vi )*(?:pase|passei|pasaba|passava|passo|paso|passed|pass|passing|walked|walk|walking|drove|driving|drive|caminando|passando|pasando)(?: (?:por|pela|em|en|na|ai|ahi|la|by|past|your|the|you|sempre|siempre|frente|puerta|porta|calle|rua|shop|store|loja|local|every day))*)',
  ),
  about(
    /\b(?:car[oa]|expensive|pricey)\b|^(?:el |the |o |por |por el )?(?:precio|preco|price|cost|costo|custo)$/,
    '(?:(?:muy|muito|es|e|esta|ta|its|is|was|so|too|re|demasiado|way|got|medio) )*(?:car[oa]|carisim[oa]|salad[oa]|expensive|pricey|overpriced)(?: (?:demais|para mi|pra mim|for me))?|costs? (?:too|so) much|(?:cant|cannot|couldnt|no longer) afford(?: it)?|(?:no|nao)(?: (?:me|lo|puedo|posso|consigo|da))* (?:alcanza|pagar|pagarlo|cabe no bolso)(?: mais| mas)?|pesad[oa] no bolso|(?:el|o|the) (?:precio|preco|price)|(?:sem|sin|no|tight on) (?:grana|dinheiro|plata|dinero|money)',
  ),
  about(
    /\b(?:(?:no|nao|dont|never|not)(?: [a-z]+){0,2} (?:uso|usar|use|using|utiliz\w+|voy|vou|go)|desuso|poco uso|pouco uso)\b/,
    '(?:(?:ya |quase |casi |i |eu |yo |hardly |barely |lo |la )*(?:no|nao|never|dont|hardly|barely|nunca|ever)(?: (?:lo|la|le|o|a|mas|mais|really|ever|even|estoy|estou|to))* (?:uso|usando|use|using|utilizo|utilizando|voy|vou|go|watch|need)(?: (?:it|mas|mais|anymore|there|nunca|enough|that much|mucho|muito|nada|much))*)',
  ),
  about(
    /\b(?:mud[aoe]\w*|moving|moved|move|mudanza|relocat\w*)\b/,
    '(?:(?:me|nos|i|im|we|were|estoy|estou|to|vou|voy) )*(?:mudo|mude|mudei|mudamos|mudar|mudando|moving|moved|move|relocating|relocated)(?: (?:me|de|a|to|away|out|another|otra|outra|la|house|casa|city|ciudad|cidade|pais|country|abroad|barrio|soon|overseas))*|(?:me voy|vou embora|voy a vivir|vou morar|leaving)(?: (?:a|en|de|da|do|em|na|no|the|la|otro|otra|outro|outra|area))*(?: (?:ciudad|pais|cidade|city|country|town))?',
  ),
  about(
    /\b(?:principiante|inicial|beginner|iniciante|basic[oa]?|from scratch|desde cero|do zero|cero)\b/,
    '(?:(?:arranco|empiezo|parto|comienzo|comeco|comecando|start|starting|desde|from|do|de|estoy empezando|vou comecar) )+(?:de |do |from )?(?:cero|zero|scratch)|(?:no|nao) (?:se|sei|hablo|falo|entiendo|entendo|tengo)(?: (?:nada|casi nada|quase nada|ni idea|idea|nada de nada|experiencia))+|(?:know|speak) nothing|(?:never|nunca)(?: (?:lo|la|he|have|had|i))* (?:studied|estudie|estudei|learned|aprendi|hice|fiz|jugue|done|tried|played|done it|estudiado|hecho)(?: (?:it|before|antes|ingles|nada))*|(?:total |complete |soy |sou |im |a |an )*(?:newbie|noob|principiante|iniciante|beginner|novato|novata)|(?:(?:estoy|estou|to|im|just|recien) )+(?:empezando|comecando|starting|arrancando|empiezo)(?: (?:agora|ahora|now|out))?|absolute beginner|dont know (?:anything|any)|primera vez|primeira vez',
  ),
  about(
    /\b(?:intermedi[oa]|intermediate|intermediario|medio)\b/,
    'me defiendo(?: (?:bastante|bien|un poco))?|me viro(?: bem)?|(?:i )?(?:get by|can get by|know (?:some|a bit|a little))|(?:se|sei|hablo|falo|entiendo|entendo) (?:algo|un poco|um pouco|mais ou menos|mas o menos)|ni mucho ni poco',
  ),
  about(
    [
      /^(?:urgente|urgent|asap|lo antes posible|inmediat\w*|imediat\w*|as soon as possible)\b/,
      /^(?:hoy|today|hoje)(?: mismo| mesmo)?$|^(?:ahora|now|agora|ya)\b/,
    ],
    '(?:lo |o |as )?(?:antes posible|mas pronto posible|cuanto antes|antes possivel|quanto antes|mais rapido possivel|asap|as soon as possible|right away|right now|inmediatamente|imediatamente|immediately|ya mismo|ahora mismo|agora mesmo|urgentisimo|es urgente|e urgente|its urgent|super urgent|really urgent)',
  ),
  about(
    /\b(?:sin (?:apuro|prisa|urgencia)|no (?:rush|hurry)|sem pressa|(?:no|not|nao) (?:es |e )?urgent\w*|flexible|flexivel|whenever|cuando puedan)\b/,
    '(?:take (?:your|ur) time|no (?:rush|hurry)|whenever(?: (?:you can|works|is fine|is good|suits you))?|any ?time|tomense su tiempo|tranqui(?:los?|las?)?|sin (?:apuro|prisa)|sem pressa|(?:no|nao) (?:hay|tengo|tenho|tem|es|e|ando con) (?:apuro|prisa|pressa|urgente|urgencia)|cuando (?:puedan|puedas|quieran)|quando (?:puder|der|puderem))',
  ),
  about(
    /\b(?:esta semana|this week|essa semana|nesta semana|dias)\b/,
    '(?:(?:in |en |nos |em |within |over |dentro de |los )*(?:the )?(?:next|proximos|coming|estos|esses|these|unos|uns|pocos|poucos)(?: (?:few|couple of|couple|pocos|dois|dos|[2-6]))* (?:days|dias)|(?:esta|this|essa|nesta|later this|before the end of the) (?:semana|week)|before (?:the weekend|friday)|antes del (?:finde|viernes))',
  ),
  about(
    /\b(?:outside|outdoors?|afuera|al aire libre|exterior|terraza|terraco|terrace|patio|fora|ar livre|area externa|varanda|vereda|calcada|garden|jardin)\b/,
    '(?:afuera|al aire libre|exterior|terraza|terraco|terrace|patio|la fora|fora|(?:ao |al )?ar livre|area externa|varanda|vereda|calcada|garden|jardin|jardim|deck|rooftop|outdoors?|outside|en la calle|balcon|balcony)',
  ),
  about(
    /\b(?:inside|indoors?|adentro|interior|salon|dentro|salao|area interna)\b/,
    '(?:adentro|interior|salon|la dentro|dentro|salao|area interna|inside|indoors?|con aire|no ar condicionado)',
  ),
  about(
    /\b(?:trabajo|trabalho|work|oficina|office|escritorio|workplace)\b/,
    '(?:(?:mand|envi|llev|tra[ei]|entreg|send|deliver|bring)[a-z]*(?: it)? )?(?:(?:en|no|na|al|a|to|at|my|mi|la|el|meu|the|pro) )*(?:oficina|trabajo|trabalho|laburo|work|workplace|office|escritorio|servico|chamba|pega|trampo)',
  ),
  about(
    /^(?:en |em |at |to )?(?:mi |minha |my |a )?(?:casa|home|house|domicilio|hogar)$/,
    '(?:a|en|em|na|to|at) (?:mi |minha |my |meu )?(?:casa|domicilio|hogar|home|house|place|depto|departamento|apartamento|ape|apartment)',
  ),
  about(
    privately,
    '(?:pago|pagaria|pagar) (?:yo|eu|particular|do meu bolso|de mi bolsillo)|(?:soy|sou|es|e|por|como) particular|(?:paying|pay) (?:myself|out of pocket)|uninsured|self pay',
  ),
  {
    said: inWords(
      '(?:no|nao)(?: (?:tengo|tenho|i have|have|dont have|uso|cuento con))+(?: (?:obra social|prepaga|seguro|convenio|plano|insurance|nada|cobertura))|(?<=^ )(?:no|nao) (?:tengo|tenho|cuento)(?= $)|sin (?:obra social|prepaga|seguro|cobertura)|sem (?:convenio|plano)|no insurance',
    ),
    rows: [],
    perhaps: privately,
  },
  about(
    /\b(?:pierde|perdida|gotea|goteo|vaz\w+|leak\w*|fuga|filtracion)\b/,
    '(?:pierde|gotea|goteando|chorrea|chorreando|vaza|vazando|vazou|pinga|pingando|escorre|leaks?|leaking|drips?|dripping|filtra|filtrando|inunda|inundo|inundando|alaga|alagou|flooding|flooded|puddle|charco|poca|water everywhere|agua por todos lados|agua pra todo lado|(?:pipe )?burst|burst pipe)(?: (?:mucha|muita|el|la|o|a|de|por|todo|toda|agua|water|abajo|baixo|everywhere|all over|the|floor|piso|cocina|cozinha|kitchen|dia))*',
  ),
  about(
    /\b(?:ruid\w*|barulh\w*|nois\w*|sonid\w*|som estranho)\b/,
    '(?:ruid\\w*|barulh\\w*|nois\\w*|rechina|chirria|golpetea|rattl\\w*|squeak\\w*|squeal\\w*|grinding|suena (?:raro|feo|fuerte)|fazendo um som|makes a (?:weird|loud|funny) (?:sound|noise)|loud)',
  ),
  about(
    /\b(?:(?:no|nao) (?:enfria|gela|esfria|congela|refrigera)|not (?:cold|cooling|freezing)|(?:isnt|doesnt|wont) (?:cool\w*|get cold|freeze))\b/,
    '(?:no|nao|not|isnt|doesnt|wont|stopped|parou de|dejo de|deixou de)(?: (?:esta|ta|getting|get|mas|mais))* (?:enfria|enfriar|enfriando|gela|gelar|gelando|esfria|esfriando|esfriar|congela|cold|cooling|cool|freezing|freeze)(?: (?:nada|mas|mais|anymore|bem|bien))?|(?:esquentando|calentando|caliente|quente|warm|getting warm|melting|descongel\\w+|derret\\w+)(?: (?:todo|tudo|inside|por dentro))?',
  ),
]
