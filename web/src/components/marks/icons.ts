import arrowLeft from "lucide-static/icons/arrow-left.svg?raw";
import arrowRight from "lucide-static/icons/arrow-right.svg?raw";
import bookOpen from "lucide-static/icons/book-open.svg?raw";
import calendar from "lucide-static/icons/calendar.svg?raw";
import checkCheck from "lucide-static/icons/check-check.svg?raw";
import circleCheck from "lucide-static/icons/circle-check.svg?raw";
import circlePause from "lucide-static/icons/circle-pause.svg?raw";
import clock from "lucide-static/icons/clock.svg?raw";
import copy from "lucide-static/icons/copy.svg?raw";
import download from "lucide-static/icons/download.svg?raw";
import euro from "lucide-static/icons/euro.svg?raw";
import gauge from "lucide-static/icons/gauge.svg?raw";
import gitFork from "lucide-static/icons/git-fork.svg?raw";
import handHelping from "lucide-static/icons/hand-helping.svg?raw";
import handshake from "lucide-static/icons/handshake.svg?raw";
import house from "lucide-static/icons/house.svg?raw";
import info from "lucide-static/icons/info.svg?raw";
import languages from "lucide-static/icons/languages.svg?raw";
import lightbulb from "lucide-static/icons/lightbulb.svg?raw";
import lock from "lucide-static/icons/lock.svg?raw";
import map from "lucide-static/icons/map.svg?raw";
import menu from "lucide-static/icons/menu.svg?raw";
import messageCircle from "lucide-static/icons/message-circle.svg?raw";
import parcel from "lucide-static/icons/package.svg?raw";
import pencil from "lucide-static/icons/pencil.svg?raw";
import presentation from "lucide-static/icons/presentation.svg?raw";
import printer from "lucide-static/icons/printer.svg?raw";
import route from "lucide-static/icons/route.svg?raw";
import search from "lucide-static/icons/search.svg?raw";
import slidersHorizontal from "lucide-static/icons/sliders-horizontal.svg?raw";
import sprout from "lucide-static/icons/sprout.svg?raw";
import user from "lucide-static/icons/user.svg?raw";
import userCheck from "lucide-static/icons/user-check.svg?raw";
import users from "lucide-static/icons/users.svg?raw";
import wrench from "lucide-static/icons/wrench.svg?raw";
import x from "lucide-static/icons/x.svg?raw";

/** What is drawn inside an icon’s frame: its own attributes are ours to give. */
const shapesOf = (svg: string): string =>
  svg
    .slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.lastIndexOf("</svg>"))
    .trim()
    .replace(/\s*\n\s*/g, "");

const drawings = {
  "arrow-left": arrowLeft,
  "arrow-right": arrowRight,
  "book-open": bookOpen,
  calendar: calendar,
  "check-check": checkCheck,
  "circle-check": circleCheck,
  "circle-pause": circlePause,
  clock: clock,
  copy: copy,
  download: download,
  euro: euro,
  gauge: gauge,
  "git-fork": gitFork,
  "hand-helping": handHelping,
  handshake: handshake,
  house: house,
  info: info,
  languages: languages,
  lightbulb: lightbulb,
  lock: lock,
  map: map,
  menu: menu,
  "message-circle": messageCircle,
  package: parcel,
  pencil: pencil,
  presentation: presentation,
  printer: printer,
  route: route,
  search: search,
  "sliders-horizontal": slidersHorizontal,
  sprout: sprout,
  user: user,
  "user-check": userCheck,
  users: users,
  wrench: wrench,
  x: x,
} as const;

/** Name of an icon, as in Lucide. */
export type IconName = keyof typeof drawings;

/** The shapes of every icon that the site uses (Lucide, ISC). */
export const icons: Readonly<Record<IconName, string>> = Object.fromEntries(
  Object.entries(drawings).map(([name, svg]) => [name, shapesOf(svg)]),
) as Record<IconName, string>;
