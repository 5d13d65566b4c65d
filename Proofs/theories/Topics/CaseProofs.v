(** The names that statements about the derivations of the four cases use. *)

From Steepness Require Export Densities DiscriminatorFields DiscriminatorFieldCases Steepness
  SteepnessEvolution ModeMixture Collapse SmoothedData CaseFields CaseDirections CaseQuadrants
  CaseStrengths Shares FieldLines.
