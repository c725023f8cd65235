/** What is written to somebody, in one language. */
export interface Message {
  readonly subject: string;
  readonly text: string;
}

/** An invitation: `by` is the colleague who sends it, or nobody where the federation does; `centre` is the one to act for, if any, and `isAccepted` whether they had asked to. */
export interface Invited {
  readonly link: string;
  readonly by: string | undefined;
  readonly centre: string | undefined;
  readonly isAccepted: boolean;
}

/** Sentences about what happened, what they are about in short, and how many more are only on the page. */
export interface Noticed {
  readonly subject: string;
  readonly lines: readonly string[];
  readonly more: number;
  readonly page: string;
  /** The address that ends these messages. */
  readonly stop: string;
}

/** Everything that the site writes to people: each language says all of it. */
export interface Messages {
  readonly password: (said: { readonly link: string }) => Message;
  readonly invitation: (said: Invited) => Message;
  /** To whoever asked for their centre to join. */
  readonly joinReceived: () => Message;
  /** `answer` is what the editors wrote, if anything. */
  readonly joinDeclined: (said: { readonly centre: string; readonly answer: string }) => Message;
  /** To whoever is asked; `title` is what about. To the federation where they have no account: `waitsFor` is who was asked. */
  readonly question: (said: {
    readonly name: string;
    readonly title: string;
    readonly text: string;
    readonly link: string;
    readonly waitsFor?: string;
  }) => Message;
  /** To whoever asked; `page` is where they ask again. */
  readonly answer: (said: {
    readonly by: string;
    readonly title: string;
    readonly question: string;
    readonly text: string;
    readonly page: string;
  }) => Message;
  /** To the federation; `desk` is for those who answer there, having no account on the site. */
  readonly joinWaiting: (said: { readonly centre: string; readonly page: string; readonly desk?: string }) => Message;
  /** To a member, about what happened. */
  readonly notices: (said: Noticed) => Message;
}
