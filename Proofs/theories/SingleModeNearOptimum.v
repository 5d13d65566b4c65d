(** Near kstar: the factor by which a step multiplies the distance, and long steps that never
    arrive. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.EuclideanSpace Missing.InverseDerivative.
From Steepness Require Import SteepnessRate SingleModeRecurrence SingleModePrinted.
From Steepness Require Import SingleModeLongRun.
Open Scope R_scope.

(** Around x every step of f brings nearer to x by a factor below 1. *)
Definition attracts (f : R -> R) (x : R) : Prop :=
  exists c d, c < 1 /\ 0 < d /\ forall y, Rabs (y - x) < d -> Rabs (f y - x) <= c * Rabs (y - x).

(** Around x every step of f leads away from x by a factor above 1. *)
Definition repels (f : R -> R) (x : R) : Prop :=
  exists c d, 1 < c /\ 0 < d /\ forall y, Rabs (y - x) < d -> c * Rabs (y - x) <= Rabs (f y - x).

Lemma near_fixed_point (f : R -> R) (x l : R) :
  f x = x -> is_derive f x l ->
  (Rabs l < 1 -> attracts f x) /\ (1 < Rabs l -> repels f x).
Proof.
  intros fixed derive; split; intros size.
  - destruct (proj1 (is_derive_iff_linear f x l) derive ((1 - Rabs l) / 2)) as [d [d_pos near]];
      [lra |].
    exists ((1 + Rabs l) / 2), d; repeat split; [lra | assumption |]; intros y close.
    specialize (near y close); rewrite fixed in near.
    replace (f y - x) with (l * (y - x) + (f y - x - l * (y - x))) by ring.
    apply Rle_trans with (1 := Rabs_triang _ _); rewrite Rabs_mult; lra.
  - destruct (proj1 (is_derive_iff_linear f x l) derive ((Rabs l - 1) / 2)) as [d [d_pos near]];
      [lra |].
    exists ((1 + Rabs l) / 2), d; repeat split; [lra | assumption |]; intros y close.
    specialize (near y close); rewrite fixed in near.
    assert (sum := Rabs_triang (f y - x) (- (f y - x - l * (y - x)))).
    rewrite Rabs_Ropp in sum; replace (f y - x + - (f y - x - l * (y - x))) with (l * (y - x))
      in sum by ring.
    rewrite Rabs_mult in sum; lra.
Qed.

(** A factor between 0 and 1 keeps the side. *)
Lemma side_kept (f : R -> R) (x l : R) :
  f x = x -> is_derive f x l -> 0 < l ->
  exists d, 0 < d /\ forall y, Rabs (y - x) < d -> 0 <= (f y - x) * (y - x).
Proof.
  intros fixed derive l_pos.
  destruct (proj1 (is_derive_iff_linear f x l) derive l l_pos) as [d [d_pos near]].
  exists d; split; [assumption |]; intros y close; specialize (near y close).
  rewrite fixed in near; unfold Rabs in near.
  destruct (Rcase_abs (y - x)), (Rcase_abs (f y - x - l * (y - x))); nra.
Qed.

Section Near.

Variables (f : R -> R) (n : nat) (kstar s : R) (x0 : vector).
Hypothesis star_pos : 0 < kstar.

Lemma mode_ratio_at_optimum : mode_ratio n kstar kstar x0 = 1.
Proof.
  rewrite mode_ratio_eq; replace (kstar / kstar) with 1 by (field; lra).
  rewrite pow1; replace ((1 - 1 ^ 2) * (dot n x0 x0 / 2)) with 0 by field; rewrite exp_0; ring.
Qed.

Lemma continuous_mode_ratio : continuous (fun k => mode_ratio n kstar k x0) kstar.
Proof.
  apply (continuous_ext (fun k => (k / kstar) ^ n
    * exp ((1 - (k / kstar) ^ 2) * (dot n x0 x0 / 2)))).
  - intros k; symmetry; apply mode_ratio_eq.
  - apply (ex_derive_continuous (fun k => (k / kstar) ^ n
      * exp ((1 - (k / kstar) ^ 2) * (dot n x0 x0 / 2)))).
    auto_derive; exact I.
Qed.

Lemma is_derive_mode_step :
  locally 1 (ex_derive f) -> continuous (Derive f) 1 -> 1 + f 1 <> 0 ->
  mode_step f n kstar s x0 kstar = kstar
  /\ is_derive (mode_step f n kstar s x0) kstar
       (1 - 2 * (s / kstar ^ 2) * ((f 1 - Derive f 1) / (1 + f 1))).
Proof.
  intros f_smooth f_continuous regular; split.
  { unfold mode_step; ring. }
  set (A k := weight f (mode_ratio n kstar k x0)).
  set (B k := s * k * (1 / k ^ 2 - 1 / kstar ^ 2)).
  assert (A_continuous : continuous A kstar).
  { apply (continuous_comp (fun k => mode_ratio n kstar k x0) (weight f));
      [apply continuous_mode_ratio | rewrite mode_ratio_at_optimum].
    assert (f_is : continuous f 1)
      by (apply (ex_derive_continuous f), (locally_singleton _ _ f_smooth)).
    apply (continuous_mult (fun y => f y - y * Derive f y) (fun y => / (y + f y))).
    - apply (continuous_minus f (fun y => y * Derive f y)); [exact f_is |].
      apply (continuous_mult (fun y => y) (Derive f)); [apply continuous_id | exact f_continuous].
    - apply (continuous_comp (fun y => y + f y) Rinv).
      + apply (continuous_plus (fun y => y) f); [apply continuous_id | exact f_is].
      + now apply continuous_Rinv. }
  assert (A_value : A kstar = (f 1 - Derive f 1) / (1 + f 1)).
  { unfold A; rewrite mode_ratio_at_optimum; unfold weight; now rewrite Rmult_1_l. }
  assert (B_derive : is_derive B kstar (- 2 * (s / kstar ^ 2))).
  { unfold B; auto_derive; [nra | field; lra]. }
  assert (B_value : B kstar = 0) by (unfold B; ring).
  apply (is_derive_ext (fun k => k + A k * B k)).
  { intros k; unfold mode_step, A, B; rewrite (Rmult_comm (weight _ _)); reflexivity. }
  replace (1 - 2 * (s / kstar ^ 2) * ((f 1 - Derive f 1) / (1 + f 1)))
    with (plus one (A kstar * (- 2 * (s / kstar ^ 2))))
    by (rewrite A_value; unfold plus, one; simpl; ring).
  apply (is_derive_plus (fun k => k) (fun k => A k * B k)); [apply @is_derive_id |].
  now apply is_derive_mult_at_zero.
Qed.

(** kstar attracts or repels by the sign and the size of s (f(1) - f′(1)). *)
Lemma mode_step_near_optimum :
  locally 1 (ex_derive f) -> continuous (Derive f) 1 -> 0 < 1 + f 1 ->
  let pull := s * (f 1 - Derive f 1) in
  is_derive (mode_step f n kstar s x0) kstar
    (1 - 2 * (s / kstar ^ 2) * ((f 1 - Derive f 1) / (1 + f 1)))
  /\ (0 < pull < kstar ^ 2 * (1 + f 1) -> attracts (mode_step f n kstar s x0) kstar)
  /\ (pull < 0 \/ kstar ^ 2 * (1 + f 1) < pull -> repels (mode_step f n kstar s x0) kstar).
Proof.
  intros f_smooth f_continuous regular pull.
  destruct (is_derive_mode_step f_smooth f_continuous ltac:(lra)) as [fixed derive].
  split; [exact derive |].
  destruct (near_fixed_point _ _ _ fixed derive) as [near away].
  assert (below : 0 < kstar ^ 2 * (1 + f 1)) by (apply Rmult_lt_0_compat; [apply pow_lt |]; lra).
  replace (1 - 2 * (s / kstar ^ 2) * ((f 1 - Derive f 1) / (1 + f 1)))
    with (1 - 2 * (pull / (kstar ^ 2 * (1 + f 1)))) in near, away
    by (unfold pull; field; repeat split; lra).
  assert (value : pull = pull / (kstar ^ 2 * (1 + f 1)) * (kstar ^ 2 * (1 + f 1)))
    by (field; repeat split; lra).
  set (x := pull / (kstar ^ 2 * (1 + f 1))) in *; split.
  - intros [low high]; apply near, Rabs_lt_between.
    assert (0 < x) by nra; assert (x < 1) by nra; lra.
  - intros side; apply away.
    assert (far : x < 0 \/ 1 < x) by (destruct side; [left | right]; nra).
    unfold Rabs; destruct (Rcase_abs (1 - 2 * x)); lra.
Qed.

End Near.

(** The same for the optimal discriminator. *)
Lemma optimal_step_near_optimum (n : nat) (kstar s : R) (x0 : vector) :
  0 < kstar ->
  is_derive (optimal_step n kstar s x0) kstar (1 - s / kstar ^ 2)
  /\ (0 < s < 2 * kstar ^ 2 -> attracts (optimal_step n kstar s x0) kstar)
  /\ (2 * kstar ^ 2 < s -> repels (optimal_step n kstar s x0) kstar)
  /\ (0 < s < kstar ^ 2 -> exists d, 0 < d /\ forall k, Rabs (k - kstar) < d ->
        0 <= (optimal_step n kstar s x0 k - kstar) * (k - kstar)).
Proof.
  intros star_pos; assert (square_pos : 0 < kstar ^ 2) by now apply pow_lt.
  destruct (is_derive_mode_step (fun _ => 1) n kstar s x0 star_pos) as [fixed derive].
  - apply filter_forall; intros; apply ex_derive_const.
  - apply (continuous_ext (fun _ => 0)); [intros; now rewrite Derive_const |].
    apply continuous_const.
  - lra.
  - assert (equal : forall k, mode_step (fun _ => 1) n kstar s x0 k = optimal_step n kstar s x0 k)
      by (intros; apply optimal_step_eq).
    assert (slope : is_derive (optimal_step n kstar s x0) kstar (1 - s / kstar ^ 2)).
    { apply (is_derive_ext _ _ _ _ equal); evar_last; [exact derive |].
      rewrite Derive_const; field; lra. }
    rewrite equal in fixed; destruct (near_fixed_point _ _ _ fixed slope) as [near away].
    assert (value : s = s / kstar ^ 2 * kstar ^ 2) by (field; lra).
    split; [exact slope | split; [| split]]; intros size.
    + apply near, Rabs_lt_between.
      assert (0 < s / kstar ^ 2) by now apply Rdiv_lt_0_compat.
      assert (s / kstar ^ 2 < 2) by nra; lra.
    + apply away; assert (2 < s / kstar ^ 2) by nra; rewrite Rabs_left; lra.
    + apply (side_kept _ _ _ fixed slope); assert (s / kstar ^ 2 < 1) by nra; lra.
Qed.

(** ** Long steps of the printed recurrence *)

Lemma printed_step_at_rest n kstar s k :
  0 < kstar ->
  printed_optimal_step n kstar s (fun _ => 0) k
  = k + s * (1 / k ^ 2 - 1 / kstar ^ 2) * (1 / (1 + k / kstar)).
Proof. intros; unfold printed_optimal_step; now rewrite printed_ratio_at_rest. Qed.

(** kstar = 1, k0 = 1/2, s = 1: k1 = 5/2 and k2 is less. *)
Lemma printed_increase_false :
  ~ forall (n : nat) (kstar s k0 : R), 0 < s -> 0 < k0 < kstar ->
    let k1 := printed_optimal_step n kstar s (fun _ => 0) k0 in
    let k2 := printed_optimal_step n kstar s (fun _ => 0) k1 in
    k0 <= k1 /\ k1 <= k2.
Proof.
  intros printed; destruct (printed 1%nat 1 1 (1 / 2)) as [_ second]; try lra.
  rewrite !printed_step_at_rest in second by lra.
  replace (1 / 2 + 1 * (1 / (1 / 2) ^ 2 - 1 / 1 ^ 2) * (1 / (1 + 1 / 2 / 1))) with (5 / 2)
    in second by field.
  replace (5 / 2 + 1 * (1 / (5 / 2) ^ 2 - 1 / 1 ^ 2) * (1 / (1 + 5 / 2 / 1))) with (113 / 50)
    in second by field.
  lra.
Qed.

(** kstar = 1, s = 125/36: from 5/6 to 5/3 and back, for ever. *)
Lemma printed_limit_false :
  ~ forall (n : nat) (kstar s : R) (k : nat -> R), 0 < s -> 0 < k 0%nat < kstar ->
    (forall t, k (S t) = printed_optimal_step n kstar s (fun _ => 0) (k t)) ->
    is_lim_seq k kstar.
Proof.
  intros printed.
  set (k := fix k (t : nat) := match t with
    | O => 5 / 6
    | S t => printed_optimal_step 1 1 (125 / 36) (fun _ => 0) (k t) end).
  assert (limit : is_lim_seq k 1).
  { apply (printed 1%nat 1 (125 / 36) k); [lra | simpl; lra | reflexivity]. }
  assert (step : forall t, k (2 * t)%nat = 5 / 6).
  { induction t as [| t cycle]; [reflexivity |].
    replace (2 * S t)%nat with (S (S (2 * t))) by lia; simpl k.
    change (k (t + (t + 0))%nat) with (k (2 * t)%nat); rewrite cycle.
    rewrite !printed_step_at_rest by lra; field. }
  assert (same : is_lim_seq (fun t => k (2 * t)%nat) 1).
  { apply (is_lim_seq_subseq k 1 (fun t => (2 * t)%nat)); [| exact limit].
    apply eventually_subseq; intros t; lia. }
  apply is_lim_seq_ext with (v := fun _ => 5 / 6) in same; [| exact step].
  apply is_lim_seq_unique in same; rewrite Lim_seq_const in same.
  injection same; lra.
Qed.

(** kstar = 1, s = 4: from 99/100 a step leads three times as far from 1. *)
Lemma printed_approach_false :
  ~ forall (n : nat) (kstar s k : R), 0 < kstar -> 0 < s -> Rabs (k - kstar) <= kstar / 100 ->
    Rabs (printed_optimal_step n kstar s (fun _ => 0) k - kstar) <= Rabs (k - kstar).
Proof.
  intros printed; specialize (printed 1%nat 1 4 (99 / 100) Rlt_0_1 ltac:(lra)).
  rewrite printed_step_at_rest in printed by lra.
  replace (99 / 100 + 4 * (1 / (99 / 100) ^ 2 - 1 / 1 ^ 2) * (1 / (1 + 99 / 100 / 1)) - 1)
    with (30199 / 980100) in printed by field.
  rewrite (Rabs_left (99 / 100 - 1)), (Rabs_pos_eq (30199 / 980100)) in printed by lra.
  lra.
Qed.
