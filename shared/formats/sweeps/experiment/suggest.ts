/** What a parameter probably is, by the names that programs give it. */
import { labelName, type Target } from "./target.ts";

/** Names of parameters, without case and marks, and the field that they set. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  "model.width": [
    "width",
    "hiddensize",
    "nembd",
    "dmodel",
    "hiddendim",
    "embeddim",
    "embeddingdim",
    "modeldim",
    "dim",
    "nembed",
    "modelwidth",
    "hiddenwidth",
  ],
  "model.layers": [
    "layers",
    "nlayer",
    "nlayers",
    "numlayers",
    "numhiddenlayers",
    "depth",
    "nblocks",
    "numblocks",
    "modeldepth",
  ],
  "model.heads": ["heads", "nhead", "nheads", "numheads", "numattentionheads"],
  "model.headSize": ["headsize", "headdim", "dhead"],
  "model.keyValueHeads": ["keyvalueheads", "numkeyvalueheads", "nkvheads", "numkvheads", "kvheads"],
  "model.feedForward": [
    "feedforward",
    "intermediatesize",
    "ffndim",
    "dff",
    "ffnhiddensize",
    "mlpdim",
    "feedforwarddim",
  ],
  "model.feedForwardRatio": ["feedforwardratio", "mlpratio", "ffnratio"],
  "model.vocabulary": ["vocabulary", "vocabsize", "nvocab"],
  "training.batch": ["batch", "batchsize", "bs", "globalbatchsize", "trainbatchsize", "totalbatchsize"],
  "training.sequence": [
    "sequence",
    "seqlen",
    "seqlength",
    "sequencelength",
    "blocksize",
    "contextlength",
    "ctxlen",
    "nctx",
    "maxseqlen",
    "maxseqlength",
    "maxlength",
  ],
  "training.steps": [
    "steps",
    "maxsteps",
    "nsteps",
    "numsteps",
    "totalsteps",
    "trainsteps",
    "numtrainsteps",
    "maxiters",
    "iterations",
    "numiterations",
  ],
  "training.tokens": ["tokens", "traintokens", "numtokens", "totaltokens", "maxtokens", "ntokens"],
  "training.epochs": ["epochs", "epoch", "nepochs", "numepochs", "maxepochs", "numtrainepochs"],
  "training.examples": ["examples", "numexamples", "trainexamples", "nexamples", "trainsamples"],
  "training.tokensPerParameter.ratio": ["tokensperparameter", "tokensperparam", "tokenparamratio"],
  "training.optimizer": ["optimizer", "optim", "optimizername", "optimname"],
  "training.microBatch": ["microbatch", "microbatchsize", "perdevicetrainbatchsize", "perdevicebatchsize"],
  "model.experts": ["experts", "numexperts", "nexperts", "numlocalexperts"],
  "model.expertsPerToken": ["expertspertoken", "numexpertspertok", "moetopk"],
  "hardware.tensorParallel": ["tensorparallel", "tensorparallelsize", "tensormodelparallelsize", "tp", "tpsize"],
  "hardware.pipelineParallel": [
    "pipelineparallel",
    "pipelineparallelsize",
    "pipelinemodelparallelsize",
    "pp",
    "ppsize",
  ],
  "hardware.zeroStage": ["zerostage"],
  "hardware.format": ["precision", "dtype", "torchdtype", "computedtype"],
};

const byName = new Map(Object.entries(FIELDS).flatMap(([path, names]) => names.map((name) => [name, path] as const)));

const SEEDS = new Set(["seed", "seeds", "randomseed", "rngseed", "globalseed", "repeat", "replicate", "replica"]);

const LABELS = new Map([
  ["lr", "learning rate"],
  ["learningrate", "learning rate"],
  ["maxlr", "learning rate"],
  ["baselr", "learning rate"],
  ["wd", "weight decay"],
  ["weightdecay", "weight decay"],
  ["warmup", "warm-up"],
  ["warmupsteps", "warm-up"],
]);

/** Columns of a table that say what came of a run, or which one it was. */
const OUTCOMES =
  /^_|loss|acc(?:uracy)?$|perplexity|ppl|^(?:id|name|run|runid|runname|state|status|user|created|runtime|duration|time|timestamp|notes|tags|score|bleu|rouge|f1|auc|mse|mae)$/;

/** The name as names are compared: its last part, without case and marks. */
function bare(name: string): string {
  const last = name.split(/[./]/).at(-1) ?? name;
  return last.toLowerCase().replace(/[^a-z0-9]/g, "");
}

/**
 * What `name` probably is. `inTable`: a column of a table of runs, where results stand beside settings.
 *
 * @example suggestTarget("model.n_embd") // {kind: "field", path: "model.width"}
 * @example suggestTarget("lr")           // {kind: "label", name: "learning rate"}
 */
export function suggestTarget(name: string, { inTable = false }: { readonly inTable?: boolean } = {}): Target {
  const word = bare(name);
  const path = byName.get(word);
  if (path !== undefined) return { kind: "field", path };
  if (SEEDS.has(word)) return { kind: "repeats" };
  if (inTable && (OUTCOMES.test(word) || /^_/.test(name))) return { kind: "out" };
  return { kind: "label", name: LABELS.get(word) ?? labelName(name) };
}
