/** Chart.js with only the parts that the sheet's charts use. */
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  PointElement,
  Tooltip,
} from "chart.js";
import { INK_2 } from "./palette.ts";

export const FONT = "Inter, sans-serif";
export const LABEL_SIZE = 10.5;

Chart.register(
  Legend,
  BarController,
  BarElement,
  CategoryScale,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  PointElement,
  Tooltip,
);
Chart.defaults.font.family = FONT;
Chart.defaults.font.size = LABEL_SIZE;
Chart.defaults.color = INK_2;
Chart.defaults.animation = false;
Chart.defaults.plugins.legend.display = false;
Chart.defaults.responsive = false;
Chart.defaults.maintainAspectRatio = false;
