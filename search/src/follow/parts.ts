/** A list in parts of at most `size`, in its order. @example partsOf([1, 2, 3], 2) // [[1, 2], [3]] */
export const partsOf = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, part) => all.slice(part * size, (part + 1) * size));
