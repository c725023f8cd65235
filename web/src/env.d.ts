/// <reference types="astro/client" />
import type { Reading } from "./content/reading.ts";

declare global {
  namespace App {
    interface Locals extends Reading {}
  }
}
