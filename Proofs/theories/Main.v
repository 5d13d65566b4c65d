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
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Densities DiscriminatorFields DiscriminatorFieldCases.
From Steepness Require Import Steepness SteepnessEvolution ModeMixture Collapse.
From Steepness Require Missing.EuclideanSpace Missing.Gradients Missing.NormalDistribution.
From Steepness Require IsotropicGaussians OptimalDiscriminator SmoothedData ParticleModel.
From Steepness Require CaseFields CaseDirections CaseQuadrants CriticalPoints.
From Steepness Require CaseProse CaseStrengths Shares CaseLengths.
From Steepness Require SuboptimalDiscriminator SuboptimalDirection SuboptimalRemarks FieldLines.
Open Scope R_scope.

(** * Section 2

    In ℝⁿ a vector is a function of which the first n values count; `dot n`, `norm n` and `same n`
    are the inner product, the length and the equality of n coordinates (EuclideanSpace.v),
    `is_gradient` is the Fréchet derivative (Gradients.v). *)

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

(** claim: equation-2.2 statement *)
Theorem field_eq_ratio_field :
  forall (V : NormedModule R_AbsRing) (p q : V -> R) (x v : V),
  0 < p x -> 0 < q x -> ex_directional p x v -> ex_directional q x v ->
  let d u := p u / (p u + q u) in
  let r u := p u / q u in
  ex_directional d x v /\ ex_directional r x v
  /\ directional d x v / d x = directional r x v * / (r x * (1 + r x)).
Proof. exact field_eq_ratio_field_of_differentiable. Qed.

Section FieldNearModes.
Import EuclideanSpace Gradients IsotropicGaussians CaseFields CaseDirections CriticalPoints.

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
(** claim: prose-2.3-nearest-mode corrected *)
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

Section SmoothedDataDensity.
Import EuclideanSpace SmoothedData.

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

(** * Section 3: fitting *)

Section FourCases.
Import SmoothedData CaseFields CaseDirections CaseProse CaseStrengths Shares CaseLengths.

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
(** claim: prose-3.1-case-1 corrected *)
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

(** claim: prose-3.1-case-3-redistribution sharpened *)
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

End FourCases.

(** A differentiable map of a ball onto an unbounded image, in coordinates g . j with differential
    dg: for every M, whatever it is, somewhere a coordinate of Jv is more than M|v|, so that the
    steepness is more than M. p_data has no bounded support, so the image is unbounded; the
    constant of the theorem plays no part. *)
(** claim: theorem-3.2 theorem-C.4 triviality *)
Theorem steepness_unbounded_of_image_unbounded :
  forall (V : NormedModule R_AbsRing) (r : R) (n : nat) (g : V -> nat -> R)
    (dg : V -> V -> nat -> R),
  (forall z j, norm z < r -> (j < n)%nat ->
    filterdiff (fun u => g u j) (locally z) (fun v => dg z v j)) ->
  (forall B, exists z j, norm z < r /\ (j < n)%nat /\ B < Rabs (g z j)) ->
  forall M, exists z v j, norm z < r /\ (j < n)%nat /\ M * norm v < Rabs (dg z v j).
Proof. exact stretch_unbounded_of_image_unbounded. Qed.

(** claim: theorem-3.2 theorem-C.4 triviality *)
Theorem steepness_unbounded_on_the_line :
  forall (r : R) (g : R -> R),
  (forall z, Rabs z < r -> ex_derive g z) ->
  (forall B, exists z, Rabs z < r /\ B < Rabs (g z)) ->
  forall M, exists z, Rabs z < r /\ M <= Rabs (Derive g z).
Proof. exact derive_unbounded_of_image_unbounded. Qed.

(** The slope at z = 0 of the velocity d'/d along g, which is the time derivative of g'(0) where
    the two derivatives may be exchanged. Hypotheses beyond the printed ones: g has three
    derivatives (the formula needs the third) and increases, and its density q has two. *)
(** claim: theorem-3.3 theorem-C.6 corrected *)
Theorem steepness_rate_at_centre :
  forall (g g1 g2 : R -> R) (k g3 : R) (q q1 : R -> R) (q2 m s : R),
  (forall z, is_derive g z (g1 z)) -> (forall z, is_derive g1 z (g2 z)) -> is_derive g2 0 g3 ->
  (forall z, 0 < g1 z) -> g 0 = 0 -> g1 0 = k -> g2 0 = 0 ->
  (forall x, is_derive q x (q1 x)) -> is_derive q1 0 q2 -> (forall x, 0 < q x) ->
  (forall z, q (g z) * g1 z = gaussian1 0 1 z) -> 0 < s ->
  let p := symmetric_mixture m s in
  let d x := p x / (p x + q x) in
  is_derive (fun z => Derive d (g z) / d (g z)) 0
    (((m ^ 2 - s ^ 2) / s ^ 4 * k ^ 3 + k + g3)
     / (exp (- m ^ 2 / (2 * s ^ 2)) / s * k ^ 3 + k ^ 2)).
Proof. exact is_derive_field_of_g. Qed.

(** The latent interval of half-width (gap - 6s)/(2k) is sent between the modes x and y; that g
    increases is not needed. *)
(** claim: theorem-3.4 theorem-C.7 corrected-step *)
Theorem mode_mixture_of_lipschitz :
  forall (k s x y : R) (g : R -> R) (c : R),
  0 < k -> (forall z, ex_derive g z) -> (forall z, Rabs (Derive g z) <= k) ->
  g c = (x + y) / 2 ->
  forall z, c - (y - x - 6 * s) / (2 * k) <= z <= c + (y - x - 6 * s) / (2 * k) ->
  x + 3 * s <= g z <= y - 3 * s.
Proof. exact interval_in_preimage_of_derive_le. Qed.

(** The map kz between the modes ±x meets every hypothesis. What it sends between the modes is the
    interval of half-width w = (gap - 6s)/(2k) and no more, and has the probability F(w) - F(-w),
    where F is the increasing distribution function; the printed bound is more than that. *)
(** claim: theorem-3.4 theorem-C.7 refutation *)
Theorem mode_mixture_printed_bound_false :
  forall (k s x : R) (F : R -> R),
  0 < k -> 0 < s -> increasing F ->
  increasing (fun z => k * z) /\ lipschitz k (fun z => k * z) /\ k * 0 = (- x + x) / 2
  /\ (forall z, - x + 3 * s <= k * z <= x - 3 * s
      <-> - half_width k s (- x) x <= z <= half_width k s (- x) x)
  /\ F (half_width k s (- x) x) - F (- half_width k s (- x) x)
     < F (printed_half_width k s (- x) x) - F (- printed_half_width k s (- x) x).
Proof. exact linear_is_an_instance. Qed.

(** * Section 4: collapse *)

(** Which steps the printed bound holds for: exactly those. *)
(** claim: theorem-4.2 theorem-C.9 corrected-step *)
Theorem tangential_le_radial_iff_step_le :
  forall s r t : R, 0 < r <= 2 * s -> 0 < t < (4 * s - r) ^ 2 ->
  (Rabs (1 - t / (r * (4 * s - r))) <= 1 - t / (4 * s - r) ^ 2
   <-> t <= r * (4 * s - r) ^ 2 / (2 * s)).
Proof. exact tangential_le_radial_of_step_le. Qed.

(** The steepness bound under that condition, [a b; c d] being the generator's Jacobian. *)
(** claim: theorem-4.2 theorem-C.9 corrected-step *)
Theorem steepness_drops_of_step_le :
  forall s t x y a b c d K : R,
  let r := distance x y in
  0 < r <= 2 * s -> 0 < t < (4 * s - r) ^ 2 -> t <= r * (4 * s - r) ^ 2 / (2 * s) ->
  (forall v w, distance (a * v + b * w) (c * v + d * w) <= K * distance v w) ->
  forall v w, stepped_length s t x y (a * v + b * w) (c * v + d * w)
    <= radial s r t * K * distance v w.
Proof. exact steepness_le_of_step_le. Qed.

(** s = 1, t = 1, the particle at [1/10, 0], and the identity as generator: a vector is stretched
    by more than the printed factor. *)
(** claim: theorem-4.2 theorem-C.9 refutation *)
Theorem steepness_drop_printed_false :
  (0 < 1 / 10 < 2 * 1 /\ 0 < 1 < (4 * 1 - 1 / 10) ^ 2)
  /\ exists v w,
     radial 1 (distance (1 / 10) 0) 1 * distance v w < stepped_length 1 1 (1 / 10) 0 v w.
Proof. exact (conj printed_conditions_met printed_bound_false). Qed.

(** No step size is small enough for all points of the ball: each fails at some r. *)
(** claim: theorem-4.2 theorem-C.9 refutation *)
Theorem steepness_drop_false_for_every_step :
  forall s t : R, 0 < s -> 0 < t < (2 * s) ^ 2 ->
  exists r, 0 < r < 2 * s /\ t < (4 * s - r) ^ 2
  /\ exists v w, radial s (distance r 0) t * distance v w < stepped_length s t r 0 v w.
Proof. exact printed_bound_false_for_every_step. Qed.

(** * Appendix C *)

Section ParticleLoss.
Import EuclideanSpace Gradients ParticleModel.

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

Section RatioLimits.
Import EuclideanSpace Gradients IsotropicGaussians CriticalPoints.
Import SuboptimalDiscriminator FieldLines.

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
(** claim: theorem-C.1-implications-small corrected *)
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

(** claim: theorem-C.1-implications-large sharpened *)
Theorem velocity_shorter_than_both_limits :
  forall n (r : vector -> R) (x G : vector), 0 < r x -> is_gradient n r x G ->
  exists L, is_gradient n (fun y => ln (r y)) x L
  /\ is_gradient n (fun y => - / r y) x (scale (/ r x) L)
  /\ is_gradient n (fun y => ln (r y / (1 + r y))) x (scale (/ (1 + r x)) L).
Proof. exact large_ratio_lengths. Qed.

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

End RatioLimits.

Section CaseLines.
Import SmoothedData CaseFields CaseDirections CaseQuadrants CaseStrengths Shares FieldLines.

(** claim: proposition-C.1 statement *)
Theorem case_1_closed_form :
  forall x y : R,
  ratio_1 x y = closed_1 (1 / 2) x y
  /\ is_derive (fun u => ratio_1 u y) x (gradient_x_1 (- (5 / 2)) x y)
  /\ is_derive (fun u => ratio_1 x u) y (gradient_y_1 (- (5 / 2)) x y).
Proof. exact (fun x y => conj (ratio_1_closed x y) (is_derive_ratio_1 x y)). Qed.

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

(** Outside of it the optimal discriminator is 1; the printed r = 0 makes it r/(1+r) = 0. *)
(** claim: proposition-C.2 refutation *)
Theorem case_2_printed_false_outside :
  forall x y : R, 2 < Rabs x \/ 2 < Rabs y ->
  let d := mixture (1 / 10) 1 x y / (mixture (1 / 10) 1 x y + uniform 2 x y) in
  d = 1 /\ printed_ratio_2 x y = 0
  /\ d <> printed_ratio_2 x y / (1 + printed_ratio_2 x y).
Proof. exact discriminator_2_outside. Qed.

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

(** claim: proposition-C.2-discussion corrected *)
Theorem case_2_direction :
  forall x y, 0 < x < 2 -> 0 < y < 2 -> right_from data_1 generated_2 1 (ln 19 / 20) x y.
Proof. exact direction_2_right. Qed.

(** claim: proposition-C.2-discussion sharpened *)
Theorem case_2_log_ratio_slopes :
  forall x y : R, Rabs x < 2 -> Rabs y < 2 ->
  is_derive (fun u => ln (ratio_2 u y)) x (10 * (tanh (10 * x) - x))
  /\ is_derive (fun u => ln (ratio_2 x u)) y (10 * (tanh (10 * y) - y)).
Proof. exact slope_2_exact. Qed.

(** claim: proposition-C.3 statement *)
Theorem case_3_closed_form :
  forall x y : R,
  ratio_3 x y = closed_3 (5 / 2) x y
  /\ is_derive (fun u => ratio_3 u y) x (gradient_x_3 (- (45 / 2)) x y)
  /\ is_derive (fun u => ratio_3 x u) y (gradient_y_3 (- (45 / 2)) x y).
Proof. exact (fun x y => conj (ratio_3_closed x y) (is_derive_ratio_3 x y)). Qed.

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

(** At [2, 2] in the first quadrant the gradient points up and to the right; [27/29, 27/29], where
    it is said to point, lies down and to the left. *)
(** claim: proposition-C.4-discussion refutation *)
Theorem case_4_printed_direction_false :
  27 / 29 - 2 < 0
  /\ (exists slope, is_derive (fun u => ratio_4 u 2) 2 slope /\ 0 < slope)
  /\ (exists slope, is_derive (fun u => ratio_4 2 u) 2 slope /\ 0 < slope).
Proof. exact gradient_4_at_2_2. Qed.

(** (1, 1) is 3σ or more from the axes and from (3, 3), σ² = 1/10. *)
(** claim: proposition-C.4-discussion-magnitude refutation *)
Theorem case_4_large_far_from_modes_false :
  ~ forall x y, 0 < x -> 0 < y -> 9 / 10 <= x ^ 2 -> 9 / 10 <= y ^ 2 ->
    9 / 10 <= (x - 3) ^ 2 + (y - 3) ^ 2 -> 1 <= ratio_4 x y.
Proof. exact magnitude_printed_false. Qed.

End CaseLines.

(** The last display of the proof has exp(-m²/s²) where the theorem has exp(-m²/(2s²)); they
    differ at k = 1, g3 = 0, m = 2, s = 1. *)
(** claim: theorem-C.6-proof refutation *)
Theorem steepness_rate_in_proof_false :
  rate 1 0 2 1 (- 2 ^ 2 / 1 ^ 2) <> rate 1 0 2 1 (- 2 ^ 2 / (2 * 1 ^ 2)).
Proof. exact rate_printed_in_proof_false. Qed.

(** The vector field of d = 1/2 - r/(8s), which `step_x` and `step_y` follow. *)
(** claim: theorem-C.9-eigenvalues step *)
Theorem linear_discriminator_field :
  forall s x y : R, 0 < distance x y < 4 * s ->
  is_derive (fun u => ln (discriminator s (distance u y))) x
    (- x / (distance x y * (4 * s - distance x y)))
  /\ is_derive (fun u => ln (discriminator s (distance x u))) y
    (- y / (distance x y * (4 * s - distance x y))).
Proof. exact is_derive_log_discriminator. Qed.

(** The step's Jacobian and its eigenvalues: radial along [x, y], tangential along [-y, x]. *)
(** claim: theorem-C.9-eigenvalues step *)
Theorem step_jacobian_entries :
  forall s t x y : R, 0 < distance x y < 4 * s ->
  is_derive (fun u => step_x s t u y) x (jacobian_xx s t x y)
  /\ is_derive (fun u => step_x s t x u) y (jacobian_xy s t x y)
  /\ is_derive (fun u => step_y s t u y) x (jacobian_xy s t x y)
  /\ is_derive (fun u => step_y s t x u) y (jacobian_yy s t x y).
Proof. exact step_jacobian. Qed.

(** claim: theorem-C.9-eigenvalues step *)
Theorem step_jacobian_eigenvalues :
  forall s t x y : R, 0 < distance x y < 4 * s ->
  let along := 1 - t / (4 * s - distance x y) ^ 2 in
  let across := 1 - t / (distance x y * (4 * s - distance x y)) in
  (jacobian_xx s t x y * x + jacobian_xy s t x y * y = along * x
   /\ jacobian_xy s t x y * x + jacobian_yy s t x y * y = along * y)
  /\ (jacobian_xx s t x y * - y + jacobian_xy s t x y * x = across * - y
   /\ jacobian_xy s t x y * - y + jacobian_yy s t x y * x = across * x).
Proof. exact jacobian_eigenvectors. Qed.

(** * Appendix D *)

Section SuboptimalFields.
Import EuclideanSpace Gradients NormalDistribution.
Import SuboptimalDiscriminator SuboptimalDirection SuboptimalRemarks.

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

End SuboptimalFields.
