/** The CMS can't be reached, takes too long or answers nonsense: a page keeps its last copy, or says so. */
export class CmsUnavailable extends Error {
  override readonly name = "CmsUnavailable";
}
