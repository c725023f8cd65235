import { RequestError } from "../request-error.ts";

/** Somebody of the same centre was quicker: nothing is written, and what is there now is to be looked at first. */
export const changedMeanwhile = (): RequestError =>
  new RequestError(409, "changed-meanwhile", "somebody changed this meanwhile");
