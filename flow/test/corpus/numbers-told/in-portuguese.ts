import type { Asked } from '../unseen/asked-yes-no.ts'

/** Numbers as customers tell them in Portuguese, with the question that they answer; what is read back counts as understood. */
export const numbersInPortuguese: Asked[] = [
  {
    question: 'Quantas pessoas vêm para a reunião de pais?',
    said: [
      ['vamos só nós dois, eu e meu marido', '2'],
      ['nós três, eu, meu marido e minha filha', '3'],
    ],
  },
  {
    question: 'Quantos anos tem a criança?',
    said: [['fez 7 mês passado', '7']],
  },
  {
    question: 'Quantas dúzias?',
    said: [['duas dúzias e meia', '2.5']],
  },
  {
    question: 'Quantos botijões?',
    said: [['um de 13kg', '1']],
  },
  {
    question: 'Quantos pães?',
    said: [
      ['um saco de 12 pães', '12'],
      ['10 paezinhos bem clarinhos', '10'],
    ],
  },
  {
    question: 'Quantas cocas?',
    said: [['uma de 2 litros', '1']],
  },
  {
    question: 'Quantas pizzas?',
    said: [
      ['2 não, 3', '3'],
      ['não quero 2', '?'],
      ['2 grandes e 1 broto', '3'],
      ['uma de calabresa e outra de frango', '2'],
      ['manda 3 🍕', '3'],
    ],
  },
  {
    question: 'Quantas pessoas?',
    said: [
      ['te falo às 5', '?'],
      ['te aviso amanhã', '?'],
    ],
  },
  {
    question: 'Quantas pessoas vão?',
    said: [
      ['só eu e meu namorado', '2'],
      ['vamos em 6', '6'],
    ],
  },
  {
    question: 'Quantas pessoas são na mesa?',
    said: [['mesa pra 4 pfv', '4']],
  },
  {
    question: 'Quantos kg de picanha?',
    said: [
      ['um quilo e meio', '1.5'],
      ['meio quilo só', '0.5'],
    ],
  },
  {
    question: 'Qual o seu peso?',
    said: [['peso uns 80 kg', '80']],
  },
  {
    question: 'Qual sua altura?',
    said: [
      ['1,75m', '1.75'],
      ['um metro e setenta', '1.7'],
    ],
  },
  {
    question: 'Qual número você calça?',
    said: [['calço 37 kkk', '37']],
  },
  {
    question: 'Quantas pizzas você quer?',
    said: [
      ['quero duas grandes', '2'],
      ['1 calabresa e 1 marguerita', '2'],
    ],
  },
  {
    question: 'Quantos dias vai ficar?',
    said: [['5 dias e 4 noites', '5']],
  },
  {
    question: 'Quantas diárias?',
    said: [['duas diarias msm', '2']],
  },
  {
    question: 'Quantos filhos vc tem?',
    said: [
      ['não tenho filhos', '0'],
      ['tenho um casal', '2'],
      ['2 meninos e 1 menina', '3'],
    ],
  },
  {
    question: 'Troco pra quanto?',
    said: [
      ['pra 100', '100'],
      ['troco p 50 reais', '50'],
      ['não precisa', '?'],
    ],
  },
  {
    question: 'Quanto vc quer pagar de entrada?',
    said: [
      ['uns 2 mil reais', '2000'],
      ['mil e quinhentos', '1500'],
    ],
  },
  {
    question: 'Em quantas vezes quer parcelar?',
    said: [
      ['em 10x sem juros', '10'],
      ['à vista', '1'],
      ['3x tá bom', '3'],
    ],
  },
  {
    question: 'Quantos meses tem seu filhote?',
    said: [
      ['vai fazer 3 meses', '?'],
      ['uns 4 meses mais ou menos', '4'],
    ],
  },
  {
    question: 'Há quantos dias está com dor?',
    said: [
      ['faz 2 dias', '2'],
      ['desde ontem', '?'],
      ['tem uma semana já', '7'],
    ],
  },
  {
    question: 'Quantas semanas de gestação?',
    said: [
      ['tô com 20 semanas', '20'],
      ['entrei na 28 agora', '28'],
    ],
  },
  {
    question: 'De 0 a 10, qual a sua dor?',
    said: [
      ['acho q 6', '6'],
      ['dor 10, insuportavel', '10'],
    ],
  },
  {
    question: 'De 0 a 10, quanto você recomenda a gente?',
    said: [
      ['nota mil kkkk', '?'],
      ['dou nota 9', '9'],
    ],
  },
  {
    question: 'Quantos animais vai trazer?',
    said: [['trago dois gatos', '2']],
  },
  {
    question: 'Quantas caixas deseja?',
    said: [
      ['meia dúzia', '6'],
      ['me vê 3 caixas', '3'],
      ['manda 2 pq uma é pouco', '2'],
    ],
  },
  {
    question: 'Quantos quartos precisa?',
    said: [['apenas um quarto', '1']],
  },
  {
    question: 'Quantas malas vão?',
    said: [['uma mala grande e uma de mão', '2']],
  },
  {
    question: 'Em qual andar fica?',
    said: [
      ['no 5º andar', '5'],
      ['é no térreo', '0'],
    ],
  },
  {
    question: 'Quantos convidados?',
    said: [
      ['entre 50 e 60', '?'],
      ['umas 30 pessoas eu acho', '30'],
      ['ainda não sei dizer', '?'],
    ],
  },
  {
    question: 'Quantas horas de limpeza?',
    said: [
      ['4h', '4'],
      ['meio período', '?'],
    ],
  },
  {
    question: 'Quantos metros quadrados tem o apto?',
    said: [
      ['tem 65m2', '65'],
      ['uns setenta metros', '70'],
    ],
  },
  {
    question: 'Qual a idade do paciente?',
    said: [
      ['ele ta com 54', '54'],
      ['vai completar 80 em março', '?'],
      ['oitenta e dois aninhos', '82'],
      ['ele tem 6 aninhos', '6'],
      ['é minha avó, tem 83', '83'],
      ['42 completos', '42'],
      ['8 meses', '?'],
    ],
  },
  {
    question: 'Quantos litros de tinta?',
    said: [['a lata de 18 litros', '18']],
  },
  {
    question: 'Quantas polegadas é sua tv?',
    said: [['é de 43', '43']],
  },
  {
    question: 'Quantas unidades?',
    said: [
      ['pode ser 5', '5'],
      ['5 ou 6', '?'],
      ['só umazinha 😅', '1'],
    ],
  },
  {
    question: 'Qual tamanho da calça?',
    said: [['visto 44', '44']],
  },
  {
    question: 'Quantos aparelhos deram defeito?',
    said: [
      ['os 3 q comprei', '3'],
      ['nenhum, todos funcionam', '0'],
    ],
  },
  {
    question: 'Quantas doses já tomou?',
    said: [
      ['tomei 2 falta a terceira', '2'],
      ['só a primeira', '1'],
    ],
  },
  {
    question: 'Quantos cigarros você fuma por dia?',
    said: [
      ['um maço', '?'],
      ['fumo uns 10', '10'],
      ['não fumo', '0'],
    ],
  },
  {
    question: 'Quantas cirurgias já fez?',
    said: [
      ['fiz 2 cesarianas', '2'],
      ['nenhuma graças a deus', '0'],
      ['so uma, de apendice', '1'],
    ],
  },
  {
    question: 'Qual a temperatura dele?',
    said: [
      ['38 e meio', '38.5'],
      ['ta com 39 de febre', '39'],
    ],
  },
  {
    question: 'Quantos minutos até aqui?',
    said: [
      ['uns 20 minutinhos', '20'],
      ['meia hora', '30'],
    ],
  },
  {
    question: 'Quantos funcionários tem a empresa?',
    said: [
      ['somos em 12', '12'],
      ['5 fixos e 2 freelas', '7'],
    ],
  },
  {
    question: 'Qual o ano do carro?',
    said: [
      ['é 2016', '2016'],
      ['2014/2015', '?'],
      ['modelo 2020', '2020'],
    ],
  },
  {
    question: 'Qual a quilometragem?',
    said: [
      ['85 mil km rodados', '85000'],
      ['ta com 60.000', '60000'],
    ],
  },
  {
    question: 'Quantos marmitex?',
    said: [
      ['vê 4 pra mim', '4'],
      ['2 grandes e 1 pequena', '3'],
      ['mais 2 iguais', '2'],
    ],
  },
  {
    question: 'Quantas esfihas?',
    said: [
      ['10 de carne e 5 de queijo', '15'],
      ['umas 15', '15'],
      ['meio a meio', '?'],
    ],
  },
  {
    question: 'Quantos brigadeiros?',
    said: [
      ['um cento', '100'],
      ['2 centos', '200'],
      ['cem tá bom', '100'],
    ],
  },
  {
    question: 'Quantos salgados vão ser?',
    said: [
      ['trezentos', '300'],
      ['300 salgadinhos sortidos', '300'],
    ],
  },
  {
    question: 'Vc precisa de quantos lugares?',
    said: [
      ['so 2 msm obg', '2'],
      ['eu + 3', '4'],
      ['pra mim e minha mãe', '2'],
    ],
  },
  {
    question: 'Quantos irmãos tem?',
    said: [
      ['sou filho único', '0'],
      ['3 irmãos por parte de pai', '3'],
    ],
  },
  {
    question: 'Quantos banheiros tem a casa?',
    said: [
      ['2 banheiros e um lavabo', '2'],
      ['são 3', '3'],
    ],
  },
  {
    question: 'Quantos cômodos?',
    said: [
      ['5 cômodos ao todo', '5'],
      ['quitinete', '?'],
    ],
  },
  {
    question: 'Quantas gotas ele toma?',
    said: [
      ['20 gotinhas', '20'],
      ['uma por kg', '?'],
    ],
  },
  {
    question: 'Quantos comprimidos por dia?',
    said: [
      ['um e meio', '1.5'],
      ['2, um de manhã e um à noite', '2'],
      ['1 de 12 em 12 horas', '?'],
    ],
  },
  {
    question: 'Em que período da faculdade vc está?',
    said: [
      ['to no 3º', '3'],
      ['sexto periodo', '6'],
      ['já me formei', '?'],
    ],
  },
  {
    question: 'Quantos km daqui até aí?',
    said: [
      ['uns 7km', '7'],
      ['é pertinho', '?'],
    ],
  },
  {
    question: 'Quanto deu a conta?',
    said: [
      ['deu 89,90', '89.9'],
      ['cento e vinte reais', '120'],
      ['120 e pouco', '120'],
    ],
  },
  {
    question: 'Quanto vc pesa hoje?',
    said: [['pesei 68,4 ontem', '68.4']],
  },
  {
    question: 'Que nota de 1 a 5 vc dá?',
    said: [
      ['nota 5', '5'],
      ['cinco estrelas ⭐', '5'],
      ['dou 4 pq demorou', '4'],
      ['horrível', '?'],
    ],
  },
  {
    question: 'Qual o tamanho do anel?',
    said: [
      ['aro 18', '18'],
      ['uso o 16', '16'],
    ],
  },
  {
    question: 'Quantos ingressos?',
    said: [
      ['dois inteiros e uma meia', '3'],
      ['2 inteira e 2 meia', '4'],
      ['quero 3 entao', '3'],
    ],
  },
  {
    question: 'Vai querer quantas cervejas?',
    said: [
      ['desce 6', '6'],
      ['uma caixinha', '?'],
    ],
  },
  {
    question: 'Quantos idosos?',
    said: [
      ['um só, meu avô', '1'],
      ['ninguém idoso', '0'],
    ],
  },
  {
    question: 'Quantas horas você dorme?',
    said: [
      ['durmo umas 5h', '5'],
      ['6 ou 7', '?'],
    ],
  },
  {
    question: 'Quantas colheres de açúcar?',
    said: [
      ['duas bem cheias', '2'],
      ['sem açúcar pfv', '0'],
    ],
  },
  {
    question: 'Quantos dias faltou?',
    said: [
      ['faltei 2 dias', '2'],
      ['a semana toda', '?'],
    ],
  },
  {
    question: 'Quantas vezes já ligou?',
    said: [
      ['já liguei umas 5 vezes', '5'],
      ['mil vezes kkk', '?'],
    ],
  },
  {
    question: 'Quantos sacos de cimento?',
    said: [
      ['20 sacos de 50kg', '20'],
      ['me manda 10', '10'],
    ],
  },
  {
    question: 'Quantas lâmpadas queimaram?',
    said: [
      ['as duas da sala', '2'],
      ['só uma queimou', '1'],
      ['uma, a da cozinha', '1'],
    ],
  },
  {
    question: 'Quantos dias de atestado?',
    said: [
      ['ele me deu 3 dias', '3'],
      ['uma semana', '7'],
    ],
  },
  {
    question: 'Qual sua renda?',
    said: [
      ['ganho 3 mil', '3000'],
      ['um salário mínimo', '?'],
      ['uns 2.500', '2500'],
    ],
  },
  {
    question: 'Quanto está devendo?',
    said: [
      ['devo 450 reais', '450'],
      ['nada, já paguei', '0'],
    ],
  },
  {
    question: 'Que número você veste?',
    said: [
      ['40 ou 42', '?'],
      ['o 38', '38'],
    ],
  },
  {
    question: 'Quantas cadeiras quer alugar?',
    said: [
      ['alugar 40 cadeiras', '40'],
      ['40 cadeiras e 10 mesas', '40'],
      ['quarenta msm', '40'],
    ],
  },
  {
    question: 'Quantas aulas por semana?',
    said: [
      ['2x por semana', '2'],
      ['três, seg qua e sex', '3'],
      ['terça e quinta', '2'],
    ],
  },
  {
    question: 'Quantos pontos levou?',
    said: [
      ['levei 6 pontos', '6'],
      ['nenhum, foi só curativo', '0'],
    ],
  },
  {
    question: 'Em quantos minutos vc chega?',
    said: [
      ['chego em 15', '15'],
      ['uma hora', '60'],
      ['já tô aqui na porta', '?'],
    ],
  },
  {
    question: 'Quantos gigas?',
    said: [
      ['o de 15 gb', '15'],
      ['50gb', '50'],
    ],
  },
  {
    question: 'Quantas linhas no plano?',
    said: [
      ['a minha e a da minha esposa', '2'],
      ['4 linhas no total', '4'],
    ],
  },
  {
    question: 'Qual a idade do seu filho?',
    said: [
      ['1 aninho e meio', '1.5'],
      ['tem 3 anos e 2 meses', '?'],
      ['acabou de fazer 6', '6'],
      ['ele tem nove anos e a irmã 5', '?'],
    ],
  },
  {
    question: 'Quantas coxinhas?',
    said: [
      ['bota 8 aí', '8'],
      ['oito por favor querida', '8'],
      ['separa 10 pra mim', '10'],
      ['todas que tiver', '?'],
    ],
  },
  {
    question: 'Qual o número da mesa?',
    said: [
      ['tamo na 12', '12'],
      ['mesa sete', '7'],
    ],
  },
  {
    question: 'Quantas pessoas no quarto?',
    said: [
      ['casal com 1 criança', '3'],
      ['só nós dois', '2'],
      ['eu, minha esposa e 2 filhos', '4'],
    ],
  },
  {
    question: 'Quanto pesa seu cachorro?',
    said: [
      ['uns 12 kg', '12'],
      ['é porte médio', '?'],
      ['pesa 7 e meio', '7.5'],
    ],
  },
  {
    question: 'Quantos metros de tecido?',
    said: [
      ['2 metros e meio', '2.5'],
      ['meio metro', '0.5'],
    ],
  },
  {
    question: 'Quantas parcelas faltam pagar?',
    said: [
      ['faltam 4', '4'],
      ['só a última', '1'],
    ],
  },
  {
    question: 'Quantos botijões de gás?',
    said: [
      ['1 p13', '1'],
      ['um só, de 13kg', '1'],
    ],
  },
  {
    question: 'Quantos galões de água?',
    said: [
      ['2 de 20 litros', '2'],
      ['traz 3 por gentileza', '3'],
    ],
  },
  {
    question: 'Qual a altura da parede?',
    said: [
      ['2 metros e 70', '2.7'],
      ['dois e oitenta', '?'],
    ],
  },
  {
    question: 'De 0 a 10 como está o atendimento?',
    said: [
      ['10 com louvor', '10'],
      ['zero!', '0'],
      ['8,5', '8.5'],
      ['nota dez', '10'],
    ],
  },
  {
    question: 'Quantas folhas são?',
    said: [
      ['umas 50 folhas', '50'],
      ['30 frente e verso', '30'],
    ],
  },
  {
    question: 'Quantos convidados confirmaram?',
    said: [
      ['por enquanto 40', '40'],
      ['confirmaram 35 ate agora', '35'],
    ],
  },
  {
    question: 'Quantos drinks por semana?',
    said: [
      ['não bebo', '0'],
      ['uns dois no fds', '2'],
    ],
  },
  {
    question: 'Qual sua idade?',
    said: [
      ['tenho 29 aninhos kkkk', '29'],
      ['sou de 1990', '?'],
      ['quarenta e sete', '47'],
      ['18 completos', '18'],
    ],
  },
  {
    question: 'Quantos cortes seriam?',
    said: [
      ['2 cortes e uma barba', '2'],
      ['o meu e o do meu filho', '?'],
    ],
  },
  {
    question: 'Há quantos anos operou?',
    said: [
      ['tem uns 5 anos', '5'],
      ['em 2018', '?'],
      ['já faz dez anos', '10'],
    ],
  },
  {
    question: 'Quantos volumes são?',
    said: [
      ['são 4 volumes pequenos', '4'],
      ['uma caixa e 2 sacolas', '3'],
    ],
  },
  {
    question: 'Quanto pesa o pacote em kg?',
    said: [
      ['500g', '0.5'],
      ['menos de 2kg', '2'],
      ['um quilo e duzentos', '1.2'],
    ],
  },
  {
    question: 'Quantos anos de experiência você tem?',
    said: [
      ['tenho 3 anos de registro', '3'],
      ['sem experiência', '0'],
      ['mais de 10 anos', '10'],
    ],
  },
  {
    question: 'Quantas matérias ficou devendo?',
    said: [
      ['fiquei em 2', '2'],
      ['passei em todas', '?'],
    ],
  },
  {
    question: 'Quantos carregadores faltam?',
    said: [
      ['tá faltando 1', '1'],
      ['faltam dois', '2'],
    ],
  },
  {
    question: 'Quanto quer deixar de gorjeta?',
    said: [
      ['10%', '10'],
      ['vinte reais tá bom', '20'],
      ['nada', '0'],
    ],
  },
  {
    question: 'Quantas viagens por mês?',
    said: [
      ['depende muito', '?'],
      ['2 a 3', '?'],
      ['umas 4 por mes', '4'],
    ],
  },
  {
    question: 'Quantos cm de comprimento?',
    said: [
      ['1 metro', '100'],
      ['trinta centímetros', '30'],
      ['20 x 30', '?'],
    ],
  },
  {
    question: 'Quantas rosas no buquê?',
    said: [
      ['uma dúzia', '12'],
      ['24 vermelhas 🌹', '24'],
      ['meia dúzia tá ótimo', '6'],
    ],
  },
  {
    question: 'Quantos jogadores?',
    said: [
      ['10 com o goleiro', '10'],
      ['5 de cada lado', '?'],
    ],
  },
  {
    question: 'Quantas cervejas?',
    said: [
      ['duas geladas', '2'],
      ['um fardo', '?'],
      ['3 brahmas e 2 heineken', '5'],
    ],
  },
  {
    question: 'De quanto foi o pix?',
    said: [
      ['foi 150', '150'],
      ['mandei 89,90', '89.9'],
      ['mil e duzentos reais', '1200'],
      ['ainda não fiz', '?'],
    ],
  },
  {
    question: 'Quantas doses da vacina tomou?',
    said: [
      ['já tomei as três', '3'],
      ['nenhuma ainda rs', '0'],
    ],
  },
  {
    question: 'Vcs são em quantos na casa?',
    said: [
      ['moramos em 4', '4'],
      ['eu, meus pais e meu irmão', '4'],
    ],
  },
  {
    question: 'Quantas cápsulas por vez?',
    said: [
      ['uma só', '1'],
      ['2 capsulas dps do almoço', '2'],
    ],
  },
  {
    question: 'Quantos ovos?',
    said: [
      ['uma cartela de 30', '30'],
      ['dúzia e meia', '18'],
    ],
  },
  {
    question: 'Quantas fatias?',
    said: [['8 fatias fininhas', '8']],
  },
  {
    question: 'Quantas gramas de presunto?',
    said: [
      ['200g fatiado', '200'],
      ['duzentas gramas', '200'],
      ['meio quilo', '500'],
    ],
  },
  {
    question: 'Quantas chaves?',
    said: [
      ['3 copias da mesma', '3'],
      ['duas, uma do portão e uma da porta', '2'],
    ],
  },
  {
    question: 'Quantos meses de aluguel atrasado?',
    said: [
      ['esse mês só', '1'],
      ['3 meses contando com esse', '3'],
      ['nenhum, tá em dia', '0'],
    ],
  },
  {
    question: 'Quantas porções?',
    said: [
      ['4 porções bem servidas', '4'],
      ['uma e pronto', '1'],
    ],
  },
  {
    question: 'Quantas semanas de gravidez?',
    said: [
      ['12 semanas e 3 dias', '12'],
      ['5 meses', '?'],
      ['quase 30', '30'],
    ],
  },
  {
    question: 'Quantos clientes vc atende por dia?',
    said: [
      ['atendo uns 20', '20'],
      ['de 10 a 15', '?'],
    ],
  },
  {
    question: 'Quantas galinhas?',
    said: [
      ['8 galinhas e um galo', '8'],
      ['tenho umas trinta', '30'],
    ],
  },
  {
    question: 'Quantos pneus vai trocar?',
    said: [
      ['os 4', '4'],
      ['só os dois da frente', '2'],
      ['um furado', '1'],
    ],
  },
  {
    question: 'Quanto quer sacar?',
    said: [
      ['mil reais em nota de 50', '1000'],
      ['R$ 300,00', '300'],
    ],
  },
  {
    question: 'Quantas pessoas moram com vc?',
    said: [
      ['moro sozinho', '0'],
      ['minha mãe e 2 irmãos', '3'],
    ],
  },
  {
    question: 'Quantos metros tem o terreno?',
    said: [
      ['10 por 20', '?'],
      ['tem 200 metros', '200'],
    ],
  },
  {
    question: 'Quantos tijolos?',
    said: [
      ['um milheiro', '1000'],
      ['mil tijolos baianos', '1000'],
      ['2 mil', '2000'],
    ],
  },
  {
    question: 'Quantas peças vai lavar?',
    said: [
      ['3 camisas e 2 calças', '5'],
      ['um edredom só', '1'],
      ['umas 10 peças', '10'],
    ],
  },
  {
    question: 'Quantas noites?',
    said: [
      ['quatro noites e cinco dias', '4'],
      ['uma noite, viajo cedo', '1'],
      ['o fim de semana', '?'],
    ],
  },
  {
    question: 'Qual o número do pedido?',
    said: [
      ['é o 4521', '4521'],
      ['pedido 778', '778'],
      ['não tenho aqui', '?'],
    ],
  },
  {
    question: 'Qual a idade da sua cachorra?',
    said: [
      ['5 anos, já é velhinha rsrs', '5'],
      ['faz 3 em maio', '?'],
    ],
  },
  {
    question: 'Há quantos anos sente a dor?',
    said: [
      ['uns 2 aninhos já', '2'],
      ['muitos', '?'],
    ],
  },
  {
    question: 'Quantos hambúrgueres?',
    said: [
      ['2 simples e 1 duplo', '3'],
      ['3 com tudo', '3'],
      ['três, um sem cebola', '3'],
    ],
  },
  {
    question: 'Quantos sachês de ketchup?',
    said: [
      ['uns 5 tá bom', '5'],
      ['um monte', '?'],
    ],
  },
  {
    question: 'Quantas horas de estacionamento?',
    said: [
      ['2 horinhas', '2'],
      ['meia hora', '0.5'],
      ['o dia todo', '?'],
    ],
  },
  {
    question: 'Quantos copos de açaí?',
    said: [
      ['3 de 500ml', '3'],
      ['um de 300 e um de 500', '2'],
      ['dois médios', '2'],
    ],
  },
  {
    question: 'Quantas vagas na garagem?',
    said: [
      ['1 vaga coberta', '1'],
      ['não tem garagem', '0'],
      ['duas, sendo uma coberta', '2'],
    ],
  },
  {
    question: 'Quantos graus tá o ar?',
    said: [
      ['tá em 23', '23'],
      ['vinte e três graus', '23'],
    ],
  },
  {
    question: 'Quantas prestações já pagou?',
    said: [
      ['paguei 6 de 12', '6'],
      ['já paguei 6, faltam 6', '6'],
      ['nenhuma', '0'],
    ],
  },
  {
    question: 'Quantos metros quadrados vai pintar?',
    said: [
      ['uns 40m²', '40'],
      ['quarenta e cinco', '45'],
    ],
  },
  {
    question: 'Quantas toalhas faltam no quarto?',
    said: [
      ['faltam 2 toalhas de banho', '2'],
      ['só 1 de rosto', '1'],
    ],
  },
  {
    question: 'De 1 a 5, o quanto está satisfeito?',
    said: [
      ['3 na vdd', '3'],
      ['5/5', '5'],
      ['zero', '?'],
    ],
  },
  {
    question: 'Quantas mudas de planta?',
    said: [['6 mudinhas', '6']],
  },
  {
    question: 'Quantos litros de leite?',
    said: [
      ['2 caixas de 1 litro', '2'],
      ['litro e meio', '1.5'],
    ],
  },
  {
    question: 'Qual o valor do aluguel?',
    said: [
      ['pago 1.350', '1350'],
      ['mil trezentos e cinquenta', '1350'],
      ['uns mil e pouco', '1000'],
    ],
  },
  {
    question: 'Quantas pessoas vêm na consulta?',
    said: [
      ['eu e minha filha', '2'],
      ['só o paciente', '1'],
      ['2 pessoas', '2'],
    ],
  },
  {
    question: 'Há quantos dias está com sintomas?',
    said: [
      ['já vai pra 4 dias', '4'],
      ['uns três dias', '3'],
      ['desde sábado', '?'],
    ],
  },
  {
    question: 'Quanto você pesa?',
    said: [
      ['68 quilos', '68'],
      ['entre 70 e 72', '?'],
      ['tô com 90', '90'],
    ],
  },
  {
    question: 'Quanto você mede?',
    said: [
      ['1,75', '1.75'],
      ['um e setenta', '?'],
      ['1 metro e 60', '1.6'],
    ],
  },
  {
    question: 'Precisa de troco pra quanto?',
    said: [
      ['troco pra 50', '50'],
      ['pra uma nota de 100', '100'],
      ['vou pagar no cartão', '?'],
    ],
  },
  {
    question: 'Que número você calça?',
    said: [
      ['36/37', '?'],
      ['38 larguinho', '38'],
      ['é 41', '41'],
    ],
  },
  {
    question: 'Quantas noites vai se hospedar?',
    said: [
      ['duas noites só', '2'],
      ['só hoje', '1'],
      ['3 noites, chegamos na sexta', '3'],
    ],
  },
  {
    question: 'Quantos quartos?',
    said: [
      ['um de casal', '1'],
      ['2 de solteiro e 1 de casal', '3'],
      ['um só dá', '1'],
    ],
  },
  {
    question: 'Qual o seu orçamento?',
    said: [
      ['uns 5 mil', '5000'],
      ['no máximo 300 conto', '300'],
      ['o mais barato', '?'],
      ['até 800 reais', '800'],
    ],
  },
  {
    question: 'Em quantas vezes?',
    said: [
      ['12x', '12'],
      ['em três vezes sem juros', '3'],
      ['a vista no pix', '1'],
    ],
  },
  {
    question: 'Quantas unidades você precisa?',
    said: [
      ['preciso de 10 pçs', '10'],
      ['uma unidade só obrigada', '1'],
      ['dez pfvr', '10'],
    ],
  },
  {
    question: 'Quantos filhos estudam aqui?',
    said: [
      ['dois, um no fundamental e outro no médio', '2'],
      ['só um', '1'],
      ['os três', '3'],
    ],
  },
  {
    question: 'Em que andar fica o apartamento?',
    said: [
      ['4 andar apto 42', '4'],
      ['no quinto', '5'],
      ['térreo', '0'],
    ],
  },
  {
    question: 'Quantos pets vão viajar?',
    said: [
      ['um cachorrinho', '1'],
      ['2 gatinhos', '2'],
      ['nenhum pet', '0'],
    ],
  },
  {
    question: 'Quantos quilos de frango?',
    said: [
      ['2 e meio', '2.5'],
      ['um quilo e meio', '1.5'],
      ['uns 3kg ta bom', '3'],
    ],
  },
  {
    question: 'De 0 a 10 quanto você nos recomenda?',
    said: [
      ['10 com certeza', '10'],
      ['9,5', '9.5'],
      ['sinceramente um 6', '6'],
      ['muito', '?'],
    ],
  },
  {
    question: 'Quantas horas vai precisar do salão?',
    said: [
      ['4 horas', '4'],
      ['das 14 às 18', '?'],
      ['umas 5 horinhas', '5'],
    ],
  },
  {
    question: 'Quantos litros?',
    said: [
      ['20 litrao', '20'],
      ['meio litro', '0.5'],
    ],
  },
  {
    question: 'Quantos anos tem o carro?',
    said: [
      ['é 2015', '?'],
      ['uns 8 anos', '8'],
    ],
  },
  {
    question: 'Quantos convidados na festa?',
    said: [
      ['uns cinquenta', '50'],
      ['80 contando as crianças', '80'],
      ['60 adultos e 20 crianças', '80'],
    ],
  },
  {
    question: 'Quantas fotos quer imprimir?',
    said: [
      ['30 fotos 10x15', '30'],
      ['trinta', '30'],
      ['todas do álbum', '?'],
    ],
  },
  {
    question: 'Quantos sabores?',
    said: [
      ['2 sabores', '2'],
      ['meia calabresa meia frango', '?'],
    ],
  },
  {
    question: 'Quantas bolas de sorvete?',
    said: [
      ['duas bolas na casquinha', '2'],
      ['1 de chocolate e 1 de morango', '2'],
    ],
  },
  {
    question: 'Quantos lugares quer reservar?',
    said: [
      ['6 lugares por favor, é aniversário', '6'],
      ['reserva 5 pra gente', '5'],
      ['eu e mais 3 amigas', '4'],
      ['ainda vou confirmar', '?'],
    ],
  },
  {
    question: 'Quantas doses faltam?',
    said: [
      ['falta uma', '1'],
      ['só a última', '1'],
      ['duas ainda', '2'],
      ['nenhuma, tá completa', '0'],
    ],
  },
  {
    question: 'Quantos clientes você tem?',
    said: [
      ['mais de mil', '1000'],
      ['cerca de 200', '200'],
      ['to começando agora', '?'],
    ],
  },
  {
    question: 'Há quantos minutos está esperando?',
    said: [
      ['esperando há 40 minutos', '40'],
      ['mais de uma hora', '60'],
      ['um tempão', '?'],
    ],
  },
  {
    question: 'Quantos pacotes vai enviar?',
    said: [
      ['3 pacotes pra salvador', '3'],
      ['um médio', '1'],
      ['são 2 caixinhas', '2'],
      ['2, um pra sp e outro pro rio', '2'],
    ],
  },
  {
    question: 'Quantas vezes já visitou a loja?',
    said: [
      ['nunca fui', '0'],
      ['umas 3 vezes', '3'],
      ['duas vezes mês passado', '2'],
      ['várias', '?'],
    ],
  },
  {
    question: 'Quanto quer investir?',
    said: [
      ['10 mil pra começar', '10000'],
      ['500 reais', '500'],
      ['o que der', '?'],
    ],
  },
  {
    question: 'Quantos litros de gasolina?',
    said: [
      ['completa', '?'],
      ['30 litrinhos', '30'],
      ['vinte litros da aditivada', '20'],
    ],
  },
  {
    question: 'Quantas lâmpadas?',
    said: [
      ['4 lâmpadas de 9w', '4'],
      ['quatro de led', '4'],
      ['4 led branca', '4'],
    ],
  },
  {
    question: 'Quantos alunos vão?',
    said: [
      ['vamos em 32', '32'],
      ['a turma toda', '?'],
    ],
  },
  {
    question: 'Quantos lanches?',
    said: [
      ['dois de presunto e um de queijo', '3'],
      ['um completo pfv', '1'],
      ['3 sem maionese', '3'],
    ],
  },
  {
    question: 'Quantos anos ela vai fazer?',
    said: [
      ['15 anos', '15'],
      ['faz 15', '15'],
      ['vai fazer 15', '15'],
    ],
  },
  {
    question: 'Que nota você dá de 0 a 10?',
    said: [
      ['9/10', '9'],
      ['um sete e olhe lá', '7'],
      ['20', '?'],
      ['nota 10 ⭐', '10'],
    ],
  },
  {
    question: 'Quanta água bebe por dia em litros?',
    said: [
      ['uns 2 litros', '2'],
      ['um litro e meio', '1.5'],
      ['quase nada', '?'],
    ],
  },
  {
    question: 'Quantos quartos você procura?',
    said: [
      ['no mínimo 2', '2'],
      ['2 ou mais', '2'],
      ['3 quartos e 2 banheiros', '3'],
      ['de preferência 3', '3'],
    ],
  },
  {
    question: 'Quanto está pedindo no carro?',
    said: [
      ['peço 45 mil, negociável', '45000'],
      ['quarenta e cinco mil', '45000'],
    ],
  },
  {
    question: 'Quantas portas tem o carro?',
    said: [
      ['é 4 portas', '4'],
      ['quatro portas completo', '4'],
    ],
  },
  {
    question: 'Quantos centímetros?',
    said: [
      ['meio metro', '50'],
      ['52cm', '52'],
    ],
  },
  {
    question: 'Quantos copos?',
    said: [['copos uns 20', '20']],
  },
  {
    question: 'Quantas diárias vai querer?',
    said: [
      ['3 diárias, check-in dia 10', '3'],
      ['uma diária só', '1'],
    ],
  },
  {
    question: 'Quanto vc quer de desconto?',
    said: [['uns 10 por cento', '10']],
  },
  {
    question: 'Quantos seguidores tem?',
    said: [
      ['uns 5 mil', '5000'],
      ['12k', '12000'],
      ['1,2 mil', '1200'],
    ],
  },
  {
    question: 'Quantas crianças?',
    said: [
      ['3 crianças, uma de colo', '3'],
      ['duas meninas e um menino', '3'],
      ['sem crianças', '0'],
    ],
  },
  {
    question: 'Quantas pessoas vão no carro?',
    said: [
      ['4 comigo', '4'],
      ['eu e meu primo', '2'],
    ],
  },
  {
    question: 'Quantas plantas quer?',
    said: [
      ['umas 6 pequenas', '6'],
      ['duas suculentas e um cacto', '3'],
      ['depende do preço', '?'],
    ],
  },
  {
    question: 'Quantos dias de férias?',
    said: [
      ['10 dias úteis', '10'],
      ['uma semaninha', '7'],
    ],
  },
  {
    question: 'Quantos anos tem seu gato?',
    said: [
      ['tem 2 e meio', '2.5'],
      ['já é velhinho, uns 14', '14'],
    ],
  },
  {
    question: 'De quantas polegadas é o monitor?',
    said: [
      ['é um de 27 polegadas', '27'],
      ['24"', '24'],
    ],
  },
  {
    question: 'Quantas xícaras de café por dia?',
    said: [
      ['2 xicaras de manhã', '2'],
      ['não tomo café', '0'],
    ],
  },
  {
    question: 'Qual o máximo que pagaria?',
    said: [
      ['no maximo 1500', '1500'],
      ['não passo de 2000', '2000'],
    ],
  },
  {
    question: 'Quantas chapas?',
    said: [['12 chapas de 3 metros', '12']],
  },
  {
    question: 'Quantas vezes por mês?',
    said: [
      ['1 vez só', '1'],
      ['quatro, uma por semana', '4'],
      ['2 ou 3', '?'],
    ],
  },
  {
    question: 'Em quantas parcelas?',
    said: [
      ['6 vezes', '6'],
      ['12x fixas', '12'],
      ['uma só', '1'],
    ],
  },
  {
    question: 'São quantos bebês?',
    said: [
      ['gêmeos', '2'],
      ['um, é menina', '1'],
    ],
  },
  {
    question: 'Quantos sacos de gelo?',
    said: [
      ['3 sacos grandes', '3'],
      ['me dá dois', '2'],
      ['cinco dos pequenos', '5'],
    ],
  },
  {
    question: 'Quantas gramas?',
    said: [
      ['300 graminhas', '300'],
      ['um quarto de quilo', '250'],
    ],
  },
  {
    question: 'Quantos passageiros?',
    said: [
      ['2 adultos e 1 bebê de colo', '3'],
      ['somente eu', '1'],
    ],
  },
]
