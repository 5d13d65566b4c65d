(** The names that statements about velocities under suboptimal discriminators use. *)

From Steepness Require Export Densities DiscriminatorFields DiscriminatorFieldCases Steepness
  SteepnessEvolution ModeMixture Collapse Missing.EuclideanSpace Missing.Gradients
  Missing.NormalDistribution SuboptimalDiscriminator SuboptimalDirection SuboptimalRemarks.
