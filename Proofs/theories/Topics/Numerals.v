(** The names that statements about printed numbers and the stopping rule use. *)

From Steepness Require Export Densities DiscriminatorFields DiscriminatorFieldCases Steepness
  SteepnessEvolution ModeMixture Collapse ParticleModel StoppingRule BatchQuantile Numbers
  ModesOfCaseThree.
From Coq Require Export List.
Export ListNotations.
