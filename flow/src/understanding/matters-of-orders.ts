import { matter } from './matter.ts'

/** How things are paid, brought and eaten, and whether one is content with them. */
export const mattersOfOrders = [
  matter('propina|gorjeta|tip|servico|servicio', { yes: ['(?:el |un |o |uns |con |com )?\\d{1,2}(?: (?:por ciento|por cento|percent|pesos|reais|dolares))?'] }),
  matter('total|monto|valor|precio|preco|price|amount|importe', {
    unless: 'cuanto|quanto|how|saber|quier|quer|caro|parece',
    no: [
      '(?:me habian dicho|me dijeron|era(?:n)?|era (?:pra|para) ser|deberia ser|tendria que ser|deveria ser|should be|you said|you told me|i was told|me disseram|me falaram|tinham falado|supposed to be|was supposed to be) (?:r |us )?\\d+(?: .{1,15})?',
    ],
  }),
  matter('segu[a-z]+|sig[a-z]+|continu[a-z]+|proceed|go ahead|avan[a-z]+|prosseg[a-z]+|pedido|order', {
    unless: 'sigue|segue|still|cancel|problem|complet|right|correct|cert|bien|bem',
    no: [
      '(?:desisti|desistimos|cancel[ae]l[oa]|cancelar|cancela|cancel it|cancele)(?: (?:mejor|melhor|please|por favor|entonces|entao|isso|o pedido|el pedido|the order))*',
    ],
  }),
  matter('pong[oa]|ponemos|pongamos|coloc[a-z]+|add|agreg[a-z]+|bot[oa]|ech[oa]|anad[a-z]+', {
    yes: [
      '(?:pongale|ponele|ponle|ponganle|poneme|ponme|pongame|echale|echele|agregale|agreguele|anadele|bota|poe|coloca|mete)(?: (?:nomas|bastante|harto|mucha|mucho|un poco|poquito|sim|si|ai|todo))*',
    ],
  }),
  matter('(?:quedo|quedaron|sirvio|serviu|ficou|fit|fits|talla|talle|tamanho|size|zapat[a-z]+|sapat[a-z]+|shoes?|vestido|dress)(?: [a-z]+)*', {
    unless: 'quier|quer|want|like|apart|separ|agend|put |reserv|cambi|troc|exchange',
    yes: [
      '(?:(?:me|quedo|quedaron|ficou|ficaram|fit|fits|was|were|is) )*(?:perfect[oa]s?|perfectly|perfeit[oa]s?|como un guante|como uma luva|like a glove|como anillo al dedo|justo|justos|certinh[oa]s?|joya|pintad[oa]s?|great|well|bien|bem|de diez)',
    ],
    no: [
      '(?:(?:me|quedo|quedaron|queda|quedan|ficou|ficaram|fica|muy|muito|too|way|a bit|is|are|were|was|un poco|um pouco|medio|meio) )*(?:aprieta|aprietan|ajusta|apertad[oa]s?|apretad[oa]s?|pequen[oa]s?|chic[oa]s?|grandes?|larg[oa]s?|cort[oa]s?|tight|small|big|large|loose|long|short|ajustad[oa]s?|folgad[oa]s?|holgad[oa]s?)(?: (?:on me|for me|para mi|pra mim|de mas|demais))?',
    ],
  }),
  matter('(?:regalo|presente|gift|present)', {
    unless: 'recib|receb|esta |todos',
    no: ['(?:es|e|its|is)? ?(?:para|pra|for) (?:mi|mim|me|uso propio|uso proprio|myself|own use)(?: mism[oa]| mesm[oa])?'],
  }),
  matter('(?:cambiar[a-z]*|trocar|troca|exchange|swap|change) (?:.* )?(?:talla|talle|tamanho|numero|size|color|cor|colour)', {
    yes: [
      '(?:(?:quiero|quero|queria|please|si|preciso|necesito|need|want|would like) )*(?:un|una|um|uma|a|the|el|la|o|por) (?:\\d+|size up|size down|mas (?:grande|chic[oa]|pequen[oa])|maior|menor|bigger (?:one|size)|smaller (?:one|size)|larger (?:one|size)|m|l|s|xl|xs|p|g|gg)',
    ],
    no: [
      '(?:prefiero|prefiro|quiero|quero|want|rather|id|just|prefer|ill|take|get|mejor|melhor|only|have)+ ?(?:que me devuelvan|la|el|o|a|mi|meu|my|um|un)? ?(?:devolucion|devolucao|reembolso|refund|plata|dinero|dinheiro|money back|estorno)',
    ],
  }),
  matter('(?:facil|faciles|easy|simple|simples|intuitiv[oa]|claro|clear)(?: [a-z]+)*', {
    yes: ['(?:super |muy |muito |very |really |bem |achei )*(?:facil|facilit[oa]|facinho|facilisimo|easy|simples|simple|intuitiv[oa])'],
    no: [
      '(?:achei |muy |muito |super |so |very |really |bem |un poco |um pouco |a bit |quite |pretty |too |me parecio |foi |fue |was )*(?:confus[oa]|confusing|dificil|complicad[oa]|complicated|hard|tricky|difficult|enredad[oa]|enrolad[oa])',
    ],
  }),
  matter('(?:aprueb[a-z]+|aprov[a-z]+|approve|accept|acept[a-z]+|aceit[a-z]+|agree|happy|autoriz[a-z]+|authori[sz]e)', {
    yes: ['(?:approved|accepted|agreed|aprobad[oa]|aprovad[oa]|aceptad[oa]|aceit[oa]|autorizad[oa]|authori[sz]ed|happy days)'],
  }),
  matter('milk|leche|leite|azucar|acucar|sugar', { no: ['(?:negro|preto|puro|solo|black|amargo)'] }),
  matter(
    '(?:recibo|ticket|factura|comprobante|receipt|invoice|copia|copy|link|nota|orcamento|presupuesto|quote|cotizacion|informacion|info|details|detalles|catalogo|fotos?|photos?|pictures?|brochure|lista)',
    {
      yes: [
        '(?:email|text|send|whatsapp|mand[ae]n?(?:me)?(?:l[ao]s?)?|envi[ae]n?(?:me)?(?:l[ao]s?)?|pas[ae]n?me(?:l[ao]s?)?|me mand[ae]|me envi[ae]|me pass[ae])(?: (?:it|them|that|me|to me|over|over to me|one|por (?:aqui|aca|mail|correo|email|whatsapp|wpp)|ai|entao|pra mim|a mi|a mi correo|al correo|no email|no zap))*',
      ],
    },
  ),
  matter('(?:dej[a-z]+|deix[a-z]+|leave|send|envi[a-z]+|mand[a-z]+|entreg[a-z]+|deliver[a-z]*)', {
    no: [
      '(?:(?:id|i would|prefer|rather|prefiero|prefiro|ill|voy a|vou|to) )+(?:pick it up|collect it|come and get it|come get it|pass by|buscarlo|retirarlo|pasar a buscarlo|buscar|retirar|pegar)(?: (?:myself|yo|eu|ai|ahi|la|instead))?',
      '(?:lo |la )?(?:paso a buscarl[oa]|busco|retiro|paso a buscar|busco ai|passo ai)(?: (?:yo|eu|ai|ahi))?',
    ],
  }),
  matter('parcel[a-z]+|cuotas|installments?|financi[a-z]+', {
    yes: [
      '(?:(?:em|en|in|de|pode ser|quiero|quero|pode ser em) )?(?:\\d+|dos|tres|seis|duas|doze|doce|three|two|six) ?(?:x|vezes|veces|cuotas|parcelas|meses|pagos|installments|payments)(?: (?:sem juros|sin interes|interest free))?',
    ],
    no: [
      '(?:pago |vou pagar |voy a pagar |prefiro |prefiero |pode ser |ill pay )?(?:a vista|de contado|al contado|in full|en un (?:solo )?pago|un (?:solo )?pago|1 pago|1x|todo junto|all at once|upfront|de uma vez(?: so)?)',
    ],
  }),
  matter('troco|vuelto|change', {
    yes: ['(?:(?:para|pra|for|de|troco|vuelto|change|levar|traz|trae|nota) )*(?:r )?\\d+(?: (?:reais|pesos|euros|dolares|dollars|quid))?'],
    no: [
      '(?:(?:vou|voy a|pago|pagar|ill pay|paying) )*(?:no|en|em|com|con|by|with) (?:o |el |la |a )?(?:pix|cartao|debito|credito|tarjeta|card|transferencia)',
      '(?:tenho|tengo|have|got) (?:trocado|o valor certo|certinho|justo|el monto exacto|exact|the exact amount)(?: change)?',
      'pix|cartao|tarjeta|card',
    ],
  }),
  matter('porter[a-z]*|porteir[oa]|vecin[oa]|vizinh[oa]|neighbou?r|recepcion|recepcao|reception|dej[a-z]+|deix[a-z]+|leave', {
    yes: [
      '(?:dej[ae]n?(?:se|me)?l[oae]s?|dejen|pode deixar|podem deixar|deixa|deixe|puede dejarl[oa]|pueden dejarl[oa]|leave it)(?: (?:(?:con|com|with|a) (?:el|ella|ele|ela|him|her|them|eles)|ahi|alli|la|ai|there|nomas|mesmo))*',
    ],
  }),
  matter('(?:complet[oa]s?|complete|certo|bien|bem|right|ok|okay|everything|todo|tudo)(?: [a-z]+)*', {
    unless: 'mal|wrong|falt|miss|problem|rot[oa]|quebrad|damag|olvid|esquec|forg|algo|alguma|cancel',
    yes: ['(?:is |esta |ta |llego |chegou |came )?(?:all here|todo aqui|todo aca|tudo aqui|all there|all present and correct)'],
    no: [
      '(?:veio|vieram|vino|vinieron|llego|llegaron|chegou|chegaram|came|arrived) (?:todo |tudo |muy |muito |it )?(?:faltando|incomplet[oa]|quebrad[oa]|rot[oa]|broken|damaged|smashed|equivocad[oa]|errad[oa]|trocad[oa]|wrong|frio|fria|cold|abert[oa]|abiert[oa]|aplastad[oa]|amassad[oa]|derramad[oa]|vazando|leaking|vencid[oa])(?: [a-z]+){0,4}',
      '(?:se olvidaron|olvidaron|esqueceram|they forgot|you forgot|forgot) (?:[a-z]+ ){0,3}[a-z]+',
    ],
  }),
  matter(
    '(?:salsa|molho|sauce|dressing|toppings?|cobertura|borda|borde|cebolla|cebola|onions?|hielo|gelo|ice|azucar|acucar|sugar|leche|leite|milk|queso|queijo|cheese|picante|chile|relleno|recheio|recheada)',
    {
      no: ['(?:plain|simple|simples|normal|sola|solo|sencill[oa]|tradicional|pur[oa])'],
      yes: ['con todo|com tudo|completa?|everything|the lot|all the trimmings|full|bastante|bien cargad[oa]|caprichad[oa]'],
    },
  ),
  matter('(?:conform[ei]s?|content[oa]s?|satisf[a-z]+|happy|pleased|gust[oó]|gostou|gostaram|disfrut[a-z]+|enjoy[a-z]*|like|quedo bien|ficou bom|liked?)', {
    yes: [
      'amei|amamos|adorei|adoramos|(?:me |nos )?encanto|encantad[oa]s?|(?:i )?(?:loved|love) (?:it|every minute)|over the moon|couldnt be happier|thrilled|delighted|very much so',
      '(?:(?:quedo|ficou|estuvo|foi|fue|estava|it was|was|muy|muito|super|re) )*(?:de 10|de diez|nota (?:10|mil|dez)|10 (?:de|out of|sobre) 10|impecable|impecavel|de lujo|show(?: de bola)?|top(?: demais)?|perfect[oa]?|perfeit[oa]|excelente|excellent|maravilhos[oa]|maravillos[oa]|genial|joya|barbar[oa]|espectacular|spectacular|brilliant|fantastic|fantastic[oa]|amazing|lovely|otim[oa]|lind[oa]|muy bien|muito bom|muito bem)',
    ],
    no: [
      '(?:(?:fue|foi|estuvo|estava|quedo|ficou|it was|was|muy|muito|really|re) )*(?:horrivel|horrible|terrible|terrivel|pesim[oa]|pessim[oa]|awful|mal|malisim[oa]|ruim|fatal|un desastre|um desastre|a disaster|rubbish|useless|dreadful)',
      'decepcionad[oa]|desapontad[oa]|disappointed|odiei|detestei|deixou (?:muito )?a desejar',
      '(?:sigue|segue|continua|still) (?:fallando|igual|mal|con (?:el|la) .{1,20}|com (?:o|a) .{1,20}|leaking|broken|faulty|dando problemas?|dando problema|con problemas?|falhando|vazando)',
    ],
  }),
  matter('(?:cen[a-z]+|almorz[a-z]+|almorc[a-z]+|desayun[a-z]+|com(?:er|en|es)|jant[a-z]+|almoc[a-z]+|dinner|lunch|dining|eat(?:ing)?|breakfast|supper)', {
    no: [
      '(?:(?:comemos|cenamos|vamos a|comer|cenar|comeremos|jantamos|jantar|vamos|almorzamos|almocamos|eating|eat|well|ill|were|im|dining|going) )+(?:afuera|fuera|fora|out|en otro lado|em outro lugar|elsewhere|somewhere else)',
    ],
  }),
  matter('(?:llam[a-z]+|lig(?:ar|ue|o|amos)|call|ring|telefon[a-z]+|marcar(?:le|te)?)', {
    yes: [
      '(?:dale |ok |sure |ta )?(?:espero|aguardo|te espero|fico no aguardo|waiting|ill wait|i ?ll be waiting|estoy atent[oa]|estou aguardando)(?: (?:la|su|tu|sua|o|a|your|the) (?:llamada|ligacao|call))?',
    ],
    no: [
      '(?:(?:estoy|to|tou|estou|im|i am|ando|ahora|agora|ainda) )+(?:(?:en|no|na|em|at|in|a|el|una?|uma?) ){0,2}(?:trabajo|reunion|ocupad[oa]|manejando|clases?|trabalho|reuniao|dirigindo|aula|meeting|work|driving|busy|class|transito|medico|banco)(?: (?:no|nao|cant|i cant) (?:puedo|posso|da|consigo|talk|answer)(?: (?:atender|hablar|falar|right now))?)?',
    ],
  }),
  matter('(?:got|get|receiv[a-z]*|recib[a-z]*|lleg[a-z]*|receb[a-z]*|cheg[a-z]*|see)', {
    unless: 'wrong|equivoc|errad|rot[oa]|quebrad|damag|problem|falt|miss|any|algun|algum|alg[ou]',
    yes: ['(?:just )?(?:got|received|seen|saw) (?:it|that|them)', '(?:acaba de llegar(?:me)?|acabou de chegar|acabo de recibirl[oa]|acabei de receber)'],
    no: [
      '(?:nothing|nada|ninguno|nenhum)(?: (?:in|en|na|no|de) (?:(?:my|mi|minha|meu|la|el|a|o) )?(?:inbox|spam|correo|bandeja|caixa|email|mail|junk))?(?: de entrada)?',
    ],
  }),
  matter('(?:direccion|enderec[a-z]*|address|domicilio)', {
    unless: 'cambi|mud|chang|troc|actualiz|atualiz|updat|mov|nuev|nov[oa] |new',
    no: [
      '(?:mude|mudei|mudamos|cambie de (?:casa|direccion|domicilio)|mudei de (?:casa|endereco|la)|moved|ive moved|we moved|weve moved|troquei de endereco)(?: (?:house|de casa|de la|from there|casa|out))?',
    ],
  }),
  matter(
    '(?:asesor[a]?|atendente|agente?|alguien|alguem|someone|somebody|persona|pessoa|human[oa]?|ayud[a-z]*|ajud[a-z]*|help|support|suporte|soporte|hablar|falar|speak|talk)',
    {
      unless: 'resol|resuel|soluc|fix|solv|sort|arregl|consert|sigue|segue|still|continua',
      no: [
        '(?:all |is |was )?(?:sorted|solved|fixed|resolved|worked it out|figured it out|fixed it|sorted it)(?: (?:it|out|myself))?',
        '(?:lo )?(?:resolvi|solucione|arregle|resolvido|consegui resolver|se soluciono|se resolvio|deu certo)(?: (?:sozinh[oa]|sol[oa]|ja|ya|aqui))*',
        'fue (?:dejal[oa]|no importa|gracias)|deixa quieto|dejal[oa](?: asi)?|no importa|deixa pra la',
      ],
    },
  ),
  matter('(?:acept[a-z]*|aceit[a-z]*|accept|agree|leyo|leiste|leu|ley[a-z]*|read|firm[a-z]*|assin[a-z]*|sign[a-z]*)', {
    yes: [
      '(?:leid[oa]s?|lid[oa]s?|read|li|lei|firmad[oa]s?|assinad[oa]s?|signed)(?: (?:y|e|and) (?:aceptad[oa]s?|aceit[oa]s?|aceitei|accepted|acepto|agreed|aceito|acepte|firmad[oa]s?|understood))?',
    ],
  }),
  matter('(?:necesit[a-z]+|precis[a-z]+|need|alquil[a-z]+|alug[a-z]+|hire|rent|quer[a-z]*|quier[a-z]*|dese[a-z]+|want|like)', {
    no: [
      '(?:(?:tengo|tenemos|tenho|temos|traemos|traigo|llevo|llevamos|levo|levamos|trago|trazemos|have|got|ive got|weve got|ill bring|well bring|bringing|im bringing|brought|traje) )(?:(?:el|la|lo|los|o|a|os|as|our|my) )?(?:mi|minha|meu|mia|mio|propi[oa]s?|propri[oa]s?|nuestr[oa]s?|noss[oa]s?|suy[oa]|own|mine|ours|un[oa]?|um[a]?|one|one already|one thanks|a travel one)',
    ],
  }),
]
