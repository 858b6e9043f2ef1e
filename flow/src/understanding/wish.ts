/** What customers want of a business, told in other words than those of a row: "cadê minha encomenda" of "Rastrear pedido". */
export type Wish = {
  /** What is said of it, in folded text with a blank at either end. */
  said: RegExp
  /** The folded names of rows that are about it; the second is tried only where no row fits the first, and so on. */
  rows: RegExp[]
  /** Rows that may be meant as well: whoever cannot come may cancel or come another day. */
  perhaps?: RegExp
  /** The row that is meant where none is about it, though another one is of this kind: a hamster is "Other" beside dogs and cats. */
  otherwise?: { among: RegExp; row: RegExp }
  /** Said of nothing else: where no row is about it, its words mean none. "¿Dónde está mi pedido?" is not "Hacer un pedido". */
  own?: true
}

/** Finds these words, wherever they stand in a folded text. */
export const inWords = (...forms: string[]): RegExp => new RegExp(`(?<= )(?:${forms.join('|')})(?= )`, 'g')

/** Who says one of these means the first of these rows that there is. */
export const about = (rows: RegExp | RegExp[], ...said: string[]): Wish => ({ said: inWords(...said), rows: [rows].flat() })

/** Words that mean the same: who says one of them means the row that has another. */
export const sameThing = (list: string, more: string[] = []): Wish => {
  const names = list.split(' ')
  return { said: inWords(...names, ...more), rows: [new RegExp(`\\b(?:${names.join('|')})\\b`)] }
}

/** "My", "the", "a" and the like, if any. */
export const the =
  '(?:(?:mi|mis|meu|meus|minha|minhas|my|el|la|los|las|lo|o|a|os|as|the|un|una|unos|unas|um|uma|an|su|sus|seu|sua|your|este|esta|esse|essa|this|that|it|del|do|da|de|al|ao|en|no|na|some|otro|otra|outro|outra|other|algun|alguna|algum|alguma|any) )*'
/** What is bought and sent. */
export const parcel =
  '(?:paquetes?|pedidos?|envios?|compras?|orden|encomiendas?|productos?|encomendas?|pacotes?|produtos?|entregas?|mercaderia|mercadoria|lanche|almuerzo|cena|pizza|ordens?|orders?|parcels?|packages?|delivery|shipment|stuff|items?|box|caja|caixa)'
