/** A refusal in a whole sentence: "el martes no puedo", "não tenho convênio", "that time doesn't work for me". */

/** Who, when and with what regret: what may stand before it; each word once, since a word that could be read in two ways doubles the work with each time it is said. */
const before = `(?:${'no nop nope nah nao el la los las a en por para ese esa este esta eso hoy ahora ahorita manana pasado tarde noche dia dias hora horario semana mes momento lunes martes miercoles jueves viernes sabado domingo todavia aun yo nosotros verdad lamentablemente ya perdon disculpa disculpe es que gracias lo siento o os as ao da de do nesse nessa neste nesta esse essa hoje amanha depois manha noite segunda terca quarta quinta sexta feira mais mas ainda infelizmente eu nos desculpa desculpe so olha that this the on at in today tomorrow now monday tuesday wednesday thursday friday saturday sunday day time week morning afternoon evening i we it well sorry oh really just unfortunately actually im afraid lamento sinto muito mucho fijese fijate resulta pasa sabe sabes vera vea oiga mire mira afinal final acontece still'
  .split(' ')
  .join('|')}|\\d{1,2}(?:hs?|am|pm)?)`

const spanish =
  'no (?:(?:lo|la|le|me|nos|te|se) )*(?:puedo|he podido|hemos podido|podre|podria|podremos|podemos|pude|voy a (?:poder|ir|estar|asistir|necesitar|querer|llegar|venir)|va a (?:hacer falta|poder ser|ser posible)|hace falta|voy|vamos|iremos|ire|llego|alcanzo|tengo|tenemos|tuve|quiero|queremos|quisiera|deseo|necesito|necesitamos|soy|somos|estoy|estare|estamos|asistire|asisto|sirve|queda|viene|va|conviene|gusta|gusto|interesa|convence|llama la atencion|tienta|cierra|apetece|late|cuadra|anima|atrae|entusiasma|parece|da|autorizo|acepto|apruebo|confirmo|uso|fui|vine|recibi|compre|trabajo|pedi|solicite|sera posible|podra ser|llega|llegan|llegue|alcance|alcanza|logre|logro|deja|dejan|permite|permiten|aparece|carga|anda|funciona|ha llegado|han llegado|he recibido|hemos recibido|cuent[ae]n? conmigo|cuentes conmigo)'
const portuguese =
  'nao (?:(?:me|te|lhe|o|a) )*(?:posso|poderei|consigo|conseguirei|vou|irei|vai (?:dar|rolar|precisar|ser|ter)|rola|tenho|temos|tive|quero|queremos|gostaria|desejo|preciso|precisamos|sou|somos|estou|to|estarei|da|serve|fica|convem|gosto|gostei|interessa|autorizo|aceito|concordo|confirmo|uso|fui|recebi|comprei|pedi|solicitei|deixa|aparece|carrega|funciona|sera possivel|podera ser)'
const english =
  '(?:dont|do not|didnt|cant|couldnt|wont|wouldnt|doesnt|havent|hasnt)(?: (?:really|actually|currently|even|think i can|think i))? (?:have|want|need|like|work|suit|fit|make|do|come|go|attend|log|enter|access|open|find|see|reach|connect|be|use|accept|agree|consent|authorize|confirm|had|been|received|got)|(?:im|we are|were) not (?:interested|available|free|able|going|coming|ready|a|an|the|him|her|in|there|allowed)'
const never =
  '(?:nunca|jamas|never|i never|ive never|i have never)(?: (?:he|hemos|habia|in|en|na|la))* (?:fui|vine|tuve|estuve|ido|venido|estado|tenido|probe|hice|hecho|asisti|vida|tive|estive|vim|fiz|comprei|compre|compramos|usei|use|pedi|atendi|me atendi|consultei|me (?:operaron|opere|hice|hicieron|operei|operaram|fizeram|vacune|vacunaron)|been|had|have|smoked|went|tried|bought|ordered|used|ever|life|mi|my|minha)'

/** What is told of oneself, or of the thing: "no fumo", "não é meu número", "it's not urgent", "I don't smoke". */
const told =
  '(?:no|nao) (?:(?:lo|la|le|me|nos|se|o|a) )*(?:fumo|tomo|bebo|uso|trabajo|trabalho|padezco|sufro|sofro|conozco|conheco|consumo|practico|pratico|manejo|conduzco|dirijo|vivo|moro|hago|faco|cuento|poseo|he|hemos|(?:es|son|era|e|sao|esta|estan|estao)(?! que))'
const toldInEnglish =
  '(?:i |we )?(?:dont|do not|didnt|havent) (?:smoke|drink|take|use|work|live|drive|eat|own|suffer|exercise|order|ordered|ask|asked|request|requested|seen|tried)|(?:(?:its|thats|it|that|this) (?:not|isnt)|im not)(?= [a-z])(?! (?:only|unless|if|when|worried|opposed|against|long|far|yet|as|to|too|so|necessarily|always|all|everyone|just|that|sure|certain|really)(?= |$))|not (?:this|what|today|tonight|tomorrow|on|allergic|pregnant|urgent|available|decided|mine|my)'

const refusal = new RegExp(`^(?:${before} )*(?:${[spanish, portuguese, english, never, told, toldInEnglish].join('|')})(?<tail>(?: [a-z0-9]+)*)$`)

/** "No puedo esperar", "no tengo dudas", "não quero perder", "no me viene mal": what is refused would be the contrary, or tells of neither. */
const otherwise =
  /^(?:esperar|confirm(?:ar\w*)?|asegur\w+|decir\w*|promet\w+|garanti\w+|dizer|afirmar|say|tell|promise|guarantee|pens\w+|think|creer|creerlo|quejar\w*|negar\w*|falt\w+|perd\w+|fall[ao]r?|dud\w+|duvid\w+|cancel\w*|anul\w*|dejar\w*|desist\w*|cambi\w*|mudar|segur[oa]|cert[oa]|certeza|idea|ideia|claro|clara|preferencia|apuro|pressa|drama|problemas?|inconvenientes?|objeci\w+|obje[ct]\w+|reparos?|otr[oa]s?|outr[oa]s?|opcion|opcao|escolha|sol[oa]|sozinh[oa]|mal|malo|mala|ruim|bad|wait|impossible|imposible|molest\w+|miss|clue|doubts?|preference|problem|issue|issues|choice|other|another|sure|certain|alone|why|sino|hasta|ate|until|si|sip|sim|yes|no|nao|not)$/
/** "No tengo más remedio". */
const cornered = /(?:mas|otro|outro) remedio$/
/** "No tengo seguro" tells of insurance. */
const insured = /(?:tengo|tenemos|tenho|temos) seguro$/
const mostWords = 7

/** Whether folded words are a refusal and say nothing that turns it around, nor agree after it. */
export const refusesIn = (words: readonly string[], agrees: (word: string) => boolean): boolean => {
  const tail = refusal.exec(words.join(' '))?.groups?.['tail']?.trim().split(' ')
  return (
    tail !== undefined &&
    tail.length <= mostWords &&
    !tail.some(agrees) &&
    !cornered.test(words.join(' ')) &&
    !tail.some((word) => otherwise.test(word) && !insured.test(words.join(' ')))
  )
}
