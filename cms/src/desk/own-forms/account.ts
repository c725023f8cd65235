import { deskFields } from "../../members/desk-fields.ts";
import { ownForm } from "./own-form.ts";

/** Who may act for a centre on the site. */
export const accountForm = ownForm({
  uid: "plugin::users-permissions.user",
  texts: {
    email: {
      label: "Adresse électronique",
      help: "Une invitation y part dès que le compte est enregistré. Elle n’est jamais publiée.",
      placeholder: "prenom@centre.fr",
    },
    name: { label: "Prénom et nom", help: "La personne le confirme en ouvrant son compte." },
    centre: { label: "Centre", help: "Celui au nom duquel elle agit. À vider quand elle le quitte." },
    person: { label: "Sa fiche dans le réseau", help: "Si elle y figure déjà." },
    language: { label: "Langue des messages", help: "Celle dans laquelle le portail lui écrit." },
    federation: {
      label: "Équipe de la fédération",
      help: "Voit où en est chaque centre, et répond aux questions restées sans réponse.",
    },
    blocked: { label: "Compte fermé", help: "La personne ne peut plus entrer, et ce qu’elle avait ouvert se ferme." },
    inviteAgain: {
      label: "Renvoyer l’invitation",
      help: "Choisissez Oui, puis enregistrez\u00a0: un nouveau lien part, et l’ancien ne vaut plus.",
    },
    invitedAt: { label: "Dernière invitation", help: "Vide tant qu’aucun message n’est parti." },
    confirmed: { label: "Invitation acceptée", help: "La personne a choisi son mot de passe et peut entrer." },
    noticeFrequency: "Nouvelles par e-mail",
    digestAt: "Dernier message de nouvelles",
    diffusionSeenAt: "Dernier passage dans la vue d’ensemble",
    username: "Nom de connexion",
    provider: "Origine du compte",
    role: "Rôle technique",
    password: "Mot de passe",
    resetPasswordToken: "Jeton de mot de passe",
    confirmationToken: "Jeton de confirmation",
  },
  editable: [...deskFields, "inviteAgain"],
  groups: [
    {
      title: "La personne",
      rows: [["email", "name"], ["centre", "person"], ["language"]],
    },
    { title: "Son invitation", rows: [["invitedAt", "confirmed"], ["inviteAgain"]] },
    { title: "Ce qu’elle peut faire", rows: [["federation", "blocked"]] },
  ],
  columns: ["email", "name", "centre", "invitedAt"],
  title: "email",
  sort: ["email", "ASC"],
});
