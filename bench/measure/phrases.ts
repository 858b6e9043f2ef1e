import { createRandom } from '../../server/test/doubles/graph-api/random.ts'

/** What customers of small businesses write, in Spanish, Portuguese and English; the first ones are the commonest. */
const everyday =
  `hola gracias turno buenas quiero para mañana por favor que tengo una consulta el precio de la los con pedido cuanto cuesta envio hoy hacen tarde dias puedo cambiar hora
  obrigado bom dia gostaria marcar consulta você vocês não amanhã preço entrega quanto custa boa tarde para uma pedido segunda-feira ainda endereço pagamento
  hello thanks please appointment tomorrow order price delivery how much when open closed today need change address payment card invoice would like book table two
  dirección pago tarjeta factura médico urgente dolor vacuna perro gato corte color manicura talle negro blanco zapatillas campera devolución garantía horario sábado domingo feriado
  recebi produto defeito troca tamanho azul vermelho cartão boleto pix confirmar cancelar remarcar exame resultado receita clínica cachorro gata banho tosa cabelo unha`.split(
    /\s+/,
  )
const syllables =
  'ba be bi bo ca ce co cu da de di do fa fe go gu ja jo la le li lo ma me mi mo na ne no nu pa pe pi po ra re ri ro sa se si so ta te ti to va ve vi vo xa ze'.split(
    ' ',
  )
const rareWords = 8000
const wordsPerPhrase = 5

/** A made-up word; each number has its own. */
export const rareWord = (index: number): string => {
  const part = (power: number) => syllables[Math.floor(index / syllables.length ** power) % syllables.length]!
  return part(0) + part(1) + part(2) + syllables[(index * 7) % syllables.length]! + syllables[index % 13]!
}

const vocabulary = [...everyday, ...Array.from({ length: rareWords }, (_, index) => rareWord(index))]

/** So many phrases of five words, the k-th commonest word about k times rarer than the commonest. The same ones at every call. */
export const phrases = (count: number): string[] => {
  const random = createRandom(20_251)
  const word = () => vocabulary[Math.floor(vocabulary.length ** random()) - 1] ?? vocabulary[0]!
  return Array.from({ length: count }, () => Array.from({ length: wordsPerPhrase }, word).join(' '))
}
