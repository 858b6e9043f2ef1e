/** The verb of the question said back: "sí, voy", "tenho sim", "no puedo ir", "I won't be there". Nothing else may stand beside it. */
export const agreements = [
  /^(?:(?:si|claro|dale|bueno|listo|ok|obvio) )*(?:yo )?(?:estoy|voy|asisto|asistire|ire|iremos|vamos|tengo|soy|quiero|necesito|acepto|autorizo|apruebo|confirmo|me (?:interesa|sirve|gusta|queda bien|conviene|anoto)|(?:ahi|alli|alla) (?:estoy|estare|estaremos|voy|vamos))(?: (?:yo|ahi|alla|interesado|interesada|asistencia|mi asistencia|mi turno|mi cita|turno|cita|uno|una|mucho|(?:los )?terminos(?: y condiciones)?))*$/,
  /^(?:(?:sim|claro|ok|isso) )*(?:eu )?(?:vou|irei|iremos|tenho|sou|posso|consigo|quero|preciso|confirmo|aceito|autorizo|aprovo|foi|fui|ja fui|estarei|estaremos|me interessa|gostaria)(?: (?:eu|la|ai|sim|interesse|presenca|minha presenca|minha consulta|um|uma|muito))*$/,
  /^(?:(?:yes|yeah|yep|sure|ok) )*(?:(?:i|we) (?:do|am|will|have|can|would|could)(?: be there| come| make it)?|(?:ill|well|i will|we will) be there|its me|thats me|im interested|im coming|im ready|i (?:accept|authorize|approve|consent))$/,
]
/** The same for no. */
export const denials = [
  /^(?:(?:no|nop|ya|mejor|hoy|ahora|ahorita|todavia|aun|ese dia|yo) )*no (?:yo )?(?:lo |la |me |nos )?(?:puedo|podre|podria|podemos|voy a poder|voy|voy a|vamos|ire|iremos|asistire|asisto|estare|tengo|soy|estoy|quiero|necesito|confirmo|acepto|autorizo|apruebo|llego|alcanzo)(?: (?:yo|ir|asistir|venir|llegar|estar|concurrir|poder|ahi|alla|hoy|interesado|interesada|asistencia|turno|cita|uno|una|ese dia))*$/,
  /^(?:(?:hoje|agora|ainda|esse dia|nesse dia|eu) )*(?:nao )+(?:eu )?(?:vou|posso|consigo|poderei|irei|estarei|tenho|sou|quero|preciso|confirmo|aceito|autorizo|aprovo|vai|da)(?: (?:eu|ir|conseguir|poder|comparecer|estar|dar|la|hoje|nao|interesse|interessado|interessada|um|uma|nesse dia))*$/,
  /^(?:(?:no|nope|nah|sorry|well|oh) )*(?:(?:i|it|that|this|we|they|he|she) )?(?:dont|doesnt|didnt|isnt|isn|wasnt|wont|wouldnt|cant|couldnt|havent|hasnt|arent|aint|im not|its not|thats not|not)(?: (?:really|right|correct|good|ok|okay|work|working|want|need|like|it|that|true|me|for|mine|one|what|i|meant|today|this|time|either|be|there|make|able|to|come|go|attend|interested|ready))*$/,
  /^(?:no |nao )(?:es |e |its )?(?:la |my |the |minha |a )?(?:primera vez|primeira vez|first time)$/,
]
