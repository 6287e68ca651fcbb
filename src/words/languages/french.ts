/** Words and sentences of French. */
import type { Language } from './language-words.ts';

export const french: Language = {
  asking: `
      qui que quoi quel quels quelle quelles quand où comment pourquoi combien est-ce et ou mais dis dites donne résume
      traduis compare comparez selon a ont est sont y donnez quelqu est-il en`,
  commonest: `
    le la les des du de un une et en est que qui dans pour sur pas par au aux ce cette ces il elle ils elles
    nous vous ont été sont était avec plus quel quelle quels quelles comment combien pourquoi où dit ne se
    sa son ses leur mais ou`,
  saying: 'dit disent pense déclare déclaré propose recommande',
  accordingTo: "selon d'après",
  having: 'a ont avait avaient',
  speakingFor: 'délégué déléguée représentant représentante délégation',
  offices: `
      ministre président présidente directeur directrice secrétaire sous-secrétaire professeur professeure ambassadeur
      ambassadrice chef cheffe recteur rectrice maire médecin capitaine juge procureur procureure gouverneur
      gouverneure député députée sénateur sénatrice chercheur chercheuse biologiste historien historienne économiste
      ingénieur ingénieure avocat avocate doyen doyenne commissaire porte-parole expert experte conseiller conseillère
      rapporteur rapporteure coordinateur coordinatrice`,
  courtesies: 'monsieur madame mme',
  speechNouns:
    'position positions avis opinion opinions vue intervention discours déclaration propos argument arguments réponse message point points',
  replies: {
    reportSays: 'Selon le compte rendu rédigé par une IA :',
    notAnswered: 'Rien de ce qui a été dit n’y répond.',
    colon: ' :',
    unknownSpeaker: 'Une personne non identifiée',
    translated: 'traduit par le modèle, non vérifié',
    modelsWords: 'Formulé par le modèle :',
  },
  presiding: 'président présidente modérateur modératrice animateur animatrice',
  counting: {
    numbers: `
      zéro un une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt vingts trente
      quarante cinquante soixante septante huitante octante nonante cent cents mille million millions milliard milliards
      demi demie dizaine dizaines douzaine vingtaine trentaine centaine centaines millier milliers`,
    joints: 'et|de',
    hedges: `
      entre|près de|environ|quelque|presque|plus de|moins de|à peine|au moins|au plus|jusqu’à|jusqu'à|à peu près|autour de|
      pas moins de|seulement|un peu plus de|un peu moins de|bien plus de|beaucoup plus de|nettement plus de|bien moins de
      |beaucoup moins de|légèrement plus de|légèrement moins de|guère plus de|tout juste|tout au plus|tout au moins|pas tout à fait|pas plus de
      |à moins de|au-delà de|au-dessus de|au-dessous de|en dessous de|au maximum|au minimum|un maximum de|un minimum de|pratiquement|quasiment
      |approximativement|aux alentours de|dans les|un bon|une bonne|la bagatelle de|juste|exactement|peut-être|loin de|pas même|même pas`,
    of: String.raw`de\s|d’|d'`,
    money:
      'francs franc euros euro dollars dollar livres roubles pesos dinars dirhams yens yuans couronnes couronne centimes',
    times:
      'secondes minutes minute heures heure jours jour semaines semaine mois ans an années année décennies siècles',
    asksSum: `
      combien [*] [*] (coûte|coûtent|coûté|coûtait|coûtera|vaut|valait|payé|paie|dépensé|dépense)
      (quel|quelle) (est|était) le (coût|prix|montant)`,
    asksSpan: 'combien de temps',
    asksCount: "combien (de|d') <*>",
    asksWhen: '(quand|en quelle année|à quelle date|en quel mois)',
  },
  spoken: {
    takesSides: `
      (partage|partagent|rejoint|rejoignent|soutient|soutiennent|appuie|appuient|défend|défendent|approuve|approuvent|souhaite|souhaitent
        |recommande|recommandent|propose|proposent|s'oppose|s'opposent|oppose|opposent|rejette|rejettent|refuse|refusent|récuse|conteste)
      (est|sont|était|étaient|reste|restent|se dit|se disent) [*] (favorable|favorables|hostile
        |hostiles|contre|opposé|opposée|opposés|défavorable|défavorables)`,
    own: '(je|j|nous|notre|nos|mon|ma|mes|me|m)',
    beside: '(ne|n|s|se|aussi|également|donc|fermement|pleinement|clairement|toujours|encore|très|tout à fait)',
    rejects: `
      (oppose|opposent|opposons|opposé|opposée|opposés) [*] (à|au|aux)
      (rejette|rejettent|rejetons|rejeté|refuse|refusent|refusons|refusé|récuse|récusons|conteste|contestons)
      (contre|hostile|hostiles|défavorable|défavorables) [à|au|aux|le|la|les|un|une|toute|tout|cette|ce]
      (ne|n) (soutient|soutenons|soutiens|accepte|acceptons|acceptent|veut|voulons|veux) pas`,
    tellsOfOthers:
      '(dit|disent|disait|selon|ceux|celles|si|prétend|prétendent|affirme|affirment|pense|pensent|croit|croient)',
    isNotAgainst:
      '(ne|n) [*] [*] (pas|plus|nullement) [*] (opposé|opposée|opposés|contre|hostile|hostiles|défavorable|défavorables)',
    supports: `
      (soutient|soutiens|soutenons|soutiennent|appuie|appuyons|défend|défendons|approuve|approuvons|favorable|favorables)
      (souhaite|souhaitons|recommande|recommandons|propose|proposons|nécessaire|indispensable|essentiel|essentielle)
      (il faut|en faveur de|en faveur du)`,
    agrees: `
      (partage|partageons|partagent|rejoins|rejoint|rejoignons|soutient|soutiens|approuve|approuvons) (l'avis|l'opinion|le point de vue|la position|l'analyse)
      (suis|sommes|est|sont) [tout à fait|entièrement|pleinement|également|aussi] d'accord avec
      (a|avait|ont) [tout à fait|parfaitement] raison
      comme l'(a|ont) [*] (dit|souligné|rappelé|relevé)`,
    disagrees: `
      (ne|n) (partage|partageons|partagent) pas (l'avis|l'opinion|le point de vue|la position|l'analyse)
      (ne|n) (suis|sommes|est|sont) [*] pas [*] [*] d'accord
      (je|nous) ne (peux|pouvons) pas (suivre|accepter|souscrire|être d'accord)
      (a|avez|ont) [tout à fait] tort`,
    promises: `
      (s'engage|s'engagent|nous engageons|m'engage) à
      (je|nous) vous [le] (promets|promettons)
      nous !(verrons|entendrons|passerons|commencerons|parlerons|retrouverons|reverrons|reviendrons|réunirons|reprendrons|aurons|serons
        |ouvrons|espérons|considérons|préférons|déclarons|offrons|montrons|entrons|assurons|mesurons|préparons|célébrons|couvrons
        |désirons|admirons|intégrons|rencontrons|tirons|souffrons|devrons|demeurons|ignorons) *rons
      (je|nous) (promets|promettons) (#|un|une|des|de|d'|que|mille|cent|*)
      (l'|la|le|les|notre|mon) * (promet|promettent)
      c'est (un|notre|mon) (engagement|promesse)
      c'est (une|notre|ma) promesse
      (nous|je|on) (allons|vais|va) !(passer|commencer|parler|dire|donner|entendre|voir|écouter|conclure|terminer) (*er|*ir|*re)`,
    requests: `
      (demande|demandons|demandent|invite|invitons|appelle|appelons|exhorte|exhortons) (que|à|aux|au|tous|toutes|les)
      (je|nous) (demande|demandons|réclame|réclamons|exige|exigeons) (un|une|des|le|la|les|plus)`,
    proposes: `
      (je|nous) [*] (propose|proposons|recommande|recommandons|suggère|suggérons)
      (propose|proposent|recommande|recommandent|suggère|suggèrent|préconise|préconisons) (de|d'|que|un|une|le|la|les|des|*)`,
    warns: `
      (risque|risques|danger|dangers|dangereux|dangereuse|menace|menaces|défi|défis|obstacle|obstacles|problème|problèmes)
      (inquiet|inquiète|inquiets|préoccupé|préoccupée|préoccupés|inquiétude|inquiétudes|préoccupation|préoccupations|craint|craignons|crains)
      (malheureusement|hélas|manque|manquent|fracture|inégalités|exclus|exclues|laissés pour compte)
      (mets|mettons|met|mettent) en garde
      (avertit|avertissons|avertis|avertissent|alerte|alertons|alertent|redoute|redoutons|redoutent|craignent)`,
    blames: `
      (regrette|regrettons|regrettent|regrettable|déplore|déplorons|déplorent|dénonce|dénonçons|dénoncent)
      (critique|critiquons|critiquent) (le|la|les|l'|cette|ce)
      (plaint|plains|plaignons|plaignent) (de|du|des|que)
      (inacceptable|insuffisant|insuffisante|décevant|décevante|injuste)
      (personne|nul) (ne|n') (nous|m') (a|avait)`,
    praises: `
      (félicite|félicitons|félicitent|salue|saluons|saluent|loue|louons|remercie … pour|remercions … pour|apprécie|apprécions|admire|reconnaissants)
      (remarquable|remarquables|excellent|excellente|formidable|fiers|fier|fière|réussite|succès)`,
    hopes: '(espère|espérons|espèrent|espoir|souhaite|souhaitons|confiant|confiants|confiante|optimiste|optimistes)',
    announces: `
      (annonce|annonçons|annoncent) !(le|la|les|l') *
      (annonce|annonçons|annoncent) (le|la|les|l') (ouverture|création|lancement|publication|mise|fin|début|achat|*tion)
      (lance|lançons|lancent|inaugure|inaugurons) (un|une|le|la|des|les)
      (ai|avons|a) (lancé|ouvert|inauguré|créé)`,
    examples: '(par exemple|à titre d’exemple|un exemple|exemple de|exemple du)',
    byWhen: `
      <[avant|pour] le (#|1er|premier) {month} [#]>
      <(avant|d'ici|en|pour|dès|à partir de) [à] [la] [fin|mi] [de] [#] [{month}] #>
      <(l'année prochaine|l'an prochain|le mois prochain|la semaine prochaine|cette année)>`,
    decides: `
      (est|sont|a été|ont été) [donc|ainsi|*] (adopté|adoptée|adoptés|adoptées|approuvé|approuvée|approuvés|approuvées|rejeté|rejetée
        |reporté|reportée|décidé|décidée)
      (nous|on|assemblée|comité|conseil) [avons|a] [donc|*] (décidé|adopté|approuvé) (de|d'|le|la|les|que)
      (il est|il a été) (décidé|convenu)`,
    supposes: '(si|sauf si|à moins que|avant que|jusqu’à ce que)',
    presides: `
      (je|j') [*] (préside|présiderai|animerai|anime|modère|modérerai) (cette|ce|cet|la|le|l'|notre|nos)
      je suis (le|la|votre) (président|présidente|modérateur|modératrice|animateur|animatrice) (de|du|d')`,
    introduces: `
      la parole est [maintenant] (à|au)
      je (donne|passe|laisse|cède|rends) [maintenant] la parole
      (je m'appelle|mon nom est)
      (j'invite|nous accueillons) [maintenant] (monsieur|madame|m|mme|le docteur|la docteure)
      ^ [et] (monsieur|madame|docteur|m|mme) * [*] [,] (pour|au nom de) …4 $
      ^ merci [beaucoup] [,] (monsieur|madame|docteur|m|mme) [*] [*] $`,
    meetsAt: `
      (ici|réunis|réunies|réunissons|bienvenue|accueillir|accueillis) [*] [*] (à|au|en|dans) [la] [ville] [de] <* [*] [*]>`,
    organisedBy: '(organisée|organisé|accueillie|accueilli|convoquée) par',
    nextMeeting: `
      (prochaine|prochain) (séance|réunion|session|rencontre|rendez vous)
      nous (retrouverons|reverrons|réunirons|reprendrons)
      nous nous (retrouvons|revoyons|réunissons)`,
    dates: '({month}|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)',
    turnsBefore: `
      (si|s'il|sauf si|à moins que|à condition que|même si|comme si|supposons que|faute de)
      (faux|refuse|refusons|refusent|impossible|interdit|contraire) (de|que)
      (certains|d'autres|on) (disent|prétendent|croient|pensent|dit|prétend) que`,
    turnsBehind: `
      ^ [,] (à condition|sauf|à moins|mais|si|seulement si|pourvu|sous réserve|tant que)
      ^ (n'est|ne sont|n'était|n'a|ne l'est) (pas|plus|jamais|rien)
      ^ est (faux|fausse|interdit|interdite|impossible|une erreur)`,
    takesBack: `
      ^ [eh bien|mais|et] (c'est|c'était|cela est) [tout simplement|bien sûr] (faux|une erreur|un mensonge|absurde)
      ^ [eh bien|mais|et] (ce n'est|ce n'était|cela n'est) pas
      ^ (non|faux) $`,
    ordinals: [
      "premièrement|primo|d'abord|tout d'abord",
      'deuxièmement|secundo',
      'troisièmement|tertio',
      'quatrièmement',
      'cinquièmement',
    ],
    lastly: 'enfin|finalement',
    why: '^ [et|mais] pourquoi',
  },
};
