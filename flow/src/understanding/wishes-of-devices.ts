import type { Wish } from './wish.ts'
import { about } from './wish.ts'

/** What happened to a device or a connection, told as it was seen: "se me cayó al agua" of "Se mojó", "no pasa de media hora" of "Batería". */

const wet = /\b(?:moj\w*|molh\w*|liquid\w*|wet)\b|\b(?:dano|danos|contacto|contato|cayo|caiu|entro|entrou)\b.*\bagua\b|\bwater (?:damage|spill)/
const water =
  '(?:agua|pileta|piscina|alberca|inodoro|bano|excusado|wc|vaso|privada|mar|rio|lago|laguna|balde|banera|banheira|ducha|pia|tanque|lavabo|charco|water|toilet|loo|pool|sink|sea|bath|bathtub|tub|river|lake|bucket|ocean|puddle)'
const drink =
  '(?:agua|cafe|coca|cerveja|cerveza|birra|jugo|suco|mate|vino|vinho|leche|leite|cha|te|refri|refrigerante|gaseosa|sopa|coffee|water|beer|juice|tea|wine|soda|milk|coke|drink)'
const small =
  '(?: (?:el|la|lo|le|me|o|a|it|my|mi|meu|minha|the|un|una|um|uma|some|an|en|no|na|in|into|on|al|dentro|adentro|inside|de|del|do|da|encima|em|todo|all|over|bastante|celular|cel|celu|phone|telefone|telefono|aparelho|iphone|notebook|laptop|teclado|copo|glass|cup|taza|of))*'
const fell = '(?:cayo|caiu|cai|cair|caer|fell|dropped|drop|derrubei|tire|derrame|derramo|derramei|volque|volco|virei|virou|joguei|spilled|spilt|poured|moje)'

const screens = /\b(?:pantallas?|telas?|screens?|display|vidrio|vidro|glass)\b/
const batteries = /\b(?:bateria|battery|pila)s?\b/
const soon = '(?:rapid[oa]|rapidito|fast|quickly|quick|pronto|enseguida|toda hora|cada rato|en seguida)'
const lasting = '(?:dura|aguanta|aguenta|last|lasts|hold|holds|segura)'

const offline =
  /\b(?:sin|sem|no|nao|without|not|caid[oa]|down)\b.*\b(?:internet|conexion|conexao|servicio|sinal|senal|signal|connection|wi ?fi|connected)\b|\b(?:internet|conexion|conexao|connection|wi ?fi)\b.*\b(?:no|nao|down|not|caid[oa]|cai|caiu)\b|^no (?:internet|connection)$/
const link = '(?:internet|net|wi ?fi|conexion|conexao|connection|senal|sinal|signal)'

export const wishesOfDevices: Wish[] = [
  about(
    wet,
    `${fell}${small} ${water}`,
    `${fell}${small} ${drink}(?: (?:encima|on it|nele|nela|en el teclado|on the keyboard|all over it))?`,
    'mojad[oa]|mojo|moje|empapad[oa]|empapo|molhad[oa]|molhei|molhou|wet|soaked|(?:tomou|peguei|pego|en|na|in|con) (?:la |a |the )?(?:chuva|lluvia|rain)|(?:washing machine|lavarropas|lavadora|maquina de lavar|the wash)',
  ),
  about(
    screens,
    '(?:trizad|astillad|estallad|rajad|quebrad|trincad|rachad|estrellad|partid)[oa] (?:la |el |o |a )?(?:pantalla|vidrio|vidro|tela)|(?:se )?(?:me )?(?:trizo|astillo|estallo|rajo|trincou|rachou|estrello|partiu|espatifou)(?: (?:la |el |o |a |toda |todo )*(?:pantalla|vidrio|vidro|tela|display))?',
    '(?:shattered|cracked|smashed)|(?:pantalla|tela|screen) (?:negra|preta|azul|black|blue|rot[oa])|(?:black|dead) screen|(?:manchas?|rayas?|lineas|listras|lines)(?: (?:en|na|on|in)(?: (?:la|the))?)? (?:pantalla|tela|screen)|touch(?: screen)?',
  ),
  about(
    batteries,
    `(?:bateria|battery|pila)|(?:se |me |it )*(?:descarga|descarrega|acaba|dies|drains|muere|morre|gasta|drain|die|runs out|apaga)(?: (?:muy|muito|mucho|too|so|super|re|a|la|el|solo|sozinho))* ${soon}`,
    `(?:no|nao|doesnt|wont|barely|hardly|apenas)(?: (?:me|se))* ${lasting}(?: (?:ni|nem|more|mas|mais|than|de|a|an|el|o|all|un|um|uma|una|half|medio|media|meio|meia|nada|mucho|muito|long|charge|carga|[0-9]+h?|dia|day|horas?|hours?|minutos|minutes|hs?|manana|tarde|fora|da|tomada))*`,
    '(?:tengo que|tenho que|have to|vivo) (?:cargarlo|carregar|charge it|cargando|charging|carregando)(?: (?:a cada rato|todo el tiempo|o tempo todo|all the time|toda hora|every [a-z]+|constantly))',
  ),
  about(
    /\b(?:no carga|nao carrega|charg\w*|carreg\w*|cargador|pin|carga)\b/,
    '(?:no|nao|wont|doesnt|not|isnt) (?:me |se |quiere |quer |lo |esta |ta |da |take |hold )*(?:a )?(?:cargar?|cargando|charge|charging|carregar?|carregando)(?: (?:mas|mais|anymore|more))?',
    '(?:el |la |o |the )?(?:pin|puerto|conector|port|entrada) (?:de )?(?:carga|carregar|charging|carregamento)|charging port',
    '(?:(?:lo|la|eu|i|when i) )*(?:enchufo|conecto|plug it in|ponho na tomada|coloco na tomada|boto na tomada)(?: (?:y|e|and|but|pero|mas))* (?:no pasa nada|nada|nao acontece nada|nao carrega|nothing happens|nothing|no sube(?: la bateria)?)(?: no sube(?: la bateria)?)?',
  ),
  about(
    /\b(?:no (?:prende|enciende)|nao (?:liga|acende)|wont (?:turn on|start)|(?:doesnt|not) turn(?:ing)? on|encendido)\b/,
    '(?:no|nao|wont|doesnt|not) (?:me |quiere |quer |se )?(?:prende|prender|enciende|encender|turn on|start|power on|liga|ligar|acende|acender)(?: (?:mas|mais|anymore))?',
    '(?:(?:esta|ta|quedo|ficou|its|it|is|completely|totally|totalmente|completamente|todo|just) )*(?:muert[oa]|mort[oa]|dead|morreu|murio|died|apagou(?: de vez)?|(?:se )?apago y no volvio)',
  ),
  about(
    offline,
    `(?:estoy |sigo |me quede |estamos |quede |to |tou |estou |fiquei |tamo )?(?:sin|sem|without|no|have no|got no)(?: (?:el|la|the|any))? ${link}`,
    `(?:mi |la |el |o |a |minha |meu |my |the )?${link} (?:se |me |is |esta |ta |just |toda |todo )*(?:no|nao|isnt|doesnt|not|caiu|cayo|fue|down|caid[oa]|foi embora|out|murio|morreu|stopped)(?: (?:anda|funciona|working|work|pega|conecta|funcionando))?`,
    '(?:no|nao)(?: (?:tengo|hay|tenho|tem|ta tendo)) (?:internet|net|wifi|senal|sinal|conexion|conexao)|(?:caiu|se cayo|cayo|se corto) (?:tudo|todo)(?: (?:aqui|aca))?|(?:no anda|nao funciona|nothing) nada|nothing (?:works|connects|loads)|(?:i )?cant (?:get online|connect)',
  ),
  about(
    /\b(?:lent\w*|slow\w*|devagar|velocidad|velocidade|speed)\b/,
    '(?:(?:muy|muito|super|re|so|too|really|mas|mais) )*(?:lent[oa]s?|lentitud|lentidao|lentisim[oa]|devagar|devagarinho|slow|slowly|laggy|lag|tortuga|tartaruga)(?: (?:demais|mal|af))?|(?:trava|travando|se traba|se cuelga|buffering|tarda (?:mucho|anos|una eternidad|un monton)(?: (?:en|para) (?:cargar|abrir))?|demora (?:muito|mucho)|takes forever(?: to load)?)',
  ),
]
