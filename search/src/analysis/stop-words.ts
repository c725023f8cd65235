import type { Locale } from "@essaim/content";

const words = (list: string): readonly string[] => list.trim().split(/\s+/);

/** Words that carry no subject: neither indexed nor searched, with and without their accents. */
export const stopWords = {
  fr: words(`
    à a ai alors as au aussi autre aux avec avoir car ce cela celle celles celui ces cet cette ceux chez ci comme dans de
    des donc dont du elle elles en entre es est et étaient etaient était etait être etre eu eux fait faire il ils je la le
    les leur leurs lui là ma mais me même meme mes moi mon ne ni nos notre nous on ont ou où par pas peu peut plus pour
    pourra pouvoir pu qu que qui sa sans se sera ses si soi son sont sous sur ta te tes toi ton tous tout toute toutes tu
    un une vos votre vous y été ete autres très afin lors lorsque ainsi après avant cas etc soit doit doivent peuvent qu quelques
    jusqu lorsqu puisqu quoiqu presqu quelqu aujourd hui faut cela ça ayant fois chaque`),
  en: words(`
    a about after all also am an and any are as at be because been before being between but by can could did do does doing
    for from had has have he her here him his i if in into is it its me more most my no nor not of off on once only or
    other our out over own same she should so some such than that the their them then there these they this those through
    to too under until up very was we were will with would you your`),
  nl: words(`
    aan al alles als altijd andere ben bij daar dan dat de der deze die dit doch doen door dus een eens en er ge geen
    geweest haar had heb hebben heeft hem het hier hij hoe hun iets ik in is ja je kan kon kunnen maar me meer men met mij
    mijn moet na naar niet niets nog nu of om omdat onder ons ook op over reeds te tegen toch toen tot u uit uw van veel
    voor want waren was wat werd wezen wie wil worden wordt zal ze zelf zich zij zijn zo zonder zou één`),
} as const satisfies Record<Locale, readonly string[]>;

/** Words that make a question of a query: indexed, since titles hold them, yet not searched unless nothing else is left. */
export const questionWords = {
  fr: words(`
    combien comment dois doit faut faut-il peut-on peux pourquoi puis-je quand quel quelle quelles quels quelqu quoi
    veux voudrais cherche trouver existe`),
  en: words("how what when where which who whom whose why find looking need want"),
  nl: words("hoe hoeveel waar waarom wanneer welk welke wie zoek zoeken vinden"),
} as const satisfies Record<Locale, readonly string[]>;
