import type { Wish } from './wish.ts'
import { inWords } from './wish.ts'

/** Which animal it is; one that has no row of its own is another one, where the rows are animals. */

const animals = /\b(?:perr[oa]s?|gat[oa]s?|cachorr[oa]s?|aves?|passaros?|pajaros?|dogs?|cats?|birds?|rabbits?|conejos?|coelhos?|felin[oa]s?|canin[oa]s?)\b/
const other = /^(?:otr[oa]s?|outr[oa]s?|other|another|exotic\w*|something else)\b/

const animal = (row: RegExp, said: string): Wish => ({ said: inWords(said), rows: [row], otherwise: { among: animals, row: other } })

export const kindsOfAnimals: Wish[] = [
  animal(
    /\b(?:perr[oa]s?|dogs?|cachorr[oa]s?|cao|caes|canin[oa]s?|canes?)\b/,
    'perr[oa]s?|perrit[oa]s?|perrhij[oa]s?|firulais|cachorr[oa]s?|cachorrinh[oa]s?|cachorrit[oa]s?|cao|caozinho|caes|dogs?|doggos?|doggy|pup|puppy|pups|puppies|canin[oa]|caniche|labrador|poodle|bulldog|golden|chihuahua|pitbull|yorkshire|yorkie|salchicha|ovejero|pastor aleman|shih tzu|beagle|husky|vira lata|doguinh[oa]|doguit[oa]|dachshund|mutt|retriever',
  ),
  animal(
    /\b(?:gat[oa]s?|cats?|felin[oa]s?)\b/,
    'gat[oa]s?|gatit[oa]s?|gatinh[oa]s?|michis?|gathij[oa]|minin[oa]|siames|persa|bichan[oa]|kittens?|kitty|kitties|cats?|felin[oa]',
  ),
  animal(
    /\b(?:aves?|pajaros?|passaros?|birds?)\b/,
    'loros?|lorit[oa]s?|papagaios?|parrots?|canari[oa]s?|canary|calopsita|cockatiel|cotorra|cotorrita|perico|periquit[oa]|parakeet|budgie|pajar(?:o|it[oa])s?|passar(?:o|inho)s?|birds?|birdie|gallina|galinha|chicken|pat[oa]|pato',
  ),
  animal(/\b(?:conej[oa]s?|coelh[oa]s?|rabbits?|bunn(?:y|ies))\b/, 'conej[oa]s?|conejit[oa]s?|coelh[oa]s?|coelhinh[oa]s?|rabbits?|bunny|bunnies'),
  animal(/\b(?:roedor\w*|hamsters?|rodents?)\b/, 'hamsters?|cobay[oa]s?|cuy|porquinho da india|guinea pigs?|ratoncito|chinchilla|gerbil|ratinho|hamst[eé]r'),
  animal(/\b(?:reptil\w*|tortugas?|tartarugas?)\b/, 'tortuga|tortuguita|tartaruga|jabuti|turtle|tortoise|iguana|snake|serpiente|cobra|lizard|gecko|lagarto'),
  animal(/\b(?:peces|peixes?|pez|fish)\b/, 'pez|peces|peixe|peixinho|fish|goldfish|huron|ferret|furao|caballo|cavalo|horse'),
]
