export { createFolderClient, type FolderClient, type FolderClientOptions } from "./folder-client.ts";
export { entryFile, type OfflineEntry } from "./offline-edition.ts";
export { type OfflineIndex, type OfflineSource, offlineIndex } from "./offline-index.ts";
export { readEntry, writeOfflineIndex } from "./write-offline-index.ts";
