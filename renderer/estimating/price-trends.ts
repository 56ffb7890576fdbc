/** How fast computing has become cheaper, as shipped; that every row is what its schema says is tested in shared/money. */
import shipped from "../../assets/catalog/price-performance.json";
import type { PriceTrends } from "../../shared/money/price-trend.ts";

export const priceTrends: PriceTrends = shipped;
