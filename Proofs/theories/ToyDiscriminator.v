(** The toy example of appendix G.1: how far its optimal discriminator is from a straight line. *)

From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.IntegerIntervals Densities OptimalDiscriminator.
Open Scope R_scope.

(** A coordinate of the point on the diagonal that is rσ away from the mode (1, 1); σ² = 1/80. *)
Definition diagonal (r : R) : R := 1 + r * sqrt (1 / 80) / sqrt 2.

(** The optimal discriminator there, where p_g has the variance v. *)
Definition toy (v r : R) : R :=
  optimal (mixture (1 / 80) 1 (diagonal r) (diagonal r)) (mixture v 1 (diagonal r) (diagonal r)).

Ltac toy_bound v :=
  unfold toy, optimal, mixture, corner_sum, gaussian, diagonal;
  interval with (i_prec 40, i_bisect v, i_depth 12).

Lemma toy_at_boundary v : 1 / 80 <= v <= 1.25 / 80 -> 0.19 <= toy v 4 - (1 / 2 - 4 / 8).
Proof. intros range; toy_bound v. Qed.

Lemma toy_between v : 1.25 / 80 <= v <= 2.25 / 80 -> 0.19 <= toy v (7 / 4) - (1 / 2 - 7 / 4 / 8).
Proof. intros range; toy_bound v. Qed.

Lemma toy_at_mode v : 2.25 / 80 <= v <= 16 / 80 -> 0.19 <= toy v 0 - (1 / 2 - 0 / 8).
Proof. intros range; toy_bound v. Qed.

Lemma distance_on_diagonal r :
  0 <= r -> sqrt ((diagonal r - 1) ^ 2 + (diagonal r - 1) ^ 2) = r * sqrt (1 / 80).
Proof.
  intros nonneg; assert (two : 0 < sqrt 2) by (apply sqrt_lt_R0; lra).
  assert (square : sqrt 2 * sqrt 2 = 2) by (apply sqrt_sqrt; lra).
  replace ((diagonal r - 1) ^ 2 + (diagonal r - 1) ^ 2) with ((r * sqrt (1 / 80)) ^ 2).
  - apply sqrt_pow2, Rmult_le_pos; [assumption | apply sqrt_pos].
  - unfold diagonal; generalize (sqrt (1 / 80)); intros u.
    replace ((1 + r * u / sqrt 2 - 1) ^ 2 + (1 + r * u / sqrt 2 - 1) ^ 2)
      with (2 * (r * u) ^ 2 / (sqrt 2 * sqrt 2)) by (field; lra).
    rewrite square; field.
Qed.

Lemma toy_away_from_line v :
  1 / 80 <= v <= 16 * (1 / 80) ->
  exists x y, let r := sqrt ((x - 1) ^ 2 + (y - 1) ^ 2) in
  r <= 4 * sqrt (1 / 80)
  /\ 0.19 <= Rabs (optimal (mixture (1 / 80) 1 x y) (mixture v 1 x y)
    - (1 / 2 - r / (8 * sqrt (1 / 80)))).
Proof.
  intros range; assert (s_pos : 0 < sqrt (1 / 80)) by (apply sqrt_lt_R0; lra).
  assert (enough : forall r, 0 <= r <= 4 -> 0.19 <= toy v r - (1 / 2 - r / 8) ->
    exists x y, let r := sqrt ((x - 1) ^ 2 + (y - 1) ^ 2) in
    r <= 4 * sqrt (1 / 80)
    /\ 0.19 <= Rabs (optimal (mixture (1 / 80) 1 x y) (mixture v 1 x y)
      - (1 / 2 - r / (8 * sqrt (1 / 80))))).
  { intros r within far; exists (diagonal r), (diagonal r); cbv zeta.
    rewrite distance_on_diagonal by lra; split; [apply Rmult_le_compat_r; lra |].
    replace (r * sqrt (1 / 80) / (8 * sqrt (1 / 80))) with (r / 8) by (field; lra).
    apply Rle_trans with (2 := Rle_abs _); exact far. }
  destruct (Rle_lt_dec v (1.25 / 80)); [apply (enough 4); [lra | apply toy_at_boundary; lra] |].
  destruct (Rle_lt_dec v (2.25 / 80)); [apply (enough (7 / 4)) | apply (enough 0)]; try lra.
  - apply toy_between; lra.
  - apply toy_at_mode; lra.
Qed.
