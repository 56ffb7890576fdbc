/** What changed between two texts of a plan, in words. */
export const changeWords = (before: string, after: string): string => (before === after ? "" : "The plan was changed.");
