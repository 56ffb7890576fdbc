/** Plans that are larger than any that was written: of ten thousand run classes, and of many characters. */

/** Every axis value changes the work, so nothing collapses into a count. The document as text: 100 widths × 100 batch sizes, two label axes and an uncertain count. */
export function manyClassesPlan(): string {
  const steps = (from: number, by: number) => Array.from({ length: 100 }, (_, index) => from + by * index);
  return JSON.stringify({
    flopsheet: 1,
    title: "Ten thousand run classes",
    defaults: {
      model: { layers: 12, headSize: 64, vocabulary: 50_257 },
      training: { steps: 10_000, sequence: 1024 },
      hardware: { accelerator: "h100-sxm", format: "bf16", utilisation: { low: 0.3, likely: 0.4, high: 0.5 } },
    },
    experiments: [
      {
        id: "grid",
        title: "Heads by batch size",
        sweeps: [
          {
            axes: {
              "model.heads": steps(1, 1),
              "training.batch": steps(8, 8),
              optimizer: ["SGD", "Adam"],
              "learning rate": { low: 5, likely: 8, high: 10 },
            },
          },
        ],
      },
    ],
    quotes: [{ id: "stated", price: 3 }],
  });
}

/** The plan in `text`, its experiments repeated until it has `characters`. */
export function longPlan(text: string, characters: number): string {
  const plan: { experiments: unknown[] } = JSON.parse(text);
  const { experiments } = plan;
  for (const experiment of experiments) {
    if (JSON.stringify(plan, null, 2).length >= characters) break;
    experiments.push(structuredClone(experiment));
  }
  return JSON.stringify(plan, null, 2);
}
