import type { Reading } from "../../content/reading.ts";
import { type Place, readPlaces } from "../network/places.ts";
import { readPageNumber } from "./directory.ts";

/** One page of the list of centres. */
export interface CentreList {
  readonly places: readonly Place[];
  readonly total: number;
  /** Counts from 1. */
  readonly page: number;
  readonly pages: number;
}

const pageSize = 24;

/** Reads one page of the centres, each with what it does. */
export async function readCentreList({ locals, url }: { locals: Reading; url: URL }): Promise<CentreList> {
  const { places } = await readPlaces(locals);
  const page = readPageNumber(url.searchParams);
  return {
    places: places.slice((page - 1) * pageSize, page * pageSize),
    total: places.length,
    page,
    pages: Math.ceil(places.length / pageSize),
  };
}
