(** The recurrence of a single mode over many steps: where it increases and where it converges. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.EuclideanSpace Missing.InverseDerivative.
From Steepness Require Import SteepnessRate SingleModeRecurrence SingleModePrinted.
Open Scope R_scope.

(** The longest step, in units of kstar², that does not lead beyond kstar from k = u kstar. *)
Definition step_bound (n : nat) (u : R) : R := u * (1 + u ^ n) / (1 + u).

Lemma step_bound_line (u : R) : 0 < u -> step_bound 1 u = u.
Proof. intros; unfold step_bound; field; lra. Qed.

Lemma step_bound_increasing n u v : 0 < u <= v -> step_bound n u <= step_bound n v.
Proof.
  intros order; unfold step_bound.
  assert (powers : 0 < u ^ n <= v ^ n) by (split; [apply pow_lt | apply pow_incr]; lra).
  replace (u * (1 + u ^ n) / (1 + u)) with (u / (1 + u) * (1 + u ^ n)) by (field; lra).
  replace (v * (1 + v ^ n) / (1 + v)) with (v / (1 + v) * (1 + v ^ n)) by (field; lra).
  assert (shares : u / (1 + u) <= v / (1 + v)).
  { replace (u / (1 + u)) with (1 - / (1 + u)) by (field; lra).
    replace (v / (1 + v)) with (1 - / (1 + v)) by (field; lra).
    assert (/ (1 + v) <= / (1 + u)) by (apply Rinv_le_contravar; lra); lra. }
  assert (0 < u / (1 + u)) by (apply Rdiv_lt_0_compat; lra).
  apply Rmult_le_compat; lra.
Qed.

Lemma step_bound_between n u : 0 < u <= 1 -> 0 < step_bound n u <= 1.
Proof.
  intros order; assert (powers : 0 < u ^ n) by (apply pow_lt; lra); split.
  - apply Rdiv_lt_0_compat; nra.
  - replace 1 with (step_bound n 1) by (unfold step_bound; rewrite pow1; field).
    now apply step_bound_increasing.
Qed.

(** What is left to kstar after a step. *)
Lemma gap_after_step n kstar s x0 k :
  0 < kstar -> 0 < k ->
  kstar - optimal_step n kstar s x0 k
  = (kstar - k) * (1 - s * (kstar + k) / (k * kstar ^ 2 * (1 + mode_ratio n kstar k x0))).
Proof.
  intros star_pos k_pos; destruct (ratio_pos n kstar k x0 star_pos k_pos) as [r_pos _].
  unfold optimal_step; field; repeat split; lra.
Qed.

Lemma share_of_bound n kstar s k :
  0 < kstar -> 0 < k ->
  s * (kstar + k) / (k * kstar ^ 2 * (1 + (k / kstar) ^ n))
  = s / (kstar ^ 2 * step_bound n (k / kstar)).
Proof.
  intros star_pos k_pos; assert (u_pos : 0 < k / kstar) by now apply Rdiv_lt_0_compat.
  assert (0 < (k / kstar) ^ n) by now apply pow_lt.
  unfold step_bound.
  replace (1 + k / kstar) with ((kstar + k) / kstar) by (field; lra).
  field; repeat split; lra.
Qed.

(** Away from the origin the ratio is greater, for k below kstar. *)
Lemma mode_ratio_eq n kstar k x0 :
  mode_ratio n kstar k x0
  = (k / kstar) ^ n * exp ((1 - (k / kstar) ^ 2) * (dot n x0 x0 / 2)).
Proof.
  unfold mode_ratio, phi; rewrite !isotropic_eq, dot_scale_l, dot_scale_r by lra.
  set (u := k / kstar); set (c := (sqrt (2 * PI) * 1) ^ n).
  assert (c_pos : 0 < c).
  { apply pow_lt; rewrite Rmult_1_r; apply sqrt_lt_R0; generalize PI_RGT_0; lra. }
  replace ((1 - u ^ 2) * (dot n x0 x0 / 2))
    with (- (u * (u * dot n x0 x0)) / (2 * 1 ^ 2) + - (- dot n x0 x0 / (2 * 1 ^ 2))) by field.
  rewrite exp_plus, exp_Ropp; generalize (exp_pos (- dot n x0 x0 / (2 * 1 ^ 2))); intros.
  field; lra.
Qed.

Lemma fraction_between kstar k : 0 < k <= kstar -> 0 < k / kstar <= 1.
Proof.
  intros order; split; [apply Rdiv_lt_0_compat; lra |]; apply Rmult_le_reg_r with kstar; [lra |].
  unfold Rdiv; rewrite Rmult_assoc, Rinv_l; lra.
Qed.

Lemma mode_ratio_ge n kstar k x0 : 0 < k <= kstar -> (k / kstar) ^ n <= mode_ratio n kstar k x0.
Proof.
  intros order; rewrite mode_ratio_eq.
  assert (u_pos := fraction_between kstar k ltac:(lra)).
  assert (power : 0 < (k / kstar) ^ n) by (apply pow_lt; lra).
  assert (square := dot_self_nonneg n x0).
  assert (exponent : 0 <= (1 - (k / kstar) ^ 2) * (dot n x0 x0 / 2))
    by (apply Rmult_le_pos; nra).
  assert (1 <= exp ((1 - (k / kstar) ^ 2) * (dot n x0 x0 / 2))).
  { rewrite <- exp_0 at 1; destruct exponent as [more | <-]; [left; now apply exp_increasing |].
    right; reflexivity. }
  nra.
Qed.

Lemma div_le_1 x y : 0 < y -> x <= y -> x / y <= 1.
Proof.
  intros; apply Rmult_le_reg_r with y; [assumption |].
  unfold Rdiv; rewrite Rmult_assoc, Rinv_l; lra.
Qed.

Lemma div_gt_1 x y : 0 < y -> y < x -> 1 < x / y.
Proof.
  intros; apply Rmult_lt_reg_r with y; [assumption |].
  unfold Rdiv; rewrite Rmult_assoc, Rinv_l; lra.
Qed.

(** ** One step *)

Section Below.

Variables (n : nat) (kstar s : R) (x0 : vector).
Hypotheses (star_pos : 0 < kstar) (s_pos : 0 < s).

Lemma share_between k :
  0 < k <= kstar -> s <= kstar ^ 2 * step_bound n (k / kstar) ->
  0 < s * (kstar + k) / (k * kstar ^ 2 * (1 + mode_ratio n kstar k x0)) <= 1.
Proof.
  intros order short; assert (k_pos : 0 < k) by lra.
  destruct (ratio_pos n kstar k x0 star_pos k_pos) as [r_pos _].
  assert (below : 0 < k * kstar ^ 2) by (apply Rmult_lt_0_compat; [| apply pow_lt]; lra).
  assert (low := mode_ratio_ge n kstar k x0 order).
  assert (power : 0 < (k / kstar) ^ n) by (apply pow_lt, Rdiv_lt_0_compat; lra).
  assert (u_pos := fraction_between kstar k ltac:(lra)).
  destruct (step_bound_between n (k / kstar) u_pos) as [bound_pos _].
  assert (square_pos : 0 < kstar ^ 2) by now apply pow_lt.
  split; [apply Rdiv_lt_0_compat; [| apply Rmult_lt_0_compat]; nra |].
  apply Rle_trans with (s * (kstar + k) / (k * kstar ^ 2 * (1 + (k / kstar) ^ n))).
  - apply Rmult_le_compat_l; [nra |]; apply Rinv_le_contravar;
      [apply Rmult_lt_0_compat |]; nra.
  - rewrite share_of_bound by lra.
    apply div_le_1; [apply Rmult_lt_0_compat |]; assumption.
Qed.

Lemma step_between k :
  0 < k <= kstar -> s <= kstar ^ 2 * step_bound n (k / kstar) ->
  k <= optimal_step n kstar s x0 k <= kstar
  /\ (k < kstar -> k < optimal_step n kstar s x0 k).
Proof.
  intros order short; destruct (share_between k order short) as [low high].
  assert (gap := gap_after_step n kstar s x0 k star_pos ltac:(lra)).
  set (share := s * (kstar + k) / (k * kstar ^ 2 * (1 + mode_ratio n kstar k x0))) in *.
  repeat split; try intros; nra.
Qed.

Lemma bound_kept k k' :
  0 < k <= k' -> s <= kstar ^ 2 * step_bound n (k / kstar) ->
  s <= kstar ^ 2 * step_bound n (k' / kstar).
Proof.
  intros order short; apply Rle_trans with (1 := short).
  apply Rmult_le_compat_l; [apply pow_le; lra |]; apply step_bound_increasing.
  assert (0 < / kstar) by now apply Rinv_0_lt_compat.
  split; [apply Rdiv_lt_0_compat; lra | apply Rmult_le_compat_r; lra].
Qed.

(** ** All steps *)

Variable k : nat -> R.
Hypothesis recurrence : forall t, k (S t) = optimal_step n kstar s x0 (k t).
Hypotheses (start : 0 < k 0%nat < kstar).

Lemma increases_of_short_steps :
  s <= kstar ^ 2 * step_bound n (k 0%nat / kstar) ->
  forall t, 0 < k t <= kstar /\ s <= kstar ^ 2 * step_bound n (k t / kstar)
            /\ k t <= k (S t) <= kstar.
Proof.
  intros short t; induction t as [| t [inside [bound step]]].
  - rewrite recurrence; repeat split; try lra; apply step_between; lra.
  - assert (inside' : 0 < k (S t) <= kstar) by lra.
    assert (bound' := bound_kept (k t) (k (S t)) ltac:(lra) bound).
    rewrite (recurrence (S t)); repeat split; try lra; now apply step_between.
Qed.

End Below.

(** The condition is exact at x0 = 0. *)
Lemma increases_iff_short_steps (n : nat) (kstar s : R) (k : nat -> R) :
  0 < s -> 0 < k 0%nat < kstar ->
  (forall t, k (S t) = optimal_step n kstar s (fun _ => 0) (k t)) ->
  (forall t, k t <= k (S t) <= kstar) <-> s <= kstar ^ 2 * step_bound n (k 0%nat / kstar).
Proof.
  intros s_pos start recurrence; assert (star_pos : 0 < kstar) by lra; split.
  - intros increases; apply Rnot_lt_le; intros long.
    destruct (increases 0%nat) as [_ below]; rewrite recurrence in below.
    assert (gap := gap_after_step n kstar s (fun _ => 0) (k 0%nat) star_pos ltac:(lra)).
    rewrite mode_ratio_at_rest, share_of_bound in gap by lra.
    assert (u_pos := fraction_between kstar (k 0%nat) ltac:(lra)).
    destruct (step_bound_between n _ u_pos) as [bound_pos _].
    assert (square_pos : 0 < kstar ^ 2) by now apply pow_lt.
    assert (1 < s / (kstar ^ 2 * step_bound n (k 0%nat / kstar)))
      by (apply div_gt_1; [apply Rmult_lt_0_compat |]; assumption).
    nra.
  - intros short t; apply (increases_of_short_steps n kstar s (fun _ => 0)); auto.
Qed.

(** Beyond the bound a step leads past kstar, and from there the next one leads back. *)
Lemma long_step_leads_beyond (n : nat) (kstar s k : R) :
  0 < k < kstar -> kstar ^ 2 * step_bound n (k / kstar) < s ->
  kstar < optimal_step n kstar s (fun _ => 0) k.
Proof.
  intros order long; apply Rnot_le_lt; intros below.
  assert (star_pos : 0 < kstar) by lra.
  assert (gap := gap_after_step n kstar s (fun _ => 0) k star_pos ltac:(lra)).
  rewrite mode_ratio_at_rest, share_of_bound in gap by lra.
  assert (u_pos := fraction_between kstar k ltac:(lra)).
  destruct (step_bound_between n _ u_pos) as [bound_pos _].
  assert (square_pos : 0 < kstar ^ 2) by now apply pow_lt.
  assert (1 < s / (kstar ^ 2 * step_bound n (k / kstar)))
    by (apply div_gt_1; [apply Rmult_lt_0_compat |]; assumption).
  nra.
Qed.

Lemma decreases_beyond (n : nat) (kstar s k : R) (x0 : vector) :
  0 < s -> 0 < kstar < k -> optimal_step n kstar s x0 k < k.
Proof.
  intros s_pos order; destruct (ratio_pos n kstar k x0) as [r_pos _]; try lra.
  unfold optimal_step; assert (0 < 1 / (1 + mode_ratio n kstar k x0))
    by (apply Rdiv_lt_0_compat; lra).
  assert (1 / k ^ 2 < 1 / kstar ^ 2).
  { unfold Rdiv; rewrite !Rmult_1_l; apply Rinv_lt_contravar;
      [apply Rmult_lt_0_compat; apply pow_lt; lra | nra]. }
  assert (0 < s * k) by nra.
  assert (0 < s * k * (1 / kstar ^ 2 - 1 / k ^ 2)) by (apply Rmult_lt_0_compat; lra).
  nra.
Qed.

(** ** The limit *)

Lemma gap_le_power (n : nat) (kstar s : R) (k : nat -> R) :
  0 < s -> 0 < k 0%nat < kstar -> s <= kstar ^ 2 * step_bound n (k 0%nat / kstar) ->
  (forall t, k (S t) = optimal_step n kstar s (fun _ => 0) (k t)) ->
  forall t, 0 <= 1 - k t / kstar <= (1 - s / kstar ^ 2) ^ t * (1 - k 0%nat / kstar).
Proof.
  intros s_pos start short recurrence t; assert (star_pos : 0 < kstar) by lra.
  assert (square_pos : 0 < kstar ^ 2) by now apply pow_lt.
  assert (run := increases_of_short_steps n kstar s (fun _ => 0) star_pos s_pos k recurrence
    start short).
  assert (positive : forall i, 0 <= 1 - k i / kstar).
  { intros i; destruct (run i) as [inside _].
    generalize (fraction_between kstar (k i) inside); lra. }
  induction t as [| t [_ step]]; [simpl; generalize (positive 0%nat); lra |].
  split; [apply positive |]; destruct (run t) as [inside [bound _]].
  assert (gap := gap_after_step n kstar s (fun _ => 0) (k t) star_pos ltac:(lra)).
  rewrite <- recurrence, mode_ratio_at_rest, share_of_bound in gap by lra.
  assert (u_pos := fraction_between kstar (k t) ltac:(lra)).
  destruct (step_bound_between n _ u_pos) as [bound_pos bound_le].
  assert (share : s / kstar ^ 2 <= s / (kstar ^ 2 * step_bound n (k t / kstar))).
  { apply Rmult_le_compat_l; [lra |]; apply Rinv_le_contravar; nra. }
  replace (1 - k (S t) / kstar) with ((kstar - k (S t)) / kstar) by (field; lra).
  rewrite gap.
  replace ((kstar - k t) * (1 - s / (kstar ^ 2 * step_bound n (k t / kstar))) / kstar)
    with ((1 - s / (kstar ^ 2 * step_bound n (k t / kstar))) * (1 - k t / kstar))
    by (field; repeat split; lra).
  assert (s / kstar ^ 2 <= 1) by (apply div_le_1; nra).
  rewrite <- (tech_pow_Rmult (1 - s / kstar ^ 2) t).
  rewrite (Rmult_assoc (1 - s / kstar ^ 2) ((1 - s / kstar ^ 2) ^ t)).
  apply Rle_trans with ((1 - s / kstar ^ 2) * (1 - k t / kstar)).
  - apply Rmult_le_compat_r; [apply positive | lra].
  - apply Rmult_le_compat_l; [lra | assumption].
Qed.

Lemma converges_of_short_steps (n : nat) (kstar s : R) (k : nat -> R) :
  0 < s -> 0 < k 0%nat < kstar -> s <= kstar ^ 2 * step_bound n (k 0%nat / kstar) ->
  (forall t, k (S t) = optimal_step n kstar s (fun _ => 0) (k t)) ->
  is_lim_seq k kstar.
Proof.
  intros s_pos start short recurrence; assert (star_pos : 0 < kstar) by lra.
  assert (square_pos : 0 < kstar ^ 2) by now apply pow_lt.
  assert (gap := gap_le_power n kstar s k s_pos start short recurrence).
  set (ratio := 1 - s / kstar ^ 2) in *.
  assert (small : 0 <= ratio < 1).
  { assert (u_pos := fraction_between kstar (k 0%nat) ltac:(lra)).
    destruct (step_bound_between n _ u_pos) as [bound_pos bound_le].
    assert (0 < s / kstar ^ 2) by now apply Rdiv_lt_0_compat.
    assert (s / kstar ^ 2 <= 1); [| unfold ratio; lra].
    apply div_le_1; nra. }
  apply (is_lim_seq_le_le (fun t => kstar - kstar * (1 - k 0%nat / kstar) * ratio ^ t) _
    (fun _ => kstar)).
  - intros t; destruct (gap t) as [low high].
    assert (k t = kstar - kstar * (1 - k t / kstar)) by (field; lra).
    assert (kstar * (1 - k t / kstar) <= kstar * (ratio ^ t * (1 - k 0%nat / kstar)))
      by (apply Rmult_le_compat_l; lra).
    nra.
  - evar_last; [apply is_lim_seq_minus'; [apply is_lim_seq_const |] |].
    + apply (is_lim_seq_scal_l _ _ 0), is_lim_seq_geom; rewrite Rabs_pos_eq; lra.
    + simpl; f_equal; ring.
  - apply is_lim_seq_const.
Qed.

Lemma increases_to_optimum (n : nat) (kstar s : R) (k : nat -> R) :
  0 < s -> 0 < k 0%nat < kstar -> s <= kstar ^ 2 * step_bound n (k 0%nat / kstar) ->
  (forall t, k (S t) = optimal_step n kstar s (fun _ => 0) (k t)) ->
  is_lim_seq k kstar
  /\ (forall t, k t <= k (S t))
  /\ forall t, 0 <= 1 - k t / kstar <= (1 - s / kstar ^ 2) ^ t * (1 - k 0%nat / kstar).
Proof.
  intros s_pos start short recurrence; split; [| split].
  - now apply (converges_of_short_steps n kstar s).
  - intros t; apply (increases_iff_short_steps n kstar s k); auto.
  - now apply (gap_le_power n).
Qed.
