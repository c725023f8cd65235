/** A number as people write it, « 1 200,50 » too; NaN, which nothing takes, where it is none; undefined where nothing was written. */
export function typedNumber(text: string | undefined): number | undefined {
  const written = text?.replace(/[\s\u00a0\u202f€]/g, "").replace(",", ".");
  if (!written) return undefined;
  return /^\d+(\.\d+)?$/.test(written) ? Number(written) : Number.NaN;
}
