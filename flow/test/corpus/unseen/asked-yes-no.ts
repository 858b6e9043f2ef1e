import type { Utterances } from '../utterance.ts'

/** Answers that are a yes or a no to one question and not to another. */
export type Asked = { question: string; said: Utterances }

export const askedYesNo: Record<'es' | 'pt-BR' | 'en', Asked[]> = {
  es: [
    {
      question: '¿Confirma su cita del jueves 26 a las 10:00?',
      said: [
        ['Sí señorita, ahí estaré puntual si Dios quiere', 'yes'],
        ['ahí estaré puntual', 'yes'],
        ['sí doctora', 'yes'],
        ['no señor, no puedo', 'no'],
      ],
    },
    {
      question: '¿Quiere que borremos sus datos?',
      said: [
        ['ya los borré', '?'],
        ['bórrenlos', 'yes'],
        ['si me borran', '?'],
        ['no borren', 'no'],
      ],
    },
    {
      question: '¿Reservo a su nombre?',
      said: [
        ['a nombre de ana', '?'],
        ['a su nombre', 'yes'],
      ],
    },
    {
      question: '¿Confirma su compra por $500?',
      said: [
        ['si lo compran', '?'],
        ['si compro otra', '?'],
      ],
    },
    {
      question: '¿Quiere que le mande la ubicación?',
      said: [
        ['pasamela', 'yes'],
        ['ya la tengo', 'no?'],
        ['seria genial', 'yes'],
      ],
    },
    {
      question: '¿Recibió su pedido completo?',
      said: [
        ['me falto un producto', 'no'],
        ['si todo bien', 'yes'],
      ],
    },
    {
      question: '¿Va a recoger hoy?',
      said: [
        ['paso en la tarde', 'yes?'],
        ['hoy no alcanzo', 'no'],
      ],
    },
    {
      question: '¿Seguís queriendo el turno?',
      said: [
        ['sigo queriendo', 'yes'],
        ['ya no lo necesito', 'no'],
        ['no, gracias igual', 'no'],
      ],
    },
    {
      question: '¿Te lo envío por mail?',
      said: [
        ['por mail si', 'yes'],
        ['por whatsapp mejor', 'no?'],
      ],
    },
    {
      question: '¿Cuenta con seguro médico?',
      said: [
        ['cuento con sura', 'yes?'],
        ['no cuento con seguro', 'no'],
      ],
    },
    {
      question: '¿Puede esperar 20 minutos?',
      said: [
        ['espero', 'yes?'],
        ['no puedo esperar tanto', 'no?'],
      ],
    },
    {
      question: '¿Le parece bien el valor?',
      said: [
        ['me parece caro', 'no?'],
        ['me parece', 'yes'],
      ],
    },
    {
      question: '¿Está embarazada?',
      said: [
        ['no lo estoy', 'no'],
        ['de 5 meses', 'yes?'],
      ],
    },
    {
      question: '¿Trajo su DNI?',
      said: [
        ['me lo olvide', 'no?'],
        ['aqui lo tengo', 'yes?'],
      ],
    },
    {
      question: '¿Puedo ayudarle con algo más?',
      said: [
        ['de momento nada más', 'no'],
        ['no, eso era todo', 'no'],
      ],
    },
    {
      question: '¿Tiene carnet de conducir?',
      said: [
        ['me lo estoy sacando', 'no?'],
        ['claro que tengo', 'yes'],
      ],
    },
    {
      question: '¿Salió defectuoso el producto?',
      said: [
        ['salió bien', '?'],
        ['todo bien', '?'],
        ['no, todo bien', 'no'],
        ['sí', 'yes'],
      ],
    },
    {
      question: '¿Le duele algo?',
      said: [
        ['estoy bien', '?'],
        ['si me duele', 'yes'],
        ['no me duele nada', 'no'],
      ],
    },
    {
      question: '¿Quieres cita con el doctor?',
      said: [
        ['con otro doctor', '?'],
        ['con el doctor no', 'no'],
      ],
    },
    {
      question: '¿Le llegó el correo de confirmación?',
      said: [
        ['no me llego nada', 'no'],
        ['si me llego gracias', 'yes'],
      ],
    },
    {
      question: '¿Quiere agregar propina?',
      said: [
        ['sin propina', 'no'],
        ['el 10', 'yes?'],
      ],
    },
    {
      question: '¿Desea que le enviemos el recibo?',
      said: [
        ['por whats porfa', 'yes?'],
        ['si enviemelo', 'yes'],
      ],
    },
    {
      question: '¿Está en ayunas?',
      said: [
        ['si estoy en ayunas', 'yes'],
        ['desayuné temprano', 'no?'],
      ],
    },
    {
      question: '¿Venís a la fiesta?',
      said: [
        ['obvio que voy', 'yes'],
        ['no creo que llegue', 'no?'],
      ],
    },
    {
      question: '¿Te quedó alguna duda?',
      said: [
        ['ninguna, todo claro', 'no'],
        ['si, una', 'yes'],
      ],
    },
    {
      question: '¿Ya hiciste la transferencia?',
      said: [
        ['recien transferi', 'yes?'],
        ['todavia no la hice', 'no'],
        ['la hago a la tarde', 'no?'],
      ],
    },
    {
      question: '¿El producto salió defectuoso?',
      said: [
        ['sí salió malo', 'yes'],
        ['no, salió bien', 'no'],
      ],
    },
    {
      question: '¿Le gustaría recibir asesoría?',
      said: [
        ['me encantaría', 'yes'],
        ['no me interesa gracias', 'no'],
      ],
    },
    {
      question: '¿Tiene Fonasa?',
      said: [
        ['tengo isapre', 'no?'],
        ['si tengo fonasa', 'yes'],
      ],
    },
    {
      question: '¿Pudo ingresar a la página?',
      said: [
        ['pude entrar', 'yes'],
        ['no puedo ingresar', 'no'],
        ['pude entrar pero no pagar', '?'],
        ['no pude entrar', 'no'],
      ],
    },
    {
      question: '¿Desea boleta?',
      said: [
        ['si boleta', 'yes'],
        ['mejor factura', 'no?'],
      ],
    },
    {
      question: '¿Sigue en pie la cita?',
      said: [
        ['sigue en pie', 'yes'],
        ['al final no', 'no'],
      ],
    },
    {
      question: '¿Ha probado a reiniciar?',
      said: [
        ['sí, y sigue igual', 'yes'],
        ['no lo he probado', 'no'],
      ],
    },
    {
      question: '¿Su mascota está vacunada?',
      said: [
        ['tiene todas sus vacunas', 'yes?'],
        ['si esta vacunada', 'yes'],
        ['le faltan dos', 'no?'],
      ],
    },
    {
      question: '¿Gusta que le aparte el lugar?',
      said: [
        ['si me lo aparta porfa', 'yes'],
        ['apártemelo', 'yes'],
        ['no así déjelo', 'no'],
      ],
    },
    {
      question: '¿Vienes con acompañante?',
      said: [
        ['voy solo', 'no?'],
        ['con mi esposa', 'yes?'],
      ],
    },
    {
      question: '¿Querés renovar la cuota?',
      said: [
        ['renuevo', 'yes'],
        ['este mes no', 'no'],
        ['sí renoveme', 'yes'],
        ['no voy más al gym', 'no'],
      ],
    },
    {
      question: '¿Pudiste ver el depto?',
      said: [
        ['lo vi ayer', 'yes?'],
        ['todavía no pude', 'no'],
        ['no llegué a verlo', 'no'],
      ],
    },
    {
      question: '¿Viaja con equipaje?',
      said: [
        ['solo de mano', 'yes?'],
        ['sin equipaje', 'no'],
      ],
    },
    {
      question: '¿Desea factura electrónica?',
      said: [
        ['sí factura por favor', 'yes'],
        ['no necesito factura', 'no'],
      ],
    },
    {
      question: '¿Necesita estacionamiento?',
      said: [
        ['si necesito', 'yes'],
        ['no ando en auto', 'no?'],
        ['no es necesario', 'no'],
      ],
    },
    {
      question: '¿El alumno asistirá mañana?',
      said: [
        ['si asistira', 'yes'],
        ['no va a asistir, está enfermo', 'no'],
      ],
    },
    {
      question: '¿Tiene alguna intolerancia?',
      said: [
        ['ninguna', 'no'],
        ['al gluten', 'yes?'],
      ],
    },
    {
      question: '¿Le envío la factura?',
      said: [
        ['envíemela', 'yes'],
        ['no hace falta, gracias', 'no'],
      ],
    },
    {
      question: '¿Desea cancelar el turno?',
      said: [
        ['si me cancelan', '?'],
        ['si se cancela', '?'],
        ['sin turno', '?'],
      ],
    },
    {
      question: '¿Todavía vive con sus padres?',
      said: [
        ['todavía vivo', 'yes'],
        ['ya no', 'no'],
      ],
    },
    {
      question: '¿Puede pagar hoy?',
      said: [
        ['si me pagan hoy', '?'],
        ['si puedo pagar', '?'],
      ],
    },
    {
      question: '¿Asistirá a la cita?',
      said: [
        ['si asistire', 'yes'],
        ['si asiste mi esposo', '?'],
        ['no voy mas', 'no'],
      ],
    },
    {
      question: '¿Confirmas la cita del lunes?',
      said: [
        ['si dios quiere', '?'],
        ['si no llueve', '?'],
        ['si me dan permiso en el trabajo', '?'],
        ['confirmo mañana', '?'],
        ['sí pero mi hijo también', '?'],
        ['cual cita?', '?'],
        ['ya habia cancelado', 'no?'],
        ['a que hora era?', '?'],
        ['si, aunque llego 10 min tarde', 'yes?'],
        ['claro que si, ahi nos vemos', 'yes'],
      ],
    },
    {
      question: '¿Cancelamos el turno?',
      said: [
        ['no no, lo necesito', 'no'],
        ['no puedo ir', 'yes?'],
        ['mejor pasalo para otro dia', '?'],
        ['si, cancelalo', 'yes'],
        ['voy', 'no?'],
        ['dejalo como esta', 'no?'],
        ['y bueno', 'yes?'],
      ],
    },
    {
      question: '¿Desea eliminar su cuenta?',
      said: [
        ['no estoy seguro todavía', '?'],
        ['qué pasa si la elimino?', '?'],
        ['sí, elimínela por favor', 'yes'],
        ['ni loco', 'no'],
      ],
    },
    {
      question: '¿Autoriza el cobro de $50.000?',
      said: [
        ['cobro de qué', '?'],
        ['autorizo pero solo 30.000', '?'],
        ['no autorizo nada', 'no'],
      ],
    },
    {
      question: '¿Quiere que le llamemos?',
      said: [
        ['llamadme mañana', 'yes?'],
        ['mejor por aquí', 'no?'],
        ['no me llaméis más', 'no'],
        ['cuando podáis', 'yes?'],
      ],
    },
    {
      question: '¿Acepta el presupuesto?',
      said: [
        ['es mucha plata', 'no?'],
        ['ya, pero en cuotas', '?'],
        ['dele no más', 'yes'],
      ],
    },
    {
      question: '¿Es usted alérgico?',
      said: [
        ['que yo sepa no', 'no'],
        ['a la penicilina', 'yes?'],
        ['no creo', 'no?'],
      ],
    },
    {
      question: '¿Desea que un técnico lo visite?',
      said: [
        ['pues si, no hay de otra', 'yes'],
        ['si mandenlo', 'yes'],
        ['ahorita no joven gracias', 'no'],
      ],
    },
    {
      question: '¿Ya reinició el módem?',
      said: [
        ['ya lo hice', 'yes'],
        ['si ya lo reinicie y nada', 'yes'],
        ['todavia no lo hago', 'no'],
      ],
    },
    {
      question: '¿Sigue interesado en el departamento?',
      said: [['sigo interesado', 'yes']],
    },
    {
      question: '¿Acepta los cargos adicionales?',
      said: [['ni modo, si', 'yes']],
    },
    {
      question: '¿Querés que te reserve la mesa?',
      said: [
        ['reservame dale', 'yes'],
        ['buenisimo, si', 'yes'],
        ['nah, dejá', 'no'],
        ['reservo yo', '?'],
      ],
    },
    {
      question: '¿Es para hoy?',
      said: [
        ['sí, para hoy', 'yes'],
        ['no, es para mañana', 'no'],
        ['para mañana', 'no?'],
      ],
    },
    {
      question: '¿Es urgente?',
      said: [
        ['bastante', 'yes?'],
        ['no tanto', 'no?'],
        ['re urgente', 'yes'],
      ],
    },
    {
      question: '¿El paquete llegó completo?',
      said: [
        ['llegó completo', 'yes'],
        ['no llegó completo', 'no'],
        ['llegó incompleto', 'no'],
      ],
    },
    {
      question: '¿Le puedo colaborar en algo más?',
      said: [['no señor, muy amable', 'no']],
    },
    {
      question: '¿Autoriza el tratamiento de sus datos?',
      said: [
        ['sí autorizo', 'yes'],
        ['no autorizo', 'no'],
      ],
    },
    {
      question: '¿Le acomoda ese horario?',
      said: [
        ['me acomoda', 'yes'],
        ['no me acomoda', 'no'],
        ['ya, super', 'yes'],
      ],
    },
    {
      question: '¿Va a pagar con tarjeta?',
      said: [
        ['sip con tarjeta', 'yes'],
        ['no, en efectivo', 'no'],
        ['con tarjeta', 'yes'],
        ['pago con tarjeta', 'yes'],
        ['pago en efectivo', 'no'],
      ],
    },
    {
      question: '¿Es usted mayor de edad?',
      said: [
        ['sí, tengo 34', 'yes'],
        ['claro', 'yes'],
      ],
    },
    {
      question: '¿Ha recibido el paquete?',
      said: [
        ['aún no me ha llegado', 'no'],
        ['ya lo tengo', 'yes'],
      ],
    },
    {
      question: '¿Deseas que te llamemos?',
      said: [['si porfis 🙏', 'yes']],
    },
    {
      question: '¿Te sirve el turno?',
      said: [
        ['dale genial', 'yes'],
        ['joya', 'yes'],
        ['de diez', 'yes'],
        ['no me da el horario', 'no'],
        ['uh no, imposible', 'no'],
        ['si pero puede ser mas tarde?', '?'],
      ],
    },
    {
      question: '¿Tenés obra social?',
      said: [
        ['si, osde', 'yes'],
        ['no, particular', 'no'],
      ],
    },
    {
      question: '¿Desea continuar con el pedido?',
      said: [
        ['si señora', 'yes'],
        ['listo, hágale', 'yes'],
        ['ya no, gracias', 'no'],
      ],
    },
    {
      question: '¿Confirma la dirección?',
      said: [
        ['ya po', 'yes'],
        ['sipo', 'yes'],
        ['nopo, está mala', 'no'],
      ],
    },
    {
      question: '¿Está correcto su número?',
      said: [
        ['si esta correcto', 'yes'],
        ['no es ese', 'no'],
      ],
    },
    {
      question: '¿Le viene bien?',
      said: [
        ['me viene genial', 'yes'],
        ['fatal, no puedo', 'no'],
        ['pues no sabría decirte', '?'],
      ],
    },
    {
      question: '¿Ya pagó la factura?',
      said: [
        ['pagué ayer', 'yes'],
        ['ya pagué', 'yes'],
        ['todavía no pagué', 'no'],
        ['pago mañana', 'no'],
        ['pagada', 'yes'],
      ],
    },
    {
      question: '¿Quiere pagar ahora?',
      said: [
        ['ya pagué', '?'],
        ['pago mañana', '?'],
        ['pagado', '?'],
        ['ahora', 'yes'],
        ['ahora no', 'no'],
        ['ya lo hice', '?'],
      ],
    },
    {
      question: '¿Confirmas el pedido?',
      said: [
        ['ya pedí', '?'],
        ['el pedido', '?'],
        ['pero sin cebolla', '?'],
        ['confirmo el pedido', 'yes'],
      ],
    },
    {
      question: '¿Recibió el código?',
      said: [
        ['lo recibí', 'yes'],
        ['recibí otro', '?'],
        ['no llega nada', 'no'],
        ['sigo esperando', 'no'],
      ],
    },
    {
      question: '¿Vive usted en Madrid?',
      said: [
        ['vivo en Madrid', 'yes'],
        ['si vivo', 'yes'],
        ['vivo en Toledo', '?'],
        ['vivo cerca de Madrid', '?'],
        ['en Madrid', 'yes'],
      ],
    },
    {
      question: '¿Puede venir el martes?',
      said: [['si puedo', '?']],
    },
    {
      question: '¿Desea cancelar el turno de hoy?',
      said: [
        ['hoy', '?'],
        ['de hoy', '?'],
      ],
    },
    {
      question: '¿Se siente mejor?',
      said: [
        ['me siento peor', 'no'],
        ['me siento mejor', 'yes'],
      ],
    },
    {
      question: '¿Quieres agregar otro producto?',
      said: [
        ['seria todo', 'no'],
        ['nomas eso', 'no'],
        ['asi esta bien gracias', 'no?'],
        ['sería todo', 'no'],
        ['nomás eso', 'no'],
        ['solo eso por ahora', 'no'],
        ['así está bien', 'no'],
        ['ya con eso', 'no'],
        ['nada más gracias', 'no'],
        ['no, es todo', 'no'],
        ['sí', 'yes'],
        ['dale', 'yes'],
        ['hamburguesa', '?'],
      ],
    },
    {
      question: '¿Algo más?',
      said: [
        ['eso es todo', 'no'],
        ['por ahora eso', 'no'],
        ['listo, gracias', '?'],
        ['perfecto', '?'],
        ['sí, por favor', 'yes'],
        ['¿eso es todo?', '?'],
      ],
    },
    {
      question: '¿Eso es todo?',
      said: [
        ['eso es todo', 'yes'],
        ['así está bien', 'yes'],
        ['no', 'no'],
      ],
    },
    {
      question: '¿Confirmas tu cita del jueves a las 10?',
      said: [
        ['si confirmo gracias', 'yes'],
        ['Sii ahi estare', 'yes'],
        ['ahi nos vemos', 'yes?'],
        ['no voy a poder ir', 'no'],
        ['fijese que no voy a poder 😔', 'no'],
        ['fíjese que no voy a poder 😔', 'no'],
        ['lo que pasa es que no puedo ir', 'no'],
        ['resulta que no voy a poder', 'no'],
        ['fatal, no puedo', 'no'],
        ['me viene fatal', 'no'],
        ['no me viene mal', '?'],
        ['se me complica', 'no'],
        ['no se me complica', '?'],
        ['no cuentes conmigo', 'no'],
        ['si me duele', '?'],
        ['si la cancela', '?'],
      ],
    },
    {
      question: '¿Quieres cancelar tu cita?',
      said: [
        ['si cancelala porfavor', 'yes'],
        ['si cancela por favor', 'yes'],
        ['cancélela', 'yes'],
        ['no la canceles', 'no'],
      ],
    },
    {
      question: '¿Te mando el catálogo?',
      said: [
        ['si mandamelo', 'yes'],
        ['si mandame', 'yes'],
        ['si instala', '?'],
      ],
    },
    {
      question: '¿Los datos están correctos?',
      said: [
        ['está mal el número', 'no'],
        ['mi apellido está mal escrito', 'no'],
        ['hay un error en mi nombre', 'no'],
        ['falta mi segundo apellido', 'no'],
        ['el número no está mal', '?'],
      ],
    },
    {
      question: '¿Hay algún error en los datos?',
      said: [['hay un error en mi nombre', '?']],
    },
  ],
  'pt-BR': [
    {
      question: 'Vai precisar de nota fiscal?',
      said: [
        ['vou precisar', 'yes'],
        ['não vou precisar', 'no'],
        ['preciso sim', 'yes'],
      ],
    },
    {
      question: 'Você está em casa agora?',
      said: [
        ['to em casa', 'yes'],
        ['não estou em casa', 'no'],
        ['saí', 'no?'],
      ],
    },
    {
      question: 'Gostou do atendimento?',
      said: [
        ['amei', 'yes?'],
        ['gostei muito', 'yes'],
        ['não gostei nada', 'no'],
      ],
    },
    {
      question: 'Deseja fatura?',
      said: [
        ['não desejo', 'no'],
        ['com fatura sim', 'yes'],
      ],
    },
    {
      question: 'Recebeu o boleto?',
      said: [
        ['recebi sim obrigada', 'yes'],
        ['não chegou nada', 'no'],
      ],
    },
    {
      question: 'Está funcionando agora?',
      said: [
        ['tá funcionando', 'yes'],
        ['continua sem funcionar', 'no?'],
        ['voltou', 'yes?'],
      ],
    },
    {
      question: 'Podemos entregar à tarde?',
      said: [
        ['pode sim', 'yes'],
        ['à tarde não tem ninguém', 'no?'],
      ],
    },
    {
      question: 'Tem alergia a algum medicamento?',
      said: [
        ['tenho alergia a dipirona', 'yes?'],
        ['nenhuma alergia', 'no'],
      ],
    },
    {
      question: 'Já é nosso cliente?',
      said: [
        ['já sou cliente', 'yes'],
        ['não sou', 'no'],
      ],
    },
    {
      question: 'Seu pet é castrado?',
      said: [
        ['é castrado sim', 'yes'],
        ['ainda não foi', 'no'],
      ],
    },
    {
      question: 'Quer que eu reserve?',
      said: [
        ['reserva por favor', 'yes'],
        ['precisa não', 'no'],
      ],
    },
    {
      question: 'Você já é aluno?',
      said: [
        ['sou aluno', 'yes'],
        ['sou novo', 'no?'],
      ],
    },
    {
      question: 'O aluno vai faltar?',
      said: [
        ['vai faltar sim', 'yes'],
        ['não vai faltar', 'no'],
      ],
    },
    {
      question: 'Pretende fatura com contribuinte?',
      said: [
        ['sim, com contribuinte', 'yes'],
        ['não é preciso', 'no'],
      ],
    },
    {
      question: 'Quer a nota ou o recibo?',
      said: [
        ['a nota', '?'],
        ['o recibo', '?'],
      ],
    },
    {
      question: 'Posso cancelar sua consulta?',
      said: [
        ['não, pelo amor de deus', 'no'],
        ['não posso ir mesmo', 'yes?'],
        ['pode cancelar sim', 'yes'],
        ['vou ver com meu marido', '?'],
      ],
    },
    {
      question: 'Confirma o pagamento?',
      said: [
        ['já foi pago', 'yes?'],
        ['assim que cair o salário', '?'],
        ['só se tiver desconto', '?'],
        ['não fui eu', 'no?'],
      ],
    },
    {
      question: 'Mantém a marcação?',
      said: [
        ['mantenho', 'yes'],
        ['se não chover', '?'],
      ],
    },
    {
      question: 'Conseguiu resolver o problema?',
      said: [
        ['consegui', 'yes'],
        ['ainda nao consegui', 'no'],
        ['resolvido, obrigado', 'yes'],
        ['continua o problema', '?'],
        ['deu certo', 'yes'],
        ['não deu certo', 'no'],
      ],
    },
    {
      question: 'Quer receber nossas promoções?',
      said: [
        ['pode mandar', 'yes'],
        ['dispenso, valeu', 'no'],
      ],
    },
    {
      question: 'É a sua primeira compra?',
      said: [
        ['é sim', 'yes'],
        ['já comprei antes', 'no'],
      ],
    },
    {
      question: 'Posso deixar na portaria?',
      said: [['pode deixar na portaria', 'yes']],
    },
    {
      question: 'Pretende continuar?',
      said: [['pretendo', 'yes']],
    },
    {
      question: 'Posso confirmar sua consulta?',
      said: [
        ['pode confirmar', 'yes'],
        ['pode sim, obrigada!', 'yes'],
        ['não vou conseguir ir', 'no'],
        ['infelizmente n vou poder', 'no'],
      ],
    },
    {
      question: 'O endereço está certo?',
      said: [
        ['tá certinho', 'yes'],
        ['ta errado o numero', 'no'],
      ],
    },
    {
      question: 'Você tem convênio?',
      said: [
        ['tenho, unimed', 'yes'],
        ['n tenho nao', 'no'],
        ['ñ', 'no'],
      ],
    },
    {
      question: 'Confirma a marcação?',
      said: [
        ['confirmo sim', 'yes'],
        ['afinal não posso', 'no'],
      ],
    },
    {
      question: 'Quer marcar para amanhã?',
      said: [
        ['já marquei', '?'],
        ['para amanhã', 'yes'],
      ],
    },
    {
      question: 'Você recebeu o código?',
      said: [
        ['recebi outro', '?'],
        ['recebi o código errado', '?'],
        ['ainda nada', 'no'],
      ],
    },
    {
      question: 'Deseja mais alguma coisa?',
      said: [
        ['nada mais, obg', 'no'],
        ['só isso mesmo', 'no'],
        ['era só isso', 'no'],
        ['por enquanto é só', 'no'],
        ['tá ótimo assim', 'no'],
        ['mais nada, obrigada', 'no'],
        ['beleza', '?'],
        ['quero', 'yes'],
      ],
    },
    {
      question: 'Confirma a consulta?',
      said: [
        ['infelizmente n vou poder', 'no'],
        ['afinal não posso', 'no'],
        ['no final não vou poder', 'no'],
      ],
    },
    {
      question: 'Os dados estão certos?',
      said: [
        ['ta errado o numero', 'no'],
        ['meu sobrenome tá errado', 'no'],
        ['tem um erro no nome', 'no'],
        ['faltou meu sobrenome', 'no'],
      ],
    },
  ],
  en: [
    {
      question: 'Is the package damaged?',
      said: [
        ["it's damaged", 'yes'],
        ['looks fine', 'no?'],
      ],
    },
    {
      question: 'Do you agree to the fee?',
      said: [
        ["i'm ok with that", 'yes'],
        ["that's too much", 'no?'],
      ],
    },
    {
      question: 'Can you come earlier?',
      said: [
        ['i can come earlier', 'yes'],
        ['no earlier sorry', 'no?'],
      ],
    },
    {
      question: 'Did you get our email?',
      said: [
        ['yeah got it', 'yes'],
        ["didn't get anything", 'no'],
      ],
    },
    {
      question: 'Do you need parking?',
      said: [["no i'm coming by bus", 'no']],
    },
    {
      question: 'Were you able to log in?',
      said: [
        ['i was', 'yes'],
        ["still can't log in", 'no'],
      ],
    },
    {
      question: 'Does Tuesday work for you?',
      said: [
        ['tuesday works', 'yes'],
        ['tuesday is bad for me', 'no?'],
        ["tuesday doesn't work", 'no'],
        ['wednesday works', '?'],
      ],
    },
    {
      question: 'Did we solve your issue?',
      said: [
        ['you did thanks', 'yes'],
        ['issue solved', 'yes'],
      ],
    },
    {
      question: 'Have you been here before?',
      said: [
        ["i've been before", 'yes'],
        ['first time', 'no'],
      ],
    },
    {
      question: 'Can we contact you by email?',
      said: [
        ['email is fine', 'yes'],
        ['no emails please', 'no'],
      ],
    },
    {
      question: 'Do you have a reservation?',
      said: [
        ['we do, under Smith', 'yes'],
        ['no reservation', 'no'],
      ],
    },
    {
      question: 'Is your dog friendly?',
      said: [
        ['very friendly', 'yes'],
        ['not with other dogs', 'no?'],
      ],
    },
    {
      question: 'Would you like a receipt?',
      said: [
        ['yes a receipt please', 'yes'],
        ['no need for a receipt', 'no'],
      ],
    },
    {
      question: 'Are you still interested in the flat?',
      said: [
        ['still interested', 'yes'],
        ['found another one', 'no?'],
      ],
    },
    {
      question: 'Are you still waiting?',
      said: [
        ['still waiting', 'yes'],
        ['not anymore', 'no'],
      ],
    },
    {
      question: 'Do you want us to cancel your order?',
      said: [
        ['no wait, yes', 'yes?'],
        ['I still want it', 'no?'],
        ['only the shoes', '?'],
      ],
    },
    {
      question: 'Do you authorize the charge?',
      said: [['what charge', '?']],
    },
    {
      question: 'Shall we book it?',
      said: [
        ["I'd rather wait", 'no?'],
        ["if it's under £50", '?'],
      ],
    },
    {
      question: 'Did the delivery arrive?',
      said: [
        ['yes it came this morning', 'yes'],
        ['still waiting', 'no'],
        ['nothing yet', 'no'],
        ['it came', 'yes'],
        ['nope still nothing', 'no'],
      ],
    },
    {
      question: 'Are you the account holder?',
      said: [
        ["that's me", 'yes'],
        ['no my husband is', 'no'],
      ],
    },
    {
      question: 'Shall I go ahead and book it?',
      said: [
        ['go on then', 'yes'],
        ['hold off for now', 'no?'],
      ],
    },
    {
      question: 'Do you want to keep your appointment?',
      said: [
        ["yes I'll be there", 'yes'],
        ["sorry can't make it", 'no'],
        ["yeah that's fine thx", 'yes'],
      ],
    },
    {
      question: 'Is this address correct?',
      said: [
        ["yeah it's right", 'yes'],
        ["nope that's my old one", 'no'],
      ],
    },
    {
      question: 'Would you like anything else?',
      said: [
        ["that's all thanks", 'no?'],
        ['hmm let me think about it', '?'],
      ],
    },
    {
      question: 'Anything else?',
      said: [
        ["that's all thanks", 'no'],
        ["that'll be all", 'no'],
        ["that's it", 'no'],
        ["I'm good", 'no'],
        ['just that', 'no'],
        ['perfect, thanks', '?'],
        ['yes please', 'yes'],
      ],
    },
    {
      question: 'Are your details correct?',
      said: [
        ['my last name is misspelled', 'no'],
        ["the email's wrong", 'no'],
        ["there's a typo in my name", 'no'],
        ["the email isn't wrong", '?'],
      ],
    },
  ],
}
