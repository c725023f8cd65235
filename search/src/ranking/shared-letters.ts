/** How many letters two words begin with together. @example sharedLetters("former", "formation") // 4 */
export function sharedLetters(a: string, b: string): number {
  let count = 0;
  while (count < a.length && a[count] === b[count]) count++;
  return count;
}
