(** The names that statements about small and large density ratios use. *)

From Steepness Require Export Densities DiscriminatorFields DiscriminatorFieldCases Steepness
  SteepnessEvolution ModeMixture Collapse Missing.EuclideanSpace Missing.Gradients
  IsotropicGaussians CriticalPoints SuboptimalDiscriminator FieldLines.
