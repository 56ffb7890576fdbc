import "../../shared/lib/zod-without-eval.ts";
import { createRoot } from "react-dom/client";
import { Root } from "./root.tsx";
import { startColourScheme } from "./theme/colour-scheme.ts";
import "./theme/fonts.ts";
import "./theme/tokens.css";
import "./theme/base.css";

startColourScheme();

const place = document.getElementById("root");
if (place === null) throw new Error("index.html has no #root");
createRoot(place).render(<Root />);
