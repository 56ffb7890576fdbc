/** What can go wrong with a file that a person named. */
export interface FileFault {
  readonly code:
    | "notFound"
    | "notAllowed"
    | "isDirectory"
    | "notRegular"
    | "tooLarge"
    | "notText"
    | "diskFull"
    | "readOnly"
    | "failed";
  /** One sentence for the person, with the path as they gave it. */
  readonly message: string;
}

/** The fault for an error that the system answered with; `doing` as in "cannot be read". */
export function fileFault(error: unknown, path: string, doing: "read" | "written"): FileFault {
  const code = systemCode(error);
  switch (code) {
    case "ENOENT":
      return doing === "read"
        ? { code: "notFound", message: `There is no file ${path}.` }
        : { code: "notFound", message: `${path} cannot be written: its folder does not exist.` };
    case "ENOTDIR":
      return { code: "notFound", message: `${path} cannot be ${doing}: a part of this path is a file, not a folder.` };
    case "EACCES":
    case "EPERM":
      return { code: "notAllowed", message: `${path} cannot be ${doing}: you are not allowed to.` };
    case "EISDIR":
      return { code: "isDirectory", message: `${path} is a folder, not a file.` };
    case "ENOSPC":
    case "EDQUOT":
      return {
        code: "diskFull",
        message: `${path} cannot be written: no space is left there. What was there before is unchanged.`,
      };
    case "EROFS":
      return { code: "readOnly", message: `${path} cannot be written: it lies on a read-only file system.` };
    default:
      return { code: "failed", message: `${path} cannot be ${doing}: ${code ?? String(error)}.` };
  }
}

/** The code of an error of the system, as `ENOENT`. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
