/** Ways to ask in French. How a line is read stands in `src/words/phrase-line.ts`. */
import type { WaysToAsk } from './ways-to-ask.ts';

export const french: WaysToAsk = {
  lists: {
    say: 'dit|dire|disait|disent|déclare|déclaré|affirme|affirmé|écrit',
    place:
      'séance|session|réunion|conférence|audience|atelier|débat|plénière|forum|table ronde|assises|rencontre|colloque|sommet|congrès',
    who: `(quel|quelle|quels|quelles) (intervenant|intervenante|intervenants|orateur|oratrice|orateurs|participant|participants
      |délégué|délégués|délégation|délégations|pays|organisation|organisations)`,
    asked: 'a t (il|elle|on)|ont (ils|elles)|avait (il|elle|on)|avez vous|avons nous',
    spoken: 'parlé|dit|mentionné|évoqué|abordé|cité|commenté',
    speaks: 'parle|parlent|dit|disent|mentionne|mentionnent|évoque|évoquent|aborde|abordent|cite|citent',
    make: 'donne|donnez|montre|montrez|écris|écrivez|rédige|rédigez|prépare|préparez|fais|faites|liste',
    greeting: 'bonjour|bonsoir|salut|coucou|allô',
    thanks: 'merci|mille mercis',
  },
  numbers: 'un/une deux trois quatre cinq six sept huit neuf dix',
  tongues: {
    en: 'anglais',
    fr: 'français',
    es: 'espagnol',
    ru: 'russe',
    zh: 'chinois',
    ar: 'arabe',
    de: 'allemand',
    pt: 'portugais',
  },

  smallTalk: {
    greeting: `
      ^ {greeting} [à tous|ça va|comment ça va] $
      ^ [{greeting}] (je suis|on est|nous sommes) (nouveau(x)|nouvelle(s)) [ici] $
      ^ [c'est] [ma|la] première fois [ici|que je viens] $`,
    thanks: `
      ^ [ok|parfait|super|bien] [,] (c'est tout|ce sera tout) [pour (aujourd'hui|l'instant|le moment)] [,] [et] [{thanks}] [beaucoup|bien] $
      ^ [ok|parfait|super|très bien|d'accord] {thanks} [beaucoup|bien|infiniment|à toi|à vous] [pour …6] [,] [c'est|c'était] [très] [utile|gentil
        |parfait|tout] $`,
    goodbye: '^ (au revoir|à bientôt|à plus|adieu) $',
    help: `
      ^ (aide|aidez moi|aide moi|à l'aide|au secours) $
      ^ (tu peux|peux tu|vous pouvez|pouvez vous|pourriez vous|pourrais tu) m'aider $
      ^ que (peux tu|pouvez vous|sais tu|savez vous) [faire] $
      ^ à quoi (sers tu|servez vous|ça sert|tu sers|vous servez) $
      ^ comment ça (marche|fonctionne) $
      ^ [et] (que|qu'est ce que|quoi) [d'autre] (puis je|pouvons nous|peut on|je peux|on peut) [encore|te|vous] demander [d'autre|de plus|encore|aussi|ici] $
      ^ [et] (quelles|quelle sorte de|quel genre de) [autres] questions (puis je|pouvons nous|peut on|je peux|on peut) [encore|te|vous] poser [encore|ici] $
      ^ qui (es tu|êtes vous|t'a (créé|fait|programmé)|vous a (créé|fait|programmé)) $
      ^ (c'est|c est) quoi [ça|ce truc|ce robot|cet outil] $
      ^ qu'est ce que (c'est|c'est que ça|ceci|cela) [que ça] $
      ^ comment (t'utiliser|vous utiliser|l'utiliser|(puis je|peut on|dois je) (t'utiliser|vous utiliser|l'utiliser)) $
      ^ comment (je|on) (t'utilise|vous utilise|l'utilise|s'en sert) $
      ^ (es tu|êtes vous|tu es|vous êtes) (un|une) (robot|bot|machine|humain|personne|ia|programme|vraie personne) $`,
    stop: '^ (stop|arrête|arrêtez|ça suffit|tais toi) $',
    praise: `
      ^ (ok|d'accord|oui|non|parfait|super|cool|génial|test|très bien|bravo|compris|je vois|intéressant|désolé|pardon) $
      ^ [c'est|tout est|ça c'est|voilà qui est] [très|plus|bien|parfaitement] (clair|utile|intéressant) $
      ^ c'est [exactement] ce que je (voulais|cherchais) $`,
  },
  courtesy: `
    (s'il te plaît|s'il vous plaît|stp|svp)
    ^ {greeting}
    ^ {thanks} [beaucoup|bien]
    ^ (peux tu|pouvez vous|pourrais tu|pourriez vous) [me|nous] [dire|donner|montrer] !(faire)
    ^ (dis|dites) (moi|nous)
    ^ (je|nous) (voudrais|veux|voudrions|aimerais|aimerions|souhaite|souhaiterais) [savoir|connaître|comprendre]`,
  audience:
    'pour <(mon|ma|notre|un|une) (ministre|chef|ambassadeur|délégation|discours|note|câble|dépêche|rapport|équipe)>',
  forms: {
    timeline: '^ [et] [{make}] [moi|nous] [une] (chronologie|frise chronologique) [de la|des|du|de|sur]',
    table: `
      (sous forme de|en|dans un) tableau
      ^ [{make}] [moi|nous] un tableau [de la|des|du|de|sur|avec]`,
    points: `
      en <{number}> (point|points|tirets|puces)
      ^ [{make}] [moi] <{number}> points (sur|de)`,
    sentences: 'en <{number}> (phrase|phrases)',
    paragraphs: 'en <{number}> (paragraphe|paragraphes)',
    list: 'sous forme de liste',
    quote: `
      ^ [{make}] [moi] (une|<{number}>) [bonne|belle|courte] (citation|citations) [forte|fortes|courte|courtes|percutante|marquante] =(sur|de)
      ^ (cite|citez) [moi] =(*)`,
    whole: `
      ^ [{make}] [moi] (toute|tout) =(l'intervention|(la|sa|le|son) (déclaration|intervention|discours|texte))
      (entier|entière|intégral|intégrale|complet|complète|en entier|mot à mot)`,
    everything: `
      ^ [{make}] [moi] tout ce (que|qui|qu)
      ^ [{make}] [moi] (toutes les|l'ensemble des) (déclarations|interventions|paroles|citations) (de|d|du|des) =(*)`,
    short: '(brièvement|en bref)',
    translation: `
      ^ (traduis|traduisez|traduire|traduction de)
      en <{tongue}> $`,
  },
  columns: {
    'as a table': '(tableau|colonne(s)|csv|tableur)',
    'as a column': 'colonne(s)',
    'of people': '(noms|nom) [et] [leur(s)|les] (organisation(s)|fonction(s)|titre(s)|affiliation(s)) (des|de)',
    'of its own': '(chiffre(s)|engagement(s)|promesse(s)|date(s)|année(s)|comparant|comparaison)',
    'around columns': '[sous forme de|en|dans] [un] tableau [avec] [les] [colonnes]',
    'names alone': `
      (seulement|uniquement|rien que|juste) [les] noms
      noms (seulement|uniquement)
      (liste|donne moi|donnez moi) [les|des] noms [de|des]`,
    name: '[avec|et|,|de|des] [le|la|les|l|leur|leurs|chaque] (nom(s)|orateur(s)|intervenant(s)|participant(s))',
    organisation:
      "[avec|et|,|de] [le|la|les|l|leur|leurs] (organisation(s)|l'organisation|affiliation(s)|institution(s)|organisme(s))",
    role: '[avec|et|,|de] [le|la|les|leur|leurs] (fonction(s)|titre(s)|poste(s)|rôle(s))',
    country: '[avec|et|,|de] [le|la|les|leur|leurs] pays',
    words: `
      [avec|et|,] [le|la|les|leur|leurs|un|une] (message|point|idée|argument|citation) [principal|principale|clé|central|centrale|fort|forte]
      [avec|et|,] ce qu (il|elle|ils|elles|chacun) (a dit|ont dit)`,
  },
  looksUp: '^ qui (a dit|disait|a écrit) [que|qu] !(quoi|ça|cela|$|du|de|sur)',
  opensQuotation: `
    !(dire) {say} [que|:|ceci|ces mots|textuellement] $
    (selon|d'après) …6 $
    (citation|phrase|mots|formule) $`,
  asksOfQuotation: `
    (qui a dit|qui a prononcé|a t il dit|a t elle dit|a t on dit|est ce exact|est ce vrai|est elle exacte)
    (exact|vrai|juste|correct|n'est ce pas) $`,
  asksOfWording: `
    (est ce|c'est|est il) [bien] (vrai|exact|correct) que …5 {say} (que|qu)
    a (t il|t elle|t on) (vraiment|réellement|bien) dit (que|qu)
    (confirmer|vérifier|confirmez|vérifiez) que …5 a dit (que|qu)
    …4 a (vraiment|réellement) dit (que|qu)`,
  doubts: "[,] (n'est ce pas|vrai|exact) $",
  opensRequest: `
    ^ (qui|que|qu'a|quoi|quel|quelle|quels|quelles|quand|où|pourquoi|comment|combien|qu'est|est ce que) *
    ^ (donne|donnez|montre|montrez|liste|listez|résume|résumez|compare|comparez|traduis|traduisez|cherche|cherchez) *`,
  ofMessageAbove: `
    ^ [et|mais] (est ce|c'est|cela est|ceci est) [que c'est] [bien|vraiment] (vrai|exact|correct|juste) $
    ^ (vrai|exact) $
    ^ [et|mais] qui a (dit|écrit) (ça|cela|ceci) $
    ^ a t (il|elle|on) [vraiment] dit (ça|cela|ceci) $
    ^ (vérifie|vérifiez|vérifier) (ça|cela|ceci|ce message|cette citation|cette phrase) $`,

  subjects: {
    'speaking longest': `
      (qui|{who}) (a|ont) (parlé|pris la parole) [le] plus [longtemps|longuement] !(de|du|des|d)
      (qui|{who}) (a|ont) (parlé|pris la parole) le plus !(de|du|des|d)
      (l'intervention|le discours) (la|le) plus (longue|long)`,
    'speaking shortest': `
      (qui|{who}) (a|ont) (parlé|pris la parole) [le] moins [longtemps|longuement] !(de|du|des|d)
      (l'intervention|le discours) (la|le) plus (courte|court|brève|bref)`,
    participants: `
      qui (a participé|était présent|étaient présents|a pris la parole|est intervenu|sont intervenus) [à (la|cette) {place}] $
      (liste|quels sont|qui étaient|qui sont) [des|de|les] (orateurs|intervenants|participants)
      noms [et leurs fonctions|et fonctions|et organisations] (des|de [tous] [les]) (orateurs|intervenants|participants)
      combien (de|d') (personnes|gens|intervenants|orateurs|participants) (ont (parlé|pris la parole)|sont intervenu*|étaient présent*) $`,
    organiser: '(qui|quelle organisation|quel organisme) (a|avait) (organisé|accueilli|convoqué) [la|cette] {place} $',
    moderator: `
      qui (a présidé|présidait|préside|a animé|animait|a modéré|modérait)
      qui (dirigeait|a dirigé|conduisait|a conduit) (les|la|le) (débats|débat|discussion|discussions|{place})
      qui (était|est) [le|la|l'] (président|présidente|modérateur|modératrice|animateur|animatrice) (de|du|des) {place}`,
    summary: `
      (résume|résumez|résumer|résumé) [la|de la|le|du|cette] [{place}]
      de quoi (parlait|parle|traite|traitait) [la|cette] {place}`,
    decisions: `
      (que|qu) [*] [*] (décide|décident|adopte|adoptent)
      (qu|quoi|que) * [*] [*] [*] [*] (décidé|adopté|approuvé|décidée|adoptée)
      (quelles|quelle) [*] [*] (décisions|décision)`,
    'action items': '(quels engagements|prochaines étapes|points d’action)',
    disagreements: '(désaccord|désaccords|divergences)',
    agreements: '(points d’accord|consensus)',
    takeaways: '(points clés|messages clés|principales conclusions)',
    time: `quand (a eu lieu|ont eu lieu|était|s'est tenu(|e)|se sont tenu(s|es)) (la|le|l'|les|cette|ce|cet|ces) {place}`,
    place: `
      où (a eu lieu|ont eu lieu|avait lieu|s'est tenu(|e)|se sont tenu(s|es)|se tenait|s'est déroulé(|e)) (la|le|l'|les|cette|ce|cet|ces) {place} $
      (dans (quelle ville|quel pays|quel lieu)|à quel endroit|en quel lieu) … {place} $
      (où|dans (quelle ville|quel pays|quel lieu)|à quel endroit|en quel lieu) (cela|ça|ceci|c') (a t il eu lieu|s'est il (tenu|passé)
        |s'est (tenu|passé|déroulé)|a eu lieu|était) $`,
    next: `
      (quand|où) … prochaine {place}
      (quand|où) [*] [*] (reprend*|se (retrouve*|revoit|réunit) [à nouveau|de nouveau])
      quand [*] [*] {place} reprend*`,
    sessions: '(quelles|liste) [sont] [les|des] (sessions|réunions|séances) $',
  },
  wordsOfSomebody: `
    {say} (sur|de|du|des|à propos|au sujet)
    (pense|pensent|parle|parlent|parlé) (de|du|des|d)`,
  wholeSession: '(de|du|sur) [la|le|l|cette|ce] {place} $',
  sessionName:
    '(à|lors de|pendant|durant|de|dans) (la|l|cette) {place} [de|sur|du|des] [la|le|les|l] <…6> =($|,|{say})',
  who: `
    ^ [et] qui
    ^ [et] {who}`,
  number: '(combien|quel pourcentage|quelle part|en quelle année|quand)',
  list: '^ (liste|listez|énumère|énumérez|cite|citez|quels sont|quelles sont)',
  kind: `
    (quel|quels|quelle|quelles|de quels) [sont les] <pays>
    ^ (liste|listez|énumère|énumérez|cite|citez) [moi|nous] [tous] [les] <pays>`,
  asksFor: {
    mention: `
      (mentionné|mentionnée|mentionnés|mentionnées|évoqué|évoquée|évoqués|évoquées|mentionne|abordé|abordée)
      ^ (a t on|avait on|ont ils|ont elles) … (parlé|dit|cité)
      ^ (il a été|a t il été) question (de|du|des|d)
      ^ (quelqu'un|est ce que quelqu'un|est ce qu'on) … (parlé|dit)`,
    silence: `
      (qui|{who}) n'(a|ont|avait|avaient) (pas|jamais|rien) [été] [même] {spoken}
      (qui|{who}) ne {speaks} (pas|jamais|rien)
      (qui|{who}) (est|sont) (resté|restée|restés|restées) (silencieux|silencieuse|muet|muette|muets|muettes) (sur|à)`,
    commitments: '(engagement|engagements|promesse|promesses|promis)',
    figures: '(quels|les|donne|liste) [les] (chiffres|nombres|statistiques)',
    warning: `
      (quels|quelles|quel|quelle) [sont|sont les|est le|est la] [*] (risques|risque|dangers|danger|préoccupations
        |préoccupation|inquiétudes|craintes|problèmes|problème|défis|défi|difficultés|menaces|obstacles)
      (contre quoi|de quoi|contre quel*|de quel*|que|qu|quoi) … (averti|avertit|avertissent|avertie|alerté|alerte|alertent
        |garde|craint|craignent|redoute|redoutent|inquiète|inquiètent|inquiété|inquiet|peur)`,
    blame: `
      (que|qu|de quoi|quoi) … (regrette|regretté|regrettent|déplore|déploré|déplorent|critique|critiqué|critiquent|dénonce
        |dénoncé|dénoncent|reproche|reproché|reprochent|plaint|plaignent|plainte|plaints)
      (quels|quelles|quelle) [sont les|est la] (critiques|critique|reproches|plaintes|regrets)`,
    praise:
      "(qu'a|qu'ont|de quoi|que|qu) … (félicité|salué|loué|apprécié|félicite|salue|loue|apprécie|saluent|félicitent)",
    hope: `
      (qu'attend|quels espoirs|quel espoir)
      (que|qu) … (espère|espèrent|espéré|attend|attendent|souhaite|souhaitent|souhaité)`,
    proposal: `
      (qu'a|qu'ont|que|qu|quelles|quelle|quoi) … (proposé|proposée|recommandé|suggéré|demandé|réclamé|propose
        |proposent|recommande|suggère|demande|demandent|recommandations|propositions|demandes)`,
    announcement: "(qu'a|qu'ont|que|qu|quelles) … (annoncé|annoncée|annoncées|lancé|annonce|annoncent|lance|annonces)",
    example: '(quels|quel) [sont les|est l] exemples … [*]',
    parts:
      '(quels|quelles|les) [sont] [les] <{number}> [*] (éléments|points|principes|défis|piliers|raisons|étapes|parties)',
    agreement: `
      (qui|{who}) [est|était|sont|étaient|s'est dit|se dit] (d’accord) [avec]
      (qui|{who}) (partage|partagent|approuve|approuvent|rejoint|rejoignent) [l'avis|l'opinion|le point de vue|la position]`,
    against: `
      (qui|{who}) [s'est|se sont|s'|est|était|sont|étaient|a été] (opposé|opposée|opposés|opposées|contre|oppose|opposent|hostile|hostiles)
      (qui|{who}) [a|ont] (rejette|rejettent|rejeté|refuse|refusent|refusé|critique|critiquent|critiqué)`,
    support: `
      (qui|{who}) [a|ont] (soutient|soutiennent|soutenu|appuie|appuient|appuyé|défend|défendent|défendu)
      (qui|{who}) (est|était|sont|étaient) (pour|favorable|favorables|en faveur)`,
    dissent: `
      (qui|{who}) n'(est|était|sont|étaient) pas d'accord [avec]
      (qui|{who}) ne (partage|partagent|partageait) pas (l'avis|l'opinion|le point de vue|la position)`,
    opinion: `
      (est|sont|était|étaient) (il|elle|ils|elles) (pour|contre|favorable|favorables|hostile|hostiles|opposé|opposée|opposés)
      (soutient|soutiennent|rejette|refuse|défend|approuve) [t] (il|elle|ils|elles)
      ^ est ce que … (est|sont|soutient|soutiennent|rejette|rejettent|refuse|s'oppose|s'opposent) [pour|contre|à]`,
  },
  namesAct: `
    (décidé|décidée|adopté|adoptée|approuvé|décision|décisions|prise|prises)
    (engagement|engagements|promesse|promesses|promis|promet|promettent|engagé|engagée|engagés)
    (averti|avertit|avertissent|alerté|alerte|alertent|mis en garde|met en garde|mise en garde|craint|craignent|redoute
      |redoutent|inquiète|inquiètent|inquiété|inquiet|peur|mentionnés|cités)
    (risque|risques|danger|dangers|préoccupation|préoccupations|inquiétudes|craintes|problème|problèmes|défi|défis
      |difficultés|menaces|obstacles)
    (regrette|regretté|regrettent|déplore|déploré|déplorent|critique|critiqué|critiquent|critiques|dénonce|dénoncé|reproche
      |reproché|reproches|plaint|plaignent|plainte|plaintes)
    (proposé|proposée|proposées|propose|proposent|propositions|recommandé|recommande|recommandations|suggéré|suggère|demandé
      |demande|demandent|demandes|réclamé)
    (annoncé|annoncée|annonce|annoncent|annonces|lancé|lance|exemple|exemples|donné|donnés|cité|cités)
    (félicité|félicite|salué|salue|saluent|loué|apprécié|espère|espèrent|espéré|espoirs|espoir|attend|attendent|souhaite|souhaitent)`,
  each: '(chaque (orateur|intervenant|participant)|chacun)',
  yesNo: `
    ^ est ce (que|qu)
    ^ !(qu|que|qui|quand|où|comment|combien|pourquoi|quel*|de) * [*] [*] [*] [*] (a t|est|sont|ont|avait|était) (il|elle|on|ils|elles)
    ^ (a t|avait|est|sont|ont) (on|il|elle|ils|elles)
    ^ * a t (il|elle) vraiment
    ^ quelqu'un
    ^ y a t il`,
  interrogatives: '(qui|que|qu|quoi|quel*|où|quand|comment|combien|pourquoi|lequel|laquelle|lesquels|lesquelles|dont)',
  remarks: '(intervention|interventions|discours|déclaration|propos) [de|d]',
  inViewOf:
    "(selon|d'après|aux yeux (de|d)|de l'avis (de|d)|pour|du point de vue (de|d)|(comme|tel que) … (dit|voit|explique))",
  compares: '(compare|comparez|comparer|différence|différences|diffèrent|distingue) [y a t il|il y a] [entre]',
  between: '(entre|compare|comparez)',
  tells: `
    qu
    (je|nous) *
    ^ [et] (qui|quel|quelle|quels|quelles) *
    (bonjour|bonsoir|salut|merci|résume|résumez|donne|donnez|pourquoi|combien|quoi|quand|qu'est|qu'a|est ce que)
    (qui|quel|quels|quelle|quelles) (a|ont|est|sont|était|préside|parle|s'oppose)
    (au revoir|s'il vous plaît|d'accord|quelqu'un|traduis|traduisez|aide moi|comparez|vérifiez|vérifie)
    (a t|avait|est|ont) (on|il|elle|ils|elles)
    (peux|peut|pouvez|sais|savez) (tu|on|vous)
    en (#|deux|trois|quatre|cinq|quelques) (points|phrases|mots)
    t (il|elle|on|ils|elles)
    (la|cette) séance
    cette réunion
    (au sujet|à propos) (de|du|des)`,
  followsOn: '^ et',
  ofAnother: `
    (qu'a|qu'ont|qu'en a|qu'en ont|que dit|que disent) [dit] (le|la|les|l') *
    ^ et (le|la|les|l') * [,] (que|qu) *`,
  somebodyBefore: `
    ^ !((le|la|les|l'|un|une|ce|cette|ces|y) *) !(… y * [*] [t] il) !(… il (y|faut|s'agit)) … (il|elle|ils|elles)
    (lui|leur|leurs)`,
  timeAlone:
    '^ [et|mais|alors] [qu en est il] (aujourd hui|maintenant|actuellement|à présent|de nos jours|à l avenir) $',
  somethingBefore: `
    (cela|ça|celui ci|celle ci) $
    en (a|ont|avait|parle|parlent|dit|pense|pensent)`,
  whatElse: `
    ^ [et] quoi d autre $
    ^ [et|mais] (qu a|qu ont|que dit|que disent) … (d autre|encore|de plus)`,
  severalBefore: '(ils|elles|leur|leurs|eux)',
  asksMore: '^ [et|mais] (pourquoi|comment|quand|où|combien)',
  somebodyElse: '(qui d’autre|quelqu’un d’autre|les autres)',
  corrects: '^ non [,] [je voulais dire|je parlais de|je pensais à|plutôt]',
  occasion: '(en parlant|lors de la discussion|lors du débat|en discutant|en débattant) (de|du|des|sur) [*] …',
  wasNot: '(pas|et non) [de|du|des|sur] …4 $',
  atEnd: '(à la fin|pour conclure|en conclusion|pour finir) $',
  atBeginning: '(au début|pour commencer) $',
  goesOn: {
    open: '^ (ouvre|ouvrez|montre|montrez) [le|la|numéro] <#> $',
    more: '^ (plus|encore|la suite|continue|continuez|davantage) $',
    again: '^ [et|mais] [en] (tu es|es tu|vous êtes|êtes vous) [en] (sûr|sûre|certain|certaine) [de (ça|cela)] $',
    before: 'juste avant (ça|cela)',
    after: 'juste après (ça|cela)',
  },
  frame: `
    ^ (listez|énumère|énumérez)
    !(qui|intervenant|intervenants|orateurs|pays|délégations) * (a|ont) [t] [il|elle|on] (proposé|proposée|recommandé
      |suggéré|demandé|réclamé|annoncé) =(un|une|des|le|la|les|l|d|de)
    en (a|ont|avait|parle|parlent|dit|pense|pensent)
    ^ (qu|qu'est ce qui) a été
    (position|positions|avis) =(sur|à|au)
    qu a [été]
    ^ que (propose|proposent|recommande|recommandent|suggère|suggèrent)
    (qui|quoi|quelqu'un|personne) d'autre
    (combien de temps|va t (il|elle)|vont (ils|elles)|est (il|elle)|sont (ils|elles))
    au lieu (de|d') [un|une]
    [t] [il|elle|ils|elles] à la place $
    ^ que (propose|demande|veut|suggère|recommande) t (il|elle|on)
    ^ que (proposent|demandent|veulent|suggèrent|recommandent) (ils|elles)
    d'après
    (a t il|a t elle) (donné|donnés|données|cité|cités)
    (en quelle année|quel pourcentage|quelle (part|proportion)|quelle différence)
    (exactement|précisément|vraiment)
    ^ qui [s'est|s'] (oppose|opposé|rejette|refuse|soutient|appuie) [à|au|aux]
    (ont|a) été (pris|prise|prises|faits|faites|fait|donnés|annoncés)
    [et] (par|avec|pour|de) (qui|quand|quoi)
    de combien
    (a t (il|elle|on)|avait (il|elle|on)|ont (ils|elles)) [vraiment] [été]
    [est|était|sont|étaient] d'accord [avec]
    (évoqués|évoquées|évoquée|mentionnés|mentionnées|mentionnée|cité|citée|abordé|abordée)
    (question|discuté|discutée)
    (dire|dit|dite|dits|disait|disent|déclaré|déclare|parlé|parle|parlent|parlait|mentionné|mentionne)
    (pense|pensent|pensait|évoqué|évoque|affirmé|affirme|expliqué|explique)
    (selon|propos|concernant|quand|où|quel(|s|le|les)|quoi|est ce|comment|pourquoi|combien|qui|quelqu'un|a t (on|il|elle))
    ^ {make} [moi|nous]
    (résume|résumez|résumer) [ce que]
    ^ (compare|comparez) [ce que]
    l'intervention (de|d)
    au sujet (de|du|des|d)
    qu est ce (que|qu)
    {who}
    (qui|{who}) n'(a|ont|avait|avaient) (pas|jamais|rien) [été] [même] {spoken}
    ne {speaks} (pas|jamais|rien)
    (est|sont) (resté|restée|restés|restées) (silencieux|silencieuse|muet|muette|muets|muettes) (sur|à)
    y a t il
    (ont|avait|avaient)
    (la|l|une|son|sa|les|leurs) [*] (position|positions|avis|opinion|opinions|point de vue|points de vue) (de|du|d|des|sur|à l'égard)`,
};
