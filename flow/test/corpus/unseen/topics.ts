import type { Menu } from '../choices.ts'

/** Rows that nearly every business has, asked for in other words than theirs, and orders with whom or what behind them. */
export const topicChoices: Record<'es' | 'pt-BR' | 'en', Menu[]> = {
  es: [
    {
      labels: ['Rastrear mi envío', 'Cambiar dirección de entrega', 'Reportar paquete dañado', 'Otro tema'],
      numbered: true,
      said: [
        ['donde anda mi paquete', '1?'],
        ['quiero rastrear un envio', '1'],
        ['me llego dañado el paquete', '3'],
        ['cambiar la direccion', '2'],
        ['me equivoque de direccion, la quiero cambiar', '2'],
        ['otro', '4'],
        ['num 3', '3'],
        ['la ultima opción', '4'],
        ['cuando llega mi pedido', '1'],
        ['me llego roto el paquete', '3'],
      ],
    },
    {
      labels: ['Plan Básico $299', 'Plan Plus $499', 'Plan Premium $799'],
      said: [
        ['el de 499', '2'],
        ['el mas barato', '1?'],
        ['premium', '3'],
        ['el plus por favor', '2'],
        ['el basico', '1'],
        ['el de 600', '?'],
        ['quinientos', '?'],
      ],
    },
    {
      labels: ['Lunes 8/3 - 10:00', 'Lunes 8/3 - 16:30', 'Martes 9/3 - 11:00'],
      numbered: true,
      said: [
        ['el martes', '3'],
        ['el lunes a la tarde', '2?'],
        ['16:30', '2'],
        ['lunes 10hs', '1'],
        ['el primero', '1'],
        ['el lunes', '?'],
        ['3', '3'],
      ],
    },
    {
      labels: ['Comprar entradas', 'Devolver entradas', 'Ver cartelera'],
      said: [
        ['quiero 2 entradas', '1?'],
        ['devolucion', '2'],
        ['cartelera', '3'],
        ['comprar', '1'],
        ['ver que dan', '3?'],
      ],
    },
    {
      labels: ['Cita previa', 'Resultados de análisis', 'Recetas', 'Urgencias'],
      numbered: true,
      said: [
        ['los resultados', '2'],
        ['analisis', '2'],
        ['necesito una receta', '3'],
        ['pedir cita', '1'],
        ['es una urgencia', '4'],
        ['resultaos', '2'],
      ],
    },
    {
      labels: ['Sí, acepto', 'No acepto'],
      said: [
        ['acepto', '1'],
        ['no acepto', '2'],
        ['sí', '1'],
        ['no', '2'],
        ['de acuerdo', '1'],
      ],
    },
    {
      labels: ['Limpieza dental', 'Ortodoncia', 'Blanqueamiento', 'Urgencia'],
      said: [
        ['tengo una urgencia, me duele mucho una muela', '4'],
        ['para los brackets', '2?'],
        ['blanqueamiento dental', '3'],
        ['la limpieza nomas', '1'],
        ['ortodonsia', '2'],
        ['limpiesa', '1'],
        ['ninguna', '?'],
      ],
    },
    {
      labels: ['Domicilio', 'Recoger en tienda'],
      numbered: true,
      said: [
        ['a domicilio', '1'],
        ['que me lo traigan a la casa', '1?'],
        ['yo paso a recogerlo', '2'],
        ['lo recojo', '2'],
        ['la primera opción por favor', '1'],
        ['cualquiera de las dos', '?'],
      ],
    },
    {
      labels: ['Por la mañana', 'Por la tarde', 'Por la noche'],
      said: [
        ['mejor x la tarde', '2'],
        ['de noche', '3'],
        ['mañanas', '1'],
        ['la de en medio', '2'],
        ['me da igual', '?'],
      ],
    },
    {
      labels: ['Soporte técnico', 'Facturación', 'Ventas'],
      numbered: true,
      said: [
        ['mi internet no funciona', '1?'],
        ['tengo un problema con mi factura', '2'],
        ['quiero comprar', '3?'],
        ['tecnico', '1'],
        ['opción b', '2?'],
        ['el numero 3 porfavor', '3'],
      ],
    },
    {
      labels: ['Agendar cita', 'Cambiar cita', 'Cancelar cita', 'Precios', 'Hablar con recepción'],
      numbered: true,
      said: [
        ['quiero una cita', '1'],
        ['agéndame una cita', '1'],
        ['cámbiame la cita', '2'],
        ['cancélenme la cita', '3'],
        ['ya no voy a ir, cancelame', '3'],
        ['cuánto cuesta la consulta', '4'],
        ['cuanto sale', '4'],
        ['tarifas', '4'],
        ['una persona', '5'],
        ['cita', '?'],
        ['quiero ir el martes', '?'],
        ['no quiero cita', '?'],
        ['me cuesta mucho caminar', '?'],
      ],
    },
    {
      labels: ['Horarios', 'Ubicación', 'Precios', 'Hablar con un asesor'],
      said: [
        ['donde quedan', '2'],
        ['¿Dónde están ubicados?', '2'],
        ['dirección', '2'],
        ['cómo llego', '2'],
        ['a qué hora abren', '1'],
        ['abren los sábados', '1'],
        ['costo', '3'],
        ['quiero hablar con una persona', '4'],
        ['ejecutivo', '4'],
        ['una persona mayor', '?'],
      ],
    },
    {
      labels: ['Domicilio', 'Recoger en tienda'],
      said: [
        ['lo recojo', '2'],
        ['recojo yo', '2'],
        ['a domicilio', '1'],
      ],
    },
    {
      labels: ['Pagar factura', 'Buscar producto', 'Empezar trámite'],
      said: [
        ['pague', '1'],
        ['que busque', '2'],
        ['empiece', '3'],
      ],
    },
    {
      labels: ['Mañana', 'Tarde', 'Noche'],
      said: [
        ['la de en medio', '2'],
        ['la de hasta abajo', '3'],
        ['la del principio', '1'],
      ],
    },
    {
      labels: ['Precios de consulta', 'Precios de estudios'],
      said: [
        ['cuánto cuesta', '?'],
        ['una persona', '?'],
      ],
    },
  ],
  'pt-BR': [
    {
      labels: ['Pizza grande', 'Pizza média', 'Pizza broto', 'Bebidas'],
      numbered: true,
      said: [
        ['a grande', '1'],
        ['média', '2'],
        ['uma broto', '3'],
        ['refri', '4?'],
        ['bebida', '4'],
        ['opção três', '3'],
      ],
    },
    {
      labels: ['Retirar na loja', 'Entrega em casa'],
      said: [
        ['entrega', '2'],
        ['vou retirar', '1'],
        ['entregar em casa', '2'],
        ['retirada', '1'],
        ['na loja', '1'],
      ],
    },
    {
      labels: ['2ª via do boleto', 'Suporte', 'Cancelamento', 'Outros assuntos'],
      numbered: true,
      said: [
        ['segunda via', '1'],
        ['boleto', '1'],
        ['quero cancelar minha assinatura', '3'],
        ['outro assunto', '4'],
        ['suporte tecnico', '2'],
        ['opçao 2', '2'],
        ['a quarta', '4'],
      ],
    },
    {
      labels: ['Lisboa', 'Porto', 'Faro'],
      said: [
        ['no porto', '2'],
        ['prefiro lisboa', '1'],
        ['faro pf', '3'],
      ],
    },
    {
      labels: ['Horário de funcionamento', 'Endereço', 'Preços', 'Falar com atendente'],
      said: [
        ['onde vcs ficam', '2'],
        ['localização', '2'],
        ['até que horas abre', '1'],
        ['quanto custa', '3'],
        ['valores', '3'],
        ['uma pessoa', '4'],
        ['quanto tempo demora', '?'],
      ],
    },
  ],
  en: [
    {
      labels: ['New customer', 'Existing customer'],
      numbered: true,
      said: [
        ["i'm new", '1'],
        ['existing', '2'],
        ['new customer', '1'],
        ['already a customer', '2?'],
      ],
    },
    {
      labels: ['Haircut', 'Colour', 'Blow dry', 'Something else'],
      said: [
        ['hair cut', '1'],
        ['just a trim', '1?'],
        ['color', '2'],
        ['blowdry', '3'],
        ['something else', '4'],
      ],
    },
    {
      labels: ['Track my order', 'Return an item', 'Billing question', 'Speak to an agent'],
      numbered: true,
      said: [
        ["where's my order", '1'],
        ['i want to return something', '2'],
        ['i was charged twice on my bill', '3?'],
        ['agent pls', '4'],
        ['option two', '2'],
        ['the 3rd one', '3'],
      ],
    },
    {
      labels: ['Opening hours', 'Location', 'Prices', 'Talk to an agent'],
      said: [
        ['where are you', '2'],
        ['when do you close', '1'],
        ['how much is it', '3'],
        ['a real person please', '4'],
        ['representative', '4'],
        ['how much longer', '?'],
      ],
    },
  ],
}
