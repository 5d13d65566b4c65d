(** The discriminator's objective at a point, V(d) = p log d + q log(1 - d), and its maximum. *)

From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
Open Scope R_scope.

Definition objective (p q d : R) : R := p * ln d + q * ln (1 - d).

Definition optimal (p q : R) : R := p / (p + q).

Section Point.

Variables (p q : R).
Hypotheses (p_pos : 0 < p) (q_pos : 0 < q).

Lemma optimal_between : 0 < optimal p q < 1.
Proof.
  unfold optimal; split; [apply Rdiv_lt_0_compat; lra |].
  apply (Rmult_lt_reg_r (p + q)); [lra |]; field_simplify; lra.
Qed.

Lemma is_derive_objective d :
  0 < d < 1 ->
  is_derive (objective p q) d ((p + q) * (optimal p q - d) / (d * (1 - d))).
Proof.
  intros between; unfold objective, optimal; auto_derive; [lra | field; lra].
Qed.

Lemma slope_sign d :
  0 < d < 1 ->
  (d < optimal p q -> 0 < (p + q) * (optimal p q - d) / (d * (1 - d)))
  /\ (optimal p q < d -> (p + q) * (optimal p q - d) / (d * (1 - d)) < 0).
Proof.
  intros between; assert (0 < d * (1 - d)) by nra; split; intros side.
  - apply Rdiv_lt_0_compat; nra.
  - apply Ropp_lt_cancel; rewrite Ropp_0.
    replace (- ((p + q) * (optimal p q - d) / (d * (1 - d))))
      with ((p + q) * (d - optimal p q) / (d * (1 - d))) by (field; repeat split; lra).
    apply Rdiv_lt_0_compat; nra.
Qed.

(** What the parabola leaves of the objective is not positive. *)
Lemma objective_gap_ge d :
  0 < d < 1 ->
  2 * (p + q) * (d - optimal p q) ^ 2 <= objective p q (optimal p q) - objective p q d.
Proof.
  intros between; assert (best := optimal_between); set (o := optimal p q) in *.
  pose (rest u := objective p q u + 2 * (p + q) * (u - o) ^ 2).
  pose (slope u := (p + q) * (o - u) * (/ (u * (1 - u)) - 4)).
  assert (derive : forall u, 0 < u < 1 -> is_derive rest u (slope u)).
  { intros u inside; unfold rest, slope; evar_last.
    - apply @is_derive_plus; [now apply is_derive_objective |].
      auto_derive; [exact I | reflexivity].
    - fold o; simpl; unfold plus; simpl; field; repeat split; lra. }
  assert (steep : forall u, 0 < u < 1 -> 0 <= / (u * (1 - u)) - 4).
  { intros u inside; assert (positive : 0 < u * (1 - u)) by nra.
    replace (/ (u * (1 - u)) - 4) with ((1 - 2 * u) ^ 2 / (u * (1 - u))) by (field; repeat split; lra).
    apply Rle_mult_inv_pos; [apply pow2_ge_0 | assumption]. }
  assert (enough : rest d <= rest o); [| unfold rest in enough; rewrite Rminus_eq_0 in enough; lra].
  destruct (Rtotal_order d o) as [below | [-> | above]]; [| lra |].
  - destruct (MVT_cor2 rest slope d o below) as [u [mean inside]].
    { intros u within; apply is_derive_Reals, derive; lra. }
    assert (0 <= slope u) by (unfold slope; apply Rmult_le_pos; [nra | apply steep; lra]); nra.
  - destruct (MVT_cor2 rest slope o d above) as [u [mean inside]].
    { intros u within; apply is_derive_Reals, derive; lra. }
    assert (0 <= - slope u).
    { unfold slope; rewrite Ropp_mult_distr_l; apply Rmult_le_pos; [nra | apply steep; lra]. }
    nra.
Qed.

Lemma objective_lt d :
  0 < d < 1 -> d <> optimal p q -> objective p q d < objective p q (optimal p q).
Proof.
  intros between other; assert (gap := objective_gap_ge d between).
  assert (0 < (d - optimal p q) ^ 2) by (apply pow2_gt_0; lra); nra.
Qed.

End Point.

Lemma objective_maximum p q d :
  0 < p -> 0 < q -> 0 < d < 1 ->
  is_derive (objective p q) d ((p + q) * (optimal p q - d) / (d * (1 - d)))
  /\ (d < optimal p q -> 0 < (p + q) * (optimal p q - d) / (d * (1 - d)))
  /\ (optimal p q < d -> (p + q) * (optimal p q - d) / (d * (1 - d)) < 0)
  /\ 0 < optimal p q < 1 /\ objective p q d <= objective p q (optimal p q).
Proof.
  intros p_pos q_pos between; split; [now apply is_derive_objective |].
  assert (best := optimal_between p q p_pos q_pos).
  destruct (slope_sign p q p_pos q_pos d between); repeat split; auto; try apply best.
  destruct (Req_dec d (optimal p q)) as [-> | other]; [lra |].
  apply Rlt_le; now apply objective_lt.
Qed.

(** At p = q = 1 and d = 1/2 + e the gap is -log(1 - 4e²) <= 4e²/(1 - 4e²), less than k 2e² for
    every k > 2 once e is small. *)
Lemma objective_gap_sharp k :
  2 < k -> exists d, 0 < d < 1
  /\ objective 1 1 (optimal 1 1) - objective 1 1 d < k * (1 + 1) * (d - optimal 1 1) ^ 2.
Proof.
  intros more; assert (0 < / k) by (apply Rinv_0_lt_compat; lra).
  assert (k * / k = 1) by (apply Rinv_r; lra).
  pose (x := (1 - 2 * / k) / 2); assert (0 < x < 1) by (unfold x; nra).
  exists (/ 2 + sqrt x / 2).
  assert (root : sqrt x * sqrt x = x) by (apply sqrt_sqrt; lra).
  assert (0 < sqrt x) by (apply sqrt_lt_R0; lra); assert (sqrt x < 1) by nra.
  split; [lra |]; unfold objective, optimal.
  replace (1 / (1 + 1)) with (/ 2) by field.
  replace (1 - (/ 2 + sqrt x / 2)) with (/ 2 - sqrt x / 2) by field.
  replace (1 - / 2) with (/ 2) by field.
  assert (both : ln (/ 2 + sqrt x / 2) + ln (/ 2 - sqrt x / 2) = ln ((1 - x) / 4)).
  { rewrite <- ln_mult by lra; f_equal; nra. }
  assert (four : ln ((1 - x) / 4) = ln (/ 2) + ln (/ 2) - ln (/ (1 - x))).
  { rewrite (ln_Rinv (1 - x)) by lra; unfold Rdiv; rewrite ln_mult by lra.
    replace (/ 4) with (/ 2 * / 2) by field; rewrite ln_mult by lra; ring. }
  assert (small : ln (/ (1 - x)) <= x / (1 - x)).
  { assert (0 < / (1 - x)) by (apply Rinv_0_lt_compat; lra).
    replace (x / (1 - x)) with (/ (1 - x) - 1) by (field; lra).
    rewrite <- (ln_exp (/ (1 - x) - 1)); apply ln_le; [assumption |].
    generalize (exp_ineq1_le (/ (1 - x) - 1)); lra. }
  replace ((/ 2 + sqrt x / 2 - / 2) ^ 2) with (x / 4) by nra.
  assert (x / (1 - x) < k * x / 2); [| lra].
  apply (Rmult_lt_reg_r (1 - x)); [lra |].
  replace (x / (1 - x) * (1 - x)) with x by (field; lra).
  replace (k * x / 2 * (1 - x)) with (x * (k * (1 - x) / 2)) by field.
  assert (1 < k * (1 - x) / 2) by (unfold x; nra); nra.
Qed.

Lemma objective_gap p q d :
  0 < p -> 0 < q -> 0 < d < 1 ->
  2 * (p + q) * (d - optimal p q) ^ 2 <= objective p q (optimal p q) - objective p q d
  /\ (d <> optimal p q -> objective p q d < objective p q (optimal p q)).
Proof. intros; split; [now apply objective_gap_ge | now apply objective_lt]. Qed.
