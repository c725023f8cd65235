/** The day, `YYYY-MM-DD`, on which a moment falls where the network’s people are. @example calendarDay(new Date("2026-01-05T23:30Z")) // "2026-01-06" */
export const calendarDay = (moment: Date): string =>
  // The Swedish way of writing days is the machines’.
  moment.toLocaleDateString("sv-SE", { timeZone: "Europe/Paris" });
