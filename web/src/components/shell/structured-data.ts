/** JSON for a data block of a page: `<` can’t end the block, nor can a line separator break it. */
export const dataBlock = (data: object): string =>
  JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
