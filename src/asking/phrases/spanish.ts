/** Ways to ask in Spanish. How a line is read stands in `src/words/phrase-line.ts`. */
import type { WaysToAsk } from './ways-to-ask.ts';

export const spanish: WaysToAsk = {
  lists: {
    say: 'dijo|dijeron|dice|dicen|dicho|decir|escribió|afirmó|afirma',
    place:
      'sesión|reunión|conferencia|audiencia|taller|debate|plenaria|foro|mesa redonda|encuentro|cumbre|congreso|jornada|evento',
    who: '(qué|cuál|cuáles) [de los] (orador|oradora|oradores|ponente|ponentes|participante|participantes|delegado|delegados|país|países)',
    spoken: `habló|hablaron|mencionó|mencionaron|dijo|dijeron|nombró|nombraron|habla|hablan|menciona|mencionan|abordó|abordaron
      |trató|trataron|refirió|refirieron|ha (hablado|mencionado|dicho|nombrado|abordado)|han (hablado|mencionado|dicho|nombrado|abordado)`,
    make: 'da|dame|deme|denos|muestra|muéstrame|muéstreme|escribe|escriba|redacta|redacte|prepara|prepare|haz|haga|lista|enumera',
    greeting: 'hola|buenos días|buenas tardes|buenas noches|buenas',
    thanks: 'gracias|muchas gracias|mil gracias',
  },
  numbers: 'un/uno/una dos tres cuatro cinco seis siete ocho nueve diez',
  tongues: {
    en: 'inglés',
    fr: 'francés',
    es: 'español',
    ru: 'ruso',
    zh: 'chino',
    ar: 'árabe',
    de: 'alemán',
    pt: 'portugués',
  },

  smallTalk: {
    greeting: `
      ^ {greeting} [a todos|qué tal|cómo estás|cómo está] $
      ^ [{greeting}] (soy|somos) (nuevo(s)|nueva(s)) [aquí|en esto] $
      ^ es mi primera vez [aquí] $`,
    thanks: `
      ^ [ok|vale|perfecto|bien] [,] (eso es todo|es todo|nada más) [por (hoy|ahora)] [,] [y] [{thanks}] $
      ^ [ok|vale|perfecto|bien|muy bien] {thanks} [por …6] [,] [es|fue|ha sido|eso es] [muy] [útil|amable|bien|todo] $`,
    goodbye: '^ (adiós|hasta luego|hasta pronto|chao) $',
    help: `
      ^ (ayuda|ayúdame|ayúdeme|socorro) $
      ^ qué (puedes|puede|sabes|sabe) hacer $
      ^ para qué (sirves|sirve) [esto] $
      ^ cómo funciona [esto] $
      ^ [y] qué [más|otra cosa|otras cosas] [te|le|os|les] (puedo|podemos|se puede) (preguntar|preguntarte|preguntarle) [más|aquí|todavía|también] $
      ^ [y] qué [otras|más] preguntas (puedo|podemos|se pueden) (hacer|hacerte|hacerle) [más|aquí|todavía|también] $
      ^ quién (eres|es usted|te (creó|hizo|programó)|lo (creó|hizo|programó)) $
      ^ qué es (esto|este bot|esta herramienta) $
      ^ cómo (te uso|lo uso|se usa [esto]|puedo (usarte|usarlo|usar esto)|te puedo usar) $
      ^ (eres|es usted) (un|una) (robot|bot|máquina|humano|persona|ia|programa) $`,
    stop: '^ (para|detente|basta|cállate|alto) $',
    praise: `
      ^ (ok|vale|de acuerdo|sí|no|perfecto|muy bien|genial|prueba|probando|entendido|ya veo|interesante|perdón) $
      ^ [es|está|todo|eso es] [muy|más|todo] (claro|útil|interesante) $
      ^ [es] [exactamente|justo] lo que (quería|buscaba|necesitaba) $`,
  },
  courtesy: `
    por favor
    ^ {greeting}
    ^ {thanks}
    ^ [me|nos] (puedes|puede|podrías|podría) [decir|dar|mostrar|decirme|decirnos|darme|darnos|mostrarme]
    ^ (dime|díganos|dinos|dígame)
    ^ (quiero|quisiera|quisiéramos|me gustaría|nos gustaría) (saber|conocer|entender)`,
  audience:
    'para <(mi|nuestro|nuestra|un|una) (ministro|ministra|jefe|jefa|embajador|delegación|discurso|nota|cable|informe|equipo)>',
  forms: {
    timeline: '^ [y] [{make}] [una] (cronología|línea de tiempo) [de la|del|de los|de|sobre]',
    table: `
      (en forma de|en una|como) tabla
      ^ [{make}] una tabla [de la|del|de los|de las|de|sobre|con]`,
    points: `
      en <{number}> (punto|puntos|viñetas)
      ^ [{make}] <{number}> puntos (sobre|de)`,
    sentences: 'en <{number}> (frase|frases|oración|oraciones)',
    paragraphs: 'en <{number}> (párrafo|párrafos)',
    list: '(en forma de|como) lista',
    quote:
      '^ [{make}] (una|<{number}>) [buena|breve] (cita|citas) [fuerte|fuertes|breve|breves|buena|buenas] =(sobre|de)',
    whole: `
      ^ [{make}] (toda|todo) (la|el|su) =(intervención|discurso|declaración|ponencia|texto)
      (completo|completa|íntegro|íntegra|entero|entera|palabra por palabra)`,
    everything: `
      ^ [{make}] todo lo que
      ^ [{make}] todas las (declaraciones|intervenciones|palabras|citas) (de|del) =(*)`,
    short: '(brevemente|en breve)',
    translation: `
      ^ (traduce|traduzca|traducir|traducción de)
      al <{tongue}> $
      en <{tongue}> $`,
  },
  columns: {
    'as a table': '(tabla|columna(s)|csv)',
    'as a column': 'columna(s)',
    'of people': 'nombre(s) [y] [sus|su|las] (organización|organizaciones|cargo(s)|función|funciones) de',
    'of its own': '(cifra(s)|compromiso(s)|promesa(s)|fecha(s)|año(s)|comparando|comparación)',
    'around columns': '[en|como] [una] tabla [con] [las] [columnas]',
    'names alone': `
      (solo|solamente|únicamente) [los] nombres
      nombres (solamente|únicamente|nada más)
      (lista|dame) [de] [los] nombres`,
    name: '[con|y|,|de] [el|la|los|las|su|sus|cada] (nombre(s)|orador(es)|ponente(s)|participante(s))',
    organisation:
      '[con|y|,|de] [el|la|los|las|su|sus] (organización|organizaciones|institución|instituciones|afiliación)',
    role: '[con|y|,|de] [el|la|los|las|su|sus] (cargo(s)|función|funciones|puesto(s)|título(s))',
    country: '[con|y|,|de] [el|la|los|las|su|sus] país(|es)',
    words: `
      [con|y|,] [el|la|los|las|su|sus|un|una] (mensaje|punto|idea|argumento|cita) [principal|clave|central|fuerte]
      [con|y|,] lo que (dijo|dijeron|ha dicho|han dicho) [cada uno]`,
  },
  looksUp: '^ quién (dijo|ha dicho|escribió) que !($)',
  opensQuotation: `
    {say} [que|:|textualmente] $
    {say} * [*] [*] $
    según …6 $
    (cita|frase|palabras) $`,
  asksOfQuotation:
    '(quién dijo|quién lo dijo|es cierto|es correcto|es exacto|de verdad|cierto $|verdad $|correcto $|exacto $)',
  asksOfWording: `
    es (cierto|verdad|correcto|exacto) que …5 (dijo|ha dicho|afirmó) que
    (confirmar|verificar|confirma|verifica) (que|si) …5 (dijo|ha dicho|afirmó) que
    …4 (dijo|ha dicho) (realmente|de verdad) que
    (realmente|de verdad) (dijo|ha dicho) …4 que`,
  doubts: '[,] [no es] (cierto|verdad|correcto) $',
  opensRequest: `
    ^ (quién|quiénes|qué|cuál|cuáles|cuándo|dónde|por qué|cómo|cuánto|cuántos|cuánta|cuántas) *
    ^ (dame|muestra|muéstrame|resume|compara|enumera|lista|busca|traduce) *`,
  ofMessageAbove: `
    ^ [y|pero] (es|era|será) [esto|eso] (verdad|cierto|correcto|exacto|así) [esto|eso] $
    ^ [esto|eso] es (verdad|cierto|correcto|exacto) $
    ^ (verdad|cierto) $
    ^ [y|pero] quién (dijo|ha dicho|escribió) (esto|eso) $
    ^ (verifica|verifique|comprueba|compruebe|verificar) (esto|eso|este mensaje|esta cita) $`,

  subjects: {
    'speaking longest': `
      (quién|quiénes|{who}) (habló|hablaron|intervino) [por|durante] (más|el mayor) [tiempo|rato] !(de|del|sobre)
      la (intervención|ponencia) más larga`,
    'speaking shortest': `
      (quién|quiénes|{who}) (habló|hablaron|intervino) [por|durante] (menos|el menor) [tiempo|rato] !(de|del|sobre)
      la (intervención|ponencia) más corta`,
    participants: `
      quién(|es) (participó|participaron|asistió|asistieron|estuvo presente|estuvieron presentes) $
      (lista|quiénes fueron|quiénes son|quiénes eran) [de] [los|las] (oradores|participantes|ponentes)
      nombres [y cargos|y organizaciones] de [todos] los (oradores|participantes|ponentes)
      (cuántas|cuántos) (personas|oradores|ponentes|participantes) (hablaron|participaron|intervinieron|había|hubo) $
      (cuántas|cuántos) (personas|oradores|ponentes|participantes) (tomaron la palabra|han (hablado|intervenido|participado)) $`,
    organiser:
      '(quién|qué organización|qué institución) (organizó|organiza|convocó|acogió) (la|el|esta|este) {place} $',
    moderator: `
      quién (presidió|preside|moderó|moderaba|dirigió|condujo)
      quién (era|fue|es) (el|la) (moderador|moderadora|presidente|presidenta) (de|del) [la|el] {place}`,
    summary: `
      (resume|resuma|resumir|resumen) [la|de la|el|del|esta] [{place}]
      de qué (trató|trataba) [la|esta] {place}`,
    decisions: `
      qué (decidió|decidieron|aprobó|aprobaron|acordó|acordaron|resolvió)
      qué se (decidió|aprobó|acordó|adoptó|ha decidido|ha aprobado)
      (qué|cuáles) [*] [*] (decisiones|decisión)`,
    'action items': '(qué compromisos|próximos pasos)',
    disagreements: '(desacuerdo|desacuerdos|discrepancias)',
    agreements: '(puntos de acuerdo|consenso)',
    takeaways: '(puntos clave|mensajes clave|principales conclusiones)',
    time: 'cuándo (fue|tuvo lugar|se celebró|se hizo) (la|esta|el|este) {place}',
    place: `
      dónde (fue|tuvo lugar|se celebró|se hizo|se realizó) (la|esta|el|este) {place} $
      en qué (ciudad|lugar|país|sitio) … {place} $
      (dónde|en qué (ciudad|lugar|país|sitio)) (fue|tuvo lugar|se celebró|se hizo|se realizó|ocurrió) [esto|eso] $`,
    next: `
      (cuándo|dónde) … (próxima|siguiente) {place}
      cuándo … (se reúnen|se reúne|vuelven a reunirse|nos vemos)`,
    sessions: '(qué|lista de) [las] (sesiones|reuniones) $',
  },
  wordsOfSomebody: `
    {say} (sobre|de|del|acerca)
    (piensa|piensan|opina|opinan|habla|hablan|habló|hablaron) (sobre|de|del)`,
  wholeSession: '(de|del|sobre) [la|el|esta|este] {place} $',
  sessionName: '(en|durante|de) (la|el|esta) {place} [sobre|de] [la|el|los|las] <…6> =($|,|{say})',
  who: `
    ^ [y] (quién|quiénes)
    ^ [y] {who}`,
  number: '(cuánto|cuánta|cuántos|cuántas|qué porcentaje|qué parte|en qué año|cuándo)',
  list: '^ (lista|enumera|enumere|nombra|nombre|cuáles son|cuáles fueron)',
  kind: `
    (qué|cuál|cuáles) [son|fueron] [los] <(país|países)>
    ^ (lista|enumera|enumere|nombra|nombre) [todos] [los|de los] <países>`,
  asksFor: {
    mention: `
      (mencionó|menciona|mencionaron|mencionado|mencionada|nombró)
      ^ se (habló|trató|trataron|abordó|abordaron|dijo|dijeron|discutió|discutieron|mencionaron) [algo]
      ^ se (ha|han) (hablado|mencionado|dicho|tratado)
      ^ (alguien|hubo alguien) … (hablara|mencionara|habló|dijo|habla|ha hablado|haya hablado|ha dicho)`,
    silence: `
      (quién(|es)|{who}) (no|nunca|jamás) [se] {spoken}
      (quién(|es)|{who}) (guardó|guardaron) silencio (sobre|acerca)`,
    commitments: '(compromiso|compromisos|promesa|promesas|prometió|prometieron)',
    figures: '(qué|las|dame|lista) [las] (cifras|números|estadísticas)',
    warning: `
      (qué|cuáles) [son|son los|son las|eran] [*] (riesgos|riesgo|peligros|peligro|preocupaciones|problemas|problema
        |desafíos|desafío|dificultades|amenazas|obstáculos)
      (de|sobre|contra) qué [*] (advirtió|advierte|advierten|alertan|advirtieron|alertó|alertaron|alerta|previno)
      qué (teme|temen|temía)
      qué le (preocupa|preocupaba)`,
    blame: `
      (de|por) qué se (quejó|queja|quejaron|quejan|lamentó)
      qué (lamentó|lamenta|lamentan|criticó|critica|criticaron|deploró|denunció|reprochó|reprocha)
      (qué|cuáles) [son las|fueron las] (críticas|quejas|reproches)`,
    praise: '(qué|a quién|por qué) (elogió|elogia|celebró|celebra|saludó|agradeció|agradece|felicitó|felicita|aprecia)',
    hope: 'qué (espera|esperan|esperaba|desea|desean)',
    proposal: `
      qué … (propuso|propone|proponen|propusieron|recomendó|recomienda|sugirió|sugiere|pidió|pide|pidieron|exigió
        |exige|quiere|quieren|recomendaciones|propuestas)`,
    announcement: 'qué … (anunció|anuncia|anunciaron|lanzó|lanza|anuncios|planes)',
    example: '(qué|cuáles) [son los] ejemplos … [*]',
    parts:
      '(cuáles|los|las) [son|eran|fueron] [los|las] <{number}> [*] (elementos|puntos|principios|desafíos|pilares|razones|pasos|partes)',
    agreement: `
      (quién|quiénes|{who}) (está|estuvo|estaba|están|estuvieron|estaban) de acuerdo [con]
      (quién|quiénes|{who}) (comparte|comparten|compartió|coincide|coinciden|coincidió) [con] [la (opinión|postura|posición|idea)]`,
    against: `
      (quién|quiénes|{who}) [se] (opuso|opone|opusieron|oponen|está en contra|están en contra|estuvo en contra|estuvieron en contra)
      (quién|quiénes|{who}) (rechaza|rechazan|rechazó|rechazaron|critica|critican|criticó|criticaron)`,
    support: `
      (quién|quiénes|{who}) (apoya|apoyan|apoyó|apoyaron|respalda|respaldan|respaldó|defiende|defienden|defendió)
      (quién|quiénes|{who}) (está|están|estuvo|estuvieron) a favor`,
    dissent: `
      (quién|quiénes|{who}) no (está|están|estuvo|estaba|estuvieron) de acuerdo [con]
      (quién|quiénes|{who}) no (comparte|comparten|compartió|coincide|coinciden) [con]
      (quién|quiénes|{who}) (discrepa|discrepan|discrepó|disiente|disienten) (con|de|del)`,
    opinion: `
      (está|están|estaba) … (a favor|en contra) (de|del)
      ^ (apoya|apoyan|respalda|rechaza|rechazan|defiende|se opone|se oponen) *`,
  },
  namesAct: `
    (decidieron|aprobaron|acordaron|decidió|aprobó|acordó|adoptó|decidido|aprobado|decisiones|decisión|tomaron)
    (compromiso|compromisos|promesa|promesas|prometió|prometieron|promete|comprometió|comprometieron)
    (advirtió|advierte|advierten|alertan|advirtieron|alertó|alertaron|alerta|previno|teme|temen|preocupa)
    (riesgo|riesgos|peligro|peligros|preocupaciones|problema|problemas|desafío|desafíos|dificultades|amenazas|obstáculos)
    [se] (quejó|queja|quejaron|lamentó|lamenta|criticó|critica|criticaron|deploró|denunció|reprochó|críticas|quejas)
    (propuso|propone|proponen|propusieron|recomendó|recomienda|sugirió|sugiere|pidió|pide|pidieron|exigió|exige|quiere|quieren
      |recomendaciones|propuestas)
    (anunció|anuncia|anunciaron|lanzó|lanza|anuncios|planes|ejemplo|ejemplos|[se] dieron)
    [a] (elogió|elogia|celebró|celebra|saludó|agradeció|agradece|felicitó|felicita|aprecia|espera|esperan|desea|desean)`,
  each: '(cada (orador|participante|ponente)|cada uno)',
  yesNo: `
    ^ (alguien|alguno|alguna|hubo|hay|es|son|fue|está|están|se|dijo|dijeron|de verdad)
    (verdad|cierto|no) $`,
  interrogatives: `(quién|quiénes|qué|cuál|cuáles|cuándo|dónde|adónde|cómo|cuánto|cuánta|cuántos|cuántas)`,
  remarks: '(intervención|discurso|declaración|palabras) [de]',
  inViewOf:
    '(según|a juicio de|en opinión de|a ojos de|para|en palabras de|desde el punto de vista de|como (dice|ve|explica))',
  compares:
    '(compara|compare|comparar|diferencia|diferencias|diferencian|difieren|distinguen) [hay|existe|existen] [entre|a|al]',
  between: '(entre|compara|compare) [a|al]',
  tells: `
    (hola|gracias|resume|resuma|dame|deme|alguien|adiós|ayuda|traduce|traduzca|por favor|por qué)
    (quién|quiénes|cuándo|cuánto|cuántos|cuántas|cuál|cuáles|cómo|dónde|hubo)
    ^ (quien|qué|que) (habló|hablo|dijo|propuso|dice|opina|hizo|preside|presidió)
    ^ y (el|los|las)
    ^ se (mencionó|habló|trató|abordó|dijo|discutió)
    de verdad
    (hasta luego|hasta pronto|buenos días|buenas tardes|buenas noches|muchas gracias)
    ^ se (ha|han)
    (la|esta) sesión
    esta reunión
    en (#|dos|tres|cuatro|cinco|pocas) (puntos|frases|oraciones|palabras)
    (lista|dime|muestra) (de|los|las)`,
  followsOn: '^ y',
  ofAnother: `
    qué (dijo|dice|opina|opinó|piensa|dijeron|dicen) (el|la|los|las) *
    ^ y (el|la|los|las) * [,] qué *`,
  somebodyBefore: `
    (ella|ellos|ellas)
    (dijo|dice|piensa|opina|propuso|propone|quiere|de|a|con|por|para|según|y) él ($|sobre|de|del|en)`,
  timeAlone: '^ [y|pero] (ahora|hoy|actualmente|hoy en día|en el futuro|en el pasado) $',
  somethingBefore: '(eso|esto|ello|aquello) $',
  whatElse: `
    ^ [y] (qué|algo) más $
    ^ [y] qué más (dijo|dice|dijeron|dicen|mencionó|contó)`,
  severalBefore: '(ellos|ellas)',
  asksMore: '^ [y|pero] (por qué|cómo|cuándo|dónde|cuánto|cuántos)',
  somebodyElse: '(quién más|alguien más|los demás|otros)',
  corrects: '^ no , [quise decir|me refería a|hablaba de|más bien]',
  occasion: '(al hablar|al discutir|al debatir|al tratar|durante el debate|durante la discusión) [de|del|sobre] [*] …',
  wasNot: '(no|y no) [de|del|sobre] …4 $',
  atEnd: '(al final|para concluir|para terminar|en conclusión) $',
  atBeginning: '(al principio|al comienzo|para empezar) $',
  goesOn: {
    open: '^ (abre|abra|muestra|muestre) [el|la|número] <#> $',
    more: '^ (más|sigue|siga|continúa|continúe) $',
    again: '^ [y|pero] [está|estás] (seguro|segura) [de (eso|esto|ello)] $',
    before: 'justo antes [de (eso|esto)]',
    after: 'justo después [de (eso|esto)]',
  },
  frame: `
    ^ (enumera|enumere)
    ^ (propuso|propusieron|recomendó|sugirió|pidió|exigió|anunció) =(*)
    cuántas veces
    ^ qué (propone|proponen|recomienda|recomiendan|sugiere)
    en (su|vez|lugar) (lugar|de eso|de esto|de ello) $
    en (lugar|vez) de [un|una]
    (dio|dieron|citó|citaron) $
    (ha|han|hay|hubo|había|haya) [alguien] [que] (hablado|mencionado|dicho|tratado|nombrado|abordado|hablara|mencionara|hablase)
    (en qué año|qué porcentaje|qué (parte|proporción)|qué diferencia)
    (quién|quiénes|qué|alguien|nadie) más
    ^ en qué se (diferencian|diferencia|distinguen)
    [se ha|se han] (mencionado|hablado|dicho|tratado)
    (hubo|hablara|mencionara)
    (él|ella|ellos|ellas)
    ^ (quién|quiénes) [se] (opuso|opone|opusieron|oponen|rechaza|rechazó|apoya|apoyó) [a|al]
    se (abordaron|trataron|discutieron|mencionaron)
    se (asumió|asumieron|hizo|hicieron|adoptaron|tomaron|dio|dieron|mencionó|habló|trató|abordó|dijo|discutió) [sobre|de|del]
    [y] (para|por|con) (cuándo|quién|quiénes|qué)
    (está|estuvo|estaba|están) de acuerdo [con]
    (de verdad|cuándo|dónde)
    (postura|posturas|posición|posiciones|opinión|opiniones)
    (dijo|dijeron|dice|dicen|dicho|decir|habló|hablaron|habla|hablan|mencionó|mencionaron|menciona)
    (opinó|opina|piensa|piensan|afirmó|afirma|explicó|explica|hay)
    (según|acerca|respecto|qué|quién|quiénes|cuál|cuáles|cómo|cuánto|cuánta|cuántos|cuántas|alguien)
    {who}
    (no|nunca|jamás) [se] {spoken} [nada]
    (guardó|guardaron) silencio (sobre|acerca de)
    ^ {make}
    (resume|resuma|resumir) [lo que]
    ^ (compara|compare) [lo que]
    la intervención (de|del)
    (la|el|su|las|los|sus) (posición|posiciones|opinión|opiniones|postura|posturas|punto de vista) (de|del|sobre)`,
};
