/** The closed list of what a renderer may ask its host. Nothing else is ever answered. */
export const methodNames = [
  "app.info",
  "templates.list",
  "templates.read",
  "print.prepare",
  "print.take",
  "print.pdf",
] as const;

export type MethodName = (typeof methodNames)[number];
