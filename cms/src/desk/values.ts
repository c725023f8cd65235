/**
 * What each value of a list to choose from is called. The desk knows a value by itself, not by its field: one that two fields share has one name,
 * which must suit both.
 */
export const valueNames: Readonly<Record<string, string>> = {
  // maturity
  idea: "Idée",
  prototype: "Prototype",
  tested: "Testée par un centre",
  replicated: "Répliquée ailleurs",
  // how hard a kit is, how large a centre is
  easy: "Facile à animer",
  medium: "Moyen",
  hard: "Demande de l’expérience",
  small: "Petit",
  large: "Grand",
  // moments of a running order
  welcome: "Accueil",
  plenary: "Tous ensemble",
  groups: "En petits groupes",
  individual: "Chacun pour soi",
  making: "Fabrication",
  break: "Pause",
  decision: "Décision",
  // quantities
  person: "Par personne",
  group: "Par groupe",
  fixed: "En tout",
  // what a centre is
  "centre-social": "Centre social",
  "espace-de-vie-sociale": "Espace de vie sociale",
  federation: "Fédération",
  association: "Association",
  other: "Autre",
  // prices
  free: "Gratuit",
  freemium: "Gratuit, avec des options payantes",
  paid: "Payant",
  donation: "Don libre",
  // files
  handout: "Document à distribuer",
  slides: "Diaporama",
  poster: "Affiche",
  template: "Modèle à remplir",
  agreement: "Convention",
  source: "Fichier source",
  // easy reading
  simplified: "Simplifiée, pas encore validée",
  validated: "Validée",
  // stages of an adoption
  interested: "Repérée",
  preparing: "On prépare",
  running: "On essaie",
  adopted: "En place",
  stopped: "Arrêtée",
  // who sees it
  all: "Tout le monde",
  network: "Le réseau",
  centre: "Le centre seulement",
  // answers
  yes: "Oui",
  "with-changes": "Oui, avec des changements",
  no: "Non",
  open: "Sans réponse pour l’instant",
  answered: "A sa réponse",
  // which way synonyms hold
  equal: "Chacun trouve les autres",
  "one-way": "Le premier trouve aussi les suivants",
  // what became of searches that found nothing
  "to-do": "À traiter",
  done: "Traitée",
  ignored: "Laissée de côté",
  // what became of a request to join
  waiting: "En attente",
  accepted: "Acceptée",
  declined: "Refusée",
  // languages
  fr: "Français",
  en: "Anglais",
  nl: "Néerlandais",
};
