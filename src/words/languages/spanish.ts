/** Words and sentences of Spanish. */
import type { Language } from './language-words.ts';

export const spanish: Language = {
  asking: `
      qué que quién quiénes cuál cuáles cuándo dónde cómo cuánto cuántos cuántas por y o pero dime dame resume traduce compara
      según alguien hay dijo dijeron habló mencionó ha han se estuvo es fue de en compare deme`,
  commonest: `
    el la los las de del un una y en es que qué quién quiénes cómo cuántos cuántas cuál por para con no se
    su sus al lo como más pero fue fueron han son está este esta dijo sobre entre también nos`,
  saying: 'dijo dice dijeron dicen opina opinó piensa propuso recomendó mencionó',
  accordingTo: 'según',
  having: 'ha han había habían',
  speakingFor: 'delegado delegada representante delegación',
  offices: `
      ministro ministra presidente presidenta director directora secretario secretaria subsecretario subsecretaria
      profesor profesora embajador embajadora jefe jefa capitán capitana alcalde alcaldesa rector rectora médico médica
      juez jueza fiscal gobernador gobernadora diputado diputada senador senadora investigador investigadora biólogo
      bióloga historiador historiadora economista ingeniero ingeniera abogado abogada decano decana comisario comisaria
      portavoz experto experta asesor asesora relator relatora coordinador coordinadora`,
  courtesies: 'señor señora doctor doctora',
  speechNouns:
    'posición posiciones opinión opiniones postura posturas vista intervención discurso declaración argumento argumentos respuesta palabras mensaje',
  replies: {
    reportSays: 'Según el informe escrito por una IA:',
    notAnswered: 'Nada de lo que se dijo responde a esto.',
    colon: ':',
    unknownSpeaker: 'Una persona no identificada',
    translated: 'traducido por el modelo, sin verificar',
    modelsWords: 'En palabras del modelo:',
  },
  presiding: 'moderador moderadora presidente presidenta',
  counting: {
    numbers: `
      cero un uno una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete
      dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho
      veintinueve treinta cuarenta cincuenta sesenta setenta ochenta noventa cien ciento doscientos doscientas trescientos
      trescientas cuatrocientos cuatrocientas quinientos quinientas seiscientos seiscientas setecientos setecientas
      ochocientos ochocientas novecientos novecientas mil millón millones billón billones medio media decena decenas docena`,
    joints: 'y|de',
    hedges: `
        entre|casi|más de|menos de|unos|unas|cerca de|alrededor de|aproximadamente|al menos|por lo menos|hasta|apenas|no más de|como
        máximo|solo|sólo|poco más de|un poco más de|poco menos de|un poco menos de|algo más de|algo menos de|mucho más de|mucho menos de|bastante más de
        |muy por encima de|muy por debajo de|por encima de|por debajo de|más allá de|no menos de|ni siquiera|no llega a|no llegan a|cuando menos
        |como mucho|a lo sumo|como mínimo|un máximo de|un mínimo de|mínimo|prácticamente|virtualmente|escasamente|tan solo|tan sólo|solamente
        |únicamente|exactamente|quizás|quizá|tal vez|en torno a|rondando|rozando los|superior a|superiores a|inferior a|inferiores a|lejos de`,
    of: String.raw`de\s`,
    money:
      'pesos peso euros euro dólares dólar soles bolívares reales pesetas libras francos coronas corona yenes centavos bolivianos',
    times: 'segundos minutos minuto horas hora días día semanas semana meses mes años año décadas siglos',
    asksSum: `
      cuánto [*] (cuesta|cuestan|costó|costado|costaron|costaba|costará|vale|valen|valía|pagó|pagaron|gastó|gastaron)
      (cuál|qué) (es|era|fue) el (costo|coste|precio|monto)`,
    asksSpan:
      '(cuánto [se] (duró|dura|durará|tardó|tarda|tardará|tardaría|llevará|llevaría|tiempo)|cuántos (días|meses|años) (duró|dura|tardó))',
    asksCount: '(cuántos|cuántas|cuánta|cuánto) <*>',
    asksWhen: '(cuándo|en qué año|en qué fecha|en qué mes)',
  },
  spoken: {
    takesSides: `
      (comparte|comparten|coincide|coinciden|apoya|apoyan|respalda|respaldan|defiende|defienden|aprueba|aprueban|recomienda|recomiendan|propone|proponen
        |opone|oponen|opuso|rechaza|rechazan|impugna|acepta|aceptan|quiere|quieren)
      (está|están|estaba|estaban) [*] (a favor|en contra|contrario|contraria|contrarios)`,
    own: '(yo|nosotros|nosotras|nuestro|nuestra|nuestros|nuestras|mi|mis|me|nos)',
    beside: '(no|se|también|tampoco|firmemente|plenamente|claramente|siempre|todavía)',
    rejects: `
      (opone|oponen|oponemos|opongo|opuso) [*] (a|al)
      (rechaza|rechazan|rechazamos|rechazo|rehúsa|rehusamos|impugna)
      (en contra|contrario|contraria|contrarios) [de|del|a|al]
      no (apoya|apoyamos|apoyo|acepta|aceptamos|acepto|quiere|queremos|quiero)`,
    tellsOfOthers:
      '(dice|dicen|dijo|dijeron|según|quienes|los que|las que|el que|la que|si|piensa|piensan|cree|creen|afirma|afirman)',
    isNotAgainst:
      '(no|nunca|tampoco) (estoy|está|estamos|están|soy|es|somos|me opongo|se opone|nos oponemos) [en contra|contrario|contraria|opuesto|opuesta]',
    supports: `
      (apoya|apoyan|apoyamos|apoyo|respalda|respaldan|respaldamos|respaldo|defiende|defendemos|aprueba|aprobamos)
      (recomienda|recomendamos|recomiendo|propone|proponemos|propongo|necesario|necesaria|indispensable|esencial)
      (hay que|a favor de|a favor del)`,
    agrees: `
      (comparte|comparten|compartimos|comparto) [plenamente] (la|el) (opinión|postura|posición|punto de vista|análisis|criterio)
      (estoy|estamos|está|están) [plenamente|totalmente|muy|también] de acuerdo con
      (coincido|coincidimos|coincide|coinciden) [plenamente|totalmente] con
      (tiene|tenía|tienen) [toda la|mucha] razón
      como (dijo|señaló|ha dicho|bien dijo|recordó)`,
    disagrees: `
      no (estoy|estamos|está|están) [*] [*] de acuerdo
      no (comparto|compartimos|comparte|comparten) [*] (opinión|postura|posición|punto de vista|análisis|criterio)
      (discrepo|discrepamos|disiento|disentimos) [*] (de|del|con)
      no tiene [ninguna] razón`,
    promises: `
      (se compromete|se comprometen|nos comprometemos|me comprometo) a
      [se|os|les] [lo] (prometo|prometemos|promete|prometen)
      (garantizo|garantizamos)
      !(veremos|reuniremos|escucharemos|hablaremos|pasaremos|empezaremos|terminaremos|volveremos|diremos|tendremos|seremos|estaremos) *remos
      es (un|nuestro) compromiso
      (vamos|voy|va) a !(pasar|empezar|hablar|decir|dar|escuchar|ver|concluir|terminar) (*ar|*er|*ir)`,
    requests: `
      (pedimos|pido|exigimos|exijo|reclamamos|reclamo) (un|una|el|la|los|las|más|que)
      (pide|pedimos|pido|piden|invita|invitamos|invito|insta|instamos|insto|exhorta|exhortamos) (que|a|al)`,
    proposes:
      '(propone|proponen|proponemos|propongo|recomienda|recomiendan|recomendamos|recomiendo|sugiere|sugerimos|sugiero)',
    warns: `
      (riesgo|riesgos|peligro|peligros|peligroso|peligrosa|amenaza|amenazas|desafío|desafíos|obstáculo|obstáculos|problema|problemas)
      (preocupa|preocupan|preocupado|preocupada|preocupados
        |preocupación|preocupaciones|temo|tememos|teme|temen|advierto|advertimos|advierte|advierten|alerta|alertan|alertamos)
      (lamentablemente|desgraciadamente|falta de|faltan|brecha|brechas|desigualdad|desigualdades|excluidos|excluidas)`,
    blames: `
      (lamento|lamentamos|lamenta|lamentan|deploro|deploramos|deplora|denuncio|denunciamos|denuncia que|critico|criticamos|critica)
      (me quejo|nos quejamos|se queja|se quejan) (de|del|porque)
      (nadie|ninguno) (nos|me) (preguntó|consultó|avisó|escuchó|ha preguntado|ha consultado|avisaron)
      (demasiado|demasiada) (fuerte|caro|cara|lento|lenta|tarde|poco|grande|débil|alto|alta)
      (inaceptable|insuficiente|injusto|injusta|decepcionante|vergüenza)`,
    praises: `
      (felicito|felicitamos|felicita|felicitan|elogio|elogiamos|elogia|saluda
        |saludan|celebra|celebran|saludo|saludamos|celebro|celebramos|agradezco … por|agradecemos … por|aprecio|apreciamos|admiro)
      (excelente|notable|admirable|orgullosos|orgulloso|orgullosa|éxito)`,
    hopes:
      '(espero|esperamos|espera que|esperan que|esperanza|ojalá|deseo que|deseamos que|confiamos|confío|optimista|optimistas)',
    announces: `
      (anuncio|anunciamos|anuncia|anuncian) !(de|del) *
      (lanzamos|inauguramos|inaugura|lanza) (un|una|el|la|los|las)
      (hemos|he|ha) (lanzado|abierto|inaugurado|creado)`,
    examples: '(por ejemplo|un ejemplo|ejemplo de|a modo de ejemplo)',
    byWhen: `
      <(antes de|para|en|a partir de|desde|hasta) [el|la] [fin|final|finales|mediados] [de] [#] [de] [{month}] [de] #>
      <antes (de|del) [el] (fin|final) de [este] (mes|año)>
      <(antes del|el|para el|hasta el) # de {month} [de #]>
      <(el próximo año|el año próximo|el próximo mes|la próxima semana|este año)>`,
    decides: `
      (queda|quedan|fue|fueron|ha sido|han sido|está|es) [pues|*] (aprobado|aprobada|aprobados|aprobadas|adoptado|adoptada|rechazado
        |rechazada|aplazado|aplazada|decidido|acordado)
      (hemos|se ha|ha) (decidido|acordado|aprobado) (que|el|la|los|las|*ar|*er|*ir)
      se (aprueba|aprobó|acordó|decidió|acuerda|decide) (que|el|la|los|las|*ar|*er|*ir)`,
    supposes: '(si|cuando|hasta que|a menos que|antes de que)',
    presides: `
      [yo] (presido|presidiré|modero|moderaré|dirijo) (esta|este|la|el|nuestra)
      soy (el|la|su) (presidente|presidenta|moderador|moderadora) (de|del)`,
    introduces: `
      (tiene|doy|damos|cedo|paso|pasamos) [ahora] la palabra
      me llamo
      ^ [y] (señor|señora|doctor|doctora) * [*] [,] (por|en nombre de) …4 $
      ^ [muchas] gracias [,] (señor|señora|doctor|doctora) [*] [*] $`,
    meetsAt: `
      (aquí|reunidos|reunidas|reunimos|bienvenidos|bienvenidas|bienvenida) [*] [*] (en|a) [la] [ciudad] [de] <* [*] [*]>`,
    organisedBy: '(organizada|organizado|convocada|convocado|acogida) por',
    nextMeeting: `
      (próxima|siguiente) (sesión|reunión|conferencia|cita|ronda)
      (nos veremos|nos vemos|nos reuniremos|nos reunimos|volveremos a reunirnos|nos encontraremos)`,
    dates: '({month}|lunes|martes|miércoles|jueves|viernes|sábado|domingo)',
    turnsBefore: `
      (si|salvo que|a menos que|siempre que|aunque|como si|supongamos que)
      (falso|niega|niego|negamos|imposible|prohibido|contrario|rechaza|rechazamos) [a|de] (que|*ar|*er|*ir)
      (algunos|otros|muchos) (dicen|creen|piensan|afirman) que`,
    turnsBehind: `
      ^ [,] (siempre que|siempre y cuando|salvo|a menos|pero|si|solo si|con tal|mientras|a condición)
      ^ no (es|son|era|está|están|ha|será)
      ^ (es|está) (falso|falsa|prohibido|prohibida|un error)`,
    takesBack: `
      ^ [pues|pero|y] (eso|esto) (es|era) [simplemente|claro] (falso|mentira|un error|absurdo)
      ^ [pues|pero|y] (eso|esto) no (es|era)
      ^ (no|falso) $`,
    ordinals: [
      'primero|primeramente|en primer lugar',
      'segundo|en segundo lugar',
      'tercero|en tercer lugar',
      'cuarto|en cuarto lugar',
      'quinto',
    ],
    lastly: 'por último|finalmente',
    why: '^ [y|pero] por qué',
  },
};
