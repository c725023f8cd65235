/// <reference types="astro/client" />

type PageReading = import("./content/reading.ts").Reading;

// biome-ignore lint/style/noNamespace: Astro reads the type of its locals from this namespace.
declare namespace App {
  interface Locals extends PageReading {}
}
