import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readTar } from "./chromium-tar.ts";

let folder: string;
const pack = (...names: string[]): Buffer =>
  execFileSync("tar", ["--format=ustar", "-C", folder, "-cf", "-", ...names]);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "flopsheet-tar-"));
  mkdirSync(join(folder, "lib", "x".repeat(90)), { recursive: true });
  writeFileSync(join(folder, "lib", "a.so"), "a".repeat(513));
  chmodSync(join(folder, "lib", "a.so"), 0o755);
  writeFileSync(join(folder, "lib", "x".repeat(90), "long.txt"), "long");
  writeFileSync(join(folder, "empty"), "");
  chmodSync(join(folder, "empty"), 0o644);
  symlinkSync("/etc/passwd", join(folder, "link"));
});

afterAll(() => rmSync(folder, { recursive: true }));

describe("readTar", () => {
  it("gives every file of an archive made by tar, with its content and mode", () => {
    const long = `lib/${"x".repeat(90)}`;
    const files = readTar(pack("lib/a.so", long, "empty"));
    expect(files.map(({ path, executable, content }) => [path, executable, content.toString()])).toEqual([
      ["lib/a.so", true, "a".repeat(513)],
      [`${long}/long.txt`, false, "long"],
      ["empty", false, ""],
    ]);
  });

  it("refuses a link", () => {
    expect(() => readTar(pack("link"))).toThrow("link is neither a file nor a folder");
  });

  it("refuses a damaged header, an archive cut short and one without an end", () => {
    const archive = pack("lib/a.so");
    const damaged = Buffer.from(archive);
    damaged[0] = 0x7a;
    expect(() => readTar(damaged)).toThrow("wrong check sum");
    expect(() => readTar(archive.subarray(0, 1024))).toThrow("cut short in lib/a.so");
    expect(() => readTar(archive.subarray(0, 1536))).toThrow("no end of archive");
    expect(() => readTar(Buffer.alloc(0))).toThrow("no end of archive");
  });

  for (const path of ["../escape", "lib/../../escape", "/etc/passwd", "a\\b"]) {
    it(`refuses the path ${path}`, () => {
      const archive = pack("empty");
      archive.fill(0, 0, 100);
      archive.write(path, 0);
      const sum = archive
        .subarray(0, 512)
        .reduce((total, byte, index) => total + (index >= 148 && index < 156 ? 32 : byte), 0);
      archive.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
      expect(() => readTar(archive)).toThrow("refused path");
    });
  }
});
