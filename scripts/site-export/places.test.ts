import { describe, expect, it } from "vitest";
import { destination, fileOf, relativeLink } from "./places.ts";

const leads = (link: string, from: string) => {
  const { path, query } = destination(new URL(link, "http://site"), new URL(from, "http://site"));
  return path + query;
};

describe("The file of an address", () => {
  it("is the index of a folder for a page, and the address itself for a file", () => {
    expect(fileOf("/fr/kits/hackathon/")).toBe("fr/kits/hackathon/index.html");
    expect(fileOf("/fr/kits/hackathon.md")).toBe("fr/kits/hackathon.md");
    expect(fileOf("/")).toBe("index.html");
  });

  it("is a folder of its own for each choice in the address", () => {
    expect(fileOf("/fr/kits/hackathon/?lecture=simplifiee")).toBe("fr/kits/hackathon/lecture-simplifiee/index.html");
    expect(fileOf("/fr/reseau/?besoin=../x")).toBe("fr/reseau/besoin--x/index.html");
  });
});

describe("A link of the offline edition", () => {
  it("is relative, so that it works in any folder", () => {
    expect(relativeLink("fr/index.html", "fr/kits/index.html")).toBe("kits/");
    expect(relativeLink("fr/kits/x/index.html", "index.html")).toBe("../../../");
    expect(relativeLink("fr/kits/x/index.html", "fonts/a.woff2")).toBe("../../../fonts/a.woff2");
    expect(relativeLink("fr/index.html", "fr/index.html")).toBe("./");
    expect(relativeLink("index.html", "fr/index.html")).toBe("fr/");
  });

  it("leads from a filtered list to the search page, with the filters", () => {
    expect(leads("/fr/kits/?theme=lien-social", "/fr/")).toBe("/fr/recherche/?theme=lien-social&type=kit");
    expect(leads("/nl/oplossingen/?audience=x", "/nl/")).toBe("/nl/zoeken/?audience=x&type=solution");
    expect(leads("/fr/recherche/?q=a", "/fr/")).toBe("/fr/recherche/?q=a");
  });

  it("keeps other choices as pages of their own, where those are exported", () => {
    expect(leads("/fr/reseau/?page=2", "/fr/reseau/")).toBe("/fr/reseau/?page=2");
    expect(leads("/fr/reseau/?page=3", "/fr/reseau/?page=2")).toBe("/fr/reseau/?page=3");
    expect(leads("/fr/reseau/?theme=x", "/fr/reseau/?page=2")).toBe("/fr/reseau/");
  });
});
