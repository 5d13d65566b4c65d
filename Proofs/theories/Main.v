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
From Steepness Require Import Missing.EuclideanSpace Missing.Gradients Missing.SpectralNorm.
From Steepness Require Import Missing.Extremes Missing.NormalDistribution Missing.NormalLaw.
From Steepness Require Import SteepnessDefinition.
From Steepness Require Import LineMixture LineSteepness LineSteepnessBounds LineSteepnessTail.
From Steepness Require Import LineSteepnessConstants LineIsoperimetry QuantileTransform.
From Steepness Require Import SpaceMap SpaceSteepness SpaceSteepnessProof SpaceDensity.
From Steepness Require Import ModeMixture ModeMixtureAttained ModeMixtureProse.
From Steepness Require Import ModeMixtureThreeModes ModeMixtureFlow.
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

(** In every dimension, with the spectral norm of the Jacobian; `image n A v` is Av. *)
(** claim: definition-2.1-invariance statement *)
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

(** The case n = 1; the triangular map in more dimensions is by hand. *)
(** claim: assumption-2.2 step *)
Theorem smooth_map_to_the_data_exists :
  forall (N : nat) (w x : nat -> R) (s : R), 0 < s -> mixture_weights N w ->
  exists g, (forall u v, u < v -> g u < g v) /\ (forall z, ex_derive g z)
  /\ forall P, normal_law P -> forall y, P (fun z => g z <= y) = mixture_cdf N w x s y.
Proof. exact exists_smooth_push. Qed.

(** * Section 3: fitting *)

(** g takes the midpoint's value at z 0 < … < z (K - 1) with slopes of the sizes a, so that the
    density that it makes there is Σ φ(z k)/a k; `mass_below K z` is the probability of
    (-∞, z 0] ∪ [z 1, z 2] ∪ …, where g is below the midpoint. *)
(** claim: prose-3.2-insufficient statement *)
Theorem some_slope_is_steep_enough :
  forall (x : nat -> R) (s : R) (K : nat) (z a : nat -> R),
  0 < s -> ascending 2 x -> (1 <= K)%nat ->
  (forall k, (S k < K)%nat -> z k < z (S k)) -> mass_below K z = 1 / 2 ->
  (forall k, (k < K)%nat -> 0 < a k) ->
  Missing.EuclideanSpace.sum K (fun k => phi (z k) / a k)
    = mixture_density 2 (equal 2) x s (midpoint x 0) ->
  exists k, (k < K)%nat /\ s * exp (gap_exponent x s 0) <= a k.
Proof. exact exists_slope_of_pair. Qed.

(** Two and three points; that the map is then optimal is by hand. *)
(** claim: prose-3.2-optimal-transport step *)
Theorem pairing_in_order_is_cheapest :
  forall (h : R -> R), strictly_convex h ->
  (forall x1 x2 y1 y2, x1 < x2 -> y1 < y2 ->
     h (x1 - y1) + h (x2 - y2) < h (x1 - y2) + h (x2 - y1))
  /\ (forall x1 x2 x3 y1 y2 y3, x1 < x2 < x3 -> y1 < y2 < y3 ->
     let in_order := h (x1 - y1) + h (x2 - y2) + h (x3 - y3) in
     in_order < h (x1 - y2) + h (x2 - y1) + h (x3 - y3)
     /\ in_order < h (x1 - y1) + h (x2 - y3) + h (x3 - y2)
     /\ in_order < h (x1 - y3) + h (x2 - y2) + h (x3 - y1)
     /\ in_order < h (x1 - y2) + h (x2 - y3) + h (x3 - y1)
     /\ in_order < h (x1 - y3) + h (x2 - y1) + h (x3 - y2)).
Proof.
  exact (fun h convex => conj
    (fun x1 x2 y1 y2 => cheaper_in_order h x1 x2 y1 y2 convex)
    (fun x1 x2 x3 y1 y2 y3 => cheapest_in_order_of_three h x1 x2 x3 y1 y2 y3 convex)).
Qed.

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

(** claim: theorem-3.2-translation corrected *)
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

(** claim: prose-3.2-space-variance corrected *)
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

(** claim: lemma-C.1-uniform corrected *)
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
(** claim: theorem-C.2 statement *)
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
(** claim: theorem-C.2 generalised *)
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

(** claim: theorem-C.2-proof statement *)
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

(** claim: theorem-C.3-proof-every-y corrected *)
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

(** claim: theorem-C.4-proof-derivative sharpened *)
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

(** claim: theorem-C.4-proof-onto corrected *)
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

(** The last display of the proof has exp(-m²/s²) where the theorem has exp(-m²/(2s²)); they
    differ at k = 1, g3 = 0, m = 2, s = 1. *)
(** claim: theorem-C.6-proof refutation *)
Theorem steepness_rate_in_proof_false :
  rate 1 0 2 1 (- 2 ^ 2 / 1 ^ 2) <> rate 1 0 2 1 (- 2 ^ 2 / (2 * 1 ^ 2)).
Proof. exact rate_printed_in_proof_false. Qed.

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

(** * Appendix I *)

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
