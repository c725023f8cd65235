import type { RouteName } from "../routing/routes.ts";
import { readPageNumber } from "../views/directory/directory.ts";
import { listQuery, readListChoice } from "../views/list-choice.ts";
import { networkQuery, readNetworkChoice } from "../views/network/network.ts";

const ownToReader = ["duree", "personnes", "debut"] as const;

/**
 * The query under which a variation of a page is kept, one for all ways to write it: what is as usual or makes no sense is left out of it.
 * Undefined for what readers write themselves, which hardly anybody asks for again.
 */
export function keptQuery(name: RouteName, given: URLSearchParams): string | undefined {
  switch (name) {
    case "solutions":
    case "guides":
    case "kits":
      return listQuery(readListChoice(given));
    case "network": {
      const choice = readNetworkChoice(given);
      return choice.need === "" ? networkQuery(choice) : undefined;
    }
    case "centres":
    case "tools":
    case "themes": {
      const page = readPageNumber(given);
      return page > 1 ? `?page=${page}` : "";
    }
    case "solution":
    case "guide":
    case "kit":
      if (ownToReader.some((parameter) => given.has(parameter))) return undefined;
      return given.get("lecture") === "simplifiee" ? "?lecture=simplifiee" : "";
    case "solutionHistory":
    case "guideHistory":
    case "kitHistory":
      // A choice of two versions leads on to the page that compares them.
      return given.has("de") && given.has("a") ? undefined : "";
    default:
      return "";
  }
}
