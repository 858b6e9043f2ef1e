/** What a question is about, and what answers it there without a yes or a no: "voy sola" to "¿trae acompañante?". */
export type Matter = { asked: RegExp; unless?: RegExp; yes?: RegExp; no?: RegExp }

/** Words that may stand around such an answer and say nothing of their own. */
const before =
  '(?:pues|bueno|bom|mira|olha|la verdad|es que|e que|entonces|entao|well|actually|ya|ja|yo|eu|nosotros|i|we|ah|oh|uy|ay|creo que no|mejor|melhor|so|just|solo|nomas|todo|tudo|all|its|it|he|she|they|ele|ela|el|ella|le|lo|la|los|las|me|nos|se|o|a|ahora|hoy|hoje|today|agora|ahorita)'

/** When, for how long and how often: what an answer may add. */
const many =
  '(?:\\d+|una?|uma?|a|an|one|unos|unas|uns|umas|dos|tres|cuatro|cinco|seis|dois|duas|quatro|two|three|four|five|six|ten|diez|dez|varios|varias|muchos|muitos|algunos|alguns|few|a few|several|pocos|poucos)'
const extent = [
  'ayer|ontem|yesterday|anoche|ontem a noite|last night|hace un rato|recien',
  '(?:desde|since|from) [a-z0-9 ]+$',
  `(?:hace|ha|faz) (?:(?:como|unos|uns|mas de|mais de|ya|ja|um|un) )*(?:${many} [a-z]+|mucho|muito|poco|pouco|rato|tempo|tiempo|anos|meses|dias|semanas|bastante|un rato|mucho tiempo|muito tempo)`,
  `(?:(?:for|desde hace|por) )(?:about )?${many} (?:anos?|meses|mes|semanas?|dias?|horas?|years?|yrs?|months?|weeks?|days?|hours?)|${many} (?:years?|yrs?|months?|weeks?|days?|hours?|anos|meses|semanas|dias) (?:ago|atras)`,
  '(?:el|la|the|no|na|o|a)? ?(?:(?:ano|mes|semana|noche|noite|verano|year|month|week|night) (?:pasad[oa]|passad[oa])|last (?:year|yr|month|week|night|time))',
  '(?:como |unas |umas |about )?(?:\\d+|un par de|dos|duas|tres|three|varias|muchas|algunas|algumas|a few|a couple of|several|many) ?(?:veces|vezes|x|times)(?: ya| ja| already)?|twice|once',
  'un poc[oa]|un poquito|um pouc[oa]|um pouquinho|a bit|a little(?: bit)?|bastante|muito|mucho|demais|demasiado|completamente|totalmente|por completo|de todo|completely|totally|loads',
].join('|')
const circumstance = [
  extent,
  `(?:for )?(?:about )?${many} (?:anos?|meses|mes|semanas?|dias?|horas?|years?|yrs?|months?|weeks?|days?|hours?|hrs?|mins?|minutes)(?: ago| now)?`,
  'ayer|ontem|yesterday|anoche|recien|recem|agora(?: mesmo| pouco)?|ahora(?: mismo)?|ahorita|hoy|hoje|today|tonight|manana|just now|now|again|de nuevo|otra vez|de novo|ya|ja|already|yet|still|todavia|ainda|aun|actualmente|currently|at the (?:moment|min|minute)|right now|anymore|mas|mais|este mes|esse mes|this morning|hoje cedo|esta manana',
  'all day(?: long)?|todo el dia|o dia (?:todo|inteiro)|toda la (?:tarde|manana)|a (?:tarde|manha) (?:toda|inteira)|all (?:morning|afternoon|evening)',
  'nomas|no mas|mesmo|mismo|mesma|misma|mejor|melhor|then|entonces|entao|actually|tambien|tambem|too|as well|sorry|perdon|disculpa|disculpe|desculpa|haha|lol|si|sim|yes|yeah|si sim',
].join('|')

const added = new RegExp(`(?<=[a-z])(?: (?:${extent}))+$`)
/** Folded words without what they add of since when, how often and how much: "tô sim desde ontem", "molhou um pouco". */
export const withoutExtent = (said: string): string => said.replace(added, '')

const whole = (lead: string, told: string): RegExp => new RegExp(`^(?:(?:${lead}|${before}) )*(?:${told})(?: (?:${circumstance}))*$`)

/** A matter from the words it is asked in, unless others begin there that ask the contrary, and from what is told of it, all of them folded; each is a pattern without its ends. */
export const matter = (asked: string, { unless, yes, no }: { unless?: string; yes?: string[]; no?: string[] }): Matter => ({
  asked: new RegExp(`(?<= )(?:${asked})(?= )`),
  ...(unless === undefined ? {} : { unless: new RegExp(` (?:${unless})`) }),
  ...(yes === undefined ? {} : { yes: whole('si|sip|sim|yes|yeah|yep|yh|claro|obvio', yes.join('|')) }),
  ...(no === undefined ? {} : { no: whole('no|nop|nope|nah|nao', no.join('|')) }),
})

/** Who is near to a customer: the one a thing is for, or who comes along. */
export const relation =
  '(?:mama|ma|papa|hij[oa]s?|espos[oa]|marido|mujer|madre|padre|papas|padres|herman[oa]s?|abuel[oa]s?|novi[oa]|pareja|suegr[oa]|sobrin[oa]s?|niet[oa]s?|prim[oa]s?|tio|tia|amig[oa]s?|bebe|nen[ea]s?|nin[oa]s?|chic[oa]s?|peques?|perr[oa]|perrit[oa]|gat[oa]|gatit[oa]|senora|viej[oa]|jef[ea]|vecin[oa]|companer[oa]|familia|filh[oa]s?|mae|pai|pais|irma|irmao|irmaos|avo|vo|vovo|sogr[oa]|net[oa]s?|namorad[oa]|mulher|cachorr[oa]|dog|vizinh[oa]|chefe|daughters?|sons?|wife|wifes|husbands?|mums?|moms?|mother|dad|father|parents|kids?|child|children|baby|sisters?|brothers?|partners?|friends?|girlfriend|boyfriend|fiancee?|nan|gran|grandma|granddad|grandpa|grandson|granddaughter|niece|nephew|cousin|aunt|uncle|cat|puppy|neighbour|neighbor|boss|colleague|family|mate|carer)'
const whose = '(?:mi|mis|minha|minhas|meu|meus|my|our|nuestr[oa]|noss[oa])'
/** "Mi mamá", "um amigo", "meu filho de 5 anos". */
export const somebody = `(?:(?:el|la|o|a) )?(?:${whose}|un|una|um|uma|a) (?:[a-z]+ )?${relation}(?: (?:de \\d+ anos|[a-z]+))?`
