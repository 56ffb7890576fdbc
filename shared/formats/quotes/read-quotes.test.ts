import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MOST_QUOTES } from "./read-quotes.ts";
import { offersOf, readOf, readPieces, reasonsOf } from "./reading.fixture.ts";

const python = (name: string, count: number, mebibytes: number) =>
  `"{'Gpus': [{'Name': '${name}', 'Manufacturer': 'NVIDIA', 'Count': ${count}.0, 'MemoryInfo': {'SizeInMiB': ${mebibytes}}}], 'TotalGpuMemoryInMiB': ${count * mebibytes}}"`;

describe("a SkyPilot catalogue", () => {
  const HEAD = "InstanceType,AcceleratorName,AcceleratorCount,vCPUs,MemoryGiB,Price,Region,GpuInfo,SpotPrice\n";

  it("has the price of a card-hour, and a spot price as a quote of its own", () => {
    const text = `${HEAD}gpu_8x_h100_sxm5,H100,8.0,208,1800,31.92,us-east-1,${python("H100", 8, 81920)},15.20\n`;
    const { file, quotes, skipped } = readOf(text);
    expect(file).toMatchObject({ format: "skypilot", rows: 1, mark: ".", unlisted: 0 });
    expect(skipped).toEqual([]);
    const fields = { currency: "USD", cardsPerNode: 8, wholeNodes: true, region: "us-east-1" };
    const card = { name: "H100", memoriesGB: [80], instance: "gpu_8x_h100_sxm5" };
    const of = { line: 2, provider: null, instance: "gpu_8x_h100_sxm5", card };
    expect(quotes).toEqual([
      { ...of, fields: { basis: "onDemand", price: 3.99, ...fields } },
      { ...of, fields: { basis: "spot", price: 1.9, ...fields } },
    ]);
  });

  it("is read with its columns in any order, CR LF and a byte-order mark", () => {
    const text =
      '\uFEFFRegion,SpotPrice,Price,GpuInfo,AcceleratorCount,AcceleratorName,InstanceType\r\nFIN-03,,5.16,"{""Gpus"": [{""Name"": ""A100-80GB"", ""Count"": 4, ""MemoryInfo"": {""SizeInMiB"": 81920}}]}",4.0,A100-80GB,4A100.88V\r\n';
    expect(offersOf(text)).toEqual([[2, "4A100.88V", "onDemand", 1.29, "A100-80GB"]]);
  });

  it("takes name and number from GpuInfo where the row has no others, also from plain text", () => {
    const rows = [
      `a,,,1,1,6.00,x,${python("L40S", 2, 46068)},\n`,
      "b,,1,1,1,4.00,x,NVIDIA A100 80GB PCIe,\n",
      `c,,,1,1,6.00,x,"{'Gpus': 3",\n`,
    ];
    expect(offersOf(HEAD + rows.join(""))).toEqual([
      [2, "a", "onDemand", 3, "L40S"],
      [3, "b", "onDemand", 4, "NVIDIA A100 80GB PCIe"],
    ]);
    expect(reasonsOf(HEAD + rows.join(""))).toEqual(["4: CPU only: the row has no accelerator."]);
  });

  it("skips what it cannot price, with the line and the reason", () => {
    const text = `${HEAD}${[
      "cpu-4,,,4,16,0.0992,eu,,",
      "cpu-0,,0,4,16,0.0992,eu,,",
      ",T4,1,,,0.35,us,,0.11",
      "2B300,B300,2,60,550,,FIN,,4.893",
      "1L4,L4,1,8,32,0.00,FIN,,",
      "part,A10,0.5,8,32,0.5,us,,",
      "none,A10,many,8,32,0.5,us,,",
      "word,A10,1,8,32,free,us,,",
      "less,A10,1,8,32,-1,us,,",
      "short,A10,1",
      "InstanceType,AcceleratorName,AcceleratorCount,vCPUs,MemoryGiB,Price,Region,GpuInfo,SpotPrice",
    ].join("\n")}\n`;
    expect(reasonsOf(text)).toEqual([
      "2: CPU only: the row has no accelerator.",
      "3: CPU only: the row has no accelerator.",
      "4: Accelerator only: the price leaves out the machine that it stands in.",
      "5: Price is blank: unknown, not 0.",
      "6: Price is 0: taken as unknown, not as free.",
      "7: AcceleratorCount is 0.5: a part of a card is not priced by the card.",
      "8: AcceleratorCount “many” is no number of cards.",
      "9: Price: “free” is not a number.",
      "10: Price is -1: a price is above 0 and at most 1,000,000,000.",
      "11: The row has 3 fields, the header 9.",
      "12: It repeats the headings.",
    ]);
    expect(offersOf(text)).toEqual([[5, "2B300", "spot", 2.4465, "B300"]]);
    expect(readOf(text).file.rows).toBe(11);
  });

  it("prices the chips of a TPU slice", () => {
    expect(offersOf(`${HEAD}TPU-VM,tpu-v5p-16,1,1,1,33.6,us,,\n`)).toEqual([
      [2, "TPU-VM", "onDemand", 4.2, "tpu-v5p-16"],
    ]);
  });

  it("finds offers that the file has twice, by region and price", () => {
    const zones = "InstanceType,AcceleratorName,AcceleratorCount,Region,AvailabilityZone,Price,SpotPrice\n";
    const text = `${zones}p5,H100,8,us,us-a,8,4\np5,H100,8,us,us-b,8,3.2\np5,H100,8,eu,eu-a,8,4\np5,H100,8,us,us-c,8,4\n`;
    expect(reasonsOf(text)).toEqual([
      "3: The same offer stands in line 2.",
      "5: The same offer stands in line 2.",
      "5: The same spot offer stands in line 2.",
    ]);
    expect(readOf(text).quotes.map(({ line, fields }) => [line, fields.basis, fields.note])).toEqual([
      [2, "onDemand", undefined],
      [2, "spot", "In the zone us-a."],
      [3, "spot", "In the zone us-b."],
      [4, "onDemand", undefined],
      [4, "spot", "In the zone eu-a."],
    ]);
  });
});

it("tells offers apart that differ in what is committed, the fewest cards or the day alone", () => {
  const blocks = [
    "title,basis,accelerator,price,currency,commitment.cards,commitment.hours",
    "Pod,block,h100-sxm,2.5,USD,64,720",
    "Pod,block,h100-sxm,2.5,USD,512,8760",
    "Pod,reserved,h100-sxm,2.5,USD,64,8760",
    "Pod,reserved,h100-sxm,2.5,USD,64,26280",
    "Pod,reserved,h100-sxm,2.5,USD,64,26280\n",
  ].join("\n");
  expect(reasonsOf(blocks)).toEqual(["6: The same offer stands in line 5."]);
  expect(readOf(blocks).quotes).toHaveLength(4);
  const days = [
    "title,basis,accelerator,price,currency,minimumCards,date",
    "Pod,onDemand,h100-sxm,2.5,USD,8,2026-11-01",
    "Pod,onDemand,h100-sxm,2.5,USD,64,2026-11-01",
    "Pod,onDemand,h100-sxm,2.5,USD,8,2026-11-20\n",
  ].join("\n");
  expect(readOf(days).quotes).toHaveLength(3);
});

it("reads a gpuhunt catalogue", () => {
  const text = [
    "instance_name,location,price,cpu,memory,gpu_count,gpu_name,gpu_memory,spot,disk_size,gpu_vendor,flags",
    "p5.48xlarge,us-east-1,55.04,192,2048,8,H100,80.0,False,,nvidia,",
    "p5.48xlarge,us-east-1,16.00,192,2048,8,H100,80.0,True,,nvidia,",
    "m5.large,us-east-1,0.096,2,8,0,,,False,,,",
    "n1,us,4.80,1,1,1,v5litepod-4,0,False,,google,",
    "x,us,1,1,1,1,L4,24,perhaps,,nvidia,",
    ",us,1,1,1,1,L4,24,False,,nvidia,",
    "y,us,,1,1,1,L4,24,False,,nvidia,\n",
  ].join("\n");
  expect(readOf(text).file).toMatchObject({ format: "gpuhunt", rows: 7 });
  expect(offersOf(text)).toEqual([
    [2, "p5.48xlarge", "onDemand", 6.88, "H100"],
    [3, "p5.48xlarge", "spot", 2, "H100"],
    [5, "n1", "onDemand", 1.2, "v5litepod-4"],
  ]);
  expect(readOf(text).quotes[0]?.card?.memoriesGB).toEqual([80]);
  expect(reasonsOf(text)).toEqual([
    "4: CPU only: the row has no accelerator.",
    "6: spot is “perhaps”: allowed is True or False.",
    "7: The row names no instance.",
    "8: price is blank: unknown, not 0.",
  ]);
});

describe("two lines of headings", () => {
  it("are told from the rows, a title above and units below", () => {
    const text =
      "Prices of November,,\nInstanceType,AcceleratorName,AcceleratorCount,Price\nname,name,number,USD/h\na,L4,1,0.8\n";
    expect(offersOf(text)).toEqual([[4, "a", "onDemand", 0.8, "L4"]]);
    expect(reasonsOf(text)).toEqual([
      "1: It stands above the headings.",
      "3: AcceleratorCount “number” is no number of cards.",
    ]);
  });
});

describe("decimals", () => {
  const rows = (...prices: string[]) =>
    `Provider;GPU;Price per GPU-hour\n${prices.map((price, at) => `P${at};H100;${price}`).join("\n")}\n`;
  const pricesOf = (text: string, options = {}) => readOf(text, options).quotes.map(({ fields }) => fields.price);

  it("stand behind the sign that the file shows elsewhere", () => {
    expect(pricesOf(rows("1.234,50", "2,5", "1.234"))).toEqual([1234.5, 2.5, 1234]);
    expect(pricesOf(rows("1,234.50", "2.5", "1,234"))).toEqual([1234.5, 2.5, 1234]);
    expect(readOf(rows("1.234,50")).file.mark).toBe(",");
  });

  it("are asked for where nothing shows it", () => {
    const text = rows("1.234", "8");
    expect(pricesOf(text)).toEqual([8]);
    expect(reasonsOf(text)).toEqual([
      "2: The price “1.234” can be 1.234 or 1234: the file does not show which sign it writes decimals with.",
    ]);
    expect(pricesOf(text, { mark: "," })).toEqual([1234, 8]);
    expect(pricesOf(text, { mark: "." })).toEqual([1.234, 8]);
  });
});

describe("a file as a whole", () => {
  it.each([
    ["", "null There is nothing in this file"],
    ["name,age\nx,3\n", "null This is none of the tables of prices that are read"],
    ["flopsheet: 1\ntitle: A plan\n", "null This is none of the tables of prices that are read"],
    ["a\0b", "null This is not a text file"],
    [
      'InstanceType,AcceleratorName,AcceleratorCount,Price\n"a,L4,1,2\n',
      "2 A quoted field that begins in line 2 does not end within 1,000,000 characters",
    ],
  ])("%j is refused", (text, fault) => {
    expect(readPieces([text])).toBe(fault);
  });

  it("that is not of the format which was asked for is refused", () => {
    const text = "instance_name,price,gpu_count,gpu_name\na,1,1,L4\n";
    expect(readPieces([text], { format: "skypilot" })).toBe("null The file does not begin as a SkyPilot catalogue");
    expect(readOf(text, { format: "gpuhunt" }).quotes).toHaveLength(1);
  });

  it("has at most 200,000 quotes", () => {
    const head = "InstanceType,AcceleratorName,AcceleratorCount,Price\n";
    const rows = Array.from({ length: MOST_QUOTES + 1 }, (_, at) => `i${at},L4,1,1\n`).join("");
    expect(readPieces([head, rows])).toBe("200002 The file has too many quotes");
  });

  it("lists 100,000 skipped rows and counts the others", () => {
    const head = "InstanceType,AcceleratorName,AcceleratorCount,Price\n";
    const { file, skipped } = readOf(`${head}${"cpu,,,1\n".repeat(100_003)}a,L4,1,1\n`);
    expect([file.rows, file.unlisted, skipped.length]).toEqual([100_004, 3, 100_000]);
  });
});

describe("any catalogue", () => {
  const text = fc.string({
    unit: fc.constantFrom("a", "Z", "7", "-", "_", ",", '"', " ", "é"),
    minLength: 1,
    maxLength: 12,
  });
  const name = text.map((part) => `i${part.trim()}`);
  const row = fc.record({
    instance: name,
    card: fc.constantFrom("H100", "A100-80GB", "L4", "RTX-PRO-6000"),
    cards: fc.constantFrom(1, 2, 4, 8),
    cents: fc.option(fc.integer({ min: 1, max: 10_000_00 })),
    spotCents: fc.option(fc.integer({ min: 1, max: 10_000_00 })),
    region: fc.constantFrom("us-east-1", "eu, north", ""),
  });
  const columns = ["InstanceType", "AcceleratorName", "AcceleratorCount", "Price", "SpotPrice", "Region", "vCPUs"];
  const catalogue = fc.record({
    rows: fc.uniqueArray(row, { maxLength: 12, selector: ({ instance }) => instance }),
    order: fc.shuffledSubarray(columns, { minLength: columns.length }),
    end: fc.constantFrom("\n", "\r\n"),
  });
  const quoted = (field: string) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);

  it("is read as it was written, and the same however it is cut", () => {
    fc.assert(
      fc.property(catalogue, fc.array(fc.nat(2_000), { maxLength: 6 }), ({ rows, order, end }, cuts) => {
        const lines = rows.map(({ instance, card, cards, cents, spotCents, region }) => {
          const values: Record<string, string> = {
            InstanceType: instance,
            AcceleratorName: card,
            AcceleratorCount: `${cards}.0`,
            Price: cents === null ? "" : (cents / 100).toFixed(2),
            SpotPrice: spotCents === null ? "" : (spotCents / 100).toFixed(2),
            Region: region,
            vCPUs: "8",
          };
          return order.map((column) => quoted(values[column] ?? "")).join(",");
        });
        const whole = [order.join(","), ...lines, ""].join(end);
        const read = readOf(whole);
        const expected = rows.flatMap(({ instance, card, cards, cents, spotCents, region }, at) =>
          (
            [
              ["onDemand", cents],
              ["spot", spotCents],
            ] as const
          ).flatMap(([basis, amount]) =>
            amount === null
              ? []
              : [
                  [
                    at + 2,
                    instance.trim(),
                    basis,
                    Number((amount / 100 / cards).toPrecision(15)),
                    card,
                    region || undefined,
                  ],
                ],
          ),
        );
        expect(
          read.quotes.map(({ line, instance, fields, card }) => [
            line,
            instance,
            fields.basis,
            fields.price,
            card?.name,
            fields.region,
          ]),
        ).toEqual(expected);
        const blanks = rows.flatMap(({ cents }, at) => (cents === null ? [at + 2] : []));
        expect(read.skipped.map(({ line }) => line)).toEqual(blanks);
        const places = [0, ...cuts.filter((cut) => cut < whole.length).toSorted((a, b) => a - b), whole.length];
        expect(readPieces(places.slice(1).map((to, index) => whole.slice(places[index], to)))).toEqual(read);
        expect(readPieces([...whole])).toEqual(read);
      }),
      { numRuns: 60 },
    );
  });
});
