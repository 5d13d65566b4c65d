(** The names that statements about recurrences of steepness for a single mode use. *)

From Steepness Require Export Densities DiscriminatorFields DiscriminatorFieldCases Steepness
  ModeMixture Collapse ParticleModel Missing.EuclideanSpace Missing.Gradients
  ClosedSteepnessEquation SingleModeRecurrence SingleModePrinted SingleModeNearOptimum.
