/** Checklist 10: nothing of the engine is switched on that its makers left off. An empty list is the default, said aloud. */
export const noBlinkFeatures = { enableBlinkFeatures: "" } as const;
