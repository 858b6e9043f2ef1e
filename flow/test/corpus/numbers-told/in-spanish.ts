import type { Asked } from '../unseen/asked-yes-no.ts'

/** Numbers as customers tell them in Spanish, with the question that they answer; what is read back counts as understood. */
export const numbersInSpanish: Asked[] = [
  {
    question: '¿De cuánto es tu billete para llevarte cambio?',
    said: [['uno de 500', '500']],
  },
  {
    question: '¿De cuántos litros quieres el refresco?',
    said: [['el de dos litros y medio', '2.5']],
  },
  {
    question: '¿Cuántos acompañantes vienen contigo?',
    said: [['ninguno, voy sola', '0']],
  },
  {
    question: '¿Cuántas docenas de empanadas quiere?',
    said: [
      ['dos docenas', '2'],
      ['una docena', '1'],
      ['3', '3'],
    ],
  },
  {
    question: '¿Cuántos?',
    said: [['2 de cada', '?']],
  },
  {
    question: '¿Cuántos cigarros al día?',
    said: [['5 al día', '5']],
  },
  {
    question: '¿Cuántas botellas?',
    said: [
      ['una de 2 litros', '1'],
      ['una botella de 2 litros', '1'],
    ],
  },
  {
    question: '¿Cuántas cajas?',
    said: [['una caja de 12', '1']],
  },
  {
    question: '¿Cuántos huevos?',
    said: [['un maple de 30', '30']],
  },
  {
    question: '¿Cuántos kilos?',
    said: [['una bolsa de 5 kilos', '5']],
  },
  {
    question: '¿Cuántas horas?',
    said: [['2 y cuarto', '2.25']],
  },
  {
    question: '¿De cuántos litros?',
    said: [['una de 2 litros', '2']],
  },
  {
    question: '¿Cuántas veces llamó?',
    said: [
      ['la segunda vez', '2'],
      ['como 4 veces ya!!', '4'],
      ['es la primera vez', '1'],
      ['mil veces', '?'],
    ],
  },
  {
    question: '¿Cuántos años tiene el paciente?',
    said: [['cumplió 12 la semana pasada', '12']],
  },
  {
    question: '¿Cuántos hijos tienes?',
    said: [['tengo dos nenas y un varón', '3']],
  },
  {
    question: '¿Cuántas personas serían?',
    said: [['seríamos unas 8 maso', '8']],
  },
  {
    question: '¿Cuántas personas van a venir?',
    said: [['mi marido y yo', '2']],
  },
  {
    question: '¿Cuántas noches se quedan?',
    said: [['3 noches porfa 🙏', '3']],
  },
  {
    question: '¿Cuántos kilos de carne quiere?',
    said: [
      ['kilo y medio', '1.5'],
      ['medio kilo nomás', '0.5'],
    ],
  },
  {
    question: '¿Cuánto pesas?',
    said: [['peso como 72 y medio', '72.5']],
  },
  {
    question: '¿Cuánto mides?',
    said: [['1,68', '1.68']],
  },
  {
    question: '¿De qué talle lo buscás?',
    said: [['talle 42 por fa', '42']],
  },
  {
    question: '¿Qué número calzas?',
    said: [['calzo 39 jaja', '39']],
  },
  {
    question: '¿Cuántas cajas necesitas?',
    said: [['un par', '2']],
  },
  {
    question: '¿Cuántas empanadas querés?',
    said: [
      ['una docena', '12'],
      ['docena y media', '18'],
      ['media docena xfa', '6'],
    ],
  },
  {
    question: '¿Cuántos días hace que tiene fiebre?',
    said: [['desde hace 3 días', '3']],
  },
  {
    question: '¿Cuántos meses tiene el bebé?',
    said: [['recién cumplió los 5 meses', '5']],
  },
  {
    question: '¿Cuántos meses de embarazo llevas?',
    said: [['voy por el sexto mes', '6']],
  },
  {
    question: '¿De cuántas semanas estás?',
    said: [['estoy de 32 semanas', '32']],
  },
  {
    question: '¿Con cuánto vas a pagar?',
    said: [
      ['con un billete de mil', '1000'],
      ['voy a pagar con 2 mil', '2000'],
    ],
  },
  {
    question: '¿Cuánto quieres abonar?',
    said: [['15 lucas', '15000']],
  },
  {
    question: '¿Cuál es tu presupuesto?',
    said: [['no más de 20 mil', '20000']],
  },
  {
    question: '¿Cuántas mascotas tienes?',
    said: [['solo un perrito', '1']],
  },
  {
    question: '¿Cuántos pisos tiene la casa?',
    said: [['es de dos plantas', '2']],
  },
  {
    question: '¿Cuántos metros de tela necesitas?',
    said: [['2 metros y medio', '2.5']],
  },
  {
    question: '¿Cuántas cuotas prefieres?',
    said: [
      ['en 6 si se puede', '6'],
      ['sin cuotas, en un solo pago', '1'],
    ],
  },
  {
    question: '¿Cuántos niños vienen?',
    said: [
      ['ninguno, puros adultos', '0'],
      ['2 niños de 4 y 6 años', '2'],
    ],
  },
  {
    question: '¿Cuántas maletas llevas?',
    said: [['nada más una mochila', '1']],
  },
  {
    question: '¿Cuántas veces al día toma la medicina?',
    said: [['cada 8 horas', '?']],
  },
  {
    question: '¿Cuántas veces al día te cepillas los dientes?',
    said: [['dos veces, mañana y noche', '2']],
  },
  {
    question: '¿Cuántas unidades le separo?',
    said: [
      ['sepárame 4', '4'],
      ['mandame 10 xq tengo evento', '10'],
    ],
  },
  {
    question: '¿Cuántos invitados tendrás?',
    said: [
      ['entre 20 y 30', '?'],
      ['todavía no sé', '?'],
    ],
  },
  {
    question: '¿Qué edad tenés?',
    said: [
      ['casi 40', '40'],
      ['31 añitos jajaja', '31'],
    ],
  },
  {
    question: '¿Qué edad tiene tu mamá?',
    said: [['mi mami tiene 67', '67']],
  },
  {
    question: '¿Cuántos tacos quieres?',
    said: [
      ['pues unos 5 de pastor', '5'],
      ['5 de pastor y 3 de suadero', '8'],
    ],
  },
  {
    question: '¿Cuántas habitaciones necesitan?',
    said: [
      ['con una basta', '1'],
      ['dos dobles', '2'],
    ],
  },
  {
    question: '¿Del 1 al 10, qué tanto te duele?',
    said: [
      ['como un 7', '7'],
      ['un 8 😭', '8'],
    ],
  },
  {
    question: '¿Cuántos puntos nos das del 1 al 5?',
    said: [['5 estrellas!!', '5']],
  },
  {
    question: '¿Cuántas copias necesitas?',
    said: [
      ['ps 3 copias a color', '3'],
      ['solo la original y una copia', '?'],
    ],
  },
  {
    question: '¿Cuántos equipos tienen la falla?',
    said: [['los dos', '2']],
  },
  {
    question: '¿Cuántas computadoras no prenden?',
    said: [['todas', '?']],
  },
  {
    question: '¿Cuántos boletos vas a querer?',
    said: [
      ['kiero 4 boletos pls', '4'],
      ['q sean 6', '6'],
    ],
  },
  {
    question: '¿Cuántas horas la necesitas?',
    said: [
      ['una hora y media', '1.5'],
      ['hora y cuarto', '1.25'],
    ],
  },
  {
    question: '¿En qué piso vives?',
    said: [
      ['en el tercero b', '3'],
      ['piso 14', '14'],
    ],
  },
  {
    question: '¿A cuántos kilómetros queda?',
    said: [['a unas 12 km de la plaza', '12']],
  },
  {
    question: '¿Cuántos litros le cargo?',
    said: [['25 lts', '25']],
  },
  {
    question: '¿Cuántas pulgadas tiene la tele?',
    said: [['es de 55', '55']],
  },
  {
    question: '¿De cuántos gramos lo quieres?',
    said: [['el de 250 gr', '250']],
  },
  {
    question: '¿Cuántos cafés tomas al día?',
    said: [['3 o 4', '?']],
  },
  {
    question: '¿Cuántos alumnos son?',
    said: [['ya somos 15 con la profe', '15']],
  },
  {
    question: '¿Cuántas llaves necesitas?',
    said: [['2 de la puerta y 1 del portón', '3']],
  },
  {
    question: '¿Cuántos cilindros de gas te llevamos?',
    said: [['2 de 15 kilos', '2']],
  },
  {
    question: '¿Cuántos pasajes necesitás?',
    said: [
      ['somos 3 asi q 3', '3'],
      ['dos de ida y vuelta', '2'],
    ],
  },
  {
    question: '¿Cuántos cigarrillos fuma por día?',
    said: [
      ['un atado', '?'],
      ['unos diez al día', '10'],
      ['no fumo', '0'],
    ],
  },
  {
    question: '¿Cuánto tiempo en minutos le toma llegar?',
    said: [['como 40 min', '40']],
  },
  {
    question: '¿Cuántos minutos te toma llegar?',
    said: [
      ['media hora', '30'],
      ['15 minutitos', '15'],
    ],
  },
  {
    question: '¿Cuántas cirugías ha tenido?',
    said: [
      ['ninguna, gracias a Dios', '0'],
      ['una nada más, del apéndice', '1'],
      ['2 cesáreas', '2'],
    ],
  },
  {
    question: '¿Cuántos empleados tiene tu empresa?',
    said: [
      ['como 25 empleados', '25'],
      ['menos de 10', '10'],
    ],
  },
  {
    question: '¿Cuál es la temperatura del niño?',
    said: [
      ['tiene 38 y medio', '38.5'],
      ['38.7', '38.7'],
      ['treinta y nueve de fiebre', '39'],
    ],
  },
  {
    question: '¿Cuánto mide de ancho en cm?',
    said: [
      ['80cm', '80'],
      ['un metro', '100'],
    ],
  },
  {
    question: '¿De qué número es tu zapato?',
    said: [
      ['el 27 y medio', '27.5'],
      ['del 25 mexicano', '25'],
    ],
  },
  {
    question: '¿En qué semestre vas?',
    said: [
      ['voy en quinto', '5'],
      ['en el 8vo', '8'],
    ],
  },
  {
    question: '¿Cuántas sesiones llevas?',
    said: [
      ['con esta serían 4', '4'],
      ['llevo 3 y me faltan 7', '3'],
    ],
  },
  {
    question: '¿Cuántos perros tienes?',
    said: [
      ['tengo 2 perritos y un gato', '2'],
      ['uno solo, se llama toby', '1'],
    ],
  },
  {
    question: '¿Cuántos autos tenés para asegurar?',
    said: [['uno, un gol 2015', '1']],
  },
  {
    question: '¿De qué año es tu auto?',
    said: [
      ['es 2018', '2018'],
      ['modelo 2015', '2015'],
      ['del 2012', '2012'],
    ],
  },
  {
    question: '¿Cuántos kilómetros tiene el auto?',
    said: [
      ['98 mil km', '98000'],
      ['tiene ciento veinte mil', '120000'],
    ],
  },
  {
    question: '¿Cuánto te cobraron?',
    said: [
      ['me cobraron 350 pesos', '350'],
      ['350 y eran 300', '?'],
      ['mil doscientos cincuenta', '1250'],
    ],
  },
  {
    question: '¿Cuántos platos serían?',
    said: [
      ['dos nada mas amigo', '2'],
      ['ponle 3 de una vez', '3'],
      ['mejor 4', '4'],
      ['igual que ayer', '?'],
    ],
  },
  {
    question: '¿Cuántas tortillas, por kilo?',
    said: [['kilo y cuarto', '1.25']],
  },
  {
    question: '¿Cuántos kilos de tortilla?',
    said: [
      ['tres cuartos de kilo', '0.75'],
      ['2 kilos y cuarto', '2.25'],
    ],
  },
  {
    question: '¿Cuántos hermanos tiene?',
    said: [
      ['es hijo único', '0'],
      ['tiene 1 hermanita', '1'],
      ['dos mayores y una menor', '3'],
    ],
  },
  {
    question: '¿Cuántas porciones de torta querés?',
    said: [['para 20 personas', '20']],
  },
  {
    question: '¿Cuántas ventanas hay que limpiar?',
    said: [
      ['6 chicas y 2 grandes', '8'],
      ['en total 8', '8'],
      ['8 + la puerta', '?'],
    ],
  },
  {
    question: '¿Cuántos baños tiene?',
    said: [
      ['2 completos y un medio baño', '?'],
      ['dos baños y medio', '2.5'],
    ],
  },
  {
    question: '¿Cuántos ambientes?',
    said: [
      ['3 amb', '3'],
      ['es un monoambiente', '1'],
    ],
  },
  {
    question: '¿Cuántas cucharadas toma?',
    said: [['una y media', '1.5']],
  },
  {
    question: '¿Cuántas pastillas toma al día?',
    said: [
      ['una cada 12 horas', '?'],
      ['2 por la mañana y 1 por la noche', '3'],
    ],
  },
  {
    question: '¿Con cuánto pagas?',
    said: [
      ['pago exacto', '?'],
      ['uno de 200', '200'],
      ['dos de 100', '200'],
    ],
  },
  {
    question: '¿Cuántos seríamos para el cumple?',
    said: [['25 chicos y 10 grandes', '35']],
  },
  {
    question: '¿Cuántos van a comer?',
    said: [
      ['mi familia, 5 en total', '5'],
      ['los 4 de siempre jaja', '4'],
    ],
  },
  {
    question: '¿Qué tan lejos estás, en cuadras?',
    said: [
      ['a 5 cuadritas', '5'],
      ['aquí cerca', '?'],
    ],
  },
  {
    question: '¿Qué nota le pones al servicio del 1 al 10?',
    said: [
      ['un 10 👏👏', '10'],
      ['diez de diez', '10'],
      ['le doy un 9', '9'],
      ['pésimo', '?'],
    ],
  },
  {
    question: '¿Cuántas horas duerme?',
    said: [
      ['duermo como 6 hrs', '6'],
      ['5 o 6 depende', '?'],
      ['casi no duermo', '?'],
    ],
  },
  {
    question: '¿Cuántas cucharadas de azúcar?',
    said: [
      ['2 bien llenas', '2'],
      ['sin azúcar', '0'],
    ],
  },
  {
    question: '¿Cuántas fotos necesita?',
    said: [
      ['6 tamaño infantil', '6'],
      ['la de 4x4', '?'],
    ],
  },
  {
    question: '¿Cuántos días faltaste?',
    said: [
      ['falté 3 días', '3'],
      ['toda la semana', '?'],
    ],
  },
  {
    question: '¿Cuántas bolsas de cemento?',
    said: [
      ['10 bolsas de 50 kg', '10'],
      ['unas 20 bolsas xfa', '20'],
      ['media bolsa', '0.5'],
    ],
  },
  {
    question: '¿Cuántos escalones hay?',
    said: [['son como 15', '15']],
  },
  {
    question: '¿Cuántos focos se quemaron?',
    said: [
      ['uno, el de la sala', '1'],
      ['los tres de la cocina', '3'],
      ['se quemó 1 nomás', '1'],
    ],
  },
  {
    question: '¿Cuántas semanas de reposo te dieron?',
    said: [
      ['me dieron 2 semanas', '2'],
      ['15 días', '?'],
    ],
  },
  {
    question: '¿Cuánto gana al mes?',
    said: [
      ['gano 12 mil', '12000'],
      ['el mínimo', '?'],
      ['alrededor de 800 dólares', '800'],
    ],
  },
  {
    question: '¿Cuánto debe?',
    said: [
      ['debo 1,250.50', '1250.5'],
      ['nada', '0'],
    ],
  },
  {
    question: '¿Cuánto quiere depositar?',
    said: [
      ['deposito 500 y el viernes otros 500', '?'],
      ['quinientos por ahorita', '500'],
    ],
  },
  {
    question: '¿Qué talla usa?',
    said: [
      ['talla 32 de pantalón', '32'],
      ['entre 32 y 34', '?'],
      ['38 pero me gusta holgado', '38'],
    ],
  },
  {
    question: '¿Cuántas sillas rentan?',
    said: [
      ['rentaríamos 50 sillas', '50'],
      ['50 sillas y 5 mesas', '50'],
      ['cincuenta sillas blancas', '50'],
    ],
  },
  {
    question: '¿Cuántas mesas?',
    said: [
      ['5 de 10 personas', '5'],
      ['una mesa larga', '1'],
    ],
  },
  {
    question: '¿Cuántas clases quieres tomar a la semana?',
    said: [
      ['2 por semana', '2'],
      ['tres: lunes, miércoles y viernes', '3'],
      ['martes y jueves', '2'],
    ],
  },
  {
    question: '¿Cuántos puntos te pusieron?',
    said: [
      ['me pusieron 5 puntos', '5'],
      ['ninguno, solo me limpiaron', '0'],
    ],
  },
  {
    question: '¿En cuántos minutos llegas?',
    said: [
      ['llego en 10', '10'],
      ['ya estoy afuera', '?'],
      ['un cuarto de hora', '15'],
    ],
  },
  {
    question: '¿Cuántos gigas quieres?',
    said: [
      ['el plan de 20 gigas', '20'],
      ['ilimitado', '?'],
    ],
  },
  {
    question: '¿Qué edad tiene su hijo?',
    said: [
      ['apenas tiene 2 añitos', '2'],
      ['año y medio', '1.5'],
      ['2 años 3 meses', '?'],
      ['ya va pa los 10', '?'],
      ['tiene 5 y la niña 7', '?'],
    ],
  },
  {
    question: '¿A cuántos grados quieres el aire?',
    said: [
      ['a 22 grados', '22'],
      ['veintidós está bien', '22'],
    ],
  },
  {
    question: '¿Cuántos quieres, vecino?',
    said: [
      ['deme 3 plis vecina', '3'],
      ['q sean dos mejor', '2'],
      ['con uno la armo', '1'],
      ['échale 4', '4'],
      ['los que tengas', '?'],
    ],
  },
  {
    question: '¿Número de mesa?',
    said: [
      ['estamos en la 7', '7'],
      ['mesa doce', '12'],
    ],
  },
  {
    question: '¿Cuántas personas en la habitación?',
    said: [
      ['2 adultos + 1 bebé', '3'],
      ['doble', '?'],
      ['matrimonio con 2 hijos', '4'],
    ],
  },
  {
    question: '¿Cuánto pesa tu perro?',
    said: [
      ['pesa 8 kilos aprox', '8'],
      ['es chiquito', '?'],
      ['12kg y algo', '12'],
    ],
  },
]
