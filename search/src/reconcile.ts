import { parseEnvironment } from "./environment.ts";
import { logLines, reasonOf } from "./follow/log.ts";
import { openWorkshop } from "./follow/open-workshop.ts";
import { reconcile } from "./follow/reconcile.ts";

try {
  const { mended, refused, differing, checked } = await reconcile(
    openWorkshop(parseEnvironment(process.env), logLines),
  );
  console.info(`${checked} documents compared, ${mended} mended, ${refused} left out, ${differing} still differ.`);
  process.exit(differing === 0 ? 0 : 1);
} catch (error) {
  console.error(`The indexes could not be compared: ${reasonOf(error)}`);
  process.exit(1);
}
