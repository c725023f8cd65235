export type { Hit, SearchAnswer } from "../query/search-answer.ts";
export { createOfflineClient, type OfflineClient, type OfflineClientOptions } from "./offline-client.ts";
