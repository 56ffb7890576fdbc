/** The catalogue of published models as shipped; that every row is what its schema says is tested beside the schema. */
import models from "../../assets/catalog/models.json";
import type { PublishedModel } from "../../shared/models/published-model.ts";

export const publishedModels = models as readonly PublishedModel[];
