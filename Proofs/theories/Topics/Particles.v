(** The names that statements about particles and what they descend use. *)

From Steepness Require Export Densities DiscriminatorFields DiscriminatorFieldCases Steepness
  ModeMixture Collapse ParticleModel.
