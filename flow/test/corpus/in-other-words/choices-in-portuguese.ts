import type { Menu } from '../choices.ts'

/** Rows of menus told in other words, as customers write them in Portuguese: what happened, for whom, how often, in short forms and with reasons. */
export const otherWordsInPortuguese: Menu[] = [
  {
    labels: ['Segunda via da conta', 'Internet lenta ou sem sinal', 'Mudar de plano', 'Falar com atendente'],
    numbered: true,
    said: [
      ['preciso do boleto desse mes', '1'],
      ['quero a fatura', '1'],
    ],
  },
  {
    labels: ['Matrículas', 'Agendar visita', 'Mensalidades', 'Calendário escolar'],
    numbered: true,
    said: [
      ['quero levar o guri pra conhecer a escola', '?'],
      ['calendario da escola', '4'],
    ],
  },
  {
    labels: ['Marcar horário', 'Preços', 'Endereço', 'Falar com atendente'],
    numbered: true,
    said: [
      ['qnto custa?', '2'],
      ['qual o valor', '2'],
      ['onde vcs ficam?', '3'],
      ['quero agendar', '1'],
      ['me passa pra alguem pf', '4'],
      ['quero falar c um humano kkk', '4'],
      ['queria marcar p amanhã', '1'],
      ['quanto q é o corte?', '2'],
    ],
  },
  {
    labels: ['Tela quebrada', 'Bateria viciada', 'Aparelho molhado', 'Outro'],
    numbered: true,
    said: [
      ['caiu na piscina 😭', '3'],
      ['trincou o vidro', '1'],
      ['descarrega mto rapido', '2'],
      ['derrubei café nele', '3'],
      ['nao dura nem 2h fora da tomada', '2'],
    ],
  },
  {
    labels: ['P', 'M', 'G', 'GG'],
    numbered: true,
    said: [
      ['o maior q tiver', '4'],
      ['pequeno', '1'],
      ['médio pfv', '2'],
      ['um gê', '3'],
    ],
  },
  {
    labels: ['Pix', 'Cartão', 'Dinheiro', 'Boleto'],
    numbered: true,
    said: [
      ['no pix msm', '1'],
      ['em espécie', '3'],
      ['passa no crédito', '2'],
      ['vou pagar em dinheiro vivo', '3'],
      ['débito', '2'],
      ['faz um piks', '1'],
    ],
  },
  {
    labels: ['Entrega', 'Retirada no balcão'],
    numbered: true,
    said: [
      ['vou buscar', '2'],
      ['manda aqui em casa', '1'],
      ['eu passo aí p pegar', '2'],
      ['pode entregar', '1'],
    ],
  },
  {
    labels: ['Rotina', 'Dor', 'Retorno', 'Exame'],
    numbered: true,
    said: [
      ['to com mta dor nas costas', '2'],
      ['só um checkup', '1'],
      ['vou mostrar o resultado p dr', '3'],
      ['é a volta da consulta passada', '3'],
      ['fazer um raio x', '4'],
    ],
  },
  {
    labels: ['Manhã', 'Tarde', 'Noite'],
    numbered: true,
    said: [
      ['depois do almoço', '2'],
      ['bem cedinho', '1'],
      ['só depois do trabalho, de noite', '3'],
      ['de tardezinha', '2'],
    ],
  },
  {
    labels: ['Sem internet', 'Internet lenta', 'Segunda via da fatura', 'Cancelar plano'],
    numbered: true,
    said: [
      ['caiu tudo aqui, to sem net', '1'],
      ['tá muito devagar', '2'],
      ['quero o boleto', '3'],
      ['não quero mais o serviço', '4'],
      ['ta lentaaa dmais', '2'],
      ['minha conexao nao funciona', '1'],
    ],
  },
  {
    labels: ['Para mim', 'Para meu filho', 'Para outra pessoa'],
    numbered: true,
    said: [
      ['pra mim msm', '1'],
      ['p minha filha', '2'],
      ['é pro meu marido', '3'],
      ['é p mim', '1'],
    ],
  },
  {
    labels: ['Cachorro', 'Gato', 'Outro'],
    numbered: true,
    said: [
      ['um doguinho', '1'],
      ['minha gatinha', '2'],
      ['um papagaio', '3?'],
      ['um vira lata caramelo kkk', '1'],
    ],
  },
  {
    labels: ['Mensal', 'Trimestral', 'Anual'],
    numbered: true,
    said: [
      ['por mês', '1'],
      ['de 3 meses', '2'],
      ['o ano todo', '3'],
      ['12 meses', '3?'],
    ],
  },
  {
    labels: ['Corte', 'Barba', 'Corte e barba', 'Sobrancelha'],
    numbered: true,
    said: [
      ['os dois, cabelo e barba', '3'],
      ['só aparar a barba', '2'],
      ['cortar o cabelo', '1?'],
      ['fazer a sobrancelha', '4'],
    ],
  },
  {
    labels: ['Novo', 'Pouco usado', 'Muito usado'],
    numbered: true,
    said: [
      ['ta bem gasto ja', '3'],
      ['nunca usei, na caixa', '1'],
      ['usei só umas vezes', '2'],
    ],
  },
  {
    labels: ['Não chegou', 'Veio errado', 'Veio quebrado'],
    numbered: true,
    said: [
      ['ainda n recebi nada', '1'],
      ['mandaram outro produto', '2'],
      ['chegou todo amassado', '3'],
    ],
  },
  {
    labels: ['Unidade Centro', 'Unidade Savassi', 'Unidade Pampulha'],
    numbered: true,
    said: [
      ['savasi', '2'],
      ['a primeira', '1'],
      ['tanto faz', '?'],
      ['sei la', '?'],
      ['na do centro', '1'],
      ['a ultima', '3'],
    ],
  },
  {
    labels: ['Calabresa', 'Marguerita', 'Portuguesa', 'Quatro queijos'],
    numbered: true,
    said: [
      ['4 queijos', '4'],
      ['meia calabresa meia portuguesa', '?'],
      ['margerita', '2'],
      ['a de linguiça', '1?'],
    ],
  },
  {
    labels: ['Comprar', 'Trocar', 'Devolver', 'Rastrear pedido'],
    numbered: true,
    said: [
      ['cadê meu pedido?', '4'],
      ['quero meu dinheiro de volta', '3'],
      ['ficou pequeno, quero outro tamanho', '2'],
      ['quero levar um', '1'],
    ],
  },
  {
    labels: ['Agendar consulta', 'Remarcar', 'Cancelar', 'Resultados de exames'],
    numbered: true,
    said: [
      ['quero desmarcar', '3'],
      ['preciso mudar o dia', '2'],
      ['meu exame já saiu?', '4'],
      ['qro marcar com a dra', '1?'],
      ['n vou poder ir mais, cancela por favor', '3'],
      ['ficou pronto o resultado?', '4'],
    ],
  },
  {
    labels: ['Não gela', 'Não liga', 'Faz barulho', 'Vazando água'],
    numbered: true,
    said: [
      ['tá esquentando tudo', '1'],
      ['pinga água o dia todo', '4'],
      ['ta fazendo um barulhão', '3'],
      ['morreu, n liga de jeito nenhum', '2'],
      ['parou de gelar', '1'],
    ],
  },
  {
    labels: ['Instagram', 'Indicação', 'Google', 'Passei na frente'],
    numbered: true,
    said: [
      ['um amigo me indicou', '2'],
      ['vi no insta', '1'],
      ['pesquisei no google', '3'],
      ['passei aí em frente', '4'],
      ['minha vizinha falou', '2'],
    ],
  },
  {
    labels: ['Gasolina', 'Etanol', 'Flex', 'Diesel'],
    numbered: true,
    said: [
      ['gasosa', '1'],
      ['alcool', '2'],
      ['é flex', '3'],
      ['a dísel', '4'],
    ],
  },
  {
    labels: ['À vista', '3x', '6x', '12x'],
    numbered: true,
    said: [
      ['em 6 vezes', '3'],
      ['tudo de uma vez', '1'],
      ['doze', '4'],
      ['3 vezes sem juros', '2?'],
      ['pago tudo agora', '1'],
    ],
  },
  {
    labels: ['1 a 2', '3 a 4', '5 ou mais'],
    numbered: true,
    said: [
      ['só eu e minha esposa', '1'],
      ['somos 4', '2'],
      ['umas 8 pessoas', '3'],
    ],
  },
  {
    labels: ['Casa', 'Apartamento', 'Comercial'],
    numbered: true,
    said: [
      ['um ap', '2'],
      ['apê de 2 quartos', '2'],
      ['uma casinha', '1'],
      ['uma sala pra minha loja', '3?'],
    ],
  },
  {
    labels: ['Comprar', 'Alugar', 'Vender meu imóvel'],
    numbered: true,
    said: [
      ['tô procurando pra alugar', '2'],
      ['quero colocar minha casa a venda', '3'],
      ['comprar msm', '1'],
      ['p locação', '2'],
    ],
  },
  {
    labels: ['Ótimo', 'Bom', 'Regular', 'Ruim'],
    numbered: true,
    said: [
      ['péssimo', '4'],
      ['amei!!', '1'],
      ['mais ou menos', '3'],
      ['foi bom', '2'],
      ['nota 10', '1'],
    ],
  },
  {
    labels: ['Ao ponto', 'Bem passada', 'Mal passada'],
    numbered: true,
    said: [
      ['bem assada pfv', '2'],
      ['mal passada msm', '3'],
      ['no ponto', '1'],
      ['sangrando kkk', '3'],
    ],
  },
  {
    labels: ['Sim, já sou cliente', 'Não, é minha primeira vez'],
    numbered: true,
    said: [
      ['primeira vez aí', '2'],
      ['já fui sim', '1'],
      ['nunca fui', '2'],
      ['sou cliente faz tempo', '1'],
    ],
  },
  {
    labels: ['Muito caro', 'Não uso mais', 'Mudei de cidade', 'Outro motivo'],
    numbered: true,
    said: [
      ['ta pesado no bolso', '1?'],
      ['quase n uso', '2'],
      ['vou embora da cidade', '3'],
      ['é caro demais', '1'],
      ['to sem tempo de ir', '?'],
    ],
  },
  {
    labels: ['Segunda', 'Terça', 'Quarta'],
    numbered: true,
    said: [
      ['terça msm', '2'],
      ['na 2a', '1'],
      ['quarta feira', '3'],
    ],
  },
  {
    labels: ['Buquê', 'Cesta de café', 'Chocolate'],
    numbered: true,
    said: [
      ['umas flores', '1'],
      ['cafe da manha', '2'],
      ['bombom', '3'],
      ['o primeiro', '1'],
    ],
  },
  {
    labels: ['Ligação', 'WhatsApp', 'E-mail'],
    numbered: true,
    said: [
      ['me liga', '1'],
      ['aqui msm', '2'],
      ['pelo zap', '2'],
      ['manda no meu email', '3'],
    ],
  },
  {
    labels: ['Fazer pedido', 'Ver cardápio', 'Horário de funcionamento', 'Falar com alguém'],
    numbered: true,
    said: [
      ['quero pedir uma pizza', '1'],
      ['tem cardapio?', '2'],
      ['até q horas vcs ficam abertos', '3?'],
      ['o que vcs tem?', '2?'],
      ['atendente pf', '4'],
      ['ta aberto hj?', '3'],
      ['me manda o menu', '2'],
    ],
  },
  {
    labels: ['300 ml', '500 ml', '700 ml'],
    numbered: true,
    said: [
      ['o maior', '3'],
      ['o pequeno', '1'],
      ['de meio litro', '2?'],
      ['o do meio', '2'],
    ],
  },
  {
    labels: ['Leite condensado', 'Granola', 'Morango', 'Nenhum'],
    numbered: true,
    said: [
      ['sem adicional', '4'],
      ['leite moça', '1'],
      ['nada', '4'],
      ['moranguinho', '3'],
      ['n quero nada', '4'],
    ],
  },
  {
    labels: ['Febre', 'Tosse', 'Dor de cabeça', 'Outro'],
    numbered: true,
    said: [
      ['minha cabeça ta explodindo', '3'],
      ['tossindo mto', '2'],
      ['to com febre desde ontem', '1'],
      ['to queimando de febre', '1'],
    ],
  },
  {
    labels: ['Dra. Ana', 'Dr. Paulo', 'Qualquer um'],
    numbered: true,
    said: [
      ['com a ana', '1'],
      ['tanto faz', '3'],
      ['quem tiver horario', '3'],
      ['dr paulo pfv', '2'],
      ['o q atender primeiro', '3'],
    ],
  },
  {
    labels: ['Automático', 'Manual'],
    numbered: true,
    said: [
      ['cambio manual', '2?'],
      ['é automatico', '1'],
      ['câmbio automático', '1?'],
    ],
  },
  {
    labels: ['Próprio', 'Alugado', 'Financiado'],
    numbered: true,
    said: [
      ['pago aluguel', '2'],
      ['é meu msm', '1'],
      ['to pagando o financiamento', '3'],
      ['moro de aluguel', '2'],
    ],
  },
  {
    labels: ['Solteiro(a)', 'Casado(a)', 'Divorciado(a)', 'Viúvo(a)'],
    numbered: true,
    said: [
      ['sou casada', '2'],
      ['solteira', '1'],
      ['separei ano passado', '3?'],
      ['solteirissima kkk', '1?'],
    ],
  },
  {
    labels: ['Agora', 'Próxima semana', 'Mês que vem'],
    numbered: true,
    said: [
      ['já', '1'],
      ['semana q vem', '2?'],
      ['só mês que vem', '3'],
      ['imediatamente', '1'],
    ],
  },
  {
    labels: ['Por e-mail', 'WhatsApp', 'Correio'],
    numbered: true,
    said: [
      ['manda aqui pelo whats', '2?'],
      ['no email', '1'],
      ['em casa pelo correio', '3'],
    ],
  },
  {
    labels: ['Vou', 'Não vou', 'Talvez'],
    numbered: true,
    said: [
      ['to dentro', '1'],
      ['n consigo ir', '2?'],
      ['vou ver ainda', '3'],
      ['com certeza vou', '1'],
      ['vou sim', '1'],
    ],
  },
  {
    labels: ['Iniciante', 'Intermediário', 'Avançado'],
    numbered: true,
    said: [
      ['nunca fiz', '1'],
      ['to começando agora', '1'],
      ['mais ou menos', '2?'],
      ['faço há 5 anos', '?'],
    ],
  },
  {
    labels: ['Agendar', 'Tirar dúvidas', 'Orçamento', 'Falar com recepção'],
    numbered: true,
    said: [
      ['quanto fica mais ou menos?', '3'],
      ['tenho uma pergunta', '2?'],
      ['quero um horario', '1'],
      ['me passa um orçamento', '3'],
      ['falar c alguem da recepção', '4'],
    ],
  },
  {
    labels: ['Não centrifuga', 'Não enche', 'Vazando', 'Barulho'],
    numbered: true,
    said: [
      ['ta vazando tudo', '3'],
      ['a roupa sai pingando, n centrifuga', '1'],
      ['barulho alto', '4'],
      ['não entra água', '2?'],
    ],
  },
  {
    labels: ['Até 5 kg', '5 a 10 kg', 'Mais de 10 kg'],
    numbered: true,
    said: [
      ['ele pesa 7', '2?'],
      ['uns 3kg', '1'],
      ['15 quilos', '3'],
    ],
  },
  {
    labels: ['0 a 2 anos', '3 a 5 anos', '6 a 10 anos'],
    numbered: true,
    said: [
      ['tem 4 aninhos', '2'],
      ['1 ano e meio', '1?'],
      ['8', '3'],
      ['fez 2 agora', '1?'],
    ],
  },
  {
    labels: ['Dinheiro', 'Pix', 'Cartão na entrega'],
    numbered: true,
    said: [
      ['passa cartão quando chegar', '3'],
      ['vou fazer o pix', '2'],
      ['em dinheiro, troco p 50', '1?'],
    ],
  },
  {
    labels: ['Chocolate', 'Morango', 'Baunilha', 'Misto'],
    numbered: true,
    said: [
      ['de choco', '1'],
      ['meio a meio', '4?'],
      ['o de morango mesmo', '2'],
    ],
  },
  {
    labels: ['Onde está meu pedido', 'Cancelar pedido', 'Item faltando', 'Outro'],
    numbered: true,
    said: [
      ['cadê??', '1'],
      ['veio faltando a bebida', '3'],
      ['desisti, pode cancelar', '2'],
      ['ta demorando demais', '1'],
    ],
  },
  {
    labels: ['Tatuapé', 'Moema', 'Pinheiros'],
    numbered: true,
    said: [
      ['tatuape', '1'],
      ['a de pinheros', '3'],
      ['mais perto do centro', '?'],
    ],
  },
  {
    labels: ['Hoje', 'Amanhã', 'Outro dia'],
    numbered: true,
    said: [
      ['hj msm', '1'],
      ['amanha cedo', '2'],
      ['pode ser depois de amanhã', '3?'],
    ],
  },
]
