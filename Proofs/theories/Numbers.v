(** Printed numbers that can be computed again: thresholds, distances and epochs. *)

From Coq Require Import Reals Lra Lia.
From Steepness.Missing Require Import IntegerIntervals.
Open Scope R_scope.

(** The value is the printed number, rounded to a multiple of the unit in its last place. *)
Definition rounds_to (value printed unit : R) : Prop := Rabs (value - printed) <= unit / 2.

(** k_d/2σ with σ the root of a variance over a count of pixels. *)
Definition threshold (mode_distance variance count : R) : R :=
  mode_distance / (2 * sqrt (variance / count)).

(** The distance of two points of the plane. *)
Definition plane_distance (x y u v : R) : R := sqrt ((x - u) ^ 2 + (y - v) ^ 2).

Ltac rounds := unfold rounds_to, threshold, plane_distance; interval with (i_prec 60).

Lemma mixture_threshold : rounds_to (threshold 2 (125 / 10000) 1) (89 / 10) (1 / 10).
Proof. rounds. Qed.

Lemma mnist_threshold : rounds_to (threshold (337 / 10) (33 / 100) (64 ^ 2)) 1877 1.
Proof. rounds. Qed.

Lemma fashion_threshold : rounds_to (threshold (481 / 10) (33 / 100) (64 ^ 2)) 2679 1.
Proof. rounds. Qed.

Lemma cifar_threshold_above : 4391 + 1 / 2 < threshold 38 (23 / 100) (64 ^ 2 * 3).
Proof. rounds. Qed.

Lemma cifar_threshold_printed_false :
  ~ rounds_to (threshold 38 (23 / 100) (64 ^ 2 * 3)) 4391 1.
Proof.
  pose proof cifar_threshold_above as above. unfold rounds_to. intro close.
  pose proof (Rle_abs (threshold 38 (23 / 100) (64 ^ 2 * 3) - 4391)). lra.
Qed.

Lemma cifar_threshold : rounds_to (threshold 38 (23 / 100) (64 ^ 2 * 3)) 4392 1.
Proof. rounds. Qed.

Lemma nearest_modes : plane_distance 1 1 1 (-1) = 2.
Proof.
  unfold plane_distance. replace ((1 - 1) ^ 2 + (1 - -1) ^ 2) with (2 ^ 2) by ring.
  apply sqrt_pow2. lra.
Qed.

Lemma farthest_modes_printed_false : ~ rounds_to (plane_distance 1 1 (-1) (-1)) 2 1.
Proof.
  assert (above : 2 + 1 / 2 < plane_distance 1 1 (-1) (-1)) by rounds.
  unfold rounds_to. intro close. pose proof (Rle_abs (plane_distance 1 1 (-1) (-1) - 2)). lra.
Qed.

Lemma farthest_modes : rounds_to (plane_distance 1 1 (-1) (-1)) (283 / 100) (1 / 100).
Proof. rounds. Qed.

Lemma four_deviations : rounds_to (4 * sqrt (125 / 10000)) (45 / 100) (1 / 100).
Proof. rounds. Qed.

(** * Epochs *)

Lemma tail_share : 100 - 90 = 10.
Proof. lra. Qed.

Lemma warm_up_printed_false : ~ (64 < 20)%nat.
Proof. lia. Qed.

Lemma warm_up_epochs : (8 < 20 < 45 /\ 50 < 98 /\ 50 < 121 /\ 50 < 130)%nat.
Proof. lia. Qed.

Lemma collapse_epochs : (36 < 46 /\ 54 < 128 /\ 99 < 122)%nat.
Proof. lia. Qed.

Lemma collapse_factor : (2 * 54 < 128 /\ 54 + 44 = 98)%nat.
Proof. lia. Qed.

Lemma checkpoint_epochs :
  (43 < 46 /\ 124 < 128 /\ 45 < 46 /\ 98 < 128 /\ 121 < 122
   /\ 20 < 45 /\ 50 < 98 /\ 50 < 121 /\ 50 < 130)%nat.
Proof. lia. Qed.

(** * The logarithmic axis of Figure 7 *)

(** Where a value lies on an axis from the least to the largest, as a share of its length. *)
Definition linear_place (least largest value : R) : R := (value - least) / (largest - least).

Definition logarithmic_place (least largest value : R) : R :=
  (ln value - ln least) / (ln largest - ln least).

Lemma ln_lt_sub_one : forall x : R, 0 < x -> x <> 1 -> ln x < x - 1.
Proof.
  intros x positive other.
  assert (other_ln : ln x <> 0).
  { intro zero. apply other. apply ln_inv; [assumption | lra |]. now rewrite ln_1. }
  pose proof (exp_ineq1 (ln x) other_ln) as above. rewrite exp_ln in above by assumption. lra.
Qed.

Lemma ln_quotient : forall x y : R, 0 < x -> 0 < y -> ln (x / y) = ln x - ln y.
Proof.
  intros x y above below. unfold Rdiv. rewrite ln_mult, ln_Rinv; [ring | assumption | assumption |].
  now apply Rinv_0_lt_compat.
Qed.

(** The logarithm is above its chords. *)
Lemma ln_above_chord : forall a b s : R,
  0 < a -> a < b -> 0 < s < 1 -> ln a + s * (ln b - ln a) < ln (a + s * (b - a)).
Proof.
  intros a b s positive less share.
  set (w := a + s * (b - a)).
  assert (between : a < w < b) by (unfold w; split; nra).
  assert (at_a : ln (a / w) < a / w - 1).
  { apply ln_lt_sub_one.
    - apply Rdiv_lt_0_compat; lra.
    - intro one. apply (f_equal (fun u => u * w)) in one. unfold Rdiv in one.
      rewrite Rmult_assoc, Rinv_l in one; lra. }
  assert (at_b : ln (b / w) < b / w - 1).
  { apply ln_lt_sub_one.
    - apply Rdiv_lt_0_compat; lra.
    - intro one. apply (f_equal (fun u => u * w)) in one. unfold Rdiv in one.
      rewrite Rmult_assoc, Rinv_l in one; lra. }
  rewrite ln_quotient in at_a, at_b by lra.
  assert (sum : (1 - s) * (a / w - 1) + s * (b / w - 1) = 0) by (unfold w; field; fold w; lra).
  nra.
Qed.

Lemma logarithmic_place_above : forall least largest value : R,
  0 < least -> least < value -> value < largest ->
  linear_place least largest value < logarithmic_place least largest value.
Proof.
  intros least largest value positive low high.
  set (s := linear_place least largest value).
  assert (share : 0 < s < 1).
  { unfold s, linear_place. split.
    - apply Rdiv_lt_0_compat; lra.
    - apply Rmult_lt_reg_r with (largest - least); [lra |].
      unfold Rdiv. rewrite Rmult_assoc, Rinv_l; lra. }
  pose proof (ln_above_chord least largest s positive ltac:(lra) share) as above.
  replace (least + s * (largest - least)) with value in above
    by (unfold s, linear_place; field; lra).
  pose proof (ln_increasing least largest positive ltac:(lra)) as rising.
  unfold logarithmic_place.
  apply Rmult_lt_reg_r with (ln largest - ln least); [lra |].
  unfold Rdiv. rewrite Rmult_assoc, Rinv_l; lra.
Qed.

Lemma logarithmic_axis_printed_false :
  ~ forall least largest value : R,
    0 < least -> least < value -> value < largest ->
    logarithmic_place least largest value <= linear_place least largest value.
Proof.
  intro printed.
  specialize (printed 1 100 10 ltac:(lra) ltac:(lra) ltac:(lra)).
  pose proof (logarithmic_place_above 1 100 10 ltac:(lra) ltac:(lra) ltac:(lra)). lra.
Qed.
