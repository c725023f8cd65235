import { ownForm } from "./own-form.ts";

/** Centres that asked to join: an editor reads, mends what is mistyped, and decides. */
export const joinRequestForm = ownForm({
  uid: "api::join-request.join-request",
  texts: {
    state: {
      label: "Décision",
      help: "Acceptée\u00a0: le centre et le compte sont créés, l’invitation part. Refusée\u00a0: la personne en est prévenue. Une décision ne se reprend pas.",
    },
    answer: { label: "Mot pour la personne", help: "S’il y en a un, il est joint au message de refus." },
    centre: {
      label: "Déjà dans le réseau",
      help: "Choisissez le centre s’il y est déjà. Laissé vide, il est créé à l’acceptation.",
    },
    centreName: "Nom du centre",
    kind: "Nature",
    city: "Ville",
    postcode: "Code postal",
    website: "Site",
    name: "Qui demande",
    email: { label: "Son adresse électronique", help: "Les messages y partent\u00a0; elle n’est jamais publiée." },
    why: "Pourquoi",
    language: { label: "Langue de la demande", help: "Celle des messages qui lui répondent." },
    decidedAt: "Décidée le",
  },
  editable: ["state", "answer", "centre", "centreName", "kind", "city", "postcode", "website", "name", "email"],
  groups: [
    { title: "Le centre", rows: [["centreName", "kind"], ["postcode", "city"], ["website"], ["centre"]] },
    { title: "La personne", rows: [["name", "email"], ["why"], ["language"]] },
    { title: "La réponse", rows: [["state", "decidedAt"], ["answer"]] },
  ],
  columns: ["centreName", "city", "name", "state"],
  title: "centreName",
  sort: ["createdAt", "DESC"],
});
