import type { Wish } from './wish.ts'
import { about } from './wish.ts'

/** Rows that answer a question about oneself, in other words: "por mes" of "Mensual", "es mi primera vez" of "Paciente nuevo". */

/** Where nothing else is said. */
const alone = (rows: RegExp | RegExp[], said: string): Wish => ({
  said: new RegExp(
    `^ (?:(?:el|la|lo|o|a|the|just|only|so|solo|somente|bem|bien|lo|de|en|em|es|e|fue|foi|me|manda|mandame|mandalo|envia|send|it|meu|mi|my|pelo|pela|estuvo|estaba|me parecio|it was|its|was|soy|sou|im|i am|para|pra|for|por|un|una|um|uma|an|al|todo|tudo|quiero|quero|pago|mejor|prefiero|prefiro|yo|eu|by|via|on|una|cada vez) )*(?:${said}) $`,
    'g',
  ),
  rows: [rows].flat(),
})
const patient = '(?:paciente|cliente|socio|socia|alumno|alumna|usuario|patient|customer|client|member|guest|user|aluno|aluna|estudiante|student|huesped)'

const ofTime: Wish[] = [
  alone(
    /\b(?:mensual(?:es)?|mensal|monthly)\b/,
    '(?:mes a mes|mes|month|1 mes|un mes|um mes|1 month|one month|per month|cada mes|todos los meses|todo mes|every month|each month|month by month|month to month|mensualmente|mensalmente)',
  ),
  alone(
    /\b(?:anual(?:es)?|annual|yearly)\b/,
    '(?:ano|1 ano|year|12 meses|doce meses|per year|12 months|un ano|um ano|one year|1 year|a year|ano entero|(?:o )?ano (?:todo|inteiro)|todo o ano|whole year|full year|todo el ano|cada ano|every year|anual|annual|yearly|anualmente)',
  ),
  alone(/\b(?:trimestral|quarterly)\b/, '(?:(?:3|tres) (?:meses|months)|three months|quarter|trimestre)'),
  alone(/\b(?:semestral|semiannual)\b/, '(?:(?:6|seis) (?:meses|months)|six months|semestre|medio ano|meio ano|half a year)'),
  alone(/\b(?:semanal|weekly)\b/, '(?:semana|week|cada semana|every week|per week|toda semana|todas las semanas)'),
  alone(
    /\b(?:lunes a viernes|entre semana|dias? habiles?|weekdays?|monday (?:to|through) friday|segunda a sexta|dias? de semana|dias? uteis)\b/,
    '(?:entre semana|dias? de semana|lunes a viernes|durante la semana|a semana|semana|weekdays?|during the week|dias? habil(?:es)?|durante a semana|meio de semana)',
  ),
  alone(
    /\b(?:urgente|urgent|asap|lo antes posible|inmediat\w*|as soon as possible|imediat\w*|hoy mismo)\b/,
    '(?:antes posible|mas pronto posible|cuanto antes|antes possivel|quanto antes|mais rapido possivel|mas rapido posible|asap|as soon as possible|right now|right away|immediately|ya mismo|ahora mismo|agora mesmo|urgente|muy urgente|muito urgente|urgent|emergencia|inmediatamente|soonest)',
  ),
  alone(
    /\b(?:sin (?:apuro|prisa|urgencia)|no rush|no hurry|sem pressa|no (?:es )?urgente|flexible|not urgent|nao urgente)\b/,
    '(?:(?:hay|tengo|tenho|tem) )?(?:apuro|prisa|pressa)|(?:no|nao|sin|sem) (?:hay |tengo |tenho |es |e )?(?:apuro|prisa|pressa|urgente|urgencia)|(?:theres )?(?:no )?(?:rush|hurry)|not urgent|whenever|tranqui|cuando puedan|quando puder|cuando sea|con calma|sin apuros|no worries',
  ),
  alone(
    /\b(?:mas tarde|despues(?! de)|later|ahora no|agora nao|not now|depois(?! d)|en otro momento|outra hora)\b/,
    '(?:despues|luego|mas tarde|later|depois|mais tarde|mas adelante|otro momento|ahora no|agora nao|not now|not right now|maybe later|en un rato|daqui a pouco|outra hora|otro dia|por ahora no|por enquanto nao|mas tardecito)',
  ),
  alone(
    /\b(?:manana|manha|morning|temprano)\b/,
    '(?:antes (?:de|del|do) (?:almuerzo|almoco|mediodia|almorzar|meio dia|comer|las 12)|before (?:lunch|noon)|bem cedo|cedo|cedinho|temprano|tempranito|early|bien temprano|manhazinha|primera hora|primeira hora|first thing|(?:lo |as |o )?(?:mas|mais) (?:temprano|cedo)(?: posible| possivel)?|as early as possible|earliest|early bird|cuando abren|quando abrem|when you open)',
  ),
  alone(
    /\b(?:tarde|afternoon)\b/,
    '(?:despues (?:de|del) (?:almuerzo|almorzar|comer|mediodia)|depois (?:de|do) (?:almoco|almocar|meio dia)|after (?:lunch|noon)|tardecita|tardinha|siesta)',
  ),
  alone(
    /\b(?:noche|noite|evening|night)\b/,
    '(?:after|despues (?:de|del)|depois (?:de|do|da)|saliendo (?:de|del)|saindo (?:de|do)|cuando (?:salgo|salga) (?:de|del)) (?:la |el |o |a |mi |my |meu )?(?:work|trabajo|trabajar|trabalho|laburo|laburar|oficina|office|pega|chamba|servico|school|facultad|faculdade|facu|escuela|clases|cena|jantar|dinner)(?: (?:de )?(?:noche|noite))?|(?:bien |muy )?(?:tarde noche|noitinha|nochecita|late evening|at night|night time|nighttime)',
  ),
]

const ofPersons: Wish[] = [
  about(
    [
      new RegExp(
        `\\b(?:${patient} nuev[oa]|nuev[oa] ${patient}|${patient} nov[oa]|nov[oa] ${patient}|new ${patient}|primera (?:vez|consulta|visita)|primeira (?:vez|consulta|visita)|first (?:time|visit))\\b`,
      ),
      /^(?:new|nuev[oa]|nov[oa])$/,
    ],
    '(?:es |e |its |seria |is |sera )?(?:mi |my |la |minha |a |the )?(?:primera|primeira|first) (?:vez|time|visit|consulta|visita|cita)(?: (?:que voy|here|ai|ahi|aqui))?|(?:(?:nunca|never|no|ive never|i have never) )(?:(?:he|habia|me|ive|have|i have|had) )*(?:been|fui|ido|estado|atendi|atendido|vine|venido|visited)(?: (?:there|here|ai|ahi|before|antes|con ustedes|a consulta))*|(?:soy|sou|im|i am) (?:nuev[oa]|nov[oa]|new)(?: (?:aqui|ahi|here|ai|patient|customer|paciente|cliente))?',
  ),
  about(
    [
      new RegExp(
        `\\b(?:ya (?:soy|fui)|ja (?:sou|fui)|existing|returning|current|already) (?:an? )?(?:${patient})\\b|^(?:sou|soy) ${patient}$|\\b${patient} (?:existente|actual|frecuente|antig[uo]+[oa])\\b`,
      ),
      /^(?:existing|returning|antig[uo]+[oa]|existente)$/,
      /^(?:yes|si|sim)(?: (?:i have|ya|ja|he ido|fui|ja fui|ya fui|i did))?$/,
    ],
    `(?:ya|ja) (?:soy|sou|fui|me atendi|me atendieron|vine|estuve|he ido|voy|vou|tengo historia|me atiendo|fui atendid[oa])(?: (?:antes|ahi|ai|${patient}|con ustedes|una vez|varias veces))?|(?:ive|i have|been|have)(?: been)?(?: (?:there|here|to you))? before|(?:been|come|go)(?: (?:there|here))? before|(?:im|i am|already)(?: (?:already|a|an|existing))* (?:existing|returning|patient|customer|member|client)|come here (?:often|before)|siempre voy|(?:ive|i have) been (?:coming|going)(?: [a-z]+){0,4}|(?:ive )?been there(?: (?:loads|lots|many times|before|already|once|twice))*`,
  ),
  alone(
    /^(?:(?:de |para )?(?:masculino|hombre|varon|male|man|homem|men|caballero|mens))s?$/,
    '(?:masculino|hombres?|varon|male|man|men|mens|guys?|homem|homens|macho|chico|boy|dude|caballeros?)',
  ),
  alone(
    /^(?:(?:de |para )?(?:femenino|feminino|mujer|female|woman|mulher|women|dama|womens))(?:e?s)?$/,
    '(?:femenino|feminino|mujer|mujeres|female|woman|women|mulher|mulheres|hembra|chica|femea|girl|lady|ladies|damas?)',
  ),
  alone(
    /\b(?:prefiero no|prefiro nao|prefer not|rather not|no (?:quiero )?decir)/,
    '(?:no|nao|not|prefiero no|prefiro nao|rather not|prefer not to|dont want to|id rather not) (?:quiero |quero |want to )?(?:decir(?:lo)?|dizer|say|responder|contestar|answer|informar)',
  ),
  alone(
    /^(?:no se|no lo se|nao sei|no estoy segur[oa]|nao tenho certeza|dont know|i dont know|not sure|im not sure)\b/,
    '(?:no|nao) (?:lo )?(?:se|sei|estoy segur[oa]|tengo idea|tenho (?:ideia|certeza)|sabria|faco ideia)|ni idea|sei la|no clue|(?:havent|have not) (?:a|the foggiest) ?(?:clue|idea)?|(?:i )?(?:dont|do not) know|not sure|no idea|idk|dunno|quien sabe',
  ),
]

const very = '(?:(?:muy|muito|re|very|really|so|super|bastante) )?'
const ofOpinions: Wish[] = [
  alone(
    [
      /^(?:excelente|muy buen[oa]|muy bien|muy satisfech[oa]|muito satisfeit[oa]|very satisfied|very happy|muito bo[am]|otim[oa]|great|excellent|very good|genial|excelent)s?$/,
      /^(?:buen[oa]|bien|bom|boa|good|bem|satisfech[oa]|satisfeit[oa]|happy|positiv[oa]|positive)s?$/,
    ],
    `${very}(?:excelentes?|excellent|genial|barbar[oa]|espectacular|otim[oa]|great|awesome|perfect|perfecto|perfeit[oa]|amazing|fantastic[oa]?|increible|incrivel|maravilloso|maravilhos[oa]|buenisim[oa]|10 puntos|de 10|nota 10|show|top|impecable|loved it|love it|me encanto|me encanto|amei|adorei)`,
  ),
  alone(/^(?:buen[oa]|bien|bom|boa|good|bem)s?$/, '(?:bien|buen[oa]|bom|boa|good|fine|bem|bastante bien|pretty good)'),
  alone(
    /^(?:regular|ok|okay|normal|average|fair|mas o menos|aceptable|razoavel|mais ou menos|neutral)$/,
    '(?:alright|all right|it was ok|was ok|zafo|mas o menos|masomenos|maso|mas o menos nomas|mais ou menos|meh|so so|soso|ni fu ni fa|normal|regular|average|nada especial|not great|ahi nomas|zafa)',
  ),
  alone(
    /^(?:mal[oa]?|ruim|pess?im[oa]|poor|bad|terrible|muy mal[oa]?|muito ruim|horrible)$/,
    `${very}(?:mal|mala|malo|malisim[oa]|pess?im[oa]|horrible|horrivel|ruim|terrible|terrivel|awful|bad|poor|de terror|un desastre|um desastre|horrendo|una porqueria|uma porcaria|uma droga|worst|sucks|sucked|no me gusto|nao gostei|odie|hated it)`,
  ),
]

const rooms = '(?:[0-9]+|un|dos|tres|two|three|dois) ?(?:ambientes?|quartos?|dormitorios?|cuartos?|habitaciones|bed(?:room)?s?|br|dorms?)'
const ofWays: Wish[] = [
  alone(
    /\bwhats ?app\b/,
    '(?:por |via |en |pelo |no )?(?:wpp|wsp|wasap|whats|whatsapp|wapp|zap|zapzap|watsap|guasap|whats app|aca|aqui|aqui mismo|aqui mesmo|este medio|here|chat)(?: nomas| mismo| mesmo)?',
  ),
  alone(
    /\b(?:llamad\w*|telefon\w*|call|phone|ligac\w*)\b/,
    '(?:que me llamen|llamenme|llamame|llamada|telefono|telefone|call|call me|phone|phone call|me llaman|me llamen|ligacao|me liga|me ligue|ligar|por tel|tel|telefonica|telefonicamente|telefonema|give me a call|ring me)',
  ),
  alone(/\b(?:correo|e ?mail|mail)\b/, '(?:mail|email|e mail|correo|correo electronico|gmail|mi mail|meu email|my email|emails?)'),
  alone(/^(?:text|sms|text message|mensaje de texto|mensaje|mensagem)$/, '(?:text|sms|text me|texto|mensaje|mensaje de texto|mensagem|text message)'),
  alone(
    /\b(?:contado|a vista|un (?:solo )?pago|pago unico|one payment|in full|full payment|pago total)\b/,
    '(?:contado|a vista|todo junto|de una|un solo pago|1 pago|un pago|tudo junto|tudo de uma vez|tudo agora|todo ahora|all now|all at once|in full|pay in full|junto)',
  ),
  alone(
    /\b(?:cuotas|parcelad\w*|parcelas|instal?lments|financiad\w*|parcelamento)\b/,
    '(?:(?:\\d+ |dos |tres |seis |doce |varios |varias |some |em |en |a )*(?:cuotas|parcelas|pagos|instal?lments|veces|vezes|plazos)|parcelado|parcelar|financiado|payment plan|tarjeta en cuotas)',
  ),
  alone(
    [/^(?:ambos|ambas|both|los dos|las dos|os dois|as duas|todo|tudo)\b/],
    '(?:los dos|las dos(?: cosas)?|ambos|ambas|both|os dois|as duas(?: coisas)?|the two|both of them|ambas cosas|las 2|los 2|os 2|as 2|los 2 juntos)',
  ),
  alone(
    /^(?:departamento|apartamento|apartment|flat|depto|apto|piso)s?$/,
    `(?:${rooms} )?(?:(?:vivo en |moro em )?(?:edificio|predio)|ap|depto|depa|departamento|apartamento|apto|ape|apt|apartment|flat|condo|piso|monoambiente|studio|ph)(?: (?:de|con|com|with) ${rooms})?`,
  ),
  alone(
    /^(?:casa|house|home)s?$/,
    `(?:${rooms} |small |big )?(?:casa|casita|casinha|house|home|sobrado|mi casa|my house|my home|chalet)(?: (?:de|con|com|with) ${rooms})?`,
  ),
  alone(/^(?:terreno|lote|land|plot|lotes|terrenos)$/, '(?:lote|terreno|terrenito|land|plot|campo|sitio|lot)'),
  alone(
    /^(?:local|local comercial|locales|oficina|office|comercial|loja|commercial)$/,
    '(?:local|local comercial|negocio|mi negocio|comercio|loja|ponto comercial|business|my business)',
  ),
]

export const answersBySense: Wish[] = [...ofTime, ...ofPersons, ...ofOpinions, ...ofWays]
