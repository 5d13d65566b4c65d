(** The names that statements about what section 3.1 says about the four cases use. *)

From Steepness Require Export Densities DiscriminatorFields DiscriminatorFieldCases Steepness
  SteepnessEvolution ModeMixture Collapse SmoothedData CaseFields CaseDirections CaseProse
  CaseStrengths Shares CaseLengths.
