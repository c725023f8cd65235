/** How far an export has come. */
export interface ExportCount {
  /** Addresses looked at, and known so far. */
  done: number;
  known: number;
  written: number;
  removed: number;
}

/** What is exported, and where to. */
export interface ExportOptions {
  /** Origin of the running site. */
  readonly site: string;
  readonly folder: string;
  /** Folder of the portal’s indexes for searches without a server. */
  readonly indexes: string;
  readonly count: ExportCount;
}
