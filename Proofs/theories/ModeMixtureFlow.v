(** Whether the mass between two modes falls at once under the flow of the optimal discriminator. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.EuclideanSpace Missing.NormalDistribution.
From Steepness Require Import Missing.NormalLaw Densities LineMixture LineSteepness.
From Steepness Require Import ModeMixture ModeMixtureProse.
Open Scope R_scope.

(** ½N(-m, s²) + ½N(m, s²). *)
Definition pair_density (m s y : R) : R := mixture_density 2 (equal 2) (symmetric_pair m) s y.

(** The optimal_velocity d'/d of a particle at y, d = p/(p + q) the optimal discriminator. *)
Definition optimal_velocity (p q : R -> R) (y : R) : R :=
  let d u := p u / (p u + q u) in Derive d y / d y.

Lemma velocity_of_scores (p q : R -> R) (y a c : R) :
  0 < p y -> 0 < q y -> is_derive p y (a * p y) -> is_derive q y (c * q y) ->
  optimal_velocity p q y = (a - c) * (q y / (p y + q y)).
Proof.
  intros p_pos q_pos p_is q_is; unfold optimal_velocity.
  rewrite (is_derive_unique _ y ((a * p y * (p y + q y) - p y * (a * p y + c * q y))
    / (p y + q y) ^ 2)); [field; lra |].
  apply (is_derive_div p (fun u => p u + q u)); [assumption | | lra].
  now apply (is_derive_plus p q).
Qed.

(** (log p)'(y) = (-y + m·tanh(my/s²))/s². *)
Definition hyperbolic_tangent (u : R) : R := 1 - 2 / (exp (2 * u) + 1).

Lemma pair_density_eq m s y :
  0 < s -> pair_density m s y
    = / 2 * (gaussian1 m s y * exp (- (2 * (m * y / s ^ 2))) + gaussian1 m s y).
Proof.
  intros s_pos; unfold pair_density, mixture_density, equal, symmetric_pair; cbn [sum]; simpl INR.
  replace (gaussian1 (- m) s y) with (gaussian1 m s y * exp (- (2 * (m * y / s ^ 2)))); [field |].
  unfold gaussian1; rewrite Rmult_assoc, <- exp_plus; do 2 f_equal; field; lra.
Qed.

Lemma is_derive_gaussian1_score m s y :
  0 < s -> is_derive (gaussian1 m s) y (- (y - m) / s ^ 2 * gaussian1 m s y).
Proof.
  intros s_pos; rewrite gaussian1_eq by assumption.
  apply (is_derive_ext (fun y => / s * phi ((y - m) / s))).
  { intros u; rewrite gaussian1_eq by assumption; unfold Rdiv; apply Rmult_comm. }
  apply (is_derive_value _ _ (/ s * (/ s * (- ((y - m) / s) * phi ((y - m) / s)))));
    [| field; lra].
  apply (is_derive_scal (fun y => phi ((y - m) / s))).
  apply (is_derive_comp phi (fun y => (y - m) / s)); [apply is_derive_phi |].
  auto_derive; [lra | field; lra].
Qed.

Lemma is_derive_pair_density m s y :
  0 < s -> is_derive (pair_density m s) y
    ((- y + m * hyperbolic_tangent (m * y / s ^ 2)) / s ^ 2 * pair_density m s y).
Proof.
  intros s_pos.
  apply (is_derive_value _ _ (sum 2 (fun i =>
    equal 2 i * (- (y - symmetric_pair m i) / s ^ 2 * gaussian1 (symmetric_pair m i) s y)))).
  - apply is_derive_finite_sum; intros i _; apply
      (is_derive_scal (gaussian1 (symmetric_pair m i) s)).
    now apply is_derive_gaussian1_score.
  - rewrite pair_density_eq by assumption; unfold equal, symmetric_pair; cbn [sum]; simpl INR.
    replace (gaussian1 (- m) s y) with (gaussian1 m s y * exp (- (2 * (m * y / s ^ 2)))).
    + unfold hyperbolic_tangent; rewrite exp_Ropp.
      assert (some := exp_pos (2 * (m * y / s ^ 2))); field; lra.
    + unfold gaussian1; rewrite Rmult_assoc, <- exp_plus; do 2 f_equal; field; lra.
Qed.

Lemma pair_density_pos m s y : 0 < s -> 0 < pair_density m s y.
Proof. intros s_pos; apply mixture_density_pos; [assumption | apply weights_equal; lia]. Qed.

Lemma hyperbolic_tangent_ge u : 0 <= u -> u / (1 + u) <= hyperbolic_tangent u.
Proof.
  intros nonneg; unfold hyperbolic_tangent.
  replace (u / (1 + u)) with (1 - 2 / (2 * u + 1 + 1)) by (field; lra).
  assert (2 / (exp (2 * u) + 1) <= 2 / (2 * u + 1 + 1)); [| lra].
  apply Rmult_le_compat_l; [lra |]; apply Rinv_le_contravar; [lra |].
  generalize (exp_ineq1_le (2 * u)); lra.
Qed.

Lemma hyperbolic_tangent_le u v : u <= v -> hyperbolic_tangent u <= hyperbolic_tangent v.
Proof.
  intros less; unfold hyperbolic_tangent.
  assert (2 / (exp (2 * v) + 1) <= 2 / (exp (2 * u) + 1)); [| lra].
  assert (exp (2 * u) <= exp (2 * v)) by (apply exp_le; lra).
  apply Rmult_le_compat_l; [lra |]; apply Rinv_le_contravar; [generalize (exp_pos (2 * u)) |]; lra.
Qed.

Lemma hyperbolic_tangent_lt_1 u : hyperbolic_tangent u < 1.
Proof.
  unfold hyperbolic_tangent; assert (0 < 2 / (exp (2 * u) + 1)); [| lra].
  apply Rdiv_lt_0_compat; [| generalize (exp_pos (2 * u))]; lra.
Qed.

(** The score at the end b = m - 3s of the region points outwards, for widths up to 2s. *)
Lemma score_at_end_pos m s v :
  0 < s -> 8 * s <= 2 * m -> 0 < v <= (2 * s) ^ 2 ->
  0 < - (m - 3 * s) + m * hyperbolic_tangent (m * (m - 3 * s) / v).
Proof.
  intros s_pos apart [v_pos v_le]; set (b := m - 3 * s); set (u := m * b / (4 * s ^ 2)).
  assert (b_pos : 0 < b) by (unfold b; lra).
  assert (u_pos : 0 < u) by (apply Rdiv_lt_0_compat; nra).
  assert (late : u <= m * b / v).
  { unfold u; apply Rmult_le_compat_l; [nra |]; apply Rinv_le_contravar; nra. }
  assert (t_ge := hyperbolic_tangent_ge u (Rlt_le _ _ u_pos)).
  assert (t_le := hyperbolic_tangent_le _ _ late).
  assert (key : b < m * (u / (1 + u))).
  { replace (m * (u / (1 + u))) with (m * u / (1 + u)) by (field; lra).
    apply -> Rlt_div_r; [| lra].
    assert (u_eq : s * (4 * s * u) = m * b) by (unfold u; field; lra); unfold b in *; nra. }
  assert (m * (u / (1 + u)) <= m * hyperbolic_tangent (m * b / v)); [| lra].
  apply Rmult_le_compat_l; lra.
Qed.

(** Generated modes of width t in the place of s: outwards for t > s, inwards for t < s. *)
Lemma velocity_at_end_of_pair m s t :
  0 < s -> 8 * s <= 2 * m -> 0 < t <= 2 * s ->
  (s < t -> 0 < optimal_velocity (pair_density m s) (pair_density m t) (m - 3 * s))
  /\ (t < s -> optimal_velocity (pair_density m s) (pair_density m t) (m - 3 * s) < 0).
Proof.
  intros s_pos apart [t_pos t_le]; set (b := m - 3 * s).
  assert (p_pos := pair_density_pos m s b s_pos); assert (q_pos := pair_density_pos m t b t_pos).
  rewrite (velocity_of_scores _ _ b ((- b + m * hyperbolic_tangent (m * b / s ^ 2)) / s ^ 2)
    ((- b + m * hyperbolic_tangent (m * b / t ^ 2)) / t ^ 2));
    try assumption; try (now apply is_derive_pair_density).
  assert (share : 0 < pair_density m t b / (pair_density m s b + pair_density m t b))
    by (apply Rdiv_lt_0_compat; lra).
  assert (b_pos : 0 < b) by (unfold b; lra).
  assert (rises : forall u v, 0 < u -> u < v -> v <= 2 * s ->
    (- b + m * hyperbolic_tangent (m * b / v ^ 2)) / v ^ 2
    < (- b + m * hyperbolic_tangent (m * b / u ^ 2)) / u ^ 2).
  { intros u v u_pos less v_le.
    assert (inverse : / v ^ 2 < / u ^ 2).
    { apply Rinv_lt_contravar; [apply Rmult_lt_0_compat; apply pow_lt; lra | nra]. }
    assert (v_inv : 0 < / v ^ 2) by (apply Rinv_0_lt_compat, pow_lt; lra).
    assert (positive : 0 < - b + m * hyperbolic_tangent (m * b / v ^ 2)).
    { apply (score_at_end_pos m s); auto; split; [apply pow_lt; lra | apply pow_incr; lra]. }
    assert (grows : hyperbolic_tangent (m * b / v ^ 2) <= hyperbolic_tangent (m * b / u ^ 2)).
    { apply hyperbolic_tangent_le, Rmult_le_compat_l; [nra | lra]. }
    unfold Rdiv at 1 3.
    apply Rlt_le_trans with ((- b + m * hyperbolic_tangent (m * b / v ^ 2)) * / u ^ 2).
    - now apply Rmult_lt_compat_l.
    - apply Rmult_le_compat_r; [lra |]; apply Rplus_le_compat_l, Rmult_le_compat_l; lra. }
  split; intros order.
  - apply Rmult_lt_0_compat; [| assumption]; generalize (rises s t s_pos order t_le); lra.
  - assert (less := rises t s t_pos order ltac:(lra)); nra.
Qed.

(** From a linear generator kz, whose density is that of N(0, k²): outwards. *)
Lemma velocity_at_end_of_linear m s k :
  0 < s -> 8 * s <= 2 * m -> 0 < k ->
  0 < optimal_velocity (pair_density m s) (gaussian1 0 k) (m - 3 * s).
Proof.
  intros s_pos apart k_pos; set (b := m - 3 * s).
  assert (p_pos := pair_density_pos m s b s_pos); assert (q_pos := gaussian1_pos 0 k b k_pos).
  rewrite (velocity_of_scores _ _ b ((- b + m * hyperbolic_tangent (m * b / s ^ 2)) / s ^ 2)
    (- (b - 0) / k ^ 2)); try assumption;
    [| now apply is_derive_pair_density | now apply is_derive_gaussian1_score].
  assert (b_pos : 0 < b) by (unfold b; lra).
  apply Rmult_lt_0_compat; [| apply Rdiv_lt_0_compat; lra].
  assert (0 < (- b + m * hyperbolic_tangent (m * b / s ^ 2)) / s ^ 2).
  { apply Rdiv_lt_0_compat; [| apply pow_lt; lra].
    apply (score_at_end_pos m s); auto; split; [apply pow_lt; lra | apply pow_incr; lra]. }
  assert (0 < (b - 0) / k ^ 2) by (apply Rdiv_lt_0_compat; [lra | apply pow_lt; lra]).
  unfold Rdiv in *; nra.
Qed.

(** m = 8, s = 1 and generated modes of width 1/2: the mass between the modes grows. *)
Lemma mixture_falls_false :
  ~ forall m s t, 0 < s -> 8 * s <= 2 * m -> s / 2 <= t <= 2 * s ->
    0 <= optimal_velocity (pair_density m s) (pair_density m t) (m - 3 * s).
Proof.
  intros printed.
  assert (outwards := printed 8 1 (1 / 2) ltac:(lra) ltac:(lra) ltac:(lra)).
  assert (inwards := velocity_at_end_of_pair 8 1 (1 / 2) ltac:(lra) ltac:(lra) ltac:(lra)).
  generalize (proj2 inwards ltac:(lra)); lra.
Qed.

(** ** The lines of the proof of Theorem C.7 *)

(** Modes ±3 with s = k = 1 and g(z) = z: both ends of the region are at 0. *)
Lemma preimages_of_ends_false :
  ~ forall (x0 x1 s k : R) (g : R -> R) (a c b : R), 0 < s -> 6 * s <= x1 - x0 ->
    (forall u v, u < v -> g u < g v) -> (forall z, ex_derive g z) ->
    (forall z, Rabs (Derive g z) <= k) ->
    g a = x0 + 3 * s -> g c = (x0 + x1) / 2 -> g b = x1 - 3 * s ->
    a <= c - (x1 - x0 - 3 * s) / (2 * k) /\ c + (x1 - x0 - 3 * s) / (2 * k) <= b.
Proof.
  intros printed; destruct (printed (-3) 3 1 1 (fun z => z) 0 0 0); try lra.
  - auto.
  - intros z; apply ex_derive_id.
  - intros z; rewrite Derive_id, Rabs_R1; lra.
Qed.

(** With 6s in the place of 3s both are right. *)
Lemma preimages_of_ends (x0 x1 s k : R) (g : R -> R) (a c b : R) :
  0 < s -> 6 * s <= x1 - x0 -> 0 < k -> (forall u v, u < v -> g u < g v) ->
  (forall z, ex_derive g z) -> (forall z, Rabs (Derive g z) <= k) ->
  g a = x0 + 3 * s -> g c = (x0 + x1) / 2 -> g b = x1 - 3 * s ->
  a <= c - (x1 - x0 - 6 * s) / (2 * k) /\ c + (x1 - x0 - 6 * s) / (2 * k) <= b.
Proof.
  intros s_pos apart k_pos increasing smooth steep a_is c_is b_is.
  assert (order : forall u v, g u <= g v -> u <= v).
  { intros u v less; apply Rnot_lt_le; intros more; generalize (increasing v u more); lra. }
  assert (a_c : a <= c) by (apply order; lra); assert (c_b : c <= b) by (apply order; lra).
  assert (first := lipschitz_of_derive_le k g smooth steep c a).
  assert (second := lipschitz_of_derive_le k g smooth steep b c).
  rewrite c_is, a_is, !Rabs_pos_eq in first by lra.
  rewrite c_is, b_is, !Rabs_pos_eq in second by lra.
  assert (width : k * ((x1 - x0 - 6 * s) / (2 * k)) = (x1 - x0) / 2 - 3 * s) by (field; lra).
  split; apply Rmult_le_reg_l with k; lra.
Qed.

(** The mass of an interval as its ends move. *)
Lemma interval_mass_strict P a b :
  normal_law P -> a <= b ->
  (forall a', a < a' <= b -> P (fun z => a' <= z <= b) < P (fun z => a <= z <= b))
  /\ forall b', b < b' -> P (fun z => a <= z <= b) < P (fun z => a <= z <= b').
Proof.
  intros law less; split; intros c order; rewrite !(law_interval P law) by lra.
  - generalize (Phi_increasing a c); lra.
  - generalize (Phi_increasing b c); lra.
Qed.

(** The mass between the modes is the sum over the regions. *)
Lemma mass_between_modes_eq_sum P N x s g a b :
  normal_law P -> 0 < s -> line_separated N x (6 * s) -> (forall u v, u < v -> g u < g v) ->
  (forall i, (S i < N)%nat -> g (a i) = x i + 3 * s /\ g (b i) = x (S i) - 3 * s) ->
  P (fun z => between_modes N x s (g z)) = sum (N - 1) (fun i => Phi (b i) - Phi (a i)).
Proof.
  intros law s_pos apart increasing ends.
  assert (order : forall u v, g u <= g v -> u <= v).
  { intros u v less; apply Rnot_lt_le; intros more; generalize (increasing v u more); lra. }
  assert (weakly : forall u v, u <= v -> g u <= g v).
  { intros u v [less | ->]; [left; auto | lra]. }
  apply (law_intervals P law (N - 1) a b).
  - intros i few; destruct (ends i ltac:(lia)) as [a_is b_is]; apply order.
    generalize (apart i ltac:(lia)); lra.
  - intros i few; destruct (ends i ltac:(lia)) as [_ b_is], (ends (S i) ltac:(lia)) as [a_is _].
    apply Rnot_le_lt; intros late; generalize (weakly _ _ late); lra.
  - intros z; split.
    + intros [i [inside [low high]]]; destruct (ends i inside) as [a_is b_is].
      exists i; split; [lia | split; apply order; lra].
    + intros [i [few [low high]]]; destruct (ends i ltac:(lia)) as [a_is b_is].
      exists i; split; [lia |]; unfold region; rewrite <- a_is, <- b_is; split; now apply weakly.
Qed.

(** The printed bound for two symmetric modes, written out. *)
Lemma printed_bound_of_pair m s k c :
  0 < s -> 0 < k -> anchors 2 (symmetric_pair m) s c ->
  mixture_bound 2 c (printed_half_width (symmetric_pair m) s k)
    = Phi ((2 * m - 3 * s) / (2 * k)) - Phi (- ((2 * m - 3 * s) / (2 * k))).
Proof.
  intros s_pos k_pos c_is.
  rewrite bound_of_two by now apply (anchor_of_two_is_0 (symmetric_pair m) s).
  unfold printed_half_width, symmetric_pair.
  replace (m - - m - 3 * s) with (2 * m - 3 * s) by ring; reflexivity.
Qed.
