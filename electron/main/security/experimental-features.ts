/** Checklist 9: no feature of Chromium that is not finished. */
export const noExperiments = { experimentalFeatures: false } as const;
