import type { Wish } from './wish.ts'
import { inWords, the } from './wish.ts'

/** What is wanted of bills, accounts, cards and services: what was charged, what does not work, what shall end. */

const charging =
  /\b(?:factur\w*|billing|bills?|cobr\w*|invoices?|receipts?|financeiro|faturamento|faturas?|(?<!mercado |formas? de |metodos? de |medios? de |no |ya |aun )pagos?|(?<!formas? de |meios? de )pagamentos?|payments?(?! (?:methods?|options?))|boletas?|administracion|comprobantes?|nota fiscal|(?:segunda|2a?) via|boletos?)\b/
const disputing = /\b(?:descono\w*|no reconoz\w*|nao reconhe\w*|disput\w*|contest\w*|cargos? no|fraudes?|fraud|unauthorized)\b/
const complaining = /\b(?:reclam\w*|quej\w*|queix\w*|complain\w*|ouvidoria)\b/
const paper = '(?:facturas?|boletas?|boletos?|comprobantes?|recibos?|tickets?|invoices?|receipts?|bills?|nota fiscal|notas fiscais|faturas?|statements?|cfdi)'

const charged: Wish = {
  said: inWords(
    '(?:i |they |you |me |nos |fui |foi |fomos |was |been |got |getting |were |have been |keep getting )*(?:re)?(?:cobr(?:aron|ado|ada|aram|ando|an)|(?<=(?:me|nos) )cobro|charged|billed|debitaron|debitado|debitaram|descontaron|facturaron|overcharged|double charged)(?: (?:me|us|the|el|la|o|a|un|una|algo|2|dos|duas|two|doble|em|veces|vezes|times|twice|de|mas|mais|a|extra|double|too|much|dobro|duplicad[oa]|mal|errad[oa]|indebid[oa]|demas|wrong))*',
    `(?:pagar|abonar|pay) ${the}${paper}`,
    '(?:minha|a|mi|la|my|the) (?:conta|fatura|factura|boleta|bill) (?:veio|vino|llego|esta|ta|is|came)(?: (?:muy|muito|too|mais|mas|mal|alta|cara|errada|equivocada|high|wrong|expensive|caro|aumento))+',
    '(?:un |una |uma |a |an |o |doble |extra |double |wrong )?(?:cobro|cobranca|cargo|charge|debito|monto|valor|amount) (?:de mas|doble|indebid[oa]|indevid[oa]|duplicad[oa]|errad[oa]|equivocad[oa]|incorrect[oa]|extra|a mais|mal)|(?:wrong|incorrect|different) (?:amount|charge|price)(?: on (?:my|the) bill)?|(?:double|extra|wrong|weird|strange) charge',
    '(?:my |the |mi |el |meu |o )?(?:payment|pago|pagamento) (?:didnt|did not|failed|not|no|nao|wasnt|rejected|rechazado|recusado|was)(?: (?:go|se|me|foi|was))*(?: (?:through|work|paso|entro|passou|aprovado|declined|acredito|registra))?',
  ),
  rows: [charging, disputing, /\b(?:refunds?|reembols\w*)\b/, complaining],
}
const wantingPaper: Wish = {
  said: inWords(
    `(?:necesito|quiero|quisiera|preciso|preciso da|preciso de|quero|queria|need|want|get|me (?:hacen|dan|mandan|pasas|pasan|envian|manda|envia)|mandame|my|mi|minha|meu|la|a|an|the|no me (?:llego|mandaron)|nao recebi|nao chegou)(?: (?:una?|la|el|mi|o|a|os|um|uma|minha|meu|da|do|de|an|the|my|copy of))* ${paper}(?: (?:de mi compra|a|b|c|(?:de este|de ese|del|deste|desse|de|do|of this|for this) (?:mes|month|ano|year)))?`,
  ),
  rows: [charging],
}
/** "Boleto" and nothing else. */
const bill: Wish = {
  said: new RegExp(
    `^ (?:quiero |quero |sobre |es |la |el |o |a |mi |meu |minha |ver |my |pagar |pay |the |un |uma |um )*(?:${paper}|pagos?|pagamentos?|payments?|mensalidade|mensualidad|cuota) $`,
    'g',
  ),
  rows: [charging],
}
const unknown: Wish = {
  said: inWords(
    '(?:tengo |hay |me (?:hicieron|aparece|aparecio|sale|llego) |apareceu |veo |i see |there is |theres )?(?:(?:una?|uma?|an|el|la|o|a|the|esta|essa|este|esse|this) )?(?:cargo|compra|cobro|gasto|consumo|charge|purchase|transaction|transaccion|transacao|cobranca|movimiento)(?: (?:que|i|that|eu|yo|en mi tarjeta|on my card|no meu cartao))* (?:no|nao|didnt|dont|did not)(?: (?:lo|la|a|o))? (?:reconozco|reconheco|hice|fiz|recogni[sz]e|make|authorize|es mi[ao]|e minh[ao]|es mio|e meu|autorice)',
    '(?:yo |eu |i )?(?:no|nao|didnt|dont|did not) (?:reconozco|reconheco|hice|fiz|recogni[sz]e|make|authorize|autorice)(?: (?:ese|esa|este|esta|un|una|el|la|esse|essa|o|a|this|that|the|uma|um))* (?:cargo|compra|cobro|gasto|consumo|charge|purchase|transaction|transaccion|cobranca|movimiento|transacao)',
    '(?:unauthorized|fraudulent|unknown) (?:charge|purchase|transaction)s?|fraude|fraud|me estafaron|scammed|golpe|estafa',
  ),
  rows: [disputing, charging, complaining],
}
const cardOf = '(?:tarjetas?|cartao|cartoes|cards?|visa|debito|credito)'
const lostCard: Wish = {
  said: inWords(
    `(?:i |me |se me |eu )?(?:perdi|perdio|extravie|robaron|roubaram|lost|stole|clonaron|clonaram|hurtaron|furtaram)(?: ${the}${cardOf})`,
    `(?:my |mi |meu )${cardOf} (?:was|got|fue|foi|is)? ?(?:stolen|lost|robada|clonad[oa]|roubado|missing)|(?:someone|somebody) (?:took|stole) my ${cardOf}`,
  ),
  rows: [/\b(?:bloque\w*|block|perd\w*|robo|robad\w*|lost|stolen|extravi\w*|roub\w*|freeze)\b/],
}
const balance: Wish = {
  said: inWords(
    '(?:cuant[oa]|quanto|how much) (?:plata |dinero |dinheiro |money )?(?:me |do i |eu )?(?:tengo|queda|tenho|resta|have|hay|sobrou)(?: (?:disponible|left|en|na|in|mi|my|minha|la|a|conta|cuenta|account|saldo|the|no|banco|bank))*',
    '(?:mi |my |meu |o |el |the |ver |check )*(?:saldo|balance|extracto|extrato)',
  ),
  rows: [/\b(?:saldo|balance|estado de cuenta|extrato|extracto)\b/],
}
const loan: Wish = {
  said: inWords(
    '(?:plata|dinero|dinheiro|money|pedir) (?:prestad[oa]|emprestad[oa])|emprestad[oa]|prestamos?|emprestimos?|loans?|borrow(?: (?:some )?money)?|(?:un|um|sacar|pedir) credito|financiacion|financiamiento|financiamento',
  ),
  rows: [/\b(?:prestamos?|emprestimos?|loans?|creditos?(?! card)|financ\w*)\b(?!.*\btarjeta)/],
}

const machine =
  '(?:internet|wi ?fi|modem|router|roteador|app|aplicacion|aplicativo|pagina|sistema|site|website|web|tv|cable|telefono|linea|equipo|aparelho|aparato|computador|computadora|servicio|servico|service|conexion|conexao|connection|senal|sinal|signal)'
const failing: Wish = {
  said: inWords(
    `(?:${the}${machine} |(?<!(?:time|day|that|this|one|tomorrow|[a-z]+day|hora|horario|dia|fecha|data) ))(?:ya |mas |se )?(?:no|nao|not|isnt|doesnt|wont|stopped|dejo de|parou de|keeps not) (?:me |se |esta |quer |quiere )?(?:prend[a-z]+|anda|andan|anduvo|andando|funcion[a-z]+|encend[a-z]+|enciende|conecta|conectar|liga|ligar|pega|work(?:ing)?|turn(?:ing)? on|load(?:ing)?|connect(?:ing)?|start(?:ing)?)(?: ${the}${machine})?`,
    '(?:estoy |sigo |me quede |estamos |to |tou |estou |fiquei )?(?:sin|sem|without|no|have no|got no) (?:el |la )?(?:internet|servicio|senal|conexion|luz|wifi|linea|sinal|conexao|servico|signal|connection)',
    `(?:no |nao )(?:tengo|hay|tenho|tem) (?:internet|servicio|senal|conexion|luz|wifi|linea|sinal|conexao|servico)`,
    `${the}${machine} (?:is |esta |ta |se |me |anda |vai |muy |keeps |fica |has been |e |been )*(?:caid[ao]|lent[oa]|slow|down|caiu|caindo|fora|cort[ao]|cae|corta|fall[ao]|crash(?:es|ing|ed)?|cayo|fue|trav(?:ando|ou|a)|disconnect\\w*|freez\\w*|cuelga|traba|dropping|out)(?: do ar)?`,
    `(?:se )?(?:me |nos )?(?:corto|cayo|fue|trabo|colgo|caiu|acabou) (?:el|la|o|a|mi|meu|minha) ${machine}`,
    '(?:no|nao) (?:me )?(?:puedo|deja|consigo|podemos|da pra)(?: (?:entrar|acceder|ingresar|iniciar|conectar(?:me)?|acessar|logar|abrir))(?: (?:a|al|en|no|na|o|la|mi|el|ao|sesion|minha|meu))*(?: (?:app|cuenta|conta|sistema|pagina|site|aplicacion))?',
    '(?:cant|cannot|unable to|couldnt|not able to) (?:log ?(?:in|on)|login|sign in|access|get in|connect|get into)(?: (?:to|my|the|account|app|into))*|locked out',
    '(?:forgot|olvide|esqueci|perdi|lost|reset|recuperar|restablecer|resetear)(?: (?:mi|my|a|la|minha|the|de))* (?:password|clave|contrasena|senha|pin)',
    '(?:me (?:sale|da|tira|aparece)|da|dando|deu|getting|gives me)(?: (?:an|un|um))? (?:error|erro)|crash(?:es|ing|ed)|travando|travou|bugou|bugado|bug',
  ),
  rows: [
    /\b(?:soporte|suporte|support|tecnic\w*|technical|asistencia|assistencia|averias?|reparacion(?:es)?|reparos?|repairs?|fallas?|problemas? (?:tecnic\w*|con|com|de))\b/,
  ],
}
const leaving: Wish = {
  said: inWords(
    '(?:dar(?:me|lo)?|me (?:doy|den)|pedir|solicitar) (?:de |la )?baja(?: (?:al|el|del|la|en|mi|a|de))*(?: (?:servicio|plan|linea|suscripcion|cuenta|gimnasio|gym|abono))?|baja (?:del|de la|de) (?:servicio|plan|suscripcion|cuenta)',
    '(?:cancelar|cancel|anular|encerrar|fechar|cerrar|end|stop|close|terminate|rescindir|terminar|dejar|suspender)(?: (?:el|la|mi|o|a|meu|minha|my|the|con|de|com))* (?:suscripcion|plan|plano|servicio|servico|contrato|contract|membresia|membership|subscription|cuenta|conta|account|assinatura|matricula|gimnasio|gym|academia|curso|abono|service)',
    '(?:ya )?no quiero (?:mas el servicio|mas el plan|mas la suscripcion|seguir|continuar|el servicio)|nao quero mais(?: (?:o|a) (?:servico|plano|assinatura|academia|curso))?|nao quero continuar|i want to (?:quit|leave)|quit',
  ),
  rows: [
    /\b(?:cancel\w*|baja|anul\w*|encerra\w*|cerrar|close|end)(?: [a-z]+)* (?:plan|plano|suscripcion|assinatura|servicio|servico|membresia|membership|subscription|cuenta|conta|account|contrato|contract|matricula)\b|^(?:bajas?|(?:dar(?:me)? |pedir )?(?:de |la )?baja|cancelamentos?|cancelacion(?:es)?|cancelar|cancel|cancellations?)$|^dar de baja\b/,
  ],
}

export const wishesOfAccounts: Wish[] = [charged, wantingPaper, bill, unknown, lostCard, balance, loan, failing, leaving]
