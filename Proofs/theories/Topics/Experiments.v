(** The names that statements about what appendix G says about experiments use. *)

From Steepness Require Export Densities DiscriminatorFields DiscriminatorFieldCases Steepness
  SteepnessEvolution ModeMixture ParticleModel Missing.EuclideanSpace Missing.Gradients
  Divergences OptimalDiscriminator Collapse CollapseField CollapseDrop LinearField DualityGap
  GaussianLengths ToyDiscriminator.
