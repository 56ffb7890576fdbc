/** The closed list of what a renderer may ask its host. Nothing else is ever answered. */
export const methodNames = [
  "app.info",
  "templates.list",
  "templates.read",
  "print.prepare",
  "print.take",
  "print.pdf",
  "projects.list",
  "projects.create",
  "projects.save",
  "projects.read",
  "projects.revisions",
  "projects.label",
  "projects.delete",
  "projects.restore",
  "library.list",
  "library.save",
  "library.delete",
  "library.restore",
  "sheets.save",
  "sheets.list",
  "sheets.read",
  "sheets.pdf",
  "record.info",
  "record.backup",
  "record.restore",
  "record.startAnew",
  "record.reopen",
  "record.export",
  "import.begin",
  "import.rows",
  "import.commit",
  "import.abort",
  "settings.read",
  "settings.write",
] as const;

export type MethodName = (typeof methodNames)[number];

/** The one channel of Electron's messages: questions to the host, and what the host tells unasked. */
export const ipcChannel = "flopsheet";
