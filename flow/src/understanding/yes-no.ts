import { editDistance } from './edit-distance.ts'
import { fold } from './fold.ts'

/** What an answer to a question for yes or no says; `unsure` when it says both, neither or hedges. */
export type YesNo = 'yes' | 'no' | 'unsure' | 'not_understood'

const phrases = (lines: string): string[] =>
  lines
    .split(/[,\n]/)
    .map((line) => line.trim())
    .filter(Boolean)

const yes = phrases(`
  si, sip, sep, sipi, siu, sis, si senor, si senora, sipo, si po, si pues, ya po, claro, claro que si, clarisimo, clarin, por supuesto, por supuesto que si, desde luego, como no, obvio, obvio que si,
  obviamente, dale, dale que si, dale va, de una, de una vez, simon, simona, sale, sale y vale, va, va que va, vale, orale, arre, sobres, sobris, a huevo, chido, bueno, listo, perfecto, de acuerdo, correcto,
  exacto, exactamente, asi es, eso es, eso mismo, afirmativo, positivo, confirmo, confirmado, lo confirmo, acepto, aceptado, quiero, si quiero, lo quiero, si quisiera, me gustaria, si me gustaria, me parece, me parece bien,
  me sirve, me va bien, me viene bien, esta bien, ta bien, joya, barbaro, genial, buenisimo, excelente, hagamoslo, adelante, hecho, seguro, de seguro, de ley, ya estas, ya vas, ya dijo, cierto, es cierto, verdad, es verdad, es correcto, esta correcto, todo bien,
  sin problema, sin problemas, no hay problema, no hay drama, por que no, porque no, de fijo, tal cual, totalmente, sin duda, sin dudas, bacan, al tiro, ok dale, okey, oki, okis, si acepto, si confirmo, si estoy de acuerdo, estoy de acuerdo, con gusto, con mucho gusto, encantado, encantada, si puedo ir, ahi estare,, confirmame, cabal, chevere, cheto, eso, asi mismo, esta perfecto, que si, esta genial, me encanta, buena, de nada si, por supuestisimo, andando, agendalo, reservalo, anotame, agendame, me anoto, de diez, todo ok, todo correcto, todo perfecto, todo en orden, desde ya, desde ya que si, me copa, me encantaria, me gusta, me gusta ese, ese, esa, ese va, justo, justo ese, justo eso, ahi va, va bien, vamo, si adelante, andale, andale pues, andale si, claro pues, yapo, ya bueno, bkn, filete, hagale pues, hagale parce, listo pues, dele, guay, estupendo, fenomenal, por mi si, por mi bien, por mi perfecto, por mi esta bien, efectivamente, en efecto, con todo gusto, reservalo, guardalo, agendalo, esta ok, esta todo bien, esta todo correcto, tabien, tabueno, ta bueno, confirmar, confirmadisimo, asi esta bien, asi esta perfecto, yes, siempre que si, si quiero ese, si ese, si esa, si eso, lo acepto, aprobado, aceptamos, con todo, a full, oka, okas, okei, okidoki, oki doki, oka dale, venga, venga va, hagale, hacele, metele, hagalo, meta, a darle, va pues, eso mero, ta, aja, ujum, dale nomas, seguro que si, si seguro, de lujo, queda asi, asi queda, quedamos asi, quedo asi, correctisimo, perfectisimo, dale perfecto, buenisimo dale, si esta bien, si es correcto, si asi es, ese mismo, esa misma, cuenta conmigo, quiero ese, ese esta bien, ese me sirve,
  bora la, vamos la, vamo, vamo la, pode marcar sim, sim pode marcar, agenda, pode agendar sim, quero agendar, ta valendo, combinadissimo, fechadissimo, isso ai mesmo, e esse, e essa, e esse mesmo, acertou, exato isso, e isso sim, tudo ok, ta joia, ta valendo, posso, posso sim, vou, vou sim, tenho, tenho sim, sou, sou sim, gostaria, gostaria sim, quero esse, esse, essa, esse mesmo, essa mesma, da certo, da sim, perfeito sim, ta perfeito, esta perfeito, okk, sim sim sim, blza, bele, massa, dahora, top, tranks, joia, joinha, ja e, opa, tranquilo, de acordo, partiu, manda ver, pode mandar, certinho, certissimo, perfeitamente, confere, tamo junto, suave, sim claro, claro sim, esta sim, ta sim, e isso, e isso ai, e isso mesmo, foi isso, confirmadissimo, pode crer, sim isso, isso sim mesmo,
  sim, sim sim, pode marcar, pode agendar, pode reservar, show de bola, ta otimo, esta otimo, marca, isso sim, com prazer sim, sim senhor, sim senhora, s, ss, com certeza, certeza, claro que sim, e claro, isso, isso mesmo, isso ai, exato, exatamente, ta, ta bom, ta bem, ta certo, esta bom, esta certo, tudo bem, tudo certo, pode, pode ser, pode sim, podemos, bora, vamos, fechado, fechou, show, beleza, blz, uhum, aham, e sim, e, quero,
  quero sim, aceito, certo, combinado, perfeito, otimo, maravilha, confirmado, eu quero, pode confirmar, confirma, com prazer, sem problema, sem problemas, nao tem problema, por que nao, porque nao, sem duvida, logico, de boa, demorou, to dentro, concordo, correto, obvio que sim, ate que sim, eu aceito, eu confirmo, sim quero, sim pode, sim confirmo, jae, firmeza, topo, eu topo,
  yes, yep, yeah, cool, confirm, yes confirm, thats perfect, thats great, thats good, thats ok, thats okay, sounds perfect, sounds fine, sounds right, looks good, looks right, book it, id like that, lets go, its correct, its right, its fine, thats the one, thats it, yea, yup, yah, ya, ye, yess, yes sir, yes maam, yessir, yes please, y, sure, sure thing, of course, ofc, absolutely, definitely, certainly, totally, ok, okay, okey dokey, k, kk, alright, all right, fine, thats fine, sounds good, sounds great, go ahead, correct, thats correct, right, thats right,
  i want to, i want it, i want, i want that, id like to, i would like to, i can, i could, i will, yes i will, yes i can, i have, yes i have, it does, it works, that one, that one is good, thats the right one, okk, kk, great thanks, lovely, brilliant, cheers, amazing, awesome, super, ideal, ok sounds good, sounds about right, thats me,
  okie, oki, okie dokie, okey doke, yes yes, yep yep, yeh, yas, yass, aye aye, roger, bingo, im in, im down, right on, thats me, correct yes, it certainly is, i certainly do, it sure is, i am sure, im sure, sure am, mmhmm, mm hmm, uh huh yes, yes maam i do, ok then, okay then, fine then, right then, thats all right, its all right, its good, thats fine with me, its fine with me, okay by me, go for it, all good, fine by me, fine with me, good with me, ok with me, thatll work, that will work, thatll do, that would be great, sounds like a plan, it is, spot on, sure why not, yes thats right, yes thats correct, yes it is, yes thats fine,
  exactly, why not, you bet, aye, for sure, please do, i do, i would, id love to, i would like that, i agree, agreed, i confirm, confirmed, indeed, affirmative, positive, great, perfect, good, done, no problem, no worries, no prob, works for me, that works, lets do it, lets go, by all means, uh huh, mhm, true, its true, gladly, totes, bet, deal, count me in, i accept, yes i do, yes i am, i am, very much so, without a doubt, not a problem`)

const no = phrases(`
  no, nop, nope, nopi, non, nones, naa, na, nel, nel pastel, nelson, ni loco, ni loca, ni en pedo, ni a palos, ni ahi, ni hablar, ni pensarlo, ni de chiste, ni de broma, ni a gancho, para nada, pa nada, de ninguna manera, de ningun modo, en absoluto, claro que no, por supuesto que no, obvio que no, obviamente no, desde luego que no, que va, negativo, nunca, jamas,
  nunca jamas, tampoco, no quiero, no lo quiero, no quisiera, no por ahora, por ahora no, por el momento no, de momento no, ahora no, hoy no, mejor no, todavia no, aun no, no todavia, no puedo, no me sirve, no acepto, no estoy de acuerdo, no confirmo, no es correcto, no esta bien, no es cierto, no es verdad, incorrecto, no es asi, esta mal, falso, no senor, no senora, eso no, no me interesa, no me gustaria, no me parece, no me va, no me viene bien, no va, no dale, no deseo, no hace falta, no es necesario, no claro que no, nada que ver, no po, nopo, no pues, nanai, naranjas, de eso nada, no gracias, gracias pero no, nah,, paso, noup, no esta correcto, no de momento, no por el momento, no es eso, eso no es, no es ese, ese no, esa no, nel perro, nel wey, no me sirve ese, ni modo que si, ni de coña, nein, desde ya que no, que no, no me gusta, no me gusta ese, no estoy interesado, no estoy interesada, no necesito, no lo necesito, no por favor, ni en broma, ese no es, no es lo que quiero, no es lo que pedi, otro, otra, esta equivocado, esta errado, no tengo, no soy, no voy a ir, no estoy, no lo tengo, no era, no era eso, hoy no puedo, ni a palo, ni en suenos, ni de casualidad, ni por casualidad, ni ganas, ya no, no podre, no podria, no voy a poder, no va a poder ser, no voy, olvidalo, dejalo, nunca mas, no me late, errado, equivocado, no coincide, no corresponde, no esta, no lo creo asi, no ese no, no asi no, asi no, imposible,
  de jeito maneira, quero nao, posso nao, precisa nao, e nao, da nao, vou nao, tenho nao, gosto nao, pode nao, ta nao, nao gostei, nao tenho, nao sou, nao estou, nao estou interessado, nao estou interessada, nao por favor, nao preciso, outro, outra, nao era isso, nao era,
  jeito nenhum, forma alguma, modo nenhum, de modo algum, sem chance, sem condicoes, nao rola, nao vai rolar, nem rola, nem vem, to fora, deixa quieto, ta errado, esta errado, nao foi, nao serve, nao me serve, nao e esse, nem que a vaca tussa, nao mais, nao mais nao, nao nao quero,
  nao vou, nao vai dar, impossivel, nao foi isso, esse nao, essa nao, nao e esse, nao deu, nao ta, nao ta certo, nao esta, nao vou poder,
  nao, n, nn, naum, nao quero, nao obrigado, nao obrigada, nao senhor, nao senhora, de jeito nenhum, de modo nenhum, de forma alguma, de maneira nenhuma, claro que nao, com certeza nao, logico que nao, nem pensar, nem, nem morto, nem a pau, nem ferrando, jamais, agora nao, hoje nao, por enquanto nao, ainda nao, nada, nada disso, nada a ver, nops, deixa, deixa pra la, melhor nao, que nada, nao posso, nao aceito, nao concordo, nao confirmo, nao esta certo, nao e isso, nao e, errado, incorreto, nao precisa, nao pode, nao da, nao me interessa, nao tenho interesse, dispenso, negativo, nao mesmo, prefiro nao, prefiro que nao, prefiro que no, prefiro no,
  its not, it is not, its not correct, its not right, its wrong, thats incorrect, its incorrect, im good, i am good, im good thanks, pass, ill pass, that one no, not that one, not that, no i wont, i wont, no its not, no it isnt, it isnt,
  no sorry, sorry no, i dont want, i do not want, i dont need, i wont be able to, i havent, i am not, no i havent, not ok, not okay, not good, not that, not this one, another one, another, 
  nuh uh, uh uh, hard pass, not anymore, no longer, dont want to, doesnt work, that doesnt work, doesnt work for me, that doesnt work for me, it doesnt, forget it, no need, not necessary, not for now, im out, nope not now, no not really, no thats wrong, no it doesnt,
  nay, nah, no way, not really, not at all, never, no thanks, no thank you, no thx, nope thanks, of course not, absolutely not, definitely not, certainly not, i dont, i do not, i dont want to, i dont want it, i dont think so, not now, not yet, not today, not this time, negative, not interested, im not interested, id rather not, i would rather not, rather not, dont, dont do it, wrong, thats wrong, incorrect, thats not right, not correct, not right, no sir, no maam, hell no, no chance, no can do, i cant, cant, cannot, i cannot, unfortunately not, im afraid not, im not, no i dont, no im not, false, nothing, by no means, not for me, no deal, never mind, nevermind, not quite`)

const unsure = phrases(`
  cancelar, cancela, cancelalo, cancel, cancel it, cambiar, cambialo, quiero cambiarlo, trocar, mudar, change it, change,
  no se, no lo se, nose, no sabria, ni idea, tal vez, talvez, quizas, quiza, puede ser, puede que si, puede que no, a lo mejor, capaz, capaz que si, capaz que no, depende, mas o menos, no estoy seguro, no estoy segura, no se si, si y no, ni si ni no, creo que si, creo que no, yo creo que si, yo creo, creo, supongo, supongo que si, supongo que no, me parece que si, me parece que no, probablemente, posiblemente, seguramente, lo voy a pensar, dejame pensar, lo pienso, despues te digo, te aviso, luego te digo, luego, despues, mas tarde, m, mm, hmm, eh, como, que, no entiendo, no entendi, ya veremos, ya vere, veremos, vamos a ver, ahi vemos, ojala, si puedo, si se puede, no del todo, no creo, no tanto, no siempre, a veces,
  nao sei, sei la, sei nao, nao tenho certeza, nao sei se, sim e nao, acho que sim, acho que nao, eu acho, acho, quem sabe, provavelmente, possivelmente, vou pensar, vou ver, depois vejo, depois te falo, depois, mais tarde, mais ou menos, nao entendi, se der, se puder, as vezes, nem sempre,
  maybe, perhaps, idk, dunno, i dont know, i do not know, not sure, im not sure, i think so, i guess, i guess so, i suppose, i suppose so, probably, probably not, possibly, depends, it depends, that depends, yes and no, kind of, sort of, kinda, let me think, ill think about it, later, what, huh, sometimes, hopefully, we will see, well see, if possible, i hope so, not always, might be, could be`)

/** Words around the answer that say nothing themselves. */
const beside = phrases(
  'gracias, muchas gracias, mil gracias, por favor, porfavor, porfa, porfis, obrigado, obrigada, muito obrigado, muito obrigada, la verdad, la verdad que, la verdad es que, de verdad, actually, in fact, honestly, to be honest, tbh, na verdade, a verdade e que, olha, oye, mira, miren, uh, um, eh, bah, ja, pucha, la, aqui, doctora, doctor, doc, dr, dra, profe, jefe, jefa, crack, capo, capa, genia, genio, reina, rey, linda, lindo, hermosa, hermoso, hermano, hermana, maestro, maestra, querida, querido, corazon, amor, mi vida, bb, bebe, parce, parcero, boludo, weon, huevon, gorda, gordo, flaca, flaco, nena, nene, chiquis, compa, carnal, cuate, pana, sis, dude, mate, buddy, guys, folks, boss, dear, honey, moca, moco, gente, pessoal, flor, anjo, chefe, patrao, meu bem, minha linda, meu amigo, minha amiga, querida, lindona, mana, mesmo assim, igual, igualmente, de todos modos, de todas formas, mejor, nada mas, no mas, por supuesto gracias, un abrazo, saludos, besos, abracos, beijos, kisses, have a nice day, buen dia para ti, thanks, thank you, thx, ty, please, pls, plz, pfv, pf, xfa, xfis, obg, brigado, brigada, vlw, sorry, perdon, perdona, disculpa, disculpe, desculpa, desculpe, no problem at all, hola, ola, oi, hi, hello, hey, buenas, buenos dias, buen dia, buenas tardes, buenas noches, bom dia, boa tarde, boa noite, good morning, good afternoon, good evening, amigo, amiga, che, bro, man, pues, po, entonces, entao, then, jaja, jajaja, jeje, haha, kkk, kkkk, rs, rsrs, lol, ah, oh, ay, uy, ai, well, so, eso, mi amor, chicos, senor, senora, senhor, senhora, senorita, sir, maam, el turno, la cita, la reserva, el horario, ese horario, esa hora, ese dia, esa fecha, la hora, o horario, esse horario, a consulta, o agendamento, esse dia, a reserva, the appointment, the booking, that time, that day, it, muy amable, otro dia, mesmo, nomas, nomás, y punto, viejo, wey, guey, cara, mano, tio, esta vez, yo, eu, i',
).map((phrase) => fold(phrase))
/** What may follow a yes or a no without saying more: "no quiero eso", "yes, that one". */
const pointing = new Set('eso ese esa este esta esto isso esse essa isto este that this it one ninguno ninguna nenhum nenhuma anything nada ya ja mas mais anymore now ahora agora'.split(' '))
const contrast =
  /(?<= )(?:pero|porem|mas|but|aunque|embora|although|though|salvo|excepto|except|unless|solo si|so se|only if|si es que|sino|however|siempre que|cuando|quando|when|if|until|hasta|antes|primero|first)(?= )/

type Kind = 'yes' | 'no' | 'unsure' | 'beside'
const lexicon = new Map<string, Kind>([
  ...beside.map((phrase): [string, Kind] => [phrase, 'beside']),
  ...yes.map((phrase): [string, Kind] => [phrase, 'yes']),
  ...no.map((phrase): [string, Kind] => [phrase, 'no']),
  ...unsure.map((phrase): [string, Kind] => [phrase, 'unsure']),
])
const longestPhrase = 6

const signs: [RegExp, 'yes' | 'no'][] = [
  [/👍|👌|✅|☑|✔|🆗|💯|🙆|🫡|🤙|🙌|🤝/u, 'yes'],
  [/👎|❌|✖|🚫|🙅|⛔|❎|🛑/u, 'no'],
]

/** Understands yes and no as people of Latin America and English speakers write them. A message that says more than yes or no counts only where its first words stand apart: "no, mejor el martes". */
export const yesNoIn = (text: string): YesNo => {
  if (text.length > 200) return 'not_understood'
  const shown = signs.filter(([pattern]) => pattern.test(text)).map(([, kind]) => kind)
  const words = wordsOf(text)
  if (shown.length === 0 && denial.test(words.join(' ')) && !/[?]/.test(text)) return 'no'
  const { kinds, rest } = kindsIn(words)
  const said = new Set<Kind>([...shown, ...kinds.filter((kind) => kind !== 'beside')])
  if (words.length === 0 || rest.length === 0) return verdict(said)
  const loose = words.length <= 4 ? misspelt(words.join(' ')) : null
  if (loose) return said.has(loose === 'yes' ? 'no' : 'yes') ? 'unsure' : loose
  if (said.has('unsure')) return 'unsure'
  return said.size === 0 ? 'not_understood' : opening(text, words, said)
}

const verdict = (said: Set<Kind>): YesNo => {
  if (said.size === 0) return 'not_understood'
  if (said.size > 1 || said.has('unsure')) return 'unsure'
  return said.has('yes') ? 'yes' : 'no'
}

const contractions: [RegExp, string][] = [
  [/ (that|it) is not(?= )/g, ' $1 isnt'],
  [/ (that|it) is(?= )/g, ' $1s'],
  [/ i am(?= )/g, ' im'],
  [/ (do|does|did|is|was|would|could|have|has|are) not(?= )/g, ' $1nt'],
  [/ (?:can not|cannot)(?= )/g, ' cant'],
  [/ will not(?= )/g, ' wont'],
  [/ (?:x|xa) (?=favor |ahora |supuesto |mi |el )/g, ' por '],
  [/ (?:q|k) (?=si |no |sim |nao )/g, ' que '],
  [/^ n (?=[a-z]{2})/g, ' nao '],
]

/** The words of a message, folded, as the lexicon spells them. */
const wordsOf = (text: string): string[] => {
  const words = fold(text).split(' ').filter(Boolean).map(shortened)
  return contractions.reduce((told, [pattern, instead]) => told.replace(pattern, instead), ` ${words.join(' ')} `).trim().split(' ').filter(Boolean)
}

/** "No, I wouldn't", "that isn't right", "it won't work": all that is said is that it is not so. */
const denial =
  /^(?:(?:no|nope|nah|sorry|well|actually|oh|uh) )*(?:(?:i|it|that|this|we|they|he|she) )?(?:dont|doesnt|didnt|isnt|isn|wasnt|wont|wouldnt|cant|couldnt|havent|hasnt|arent|aint|im not|its not|thats not)(?: (?:really|right|correct|good|ok|okay|work|working|want|need|like|it|that|to|true|me|for|mine|the|one|what|i|meant|said|asked|today|now|this|time|either))*$/

/** "siiii", "nooo", "okkk" with as many letters as they need. */
const shortened = (word: string): string => {
  const once = word.replace(/(.)\1{2,}/gu, '$1')
  if (/^s+i+m+$/.test(once)) return 'sim'
  if (/^n+a+o+$/.test(once)) return 'nao'
  return /^(?:si+p*|s+i|(?:si){2,})$/.test(once) ? 'si' : /^(?:no+|n+o|(?:no){2,})$/.test(once) ? 'no' : once === 'oks' ? 'ok' : once
}

/** The longest known phrases, from the left; what no phrase covers is the rest. */
const kindsIn = (words: string[]): { kinds: Kind[]; rest: string[] } => {
  const kinds: Kind[] = []
  const rest: string[] = []
  for (let at = 0; at < words.length;) {
    const length = [...Array(longestPhrase).keys()]
      .map((less) => longestPhrase - less)
      .find((many) => lexicon.has(words.slice(at, at + many).join(' ')) && at + many <= words.length)
    if (isPointing(words, at, kinds)) at++
    else if (length === undefined) rest.push(words[at++]!)
    else {
      kinds.push(lexicon.get(words.slice(at, at + length).join(' '))!)
      at += length
    }
  }
  return { kinds, rest }
}

const isPointing = (words: string[], at: number, kinds: Kind[]): boolean =>
  kinds.some((kind) => kind === 'yes' || kind === 'no') && at === words.length - 1 && pointing.has(words[at]!)

/** A known phrase with one slip in it, if all that it may be agree. */
const misspelt = (said: string): 'yes' | 'no' | null => {
  if (said.length < 5) return null
  const near = [...lexicon].filter(([phrase]) => phrase.length >= 5 && editDistance(said, phrase, 1) <= 1).map(([, kind]) => kind)
  const [kind] = near
  return (kind === 'yes' || kind === 'no') && near.every((other) => other === kind) ? kind : null
}

/** What the words before the first comma say, when the others take nothing back. "Si puedo" is a condition; "sí puedo" is not, but is asked again too. */
const opening = (text: string, words: string[], said: Set<Kind>): YesNo => {
  if (contrast.test(` ${words.join(' ')} `) || said.size > 1) return 'unsure'
  const before = wordsOf(text.split(/[,.;:!\n]/)[0] ?? '')
  if (before.length === words.length || before.length > 4) return 'unsure'
  const { kinds, rest } = kindsIn(before)
  return rest.length === 0 ? verdict(new Set(kinds.filter((kind) => kind !== 'beside'))) : 'unsure'
}
