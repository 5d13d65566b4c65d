(** How fast the closed equation grows: the early rate, and the time that growth takes. *)

From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import ClosedSteepnessEquation.
Open Scope R_scope.

(** The relative rate. *)
Lemma relative_rate_eq (a kstar k : R) :
  0 < kstar -> 0 < k -> closed_rate a (/ kstar) k / k = (a + 1 / k ^ 2) / (1 + k / kstar).
Proof.
  intros star_pos k_pos; assert (0 < / kstar) by now apply Rinv_0_lt_compat.
  assert (0 < k ^ 2) by now apply pow_lt.
  rewrite closed_rate_eq by assumption; field; repeat split; lra.
Qed.

Lemma early_rate_between (a kstar k K : R) :
  0 < a -> 0 < kstar -> 0 < k -> 0 < K -> K <= k * sqrt a -> k <= kstar / K ->
  a * K / (K + 1) <= closed_rate a (/ kstar) k / k <= a * (1 + 1 / K ^ 2).
Proof.
  intros a_pos star_pos k_pos K_pos late early; rewrite relative_rate_eq by assumption.
  assert (square := sqrt_sqrt a (Rlt_le _ _ a_pos)); assert (root := sqrt_lt_R0 a a_pos).
  assert (k2 : 0 < k ^ 2) by now apply pow_lt.
  assert (K2 : 0 < K ^ 2) by now apply pow_lt.
  assert (share : 0 < k / kstar <= 1 / K).
  { split; [now apply Rdiv_lt_0_compat |].
    apply Rmult_le_reg_r with kstar; [assumption |].
    replace (k / kstar * kstar) with k by (field; lra).
    replace (1 / K * kstar) with (kstar / K) by (field; lra); assumption. }
  assert (bound : 1 / k ^ 2 <= a / K ^ 2).
  { apply Rmult_le_reg_r with (k ^ 2 * K ^ 2); [now apply Rmult_lt_0_compat |].
    replace (1 / k ^ 2 * (k ^ 2 * K ^ 2)) with (K ^ 2) by (field; lra).
    replace (a / K ^ 2 * (k ^ 2 * K ^ 2)) with ((k * sqrt a) ^ 2)
      by (rewrite <- square at 2; field; lra).
    apply pow_incr; lra. }
  assert (some : 0 < 1 / k ^ 2) by (apply Rdiv_lt_0_compat; lra).
  split.
  - apply Rle_trans with (a / (1 + k / kstar)).
    + replace (a * K / (K + 1)) with (a / (1 + 1 / K)) by (field; repeat split; lra).
      apply Rmult_le_compat_l; [lra |]; apply Rinv_le_contravar; lra.
    + apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat |]; lra.
  - apply Rle_trans with (a + 1 / k ^ 2).
    + apply Rmult_le_reg_r with (1 + k / kstar); [lra |].
      unfold Rdiv at 1; rewrite Rmult_assoc, Rinv_l by lra; nra.
    + replace (a * (1 + 1 / K ^ 2)) with (a + a / K ^ 2) by (field; lra); lra.
Qed.

(** m = 3, s = 1 and k = 1/10: the relative rate is 15 or more, and a is 8. *)
Lemma early_rate_printed_false :
  ~ forall m s k : R, 0 < s -> 3 * s <= m -> 0 < k <= optimal_steepness m s / 10 ->
    curvature m s / 2 <= closed_rate (curvature m s) (centre_density m s) k / k
    <= 2 * curvature m s.
Proof.
  intros printed; specialize (printed 3 1 (1 / 10) Rlt_0_1 ltac:(lra)).
  assert (star : 1 <= optimal_steepness 3 1).
  { unfold optimal_steepness; rewrite Rmult_1_l; replace 1 with (exp 0) at 1 by apply exp_0.
    left; apply exp_increasing; lra. }
  specialize (printed ltac:(lra)).
  rewrite centre_density_optimal, relative_rate_eq in printed by lra.
  replace (curvature 3 1) with 8 in printed by (unfold curvature; field).
  assert (share : 0 < 1 / 10 / optimal_steepness 3 1 <= 1 / 10).
  { split; [apply Rdiv_lt_0_compat; lra |].
    assert (inverse := Rinv_le_contravar 1 _ Rlt_0_1 star); rewrite Rinv_1 in inverse.
    unfold Rdiv at 1; lra. }
  destruct printed as [_ upper].
  apply (Rmult_le_compat_r (1 + 1 / 10 / optimal_steepness 3 1)) in upper; [| lra].
  unfold Rdiv at 1 in upper; rewrite Rmult_assoc, Rinv_l in upper by lra; lra.
Qed.

(** ** How long growth takes *)

(** The time that growth takes where k² + 1/a grows like exp(2at). *)
Definition exponential_time (a k0 k : R) : R := ln ((a * k ^ 2 + 1) / (a * k0 ^ 2 + 1)) / (2 * a).

Lemma atan_difference_between (x y : R) : x <= y -> 0 <= atan y - atan x <= y - x.
Proof.
  intros [less | ->]; [| lra].
  destruct (MVT_gen atan x y (fun u => / (1 + u²))) as [u [between ->]].
  - intros; apply is_derive_atan.
  - intros; apply continuity_pt_filterlim, (ex_derive_continuous atan).
    eexists; apply is_derive_atan.
  - assert (0 <= u²) by apply Rle_0_sqr; assert (0 < / (1 + u²)) by (apply Rinv_0_lt_compat; lra).
    assert (inverse := Rinv_le_contravar 1 (1 + u²) Rlt_0_1 ltac:(lra)).
    rewrite Rinv_1 in inverse; nra.
Qed.

Lemma growth_time_between (a kstar k0 k : R) :
  0 < a -> 0 < kstar -> 0 < k0 <= k ->
  exponential_time a k0 k <= growth_time a (/ kstar) k0 k
  <= exponential_time a k0 k + (k - k0) / (a * kstar).
Proof.
  intros a_pos star_pos between.
  assert (square := sqrt_sqrt a (Rlt_le _ _ a_pos)); assert (root := sqrt_lt_R0 a a_pos).
  destruct (atan_difference_between (sqrt a * k0) (sqrt a * k)) as [low high]; [nra |].
  unfold growth_time, exponential_time.
  set (A := atan (sqrt a * k) - atan (sqrt a * k0)) in *.
  assert (form : / kstar * A / sqrt a ^ 3 = / (a * kstar) * (A / sqrt a)).
  { rewrite <- square at 2; field; lra. }
  assert (share : 0 <= A / sqrt a <= k - k0).
  { split; [apply Rmult_le_pos; [lra | left; now apply Rinv_0_lt_compat] |].
    apply Rmult_le_reg_r with (sqrt a); [assumption |].
    unfold Rdiv; rewrite Rmult_assoc, Rinv_l by lra; nra. }
  assert (pos : 0 < / (a * kstar)) by (apply Rinv_0_lt_compat; nra).
  replace (/ kstar / a * (k - k0)) with (/ (a * kstar) * (k - k0)) by (field; lra).
  replace ((k - k0) / (a * kstar)) with (/ (a * kstar) * (k - k0)) by (field; lra).
  rewrite form; nra.
Qed.

(** From any start below 1/√a the part that is not exponential, and the way to the optimum. *)
Lemma growth_time_to_exponential (a kstar k0 : R) :
  0 < a -> 0 < kstar -> 0 < k0 <= 1 / sqrt a ->
  growth_time a (/ kstar) k0 (1 / sqrt a) <= (ln 2 / 2 + 1 / (sqrt a * kstar)) / a.
Proof.
  intros a_pos star_pos between.
  assert (square := sqrt_sqrt a (Rlt_le _ _ a_pos)); assert (root := sqrt_lt_R0 a a_pos).
  apply Rle_trans with (1 := proj2 (growth_time_between a kstar k0 _ a_pos star_pos between)).
  replace ((ln 2 / 2 + 1 / (sqrt a * kstar)) / a)
    with (ln 2 / (2 * a) + 1 / sqrt a / (a * kstar)) by (field; lra).
  apply Rplus_le_compat.
  - unfold exponential_time; apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat; lra |].
    replace (a * (1 / sqrt a) ^ 2 + 1) with 2
      by (rewrite <- square at 1; field; lra).
    assert (0 < a * k0 ^ 2) by (apply Rmult_lt_0_compat; [| apply pow_lt]; lra).
    apply ln_le; [apply Rdiv_lt_0_compat; lra |].
    assert (inverse := Rinv_le_contravar 1 (a * k0 ^ 2 + 1) Rlt_0_1 ltac:(lra)).
    rewrite Rinv_1 in inverse; unfold Rdiv; lra.
  - apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat; nra | lra].
Qed.

Lemma growth_time_to_optimum (a kstar k0 : R) :
  0 < a -> 0 < k0 <= kstar ->
  growth_time a (/ kstar) k0 kstar <= exponential_time a k0 kstar + 1 / a.
Proof.
  intros a_pos between; assert (star_pos : 0 < kstar) by lra.
  apply Rle_trans with (1 := proj2 (growth_time_between a kstar k0 _ a_pos star_pos between)).
  apply Rplus_le_compat_l.
  replace (1 / a) with (kstar / (a * kstar)) by (field; lra).
  apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat; nra | lra].
Qed.

Lemma exponential_time_spec (a k0 k t : R) :
  0 < a -> exponential_time a k0 k = t <-> k ^ 2 + 1 / a = (k0 ^ 2 + 1 / a) * exp (2 * a * t).
Proof.
  intros a_pos; assert (top : 0 < a * k ^ 2 + 1) by nra.
  assert (bottom : 0 < a * k0 ^ 2 + 1) by nra.
  assert (ratio : 0 < (a * k ^ 2 + 1) / (a * k0 ^ 2 + 1)) by now apply Rdiv_lt_0_compat.
  unfold exponential_time; split.
  - intros <-.
    replace (2 * a * (ln ((a * k ^ 2 + 1) / (a * k0 ^ 2 + 1)) / (2 * a)))
      with (ln ((a * k ^ 2 + 1) / (a * k0 ^ 2 + 1))) by (field; lra).
    rewrite exp_ln by assumption; field; lra.
  - intros equal.
    assert (value : (a * k ^ 2 + 1) / (a * k0 ^ 2 + 1) = exp (2 * a * t)).
    { replace (a * k ^ 2 + 1) with (a * (k ^ 2 + 1 / a)) by (field; lra).
      rewrite equal; field; lra. }
    rewrite value, ln_exp; field; lra.
Qed.

Lemma growth_takes (a kstar k0 : R) :
  0 < a -> 0 < kstar -> 0 < k0 ->
  (forall k, k0 <= k ->
     exponential_time a k0 k <= growth_time a (/ kstar) k0 k
     <= exponential_time a k0 k + (k - k0) / (a * kstar))
  /\ (forall k t, exponential_time a k0 k = t
      <-> k ^ 2 + 1 / a = (k0 ^ 2 + 1 / a) * exp (2 * a * t))
  /\ (k0 <= 1 / sqrt a ->
      growth_time a (/ kstar) k0 (1 / sqrt a) <= (ln 2 / 2 + 1 / (sqrt a * kstar)) / a)
  /\ (k0 <= kstar -> growth_time a (/ kstar) k0 kstar <= exponential_time a k0 kstar + 1 / a).
Proof.
  intros a_pos star_pos k0_pos; split; [| split; [| split]].
  - intros k more; now apply growth_time_between.
  - intros k t; now apply exponential_time_spec.
  - intros early; now apply growth_time_to_exponential.
  - intros below; now apply growth_time_to_optimum.
Qed.
