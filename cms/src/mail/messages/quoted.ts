/** What somebody else wrote, marked as theirs line by line: nobody takes it for words of the portal. */
export const quoted = (text: string): string =>
  text
    .split("\n")
    .map((line) => `> ${line}`)
    .join("\n");
