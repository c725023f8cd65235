/** Does the same with each item, a few at a time: while one waits for the portal, another goes on. */
export async function together<T>(items: Iterable<T>, work: (item: T) => Promise<unknown>, atOnce = 3): Promise<void> {
  const waiting = [...items].values();
  const worker = async () => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
