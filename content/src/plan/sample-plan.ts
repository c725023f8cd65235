import { type Solution, solution } from "../types/solution.ts";

/** A solution as its sheet says it, for tests. */
export const sampleSolution = (data: Record<string, unknown> = {}): Solution =>
  solution.published.parse({
    title: "Café des démarches",
    slug: "cafe-des-demarches",
    summary: "Un café où l’on fait ses démarches.",
    cost: { min: 200, max: 500 },
    means: { equipment: ["Une cafetière", "Deux ordinateurs"], budget: { max: 900 } },
    replication: {
      prerequisites: ["L’accord de la direction"],
      minimumTeam: ["1 animatrice"],
      skills: ["Écouter"],
      plan: [
        { title: "Inviter", weekOffset: -2, durationWeeks: 2, role: "Accueil", checklist: ["Afficher", "Appeler"] },
        { title: "Ouvrir", weekOffset: 0, durationWeeks: 1, role: "Animatrice", checklist: ["Faire le café"] },
        { title: "Faire le point", weekOffset: 6, checklist: ["Compter"] },
      ],
    },
    ...data,
  });
