import type { Asked } from './asked-yes-no.ts'

/**
 * What people tell of a matter instead of a yes or a no, with the short forms of chats, and what only looks like it: written down before anybody looked at how it
 * is read.
 */
export const toldOfMatters: Record<'es' | 'pt-BR' | 'en', Asked[]> = {
  es: [
    {
      question: '¿Sigue sin internet?',
      said: [
        ['sigo igual', 'yes'],
        ['ya volvió', 'no'],
        ['sip, desde anoche', 'yes'],
      ],
    },
    {
      question: '¿Ya reinició el módem?',
      said: [
        ['ya lo hice 2 veces', 'yes'],
        ['lo acabo de reiniciar', 'yes'],
        ['no he podido', 'no'],
      ],
    },
    {
      question: '¿La pantalla está rota?',
      said: [
        ['si, toda estrellada', 'yes'],
        ['nop, solo no prende', 'no'],
      ],
    },
    {
      question: '¿El equipo prende?',
      said: [
        ['prende pero se apaga', '?'],
        ['no prende nada', 'no'],
        ['sip prende normal', 'yes'],
      ],
    },
    {
      question: '¿Aún conserva la caja y el ticket?',
      said: [
        ['los tengo', 'yes'],
        ['la caja si, el ticket no', '?'],
        ['ya los tiré jaja', 'no'],
      ],
    },
    {
      question: '¿Es para usted la consulta?',
      said: [
        ['es para mi mamá', 'no'],
        ['sí, para mi', 'yes'],
        ['para mi hijo', 'no'],
      ],
    },
    {
      question: '¿El turno es para vos?',
      said: [
        ['no, para mi señora', 'no'],
        ['seee', 'yes'],
      ],
    },
    {
      question: '¿Trae estudios previos?',
      said: [
        ['si llevo unos análisis', 'yes'],
        ['no tengo ninguno', 'no'],
      ],
    },
    {
      question: '¿Traes acompañante?',
      said: [
        ['voy sola', 'no'],
        ['voy con mi esposo', 'yes'],
      ],
    },
    { question: '¿Va a traer a su mascota en transportadora?', said: [['la llevo en brazos', '?']] },
    {
      question: '¿Su perrito está vacunado?',
      said: [
        ['tiene todas', 'yes'],
        ['le falta la de la rabia', '?'],
      ],
    },
    {
      question: '¿Estás en ayunas?',
      said: [
        ['desayuné hace rato', 'no'],
        ['si, no comi nada', 'yes'],
      ],
    },
    {
      question: '¿Toma algún medicamento?',
      said: [
        ['nada', 'no'],
        ['losartan 50', 'yes'],
        ['por ahora no', 'no'],
      ],
    },
    {
      question: '¿Está embarazada?',
      said: [
        ['no q yo sepa jaja', 'no'],
        ['si, 5 meses', 'yes'],
      ],
    },
    {
      question: '¿Fuma?',
      said: [
        ['de vez en cuando', '?'],
        ['lo dejé hace 2 años', 'no'],
      ],
    },
    { question: '¿Ha tenido covid en los últimos 3 meses?', said: [['gracias a dios no', 'no']] },
    {
      question: '¿Le dejamos el paquete con el portero?',
      said: [
        ['si dejaselo a el', 'yes'],
        ['mejor no, yo bajo', 'no'],
      ],
    },
    {
      question: '¿Hay alguien en casa para recibir?',
      said: [
        ['estoy yo', 'yes'],
        ['hasta las 6 si', '?'],
        ['ahorita no hay nadie', 'no'],
      ],
    },
    {
      question: '¿Le llegó el pedido completo?',
      said: [
        ['falto una coca', 'no'],
        ['todo ok grax', 'yes'],
      ],
    },
    {
      question: '¿Con cubiertos descartables?',
      said: [
        ['no hace falta', 'no'],
        ['bueno, si pueden', 'yes'],
      ],
    },
    {
      question: '¿Lleva cebolla tu hamburguesa?',
      said: [
        ['sin cebolla porfa', 'no'],
        ['con todo', 'yes'],
      ],
    },
    {
      question: '¿Pagás en efectivo?',
      said: [
        ['con tarjeta', 'no'],
        ['sisi efectivo', 'yes'],
      ],
    },
    { question: '¿Necesita factura A?', said: [['consumidor final nomas', 'no?']] },
    {
      question: '¿Querés que te pase con un asesor?',
      said: [
        ['porfa, no entiendo nada', 'yes'],
        ['ya fue, dejalo', 'no'],
      ],
    },
    {
      question: '¿Le interesa recibir promociones?',
      said: [
        ['ni loca jaja', 'no'],
        ['ok, mientras no sea spam', '?'],
      ],
    },
    { question: '¿Leíste los términos y los aceptás?', said: [['leídos y aceptados', 'yes']] },
    {
      question: '¿Se inscribe al curso de inglés?',
      said: [
        ['no me alcanza la plata', 'no'],
        ['apúntenme 🙋‍♀️', 'yes'],
      ],
    },
    {
      question: '¿Tiene experiencia previa?',
      said: [
        ['soy principiante', 'no'],
        ['algo, 2 años', 'yes'],
      ],
    },
    { question: '¿Van a cenar en el hotel?', said: [['comemos afuera', 'no']] },
    {
      question: '¿Necesita cuna para el bebé?',
      said: [
        ['traemos la nuestra', 'no'],
        ['si no es molestia', 'yes'],
      ],
    },
    {
      question: '¿Viene en auto?',
      said: [
        ['en colectivo', 'no'],
        ['si, tienen cochera?', 'yes'],
      ],
    },
    { question: '¿El producto estaba sellado?', said: [['ya venía abierto', 'no']] },
    {
      question: '¿Podemos llamarlo en 5 minutos?',
      said: [
        ['estoy en el trabajo no puedo atender', 'no'],
        ['dale espero', 'yes'],
      ],
    },
    {
      question: '¿Quedó conforme con la reparación?',
      said: [
        ['quedó de 10', 'yes'],
        ['la verdad q no, sigue fallando', 'no'],
      ],
    },
    { question: '¿Confirmás la reserva para 4 el sábado a las 21?', said: [['sip confirmo', 'yes']] },
    {
      question: '¿Podés llegar 10 min antes?',
      said: [
        ['si obvio', 'yes'],
        ['ufff no creo, salgo justo del laburo', 'no?'],
      ],
    },
    {
      question: '¿Te mandamos el link de pago?',
      said: [
        ['mandalo', 'yes'],
        ['ya pagué', '?'],
      ],
    },
    { question: '¿Tu bebé duerme toda la noche?', said: [['ni ahí jajaja', 'no']] },
    {
      question: '¿Es alérgica a la penicilina?',
      said: [
        ['soy', 'yes'],
        ['no q sepa', 'no'],
      ],
    },
    {
      question: '¿Tuvo fiebre en los últimos días?',
      said: [
        ['38 anoche', 'yes'],
        ['nada de fiebre', 'no'],
      ],
    },
    {
      question: '¿Le duele al masticar?',
      said: [
        ['un poco', 'yes'],
        ['me duele horrible', 'yes'],
        ['ya no', 'no'],
      ],
    },
    {
      question: '¿Se ha hecho este estudio antes?',
      said: [
        ['jamás', 'no'],
        ['el año pasado', 'yes'],
      ],
    },
    {
      question: '¿Cuenta con seguro médico?',
      said: [
        ['cuento con IMSS', 'yes'],
        ['nel', 'no'],
      ],
    },
    {
      question: '¿Le aparto el vestido azul?',
      said: [
        ['simon apartalo porfa', 'yes'],
        ['mejor el rojo', '?'],
      ],
    },
    {
      question: '¿Lo quiere para regalo?',
      said: [
        ['si, envuélvalo', 'yes'],
        ['es pa mí', 'no'],
      ],
    },
    {
      question: '¿El zapato le quedó bien?',
      said: [
        ['me aprieta', 'no'],
        ['quedó perfecto', 'yes'],
      ],
    },
    {
      question: '¿Quiere cambiarlo por otra talla?',
      said: [
        ['si, una más grande', 'yes'],
        ['prefiero la devolución', 'no'],
      ],
    },
    {
      question: '¿Está en Lima?',
      said: [
        ['estoy en Arequipa', 'no?'],
        ['sí pe', 'yes'],
      ],
    },
    {
      question: '¿Acepta el presupuesto de reparación?',
      said: [
        ['aceptado', 'yes'],
        ['muy caro paso', 'no'],
        ['y si me haces un descuento?', '?'],
      ],
    },
    {
      question: '¿Todavía hace ruido la lavadora?',
      said: [
        ['todavía', 'yes'],
        ['ya no hace', 'no'],
      ],
    },
    {
      question: '¿El técnico ya llegó?',
      said: [
        ['todavía lo estoy esperando', 'no'],
        ['acaba de llegar', 'yes'],
      ],
    },
    {
      question: '¿Va a asistir a la reunión de padres?',
      said: [
        ['ahí estaremos', 'yes'],
        ['va mi esposo', '?'],
        ['me es imposible, trabajo hasta las 8', 'no?'],
      ],
    },
    {
      question: '¿Su hijo almuerza en el colegio?',
      said: [
        ['almuerza en casa', 'no?'],
        ['si almuerza', 'yes'],
      ],
    },
    {
      question: '¿Desea renovar la matrícula?',
      said: [
        ['si, como hago?', 'yes'],
        ['lo vamos a pensar', '?'],
      ],
    },
    {
      question: '¿Hizo el check-in online?',
      said: [
        ['me falta', 'no'],
        ['hecho ✅', 'yes'],
      ],
    },
    {
      question: '¿Necesita traslado desde el aeropuerto?',
      said: [
        ['nos vienen a buscar', 'no'],
        ['porfis, llegamos a las 6', 'yes'],
      ],
    },
    {
      question: '¿Quiere una habitación con vista al mar?',
      said: [
        ['si se puede, sí', 'yes?'],
        ['cualquiera me da igual', '?'],
      ],
    },
    {
      question: '¿Viajan con mascotas?',
      said: [
        ['con un perrito', 'yes'],
        ['sin mascotas', 'no'],
      ],
    },
    {
      question: '¿Le parece bien el precio?',
      said: [
        ['ta bien', 'yes'],
        ['está carísimo', '?'],
      ],
    },
    {
      question: '¿Quiere que le llame el doctor?',
      said: [
        ['si x favor', 'yes'],
        ['no hace falta grax', 'no'],
      ],
    },
    {
      question: '¿Tomó la medicación hoy?',
      said: [
        ['ya la tomé', 'yes'],
        ['se me olvidó', 'no'],
      ],
    },
    {
      question: '¿Ya hizo el depósito?',
      said: [
        ['mañana lo hago', 'no?'],
        ['ya quedó', 'yes'],
      ],
    },
    { question: '¿Pidió sin picante?', said: [['así es', 'yes']] },
    { question: '¿El local está abierto al público?', said: [['cerrado por reforma', 'no']] },
    {
      question: '¿Agrego papas fritas?',
      said: [
        ['mmm bueno dale', 'yes'],
        ['no que engorda jaja', 'no?'],
      ],
    },
    {
      question: '¿Eres mayor de edad?',
      said: [
        ['tengo 25', 'yes'],
        ['tengo 16', 'no'],
        ['claro q si', 'yes'],
      ],
    },
    {
      question: '¿Ya es cliente?',
      said: [
        ['desde 2019', 'yes'],
        ['es la 1ra vez q compro', 'no'],
      ],
    },
    { question: '¿Te interesa el plan anual?', said: [['el mensual nomás', 'no']] },
    {
      question: '¿Confirma que viene mañana?',
      said: [
        ['confirmado, ahí nos vemos', 'yes'],
        ['hj no puedo, mañana si', '?'],
      ],
    },
    {
      question: '¿Te agendo con la Dra. Ruiz?',
      said: [
        ['si porfis', 'yes'],
        ['con ella no, gracias', 'no?'],
      ],
    },
    {
      question: '¿Necesitás algo más?',
      said: [
        ['nada más, mil gracias', 'no'],
        ['sí, una consulta', 'yes'],
      ],
    },
    {
      question: '¿Te quedó alguna duda?',
      said: [
        ['ninguna, re claro', 'no'],
        ['si, una', 'yes'],
      ],
    },
    {
      question: '¿Hoy podés pasar a retirar?',
      said: [
        ['hoy no llego', 'no'],
        ['si en un rato voy', 'yes'],
      ],
    },
    {
      question: '¿Recibiste el mail con los resultados?',
      said: [
        ['no me llegó nada', 'no'],
        ['sii ya lo vi', 'yes?'],
      ],
    },
    {
      question: '¿Es urgente?',
      said: [
        ['bastante', 'yes'],
        ['no tanto', '?'],
        ['para nada', 'no'],
      ],
    },
    {
      question: '¿Le enviamos la factura por correo?',
      said: [
        ['si, al mismo correo', 'yes'],
        ['por aquí mejor', 'no'],
      ],
    },
    {
      question: '¿Tienes cuenta con nosotros?',
      said: [
        ['aún no', 'no'],
        ['sip desde hace años', 'yes'],
      ],
    },
    {
      question: '¿El pago fue con tarjeta?',
      said: [
        ['con tarjeta', 'yes'],
        ['fue en efectivo', 'no'],
      ],
    },
    {
      question: '¿Va con queso tu hamburguesa?',
      said: [
        ['doble queso jaja', 'yes'],
        ['sin queso', 'no'],
      ],
    },
    { question: '¿Quiere hielo?', said: [['no tqm', 'no?']] },
    {
      question: '¿Le pongo salsa verde?',
      said: [
        ['póngale', 'yes'],
        ['nmms no', 'no?'],
      ],
    },
    {
      question: '¿Se encuentra en casa?',
      said: [
        ['aquí ando', 'yes'],
        ['ando fuera', 'no'],
      ],
    },
    {
      question: '¿El perro está castrado?',
      said: [
        ['si ya', 'yes'],
        ['tdv no', 'no'],
      ],
    },
    {
      question: '¿Tiene alguna enfermedad crónica?',
      said: [
        ['soy diabética', 'yes'],
        ['no tengo nada gracias a Dios', 'no'],
      ],
    },
    {
      question: '¿Está tomando antibióticos?',
      said: [
        ['amoxicilina', 'yes'],
        ['ya los terminé', 'no'],
      ],
    },
    {
      question: '¿Desea que le recordemos la cita?',
      said: [
        ['sería bueno', 'yes'],
        ['no es necesario 🙏', 'no'],
      ],
    },
    {
      question: '¿Seguimos con el pedido?',
      said: [
        ['dele', 'yes'],
        ['cancélalo mejor', 'no'],
      ],
    },
    {
      question: '¿Es correcto el total de $350?',
      said: [
        ['todo ok', 'yes'],
        ['me habían dicho 300', 'no'],
      ],
    },
    {
      question: '¿Incluimos el desayuno?',
      said: [
        ['cuánto más sería?', '?'],
        ['sin desayuno', 'no'],
      ],
    },
    {
      question: '¿Tiene reservación?',
      said: [
        ['a nombre de Pérez', 'yes'],
        ['no hice', 'no'],
      ],
    },
    {
      question: '¿Cambió el filtro?',
      said: [
        ['lo cambié ayer', 'yes?'],
        ['nunca lo cambié', 'no'],
      ],
    },
    {
      question: '¿Te parece caro?',
      said: [
        ['un poco jeje', 'yes'],
        ['no tanto la verdad', 'no?'],
      ],
    },
    {
      question: '¿Quieres que pasemos por la tarde?',
      said: [
        ['x mi perfecto', 'yes'],
        ['en la tarde no estoy', 'no'],
      ],
    },
    { question: '¿Ya comparaste precios?', said: [['en eso ando', '?']] },
    {
      question: '¿Le sirve el martes 10am?',
      said: [
        ['me queda pintado', 'yes'],
        ['chale no', 'no'],
      ],
    },
    {
      question: '¿La puerta abre bien?',
      said: [
        ['se traba', 'no?'],
        ['abre bien', 'yes'],
      ],
    },
    {
      question: '¿Ya se siente mejor?',
      said: [
        ['mucho mejor', 'yes'],
        ['sigo igual', 'no'],
        ['peor', 'no'],
      ],
    },
    { question: '¿Quiere afiliarse?', said: [['a ver, cuénteme', '?']] },
    {
      question: '¿Podría enviarnos una foto?',
      said: [
        ['ahí va', 'yes'],
        ['ahora no puedo', 'no'],
      ],
    },
    {
      question: '¿Tiene Instagram?',
      said: [
        ['@lupita.mx', 'yes?'],
        ['no uso redes', 'no'],
      ],
    },
    {
      question: '¿Quiere agregar propina?',
      said: [
        ['si el 10%', 'yes'],
        ['en efectivo se la doy', 'no?'],
      ],
    },
    { question: '¿Se mudó?', said: [['me mudé', 'yes']] },
    { question: '¿Quiere cambiar la dirección?', said: [['me mudé', '?']] },
    { question: '¿Perdió el ticket?', said: [['lo perdí', 'yes']] },
    { question: '¿Tiene el ticket?', said: [['lo perdí', 'no']] },
    {
      question: '¿El problema quedó resuelto?',
      said: [
        ['resuelto', 'yes'],
        ['ya lo resolví', 'yes'],
      ],
    },
    { question: '¿Pudo solucionar el problema?', said: [['ya resolví', 'yes']] },
    { question: '¿Cancelamos el turno?', said: [['trabajo', '?']] },
    { question: '¿Quiere cancelar?', said: [['estoy de viaje', '?']] },
    { question: '¿Dejó de fumar?', said: [['lo dejé', 'yes']] },
    { question: '¿Ha dejado de fumar?', said: [['lo deje hace 2 años', 'yes']] },
    { question: '¿Desayunó?', said: [['desayuné', 'yes']] },
    { question: '¿Ya desayunó hoy?', said: [['desayune cafe', 'yes?']] },
    { question: '¿Viene solo?', said: [['vengo solo', 'yes']] },
    { question: '¿Viene sola o acompañada?', said: [['sola', '?']] },
    { question: '¿Vive solo?', said: [['solo', 'yes']] },
    { question: '¿Su equipo está mojado?', said: [['cayó al agua', 'yes']] },
    { question: '¿Trabaja actualmente?', said: [['trabajo', 'yes']] },
    { question: '¿Está de viaje?', said: [['de viaje', 'yes']] },
    { question: '¿Pagó en efectivo?', said: [['con tarjeta', 'no']] },
    { question: '¿Prefiere entrega a domicilio?', said: [['paso a buscarlo', 'no']] },
    { question: '¿Trabaja los sábados?', said: [['trabajo', 'yes']] },
    { question: '¿Puede los sábados?', said: [['trabajo', 'no']] },
    { question: '¿Le falta algún plato?', said: [['falta una coca', '?']] },
    { question: '¿Se olvidaron de algo?', said: [['se olvidaron la salsa', 'yes']] },
    { question: '¿Llegó algo roto?', said: [['llegó rota una taza', 'yes']] },
    { question: '¿Está todo bien?', said: [['llegó roto', 'no']] },
    { question: '¿Es para un regalo?', said: [['para mi mamá', '?']] },
    { question: '¿Le molesta esperar?', said: [['espero', '?']] },
    { question: '¿La consulta es para tu hijo?', said: [['para mi', 'no']] },
    { question: '¿El paquete llegó abierto?', said: [['venia abierto', 'yes']] },
    { question: '¿Con niños?', said: [['solo adultos', 'no']] },
    { question: '¿Confirma su asistencia a la consulta del lunes?', said: [['confirmo asistencia', 'yes']] },
    { question: '¿Quieres que te reservemos una mesa?', said: [['porfa si', 'yes']] },
    { question: '¿Necesita algo más?', said: [['nop, todo bien gracias', 'no']] },
    { question: '¿Tienes obra social?', said: [['no tengo', 'no']] },
    { question: '¿Te llegó el paquete?', said: [['todavia nada', 'no']] },
    {
      question: '¿El auto arranca?',
      said: [
        ['arranca pero se apaga', '?'],
        ['no arranca', 'no'],
      ],
    },
    { question: '¿Quieres factura?', said: [['nah asi nomas', 'no?']] },
    { question: '¿Es tu primera compra?', said: [['sii', 'yes']] },
    {
      question: '¿Trajo los papeles?',
      said: [
        ['los traje', 'yes'],
        ['me los olvidé', 'no'],
      ],
    },
    { question: '¿Podemos enviarte ofertas?', said: [['x ahora no', 'no']] },
    { question: '¿Tiene turno previo?', said: [['nop', 'no']] },
    { question: '¿Desea agendar el servicio?', said: [['va que va', 'yes']] },
    {
      question: '¿Sigue interesado en el departamento?',
      said: [
        ['ya conseguí otro', 'no'],
        ['sigo', 'yes'],
      ],
    },
    { question: '¿Acepta las condiciones?', said: [['de acuerdo', 'yes']] },
    {
      question: '¿Le queda bien el jueves?',
      said: [
        ['me queda perfecto', 'yes'],
        ['ese día no puedo che', 'no'],
      ],
    },
    { question: '¿Tu mascota come bien?', said: [['come poco', '?']] },
  ],
  'pt-BR': [
    {
      question: 'A internet voltou?',
      said: [
        ['voltou sim vlw', 'yes'],
        ['nada ainda', 'no'],
        ['tá lenta', '?'],
      ],
    },
    {
      question: 'Você já tentou reiniciar o roteador?',
      said: [
        ['ja sim umas 3x', 'yes'],
        ['tentei e nada', 'yes'],
        ['ainda nao tentei', 'no'],
      ],
    },
    { question: 'O aparelho caiu ou molhou?', said: [['caiu na água', '?']] },
    {
      question: 'O celular molhou?',
      said: [
        ['molhou um pouco', 'yes'],
        ['q eu saiba n', 'no'],
      ],
    },
    {
      question: 'A tela tá quebrada?',
      said: [
        ['ta trincada', 'yes'],
        ['tá inteira', 'no'],
      ],
    },
    {
      question: 'Você tem a nota fiscal?',
      said: [
        ['tenho ss', 'yes'],
        ['perdi', 'no'],
        ['ta comigo', 'yes'],
      ],
    },
    {
      question: 'A consulta é pra você?',
      said: [
        ['é pra minha filha', 'no'],
        ['é pra mim msm', 'yes'],
      ],
    },
    {
      question: 'É a primeira vez do seu pet aqui?',
      said: [
        ['ele ja foi ai', 'no'],
        ['1a vez', 'yes'],
      ],
    },
    {
      question: 'Seu cachorro é castrado?',
      said: [
        ['é castrado sim', 'yes'],
        ['ainda não castrei', 'no'],
      ],
    },
    {
      question: 'Tem alguma alergia?',
      said: [
        ['nenhuma graças a deus', 'no'],
        ['dipirona', 'yes'],
      ],
    },
    {
      question: 'Está tomando algum remédio?',
      said: [
        ['so anticoncepcional', 'yes'],
        ['n tomo nd', 'no'],
      ],
    },
    {
      question: 'Você está em jejum?',
      said: [
        ['tomei café', 'no'],
        ['tô sim desde ontem', 'yes'],
      ],
    },
    {
      question: 'Vai trazer acompanhante?',
      said: [
        ['vou sozinha', 'no'],
        ['minha mãe vai comigo', 'yes'],
      ],
    },
    {
      question: 'Você tem plano de saúde?',
      said: [
        ['unimed', 'yes'],
        ['particular', 'no'],
      ],
    },
    {
      question: 'Quer que eu te ligue agora?',
      said: [
        ['agr n posso', 'no'],
        ['pd ligar', 'yes'],
      ],
    },
    {
      question: 'Pode receber a entrega hoje?',
      said: [
        ['hj to em casa o dia todo', 'yes'],
        ['hj vou tá fora', 'no'],
      ],
    },
    {
      question: 'O porteiro pode receber?',
      said: [
        ['pode deixar com ele', 'yes'],
        ['aqui não tem porteiro', 'no'],
      ],
    },
    {
      question: 'Chegou tudo certo com seu pedido?',
      said: [
        ['veio faltando o molho', 'no'],
        ['chegou tudo certinho, obg', 'yes'],
      ],
    },
    {
      question: 'Precisa de troco?',
      said: [
        ['pra 50', 'yes'],
        ['vou pagar no pix', 'no'],
      ],
    },
    {
      question: 'Quer borda recheada?',
      said: [
        ['sem borda', 'no'],
        ['de catupiry', 'yes'],
      ],
    },
    {
      question: 'Vai retirar na loja?',
      said: [
        ['prefiro entrega', 'no'],
        ['vou retirar', 'yes'],
      ],
    },
    {
      question: 'Vai querer mais alguma coisa?',
      said: [
        ['só o q pedi msm', 'no'],
        ['uma coca 2l', 'yes'],
      ],
    },
    {
      question: 'Quer parcelar?',
      said: [
        ['a vista', 'no'],
        ['em 3x', 'yes'],
      ],
    },
    {
      question: 'Aceita receber novidades por aqui?',
      said: [
        ['n gosto de spam', 'no'],
        ['pode mandar ué', 'yes'],
      ],
    },
    {
      question: 'Gostou do atendimento?',
      said: [
        ['amei', 'yes'],
        ['mais ou menos', '?'],
        ['péssimo', 'no'],
      ],
    },
    {
      question: 'Você conseguiu acessar o app?',
      said: [
        ['deu erro de novo', 'no'],
        ['consegui agora', 'yes'],
      ],
    },
    {
      question: 'Podemos remarcar pra semana que vem?',
      said: [
        ['sem problemas', 'yes'],
        ['semana q vem eu viajo', 'no'],
      ],
    },
    {
      question: 'Vocês vêm com criança?',
      said: [
        ['só adultos', 'no'],
        ['2 crianças', 'yes'],
      ],
    },
    {
      question: 'Vai precisar de berço?',
      said: [
        ['n vai precisar', 'no'],
        ['seria ótimo', 'yes'],
      ],
    },
    {
      question: 'Já fez esse exame antes?',
      said: [
        ['primeira vez', 'no'],
        ['fiz ano passado', 'yes'],
      ],
    },
    {
      question: 'Confirma o endereço Rua B, 20?',
      said: [
        ['mudei de lá', 'no'],
        ['exatamente', 'yes'],
      ],
    },
    {
      question: 'Confirma presença amanhã às 8h?',
      said: [
        ['to confirmadíssima', 'yes'],
        ['putz não vou conseguir', 'no'],
      ],
    },
    {
      question: 'Pode chegar 15 min antes?',
      said: [
        ['posso sim sem problema', 'yes'],
        ['complicado, saio do trampo em cima da hora', 'no?'],
      ],
    },
    {
      question: 'Posso te mandar o pix?',
      said: [
        ['manda', 'yes'],
        ['já paguei', '?'],
      ],
    },
    {
      question: 'Você é alérgica a látex?',
      said: [
        ['q eu saiba nao', 'no'],
        ['sou muito', 'yes'],
      ],
    },
    {
      question: 'Está com febre?',
      said: [
        ['38,5', 'yes'],
        ['passou', 'no'],
        ['sem febre', 'no'],
      ],
    },
    {
      question: 'Dói quando mastiga?',
      said: [
        ['dói demais', 'yes'],
        ['só às vezes', '?'],
        ['n dói n', 'no'],
      ],
    },
    {
      question: 'Já fez clareamento antes?',
      said: [
        ['já fiz 2x', 'yes'],
        ['nunquinha', 'no'],
      ],
    },
    {
      question: 'Separo o vestido M pra você?',
      said: [
        ['separa pf', 'yes'],
        ['deixa, achei em outra loja', 'no'],
      ],
    },
    {
      question: 'É pra presente?',
      said: [
        ['é pra mim', 'no'],
        ['sim, embrulha pfv', 'yes'],
      ],
    },
    {
      question: 'O sapato serviu?',
      said: [
        ['ficou apertado', 'no'],
        ['serviu certinho', 'yes'],
      ],
    },
    {
      question: 'Quer trocar por outro tamanho?',
      said: [
        ['quero o reembolso', 'no'],
        ['quero um 38', 'yes'],
      ],
    },
    {
      question: 'Você é de São Paulo?',
      said: [
        ['sou do Rio', 'no?'],
        ['moro em SP sim', 'yes?'],
      ],
    },
    {
      question: 'Aprova o orçamento?',
      said: [
        ['aprovado', 'yes'],
        ['achei salgado, vou passar', 'no'],
        ['faz por 200?', '?'],
      ],
    },
    {
      question: 'A máquina ainda faz barulho?',
      said: [
        ['faz', 'yes'],
        ['parou', 'no'],
      ],
    },
    {
      question: 'O técnico já chegou?',
      said: [
        ['to esperando ate agora', 'no'],
        ['acabou de chegar', 'yes'],
      ],
    },
    {
      question: 'Vai na reunião de pais?',
      said: [
        ['vou sim, 19h né', 'yes'],
        ['não vai dar, plantão', 'no'],
      ],
    },
    {
      question: 'Seu filho almoça na escola?',
      said: [
        ['almoça', 'yes'],
        ['só lancha', 'no?'],
      ],
    },
    {
      question: 'Quer renovar a matrícula?',
      said: [
        ['bora', 'yes'],
        ['vou ver e te falo', '?'],
      ],
    },
    {
      question: 'Já fez o check-in?',
      said: [
        ['ainda tenho que fazer', 'no'],
        ['feito', 'yes'],
      ],
    },
    {
      question: 'Precisa de transfer do aeroporto?',
      said: [
        ['vamos de uber', 'no'],
        ['preciso ss', 'yes'],
      ],
    },
    {
      question: 'Vêm com pet?',
      said: [
        ['só nós dois', 'no'],
        ['um gatinho', 'yes'],
      ],
    },
    {
      question: 'Quer que o doutor te ligue?',
      said: [
        ['pode ser', 'yes'],
        ['magina, não precisa', 'no'],
      ],
    },
    {
      question: 'Tomou o remédio hoje?',
      said: [
        ['esqueci', 'no'],
        ['tomei agora cedo', 'yes'],
      ],
    },
    {
      question: 'Já fez o pagamento?',
      said: [
        ['faço amanhã', 'no'],
        ['ta pago', 'yes'],
      ],
    },
    {
      question: 'Coloco batata frita?',
      said: [
        ['coloca', 'yes'],
        ['n, to de dieta kkk', 'no'],
      ],
    },
    {
      question: 'Você é maior de idade?',
      said: [
        ['tenho 30', 'yes'],
        ['tenho 15 anos', 'no'],
      ],
    },
    {
      question: 'Já é cliente?',
      said: [
        ['há 3 anos', 'yes'],
        ['ainda n sou', 'no'],
      ],
    },
    {
      question: 'Tem interesse no plano anual?',
      said: [
        ['só o mensal', 'no'],
        ['tenho interesse', 'yes'],
      ],
    },
    {
      question: 'Tem elevador no prédio?',
      said: [
        ['só escada', 'no'],
        ['tem sim, é no 5 andar', 'yes?'],
      ],
    },
    {
      question: 'Achou fácil usar o app?',
      said: [
        ['achei bem confuso', 'no'],
        ['facinho', 'yes'],
      ],
    },
    {
      question: 'O senhor usa óculos?',
      said: [
        ['só pra ler', 'yes'],
        ['lente', '?'],
      ],
    },
    {
      question: 'Confirma que vem amanhã?',
      said: [
        ['confirmo ss', 'yes'],
        ['amanha n rola', 'no'],
      ],
    },
    {
      question: 'Posso te encaixar com a Dra. Lima?',
      said: [
        ['pode ss', 'yes'],
        ['com ela n, pfv', 'no'],
      ],
    },
    {
      question: 'Precisa de mais algo?',
      said: [
        ['por hj é só, vlw', 'no'],
        ['preciso sim', 'yes'],
      ],
    },
    {
      question: 'Ficou alguma dúvida?',
      said: [
        ['nenhuma, td certo', 'no'],
        ['fiquei com uma', 'yes'],
      ],
    },
    {
      question: 'Consegue passar hoje?',
      said: [
        ['hj n consigo', 'no'],
        ['passo la sim', 'yes?'],
      ],
    },
    {
      question: 'Recebeu o email com o resultado?',
      said: [
        ['n chegou nd', 'no'],
        ['recebi agora pouco', 'yes'],
      ],
    },
    {
      question: 'É urgente?',
      said: [
        ['urgentíssimo', 'yes'],
        ['tem pressa n', 'no'],
      ],
    },
    {
      question: 'Quer que mande a nota por email?',
      said: [
        ['manda aqui no zap msm', 'no?'],
        ['manda sim', 'yes'],
      ],
    },
    {
      question: 'Você tem cadastro?',
      said: [
        ['acho q sim', 'yes'],
        ['fiz ontem', 'yes?'],
        ['n tenho ainda', 'no'],
      ],
    },
    {
      question: 'O pagamento foi no cartão?',
      said: [
        ['foi no pix', 'no'],
        ['foi sim', 'yes'],
      ],
    },
    {
      question: 'Vai queijo no seu lanche?',
      said: [
        ['bastante queijo', 'yes'],
        ['tira o queijo', 'no'],
      ],
    },
    {
      question: 'Quer gelo?',
      said: [
        ['com gelo e limão', 'yes'],
        ['dispenso', 'no'],
      ],
    },
    {
      question: 'Você está em casa?',
      said: [
        ['tô sim', 'yes'],
        ['saí agora', 'no'],
      ],
    },
    {
      question: 'O cachorro é castrado?',
      said: [
        ['é não', 'no'],
        ['foi castrado mês passado', 'yes'],
      ],
    },
    {
      question: 'Tem alguma doença crônica?',
      said: [
        ['pressão alta', 'yes'],
        ['graças a Deus não', 'no'],
      ],
    },
    {
      question: 'Está tomando antibiótico?',
      said: [
        ['amoxicilina', 'yes'],
        ['terminei semana passada', 'no'],
      ],
    },
    {
      question: 'Quer que a gente te lembre da consulta?',
      said: [
        ['ia ajudar mto', 'yes'],
        ['precisa não, anotei', 'no'],
      ],
    },
    {
      question: 'Podemos seguir com o pedido?',
      said: [
        ['segue', 'yes'],
        ['desisti', 'no'],
      ],
    },
    {
      question: 'O total de R$ 80 está certo?',
      said: [
        ['ta certinho', 'yes'],
        ['era pra ser 70', 'no'],
      ],
    },
    {
      question: 'Inclui café da manhã?',
      said: [
        ['qnto fica a mais?', '?'],
        ['sem café', 'no'],
      ],
    },
    {
      question: 'Tem reserva?',
      said: [
        ['no nome de Carla', 'yes'],
        ['n fiz', 'no'],
      ],
    },
    {
      question: 'Trocou o filtro?',
      said: [
        ['troquei ontem', 'yes'],
        ['nunca troquei', 'no'],
      ],
    },
    {
      question: 'Pode ser à tarde?',
      said: [
        ['a tarde n to em casa', 'no'],
        ['por mim ótimo', 'yes'],
      ],
    },
    {
      question: 'Terça 10h serve?',
      said: [
        ['serve demais', 'yes'],
        ['terça é ruim pra mim', 'no'],
      ],
    },
    {
      question: 'A porta fecha direito?',
      said: [
        ['fecha', 'yes'],
        ['emperra', 'no?'],
      ],
    },
    {
      question: 'Já melhorou?',
      said: [
        ['bem melhor', 'yes'],
        ['na mesma', 'no'],
        ['piorou', 'no'],
      ],
    },
    {
      question: 'Consegue mandar uma foto?',
      said: [
        ['mando já', 'yes'],
        ['agr n da', 'no'],
      ],
    },
    { question: 'Tem Instagram?', said: [['n uso', 'no']] },
    { question: 'Quer deixar gorjeta?', said: [['10%', 'yes']] },
    {
      question: 'O barulho parou?',
      said: [
        ['parou', 'yes'],
        ['continua', 'no'],
      ],
    },
    {
      question: 'Vc q pediu o orçamento?',
      said: [
        ['fui eu', 'yes'],
        ['foi meu marido', 'no?'],
      ],
    },
    { question: 'O problema foi resolvido?', said: [['já resolvi', 'yes']] },
    { question: 'Resolveu o problema?', said: [['resolvi', 'yes']] },
    { question: 'Você parou de fumar?', said: [['parei', 'yes']] },
    { question: 'Parou de tomar o remédio?', said: [['parei', 'yes']] },
    { question: 'Quer cancelar a consulta?', said: [['vou viajar', '?']] },
    { question: 'Posso cancelar?', said: [['viajo', '?']] },
    { question: 'Você se mudou?', said: [['mudei', 'yes']] },
    { question: 'Você perdeu o cartão?', said: [['perdi', 'yes']] },
    { question: 'O pacote chegou aberto?', said: [['chegou aberto', 'yes']] },
    { question: 'Chegou algo quebrado?', said: [['veio quebrado', 'yes?']] },
    { question: 'Tá com erro?', said: [['deu erro', 'yes?']] },
    { question: 'Apareceu algum erro?', said: [['deu erro', 'yes?']] },
    { question: 'Você trabalha?', said: [['trabalho', 'yes']] },
    { question: 'Vem sozinho?', said: [['sozinho', 'yes']] },
    { question: 'Tomou café?', said: [['tomei café', 'yes']] },
    { question: 'Esqueceram algo?', said: [['esqueceram o molho', 'yes']] },
    { question: 'A consulta é para sua filha?', said: [['é pra mim', 'no']] },
    { question: 'Alguém mais vem?', said: [['só eu', 'no']] },
    { question: 'Ainda está sem luz?', said: [['voltou', 'no']] },
    { question: 'Ainda tem vaga?', said: [['igual', '?']] },
    { question: 'Podemos confirmar seu horário?', said: [['podem sim', 'yes']] },
    { question: 'Quer que eu reserve?', said: [['quero sim obg', 'yes']] },
    { question: 'Precisa de mais alguma coisa?', said: [['n, só isso msm', 'no']] },
    { question: 'Tem plano odontológico?', said: [['n tenho', 'no']] },
    { question: 'Chegou o pacote?', said: [['ainda n chegou', 'no']] },
    {
      question: 'O carro pega?',
      said: [
        ['pega', 'yes'],
        ['n pega', 'no'],
      ],
    },
    { question: 'Quer nota?', said: [['n precisa', 'no']] },
    { question: 'É sua primeira compra?', said: [['é sim', 'yes']] },
    {
      question: 'Trouxe os documentos?',
      said: [
        ['trouxe', 'yes'],
        ['esqueci em casa', 'no'],
      ],
    },
    { question: 'Podemos te mandar promoções?', said: [['prefiro q n', 'no']] },
    { question: 'Já tem cadastro?', said: [['ja sim', 'yes']] },
    { question: 'Vamos agendar?', said: [['bora', 'yes']] },
    {
      question: 'Ainda tem interesse no apartamento?',
      said: [
        ['tenho ainda', 'yes'],
        ['já aluguei outro', 'no?'],
      ],
    },
    { question: 'Aceita os termos?', said: [['aceito ss', 'yes']] },
    {
      question: 'Quinta fica bom?',
      said: [
        ['fica ótimo', 'yes'],
        ['quinta n da', 'no'],
      ],
    },
    { question: 'Vc tá melhor?', said: [['tô n', 'no']] },
  ],
  en: [
    {
      question: 'Is your internet still down?',
      said: [
        ['yep still nothing', 'yes'],
        ['its back on', 'no'],
        ['back up and running thx', 'no'],
      ],
    },
    {
      question: 'Have you tried turning it off and on?',
      said: [
        ['done that twice', 'yes'],
        ['not tried that yet', 'no'],
      ],
    },
    {
      question: 'Did the phone get wet?',
      said: [
        ['dropped it in the toilet lol', 'yes'],
        ['dont think so', 'no'],
      ],
    },
    {
      question: 'Is the screen cracked?',
      said: [
        ['badly', 'yes'],
        ['just scratched', '?'],
      ],
    },
    {
      question: 'Do you still have the receipt?',
      said: [
        ['chucked it sorry', 'no'],
        ['got it here', 'yes'],
        ['cant find it', 'no'],
      ],
    },
    {
      question: 'Is the appointment for you?',
      said: [
        ['its for my daughter', 'no'],
        ['yeah for me', 'yes'],
      ],
    },
    {
      question: 'Is it your first time with us?',
      said: [
        ['been a few times', 'no'],
        ['1st time yeah', 'yes'],
      ],
    },
    {
      question: 'Are you on any medication?',
      said: [
        ['just the pill', 'yes'],
        ['nothing at the min', 'no?'],
      ],
    },
    {
      question: 'Do you have any allergies?',
      said: [
        ['penicillin', 'yes'],
        ['none', 'no'],
      ],
    },
    {
      question: 'Do you smoke?',
      said: [
        ['quit last yr', 'no'],
        ['only socially', '?'],
      ],
    },
    {
      question: 'Are you pregnant?',
      said: [
        ['12 weeks', 'yes'],
        ['haha no', 'no'],
      ],
    },
    {
      question: 'Will you be bringing anyone?',
      said: [
        ['just me', 'no'],
        ["my partner's coming", 'yes'],
      ],
    },
    { question: 'Will you bring your own equipment?', said: [['ill bring mine', 'yes']] },
    { question: 'Do you need to hire skis?', said: [['got our own', 'no']] },
    {
      question: 'Is your dog vaccinated?',
      said: [
        ['all up to date', 'yes'],
        ['due next month', '?'],
      ],
    },
    {
      question: 'Is your dog friendly with other dogs?',
      said: [
        ['most of the time', '?'],
        ['loves everyone', 'yes?'],
      ],
    },
    {
      question: 'Did your order arrive complete?',
      said: [
        ['missing the fries', 'no'],
        ['all here ta', 'yes?'],
      ],
    },
    {
      question: 'Can we leave it in your safe place?',
      said: [
        ['id rather pick it up', 'no'],
        ['behind the bins is fine', 'yes'],
      ],
    },
    {
      question: 'Will someone be home to receive it?',
      said: [
        ['ill be in all day', 'yes'],
        ['were out til 6', '?'],
        ['nobody home today', 'no'],
      ],
    },
    {
      question: 'Do you want sauce with that?',
      said: [
        ['garlic mayo', 'yes'],
        ['plain pls', 'no'],
      ],
    },
    {
      question: 'Would you like a drink?',
      said: [
        ["water's fine", 'yes'],
        ['nah ive got one', 'no'],
      ],
    },
    {
      question: 'Are you paying by card?',
      said: [
        ['cash', 'no'],
        ['card yeah', 'yes'],
      ],
    },
    {
      question: 'Do you need a receipt?',
      said: [
        ['no need ta', 'no'],
        ['email it to me pls', 'yes'],
      ],
    },
    {
      question: 'Would you like to speak to someone?',
      said: [
        ['yes pls this is urgent', 'yes'],
        ['nah all sorted now', 'no'],
      ],
    },
    {
      question: 'Are you happy with the repair?',
      said: [
        ['over the moon', 'yes'],
        ['not really, still leaking', 'no'],
      ],
    },
    {
      question: 'Can we send you offers by text?',
      said: [
        ['id prefer not', 'no'],
        ['go on then', 'yes'],
      ],
    },
    {
      question: 'Do you need a cot?',
      said: [
        ["we've got a travel one", 'no'],
        ['if poss', 'yes'],
      ],
    },
    { question: 'Are you driving?', said: [['getting the train', 'no']] },
    {
      question: 'Will you be having dinner with us?',
      said: [
        ['eating out', 'no'],
        ['yes both nights', 'yes'],
      ],
    },
    {
      question: 'Was the box sealed when it arrived?',
      said: [
        ['it was already open', 'no'],
        ['yh sealed', 'yes'],
      ],
    },
    {
      question: 'Can you come in 15 min earlier?',
      said: [
        ['sure thing', 'yes'],
        ['id struggle with that', 'no'],
      ],
    },
    {
      question: 'Did you get our email?',
      said: [
        ['just got it', 'yes'],
        ['nothing in my inbox', 'no'],
      ],
    },
    {
      question: 'Have you worked out before?',
      said: [
        ['total beginner', 'no'],
        ['used to go 3x a week', 'yes'],
      ],
    },
    {
      question: "Can you confirm you'll be here at 8?",
      said: [
        ['yep see u then', 'yes'],
        ['might be late', '?'],
      ],
    },
    {
      question: 'Could you come 10 min early?',
      said: [
        ['no probs', 'yes'],
        ['thats tight for me sorry', 'no'],
      ],
    },
    {
      question: 'Shall I send you the payment link?',
      said: [
        ['pls do', 'yes'],
        ['already paid', '?'],
      ],
    },
    {
      question: 'Are you allergic to latex?',
      said: [
        ['i am yeah', 'yes?'],
        ['not as far as i know', 'no'],
      ],
    },
    {
      question: 'Do you have a fever?',
      said: [
        ['100.4', 'yes'],
        ['its gone now', 'no'],
      ],
    },
    {
      question: 'Does it hurt when you chew?',
      said: [
        ['like hell', 'yes'],
        ['not anymore', 'no'],
        ['a bit yeah', 'yes'],
      ],
    },
    {
      question: 'Have you had this test before?',
      said: [
        ['last year', 'yes'],
        ['nope first time', 'no'],
      ],
    },
    {
      question: 'Shall I put the blue dress aside for you?',
      said: [
        ['yes plz, size m', 'yes?'],
        ['changed my mind', 'no'],
      ],
    },
    {
      question: 'Is it a gift?',
      said: [
        ['its for me lol', 'no'],
        ['yes could u wrap it', 'yes'],
      ],
    },
    {
      question: 'Did the shoes fit?',
      said: [
        ['too tight', 'no'],
        ['like a glove', 'yes'],
      ],
    },
    {
      question: 'Would you like to exchange for another size?',
      said: [
        ['just a refund pls', 'no'],
        ['a size up pls', 'yes'],
      ],
    },
    {
      question: 'Are you based in London?',
      said: [
        ['manchester', 'no?'],
        ['yeah east london', 'yes'],
      ],
    },
    {
      question: 'Are you happy with the quote?',
      said: [
        ['happy days', 'yes'],
        ['bit steep tbh', '?'],
      ],
    },
    {
      question: 'Do you approve the repair?',
      said: [
        ['approved', 'yes'],
        ['too expensive ill leave it', 'no'],
      ],
    },
    {
      question: 'Is the washing machine still making noise?',
      said: [
        ['still is', 'yes'],
        ['stopped', 'no'],
      ],
    },
    {
      question: 'Has the engineer arrived?',
      said: [
        ['still waiting', 'no'],
        ['just got here', 'yes'],
      ],
    },
    {
      question: 'Will you attend parents evening?',
      said: [
        ["we'll be there", 'yes'],
        ['working late so cant', 'no'],
      ],
    },
    {
      question: 'Does your son have school lunch?',
      said: [
        ['packed lunch', 'no?'],
        ['he does', 'yes'],
      ],
    },
    {
      question: 'Would you like to renew?',
      said: [
        ['yeah go on', 'yes'],
        ['ill think about it', '?'],
      ],
    },
    {
      question: 'Have you checked in online?',
      said: [
        ['not yet will do tonight', 'no'],
        ['all checked in', 'yes'],
      ],
    },
    {
      question: 'Do you need an airport transfer?',
      said: [
        ['getting picked up', 'no'],
        ['yes please landing at 6', 'yes'],
      ],
    },
    {
      question: 'Are you travelling with pets?',
      said: [
        ['one small dog', 'yes'],
        ['no pets', 'no'],
      ],
    },
    {
      question: 'Would you like the doctor to call you?',
      said: [
        ['that would be helpful', 'yes'],
        ['no its ok', 'no'],
      ],
    },
    {
      question: 'Did you take your meds today?',
      said: [
        ['forgot', 'no'],
        ['took them this morning', 'yes'],
      ],
    },
    {
      question: 'Have you made the payment?',
      said: [
        ['doing it tomorrow', 'no'],
        ['paid this morning', 'yes'],
      ],
    },
    {
      question: 'Shall I add fries?',
      said: [
        ['go on then lol', 'yes'],
        ['on a diet haha no', 'no?'],
      ],
    },
    {
      question: 'Are you over 18?',
      said: [
        ['im 34', 'yes'],
        ['17', 'no'],
      ],
    },
    {
      question: 'Are you an existing customer?',
      said: [
        ['since 2020', 'yes'],
        ['brand new', 'no'],
      ],
    },
    {
      question: 'Are you interested in the annual plan?',
      said: [
        ['monthly only', 'no'],
        ['very', 'yes'],
      ],
    },
    {
      question: 'Is there a lift in your building?',
      said: [
        ['stairs only', 'no'],
        ['there is', 'yes'],
      ],
    },
    {
      question: 'Did you find the app easy to use?',
      said: [
        ['super easy', 'yes'],
        ['so confusing', 'no'],
      ],
    },
    {
      question: 'Do you wear glasses?',
      said: [
        ['just for reading', 'yes'],
        ['contacts', '?'],
      ],
    },
    {
      question: 'Would Tuesday work instead?',
      said: [
        ["tuesday's perfect", 'yes'],
        ['tuesdays a no go', 'no'],
      ],
    },
    {
      question: "Can you confirm you're coming tomorrow?",
      said: [
        ['confirmed see you there', 'yes'],
        ['tmrw no good', 'no'],
      ],
    },
    {
      question: 'Shall I book you with Dr Lee?',
      said: [
        ['yes with her pls', 'yes'],
        ['anyone but her lol', 'no?'],
      ],
    },
    {
      question: 'Need anything else?',
      said: [
        ['thats me done ta', 'no'],
        ['one more thing yeah', 'yes'],
        ['nah thats all', 'no'],
      ],
    },
    {
      question: 'Any questions?',
      said: [
        ['nope all clear', 'no'],
        ['just one', 'yes'],
      ],
    },
    {
      question: 'Can you pick it up today?',
      said: [
        ['cant today sorry', 'no'],
        ['on my way', 'yes'],
      ],
    },
    {
      question: 'Did you receive the results email?',
      said: [
        ['havent seen it', 'no'],
        ['yup reading it now', 'yes'],
      ],
    },
    {
      question: 'Is it urgent?',
      said: [
        ['extremely', 'yes'],
        ['no rush', 'no'],
      ],
    },
    {
      question: 'Shall we email the invoice?',
      said: [
        ['yes same email', 'yes'],
        ['just text it', 'no'],
      ],
    },
    {
      question: 'Do you have an account with us?',
      said: [
        ['i think so', 'yes'],
        ['not that im aware', 'no'],
      ],
    },
    {
      question: 'Did you pay by card?',
      said: [
        ['paid cash', 'no'],
        ['card yes', 'yes'],
      ],
    },
    {
      question: 'Cheese on your burger?',
      said: [
        ['double cheese', 'yes'],
        ['no cheese', 'no'],
      ],
    },
    {
      question: 'Would you like ice?',
      said: [
        ['loads of ice', 'yes'],
        ['no ice pls', 'no'],
        ['black', '?'],
      ],
    },
    {
      question: 'Are you at home?',
      said: [
        ['just popped out', 'no'],
        ['yeah im in', 'yes'],
      ],
    },
    {
      question: 'Is your dog neutered?',
      said: [
        ['not neutered no', 'no'],
        ["he's been done", 'yes?'],
      ],
    },
    {
      question: 'Any long term conditions?',
      said: [
        ['asthma', 'yes'],
        ['nothing major', '?'],
      ],
    },
    {
      question: 'Are you on antibiotics?',
      said: [
        ['finished them', 'no'],
        ['amoxicillin yeah', 'yes?'],
      ],
    },
    {
      question: 'Would you like a reminder?',
      said: [
        ["that'd help", 'yes'],
        ['ive put it in my phone thanks', 'no?'],
      ],
    },
    {
      question: 'Shall we go ahead with the order?',
      said: [
        ['go for it', 'yes'],
        ['hold off for now', 'no'],
      ],
    },
    {
      question: 'Is the total of £80 right?',
      said: [
        ['looks right', 'yes'],
        ['should be 70', 'no'],
      ],
    },
    {
      question: 'Shall we include breakfast?',
      said: [
        ['how much extra?', '?'],
        ['room only', 'no?'],
      ],
    },
    {
      question: 'Do you have a reservation?',
      said: [
        ['under Smith', 'yes'],
        ['walk in', 'no'],
      ],
    },
    {
      question: 'Did you change the filter?',
      said: [
        ['changed it yesterday', 'yes'],
        ['never have', 'no'],
      ],
    },
    {
      question: 'Would the afternoon suit?',
      said: [
        ['afternoons are best', 'yes?'],
        ['not in the afternoon', 'no'],
      ],
    },
    {
      question: 'Does Tuesday 10am work?',
      said: [
        ['works a treat', 'yes'],
        ['tuesdays im at work', 'no'],
      ],
    },
    {
      question: 'Does the door close properly?',
      said: [
        ['sticks a bit', 'no?'],
        ['closes fine', 'yes'],
      ],
    },
    {
      question: 'Are you feeling better?',
      said: [
        ['much better', 'yes'],
        ['worse', 'no'],
        ['same as before', 'no'],
      ],
    },
    {
      question: 'Could you send a photo?',
      said: [
        ['sending now', 'yes'],
        ["camera's broken", 'no?'],
      ],
    },
    { question: 'Do you use Instagram?', said: [['not on it', 'no']] },
    {
      question: 'Would you like to leave a tip?',
      said: [
        ['10% pls', 'yes'],
        ['not today', 'no'],
      ],
    },
    {
      question: 'Has the noise stopped?',
      said: [
        ['it has', 'yes'],
        ['still going', 'no'],
      ],
    },
    {
      question: 'Was it you who asked for the quote?',
      said: [
        ['yep that was me', 'yes'],
        ['that was my husband', 'no'],
      ],
    },
    {
      question: 'Have you got a spare key?',
      said: [
        ['got one', 'yes'],
        ['lost it', 'no?'],
      ],
    },
    {
      question: 'Can the driver ring you?',
      said: [
        ['course', 'yes'],
        ['text only pls', 'no?'],
      ],
    },
    {
      question: 'Has the problem been fixed?',
      said: [
        ['all sorted now', 'yes'],
        ['yes fixed', 'yes'],
      ],
    },
    { question: 'Did you manage to fix it?', said: [['fixed it', 'yes']] },
    { question: 'Is the issue resolved?', said: [['sorted ta', 'yes?']] },
    { question: 'Do you need help with the problem?', said: [['sorted now', 'no']] },
    { question: 'Shall we cancel the order?', said: [['im away', '?']] },
    { question: 'Do you want to cancel?', said: [['i moved', '?']] },
    { question: 'Can I help with anything?', said: [['nothing works', '?']] },
    { question: 'Is everything ok with the order?', said: [['here', '?']] },
    { question: 'Would you like to book?', said: [['nothing', 'no']] },
    { question: 'Do you want to change your address?', said: [['ive moved', '?']] },
    { question: 'Have you moved?', said: [['moved last year', 'yes']] },
    { question: 'Can you come on Friday?', said: [['working', 'no']] },
    { question: 'Is it working?', said: [['working', 'yes']] },
    { question: 'Is it working now?', said: [['working', 'yes']] },
    { question: 'Is the wifi working?', said: [['nothing works', 'no']] },
    { question: 'Did anything break?', said: [['nothing', 'no']] },
    { question: 'Would you like it delivered?', said: [['pick up', 'no']] },
    { question: 'Do you have a car?', said: [['bus', '?']] },
    { question: 'Is your pet a male?', said: [['girl', 'no']] },
    { question: 'Are you married?', said: [['single', 'no']] },
    { question: 'Would you like milk in your coffee?', said: [['black', 'no']] },
    { question: 'Do you want help?', said: [['if you can', 'yes']] },
    { question: 'Did you lose it?', said: [['lost it', 'yes']] },
    { question: 'Have you lost your receipt?', said: [['lost it', 'yes']] },
    { question: 'Do you still have the issue?', said: [['still the same', 'yes']] },
    { question: 'Has it stopped?', said: [['still the same', '?']] },
    { question: 'Is it still broken?', said: [['fixed', 'no']] },
    { question: 'Was the box open?', said: [['sealed', '?']] },
    { question: 'Can you confirm your slot?', said: [['yup all good', 'yes']] },
    { question: 'Shall I book a table?', said: [['yes pls', 'yes']] },
    { question: 'Do you have dental cover?', said: [['i dont', 'no']] },
    { question: 'Has the package come?', said: [['still waiting', 'no']] },
    {
      question: 'Does the car start?',
      said: [
        ['it does', 'yes'],
        ['wont start', 'no'],
      ],
    },
    { question: 'Want a receipt?', said: [['nah ur good', 'no?']] },
    { question: 'Is this your first order?', said: [['it is', 'yes']] },
    {
      question: 'Did you bring the paperwork?',
      said: [
        ['got it with me', 'yes'],
        ['left it at home', 'no'],
      ],
    },
    { question: 'Can we send you offers?', said: [['rather you didnt', 'no?']] },
    { question: 'Are you registered?', said: [['not yet', 'no']] },
    { question: 'Shall we book it in?', said: [['lets do it', 'yes']] },
    {
      question: 'Still interested in the flat?',
      said: [
        ['found another one', 'no'],
        ['still am', 'yes'],
      ],
    },
    { question: 'Do you accept the terms?', said: [['accepted', 'yes']] },
    {
      question: 'Is Thursday ok?',
      said: [
        ['perfect', 'yes'],
        ['cant do thurs', 'no'],
      ],
    },
    { question: 'Are u feeling ok?', said: [['not great', 'no']] },
  ],
}
