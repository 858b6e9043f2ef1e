import type { Wish } from './wish.ts'
import { inWords, sameThing } from './wish.ts'

/** Kinds that rows tell apart: languages, new and used, rented and sold, fast and plain. */

const determined =
  '(?:(?:el|la|lo|los|las|o|a|os|as|the|un|una|um|uma|an|de|en|em|in|quiero|quero|busco|procuro|want to|want|to|im|i want|for|para|pra|mi|my|meu|minha|vou|es|e|its|is|one|algo|algun|mas|mais|more|with|con|com) )*'
/** Said with nothing else but what it is of. */
const kind = (rows: RegExp, said: string): Wish => ({
  said: new RegExp(
    `^ ${determined}(?:${said})(?: (?:one|casa|house|departamento|depto|depa|ape|apartamento|apartment|auto|carro|car|opcion|option|mi casa|my house|property|propiedad|imovel|porfa|nomas))* $`,
    'g',
  ),
  rows: [rows],
})

export const kindsOfThings: Wish[] = [
  sameThing('ingles english inglesa inglese'),
  sameThing('espanol spanish castellano espanhol'),
  sameThing('portugues portuguese'),
  sameThing('frances french francais'),
  sameThing('aleman german alemao deutsch'),
  sameThing('italiano italian'),
  sameThing('internet wifi fibra'),
  { said: inWords('canal|canales|canais|channels|cable|decodificador'), rows: [/\b(?:tv|television|televisao|cable)\b/] },
  { said: inWords('(?:el |o |the )?(?:fixo|fijo|landline|telefono fijo|telefone fixo)'), rows: [/\b(?:telefono|telefone|phone|landline|fijo|fixo)\b/] },
  { said: inWords('bici|bicicleta|bike|cycling'), rows: [/\b(?:spinning|spin|bici|bicicleta|bike|cycling)\b/] },
  { said: inWords('puntas|as pontas|flequillo|franja|bangs|fade|degrade'), rows: [/\b(?:corte|haircut|cut)\b/] },
  {
    said: inWords('esmaltado|esmalte|semipermanente|gelificadas|kapping|acrilicas|gel nails|acrylics|esmaltacao'),
    rows: [/\b(?:unas|unhas|nails|manicur\w*)\b/],
  },
  { said: inWords('mechitas|mechas|reflejos|balayage|highlights|luzes'), rows: [/\b(?:color|colour|tinte|tintura|coloracion|coloracao|mechas)\b/] },
  { said: inWords('automovil|automovel|camioneta suv|suv|sedan'), rows: [/\b(?:auto|coche|carro|car|vehiculo)s?\b/] },
  kind(
    /^(?:alquil\w+|rent(?:ar|a|al|als|ing)?|arrend\w+|arriendos?|alug\w+|alugue(?:l|is))$/,
    'alquilar|alquiler|rentar|renta|arrendar|arriendo|alugar|aluguel|rent|renting|lease|leasing|rental|alquilo|alugo',
  ),
  kind(/^(?:comprar|compras?|buy|buying|purchase)$/, 'comprar|compra|compro|adquirir|buy|buying|purchase'),
  kind(/^(?:vender|venta|venda|vendo|sell|selling)$/, 'vender|vendo|venta|venda|sell|selling'),
  {
    said: inWords('(?:get(?:ting)? )?rid of(?: [a-z]+){0,4}|deshacerme de(?: [a-z]+){0,3}|(?:me )?desfazer d[oea](?: [a-z]+){0,3}'),
    rows: [/^(?:vender|venta|venda|sell|selling)\b/],
  },
  {
    said: inWords(
      '(?:quiero|quero|queria|quisiera|vou|voy a) (?:levar|llevar|llevarme)(?: (?:un|una|um|uma|dos|dois|esse|ese|este))?|me (?:lo|la|los) llevo|vou levar|ill take (?:it|one|two|them)|how (?:do|can) i buy',
    ),
    rows: [/^(?:comprar|compras?|buy|order)\b/],
  },
  {
    said: inWords(
      '(?:la |el |lo |a |o |the |your )?(?:(?:mas|mais) (?:lujos[oa]|luxuos[oa]|luxo|linda|car[oa]|elegante|chic|top)|fanciest|nicest|poshest|most luxurious|de lujo|de luxo|luxury)(?: (?:one|room|you|que|have|got|tengan|tenes|tiver|tem|habitacion|quarto))*',
    ),
    rows: [/\b(?:suite|deluxe|luxo|lujo|luxury|premium|vip|presidencial|presidential)\b/],
  },
  kind(/^(?:nuev[oa]s?|nov[oa]s?|new)$/, '0 ?km|cero(?: km)?|zero(?: km)?|brand new|sin uso|sem uso|nuevit[oa]|novinh[oa]|okm|a estrenar|new'),
  kind(
    /^(?:usad[oa]s?|used|seminuev[oa]s?|seminov[oa]s?|pre ?owned)$/,
    '(?:segunda|2da) mano|seminuev[oa]|seminov[oa]|second hand|secondhand|pre ?owned|(?:de )?segunda|used|usad[oa]|usadit[oa]',
  ),
  kind(/^(?:gratis|gratuit[oa]|free|de graca)\b/, 'gratis|gratuit[oa]|free|de graca|sin costo|sem custo|que no se paga'),
  kind(
    /\b(?:express|expres|expresso|rapid[oa]|urgente|same day|priority|prioritari[oa])\b/,
    'mas rapid[oa]|mais rapid[oa]|fastest|fast|quick|quickest|rapid[oa]|expres|express|faster|rapidito',
  ),
  kind(/\b(?:estandar|standard|normal|comun|comum|padrao|regular|economico)\b/, 'normal|comun|comum|estandar|standard|regular|comun y corriente|padrao|plain'),
  kind(/\b(?:vegetarian[oa]?s?|veggie)\b/, 'veggie|vegetarian[oa]?|(?:no|sin|sem|without) (?:meat|carne)|no como carne|nao como carne'),
  kind(
    /^(?:ahora|ya|agora|now|right now|immediately|inmediat\w*)(?: mismo| mesmo)?$/,
    'ya|ahora|ahorita|agora|ja|now|right now|ya mismo|ahora mismo|agora mesmo|right away',
  ),
  kind(/^(?:nunca|never|jamas|nunca mas)$/, 'nunca|jamas|never|nunca jamas|nunca mais'),
  kind(
    /^(?:quizas?|tal vez|maybe|talvez|puede ser|perhaps|not sure|no estoy segur[oa]|no se|nao sei)$/,
    'quizas?|tal vez|maybe|talvez|perhaps|capaz|a lo mejor|de repente',
  ),
  kind(
    /\b(?:corregir|corrigir|fix|incorrect\w*|wrong|hay un error)\b/,
    '(?:hay |tem |theres |esta |ta |thats |un |um |an )*(?:error|erro|mal|errad[oa]|wrong|incorrect[oa]?|equivocad[oa]|mistake)',
  ),
]
