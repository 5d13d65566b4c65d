(** What is proved, claim by claim, in the order of the ledger. The comment in front of a statement
    names the claims that it judges and what it establishes of them:
    - statement: the claim holds as printed;
    - refutation: the claim as printed is false;
    - triviality: its conclusion holds whatever its constant says;
    - corrected, sharpened, generalised: the claim's first amendment of that kind holds;
      sharpened-2 is the second of that kind;
    - step, corrected-step, sharpened-2-step: an essential part of one of these; the rest is not
      proved here, and no verdict rests on it.
    `record.py` compares these comments with the ledger; each theorem is closed by one `exact`. *)

From Coq Require Import Reals.
From Coq Require List.
From Coquelicot Require Import Coquelicot.
From Steepness Require Missing.AxialMatrix BatchQuantile CaseDirections CaseFields CaseLengths
  CaseProse CaseQuadrants CaseStrengths ClosedSteepnessEquation Collapse CollapseBound
  CollapseDrop CollapseField CollapseSteepness Missing.Convexity CriticalPoints Densities
  DensityTransformation DiscriminatorFieldCases DiscriminatorFields DivergenceSteps Divergences
  DualityGap Missing.EuclideanSpace EvolutionProofLines Missing.Extremes FieldLines FoldBranches
  FoldedGenerator GaussianLengths GeneratorShape Missing.Gradients ImpliedDensity
  IsotropicGaussians LineIsoperimetry LineMixture LineSteepness LineSteepnessBounds
  LineSteepnessConstants LineSteepnessTail LinearAssumption LinearField LipschitzConstant
  Missing.EuclideanSpace Missing.Extremes Missing.Gradients Missing.NormalDistribution
  Missing.NormalLaw Missing.SpectralNorm MixtureEvolution ModeCount ModeMixture
  ModeMixtureAttained ModeMixtureFlow ModeMixtureProse ModeMixtureThreeModes ModesOfCaseThree
  MonotonePairing Missing.NormalDistribution Missing.NormalLaw Numbers OptimalDiscriminator
  OptimalGenerator OptimalGeneratorExists OtherDivergences ParticleModel PushForwardDensity
  QuantileTransform Shares SingleModeClosedForm SingleModeLongRun SingleModeNearOptimum
  SingleModePrinted SingleModeRecurrence SingleModeTwoSteps SmoothedData SpaceDensity SpaceMap
  SpaceSteepness SpaceSteepnessProof Missing.SpectralNorm SteepestAtCentre Steepness
  SteepnessDefinition SteepnessEvolution SteepnessGrowth SteepnessRate StoppingRule
  SuboptimalDirection SuboptimalDiscriminator SuboptimalRemarks SymmetricMixture ToyDiscriminator
  WeakApproximation Topics.Line Topics.FourCases Topics.Numerals Topics.Particles Topics.RatioLimits Topics.CaseProofs Topics.SuboptimalFields Topics.Recurrences Topics.Experiments Topics.GeneratorShapes.
Open Scope R_scope.

(** * Section 2 *)

(** In ℝⁿ a vector is a function of which the first n values count; `dot n`, `norm n` and `same n`
    are the inner product, the length and the equality of n coordinates (EuclideanSpace.v),
    `is_gradient` is the Fréchet derivative (Gradients.v). *)

Section Statements.
Import Densities DiscriminatorFields DiscriminatorFieldCases Steepness SteepnessEvolution
  ModeMixture Collapse.

(** V(d) = p log d + q log(1 - d), its slope, and its maximum at p/(p + q). *)
(** claim: equation-2.2-optimal statement *)
Theorem optimal_discriminator_is_maximum :
  forall p q d : R, 0 < p -> 0 < q -> 0 < d < 1 ->
  let V d := p * ln d + q * ln (1 - d) in
  let best := p / (p + q) in
  is_derive V d ((p + q) * (best - d) / (d * (1 - d)))
  /\ (d < best -> 0 < (p + q) * (best - d) / (d * (1 - d)))
  /\ (best < d -> (p + q) * (best - d) / (d * (1 - d)) < 0)
  /\ 0 < best < 1 /\ V d <= V best.
Proof. exact OptimalDiscriminator.objective_maximum. Qed.

(** The maximum is unique, and 2 is the largest factor. *)
(** claim: equation-2.2-optimal sharpened *)
Theorem optimal_discriminator_gap :
  let V p q d := p * ln d + q * ln (1 - d) in
  let best p q := p / (p + q) in
  (forall p q d : R, 0 < p -> 0 < q -> 0 < d < 1 ->
    2 * (p + q) * (d - best p q) ^ 2 <= V p q (best p q) - V p q d
    /\ (d <> best p q -> V p q d < V p q (best p q)))
  /\ (forall k, 2 < k -> exists d, 0 < d < 1
    /\ V 1 1 (best 1 1) - V 1 1 d < k * (1 + 1) * (d - best 1 1) ^ 2).
Proof.
  exact (conj OptimalDiscriminator.objective_gap OptimalDiscriminator.objective_gap_sharp).
Qed.

End Statements.

Section LineStatements.
Import Topics.Line.

(** claim: equation-2.2 statement *)
Theorem field_eq_ratio_field :
  forall (V : NormedModule R_AbsRing) (p q : V -> R) (x v : V),
  0 < p x -> 0 < q x -> ex_directional p x v -> ex_directional q x v ->
  let d u := p u / (p u + q u) in
  let r u := p u / q u in
  ex_directional d x v /\ ex_directional r x v
  /\ directional d x v / d x = directional r x v * / (r x * (1 + r x)).
Proof. exact field_eq_ratio_field_of_differentiable. Qed.

End LineStatements.

Section FieldNearModes.
Import Densities DiscriminatorFields DiscriminatorFieldCases Steepness SteepnessEvolution
  ModeMixture Collapse EuclideanSpace Gradients IsotropicGaussians CaseFields CaseDirections
  CriticalPoints.

(** `moves_towards p q a b A B e`: ⟨∇d/d, [A, B] - x⟩ >= 0 between 10⁻⁴σ and σ from the mode [a, b]
    and at least e from [A, B], σ² = 1/10; printed for the mode itself and e = 0. At (1.1, 1.1) in
    case 1 it fails. *)
(** claim: prose-2.3-nearest-mode refutation *)
Theorem field_towards_nearest_mode_false :
  ~ forall a b, is_sign a -> is_sign b ->
    moves_towards data_1 generated_1 a b a b 0
    /\ moves_towards data_1 generated_2 a b a b 0
    /\ moves_towards data_1 generated_3 a b a b 0
    /\ moves_towards data_4 generated_4 (3 * a) (3 * b) (3 * a) (3 * b) 0.
Proof. exact nearest_mode_printed_false. Qed.

(** One mode m of standard deviation s against N(c, t² I), s < t: ∇log r is a multiple of the way to
    A = m + (m - c) s²/(t² - s²), which is m for m = c only;
    against a flat density, of the way to m.
    It leads away from m inside of the sphere on the diameter from m to A and nowhere else. And the
    four cases. *)
(** Outside of the ball of 1/10000 deviations around a mode; the rest is inside of it. *)
(** claim: prose-2.3-nearest-mode corrected-step *)
Theorem field_towards_attracting_centre :
  (forall (n : nat) (s t : R) (m c x : vector), 0 < s < t ->
    let A := fun j => m j + (m j - c j) * s ^ 2 / (t ^ 2 - s ^ 2) in
    is_gradient n (fun y => ln (gaussian_n n s m y / gaussian_n n t c y)) x
      (scale (/ s ^ 2 - / t ^ 2) (sub A x))
    /\ 0 < / s ^ 2 - / t ^ 2
    /\ (forall k, 0 < k ->
        is_gradient n (fun y => ln (gaussian_n n s m y / k)) x (scale (/ s ^ 2) (sub m x)))
    /\ (forall j, A j = m j <-> m j = c j)
    /\ (dot n (scale (/ s ^ 2 - / t ^ 2) (sub A x)) (sub m x) < 0
        <-> norm n (sub x (scale (1 / 2) (add A m))) < norm n (sub A m) / 2))
  /\ (forall a b, is_sign a -> is_sign b ->
    moves_towards data_1 generated_1 a b (2 * a) (2 * b) (/ 10000)
    /\ moves_towards data_1 generated_2 a b a b (/ 10000)
    /\ moves_towards data_1 generated_3 a b ((10 * a - 1) / 9) ((10 * b - 1) / 9) (/ 10000)
    /\ moves_towards data_4 generated_4 (3 * a) (3 * b)
         ((90 * a - 3) / 29) ((90 * b - 3) / 29) (/ 10000)).
Proof. exact (conj pull_of_one_mode nearest_mode_corrected_true). Qed.

(** Modes at -m and m of standard deviation s against N(0, t²), at the midpoint. *)
(** claim: prose-2.3-critical-points statement *)
Theorem midpoint_pushes_apart :
  forall m s t : R, 0 < s < m -> 0 < t ->
  velocity_on_line m s 0 t 0 = 0
  /\ is_derive (velocity_on_line m s 0 t) 0
       (((m ^ 2 - s ^ 2) / s ^ 4 + 1 / t ^ 2) / (1 + ratio_on_line m s 0 t 0))
  /\ 0 < ((m ^ 2 - s ^ 2) / s ^ 4 + 1 / t ^ 2) / (1 + ratio_on_line m s 0 t 0).
Proof. exact midpoint_is_critical. Qed.

(** claim: prose-2.3-critical-points generalised *)
Theorem log_ratio_rises_near_0_in_all_cases :
  forall x y : R,
  rises_near_0 ratio_1 x y /\ (Rabs x < 2 -> Rabs y < 2 -> rises_near_0 ratio_2 x y)
  /\ rises_near_0 ratio_3 x y /\ rises_near_0 ratio_4 x y.
Proof. exact critical_points_of_cases. Qed.

(** Against N(1, t²), narrow on one of the modes ±1, the velocity is negative all the way. *)
(** claim: prose-2.3-critical-points generalised-2 *)
Theorem no_critical_point_of_narrow_generator :
  forall s t x : R, 0 < s -> s ^ 2 = 1 / 10 -> 0 < t -> t ^ 2 <= 1 / 20 -> - 1 <= x <= 1 ->
  velocity_on_line 1 s 1 t x < 0.
Proof. exact no_critical_point. Qed.

End FieldNearModes.

Section LineStatements2.
Import Topics.Line.

(** In every dimension, with the spectral norm of the Jacobian; `image n A v` is Av. *)
(** For maps of a space into itself; the rest is latent and data spaces of two dimensions. *)
(** claim: definition-2.1-invariance step *)
Theorem steepness_invariant :
  forall (n : nat) (g : vector -> vector) (U V : matrix) (z : vector) (S : R),
  orthogonal n U -> orthogonal n V -> is_steepness n n g (image n V z) S ->
  is_steepness n n (fun y => image n U (g (image n V y))) z S.
Proof. exact steepness_of_orthogonal. Qed.

(** claim: definition-2.1-invariance sharpened *)
Theorem steepness_under_units :
  forall (n : nat) (g : vector -> vector) (U V : matrix) (a b : R) (z : vector) (S : R),
  orthogonal n U -> orthogonal n V -> 0 < a -> 0 < b ->
  is_steepness n n g (image n V (image n (multiple b) z)) S ->
  is_steepness n n
    (fun y => image n (multiple a) (image n U (g (image n V (image n (multiple b) y))))) z
    (a * b * S).
Proof. exact steepness_of_units. Qed.

End LineStatements2.

Section SmoothedDataDensity.
Import Densities DiscriminatorFields DiscriminatorFieldCases Steepness SteepnessEvolution
  ModeMixture Collapse EuclideanSpace SmoothedData.

(** On the line the density is positive and the derivative of the mean of Φ((y - xᵢ)/s), which comes
    as near to 0 and 1 as one likes; in ℝⁿ each term is a product of terms on the line. *)
(** claim: assumption-2.1 statement *)
Theorem smoothed_data_have_density :
  forall (N : nat) (s : R), (0 < N)%nat -> 0 < s ->
  (forall (x : nat -> R) y, 0 < smoothed_on_line N s x y
    /\ is_derive (smoothed_cdf N s x) y (smoothed_on_line N s x y))
  /\ (forall (x : nat -> R) e, 0 < e ->
      exists b, forall y, (y <= - b -> smoothed_cdf N s x y <= e)
      /\ (b <= y -> 1 - e <= smoothed_cdf N s x y))
  /\ (forall n x y, smoothed n N s x y
      = / INR N * sum N (fun i => product_below n (fun j => gaussian1 (x i j) s (y j)))).
Proof. exact smoothed_is_density. Qed.

End SmoothedDataDensity.

Section LineStatements3.
Import Topics.Line.

(** The case n = 1; the triangular map in more dimensions is by hand. *)
(** claim: assumption-2.2 step *)
Theorem smooth_map_to_the_data_exists :
  forall (N : nat) (w x : nat -> R) (s : R), 0 < s -> mixture_weights N w ->
  exists g, (forall u v, u < v -> g u < g v) /\ (forall z, ex_derive g z)
  /\ forall P, normal_law P -> forall y, P (fun z => g z <= y) = mixture_cdf N w x s y.
Proof. exact exists_smooth_push. Qed.

End LineStatements3.

(** * Section 3: fitting *)

Section FourCases.
Import Topics.FourCases.

(** The box of case 2 holds the ball of 3σ about each mode; more than half of the particles of
  case 3
    are in the quadrant of their mode; the modes are 18σ apart in case 4, 6σ in case 3. *)
(** claim: table-2 statement *)
Theorem descriptions_of_table_2 :
  (forall a b x y, is_sign a -> is_sign b -> (x - a) ^ 2 + (y - b) ^ 2 <= 9 / 10 ->
    Rabs x <= 2 /\ Rabs y <= 2)
  /\ 1 / 2 < mass 1 1 1 0 2000 0 2000
  /\ 18 * sqrt (1 / 10) <= 2 * 3 /\ 6 * sqrt (1 / 10) <= 2 * 1.
Proof. exact descriptions_of_cases. Qed.

(** claim: table-2-separation refutation *)
Theorem separation_of_eight_false : ~ 8 * sqrt (1 / 10) <= 2.
Proof. exact separation_printed_false. Qed.

(** claim: table-2-separation corrected *)
Theorem separations_of_table_2 :
  8 * sqrt (1 / 10) <= 6 /\ 8 * sqrt (1 / 80) <= 2
  /\ 6 * sqrt (1 / 10) <= 2 /\ ~ 64 / 10 * sqrt (1 / 10) <= 2.
Proof. exact separation_of_cases. Qed.

(** At (3/2, 3/2) the velocity points away from (1, 1). *)
(** claim: prose-3.1-case-1 refutation *)
Theorem case_1_towards_nearest_mode_false :
  ~ forall x y, 0 < x <= 2 -> 0 < y <= 2 ->
    0 <= velocity_x data_1 generated_1 x y * (1 - x)
         + velocity_y data_1 generated_1 x y * (1 - y).
Proof. exact case_1_direction_printed_false. Qed.

(** Where |x| < 1, |y| < 1, and the particles there; beyond, to 2. `mass v m n a b c d` is the
    integral of N([m, n], v I) over [a, b] × [c, d]. *)
(** Velocities; the rest is what they make of the motion. *)
(** claim: prose-3.1-case-1 corrected-step *)
Theorem case_1_components_towards_nearest_mode :
  (forall x y,
    (0 < x < 1 -> 0 < velocity_x data_1 generated_1 x y)
    /\ (- 1 < x < 0 -> velocity_x data_1 generated_1 x y < 0)
    /\ (0 < y < 1 -> 0 < velocity_y data_1 generated_1 x y)
    /\ (- 1 < y < 0 -> velocity_y data_1 generated_1 x y < 0))
  /\ 94 / 100 <= mass (2 / 10) 0 0 (-1) 1 (-1) 1
  /\ (forall x y,
    (1 <= x <= 2 - / 10 ^ 15 -> 0 < velocity_x data_1 generated_1 x y)
    /\ (2 <= x -> velocity_x data_1 generated_1 x y < 0)
    /\ (1 <= y <= 2 - / 10 ^ 15 -> 0 < velocity_y data_1 generated_1 x y)
    /\ (2 <= y -> velocity_y data_1 generated_1 x y < 0)).
Proof. exact case_1_components_and_share. Qed.

(** claim: prose-3.1-case-1 sharpened *)
Theorem case_1_vanishes_just_below_2 :
  exists z, 2 - / 10 ^ 15 < z < 2 /\ forall x y,
  (0 < x < z -> 0 < velocity_x data_1 generated_1 x y)
  /\ (z < x -> velocity_x data_1 generated_1 x y < 0)
  /\ velocity_x data_1 generated_1 z y = 0
  /\ (0 < y < z -> 0 < velocity_y data_1 generated_1 x y)
  /\ (z < y -> velocity_y data_1 generated_1 x y < 0)
  /\ velocity_y data_1 generated_1 x z = 0.
Proof. exact case_1_zero. Qed.

(** (0, 0) is farther from the mode than (1, 1), and slower. *)
(** claim: prose-3.1-case-1-length refutation *)
Theorem case_1_farther_is_faster_false :
  ~ forall t u, 0 <= t < u -> u <= 1 ->
    speed_square data_1 generated_1 u u <= speed_square data_1 generated_1 t t.
Proof. exact case_1_length_printed_false. Qed.

(** From t = 0.22 on, hence from 1/4; up to 0.21 the length rises from 0, so that it is greatest in
    between. *)
(** claim: prose-3.1-case-1-length corrected *)
Theorem case_1_speed_on_the_diagonal :
  (forall t u, 22 / 100 <= t < u -> u <= 1 ->
    speed_square data_1 generated_1 u u <= speed_square data_1 generated_1 t t)
  /\ (forall t u, 0 <= t < u -> u <= 21 / 100 ->
    speed_square data_1 generated_1 t t < speed_square data_1 generated_1 u u)
  /\ speed_square data_1 generated_1 0 0 = 0.
Proof. exact case_1_diagonal. Qed.

(** The length, and its square over that of the distance from (1, 1): more than 5² times as large at
    (1/4, 1/4) as at (9/10, 9/10). *)
(** claim: prose-3.1-case-1-length sharpened *)
Theorem case_1_speed_not_proportional :
  (forall x y, speed_square data_1 generated_1 x y
    = 5 ^ 2 * ((2 * tanh (10 * x) - x) ^ 2 + (2 * tanh (10 * y) - y) ^ 2)
      / (1 + ratio_1 x y) ^ 2)
  /\ 5 ^ 2 * (speed_square data_1 generated_1 (9 / 10) (9 / 10)
       / ((1 - 9 / 10) ^ 2 + (1 - 9 / 10) ^ 2))
     < speed_square data_1 generated_1 (1 / 4) (1 / 4)
       / ((1 - 1 / 4) ^ 2 + (1 - 1 / 4) ^ 2).
Proof. exact case_1_not_proportional. Qed.

End FourCases.

Section NumberStatements.
Import Topics.Numerals.

(** The optimal discriminator of case 3: least at the mode that p_g covers, greatest at the farthest. *)
(** claim: prose-3.1-case-3 statement *)
Theorem case_3_order_at_modes :
  discriminator_3 1 1 < discriminator_3 1 (-1) < discriminator_3 (-1) (-1)
  /\ discriminator_3 1 1 < discriminator_3 (-1) 1 < discriminator_3 (-1) (-1).
Proof. exact discriminator_3_order. Qed.

(** claim: prose-3.1-case-3 sharpened *)
Theorem case_3_values_at_modes :
  (rounds_to (discriminator_3 1 1) (714 / 1000) (1 / 1000)
   /\ rounds_to (discriminator_3 1 (-1)) (949 / 1000) (1 / 1000)
   /\ rounds_to (discriminator_3 (-1) 1) (949 / 1000) (1 / 1000)
   /\ rounds_to (discriminator_3 (-1) (-1)) (993 / 1000) (1 / 1000))
  /\ Rabs (ratio_3 1 1 / leading_ratio_3 1 1 - 1) <= / 10 ^ 8
  /\ Rabs (ratio_3 1 (-1) / leading_ratio_3 1 (-1) - 1) <= / 10 ^ 8
  /\ Rabs (ratio_3 (-1) 1 / leading_ratio_3 (-1) 1 - 1) <= / 10 ^ 8
  /\ Rabs (ratio_3 (-1) (-1) / leading_ratio_3 (-1) (-1) - 1) <= / 10 ^ 8.
Proof. exact (conj discriminator_3_values ratio_3_near_leading). Qed.

End NumberStatements.

Section FourCases2.
Import Topics.FourCases.

(** `mean_speed_square` is the mean of ‖∇d/d‖² over four directions at right angles. *)
(** claim: prose-3.1-case-3-intensity refutation *)
Theorem case_3_strongest_at_unoccupied_false :
  ~ forall a b, is_sign a -> is_sign b -> (a <> 1 \/ b <> 1) ->
    forall e f, (/ 4) ^ 2 / 10 <= e ^ 2 + f ^ 2 <= (3 / 2) ^ 2 / 10 ->
    mean_speed_square data_1 generated_3 1 1 e f <= mean_speed_square data_1 generated_3 a b e f.
Proof. exact case_3_intensity_printed_false. Qed.

(** Between σ/10 and 2σ from the crowded mode, σ² = 1/10. *)
(** claim: prose-3.1-case-3-redistribution refutation *)
Theorem case_3_outward_false :
  ~ forall e f, / 1000 <= e ^ 2 + f ^ 2 <= 4 / 10 ->
    let out e f := velocity_x data_1 generated_3 (1 + e) (1 + f) * e
      + velocity_y data_1 generated_3 (1 + e) (1 + f) * f in
    0 <= out e f + out (- f) e + out (- e) (- f) + out f (- e).
Proof. exact case_3_outward_printed_false. Qed.

(** claim: prose-3.1-case-3-redistribution corrected *)
Theorem case_3_points_inward :
  forall x y, / 1000 <= (x - 1) ^ 2 + (y - 1) ^ 2 <= 4 / 10 ->
  velocity_x data_1 generated_3 x y * (x - 1) + velocity_y data_1 generated_3 x y * (y - 1) < 0.
Proof. exact case_3_inward. Qed.

(** Velocities and shares; the rest is that no particle leaves the quadrant. *)
(** claim: prose-3.1-case-3-redistribution sharpened-step *)
Theorem case_3_components_inward :
  (forall x y,
    (1 / 50 <= x <= 99 / 100 -> 0 < velocity_x data_1 generated_3 x y)
    /\ (1 / 50 <= y <= 99 / 100 -> 0 < velocity_y data_1 generated_3 x y))
  /\ 69 / 100 < mass 1 1 1 (1 / 50) 2000 (1 / 50) 2000.
Proof. exact case_3_inflow_and_share. Qed.

(** Halfway between the centre and the crowded mode case 4 is faster. *)
(** claim: prose-3.1-summary refutation *)
Theorem separated_modes_weaker_false :
  ~ forall t u, 1 / 4 <= t <= 7 / 10 -> 1 / 4 <= u <= 7 / 10 ->
    speed_square data_4 generated_4 (3 * t) (3 * u) <= speed_square data_1 generated_3 t u.
Proof. exact summary_printed_false. Qed.

(** Three times as fast at least. That it is weaker near the modes is prose-3.1-case-4, and not
    proved here. *)
(** claim: prose-3.1-summary corrected-step *)
Theorem separated_modes_stronger_between :
  forall t u, 1 / 4 <= t <= 7 / 10 -> 1 / 4 <= u <= 7 / 10 ->
  3 ^ 2 * speed_square data_1 generated_3 t u
  <= speed_square data_4 generated_4 (3 * t) (3 * u).
Proof. exact longer_between_separated_modes. Qed.

End FourCases2.

Section LineStatements4.
Import Topics.Line.

(** g takes the midpoint's value at z 0 < … < z (K - 1) with slopes of the sizes a, so that the
    density that it makes there is Σ φ(z k)/a k; `mass_below K z` is the probability of
    (-∞, z 0] ∪ [z 1, z 2] ∪ …, where g is below the midpoint. *)
(** The rest: that a locally Lipschitz generator with this push-forward has such preimages. *)
(** claim: prose-3.2-insufficient step *)
Theorem some_slope_is_steep_enough :
  forall (x : nat -> R) (s : R) (K : nat) (z a : nat -> R),
  0 < s -> ascending 2 x -> (1 <= K)%nat ->
  (forall k, (S k < K)%nat -> z k < z (S k)) -> mass_below K z = 1 / 2 ->
  (forall k, (k < K)%nat -> 0 < a k) ->
  Missing.EuclideanSpace.sum K (fun k => phi (z k) / a k)
    = mixture_density 2 (equal 2) x s (midpoint x 0) ->
  exists k, (k < K)%nat /\ s * exp (gap_exponent x s 0) <= a k.
Proof. exact exists_slope_of_pair. Qed.

End LineStatements4.

Section Statements2.
Import Topics.Particles.

(** A strictly convex cost h(x - y): pairing ascending with ascending points is cheaper than any
    other pairing, of two or three points. That this makes Ψ⁻¹∘Φ the optimal map is not proved. *)
(** claim: prose-3.2-optimal-transport step *)
Theorem ascending_pairing_cheapest :
  forall h : R -> R, MonotonePairing.strictly_convex h ->
  (forall x1 x2 y1 y2, x1 < x2 -> y1 < y2 ->
     h (x1 - y1) + h (x2 - y2) < h (x1 - y2) + h (x2 - y1))
  /\ (forall x1 x2 x3 y1 y2 y3, x1 < x2 < x3 -> y1 < y2 < y3 ->
      let cost a b c := h (x1 - a) + h (x2 - b) + h (x3 - c) in
      cost y1 y2 y3 < cost y1 y3 y2 /\ cost y1 y2 y3 < cost y2 y1 y3
      /\ cost y1 y2 y3 < cost y2 y3 y1 /\ cost y1 y2 y3 < cost y3 y1 y2
      /\ cost y1 y2 y3 < cost y3 y2 y1).
Proof. exact MonotonePairing.ascending_pairings_cheaper. Qed.

End Statements2.

Section LineStatements5.
Import Topics.Line.

(** The data of Assumption 2.1 on the line: N modes x 0 < x 1 < … of width s and equal weights, with
    `mixture_density` and `mixture_cdf`. `monotone_map N w x s g` says that g = Ψ⁻¹∘Φ, so that the
    steepness of g at z is Rabs (Derive g z); `gap_exponent x s i` is gap²/8s² of gap i. *)
(** claim: theorem-3.1 theorem-C.3 statement *)
Theorem steep_somewhere_of_least_gap :
  forall (N : nat) (x : nat -> R) (s : R) (g : R -> R) (q : R),
  (2 <= N)%nat -> 0 < s -> line_separated N x (6 * s) -> monotone_map N (equal N) x s g ->
  Phi q = 1 - / INR N ->
  exists z, least (N - 1) (fun i => s * exp (gap_exponent x s i) * exp (- q ^ 2))
    <= Rabs (Derive g z).
Proof.
  exact (fun N x s g q some s_pos apart g_is =>
    exists_steep_of_least N x s g some s_pos (ascending_of_6s N x s s_pos apart) g_is q).
Qed.

(** There is such a g, and it is differentiable. *)
(** claim: theorem-3.1 step *)
Theorem monotone_map_has_derivative :
  forall (N : nat) (w x : nat -> R) (s : R), 0 < s -> mixture_weights N w ->
  (exists g, monotone_map N w x s g)
  /\ forall g, monotone_map N w x s g ->
     forall z, is_derive g z (phi z / mixture_density N w x s (g z)).
Proof.
  exact (fun N w x s s_pos w_is => conj (monotone_map_exists N w x s s_pos w_is)
    (is_derive_monotone_map N w x s s_pos w_is)).
Qed.

(** claim: theorem-3.1 sharpened *)
Theorem steep_somewhere_of_greatest_gap :
  forall (N : nat) (x : nat -> R) (s : R) (g : R -> R) (q : R),
  (2 <= N)%nat -> 0 < s -> ascending N x -> monotone_map N (equal N) x s g ->
  Phi q = 1 - / INR N ->
  (exists z, greatest (N - 1) (fun i => s * exp (gap_exponent x s i)) * exp (- q ^ 2 / 2)
     <= Rabs (Derive g z))
  /\ (N = 2%nat -> q = 0 /\ Rabs (Derive g 0) = s * exp (gap_exponent x s 0)).
Proof. exact steep_of_greatest_and_of_two. Qed.

(** The constant is the best: at the outermost gaps S_g is at most 1 + 10⁻⁶ times that. *)
(** claim: theorem-3.1 sharpened-2 *)
Theorem steepness_at_midpoints :
  forall (N : nat) (x : nat -> R) (s : R) (g : R -> R) (q : R),
  (2 <= N)%nat -> 0 < s -> line_separated N x (6 * s) -> monotone_map N (equal N) x s g ->
  Phi q = 1 - / INR N ->
  let constant i :=
    INR N / 2 * exp (- q ^ 2 / 2) * (s * exp (gap_exponent x s i)) * (1 - / 10 ^ 14) in
  forall i z, (S i < N)%nat -> g z = midpoint x i ->
  constant i <= Rabs (Derive g z)
  /\ (i = 0%nat \/ S (S i) = N -> Rabs (Derive g z) <= (1 + / 10 ^ 6) * constant i).
Proof. exact best_constant_at_midpoints. Qed.

(** claim: theorem-3.1 sharpened-3 *)
Theorem steepness_at_most :
  forall (N : nat) (x : nat -> R) (s : R) (g : R -> R),
  (2 <= N)%nat -> 0 < s -> line_separated N x (6 * s) -> monotone_map N (equal N) x s g ->
  (forall z, Rabs (Derive g z)
     <= INR N / 2 * (s * exp (greatest (N - 1) (gap_exponent x s))))
  /\ (N = 2%nat -> Rabs (Derive g 0) = s * exp (gap_exponent x s 0)
      /\ forall z, Rabs (Derive g z) <= s * exp (gap_exponent x s 0)).
Proof. exact steepness_at_most_and_of_two. Qed.

(** claim: theorem-3.1 sharpened-4 *)
Theorem steepness_at_least_the_width :
  forall (N : nat) (x : nat -> R) (s : R) (g : R -> R),
  (1 <= N)%nat -> 0 < s -> monotone_map N (equal N) x s g ->
  (forall z, s <= Rabs (Derive g z))
  /\ forall e, 0 < e -> exists Z, forall z, Z < Rabs z -> Rabs (Derive g z) < s + e.
Proof. exact steepness_ge_width_and_tends. Qed.

(** Any map of finitely many slopes at y: v = Φ⁻¹(P(g ≤ y)), and slopes of S at most need
    S ≥ φ(v)/density. Maps that take y infinitely often, and the passage from the push-forward to
    these numbers, are by hand. *)
(** claim: theorem-3.1 generalised-step *)
Theorem no_map_is_less_steep :
  forall (K : nat) (z a : nat -> R) (v S : R), (1 <= K)%nat ->
  (forall k, (Datatypes.S k < K)%nat -> z k < z (Datatypes.S k)) ->
  Phi v = mass_below K z -> (forall k, (k < K)%nat -> 0 < a k <= S) ->
  phi v / Missing.EuclideanSpace.sum K (fun k => phi (z k) / a k) <= S.
Proof. exact slope_bound_ge. Qed.

(** claim: prose-3.2-exponential statement *)
Theorem log_steepness_at_midpoints :
  forall (N : nat) (x : nat -> R) (s : R) (g : R -> R) (q : R),
  (2 <= N)%nat -> 0 < s -> line_separated N x (6 * s) -> monotone_map N (equal N) x s g ->
  Phi q = 1 - / INR N ->
  forall i z, (S i < N)%nat -> g z = midpoint x i ->
  - q ^ 2 / 2 <= ln (Rabs (Derive g z) / s) - gap_exponent x s i <= ln (INR N / 2).
Proof.
  exact (fun N x s g q some s_pos apart g_is =>
    log_slope_at_anchor N x s g some s_pos (ascending_of_6s N x s s_pos apart) g_is q).
Qed.

(** claim: prose-3.2-exponential sharpened *)
Theorem steepness_of_two_modes :
  forall (x : nat -> R) (s : R) (g : R -> R),
  0 < s -> line_separated 2 x (6 * s) -> monotone_map 2 (equal 2) x s g ->
  g 0 = midpoint x 0 /\ Rabs (Derive g 0) = s * exp (gap_exponent x s 0)
  /\ forall z, Rabs (Derive g z) <= Rabs (Derive g 0).
Proof. exact maximum_at_midpoint_of_two. Qed.

End LineStatements5.

Section GeneratorSlope.
Import Densities DiscriminatorFields DiscriminatorFieldCases Steepness ModeMixture Collapse
  ParticleModel OptimalGenerator GeneratorShape.

(** Two modes and the generators g1, g2 = Ψ⁻¹∘Φ for two spreads; 0 is the latent of the midpoint. *)
(** claim: prose-3.2-inverse-variance sharpened *)
Theorem pair_slope_falls_with_spread :
  forall (Phi Psi1 Psi2 g1 g2 : R -> R) (x1 x2 s1 s2 : R),
  0 < s1 < s2 -> x1 < x2 ->
  optimal_generator Phi Psi1 (pair_mixture x1 x2 s1) g1 ->
  optimal_generator Phi Psi2 (pair_mixture x1 x2 s2) g2 ->
  (2 * s2 <= x2 - x1 -> Derive g2 0 < Derive g1 0)
  /\ (x2 - x1 <= 2 * s1 -> Derive g1 0 < Derive g2 0).
Proof. exact pair_slope_and_spread. Qed.

End GeneratorSlope.

Section LineStatements6.
Import Topics.Line.

(** A differentiable map g of the ball of radius r of a normed space V to n coordinates, with
    differential dg. What g_#p_z = p_data says of the half-spaces {y_0 > B} suffices (mu is p_z, and
    the first coordinate of the data has the law of a mixture on the line): for every M whatever
    somewhere a coordinate of Jv is more than M|v|, so that the steepness is more than M. The
    constant of the theorem, the modes and the injective pieces play no part. *)
(** claim: theorem-3.2 theorem-C.4 triviality *)
Theorem steepness_unbounded_of_push_forward :
  forall (V : NormedModule R_AbsRing) (r : R) (n : nat) (g : V -> nat -> R)
    (dg : V -> V -> nat -> R) (N : nat) (w : nat -> R) (x : nat -> nat -> R) (s : R)
    (mu : (V -> Prop) -> R),
  (1 <= n)%nat -> 0 < s -> mixture_weights N w ->
  (forall z j, Hierarchy.norm z < r -> (j < n)%nat ->
    filterdiff (fun u => g u j) (locally z) (fun v => dg z v j)) ->
  (forall A : V -> Prop, (forall z, ~ A z) -> mu A = 0) ->
  (forall B, mu (fun z => Hierarchy.norm z < r /\ B < g z 0%nat)
     = 1 - mixture_cdf N w (fun i => x i 0%nat) s B) ->
  forall M, exists z v j, Hierarchy.norm z < r /\ (j < n)%nat
    /\ M * Hierarchy.norm v < Rabs (dg z v j).
Proof. exact stretch_unbounded_of_push_forward. Qed.

(** claim: theorem-3.2 theorem-C.4 triviality *)
Theorem steepness_unbounded_on_the_line :
  forall (r : R) (g : R -> R),
  (forall z, Rabs z < r -> ex_derive g z) ->
  (forall B, exists z, Rabs z < r /\ B < Rabs (g z)) ->
  forall M, exists z, Rabs z < r /\ M <= Rabs (Derive g z).
Proof. exact derive_unbounded_of_image_unbounded. Qed.

(** The map that is monotone along the axis of two modes and s·z across it. That it carries N(0, I)
    to the data, and that no map does with less, is by hand. *)
(** claim: theorem-3.2 sharpened-step *)
Theorem axial_map_steepness :
  forall (n : nat) (x : nat -> R) (s : R) (g : R -> R),
  (1 <= n)%nat -> 0 < s -> line_separated 2 x (6 * s) -> monotone_map 2 (equal 2) x s g ->
  (forall z, exists S, is_steepness n n (axial_map g s) z S
     /\ S <= s * exp (gap_exponent x s 0))
  /\ is_steepness n n (axial_map g s) (fun _ => 0) (s * exp (gap_exponent x s 0)).
Proof. exact supremum_of_axial_map. Qed.

(** The slopes of the map along the axis of two modes are g' once and s otherwise; that its
    determinant is g'·s^(n - 1) is by hand. *)
(** claim: theorem-3.2 sharpened-2-step *)
Theorem volume_loses_the_nth_root :
  forall (n : nat) (x : nat -> R) (s : R) (g : R -> R),
  (1 <= n)%nat -> 0 < s -> ascending 2 x -> monotone_map 2 (equal 2) x s g ->
  ln (Rabs (Derive g 0) / s) = gap_exponent x s 0
  /\ ln (Rabs (Derive g 0) * s ^ (n - 1)) / INR n - ln s = gap_exponent x s 0 / INR n.
Proof. exact volume_against_slope. Qed.

(** `is_space_bound n N x s r M`: M is the bound of Theorem 3.2; `is_reach n N x D2`: D² is the
    greatest over λ in [0, 2] of the least squared distance of λx̄ from a mode. That s is less than
    the supremum of every map is not part of this. *)
(** claim: theorem-3.2 sharpened-3-step *)
Theorem space_bound_at_most_the_width :
  forall (n N : nat) (x : nat -> vector) (s r M D2 : R),
  (1 <= n)%nat -> 0 < s -> is_space_bound n N x s r M -> is_reach n N x D2 ->
  D2 <= INR n * r ^ 2 * s ^ 2 -> M <= s.
Proof. exact space_bound_le_width. Qed.

(** One mode on the line, at 1 and moved to 3, with s = r = 1. *)
(** claim: theorem-3.2-translation refutation *)
Theorem space_bound_translation_false :
  ~ forall (n N : nat) (x : nat -> vector) (s r M M' : R) (v : vector),
    (1 <= n)%nat -> (1 <= N)%nat -> 0 < s -> 0 < r ->
    (forall i, (i < N)%nat -> EuclideanSpace.norm n (x i) <> 0) ->
    (forall i, (i < N)%nat -> EuclideanSpace.norm n (add (x i) v) <> 0) ->
    is_space_bound n N x s r M -> is_space_bound n N (fun i => add (x i) v) s r M' -> M = M'.
Proof. exact translation_invariance_false. Qed.

(** The rest, that M is not invariant, is the refutation of the claim. *)
(** claim: theorem-3.2-translation corrected-step *)
Theorem steepness_translation :
  forall (N : nat) (w x : nat -> R) (s : R) (g h : R -> R) (v : R),
  0 < s -> mixture_weights N w -> monotone_map N w x s g ->
  monotone_map N w (fun i => x i + v) s h ->
  forall z, h z = g z + v /\ Derive h z = Derive g z.
Proof. exact slope_translated. Qed.

(** claim: prose-3.2-space-distance statement *)
Theorem space_bound_of_dilated_modes :
  forall (n N : nat) (x : nat -> vector) (s r c M M' D2 : R),
  (1 <= n)%nat -> (1 <= N)%nat -> 0 < s -> is_reach n N x D2 ->
  is_space_bound n N x s r M -> is_space_bound n N (fun i => scale c (x i)) s r M' ->
  ln M' = ln M + (c ^ 2 - 1) * D2 / (2 * INR n * s ^ 2).
Proof. exact log_space_bound_dilated. Qed.

(** n = 16, modes ±3 along an axis, s = 3/4 against s = 1. *)
(** claim: prose-3.2-space-variance refutation *)
Theorem space_bound_grows_as_width_falls_false :
  ~ forall (n : nat) (x : nat -> vector) (s t r M M' : R), (1 <= n)%nat -> 0 < s < t -> 0 < r ->
    6 * t <= EuclideanSpace.norm n (sub (x 1%nat) (x 0%nat)) ->
    is_space_bound n 2 x s r M -> is_space_bound n 2 x t r M' -> M' <= M.
Proof. exact grows_as_width_falls_false. Qed.

(** Monotone in the weak sense; the rest is strictness and the numbers. *)
(** claim: prose-3.2-space-variance corrected-step *)
Theorem space_bound_against_the_width :
  forall (n N : nat) (x : nat -> vector) (s t r M M' D2 : R),
  (1 <= n)%nat -> 0 < s < t -> is_reach n N x D2 -> 0 <= D2 ->
  is_space_bound n N x s r M -> is_space_bound n N x t r M' ->
  (INR n * t ^ 2 <= D2 -> M' <= M) /\ (D2 <= INR n * s ^ 2 -> M <= M').
Proof. exact space_bound_by_width. Qed.

(** That two modes need this slope in every dimension is by hand. *)
(** claim: prose-3.2-space-variance corrected-2-step *)
Theorem needed_slope_grows_as_width_falls :
  forall gap s t : R, 0 < s < t -> 2 * t <= gap ->
  t * exp (gap ^ 2 / (8 * t ^ 2)) <= s * exp (gap ^ 2 / (8 * s ^ 2)).
Proof. exact needed_slope_by_width. Qed.

End LineStatements6.

Section Evolution.
Import Densities DiscriminatorFields DiscriminatorFieldCases Steepness ModeMixture Collapse
  ParticleModel SymmetricMixture PushForwardDensity SteepnessRate SteepnessEvolution
  EvolutionProofLines ClosedSteepnessEquation SteepnessGrowth OptimalGenerator GeneratorShape
  FoldedGenerator FoldBranches MixtureEvolution SteepestAtCentre.

(** Data that are multiplied by c have the distribution function Ψ(x/c); h is their generator. The
    slope at every latent, those of the midpoints among them, is c times the former. *)
(** The rest: that the monotone maps to a mixture and to the rescaled one are such g and h. *)
(** claim: prose-3.2-rescaling step *)
Theorem rescaling_reduces_slope :
  forall (Phi Psi g h : R -> R) (c : R),
  0 < c <= 1 -> (forall x y, x < y -> Psi x < Psi y) ->
  (forall z, Psi (g z) = Phi z) -> (forall z, Psi (h z / c) = Phi z) ->
  forall z, ex_derive g z -> 0 <= Derive g z -> Derive h z <= Derive g z.
Proof.
  exact (fun Phi Psi g h c small increasing g_is h_is =>
    proj2 (proj2 (rescaled_generator Phi Psi g h c (proj1 small) increasing g_is h_is))
      (proj2 small)).
Qed.

(** The slope; the rest is what becomes of the exponent. *)
(** claim: prose-3.2-rescaling sharpened-step *)
Theorem rescaling_multiplies_slope :
  forall (Phi Psi g h : R -> R) (c : R),
  0 < c -> (forall x y, x < y -> Psi x < Psi y) ->
  (forall z, Psi (g z) = Phi z) -> (forall z, Psi (h z / c) = Phi z) ->
  forall z, h z = c * g z /\ (ex_derive g z -> Derive h z = c * Derive g z).
Proof.
  exact (fun Phi Psi g h c c_pos increasing g_is h_is z =>
    let both := rescaled_generator Phi Psi g h c c_pos increasing g_is h_is in
    conj (proj1 both z) (proj1 (proj2 both) z)).
Qed.

(** For any m, s > 0, however near the modes are. *)
(** claim: prose-3.3-maximum-at-zero statement *)
Theorem generator_steepest_at_centre :
  forall (m s : R) (Phi Psi g : R -> R),
  0 < m -> 0 < s -> optimal_generator Phi Psi (symmetric_mixture m s) g ->
  forall z, Rabs (Derive g z) <= Rabs (Derive g 0).
Proof.
  exact (fun m s Phi Psi g m_pos s_pos optimal z =>
    proj1 (steepest_at_centre m s Phi Psi g m_pos s_pos optimal z)).
Qed.

(** claim: prose-3.3-maximum-at-zero sharpened *)
Theorem greatest_steepness_of_generator :
  forall (m s : R) (Phi Psi g : R -> R),
  0 < m -> 0 < s -> optimal_generator Phi Psi (symmetric_mixture m s) g ->
  forall z, Rabs (Derive g z) <= Rabs (Derive g 0)
  /\ Rabs (Derive g 0) = s * exp (m ^ 2 / (2 * s ^ 2)).
Proof. exact steepest_at_centre. Qed.

(** `steepness_rate a c k g3` is (a k³ + k + g3)/(c k³ + k²), `curvature m s` is (m² - s²)/s⁴ and
    `centre_density m s` is exp(-m²/2s²)/s: the right-hand side of Theorem 3.3. *)
(** claim: prose-3.3-monotone statement *)
Theorem rate_nonnegative_of_third_small :
  forall m s k g3 : R,
  0 < s -> 3 * s <= m -> 0 < k -> Rabs g3 <= k ->
  0 <= steepness_rate (curvature m s) (centre_density m s) k g3.
Proof. exact rate_nonneg_of_third_small. Qed.

(** claim: prose-3.3-monotone sharpened *)
Theorem rate_positive_iff :
  forall a c k g3 : R,
  0 < c -> 0 < k -> (0 < steepness_rate a c k g3 <-> - k * (1 + a * k ^ 2) < g3).
Proof. exact rate_pos_iff. Qed.

(** With g3 = 0 the relative rate at the optimum is still (a + 1/k²)/2; the optimal generator has
    the g3 that ends the growth. *)
(** claim: prose-3.3-monotone sharpened-2 *)
Theorem rate_at_optimum :
  (forall a k : R, 0 < k -> closed_rate a (/ k) k / k = (a + 1 / k ^ 2) / 2)
  /\ forall (Phi Psi g : R -> R) (m s : R),
     0 < s -> optimal_generator Phi Psi (symmetric_mixture m s) g ->
     let k := optimal_steepness m s in
     centre_density m s = / k
     /\ Derive g 0 = k /\ Derive_n g 3 0 = - k * (1 + curvature m s * k ^ 2).
Proof. exact rate_and_third_at_optimum. Qed.

(** m = 3, s = 1, g′ = 1/10: the relative rate is 15 or more, and a is 8. *)
(** claim: prose-3.3-early-rate refutation *)
Theorem early_rate_false :
  ~ forall m s k : R, 0 < s -> 3 * s <= m -> 0 < k <= optimal_steepness m s / 10 ->
    curvature m s / 2 <= closed_rate (curvature m s) (centre_density m s) k / k
    <= 2 * curvature m s.
Proof. exact early_rate_printed_false. Qed.

(** kstar is the steepness of the optimal generator, 1/c. *)
(** The bounds on the rate from a steepness on; the rest is what it is below that. *)
(** claim: prose-3.3-early-rate corrected-step *)
Theorem early_rate_of_steepness_between :
  forall a kstar k K : R,
  0 < a -> 0 < kstar -> 0 < k -> 0 < K -> K <= k * sqrt a -> k <= kstar / K ->
  a * K / (K + 1) <= closed_rate a (/ kstar) k / k <= a * (1 + 1 / K ^ 2).
Proof. exact early_rate_between. Qed.

(** `growth_time a c k0 k` is the time from k0 to k (theorem closed_equation_solution);
    `exponential_time a k0 k` that of a growth of k² + 1/a like exp(2at). *)
(** claim: prose-3.3-early-rate sharpened *)
Theorem time_of_growth :
  forall a kstar k0 : R, 0 < a -> 0 < kstar -> 0 < k0 ->
  (forall k, k0 <= k ->
     exponential_time a k0 k <= growth_time a (/ kstar) k0 k
     <= exponential_time a k0 k + (k - k0) / (a * kstar))
  /\ (forall k t, exponential_time a k0 k = t
      <-> k ^ 2 + 1 / a = (k0 ^ 2 + 1 / a) * exp (2 * a * t))
  /\ (k0 <= 1 / sqrt a ->
      growth_time a (/ kstar) k0 (1 / sqrt a) <= (ln 2 / 2 + 1 / (sqrt a * kstar)) / a)
  /\ (k0 <= kstar -> growth_time a (/ kstar) k0 kstar <= exponential_time a k0 kstar + 1 / a).
Proof. exact growth_takes. Qed.

(** Theorem 3.3 as an equation in time. `flows g v t 0`: around time t and latent 0 the generator
    moves with the velocity v, here d′/d, whose slope in z is continuous. `image_density (g t) (q
    t)`: g t increases and q t is the density of what it makes of N(0, 1); only its values count,
    its derivatives are derived. `thrice_differentiable`: two derivatives around 0, a third at 0. *)
(** claim: theorem-3.3 theorem-3.3-injective theorem-C.6 corrected *)
Theorem steepness_equation :
  forall (g q : R -> R -> R) (t m s : R),
  0 < s ->
  let p := symmetric_mixture m s in
  let d u x := p x / (p x + q u x) in
  flows g (fun u x => Derive (d u) x / d u x) t 0 ->
  image_density (g t) (q t) -> thrice_differentiable (g t) 0 ->
  g t 0 = 0 -> Derive_n (g t) 2 0 = 0 ->
  let k u := Derive (g u) 0 in
  let g3 := Derive_n (g t) 3 0 in
  is_derive k t
    (((m ^ 2 - s ^ 2) / s ^ 4 * k t ^ 3 + k t + g3)
     / (exp (- m ^ 2 / (2 * s ^ 2)) / s * k t ^ 3 + k t ^ 2)).
Proof. exact is_derive_steepness_of_symmetric_mixture. Qed.

(** Even data, optimal discriminator. *)
(** claim: theorem-3.3 generalised-step *)
Theorem steepness_equation_of_even_data :
  forall (g q : R -> R -> R) (p : R -> R) (t : R),
  (forall x, p (- x) = p x) ->
  locally 0 (fun x => 0 < p x /\ ex_derive p x) -> ex_derive (Derive p) 0 ->
  let d u x := p x / (p x + q u x) in
  flows g (fun u x => Derive (d u) x / d u x) t 0 ->
  image_density (g t) (q t) -> thrice_differentiable (g t) 0 ->
  g t 0 = 0 -> Derive_n (g t) 2 0 = 0 ->
  let k u := Derive (g u) 0 in
  let g3 := Derive_n (g t) 3 0 in
  let a := Derive_n (fun x => ln (p x)) 2 0 in
  let c := sqrt (2 * PI) * p 0 in
  is_derive k t ((a * k t ^ 3 + k t + g3) / (c * k t ^ 3 + k t ^ 2)).
Proof. exact is_derive_steepness_of_even_data. Qed.

(** Even data and the discriminator r/(r + f(r)) of appendix D, and the sign of its weight w; f = 1
    gives the theorem before. *)
(** claim: theorem-3.3 generalised *)
Theorem steepness_equation_of_discriminator :
  forall (g q : R -> R -> R) (p f : R -> R) (t : R),
  (forall x, p (- x) = p x) ->
  locally 0 (fun x => 0 < p x /\ ex_derive p x) -> ex_derive (Derive p) 0 ->
  let d u x := p x / (p x + f (p x / q u x) * q u x) in
  flows g (fun u x => Derive (d u) x / d u x) t 0 ->
  image_density (g t) (q t) -> thrice_differentiable (g t) 0 ->
  g t 0 = 0 -> Derive_n (g t) 2 0 = 0 ->
  let k u := Derive (g u) 0 in
  let g3 := Derive_n (g t) 3 0 in
  let a := Derive_n (fun x => ln (p x)) 2 0 in
  let c := sqrt (2 * PI) * p 0 in
  let w r := (f r - r * Derive f r) / (r + f r) in
  locally (c * k t) (ex_derive f) -> continuous (Derive f) (c * k t) ->
  c * k t + f (c * k t) <> 0 ->
  is_derive k t (w (c * k t) * (a * k t + (1 + g3 / k t) / k t))
  /\ forall r, 0 < r + f r -> f r < r * Derive f r -> w r < 0.
Proof. exact is_derive_steepness_of_discriminator. Qed.

(** Any latent z, any density p of the data, any velocity w(r)·(log r)′. *)
(** For any weight w; the rest is which w belongs to which discriminator and divergence. *)
(** claim: theorem-3.3 generalised-2-step *)
Theorem log_steepness_equation :
  forall (g velocity : R -> R -> R) (p q w : R -> R) (t z w' : R),
  flows g velocity t z ->
  image_density (g t) q -> thrice_differentiable (g t) z ->
  locally (g t z) (fun x => 0 < p x /\ ex_derive p x) -> ex_derive (Derive p) (g t z) ->
  let r x := p x / q x in
  locally (g t z) (fun x => velocity t x = w (r x) * Derive (fun y => ln (r y)) x) ->
  is_derive w (r (g t z)) w' ->
  let log_p x := ln (p x) in
  let x := g t z in
  let k := Derive (g t) z in
  let g2 := Derive_n (g t) 2 z in
  let g3 := Derive_n (g t) 3 z in
  let l1 := Derive log_p x + (z + g2 / k) / k in
  let l2 := Derive_n log_p 2 x
    + (1 + g3 / k - (g2 / k) ^ 2) / k ^ 2 - (z + g2 / k) * g2 / k ^ 3 in
  is_derive (fun u => ln (Derive (g u) z)) t (w (r x) * l2 + r x * w' * l1 ^ 2).
Proof. exact is_derive_log_steepness. Qed.

(** The discriminator r/(r + f(r)) has the weight w = (f - r f′)/(r + f); the optimal one, f = 1,
    has 1/(1 + r). *)
(** claim: theorem-3.3 generalised-2-step *)
Theorem discriminator_velocity :
  forall (p q f : R -> R) (x : R),
  let r y := p y / q y in
  0 < p x -> 0 < q x -> ex_derive p x -> ex_derive q x -> ex_derive f (r x) ->
  r x + f (r x) <> 0 ->
  let d y := p y / (p y + f (p y / q y) * q y) in
  Derive d x / d x
  = (f (r x) - r x * Derive f (r x)) / (r x + f (r x)) * Derive (fun y => ln (r y)) x.
Proof. exact discriminator_field. Qed.

(** On any interval of time a positive function solves the equation that is closed by g3 = 0 if and
    only if it satisfies the implicit one. *)
(** claim: theorem-3.3 sharpened *)
Theorem closed_equation_solution :
  forall (m s : R) (k : R -> R) (t0 t1 t2 : R),
  0 < s < m -> t1 < t0 < t2 -> (forall t, t1 < t < t2 -> 0 < k t) ->
  let a := (m ^ 2 - s ^ 2) / s ^ 4 in
  let c := exp (- m ^ 2 / (2 * s ^ 2)) / s in
  (forall t, t1 < t < t2 -> is_derive k t ((a * k t ^ 3 + k t + 0) / (c * k t ^ 3 + k t ^ 2)))
  <-> (forall t, t1 < t < t2 ->
        ln ((a * k t ^ 2 + 1) / (a * k t0 ^ 2 + 1)) / (2 * a) + c / a * (k t - k t0)
        - c * (atan (sqrt a * k t) - atan (sqrt a * k t0)) / sqrt a ^ 3 = t - t0).
Proof.
  exact (fun m s k t0 t1 t2 apart =>
    solution_iff_growth_time (curvature m s) (centre_density m s) k t0 t1 t2
      (curvature_pos m s apart) (centre_density_pos m s (proj1 apart))).
Qed.

(** claim: theorem-3.3 sharpened-2 *)
Theorem closed_equation_beyond_optimum :
  forall a kstar k : R,
  0 < a -> 0 < kstar <= k ->
  a * kstar / 2 <= closed_rate a (/ kstar) k <= a * kstar * (1 + 1 / (a * k ^ 2)).
Proof. exact closed_rate_beyond. Qed.

(** claim: theorem-3.3 sharpened-3 *)
Theorem optimum_rests :
  forall (Phi Psi g : R -> R) (m s : R),
  0 < s -> optimal_generator Phi Psi (symmetric_mixture m s) g ->
  let a := (m ^ 2 - s ^ 2) / s ^ 4 in
  let c := exp (- m ^ 2 / (2 * s ^ 2)) / s in
  (forall k g3, 0 < k -> g3 = - k * (1 + a * k ^ 2)
     -> (a * k ^ 3 + k + g3) / (c * k ^ 3 + k ^ 2) = 0)
  /\ Derive g 0 = s * exp (m ^ 2 / (2 * s ^ 2))
  /\ Derive_n g 3 0 = - Derive g 0 * (1 + a * Derive g 0 ^ 2).
Proof. exact optimum_is_at_rest. Qed.

(** g(z) = z - z³/6 and the modes ±8 with s = 1. The inverse of g has three branches around 0, and
    the density of the image a term for each. *)
(** claim: theorem-3.3-injective refutation *)
Theorem steepness_equation_of_fold_false :
  let g := fold_map 1 (1 / 6) in
  let branches inner right left := locally 0 (fun x =>
    (g (inner x) = x /\ - sqrt 2 < inner x < sqrt 2)
    /\ (g (right x) = x /\ sqrt 2 < right x)
    /\ (g (left x) = x /\ left x < - sqrt 2)) in
  (forall z, g (- z) = - g z) /\ 0 < Derive g 0
  /\ (exists inner right left, branches inner right left)
  /\ forall inner right left q : R -> R,
     branches inner right left ->
     (forall x, q x = standard_gaussian (inner x) / Rabs (Derive g (inner x))
       + standard_gaussian (right x) / Rabs (Derive g (right x))
       + standard_gaussian (left x) / Rabs (Derive g (left x))) ->
     let p := symmetric_mixture 8 1 in
     let d x := p x / (p x + q x) in
     let k := Derive g 0 in
     ~ is_derive (fun z => Derive d (g z) / d (g z)) 0
         (((8 ^ 2 - 1 ^ 2) / 1 ^ 4 * k ^ 3 + k + Derive_n g 3 0)
          / (exp (- 8 ^ 2 / (2 * 1 ^ 2)) / 1 * k ^ 3 + k ^ 2)).
Proof. exact folded_equation_false. Qed.

(** The sum over the preimages; the rest is that it is the density of g(Z). *)
(** claim: theorem-3.3-injective sharpened-step *)
Theorem density_of_fold_at_centre :
  forall a b : R,
  0 < a -> 0 < b ->
  let root := / sqrt b in
  (forall z, fold_map a b z = 0 <-> z = 0 \/ z = root \/ z = - root)
  /\ standard_gaussian 0 / Rabs (fold_slope a b 0)
     + standard_gaussian root / Rabs (fold_slope a b root)
     + standard_gaussian (- root) / Rabs (fold_slope a b (- root))
     = (1 + exp (- / (2 * b))) / (sqrt (2 * PI) * a).
Proof. exact fold_at_0. Qed.

(** Any mixture of Gaussians on the line, at any latent z: the rate of log g′(z) is a function of
    the derivatives of log p and of g; r is the ratio of the densities. *)
(** claim: prose-3.3-more-modes statement *)
Theorem log_steepness_equation_of_mixture :
  forall (n : nat) (w x s : nat -> R) (g q : R -> R -> R) (t z : R),
  (0 < n)%nat -> (forall i, (i < n)%nat -> 0 < w i) -> (forall i, (i < n)%nat -> 0 < s i) ->
  let p := line_mixture n w x s in
  let d u y := p y / (p y + q u y) in
  flows g (fun u y => Derive (d u) y / d u y) t z ->
  image_density (g t) (q t) -> thrice_differentiable (g t) z ->
  let log_p y := ln (p y) in
  let y := g t z in
  let r := p y / q t y in
  let k := Derive (g t) z in
  let g2 := Derive_n (g t) 2 z in
  let g3 := Derive_n (g t) 3 z in
  let l1 := Derive log_p y + (z + g2 / k) / k in
  let l2 := Derive_n log_p 2 y
    + (1 + g3 / k - (g2 / k) ^ 2) / k ^ 2 - (z + g2 / k) * g2 / k ^ 3 in
  is_derive (fun u => ln (Derive (g u) z)) t (1 / (1 + r) * l2 - r / (1 + r) ^ 2 * l1 ^ 2).
Proof. exact is_derive_log_steepness_of_mixture. Qed.

End Evolution.

Section ClosedForm.
Import Densities DiscriminatorFields DiscriminatorFieldCases Steepness ModeMixture Collapse
  ParticleModel PushForwardDensity SingleModeRecurrence SingleModeClosedForm.

(** One mode N(0, kstar²) on the line, and the generator kz. `stepped p q g s` is g after a step of
    size s with ∇d/d for p against q. That two steps of the recurrence give the slope at 0 after two
    steps is false at kstar = 1, k = 1/2, s = 1/20. *)
(** claim: prose-3.3-closed-form refutation *)
Theorem recurrence_after_two_steps_false :
  ~ forall (kstar k s : R) (q1 : R -> R), 0 < k < kstar -> 0 < s ->
    let g1 := stepped (gaussian1 0 kstar) (gaussian1 0 k) (fun z => k * z) s in
    image_density g1 q1 ->
    let g2 := stepped (gaussian1 0 kstar) q1 g1 s in
    let step := optimal_step 1 kstar s (fun _ => 0) in
    Derive g2 0 = step (step k).
Proof. exact SingleModeTwoSteps.two_steps_printed_false. Qed.

(** It is false at all kstar, k and s: the slope is less. *)
(** claim: prose-3.3-closed-form refutation *)
Theorem second_step_below_recurrence :
  forall (kstar k s : R), 0 < k < kstar -> 0 < s -> forall q1 : R -> R,
  let g1 := stepped (gaussian1 0 kstar) (gaussian1 0 k) (fun z => k * z) s in
  image_density g1 q1 ->
  let g2 := stepped (gaussian1 0 kstar) q1 g1 s in
  let step := optimal_step 1 kstar s (fun _ => 0) in
  ex_derive g2 0 /\ Derive g2 0 < step (step k).
Proof. exact second_step_less. Qed.

(** The equation of a generator that stays linear, its implicit solution, and that by Lambert's
    function: w is its value at -e exp(-e - t/kstar²). *)
(** claim: prose-3.3-closed-form corrected *)
Theorem linear_generator_solution :
  (forall kstar k s : R, 0 < kstar -> 0 < k -> s <> 0 ->
     (optimal_step 1 kstar s (fun _ => 0) k - k) / s = (kstar - k) / (k * kstar))
  /\ (forall (kstar : R) (k : R -> R) (t0 t1 t2 : R),
      t1 < t0 < t2 -> (forall t, t1 < t < t2 -> 0 < k t < kstar) ->
      (forall t, t1 < t < t2 -> is_derive k t ((kstar - k t) / (k t * kstar)))
      <-> (forall t, t1 < t < t2 ->
            kstar * (k t0 - k t) + kstar ^ 2 * ln ((kstar - k t0) / (kstar - k t)) = t - t0))
  /\ (forall kstar k0 k t : R,
      0 < k0 < kstar -> 0 < k < kstar ->
      let e := 1 - k0 / kstar in
      let w := k / kstar - 1 in
      -1 < w < 0
      /\ (kstar * (k0 - k) + kstar ^ 2 * ln ((kstar - k0) / (kstar - k)) = t
          <-> w * exp w = - e * exp (- e - t / kstar ^ 2))).
Proof. exact (conj linear_rate_eq (conj linear_solution_iff linear_time_lambert)). Qed.

End ClosedForm.

Section LineStatements7.
Import Topics.Line.

(** Generators on the line. `admissible N x k c g`: g increases, has a derivative of k at most, and
    takes the midpoints at the anchors c, for which Φ(cᵢ) = Ψ(midpoint i). `normal_law P`: P is what
    N(0, 1) makes of sets (there is such a P). `mixture_bound N c h` is Σ Φ(cᵢ + hᵢ) - Φ(cᵢ - hᵢ);
    `half_width` is (gap - 6s)/2k and `printed_half_width` (gap - 3s)/2k. *)
(** The rest: that the bound tends to 1, which needs a gap of more than 6s. *)
(** claim: prose-3.4-small-k step *)
Theorem mixture_inevitable_for_small_k :
  forall (x : nat -> R) (s k : R) (c : nat -> R) (g : R -> R) (P : (R -> Prop) -> R),
  0 < s -> line_separated 2 x (6 * s) -> anchors 2 x s c -> admissible 2 x k c g -> normal_law P ->
  1 - exp (- (x 1%nat - x 0%nat - 6 * s) ^ 2 / (8 * k ^ 2))
    <= P (fun z => between_modes 2 x s (g z)).
Proof. exact mixture_of_small_k. Qed.

(** claim: prose-3.4-large-k statement *)
Theorem mixture_bounds_fall_with_k :
  forall (N : nat) (x : nat -> R) (s k k' : R) (c : nat -> R),
  0 < s -> line_separated N x (6 * s) -> 0 < k <= k' ->
  mixture_bound N c (half_width x s k') <= mixture_bound N c (half_width x s k)
  /\ mixture_bound N c (printed_half_width x s k') <= mixture_bound N c (printed_half_width x s k).
Proof. exact both_bounds_fall. Qed.

(** The least probability of two modes is the bound, by `mixture_bound_attained`. *)
(** claim: prose-3.4-inverse statement *)
Theorem mixture_inverse_in_k :
  forall (x : nat -> R) (s k : R) (c : nat -> R),
  0 < s -> 0 < k -> 6 * s < x 1%nat - x 0%nat -> anchors 2 x s c ->
  exp (- half_width x s k 0 ^ 2 / 2)
    <= mixture_bound 2 c (half_width x s k) * k * sqrt (2 * PI) / (x 1%nat - x 0%nat - 6 * s)
    <= 1.
Proof. exact bound_of_two_inverse. Qed.

(** At modes -10, 0, 10 with s = 1 and k = 5/2. *)
(** claim: prose-3.4-small-k-many-modes refutation *)
Theorem small_k_for_three_modes_false :
  ~ forall (x : nat -> R) (s k : R) (c : nat -> R),
    0 < s -> line_separated 3 x (6 * s) -> 0 < k -> anchors 3 x s c ->
    exists g, admissible 3 x k c g.
Proof. exact small_k_of_three_false. Qed.

(** Modes -gap, 0 and gap; c 1 - c 0 is 2Φ⁻¹(2/3) up to 10⁻¹⁷. *)
(** claim: prose-3.4-small-k-many-modes corrected *)
Theorem least_k_for_three_modes :
  forall (gap s : R) (c : nat -> R), 0 < s -> 6 * s <= gap -> anchors 3 (three_modes gap) s c ->
  (forall k, 1161 / 1000 * gap <= k -> exists g, admissible 3 (three_modes gap) k c g)
  /\ (forall k, k <= 11608 / 10000 * gap -> ~ exists g, admissible 3 (three_modes gap) k c g)
  /\ forall q, Phi q = 2 / 3 -> Rabs (c 1%nat - c 0%nat - 2 * q) <= / 10 ^ 17.
Proof. exact least_k_of_three_modes. Qed.

(** At modes -8 and 8 with s = 1, for 5z and 5·tanh(2z), of slope 10 at 0. *)
(** claim: prose-3.4-severity refutation *)
Theorem steeper_has_less_mixture_false :
  ~ forall (x : nat -> R) (s k1 k2 : R) (c : nat -> R) (g1 g2 : R -> R) (P : (R -> Prop) -> R),
    0 < s -> line_separated 2 x (6 * s) -> anchors 2 x s c ->
    admissible 2 x k1 c g1 -> admissible 2 x k2 c g2 ->
    (exists z, Derive g1 z = k1) -> (exists z, Derive g2 z = k2) -> k1 < k2 -> normal_law P ->
    P (fun z => between_modes 2 x s (g2 z)) <= P (fun z => between_modes 2 x s (g1 z)).
Proof. exact steeper_is_less_mixed_false. Qed.

(** claim: prose-3.4-severity corrected *)
Theorem multiples_of_a_shape_less_mixed :
  forall (P : (R -> Prop) -> R) (x : nat -> R) (s : R) (f : R -> R) (k k' : R),
  normal_law P -> 0 < s -> - x 0%nat = x 1%nat -> 6 * s <= x 1%nat - x 0%nat -> 0 < k <= k' ->
  P (fun z => between_modes 2 x s (k' * f z)) <= P (fun z => between_modes 2 x s (k * f z)).
Proof. exact multiples_less_mixed. Qed.

(** q = Φ⁻¹((1 + p)/2), p the probability. *)
(** That steepness is necessary; the rest is that it is never sufficient. *)
(** claim: prose-3.4-severity generalised-step *)
Theorem little_mixture_needs_steepness :
  forall (x : nat -> R) (s k : R) (c : nat -> R) (g : R -> R) (P : (R -> Prop) -> R) (q : R),
  0 < s -> line_separated 2 x (6 * s) -> anchors 2 x s c -> admissible 2 x k c g -> normal_law P ->
  0 < q -> Phi q = (1 + P (fun z => between_modes 2 x s (g z))) / 2 ->
  (x 1%nat - x 0%nat - 6 * s) / (2 * q) <= k.
Proof. exact steepness_of_little_mixture. Qed.

(** claim: theorem-3.4 theorem-C.7 refutation *)
Theorem mode_mixture_printed_false :
  ~ forall (N : nat) (x : nat -> R) (s k : R) (c : nat -> R) (g : R -> R) (P : (R -> Prop) -> R),
    (2 <= N)%nat -> 0 < s -> line_separated N x (6 * s) -> anchors N x s c ->
    admissible N x k c g -> normal_law P ->
    mixture_bound N c (printed_half_width x s k) <= P (fun z => between_modes N x s (g z)).
Proof. exact printed_mixture_statement_false. Qed.

(** It fails for all modes and every k for which any g meets the hypotheses. *)
(** claim: theorem-3.4 theorem-C.7 refutation *)
Theorem mode_mixture_printed_false_everywhere :
  forall (N : nat) (x : nat -> R) (s k : R) (c : nat -> R),
  (2 <= N)%nat -> 0 < s -> line_separated N x (6 * s) -> 0 < k -> anchors N x s c ->
  (exists g, admissible N x k c g) ->
  exists g, admissible N x k c g /\ forall P, normal_law P ->
    P (fun z => between_modes N x s (g z)) < mixture_bound N c (printed_half_width x s k).
Proof. exact printed_mixture_false_wherever_admissible. Qed.

(** claim: theorem-3.4 theorem-C.7 corrected *)
Theorem mode_mixture_at_least :
  forall (N : nat) (x : nat -> R) (s k : R) (c : nat -> R),
  (2 <= N)%nat -> 0 < s -> line_separated N x (6 * s) -> anchors N x s c ->
  (forall g P, admissible N x k c g -> normal_law P ->
     mixture_bound N c (half_width x s k) <= P (fun z => between_modes N x s (g z)))
  /\ (N = 2%nat -> 0 < k ->
      let g z := midpoint x 0 + k * (z - c 0%nat) in
      admissible N x k c g /\ forall P, normal_law P ->
      P (fun z => between_modes N x s (g z)) = mixture_bound N c (half_width x s k)).
Proof. exact mixture_bound_and_affine. Qed.

(** claim: theorem-3.4 sharpened *)
Theorem mixture_bound_attained :
  forall (N : nat) (x : nat -> R) (s k : R) (c : nat -> R),
  (2 <= N)%nat -> 0 < s -> line_separated N x (6 * s) -> 0 < k -> anchors N x s c ->
  let least_k := forall i, (S (S i) < N)%nat ->
    (midpoint x (S i) - midpoint x i) / (c (S i) - c i) <= k in
  ((exists g, admissible N x k c g) <-> least_k)
  /\ (least_k -> exists g, admissible N x k c g
      /\ (forall i z, (S i < N)%nat -> region x s i (g z) -> Derive g z = k)
      /\ forall P, normal_law P ->
         P (fun z => between_modes N x s (g z)) = mixture_bound N c (half_width x s k)).
Proof. exact admissible_and_attained. Qed.

(** claim: theorem-3.4 generalised *)
Theorem region_mass_without_anchor :
  forall (P : (R -> Prop) -> R) (x : nat -> R) (s k : R) (g : R -> R) (i : nat) (a z : R),
  normal_law P -> 0 < k -> 0 < s -> 6 * s <= x (S i) - x i ->
  (forall u v, u < v -> g u < g v) -> (forall u, ex_derive g u) ->
  (forall u, Rabs (Derive g u) <= k) ->
  P (fun u => g u < x i + 3 * s) = a -> Phi z = a ->
  Phi (z + (x (S i) - x i - 6 * s) / k) - a <= P (fun u => region x s i (g u))
  /\ ((forall u, g u = x i + 3 * s + k * (u - z)) ->
      P (fun u => region x s i (g u)) = Phi (z + (x (S i) - x i - 6 * s) / k) - a).
Proof. exact region_mass_and_affine. Qed.

(** `symmetric_pair m` are the modes -m and m. *)
(** For the monotone map; the rest is any other map with the same push-forward. *)
(** claim: prose-3.2-remaining step *)
Theorem mass_of_the_data_between_modes_ge :
  forall (m s : R) (P : (R -> Prop) -> R) (g : R -> R),
  0 < s -> 63 / 10 * s <= 2 * m -> normal_law P ->
  monotone_map 2 (equal 2) (symmetric_pair m) s g ->
  1 / 2 * Phi (- (3)) <= P (fun z => between_modes 2 (symmetric_pair m) s (g z)).
Proof. exact data_mass_ge. Qed.

(** The formula; the rest is its limit and the number. *)
(** claim: prose-3.2-remaining sharpened-step *)
Theorem mass_of_the_data_between_modes :
  forall (m s : R) (P : (R -> Prop) -> R) (g : R -> R),
  0 < s -> 6 * s <= 2 * m -> normal_law P ->
  monotone_map 2 (equal 2) (symmetric_pair m) s g ->
  P (fun z => between_modes 2 (symmetric_pair m) s (g z)) = Phi (- (3)) - Phi (3 - 2 * m / s).
Proof. exact data_mass_between. Qed.

End LineStatements7.

Section Statements3.
Import Topics.Particles.

(** The optimal generator of Figure 3's data is far from linear at its centre. *)
(** claim: figure-3-linear refutation *)
Theorem nearly_linear_at_centre_false :
  ~ forall Phi Psi g : R -> R,
    OptimalGenerator.optimal_generator Phi Psi (SymmetricMixture.symmetric_mixture 8 1) g ->
    Rabs (Derive_n g 3 0) <= Derive g 0.
Proof. exact OptimalGeneratorExists.nearly_linear_printed_false. Qed.

(** The identity for all pairs; the rest is its value for those of Figure 3. *)
(** claim: figure-3-linear corrected-step *)
Theorem third_derivative_at_centre :
  forall (Phi Psi g : R -> R) (m s : R),
  0 < s -> OptimalGenerator.optimal_generator Phi Psi (SymmetricMixture.symmetric_mixture m s) g ->
  Derive_n g 3 0 / Derive g 0 = - (1 + (m ^ 2 - s ^ 2) / s ^ 4 * Derive g 0 ^ 2).
Proof. exact OptimalGenerator.third_over_first. Qed.

End Statements3.

Section LineStatements8.
Import Topics.Line.

(** claim: figure-3-modes refutation *)
Theorem modes_of_figure_3_out_of_order :
  ~ forall x1 x2 : R, x1 = 8 -> - x2 = 8 -> x1 <= x2.
Proof. exact modes_of_figure_false. Qed.

(** claim: figure-3-modes corrected *)
Theorem modes_of_figure_3_in_order : forall x1 x2 : R, - x1 = 8 -> x2 = 8 -> x1 <= x2.
Proof. exact modes_of_figure_in_order. Qed.

(** One shape f, whatever it is, and modes -8 and 8 with s = 1. *)
(** claim: figure-3-right statement *)
Theorem mixture_of_figure_3_falls :
  forall (P : (R -> Prop) -> R) (f : R -> R) (k k' : R), normal_law P -> 0 < k <= k' ->
  P (fun z => between_modes 2 (symmetric_pair 8) 1 (k' * f z))
    <= P (fun z => between_modes 2 (symmetric_pair 8) 1 (k * f z)).
Proof. exact mixture_of_figure_falls. Qed.

(** Gap 12, s = 1 against s = 2. *)
(** claim: prose-3.2-summary refutation *)
Theorem steepness_inverse_to_variance_false :
  ~ forall (x : nat -> R) (s t : R) (g h : R -> R),
    0 < s -> 0 < t -> line_separated 2 x (6 * s) -> line_separated 2 x (6 * t) ->
    monotone_map 2 (equal 2) x s g -> monotone_map 2 (equal 2) x t h ->
    Rabs (Derive g 0) * s ^ 2 = Rabs (Derive h 0) * t ^ 2.
Proof. exact inverse_to_variance_false. Qed.

(** The comparison of two variances; the exponent itself is in steepness_of_two_modes. *)
(** claim: prose-3.2-summary corrected-step *)
Theorem exponent_inverse_to_variance :
  forall (x : nat -> R) (s t : R) (g h : R -> R),
  0 < s -> 0 < t -> ascending 2 x ->
  monotone_map 2 (equal 2) x s g -> monotone_map 2 (equal 2) x t h ->
  s ^ 2 * ln (Rabs (Derive g 0) / s) = t ^ 2 * ln (Rabs (Derive h 0) / t).
Proof. exact exponent_inverse_of_two. Qed.

End LineStatements8.

(** * Section 4: collapse *)

(** In ℝⁿ: a vector is a function of which the first n values count, `norm n` and `dot n` are
    Euclidean, `same n` is equality of n coordinates (EuclideanSpace.v). `is_gradient` and
    `is_jacobian` are Fréchet derivatives (Gradients.v); the steepness of a map is the spectral norm
    of its Jacobian, the supremum of |Jv| over |v| ≤ 1 (SpectralNorm.v). The mode is c, s is its
    standard deviation σ, t is the step s of the paper. *)

Section SectionFour.
Import Densities DiscriminatorFields DiscriminatorFieldCases Steepness SteepnessEvolution
  ModeMixture ParticleModel EuclideanSpace Gradients SpectralNorm IsotropicGaussians
  OptimalDiscriminator Collapse CollapseSteepness CollapseBound CollapseField CollapseDrop
  LinearAssumption LinearField ImpliedDensity GaussianLengths.

(** claim: prose-4.1-optimal refutation *)
Theorem optimal_discriminator_at_convergence_false :
  ~ forall (n N : nat) (w : nat -> R) (s : R) (modes : nat -> vector) (x : vector),
    probabilities N w -> 0 < s -> separated n N s modes -> outside n N s modes x ->
    optimal (mixture_n n N w s modes x) (mixture_n n N w s modes x) <= 1 / 4.
Proof. exact optimal_at_convergence_false. Qed.

(** claim: prose-4.1-optimal corrected *)
Theorem objective_stationary_only_at_optimal :
  forall p q d : R, 0 < p -> 0 < q -> 0 < d < 1 ->
  (is_derive (fun d => p * ln d + q * ln (1 - d)) d 0 <-> d = p / (p + q))
  /\ p / (p + p) = 1 / 2.
Proof. exact objective_stationary_iff. Qed.

(** claim: prose-4.1-centre statement *)
Theorem optimal_discriminator_minus_half :
  forall p q : R, 0 < p -> 0 < q -> p / (p + q) - 1 / 2 = (p - q) / (2 * (p + q)).
Proof. exact optimal_minus_half. Qed.

(** claim: prose-4.1-far statement *)
Theorem optimal_discriminator_far :
  forall (s t : R) (c x : vector), 0 < s < t ->
  optimal (gaussian_n 2 s c x) (gaussian_n 2 t c x)
  <= (t / s) ^ 2 * exp (- norm 2 (sub x c) ^ 2 * (1 / s ^ 2 - 1 / t ^ 2) / 2).
Proof. exact optimal_far_le. Qed.

(** One mode on the line, at 0: q would have to have more mass than 1. *)
(** claim: assumption-4.1 refutation *)
Theorem linear_discriminator_optimal_false :
  ~ forall (s : R) (q : R -> R),
    0 < s -> (forall x, 0 <= q x) ->
    (forall x, Rabs x < 4 * s -> optimal (gaussian1 0 s x) (q x) = 1 / 2 - Rabs x / (8 * s)) ->
    forall a, 0 < a < 4 * s -> RInt q (- a) a <= 1.
Proof. exact linear_optimal_false. Qed.

(** It exceeds every bound, whatever σ is. *)
(** claim: assumption-4.1 refutation *)
Theorem implied_density_has_unbounded_mass :
  forall s : R, 0 < s -> forall B, exists a, 0 < a < 4 * s
  /\ B < RInt (fun x => gaussian1 0 s x * ((4 * s + Rabs x) / (4 * s - Rabs x))) (- a) a.
Proof. exact implied_mass_unbounded_on_line. Qed.

(** In units of σ, in polar coordinates: `length_density_n` is the density of ‖ξ‖ in ℝⁿ. *)
(** Three integrals for one mode at s = 1; the rest is mixtures, and that the lengths are those of
    Gaussians. *)
(** claim: assumption-4.1 corrected-step *)
Theorem implied_mass_within_deviation :
  RInt (fun r => length_density_1 r * ((4 * 1 + r) / (4 * 1 - r))) 0 1 < 1
  /\ RInt (fun r => length_density_2 r * ((4 * 1 + r) / (4 * 1 - r))) 0 1 < 1
  /\ RInt (fun r => length_density_3 r * ((4 * 1 + r) / (4 * 1 - r))) 0 1 < 1.
Proof. exact implied_mass_lt_1. Qed.

(** claim: assumption-4.1-outside refutation *)
Theorem optimal_discriminator_zero_outside_false :
  ~ forall (n N : nat) (w : nat -> R) (s t : R) (modes : nat -> vector) (x : vector),
    probabilities N w -> 0 < s -> 0 < t -> separated n N s modes -> outside n N s modes x ->
    optimal (mixture_n n N w s modes x) (mixture_n n N w t modes x) = 0.
Proof. exact optimal_outside_false. Qed.

(** The rest: what tends to 0 far out, and what does not. *)
(** claim: assumption-4.1-outside corrected-step *)
Theorem optimal_discriminator_positive :
  forall (n N : nat) (w : nat -> R) (s : R) (modes : nat -> vector) (x : vector) (q : R),
  probabilities N w -> 0 < s -> 0 <= q -> 0 < optimal (mixture_n n N w s modes x) q.
Proof. exact optimal_of_mixture_pos. Qed.

(** claim: assumption-4.1-differentiable refutation *)
Theorem linear_discriminator_differentiable_false :
  ~ forall (n : nat) (s : R) (c x : vector),
    0 < s -> norm n (sub x c) < 4 * s -> exists G, is_gradient n (linear_discriminator n s c) x G.
Proof. exact gradient_at_every_point_false. Qed.

(** claim: assumption-4.1-differentiable corrected *)
Theorem gradient_of_assumed_discriminator :
  forall (n N : nat) (s : R) (modes : nat -> vector) (d : vector -> R) (k : nat) (x : vector),
  assumed n N s modes d -> separated n N s modes -> 0 < s -> (k < N)%nat -> (1 <= n)%nat ->
  let r := norm n (sub x (modes k)) in
  let G := scale (- / (8 * s * r)) (sub x (modes k)) in
  (0 < r < 4 * s -> is_gradient n d x G /\ norm n G = / (8 * s))
  /\ (r = 0 \/ r = 4 * s -> forall H, ~ is_gradient n d x H).
Proof. exact gradient_of_assumed. Qed.

(** Even dimensions n = 2(k + 1), in units of σ: `ball_share k b` is the integral from 0 to b of the
    density of ‖ξ‖ there, by polar coordinates. *)
(** claim: assumption-4.1-dimension refutation *)
Theorem half_of_data_in_balls_false :
  ~ forall k : nat, (k < 2048)%nat -> 1 / 2 <= ball_share k 4.
Proof. exact half_of_data_in_ball_false. Qed.

(** claim: assumption-4.1-dimension corrected *)
Theorem half_of_data_in_balls_iff :
  forall k : nat,
  ((k <= 7)%nat -> 1 / 2 <= ball_share k 4) /\ ((8 <= k)%nat -> ball_share k 4 < 1 / 2)
  /\ Rabs (ball_share 7 4 - 547 / 1000) <= 1 / 2000.
Proof. exact ball_share_half. Qed.

(** In even dimensions, as above; the printed values and the words on σ√n are not proved here. *)
(** claim: assumption-4.1-dimension sharpened-step *)
Theorem share_of_data_in_balls_le :
  forall k : nat, (8 <= k)%nat ->
  let n := 2 * INR (S k) in
  ball_share k 4 <= (16 / n) ^ S k * exp ((n - 16) / 2).
Proof. exact ball_share_chernoff. Qed.

(** claim: assumption-4.1-separation statement *)
Theorem balls_do_not_overlap :
  forall (n N : nat) (s : R) (modes : nat -> vector) (x : vector) (i j : nat),
  separated n N s modes -> (i < N)%nat -> (j < N)%nat -> i <> j ->
  ~ (norm n (sub x (modes i)) < 4 * s /\ norm n (sub x (modes j)) < 4 * s).
Proof. exact balls_disjoint. Qed.

(** Wherever d has a gradient G. *)
(** claim: equation-4.1-gradient statement *)
Theorem length_of_linear_field :
  forall (n : nat) (s : R) (c x G : vector), (1 <= n)%nat ->
  norm n (sub x c) < 4 * s -> is_gradient n (linear_discriminator n s c) x G ->
  norm n (scale (/ linear_discriminator n s c x) G) = / (4 * s - norm n (sub x c)).
Proof. exact norm_log_gradient. Qed.

(** From here on ∇d/d is `linear_field n s c`, -(x - c)/(r(4s - r)): theorem-C.9-proof-gradient. *)
(** claim: prose-4.1-boundary statement *)
Theorem linear_field_grows_to_boundary :
  forall (n : nat) (s : R) (c : vector),
  (forall x y, 0 < norm n (sub x c) -> norm n (sub x c) < norm n (sub y c) ->
   norm n (sub y c) < 4 * s -> norm n (linear_field n s c x) < norm n (linear_field n s c y))
  /\ forall e x, 0 < norm n (sub x c) -> 4 * s - e <= norm n (sub x c) < 4 * s ->
   / e <= norm n (linear_field n s c x).
Proof. exact field_grows_to_boundary. Qed.

(** claim: prose-4.1-direction statement *)
Theorem linear_field_points_to_mode :
  forall (n : nat) (s : R) (c x : vector), 0 < norm n (sub x c) < 4 * s ->
  dot n (linear_field n s c x) (sub x c) <= 0.
Proof. exact field_points_to_mode. Qed.

(** claim: prose-4.1-escape refutation *)
Theorem particles_keep_their_distance_false :
  ~ forall (n : nat) (s : R) (c : vector) (x : R -> vector) (T : R), follows_field n s c x T ->
    forall u w, 0 <= u <= w -> w < T ->
    2 * s < norm n (sub (x u) c) < 4 * s -> norm n (sub (x u) c) <= norm n (sub (x w) c).
Proof. exact escape_false. Qed.

(** r' is the distance after one step. *)
(** claim: prose-4.1-escape corrected *)
Theorem distance_after_step :
  forall (n : nat) (s t : R) (c x : vector),
  let r := norm n (sub x c) in
  let r' := norm n (sub (stepped n s c t x) c) in
  0 < r < 4 * s -> 0 < t ->
  r' = Rabs (r - t / (4 * s - r))
  /\ (r < r' <-> 2 * r * (4 * s - r) < t)
  /\ (r' < r <-> t < 2 * r * (4 * s - r))
  /\ (4 * s < r' <-> 16 * s ^ 2 - r ^ 2 < t).
Proof. exact step_distances. Qed.

(** Every solution has the radius; one exists until it reaches the mode. *)
(** claim: prose-4.1-escape sharpened *)
Theorem particles_flow_to_mode :
  forall (n : nat) (s : R) (c x0 : vector),
  let r0 := norm n (sub x0 c) in
  let arrival := r0 * (8 * s - r0) / 2 in
  0 < r0 < 4 * s ->
  (forall x T, follows_field n s c x T -> same n (x 0) x0 ->
   (forall u, 0 <= u < T -> 0 < norm n (sub (x u) c) < 4 * s) ->
   forall u, 0 <= u < T ->
   norm n (sub (x u) c) = 4 * s - sqrt ((4 * s - r0) ^ 2 + 2 * u))
  /\ (exists x, follows_field n s c x arrival /\ same n (x 0) x0
   /\ (forall u, 0 <= u < arrival -> 0 < norm n (sub (x u) c) <= r0)
   /\ forall u, 0 <= u < arrival ->
      norm n (sub (x u) c) = 4 * s - sqrt ((4 * s - r0) ^ 2 + 2 * u))
  /\ 4 * s - sqrt ((4 * s - r0) ^ 2 + 2 * arrival) = 0 /\ arrival <= 8 * s ^ 2.
Proof. exact flow_to_mode. Qed.

(** Finitely many pairs c ± y of particles at each of two modes; the masses p_g are not proved. *)
(** claim: prose-4.1-escape generalised-step *)
Theorem distance_of_means_after_step :
  forall (n : nat) (s t : R) (c1 c2 : vector) (k1 k2 : nat) (y1 y2 : nat -> vector),
  (0 < k1)%nat -> (0 < k2)%nat ->
  same n (mean_of_pairs n s t c1 k1 y1) c1
  /\ norm n (sub (mean_of_pairs n s t c1 k1 y1) (mean_of_pairs n s t c2 k2 y2))
     = norm n (sub c1 c2).
Proof. exact distance_of_means. Qed.

(** `updated t v g` is g + t v∘g, `log_field d D` is D/d. Beyond the printed hypotheses: g is
    differentiable at z with the Jacobian J, d is positive and twice differentiable at g(z), with
    the gradient D and the Hessian H. That t be small is not needed. *)
(** claim: theorem-4.1 theorem-C.8 statement *)
Theorem jacobian_of_updated_generator :
  forall (m n : nat) (g : vector -> vector) (d : vector -> R) (D : vector -> vector)
    (z : vector) (J H : matrix) (t : R),
  is_jacobian m n g z J -> 0 < d (g z) ->
  is_gradient n d (g z) (D (g z)) -> is_jacobian n n D (g z) H ->
  exists B, is_jacobian n n (log_field d D) (g z) B
  /\ is_jacobian m n (updated t (log_field d D) g) z (combination J t (product n B J)).
Proof. exact generator_jacobian_of_discriminator. Qed.

(** The same on the line, with ordinary derivatives. *)
(** claim: theorem-4.1 theorem-C.8 step *)
Theorem derivative_of_updated_generator :
  forall (g d : R -> R) (z g1 t : R),
  is_derive g z g1 -> 0 < d (g z) -> locally (g z) (fun x => ex_derive d x) ->
  ex_derive (Derive d) (g z) ->
  let v x := Derive d x / d x in
  is_derive (fun u => g u + t * v (g u)) z (g1 + t * Derive v (g z) * g1).
Proof. exact generator_derivative_of_discriminator. Qed.

(** claim: theorem-4.1 generalised *)
Theorem jacobian_of_update_along_any_field :
  forall (m n : nat) (g v : vector -> vector) (z : vector) (J B : matrix) (t : R),
  is_jacobian m n g z J -> is_jacobian n n v (g z) B ->
  is_jacobian m n (updated t v g) z (product n (combination identity t B) J).
Proof. exact generator_jacobian_updated. Qed.

(** The standard deviation 1, the distance 1 and the step 6: the proof's witness. *)
(** claim: theorem-4.2 theorem-C.9 refutation *)
Theorem steepness_drop_printed_false :
  ~ forall (m n : nat) (s t : R) (c : vector) (g : vector -> vector) (z : vector) (S T : R),
    let r := norm n (sub (g z) c) in
    0 < s -> r < 2 * s -> 0 < t < (4 * s - r) ^ 2 -> is_steepness m n g z S ->
    is_steepness m n (updated t (linear_field n s c) g) z T ->
    T <= (1 - t / (4 * s - r) ^ 2) * S.
Proof. exact steepness_drop_false. Qed.

(** No step is small enough for all g(z) in the ball. *)
(** claim: theorem-4.2 theorem-C.9 refutation *)
Theorem steepness_drop_false_for_every_step :
  forall (m n : nat) (s t : R) (c : vector),
  (0 < m)%nat -> (2 <= n)%nat -> 0 < s -> 0 < t < (2 * s) ^ 2 ->
  exists g z T, 0 < norm n (sub (g z) c) < 2 * s /\ t < (4 * s - norm n (sub (g z) c)) ^ 2
  /\ is_steepness m n g z 1 /\ is_steepness m n (updated t (linear_field n s c) g) z T
  /\ (1 - t / (4 * s - norm n (sub (g z) c)) ^ 2) * 1 < T.
Proof. exact steepness_drop_false_for_step. Qed.

(** claim: theorem-4.2 theorem-C.9 corrected *)
Theorem steepness_drops_iff_step_le :
  forall (m n : nat) (s t : R) (c x : vector),
  let r := norm n (sub x c) in
  0 < r <= 2 * s -> 0 < t ->
  (t <= r * (4 * s - r) ^ 2 / (2 * s) -> forall g z S, g z = x -> is_steepness m n g z S ->
   exists T, is_steepness m n (updated t (linear_field n s c) g) z T
   /\ T <= (1 - t / (4 * s - r) ^ 2) * S)
  /\ ((0 < m)%nat -> (2 <= n)%nat -> r * (4 * s - r) ^ 2 / (2 * s) < t ->
   exists g z T, g z = x /\ is_steepness m n g z 1
   /\ is_steepness m n (updated t (linear_field n s c) g) z T
   /\ (1 - t / (4 * s - r) ^ 2) * 1 < T).
Proof. exact steepness_drop_corrected. Qed.

(** claim: theorem-4.2 sharpened *)
Theorem steepness_between_both_factors :
  forall (m n : nat) (s t : R) (c x : vector),
  let r := norm n (sub x c) in
  let along := Rabs (1 - t / (4 * s - r) ^ 2) in
  let across := Rabs (1 - t / (r * (4 * s - r))) in
  let g' g := updated t (linear_field n s c) g in
  0 < r < 4 * s ->
  (forall g z S, g z = x -> is_steepness m n g z S ->
   exists T, is_steepness m n (g' g) z T
   /\ Rmin along across * S <= T /\ T <= Rmax along across * S)
  /\ ((0 < m)%nat -> exists g z, g z = x /\ is_steepness m n g z 1
   /\ is_steepness m n (g' g) z along)
  /\ ((0 < m)%nat -> (2 <= n)%nat -> exists g z, g z = x /\ is_steepness m n g z 1
   /\ is_steepness m n (g' g) z across)
  /\ (n = 1%nat -> forall g z S, g z = x -> is_steepness m n g z S ->
   is_steepness m n (g' g) z (along * S)).
Proof. exact steepness_drop_sharpened. Qed.

(** `radial_field n f1 c` is f1(r)/r (x - c). It is ∇d/d where f1 = f′ and d = exp f(r): the first
    part. The drop is strict for s < 2/max(|f″|, |f′|/r); at equality steepness may stay. *)
(** claim: theorem-4.2 generalised *)
Theorem steepness_after_radial_update :
  forall (m n : nat) (t : R) (c x : vector) (f f1 : R -> R) (f2 : R),
  let r := norm n (sub x c) in
  let along := Rabs (1 + t * f2) in
  let across := Rabs (1 + t * f1 r / r) in
  let g' g := updated t (radial_field n f1 c) g in
  0 < r -> is_derive f1 r f2 ->
  (forall y, 0 < norm n (sub y c) ->
   is_derive f (norm n (sub y c)) (f1 (norm n (sub y c))) ->
   is_gradient n (fun y => exp (f (norm n (sub y c)))) y
     (scale (exp (f (norm n (sub y c)))) (radial_field n f1 c y)))
  /\ (forall g z S, g z = x -> is_steepness m n g z S ->
   exists T, is_steepness m n (g' g) z T
   /\ Rmin along across * S <= T /\ T <= Rmax along across * S
   /\ (0 < S -> f1 r < 0 -> f2 < 0 -> 0 < t < 2 / Rmax (Rabs f2) (Rabs (f1 r) / r) -> T < S))
  /\ ((0 < m)%nat -> exists g z, g z = x /\ is_steepness m n g z 1
   /\ is_steepness m n (g' g) z along)
  /\ ((0 < m)%nat -> (2 <= n)%nat -> exists g z, g z = x /\ is_steepness m n g z 1
   /\ is_steepness m n (g' g) z across).
Proof. exact steepness_of_radial_discriminator. Qed.

(** claim: prose-4.2-local refutation *)
Theorem steepness_decreases_near_mode_false :
  ~ forall (m n : nat) (s t : R) (c : vector) (g : vector -> vector) (z : vector) (S T : R),
    0 < s -> 0 < norm n (sub (g z) c) < 2 * s -> 0 < t <= s ^ 2 / 10 -> is_steepness m n g z S ->
    is_steepness m n (updated t (linear_field n s c) g) z T -> T <= S.
Proof. exact steepness_near_mode_false. Qed.

(** claim: prose-4.2-local corrected *)
Theorem steepness_decreases_iff_step_lt :
  forall (m n : nat) (s t : R) (c x : vector),
  let r := norm n (sub x c) in
  let g' g := updated t (linear_field n s c) g in
  (0 < m)%nat -> (2 <= n)%nat -> 0 < r <= 2 * s -> 0 < t ->
  ((forall g z S T, g z = x -> is_steepness m n g z S -> 0 < S ->
    is_steepness m n (g' g) z T -> T < S)
   <-> t < 2 * r * (4 * s - r))
  /\ (r <= t / (8 * s) -> exists g z, g z = x /\ is_steepness m n g z 1
   /\ is_steepness m n (g' g) z (t / (r * (4 * s - r)) - 1) /\ 1 < t / (r * (4 * s - r)) - 1)
  /\ (forall B, exists e, 0 < e <= 2 * s
   /\ forall q, 0 < q < e -> B < t / (q * (4 * s - q)) - 1).
Proof. exact steepness_near_mode. Qed.

(** claim: prose-4.2-significant refutation *)
Theorem drop_by_half_false :
  ~ forall s r t : R, 0 < r < 2 * s -> 0 < t < (4 * s - r) ^ 2 ->
    1 - t / (4 * s - r) ^ 2 <= 1 / 2.
Proof. exact significant_drop_false. Qed.

(** claim: prose-4.2-significant corrected *)
Theorem drop_by_half_iff :
  forall s r t : R, 0 < r <= 2 * s ->
  (1 - t / (4 * s - r) ^ 2 <= 1 / 2 <-> (4 * s - r) ^ 2 / 2 <= t)
  /\ 2 * s ^ 2 <= (4 * s - r) ^ 2 / 2.
Proof. exact significant_drop_iff. Qed.

(** The steps for which the bound holds are those of the corrected Theorem 4.2. *)
(** claim: prose-4.2-significant sharpened *)
Theorem factor_of_steps_within_bound :
  forall s r t : R, 0 < r <= 2 * s -> 0 < t <= r * (4 * s - r) ^ 2 / (2 * s) ->
  1 - r / (2 * s) <= 1 - t / (4 * s - r) ^ 2
  /\ (1 - t / (4 * s - r) ^ 2 <= 1 / 2 -> s <= r).
Proof. exact factor_of_allowed_step. Qed.

(** claim: prose-4.2-onset refutation *)
Theorem particles_leave_under_drop_false :
  ~ forall (n : nat) (s t : R) (c x : vector), let r := norm n (sub x c) in
    0 < r < 4 * s -> 0 < t < (4 * s - r) ^ 2 ->
    4 * s < norm n (sub (stepped n s c t x) c).
Proof. exact leaving_false. Qed.

(** claim: prose-4.2-onset corrected *)
Theorem particles_stay_under_drop :
  forall (n : nat) (s t : R) (c x : vector), let r := norm n (sub x c) in
  0 < r < 4 * s -> 0 < t < (4 * s - r) ^ 2 ->
  norm n (sub (stepped n s c t x) c) = Rabs (r - t / (4 * s - r))
  /\ norm n (sub (stepped n s c t x) c) < 4 * s.
Proof. exact no_particle_leaves. Qed.

(** A weaker bound on the step than the amendment's, which is in distance_after_step. *)
(** claim: prose-4.2-onset sharpened-step *)
Theorem escape_needs_more_than_drop :
  forall (n : nat) (s t : R) (c x : vector), let r := norm n (sub x c) in
  0 < r < 4 * s -> 0 < t -> 4 * s < norm n (sub (stepped n s c t x) c) ->
  (4 * s - r) ^ 2 < t
  /\ 16 * s ^ 2 - r ^ 2 - (4 * s - r) ^ 2 = 2 * r * (4 * s - r)
  /\ 0 < 2 * r * (4 * s - r).
Proof. exact escape_excludes_drop. Qed.

(** claim: arithmetic-4.3-threshold statement *)
Theorem linear_field_at_two_deviations :
  forall (n : nat) (s : R) (c x : vector), 0 < s -> norm n (sub x c) = 2 * s ->
  norm n (linear_field n s c x) = / (2 * s).
Proof. exact field_at_two_deviations. Qed.

End SectionFour.

Section NumberStatements2.
Import Topics.Numerals.

(** Line 4 of Algorithm 2 reads S_previous, which line 8 sets: in the first iteration the change has
    no value. *)
(** claim: algorithm-2-first-iteration refutation *)
Theorem first_change_has_a_value_false :
  ~ forall steepness : list R,
    Forall (fun s => 0 < s) steepness ->
    Forall (fun found => found <> None) (changes None steepness).
Proof. exact first_change_undefined. Qed.

(** claim: algorithm-2-first-iteration corrected *)
Theorem first_change_is_zero :
  forall (s : R) (rest : list R) (drop : R), 0 < s -> drop < 0 ->
  hd None (changes (Some s) (s :: rest)) = Some 0
  /\ ~ exists value, hd None (changes (Some s) (s :: rest)) = Some value /\ value < drop.
Proof. exact first_change_zero. Qed.

(** At s = 1, r = 3, k_d = 8 and a unit of length ten times as large. *)
(** claim: algorithm-2-scale refutation *)
Theorem gradient_criterion_scale_free_false :
  ~ forall s r gap c : R, 0 < s -> 0 < r < 4 * s -> 8 * s <= gap -> 0 < c ->
    gradient_length (c * s) (c * r) / limit (c * gap) (c * s)
    = gradient_length s r / limit gap s.
Proof. exact scale_printed_false. Qed.

(** With a number k in place of k_d, and where the criterion then holds. *)
(** claim: algorithm-2-scale corrected *)
Theorem gradient_criterion_scale_free_of_number :
  forall s r k c : R, 0 < s -> 0 < r < 4 * s -> 0 < k -> 0 < c ->
  gradient_length (c * s) (c * r) / limit k (c * s) = gradient_length s r / limit k s
  /\ (limit k s < gradient_length s r <-> 4 * s - 2 * s / k < r).
Proof. exact scale_invariant. Qed.

(** At s = 1, r = 1 and the step 9/4 steepness falls by the factor 3/4, for 17 iterations. *)
(** claim: algorithm-2-decay refutation *)
Theorem decay_crosses_threshold_false :
  ~ forall (s r step start : R) (T : nat),
    0 < r < 2 * s -> 0 < step < (4 * s - r) ^ 2 -> 0 < start ->
    start * contraction s r step ^ T < start / 100 ->
    exists (t : nat) (value : R), (t < T)%nat
    /\ change (Some (start * contraction s r step ^ t)) (start * contraction s r step ^ S t)
       = Some value
    /\ value < - (1 / 2).
Proof. exact slow_decay_never_stops. Qed.

(** The drop against the largest steepness so far, which is the first; and when the printed rule
    sees one. *)
(** claim: algorithm-2-decay corrected *)
Theorem decay_crosses_threshold_against_largest :
  forall (s r step start : R) (T : nat),
  0 < r < 2 * s -> 0 < step < (4 * s - r) ^ 2 -> 0 < start ->
  start * contraction s r step ^ T < start / 100 ->
  (forall t, start * contraction s r step ^ t <= start)
  /\ (start * contraction s r step ^ T - start) / start < - (1 / 2)
  /\ forall t, (exists value,
       change (Some (start * contraction s r step ^ t)) (start * contraction s r step ^ S t)
       = Some value /\ value < - (1 / 2))
     <-> (4 * s - r) ^ 2 / 2 < step.
Proof. exact drop_against_largest. Qed.

(** m modes of J particles each; of one mode some exceed v. At 0 and 10 with v = 5 the quantile is
    0. *)
(** claim: algorithm-2-quantile refutation *)
Theorem quantile_sees_one_mode_false :
  ~ forall (m J : nat) (before after : list (list R)) (mode : list R) (v q : R),
    (2 <= m)%nat -> length (before ++ mode :: after) = m ->
    Forall (fun particles => length particles = J) (before ++ mode :: after) ->
    (1 <= exceeding v mode <= J)%nat ->
    Forall (Forall (fun x => x <= v)) (before ++ after) ->
    is_quantile m (concat (before ++ mode :: after)) q -> v < q.
Proof. exact quantile_misses_one_mode. Qed.

(** Just where more than 1/m of the batch exceeds v; the last of the quantiles where two do. *)
(** claim: algorithm-2-quantile corrected *)
Theorem quantile_sees_more_than_share :
  forall (m : nat) (values : list R) (q v : R),
  ((2 <= m)%nat -> is_quantile m values q ->
   (v < q <-> (length values < m * exceeding v values)%nat))
  /\ ((2 <= length values)%nat -> is_quantile (length values) values q ->
      (v < q <-> (2 <= exceeding v values)%nat)).
Proof.
  exact (fun m values q v =>
    conj (quantile_exceeds_iff m values q v) (last_quantile_exceeds_iff values q v)).
Qed.

(** 20 iterations of warm-up, and batch 64 of the first epoch, which is shown as fitting. *)
(** claim: algorithm-2-warm-up refutation *)
Theorem warm_up_outlasts_fitting_false : ~ (64 < 20)%nat.
Proof. exact warm_up_printed_false. Qed.

(** In epochs: past the last of Figure 4, and before the stops. *)
(** claim: algorithm-2-warm-up corrected *)
Theorem warm_up_in_epochs : (8 < 20 < 45 /\ 50 < 98 /\ 50 < 121 /\ 50 < 130)%nat.
Proof. exact warm_up_epochs. Qed.

End NumberStatements2.

(** * Section 5 *)

Section Lipschitz.
Import Densities DiscriminatorFields DiscriminatorFieldCases Steepness ModeMixture Collapse
  ParticleModel EuclideanSpace Gradients LipschitzConstant.

(** F maps ℝᵐ to ℝⁿ and is differentiable with the Jacobian J on a convex open set: K is a Lipschitz
    constant if and only if no J stretches a vector by more than K. *)
(** For open convex sets; the rest is convex sets that are not open, such as a segment. *)
(** claim: prose-5-lipschitz step *)
Theorem lipschitz_constant_is_supremum_of_steepness :
  forall (m n : nat) (F : vector -> vector) (J : vector -> matrix) (D : vector -> Prop) (K : R),
  (forall x, D x -> is_jacobian m n F x (J x)) -> convex D -> open_set m D ->
  (forall x y, D x -> D y -> norm n (sub (F y) (F x)) <= K * norm m (sub y x))
  <-> (forall x v, D x -> norm n (apply_matrix m (J x) v) <= K * norm m v).
Proof. exact lipschitz_iff_stretch. Qed.

End Lipschitz.

Section LineStatements9.
Import Topics.Line.

(** The velocity d'/d at the end m - 3s of the region between -m and m, for data and generated
    samples of two modes each; where it points outwards the mass between the modes falls. At
    m = 8, s = 1 and generated modes of width t = 1/2 it points inwards. *)
(** claim: prose-5-severity refutation *)
Theorem mixture_falls_over_time_false :
  ~ forall m s t : R, 0 < s -> 8 * s <= 2 * m -> s / 2 <= t <= 2 * s ->
    0 <= optimal_velocity (pair_density m s) (pair_density m t) (m - 3 * s).
Proof. exact mixture_falls_false. Qed.

(** The rest is the continuity equation, by which the mass then falls. *)
(** claim: prose-5-severity corrected-step *)
Theorem velocity_outwards_of_linear :
  forall m s k : R, 0 < s -> 8 * s <= 2 * m -> 0 < k ->
  0 < optimal_velocity (pair_density m s) (gaussian1 0 k) (m - 3 * s).
Proof. exact velocity_at_end_of_linear. Qed.

(** claim: prose-5-severity sharpened-step *)
Theorem velocity_by_widths :
  forall m s t : R, 0 < s -> 8 * s <= 2 * m -> 0 < t <= 2 * s ->
  (s < t -> 0 < optimal_velocity (pair_density m s) (pair_density m t) (m - 3 * s))
  /\ (t < s -> optimal_velocity (pair_density m s) (pair_density m t) (m - 3 * s) < 0).
Proof. exact velocity_at_end_of_pair. Qed.

End LineStatements9.

(** * Section 6: experiments *)

Section NumberStatements3.
Import Topics.Numerals.

(** Epochs of the stop and of the collapse. *)
(** claim: figure-5-mnist-epoch statement *)
Theorem mnist_stop_before_collapse : (46 = 45 + 1)%nat.
Proof. exact (eq_refl 46%nat). Qed.

(** claim: figure-5-cifar-epoch statement *)
Theorem cifar_stop_before_collapse : (122 = 121 + 1)%nat.
Proof. exact (eq_refl 122%nat). Qed.

(** claim: figure-7-tail statement *)
Theorem share_beyond_percentile : 100 - 90 = 10.
Proof. exact tail_share. Qed.

(** At 10 between 1 and 100. *)
(** claim: figure-7-log-scale refutation *)
Theorem logarithmic_axis_moves_left_false :
  ~ forall least largest value : R,
    0 < least -> least < value -> value < largest ->
    logarithmic_place least largest value <= linear_place least largest value.
Proof. exact logarithmic_axis_printed_false. Qed.

(** claim: figure-7-log-scale corrected *)
Theorem logarithmic_axis_moves_right :
  forall least largest value : R,
  0 < least -> least < value -> value < largest ->
  linear_place least largest value < logarithmic_place least largest value.
Proof. exact logarithmic_place_above. Qed.

End NumberStatements3.

(** * Appendix B *)

Section AppendixB.
Import Densities DiscriminatorFields DiscriminatorFieldCases Steepness SteepnessEvolution
  ModeMixture ParticleModel EuclideanSpace Gradients Convexity Divergences WeakApproximation.

(** `nsgan_f` is f as printed, `nsgan_f1` its first derivative. *)
(** claim: appendix-B-divergence statement *)
Theorem nsgan_generator_is_convex :
  nsgan_f 1 = 0
  /\ (forall u, 0 < u ->
     is_derive nsgan_f u (nsgan_f1 u) /\ is_derive nsgan_f1 u (1 / (u ^ 2 * (u + 1))))
  /\ convex_on_positive nsgan_f.
Proof. exact nsgan_f_generates. Qed.

(** At a point x where r has the gradient G: f(r) - r f′(r) is the first variation of q f(p/q) in
    q; minus its gradient is r f″(r)G = G/(r(1 + r)), which is ∇d/d. *)
(** claim: appendix-B-descent statement *)
Theorem particles_descend_nsgan_divergence :
  forall (n : nat) (r : vector -> R) (x G : vector), 0 < r x -> is_gradient n r x G ->
  (forall p q, 0 < p -> 0 < q ->
     is_derive (fun w => w * nsgan_f (p / w)) q (nsgan_f (p / q) - p / q * nsgan_f1 (p / q)))
  /\ is_gradient n (fun y => nsgan_f (r y) - r y * nsgan_f1 (r y)) x
       (scale (- (r x * (1 / (r x ^ 2 * (r x + 1))))) G)
  /\ r x * (1 / (r x ^ 2 * (r x + 1))) = / (r x * (1 + r x))
  /\ is_gradient n (fun y => ln (r y / (1 + r y))) x (scale (/ (r x * (1 + r x))) G).
Proof. exact particles_descend. Qed.

(** The divergence for distributions on n points; densities are left out. *)
(** claim: appendix-B-descent sharpened-step *)
Theorem nsgan_divergence_is_entropy_of_mixture :
  forall (n : nat) (p q : nat -> R),
  (forall u, 0 < u -> nsgan_f u = (u + 1) * ln ((u + 1) / (2 * u)) + (1 - ln 2) * (u - 1))
  /\ (distribution n p -> distribution n q ->
      divergence n nsgan_f p q
      = 2 * sum n (fun i => (p i + q i) / 2 * ln ((p i + q i) / 2 / p i))).
Proof. exact divergence_is_mixture_entropy. Qed.

(** The rate at every point; its mean over p_g is not taken here. *)
(** claim: appendix-B-descent generalised-step *)
Theorem descent_rate_at_point :
  forall (n : nat) (r : vector -> R) (x G : vector), 0 < r x -> is_gradient n r x G ->
  let v := scale (/ (r x * (1 + r x))) G in
  is_gradient n (fun y => ln (r y / (1 + r y))) x v
  /\ exists D, is_gradient n (fun y => nsgan_f (r y) - r y * nsgan_f1 (r y)) x D
  /\ dot n D v = - norm n v ^ 2.
Proof. exact variation_against_field. Qed.

(** lim f(v)/v is not the supremum of -f(u), which is infinite. *)
(** claim: appendix-B-mutually-singular refutation *)
Theorem fenchel_conjugate_is_not_slope :
  ~ (forall u v, 0 < u -> 100 <= v -> - nsgan_f u <= nsgan_f v / v)
  /\ is_lim (fun v => nsgan_f v / v) p_infty (1 - 2 * ln 2)
  /\ forall B, exists u, 0 < u /\ B < - nsgan_f u.
Proof. exact conjugate_is_not_slope. Qed.

(** The two terms f(0) = +∞ and lim f(v)/v; that D_f of singular measures is their sum is not
    proved here. *)
(** claim: appendix-B-mutually-singular corrected-step *)
Theorem terms_of_singular_divergence :
  (forall u, 0 < u <= 1 -> ln (/ u) - 2 <= nsgan_f u)
  /\ filterlim nsgan_f (at_right 0) (Rbar_locally p_infty)
  /\ (forall v, 100 <= v -> Rabs (nsgan_f v / v - (1 - 2 * ln 2)) <= 2 / v)
  /\ is_lim (fun v => nsgan_f v / v) p_infty (1 - 2 * ln 2).
Proof. exact singular_terms. Qed.

(** claim: appendix-B-positive-gap statement *)
Theorem gap_between_nearly_singular :
  forall e : R, 0 < e < 1 / 4 ->
  ln (1 / (4 * e)) <= divergence 2 nsgan_f (two_points (1 - e) e) (two_points e (1 - e)).
Proof. exact gap_at_least. Qed.

(** Two points; that D_f is infinite for every generator of lower dimension is not proved here. *)
(** claim: appendix-B-positive-gap sharpened-step *)
Theorem gap_between_nearly_singular_eq :
  forall e : R, 0 < e < 1 ->
  divergence 2 nsgan_f (two_points (1 - e) e) (two_points e (1 - e)) = ln (1 / (4 * e * (1 - e))).
Proof. exact gap_eq. Qed.

(** claim: appendix-B-positive-gap sharpened-step *)
Theorem gap_tends_to_infinity :
  forall B : R, exists a, 0 < a /\ forall e, 0 < e < a -> e < 1 / 4 ->
  B < divergence 2 nsgan_f (two_points (1 - e) e) (two_points e (1 - e)).
Proof. exact gap_unbounded. Qed.

(** A cube of side h is sent into a cube of side 2kh√m, and (2L/h + 1)ᵐ of these have little volume;
    that so many cubes cover [-L, L]ᵐ, and what a null set is, is not proved here. *)
(** claim: appendix-B-low-dimension step *)
Theorem covering_of_image_is_small :
  forall (m n : nat) (k L : R) (g : vector -> vector), (m < n)%nat -> 0 <= k -> 0 <= L ->
  (forall u w, norm n (sub (g u) (g w)) <= k * norm m (sub u w)) ->
  forall h, 0 < h <= 1 ->
  (forall u w, (forall i, (i < m)%nat -> Rabs (u i - w i) <= h) ->
   forall i, (i < n)%nat -> Rabs (g u i - g w i) <= k * h * sqrt (INR m))
  /\ (2 * L / h + 1) ^ m * (2 * k * h * sqrt (INR m)) ^ n
     <= (2 * L + 1) ^ m * (2 * k * sqrt (INR m)) ^ n * h.
Proof. exact covering_of_image. Qed.

(** `mean_cost m` is the mean distance of (x, y) from the point of the tooth above x at the height
    y, for the uniform law on the square and the curve with m teeth: 100 teeth cost 1/300. *)
(** claim: appendix-B-approximation refutation *)
Theorem transport_to_curve_costs_false :
  ~ forall m : nat, (1 <= m)%nat -> 1 / 100 <= mean_cost m.
Proof. exact transport_cost_false. Qed.

(** The pairing is nearer than 1/m and its first coordinate is uniform; D_f is not treated here. *)
(** claim: appendix-B-approximation corrected-step *)
Theorem pairing_of_square_with_curve :
  forall m : nat, (1 <= m)%nat ->
  (forall j x y, INR j / INR m <= x <= INR (S j) / INR m -> 0 <= y <= 1 ->
   INR j / INR m <= tooth_point m j y <= INR (S j) / INR m
   /\ tooth_height m j (tooth_point m j y) = y
   /\ Rabs (x - tooth_point m j y) <= 1 / INR m)
  /\ (forall f : R -> R, (forall x, continuous f x) ->
   sum m (fun j => / INR m * RInt (fun y => f (tooth_point m j y)) 0 1) = RInt f 0 1)
  /\ mean_cost m = 1 / (3 * INR m).
Proof. exact pairing_with_curve. Qed.

End AppendixB.

(** * Appendix C *)

Section ParticleLoss.
Import Densities DiscriminatorFields DiscriminatorFieldCases Steepness SteepnessEvolution
  ModeMixture Collapse EuclideanSpace Gradients ParticleModel.

(** p parameters, n coordinates, m samples: g i a is sample i at the parameters a, J i its Jacobian
    there, D i the gradient of d at the sample (`particle_model`). The loss of Algorithm 1 has the
    gradient of the non-saturating loss times 2s > 0. *)
(** claim: corollary-C.1 statement *)
Theorem particle_loss_parallel_to_nonsaturating_loss :
  forall (p n m : nat) (d : vector -> R) (D : nat -> vector) (g : nat -> vector -> vector)
    (J : nat -> matrix) (a : vector) (s : R),
  particle_model p n m d D g J a -> 0 < s ->
  0 < 2 * s /\ exists G : vector,
  is_gradient p (fun u => - mean_log m d g u) a G
  /\ is_gradient p (mean_square m n g (moved_particles s d D g a)) a (scale (2 * s) G).
Proof. exact loss_gradients_parallel. Qed.

(** One sample, one coordinate, one parameter θ: g = θ, d the logistic function, at θ = 0. *)
(** claim: corollary-C.1-proof refutation *)
Theorem particle_loss_constant_false :
  ~ forall p n m d D g J a s, particle_model p n m d D g J a -> 0 < s ->
    exists G : vector, is_gradient p (mean_log m d g) a G
    /\ is_gradient p (mean_square m n g (moved_particles s d D g a)) a (scale (- s) G).
Proof. exact loss_gradient_printed_false. Qed.

(** claim: corollary-C.1-proof corrected *)
Theorem particle_loss_constant :
  forall p n m d D g J a s, particle_model p n m d D g J a ->
  exists G : vector, is_gradient p (mean_log m d g) a G
  /\ is_gradient p (mean_square m n g (moved_particles s d D g a)) a (scale (- (2 * s)) G).
Proof. exact loss_gradient_constant. Qed.

(** `pulled_back m n J v` is the mean of the transposed Jacobians times the vectors v. *)
(** claim: corollary-C.1-proof-line-1 statement *)
Theorem particle_loss_chain_rule :
  forall p n m d D g J a, particle_model p n m d D g J a ->
  forall target : nat -> vector,
  is_gradient p (mean_square m n g target) a
    (fun k => 2 * pulled_back m n J (fun i j => g i a j - target i j) k).
Proof. exact is_gradient_mean_square. Qed.

(** claim: corollary-C.1-proof-line-2 refutation *)
Theorem particle_loss_line_2_false :
  ~ forall p n m d D g J a s, particle_model p n m d D g J a -> 0 < s ->
    same p (fun k => 2 * pulled_back m n J (fun i j => g i a j - moved_particles s d D g a i j) k)
      (fun k => - s * pulled_back m n J (fun i j => D i j / d (g i a)) k).
Proof. exact residual_printed_false. Qed.

(** claim: corollary-C.1-proof-line-2 corrected *)
Theorem particle_loss_line_2 :
  forall (n m : nat) (d : vector -> R) (D : nat -> vector) (g : nat -> vector -> vector)
    (J : nat -> matrix) (a : vector) (s : R) (k : nat),
  2 * pulled_back m n J (fun i j => g i a j - moved_particles s d D g a i j) k
  = - (2 * s) * pulled_back m n J (fun i j => D i j / d (g i a)) k.
Proof. exact residual_of_moved. Qed.

(** claim: corollary-C.1-proof-line-3 statement *)
Theorem nonsaturating_loss_gradient :
  forall p n m d D g J a, particle_model p n m d D g J a ->
  is_gradient p (mean_log m d g) a (pulled_back m n J (fun i j => D i j / d (g i a))).
Proof. exact is_gradient_mean_log. Qed.

End ParticleLoss.

Section LineStatements10.
Import Topics.Line.

(** The two approximations with the relative error of each: r/(1+r), which vanishes as r -> 0,
    and 1/(1+r), which vanishes as r -> ∞. *)
(** claim: theorem-C.1 statement *)
Theorem field_eq_approximations :
  forall (V : NormedModule R_AbsRing) (p q : V -> R) (x v : V),
  0 < p x -> 0 < q x -> ex_directional p x v -> ex_directional q x v ->
  let d u := p u / (p u + q u) in
  let r u := p u / q u in
  directional d x v / d x = directional (fun u => ln (r u)) x v * (1 - r x / (1 + r x))
  /\ directional d x v / d x = directional (fun u => - / r u) x v * (1 - / (1 + r x)).
Proof. exact field_eq_approximations_of_differentiable. Qed.

End LineStatements10.

Section RatioLimits.
Import Topics.RatioLimits.

(** `smooth_pair`: p, q > 0 at x, with the gradients P and Q; `cross_gradient` is -p∇q + q∇p. *)
(** claim: theorem-C.1-proof-line-1 theorem-C.1-proof-line-2 theorem-C.1-proof-line-3 statement *)
Theorem field_lines_of_theorem_C_1 :
  forall n p q x P Q D G, smooth_pair n p q x P Q ->
  is_gradient n (optimal_d p q) x D -> is_gradient n (density_ratio p q) x G ->
  let crossed := cross_gradient (p x) P (q x) Q in
  let r := density_ratio p q x in
  same n (scale (/ optimal_d p q x) D) (scale (/ ((p x + q x) * p x)) crossed)
  /\ same n (scale (/ ((p x + q x) * p x)) crossed) (scale (q x ^ 2 / (p x * (p x + q x))) G)
  /\ same n (scale (q x ^ 2 / (p x * (p x + q x))) G) (scale (/ (r * (1 + r))) G).
Proof. exact field_lines. Qed.

(** claim: theorem-C.1-proof-line-4 statement *)
Theorem relative_error_of_small_ratio :
  forall r, 0 < r ->
  (/ r - / (r * (1 + r))) / / r = r / (1 + r)
  /\ forall e, 0 < e -> r < e -> 0 < r / (1 + r) < e.
Proof. exact small_ratio_error. Qed.

(** claim: theorem-C.1-proof-line-5 statement *)
Theorem relative_error_of_large_ratio :
  forall r, 0 < r ->
  (/ (r * (1 + r)) - / r ^ 2) / / r ^ 2 = - / (1 + r)
  /\ forall e, 0 < e -> / e < r -> 0 < / (1 + r) < e.
Proof. exact large_ratio_error. Qed.

(** Modes at ±4 of standard deviation 1 against N(0, 1), at 0: r = exp(-8) and (log r)′ = 0. *)
(** claim: theorem-C.1-implications-small refutation *)
Theorem small_ratio_has_long_gradient_false :
  ~ forall m s t x, 0 < s -> 0 < t -> ratio_on_line m s 0 t x <= 1 / 100 ->
    / (100 * s) <= Rabs (Derive (fun u => ln (ratio_on_line m s 0 t u)) x).
Proof. exact small_ratio_printed_false. Qed.

(** On the straight way from x to x + v, and attained by two Gaussians of equal variance along the
    line of their centres. *)
(** The mean slope and its attainment; the rest is that r says nothing at a single point. *)
(** claim: theorem-C.1-implications-small corrected-step *)
Theorem gradient_as_long_as_mean_slope :
  (forall n (r : vector -> R) (G : R -> vector) (x v : vector),
    0 < norm n v -> (forall u, 0 <= u <= 1 -> 0 < r (add x (scale u v))) ->
    (forall u, 0 <= u <= 1 -> is_gradient n (fun y => ln (r y)) (add x (scale u v)) (G u)) ->
    exists u, 0 < u < 1
    /\ Rabs (ln (r (add x (scale 1 v)) / r (add x (scale 0 v)))) / norm n v <= norm n (G u))
  /\ (forall n s a b x k, 0 < s ->
    let r y := gaussian_n n s a y / gaussian_n n s b y in
    let v := scale k (sub a b) in
    (forall y, is_gradient n (fun y => ln (r y)) y (scale (/ s ^ 2) (sub a b)))
    /\ Rabs (ln (r (add x v) / r x)) = norm n (scale (/ s ^ 2) (sub a b)) * norm n v).
Proof. exact (conj long_gradient_on_the_way long_gradient_attained). Qed.

(** claim: theorem-C.1-implications-large statement *)
Theorem limit_of_large_ratio_shorter :
  forall n (r : vector -> R) (x G : vector), 0 < r x -> is_gradient n r x G ->
  exists L, is_gradient n (fun y => ln (r y)) x L
  /\ is_gradient n (fun y => - / r y) x (scale (/ r x) L).
Proof. exact large_ratio_limit. Qed.

(** The factors; the rest is the lengths, which follow. *)
(** claim: theorem-C.1-implications-large sharpened-step *)
Theorem velocity_shorter_than_both_limits :
  forall n (r : vector -> R) (x G : vector), 0 < r x -> is_gradient n r x G ->
  exists L, is_gradient n (fun y => ln (r y)) x L
  /\ is_gradient n (fun y => - / r y) x (scale (/ r x) L)
  /\ is_gradient n (fun y => ln (r y / (1 + r y))) x (scale (/ (1 + r x)) L).
Proof. exact large_ratio_lengths. Qed.

End RatioLimits.

Section LineStatements11.
Import Topics.Line.

(** claim: proposition-C.1 statement *)
Theorem case_1_closed_form :
  forall x y : R,
  ratio_1 x y = closed_1 (1 / 2) x y
  /\ is_derive (fun u => ratio_1 u y) x (gradient_x_1 (- (5 / 2)) x y)
  /\ is_derive (fun u => ratio_1 x u) y (gradient_y_1 (- (5 / 2)) x y).
Proof. exact (fun x y => conj (ratio_1_closed x y) (is_derive_ratio_1 x y)). Qed.

End LineStatements11.

Section RatioLimits2.
Import Topics.RatioLimits.

(** Any mixture of N(m k, s² I) with weights w against N(c, t² I) in ℝⁿ: what the closed forms of
    the cases with a Gaussian p_g are instances of. *)
(** claim: proposition-C.1 proposition-C.3 step *)
Theorem field_of_mixture_in_space :
  forall n N w s t m c x, weights N w -> 0 < s -> 0 < t -> s <> t ->
  let p := mixture_n n N w s m in
  let q := gaussian_n n t c in
  let strength := / s ^ 2 - / t ^ 2 in
  let centre k := attracting_centre s t c (m k) in
  let term k y := w k * bump_n n s t c (m k) y in
  (forall y, p y / q y = sum N (fun k => term k y))
  /\ is_gradient n (fun y => p y / q y) x
       (fun j => strength * sum N (fun k => term k x * (centre k j - x j)))
  /\ is_gradient n (fun y => ln (p y / (p y + q y))) x
       (scale (strength / (1 + p x / q x))
          (fun j => sum N (fun k => term k x * centre k j) / sum N (fun k => term k x) - x j)).
Proof. exact field_of_mixture_against_gaussian. Qed.

(** Two mixtures: each pulls to, or pushes from, the mean of its modes weighted by their share of
    the density at x. *)
(** claim: proposition-C.1 proposition-C.3 step *)
Theorem field_of_two_mixtures :
  forall n N w s m N' w' t m' x, weights N w -> weights N' w' -> 0 < s -> 0 < t ->
  let p := mixture_n n N w s m in
  let q := mixture_n n N' w' t m' in
  let pull j := (local_mean n N w s m x j - x j) / s ^ 2
                - (local_mean n N' w' t m' x j - x j) / t ^ 2 in
  is_gradient n (fun y => ln (p y / q y)) x pull
  /\ is_gradient n (fun y => ln (p y / (p y + q y))) x (scale (/ (1 + p x / q x)) pull).
Proof. exact field_of_mixtures. Qed.

End RatioLimits2.

Section CaseLines.
Import Topics.CaseProofs.

(** claim: proposition-C.1-proof statement *)
Theorem case_1_displays :
  (forall a b x y, gaussian (1 / 10) a b x y
    = / (2 / 10 * PI) * exp (- 5 * ((x - a) ^ 2 + (y - b) ^ 2)))
  /\ (forall x y, mixture (1 / 10) 1 x y
    = / (8 / 10 * PI) * corner_sum 1 (fun a b => exp (- 5 * ((x - a) ^ 2 + (y - b) ^ 2))))
  /\ (forall x y, gaussian (2 / 10) 0 0 x y = / (4 / 10 * PI) * exp (- (5 / 2) * (x ^ 2 + y ^ 2)))
  /\ forall a b x y : R,
     is_derive (fun u => bump_1 a b u y) x (- 5 * (bump_1 a b x y * (x - 2 * a)))
     /\ is_derive (fun u => bump_1 a b x u) y (- 5 * (bump_1 a b x y * (y - 2 * b))).
Proof. exact lines_1. Qed.

(** `nearly_along`: the cosine of the angle between ∇d/d and the vector is at least 9/10. *)
(** claim: proposition-C.1-discussion refutation *)
Theorem case_1_printed_direction_false :
  ~ forall x y, 0 < x -> 0 < y -> nearly_along data_1 generated_1 x y (2 - x) (2 - y).
Proof. exact direction_1_printed_false. Qed.

(** `right_from`: both components of ∇d/d are a common positive factor times numbers below 2 - x and
    2 - y by at most 1/10, exactly from that distance of the axis on. *)
(** claim: proposition-C.1-discussion corrected *)
Theorem case_1_direction :
  forall x y, 0 < x -> 0 < y -> right_from data_1 generated_1 2 (ln 39 / 20) x y.
Proof. exact direction_1_right. Qed.

(** claim: proposition-C.1-discussion sharpened *)
Theorem case_1_log_ratio_slopes :
  forall x y : R, is_derive (fun u => ln (ratio_1 u y)) x (5 * (2 * tanh (10 * x) - x))
  /\ is_derive (fun u => ln (ratio_1 x u)) y (5 * (2 * tanh (10 * y) - y)).
Proof. exact slope_1_exact. Qed.

(** Within w of an axis, of which the three rectangles are a part, a component is off by more than
    1/10: `slope_1` is the component of ∇log r. *)
(** claim: proposition-C.1-discussion sharpened-2 *)
Theorem case_1_share_off :
  let w := ln 39 / 20 in
  (forall x, Rabs x < w -> x <> 0 -> 1 / 10 < Rabs (2 - Rabs x - slope_1 (Rabs x) / 5))
  /\ 1 / 2 < mass (2 / 10) 0 0 (- w) w (-20) 20 + mass (2 / 10) 0 0 w 20 (- w) w
             + mass (2 / 10) 0 0 (-20) (- w) (- w) w.
Proof. exact share_off_1. Qed.

End CaseLines.

Section LineStatements12.
Import Topics.Line.

(** Outside of it the optimal discriminator is 1; the printed r = 0 makes it r/(1+r) = 0. *)
(** claim: proposition-C.2 refutation *)
Theorem case_2_printed_false_outside :
  forall x y : R, 2 < Rabs x \/ 2 < Rabs y ->
  let d := mixture (1 / 10) 1 x y / (mixture (1 / 10) 1 x y + uniform 2 x y) in
  d = 1 /\ printed_ratio_2 x y = 0
  /\ d <> printed_ratio_2 x y / (1 + printed_ratio_2 x y).
Proof. exact discriminator_2_outside. Qed.

End LineStatements12.

Section CaseLines2.
Import Topics.CaseProofs.

(** Inside of the box, all is as printed; outside d is 1. *)
(** claim: proposition-C.2 corrected *)
Theorem case_2_closed_form_inside :
  forall x y : R,
  (Rabs x < 2 -> Rabs y < 2 ->
    ratio_2 x y = closed_2 (20 / PI) x y
    /\ is_derive (fun u => ratio_2 u y) x (gradient_x_2 (- (200 / PI)) x y)
    /\ is_derive (fun u => ratio_2 x u) y (gradient_y_2 (- (200 / PI)) x y))
  /\ (2 < Rabs x \/ 2 < Rabs y ->
    uniform 2 x y = 0 /\ 0 < mixture (1 / 10) 1 x y
    /\ mixture (1 / 10) 1 x y / (mixture (1 / 10) 1 x y + uniform 2 x y) = 1).
Proof. exact (fun x y => conj (ratio_2_inside x y) (ratio_2_outside x y)). Qed.

(** claim: proposition-C.2-proof statement *)
Theorem case_2_displays :
  (forall a b x y, gaussian (1 / 10) a b x y
    = / (2 / 10 * PI) * exp (- 5 * ((x - a) ^ 2 + (y - b) ^ 2)))
  /\ (forall x y, mixture (1 / 10) 1 x y
    = / (8 / 10 * PI) * corner_sum 1 (fun a b => exp (- 5 * ((x - a) ^ 2 + (y - b) ^ 2))))
  /\ (forall x y, Rabs x <= 2 -> Rabs y <= 2 -> uniform 2 x y = / 16)
  /\ forall a b x y : R, is_derive (fun u => bump_2 a b u y) x (- 10 * (bump_2 a b x y * (x - a)))
     /\ is_derive (fun u => bump_2 a b x u) y (- 10 * (bump_2 a b x y * (y - b))).
Proof. exact lines_2. Qed.

(** Already inside of the box, where p_g > 0. *)
(** claim: proposition-C.2-discussion refutation *)
Theorem case_2_printed_direction_false :
  ~ forall x y, 0 < x < 2 -> 0 < y < 2 -> nearly_along data_1 generated_2 x y (1 - x) (1 - y).
Proof. exact direction_2_printed_false. Qed.

(** Inside of the box; outside of it the field is 0. *)
(** claim: proposition-C.2-discussion corrected-step *)
Theorem case_2_direction :
  forall x y, 0 < x < 2 -> 0 < y < 2 -> right_from data_1 generated_2 1 (ln 19 / 20) x y.
Proof. exact direction_2_right. Qed.

(** claim: proposition-C.2-discussion sharpened *)
Theorem case_2_log_ratio_slopes :
  forall x y : R, Rabs x < 2 -> Rabs y < 2 ->
  is_derive (fun u => ln (ratio_2 u y)) x (10 * (tanh (10 * x) - x))
  /\ is_derive (fun u => ln (ratio_2 x u)) y (10 * (tanh (10 * y) - y)).
Proof. exact slope_2_exact. Qed.

End CaseLines2.

Section LineStatements13.
Import Topics.Line.

(** claim: proposition-C.3 statement *)
Theorem case_3_closed_form :
  forall x y : R,
  ratio_3 x y = closed_3 (5 / 2) x y
  /\ is_derive (fun u => ratio_3 u y) x (gradient_x_3 (- (45 / 2)) x y)
  /\ is_derive (fun u => ratio_3 x u) y (gradient_y_3 (- (45 / 2)) x y).
Proof. exact (fun x y => conj (ratio_3_closed x y) (is_derive_ratio_3 x y)). Qed.

End LineStatements13.

Section CaseLines3.
Import Topics.CaseProofs.

(** claim: proposition-C.3-proof statement *)
Theorem case_3_displays :
  (forall a b x y, gaussian (1 / 10) a b x y
    = / (2 / 10 * PI) * exp (- 5 * ((x - a) ^ 2 + (y - b) ^ 2)))
  /\ (forall x y, mixture (1 / 10) 1 x y
    = / (8 / 10 * PI) * corner_sum 1 (fun a b => exp (- 5 * ((x - a) ^ 2 + (y - b) ^ 2))))
  /\ (forall x y, gaussian 1 1 1 x y
    = / (2 * PI) * exp (- (1 / 2) * ((x - 1) ^ 2 + (y - 1) ^ 2)))
  /\ forall a b x y : R,
     is_derive (fun u => bump_3 a b u y) x (- 9 * (bump_3 a b x y * (x - (10 * a - 1) / 9)))
     /\ is_derive (fun u => bump_3 a b x u) y (- 9 * (bump_3 a b x y * (y - (10 * b - 1) / 9))).
Proof. exact lines_3. Qed.

(** claim: proposition-C.3-discussion refutation *)
Theorem case_3_printed_direction_false :
  ~ forall x y, 0 < x -> 0 < y -> nearly_along data_1 generated_3 x y (1 - x) (1 - y).
Proof. exact direction_3_printed_false. Qed.

(** claim: proposition-C.3-discussion corrected *)
Theorem case_3_direction :
  forall x y, 0 < x -> 0 < y -> right_from data_1 generated_3 1 (ln (191 / 9) / 20) x y.
Proof. exact direction_3_right. Qed.

(** claim: proposition-C.3-discussion sharpened *)
Theorem case_3_log_ratio_slopes :
  forall x y : R, is_derive (fun u => ln (ratio_3 u y)) x (10 * tanh (10 * x) - 9 * x - 1)
  /\ is_derive (fun u => ln (ratio_3 x u)) y (10 * tanh (10 * y) - 9 * y - 1).
Proof. exact slope_3_exact. Qed.

End CaseLines3.

Section LineStatements14.
Import Topics.Line.

(** claim: proposition-C.4 corrected *)
Theorem case_4_closed_form :
  forall x y : R,
  ratio_4 x y = closed_4 (15 / 2) x y
  /\ is_derive (fun u => ratio_4 u y) x (gradient_x_4 (- (145 / 2)) x y)
  /\ is_derive (fun u => ratio_4 x u) y (gradient_y_4 (- (145 / 2)) x y).
Proof. exact (fun x y => conj (ratio_4_closed x y) (is_derive_ratio_4 x y)). Qed.

(** claim: proposition-C.4 refutation *)
Theorem case_4_printed_ratio_false : ~ forall x y : R, ratio_4 x y = closed_4 (15 / 4) x y.
Proof. exact (fun printed => ratio_4_printed_false (printed 3 3)). Qed.

(** claim: proposition-C.4 refutation *)
Theorem case_4_printed_gradient_false :
  ~ forall x y : R, is_derive (fun u => ratio_4 u y) x (gradient_x_4 (- (145 / 4)) x y).
Proof. exact (fun printed => gradient_4_printed_false (printed 4 4)). Qed.

End LineStatements14.

Section CaseLines4.
Import Topics.CaseProofs.

(** claim: proposition-C.4-proof statement *)
Theorem case_4_displays :
  (forall a b x y, gaussian (1 / 10) a b x y
    = / (2 / 10 * PI) * exp (- 5 * ((x - a) ^ 2 + (y - b) ^ 2)))
  /\ (forall x y, mixture (1 / 10) 3 x y
    = / (8 / 10 * PI) * corner_sum 3 (fun a b => exp (- 5 * ((x - a) ^ 2 + (y - b) ^ 2))))
  /\ (forall x y, gaussian 3 3 3 x y = / (6 * PI) * exp (- ((x - 3) ^ 2 + (y - 3) ^ 2) / 6))
  /\ forall a b x y : R,
     is_derive (fun u => bump_4 a b u y) x
       (- (29 / 3) * (bump_4 a b x y * (x - (30 * a - 3) / 29)))
     /\ is_derive (fun u => bump_4 a b x u) y
       (- (29 / 3) * (bump_4 a b x y * (y - (30 * b - 3) / 29))).
Proof. exact lines_4. Qed.

End CaseLines4.

Section LineStatements15.
Import Topics.Line.

(** At [2, 2] in the first quadrant the gradient points up and to the right; [27/29, 27/29], where
    it is said to point, lies down and to the left. *)
(** claim: proposition-C.4-discussion refutation *)
Theorem case_4_printed_direction_false :
  27 / 29 - 2 < 0
  /\ (exists slope, is_derive (fun u => ratio_4 u 2) 2 slope /\ 0 < slope)
  /\ (exists slope, is_derive (fun u => ratio_4 2 u) 2 slope /\ 0 < slope).
Proof. exact gradient_4_at_2_2. Qed.

End LineStatements15.

Section CaseLines5.
Import Topics.CaseProofs.

(** ∇r is a sum of vectors to the points [(30a - 3)/29, (30b - 3)/29] over the modes [a, b], each
    with a positive weight. *)
(** claim: proposition-C.4-discussion corrected *)
Theorem case_4_centres :
  (30 * 3 - 3) / 29 = 3 /\ (30 * -3 - 3) / 29 = - (93 / 29)
  /\ forall x y : R,
     is_derive (fun u => ratio_4 u y) x
       (145 / 2 * corner_sum 3 (fun a b => bump_4 a b x y * ((30 * a - 3) / 29 - x)))
     /\ is_derive (fun u => ratio_4 x u) y
       (145 / 2 * corner_sum 3 (fun a b => bump_4 a b x y * ((30 * b - 3) / 29 - y)))
     /\ forall a b, 0 < bump_4 a b x y.
Proof. exact case_4_centre_vectors. Qed.

(** (1, 1) is 3σ or more from the axes and from (3, 3), σ² = 1/10. *)
(** claim: proposition-C.4-discussion-magnitude refutation *)
Theorem case_4_large_far_from_modes_false :
  ~ forall x y, 0 < x -> 0 < y -> 9 / 10 <= x ^ 2 -> 9 / 10 <= y ^ 2 ->
    9 / 10 <= (x - 3) ^ 2 + (y - 3) ^ 2 -> 1 <= ratio_4 x y.
Proof. exact magnitude_printed_false. Qed.

End CaseLines5.

Section LineStatements16.
Import Topics.Line.

(** `is_law F X`: X is what the law with the distribution function F makes of sets. *)
(** claim: lemma-C.1-quantile statement *)
Theorem quantile_of_uniform :
  forall F : R -> R, distribution_function F -> continuous_from_right F ->
  (forall u, 0 < u < 1 -> exists q, is_quantile F u q)
  /\ forall (U : (R -> Prop) -> R) (Q : R -> R) (x : R), is_law uniform_cdf U ->
     (forall u, 0 < u < 1 -> is_quantile F u (Q u)) ->
     U (fun u => 0 < u < 1 /\ Q u <= x) = F x.
Proof.
  exact (fun F F_is right => conj (quantile_exists F F_is right) (law_of_quantile F F_is)).
Qed.

(** A variable that is always 0. *)
(** claim: lemma-C.1-uniform refutation *)
Theorem own_distribution_function_uniform_false :
  ~ forall (F : R -> R) (X : (R -> Prop) -> R) (u : R),
    distribution_function F -> continuous_from_right F -> is_law F X -> 0 < u < 1 ->
    X (fun x => F x <= u) = u.
Proof. exact law_of_own_cdf_false. Qed.

(** The rest: the density of F(X). *)
(** claim: lemma-C.1-uniform corrected-step *)
Theorem own_continuous_distribution_function_uniform :
  forall F : R -> R, distribution_function F -> (forall x, continuous F x) ->
  forall (X : (R -> Prop) -> R) (u : R), is_law F X -> 0 < u < 1 -> X (fun x => F x <= u) = u.
Proof. exact (fun F F_is smooth X u => law_of_own_cdf F F_is X u smooth). Qed.

(** The jump of F at x is the least of F(x) - F(y) for y < x. *)
(** claim: lemma-C.1-uniform sharpened *)
Theorem own_distribution_function_near_uniform :
  forall F : R -> R, distribution_function F -> continuous_from_right F ->
  forall (X : (R -> Prop) -> R) (u : R), is_law F X -> 0 < u < 1 ->
  X (fun x => F x <= u) <= u
  /\ exists x, forall y, y < x -> u - X (fun x => F x <= u) <= F x - F y.
Proof. exact law_of_own_cdf_near. Qed.

(** Ψ is the distribution function of any mixture on the line; U = Φ(Z) is uniform. *)
(** For data that are a mixture of Assumption 2.1; the rest is any other law. *)
(** claim: theorem-C.2 step *)
Theorem every_push_forward_factors :
  forall (N : nat) (w x : nat -> R) (s : R) (P : (R -> Prop) -> R),
  0 < s -> mixture_weights N w -> normal_law P ->
  (forall u, 0 < u < 1 -> P (fun z => Phi z <= u) = u)
  /\ forall g, (forall y, P (fun z => g z <= y) = mixture_cdf N w x s y) ->
     let h u := mixture_cdf N w x s (g (normal_quantile u)) in
     (forall z, mixture_cdf N w x s (g z) = h (Phi z))
     /\ forall u, 0 < u < 1 -> P (fun z => h (Phi z) <= u) = u.
Proof.
  exact (fun N w x s P s_pos w_is law =>
    conj (law_of_Phi P law) (factor_of_pushes N w x s P s_pos w_is law)).
Qed.

(** And the monotone map is the only such g that does not decrease. *)
(** For data that are a mixture of Assumption 2.1; the rest is any other law. *)
(** claim: theorem-C.2 generalised-step *)
Theorem every_factor_pushes_forward :
  forall (N : nat) (w x : nat -> R) (s : R) (P : (R -> Prop) -> R),
  0 < s -> mixture_weights N w -> normal_law P ->
  (forall g h, (forall z, mixture_cdf N w x s (g z) = h (Phi z)) ->
     (forall u, 0 < u < 1 -> P (fun z => h (Phi z) <= u) = u) ->
     forall y, P (fun z => g z <= y) = mixture_cdf N w x s y)
  /\ forall g, (forall a b, a <= b -> g a <= g b) ->
     (forall y, P (fun z => g z <= y) = mixture_cdf N w x s y) -> monotone_map N w x s g.
Proof.
  exact (fun N w x s P s_pos w_is law => conj (pushes_of_factor N w x s P s_pos w_is law)
    (monotone_map_of_pushes N w x s P s_pos law)).
Qed.

(** The rest: that the law in the middle is the uniform one, and data that are no mixture. *)
(** claim: theorem-C.2-proof step *)
Theorem push_forwards_in_the_proof :
  forall (N : nat) (w x : nat -> R) (s : R) (P U D : (R -> Prop) -> R) (g : R -> R) (u : R),
  0 < s -> mixture_weights N w -> normal_law P ->
  (forall y, P (fun z => g z <= y) = mixture_cdf N w x s y) ->
  is_law (mixture_cdf N w x s) D -> (forall A : R -> Prop, U A = P (fun z => A (Phi z))) ->
  0 < u < 1 ->
  U (fun v => mixture_cdf N w x s (g (normal_quantile v)) <= u)
    = P (fun z => mixture_cdf N w x s (g z) <= u)
  /\ P (fun z => mixture_cdf N w x s (g z) <= u) = D (fun y => mixture_cdf N w x s y <= u)
  /\ D (fun y => mixture_cdf N w x s y <= u) = u.
Proof. exact chain_of_push_forwards. Qed.

(** f is the inverse of g = Ψ⁻¹∘Φ. *)
(** claim: theorem-C.3-proof-derivative statement *)
Theorem inverse_map_derivative :
  forall (N : nat) (w x : nat -> R) (s : R), 0 < s -> mixture_weights N w ->
  forall f, (forall y, Phi (f y) = mixture_cdf N w x s y) ->
  forall y, is_derive f y (mixture_density N w x s y / phi (f y)).
Proof. exact (fun N w x s s_pos _ => is_derive_monotone_inverse N w x s s_pos). Qed.

(** claim: theorem-C.3-proof-explicit statement *)
Theorem inverse_map_derivative_explicit :
  forall (N : nat) (x : nat -> R) (s y z : R), (1 <= N)%nat -> 0 < s ->
  mixture_density N (equal N) x s y / phi z
    = / (INR N * s) * Missing.EuclideanSpace.sum N (fun i => exp (- (y - x i) ^ 2 / (2 * s ^ 2)))
      * exp (z ^ 2 / 2).
Proof. exact inverse_slope_eq. Qed.

(** Modes ±3, s = 1 and y = 3; a is the anchor of the midpoint. *)
(** claim: theorem-C.3-proof-every-y refutation *)
Theorem inverse_map_bound_everywhere_false :
  let x i := match i with O => -3 | _ => 3 end in
  line_separated 2 x (6 * 1)
  /\ forall y z : R, y = 3 -> Phi z = mixture_cdf 2 (equal 2) x 1 y ->
     forall a, Phi (a 0%nat) = mixture_cdf 2 (equal 2) x 1 (midpoint x 0) ->
     printed_inverse_bound 2 x 1 a < mixture_density 2 (equal 2) x 1 y / phi z.
Proof. exact inverse_slope_printed_false. Qed.

(** The rest: equality for two modes. *)
(** claim: theorem-C.3-proof-every-y corrected-step *)
Theorem inverse_map_bound_at_midpoints :
  forall (N : nat) (x : nat -> R) (s : R) (i : nat) (z : R),
  0 < s -> ascending N x -> (S i < N)%nat ->
  mixture_density N (equal N) x s (midpoint x i) / phi z
    <= / s * exp (- gap_exponent x s i) * exp (z ^ 2 / 2).
Proof. exact inverse_slope_at_midpoint. Qed.

(** claim: theorem-C.3-proof-quantile statement *)
Theorem midpoints_within_quantile :
  forall (N : nat) (x : nat -> R) (s : R) (i : nat), 0 < s -> (S i < N)%nat ->
  forall q z, Phi q = 1 - / INR N -> Phi z = mixture_cdf N (equal N) x s (midpoint x i) ->
  exp (z ^ 2 / 2) <= exp (q ^ 2).
Proof. exact exp_anchor_le. Qed.

(** claim: theorem-C.3-proof-quantile sharpened *)
Theorem midpoints_within_quantile_exactly :
  forall (N : nat) (x : nat -> R) (s : R) (i : nat), 0 < s -> (S i < N)%nat ->
  forall q z, Phi q = 1 - / INR N -> Phi z = mixture_cdf N (equal N) x s (midpoint x i) ->
  Rabs z <= q.
Proof. exact anchor_within_quantile. Qed.

End LineStatements16.

Section DensityTransformation.
Import Densities DiscriminatorFields DiscriminatorFieldCases Steepness ModeMixture Collapse
  ParticleModel EuclideanSpace DensityTransformation.

(** On the line. Piece k is sent with the orientation e k = ±1 and the inverse psi k; F is the
    distribution function of X and rho its density. `image_mass F count psi e a u` is the mass that
    the pieces receive between a and u. *)
(** claim: lemma-C.2-first step *)
Theorem density_of_piecewise_image :
  forall (F rho : R -> R) (count : nat) (psi : nat -> R -> R) (psi' e : nat -> R) (a y : R),
  (forall x, is_derive F x (rho x)) ->
  (forall k, (k < count)%nat -> is_derive (psi k) y (psi' k)) ->
  (forall k, (k < count)%nat -> Rabs (e k) = 1 /\ 0 <= e k * psi' k) ->
  is_derive (fun u => sum count (fun k => e k * (F (psi k u) - F (psi k a)))) y
    (sum count (fun k => rho (psi k y) * Rabs (psi' k))).
Proof. exact is_derive_image_mass. Qed.

(** X of N(1, 1) and Y = X², for which P(Y <= y) = F(√y) - F(-√y): the density of Y at 1, and that
    it is not the printed one, which takes x = 1 in both terms. *)
(** claim: lemma-C.2-second refutation *)
Theorem density_at_image_of_same_point_false :
  forall F : R -> R, (forall x, is_derive F x (gaussian1 1 1 x)) ->
  is_derive (fun y => F (sqrt y) - F (- sqrt y)) 1
    (gaussian1 1 1 1 * / Rabs (2 * 1) + gaussian1 1 1 (-1) * / Rabs (2 * -1))
  /\ ~ is_derive (fun y => F (sqrt y) - F (- sqrt y)) 1
    (gaussian1 1 1 1 * / Rabs (2 * 1) + gaussian1 1 1 1 * / Rabs (2 * 1)).
Proof. exact same_point_false. Qed.

(** On the line: the point of piece k with the image y = f(x) is psi k y, where f has the slope
    f′. *)
(** claim: lemma-C.2-second corrected-step *)
Theorem density_at_image :
  forall (F rho f f' : R -> R) (count : nat) (psi : nat -> R -> R) (e : nat -> R) (a x : R),
  (forall u, is_derive F u (rho u)) -> (forall u, 0 <= rho u) ->
  let y := f x in
  (forall k, (k < count)%nat ->
    f' (psi k y) <> 0 /\ is_derive (psi k) y (/ f' (psi k y))
    /\ Rabs (e k) = 1 /\ 0 <= e k * / f' (psi k y)) ->
  is_derive (image_mass F count psi e a) y
    (sum count (fun k => rho (psi k y) * / Rabs (f' (psi k y)))).
Proof.
  exact (fun F rho f f' count psi e a x F_is rho_pos pieces =>
    proj1 (is_derive_image_mass_at_image F rho f f' count psi e a x F_is rho_pos pieces)).
Qed.

(** On the line: the term of x itself is a lower bound. *)
(** claim: lemma-C.2-second sharpened-step *)
Theorem density_at_image_ge_term :
  forall (F rho f f' : R -> R) (count : nat) (psi : nat -> R -> R) (e : nat -> R) (a x : R),
  (forall u, is_derive F u (rho u)) -> (forall u, 0 <= rho u) ->
  let y := f x in
  (forall k, (k < count)%nat ->
    f' (psi k y) <> 0 /\ is_derive (psi k) y (/ f' (psi k y))
    /\ Rabs (e k) = 1 /\ 0 <= e k * / f' (psi k y)) ->
  forall k, (k < count)%nat -> psi k y = x ->
  rho x * / Rabs (f' x) <= Derive (image_mass F count psi e a) y.
Proof. exact image_density_ge_term. Qed.

End DensityTransformation.

Section LineStatements17.
Import Topics.Line.

(** g(x) = x³. *)
(** claim: theorem-C.4-proof-inverse refutation *)
Theorem injective_has_smooth_inverse_false :
  ~ forall g f : R -> R, (forall x y, g x = g y -> x = y) ->
    (forall x, ex_derive g x) -> (forall x, continuous (Derive g) x) ->
    (forall x, f (g x) = x) -> forall x, ex_derive f (g x).
Proof. exact injective_inverse_smooth_false. Qed.

(** On the line. *)
(** claim: theorem-C.4-proof-inverse corrected-step *)
Theorem inverse_smooth_where_slope_is_some :
  forall (g f : R -> R) (x l : R),
  (forall y, g (f y) = y) -> f (g x) = x -> continuous f (g x) -> is_derive g x l -> l <> 0 ->
  is_derive f (g x) (/ l).
Proof. exact inverse_smooth_of_some_slope. Qed.

(** `truncated_cdf r` is Φᵣ, `inside_mass r` is P(|Z| < r) and `delta r` is exp(-r²/2)/√(2π). *)
(** claim: theorem-C.4-proof-derivative statement *)
Theorem truncated_slope_at_least :
  forall r x : R, 0 < r -> Rabs x < r ->
  is_derive (truncated_cdf r) x (phi x / inside_mass r) /\ delta r <= phi x / inside_mass r.
Proof. exact truncated_slope_ge. Qed.

(** The greatest lower bound; the rest is that it is approached at the ends. *)
(** claim: theorem-C.4-proof-derivative sharpened-step *)
Theorem truncated_slope_greatest_lower_bound :
  forall r : R, 0 < r ->
  (forall x, Rabs x < r -> delta r / inside_mass r <= phi x / inside_mass r)
  /\ forall e, 0 < e ->
     exists x, Rabs x < r /\ phi x / inside_mass r < delta r / inside_mass r + e.
Proof. exact truncated_slope_infimum. Qed.

(** The product of the slopes; that it is the determinant of a diagonal matrix is by hand. *)
(** claim: theorem-C.4-proof-determinant step *)
Theorem product_of_slopes_at_least :
  forall (n : nat) (r : R) (z : vector), 0 < r -> EuclideanSpace.norm n z < r ->
  delta r ^ n <= coordinate_product n (fun i => phi (z i) / inside_mass r).
Proof. exact product_slopes_ge. Qed.

(** claim: theorem-C.4-proof-determinant sharpened-step *)
Theorem product_of_slopes_at_least_once :
  forall (n : nat) (r : R) (z : vector), 0 < r -> EuclideanSpace.norm n z < r ->
  / sqrt (2 * PI) ^ n * exp (- r ^ 2 / 2)
    <= coordinate_product n (fun i => phi (z i) / inside_mass r).
Proof. exact product_slopes_ge_once. Qed.

(** P is any law that is 0 outside of the ball; for all n ≥ 2 and r the corner has too little. *)
(** claim: theorem-C.4-proof-uniform refutation *)
Theorem noise_is_mapped_to_uniform_false :
  forall (n : nat) (r : R) (P : (vector -> Prop) -> R), (2 <= n)%nat -> 0 < r ->
  (forall A : vector -> Prop, (forall z, ball_point n r z -> ~ A z) -> P A = 0) ->
  ~ forall u : nat -> R, (forall i, (i < n)%nat -> 0 < u i < 1) ->
    P (fun z => forall i, (i < n)%nat -> u i < truncated_cdf r (z i))
      = coordinate_product n (fun i => 1 - u i).
Proof. exact noise_to_uniform_false. Qed.

(** For all n ≥ 2 and r. *)
(** claim: theorem-C.4-proof-onto refutation *)
Theorem ball_is_mapped_onto_cube_false :
  forall (n : nat) (r : R), (2 <= n)%nat -> 0 < r ->
  ~ forall u : nat -> R, (forall i, (i < n)%nat -> 0 < u i < 1) ->
    exists z, ball_point n r z /\ forall i, (i < n)%nat -> truncated_cdf r (z i) = u i.
Proof. exact ball_onto_cube_false. Qed.

(** The rest: that the corners of the cube are missed. *)
(** claim: theorem-C.4-proof-onto corrected-step *)
Theorem ball_contains_small_cube :
  forall (n : nat) (r : R) (z : vector), (1 <= n)%nat -> 0 < r ->
  (forall i, (i < n)%nat -> Rabs (z i) < r / sqrt (INR n)) -> ball_point n r z.
Proof. exact small_cube_in_ball. Qed.

(** A tent with its peak at 1/4 carries the uniform law to itself, of density 1; 1/8 and 5/8 have
    the same image, and the term of y = 1/8, once for each branch, gives 1/2. *)
(** claim: theorem-C.4-proof-branches refutation *)
Theorem branches_with_one_point_false :
  forall U : (R -> Prop) -> R, is_law uniform_cdf U ->
  (forall t, 0 < t < 1 -> U (fun y => tent y <= t) = t)
  /\ is_derive tent (1 / 8) 4 /\ tent (5 / 8) = tent (1 / 8) /\ / 4 + / 4 <> 1.
Proof. exact branches_printed_false. Qed.

(** One mode x ≠ 0 in any dimension: every point of the open ball is surpassed. *)
(** claim: theorem-C.4-proof-open-ball refutation *)
Theorem farthest_point_of_open_ball_false :
  forall (n : nat) (x y : vector), 0 < EuclideanSpace.norm n x ->
  EuclideanSpace.norm n y < 2 * EuclideanSpace.norm n x ->
  exists u, EuclideanSpace.norm n u < 2 * EuclideanSpace.norm n x
  /\ EuclideanSpace.norm n (sub y x) < EuclideanSpace.norm n (sub u x).
Proof. exact no_farthest_in_open_ball. Qed.

(** claim: theorem-C.4-proof-open-ball corrected *)
Theorem farthest_point_of_closed_ball :
  forall (n : nat) (x y : vector), EuclideanSpace.norm n y <= 2 * EuclideanSpace.norm n x ->
  EuclideanSpace.norm n (scale (-2) x) <= 2 * EuclideanSpace.norm n x
  /\ EuclideanSpace.norm n (sub (scale (-2) x) x) = 3 * EuclideanSpace.norm n x
  /\ EuclideanSpace.norm n (sub y x) <= 3 * EuclideanSpace.norm n x.
Proof. exact farthest_in_closed_ball. Qed.

(** Over the closed ball; y is the point that is farthest from its nearest mode. *)
(** claim: theorem-C.4-proof-farthest statement *)
Theorem farthest_point_is_rarest :
  forall (n N : nat) (x : nat -> vector) (s : R), (1 <= N)%nat -> 0 < s ->
  forall (y : vector) (l : R), (1 <= n)%nat -> 0 <= l <= 2 ->
  let R := 2 * greatest N (fun i => EuclideanSpace.norm n (x i)) in
  (forall u, EuclideanSpace.norm n u <= R ->
    least N (fun i => EuclideanSpace.norm n (sub u (x i)))
      <= least N (fun i => EuclideanSpace.norm n (sub y (x i)))) ->
  space_density n N x s y <= space_density n N x s (scale l (mean N x)).
Proof. exact density_at_farthest_le. Qed.

(** At every point, those λx̄ included. *)
(** claim: theorem-C.4-proof-reciprocal statement *)
Theorem reciprocal_of_density :
  forall (n N : nat) (x : nat -> vector) (s : R), (1 <= N)%nat -> 0 < s ->
  forall y : vector,
  sqrt (2 * PI * s ^ 2) ^ n
    * least N (fun i => exp (EuclideanSpace.norm n (sub y (x i)) ^ 2 / (2 * s ^ 2)))
    <= / space_density n N x s y.
Proof. exact reciprocal_density_ge. Qed.

(** On the line, r = 2, g₂(y) = y + 1/2 and z = 0. *)
(** claim: theorem-C.4-proof-composition refutation *)
Theorem slope_of_composition_false :
  ~ forall (r : R) (g2 : R -> R) (z d : R), 0 < r -> Rabs z < r ->
    is_derive g2 (truncated_cdf r z) d -> Rabs (g2 (truncated_cdf r z)) < r ->
    Derive (fun u => g2 (truncated_cdf r u)) z
      = d * Derive (truncated_cdf r) (g2 (truncated_cdf r z)).
Proof. exact composition_printed_false. Qed.

(** On the line. *)
(** claim: theorem-C.4-proof-composition corrected-step *)
Theorem slope_of_composition :
  forall (r : R) (g2 : R -> R) (z d : R), 0 < r -> is_derive g2 (truncated_cdf r z) d ->
  Derive (fun u => g2 (truncated_cdf r u)) z = d * Derive (truncated_cdf r) z.
Proof. exact composition_slope. Qed.

(** claim: theorem-C.4-remark statement *)
Theorem space_bound_for_mean :
  forall (n N : nat) (x : nat -> vector) (s r M : R), (1 <= n)%nat -> 0 < s ->
  space_bound_at n N x s r 1
    = exp (- r ^ 2 / 2) / sqrt (2 * PI) * s * sqrt (2 * PI)
      * least N (fun i =>
          exp (EuclideanSpace.norm n (sub (mean N x) (x i)) ^ 2 / (2 * INR n * s ^ 2)))
  /\ (is_space_bound n N x s r M -> space_bound_at n N x s r 1 <= M).
Proof. exact space_bound_at_1. Qed.

End LineStatements17.

Section SingleMode.
Import Densities DiscriminatorFields DiscriminatorFieldCases Steepness ModeMixture Collapse
  ParticleModel EuclideanSpace Gradients SingleModeRecurrence SingleModePrinted SingleModeLongRun
  SingleModeNearOptimum.

(** ** A single mode N(0, kstar² I) of dimension n

    `isotropic n k` is the density of N(0, k² I) and `phi n` that of N(0, I), both products over the
    coordinates. `optimal_step n kstar s x0` is the step as it should be and `printed_optimal_step`
    the printed one; `mode_step f` and `printed_step f` are those of Proposition D.2. *)

(** claim: theorem-C.5-monotone refutation *)
Theorem printed_steps_do_not_increase :
  ~ forall (n : nat) (kstar s k0 : R), 0 < s -> 0 < k0 < kstar ->
    let k1 := printed_optimal_step n kstar s (fun _ => 0) k0 in
    let k2 := printed_optimal_step n kstar s (fun _ => 0) k1 in
    k0 <= k1 /\ k1 <= k2.
Proof. exact printed_increase_false. Qed.

(** `step_bound n u` is u (1 + uⁿ)/(1 + u). *)
(** claim: theorem-C.5-monotone corrected *)
Theorem steps_increase_iff_short :
  (forall (n : nat) (kstar s : R) (k : nat -> R),
     0 < s -> 0 < k 0%nat < kstar ->
     (forall t, k (S t) = optimal_step n kstar s (fun _ => 0) (k t)) ->
     (forall t, k t <= k (S t) <= kstar)
     <-> s <= kstar ^ 2 * step_bound n (k 0%nat / kstar))
  /\ (forall (n : nat) (kstar s : R) (x0 : vector), 0 < kstar -> 0 < s -> forall k : nat -> R,
      (forall t, k (S t) = optimal_step n kstar s x0 (k t)) -> 0 < k 0%nat < kstar ->
      s <= kstar ^ 2 * step_bound n (k 0%nat / kstar) ->
      forall t, 0 < k t <= kstar /\ s <= kstar ^ 2 * step_bound n (k t / kstar)
                /\ k t <= k (S t) <= kstar).
Proof. exact (conj increases_iff_short_steps increases_of_short_steps). Qed.

(** claim: theorem-C.5-monotone sharpened *)
Theorem long_step_leads_past :
  (forall (n : nat) (kstar s k : R), 0 < k < kstar ->
     kstar ^ 2 * step_bound n (k / kstar) < s ->
     kstar < optimal_step n kstar s (fun _ => 0) k)
  /\ (forall (n : nat) (kstar s k : R) (x0 : vector),
      0 < s -> 0 < kstar < k -> optimal_step n kstar s x0 k < k)
  /\ (forall u, 0 < u -> step_bound 1 u = u).
Proof. exact (conj long_step_leads_beyond (conj decreases_beyond step_bound_line)). Qed.

(** kstar = 1 and s = 125/36: from 5/6 to 5/3 and back for ever. *)
(** claim: theorem-C.5-limit refutation *)
Theorem printed_steps_do_not_converge :
  ~ forall (n : nat) (kstar s : R) (k : nat -> R), 0 < s -> 0 < k 0%nat < kstar ->
    (forall t, k (S t) = printed_optimal_step n kstar s (fun _ => 0) (k t)) ->
    is_lim_seq k kstar.
Proof. exact printed_limit_false. Qed.

(** claim: theorem-C.5-limit refutation *)
Theorem printed_steps_lead_away :
  ~ forall (n : nat) (kstar s k : R), 0 < kstar -> 0 < s -> Rabs (k - kstar) <= kstar / 100 ->
    Rabs (printed_optimal_step n kstar s (fun _ => 0) k - kstar) <= Rabs (k - kstar).
Proof. exact printed_approach_false. Qed.

(** claim: theorem-C.5-limit corrected *)
Theorem short_steps_converge :
  forall (n : nat) (kstar s : R) (k : nat -> R),
  0 < s -> 0 < k 0%nat < kstar -> s <= kstar ^ 2 * step_bound n (k 0%nat / kstar) ->
  (forall t, k (S t) = optimal_step n kstar s (fun _ => 0) (k t)) ->
  is_lim_seq k kstar
  /\ (forall t, k t <= k (S t))
  /\ forall t, 0 <= 1 - k t / kstar <= (1 - s / kstar ^ 2) ^ t * (1 - k 0%nat / kstar).
Proof. exact increases_to_optimum. Qed.

(** `attracts f x`: around x each step brings nearer by a factor below 1; `repels`: leads away by a
    factor above 1. *)
(** claim: theorem-C.5-limit sharpened *)
Theorem step_near_optimum :
  forall (n : nat) (kstar s : R) (x0 : vector),
  0 < kstar ->
  is_derive (optimal_step n kstar s x0) kstar (1 - s / kstar ^ 2)
  /\ (0 < s < 2 * kstar ^ 2 -> attracts (optimal_step n kstar s x0) kstar)
  /\ (2 * kstar ^ 2 < s -> repels (optimal_step n kstar s x0) kstar)
  /\ (0 < s < kstar ^ 2 -> exists d, 0 < d /\ forall k, Rabs (k - kstar) < d ->
        0 <= (optimal_step n kstar s x0 k - kstar) * (k - kstar)).
Proof. exact optimal_step_near_optimum. Qed.

(** The particle at k x0 under d = p/(p + q): with the printed k′ its step is wrong for n = 1,
    kstar = s = x0 = 1 and k = 1/2. *)
(** claim: theorem-C.5 refutation *)
Theorem printed_recurrence_false :
  ~ forall (n : nat) (kstar k s : R) (x0 : vector),
    0 < kstar -> 0 < k -> 0 < s ->
    let p := isotropic n kstar in
    let q := isotropic n k in
    let d x := p x / (p x + q x) in
    exists G, is_gradient n d (scale k x0) G
    /\ same n (add (scale k x0) (scale (s / d (scale k x0)) G))
         (scale (printed_optimal_step n kstar s x0 k) x0).
Proof. exact optimal_particle_step_printed_false. Qed.

(** claim: theorem-C.5 corrected *)
Theorem recurrence_of_gaussian_generator :
  forall (n : nat) (kstar k s : R) (x0 : vector),
  0 < kstar -> 0 < k ->
  let p := isotropic n kstar in
  let q := isotropic n k in
  let d x := p x / (p x + q x) in
  exists G, is_gradient n d (scale k x0) G
  /\ same n (add (scale k x0) (scale (s / d (scale k x0)) G))
       (scale (k + s * k * (1 / k ^ 2 - 1 / kstar ^ 2)
               * (1 / (1 + (k / kstar) ^ n * (phi n (scale (k / kstar) x0) / phi n x0)))) x0).
Proof. exact optimal_particle_step. Qed.

(** n = 2, k = 2, at the origin. *)
(** claim: theorem-C.5-proof-density proposition-D.2-proof-density refutation *)
Theorem density_of_scaled_gaussian_false :
  ~ forall (n : nat) (k : R) (x : vector), (1 <= n)%nat -> 0 < k ->
    isotropic n k x = phi n (scale (/ k) x) / k.
Proof. exact isotropic_printed_false. Qed.

(** claim: theorem-C.5-proof-density proposition-D.2-proof-density corrected *)
Theorem density_of_scaled_gaussian :
  forall (n : nat) (k : R) (x : vector),
  0 < k -> isotropic n k x = phi n (scale (/ k) x) / k ^ n.
Proof. exact isotropic_of_phi. Qed.

(** claim: theorem-C.5-proof-score proposition-D.2-proof-score statement *)
Theorem score_of_standard_gaussian :
  forall (n : nat) (x : vector), is_gradient n (phi n) x (scale (- phi n x) x).
Proof. exact is_gradient_phi. Qed.

(** With c = k/kstar both lines as printed; A and C are the gradients of φ(x/kstar) and φ(x/k). *)
(** claim: theorem-C.5-proof-gradient proposition-D.2-proof-gradient statement *)
Theorem gradient_of_printed_ratio :
  forall (n : nat) (c k kstar : R) (x : vector),
  0 < k -> 0 < kstar ->
  let u y := phi n (scale (/ kstar) y) in
  let v y := phi n (scale (/ k) y) in
  exists A C, is_gradient n u x A /\ is_gradient n v x C
  /\ let G := scale (c / v x ^ 2) (sub (scale (v x) A) (scale (u x) C)) in
     is_gradient n (fun y => c * (u y / v y)) x G
     /\ same n G (scale (c * (1 / k ^ 2 - 1 / kstar ^ 2) * (u x / v x)) x).
Proof. exact ratio_gradient_lines. Qed.

(** claim: theorem-C.5-proof-last-line refutation *)
Theorem last_line_of_recurrence_false :
  ~ forall (n : nat) (k kstar s r : R) (x0 : vector),
    0 < k -> 0 < kstar -> 0 < r ->
    let x := scale k x0 in
    let ratio_gradient := scale (r * (1 / k ^ 2 - 1 / kstar ^ 2)) x in
    same n (add x (scale (s * (1 / (r * (r + 1)))) ratio_gradient))
      (scale (k + s * (1 / k ^ 2 - 1 / kstar ^ 2) * (1 / (1 + r))) x0).
Proof. exact last_line_optimal_printed_false. Qed.

(** claim: theorem-C.5-proof-last-line corrected *)
Theorem last_line_of_recurrence :
  forall (n : nat) (k kstar s r : R) (x0 : vector),
  0 < k -> 0 < kstar -> 0 < r ->
  let x := scale k x0 in
  let ratio_gradient := scale (r * (1 / k ^ 2 - 1 / kstar ^ 2)) x in
  same n (add x (scale (s * (1 / (r * (r + 1)))) ratio_gradient))
    (scale (k + s * k * (1 / k ^ 2 - 1 / kstar ^ 2) * (1 / (1 + r))) x0).
Proof. exact last_line_optimal. Qed.

End SingleMode.

Section EvolutionProof.
Import Densities DiscriminatorFields DiscriminatorFieldCases Steepness ModeMixture Collapse
  ParticleModel SymmetricMixture PushForwardDensity EvolutionProofLines.

(** The velocity is odd in the latent variable; then -g(-z) moves as g does. That it is g needs that
    the flow has one solution only. *)
(** claim: theorem-C.6-proof-oddness step *)
Theorem velocity_of_odd_generator :
  forall g p q : R -> R,
  (forall x, p (- x) = p x) -> (forall x, 0 < p x) -> (forall x, ex_derive p x) ->
  (forall z, g (- z) = - g z) -> (forall z, thrice_differentiable g z) -> image_density g q ->
  let d x := p x / (p x + q x) in
  forall z, Derive d (g (- z)) / d (g (- z)) = - (Derive d (g z) / d (g z)).
Proof. exact velocity_odd. Qed.

(** claim: theorem-C.6-proof-chain-rule statement *)
Theorem slope_of_velocity :
  forall (d g : R -> R) (z : R),
  twice_differentiable d (g z) -> 0 < d (g z) -> ex_derive g z ->
  is_derive (fun u => Derive d (g u) / d (g u)) z
    ((Derive_n d 2 (g z) / d (g z) - (Derive d (g z) / d (g z)) ^ 2) * Derive g z).
Proof. exact is_derive_field_along. Qed.

(** claim: theorem-C.6-proof-generated-density statement *)
Theorem generated_density_at_centre :
  forall g q : R -> R,
  thrice_differentiable g 0 -> 0 < Derive g 0 ->
  locally 0 (fun u => q (g u) * Derive g u = standard_gaussian u) ->
  g 0 = 0 -> Derive_n g 2 0 = 0 ->
  let k := Derive g 0 in
  let g3 := Derive_n g 3 0 in
  q 0 = / (sqrt (2 * PI) * k)
  /\ locally 0 (ex_derive q) /\ is_derive q 0 0
  /\ is_derive (Derive q) 0 (- (k + g3) / (sqrt (2 * PI) * k ^ 4)).
Proof. exact density_at_centre. Qed.

(** m = 1, s = 1/2. *)
(** claim: theorem-C.6-proof-data-density refutation *)
Theorem data_density_at_centre_false :
  ~ forall m s, 0 < s ->
    symmetric_mixture m s 0 = exp (- m ^ 2 / (2 * s ^ 2)) / (sqrt (2 * PI) * s ^ 2).
Proof. exact symmetric_mixture_printed_false. Qed.

(** claim: theorem-C.6-proof-data-density corrected *)
Theorem data_density_at_centre :
  forall m s : R,
  0 < s ->
  let p := symmetric_mixture m s in
  p 0 = exp (- m ^ 2 / (2 * s ^ 2)) / (sqrt (2 * PI) * s)
  /\ is_derive p 0 0
  /\ is_derive (Derive p) 0
       ((m ^ 2 - s ^ 2) / s ^ 4 * (exp (- m ^ 2 / (2 * s ^ 2)) / (sqrt (2 * PI) * s))).
Proof. exact symmetric_mixture_at_centre. Qed.

(** claim: theorem-C.6-proof-discriminator statement *)
Theorem discriminator_at_centre :
  forall p q : R -> R,
  0 < p 0 -> 0 < q 0 -> twice_differentiable p 0 -> twice_differentiable q 0 ->
  Derive p 0 = 0 -> Derive q 0 = 0 ->
  let d x := p x / (p x + q x) in
  is_derive d 0 0
  /\ is_derive (Derive d) 0
       ((Derive_n p 2 0 * q 0 - p 0 * Derive_n q 2 0) / (p 0 + q 0) ^ 2).
Proof. exact discriminator_at_rest. Qed.

(** claim: theorem-C.6-proof-assembled statement *)
Theorem rate_from_densities :
  forall p q : R -> R,
  0 < p 0 -> 0 < q 0 -> twice_differentiable p 0 -> twice_differentiable q 0 ->
  Derive p 0 = 0 -> Derive q 0 = 0 ->
  let d x := p x / (p x + q x) in
  forall k : R,
  (Derive_n d 2 0 / d 0 - (Derive d 0 / d 0) ^ 2) * k
  = (Derive_n p 2 0 * q 0 - p 0 * Derive_n q 2 0) / ((p 0 + q 0) * p 0) * k.
Proof. exact rate_of_densities. Qed.

(** The last display has exp(-m²/s²) where the theorem has exp(-m²/2s²): m = 8, s = 1, g(z) = z. *)
(** claim: theorem-C.6-proof refutation *)
Theorem last_line_of_rate_false :
  ~ forall (g q : R -> R) (m s : R),
    0 < s -> image_density g q -> thrice_differentiable g 0 -> g 0 = 0 -> Derive_n g 2 0 = 0 ->
    let p := symmetric_mixture m s in
    let d x := p x / (p x + q x) in
    let k := Derive g 0 in
    let g3 := Derive_n g 3 0 in
    is_derive (fun z => Derive d (g z) / d (g z)) 0
      (((m ^ 2 - s ^ 2) / s ^ 4 * k ^ 3 + k + g3)
       / (exp (- m ^ 2 / s ^ 2) / s * k ^ 3 + k ^ 2)).
Proof. exact last_line_printed_false. Qed.

(** claim: theorem-C.6-proof corrected *)
Theorem last_line_of_rate :
  forall (g q : R -> R) (m s : R),
  0 < s -> image_density g q -> thrice_differentiable g 0 -> g 0 = 0 -> Derive_n g 2 0 = 0 ->
  let p := symmetric_mixture m s in
  let d x := p x / (p x + q x) in
  let k := Derive g 0 in
  let g3 := Derive_n g 3 0 in
  is_derive (fun z => Derive d (g z) / d (g z)) 0
    (((m ^ 2 - s ^ 2) / s ^ 4 * k ^ 3 + k + g3)
     / (exp (- m ^ 2 / (2 * s ^ 2)) / s * k ^ 3 + k ^ 2)).
Proof. exact SteepnessEvolution.is_derive_field_of_symmetric_mixture. Qed.

End EvolutionProof.

Section LineStatements18.
Import Topics.Line.

(** claim: theorem-C.7-proof-monotone statement *)
Theorem mass_of_interval_monotone :
  forall (P : (R -> Prop) -> R) (a b : R), normal_law P -> a <= b ->
  (forall a', a < a' <= b -> P (fun z => a' <= z <= b) < P (fun z => a <= z <= b))
  /\ forall b', b < b' -> P (fun z => a <= z <= b) < P (fun z => a <= z <= b').
Proof. exact interval_mass_strict. Qed.

(** Modes ±3, s = k = 1 and g(z) = z: both ends are at 0. *)
(** claim: theorem-C.7-proof-preimages refutation *)
Theorem preimages_of_region_ends_false :
  ~ forall (x0 x1 s k : R) (g : R -> R) (a c b : R), 0 < s -> 6 * s <= x1 - x0 ->
    (forall u v, u < v -> g u < g v) -> (forall z, ex_derive g z) ->
    (forall z, Rabs (Derive g z) <= k) ->
    g a = x0 + 3 * s -> g c = (x0 + x1) / 2 -> g b = x1 - 3 * s ->
    a <= c - (x1 - x0 - 3 * s) / (2 * k) /\ c + (x1 - x0 - 3 * s) / (2 * k) <= b.
Proof. exact preimages_of_ends_false. Qed.

(** claim: theorem-C.7-proof-preimages corrected *)
Theorem preimages_of_region_ends :
  forall (x0 x1 s k : R) (g : R -> R) (a c b : R), 0 < s -> 6 * s <= x1 - x0 -> 0 < k ->
  (forall u v, u < v -> g u < g v) -> (forall z, ex_derive g z) ->
  (forall z, Rabs (Derive g z) <= k) ->
  g a = x0 + 3 * s -> g c = (x0 + x1) / 2 -> g b = x1 - 3 * s ->
  a <= c - (x1 - x0 - 6 * s) / (2 * k) /\ c + (x1 - x0 - 6 * s) / (2 * k) <= b.
Proof. exact preimages_of_ends. Qed.

(** g takes the ends of every region: the hypothesis that is needed and not printed. *)
(** claim: theorem-C.7-proof-sum statement *)
Theorem mass_between_modes_as_sum :
  forall (P : (R -> Prop) -> R) (N : nat) (x : nat -> R) (s : R) (g : R -> R) (a b : nat -> R),
  normal_law P -> 0 < s -> line_separated N x (6 * s) -> (forall u v, u < v -> g u < g v) ->
  (forall i, (S i < N)%nat -> g (a i) = x i + 3 * s /\ g (b i) = x (S i) - 3 * s) ->
  P (fun z => between_modes N x s (g z))
    = Missing.EuclideanSpace.sum (N - 1) (fun i => Phi (b i) - Phi (a i)).
Proof. exact mass_between_modes_eq_sum. Qed.

(** claim: theorem-C.7-proof-two-modes statement *)
Theorem printed_bound_for_symmetric_pair :
  forall (m s k : R) (c : nat -> R), 0 < s -> 0 < k -> anchors 2 (symmetric_pair m) s c ->
  mixture_bound 2 c (printed_half_width (symmetric_pair m) s k)
    = Phi ((2 * m - 3 * s) / (2 * k)) - Phi (- ((2 * m - 3 * s) / (2 * k))).
Proof. exact printed_bound_of_pair. Qed.

End LineStatements18.

Section CollapseProof.
Import Densities DiscriminatorFields DiscriminatorFieldCases Steepness SteepnessEvolution
  ModeMixture ParticleModel EuclideanSpace Gradients SpectralNorm Collapse CollapseSteepness
  CollapseBound CollapseField CollapseDrop LinearField.

(** C is the Jacobian of v∘g where that has one; by the chain rule it is that of v times J. *)
(** claim: theorem-C.8-proof statement *)
Theorem update_differentiated_line_by_line :
  forall (m n : nat) (g v : vector -> vector) (z : vector) (J B C : matrix) (t : R),
  is_jacobian m n g z J ->
  (is_jacobian m n (fun u => v (g u)) z C ->
   is_jacobian m n (updated t v g) z (combination J t C))
  /\ (is_jacobian n n v (g z) B -> is_jacobian m n (fun u => v (g u)) z (product n B J)).
Proof. exact update_jacobians. Qed.

(** claim: theorem-C.9-proof-gradient statement *)
Theorem gradient_of_linear_discriminator :
  forall (n : nat) (s : R) (c x : vector), let r := norm n (sub x c) in
  0 < r < 4 * s ->
  is_gradient n (linear_discriminator n s c) x (scale (- / (8 * s * r)) (sub x c)).
Proof. exact is_gradient_linear_discriminator. Qed.

(** ∇d/d is the gradient of log d. *)
(** claim: theorem-C.9-proof-gradient statement *)
Theorem linear_field_is_gradient_over_discriminator :
  forall (n : nat) (s : R) (c x : vector), let r := norm n (sub x c) in
  0 < r < 4 * s ->
  linear_field n s c x
    = scale (/ linear_discriminator n s c x) (scale (- / (8 * s * r)) (sub x c))
  /\ is_gradient n (fun y => ln (linear_discriminator n s c y)) x (linear_field n s c x).
Proof.
  exact (fun n s c x inside => conj (linear_field_of_gradient n s c x inside)
    (is_gradient_log_linear_discriminator n s c x inside)).
Qed.

(** `printed_hessian n s y` is the printed matrix, y = x - c. *)
(** claim: theorem-C.9-eigenvalues statement *)
Theorem hessian_of_log_discriminator :
  forall (n : nat) (s : R) (c x : vector), let r := norm n (sub x c) in
  let H := printed_hessian n s (sub x c) in
  0 < r < 4 * s ->
  is_jacobian n n (linear_field n s c) x H
  /\ same n (image n H (sub x c))
       (scale (- / (r * (4 * s - r)) + (4 * s - 2 * r) / (r * (4 * s - r) ^ 2)) (sub x c))
  /\ (forall v, dot n (sub x c) v = 0 ->
      same n (image n H v) (scale (- / (r * (4 * s - r))) v)).
Proof.
  exact (fun n s c x inside => conj (is_jacobian_printed_hessian n s c x inside)
    (eigenvectors_of_printed_hessian n s c x inside)).
Qed.

(** As a quadratic form: second derivatives along any straight line. *)
(** claim: theorem-C.9-eigenvalues statement *)
Theorem second_derivative_of_log_discriminator :
  forall (n : nat) (s : R) (c x : vector), 0 < norm n (sub x c) < 4 * s -> forall v : vector,
  is_derive (fun t => ln (linear_discriminator n s c (add x (scale t v)))) 0
    (dot n (linear_field n s c x) v)
  /\ is_derive (fun t => dot n (linear_field n s c (add x (scale t v))) v) 0
    (dot n v (image n (printed_hessian n s (sub x c)) v)).
Proof. exact is_derive_twice_along. Qed.

(** For any matrix in place of I + sH, from ℝᵏ to ℝⁿ. *)
(** The rest: that the Jacobian of the updated generator is this product; see Theorem 4.1. *)
(** claim: theorem-C.9-proof-submultiplicative step *)
Theorem spectral_norm_of_product :
  forall (m k n : nat) (A B : matrix) (S T U : R),
  is_spectral_norm k n A S -> is_spectral_norm m k B T ->
  is_spectral_norm m n (product k A B) U -> U <= S * T.
Proof. exact spectral_norm_product_le. Qed.

(** claim: theorem-C.9-proof-simplification statement *)
Theorem eigenvalue_along_radius :
  forall s r : R, 0 < r < 4 * s ->
  - / (r * (4 * s - r)) + (4 * s - 2 * r) / (r * (4 * s - r) ^ 2) = - / (4 * s - r) ^ 2.
Proof. exact eigenvalue_simplified. Qed.

(** `step_matrix n s t y` is I + tH. *)
(** claim: theorem-C.9-proof-norm refutation *)
Theorem norm_of_step_matrix_false :
  ~ forall (n : nat) (s t : R) (c x : vector), let r := norm n (sub x c) in
    0 < r < 2 * s -> 0 < t < (4 * s - r) ^ 2 ->
    is_spectral_norm n n (step_matrix n s t (sub x c)) (1 - t / (4 * s - r) ^ 2).
Proof. exact step_matrix_norm_false. Qed.

(** claim: theorem-C.9-proof-norm corrected *)
Theorem norm_of_step_matrix :
  forall (n : nat) (s t : R) (c x : vector), let r := norm n (sub x c) in
  let A := step_matrix n s t (sub x c) in
  (2 <= n)%nat -> 0 < r < 4 * s -> 0 < t ->
  is_spectral_norm n n A
    (Rmax (Rabs (1 - t / (4 * s - r) ^ 2)) (Rabs (1 - t / (r * (4 * s - r)))))
  /\ (is_spectral_norm n n A (1 - t / (4 * s - r) ^ 2)
      <-> r <= 2 * s /\ t <= r * (4 * s - r) ^ 2 / (2 * s)).
Proof. exact step_matrix_norm. Qed.

(** claim: theorem-C.9-proof-positive-definite refutation *)
Theorem step_matrix_positive_definite_false :
  ~ forall (n : nat) (s t : R) (c x v : vector), let r := norm n (sub x c) in
    0 < r < 2 * s -> 0 < t < (4 * s - r) ^ 2 -> 0 < norm n v ->
    0 < dot n v (image n (step_matrix n s t (sub x c)) v).
Proof. exact step_matrix_definite_false. Qed.

(** claim: theorem-C.9-proof-positive-definite corrected *)
Theorem step_matrix_semidefinite_iff :
  forall (n : nat) (s t : R) (c x : vector), let r := norm n (sub x c) in
  (2 <= n)%nat -> 0 < r <= 2 * s -> 0 < t ->
  ((forall v, 0 <= dot n v (image n (step_matrix n s t (sub x c)) v)) <-> t <= r * (4 * s - r))
  /\ r * (4 * s - r) <= (4 * s - r) ^ 2 /\ r * (4 * s - r) <= 4 * s * r.
Proof. exact step_matrix_semidefinite. Qed.

End CollapseProof.

(** * Appendix D *)

Section SuboptimalFields.
Import Topics.SuboptimalFields.

(** `suboptimal f p q` is p/(p + f(r) q), r = `density_ratio p q` = p/q. *)
(** claim: appendix-D.1 statement *)
Theorem suboptimal_discriminator_rewritten :
  forall (f : R -> R) (p q : vector -> R) (x : vector), 0 < p x * q x ->
  suboptimal f p q x = 1 / (1 + f (density_ratio p q x) * / (p x / q x))
  /\ (f (density_ratio p q x) <> 0 ->
      suboptimal f p q x = 1 / (1 + / (density_ratio p q x / f (density_ratio p q x)))).
Proof. exact suboptimal_rewritten. Qed.

(** p_data = N(a/2, 1), p_g = N(-a/2, 1): `error a t` is the error of 'real beyond t'; d >= 1/2 from
    t = 0 on. At a = 0 it is 1/2. *)
(** claim: appendix-D.1-distinction refutation *)
Theorem optimal_discriminator_never_errs_false : ~ forall a, 0 <= a -> error a 0 = 0.
Proof. exact no_error_printed_false. Qed.

(** The least error of all thresholds; and at each point the optimal decision, 'real' where p >= q,
    misses the smaller density only, which every decision misses (D: how often it says 'real'). *)
(** claim: appendix-D.1-distinction corrected *)
Theorem optimal_discriminator_errs_least :
  (forall a t, 0 <= a ->
    error a 0 = 1 - Phi (a / 2) /\ error a 0 <= error a t /\ error 0 0 = 1 / 2)
  /\ (forall p q D, 0 <= p -> 0 <= q -> 0 <= D <= 1 ->
    Rmin p q <= p * (1 - D) + q * D
    /\ (D = (if Rle_dec q p then 1 else 0) -> p * (1 - D) + q * D = Rmin p q)).
Proof. exact (conj error_least error_density_least). Qed.

(** f(r) = r², p_data = N(0, 1), p_g = N(1, 1): at every point, however small r is there, the two
    gradients are opposed. *)
(** claim: proposition-D.1 refutation *)
Theorem suboptimal_field_aligned_false :
  ~ forall f f1 f2 : R -> R,
    (forall r, 0 < r -> is_derive f r (f1 r)) -> (forall r, 0 < r -> is_derive f1 r (f2 r)) ->
    (forall r, 0 < r -> continuous f2 r) ->
    exists delta, 0 < delta /\
    forall n p q x P Q D Dhat, smooth_pair n p q x P Q ->
    is_gradient n (optimal_d p q) x D -> is_gradient n (suboptimal f p q) x Dhat ->
    density_ratio p q x < delta -> 0 <= dot n Dhat D.
Proof. exact direction_printed_false. Qed.

(** f goes over into f(0) > 0 and |f″| <= M on (0, e): every r below √(2f(0)/M) will do. And for
    f = a + b r + c r², c > 0, where M = 2c, the two are opposed beyond. *)
(** claim: proposition-D.1 corrected *)
Theorem suboptimal_field_aligned :
  (forall (f f1 f2 : R -> R) (e M : R),
    right_continuous f -> 0 < f 0 -> 0 < M ->
    (forall r, 0 < r < e -> is_derive f r (f1 r)) ->
    (forall r, 0 < r < e -> is_derive f1 r (f2 r)) ->
    (forall r, 0 < r < e -> Rabs (f2 r) <= M) ->
    forall n p q x P Q D Dhat, smooth_pair n p q x P Q ->
    is_gradient n (optimal_d p q) x D -> is_gradient n (suboptimal f p q) x Dhat ->
    density_ratio p q x + f (density_ratio p q x) <> 0 ->
    density_ratio p q x < e -> density_ratio p q x < sqrt (2 * f 0 / M) ->
    exists k, 0 < k /\ same n Dhat (scale k D))
  /\ (forall a b c : R, 0 < a -> 0 < c ->
    let f r := a + b * r + c * r ^ 2 in
    (forall r, is_derive f r (b + 2 * c * r))
    /\ (forall r, is_derive (fun r => b + 2 * c * r) r (2 * c)) /\ Rabs (2 * c) = 2 * c
    /\ forall n p q x P Q D Dhat, smooth_pair n p q x P Q ->
    is_gradient n (optimal_d p q) x D -> is_gradient n (suboptimal f p q) x Dhat ->
    density_ratio p q x + f (density_ratio p q x) <> 0 ->
    sqrt (2 * f 0 / (2 * c)) < density_ratio p q x ->
    exists k, k < 0 /\ same n Dhat (scale k D)).
Proof. exact (conj direction_of_small_ratio direction_beyond_bound). Qed.

(** Needed beyond what is printed: r + f(r) <> 0, f <> r f′ and ∇d <> 0. *)
(** claim: proposition-D.1-formula statement *)
Theorem suboptimal_cosine :
  forall n p q x P Q (f : R -> R) (f1 : R) D Dhat,
  smooth_pair n p q x P Q -> is_derive f (density_ratio p q x) f1 ->
  let r := density_ratio p q x in
  r + f r <> 0 -> f r / r - f1 <> 0 -> norm n D <> 0 ->
  is_gradient n (optimal_d p q) x D -> is_gradient n (suboptimal f p q) x Dhat ->
  dot n Dhat D / (norm n Dhat * norm n D) = sign (f r / r - f1)
  /\ same n Dhat (scale ((f r - r * f1) * ((1 + r) / (r + f r)) ^ 2) D).
Proof. exact cosine_and_multiple. Qed.

(** A is the gradient of α = f(r), B that of α q; `cross_gradient p P h H` is -p∇h + h∇p. *)
(** claim: proposition-D.1-proof-line-1 statement *)
Theorem suboptimal_line_1 :
  forall n p q x P Q, smooth_pair n p q x P Q ->
  forall (f : R -> R) (f1 : R), is_derive f (density_ratio p q x) f1 ->
  forall A B : vector, let a := f (density_ratio p q x) in
  is_gradient n (fun y => f (density_ratio p q y)) x A ->
  is_gradient n (fun y => f (density_ratio p q y) * q y) x B ->
  same n (cross_gradient (p x) P (a * q x) B)
    (sub (scale a (cross_gradient (p x) P (q x) Q)) (scale (p x * q x) A)).
Proof. exact cross_of_weighted. Qed.

(** G is ∇r. The logarithm of α needs α > 0. *)
(** claim: proposition-D.1-proof-line-2 statement *)
Theorem suboptimal_line_2 :
  forall n p q x P Q, smooth_pair n p q x P Q ->
  forall (f : R -> R) (f1 : R), is_derive f (density_ratio p q x) f1 ->
  forall A B : vector, let a := f (density_ratio p q x) in
  is_gradient n (fun y => f (density_ratio p q y)) x A ->
  is_gradient n (fun y => f (density_ratio p q y) * q y) x B -> 0 < a ->
  let r := density_ratio p q x in
  exists G, is_gradient n (density_ratio p q) x G
  /\ is_gradient n (fun y => ln (density_ratio p q y)) x
       (scale (/ (p x * q x * a)) (scale a (cross_gradient (p x) P (q x) Q)))
  /\ is_gradient n (fun y => ln (f (density_ratio p q y))) x (scale (/ a) A)
  /\ same n (scale (/ (p x * q x * a)) (cross_gradient (p x) P (a * q x) B))
       (sub (scale (/ r) G) (scale (/ a) A))
  /\ same n (scale (/ (p x * q x * a)) (cross_gradient (p x) P (a * q x) B))
       (scale (/ r - f1 / a) G).
Proof. exact divided_lines. Qed.

(** f = -2, f′ = 0, r = 1. *)
(** claim: proposition-D.1-proof-line-3 refutation *)
Theorem suboptimal_line_3_false :
  ~ forall r f1 f, 0 < r -> f <> 0 -> sign (/ r - f1 / f) = sign (f / r - f1).
Proof. exact sign_step_printed_false. Qed.

(** claim: proposition-D.1-proof-line-3 corrected *)
Theorem suboptimal_line_3 :
  forall r f f1, 0 < r -> f <> 0 ->
  (/ r - f1 / f) * (f / r - f1) = (f - r * f1) ^ 2 / (r ^ 2 * f)
  /\ (0 < f -> sign (/ r - f1 / f) = sign (f / r - f1))
  /\ (f < 0 -> sign (/ r - f1 / f) = - sign (f / r - f1)).
Proof. exact sign_product. Qed.

(** f(r) = r², r = 1; f is smooth everywhere. *)
(** claim: proposition-D.1-proof-taylor refutation *)
Theorem suboptimal_taylor_false :
  ~ forall (f f1 f2 : R -> R) (r : R), 0 < r ->
    (forall x, is_derive f x (f1 x)) -> (forall x, is_derive f1 x (f2 x)) ->
    (forall x, continuous f2 x) ->
    exists xi, 0 < xi < r /\ f r - r * f1 r = f 0 + r ^ 2 * f2 xi / 2.
Proof. exact taylor_printed_false. Qed.

(** For any f that goes over into f(0), with two derivatives on (0, e), e > r; and the bound. *)
(** claim: proposition-D.1-proof-taylor corrected *)
Theorem suboptimal_taylor :
  (forall (f f1 f2 : R -> R) (e r : R), right_continuous f -> 0 < r < e ->
    (forall x, 0 < x < e -> is_derive f x (f1 x)) ->
    (forall x, 0 < x < e -> is_derive f1 x (f2 x)) ->
    exists xi, 0 < xi < r /\ f r - r * f1 r = f 0 - r ^ 2 * f2 xi / 2)
  /\ (forall (f f1 f2 : R -> R) (e M r : R), right_continuous f ->
    (forall x, 0 < x < e -> is_derive f x (f1 x)) ->
    (forall x, 0 < x < e -> is_derive f1 x (f2 x)) ->
    (forall x, 0 < x < e -> Rabs (f2 x) <= M) ->
    0 < r < e -> r ^ 2 * M / 2 < f 0 -> 0 < f r - r * f1 r).
Proof. exact (conj taylor_at_0 factor_pos_of_bound). Qed.

(** claim: proposition-D.1-remark-optimal statement *)
Theorem suboptimal_cosine_of_optimal :
  forall n p q x P Q D, smooth_pair n p q x P Q -> norm n D <> 0 ->
  is_gradient n (optimal_d p q) x D ->
  1 / density_ratio p q x - 0 = / density_ratio p q x /\ 0 < / density_ratio p q x
  /\ exists Dhat, is_gradient n (suboptimal (fun _ => 1) p q) x Dhat
     /\ dot n Dhat D / (norm n Dhat * norm n D) = 1.
Proof. exact cosine_of_optimal. Qed.

(** Over N atoms, with weights q: the mean of r = p/q is 1, r is not below 1 at all of them, and as
    near to 1 as p is to q. *)
(** claim: proposition-D.1-remark-small-ratio sharpened *)
Theorem mean_ratio_is_1 :
  forall N (p q : nat -> R),
  (forall i, (i < N)%nat -> 0 < q i) -> sum N p = 1 -> sum N q = 1 ->
  sum N (fun i => q i * (p i / q i)) = 1 /\ ~ (forall i, (i < N)%nat -> p i / q i < 1)
  /\ (forall i e, (i < N)%nat -> Rabs (p i - q i) <= e * q i -> Rabs (p i / q i - 1) <= e).
Proof. exact mean_ratio. Qed.

(** `length_quotient` is (f - r f′)(1 + r)/(r + f); f = 2 at r = 1 and r = 2. *)
(** claim: proposition-D.1-remark-magnitude refutation *)
Theorem one_step_size_for_all_false :
  ~ forall c r r', 0 < c -> 0 < r -> 0 < r' ->
    length_quotient (fun _ => c) (fun _ => 0) r = length_quotient (fun _ => c) (fun _ => 0) r'.
Proof. exact quotient_printed_false. Qed.

(** For f with d̂ > 0, that is r + f(r) > 0: exactly for that family, and then d̂ = d^k/c. *)
(** claim: proposition-D.1-remark-magnitude corrected *)
Theorem one_step_size_iff :
  (forall (f f1 : R -> R) (k : R),
    (forall r, 0 < r -> is_derive f r (f1 r)) -> (forall r, 0 < r -> 0 < r + f r) ->
    ((forall r, 0 < r -> length_quotient f f1 r = k)
     <-> exists c, 0 < c /\ forall r, 0 < r -> f r = r * (c * Rpower (1 + 1 / r) k - 1)))
  /\ (forall c k f r, 0 < c -> 0 < r -> f = r * (c * Rpower (1 + 1 / r) k - 1) ->
    r / (r + f) = Rpower (r / (1 + r)) k / c).
Proof. exact (conj quotient_constant_iff discriminator_of_family). Qed.

End SuboptimalFields.

Section SuboptimalRecurrence.
Import Topics.Recurrences.

(** The particle at k x0 under d = p/(p + f(r) q), r = p/q; f = 1 shows it. *)
(** claim: proposition-D.2 refutation *)
Theorem printed_suboptimal_recurrence_false :
  ~ forall (f : R -> R) (n : nat) (kstar k s : R) (x0 : vector),
    0 < kstar -> 0 < k -> 0 < s -> (forall r, ex_derive f r) ->
    (forall r, 0 < r -> 0 < r + f r) ->
    let p := isotropic n kstar in
    let q := isotropic n k in
    let d x := p x / (p x + f (p x / q x) * q x) in
    exists G, is_gradient n d (scale k x0) G
    /\ same n (add (scale k x0) (scale (s / d (scale k x0)) G))
         (scale (printed_step f n kstar s x0 k) x0).
Proof. exact particle_step_printed_false. Qed.

(** claim: proposition-D.2 corrected *)
Theorem suboptimal_recurrence :
  forall (n : nat) (kstar k s : R) (x0 : vector),
  0 < kstar -> 0 < k -> forall f : R -> R,
  let p := isotropic n kstar in
  let q := isotropic n k in
  let r := (k / kstar) ^ n * (phi n (scale (k / kstar) x0) / phi n x0) in
  ex_derive f r -> r + f r <> 0 ->
  let d x := p x / (p x + f (p x / q x) * q x) in
  exists G, is_gradient n d (scale k x0) G
  /\ same n (add (scale k x0) (scale (s / d (scale k x0)) G))
       (scale (k + s * k * (1 / k ^ 2 - 1 / kstar ^ 2) * ((f r - r * Derive f r) / (r + f r))) x0).
Proof. exact particle_step. Qed.

(** For f differentiable near 1 with 0 < 1 + f(1); the rest is the ends of the range. *)
(** claim: proposition-D.2 sharpened-step *)
Theorem suboptimal_step_near_optimum :
  forall (f : R -> R) (n : nat) (kstar s : R) (x0 : vector),
  0 < kstar -> locally 1 (ex_derive f) -> continuous (Derive f) 1 -> 0 < 1 + f 1 ->
  let pull := s * (f 1 - Derive f 1) in
  is_derive (mode_step f n kstar s x0) kstar
    (1 - 2 * (s / kstar ^ 2) * ((f 1 - Derive f 1) / (1 + f 1)))
  /\ (0 < pull < kstar ^ 2 * (1 + f 1) -> attracts (mode_step f n kstar s x0) kstar)
  /\ (pull < 0 \/ kstar ^ 2 * (1 + f 1) < pull -> repels (mode_step f n kstar s x0) kstar).
Proof. exact mode_step_near_optimum. Qed.

End SuboptimalRecurrence.

Section SuboptimalFields2.
Import Topics.SuboptimalFields.

(** claim: proposition-D.2-proof-field statement *)
Theorem suboptimal_velocity :
  forall n p q x P Q (f : R -> R) (f1 : R),
  smooth_pair n p q x P Q -> is_derive f (density_ratio p q x) f1 ->
  let r := density_ratio p q x in
  r + f r <> 0 ->
  exists G Dhat : vector,
  is_gradient n (density_ratio p q) x G /\ is_gradient n (suboptimal f p q) x Dhat
  /\ same n (scale (/ suboptimal f p q x) Dhat) (scale ((f r - r * f1) / (r * (r + f r))) G).
Proof. exact suboptimal_velocity_of_ratio. Qed.

End SuboptimalFields2.

Section SuboptimalRecurrence2.
Import Topics.Recurrences.

(** claim: proposition-D.2-proof-last-line refutation *)
Theorem last_line_of_suboptimal_recurrence_false :
  ~ forall (n : nat) (k kstar s r f f' : R) (x0 : vector),
    0 < k -> 0 < kstar -> 0 < r -> r + f <> 0 ->
    let x := scale k x0 in
    let ratio_gradient := scale (r * (1 / k ^ 2 - 1 / kstar ^ 2)) x in
    same n (add x (scale (s * ((f - r * f') / (r * (r + f)))) ratio_gradient))
      (scale (k + s * (1 / k ^ 2 - 1 / kstar ^ 2) * ((f - r * f') / (r + f))) x0).
Proof. exact last_line_printed_false. Qed.

(** claim: proposition-D.2-proof-last-line corrected *)
Theorem last_line_of_suboptimal_recurrence :
  forall (n : nat) (k kstar s r f f' : R) (x0 : vector),
  0 < k -> 0 < kstar -> 0 < r -> r + f <> 0 ->
  let x := scale k x0 in
  let ratio_gradient := scale (r * (1 / k ^ 2 - 1 / kstar ^ 2)) x in
  same n (add x (scale (s * ((f - r * f') / (r * (r + f)))) ratio_gradient))
    (scale (k + s * k * (1 / k ^ 2 - 1 / kstar ^ 2) * ((f - r * f') / (r + f))) x0).
Proof. exact last_line. Qed.

(** k = 1/2, kstar = 1: the printed step over s is 2, the right-hand side of Theorem 3.3 is 1. *)
(** claim: proposition-D.2-remark refutation *)
Theorem printed_step_is_not_the_rate :
  ~ forall kstar k s : R, 0 < kstar -> 0 < k -> 0 < s ->
    (printed_step (fun _ => 1) 1 kstar s (fun _ => 0) k - k) / s
    = closed_rate (curvature 0 kstar) (centre_density 0 kstar) k.
Proof. exact step_eq_rate_printed_false. Qed.

(** claim: proposition-D.2-remark corrected *)
Theorem printed_step_of_constant :
  forall n kstar s x0 k,
  printed_step (fun _ => 1) n kstar s x0 k = printed_optimal_step n kstar s x0 k.
Proof. exact (fun n kstar s x0 k => proj2 (optimal_step_eq n kstar s x0 k)). Qed.

(** claim: proposition-D.2-remark generalised *)
Theorem step_is_the_rate :
  forall kstar k s : R, 0 < kstar -> 0 < k -> s <> 0 ->
  (optimal_step 1 kstar s (fun _ => 0) k - k) / s
  = closed_rate (curvature 0 kstar) (centre_density 0 kstar) k.
Proof. exact step_eq_rate. Qed.

End SuboptimalRecurrence2.

(** * Appendix F *)

Section NumberStatements4.
Import Topics.Numerals.

(** claim: arithmetic-F.2-mixture statement *)
Theorem mixture_threshold_rounds_to :
  rounds_to (threshold 2 (125 / 10000) 1) (89 / 10) (1 / 10).
Proof. exact mixture_threshold. Qed.

(** claim: arithmetic-F.2-mixture-distance statement *)
Theorem nearest_modes_distance : plane_distance 1 1 1 (-1) = 2.
Proof. exact nearest_modes. Qed.

(** claim: arithmetic-F.2-mnist statement *)
Theorem mnist_threshold_rounds_to :
  rounds_to (threshold (337 / 10) (33 / 100) (64 ^ 2)) 1877 1.
Proof. exact mnist_threshold. Qed.

(** claim: arithmetic-F.2-fashion statement *)
Theorem fashion_threshold_rounds_to :
  rounds_to (threshold (481 / 10) (33 / 100) (64 ^ 2)) 2679 1.
Proof. exact fashion_threshold. Qed.

(** claim: arithmetic-F.2-cifar refutation *)
Theorem cifar_threshold_rounds_to_false :
  ~ rounds_to (threshold 38 (23 / 100) (64 ^ 2 * 3)) 4391 1.
Proof. exact cifar_threshold_printed_false. Qed.

(** claim: arithmetic-F.2-cifar corrected *)
Theorem cifar_threshold_rounds_to :
  rounds_to (threshold 38 (23 / 100) (64 ^ 2 * 3)) 4392 1.
Proof. exact cifar_threshold. Qed.

(** claim: appendix-F.2-farthest refutation *)
Theorem farthest_modes_distance_false : ~ rounds_to (plane_distance 1 1 (-1) (-1)) 2 1.
Proof. exact farthest_modes_printed_false. Qed.

(** claim: appendix-F.2-farthest corrected *)
Theorem farthest_modes_distance :
  rounds_to (plane_distance 1 1 (-1) (-1)) (283 / 100) (1 / 100).
Proof. exact farthest_modes. Qed.

(** Epochs of collapse of two runs on each data set. *)
(** claim: appendix-F.2-runs statement *)
Theorem collapse_varies : (36 < 46 /\ 54 < 128 /\ 99 < 122)%nat.
Proof. exact collapse_epochs. Qed.

(** claim: appendix-F.2-runs sharpened *)
Theorem collapse_varies_by_factor : (2 * 54 < 128 /\ 54 + 44 = 98)%nat.
Proof. exact collapse_factor. Qed.

End NumberStatements4.

(** * Appendix G *)

Section AppendixG.
Import Topics.Experiments.

(** claim: figure-11 refutation *)
Theorem optimal_values_at_most_half_false :
  ~ forall (p q : nat -> R),
    (forall i, (i < 3)%nat -> 0 < p i /\ 0 < q i) -> sum 3 p = 1 -> sum 3 q = 1 ->
    (exists i, (i < 3)%nat /\ p i <> q i) ->
    forall i, (i < 3)%nat -> optimal (p i) (q i) <= 1 / 2.
Proof. exact optimal_values_false. Qed.

(** Any number of regions. *)
(** For generated shares that are all positive; the rest is empty regions. *)
(** claim: figure-11 corrected-step *)
Theorem mean_of_inverse_optimal_values :
  forall (N : nat) (p q : nat -> R),
  (forall i, (i < N)%nat -> 0 < p i /\ 0 < q i) -> sum N p = 1 -> sum N q = 1 ->
  sum N (fun i => p i * / optimal (p i) (q i)) = 2
  /\ ((exists i, (i < N)%nat /\ optimal (p i) (q i) < 1 / 2) ->
   exists i, (i < N)%nat /\ 1 / 2 < optimal (p i) (q i)).
Proof. exact mean_inverse_optimal. Qed.

End AppendixG.

Section NumberStatements5.
Import Topics.Numerals.

(** claim: appendix-G.1-4sigma statement *)
Theorem four_deviations_rounds_to : rounds_to (4 * sqrt (125 / 10000)) (45 / 100) (1 / 100).
Proof. exact four_deviations. Qed.

End NumberStatements5.

Section AppendixG2.
Import Topics.Experiments.

(** `mixture v 1` has the modes (±1, ±1) and the variance v; σ² = 1/80. *)
(** claim: appendix-G.1-linear refutation *)
Theorem toy_discriminator_near_line_false :
  ~ forall v x y : R, 1 / 80 <= v <= 16 * (1 / 80) ->
    let r := sqrt ((x - 1) ^ 2 + (y - 1) ^ 2) in
    r <= 4 * sqrt (1 / 80) ->
    Rabs (optimal (mixture (1 / 80) 1 x y) (mixture v 1 x y)
      - (1 / 2 - r / (8 * sqrt (1 / 80)))) <= 1 / 10.
Proof. exact toy_discriminator_linear_false. Qed.

(** That d is flat at the mode, and its value there, is not proved here. *)
(** claim: appendix-G.1-linear corrected-step *)
Theorem toy_discriminator_away_from_line :
  forall v : R, 1 / 80 <= v <= 16 * (1 / 80) ->
  exists x y, let r := sqrt ((x - 1) ^ 2 + (y - 1) ^ 2) in
  r <= 4 * sqrt (1 / 80)
  /\ 0.19 <= Rabs (optimal (mixture (1 / 80) 1 x y) (mixture v 1 x y)
    - (1 / 2 - r / (8 * sqrt (1 / 80)))).
Proof. exact toy_away_from_line. Qed.

(** Even dimensions n = 2(k + 1): `length_density k` is the density of ‖ξ‖ there, by polar
    coordinates. The limit for b → ∞ would be the expected length of the scaled noise. *)
(** claim: appendix-G.1-noise-scale refutation *)
Theorem expected_length_with_printed_scale_false :
  forall (k : nat) (s : R), 0 < s ->
  ~ is_lim (fun b => RInt (fun r => 4 * s / (2 * INR (S k)) * (r * length_density k r)) 0 b)
    p_infty (Finite (4 * s)).
Proof. exact mean_with_printed_scale_false. Qed.

(** The upper bound, in even dimensions. *)
(** claim: appendix-G.1-noise-scale corrected-step *)
Theorem expected_length_with_root_scale_le :
  forall (k : nat) (s L : R), 0 < s ->
  is_lim (fun b => RInt (fun r => 4 * s / sqrt (2 * INR (S k)) * (r * length_density k r)) 0 b)
    p_infty (Finite L) -> L <= 4 * s.
Proof. exact mean_with_root_scale_le. Qed.

End AppendixG2.

Section NumberStatements6.
Import Topics.Numerals.

(** Checkpoints before collapses, stops before collapses, warm-ups before stops. *)
(** claim: appendix-G.1-checkpoints statement *)
Theorem checkpoints_before_collapse :
  (43 < 46 /\ 124 < 128 /\ 45 < 46 /\ 98 < 128 /\ 121 < 122
   /\ 20 < 45 /\ 50 < 98 /\ 50 < 121 /\ 50 < 130)%nat.
Proof. exact checkpoint_epochs. Qed.

End NumberStatements6.

Section AppendixG3.
Import Topics.Experiments.

(** claim: figure-13 statement *)
Theorem arrows_pass_through_centre :
  forall (n : nat) (s : R) (c x : vector),
  0 < s -> s ^ 2 = 125 / 10000 -> 0 < norm n (sub x c) < 4 * s ->
  norm n (sub x c) <= norm n (linear_field n s c x) / 10.
Proof. exact arrows_of_figure. Qed.

(** claim: figure-13 sharpened *)
Theorem arrows_end_beyond_centre :
  forall (n : nat) (s : R) (c x : vector),
  0 < s -> s ^ 2 = 125 / 10000 -> 0 < norm n (sub x c) < 4 * s ->
  (forall k, 1 / 20 <= k -> norm n (sub x c) <= k * norm n (linear_field n s c x))
  /\ 4 * s ^ 2 = 1 / 20
  /\ / (4 * s) <= norm n (linear_field n s c x) - norm n (sub x c)
  /\ 4 * s < / (4 * s) /\ 2.23 < / (4 * s).
Proof. exact arrows_beyond. Qed.

(** claim: appendix-G.3-spike refutation *)
Theorem field_rises_with_drop_false :
  ~ forall (n : nat) (s t : R) (c x : vector), let r := norm n (sub x c) in
    0 < r <= 2 * s -> 0 < t <= r * (4 * s - r) ^ 2 / (2 * s) ->
    norm n (linear_field n s c x) <= norm n (linear_field n s c (stepped n s c t x)).
Proof. exact field_after_step_false. Qed.

(** Where the particle lands in the ball and not on the mode. *)
(** claim: appendix-G.3-spike corrected *)
Theorem field_after_step_compared :
  forall (n : nat) (s t : R) (c x : vector),
  let r := norm n (sub x c) in
  let r' := norm n (sub (stepped n s c t x) c) in
  0 < r < 4 * s -> 0 < t -> 0 < r' < 4 * s ->
  (norm n (linear_field n s c (stepped n s c t x)) < norm n (linear_field n s c x)
   <-> t < 2 * r * (4 * s - r))
  /\ (norm n (linear_field n s c x) < norm n (linear_field n s c (stepped n s c t x))
   <-> 2 * r * (4 * s - r) < t).
Proof. exact field_after_step. Qed.

(** Any number of points; `gap_at_most n p q d G` says that the gap of q and d is at most G. *)
(** claim: appendix-G.5-gap statement *)
Theorem duality_gap_nonneg :
  forall (n : nat) (p q d : nat -> R) (G : R), shares n q -> gap_at_most n p q d G -> 0 <= G.
Proof. exact gap_nonneg. Qed.

(** m = 2, whatever d is; the optimal d is 1 at the second mode, where the gap is infinite. *)
(** claim: appendix-G.5-collapse refutation *)
Theorem duality_gap_small_after_collapse_false :
  forall d : nat -> R, ~ gap_at_most 2 (two_points (1 / 2) (1 / 2)) (two_points 1 0) d (1 / 10).
Proof. exact gap_after_collapse_false. Qed.

(** `tenth` has ten modes of equal mass, `first_only` has all mass at the first. *)
(** claim: appendix-G.5-collapse corrected *)
Theorem duality_gap_exceeds_jensen_shannon :
  (forall (n : nat) (p q d : nat -> R) (G : R),
   distribution n p -> shares n q -> gap_at_most n p q d G ->
   twice_jensen_shannon n p q <= G
   /\ ((exists i, (i < n)%nat /\ p i <> q i) -> 0 < twice_jensen_shannon n p q))
  /\ 1.05 <= twice_jensen_shannon 10 tenth first_only.
Proof. exact gap_exceeds_divergence. Qed.

(** claim: appendix-G.5-collapse sharpened *)
Theorem duality_gap_attained :
  forall (n : nat) (p q d : nat -> R) (G : R), distribution n p -> shares n q ->
  (gap_at_most n p q d G -> 0 <= G)
  /\ gap_at_most n p p (fun _ => 1 / 2) 0 /\ twice_jensen_shannon n p p = 0.
Proof. exact gap_attained. Qed.

(** claim: figure-18-trend refutation *)
Theorem opposed_trends_similar_false :
  ~ forall x y : nat -> R, rises x -> rises (fun i => - y i) -> 0 <= covariance x y.
Proof. exact similar_trends_false. Qed.

(** claim: figure-18-trend corrected *)
Theorem opposed_trends_covariance :
  forall x y : nat -> R, rises x -> rises (fun i => - y i) -> covariance x y < 0.
Proof. exact covariance_of_opposed. Qed.

(** Any number of real and generated points: d on real ones, e on generated ones. *)
(** claim: appendix-G.6-losses statement *)
Theorem generator_loss_bound :
  forall (m n : nat) (a b d e : nat -> R), shares m a -> shares n b -> proper m d -> proper n e ->
  ln (1 / discriminator_loss m n a b d e) <= generator_loss n b e.
Proof. exact generator_loss_ge. Qed.

(** claim: appendix-G.6-losses sharpened *)
Theorem losses_not_both_small :
  forall (m n : nat) (a b : nat -> R), shares m a -> shares n b ->
  (forall d e, proper m d -> proper n e ->
   exp (- discriminator_loss m n a b d e) + exp (- generator_loss n b e) <= 1)
  /\ (forall d e, 0 < d < 1 -> 0 < e < 1 ->
   exp (- discriminator_loss m n a b (fun _ => d) (fun _ => e))
     + exp (- generator_loss n b (fun _ => e)) = d * (1 - e) + e).
Proof.
  exact (fun m n a b a_is b_is => conj (fun d e => losses_sum_le m n a b d e a_is b_is)
    (fun d e => losses_of_constants m n a b d e a_is b_is)).
Qed.

(** claim: appendix-G.6-losses generalised *)
Theorem losses_of_equilibrium :
  forall (m n : nat) (a b : nat -> R), shares m a -> shares n b ->
  discriminator_loss m n a b (fun _ => 1 / 2) (fun _ => 1 / 2) = 2 * ln 2
  /\ generator_loss n b (fun _ => 1 / 2) = ln 2 /\ 0 < ln 2.
Proof. exact losses_at_equilibrium. Qed.

End AppendixG3.

(** * Appendix H *)

Section AppendixH.
Import Densities DiscriminatorFields DiscriminatorFieldCases Steepness SteepnessEvolution
  ModeMixture ParticleModel EuclideanSpace Gradients Convexity Divergences OtherDivergences
  DivergenceSteps.

(** Distributions on any number of points. *)
(** claim: appendix-H-divergence refutation *)
Theorem printed_divergence_nonneg_false :
  ~ forall (n : nat) (f : R -> R) (p q : nat -> R),
    convex_on_positive f -> f 1 = 0 -> distribution n p -> distribution n q ->
    0 <= sum n (fun i => p i * f (p i / q i)).
Proof. exact printed_divergence_false. Qed.

(** claim: appendix-H-divergence corrected *)
Theorem corrected_divergence_nonneg :
  forall (n : nat) (f : R -> R) (p q : nat -> R),
  convex_on_positive f -> f 1 = 0 -> distribution n p -> distribution n q ->
  0 <= sum n (fun i => q i * f (p i / q i)).
Proof. exact divergence_nonneg. Qed.

(** claim: appendix-H-divergence sharpened *)
Theorem printed_divergence_is_minus_entropy :
  forall (n : nat) (p q : nat -> R), distribution n p -> distribution n q ->
  sum n (fun i => p i * - ln (p i / q i)) = - sum n (fun i => p i * ln (p i / q i))
  /\ sum n (fun i => p i * - ln (p i / q i)) <= 0.
Proof. exact printed_divergence_of_minus_ln. Qed.

(** T is g_f(V) and C is f*(T), point by point. *)
(** claim: appendix-H-variational-bound refutation *)
Theorem variational_bound_of_printed_false :
  ~ forall (n : nat) (f : R -> R) (p q T C : nat -> R),
    convex_on_positive f -> distribution n p -> distribution n q ->
    (forall i, (i < n)%nat -> is_conjugate f (T i) (C i)) ->
    variational n p q T C <= sum n (fun i => p i * f (p i / q i)).
Proof. exact variational_of_printed_false. Qed.

(** claim: appendix-H-variational-bound corrected *)
Theorem variational_bound_attained :
  forall (n : nat) (f f1 : R -> R) (p q : nat -> R),
  convex_on_positive f -> (forall u, 0 < u -> is_derive f u (f1 u)) ->
  distribution n p -> distribution n q ->
  (forall T C, (forall i, (i < n)%nat -> is_conjugate f (T i) (C i)) ->
   variational n p q T C <= sum n (fun i => q i * f (p i / q i)))
  /\ exists C, (forall i, (i < n)%nat -> is_conjugate f (f1 (p i / q i)) (C i))
   /\ variational n p q (fun i => f1 (p i / q i)) C = sum n (fun i => q i * f (p i / q i)).
Proof. exact variational_attained. Qed.

(** D is one of the six usual divergences, `activation D` its g_f. *)
(** claim: appendix-H-update statement *)
Theorem gradient_of_activation :
  forall (D : usual) (n : nat) (V : vector -> R) (x G : vector), is_gradient n V x G ->
  is_gradient n (fun y => activation D (V y)) x (scale (Derive (activation D) (V x)) G).
Proof. exact is_gradient_activation. Qed.

(** `curvature D` is the table of f″, by the second part; `generator D` is f. *)
(** claim: appendix-H-update sharpened *)
Theorem field_at_optimal_output :
  forall (D : usual) (n : nat) (r : vector -> R) (x G : vector),
  (forall y, 0 < r y) -> is_gradient n r x G ->
  let V y := optimal_output D (r y) in
  is_gradient n (fun y => activation D (V y)) x (scale (curvature D (r x)) G)
  /\ (forall u, 0 < u ->
     is_derive (generator D) u (slope D u) /\ is_derive (slope D) u (curvature D u)).
Proof. exact field_of_optimal_output. Qed.

(** -∇(h(r) - r h′(r)) is the steepest descent of D_h. It is f″(r)∇r, the field of D, for any h with
    h″ = f″/r; for h = f it is r f″(r)∇r, another field wherever r is not 1. h = -log for KL, and
    appendix B's f for the vanilla GAN. *)
(** claim: appendix-H-update generalised *)
Theorem field_is_descent_of_other_divergence :
  forall (D : usual) (n : nat) (r : vector -> R) (x G : vector),
  0 < r x -> is_gradient n r x G ->
  (forall h h1 : R -> R, is_derive h (r x) (h1 (r x)) ->
   is_derive h1 (r x) (curvature D (r x) / r x) ->
   is_gradient n (fun y => - (h (r y) - r y * h1 (r y))) x (scale (curvature D (r x)) G))
  /\ is_gradient n (fun y => - (generator D (r y) - r y * slope D (r y))) x
       (scale (r x * curvature D (r x)) G)
  /\ (r x <> 1 -> r x * curvature D (r x) <> curvature D (r x))
  /\ is_gradient n (fun y => - (- ln (r y) - r y * - / r y)) x
    (scale (curvature kullback_leibler (r x)) G)
  /\ is_gradient n (fun y => - (nsgan_f (r y) - r y * nsgan_f1 (r y))) x
    (scale (curvature vanilla (r x)) G).
Proof. exact field_descends_other. Qed.

(** claim: appendix-H-nonsaturating statement *)
Theorem vanilla_field_is_nonsaturating :
  forall (n : nat) (r : vector -> R) (x G : vector), (forall y, 0 < r y) -> is_gradient n r x G ->
  let V y := optimal_output vanilla (r y) in
  is_gradient n (fun y => activation vanilla (V y)) x (scale (/ (r x * (1 + r x))) G)
  /\ is_gradient n (fun y => ln (r y / (1 + r y))) x (scale (/ (r x * (1 + r x))) G).
Proof. exact vanilla_field. Qed.

(** k = 1, k_* = 2, n = 1 and a step of 1: KL leads to 7/4, the NSGAN to 3/2. *)
(** claim: appendix-H-theorems refutation *)
Theorem single_mode_step_independent_false :
  ~ forall (D : usual) (n : nat) (k m s : R),
    0 < k -> 0 < m -> k <> m -> 0 < s -> (1 <= n)%nat ->
    single_mode_step D n k m s = single_mode_step vanilla n k m s.
Proof. exact step_depends_on_divergence. Qed.

(** m is k_*, `curvature D` is f″; that Theorem 3.4 has no discriminator in it is seen from its
    text. *)
(** The step of a single mode; the rest is that Theorem 3.4 stays. *)
(** claim: appendix-H-theorems corrected-step *)
Theorem single_mode_step_of_divergence :
  forall (n : nat) (k m s : R), 0 < k -> 0 < m ->
  (forall D, single_mode_step D n k m s
   = k + s * k * ((1 / k ^ 2 - 1 / m ^ 2) * ((k / m) ^ n * curvature D ((k / m) ^ n))))
  /\ single_mode_step vanilla n k m s
   = k + s * k * ((1 / k ^ 2 - 1 / m ^ 2) * / (1 + (k / m) ^ n)).
Proof.
  exact (fun n k m s k_pos m_pos => conj (fun D => single_mode_step_eq D n k m s k_pos m_pos)
    (nonsaturating_step n k m s k_pos m_pos)).
Qed.

End AppendixH.

(** * Appendix I *)

Section GeneratorShape.
Import Topics.GeneratorShapes.

(** The rest: that the inverse exists, and its two laws. *)
(** claim: appendix-I-inverse step *)
Theorem inverse_of_generator :
  forall Phi Psi g h : R -> R,
  (forall z, Psi (g z) = Phi z) -> (forall y, g (h y) = y) -> forall y, Phi (h y) = Psi y.
Proof. exact inverse_generator. Qed.

End GeneratorShape.

Section LineStatements19.
Import Topics.Line.

(** `last` is the last mode and a the least weight; g is u·s beyond it at z. *)
(** claim: table-3-variance statement *)
Theorem slope_far_out :
  forall (N : nat) (w x : nat -> R) (s : R) (g : R -> R) (last : nat) (a : R),
  0 < s -> mixture_weights N w -> monotone_map N w x s g ->
  (last < N)%nat -> (forall i, (i < N)%nat -> x i <= x last) ->
  0 < a -> (forall i, (i < N)%nat -> a <= w i) ->
  (forall z u, 0 < u -> g z = x last + u * s ->
     s <= Rabs (Derive g z) <= s * sqrt (1 + 2 * ln (/ a) / u ^ 2))
  /\ forall e, 0 < e -> exists Z, forall z, Z < z -> s <= Rabs (Derive g z) < s + e.
Proof. exact slope_beyond_last_and_limit. Qed.

End LineStatements19.

Section GeneratorShape2.
Import Topics.GeneratorShapes.

(** g a is the generator for the weights a and 1 - a, and z a the latent of the midpoint. *)
(** claim: table-3-weights statement *)
Theorem latent_of_midpoint_grows :
  forall (Phi : R -> R) (g : R -> R -> R) (z : R -> R) (x1 x2 s : R),
  distribution Phi standard_gaussian -> 0 < s -> x1 < x2 ->
  (forall a u, 0 < a < 1 ->
    a * Phi ((g a u - x1) / s) + (1 - a) * Phi ((g a u - x2) / s) = Phi u) ->
  (forall a, 0 < a < 1 -> g a (z a) = (x1 + x2) / 2) ->
  forall a b, 0 < a < b -> b < 1 -> z a < z b.
Proof. exact latent_increases. Qed.

(** claim: table-3-weights sharpened *)
Theorem latent_of_midpoint_rate :
  forall (Phi : R -> R) (g : R -> R -> R) (z : R -> R) (x1 x2 s : R),
  distribution Phi standard_gaussian -> 0 < s -> x1 < x2 ->
  (forall a u, 0 < a < 1 ->
    a * Phi ((g a u - x1) / s) + (1 - a) * Phi ((g a u - x2) / s) = Phi u) ->
  (forall a, 0 < a < 1 -> g a (z a) = (x1 + x2) / 2) ->
  let h := (x2 - x1) / (2 * s) in
  forall a, 0 < a < 1 ->
  is_derive z a ((Phi h - Phi (- h)) / standard_gaussian (z a))
  /\ 0 < (Phi h - Phi (- h)) / standard_gaussian (z a)
  /\ Rabs (Phi (z a) - a) <= Phi (- h).
Proof. exact latent_of_midpoint. Qed.

(** The modes -10, -1/2, 1/2 and 10 with s = 1: g is steeper at the latent of the mode 1/2 than at
    that of the midpoint between it and its neighbour -1/2, so that these two share a segment. *)
(** claim: table-3-count refutation *)
Theorem midpoint_steeper_than_modes_false :
  ~ forall (n : nat) (x : nat -> R) (s : R) (Phi Psi g : R -> R) (i : nat) (z zi zj : R),
    0 < s -> (forall j, (S j < n)%nat -> x j < x (S j)) -> (S i < n)%nat ->
    optimal_generator Phi Psi (equal_mixture n x s) g ->
    g z = (x i + x (S i)) / 2 -> g zi = x i -> g zj = x (S i) ->
    Derive g zi < Derive g z /\ Derive g zj < Derive g z.
Proof. exact OptimalGeneratorExists.segment_count_printed_false. Qed.

End GeneratorShape2.
