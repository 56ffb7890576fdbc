/** A small reader of RFC 4180, written apart from the writer so that the tests do not compare it with itself. */
export function parseCsv(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let at = 0;
  while (at < text.length) {
    let field = "";
    if (text[at] === '"') {
      at += 1;
      while (text[at] !== '"' || text[at + 1] === '"') {
        if (at >= text.length) throw new Error("a quoted field does not end");
        if (text[at] === '"') at += 1;
        field += text[at];
        at += 1;
      }
      at += 1;
    } else {
      while (at < text.length && text[at] !== "," && text[at] !== "\r" && text[at] !== "\n") {
        if (text[at] === '"') throw new Error("a quotation mark in a field without them");
        field += text[at];
        at += 1;
      }
    }
    record.push(field);
    if (text[at] === ",") {
      at += 1;
      if (at === text.length) record.push("");
    } else if (text.startsWith("\r\n", at)) {
      at += 2;
      records.push(record);
      record = [];
    } else throw new Error(`neither a comma nor a line break at ${at}`);
  }
  if (record.length > 0) throw new Error("the last line has no line break");
  return records;
}
