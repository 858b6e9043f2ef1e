import type { Asked } from '../unseen/asked-yes-no.ts'

/** Numbers as customers tell them in Spanish, with the question that they answer; what is read back counts as understood. */
export const numbersInSpanish: Asked[] = [
  {
    question: '¿Cuántos años tienes?',
    said: [
      ['ventiuno', '21'],
      ['venticinco', '25'],
      ['trienta', '30'],
      ['vente', '?'],
    ],
  },
  {
    question: '¿Cuántas personas va a cubrir el seguro?',
    said: [
      ['5 en total, yo mi esposa y los niños', '5'],
      ['mi esposa, mi hijo y yo, o sea 3', '3'],
      ['3 o 4 en total', '?'],
    ],
  },
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
    said: [
      ['2 de cada', '?'],
      ['2 y la coca', '?'],
    ],
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
    said: [
      ['una caja de 12', '1'],
      ['la 2', '2'],
    ],
  },
  {
    question: '¿Cuántos huevos?',
    said: [['un maple de 30', '30']],
  },
  {
    question: '¿Cuántos kilos?',
    said: [
      ['una bolsa de 5 kilos', '5'],
      ['quiero 3 pero son muy caros no?', '?'],
    ],
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
    question: '¿Cuántos acompañantes?',
    said: [['voy sola', '0']],
  },
  {
    question: '¿Cuántas personas?',
    said: [
      ['voy sola', '1'],
      ['somos 5 pero quizás vengan más', '5'],
      ['a las 8', '?'],
      ['mañana te digo', '?'],
    ],
  },
  {
    question: '¿Cuántos niños de 0 a 5 años vienen?',
    said: [['6', '6']],
  },
  {
    question: '¿Cuántas bolsas de 10?',
    said: [['20', '20']],
  },
  {
    question: '¿Qué nota nos das de 1 a 10?',
    said: [['11', '?']],
  },
  {
    question: '¿De qué año es el auto?',
    said: [['15', '?']],
  },
  {
    question: '¿Cuántas cocas?',
    said: [['una de 2 litros', '1']],
  },
  {
    question: '¿Cuántas aguas?',
    said: [['un garrafón de 20', '20']],
  },
  {
    question: '¿Cuántas pizzas?',
    said: [
      ['2 o 3', '?'],
      ['no, mejor 3', '3'],
      ['3 no, 4', '4'],
      ['ni 2', '?'],
      ['dos no, tres', '3'],
    ],
  },
  {
    question: '¿Cuánto pesa?',
    said: [['un poco menos de 20', '20']],
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
    said: [
      ['1,68', '1.68'],
      ['mido 1.75', '1.75'],
      ['1 metro 60', '1.6'],
      ['uno sesenta y cinco', '?'],
    ],
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
      ['tomo 3, una en cada comida', '3'],
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
    question: '¿Cuántas líneas tiene?',
    said: [['3 lineas, 2 de prepago', '3']],
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
  {
    question: '¿Cuántos cuartos tiene el depa?',
    said: [
      ['2 recámaras y estudio', '2'],
      ['tiene tres', '3'],
    ],
  },
  {
    question: '¿Cuántas hojas son?',
    said: [
      ['son 120 hojas', '120'],
      ['como cien hojitas', '100'],
      ['120 por los dos lados', '120'],
    ],
  },
  {
    question: '¿Cuántos invitados confirmaron?',
    said: [
      ['van 45 confirmados', '45'],
      ['de 60 confirmaron 45', '?'],
    ],
  },
  {
    question: '¿Cuántos tragos toma a la semana?',
    said: [
      ['no tomo alcohol', '0'],
      ['unos 3 los findes', '3'],
    ],
  },
  {
    question: '¿Qué edad tiene usted?',
    said: [
      ['tengo 45 recién cumplidos', '45'],
      ['cincuenta y dos para servirle', '52'],
      ['soy mayor de edad', '?'],
    ],
  },
  {
    question: '¿Cuántos cortes de pelo serían?',
    said: [
      ['el mío y el de mi hijo', '?'],
      ['2 porfis, uno de niño', '2'],
      ['solo 1 corte', '1'],
    ],
  },
  {
    question: '¿Hace cuántos años se operó?',
    said: [
      ['hace 4 años', '4'],
      ['en el 2019', '?'],
      ['fue hace como diez años', '10'],
    ],
  },
  {
    question: '¿Cuántos bultos son?',
    said: [
      ['3 bultos medianos', '3'],
      ['una caja y 2 bolsas', '3'],
      ['1 solo pero pesado', '1'],
    ],
  },
  {
    question: '¿Cuánto pesa el paquete?',
    said: [
      ['menos de 1 kilo', '1'],
      ['unos 3 kilitos', '3'],
    ],
  },
  {
    question: '¿Cuánto pesa el paquete? (kg)',
    said: [['2 kilos 300', '2.3']],
  },
  {
    question: '¿Cuántos pisos hay que subir?',
    said: [
      ['ninguno, es planta baja', '0'],
      ['son 3 pisos sin elevador', '3'],
    ],
  },
  {
    question: '¿Cuántos años de experiencia tienes?',
    said: [
      ['tengo 6 años en ventas', '6'],
      ['sin experiencia', '0'],
      ['casi 2', '2'],
      ['6 meses nada más', '?'],
    ],
  },
  {
    question: '¿Cuántas materias debes?',
    said: [
      ['debo 2 profe', '2'],
      ['ya ninguna', '0'],
    ],
  },
  {
    question: '¿Cuántos cargadores le hacen falta?',
    said: [
      ['con 1 tengo', '1'],
      ['me hace falta 1', '1'],
      ['me faltan 2', '2'],
    ],
  },
  {
    question: '¿Cuánta propina quieres dejar?',
    said: [
      ['el 10%', '10'],
      ['50 pesitos', '50'],
      ['sin propina', '0'],
    ],
  },
  {
    question: '¿Cuántos viajes al mes haces?',
    said: [
      ['depende del mes', '?'],
      ['2 al mes mas o menos', '2'],
      ['cada 15 días', '?'],
    ],
  },
  {
    question: '¿Cuántos cm de largo?',
    said: [
      ['30x40', '?'],
      ['treinta cm', '30'],
      ['metro y medio', '150'],
    ],
  },
  {
    question: '¿Cuántas rosas quiere en el ramo?',
    said: [
      ['una docena de rojas', '12'],
      ['24 rosas ❤️', '24'],
      ['dos docenas y media', '30'],
    ],
  },
  {
    question: '¿Cuántos minutos quiere reservar la cancha?',
    said: [
      ['una hora', '60'],
      ['90 min', '90'],
      ['hora y media', '90'],
    ],
  },
  {
    question: '¿Cuántos jugadores son?',
    said: [
      ['10 en total, 5 vs 5', '10'],
      ['somos diez maestro', '10'],
    ],
  },
  {
    question: '¿Cuántas cervezas?',
    said: [
      ['un six', '6'],
      ['dos frias y una al tiempo', '3'],
      ['6 coronas bien helodias', '6'],
    ],
  },
  {
    question: '¿De cuánto fue la transferencia?',
    said: [
      ['fue de 1800', '1800'],
      ['transferí 2.500', '2500'],
      ['mil ochocientos con cincuenta', '1800.5'],
      ['no la hice aun', '?'],
    ],
  },
  {
    question: '¿Cuántas dosis de la vacuna tiene?',
    said: [
      ['todas', '?'],
      ['ya tengo las tres', '3'],
      ['solo la primera dosis', '1'],
    ],
  },
  {
    question: '¿Cuántos son en tu casa?',
    said: [
      ['vivimos 5', '5'],
      ['mis papás, mi hermana y yo', '4'],
    ],
  },
  {
    question: '¿Cuántas porciones quieres?',
    said: [
      ['4 porciones bien servidas jeje', '4'],
      ['me apunto con 2', '2'],
      ['una y ya', '1'],
    ],
  },
  {
    question: '¿Cuántas semanas tienes de embarazo?',
    said: [
      ['casi 30 semanas', '30'],
      ['5 meses', '?'],
      ['12 semanas y 3 días', '12'],
    ],
  },
  {
    question: '¿Cuántos clientes atiendes al día?',
    said: [
      ['entre 10 y 15 más o menos', '?'],
      ['atiendo a 20', '20'],
    ],
  },
  {
    question: '¿Qué tan alto es el techo en metros?',
    said: [
      ['2 metros 40', '2.4'],
      ['dos cuarenta', '?'],
    ],
  },
  {
    question: '¿Cuántos puestos necesita en el bus?',
    said: [
      ['4 puestos juntos porfa', '4'],
      ['para mi esposa y para mí', '2'],
      ['dos sillas', '2'],
    ],
  },
  {
    question: '¿Cuántas gallinas tiene?',
    said: [
      ['tengo como treinta', '30'],
      ['8 gallinas y un gallo', '8'],
    ],
  },
  {
    question: '¿Cuánto dura el trayecto en horas?',
    said: [
      ['3 horitas', '3'],
      ['30 minutos', '0.5'],
    ],
  },
  {
    question: '¿Cuántas llantas va a cambiar?',
    said: [
      ['las 4', '4'],
      ['2 delanteras', '2'],
      ['una ponchada', '1'],
    ],
  },
  {
    question: '¿Cuál es el monto a retirar?',
    said: [
      ['mil pesos en billetes de 200', '1000'],
      ['$3,000', '3000'],
      ['tres mil quinientos pesitos', '3500'],
    ],
  },
  {
    question: '¿Cuántas personas viven contigo?',
    said: [
      ['vivo solo', '0'],
      ['mi mamá y 2 hermanos', '3'],
    ],
  },
  {
    question: '¿Cuántos metros tiene el lote?',
    said: [
      ['10 por 20', '?'],
      ['200 mts', '200'],
      ['doscientos metros cuadrados', '200'],
    ],
  },
  {
    question: '¿Cuántos ladrillos?',
    said: [
      ['medio millar', '500'],
      ['mil ladrillos rojos', '1000'],
      ['un millar', '1000'],
    ],
  },
  {
    question: '¿Cuántas entradas le reservo?',
    said: [
      ['dos en platea', '2'],
      ['4 juntitas si se puede', '4'],
      ['las que queden', '?'],
    ],
  },
  {
    question: '¿Cuántas mudas de ropa?',
    said: [['3 camisas y 2 pantalones', '5']],
  },
  {
    question: '¿Cuántas prendas trae a la lavandería?',
    said: [
      ['3 camisas y 2 pantalones', '5'],
      ['una cobija nada más', '1'],
      ['como 10 prendas', '10'],
    ],
  },
  {
    question: '¿Cuántas noches?',
    said: [
      ['por 4 noches', '4'],
      ['1 noche, viajo temprano', '1'],
      ['cuatro noches y cinco días', '4'],
    ],
  },
  {
    question: '¿Qué número de pedido es?',
    said: [
      ['es el 4521', '4521'],
      ['pedido #778', '778'],
      ['no lo tengo', '?'],
    ],
  },
  {
    question: '¿Qué edad tiene tu perrita?',
    said: [
      ['5 años, es viejita jaja', '5'],
      ['es cachorra', '?'],
      ['cumple 3 en mayo', '?'],
    ],
  },
  {
    question: '¿Cuántos años lleva con el dolor?',
    said: [
      ['como 2 añitos ya', '2'],
      ['desde el 2020', '?'],
      ['muchísimos', '?'],
    ],
  },
  {
    question: '¿Cuántas copias de llave hacemos?',
    said: [
      ['háganme 3', '3'],
      ['con una está bien', '1'],
      ['dos pa mi y una pa mi roomie', '3'],
    ],
  },
  {
    question: '¿Cuántas hamburguesas?',
    said: [
      ['2 sencillas y 1 doble', '3'],
      ['tres con todo', '3'],
      ['3 pero una sin cebolla', '3'],
      ['ay ps 2', '2'],
    ],
  },
  {
    question: '¿Cuántas alitas?',
    said: [
      ['una orden de 12', '12'],
      ['15 bbq', '15'],
    ],
  },
  {
    question: '¿Cuántos sobrecitos de salsa?',
    said: [
      ['unos 5 estaría bien', '5'],
      ['un chingo', '?'],
      ['con dos la hago', '2'],
    ],
  },
  {
    question: '¿De 1 a 5 qué tan satisfecho estás?',
    said: [
      ['un 3 la verdad', '3'],
      ['5/5', '5'],
      ['cero', '?'],
    ],
  },
  {
    question: '¿Cuántas personas asistirán a la cita?',
    said: [
      ['solo el paciente y un acompañante', '2'],
      ['dos personitas', '2'],
      ['voy con mi hermana', '2'],
    ],
  },
  {
    question: '¿Qué edad tiene el paciente?',
    said: [
      ['tiene 6 añitos', '6'],
      ['42 años cumplidos', '42'],
      ['es mi abuela de 83', '83'],
      ['8 meses', '?'],
    ],
  },
  {
    question: '¿Cuántos días lleva con los síntomas?',
    said: [
      ['ya van 4 días', '4'],
      ['como tres dias mas o menos', '3'],
      ['desde antier', '?'],
      ['casi una semana', '7'],
    ],
  },
  {
    question: '¿Cuánto pesas aproximadamente?',
    said: [
      ['68 kg', '68'],
      ['entre 70 y 72', '?'],
      ['ando en los 90', '90'],
    ],
  },
  {
    question: '¿Cuántas pizzas te mandamos?',
    said: [
      ['mandame 2 grandes', '2'],
      ['una de muzza y otra de jamón', '2'],
      ['3 porfa 🍕', '3'],
      ['dos y media', '2.5'],
    ],
  },
  {
    question: '¿Con qué billete pagas?',
    said: [
      ['con uno de mil', '1000'],
      ['con 500', '500'],
      ['billete de 200', '200'],
      ['con tarjeta', '?'],
    ],
  },
  {
    question: '¿Cuántos niños y de qué edades?',
    said: [['2, de 3 y 5', '2']],
  },
  {
    question: '¿Qué talla de zapato usas?',
    said: [
      ['26 y medio mexicano', '26.5'],
      ['37', '37'],
      ['soy del 40', '40'],
    ],
  },
  {
    question: '¿Cuántas noches quiere hospedarse?',
    said: [
      ['dos noches nada mas', '2'],
      ['solo hoy', '1'],
      ['3 noches, llegamos el viernes', '3'],
    ],
  },
  {
    question: '¿Cuántas habitaciones?',
    said: [
      ['una matrimonial', '1'],
      ['2 sencillas y 1 doble', '3'],
      ['con una estamos bien', '1'],
    ],
  },
  {
    question: '¿Cuál es tu presupuesto aproximado?',
    said: [
      ['unos 5 mil pesos', '5000'],
      ['máximo 300 lucas', '300000'],
      ['lo más barato', '?'],
      ['2 palos', '2000000'],
    ],
  },
  {
    question: '¿Cuántos metros cuadrados tiene tu casa?',
    said: [
      ['como 120 metros', '120'],
      ['ciento veinte aprox', '120'],
      ['ni idea', '?'],
    ],
  },
  {
    question: '¿Cuántas cuotas?',
    said: [
      ['12 sin interés', '12'],
      ['en 3 pagos', '3'],
      ['al contado', '1'],
    ],
  },
  {
    question: '¿Cuántas unidades necesitas del producto?',
    said: [
      ['necesito 10 pzas', '10'],
      ['un solo par', '?'],
      ['diez x favor', '10'],
      ['1 nomas gracias', '1'],
    ],
  },
  {
    question: '¿Cuántos hijos tienes en el colegio?',
    said: [
      ['dos, uno en primaria y otro en secundaria', '2'],
      ['tengo uno', '1'],
      ['los tres', '3'],
    ],
  },
  {
    question: '¿En qué piso está el departamento?',
    said: [
      ['piso 4 dpto B', '4'],
      ['en el quinto', '5'],
      ['pb', '0'],
    ],
  },
  {
    question: '¿Cuántas mascotas van a viajar?',
    said: [
      ['un perro chiquito', '1'],
      ['dos gatitos', '2'],
      ['no llevo mascotas', '0'],
    ],
  },
  {
    question: '¿Cuántos kilos de pollo?',
    said: [
      ['2 y medio', '2.5'],
      ['kilo y cuarto', '1.25'],
      ['3 kilos bien despachados jaja', '3'],
    ],
  },
  {
    question: 'Del 0 al 10, ¿qué tanto nos recomiendas?',
    said: [
      ['10 sin duda', '10'],
      ['un 9.5', '9.5'],
      ['la verdad un 6', '6'],
      ['todos', '?'],
    ],
  },
  {
    question: '¿Cuántos asientos vas a reservar?',
    said: [
      ['6 por fis, somos familia', '6'],
      ['reservame cinco', '5'],
      ['los mismos de siempre', '?'],
      ['yo y mis 3 amigas', '4'],
    ],
  },
  {
    question: '¿Cuántas dosis le faltan?',
    said: [
      ['le falta una', '1'],
      ['solo la última', '1'],
      ['dos todavía', '2'],
      ['ninguna ya las tiene completas', '0'],
    ],
  },
  {
    question: '¿Cuántos clientes tiene tu negocio?',
    said: [
      ['alrededor de 200', '200'],
      ['más de mil', '1000'],
      ['apenas voy empezando', '?'],
    ],
  },
  {
    question: '¿Cuánto tiempo llevas esperando, en minutos?',
    said: [
      ['llevo 40 minutos esperando', '40'],
      ['una hora ya', '60'],
      ['un montón', '?'],
    ],
  },
  {
    question: '¿Cuántos paquetes vas a enviar?',
    said: [
      ['3 paquetes a guadalajara', '3'],
      ['uno mediano', '1'],
      ['son 2 cajitas', '2'],
      ['2, uno para cdmx y otro para puebla', '2'],
    ],
  },
  {
    question: '¿Cuántas veces has visitado la tienda?',
    said: [
      ['unas 3 veces', '3'],
      ['nunca he ido', '0'],
      ['dos veces el mes pasado', '2'],
      ['muchas', '?'],
    ],
  },
  {
    question: '¿Cuánto quieres invertir?',
    said: [
      ['10 mil para empezar', '10000'],
      ['unos 500 dolares', '500'],
      ['lo que se pueda', '?'],
      ['cien mil varos', '100000'],
    ],
  },
  {
    question: '¿Cuántos litros de gasolina?',
    said: [
      ['lleno', '?'],
      ['30 litritos', '30'],
      ['veinte litros de la verde', '20'],
    ],
  },
  {
    question: '¿Cuántos focos necesita?',
    said: [
      ['4 focos de 9 watts', '4'],
      ['cuatro led', '4'],
      ['un paquete de 6', '6'],
    ],
  },
  {
    question: '¿Cuántos alumnos van a la excursión?',
    said: [
      ['32 más 2 maestras', '?'],
      ['vamos 32', '32'],
      ['todo el grupo', '?'],
    ],
  },
  {
    question: '¿Cuántos sándwiches?',
    said: [
      ['dos de jamón y uno de queso', '3'],
      ['uno con todo plis', '1'],
      ['3 sin mayonesa', '3'],
    ],
  },
  {
    question: '¿Cuántos cumple?',
    said: [['cumple 7', '7']],
  },
  {
    question: '¿Cuántos años cumple la festejada?',
    said: [
      ['cumple 15!!', '15'],
      ['va a cumplir 15', '15'],
      ['sus quince', '15'],
    ],
  },
  {
    question: '¿Qué calificación le das del 1 al 10?',
    said: [
      ['9/10', '9'],
      ['10 ⭐', '10'],
      ['un siete y porque ando de buenas', '7'],
      ['20', '?'],
    ],
  },
  {
    question: '¿Cuánta agua toma al día en litros?',
    said: [
      ['litro y medio', '1.5'],
      ['como 2 litros', '2'],
      ['casi nada', '?'],
    ],
  },
  {
    question: '¿Cuántos meses lleva sin pagar?',
    said: [
      ['debo 3 meses', '3'],
      ['nada más este mes', '1'],
      ['desde enero', '?'],
    ],
  },
  {
    question: '¿Cuántas recámaras busca?',
    said: [
      ['mínimo 2', '2'],
      ['2 o más', '2'],
      ['3 recámaras y 2 baños', '3'],
      ['de preferencia 3', '3'],
    ],
  },
  {
    question: '¿Cuánto pide por el carro?',
    said: [
      ['pido 85 mil a tratar', '85000'],
      ['ochenta y cinco mil negociable', '85000'],
      ['lo justo', '?'],
    ],
  },
  {
    question: '¿Cuántas puertas tiene el auto?',
    said: [
      ['es de 4 puertas', '4'],
      ['cuatro', '4'],
      ['5 puertas contando la cajuela', '5'],
    ],
  },
  {
    question: '¿Cuántos centímetros mide el bebé?',
    said: [
      ['52 cm al nacer', '52'],
      ['medio metro', '50'],
    ],
  },
  {
    question: '¿Cuántos vasos?',
    said: [['vasos como 20', '20']],
  },
  {
    question: '¿Cuántas personas van en el auto?',
    said: [
      ['vamos 4 incluyéndome', '4'],
      ['yo y mi compadre', '2'],
    ],
  },
  {
    question: '¿Cuántas plantas vas a comprar?',
    said: [
      ['unas 6 pequeñas', '6'],
      ['depende del precio', '?'],
      ['dos suculentas y un cactus', '3'],
    ],
  },
  {
    question: '¿Cuántos días de vacaciones pides?',
    said: [
      ['pido 10 días hábiles', '10'],
      ['una semanita', '7'],
      ['los que me tocan', '?'],
    ],
  },
  {
    question: '¿Cuántos años tiene tu gato?',
    said: [
      ['tiene 2 y medio', '2.5'],
      ['ya es viejito como 14', '14'],
      ['1 año recién', '1'],
    ],
  },
  {
    question: '¿De cuántas pulgadas es tu monitor?',
    said: [
      ['de 24"', '24'],
      ['es uno de 27 pulgadas', '27'],
    ],
  },
  {
    question: '¿Cuántas tazas de café toma?',
    said: [
      ['2 tacitas en la mañana', '2'],
      ['no tomo café', '0'],
      ['una al despertar', '1'],
    ],
  },
  {
    question: '¿Cuánto es lo máximo que pagarías?',
    said: [
      ['máximo 1500', '1500'],
      ['no pasaría de 2000', '2000'],
    ],
  },
  {
    question: '¿Cuántas láminas necesita?',
    said: [
      ['12 láminas de 3 metros', '12'],
      ['doce', '12'],
    ],
  },
  {
    question: '¿Cuántos salones son?',
    said: [['4 salones grandes', '4']],
  },
  {
    question: '¿Cuántas veces al mes?',
    said: [
      ['1 vez', '1'],
      ['unas 2 o 3', '?'],
      ['cuatro, una por semana', '4'],
    ],
  },
  {
    question: '¿En cuántos pagos lo quiere?',
    said: [
      ['a 6 meses', '6'],
      ['12 pagos fijos', '12'],
      ['uno solo', '1'],
    ],
  },
  {
    question: '¿Cuántos bebés son?',
    said: [
      ['gemelos', '2'],
      ['uno, es niña', '1'],
    ],
  },
  {
    question: '¿Cuántas bolsas de hielo?',
    said: [
      ['3 bolsas grandes amigo', '3'],
      ['dame dos pues', '2'],
      ['cinco de las chicas', '5'],
    ],
  },
  {
    question: '¿Cuánto le sirvo, en gramos?',
    said: [
      ['un cuarto de kilo', '250'],
      ['300 gramitos', '300'],
    ],
  },
]
