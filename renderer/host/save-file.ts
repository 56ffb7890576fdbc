/** Hands a finished file to the browser, which puts it where the person's downloads go. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken its own hold of the content by the time the next task runs.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}

export function bytesOfBase64(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

/** As many bytes as a call can take for arguments, in whole groups of three. */
const CHUNK = 3 * 8192;

export function base64OfBytes(bytes: Uint8Array): string {
  let base64 = "";
  for (let at = 0; at < bytes.length; at += CHUNK) {
    base64 += btoa(String.fromCharCode(...bytes.subarray(at, at + CHUNK)));
  }
  return base64;
}
