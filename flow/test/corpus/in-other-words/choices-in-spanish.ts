import type { Menu } from '../choices.ts'

/** Rows of menus told in other words, as customers write them in Spanish: what happened, for whom, how often, in short forms and with reasons. */
export const otherWordsInSpanish: Menu[] = [
  {
    labels: ['Muzzarella', 'Napolitana', 'Fugazzeta', 'Calabresa'],
    numbered: true,
    said: [
      ['mandame una napo', '2'],
      ['una cala', '4'],
    ],
  },
  {
    labels: ['Limpieza', 'Ortodoncia', 'Urgencia', 'Blanqueamiento'],
    numbered: true,
    said: [
      ['se me quebro una muela y no aguanto el dolor, es urgente', '3'],
      ['no limpieza', '?'],
    ],
  },
  {
    labels: ['S', 'M', 'L', 'XL'],
    numbered: true,
    said: [
      ['el más grande q tengas', '4'],
      ['una eme', '2'],
      ['la mas chiquita', '1'],
      ['ele porfa', '3'],
    ],
  },
  {
    labels: ['Se rompió la pantalla', 'No carga', 'Se mojó', 'No enciende', 'Otro problema'],
    numbered: true,
    said: [
      ['se me cayó al agua ayer 😭', '3'],
      ['está todo trizado el vidrio', '1'],
      ['lo enchufo y no pasa nada, no sube la bateria', '2'],
      ['ta muerto, no prende', '4'],
    ],
  },
  {
    labels: ['Control', 'Limpieza', 'Dolor de muela', 'Ortodoncia'],
    numbered: true,
    said: [
      ['me duele muchísimo una muela', '3'],
      ['quiero ponerme brackets', '4'],
      ['solo un chequeo de rutina', '1'],
      ['una limpiesa porfis', '2'],
    ],
  },
  {
    labels: ['Sacar turno', 'Precios', 'Ubicación', 'Hablar con una persona'],
    numbered: true,
    said: [
      ['cuanto sale?', '2'],
      ['donde quedan?', '3'],
      ['ncesito un turno para mañana', '1'],
      ['me pasas con alguien xfa', '4'],
      ['q precio tiene la consulta', '2'],
      ['como llego?', '3'],
      ['un humano por favor jaja', '4'],
      ['me das cita?', '1'],
    ],
  },
  {
    labels: ['Efectivo', 'Tarjeta de crédito', 'Transferencia', 'Mercado Pago'],
    numbered: true,
    said: [
      ['en cash', '1'],
      ['con la visa', '2'],
      ['te transfiero', '3'],
      ['x mp', '4'],
      ['plata en mano jaja', '1'],
      ['la 3era', '3'],
    ],
  },
  {
    labels: ['Envío a domicilio', 'Retiro en tienda'],
    numbered: true,
    said: [
      ['paso a buscarlo', '2'],
      ['mandamelo a casa', '1'],
      ['lo recojo yo', '2'],
      ['que me lo traigan plis', '1'],
    ],
  },
  {
    labels: ['Individual', 'Mediana', 'Familiar'],
    numbered: true,
    said: [
      ['la mas grande, somos un monton', '3'],
      ['para mi solo nomas', '1'],
      ['ni grande ni chica', '2'],
    ],
  },
  {
    labels: ['Para mí', 'Para mi hijo/a', 'Para otra persona'],
    numbered: true,
    said: [
      ['es para mi nena de 3 años', '2'],
      ['pa mi', '1'],
      ['para mi mamá', '3'],
      ['yo soy el paciente', '1'],
    ],
  },
  {
    labels: ['Mañana', 'Tarde', 'Noche'],
    numbered: true,
    said: [
      ['despues del mediodia', '2'],
      ['tempranito', '1'],
      ['de noche porque laburo', '3'],
    ],
  },
  {
    labels: ['Auto', 'Moto', 'Camioneta', 'Bicicleta'],
    numbered: true,
    said: [
      ['una bici', '4'],
      ['tengo una hilux', '?'],
      ['un carro', '1'],
      ['una pickup', '3'],
    ],
  },
  {
    labels: ['Básico $100', 'Plus $200', 'Premium $300'],
    numbered: true,
    said: [
      ['el más barato', '1'],
      ['el de 200', '2'],
      ['el mas completo', '3?'],
      ['el del medio', '2'],
    ],
  },
  {
    labels: ['Perro', 'Gato', 'Ave', 'Otro'],
    numbered: true,
    said: [
      ['una gatita de 2 meses', '2'],
      ['tengo un cachorrito', '1'],
      ['un lorito', '3'],
      ['un conejo', '4?'],
      ['mi perrhijo jaja', '1'],
    ],
  },
  {
    labels: ['No llegó', 'Llegó dañado', 'Producto equivocado', 'Falta un artículo'],
    numbered: true,
    said: [
      ['todavia lo estoy esperando', '1'],
      ['vino roto', '2'],
      ['me mandaron otra cosa', '3'],
      ['no vino completo, falta una remera', '4?'],
      ['pedi rojo y me mandaron azul', '3'],
    ],
  },
  {
    labels: ['Simple', 'Doble', 'Triple', 'Suite'],
    numbered: true,
    said: [
      ['somos dos', '2'],
      ['viajo sola', '1'],
      ['para 3', '3'],
      ['la más lujosa 😎', '4'],
    ],
  },
  {
    labels: ['Centro', 'Norte', 'Sur'],
    numbered: true,
    said: [
      ['la del centro', '1'],
      ['cualquiera', '?'],
      ['no sé', '?'],
      ['me da igual', '?'],
    ],
  },
  {
    labels: ['Nuevo', 'Usado', 'Reacondicionado'],
    numbered: true,
    said: [
      ['ya tiene uso', '2'],
      ['recien sacado de la caja', '1'],
      ['0km', '1'],
    ],
  },
  {
    labels: ['Consultar un pedido', 'Hacer un cambio', 'Devolución', 'Otra consulta'],
    numbered: true,
    said: [
      ['donde esta mi compra', '1'],
      ['el pantalon me quedo chico', '2?'],
      ['quiero q me devuelvan la plata', '3'],
      ['otra cosa', '4'],
      ['todavia no me llego nada', '1'],
    ],
  },
  {
    labels: ['Pediatría', 'Traumatología', 'Dermatología', 'Cardiología'],
    numbered: true,
    said: [
      ['me salieron unos granitos en la cara', '3'],
      ['me doblé el tobillo jugando a la pelota', '2'],
      ['es para mi bebe', '1'],
      ['tengo palpitaciones', '4'],
      ['el del corazon', '4'],
      ['pediatra', '1'],
    ],
  },
  {
    labels: ['Instagram', 'Facebook', 'Un amigo', 'Google'],
    numbered: true,
    said: [
      ['por insta', '1'],
      ['por el face', '2'],
      ['me lo recomendo una amiga', '3'],
      ['los googlee', '4'],
      ['x ig', '1'],
      ['buscando en google', '4'],
    ],
  },
  {
    labels: ['Semanal', 'Quincenal', 'Mensual'],
    numbered: true,
    said: [
      ['una vez x mes', '3'],
      ['todas las semanas', '1'],
      ['cada 15 dias', '2'],
      ['cada dos semanas', '2'],
    ],
  },
  {
    labels: ['Garrafa 10 kg', 'Garrafa 15 kg', 'Tubo 45 kg'],
    numbered: true,
    said: [
      ['la de 10', '1'],
      ['el tubo', '3'],
      ['la más chica', '1'],
      ['la de quince kilos', '2'],
    ],
  },
  {
    labels: ['Sí, OSDE', 'Sí, otra', 'No, particular'],
    numbered: true,
    said: [
      ['osde', '1'],
      ['no tengo', '3'],
      ['soy particular', '3'],
      ['pago yo', '3'],
    ],
  },
  {
    labels: ['Confirmar', 'Reprogramar', 'Cancelar'],
    numbered: true,
    said: [
      ['ahi voy a estar', '1'],
      ['lo podemos pasar para otro dia?', '2'],
      ['ya no lo necesito', '3'],
      ['no puedo ese dia, tenes otro?', '2'],
      ['dale, confirmo', '1'],
      ['cancelalo xfa', '3'],
    ],
  },
  {
    labels: ['Excelente', 'Buena', 'Regular', 'Mala'],
    numbered: true,
    said: [
      ['un desastre', '4'],
      ['de 10!', '1?'],
      ['mas o menos', '3'],
      ['estuvo bien', '2'],
      ['malisima', '4'],
    ],
  },
  {
    labels: ['No enciende', 'No centrifuga', 'Pierde agua', 'Hace ruido'],
    numbered: true,
    said: [
      ['me inunda la cocina', '3'],
      ['no prende', '1'],
      ['hace un ruido terrible', '4'],
      ['la ropa sale empapada, no centrifuga', '2'],
      ['gotea por abajo', '3'],
    ],
  },
  {
    labels: ['En mi casa', 'En mi trabajo', 'Retiro en sucursal'],
    numbered: true,
    said: [
      ['mandalo a la oficina', '2'],
      ['a mi domicilio', '1'],
      ['yo paso a buscarlo', '3'],
      ['al laburo', '2'],
    ],
  },
  {
    labels: ['Chica', 'Mediana', 'Grande', 'Extra grande'],
    numbered: true,
    said: [
      ['xl', '4'],
      ['la m', '2'],
      ['grande nomas', '3'],
      ['la mas grandota', '4'],
    ],
  },
  {
    labels: ['Inglés', 'Francés', 'Portugués'],
    numbered: true,
    said: [
      ['ingles para viajar', '1'],
      ['el de frances', '2'],
      ['la 2da', '2'],
      ['todavia no me decido', '?'],
    ],
  },
  {
    labels: ['Principiante', 'Intermedio', 'Avanzado'],
    numbered: true,
    said: [
      ['arranco de cero', '1'],
      ['no se nada jaja', '1'],
      ['me defiendo', '2'],
      ['ya hablo bastante bien', '?'],
      ['nunca estudié', '1'],
    ],
  },
  {
    labels: ['Casa', 'Departamento', 'Local'],
    numbered: true,
    said: [
      ['un depto de 2 ambientes', '2'],
      ['vivo en edificio', '2'],
      ['es un negocio', '3'],
    ],
  },
  {
    labels: ['Ventas', 'Soporte técnico', 'Facturación'],
    numbered: true,
    said: [
      ['no me anda internet', '2'],
      ['quiero contratar', '1'],
      ['me cobraron de mas', '3'],
      ['necesito la factura', '3'],
    ],
  },
  {
    labels: ['Pedir turno', 'Ver mis turnos', 'Recetas', 'Resultados'],
    numbered: true,
    said: [
      ['se me acabo la pastilla, necesito receta', '3'],
      ['ya estan mis analisis?', '4'],
      ['cuando me toca?', '2?'],
      ['quiero atenderme con la dra lopez', '1'],
      ['a q hora tengo el turno', '2'],
      ['un turnito porfa 🙏', '1?'],
    ],
  },
  {
    labels: ['Débito automático', 'Tarjeta', 'Efectivo'],
    numbered: true,
    said: [
      ['q me lo descuenten solo', '1?'],
      ['con plastico', '2'],
      ['en billete', '3'],
      ['en efe', '3'],
    ],
  },
  {
    labels: ['Remera', 'Pantalón', 'Zapatillas', 'Campera'],
    numbered: true,
    said: [
      ['unas zapas', '3'],
      ['un jean', '2'],
      ['la campera', '4'],
      ['una remerita negra', '1'],
    ],
  },
  {
    labels: ['Rojo', 'Azul', 'Negro', 'Blanco'],
    numbered: true,
    said: [
      ['negrito', '3'],
      ['el mas oscuro', '?'],
      ['azul marino', '2'],
      ['blanca', '4'],
      ['cualquiera menos rojo', '?'],
    ],
  },
  {
    labels: ['Martes 10', 'Jueves 12', 'Sábado 14'],
    numbered: true,
    said: [
      ['el finde', '3?'],
      ['jueves nomas', '2'],
      ['el 10', '1'],
      ['el sabado temprano', '3'],
      ['ninguno', '?'],
    ],
  },
  {
    labels: ['9:00', '11:30', '16:00', '18:30'],
    numbered: true,
    said: [
      ['a las 4 de la tarde', '3'],
      ['lo mas temprano', '1'],
      ['el ultimo', '4'],
      ['once y media', '2'],
      ['el de las 6 y media', '4'],
    ],
  },
  {
    labels: ['1', '2', '3 o más'],
    numbered: true,
    said: [
      ['voy sola', '1?'],
      ['somos una pareja', '2'],
      ['somos cinco', '3'],
      ['yo y mi marido', '2'],
    ],
  },
  {
    labels: ['Sí, soy socio', 'No, quiero asociarme', 'Solo consulto'],
    numbered: true,
    said: [
      ['todavia no, pero quiero', '2?'],
      ['si hace años', '1?'],
      ['estoy averiguando nomas', '3?'],
    ],
  },
  {
    labels: ['Me duele la espalda', 'Tengo fiebre', 'Tos y resfrío', 'Otro síntoma'],
    numbered: true,
    said: [
      ['38 y medio de temperatura', '2'],
      ['estoy re engripado con tos', '3'],
      ['la espalda me mata', '1'],
      ['estoy volando de fiebre', '2'],
    ],
  },
  {
    labels: ['Hoy', 'Mañana', 'Esta semana', 'Sin apuro'],
    numbered: true,
    said: [
      ['ya mismo', '1'],
      ['para hoy si o si', '1'],
      ['no hay apuro', '4'],
      ['cuando puedan', '4'],
      ['en estos dias', '3'],
    ],
  },
  {
    labels: ['Solo puntas', 'Corte completo', 'Flequillo'],
    numbered: true,
    said: [
      ['las puntitas nomas', '1'],
      ['cortarlo todo', '2?'],
      ['me quiero hacer flequillo', '3'],
    ],
  },
  {
    labels: ['El titular', 'Otra persona autorizada'],
    numbered: true,
    said: [
      ['voy yo', '1?'],
      ['manda a mi hermano', '2'],
      ['lo retiro yo misma', '1?'],
      ['va mi marido', '2'],
    ],
  },
  {
    labels: ['Sí, todo perfecto', 'Llegó incompleto', 'Llegó en mal estado'],
    numbered: true,
    said: [
      ['faltaban dos empanadas', '2'],
      ['todo joya', '1'],
      ['todo aplastado', '3'],
      ['impecable gracias', '1?'],
    ],
  },
  {
    labels: ['Español', 'English', 'Português'],
    numbered: true,
    said: [
      ['castellano', '1'],
      ['en ingles porfa', '2'],
      ['portugues', '3'],
    ],
  },
  {
    labels: ['Agendar cita', 'Reagendar', 'Costos', 'Ubicación', 'Asesor humano'],
    numbered: true,
    said: [
      ['kiero una cita', '1'],
      ['cuanto me cobran x la consulta', '3'],
      ['por donde quedan ustedes?', '4'],
      ['ocupo cambiar mi cita', '2'],
      ['una persona real porfavor', '5'],
      ['me pueden mandar la ubi', '4?'],
    ],
  },
  {
    labels: ['Sillón', 'Alfombra', 'Colchón', 'Tapizado de auto'],
    numbered: true,
    said: [
      ['el sofa', '1?'],
      ['los asientos del carro', '4'],
      ['un colchon 2 plazas', '3'],
      ['la alfombra del living', '2'],
    ],
  },
  {
    labels: ['Cambio de pantalla', 'Cambio de batería', 'Diagnóstico'],
    numbered: true,
    said: [
      ['se me partio la pantalla', '1'],
      ['no se que tiene, revisenlo', '3?'],
      ['la bateria no dura nada', '2'],
      ['se apaga solo, no sé por qué', '3?'],
    ],
  },
  {
    labels: ['Corte dama', 'Corte caballero', 'Corte niño'],
    numbered: true,
    said: [
      ['para mi hijo de 5', '3'],
      ['soy mujer', '1'],
      ['de hombre', '2'],
      ['el de dama xfa', '1'],
    ],
  },
  {
    labels: ['Pagar factura', 'Reportar falla', 'Cambiar plan', 'Cancelar servicio'],
    numbered: true,
    said: [
      ['quiero pagar', '1'],
      ['se fue el internet', '2'],
      ['quiero un plan mas barato', '3'],
      ['ya no quiero el servicio', '4'],
      ['quiero subir de megas', '3?'],
    ],
  },
  {
    labels: ['Lunes', 'Miércoles', 'Viernes'],
    numbered: true,
    said: [
      ['el miercoles x la tarde', '2'],
      ['lunes o viernes', '?'],
      ['vier', '3'],
    ],
  },
  {
    labels: ['Normal (5 días)', 'Express (24 hs)', 'Retiro en local'],
    numbered: true,
    said: [
      ['el rapido', '2'],
      ['lo busco yo', '3'],
      ['el comun', '1'],
      ['el q llega en el dia', '2?'],
    ],
  },
  {
    labels: ['Con azúcar', 'Sin azúcar', 'Con edulcorante'],
    numbered: true,
    said: [
      ['sin', '2'],
      ['amargo', '2?'],
      ['con stevia', '3?'],
      ['dulce', '1?'],
    ],
  },
  {
    labels: ['Sí, asistiré', 'No podré asistir', 'Cambiar fecha'],
    numbered: true,
    said: [
      ['ahi estare', '1'],
      ['no puedo', '2'],
      ['me surgió algo, puede ser otro dia?', '3'],
      ['si dios quiere', '1?'],
    ],
  },
]
