import type { Wish } from './wish.ts'
import { about, inWords } from './wish.ts'

/** What is wrong at home or with a device, who mends it, and how far they are. */

const repaired: Wish = {
  said: inWords(
    '(?:(?:ya|ja|is|esta|ta|ficou|quedo|estara|vai ficar|cuando|quando|when will|when is)(?: (?:ya|esta|va a estar|fica|it|my|mi|meu|minha|the|el|la|o|a|be))* )(?:(?:[a-z]+ ){0,2})?(?:list[oa]|pront[oa]|ready|arreglad[oa]|reparad[oa]|fixed|consertad[oa]|done)(?: (?:mi|meu|minha|my|el|la|o|a|the) [a-z]+)?',
    '(?:ya |ja )?(?:(?:lo|la|o|a|me lo|me la) )?(?:arreglaron|repararon|consertaram|terminaron de arreglar)|(?:have|did) you (?:fix|fixed|repair|repaired)(?: [a-z]+){0,2}|(?:como|how)(?: (?:va|vai|esta|anda|is|ta))(?: (?:mi|la|el|meu|minha|o|a|my|the))* (?:reparacion|arreglo|conserto|reparo|repair|equipo|aparelho)',
  ),
  rows: [/\b(?:estado|status|seguimiento|andamento|acompanhar|progress)\b/],
}
const broken: Wish = {
  said: inWords(
    '(?:se (?:me )?|(?:meu|minha|o|a|my|the|it|its) (?:[a-z]+ )?|me )?(?:rompio|quebrou|estrago|estragou|broke|descompuso|danou|broken|esta rot[oa]|no anda|ta com defeito|com defeito|con falla)|(?:arreglar|reparar|consertar|fix|repair)(?: (?:un|una|mi|el|la|meu|minha|o|a|um|uma|my|the|it|lo))?(?: [a-z]+)?',
  ),
  rows: [
    /^(?!estado|status|seguimiento).*\b(?:reparacion(?:es)?|repairs?|conserto|consertos|servicio tecnico|assistencia tecnica|soporte tecnico|suporte tecnico|technical support|arreglos?)\b/,
  ],
}

export const wishesOfTrades: Wish[] = [
  repaired,
  broken,
  about(
    /^(?:repair|reparacion|reparar|conserto|consertar|arreglo|arreglar|reparo|fix)\w*\b/,
    '(?:(?:need|want|get|have|getting|needs)(?: (?:it|this|them|my [a-z]+|to be|to get it))* (?:fixed|fixing|repaired|mended))|(?:que )?(?:me )?(?:lo |la )?(?:arregla[nr]|repara[nr]|arreglen|reparen|arregl[ae]s?|consertem|conserta)(?: [a-z]+){0,2}',
  ),
  about(
    /\b(?:plom\w*|plumb\w*|fontaner\w*|encanad\w*|gasfiter\w*|hidraulic\w*|desentup\w*|destap\w*)\b/,
    '(?:plomer|fontaner|encanador|plumber|gasfiter)[a-z]*',
    '(?:se (?:me )?)?(?:tapo|taparon|atasco|entupiu|entupid[oa]|tapad[oa]|blocked|clogged)(?: (?:el|la|o|a|the|my))*(?: [a-z]+)?',
    '(?:pierde|gotea|vaza|vazando|vazamento|vazou|leak\\w*|perdida de agua|fuga de agua|goteando|pingando)(?: (?:agua|la|el|a|o|the|my|de))*(?: [a-z]+)?',
    '(?:canilla|grifo|llave de agua|torneira|caneria|cano|canos|tuberia|inodoro|bano|pia|sink|toilet|faucet|pipes?|drain|shower|ducha|chuveiro|termotanque)(?: (?:is|esta|ta|se|no|nao)(?: [a-z]+)?)?',
  ),
  about(
    /\b(?:electric\w*|eletric\w*|luz|energia|power|outage)\b/,
    'electricistas?|eletricistas?|electricians?',
    '(?:no hay|no tengo|sin|nao tem|sem|me quede sin|acabou a|se fue la|se corto la|caiu a|faltou|falta de|corte de|no) (?:luz|energia|power|electricidad|electricity)|apagon|blackout|power (?:is )?out',
    '(?:saltan?|saltaron|salto) (?:los|el|la|las) (?:tapones|termica|disyuntor|llave)|enchufes?|tomada|outlet|cortocircuito|curto circuito|caiu o disjuntor|breaker',
  ),
  about(/^gas\b|\bgas(?:ista|fiter\w*)?\b/, 'gasistas?', '(?:huele|olor|cheiro|smell|fuga|vazamento|escape|perdida|leak)(?: (?:a|de|of))? gas|smell gas'),
  about(
    /\b(?:cerraj\w*|chaveiro|locksmith)\b/,
    'cerrajer[oa]s?|chaveiro|locksmith',
    'cerraduras?|fechaduras?|locks?|(?:perdi|lost|olvide|esqueci|sin|sem|se trabo|trancou|tranquei)(?: (?:las|mis|as|minhas|my|la|mi|a|the))* (?:llaves?|chaves?|keys?)|locked out(?: of (?:my )?(?:house|car|home))?|(?:me )?quede (?:afuera|fuera|encerrad[oa])(?: sin llaves)?|trancad[oa] (?:pra|para) fora',
  ),
  about(
    /\b(?:heating|calefac\w*|calefon|caldera|boiler|aquecimento|estufas?)\b/,
    'heating|boiler|caldera|calefon|radiador(?:es)?|radiators?|no heat|no hot water|sin agua caliente|no hay agua caliente|estufa|calefaccion',
  ),
  about(
    /\b(?:aire acondicionado|aires|air conditioning|ac|ar condicionado|refrigeracion)\b/,
    '(?:el |o |the |my |un )?(?:aire|aire acondicionado|ar condicionado|split|air con|aircon|ac|air conditioner)',
  ),
  about(
    /\b(?:tires?|tyres?|llantas?|neumaticos?|gomas|pneus?|cubiertas)\b/,
    'flat tire|flat tyre|tires?|tyres?|llantas?|neumaticos?|gomas?|cubiertas?|pneus?|puncture|punctured|pinche|pinchad[oa]|pinchadura|furou|gomeria|borracharia|vulcanizadora',
  ),
  about(/\b(?:frenos?|freios?|brakes?)\b/, 'brakes?|frenos?|freios?|frena|frear|freia'),
  about(/\b(?:oil|aceite|oleo)\b/, 'oil|aceite|oleo'),
]
