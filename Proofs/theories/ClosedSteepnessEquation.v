(** The equation of Theorem 3.3 where the third derivative is taken to be 0. *)

From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.SeparableEquation.
Open Scope R_scope.

(** The right-hand side of the equation, with g‴ and without; a is (m² - s²)/s⁴ and c is
    exp(-m²/(2s²))/s for the symmetric mixture. *)
Definition steepness_rate (a c k g3 : R) : R := (a * k ^ 3 + k + g3) / (c * k ^ 3 + k ^ 2).
Definition closed_rate (a c k : R) : R := steepness_rate a c k 0.

Definition curvature (m s : R) : R := (m ^ 2 - s ^ 2) / s ^ 4.
Definition centre_density (m s : R) : R := exp (- m ^ 2 / (2 * s ^ 2)) / s.

(** The steepness of the optimal generator at the centre. *)
Definition optimal_steepness (m s : R) : R := s * exp (m ^ 2 / (2 * s ^ 2)).

(** The time from steepness k0 to k. *)
Definition growth_time (a c k0 k : R) : R :=
  ln ((a * k ^ 2 + 1) / (a * k0 ^ 2 + 1)) / (2 * a) + c / a * (k - k0)
  - c * (atan (sqrt a * k) - atan (sqrt a * k0)) / sqrt a ^ 3.

Lemma curvature_pos m s : 0 < s < m -> 0 < curvature m s.
Proof. intros; apply Rdiv_lt_0_compat; [nra | apply pow_lt; lra]. Qed.

Lemma centre_density_pos m s : 0 < s -> 0 < centre_density m s.
Proof. intros; apply Rdiv_lt_0_compat; [apply exp_pos | assumption]. Qed.

Lemma centre_density_optimal m s : 0 < s -> centre_density m s = / optimal_steepness m s.
Proof.
  intros spread; unfold centre_density, optimal_steepness.
  replace (- m ^ 2 / (2 * s ^ 2)) with (- (m ^ 2 / (2 * s ^ 2))) by (field; lra).
  rewrite exp_Ropp; generalize (exp_pos (m ^ 2 / (2 * s ^ 2))); intros; field; lra.
Qed.

Lemma optimal_steepness_pos m s : 0 < s -> 0 < optimal_steepness m s.
Proof. intros; apply Rmult_lt_0_compat; [assumption | apply exp_pos]. Qed.

(** ** The sign of the rate *)

Lemma denominator_pos c k : 0 < c -> 0 < k -> 0 < c * k ^ 3 + k ^ 2.
Proof.
  intros; assert (0 < k ^ 2) by now apply pow_lt.
  assert (0 < c * k ^ 3) by (apply Rmult_lt_0_compat; [| apply pow_lt]; assumption); lra.
Qed.

Lemma rate_pos_iff (a c k g3 : R) :
  0 < c -> 0 < k -> (0 < steepness_rate a c k g3 <-> - k * (1 + a * k ^ 2) < g3).
Proof.
  intros c_pos k_pos; generalize (denominator_pos c k c_pos k_pos); intros below.
  unfold steepness_rate; split; intros bound.
  - assert (0 < a * k ^ 3 + k + g3); [| nra].
    replace (a * k ^ 3 + k + g3)
      with ((a * k ^ 3 + k + g3) / (c * k ^ 3 + k ^ 2) * (c * k ^ 3 + k ^ 2)) by (field; lra).
    now apply Rmult_lt_0_compat.
  - apply Rdiv_lt_0_compat; [nra | assumption].
Qed.

Lemma rate_nonneg_of_third_small (m s k g3 : R) :
  0 < s -> 3 * s <= m -> 0 < k -> Rabs g3 <= k ->
  0 <= steepness_rate (curvature m s) (centre_density m s) k g3.
Proof.
  intros spread apart k_pos small; apply Rabs_le_between in small.
  assert (a_pos := curvature_pos m s ltac:(lra)).
  assert (below := denominator_pos _ k (centre_density_pos m s spread) k_pos).
  apply Rmult_le_pos; [| left; now apply Rinv_0_lt_compat].
  assert (0 < curvature m s * k ^ 3) by (apply Rmult_lt_0_compat; [| apply pow_lt]; assumption).
  lra.
Qed.

Lemma rate_zero (a c k : R) :
  0 < c -> 0 < k -> steepness_rate a c k (- k * (1 + a * k ^ 2)) = 0.
Proof.
  intros c_pos k_pos; generalize (denominator_pos c k c_pos k_pos); intros.
  unfold steepness_rate; field; lra.
Qed.

Lemma relative_rate_at_optimum (a c : R) :
  0 < c -> closed_rate a c (/ c) / (/ c) = (a + 1 / (/ c) ^ 2) / 2.
Proof. intros; unfold closed_rate, steepness_rate; field; lra. Qed.

Lemma closed_rate_eq (a c k : R) :
  0 < c -> 0 < k -> closed_rate a c k = (a * k ^ 2 + 1) / (k * (c * k + 1)).
Proof.
  intros c_pos k_pos; unfold closed_rate, steepness_rate.
  assert (0 < c * k) by now apply Rmult_lt_0_compat.
  assert (c * k ^ 3 + k ^ 2 <> 0) by (generalize (denominator_pos c k c_pos k_pos); lra).
  field; repeat split; lra.
Qed.

Lemma closed_rate_pos (a c k : R) : 0 < a -> 0 < c -> 0 < k -> 0 < closed_rate a c k.
Proof.
  intros; apply rate_pos_iff; auto; assert (0 < a * k ^ 2) by (apply Rmult_lt_0_compat; nra); nra.
Qed.

(** Beyond the optimum the growth is linear. *)
Lemma closed_rate_beyond (a kstar k : R) :
  0 < a -> 0 < kstar <= k ->
  a * kstar / 2 <= closed_rate a (/ kstar) k <= a * kstar * (1 + 1 / (a * k ^ 2)).
Proof.
  intros a_pos [star_pos beyond]; assert (0 < / kstar) by now apply Rinv_0_lt_compat.
  rewrite closed_rate_eq by lra.
  assert (a2_pos : 0 < a * k ^ 2) by (apply Rmult_lt_0_compat; [| apply pow_lt]; lra).
  replace ((a * k ^ 2 + 1) / (k * (/ kstar * k + 1)))
    with (kstar * (a * k ^ 2 + 1) / (k * (k + kstar))) by (field; repeat split; nra).
  assert (below : 0 < k * (k + kstar)) by nra; split.
  - apply Rmult_le_reg_r with (k * (k + kstar)); [assumption |].
    unfold Rdiv at 2; rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra.
    assert (0 <= a * kstar * k * (k - kstar)) by (repeat apply Rmult_le_pos; lra).
    nra.
  - apply Rle_trans with (kstar * (a * k ^ 2 + 1) / k ^ 2); [| right; field; lra].
    apply Rmult_le_compat_l; [apply Rmult_le_pos; lra |].
    apply Rinv_le_contravar; nra.
Qed.

(** ** Its solution *)

Lemma is_derive_growth_time (a c k0 k : R) :
  0 < a -> 0 < c -> 0 < k -> is_derive (growth_time a c k0) k (/ closed_rate a c k).
Proof.
  intros a_pos c_pos k_pos; rewrite closed_rate_eq by assumption.
  assert (root := sqrt_lt_R0 a a_pos); assert (square := sqrt_sqrt a (Rlt_le _ _ a_pos)).
  assert (top : 0 < a * k ^ 2 + 1) by nra; assert (bottom : 0 < a * k0 ^ 2 + 1) by nra.
  assert (inside : 0 < (a * k ^ 2 + 1) / (a * k0 ^ 2 + 1)) by now apply Rdiv_lt_0_compat.
  unfold growth_time; evar_last.
  - apply (is_derive_minus (fun k => ln ((a * k ^ 2 + 1) / (a * k0 ^ 2 + 1)) / (2 * a)
        + c / a * (k - k0))
      (fun k => c * (atan (sqrt a * k) - atan (sqrt a * k0)) / sqrt a ^ 3)).
    + instantiate (1 := k / (a * k ^ 2 + 1) + c / a).
      auto_derive; [repeat split; solve [assumption | lra] | field; repeat split; lra].
    + instantiate (1 := c / sqrt a ^ 2 / (1 + (sqrt a * k) ^ 2)).
      assert (atan_slope : is_derive (fun k => atan (sqrt a * k)) k
        (sqrt a * / (1 + (sqrt a * k) ^ 2))).
      { rewrite <- Rsqr_pow2; apply (is_derive_comp atan (fun k => sqrt a * k));
          [apply is_derive_atan | auto_derive; [exact I | ring]]. }
      apply (is_derive_ext (fun k => c / sqrt a ^ 3 * (atan (sqrt a * k) - atan (sqrt a * k0)))).
      * intros u; match goal with |- ?l = ?r => change (@eq R l r) end; unfold Rdiv; ring.
      * replace (c / sqrt a ^ 2 / (1 + (sqrt a * k) ^ 2))
          with (c / sqrt a ^ 3 * (sqrt a * / (1 + (sqrt a * k) ^ 2) - 0))
          by (field; repeat split; solve [lra | nra]).
        apply (is_derive_scal (fun k => atan (sqrt a * k) - atan (sqrt a * k0))).
        apply (is_derive_minus (fun k => atan (sqrt a * k)) (fun _ => atan (sqrt a * k0)));
          [exact atan_slope | apply @is_derive_const].
  - unfold minus, plus, opp; simpl.
    replace (sqrt a * (sqrt a * 1)) with a by lra.
    replace (sqrt a * k * (sqrt a * k * 1)) with (a * k ^ 2) by (rewrite <- square at 1; ring).
    field; repeat split; nra.
Qed.

Lemma growth_time_0 (a c k0 : R) : 0 < a -> growth_time a c k0 k0 = 0.
Proof.
  intros a_pos; unfold growth_time; assert (0 < a * k0 ^ 2 + 1) by nra.
  assert (root := sqrt_lt_R0 a a_pos).
  replace ((a * k0 ^ 2 + 1) / (a * k0 ^ 2 + 1)) with 1 by (field; lra).
  rewrite ln_1; field; split; lra.
Qed.

(** On an interval of time a positive function solves the closed equation if and only if it
    satisfies t - t0 = growth_time. *)
Lemma solution_iff_growth_time (a c : R) (k : R -> R) (t0 t1 t2 : R) :
  0 < a -> 0 < c -> t1 < t0 < t2 -> (forall t, t1 < t < t2 -> 0 < k t) ->
  (forall t, t1 < t < t2 -> is_derive k t (closed_rate a c (k t)))
  <-> (forall t, t1 < t < t2 -> growth_time a c (k t0) (k t) = t - t0).
Proof.
  intros a_pos c_pos start k_pos.
  assert (equal : forall x, 0 < x ->
    growth_time a c (k t0) x - growth_time a c (k t0) (k t0) = growth_time a c (k t0) x)
    by (intros; rewrite (growth_time_0 a c (k t0)) by assumption; ring).
  assert (general := solution_iff_time 0 p_infty (closed_rate a c) (growth_time a c (k t0))
    (fun x pos _ => closed_rate_pos a c x a_pos c_pos pos)
    (fun x pos _ => is_derive_growth_time a c (k t0) x a_pos c_pos pos) k t0 t1 t2 start
    (fun t t_in => conj (k_pos t t_in) I)).
  rewrite general; split; intros implicit t t_in; generalize (implicit t t_in);
    now rewrite equal by auto.
Qed.
