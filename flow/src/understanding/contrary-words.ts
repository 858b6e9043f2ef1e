/** Words that tell two things apart which share all others: "cartão de débito" is no "Cartão de crédito". */

const groups = [
  'credito credit|debito debit',
  'norte north|sur sul south|este leste east|oeste west',
  'izquierda izquierdo esquerda esquerdo left|derecha derecho direita direito right',
  'superior upper|inferior lower',
  'adulto adulta adultos adultas adult adults|nino nina ninos ninas infantil crianca criancas kid kids child children',
  'hombre hombres caballero homem homens masculino man men|mujer mujeres dama mulher mulheres femenino feminino woman women',
  'mensual mensal monthly|anual annual yearly|semanal weekly|trimestral quarterly',
  'ida|vuelta volta|outbound|return',
  'nacional national domestic|internacional international',
  'virtual online remota remoto videollamada|presencial',
  'manual|automatico automatica automatic',
  'nuevo nueva novo nova new|usado usada used',
  'entrada entrance|salida saida exit',
  'caliente quente hot|frio fria cold',
  'prepago prepaid prepago pre|pospago postpago postpaid pos',
  'particular privado privada private|publico publica public',
].map((group) => group.split('|').map((side) => new Set(side.split(' '))))

/** What people call by more than one word, within one language or across two. */
const same = [
  'pelo cabello cabelo hair',
  'turno cita hora consulta appointment',
  'auto coche carro car',
  'departamento depto apartamento apto piso apartment flat',
  'celular movil telefono telefone fone phone',
  'computadora ordenador computador pc',
  'comida almuerzo almoco lunch',
  'dinero efectivo dinheiro cash',
  'ojos vista olhos visao',
].map((words) => words.split(' '))

const isSameThing = (one: string, other: string): boolean => same.some((words) => words.includes(one) && words.includes(other))

const ofAnother = /(?<= )(?<head>[a-z]{4,}) (?:de|del|da|do|of|para|for) (?:(?:la|el|los|las|o|a|os|as|the|mi|mis|meu|minha|my) )?(?<own>[a-z]{3,})(?= )/g

/** "Corte de barba" is no "Corte de pelo": the same thing, of something else. `isAlike` says that two words are forms of one. */
export const isOfAnother = (folded: string, name: string, isAlike: (one: string, other: string) => boolean): boolean => {
  const parts = [...` ${name} `.matchAll(ofAnother)].map(({ groups }) => groups!)
  if (parts.length === 0) return false
  const said = [...` ${folded} `.matchAll(ofAnother)].map(({ groups }) => groups!)
  return said.some(({ head = '', own = '' }) =>
    parts.some(
      (part) =>
        isAlike(head, part['head']!) &&
        own !== part['own'] &&
        !isAlike(own, part['own']!) &&
        !isSameThing(own, part['own']!) &&
        !` ${name} `.includes(` ${own} `),
    ),
  )
}

/** Whether a word is said that stands against one of a row's names, and is none of them. */
export const saysContrary = (folded: string, names: string): boolean => {
  const [said, named] = [folded.split(' '), names.split(' ')]
  return groups.some((sides) => {
    const own = sides.filter((side) => named.some((word) => side.has(word)))
    return own.length > 0 && sides.some((side) => !own.includes(side) && said.some((word) => side.has(word)))
  })
}
