(** Algorithm 2 as a function of what it measures: the quantile of the lengths of the discriminator's
    gradient, and the mean steepness, in every iteration. *)

From Coq Require Import Reals Lra Lia List.
Import ListNotations.
Open Scope R_scope.

(** * The change of steepness *)

(** Line 4, (S_current - S_previous)/S_previous; without a value where S_previous has none. *)
Definition change (previous : option R) (current : R) : option R :=
  match previous with
  | None => None
  | Some s => Some ((current - s) / s)
  end.

(** The changes that line 4 finds in a run: line 8 sets S_previous for the next iteration. *)
Fixpoint changes (previous : option R) (steepness : list R) : list (option R) :=
  match steepness with
  | [] => []
  | current :: rest => change previous current :: changes (Some current) rest
  end.

Lemma first_change_undefined :
  ~ forall steepness : list R,
    Forall (fun s => 0 < s) steepness ->
    Forall (fun found => found <> None) (changes None steepness).
Proof.
  intro printed.
  specialize (printed [1] ltac:(repeat constructor; lra)).
  inversion printed as [| found rest defined]. now apply defined.
Qed.

Lemma first_change_zero : forall (s : R) (rest : list R) (drop : R),
  0 < s -> drop < 0 ->
  hd None (changes (Some s) (s :: rest)) = Some 0
  /\ ~ exists value, hd None (changes (Some s) (s :: rest)) = Some value /\ value < drop.
Proof.
  intros s rest drop positive negative.
  assert (zero : hd None (changes (Some s) (s :: rest)) = Some 0).
  { simpl. f_equal. field. lra. }
  split; [assumption |].
  intros [value [found below]]. rewrite zero in found. injection found as <-. lra.
Qed.

(** * Steepness that falls by one factor in every iteration *)

(** The factor of Theorem 4.2 at distance r from the mode. *)
Definition contraction (s r step : R) : R := 1 - step / (4 * s - r) ^ 2.

Lemma change_of_decay : forall (start factor : R) (t : nat),
  0 < start -> 0 < factor ->
  change (Some (start * factor ^ t)) (start * factor ^ S t) = Some (factor - 1).
Proof.
  intros start factor t positive steady. simpl. f_equal. field.
  split; [apply pow_nonzero; lra | lra].
Qed.

Lemma contraction_between : forall s r step : R,
  0 < r < 2 * s -> 0 < step < (4 * s - r) ^ 2 -> 0 < contraction s r step < 1.
Proof.
  intros s r step near small. unfold contraction.
  assert (share : 0 < step / (4 * s - r) ^ 2 < 1).
  { split.
    - apply Rdiv_lt_0_compat; nra.
    - apply Rmult_lt_reg_r with ((4 * s - r) ^ 2); [nra |].
      unfold Rdiv. rewrite Rmult_assoc, Rinv_l; nra. }
  lra.
Qed.

(** s = 1, r = 1, step 9/4: the factor is 3/4, and (3/4)^17 is less than a hundredth. *)
Lemma slow_decay_never_stops :
  ~ forall (s r step start : R) (T : nat),
    0 < r < 2 * s -> 0 < step < (4 * s - r) ^ 2 -> 0 < start ->
    start * contraction s r step ^ T < start / 100 ->
    exists (t : nat) (value : R), (t < T)%nat
    /\ change (Some (start * contraction s r step ^ t)) (start * contraction s r step ^ S t)
       = Some value
    /\ value < - (1 / 2).
Proof.
  intro printed.
  assert (factor : contraction 1 1 (9 / 4) = 3 / 4) by (unfold contraction; field).
  specialize (printed 1 1 (9 / 4) 1 17%nat). rewrite factor in printed.
  destruct printed as [t [value [_ [found below]]]]; try lra.
  rewrite change_of_decay in found by lra. injection found as <-. lra.
Qed.

Lemma drop_against_largest : forall (s r step start : R) (T : nat),
  0 < r < 2 * s -> 0 < step < (4 * s - r) ^ 2 -> 0 < start ->
  start * contraction s r step ^ T < start / 100 ->
  (forall t, start * contraction s r step ^ t <= start)
  /\ (start * contraction s r step ^ T - start) / start < - (1 / 2)
  /\ forall t, (exists value,
       change (Some (start * contraction s r step ^ t)) (start * contraction s r step ^ S t)
       = Some value /\ value < - (1 / 2))
     <-> (4 * s - r) ^ 2 / 2 < step.
Proof.
  intros s r step start T near small positive fallen.
  pose proof (contraction_between s r step near small) as between.
  repeat split.
  - intro t.
    assert (bounded : contraction s r step ^ t <= 1).
    { rewrite <- (pow1 t). apply pow_incr. lra. }
    nra.
  - apply Rmult_lt_reg_r with start; [assumption |].
    unfold Rdiv at 1. rewrite Rmult_assoc, Rinv_l; lra.
  - intros [value [found below]].
    rewrite change_of_decay in found by lra. injection found as <-.
    unfold contraction in below.
    assert (share : 1 / 2 < step / (4 * s - r) ^ 2) by lra.
    apply Rmult_lt_compat_r with (r := (4 * s - r) ^ 2) in share; [| nra].
    unfold Rdiv at 2 in share. rewrite Rmult_assoc, Rinv_l in share; nra.
  - intro large. exists (contraction s r step - 1).
    rewrite change_of_decay by lra. split; [reflexivity |].
    unfold contraction.
    assert (share : 1 / 2 < step / (4 * s - r) ^ 2).
    { apply Rmult_lt_reg_r with ((4 * s - r) ^ 2); [nra |].
      unfold Rdiv at 2. rewrite Rmult_assoc, Rinv_l; nra. }
    lra.
Qed.

(** * The unit of length *)

(** |d'|/d at distance r from the mode for the d of Assumption 4.1, d = 1/2 - r/(8s). *)
Definition gradient_length (s r : R) : R := (1 / (8 * s)) / (1 / 2 - r / (8 * s)).

Lemma gradient_length_eq : forall s r : R,
  0 < s -> r < 4 * s -> gradient_length s r = / (4 * s - r).
Proof. intros s r positive near. unfold gradient_length. field. lra. Qed.

(** Line 5 compares it with k_d/2σ. *)
Definition limit (mode_distance s : R) : R := mode_distance / (2 * s).

(** s = 1, r = 3, k_d = 8, and the unit ten times as large. *)
Lemma scale_printed_false :
  ~ forall s r gap c : R, 0 < s -> 0 < r < 4 * s -> 8 * s <= gap -> 0 < c ->
    gradient_length (c * s) (c * r) / limit (c * gap) (c * s)
    = gradient_length s r / limit gap s.
Proof.
  intro printed.
  specialize (printed 1 3 8 (1 / 10) ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra)).
  unfold gradient_length, limit in printed. field_simplify in printed; lra.
Qed.

Lemma scale_invariant : forall s r k c : R, 0 < s -> 0 < r < 4 * s -> 0 < k -> 0 < c ->
  gradient_length (c * s) (c * r) / limit k (c * s) = gradient_length s r / limit k s
  /\ (limit k s < gradient_length s r <-> 4 * s - 2 * s / k < r).
Proof.
  intros s r k c positive near number unit.
  assert (0 < c * s) by nra.
  split.
  - rewrite !gradient_length_eq by nra. unfold limit. field. repeat split; nra.
  - rewrite gradient_length_eq by lra. unfold limit.
    assert (same : k / (2 * s) = / (2 * s / k)) by (field; lra).
    rewrite same.
    assert (0 < 2 * s / k) by (apply Rdiv_lt_0_compat; lra).
    split; intro less.
    + destruct (Rlt_or_le (4 * s - 2 * s / k) r) as [| far]; [assumption | exfalso].
      assert (/ (4 * s - r) <= / (2 * s / k)) by (apply Rinv_le_contravar; lra). lra.
    + apply Rinv_lt_contravar; nra.
Qed.
