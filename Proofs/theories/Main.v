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
From Steepness Require Import Steepness SteepnessEvolution Collapse ParticleModel.
From Steepness Require Import Missing.Extremes Missing.NormalDistribution Missing.NormalLaw.
From Steepness Require Import LineMixture LineSteepness LineSteepnessBounds LineSteepnessTail.
From Steepness Require Import QuantileTransform.
From Steepness Require Import ModeMixture ModeMixtureAttained ModeMixtureProse ModeMixtureFlow.
Open Scope R_scope.

(** * Section 2 *)

(** claim: equation-2.2 statement *)
Theorem field_eq_ratio_field :
  forall (V : NormedModule R_AbsRing) (p q : V -> R) (x v : V),
  0 < p x -> 0 < q x -> ex_directional p x v -> ex_directional q x v ->
  let d u := p u / (p u + q u) in
  let r u := p u / q u in
  ex_directional d x v /\ ex_directional r x v
  /\ directional d x v / d x = directional r x v * / (r x * (1 + r x)).
Proof. exact field_eq_ratio_field_of_differentiable. Qed.

(** * Section 3: fitting *)

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

(** Generators on the line. `admissible N x k c g`: g increases, has a derivative of k at most, and
    takes the midpoints at the anchors c, for which Φ(cᵢ) = Ψ(midpoint i). `normal_law P`: P is what
    N(0, 1) makes of sets (there is such a P). `mixture_bound N c h` is Σ Φ(cᵢ + hᵢ) - Φ(cᵢ - hᵢ);
    `half_width` is (gap - 6s)/2k and `printed_half_width` (gap - 3s)/2k. *)
(** claim: prose-3.4-small-k statement *)
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
(** claim: prose-3.4-severity generalised *)
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
(** claim: prose-3.2-remaining statement *)
Theorem mass_of_the_data_between_modes_ge :
  forall (m s : R) (P : (R -> Prop) -> R) (g : R -> R),
  0 < s -> 63 / 10 * s <= 2 * m -> normal_law P ->
  monotone_map 2 (equal 2) (symmetric_pair m) s g ->
  1 / 2 * Phi (- (3)) <= P (fun z => between_modes 2 (symmetric_pair m) s (g z)).
Proof. exact data_mass_ge. Qed.

(** claim: prose-3.2-remaining sharpened *)
Theorem mass_of_the_data_between_modes :
  forall (m s : R) (P : (R -> Prop) -> R) (g : R -> R),
  0 < s -> 6 * s <= 2 * m -> normal_law P ->
  monotone_map 2 (equal 2) (symmetric_pair m) s g ->
  P (fun z => between_modes 2 (symmetric_pair m) s (g z)) = Phi (- (3)) - Phi (3 - 2 * m / s).
Proof. exact data_mass_between. Qed.

(** claim: figure-3-modes refutation *)
Theorem modes_of_figure_3_out_of_order :
  ~ forall x1 x2 : R, x1 = 8 -> - x2 = 8 -> x1 <= x2.
Proof. exact modes_of_figure_false. Qed.

(** claim: figure-3-modes corrected *)
Theorem modes_of_figure_3_in_order : forall x1 x2 : R, - x1 = 8 -> x2 = 8 -> x1 <= x2.
Proof. exact modes_of_figure_in_order. Qed.

(** One shape f, which increases, and modes -8 and 8 with s = 1. *)
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

(** claim: prose-3.2-summary corrected *)
Theorem exponent_inverse_to_variance :
  forall (x : nat -> R) (s t : R) (g h : R -> R),
  0 < s -> 0 < t -> ascending 2 x ->
  monotone_map 2 (equal 2) x s g -> monotone_map 2 (equal 2) x t h ->
  s ^ 2 * ln (Rabs (Derive g 0) / s) = t ^ 2 * ln (Rabs (Derive h 0) / t).
Proof. exact exponent_inverse_of_two. Qed.

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

(** * Section 5 *)

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

(** * Appendix C *)

(** The two gradients differ by the factor 2s, for any number of particles; one parameter and one
    coordinate at a time. *)
(** claim: corollary-C.1-proof corrected-step *)
Theorem particle_gradient_eq_scaled_nsgan_gradient :
  forall (m : nat) (g : nat -> R -> R) (g' f : nat -> R) (log_d : R -> R) (a s : R),
  (forall i, is_derive (g i) a (g' i)) -> (forall i, is_derive log_d (g i a) (f i)) ->
  exists slope,
  is_derive (fun u => - (/ INR (S m) * sum_n (fun i => log_d (g i u)) m)) a slope
  /\ is_derive (fun u => / INR (S m) * sum_n (fun i => (g i u - (g i a + s * f i)) ^ 2) m) a
       (2 * s * slope).
Proof. exact square_loss_slopes. Qed.

(** One particle, a logistic discriminator and s = 1: the second line of the proof, without the 2,
    is not the slope. *)
(** claim: corollary-C.1-proof refutation *)
Theorem particle_gradient_in_proof_false :
  is_derive (fun u => ln (/ (1 + exp (- u)))) 0 (1 / 2)
  /\ ~ is_derive (fun u => (u - (0 + 1 * (1 / 2))) ^ 2) 0 (- 1 * (1 / 2)).
Proof. exact square_loss_printed_false. Qed.

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

(** claim: proposition-C.1 statement *)
Theorem case_1_closed_form :
  forall x y : R,
  ratio_1 x y = closed_1 (1 / 2) x y
  /\ is_derive (fun u => ratio_1 u y) x (gradient_x_1 (- (5 / 2)) x y)
  /\ is_derive (fun u => ratio_1 x u) y (gradient_y_1 (- (5 / 2)) x y).
Proof. exact (fun x y => conj (ratio_1_closed x y) (is_derive_ratio_1 x y)). Qed.

(** Inside of the box, all is as printed. *)
(** claim: proposition-C.2 corrected *)
Theorem case_2_closed_form_inside :
  forall x y : R, Rabs x < 2 -> Rabs y < 2 ->
  ratio_2 x y = closed_2 (20 / PI) x y
  /\ is_derive (fun u => ratio_2 u y) x (gradient_x_2 (- (200 / PI)) x y)
  /\ is_derive (fun u => ratio_2 x u) y (gradient_y_2 (- (200 / PI)) x y).
Proof. exact ratio_2_inside. Qed.

(** Outside of it the optimal discriminator is 1; the printed r = 0 makes it r/(1+r) = 0. *)
(** claim: proposition-C.2 refutation *)
Theorem case_2_printed_false_outside :
  forall x y : R, 2 < Rabs x \/ 2 < Rabs y ->
  let d := mixture (1 / 10) 1 x y / (mixture (1 / 10) 1 x y + uniform 2 x y) in
  d = 1 /\ printed_ratio_2 x y = 0
  /\ d <> printed_ratio_2 x y / (1 + printed_ratio_2 x y).
Proof. exact discriminator_2_outside. Qed.

(** claim: proposition-C.3 statement *)
Theorem case_3_closed_form :
  forall x y : R,
  ratio_3 x y = closed_3 (5 / 2) x y
  /\ is_derive (fun u => ratio_3 u y) x (gradient_x_3 (- (45 / 2)) x y)
  /\ is_derive (fun u => ratio_3 x u) y (gradient_y_3 (- (45 / 2)) x y).
Proof. exact (fun x y => conj (ratio_3_closed x y) (is_derive_ratio_3 x y)). Qed.

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

(** The centres that the weighted sum points to. *)
(** claim: proposition-C.4-discussion corrected *)
Theorem case_4_centres : (30 * 3 - 3) / 29 = 3 /\ (30 * -3 - 3) / 29 = - (93 / 29).
Proof. exact case_4_centre_values. Qed.

(** At [2, 2] in the first quadrant the gradient points up and to the right; [27/29, 27/29], where
    it is said to point, lies down and to the left. *)
(** claim: proposition-C.4-discussion refutation *)
Theorem case_4_printed_direction_false :
  27 / 29 - 2 < 0
  /\ (exists slope, is_derive (fun u => ratio_4 u 2) 2 slope /\ 0 < slope)
  /\ (exists slope, is_derive (fun u => ratio_4 2 u) 2 slope /\ 0 < slope).
Proof. exact gradient_4_at_2_2. Qed.

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
