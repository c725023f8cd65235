import { ownForm } from "./own-form.ts";

/** Questions that people ask through the portal: who waits for an answer. */
export const questionForm = ownForm({
  uid: "api::question.question",
  texts: {
    title: "Au sujet de",
    about: "Repère de la fiche",
    text: "Question",
    name: "Qui demande",
    askedFrom: "Au nom du centre",
    email: {
      label: "Son adresse électronique",
      help: "La réponse y part\u00a0; la personne interrogée ne la voit pas.",
    },
    account: { label: "Son compte", help: "Vide quand la question vient de quelqu’un qui n’était pas connecté." },
    language: "Langue de la question",
    person: "Personne interrogée",
    centre: "Centre interrogé",
    answer: {
      label: "Réponse",
      help: "Elle s’écrit sur le site, par le lien du message ou depuis «\u00a0Mon centre\u00a0».",
    },
    answeredBy: "Répondu par",
    answeredAt: { label: "Répondu le", help: "Vide tant que la personne attend." },
    passedOnAt: { label: "Transmise le", help: "Vide tant qu’aucun serveur n’a pris le message." },
    answerSentAt: { label: "Réponse envoyée le", help: "Vide tant qu’aucun serveur n’a pris le message." },
    linkHash: "Empreinte du lien",
    thread: "Première question de l’échange",
  },
  editable: [],
  groups: [
    {
      title: "La question",
      rows: [["title", "about"], ["text"], ["name", "askedFrom"], ["email"], ["person", "centre"]],
    },
    { title: "La réponse", rows: [["answer"], ["answeredBy", "answeredAt"], ["passedOnAt", "answerSentAt"]] },
  ],
  columns: ["title", "name", "centre", "answeredAt"],
  title: "title",
  sort: ["createdAt", "DESC"],
});
