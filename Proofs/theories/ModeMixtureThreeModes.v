(** For three modes the hypotheses of Theorem 3.4 ask for a k of 1.16 gaps or more. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.IntegerIntervals.
From Steepness Require Import Missing.EuclideanSpace Missing.NormalDistribution.
From Steepness Require Import Missing.NormalTail Missing.NormalLaw.
From Steepness Require Import LineMixture ModeMixture ModeMixtureAttained.
Open Scope R_scope.

(** Modes -gap, 0 and gap. *)
Definition three_modes (gap : R) : nat -> R :=
  fun i => match i with O => - gap | S O => 0 | _ => gap end.

Lemma Phi_below_two_thirds : Phi (500 / 1161) <= 2 / 3 - 1 / 100000.
Proof.
  assert (RInt phi 0 (500 / 1161) <= 1 / 6 - 1 / 100000); [| unfold Phi; lra].
  unfold phi; integral with (i_prec 60).
Qed.

Lemma Phi_above_two_thirds : 2 / 3 + 1 / 1000000 <= Phi (5000 / 11608).
Proof.
  assert (1 / 6 + 1 / 1000000 <= RInt phi 0 (5000 / 11608)); [| unfold Phi; lra].
  unfold phi; integral with (i_prec 60).
Qed.

Section ThreeModes.

Variables (gap s : R) (c : nat -> R).
Hypotheses (s_pos : 0 < s) (apart : 6 * s <= gap) (c_is : anchors 3 (three_modes gap) s c).

Notation far := (3 * (gap / (2 * s))).

Lemma far_ge : 9 <= far.
Proof.
  assert (3 <= gap / (2 * s)) by (apply -> Rle_div_r; lra); lra.
Qed.

Lemma second_anchor : Phi (c 1%nat) = 2 / 3 - (1 - Phi far) / 3.
Proof.
  rewrite (c_is 1%nat) by lia; unfold mixture_cdf, equal, midpoint, three_modes; cbn [sum].
  simpl INR; replace (((0 + gap) / 2 - - gap) / s) with far by (field; lra).
  replace (((0 + gap) / 2 - gap) / s) with (- (((0 + gap) / 2 - 0) / s)) by (field; lra).
  rewrite Phi_opp; field.
Qed.

Lemma first_anchor : c 0%nat = - c 1%nat.
Proof.
  apply Phi_injective; rewrite Phi_opp, second_anchor, (c_is 0%nat) by lia.
  unfold mixture_cdf, equal, midpoint, three_modes; cbn [sum]; simpl INR.
  replace (((- gap + 0) / 2 - gap) / s) with (- far) by (field; lra).
  replace (((- gap + 0) / 2 - 0) / s) with (- (((- gap + 0) / 2 - - gap) / s)) by (field; lra).
  rewrite !Phi_opp; field.
Qed.

Lemma second_anchor_between : 2 / 3 - / 10 ^ 17 / 20 <= Phi (c 1%nat) <= 2 / 3.
Proof.
  rewrite second_anchor; assert (less := Phi_lt_1 far); split; [| lra].
  assert (monotone := Phi_le 9 far far_ge); assert (tail := tail_le_exp 9 ltac:(lra)).
  assert (exp (- 9 ^ 2 / 2) <= / 10 ^ 17 * (27 / 100)) by (interval with (i_prec 60)); lra.
Qed.

(** c₂ - c₁ is 2Φ⁻¹(2/3) up to 10⁻¹⁷. *)
Lemma anchors_apart q : Phi q = 2 / 3 -> Rabs (c 1%nat - c 0%nat - 2 * q) <= / 10 ^ 17.
Proof.
  intros q_is; rewrite first_anchor; assert (between := second_anchor_between).
  assert (less : c 1%nat <= q) by (apply Phi_le_reg; lra).
  rewrite Rabs_left1 by lra.
  assert (nonneg : 0 <= c 1%nat) by (apply Phi_le_reg; rewrite Phi_0; lra).
  assert (q_le : q <= 1 / 2).
  { apply Phi_le_reg; generalize Phi_above_two_thirds (Phi_le (5000 / 11608) (1 / 2)); lra. }
  assert (q - c 1%nat <= / 10 ^ 17 / 6); [| lra].
  destruct less as [less | ->]; [| rewrite Rminus_eq_0; lra].
  destruct (mean_value Phi phi (c 1%nat) q is_derive_Phi less) as [v [v_in mean]].
  assert (dense : 1 / 3 <= phi v).
  { apply Rle_trans with (phi (1 / 2)); [unfold phi; interval with (i_prec 60) |].
    apply phi_le; nra. }
  nra.
Qed.

Lemma admissible_for_large_k k : 1161 / 1000 * gap <= k -> exists g,
  admissible 3 (three_modes gap) k c g.
Proof.
  intros large; assert (between := second_anchor_between).
  assert (separate : line_separated 3 (three_modes gap) (6 * s)).
  { intros i inside; assert (i = 0%nat \/ i = 1%nat) as [-> | ->] by lia; simpl; lra. }
  apply (admissible_iff 3 (three_modes gap) s k c); auto; [lra |]; intros i inside.
  assert (i = 0%nat) as -> by lia; rewrite first_anchor.
  assert (wide : 500 / 1161 <= c 1%nat)
    by (apply Phi_le_reg; generalize Phi_below_two_thirds; lra).
  unfold midpoint, three_modes; apply <- Rle_div_l; [| lra].
  replace ((0 + gap) / 2 - (- gap + 0) / 2) with gap by field.
  apply Rle_trans with (1161 / 1000 * gap * (2 * (500 / 1161))); [lra |].
  apply Rmult_le_compat; lra.
Qed.

Lemma not_admissible_for_small_k k :
  k <= 11608 / 10000 * gap -> ~ exists g, admissible 3 (three_modes gap) k c g.
Proof.
  intros small [g g_is]; assert (between := second_anchor_between).
  assert (k_pos := steepness_bound_pos 3 (three_modes gap) k c g g_is).
  assert (separate : line_separated 3 (three_modes gap) (6 * s)).
  { intros i inside; assert (i = 0%nat \/ i = 1%nat) as [-> | ->] by lia; simpl; lra. }
  assert (rise := rise_between_anchors 3 (three_modes gap) s k c g s_pos separate g_is 0
    ltac:(lia)).
  rewrite first_anchor in rise; unfold midpoint, three_modes in rise.
  replace ((0 + gap) / 2 - (- gap + 0) / 2) with gap in rise by field.
  assert (narrow : c 1%nat < 5000 / 11608)
    by (apply Phi_lt_reg; generalize Phi_above_two_thirds; lra).
  assert (nonneg : 0 <= c 1%nat) by (apply Phi_le_reg; rewrite Phi_0; lra).
  assert (k * (c 1%nat - - c 1%nat) <= 11608 / 10000 * gap * (c 1%nat - - c 1%nat))
    by (apply Rmult_le_compat_r; lra).
  nra.
Qed.

End ThreeModes.

Lemma least_k_of_three_modes gap s c :
  0 < s -> 6 * s <= gap -> anchors 3 (three_modes gap) s c ->
  (forall k, 1161 / 1000 * gap <= k -> exists g, admissible 3 (three_modes gap) k c g)
  /\ (forall k, k <= 11608 / 10000 * gap -> ~ exists g, admissible 3 (three_modes gap) k c g)
  /\ forall q, Phi q = 2 / 3 -> Rabs (c 1%nat - c 0%nat - 2 * q) <= / 10 ^ 17.
Proof.
  intros s_pos apart c_is; split; [| split].
  - now apply (admissible_for_large_k gap s c).
  - now apply (not_admissible_for_small_k gap s c).
  - now apply (anchors_apart gap s c).
Qed.
