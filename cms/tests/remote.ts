import { constants, runInThisContext } from "node:vm";

/** Loaded into a CMS under test: runs functions that the test sends, inside the CMS's process. Only tests load it. */
process.on("message", async (message: unknown) => {
  if (typeof message !== "object" || message === null || !("source" in message) || !("id" in message)) return;
  const { id, source } = message;
  const argument = "argument" in message ? message.argument : undefined;
  try {
    const run: unknown = runInThisContext(`(${String(source)})`, {
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    });
    if (typeof run !== "function") throw new Error("not a function");
    process.send?.({ id, result: await run(Reflect.get(globalThis, "strapi"), argument) });
  } catch (error) {
    const { name = "Error", message: text = String(error) } = error instanceof Error ? error : {};
    process.send?.({ id, error: { name, message: text } });
  }
});

// A test run that is cut off must leave no CMS behind.
process.on("disconnect", () => process.exit());
