(** The hyperbolic tangent: what it leaves of 1, its slope, bounds. *)

From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
Open Scope R_scope.

Lemma cosh_pos x : 0 < cosh x.
Proof. unfold cosh; generalize (exp_pos x) (exp_pos (- x)); lra. Qed.

(** 1 - tanh x = 2/(1 + exp 2x). *)
Lemma tanh_eq x : tanh x = 1 - 2 / (1 + exp (2 * x)).
Proof.
  unfold tanh, sinh, cosh; replace (2 * x) with (x + x) by ring.
  rewrite exp_plus, exp_Ropp; generalize (exp_pos x); intros; field; nra.
Qed.

Lemma tanh_opp x : tanh (- x) = - tanh x.
Proof. unfold tanh, sinh, cosh; rewrite Ropp_involutive; generalize (cosh_pos x); unfold cosh;
  intros; field; lra. Qed.

Lemma tanh_0 : tanh 0 = 0.
Proof. unfold tanh, sinh; rewrite Ropp_0; lra. Qed.

Lemma tanh_lt_1 x : tanh x < 1.
Proof.
  rewrite tanh_eq; assert (0 < 2 / (1 + exp (2 * x))); [| lra].
  apply Rdiv_lt_0_compat; generalize (exp_pos (2 * x)); lra.
Qed.

Lemma tanh_gt_m1 x : - 1 < tanh x.
Proof. generalize (tanh_lt_1 (- x)); rewrite tanh_opp; lra. Qed.

Lemma is_derive_tanh x : is_derive tanh x (1 - tanh x ^ 2).
Proof.
  apply (is_derive_ext (fun u => 1 - 2 / (1 + exp (2 * u)))); [intros; symmetry; apply tanh_eq |].
  rewrite tanh_eq; generalize (exp_pos (2 * x)); intros; auto_derive; [lra | field; lra].
Qed.

Lemma tanh_increasing x y : x < y -> tanh x < tanh y.
Proof.
  intros less; rewrite !tanh_eq.
  assert (exp (2 * x) < exp (2 * y)) by (apply exp_increasing; lra).
  assert (0 < exp (2 * x)) by apply exp_pos.
  assert (/ (1 + exp (2 * y)) < / (1 + exp (2 * x))) by (apply Rinv_lt_contravar; nra).
  unfold Rdiv; lra.
Qed.

Lemma tanh_le x y : x <= y -> tanh x <= tanh y.
Proof. intros [less | ->]; [left; now apply tanh_increasing | lra]. Qed.

Lemma tanh_pos x : 0 < x -> 0 < tanh x.
Proof. intros positive; rewrite <- tanh_0; now apply tanh_increasing. Qed.

Lemma tanh_nonneg x : 0 <= x -> 0 <= tanh x.
Proof. intros nonneg; rewrite <- tanh_0; now apply tanh_le. Qed.

(** tanh x <= x, from the slope's being at most 1. *)
Lemma tanh_le_id x : 0 <= x -> tanh x <= x.
Proof.
  intros [positive | <-]; [| rewrite tanh_0; lra].
  destruct (MVT_cor2 tanh (fun u => 1 - tanh u ^ 2) 0 x positive) as [c [mean _]].
  { intros c _; apply is_derive_Reals, is_derive_tanh. }
  rewrite tanh_0 in mean; nra.
Qed.

(** tanh x >= x/(1 + x), from exp 2x >= 1 + 2x. *)
Lemma tanh_ge x : 0 <= x -> x / (1 + x) <= tanh x.
Proof.
  intros nonneg; rewrite tanh_eq.
  assert (1 + 2 * x <= exp (2 * x)) by apply exp_ineq1_le.
  assert (/ (1 + exp (2 * x)) <= / (2 + 2 * x)) by (apply Rinv_le_contravar; lra).
  replace (x / (1 + x)) with (1 - 2 * / (2 + 2 * x)) by (field; lra); unfold Rdiv; lra.
Qed.

Lemma exp_pow a n : exp a ^ n = exp (INR n * a).
Proof.
  induction n as [| n step]; [simpl; rewrite Rmult_0_l, exp_0; reflexivity |].
  rewrite S_INR, <- tech_pow_Rmult, step, <- exp_plus; f_equal; ring.
Qed.

(** A bound from below of exp x by (1 + x/n)^n. *)
Lemma pow_le_exp x n : (0 < n)%nat -> 0 <= 1 + x / INR n -> (1 + x / INR n) ^ n <= exp x.
Proof.
  intros some nonneg; apply lt_0_INR in some.
  replace (exp x) with (exp (x / INR n) ^ n) by (rewrite exp_pow; f_equal; field; lra).
  apply pow_incr; split; [assumption | apply exp_ineq1_le].
Qed.

(** What tanh leaves of 1 where exp 2x is at least k - 1. *)
Lemma tanh_ge_of_exp_ge x k : 1 < k -> k - 1 <= exp (2 * x) -> 1 - 2 / k <= tanh x.
Proof.
  intros more bound; rewrite tanh_eq.
  assert (/ (1 + exp (2 * x)) <= / k) by (apply Rinv_le_contravar; lra).
  unfold Rdiv; lra.
Qed.
