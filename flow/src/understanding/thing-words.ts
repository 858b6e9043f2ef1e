import type { Wish } from './wish.ts'
import { inWords, sameThing } from './wish.ts'

/** Things and ways that go by several names, within one language or across two: "la tele" of "Televisor", "cash" of "Efectivo". */

/** Rows that are a letter, as sizes are. */
const size = (list: string, letter: string): Wish => ({
  said: inWords(...list.split(' ').map((word) => word.replaceAll('_', ' '))),
  rows: [
    new RegExp(
      `\\b(?:${list
        .replaceAll('_', ' ')
        .split(' ')
        .filter((word) => word.length > 2 && !/^(?:normal|regular)$/.test(word))
        .join('|')})\\b`,
    ),
    new RegExp(`^(?:(?:talle|talla|size|tamanho|tam) )?(?:${letter})$`),
  ],
})

/** "Llamame al celular" is no device. */
const phone = 'cel celu celular celulares telefono telefone telefonos movil mobile phone phones cell cellphone iphone smartphone smartphones android fone'

export const thingWords: Wish[] = [
  sameThing('tele tv televisor televisores television televisao teve telly smarttv tvs'),
  {
    ...sameThing(phone),
    said: inWords(
      `(?<! (?:al|por|de|ao|by|numero de|my|on my|pelo) )(?:${phone.replaceAll(' ', '|')})`,
      '(?:dropped|broke|cracked|fix|is|mi|my)(?: my| the| on)? (?:phone|cell|mobile|cellphone|iphone)',
    ),
  },
  sameThing('notebook notebooks laptop laptops compu computadora computadoras computador computadores computer computers portatil ordenador macbook pc note'),
  sameThing('heladera refrigerador refrigeradora nevera geladeira fridge refrigerator frigorifico'),
  sameThing('lavarropas lavadora washer lavarropa'),
  sameThing('microondas microwave'),
  sameThing('tablet tablets ipad tableta'),
  sameThing('consola console videojuegos videogame playstation play ps4 ps5 xbox nintendo'),
  sameThing('auto coche carro car automovil vehiculo veiculo vehicle autos carros cars'),
  sameThing('camioneta camionetas pickup truck caminhonete picape suv van furgoneta'),
  sameThing('skim skimmed descremada desnatado desnatada nonfat', ['fat free', '(?:low|no) fat']),
  {
    said: inWords('sangrando|bloody|jugos[oa]|mal ?passad[oa]|vuelta y vuelta|(?:very |bien )?(?:red|roj[oa])'),
    rows: [/\b(?:rare|jugos[oa]|mal ?passad[oa]|poco cocid[oa]|roj[oa]|bleu)\b/],
  },
  {
    said: inWords('(?:no|not|without any) pink(?: at all)?|bem passad[oa]|bien (?:cocid[oa]|hech[oa])|well ?done|sin (?:sangre|rojo)|sem sangue|tostad[oa]'),
    rows: [/\b(?:well done|bem passad[oa]|bien (?:cocid[oa]|hech[oa])|cocid[oa])\b/],
  },
  sameThing('amex', ['american express']),
  sameThing('mastercard master mc'),
  sameThing('zapatillas zapas tenis tennis sneakers trainers championes'),
  sameThing('pantalon pantalones jean jeans calca calcas pants trousers'),
  sameThing('remera remeras camiseta camisetas playera polera tshirt tee', ['t shirt']),
  sameThing('toilet loo wc inodoro excusado retrete privada'),
  sameThing('gasolina nafta gasosa bencina petrol gas'),
  sameThing('etanol alcool ethanol'),
  sameThing('diesel gasoil disel'),
  sameThing('flores flor ramo buque buques flowers bouquet rosas'),
  sameThing('chocolate chocolates bombon bombones bombom bombons'),
  sameThing('alquilar alquiler alquilado alugado rented alquilo locacao aluguel alugar arriendo arrendar renta rent rental'),
  sameThing('moto motocicleta motorcycle motorbike motos'),
  {
    said: inWords(
      '(?:pago |pagar |pagamento )?(?:al recibir(?:lo)?|contra ?(?:entrega|reembolso)|na entrega|when it arrives|on delivery)|cash on delivery|cod',
    ),
    rows: [/\b(?:contra ?entrega|contra ?reembolso|on delivery|al recibir|na entrega)\b/, /\b(?:efectivo|cash|dinheiro)\b/],
  },
  sameThing('efectivo efe cash dinheiro especie billete billetes efetivo', [
    '(?:en|con|com|em) (?:la |a )?(?:plata|guita|lana|grana)(?: en mano)?',
    '(?<=^ )(?:plata|guita|lana|grana)(?: en mano)?(?= $)',
    'dinheiro vivo',
    'em notas',
  ]),
  {
    said: inWords(
      '(?:con |com |de |pagar con |la |el |no |na |passa no )*(?:visa|mastercard|master|amex|american express|maestro|naranja|debito|credito|credit|debit|plastico|plastic|elo|tarjetas?|cartao|cards?)',
    ),
    rows: [
      /^(?!(?:bloque|block|perd|robo|lost|stolen|cancel|report|denunc|extravi|rob|freez|solicit|pedir|gift)[a-z]*\b)(?:.* )?(?:tarjetas?|cartao|cartoes|cards?)\b/,
    ],
  },
  sameThing('transferencia transferencias transfer transferir transfe transf deposito deposit wire cbu spei clabe', [
    '(?:te |ill |les )?(?:transfiero|transfe|wire it)',
    'bank transfer',
  ]),
  sameThing('pantalla display screen tela vidrio vidro glass cristal modulo', ['(?:el|o|the|se|me) (?:vidrio|vidro|glass|cristal)']),
  size('chica chico chicas chicos pequena pequeno pequenas small little chiquita chiquito peque pequenita tiny sm', 's|p|ch'),
  size('mediana mediano media medio medianas medium normal regular med', 'm'),
  size('grande grandes large big grandota grandote lg', 'l|g'),
  {
    said: inWords('extra ?(?:grande|large)|extralarge|xl|muy grande|muito grande'),
    rows: [/^(?:(?:talle|talla|size|tamanho|tam) )?(?:xl|gg|xg)$|\bextra ?(?:grande|large)\b|^(?:xl|gg|xg)\b/],
  },
  sameThing('familiar familia family', ['para toda la familia', 'pra familia toda']),
  sameThing('individual simple sencilla single solteiro'),
  sameThing('doble double duplo matrimonial casal duplex', ['para dos', 'para dois', 'for two', 'cama de casal']),
  {
    said: inWords('haircut|corte|cabelo|pelo|cabello|(?:cortarme|cortarlo) el pelo|cortar (?:o )?cabelo|cut my hair|hair cut|a cut|(?<=^ )cut(?= $)'),
    rows: [/\b(?:haircut|corte|cabelo|pelo|cabello)\b/],
  },
  { said: inWords('trim'), rows: [/\b(?:haircut|corte|cabelo|pelo|cabello|trim)\b/] },
  { said: inWords('(?:just |only )?(?:a |an |some )*(?:trim|shave)(?: (?:of|for|on|to))?(?: (?:my|the))? beard|beard'), rows: [/\b(?:beard|barba|shave)\b/] },
  sameThing('manicura manicure unas unhas nails manos'),
  sameThing('pedicura pedicure pies pes feet'),
  sameThing('tinte tintura color colour coloracion mechas coloracao highlights', [
    '(?:(?:go|ir|be|ficar|quedar|ponerme|hacerme) )?(?:blonde|brunette|rubi[oa]|loir[oa]|morocha|pelirroj[oa]|ruiv[oa]|platinad[oa])|(?:tapar |cobrir |cover )?(?:mis |os |my )?(?:canas|cabelos brancos|grays|greys)',
    'tenirme(?: el pelo)?',
    'pintar (?:o )?cabelo',
    'dye my hair',
    'dye',
  ]),
  sameThing('ortodoncia ortodontia orthodontics brackets aparelho frenos braces'),
  sameThing('blanqueamiento clareamento whitening', ['blanquear(?:me)?(?: los dientes)?', 'clarear(?: os dentes)?', 'dientes (?:mas )?blancos']),
  sameThing('bebidas drinks', ['(?:una |un |a |uma |um )?(?:coca|cerveza|gaseosa|refri|refrigerante|agua|soda|jugo|suco|beer|drink|sprite)']),
  sameThing('postres postre sobremesas sobremesa desserts dessert', ['algo dulce', 'helado', 'sorvete', 'something sweet', 'ice cream']),
  {
    said: inWords(
      '(?:unos |los |mis |nuevos |new |my |un par de )*(?:anteojos|gafas|lentes|oculos|glasses|espejuelos)(?: (?:nuevos|graduados|de aumento|de grau))?|contact lenses|lentes? de contat?c?to',
    ),
    rows: [/\b(?:anteojos|gafas|lentes|oculos|glasses|contact lenses)\b/, /\b(?:oftalm\w*|ophthalm\w*|eye doctor|optica|optometr\w*|oculist\w*)\b/],
  },
]
