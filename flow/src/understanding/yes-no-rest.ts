/** What may stand beside a yes or a no: what gives its reason, what takes it back, what puts it off. */

export const contrast =
  /(?<= )(?:pero|porem|(?<! no [a-z]{2,} )(?<!(?:saber|quiero|quisiera|algo|conocer|recibir|ver|poco|aprender) )mas(?! (?:nada|informacion|info|detalles|datos))|but|aunque|embora|although|though|salvo|excepto|except|unless|solo si|so se|only if|si es que|sino|however|siempre que|cuando|quando|when|if|until|hasta|(?<!(?:fui|fuimos|vine|vinimos|estuve|ido|venido|estado|vim|estive) )antes|(?<!(?:my|mi|minha|the|la|el) )(?:primero|first(?! time)))(?= )/

/** They begin a reason, which takes nothing back: "sí porque me duele", "no es que trabajo". */
export const reasons: ReadonlySet<string> = new Set('porque porq pq xq pois because cause cuz coz bc since debido'.split(' '))

/** The last words of thanks and excuses, after which something else begins: "no gracias ya compré", "sim por favor no nome de Ana". */
export const courtesies: ReadonlySet<string> = new Set(
  'gracias favor porfavor porfa porfis xfa please pls plz thanks thank thx obrigado obrigada obg sorry perdon disculpa disculpe disculpen desculpa desculpe lamentablemente infelizmente unfortunately senor senora senorita senhor senhora sir'.split(
    ' ',
  ),
)

/** Words that are nothing but a yes or a no, whatever follows: "sim quero marcar para minha filha", "nope brought my own". */
export const certainly: ReadonlySet<string> = new Set('sip sim yes yeah yep yup nope nop'.split(' '))

const otherwise =
  /^(?:mejor|melhor|otr[oa]s?|outr[oa]s?|another|other|else|instead|rather|different|distint[oa]s?|diferentes?|luego|despues|depois|later|si|se|cambi\w+|troc\w+|mudar|remarc\w+|reprogram\w+|reagend\w+|posterg\w+|adiar|cancel\w*|anul\w+|desmarc\w+|reschedul\w+|postpon\w+|chang\w+|delet\w+|borr\w+|elimin\w+|pregunta|pergunta|duda|duvida|question|pens\w+|think\w*)$/
const promise =
  / (?:(?:te|le|les|lhe|lhes) (?:digo|aviso|llamo|escribo|cuento|falo|ligo|retorno|respondo)|(?:manana|amanha|rato|tarde|noche|noite|ahi|lunes|martes|miercoles|jueves|viernes|sabado|domingo) (?:te|le|lhe) confirmo|(?:let you|get back|call you|tell you)|tengo una consulta|voy a (?:ver|pensar|consultar)|vou (?:ver|pensar)|let me|deja(?:me|nos|ne)? (?:ver|pensar|revisar|consultar|chequear|confirmar|preguntar)|deixa? (?:eu|me) (?:ver|pensar|confirmar|checar)|tengo que (?:ver|consultar|preguntar|revisar)|(?:preciso|tenho que) (?:ver|confirmar|checar|perguntar)) /

/** Whether what follows a yes wants something else, or puts it off: "sí, mejor el martes", "ok, mañana te digo". */
export const turnsAway = (words: string[]): boolean =>
  words.some((word, at) => otherwise.test(word) && !(word === 'se' && /^(?:l[aeo]s?)?$/.test(words[at + 1] ?? ''))) || promise.test(` ${words.join(' ')} `)
