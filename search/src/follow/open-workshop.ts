import type { Environment } from "../environment.ts";
import { connect } from "../indexes/connection.ts";
import { createCmsReader } from "./cms-reader.ts";
import type { Log } from "./log.ts";
import type { Workshop } from "./write-documents.ts";

/** Longest wait for one answer of the search server; what takes long there is a task, which is asked after. */
const engineMs = 15_000;

/** Connects to the CMS and the search server. */
export const openWorkshop = ({ cms, engine }: Environment, log: Log): Workshop => ({
  engine: connect(engine, engineMs),
  cms: createCmsReader({ ...cms, refused: (refusal) => log("row-refused", { ...refusal }) }),
  log,
});
