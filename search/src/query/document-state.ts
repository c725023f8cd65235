/** Which state of which document is meant. */
export interface DocumentState {
  readonly id: string;
  readonly fingerprint: string;
}

/** One word for both. */
export const nameOf = ({ id, fingerprint }: DocumentState): string => `${id} ${fingerprint}`;
