import { accountForm } from "./account.ts";
import { joinRequestForm } from "./join-request.ts";
import { missedSearchForm } from "./missed-search.ts";
import type { OwnForm } from "./own-form.ts";
import { questionForm } from "./question.ts";

export type { OwnForm } from "./own-form.ts";

/** The forms of the types that the CMS keeps for editors alone. */
export const ownForms: readonly OwnForm[] = [accountForm, joinRequestForm, missedSearchForm, questionForm];
