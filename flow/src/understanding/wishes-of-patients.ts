import type { Wish } from './wish.ts'
import { about, the } from './wish.ts'

/** Why a patient comes, told by how it feels or what for: "my tooth is killing me" of "Toothache", "vou mostrar os exames" of "Retorno". */

const teeth = '(?:muelas?|dientes?|dentes?|tooth|teeth|molar|molars|siso)'
const hurting =
  '(?:me (?:esta )?(?:duelen?|doliendo|matando|mata)|duelen?|doliendo|doi|doem|doendo|dolorid[oa]|hurts?|hurting|aches?|aching|killing me|is sore|throbs?|throbbing|matandome|me esta matando|(?:con|com|tengo|tenho|de) (?:un |una |muita |mucha |mucho |muito |uma )?(?:dolor|dor|dores))'
const between =
  '(?: (?:muchisimo|mucho|muito|demais|bastante|un monton|horrible|una|la|el|las|los|o|os|as|a|um|uma|mi|meu|minha|my|is|are|really|so|bad|badly|esta|ta|de|un|like crazy))*'

export const wishesOfPatients: Wish[] = [
  about(
    [
      /\btooth ?aches?\b|\b(?:dolor|dor)(?:es)? de (?:muelas?|dientes?|dentes?)\b|\b(?:tooth|dental) pain\b/,
      /^(?:dolor(?:es)?|dor(?:es)?|pain|urgenc\w*|emergenc\w*)\b/,
    ],
    `${the}${teeth}${between} ${hurting}${between}`,
    `${hurting}${between} ${teeth}`,
    'tooth ?ache|dolor de muelas?|dor de dente',
  ),
  about(
    /\b(?:dolor(?:es)?|dor(?:es)?|pain)\b|^(?:molestias?)$/,
    `${hurting}${between}(?: (?!${teeth} )[a-z]+){0,2}`,
    '(?:in|lot of|lots of|some|much) pain|dolorid[oa]',
  ),
  about(
    /\b(?:check ?up|control|chequeo|rotina|rutina|routine|revision|revisao|preventiv\w*)\b/,
    `(?:${the})(?:regular |yearly |annual |routine |usual )*(?:check ?up|chequeo|checada|chequeada|revision|revisao|control|controle|rotina|rutina|routine|preventivo)(?: (?:de rutina|de rotina|general|geral|anual|visit|medico))*|(?:para|pra|to) (?:ver|see)(?: (?:que|si|if|se|is|esta|ta))* (?:todo|tudo|everything)(?: (?:esta|ta|is))? (?:bien|bem|ok|okay|fine)`,
  ),
  about(
    /\b(?:retorno|seguimiento|follow ?up|reconsulta)\b/,
    `(?:mostrar|levar|llevar|ensenar|show|entregar|leer)(?: (?:you|the doctor|al doctor))? ${the}(?:resultados?|exames?|estudios?|analisis|results?|labs?)(?: (?:(?:para|pra|al|a|ao|to) )*(?:o |a |la |el |the )?(?:doctora?|dra?|medic[oa]|doutora?))?`,
    '(?:volta|vuelta|retorno|segunda|continuacion|continuacao) (?:da|de la|de|para a|consulta)(?: (?:consulta|visita|ultima|passada|pasada|anterior))*|follow ?up|(?:ya|ja) (?:me vio|me atendio|fui|passei)(?: (?:el|la|o|a|com|con|doctora?|dra?))*',
  ),
  about(
    /^(?:exames?|examen(?:es)?|estudios?|tests?|analisis|diagnostico|imagenes|imagem)\b/,
    '(?:(?:hacer|hacerme|fazer|realizar|get|do|have|sacarme|tirar|un|una|um|uma|a|an|some|my|de|el|la|unos) )*(?:raio x|rayos x|radiografia|placa|ultrassom|ecografia|eco|resonancia|ressonancia|tomografia|hemograma|x ?rays?|ultrasound|mri|blood (?:test|work)|analisis de sangre|exame de sangue|electro|eletro)(?: (?:de|do|da|of)(?: (?:la|el|the))? [a-z]+)?',
  ),
  about(
    /\b(?:limpieza|limpeza|cleaning|profilaxis|profilaxia|hygien\w*)\b/,
    `(?:need|want|get|have|to)(?: (?:em|them|it|my teeth|my tooth|a|my|to be))* (?:cleaned|clean|polish|polished)|(?:sarro|tartaro|tartar|plaque|placa bacteriana)|(?:limpiar|limpar|clean)(?:me)? ${the}${teeth}`,
  ),
]
