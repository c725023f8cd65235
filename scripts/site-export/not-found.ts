import { manifestFile } from "./manifest.ts";

/** What the page says in a language, and where its links lead, from the folder of the edition. */
const languages = [
  {
    lang: "fr",
    title: "Cette page n’existe pas",
    text: "Elle a peut-être changé d’adresse, ou elle a été retirée par ses auteurs.",
    ways: { "fr/": "Revenir à l’accueil", "fr/recherche/": "Chercher une solution, un guide ou un kit" },
    shorten: "Pour revenir à l’accueil, effacez dans l’adresse ce qui suit « /fr/ ».",
  },
  {
    lang: "en",
    title: "This page does not exist",
    text: "It may have moved, or its authors may have withdrawn it.",
    ways: { "en/": "Back to the home page", "en/search/": "Look for a solution, a guide or a kit" },
    shorten: "To go back home, erase what follows “/en/” in the address.",
  },
  {
    lang: "nl",
    title: "Deze pagina bestaat niet",
    text: "Misschien is ze verhuisd, of hebben de auteurs ze verwijderd.",
    ways: { "nl/": "Terug naar de startpagina", "nl/zoeken/": "Zoek een oplossing, gids of kit" },
    shorten: "Wis in het adres wat na ‘/nl/’ komt om terug te gaan naar de startpagina.",
  },
] as const;

const style = `:root{color-scheme:light dark;font:1.125rem/1.5 "Atkinson Hyperlegible Next",Verdana,"DejaVu Sans",sans-serif;color:#12302d;background:#f5f7f3}
body{max-width:40rem;margin:0 auto;padding:clamp(1.5rem,8vw,5rem) 1.25rem}
section+section{margin-top:2.5rem;padding-top:2.5rem;border-top:1.5px solid #cfd8d0}
h1{margin:0;font:800 clamp(1.6rem,5vw,2.4rem)/1.15 "Bricolage Grotesque","Trebuchet MS",sans-serif}
li{padding-block:.4rem}a{color:#0b5d57;text-underline-offset:.2em}
@media(prefers-color-scheme:dark){:root{color:#e6efe9;background:#0e1b1a}a{color:#8fd6c8}section+section{border-color:#2c4340}}`;

/**
 * Runs in the reader’s browser. The page is served at any address that leads nowhere, so it can’t tell from it where the edition stands: of the
 * folders that the address goes through, the one that holds the manifest.
 */
const script = `(async()=>{
const parts=location.pathname.split("/").slice(0,-1);
const own=parts.find((part)=>/^(fr|en|nl)$/.test(part));
const section=document.querySelector('section[lang="'+own+'"]');
if(section)for(const other of document.querySelectorAll("section"))other.hidden=other!==section;
if(section)document.documentElement.lang=own,document.title=section.firstElementChild.textContent;
for(let depth=parts.length;depth>0;depth-=1){
const root=parts.slice(0,depth).join("/")+"/";
const found=await fetch(root+"${manifestFile}",{method:"HEAD"}).catch(()=>undefined);
if(!found?.ok||/html/.test(found.headers.get("content-type")??""))continue;
for(const link of document.querySelectorAll("[data-to]"))link.href=root+link.dataset.to;
for(const list of document.querySelectorAll("ul"))list.hidden=false;
for(const hint of document.querySelectorAll(".shorten"))hint.hidden=true;
return}})()`;

/** The page that static hosts serve where there is none, as `404.html`: it stands alone, since no relative link would work at every depth. */
export const notFoundPage = `<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${languages[0].title}</title><meta name="robots" content="noindex"><style>${style}</style></head>
<body><main>
${languages.map(sectionOf).join("\n")}
</main><script>${script}</script></body></html>
`;

function sectionOf({ lang, title, text, ways, shorten }: (typeof languages)[number]): string {
  const links = Object.entries(ways).map(([to, words]) => `<li><a data-to="${to}">${words}</a></li>`);
  return `<section lang="${lang}"><h1>${title}</h1><p>${text}</p><ul hidden>${links.join("")}</ul><p class="shorten">${shorten}</p></section>`;
}
