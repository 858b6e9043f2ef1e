/**
 * What a short sentence leans to whose every word is known: "los datos están bien", "esse horário serve", "I'm happy with that"; "no son correctos". One word
 * that is not, and it tells nothing: "puedo ir con mi hijo" may be about the son.
 */

const setOf = (...lists: string[]): ReadonlySet<string> => new Set(lists.flatMap((list) => list.split(' ')))

/** They speak for it. */
const praise = setOf(
  'fantastico fantastica magnifico magnifica espectacular fenomeno fenomenal maravilloso maravillosa increible impecable macanudo macanuda divino divina sensacional excelente genial ideal barbaro estupendo estupenda buenisimo buenisima legal bacana maneiro incrivel maravilhoso maravilhosa fantastic excellent wonderful nice superb marvellous marvelous terrific splendid neat delightful great perfect lovely awesome amazing helpful',
)
const good = setOf(
  [...praise].join(' '),
  'bueno buena bom boa gostei bien correcto correcta correctos correctas perfecto perfecta perfectos perfectas ok okay listo claro seguro segura obvio supuesto cierto exacto sirve conviene funciona acomoda reconfirmo ratifico comparezco gusta encanta encantaria gustaria agradeceria interesa acepto aceptamos confirmo confirmamos autorizo asisto asistire asistiremos estare estaremos voy iremos ire puedo podemos podre podremos doy',
  'certinho certinha certinhos bem correto correta corretos corretas certo certa certos certas perfeito perfeita otimo otima serve convem atende compareco gosto adoro adoraria gostaria agradeceria interessa aceito aceitamos autorizo concordo concordamos posso vou irei iremos estarei estaremos combinado',
  'good fine correct right happy glad works suits accept agree confirm appreciate can will coming attending come attend reconfirm definitely absolutely sure',
)
/** Verbs that are a whole answer. */
const enough = setOf('reconfirmo ratifico comparezco compareco funciona')
/** They do where the thing is pointed at: "quiero ese turno", not "quiero un turno". */
const wishing = setOf(
  'quiero queremos tomo quedo elijo prefiero llevo reservo dejame dejeme pongame poneme quero queremos prefiro fico pego escolho want take like love go going do have lets',
)
const pointing = setOf('ese esa eso este esta esto esos esas ahi esse essa isso isto nesse nessa neste nesta that it this those these')

const negations = setOf('no nao not dont cant wont isnt arent wasnt didnt doesnt havent hasnt couldnt wouldnt')
/** A second refusal that only strengthens the first. */
const strengthening = setOf('nada ninguno ninguna ningun nunca nenhum nenhuma anything any tampoco')

const neutral = setOf(
  'el la los las lo un una mi mis me te se le nos yo de del a al en con para por que y muy todo toda todos todas asi es son esta estan fue seria sera estaria queda ahi alla alli aca dia hora horario turno cita reserva dato datos nombre apellido telefono direccion fecha condiciones terminos opcion lei ya realmente igual entonces siento lamento mucho final verdad consentimiento asistencia parece suena pinta correo email mail idea escrito escrita nosotros vemos va viene cae sin falta',
  'com mim o os as um uma meu minha meus minhas eu ele ela esse essa isso este esta isto do da dos das na em pra e muito tudo sao estao ta tao foi la ai consulta agendamento marcacao dados nome sobrenome telefone endereco data termos condicoes opcao li ja agora entao mesmo sinto presenca ideia fica sem falta mail email ser',
  'i im ive id ill we were well it its that thats this these those the a an my me to with for of on is are be am would so very quite all everything one time day date details name number terms conditions appointment booking and read up yes please thanks perfectly well wonderfully looks sounds seems really totally completely just then indeed idea spelled written like',
)
/** What tells nothing of itself, and when: beside a refusal only. */
const refused = setOf(
  'mes ano week month year ir venir asistir poder llegar llego recibi llego caro cara hoy manana lunes martes miercoles jueves viernes sabado domingo tarde noche semana recebi chegou chegaram caro cara hoje amanha segunda terca quarta quinta sexta feira noite receive received arrived arrive expensive come make attend today tomorrow monday tuesday wednesday thursday friday saturday sunday',
)
/** Of oneself: "I'm fine" is a "no, thanks" as often. */
const ofOneself = /^(?:(?:yes|thanks|well) )*im (?:\w+ )?(?:good|fine|ok|okay|great|right|perfect)(?= |$)(?! with)/

/** A question, though its mark is missing, or a condition. */
const asking = new Set('que se if caso can could would will do does did is are was'.split(' '))

const mostWords = 9

/** `yes` or `no`; null where a word is not known, or the sentence turns round. */
export const leaningOf = (words: readonly string[]): 'yes' | 'no' | null => {
  if (words.length === 1 && (praise.has(words[0]!) || enough.has(words[0]!))) return 'yes'
  if (words.length < 2 || words.length > mostWords || asking.has(words[0]!) || words.includes('si') || ofOneself.test(words.join(' '))) return null
  const isFor = (word: string): boolean => good.has(word) || (wishing.has(word) && words.some((each) => pointing.has(each)))
  const refusals = words.filter((word) => negations.has(word)).length
  const known = (word: string): boolean => isFor(word) || pointing.has(word) || neutral.has(word)
  if (refusals === 0) return words.some(isFor) && words.every((word) => known(word) || word === 'sip' || word === 'sim') ? 'yes' : null
  const isKnown = words.every((word) => known(word) || negations.has(word) || strengthening.has(word) || refused.has(word) || wishing.has(word))
  // "No todo" refuses nothing in particular.
  const isTold = negations.has(words.at(-1)!) || words.some((word) => isFor(word) || wishing.has(word) || refused.has(word) || pointing.has(word))
  return isKnown && isTold && refusals === 1 && isRefused(words, isFor) ? 'no' : null
}

/** The refusal stands before what speaks for it, or closes the sentence: "no están bien", "al final no". "No horário" is Portuguese for "in". */
const isRefused = (words: readonly string[], isFor: (word: string) => boolean): boolean => {
  const at = words.findIndex((word) => negations.has(word))
  const isIn = words[at] === 'no' && /^(?:momento|horario|dia|sabado|domingo|final|local|mesmo)$/.test(words[at + 1] ?? '')
  return !isIn && !words.slice(0, at).some(isFor)
}
