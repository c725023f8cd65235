/** What an administrator is sent who forgot the desk's password; Strapi fills in `url`. */
export const deskReset = {
  subject: "Choisir un nouveau mot de passe",
  text: `Bonjour,

Quelqu’un, sans doute vous, a demandé un nouveau mot de passe pour l’espace de rédaction d’Essaim.
Pour le choisir, ouvrez ce lien dans l’heure\u00a0:

<%= url %>

Si vous n’avez rien demandé, laissez ce message\u00a0: rien ne change.
`,
  html: `<p>Bonjour,</p>
<p>Quelqu’un, sans doute vous, a demandé un nouveau mot de passe pour l’espace de rédaction d’Essaim.</p>
<p><a href="<%= url %>">Choisir un nouveau mot de passe</a> (dans l’heure)</p>
<p>Si vous n’avez rien demandé, laissez ce message\u00a0: rien ne change.</p>
`,
};
