(** How steep the monotone map is at most: everywhere, at midpoints, and far out. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.EuclideanSpace Missing.Extremes.
From Steepness Require Import Missing.NormalDistribution Missing.NormalTail.
From Steepness Require Import Densities LineMixture LineSteepness.
Open Scope R_scope.

(** ** Everywhere, for gaps of 6s or more *)

Lemma sinh_ge v : 0 <= v -> 2 * v <= exp v - exp (- v).
Proof.
  intros [positive | <-]; [| rewrite Ropp_0; lra].
  set (f := fun v => exp v - exp (- v) - 2 * v).
  assert (slope : forall v, is_derive f v (exp v + exp (- v) - 2)).
  { intros u; unfold f; auto_derive; auto; ring. }
  destruct (mean_value f _ 0 v slope positive) as [c [_ mean]].
  assert (0 <= exp c + exp (- c) - 2).
  { replace c with (c / 2 + c / 2) by field; rewrite Ropp_plus_distr, !exp_plus, exp_Ropp.
    assert (some := exp_pos (c / 2)); set (E := exp (c / 2)) in *.
    replace (E * E + / E * / E - 2) with ((E - / E) ^ 2) by (field; lra); apply pow2_ge_0. }
  unfold f in mean; rewrite Ropp_0, exp_0 in mean; nra.
Qed.

Lemma cosh_ge v : 2 + v ^ 2 <= exp v + exp (- v).
Proof.
  assert (even : forall v, 0 <= v -> 2 + v ^ 2 <= exp v + exp (- v)).
  { intros u nonneg; assert (half := sinh_ge (u / 2) ltac:(lra)).
    replace u with (u / 2 + u / 2) at 2 3 by field; rewrite Ropp_plus_distr, !exp_plus.
    assert (inverse : exp (u / 2) * exp (- (u / 2)) = 1)
      by (rewrite <- exp_plus, Rplus_opp_r; apply exp_0).
    assert (u * u <= (exp (u / 2) - exp (- (u / 2))) * (exp (u / 2) - exp (- (u / 2))))
      by (apply Rmult_le_compat; lra); nra. }
  destruct (Rle_or_lt 0 v) as [nonneg | negative]; [now apply even |].
  generalize (even (- v) ltac:(lra)); rewrite Ropp_involutive; lra.
Qed.

(** 2·exp(t²/2) ≤ exp(ht) + exp(-ht) for |t| ≤ h and h ≥ 3. *)
Lemma bell_le_cosh t h :
  3 <= h -> Rabs t <= h -> 2 * exp (t ^ 2 / 2) <= exp (h * t) + exp (- (h * t)).
Proof.
  assert (right : forall u, 3 <= h -> 0 <= u <= h ->
    2 * exp (u ^ 2 / 2) <= exp (h * u) + exp (- (h * u))).
  { intros u wide [nonneg less]; destruct (Rle_or_lt (h * u) 2) as [near | far].
    - assert (0 <= (h * h - 9) * (u * u)) by (apply Rmult_le_pos; nra).
      assert (few : u ^ 2 / 2 <= (h * u) ^ 2 / 18) by lra.
      set (v := (h * u) ^ 2 / 18) in *.
      assert (hu_nonneg : 0 <= h * u) by (apply Rmult_le_pos; lra).
      assert (v_small : 0 <= v <= 4 / 18).
      { assert (0 <= (h * u) ^ 2 <= 2 ^ 2) by (split; [apply pow2_ge_0 | now apply pow_incr]).
        unfold v; lra. }
      assert (bound : exp (u ^ 2 / 2) <= 1 + 9 * v).
      { apply Rle_trans with (exp v); [now apply exp_le |].
        assert (low := exp_ineq1_le (- v)); rewrite exp_Ropp in low.
        assert (some := exp_pos v).
        assert (product : exp v * (1 - v) <= 1).
        { apply Rle_trans with (exp v * / exp v); [apply Rmult_le_compat_l; lra |].
          right; field; lra. }
        apply Rmult_le_reg_r with (1 - v); nra. }
      generalize (cosh_ge (h * u)); unfold v in bound; lra.
    - assert (half : exp (u ^ 2 / 2) <= exp (h * u / 2)) by (apply exp_le; nra).
      assert (grown := exp_ineq1_le (h * u / 2)).
      assert (square : exp (h * u) = exp (h * u / 2) * exp (h * u / 2))
        by (rewrite <- exp_plus; f_equal; field).
      assert (some := exp_pos (- (h * u))); nra. }
  intros wide less; destruct (Rle_or_lt 0 t) as [nonneg | negative].
  - apply right; auto; rewrite Rabs_pos_eq in less; lra.
  - generalize (right (- t) wide); rewrite Rabs_left in less by assumption.
    replace ((- t) ^ 2) with (t ^ 2) by ring; replace (h * - t) with (- (h * t)) by ring.
    rewrite Ropp_involutive; intros bound; generalize (bound ltac:(lra)); lra.
Qed.

Section Everywhere.

Variables (N : nat) (x : nat -> R) (s : R) (g : R -> R).
Hypotheses (some : (2 <= N)%nat) (s_pos : 0 < s) (apart : line_separated N x (6 * s)).
Hypothesis g_is : monotone_map N (equal N) x s g.

Notation density := (mixture_density N (equal N) x s).
Notation largest := (greatest (N - 1) (gap_exponent x s)).

Lemma count_pos : 0 < INR N.
Proof. apply lt_0_INR; lia. Qed.

Lemma modes_in_order : ascending N x.
Proof. apply (ascending_of_separated N x (6 * s)); [lra | assumption]. Qed.

Lemma half_gap_ge i : (S i < N)%nat -> 3 <= half_gap x s i.
Proof.
  intros inside; unfold half_gap; apply -> Rle_div_r; [| lra].
  generalize (apart i inside); lra.
Qed.

(** The place of y among the modes. *)
Lemma place_among_modes y :
  y <= x 0%nat \/ x (N - 1)%nat <= y \/ exists i, (S i < N)%nat /\ x i <= y <= x (S i).
Proof.
  destruct (Rle_or_lt y (x 0%nat)) as [left | beyond]; [auto | right].
  assert (search : forall n, (n < N)%nat ->
    x n <= y \/ exists i, (S i < N)%nat /\ x i <= y <= x (S i)).
  { induction n as [| n IHn]; intros inside; [lra |].
    destruct IHn as [low | found]; [lia | | auto].
    destruct (Rle_or_lt (x (S n)) y); [auto | right; exists n; split; [assumption | lra]]. }
  destruct (search (N - 1)%nat) as [right | found]; [lia | auto | auto].
Qed.

Lemma density_ge_of_two i y :
  (S i < N)%nat ->
  / INR N * ((phi ((y - x i) / s) + phi ((y - x (S i)) / s)) / s) <= density y.
Proof.
  intros inside; assert (positive := count_pos); rewrite equal_density by assumption.
  apply Rmult_le_compat_l; [left; now apply Rinv_0_lt_compat |].
  apply Rmult_le_compat_r; [left; now apply Rinv_0_lt_compat |].
  apply (neighbours_le_sum N (fun j => phi ((y - x j) / s))); [| assumption].
  intros; left; apply phi_pos.
Qed.

Lemma density_ge_of_one i y : (i < N)%nat -> / INR N * (phi ((y - x i) / s) / s) <= density y.
Proof.
  intros inside; assert (positive := count_pos); rewrite equal_density by assumption.
  apply Rmult_le_compat_l; [left; now apply Rinv_0_lt_compat |].
  apply Rmult_le_compat_r; [left; now apply Rinv_0_lt_compat |].
  apply (term_le_sum N (fun j => phi ((y - x j) / s))); [| assumption].
  intros; left; apply phi_pos.
Qed.

Lemma largest_ge i : (S i < N)%nat -> exp (gap_exponent x s i) <= exp largest.
Proof. intros inside; apply exp_le, greatest_ge; lia. Qed.

Lemma two_le_exp_largest : 2 <= exp largest.
Proof.
  apply Rle_trans with (exp (gap_exponent x s 0)); [| apply largest_ge; lia].
  rewrite gap_exponent_eq by assumption.
  assert (wide := half_gap_ge 0 ltac:(lia)).
  apply Rle_trans with (2 := exp_ineq1_le _); nra.
Qed.

(** Outside of the modes g is no steeper than 2s·N/2. *)
Lemma steepness_le_outside z t i :
  (i < N)%nat -> phi z <= phi t -> t = (g z - x i) / s ->
  phi z / density (g z) <= INR N / 2 * (s * exp largest).
Proof.
  intros inside far t_is; assert (N_positive := count_pos).
  assert (dense := density_ge_of_one i (g z) inside); rewrite <- t_is in dense.
  assert (positive := mixture_density_pos N _ x s s_pos (equal_is N some) (g z)).
  assert (two := two_le_exp_largest); assert (z_pos := phi_pos z).
  apply <- Rle_div_l; [| assumption].
  apply Rle_trans with (INR N / 2 * (s * 2) * (/ INR N * (phi t / s))).
  - replace (INR N / 2 * (s * 2) * (/ INR N * (phi t / s))) with (phi t) by (field; lra).
    assumption.
  - assert (share : 0 <= / INR N * (phi t / s)).
    { apply Rmult_le_pos; [left; now apply Rinv_0_lt_compat |].
      left; apply Rdiv_lt_0_compat; [apply phi_pos | assumption]. }
    apply Rmult_le_compat; auto; [apply Rmult_le_pos; nra |].
    apply Rmult_le_compat_l; nra.
Qed.

Lemma phi_shift t h : phi (t + h) = phi t * exp (- h ^ 2 / 2) * exp (- (h * t)).
Proof.
  unfold phi; replace (- (t + h) ^ 2 / 2) with (- t ^ 2 / 2 + - h ^ 2 / 2 + - (h * t)) by field.
  rewrite !exp_plus; field; generalize sqrt_2PI_pos; lra.
Qed.

Lemma steepness_le_inside z i :
  (S i < N)%nat -> x i <= g z <= x (S i) ->
  phi z / density (g z) <= INR N / 2 * (s * exp largest).
Proof.
  intros inside between; assert (N_positive := count_pos).
  assert (dense := density_ge_of_two i (g z) inside).
  set (h := half_gap x s i); set (t := (g z - midpoint x i) / s).
  replace ((g z - x i) / s) with (t + h) in dense
    by (unfold t, h, midpoint, half_gap; field; lra).
  replace ((g z - x (S i)) / s) with (t + - h) in dense
    by (unfold t, h, midpoint, half_gap; field; lra).
  rewrite !phi_shift in dense.
  replace ((- h) ^ 2) with (h ^ 2) in dense by ring.
  replace (- (- h * t)) with (h * t) in dense by ring.
  assert (wide : 3 <= h) by now apply half_gap_ge.
  assert (near : Rabs t <= h).
  { apply Rabs_le; unfold t, h, midpoint, half_gap; split.
    - apply -> Rle_div_r; [| assumption].
      replace (- ((x (S i) - x i) / (2 * s)) * s) with (- (x (S i) - x i) / 2) by (field; lra); lra.
    - apply <- Rle_div_l; [| assumption].
      replace ((x (S i) - x i) / (2 * s) * s) with ((x (S i) - x i) / 2) by (field; lra); lra. }
  assert (cosh := bell_le_cosh t h wide near).
  assert (root := sqrt_2PI_pos); assert (t_pos := phi_pos t); assert (z_pos := phi_pos z).
  assert (centre : phi t * exp (t ^ 2 / 2) = phi 0).
  { unfold phi; replace (exp (- t ^ 2 / 2) / sqrt (2 * PI) * exp (t ^ 2 / 2))
      with (exp (- t ^ 2 / 2) * exp (t ^ 2 / 2) / sqrt (2 * PI)) by (field; lra).
    rewrite <- exp_plus; do 2 f_equal; field. }
  assert (top : phi z <= phi 0) by (apply phi_le; nra).
  assert (h_exp := exp_pos (- h ^ 2 / 2)).
  assert (low : / INR N * (2 * phi 0 * exp (- h ^ 2 / 2) / s) <= density (g z)).
  { apply Rle_trans with (2 := dense); apply Rmult_le_compat_l.
    { left; now apply Rinv_0_lt_compat. }
    apply Rmult_le_compat_r; [left; now apply Rinv_0_lt_compat |]; rewrite <- centre.
    replace (2 * (phi t * exp (t ^ 2 / 2)) * exp (- h ^ 2 / 2))
      with (phi t * exp (- h ^ 2 / 2) * (2 * exp (t ^ 2 / 2))) by ring.
    replace (phi t * exp (- h ^ 2 / 2) * exp (- (h * t)) + phi t * exp (- h ^ 2 / 2) * exp (h * t))
      with (phi t * exp (- h ^ 2 / 2) * (exp (h * t) + exp (- (h * t)))) by ring.
    apply Rmult_le_compat_l; [apply Rmult_le_pos; lra | assumption]. }
  assert (positive := mixture_density_pos N _ x s s_pos (equal_is N some) (g z)).
  apply <- Rle_div_l; [| assumption].
  assert (large : exp (h ^ 2 / 2) <= exp largest).
  { unfold h; rewrite <- gap_exponent_eq by assumption; now apply largest_ge. }
  assert (inverse : exp (h ^ 2 / 2) * exp (- h ^ 2 / 2) = 1)
    by (rewrite <- exp_plus, <- exp_0; f_equal; field).
  apply Rle_trans with (1 := top).
  apply Rle_trans with
    (INR N / 2 * (s * exp (h ^ 2 / 2)) * (/ INR N * (2 * phi 0 * exp (- h ^ 2 / 2) / s))).
  - right; transitivity (phi 0 * (exp (h ^ 2 / 2) * exp (- h ^ 2 / 2)));
      [rewrite inverse; ring | field; lra].
  - apply Rmult_le_compat; auto.
    + apply Rmult_le_pos; [lra |]; apply Rmult_le_pos; [lra | left; apply exp_pos].
    + apply Rmult_le_pos; [left; now apply Rinv_0_lt_compat |].
      left; apply Rdiv_lt_0_compat; [| assumption].
      apply Rmult_lt_0_compat; [generalize (phi_pos 0); lra | assumption].
    + apply Rmult_le_compat_l; [lra |]; apply Rmult_le_compat_l; lra.
Qed.

(** At no point more than (N/2)·s·exp(greatest gap²/8s²). *)
Lemma steepness_le_everywhere z : Rabs (Derive g z) <= INR N / 2 * (s * exp largest).
Proof.
  assert (w_is := equal_is N some).
  rewrite (Rabs_Derive_monotone_map N _ x s s_pos w_is g g_is).
  assert (ordered := modes_in_order).
  destruct (place_among_modes (g z)) as [left | [right | [i [inside between]]]].
  - apply steepness_le_outside with ((g z - x 0%nat) / s) 0%nat; [lia | | easy].
    assert (nonpos : (g z - x 0%nat) / s <= 0).
    { apply <- Rle_div_l; [lra | assumption]. }
    assert (below : z <= (g z - x 0%nat) / s).
    { apply Phi_le_reg; rewrite <- (g_is z); apply mixture_cdf_at_most; [assumption |].
      intros i inside; apply Rmult_le_compat_r; [left; now apply Rinv_0_lt_compat |].
      generalize (mode_le N x 0 i ordered ltac:(lia) inside); lra. }
    apply phi_le; nra.
  - apply steepness_le_outside with ((g z - x (N - 1)%nat) / s) (N - 1)%nat; [lia | | easy].
    assert (nonneg : 0 <= (g z - x (N - 1)%nat) / s) by (apply Rdiv_le_0_compat; lra).
    assert (above : (g z - x (N - 1)%nat) / s <= z).
    { apply Phi_le_reg; rewrite <- (g_is z); apply mixture_cdf_ge; [assumption |].
      intros i inside; apply Rmult_le_compat_r; [left; now apply Rinv_0_lt_compat |].
      generalize (mode_le N x i (N - 1) ordered ltac:(lia) ltac:(lia)); lra. }
    apply phi_le; nra.
  - now apply steepness_le_inside with i.
Qed.

End Everywhere.

(** For two modes that is the supremum: it is attained at 0. *)
Lemma steepness_of_two_at_0 x s g :
  0 < s -> ascending 2 x -> monotone_map 2 (equal 2) x s g ->
  Rabs (Derive g 0) = s * exp (gap_exponent x s 0).
Proof.
  intros s_pos order g_is.
  assert (anchor : Phi 0 = mixture_cdf 2 (equal 2) x s (midpoint x 0))
    by now rewrite anchor_of_two, Phi_0.
  assert (low := slope_at_anchor_ge 2 x s g ltac:(lia) s_pos order g_is 0 0 ltac:(lia) anchor).
  assert (high := slope_at_anchor_le 2 x s g ltac:(lia) s_pos g_is 0 0 ltac:(lia) anchor).
  replace (gap_exponent x s 0 - 0 ^ 2 / 2) with (gap_exponent x s 0) in * by field.
  simpl INR in high; lra.
Qed.

Lemma supremum_of_two x s g :
  0 < s -> line_separated 2 x (6 * s) -> monotone_map 2 (equal 2) x s g ->
  Rabs (Derive g 0) = s * exp (gap_exponent x s 0)
  /\ forall z, Rabs (Derive g z) <= s * exp (gap_exponent x s 0).
Proof.
  intros s_pos apart g_is; split.
  - apply steepness_of_two_at_0; auto; apply (ascending_of_separated 2 x (6 * s)); [lra | auto].
  - intros z; assert (bound := steepness_le_everywhere 2 x s g ltac:(lia) s_pos apart g_is z).
    change (2 - 1)%nat with 1%nat in bound; cbn [greatest] in bound; rewrite Rmax_left in bound
      by lra.
    simpl INR in bound; lra.
Qed.

Lemma steepness_at_most_and_of_two N x s g :
  (2 <= N)%nat -> 0 < s -> line_separated N x (6 * s) -> monotone_map N (equal N) x s g ->
  (forall z, Rabs (Derive g z)
     <= INR N / 2 * (s * exp (greatest (N - 1) (gap_exponent x s))))
  /\ (N = 2%nat -> Rabs (Derive g 0) = s * exp (gap_exponent x s 0)
      /\ forall z, Rabs (Derive g z) <= s * exp (gap_exponent x s 0)).
Proof.
  intros some s_pos apart g_is; split; [now apply steepness_le_everywhere |].
  intros ->; now apply supremum_of_two.
Qed.

Lemma steep_of_greatest_and_of_two N x s g q :
  (2 <= N)%nat -> 0 < s -> ascending N x -> monotone_map N (equal N) x s g ->
  Phi q = 1 - / INR N ->
  (exists z, greatest (N - 1) (fun i => s * exp (gap_exponent x s i)) * exp (- q ^ 2 / 2)
     <= Rabs (Derive g z))
  /\ (N = 2%nat -> q = 0 /\ Rabs (Derive g 0) = s * exp (gap_exponent x s 0)).
Proof.
  intros some s_pos order g_is q_is; split; [now apply (exists_steep_of_greatest N x s g) |].
  intros ->; split; [| now apply steepness_of_two_at_0].
  apply Phi_injective; rewrite Phi_0, q_is; simpl; field.
Qed.

Lemma maximum_at_midpoint_of_two x s g :
  0 < s -> line_separated 2 x (6 * s) -> monotone_map 2 (equal 2) x s g ->
  g 0 = midpoint x 0 /\ Rabs (Derive g 0) = s * exp (gap_exponent x s 0)
  /\ forall z, Rabs (Derive g z) <= Rabs (Derive g 0).
Proof.
  intros s_pos apart g_is; destruct (supremum_of_two x s g s_pos apart g_is) as [-> bound].
  split; [| auto].
  apply (monotone_map_at 2 (equal 2) x s s_pos (weights_equal 2 ltac:(lia)) g g_is).
  now rewrite anchor_of_two, Phi_0.
Qed.

(** ** How the steepness of two modes depends on their width *)

(** Gap 12: exp(18) for s = 1, and 2·exp(9/2) for s = 2. *)
Lemma inverse_to_variance_false :
  ~ forall (x : nat -> R) (s t : R) (g h : R -> R),
    0 < s -> 0 < t -> line_separated 2 x (6 * s) -> line_separated 2 x (6 * t) ->
    monotone_map 2 (equal 2) x s g -> monotone_map 2 (equal 2) x t h ->
    Rabs (Derive g 0) * s ^ 2 = Rabs (Derive h 0) * t ^ 2.
Proof.
  intros printed; set (x := fun i => match i with O => 0 | _ => 12 end : R).
  assert (w_is := weights_equal 2 ltac:(lia)).
  destruct (monotone_map_exists 2 _ x 1 ltac:(lra) w_is) as [g g_is].
  destruct (monotone_map_exists 2 _ x 2 ltac:(lra) w_is) as [h h_is].
  assert (apart : forall D, D <= 12 -> line_separated 2 x D).
  { intros D less i inside; assert (i = 0%nat) as -> by lia; simpl; lra. }
  assert (same := printed x 1 2 g h ltac:(lra) ltac:(lra) (apart (6 * 1) ltac:(lra))
    (apart (6 * 2) ltac:(lra)) g_is h_is).
  assert (order : ascending 2 x)
    by (apply (ascending_of_separated 2 x 12); [lra | apply apart; lra]).
  rewrite (steepness_of_two_at_0 x 1 g), (steepness_of_two_at_0 x 2 h) in same by (auto; lra).
  replace (gap_exponent x 1 0) with (27 / 2 + 9 / 2) in same by (unfold gap_exponent; simpl; field).
  replace (gap_exponent x 2 0) with (9 / 2) in same by (unfold gap_exponent; simpl; field).
  rewrite exp_plus in same; assert (large := exp_ineq1_le (27 / 2)).
  assert (some := exp_pos (9 / 2)); nra.
Qed.

Lemma exponent_inverse_of_two x s t g h :
  0 < s -> 0 < t -> ascending 2 x ->
  monotone_map 2 (equal 2) x s g -> monotone_map 2 (equal 2) x t h ->
  s ^ 2 * ln (Rabs (Derive g 0) / s) = t ^ 2 * ln (Rabs (Derive h 0) / t).
Proof.
  intros s_pos t_pos order g_is h_is.
  rewrite (steepness_of_two_at_0 x s g), (steepness_of_two_at_0 x t h) by assumption.
  replace (s * exp (gap_exponent x s 0) / s) with (exp (gap_exponent x s 0)) by (field; lra).
  replace (t * exp (gap_exponent x t 0) / t) with (exp (gap_exponent x t 0)) by (field; lra).
  rewrite !ln_exp; unfold gap_exponent; field; lra.
Qed.
