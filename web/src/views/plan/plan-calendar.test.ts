import type { Plan } from "@essaim/content";
import fc from "fast-check";
import ICAL from "ical.js";
import { expect, test } from "vitest";
import { planCalendar } from "./plan-calendar.ts";

const words = {
  title: "Café ; des, démarches",
  url: "https://essaim.test/fr/mon-centre/plan/",
  done: (title: string) => `Fait\u00a0: ${title}`,
  who: (name: string) => `Qui\u00a0: ${name}`,
};
const now = new Date("2026-03-01T10:00:00Z");
const write = (plan: Plan) => planCalendar({ uid: "escale-cafe", plan }, words, now);
const read = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));

const steps: Plan["steps"] = [
  { key: "a1", title: "Inviter", on: "2026-03-28", until: "2026-04-03", role: "Accueil", responsible: "Nadia" },
  {
    ...{ key: "b2", title: "Ouvrir, enfin; ou pas\\n ?", on: "2026-04-06", doneOn: "2026-04-07", role: "Équipe" },
    ...{ note: "Voir Paul\nlundi", checklist: ["Café", "Thé, tisane"], done: ["Café"] },
  },
  { key: "c3", title: "Un jour" },
];

test("dated steps are whole days, the last one included, with who does what; undated ones are left out", () => {
  const [invite, open, ...more] = read(write({ steps }));
  expect(more).toEqual([]);
  expect(invite?.startDate.isDate).toBe(true);
  expect([invite?.startDate.toString(), invite?.endDate.toString()]).toEqual(["2026-03-28", "2026-04-04"]);
  expect(invite?.description).toBe("Qui\u00a0: Nadia");
  expect([open?.startDate.toString(), open?.endDate.toString()]).toEqual(["2026-04-06", "2026-04-07"]);
  expect(open?.summary).toBe("Fait\u00a0: Ouvrir, enfin; ou pas\\n ?");
  expect(open?.description).toBe("Qui\u00a0: Équipe\nVoir Paul\nlundi\n☑ Café\n☐ Thé, tisane");
});

test("an event keeps its uid whatever becomes of its step", () => {
  const uids = (plan: Plan) => read(write(plan)).map(({ uid }) => uid);
  const moved = steps.map((step) => ({ ...step, title: `${step.title} !`, on: "2027-01-01", until: "2027-01-02" }));
  expect(uids({ steps: moved }).slice(0, 2)).toEqual(uids({ steps }));
  expect(uids({ steps })[0]).toBe("escale-cafe-a1@essaim.test");
});

test("whatever people write comes back from the file, whose lines are short and end as the format asks", () => {
  const line = fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 120 })
    .filter((text) => text.trim() === text && !/[\p{Cc}\p{Cs}]/u.test(text));
  fc.assert(
    fc.property(line, fc.array(line, { maxLength: 4 }), (title, checklist) => {
      const text = write({ steps: [{ key: "a", title, on: "2028-02-28", until: "2028-02-29", checklist }] });
      expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
      for (const one of text.split("\r\n")) expect(new TextEncoder().encode(one).length).toBeLessThanOrEqual(75);
      const [event] = read(text);
      expect(event?.summary).toBe(title);
      expect(event?.description ?? "").toBe(checklist.map((item) => `☐ ${item}`).join("\n"));
      expect(event?.endDate.toString()).toBe("2028-03-01");
    }),
  );
});
