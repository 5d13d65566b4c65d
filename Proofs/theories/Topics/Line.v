(** The names that statements about maps of the line, their steepness and mode mixture use. *)

From Steepness Require Export Densities DiscriminatorFields DiscriminatorFieldCases Steepness
  SteepnessEvolution Collapse ParticleModel Missing.EuclideanSpace Missing.Gradients
  Missing.SpectralNorm Missing.Extremes Missing.NormalDistribution Missing.NormalLaw
  SteepnessDefinition LineMixture LineSteepness LineSteepnessBounds LineSteepnessTail
  LineSteepnessConstants LineIsoperimetry QuantileTransform SpaceMap SpaceSteepness
  SpaceSteepnessProof SpaceDensity ModeMixture ModeMixtureAttained ModeMixtureProse
  ModeMixtureThreeModes ModeMixtureFlow.
