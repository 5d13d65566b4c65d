(** The names that statements about the shape of the optimal generator use. *)

From Steepness Require Export Densities DiscriminatorFields DiscriminatorFieldCases Steepness
  ModeMixture Collapse ParticleModel SymmetricMixture OptimalGenerator GeneratorShape ModeCount.
