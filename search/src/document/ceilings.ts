/** Ceilings that readers can choose: days of preparation, euros. */
export const ceilings = { preparation: [7, 14, 30, 90], cost: [0, 100, 500, 2000] } as const;

/** Sizes of groups, in people, that readers can choose. */
export const groupSizes = [5, 10, 20, 40] as const;
